import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '../../src/stats/normal.ts'
import { studentQuantile, studentTail } from '../../src/stats/student.ts'

// The usual printed tables of critical values, with the digits that statistical packages add.
test.each([
  [0.9, 1, 3.0776835371752544],
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.9995, 4, 8.610301581379522],
  [0.95, 5, 2.0150483733330233],
  [0.975, 10, 2.22813885198627],
  [0.995, 30, 2.7499956535672254],
  [0.975, 120, 1.9799304050824402],
  [0.025, 10, -2.22813885198627],
])('the quantile at %d with %d degrees of freedom is %d', (p, df, t) => {
  expect(Math.abs(studentQuantile(p, df) / t - 1)).toBeLessThan(1e-9)
})

test.each([
  // Closed forms: one degree is Cauchy's distribution, two are 1/2 - t / (2 sqrt(2 + t^2)).
  [1, 1, 0.25],
  [-1, 1, 0.75],
  [1e6, 1, 1 / (Math.PI * 1e6)],
  [3, 2, 0.5 - 3 / (2 * Math.sqrt(11))],
  [0, 7.5, 0.5],
  [Infinity, 3, 0],
  [-Infinity, 3, 1],
])('the probability above %d with %d degrees of freedom is %d', (t, df, p) => {
  expect(Math.abs(studentTail(t, df) - p)).toBeLessThanOrEqual(1e-9 * p)
})

test('without end to its degrees of freedom it is the normal distribution, and comes near to it before', () => {
  expect(studentQuantile(0.999, Infinity)).toBe(normalQuantile(0.999))
  expect(studentTail(2, Infinity)).toBe(normalCdf(-2))
  expect(studentQuantile(0.999, 1e7)).toBeCloseTo(normalQuantile(0.999), 5)
})

test('quantile and tail undo each other, at any level in use and fractional degrees of freedom', () => {
  const level = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })
  const degrees = fc.double({ min: 1, max: 1e5, noNaN: true })
  fc.assert(
    fc.property(level, degrees, (p, df) => {
      expect(Math.abs(studentTail(studentQuantile(p, df), df) - (1 - p))).toBeLessThan(1e-9 * (1 - p) + 1e-15)
    }),
    { seed: 1 },
  )
})

test('the ends are infinite, what is no probability or no degree of freedom an error', () => {
  expect(studentQuantile(0, 3)).toBe(-Infinity)
  expect(studentQuantile(1, 3)).toBe(Infinity)
  expect(() => studentQuantile(1.1, 3)).toThrow(RangeError)
  expect(() => studentQuantile(0.5, 0)).toThrow(RangeError)
  expect(() => studentTail(1, Number.NaN)).toThrow(RangeError)
})
