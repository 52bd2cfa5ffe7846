import { execFileSync } from 'node:child_process'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
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
  const lines = result.log.split('\n')
  const note = lines.indexOf('measuring against the newest tag of v* as well, as baseline.anchor asks for')
  expect(lines.indexOf(`v1 → ${head.slice(0, 7)} · 1 benchmark`), result.log).toBeGreaterThan(note)
  expect(note).toBeGreaterThan(lines.indexOf(`parent → ${head.slice(0, 7)} · 1 benchmark`))
  const readings = lines.flatMap((line, i) => (line === 'reading the baseline branch' ? [i] : []))
  expect(readings.filter((at) => lines[at + 1] === lines[at])).toEqual([])
  const [first, second] = storedRuns()
  expect(first).not.toHaveProperty('anchor')
  expect(second).toMatchObject({ commit: { sha: head }, anchor: { sha: release, name: 'v1' } })
  const [metric] = second!.benchmarks[0]!.metrics
  expect(metric!.change!.log).toBeCloseTo(Math.log(2000 / 1500), 4)
  expect(metric!.anchor!.log).toBeCloseTo(Math.log(2000 / 1000), 4)
})

test('a parent that does not build is said with what to do, and what a push does not heed is left out', async () => {
  const config =
    'version: 1\nbase: { setup: test -e ready }\ncommand: { run: cat sizes.json, format: size-limit }\n'
  const parent = stage.commit('main', { 'benchgate.yml': config, ...sizes(1000) }, 'before')
  stage.commit('main', { ready: '' }, 'after')
  const { summary, log } = await stage.push('main')
  const short = parent.slice(0, 7)
  expect(summary, log).toMatch(
    new RegExp(
      `^- The parent was not measured: base \\(${short}\\) does not build: .+ Run base\\.setup in a checkout of ${short} to see all of it, and correct the line in the configuration\\.$`,
      'm',
    ),
  )
})

/** Resolves when a file is written that is not there yet. */
async function written(folder: string, name: string): Promise<void> {
  for await (const event of watch(folder)) if (event.filename === name) return
}

/** Where a run is after a step: on the branch, or where the last seconds of a busy machine were too few, in a file. */
const placesOf = ({ outputs }: { outputs: Record<string, string> }) =>
  [stage.hosted.tip('benchgate') !== null && 'branch', outputs['run-file'] && 'file'].filter(Boolean)

test('a job that is cancelled while it measures the release stores the run without it', async () => {
  const script = { 'benchgate.yml': CONFIG.replace('cat sizes.json', 'sh measure.sh') }
  const hangs = `touch ${join(stage.directory, 'measuring')}\nexec tail -f /dev/null\n`
  const release = stage.commit('main', { ...script, 'measure.sh': hangs }, 'release')
  stage.commit('main', { 'measure.sh': 'cat sizes.json\n', ...sizes(1500) }, 'between')
  const head = stage.commit('main', sizes(2000), 'after')
  const result = await stage.push('main', {
    depth: 3,
    before: (workspace) => execFileSync('git', ['tag', 'v1', release], { cwd: workspace }),
    cancelled: written(stage.directory, 'measuring'),
  })
  expect(placesOf(result), result.log).toHaveLength(1)
  expect(result.summary).toContain(
    'The release was not measured: the job was cancelled, or timed out, before that was done. The next recorded push tries again. If it timed out, raise timeout-minutes of the job.',
  )
  if (stage.hosted.tip('benchgate') === null) return
  const [run] = storedRuns()
  expect(run).toMatchObject({ commit: { sha: head } })
  expect(run).not.toHaveProperty('anchor')
})

test('a job that is cancelled while it stores the run goes on to store it', async () => {
  stage.commit('main', { 'benchgate.yml': CONFIG, ...sizes(1500) }, 'before')
  stage.commit('main', sizes(2000), 'after')
  const pushing = Promise.withResolvers<void>()
  stage.server.beforeReceive = () => {
    // The first push fails, so that the run is stored after the signal.
    stage.server.beforeReceive = () => null
    pushing.resolve()
    return 503
  }
  const result = await stage.push('main', { depth: 3, cancelled: pushing.promise })
  expect(placesOf(result), result.log).toHaveLength(1)
})
