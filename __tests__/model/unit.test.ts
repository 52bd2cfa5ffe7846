import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isSpeed,
  isTimed,
  LIMIT_EXAMPLES,
  normalUnit,
  scaleFor,
  toNanoseconds,
  unitOf,
} from '../../src/model/unit.ts'

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

const UNITS = ['ns', 'ops/s', 'B', 'B/s', 'fraction', 'count', 'instructions', 'cycles']

test.each(UNITS)('what is printed, offered and shown of %s is read again', (id) => {
  const { scales, binary, offered, example } = unitOf(id)
  for (const { symbol, factor } of [...scales, ...binary]) {
    if (symbol !== '') expect(normalUnit(symbol)).toMatchObject({ unit: id, factor })
  }
  for (const word of offered) expect(normalUnit(word)?.unit).toBe(id)
  expect(LIMIT_EXAMPLES).toContain(example)
})

test('of any other text nothing is known but that it is a unit', () => {
  for (const id of ['', 'widgets', 'constructor', '__proto__']) {
    expect(unitOf(id)).toMatchObject({
      id,
      kind: 'other',
      better: null,
      scales: [{ symbol: id, factor: 1 }],
      canBeZero: true,
      neverNegative: false,
    })
  }
})

test('times and rates are timed, and faster only in the direction that is faster', () => {
  expect(UNITS.filter(isTimed)).toEqual(['ns', 'ops/s', 'B/s'])
  expect(UNITS.filter((unit) => !unitOf(unit).canBeZero)).toEqual(['ns', 'ops/s', 'B/s'])
  expect(isSpeed({ unit: 'ns', better: 'lower' })).toBe(true)
  expect(isSpeed({ unit: 'ns', better: 'higher' })).toBe(false)
  expect(isSpeed({ unit: 'ops/s', better: 'higher' })).toBe(true)
  expect(isSpeed({ unit: 'B', better: 'lower' })).toBe(false)
})

test.each([
  [0, 1, 'ns'],
  [999, 1, 'ns'],
  [999.6, 1, 'ns'],
  [999.6, 0.9995, '\u00b5s'],
  [-1e6, 1, 'ms'],
  [1e15, 1, 's'],
])('%s ns, from %s of a unit on, is printed in %s', (value, least, symbol) => {
  expect(scaleFor(value, unitOf('ns').scales, least).symbol).toBe(symbol)
})
