import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runSchema } from '../../src/model/stored-run.ts'
import { GitHubStage } from './github-stage.ts'

let stage: GitHubStage
beforeEach(async () => {
  stage = await GitHubStage.start()
})
afterEach(() => stage?.stop())

const CONFIG = `version: 1
command: { run: cat sizes.json, format: size-limit }
baseline: { anchor: { tag: 'v*', every: 2 } }
`
const sizes = (size: number) => ({ 'sizes.json': JSON.stringify([{ name: 'bundle', passed: true, size }]) })
const storedRuns = () =>
  stage
    .storedFiles()
    .filter((file) => file.startsWith('runs/'))
    .map((path) => runSchema.parse(JSON.parse(stage.hosted.git('show', `benchgate:${path}`))))

test('a push is measured against the newest release, and one without a release only warns', async () => {
  const release = stage.commit('main', { 'benchgate.yml': CONFIG, ...sizes(1000) }, 'release')
  stage.commit('main', sizes(1500), 'between')
  const head = stage.commit('main', sizes(2000), 'after')

  const warned = await stage.push('main', { depth: 3 })
  expect(warned.outcome, warned.log).toBe('success')
  expect(warned.summary).toContain(
    `The release was not measured: No tag that matches v&#42; can be reached from ${head} (${head.slice(0, 7)}). Fetch the history (with actions/checkout: fetch-depth: 0), or name another tag in baseline.anchor.`,
  )

  const tagged = (workspace: string) => execFileSync('git', ['tag', 'v1', release], { cwd: workspace })
  const result = await stage.push('main', { depth: 3, before: tagged, env: { GITHUB_RUN_ATTEMPT: '2' } })
  expect(result.outcome, result.log).toBe('success')
  const [first, second] = storedRuns()
  expect(first).not.toHaveProperty('anchor')
  expect(second).toMatchObject({ commit: { sha: head }, anchor: { sha: release, name: 'v1' } })
  const [metric] = second!.benchmarks[0]!.metrics
  expect(metric!.change!.log).toBeCloseTo(Math.log(2000 / 1500), 4)
  expect(metric!.anchor!.log).toBeCloseTo(Math.log(2000 / 1000), 4)
})
