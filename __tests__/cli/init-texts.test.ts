import { expect, test } from 'vitest'
import { measuredText, nextText, type Prepared } from '../../src/cli/init-texts.ts'
import type { Project } from '../../src/init/project.ts'

const project: Project = {
  directory: '/work',
  root: '/work',
  prefix: '',
  isRepository: true,
  hasCommit: true,
  defaultBranch: 'trunk',
  files: ['.gitignore'],
  node: null,
  ignores: () => Promise.resolve(true),
  text: () => Promise.resolve(''),
}
const config = { path: '.github/benchgate.yml', text: '' }
const tool = {
  name: 'mitata',
  title: 'mitata',
  files: [],
  measures: { suites: [] },
  setup: null,
  steps: [],
  budgets: [],
  probe: null,
  notes: [],
}
const next = (more: Partial<Project>, o: Partial<Prepared> = {}) =>
  nextText({
    project: { ...project, ...more },
    plan: { tool, sample: null, notes: [], files: { suite: null, config, workflows: [] } },
    written: ['.github/benchgate.yml', 'odd name.mjs'],
    kind: 'branches',
    hasAction: true,
    ...o,
  })

const CHECK = '  npx benchgate check  # after a change: your working tree against trunk\n'

test('what was written is committed, from where the shell is', () => {
  const add = `git add .github/benchgate.yml 'odd name.mjs' && git commit -m "Add Benchgate"`
  expect(next({})).toBe(`\nNext\n  ${add}\n${CHECK}`)
  expect(next({ prefix: 'libs/a' })).toBe(`\nNext\n  (cd ../../ && ${add})\n${CHECK}`)
  expect(next({}, { written: [] })).toBe(`\nNext\n${CHECK}`)
})

test('without a commit all of the project becomes the first', () => {
  const commit = 'git add . && git commit -m "Add Benchgate"'
  expect(next({ hasCommit: false })).toBe(`\nNext\n  ${commit}\n${CHECK}`)
  expect(next({ isRepository: false, hasCommit: false })).toBe(`\nNext\n  git init && ${commit}\n${CHECK}`)
})

test('how to get comments, and when they begin', () => {
  expect(next({ prefix: 'a' }, { kind: 'read-only', written: [] })).toBe(
    `\nNext\n${CHECK}\nFor comments on pull requests, and history:\n  rm ../.github/workflows/benchgate.yml && npx benchgate init --workflow forks\n`,
  )
  expect(next({}, { kind: 'forks', written: [] })).toBe(
    `\nNext\n${CHECK}\nComments begin with the first pull request after this is merged into trunk.\n`,
  )
})

test('what could not be measured says why, and what to do', () => {
  expect(measuredText({ kind: 'not-installed', tool: 'Go', probe: 'go version' })).toBe(
    'Measured  nothing, because Go is not installed here (`go version` fails); the workflow sets it up\n',
  )
  expect(measuredText({ kind: 'failed', reason: 'it throws', remedy: 'Fix it.' })).toBe(
    '\nNot measured: it throws\n\nFix it. The files were written; `npx benchgate run` tries again.\n',
  )
})
