import { expect, test } from 'vitest'
import { describe as describeBlocks, type Ending } from '../../src/compare/describe.ts'
import { shiftInterval } from '../../src/stats/hodges-lehmann.ts'
import { readGolden } from '../simulation/figures.ts'

const options = {
  ending: 'planned' as Ending,
  hypotheses: 50,
  q: 0.05,
  lastWeight: 0.26,
  failLog: Math.log1p(0.05),
}
const eight = readGolden().find(({ blocks }) => blocks.length === 8)!.blocks

test('says what the blocks show and what it would take', () => {
  const description = describeBlocks(eight, options)
  expect(description).toMatchObject({ level: 0.95, pairs: 32, ...shiftInterval(eight, 0.025) })
  expect(description.pairsNeeded % 4).toBe(0)
  expect(description.mde! > 0.05).toBe(description.pairsNeeded > 32)
})

test('an interval after an early stop is wider', () => {
  const { low, high } = describeBlocks(eight, { ...options, ending: 'early' })
  expect({ low, high }).toEqual(shiftInterval(eight, 0.01))
})

test('one block stopped early still has an interval, at the 1/70 a side that it can reach', () => {
  const one = eight.slice(0, 1)
  const { low, high } = describeBlocks(one, { ...options, ending: 'early' })
  expect({ low, high }).toEqual(shiftInterval(one, 1 / 70))
  expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true)
})

test('values without any noise: no width, grade A; as many blocks as the level asks for would do', () => {
  const still = { base: [1, 1, 1, 1], head: [1, 1, 1, 1] }
  const few = describeBlocks([still], { ...options, hypotheses: 1, lastWeight: 1, ending: 'early' })
  expect(few).toMatchObject({ estimate: 0, sigma: 0, grade: 'A', mde: 0, pairsNeeded: 4, pairs: 4 })
  expect(few.high - few.low).toBeLessThan(1e-8)
  // .05 * .26 / 50 lies below 1/70: one block proves nothing, however large a change is, and two would.
  expect(describeBlocks([still], options)).toMatchObject({ mde: null, pairsNeeded: 8 })
  expect(describeBlocks([still, still], options)).toMatchObject({ mde: 0, pairsNeeded: 8 })
})

test('nothing to describe, or values that are not finite, are bugs', () => {
  expect(() => describeBlocks([], options)).toThrow('bug in benchgate: nothing to describe')
  expect(() => describeBlocks([{ base: [1], head: [Number.NaN] }], options)).toThrow('not finite')
})
