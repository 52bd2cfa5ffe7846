import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { studentQuantile } from '../../src/stats/student.ts'
import { FEWEST_RUNS, unflaggedLevels } from '../../src/stats/unflagged-level.ts'
import { normalQuantile } from '../../src/stats/normal.ts'

type Draw = () => number

/** Noise of one run: a value a benchmark. */
type Noise = (uniform: Draw, benchmarks: number) => number[]

const normal = (uniform: Draw) => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, uniform())))
const scaleOf = (b: number) => 0.001 * (1 + (b % 7))
const each =
  (of: (uniform: Draw) => number): Noise =>
  (uniform, benchmarks) =>
    Array.from({ length: benchmarks }, (_, b) => scaleOf(b) * of(uniform))

const NOISES: Record<string, Noise> = {
  normal: each(normal),
  // Now and then a run of a benchmark is five times as far off.
  'heavy tails': each((uniform) => normal(uniform) * (uniform() < 0.03 ? 5 : 1)),
  // The machine moves all benchmarks together.
  'one machine': (uniform, benchmarks) => {
    const common = normal(uniform)
    return Array.from({ length: benchmarks }, (_, b) => scaleOf(b) * (0.9 * common + 0.3 * normal(uniform)))
  },
}

/** The share of further unchanged runs in which a benchmark is above its level, over many suites. */
function flagged(noise: Noise, o: { benchmarks: number; runs: number; atMost: number }): number {
  const { uniform } = createRandom(JSON.stringify(o))
  let above = 0
  const [SUITES, FURTHER] = [200, 50]
  for (let suite = 0; suite < SUITES; suite++) {
    const runs = Array.from({ length: o.runs }, () => noise(uniform, o.benchmarks))
    const changes = Array.from({ length: o.benchmarks }, (_, b) => runs.map((run) => run[b]!))
    const { levels } = unflaggedLevels(changes, o.atMost)
    for (let i = 0; i < FURTHER; i++)
      above += Number(noise(uniform, o.benchmarks).some((value, b) => value > levels[b]!))
  }
  return above / (SUITES * FURTHER)
}

/** Of 10,000 runs, in 200 clusters of one history each: what chance adds. The seeds are fixed. */
const TOLERANCE = 1.1

test.each([
  ['normal', 1, 10, 0.05],
  ['normal', 20, 20, 0.05],
  ['normal', 20, 120, 0.01],
  ['normal', 100, 30, 0.01],
  ['one machine', 20, 20, 0.05],
  ['one machine', 20, 120, 0.01],
  ['heavy tails', 1, 30, 0.05],
  ['heavy tails', 20, 120, 0.01],
  ['heavy tails', 20, 40, 0.05],
])(
  '%s noise, %i benchmarks, %i runs: at most %f of further unchanged runs',
  (noise, benchmarks, runs, atMost) => {
    const share = flagged(NOISES[noise]!, { benchmarks, runs, atMost })
    expect(share).toBeLessThanOrEqual(TOLERANCE * atMost)
    // And not by levels that nothing reaches.
    expect(share).toBeGreaterThan(0.3 * atMost)
  },
)

test('with few runs a noise with heavy tails is above the levels more often: in one of 21 runs at most', () => {
  const share = flagged(NOISES['heavy tails']!, { benchmarks: 20, runs: 20, atMost: 0.01 })
  expect(share).toBeGreaterThan(0.01)
  expect(share).toBeLessThan(TOLERANCE / 21)
})

const wave = (n: number, size: number) => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? size : -size))

test("few runs that agree: Student's bound, which the benchmarks share", () => {
  const { levels, spreads, runs, method } = unflaggedLevels([wave(20, 0.01), wave(20, 0.03)], 0.01)
  expect({ runs, method }).toEqual({ runs: 20, method: 'student' })
  expect(spreads).toEqual([expect.closeTo(0.01, 12), expect.closeTo(0.03, 12)])
  const t = studentQuantile(1 - 0.005, 20)
  expect(levels).toEqual([expect.closeTo(0.01 * t, 12), expect.closeTo(0.03 * t, 12)])
})

test('few runs of which one is far off: no level is below it', () => {
  const values = [...wave(20, 0.01), 0.2]
  expect(unflaggedLevels([values], 0.01).levels[0]).toBeGreaterThanOrEqual(0.2)
})

test('99 runs are enough for 1 %, and 98 are not', () => {
  expect(unflaggedLevels([wave(99, 0.01)], 0.01).method).toBe('ranks')
  expect(unflaggedLevels([wave(98, 0.01)], 0.01).method).toBe('student')
})

test('a benchmark with too few values, or without any noise, has no level and shares nothing', () => {
  const alone = unflaggedLevels([wave(20, 0.01)], 0.01)
  const short = Array.from({ length: 20 }, (_, i) => (i < FEWEST_RUNS - 1 ? 0.5 : null))
  const { levels, spreads, runs } = unflaggedLevels([short, wave(20, 0.01), wave(20, 0)], 0.01)
  expect({ levels, runs }).toEqual({ levels: [null, alone.levels[0], null], runs: 20 })
  expect(spreads).toEqual([null, expect.closeTo(0.01, 12), null])
})

test('nothing is known of no benchmark', () => {
  expect(unflaggedLevels([], 0.01)).toEqual({ levels: [], spreads: [], runs: 0, method: 'student' })
  expect(() => unflaggedLevels([], 0)).toThrow(RangeError)
})
