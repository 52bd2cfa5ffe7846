import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { isBeyondWarning, knownHistory, withStanding } from '../../src/gate/standing.ts'
import type { Waiver } from '../../src/model/config.ts'
import { createRandom } from '../../src/stats/random.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { config } from './evidence-sample.ts'
import { COMMITS, history, step, trend } from '../history/sample-trends.ts'
import { type RowChange, assessment, row } from '../report/sample.ts'

const BASE = COMMITS - 1
const told = (change: RowChange, { steps = [step(10, 12)], base = BASE } = {}) => {
  const known = { history: history([trend('a', steps)]), runs: [], base }
  return withStanding(assessment([row({ benchmark: 'a', ...change })]), known).rows[0]!.standing
}
const taken = (...given: Parameters<typeof told>) => {
  const back = told(...given)?.takenBack
  return back == null ? null : Number((100 * back).toFixed(2))
}
const faster = { verdict: 'improvement', effect: -0.1 } as const

test('a row gets what its branch has lost, and keeps its verdict and severity', () => {
  const plain = assessment([row({ benchmark: 'a', verdict: 'regression', severity: 'fail', effect: 0.2 })])
  const known = { history: history([trend('a', [step(10, 12)])]), runs: [], base: BASE }
  const { standing, ...rest } = withStanding(plain, known).rows[0]!
  expect(standing).toMatchObject({ branch: 'main', takenBack: null })
  expect(rest).toEqual(plain.rows[0])
  expect(withStanding(plain, null)).toBe(plain)
})

test('a proven improvement takes back what it is worth at the level before', () => {
  expect(taken(faster)).toBe(11.2)
  expect(taken({ ...faster, effect: -0.3 })).toBe(12)
  const fewer = { steps: [step(10, -12, { worse: true })] }
  const known = { history: history([trend('a', fewer.steps, { better: 'higher' })]), runs: [], base: BASE }
  const higher = row({ benchmark: 'a', better: 'higher', verdict: 'improvement', effect: 0.1 })
  expect(withStanding(assessment([higher]), known).rows[0]!.standing!.takenBack).toBeCloseTo(0.088)
})

test.each<[string, Parameters<typeof told>]>([
  ['an unproven one', [{ verdict: 'unchanged', effect: -0.01 }]],
  ['one of an edited benchmark', [{ ...faster, edited: true }]],
  ['one against a base from before the step', [faster, { base: 9 }]],
  ['one against a base that was not recorded', [faster, { base: -1 }]],
])('nothing is taken back by %s', (_, given) => {
  expect(told(...given)).toBeDefined()
  expect(taken(...given)).toBeNull()
})

test('what the branch knows under another name, or not at all, is not spoken of', () => {
  expect(told({ verdict: 'new' })).toBeUndefined()
  expect(told({ unit: 'B' })).toBeUndefined()
  expect(told({ better: 'higher' })).toBeUndefined()
  const renamed = row({ benchmark: 'a' })
  const known = { history: history([trend('a', [step(10, 12)])]), runs: [], base: BASE }
  // Result files of a recorded commit are compared with nothing.
  const recorded = assessment([row({ benchmark: 'a', verdict: 'new' })], { command: 'record' })
  expect(withStanding(recorded, known).rows[0]!.standing).toBeDefined()
  const rows = (['renamed', 'looks-renamed'] as const).map((code) => ({
    ...renamed,
    notes: [{ code, from: 'b', entry: '' }],
  }))
  expect(withStanding(assessment(rows), known).rows.map(({ standing }) => standing)).toEqual([
    undefined,
    undefined,
  ])
})

