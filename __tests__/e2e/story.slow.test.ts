import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runSchema } from '../../src/model/stored-run.ts'
import type { StepResult } from './doubles/runner.ts'
import { GitHubStage } from './github-stage.ts'

// One repository from its first push to an accepted slowdown, each step a job of its own that runs the committed dist. The
// benchmarks say themselves what they take, so that no machine changes a verdict: what is tested is that everything is told
// where it belongs. BENCHGATE_TRANSCRIPT=file keeps what was said.

const CONFIG = `version: 1
suites: ['bench/*.bench.mjs']
measure: { time-per-benchmark: 10 ms, time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 40% }
`
/** Lengths from `least` on take so many rounds, the others one. */
const work = (rounds: number, least = 0) => `const rounds = (length) => (length < ${least} ? 1 : ${rounds})
export const sumNs = (length) => rounds(length) * length * (1 + 0.01 * Math.random())
`
const SUITE = `import { bench, group, run } from 'mitata'
import { sumNs } from '../src/sum.mjs'

group('sum', () => {
  bench('large', function* () { yield { manual: () => sumNs(3000) } })
  bench('small', function* () { yield { manual: () => sumNs(4) } })
})
bench('sort', function* () { yield { manual: () => 40_000 * (1 + 0.01 * Math.random()) } })
await run()
`

let stage: GitHubStage
beforeAll(async () => {
  stage = await GitHubStage.start()
})
afterAll(() => stage?.stop())

function tell(title: string, result: StepResult): void {
  const file = process.env['BENCHGATE_TRANSCRIPT']
  if (file === undefined) return
  const comments = stage.api.comments.map(
    (comment) => `comment ${comment.id} on #${comment.pull}:\n${comment.body}`,
  )
  const checks = stage.api.checkRuns
    .slice(-1)
    .map((run) => `check run ${run.name}: ${run.conclusion}, ${run.output.title}`)
  const annotations = result.annotations.map(
    (a) => `${a.level} ${a.file ?? ''}:${a.line ?? ''} ${a.title ?? ''}: ${a.message}`,
  )
  const parts = [
    `\n===== ${title}: step ${result.outcome}`,
    result.log,
    ...annotations,
    ...checks,
    ...comments,
    `summary:\n${result.summary}`,
  ]
  appendFileSync(file, `${parts.join('\n')}\n`)
}

const comments = () => stage.api.comments.filter(({ pull }) => pull === 7)
const lastCheck = () => stage.api.checkRuns.at(-1)!
const stored = () => {
  const files = stage.storedFiles().filter((file) => file.startsWith('runs/'))
  return files.map((file) => runSchema.parse(JSON.parse(stage.hosted.git('show', `benchgate:${file}`))))
}

