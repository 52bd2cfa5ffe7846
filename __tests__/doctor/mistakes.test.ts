import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { CheckResult } from '../../src/doctor/check.ts'
import { type Context, openContext } from '../../src/doctor/context.ts'
import { examineContext } from '../../src/doctor/examination.ts'
import { resultsOf } from '../../src/doctor/section.ts'
import { readWorkflows } from '../../src/doctor/workflow.ts'
import type { Repository } from '../../src/git/repository.ts'
import type { Benchmark } from '../../src/model/evidence.ts'
import { ACTIONS_BOT, GitHubApi, WRITE_TOKEN } from '../e2e/doubles/github-api.ts'
import { BRANCHES, FORKS, GATE, READ_ONLY, REPORT, Setup } from './right-setup.ts'

let api: GitHubApi
/** For mistakes in workflows, which need no repository of their own. */
let shared: Setup
let sharedContext: Context
beforeAll(async () => {
  api = await GitHubApi.start()
  api.tokens.set('job', { ...ACTIONS_BOT, permissions: WRITE_TOKEN })
  shared = new Setup(FORKS, { isShared: true })
  sharedContext = await contextOf(shared)
})
afterEach(() => api.rules.clear())
afterAll(async () => {
  shared.remove()
  await api.stop()
  if (api.violations.length > 0) throw new Error(api.violations.join('\n'))
})

const benchmark = (name: string) =>
  ({ suite: 'benchmarks/orders.bench.js', name, occurrence: 1 }) as Benchmark

/** What takes processes is taken as right here; `mistakes.slow.test.ts` has it. */
async function contextOf(setup: Setup): Promise<Context> {
  const runtime = setup.runtime({ ...api.environment, GITHUB_TOKEN: 'job' })
  const context = await openContext({ project: setup.project, configFlag: undefined, runtime })
  const benchmarks = [benchmark('orders/total'), benchmark('orders/find')]
  return { ...context, rehearsal: async () => ({ baseFailure: null, benchmarks, failures: [] }) }
}

/** The shared context with other workflows; the baseline branch takes processes, and is not asked. */
async function withWorkflows(workflows: Readonly<Record<string, string>>): Promise<Context> {
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-workflows-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  mkdirSync(join(directory, '.github/workflows'), { recursive: true })
  for (const [path, text] of Object.entries(workflows)) writeFileSync(join(directory, path), text)
  const repository = { ...(sharedContext.repository as Repository), remote: null }
  return { ...sharedContext, repository, workflows: await readWorkflows(directory) }
}

/** Everything that is not right. */
async function findings(context: Context): Promise<CheckResult[]> {
  const results = resultsOf(await examineContext(context, null))
  expect(results.length).toBeGreaterThan(30)
  // Whoever runs the tests may have a busy machine.
  return results.filter(({ id, status }) => id !== 'machine' && status !== 'ok')
}

describe('a right set-up is right', () => {
  const NOT_IN_CI = ['cache', 'skipped', 'only jobs of GitHub Actions have one']

  test.each([
    ['branches', BRANCHES, []],
    ['forks', FORKS, []],
    ['read-only', READ_ONLY, [['branch-rules', 'skipped', 'no workflow stores runs']]],
  ])('%s', async (_, workflows, skipped) => {
    const found = await findings(await withWorkflows(workflows))
    expect(found.map(({ id, status, detail }) => [id, status, detail])).toEqual([
      ['baseline-branch', 'skipped', 'there is no remote to keep the branch on'],
      ...skipped,
      NOT_IN_CI,
    ])
  })

  test('without a token nothing is asked', async () => {
    const before = api.requests.length
    const runtime = shared.runtime({ ...api.environment })
    const found = await findings({ ...sharedContext, runtime })
    const detail = 'neither GITHUB_TOKEN nor GH_TOKEN is set, so GitHub was not asked'
    expect(found.map((one) => [one.id, one.status, one.detail])).toEqual([
      ['token', 'skipped', detail],
      ['branch-rules', 'skipped', detail],
      NOT_IN_CI,
    ])
    expect(api.requests.length).toBe(before)
  })
})

interface Mistake {
  name: string
  workflows: Readonly<Record<string, string>>
  /** A text in a file of the workflows, and what stands there in its place. */
  edit?: [file: string, before: string, after: string]
  /** Types of rules for the baseline branch. */
  rules?: string[]
  found: Omit<CheckResult, 'title'>
}

