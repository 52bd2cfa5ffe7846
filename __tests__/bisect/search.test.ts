import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, type Known, nextStep } from '../../src/bisect/search.ts'
import type { Block } from '../../src/model/comparison.ts'
import { createRandom } from '../../src/stats/random.ts'
import { simulateSearch, withStep } from '../simulation/bisect.ts'

const plain = (commits: number): Candidate[] =>
  Array.from({ length: commits + 1 }, () => ({ likely: true, cost: 1 }))

/** Blocks without noise that show a change of this log size. */
const showing = (log: number, count = 2): Block[] =>
  Array.from({ length: count }, () => ({
    base: [0, 0.0001, 0.0002, 0.0003],
    head: [0, 0.0001, 0.0002, 0.0003].map((value) => value + log),
  }))

const point = (log: number) => ({ log, low: log, high: log })

function known(o: Partial<Known> = {}): Known {
  return { total: point(0.1), exact: false, blocks: new Map(), verified: new Map(), skipped: new Set(), ...o }
}

describe('what is measured next', () => {
  test('the commit in the middle', () => {
    expect(nextStep(plain(30), known())).toMatchObject({ kind: 'measure', at: 15, stepsLeft: 5 })
  })

  test('the half in which the step lies, by what the middle showed', () => {
    const after = (log: number) => nextStep(plain(30), known({ blocks: new Map([[15, showing(log)]]) }))
    expect(after(0.1)).toMatchObject({ bracket: { old: 15, fresh: 30 }, judged: [{ level: 'near' }] })
    expect(after(0)).toMatchObject({ bracket: { old: 0, fresh: 15 }, judged: [{ level: 'far' }] })
    // An improvement is the same search.
    const faster = nextStep(plain(30), known({ total: point(-0.1), blocks: new Map([[15, showing(-0.1)]]) }))
    expect(faster).toMatchObject({ bracket: { old: 15, fresh: 30 } })
  })

  test('a commit whose level is not clear yet gets more blocks, before any other', () => {
    const next = nextStep(plain(30), known({ blocks: new Map([[15, showing(0.1, 1)]]) }))
    expect(next).toMatchObject({ kind: 'measure', at: 15 })
    expect(next.kind === 'measure' && next.isEnough(showing(0.1))).toBe(true)
  })

  test('commits of prose are told apart last, and the only other one is held against its parent', () => {
    const candidates = plain(8).map((one, at) => ({ ...one, likely: at === 3 }))
    expect(nextStep(candidates, known())).toMatchObject({ kind: 'verify', at: 3 })
    const verified = (log: number, stands: boolean) =>
      new Map([[3, [{ change: point(log), detected: stands, stands }]]])
    expect(nextStep(candidates, known({ verified: verified(0.1, true) }))).toMatchObject({
      kind: 'end',
      end: { kind: 'named', at: 3 },
    })
    // It was not the one, so that the prose is measured after all.
    expect(nextStep(candidates, known({ verified: verified(0, false) }))).toMatchObject({ kind: 'measure' })
  })

  test('a commit that takes long is left for later where another one tells as much', () => {
    const candidates = plain(30).map((one, at) => ({ ...one, cost: at === 15 ? 3 : 1 }))
    expect(nextStep(candidates, known())).toMatchObject({ at: 14 })
  })

  test('beside a commit that cannot be measured, one further away', () => {
    const next = nextStep(plain(30), known({ skipped: new Set([15]) }))
    expect(next).toMatchObject({ kind: 'measure' })
    expect(Math.abs((next.kind === 'measure' ? next.at : 15) - 15)).toBeGreaterThan(1)
  })
})

describe('how it ends', () => {
  test('neighbours that lie on the two levels are measured side by side', () => {
    const blocks = new Map([
      [1, showing(0.1)],
      [2, showing(0)],
    ])
    expect(nextStep(plain(3), known({ blocks }))).toMatchObject({ kind: 'verify', at: 2 })
    const ended = (log: number | null, stands: boolean, { detected = stands, gates = 1 } = {}) => {
      const change = log === null ? null : point(log)
      const verified = Array.from({ length: gates }, () => ({ change, detected, stands }))
      return nextStep(plain(3), known({ blocks, verified: new Map([[2, verified]]) }))
    }
    expect(ended(0.1, true)).toMatchObject({ kind: 'end', end: { kind: 'named', at: 2 } })
    expect(ended(0, false)).toMatchObject({ end: { kind: 'unconfirmed', at: 2 } })
    expect(ended(-0.1, true)).toMatchObject({ end: { kind: 'unconfirmed', at: 2 } })
    expect(ended(null, false)).toMatchObject({ end: { kind: 'named', at: 2 } })
    // A change that was detected and did not recur gets one more gate.
    expect(ended(0.01, false, { detected: true })).toMatchObject({ kind: 'verify', at: 2 })
    expect(ended(0.01, false, { detected: true, gates: 2 })).toMatchObject({
      end: { kind: 'unconfirmed', at: 2 },
    })
  })

  test('where the commits between cannot be measured, with a range', () => {
    const skipped = new Set([1, 2])
    expect(nextStep(plain(3), known({ skipped }))).toMatchObject({
      kind: 'end',
      end: { kind: 'range', old: 0, fresh: 3 },
    })
  })

  test('a step in two parts leads to the larger one', () => {
    const blocks = new Map([[2, showing(0.06)]])
    const next = nextStep(plain(4), known({ blocks }))
    expect(next).toMatchObject({ judged: [{ level: 'between' }], bracket: { old: 2, ahead: { fresh: 0 } } })
    expect(next.bracket.ahead.old).toBeCloseTo(0.06)
  })

  test('a commit that seems far beyond a level does not move it', () => {
    const next = nextStep(plain(4), known({ blocks: new Map([[2, showing(0.7)]]) }))
    expect(next.bracket).toEqual({ old: 2, fresh: 4, ahead: { old: 0.1, fresh: 0 } })
  })

  test('deterministic values need one block, and no test', () => {
    const next = nextStep(plain(2), known({ exact: true, blocks: new Map([[1, showing(0.1, 1)]]) }))
    expect(next).toMatchObject({ kind: 'verify', at: 2 })
  })
})

test('whatever the history, a search ends, within the range, and is right where all can be measured', () => {
  const history = fc.record({
    seed: fc.integer(),
    commits: fc.integer({ min: 1, max: 40 }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.constantFrom(0.1, -0.1, 0.05),
    prose: fc.array(fc.boolean(), { minLength: 41, maxLength: 41 }),
    broken: fc.array(fc.integer({ min: 1, max: 39 }), { maxLength: 8 }),
  })
  fc.assert(
    fc.property(history, ({ seed, commits, place, size, prose, broken }) => {
      const at = Math.max(1, Math.ceil(place * commits))
      const { end } = simulateSearch({
        random: createRandom(seed),
        scenario: 'clean',
        sigma: 0.002,
        levels: withStep(commits, at, size),
        likely: prose,
        broken: new Set(broken.filter((one) => one < commits)),
      })
      if (end === null) throw new Error('the ends do not differ')
      if (end.kind === 'range') expect(end.old < at && at <= end.fresh).toBe(true)
      else expect(end).toEqual({ kind: 'named', at })
    }),
    { numRuns: 40 },
  )
})
