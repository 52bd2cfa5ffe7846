import { expect, test } from 'vitest'
import { confirmChange } from '../../src/compare/confirm.ts'

const hypothesis = { key: 'a', warnLog: Math.log1p(0.025), failLog: Math.log1p(0.05) }
const block = (effect: number) => ({
  base: [0, 0.001, 0.002, 0.003],
  head: [0.0005, 0.0015, 0.0025, 0.0035].map((value) => value + effect),
})

test('a slowdown that recurs stands', () => {
  const { stands, p, estimate } = confirmChange({
    detected: 'regression',
    fresh: [block(0.05), block(0.05)],
    hypothesis,
  })
  expect(stands).toBe(true)
  expect(p).toBeCloseTo(70 ** -2, 12)
  expect(estimate).toBeCloseTo(0.0505, 9)
})

test('it does not stand below the floor, however well proven, nor unproven above it', () => {
  expect(
    confirmChange({ detected: 'regression', fresh: [block(0.01), block(0.01)], hypothesis }),
  ).toMatchObject({ stands: false })
  const noisy = { base: [0, 0.5, 1, 1.5], head: [0.1, 0.6, 1.1, 1.6] }
  const { stands, estimate } = confirmChange({ detected: 'regression', fresh: [noisy], hypothesis })
  expect(estimate).toBeGreaterThan(hypothesis.warnLog)
  expect(stands).toBe(false)
})

test('fresh values that are not finite are a bug', () => {
  const fresh = [{ base: [1], head: [Infinity] }]
  expect(() => confirmChange({ detected: 'regression', fresh, hypothesis })).toThrow(
    'bug in benchgate: a block of a',
  )
})

test('an improvement is asked the mirrored question', () => {
  const fresh = [block(-0.05), block(-0.05)]
  expect(confirmChange({ detected: 'improvement', fresh, hypothesis }).stands).toBe(true)
  expect(confirmChange({ detected: 'regression', fresh, hypothesis }).stands).toBe(false)
  const small = [block(-0.01), block(-0.01)]
  expect(confirmChange({ detected: 'improvement', fresh: small, hypothesis }).stands).toBe(false)
})
