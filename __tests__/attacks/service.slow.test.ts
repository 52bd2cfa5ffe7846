import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GitHubStage } from '../e2e/github-stage.ts'

// What happens to GitHub while a whole step runs. Result files, so that nothing is measured. Each fault alone
// is in github/comment, github/client and store/store; many writers at once are in e2e/store.

let stage: GitHubStage
beforeEach(async () => {
  stage = await GitHubStage.start()
  stage.commit('main', { 'benchgate.yml': CONFIG }, 'base')
})
afterEach(async () => {
  const { violations } = stage.api
  await stage.stop()
  if (violations.length > 0) throw new Error(violations.join('\n'))
})

const CONFIG = `version: 1\nbudgets: [{ match: '**', metric: size, max: 2 MB }]\n`
const inputs = { results: 'out/*.json' }
const size = (bytes: number) => (workspace: string) => {
  mkdirSync(join(workspace, 'out'))
  writeFileSync(
    join(workspace, 'out/s.json'),
    JSON.stringify([{ name: 'bundle', passed: true, size: bytes }]),
  )
}
const OVER = '### ❌ 1 benchmark over budget · fix it, or change the limit'
const headlines = () => stage.api.comments.map(({ body }) => body.split('\n')[1])
const stored = () => stage.storedFiles().filter((file) => file.startsWith('runs/'))
const propose = () => {
  stage.commit('topic', { x: '1' }, 'change')
  return stage.propose(1, 'topic')
}

test('a comment that is deleted between list and update is there again', async () => {
  const pull = propose()
  await stage.pullRequest(pull, { inputs, before: size(4e6) })
  expect(headlines()).toEqual([OVER])
  stage.api.fault({
    when: 'issues/update-comment',
    answer: { kind: 'meanwhile', happens: () => (stage.api.comments = []) },
  })
  const result = await stage.pullRequest(pull, { inputs, before: size(3e6) })
  expect(result.outcome, result.log).toBe('failure')
  expect(headlines()).toEqual([OVER])
})

test('two jobs that comment at once end with one comment, which says the worst', async () => {
  const pull = propose()
  const leg = (os: string, bytes: number) =>
    stage.pullRequest(pull, {
      inputs: { ...inputs, matrix: JSON.stringify({ os }) },
      env: { GITHUB_RUN_ID: '700' },
      before: size(bytes),
    })
  const [red, green] = await Promise.all([leg('a', 3e6), leg('b', 1e6)])
  expect([red.outcome, green.outcome], red.log + green.log).toEqual(['failure', 'success'])
  expect(headlines()).toEqual([OVER])
  expect(stage.api.checkRuns.at(-1)).toMatchObject({ conclusion: 'failure' })
})

test('a pull request that is force-pushed while its gate runs keeps the comment of its newer commit', async () => {
  const pull = propose()
  const before = (workspace: string) => {
    size(3e6)(workspace)
    pull.head.sha = 'c'.repeat(40)
  }
  const old = pull.head.sha
  // The event was sent before that.
  const result = await stage.pullRequest({ ...pull, head: { ...pull.head } }, { inputs, before })
  expect(result.outcome, result.log).toBe('failure')
  expect(stage.api.comments).toEqual([])
  expect(result.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)).toEqual([
    `The comment was left as it is: #1 has moved on from ${old.slice(0, 7)} to ccccccc; the run for that commit will publish`,
  ])
  // The commit has its verdict all the same.
  expect(stage.api.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['failure'])
})

test('the baseline branch is deleted while a run is pushed to it: the run is stored, and it is said', async () => {
  await stage.push('main', { inputs, before: size(1e6) })
  const [first] = stored()
  let removed: string | null = null
  stage.server.beforeReceive = () => {
    removed ??= stage.hosted.setBranch('benchgate', null)
    return null
  }
  const result = await stage.push('main', { inputs, env: { GITHUB_RUN_ID: '900' }, before: size(1e6) })
  expect(result.outcome, result.log).toBe('success')
  expect(removed).not.toBeNull()
  expect(stored()).toHaveLength(1)
  expect(stored()).not.toEqual([first])
  expect(result.summary).toContain(
    'The baseline branch benchgate was deleted: the runs that it held are gone unless it is restored',
  )
  expect(result.summary).toContain(removed!)
})

test('the baseline branch is rewritten while a run is pushed to it: the run comes on top, and it is said', async () => {
  await stage.push('main', { inputs, before: size(1e6) })
  const other = stage.hosted.commit('other', null, [{ files: { 'benchgate.json': '{"schema": 1}\n' } }])
  let removed: string | null = null
  stage.server.beforeReceive = () => {
    removed ??= stage.hosted.setBranch('benchgate', other)
    return null
  }
  const result = await stage.push('main', { inputs, env: { GITHUB_RUN_ID: '900' }, before: size(1e6) })
  expect(result.outcome, result.log).toBe('success')
  expect(stored()).toHaveLength(1)
  expect(stage.hosted.git('rev-parse', 'benchgate~1')).toBe(other)
  expect(result.summary).toContain('The baseline branch benchgate was rewritten: it no longer holds')
  expect(result.summary).toContain(removed!)
})

test('a repository whose only commit is gated, and then recorded', async () => {
  const gate = await stage.run({
    eventName: 'workflow_dispatch',
    ref: 'refs/heads/main',
    sha: stage.developer.git('rev-parse', 'main'),
    event: { inputs: null },
    inputs: { ...inputs, mode: 'gate' },
    before: size(1e6),
  })
  expect(gate.outcome, gate.log).toBe('success')
  const record = await stage.push('main', { inputs, before: size(1e6) })
  expect(record.outcome, record.log).toBe('success')
  expect(stored()).toHaveLength(1)
})

test('an API that answers nothing: the verdict stands, and what was not published is said', async () => {
  const pull = propose()
  stage.api.fault({ when: () => true, times: 1_000, answer: { kind: 'status', status: 404 } })
  const result = await stage.pullRequest(pull, { inputs, before: size(3e6) })
  expect(result.outcome).toBe('failure')
  expect(result.annotations.map(({ message }) => message.split('. ')[0]!.split('\n')[0])).toEqual([
    'The comment was not published',
    'The check run was not published',
    'size — → 3.00 MB, budget at most 2 MB.',
    '❌ 1 benchmark over budget',
  ])
})
