import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { actionYml, formatsTs } from '../.config/interface.ts'
import { INPUTS } from '../src/github/inputs.ts'
import { STEPS_IN_DOCS, type Workflow, WORKFLOWS_IN_DOCS } from './docs/yaml-blocks.ts'
import { workflowProblems } from './workflow-problems.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

const folder = '.github/workflows'
const workflows = readdirSync(join(root, folder)).map(
  (file) => [file, parse(read(join(folder, file))) as Workflow] as const,
)
const inDocs = WORKFLOWS_IN_DOCS.map(({ name, value }) => [name, value] as const)

test('there are workflows, and the docs show three or more', () => {
  expect(workflows.map(([file]) => file).sort()).toEqual([
    'benchgate-report.yml',
    'benchgate.yml',
    'ci.yml',
    'release.yml',
  ])
  expect(inDocs.length).toBeGreaterThanOrEqual(3)
})

describe.each([...workflows, ...inDocs])('%s', (_, workflow) => {
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  test('grants nothing but what a job names, and ends', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of jobs) {
      expect(Object.keys(job.permissions ?? {}).length).toBeGreaterThan(0)
      expect(job['timeout-minutes']).toBeLessThanOrEqual(180)
    }
  })

  test('pins every action to a commit, and leaves no credentials behind', () => {
    for (const { uses } of steps)
      if (uses !== undefined && uses !== './') expect(uses).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/)
    for (const step of steps)
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false)
  })

  test('gives Benchgate only inputs that it has', () => {
    for (const { uses, with: given } of steps) {
      if (uses === './' || uses?.startsWith('owner/benchgate@'))
        expect(Object.keys(INPUTS)).toEqual(expect.arrayContaining(Object.keys(given ?? {})))
    }
  })

  test('puts no text from outside into a shell', () => {
    for (const { run } of steps)
      expect((run ?? '').replaceAll('${{ matrix.command }}', '')).not.toContain('${{')
  })
})

test.each([...workflows, ...inDocs])("GitHub's own parser has nothing to say of %s", async (_, workflow) => {
  expect(await workflowProblems(stringify(workflow))).toEqual([])
})

/** Steps of tools need actions that no workflow of `init` has. */
const isOfKnown = (problem: string) => !problem.includes('Unable to resolve action')

test.each(STEPS_IN_DOCS)('$name: steps that a job can have', async ({ value }) => {
  const job = { 'runs-on': 'ubuntu-24.04', steps: value }
  const problems = await workflowProblems(stringify({ on: 'push', jobs: { job } }))
  expect(problems.filter(isOfKnown)).toEqual([])
})

test('it names an input that an action does not have, an action that is not known, and a key that no job has', async () => {
  const text = [
    'on: push',
    'jobs:',
    '  gate:',
    '    runs-on: ubuntu-24.04',
    '    step: []',
    '    steps:',
    '      - uses: owner/benchgate@v0',
    '        with: { fail-if: never }',
    '      - uses: actions/setup-node@v6',
    '        with: { node: 24 }',
    '      - uses: actions/setup-nodes@v6',
  ].join('\n')
  expect(await workflowProblems(text)).toEqual([
    ".github/workflows/test.yml:5: Unexpected value 'step'",
    ".github/workflows/test.yml:8: Invalid action input 'fail-if'",
    ".github/workflows/test.yml:10: Invalid action input 'node'",
    '.github/workflows/test.yml:11: Unable to resolve action `actions/setup-nodes@v6`, repository or version not found',
  ])
})

test('the workflow that publishes checks no code of the project out', () => {
  const [, publishing] = inDocs.find(([, { jobs }]) => 'report' in jobs)!
  expect(publishing.jobs['report']!.steps.map(({ uses }) => uses)).toEqual([
    `owner/benchgate@${'0'.repeat(40)}`,
  ])
  expect(publishing.jobs['report']!.permissions).not.toHaveProperty('contents', 'write')
})

describe('the release', () => {
  const [, { jobs }] = workflows.find(([file]) => file === 'release.yml')!
  const lines = (job: string) => jobs[job]!.steps.map(({ run }) => run ?? '')

  test('tests, then publishes, then tells', () => {
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['test', undefined],
      ['publish', 'test'],
      ['release', 'publish'],
    ])
    expect(lines('test')).toContain('.ci/run')
  })

  test('gives each job the rights that it needs, and no code of a dependency a right to write', () => {
    expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([
      { contents: 'read' },
      { contents: 'read', 'id-token': 'write' },
      { contents: 'write' },
    ])
    for (const job of ['publish', 'release'])
      expect(lines(job).join('\n')).not.toMatch(/npm (ci|i|install|test|run|exec)\b|npx|\.ci\/run/)
  })

  test('moves no tag but that of the major version', () => {
    const forced = lines('release').filter((run) => run.includes('force'))
    expect(forced).toHaveLength(1)
    expect(forced[0]).toMatch(/^major=\$\{GITHUB_REF_NAME%%\.\*\}\n/)
    const major = execFileSync('sh', ['-c', `${forced[0]!.split('\n')[0]}; echo "$major"`], {
      env: { PATH: process.env['PATH'], GITHUB_REF_NAME: 'v0.12.3' },
      encoding: 'utf8',
    })
    expect(major).toBe('v0\n')
  })
})

test('action.yml and the formats of a config say what the program reads', () => {
  expect(read('action.yml')).toBe(actionYml())
  expect(read('src/model/formats.ts')).toBe(formatsTs())
})
