import { expect, test } from 'vitest'
import { decideLook, planLooks, type Progress } from '../../src/compare/sequential.ts'
import type { Hypothesis } from '../../src/model/plan.ts'
import type { Block } from '../../src/model/comparison.ts'

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const looks = planLooks(32)

const hypothesis = (key: string, tau = 0.05): Hypothesis => ({
  key,
  warnLog: Math.log1p(tau / 2),
  failLog: Math.log1p(tau),
})

/** Blocks with a spread of .3 % and no ties within a side, head moved by `effect`. */
function shifted(count: number, effect: number): Block[] {
  const noise = [0, 0.001, 0.002, 0.003]
  return Array.from({ length: count }, (_, i) => ({
    base: noise.map((value) => value + i),
    head: noise.map((value) => value + i + effect + 0.0001),
  }))
}

/** One look at the given effects (absent: not measured), from the progress so far. */
function look(
  lookIndex: number,
  effects: Record<string, Block[]>,
  o: { m?: number; final?: boolean; progress?: ReadonlyMap<string, Progress> } = {},
): Map<string, Progress> {
  const keys = Object.keys(effects)
  const silent = Array.from({ length: (o.m ?? keys.length) - keys.length }, (_, i) => `silent ${i}`)
  return decideLook({
    looks,
    lookIndex,
    final: o.final ?? false,
    q: 0.05,
    hypotheses: [...keys, ...silent].map((key) => hypothesis(key)),
    blocks: new Map(Object.entries(effects)),
    progress: o.progress ?? new Map(),
  })
}

test('32 pairs are the default table', () => {
  expect(looks.map(({ blocks }) => blocks)).toEqual([1, 2, 3, 4, 5, 6, 8])
  const weights = [0, 0.25, 0.1, 0.12, 0.12, 0.15, 0.26]
  const betas = [0.0145, 0.012, 0.008, 0.006, 0.004, 0.003, 0.0025]
  for (const [i, { weight, beta }] of looks.entries()) {
    expect(weight).toBeCloseTo(weights[i]!, 12)
    expect(beta).toBeCloseTo(betas[i]!, 12)
  }
})

test('any number of pairs gives looks that end there and spend neither more nor less', () => {
  for (let maxPairs = 4; maxPairs <= 200; maxPairs++) {
    const planned = planLooks(maxPairs)
    const blocks = planned.map((look) => look.blocks)
    expect(blocks.at(-1)).toBe(Math.floor(maxPairs / 4))
    expect(blocks).toEqual([...new Set(blocks)].sort((a, b) => a - b))
    expect(sum(planned.map(({ weight }) => weight))).toBeCloseTo(1, 12)
    expect(sum(planned.map(({ beta }) => beta))).toBeCloseTo(0.05, 12)
    // One block shows at best 1/70: a lower first level could never pass anything.
    expect(planned[0]!.beta).toBeGreaterThan(1 / 70)
  }
  expect(planLooks(64).map(({ blocks }) => blocks)).toEqual([1, 2, 3, 4, 5, 6, 8, 12, 16])
  expect(() => planLooks(3)).toThrow('bug in benchgate: 3 pairs do not fill one block')
})

test('one block passes what is unchanged and cannot flag anything', () => {
  const progress = look(0, { same: shifted(1, 0), slow: shifted(1, 0.2) })
  expect(progress.get('same')).toMatchObject({ decision: 'unchanged', atBlocks: 1, pairs: 4, pWorse: 1 })
  expect(progress.get('slow')).toMatchObject({ decision: null, atBlocks: null, pWorse: 1 })
})

test('a clear slowdown is a regression at the second look', () => {
  const progress = look(1, { slow: shifted(2, 0.1) }, { m: 50 })
  expect(progress.get('slow')).toMatchObject({ decision: 'regression', atBlocks: 2, pairs: 8 })
  expect(progress.get('slow')!.pWorse).toBeCloseTo(70 ** -2 / 0.25, 12)
  expect(progress.get('slow')!.estimate).toBeCloseTo(0.1001, 9)
})

test('a proven slowdown below the floor is slower-small', () => {
  expect(look(1, { small: shifted(2, 0.01) }).get('small')!.decision).toBe('slower-small')
})

test('a large improvement is not called unchanged by the look that can only pass', () => {
  for (const effect of [-0.04, -0.1, -0.5]) {
    const first = look(0, { fast: shifted(1, effect) }, { m: 50 })
    expect(first.get('fast')!.decision).toBeNull()
    const second = look(1, { fast: shifted(2, effect) }, { m: 50, progress: first })
    expect(second.get('fast')).toMatchObject({ decision: 'improvement', atBlocks: 2 })
  }
})

test('an improvement that the final look cannot prove is at least unchanged', () => {
  expect(look(0, { fast: shifted(1, -0.1) }, { m: 50, final: true }).get('fast')!.decision).toBe('unchanged')
})

test('a faster head below the floor is unchanged', () => {
  expect(look(1, { slightly: shifted(2, -0.01) }).get('slightly')!.decision).toBe('unchanged')
})