describe('what stored runs show', () => {
  const SUITE = 'benchmarks/parser.bench.ts'
  /** Runs of these medians, oldest first, on a system. */
  const storedOf = (medians: readonly number[], os = 'Linux 6.8.0 x64') => {
    const runs = medians.map((median, i) => {
      const metrics = [sampleMetric({ values: [median, median * 1.001] })]
      const run = sampleRun(i, { benchmarks: [{ id: 'a', suite: SUITE, metrics }] })
      return { path: `${i}`, run: { ...run, environment: { ...run.environment, os } } }
    })
    const nearest = { run: runs.at(-1)!, commitsBefore: 0 }
    return { branch: 'benchgate', runs: runs.toReversed(), nearest, older: [] }
  }
  const noisy = (seed: number, count: number) => {
    const { uniform } = createRandom(`history ${seed}`)
    return Array.from({ length: count }, () => 1e6 * (0.99 + 0.02 * uniform()))
  }
  const here = assessment([row({ benchmark: 'a' })])
  here.environment.os = 'Linux 6.8.0 x64'
  const clock = () => new Date('2026-11-29T12:00:00Z')
  const shown = async (medians: readonly number[], accepted: Partial<Waiver>[] = [], os?: string) => {
    const waivers = accepted.map((one) => ({
      match: 'a',
      metric: 'time',
      upTo: 0.2,
      reason: 'it is right',
      until: null,
      line: 1,
      ...one,
    }))
    const config = { ...DEFAULT_CONFIG, accepted: waivers }
    const known = await knownHistory(storedOf(medians, os), here, { config, clock })
    return { events: known?.history.events ?? [], standing: withStanding(here, known).rows[0]!.standing }
  }
  const stepped = [...noisy(1, 12), ...noisy(2, 6).map((value) => 1.12 * value)]

  test('is a step that lasts, on this system', async () => {
    const { standing } = await shown(stepped)
    expect(standing?.branch).toBe('main')
    expect(standing?.effect).toBeCloseTo(0.12, 1)
    expect((await shown(stepped, [], 'Darwin 25.0.0 arm64')).standing).toBeUndefined()
  })

  test.each<[string, Partial<Waiver>[], boolean]>([
    ['one that covers it', [{}], false],
    ['one for the first metric', [{ metric: 'primary' }], false],
    ['a lower ceiling', [{ upTo: 0.05 }], true],
    ['another metric', [{ metric: 'heap' }], true],
    ['one that has ended', [{ until: '2026-11-28' }], true],
    ['one that ends today', [{ until: '2026-11-29' }], false],
    ['one that the change itself adds', [{ added: true }], true],
  ])('stands or not with an entry of the config file: %s', async (_, accepted, stands) => {
    expect((await shown(stepped, accepted)).standing !== undefined).toBe(stands)
  })

  test('is nothing in 20 histories with one slow run at their end, and in short ones', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const { events, standing } = await shown([...noisy(seed, 12 + seed), 1.5e6])
      expect([events, standing]).toEqual([[], undefined])
    }
    expect(await knownHistory(storedOf(noisy(1, 5)), here, { config: DEFAULT_CONFIG, clock })).toBeNull()
    expect(await knownHistory(null, here, { config: DEFAULT_CONFIG, clock })).toBeNull()
  })
})

test.each([
  ['smaller than the warn level, 2.5 % without a budget', [2.4], '', false],
  ['one of several reaches it', [2.4, 2.6], '', true],
  ['exactly at the level', [2.5], '', true],
  ['below half of the fail level', [7], '{ match: "**", metric: time, max-regression: 20% }', false],
  [
    'at the level that warns',
    [7],
    '{ match: "**", metric: time, max-regression: { warn: 7%, fail: 20% } }',
    true,
  ],
  ['whose budget is off', [50], '{ match: "**", severity: off }', false],
])('an event is beyond a warning or not: %s', (_, percents, budget, is) => {
  const known = history(percents.map((percent, i) => trend(`a${i}`, [step(10, percent)])))
  const budgets = config(budget === '' ? '' : `budgets: [${budget}]`)
  expect(isBeyondWarning({ history: known, runs: [] }, known.events[0]!, budgets)).toBe(is)
})
