import { expect, test } from 'vitest'
import { foundText, measuredText, namesProject, nextText, type Prepared } from '../../src/cli/init-texts.ts'
import type { FirstLook } from '../../src/gate/run.ts'
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
  nextText(prepared(more, o), { hasFailed: false })
const prepared = (more: Partial<Project>, o: Partial<Prepared> = {}): Prepared => ({
  project: { ...project, ...more },
  plan: { tool, sample: null, notes: [], files: { suite: null, config, workflows: [] } },
  written: ['.github/benchgate.yml', 'odd name.mjs'],
  kind: 'branches',
  givenAction: null,
  isUnmeasured: false,
  ...o,
})

const CHECK = '  npx benchgate check  # after a change: your working tree against trunk\n'

test('what was written is committed, from where the shell is', () => {
  const add = `git add .github/benchgate.yml 'odd name.mjs' && git commit -m "Add Benchgate"`
  expect(next({})).toBe(`\nNext\n  ${add}\n${CHECK}`)
  expect(next({ prefix: 'libs/a' })).toBe(`\nNext\n  (cd ../../ && ${add})\n${CHECK}`)
  expect(next({}, { written: [] })).toBe(`\nNext\n${CHECK}`)
})

test('what makes measuring work comes before the lines that take it for granted', () => {
  const noted = prepared({}, { written: [], kind: 'forks' })
  const plan = { ...noted.plan, notes: ['add a.json to .gitignore'] }
  expect(nextText({ ...noted, plan }, { hasFailed: false })).toBe(
    `\nNext\n${CHECK}\nAdd a.json to .gitignore.\n`,
  )
  expect(nextText({ ...noted, plan }, { hasFailed: true })).toBe(
    `\nAdd a.json to .gitignore.\n\nNext, once it measures\n${CHECK}`,
  )
})

test('without a commit all of the project becomes the first', () => {
  const commit = 'git add . && git commit -m "Add Benchgate"'
  expect(next({ hasCommit: false })).toBe(`\nNext\n  ${commit}\n${CHECK}`)
  expect(next({ isRepository: false, hasCommit: false })).toBe(
    `\nNext\n  git init -b trunk && ${commit}\n${CHECK}`,
  )
})

const GATE = '.github/workflows/benchgate.yml'
const added = `  git add ${GATE} && git commit -m "Add Benchgate"\n`

test('how to get comments, by a line that works as it is, and when they begin', () => {
  const readOnly = (o: Partial<Prepared>) => next({}, { kind: 'read-only', written: [GATE], ...o })
  const again = `rm ${GATE} && npx benchgate init --workflow forks`
  const offer = `\nFor comments on pull requests, and history:\n  ${again}`
  expect(readOnly({})).toBe(`\nNext\n${added}${CHECK}${offer}\n`)
  expect(readOnly({ givenAction: 'a/b@c' })).toBe(`\nNext\n${added}${CHECK}${offer} --action a/b@c\n`)
  expect(readOnly({ written: [] })).toBe(`\nNext\n${CHECK}`)
  expect(next({ prefix: 'a' }, { kind: 'read-only', written: [GATE] })).toContain(`\n  rm ../${GATE} && `)
  expect(next({}, { kind: 'forks', written: [GATE] })).toBe(
    `\nNext\n${added}${CHECK}\nComments begin with the first pull request after this is merged into trunk.\n`,
  )
})

test('a workflow that is about another project is to get a step for this one', () => {
  expect(next({ prefix: 'libs/b' }, { kind: 'read-only', written: [], isUnmeasured: true })).toBe(
    `\nNext\n${CHECK}\n${GATE} does not measure libs/b yet.\nAdd a step to it, with \`working-directory: libs/b\` and a \`key\` of its own.\n`,
  )
})

test.each([
  ['working-directory: libs/b', true],
  [`working-directory:   './libs/b/' # this one`, true],
  ['working-directory: libs/b # this one', true],
  ['working-directory: ${{ matrix.package }}', true],
  ['working-directory: libs/bb', false],
  ['working-directory: libs', false],
  ['run: cd libs/b', false],
])('%j names libs/b: %s', (line, isNamed) => {
  const workflow = `jobs:\n  benchgate:\n    steps:\n      - with:\n          ${line}\n`
  expect(namesProject(workflow, { ...project, prefix: 'libs/b' })).toBe(isNamed)
  expect(namesProject(workflow, project)).toBe(true)
})

test('what could not be measured says why, and what to do', () => {
  expect(measuredText({ kind: 'not-installed', tool: 'Go', probe: 'go version' })).toBe(
    'Measured  nothing, because Go is not installed here (`go version` fails); the workflow sets it up\n',
  )
  expect(measuredText({ kind: 'failed', reason: 'it throws', remedy: 'Fix it.' })).toBe(
    '\nNot measured: it throws\n\nFix it. The files were written; `npx benchgate run` tries again.\n',
  )
})

test('benchmarks that are to be set up by hand are no absence of benchmarks', () => {
  const pages = 'docs/tools/'
  expect(foundText(project, [], { files: [], unknown: [], pages })).toBe(
    'Found     default branch trunk\n          no benchmarks\n',
  )
  expect(foundText(project, [], { files: ['bench/index.js'], unknown: [], pages })).toBe(
    'Found     default branch trunk\n          no benchmarks that init can set up\n          Benchmark.js: bench/index.js (to be set up by hand: docs/tools/benchmarkjs.md)\n',
  )
  const unknown = ['bench.js']
  expect(foundText(project, [], { files: [], unknown, pages })).toBe(
    'Found     default branch trunk\n          no benchmarks that init can set up\n          bench.js: no tool that init knows (its numbers can be read: docs/tools/custom.md)\n',
  )
  expect(foundText(project, [{ ...tool, files: ['a.ts'] }], { files: [], unknown, pages })).toBe(
    'Found     default branch trunk\n          mitata: a.ts\n',
  )
})

test('the measured benchmark is counted among those of its suite', () => {
  const one = { name: 'a', suite: 'a.bench.mjs', occurrence: 1 }
  const said = (found: FirstLook['found'], seconds = 1.23) =>
    measuredText({ kind: 'measured', look: { rows: [], found, failed: false, warnings: [] }, seconds })
  expect(said([one])).toBe(
    'Measured  a (a.bench.mjs)\n          the only benchmark of this command, in 1.2 s: measuring works here\n',
  )
  expect(said([one, { ...one, name: 'b' }])).toBe(
    'Measured  a (a.bench.mjs)\n          one of 2 benchmarks of this command, in 1.2 s: measuring works here\n',
  )
  expect(said([one], 10)).toBe(
    'Measured  a (a.bench.mjs)\n          the only benchmark of this command, in 10.0 s: measuring works here\n          a check executes the command 18 times or more: let its tool measure for a second or two\n',
  )
})
