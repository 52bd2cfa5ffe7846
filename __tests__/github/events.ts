import { BASE_SHA, SHA } from './sandbox.ts'

/** What every job has. */
export const ENV: NodeJS.ProcessEnv = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'octo/project',
  GITHUB_SHA: SHA,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_ACTOR: 'someone',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'bench',
  GITHUB_WORKFLOW: 'Benchmarks',
}

interface Event {
  name: string
  env?: NodeJS.ProcessEnv
  event: Record<string, unknown>
}

const repository = { full_name: 'octo/project', default_branch: 'main', private: false }

const pull = (changes: Record<string, unknown> = {}, fork = false) => ({
  action: 'synchronize',
  repository,
  pull_request: {
    number: 7,
    state: 'open',
    draft: false,
    user: { login: 'someone' },
    head: { sha: SHA, ref: 'feature', repo: { full_name: fork ? 'stranger/project' : 'octo/project' } },
    base: { sha: BASE_SHA, ref: 'main', repo: { full_name: 'octo/project' } },
    ...changes,
  },
})

const run = (changes: Record<string, unknown> = {}) => ({
  action: 'completed',
  repository,
  workflow_run: {
    id: 99,
    event: 'pull_request',
    conclusion: 'failure',
    head_sha: SHA,
    head_branch: 'feature',
    head_repository: { full_name: 'stranger/project' },
    artifacts_url: 'https://api.github.com/repos/octo/project/actions/runs/99/artifacts',
    pull_requests: [],
    ...changes,
  },
})

const ofPull = { GITHUB_REF: 'refs/pull/7/merge' }

const table = {
  pull: { name: 'pull_request', env: ofPull, event: pull() },
  forkPull: { name: 'pull_request', env: ofPull, event: pull({}, true) },
  rerun: { name: 'pull_request', env: { ...ofPull, GITHUB_RUN_ATTEMPT: '2' }, event: pull() },
  dependabot: {
    name: 'pull_request',
    env: { ...ofPull, GITHUB_ACTOR: 'dependabot[bot]' },
    event: pull({ user: { login: 'dependabot[bot]' } }),
  },
  closedPull: {
    name: 'pull_request',
    env: ofPull,
    event: { ...pull({ state: 'closed' }), action: 'closed' },
  },
  pullTarget: { name: 'pull_request_target', event: pull({}, true) },
  mergeGroup: {
    name: 'merge_group',
    env: { GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7' },
    event: {
      action: 'checks_requested',
      repository,
      merge_group: {
        head_sha: SHA,
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
        base_sha: BASE_SHA,
        base_ref: 'refs/heads/main',
      },
    },
  },
  pushToMain: { name: 'push', event: { repository, deleted: false } },
  pushToBranch: { name: 'push', env: { GITHUB_REF: 'refs/heads/feature' }, event: { repository } },
  pushToRelease: { name: 'push', env: { GITHUB_REF: 'refs/heads/release/1' }, event: { repository } },
  tagPush: { name: 'push', env: { GITHUB_REF: 'refs/tags/v1' }, event: { repository } },
  branchDeleted: { name: 'push', env: { GITHUB_SHA: '0'.repeat(40) }, event: { repository, deleted: true } },
  schedule: { name: 'schedule', event: { schedule: '0 3 * * *' } },
  dispatchOnMain: {
    name: 'workflow_dispatch',
    event: { repository, inputs: { reason: 'because', deep: true } },
  },
  dispatchOnBranch: {
    name: 'workflow_dispatch',
    env: { GITHUB_REF: 'refs/heads/feature' },
    event: { repository, inputs: null },
  },
  forkRun: { name: 'workflow_run', event: run() },
  pushRun: { name: 'workflow_run', event: run({ event: 'push' }) },
  requestedRun: { name: 'workflow_run', event: { ...run({ conclusion: null }), action: 'requested' } },
  comment: { name: 'issue_comment', event: { action: 'created', repository } },
  release: {
    name: 'release',
    env: { GITHUB_REF: 'refs/tags/v1' },
    event: { action: 'published', repository },
  },
} satisfies Record<string, Event>

/** An event of each kind that Benchgate can be started by. */
export const events: Record<keyof typeof table, Event> = table