test('what noise hides goes on, and is inconclusive at the final look', () => {
  const noisy = [{ base: [0, 1, 2, 3], head: [0.5, 1.5, 2.5, 0.2] }]
  expect(look(0, { noisy }).get('noisy')!.decision).toBeNull()
  expect(look(0, { noisy }, { final: true }).get('noisy')!.decision).toBe('inconclusive')
})

test('without blocks a hypothesis stays undecided with p = 1, and still weighs on the others', () => {
  const progress = look(1, { absent: [], slow: shifted(2, 0.1) }, { final: true })
  expect(progress.get('absent')).toEqual({
    key: 'absent',
    pWorse: 1,
    pBetter: 1,
    decision: null,
    atBlocks: null,
    estimate: null,
    pairs: 0,
    failRuledOut: false,
  })
  // 70^-2 / .25 = .00082: below .05 / 61, above .05 / 62.
  expect(look(1, { slow: shifted(2, 0.1) }, { m: 61 }).get('slow')!.decision).toBe('regression')
  expect(look(1, { slow: shifted(2, 0.1) }, { m: 62 }).get('slow')!.decision).toBeNull()
})

test('more looks take their share from the last one alone', () => {
  const short = planLooks(32)
  const long = planLooks(96)
  expect(long.map(({ blocks }) => blocks)).toEqual([1, 2, 3, 4, 5, 6, 8, 12, 16, 24])
  expect(long.slice(0, 6)).toEqual(short.slice(0, 6))
  for (const of of ['weight', 'beta'] as const) {
    const shared = long.slice(6).map((look) => look[of] / short[6]![of])
    for (const [i, part] of [0.5, 0.25, 0.125, 0.125].entries()) expect(shared[i]).toBeCloseTo(part, 12)
  }
})

test('blocks that were tested once are not tested again at a later look', () => {
  const blocks = { slow: shifted(2, 0.1) }
  // Two blocks prove nothing among 62.
  const before = look(1, blocks, { m: 62 })
  const after = look(2, blocks, { m: 62, progress: before })
  expect(after.get('slow')).toEqual(before.get('slow'))
  expect(look(6, blocks, { m: 62, progress: before, final: true }).get('slow')).toMatchObject({
    decision: 'inconclusive',
    pWorse: before.get('slow')!.pWorse,
  })
})

test('a slowdown that was ruled out stays so where no more blocks come', () => {
  const faster = { quick: shifted(1, -0.2) }
  const first = look(0, faster)
  expect(first.get('quick')).toMatchObject({ decision: null, failRuledOut: true })
  expect(look(1, faster, { progress: first }).get('quick')).toMatchObject({ decision: 'unchanged' })
})

test('a weight that could reject nothing moves to the next look', () => {
  const m = 62
  const second = look(1, { slow: shifted(2, 0.1) }, { m })
  expect(second.get('slow')!.pWorse).toBe(1)
  const third = look(2, { slow: shifted(3, 0.1) }, { m, progress: second })
  expect(third.get('slow')).toMatchObject({ decision: 'regression' })
  expect(third.get('slow')!.pWorse).toBeCloseTo(70 ** -3 / 0.35, 12)
})

test('the repeated p is the least over the looks, and a stopped hypothesis keeps its own', () => {
  const first = look(1, { slow: shifted(2, 0.1), noisy: shifted(2, 0.04) }, { m: 5000 })
  const decided = new Map(first)
  decided.set('slow', { ...first.get('slow')!, pWorse: 1e-9, decision: 'regression', atBlocks: 2 })
  decided.set('noisy', { ...first.get('noisy')!, pWorse: 1e-3 })
  const later = look(
    2,
    { slow: shifted(3, 0), noisy: [...shifted(2, 0), { base: [0, 1, 2, 3], head: [0.5, 1.5, 2.5, 0.2] }] },
    { m: 5000, progress: decided },
  )
  expect(later.get('slow')).toBe(decided.get('slow'))
  expect(later.get('noisy')!.pWorse).toBe(1e-3)
})

test('rejections of others lower the bar: the rate is controlled over the family', () => {
  // At 70^-2 / .25 each, one of 100 would miss .05 / 100; the weight moved to look three, so take that look.
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`slow ${i}`, shifted(2, 0.1)]))
  const progress = look(2, many, { m: 800 })
  expect([...progress.values()].filter(({ decision }) => decision === 'regression')).toHaveLength(10)
  const one = look(2, { slow: shifted(2, 0.1) }, { m: 800 })
  expect(one.get('slow')!.decision).toBeNull()
})

test('a discarded block only means fewer pairs', () => {
  expect(look(2, { slow: shifted(2, 0.1) }).get('slow')).toMatchObject({
    decision: 'regression',
    atBlocks: 2,
    pairs: 8,
  })
})

test('values that are not finite, empty sides and unplanned looks are bugs and say which', () => {
  const bad =
    (base: number[]): (() => unknown) =>
    () =>
      look(0, { 'a/b time': [{ base, head: [1, 2, 3, 4] }] })
  expect(bad([1, 2, 3, Number.NaN])).toThrow(
    'bug in benchgate: a block of a/b time holds a value that is not finite',
  )
  expect(bad([])).toThrow('bug in benchgate: a block of a/b time has an empty side')
  expect(() => look(7, {})).toThrow('bug in benchgate: look 7 is not planned')
})
