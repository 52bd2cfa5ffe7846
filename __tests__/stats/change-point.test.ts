import { expect, test } from 'vitest'
import { findChange } from '../../src/stats/change-point.ts'

/** Six values on one level and five on another, `by` standard deviations away. */
const stepBy = (by: number) =>
  findChange({
    values: Float64Array.from({ length: 11 }, (_, i) => (i < 6 ? 0 : by)),
    sigma: 1,
    links: new Float64Array(11).fill(NaN),
    linkErrors: new Float64Array(11).fill(NaN),
    barred: new Uint8Array(11),
    series: 1,
  })

test('a change whose 95 % interval includes zero waits for more values', () => {
  // Both save more than 4 ln 11 = 9.6: 5 * 1.45^2 = 10.5 and 5 * 1.5^2 = 11.3. The standard error is 0.76.
  expect(stepBy(1.45)).toBeNull()
  expect(stepBy(1.5)).toMatchObject({ at: 6, change: 1.5 })
})
