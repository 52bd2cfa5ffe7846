import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalUnit, toNanoseconds } from '../../src/model/units.ts'

test.each([
  ['ns', 'ns', 1, 'lower'],
  ['\u{b5}s', 'ns', 1e3, 'lower'],
  ['\u{3bc}s', 'ns', 1e3, 'lower'],
  ['us/op', 'ns', 1e3, 'lower'],
  ['ns/iter', 'ns', 1, 'lower'],
  ['Seconds', 'ns', 1e9, 'lower'],
  ['KiB', 'B', 1024, 'lower'],
  ['kB', 'B', 1000, 'lower'],
  ['B/op', 'B', 1, 'lower'],
  ['MB/s', 'B/s', 1e6, 'higher'],
  ['ops/ms', 'ops/s', 1e3, 'higher'],
  ['Melem/s', 'ops/s', 1e6, 'higher'],
  ['req/min', 'ops/s', 1 / 60, 'higher'],
  ['allocs/op', 'count', 1, 'lower'],
  ['cycles/iter', 'cycles', 1, 'lower'],
  ['%', 'fraction', 0.01, null],
])('%s is %s', (word, unit, factor, better) => {
  const normal = normalUnit(word)
  expect(normal).toMatchObject({ unit, better })
  expect(normal!.factor).toBeCloseTo(factor, 12)
})

test.each(['', 'x', 'Mb', 'MS/s', 'items/op', 'errors/s', 'constructor', '__proto__', 'ns/op/op'])(
  '%j is no unit that is known',
  (word) => {
    expect(normalUnit(word)).toBeNull()
  },
)

test('a time is finite and not negative', () => {
  expect(toNanoseconds(1.5, 'ms')).toBe(1.5e6)
  for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e305])
    expect(toNanoseconds(value, 's')).toBeNull()
  expect(toNanoseconds(1, 'B')).toBeNull()
})

test('any word gives a positive factor or null', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      const normal = normalUnit(word)
      expect(normal === null || normal.factor > 0).toBe(true)
    }),
  )
})
