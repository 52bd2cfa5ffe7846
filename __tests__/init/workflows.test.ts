import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ACTIONS } from '../../src/init/actions.ts'
import {
  artifactWorkflow,
  NPM_FACTS,
  pagesWorkflow,
  WORKFLOW_KINDS,
  type WorkflowFacts,
  workflows,
} from '../../src/init/workflows.ts'
import { workflowProblems } from '../workflow-problems.ts'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
  'working-directory'?: string
}
interface Workflow {
  on: { push?: { branches: string[] } }
  permissions: unknown
  jobs: Record<
    string,
    { permissions: Record<string, string>; steps: Step[]; 'timeout-minutes': number; 'runs-on': string }
  >
}

const ACTION = { uses: `owner/benchgate@${'0'.repeat(40)}`, version: 'v0.1.0' }
const render = (facts: Partial<WorkflowFacts>, kind: (typeof WORKFLOW_KINDS)[number]) =>
  workflows({ ...NPM_FACTS, ...facts }, kind, ACTION)
const parsed = (facts: Partial<WorkflowFacts>, kind: (typeof WORKFLOW_KINDS)[number]) =>
  render(facts, kind).map(({ text }) => parse(text) as Workflow)

describe.each(WORKFLOW_KINDS)('%s', (kind) => {
  const files = render({}, kind)
  const documents = parsed({}, kind)
  const jobs = documents.flatMap((document) => Object.values(document.jobs))

  test("passes GitHub's own parser", async () => {
    for (const { path, text } of files) expect(await workflowProblems(text, path)).toEqual([])
  })

  test('grants only what a job names, ends, pins every action, and leaves no credentials behind', () => {
    for (const { permissions } of documents) expect(permissions).toEqual({})
    for (const job of jobs) {
      expect(Object.keys(job.permissions).length).toBeGreaterThan(0)
      expect(job['timeout-minutes']).toBeLessThanOrEqual(45)
      for (const { uses, with: given } of job.steps) {
        if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/)
        if (uses?.startsWith('actions/checkout@')) expect(given).toEqual({ 'persist-credentials': false })
      }
    }
  })

  test('restores a cache only where nothing can be written', () => {
    for (const job of jobs) {
      const node = job.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))
      if (node === undefined) continue
      const canWrite = Object.values(job.permissions).includes('write')
      const more = canWrite ? { 'package-manager-cache': false } : { cache: 'npm' }
      expect(node.with).toEqual({ 'node-version': 24, ...more })
    }
  })
})

test('what each kind may do', () => {
  const permissions = (kind: (typeof WORKFLOW_KINDS)[number]) =>
    parsed({}, kind).map(({ jobs }) =>
      Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions])),
    )
  expect(permissions('read-only')).toEqual([{ benchgate: { contents: 'read' } }])
  expect(permissions('branches')).toEqual([
    { gate: { contents: 'write', 'pull-requests': 'write', checks: 'write' } },
  ])
  expect(permissions('forks')).toEqual([
    { gate: { contents: 'read' }, record: { contents: 'write' } },
    { report: { actions: 'read', checks: 'write', contents: 'read', 'pull-requests': 'write' } },
  ])
})

describe('with a dashboard on Pages', () => {
  const { path, text } = pagesWorkflow(NPM_FACTS, ACTION)
  const { permissions, jobs } = parse(text) as Workflow

  test("passes GitHub's own parser", async () => {
    expect(await workflowProblems(text, path)).toEqual([])
  })

  test('one job alone may publish, and does nothing else; the other is that of branches', () => {
    const [{ jobs: alone }] = parsed({}, 'branches') as [Workflow]
    expect(permissions).toEqual({})
    expect(Object.keys(jobs)).toEqual(['gate', 'deploy'])
    expect(jobs['gate']!.permissions).toEqual(alone['gate']!.permissions)
    expect(jobs['deploy']!.permissions).toEqual({ pages: 'write', 'id-token': 'write' })
    expect(jobs['deploy']!.steps.map(({ uses }) => uses)).toEqual([
      `actions/deploy-pages@${ACTIONS['actions/deploy-pages'].commit}`,
    ])
    const [upload, gate] = jobs['gate']!.steps.toReversed()
    expect(gate!.with).toEqual({ dashboard: upload!.with!['path'] })
    for (const { uses } of jobs['gate']!.steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/)
  })
})

test('the workflow that keeps the dashboard as an artifact can only read', async () => {
  const { path, text } = artifactWorkflow('0.1.0')
  const { permissions, jobs } = parse(text) as Workflow
  expect(await workflowProblems(text, path)).toEqual([])
  expect([permissions, jobs['dashboard']!.permissions]).toEqual([{}, { contents: 'read' }])
  for (const { uses } of jobs['dashboard']!.steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/)
})

test('only what stores a run is started by a push', () => {
  expect(parsed({}, 'read-only')[0]!.on.push).toBeUndefined()
  expect(parsed({}, 'branches')[0]!.on.push).toEqual({ branches: ['main'] })
})

test('the project in a folder: Benchgate is told, and steps run where they belong', () => {
  const facts = { directory: 'packages/a', steps: [{ run: 'npm ci', workingDirectory: 'packages/a' }] }
  for (const kind of WORKFLOW_KINDS) {
    for (const document of parsed(facts, kind)) {
      for (const { steps } of Object.values(document.jobs)) {
        const gate = steps.find(({ uses }) => uses === ACTION.uses)!
        expect(gate.with!['working-directory']).toBe('packages/a')
        for (const step of steps)
          if (step.run !== undefined) expect(step['working-directory']).toBe('packages/a')
      }
    }
  }
})

test.each([
  ['main', 'main'],
  ['release/2.x', 'release/2.x'],
  ['a, b', 'a, b'],
  ["it's", "it's"],
  ['c++', String.raw`c\+\+`],
  ['!odd', String.raw`\!odd`],
  ['on', 'on'],
  ['{x}', '{x}'],
])('the branch %s is the pattern %s', (defaultBranch, pattern) => {
  expect(parsed({ defaultBranch }, 'branches')[0]!.on.push!.branches).toEqual([pattern])
})

test.each(['a b', 'a: b', '# a', '"a"', 'true', '${{ github.token }}', "it's", 'a\nb: c'])(
  'the folder %j stays one value, and no expression',
  async (directory) => {
    const [{ path, text }] = render({ directory }, 'read-only') as [{ path: string; text: string }]
    const { steps } = (parse(text) as Workflow).jobs['benchgate']!
    const written = steps.at(-1)!.with!['working-directory'] as string
    expect(written.replaceAll("${{ '${{' }}", '${{')).toBe(directory)
    expect(await workflowProblems(text, path)).toEqual([])
  },
)

test('a longer time limit gets a longer job', () => {
  const minutes = (timeLimitMin: number) =>
    parsed({ timeLimitMin }, 'read-only')[0]!.jobs['benchgate']!['timeout-minutes']
  expect([15, 25, 60].map(minutes)).toEqual([45, 65, 135])
})

test('the inputs of every action that may be written are known to the tests', () => {
  const known = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/actions.json'), 'utf8'))
  expect(Object.keys(known)).toEqual(Object.keys(ACTIONS))
})