describe('the life of a repository', () => {
  test('the first push to main creates the baseline branch with one run', async () => {
    stage.commit(
      'main',
      { 'benchgate.yml': CONFIG, 'bench/sum.bench.mjs': SUITE, 'src/sum.mjs': work(1) },
      'First benchmarks',
    )
    const result = await stage.push('main')
    tell('first push', result)
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['outcome']).toBe('pass')
    expect(result.summary).toContain('🌱')
    const [run] = stored()
    expect(run!.benchmarks.map(({ id }) => id).sort()).toEqual(['sort', 'sum/large', 'sum/small'])
    expect(run!.commit).toMatchObject({ parent: null, subject: 'First benchmarks' })
    for (const { metrics } of run!.benchmarks)
      expect(metrics[0]).toMatchObject({ change: null, verdict: null })
  })

  test('the second is measured against its parent, too', async () => {
    stage.commit('main', { 'NOTES.md': 'words' }, 'Notes')
    const result = await stage.push('main')
    tell('second push', result)
    expect(result.outcome, result.log).toBe('success')
    expect(stored()).toHaveLength(2)
    const run = stored().find(({ commit }) => commit.subject === 'Notes')!
    for (const { metrics } of run.benchmarks) expect(metrics[0]!.change!.pairs).toBeGreaterThanOrEqual(4)
  })

  test('a pull request that slows one benchmark down is red, in one comment', async () => {
    stage.commit('faster', { 'src/sum.mjs': work(3) }, 'A better sum')
    const result = await stage.pullRequest(stage.propose(7, 'faster'))
    tell('a slowdown', result)
    expect(result.outcome, result.log).toBe('failure')
    expect(result.outputs['outcome']).toBe('fail')
    expect(comments()).toHaveLength(1)
    expect(comments()[0]!.body).toMatch(/^<!-- benchgate:v1 key=default -->\n### ❌ /)
    expect(comments()[0]!.body).toContain('sum/large')
    expect(comments()[0]!.body).toMatch(/[▁▂▃▄▅▆▇█]{3}/)
    expect(lastCheck()).toMatchObject({ name: 'benchgate', conclusion: 'failure' })
    // Both are three times slower: which comes first is chance.
    const places = result.annotations.filter(({ file }) => file === 'bench/sum.bench.mjs')
    expect(places.map(({ level, line }) => `${level} ${line}`).sort()).toEqual(['error 5', 'error 6'])
    expect(result.summary).toContain('xychart')
    expect(
      JSON.parse(result.outputs['regressions']!).map(({ benchmark }: { benchmark: string }) => benchmark),
    ).toContain('sum/large')
    // A pull request never writes a baseline.
    expect(stored()).toHaveLength(2)
  })

  test('the fix turns the same comment green', async () => {
    const [before] = comments()
    stage.commit('faster', { 'src/sum.mjs': `${work(1)}// as before\n` }, 'Back to one round')
    const result = await stage.pullRequest(stage.propose(7, 'faster'))
    tell('the fix', result)
    expect(result.outcome, result.log).toBe('success')
    expect(comments()).toHaveLength(1)
    expect(comments()[0]!.id).toBe(before!.id)
    expect(comments()[0]!.body).not.toContain('❌')
    expect(lastCheck().conclusion).not.toBe('failure')
  })

  test('an accepted slowdown passes, with its reason', async () => {
    const accepted = `${CONFIG}accepted:\n  - { match: 'sum/*', metric: time, up-to: 900%, reason: 'Three rounds are more exact' }\n`
    stage.commit(
      'faster',
      { 'src/sum.mjs': work(3, 1000), 'benchgate.yml': accepted },
      'Three rounds, accepted',
    )
    const result = await stage.pullRequest(stage.propose(7, 'faster'))
    tell('accepted', result)
    expect(result.outcome, result.log).toBe('success')
    expect(comments()).toHaveLength(1)
    expect(comments()[0]!.body).toContain('☑️')
    expect(comments()[0]!.body).toContain('Three rounds are more exact')
  })

  test('budgets that a change loosens do not count for it, and are named', async () => {
    const loosened = CONFIG.replace('40%', '900%')
    stage.commit('loosen', { 'src/sum.mjs': work(3, 1000), 'benchgate.yml': loosened }, 'Looser')
    const result = await stage.pullRequest(stage.propose(8, 'loosen'))
    tell('loosened budgets', result)
    expect(result.outcome, result.log).toBe('failure')
    const [comment] = stage.api.comments.filter(({ pull }) => pull === 8)
    expect(comment!.body).toMatch(/40\s?%.*900\s?%/)
  })

  test('what was merged is recorded with its change to the parent', async () => {
    const { developer } = stage
    developer.git('switch', '-q', 'main')
    developer.git('merge', '-q', '--no-ff', '-m', 'Merge #7', 'faster')
    developer.git('push', '-q', stage.hosted.directory, 'main')
    const result = await stage.push('main')
    tell('merged', result)
    expect(result.outcome, result.log).toBe('success')
    expect(stored()).toHaveLength(3)
    const run = stored().find(({ commit }) => commit.subject === 'Merge #7')!
    const large = run.benchmarks.find(({ id }) => id === 'sum/large')!.metrics[0]!
    expect(large.change!.low).toBeGreaterThan(Math.log(1.4))
    expect(large.values.length).toBeGreaterThanOrEqual(8)
  })

  test('nothing that was asked of GitHub is against its description', () => {
    expect(stage.api.requests.length).toBeGreaterThan(10)
    expect(stage.api.violations).toEqual([])
  })
})
