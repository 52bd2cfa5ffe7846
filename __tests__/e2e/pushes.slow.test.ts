import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONG_MS } from '../checkout/sandbox.ts'
import { GitHubStage } from './github-stage.ts'

// Result files, so that nothing is measured: what is tested is what is held against what, and who says what.

let stage: GitHubStage
beforeEach(async () => {
  stage = await GitHubStage.start()
})
afterEach(() => stage?.stop())

const put = (list: unknown) => (workspace: string) => {
  mkdirSync(join(workspace, 'out'))
  writeFileSync(join(workspace, 'out/s.json'), JSON.stringify(list))
}
const inputs = { results: 'out/*.json' }
const ms = (name: string, value: number | null) => ({ name, unit: 'ms', value })
const size = (bytes: number) => put([{ name: 'bundle', passed: true, size: bytes }])
const budget = (limit: string, metric = 'primary') => ({
  'benchgate.yml': `version: 1\nbudgets: [{ match: '**', metric: ${metric}, ${limit} }]\n`,
})
const headlines = () => stage.api.comments.map(({ body }) => body.split('\n')[1])

test('a bad push hides nothing of what older stored runs have, and says what it lost', async () => {
  const good = stage.commit('main', budget('max-regression: 5%'), 'c0').slice(0, 7)
  await stage.push('main', { inputs, before: put([ms('a', 800), ms('b', 400)]) })
  const bad = stage.commit('main', { n: '1' }, 'c1').slice(0, 7)
  const lost = await stage.push('main', { inputs, before: put([ms('a', 800)]) })
  const sentence = `1 benchmark of the stored run of ${good} has no value in this one: "b". Changes are compared with the older run until a push measures it again`
  expect(lost.outcome, lost.log).toBe('success')
  expect(lost.outputs['summary']).toBe('⚠️ Recorded 1 benchmark, 1 removed')
  expect(lost.annotations).toMatchObject([{ level: 'warning', title: 'Benchmarks lost', message: sentence }])
  expect(lost.summary).toContain(sentence)

  stage.commit('topic', { x: '1' }, 'change')
  const slow = put([ms('a', 800), ms('b', 800)])
  const result = await stage.pullRequest(stage.propose(1, 'topic'), { inputs, before: slow })
  expect(result.outputs['outcome'], result.log).toBe('warn')
  expect(result.summary).toContain(
    `\`b\`: Compared with the stored run of ${good}: that of ${bad}, which is nearer to base, has no value of it.`,
  )

  // One that failed is no base either.
  stage.commit('main', { n: '2' }, 'c2')
  const failed = await stage.push('main', { inputs, before: put([ms('a', null)]) })
  expect(failed.annotations.map(({ title }) => title)).toContain('Benchmarks lost')
  stage.commit('other', { y: '1' }, 'another change')
  const behind = put([ms('a', 1600), ms('b', 400)])
  const second = await stage.pullRequest(stage.propose(2, 'other'), { inputs, before: behind })
  expect(second.outputs['regressions'], second.log).toContain('"benchmark":"a"')
})

test('legs that share a key: the worst stands, each is told, and each has a base of its own system', async () => {
  const leg = (os: string, run: string, attempt = '1') => ({
    inputs: { ...inputs, matrix: JSON.stringify({ os }) },
    env: { RUNNER_OS: os, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt },
  })
  const warned = (other: string) => ({
    level: 'warning',
    title: 'One key for several jobs',
    message: `Jobs of one workflow run share the key default: this one and "bench-${other}". The worst verdict counts, and a stored run of one may be the base of another. Give each a key of its own, in its step's \`with:\`: key: \${{ matrix.os }}`,
  })
  stage.commit('main', budget('max: 2 MB', 'size'), 'base')
  const first = await stage.push('main', { ...leg('Linux', '600'), before: size(1e6) })
  const recordedAt = Math.floor(Date.now() / 1000)
  expect(first.annotations, first.log).toEqual([])
  // Two runs that one job recorded of one commit are told apart by the second.
  await vi.waitUntil(() => Math.floor(Date.now() / 1000) > recordedAt, { timeout: LONG_MS })
  const second = await stage.push('main', { ...leg('macOS', '600'), before: size(1.5e6) })
  expect(second.annotations, second.log).toEqual([warned('Linux')])
  expect(second.summary).toContain('share the key default')

  stage.commit('topic', { x: '1' }, 'change')
  const pull = stage.propose(1, 'topic')
  const red = await stage.pullRequest(pull, { ...leg('Linux', '700'), before: size(2.1e6) })
  expect(red.annotations[0]!.message).toMatch(/^size 1\.00 → 2\.10 MB/)
  const green = await stage.pullRequest(pull, { ...leg('macOS', '700'), before: size(1.5e6) })
  expect(green.outcome, green.log).toBe('success')
  expect(green.annotations).toEqual([warned('Linux')])
  const over = '### ❌ 1 benchmark over budget · fix it, or change the limit'
  expect(headlines()).toEqual([over])
  expect(stage.api.checkRuns.at(-1)).toMatchObject({ conclusion: 'failure' })

  const again = await stage.pullRequest(pull, { ...leg('Linux', '700', '2'), before: size(1e6) })
  expect(again.annotations).toEqual([warned('macOS')])
  expect(headlines()).toHaveLength(1)
  expect(headlines()).not.toEqual([over])
  expect(stage.api.checkRuns.at(-1)).toMatchObject({ conclusion: 'success' })
})

test('a run of another system is never the base in silence', async () => {
  stage.commit('main', budget('max-regression: 50%'), 'base')
  await stage.push('main', { inputs, env: { RUNNER_OS: 'macOS' }, before: size(1e6) })
  stage.commit('topic', { x: '1' }, 'change')
  const result = await stage.pullRequest(stage.propose(1, 'topic'), { inputs, before: size(1e6) })
  expect(result.summary).toMatch(
    /Only deterministic values were compared: the stored run nearest to base was measured on another system \(macOS \S+; here: Linux \S+\)/,
  )
})

test('a comment is brought up to date where GraphQL is out of reach', async () => {
  stage.commit('main', budget('max: 2 MB', 'size'), 'base')
  stage.commit('topic', { x: '1' }, 'change')
  const pull = stage.propose(1, 'topic')
  await stage.pullRequest(pull, { inputs, before: size(2.1e6) })
  const env = { GITHUB_GRAPHQL_URL: `${stage.api.url}/nowhere` }
  const good = await stage.pullRequest(pull, { inputs, before: size(1e6), env })
  expect(good.annotations, good.log).toEqual([])
  expect(good.log).toContain('GraphQL did not say which comments this token wrote')
  expect(headlines()).toEqual(['### 🌱 First run: 1 new benchmark, nothing to compare with yet'])
})