// 1 and 8 to 12 take processes: `mistakes.slow.test.ts`.
const MISTAKES: Mistake[] = [
  {
    name: '2: credentials stay on disk where pull requests from forks are measured',
    workflows: FORKS,
    edit: [GATE, '          persist-credentials: false\n', '          fetch-depth: 0\n'],
    found: {
      id: 'persisted-credentials',
      status: 'failure',
      detail:
        'actions/checkout leaves its token on disk in the job `gate`, where the code of a pull request can read it',
      remedy:
        'Set `persist-credentials: false` under `with:` of that step. Benchgate gets its token another way.',
      place: '.github/workflows/benchgate.yml:17:9',
    },
  },
  {
    name: '3: pull_request_target',
    workflows: FORKS,
    edit: [GATE, '  pull_request:\n', '  pull_request:\n  pull_request_target:\n'],
    found: {
      id: 'pull-request-target',
      status: 'failure',
      detail:
        '`pull_request_target` runs with a token that can write and with the secrets of the repository, so Benchgate refuses to measure there',
      remedy:
        'Measure on `pull_request`, and publish from a second workflow on `workflow_run` (docs/forks.md).',
      place: '.github/workflows/benchgate.yml:4:3',
    },
  },
  {
    name: '4: no pull-requests permission',
    workflows: BRANCHES,
    edit: [GATE, '      pull-requests: write\n', ''],
    found: {
      id: 'right-pull-requests',
      status: 'failure',
      detail:
        'the job `benchgate` lacks the permission `pull-requests: write`, without which there is no comment',
      remedy:
        'Add `pull-requests: write` to the `permissions:` of the job. Or set `comment: never` in the step: the job and its summary then show the verdict.',
      place: '.github/workflows/benchgate.yml:12:5',
    },
  },
  {
    name: '5: no checks permission',
    workflows: BRANCHES,
    edit: [GATE, '      checks: write\n', ''],
    found: {
      id: 'right-checks',
      status: 'warning',
      detail:
        'the job `benchgate` lacks the permission `checks: write`, without which there is no check run `benchgate` to require in a ruleset',
      remedy: 'Add `checks: write` to the `permissions:` of the job.',
      place: '.github/workflows/benchgate.yml:12:5',
    },
  },
  {
    name: '6: no contents permission',
    workflows: BRANCHES,
    edit: [GATE, '      contents: write\n', ''],
    found: {
      id: 'right-contents',
      status: 'failure',
      detail:
        'the job `benchgate` lacks the permission `contents: write`, without which no run is stored on push',
      remedy:
        'Add `contents: write` to the `permissions:` of the job. If you do not want to store runs, remove `push` from the events of the workflow.',
      place: '.github/workflows/benchgate.yml:12:5',
    },
  },
  {
    name: '6: runs are to be stored by a job that can only read',
    workflows: FORKS,
    edit: [GATE, '      contents: write\n', '      contents: read\n'],
    found: {
      id: 'right-contents',
      status: 'failure',
      detail:
        'the job `record` lacks the permission `contents: write`, without which no run is stored on push',
      remedy:
        'Add `contents: write` to the `permissions:` of the job. If you do not want to store runs, remove `push` from the events of the workflow.',
      place: '.github/workflows/benchgate.yml:36:5',
    },
  },
  {
    name: '7: an action that is not pinned',
    workflows: FORKS,
    edit: [REPORT, 'b'.repeat(40), 'v1'],
    found: {
      id: 'pinned-actions',
      status: 'warning',
      detail: '`octo/benchgate@v1` is a tag or branch, which can be moved to other code',
      remedy:
        'Pin it to a full commit id, with the tag in a comment: `git ls-remote https://github.com/octo/benchgate v1` prints it.',
      place: '.github/workflows/benchgate-report.yml:21:15',
    },
  },
  {
    name: '13: a protected baseline branch',
    workflows: FORKS,
    rules: ['deletion', 'pull_request', 'non_fast_forward', 'update'],
    found: {
      id: 'branch-rules',
      status: 'failure',
      detail:
        'a rule protects the branch `benchgate`, so no run can be stored: Require a pull request before merging, Restrict updates',
      remedy:
        'Exclude `benchgate` from the rule (Settings, Rules). Rules against deletion and force pushes can stay.',
      place: null,
    },
  },
  {
    name: '14: legs of a matrix that share a key',
    workflows: BRANCHES,
    edit: [
      GATE,
      '    runs-on: ubuntu-24.04\n',
      '    strategy:\n      matrix:\n        os: [ubuntu-24.04, macos-15]\n        node: [22, 24]\n    runs-on: ${{ matrix.os }}\n',
    ],
    found: {
      id: 'keys',
      status: 'failure',
      detail:
        'matrix legs of the job `benchgate` share the key `default`: one comment, one check run and one history for all of them',
      remedy: 'Give each leg its own key, under `with:`: `key: ${{ matrix.os }}-${{ matrix.node }}`',
      place: '.github/workflows/benchgate.yml:28:9',
    },
  },
  {
    name: '15: a Node that is too old, in the workflow',
    workflows: FORKS,
    edit: [GATE, 'node-version: 24', 'node-version: 20.x'],
    found: {
      id: 'workflow-node',
      status: 'failure',
      detail: 'the job `gate` sets up Node 20.x, which is too old to run suites',
      remedy: 'Set `node-version: 24`, or another version from 22.18 on.',
      place: '.github/workflows/benchgate.yml:21:25',
    },
  },
]

test.each(MISTAKES)('$name', async ({ workflows, edit, rules = [], found }) => {
  api.rules.set('benchgate', rules)
  const results = await findings(
    await withWorkflows(edit === undefined ? workflows : edited(workflows, edit)),
  )
  const said = results.filter(({ status }) => status !== 'skipped')
  expect(said).toEqual([{ title: expect.any(String), ...found }])
  const skipped = results.filter(({ status }) => status === 'skipped').map(({ id }) => id)
  expect(skipped).toEqual(['baseline-branch', 'cache'])
})

function edited(
  workflows: Mistake['workflows'],
  [file, before, after]: NonNullable<Mistake['edit']>,
): Mistake['workflows'] {
  expect(workflows[file]).toContain(before)
  return { ...workflows, [file]: workflows[file]!.replace(before, () => after) }
}

test('15: a Node that is too old, on this machine', async () => {
  const bin = join(shared.directory, 'bin')
  shared.write({ '../bin/node': `#!/bin/sh\necho '["/old/node","v20.19.5"]'\n` })
  chmodSync(join(bin, 'node'), 0o755)
  const { node, ...runtime } = shared.runtime({ PATH: `${bin}:${process.env['PATH']}` })
  const [found] = await findings({ ...sharedContext, runtime })

  expect(found).toEqual({
    id: 'node',
    title: 'Node',
    status: 'failure',
    detail: `no Node of 22.18 or newer is on PATH; this program runs on ${node!.version}`,
    remedy: 'Install Node 24, or put it first on PATH: suites run on the first Node on PATH.',
    place: null,
  })
})
