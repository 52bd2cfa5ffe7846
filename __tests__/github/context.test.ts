import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { readContext, readEvent } from '../../src/github/context.ts'
import { ENV, events } from './events.ts'
import { BASE_SHA, SHA } from './sandbox.ts'

const scratch = mkdtempSync(join(tmpdir(), 'benchgate-context-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('a pull request from a fork', () => {
  const { name, env, event } = events.forkPull
  const context = readContext({ ...ENV, GITHUB_EVENT_NAME: name, ...env }, event)
  expect(context.pull).toEqual({
    number: 7,
    state: 'open',
    author: 'someone',
    headSha: SHA,
    headRef: 'feature',
    headRepository: 'stranger/project',
    baseSha: BASE_SHA,
    baseRef: 'main',
    isFork: true,
  })
  expect(context.repository).toEqual({
    owner: 'octo',
    name: 'project',
    fullName: 'octo/project',
    defaultBranch: 'main',
  })
  expect(context.branch).toBeNull()
  expect(context.runUrl).toBe('https://github.com/octo/project/actions/runs/42')
})

test('a pull request whose fork was deleted is still one from a fork', () => {
  const { name, event } = events.pull
  const orphaned = structuredClone(event) as { pull_request: { head: { repo: unknown } } }
  orphaned.pull_request.head.repo = null
  const context = readContext({ ...ENV, GITHUB_EVENT_NAME: name }, orphaned)
  expect(context.pull).toMatchObject({ isFork: true, headRepository: null })
})

test('a workflow run, a merge group, a dispatch, a second attempt', () => {
  const of = (key: keyof typeof events) => {
    const { name, env, event } = events[key]
    return readContext({ ...ENV, GITHUB_EVENT_NAME: name, ...env }, event)
  }
  expect(of('forkRun').sourceRun).toEqual({
    id: 99,
    event: 'pull_request',
    conclusion: 'failure',
    headSha: SHA,
    headBranch: 'feature',
    headRepository: 'stranger/project',
  })
  expect(of('mergeGroup').mergeGroup).toMatchObject({
    baseSha: BASE_SHA,
    baseRef: 'refs/heads/main',
  })
  expect(of('rerun').runAttempt).toBe(2)
  expect(of('dependabot').isDependabot).toBe(true)
  expect(of('pull').isDependabot).toBe(false)
  expect(of('branchDeleted').deleted).toBe(true)
})

test('a schedule says nothing of the repository, and runs on the default branch', () => {
  const context = readContext(
    { ...ENV, GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/trunk' },
    { schedule: '0 3 * * *' },
  )
  expect(context.repository).toMatchObject({ defaultBranch: 'trunk' })
})

test.each([
  ['no variables at all', {}, {}, 'GITHUB_EVENT_NAME'],
  ['no repository', { ...ENV, GITHUB_REPOSITORY: '' }, {}, 'GITHUB_REPOSITORY'],
  ['a repository that is a path', { ...ENV, GITHUB_REPOSITORY: '../..//x' }, {}, 'GITHUB_REPOSITORY'],
  ['a commit that is an option', { ...ENV, GITHUB_SHA: '--upload-pack=x' }, {}, 'GITHUB_SHA'],
  ['an address for another protocol', { ...ENV, GITHUB_API_URL: 'file:///etc/passwd' }, {}, 'GITHUB_API_URL'],
  ['a run id that is no number', { ...ENV, GITHUB_RUN_ID: 'x' }, {}, 'GITHUB_RUN_ID'],
  ['an event that is a list', ENV, [], 'the event'],
  ['an event that is null', ENV, null, 'the event'],
  ['no pull request', { ...ENV, GITHUB_EVENT_NAME: 'pull_request' }, {}, "the event's pull_request"],
  [
    'a pull request without head',
    { ...ENV, GITHUB_EVENT_NAME: 'pull_request' },
    { pull_request: { number: 1, state: 'open' } },
    "the event's pull_request, head",
  ],
  ['no workflow run', { ...ENV, GITHUB_EVENT_NAME: 'workflow_run' }, {}, "the event's workflow_run"],
])('%s is an error that names the place', (_what, env: NodeJS.ProcessEnv, event, place) => {
  expect(() => readContext(env, event)).toThrow(place)
  expect(() => readContext(env, event)).toThrow(UserError)
})

test('an event is read from its file; a missing, a broken and an oversized one are errors', async () => {
  const file = join(scratch, 'event.json')
  const read = () => readEvent({ GITHUB_EVENT_PATH: file })
  await expect(readEvent({})).rejects.toThrow('GITHUB_EVENT_PATH is not set')
  await expect(read()).rejects.toThrow('ENOENT')
  writeFileSync(file, '{"action": "open')
  await expect(read()).rejects.toThrow(UserError)
  writeFileSync(file, '{"action": "opened"}')
  await expect(read()).resolves.toEqual({ action: 'opened' })
  truncateSync(file, 26 * 1024 * 1024)
  await expect(read()).rejects.toThrow('27262976 bytes')
})
