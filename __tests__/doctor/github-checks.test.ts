import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '../../src/doctor/check.ts'
import type { Context } from '../../src/doctor/context.ts'
import { GITHUB_CHECKS } from '../../src/doctor/github-checks.ts'
import { readWorkflows, type Workflows } from '../../src/doctor/workflow.ts'
import type { Runtime } from '../../src/gate/request.ts'
import { ACTIONS_BOT, GitHubApi, READ_TOKEN, WRITE_TOKEN } from '../e2e/doubles/github-api.ts'
import { BRANCHES, GATE } from './right-setup.ts'

let api: GitHubApi
let root: string
let workflows: Workflows
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'benchgate-github-'))
  mkdirSync(join(root, '.github/workflows'), { recursive: true })
  writeFileSync(join(root, GATE), BRANCHES[GATE]!)
  workflows = await readWorkflows(root)
})
afterAll(() => rmSync(root, { recursive: true }))
beforeEach(async () => {
  api = await GitHubApi.start()
  api.tokens.set('job', { ...ACTIONS_BOT, permissions: WRITE_TOKEN })
  api.tokens.set('reader', { ...ACTIONS_BOT, permissions: READ_TOKEN })
  return async () => {
    await api.stop()
    if (api.violations.length > 0) throw new Error(api.violations.join('\n'))
  }
})

/** What one check says. */
async function said(id: string, env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const runtime = { env: { ...api.environment, GITHUB_TOKEN: 'job', ...env } } as Partial<Runtime>
  const context = { runtime, workflows, project: root, repository: { remote: null } } as Context
  const checks = GITHUB_CHECKS.filter((check) => check.id === id)
  return (await examine(context, checks)).map(({ status, detail }) => `${status}: ${detail}`)
}

describe('the token', () => {
  test('can push', async () => {
    expect(await said('token')).toEqual(['ok: the token can read octo/project and push to it'])
    expect(api.requests.map(({ method }) => method)).toEqual(['GET', 'GET'])
  })

  test('can only read', async () => {
    expect(await said('token', { GITHUB_TOKEN: '', GH_TOKEN: 'reader' })).toEqual([
      'ok: the token can read octo/project but not push to it',
    ])
  })

  test('is not valid', async () => {
    expect(await said('token', { GITHUB_TOKEN: 'expired' })).toEqual([
      'failure: GitHub does not accept the token for octo/project: GitHub answered 401 to GET /repos/octo/project/rules/branches/benchgate: Bad credentials',
    ])
  })

  test('may not see the repository', async () => {
    expect(await said('token', { GITHUB_REPOSITORY: 'octo/other' })).toEqual([
      'failure: GitHub does not accept the token for octo/other: GitHub answered 404 to GET /repos/octo/other/rules/branches/benchgate: Not Found',
    ])
  })

  test('GitHub does not answer as it should', async () => {
    api.fault({ when: 'repos/get-branch-rules', answer: { kind: 'status', status: 502 } })
    expect(await said('token')).toEqual([
      'skipped: GitHub answered 502 to GET /repos/octo/project/rules/branches/benchgate: Fault',
    ])
    api.fault({ when: 'repos/get-branch-rules', answer: { kind: 'reset' } })
    expect(await said('token')).toEqual([
      expect.stringMatching(
        /^skipped: GitHub could not be reached \(.+\) \(GET \/repos\/octo\/project\/rules\/branches\/benchgate\)$/,
      ),
    ])
  })

  test('there is no repository of that server', async () => {
    expect(await said('token', { GITHUB_REPOSITORY: '' })).toEqual([
      'skipped: the remote is not a repository on 127.0.0.1',
    ])
  })
})

describe('rules for the baseline branch', () => {
  const there = () =>
    api.branches.set('benchgate', { commits: [{ sha: 'a'.repeat(40), message: '', path: '', content: '' }] })

  test('those that let pushes through', async () => {
    expect(await said('branch-rules')).toEqual(['ok: no rule forbids pushes to benchgate'])
    api.rules.set('benchgate', ['deletion', 'non_fast_forward', 'required_linear_history'])
    expect(await said('branch-rules')).toEqual(['ok: its rules allow pushes to benchgate'])
  })

  test('those that forbid to create it matter as long as it is not there', async () => {
    api.rules.set('benchgate', ['creation', 'required_signatures'])
    expect(await said('branch-rules')).toEqual([
      'failure: a rule protects the branch `benchgate`, so no run can be stored: Restrict creations, Require signed commits',
    ])
    there()
    expect(await said('branch-rules')).toEqual(['ok: its rules allow pushes to benchgate'])
  })

  test.each([
    ['update', 'Restrict updates'],
    ['pull_request', 'Require a pull request before merging'],
    ['required_status_checks', 'Require status checks to pass'],
    ['merge_queue', 'Require merge queue'],
    ['required_deployments', 'Require deployments to succeed'],
    ['workflows', 'Require workflows to pass before merging'],
    ['code_scanning', 'Require code scanning results'],
  ])('%s', async (type, name) => {
    there()
    api.rules.set('benchgate', [type])
    expect(await said('branch-rules')).toEqual([
      `failure: a rule protects the branch \`benchgate\`, so no run can be stored: ${name}`,
    ])
  })

  test('a protection whose content cannot be seen', async () => {
    there()
    api.protectedBranches.add('benchgate')
    expect(await said('branch-rules')).toEqual([
      'warning: the branch `benchgate` is protected, and this token cannot see whether it accepts pushes',
    ])
  })

  test('an answer that is none', async () => {
    api.fault({ when: 'repos/get-branch-rules', answer: { kind: 'html' } })
    expect(await said('branch-rules')).toEqual([expect.stringMatching(/^skipped: /)])
    api.fault({ when: 'repos/get-branch-rules', answer: { kind: 'status', status: 200, body: { a: 1 } } })
    expect(await said('branch-rules')).toEqual([
      expect.stringMatching(
        /^skipped: GitHub's answer to the rules of benchgate is not what its description says/,
      ),
    ])
  })
})

test('the cache', async () => {
  expect(await said('cache')).toEqual(['skipped: only jobs of GitHub Actions have one'])
  const job = { GITHUB_ACTIONS: 'true' }
  expect(await said('cache', job)).toEqual(['skipped: only actions can use it, not a step with `run:`'])
  const action = { RUNNER_TEMP: root, ACTIONS_RESULTS_URL: 'http://localhost/', ACTIONS_RUNTIME_TOKEN: 'x' }
  expect(await said('cache', { ...job, ...action })).toEqual(['ok: available'])
})
