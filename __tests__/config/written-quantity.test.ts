import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { checkLimit } from '../../src/config/limit.ts'
import {
  ANY_QUANTITY,
  checkQuantity,
  limitText,
  parseQuantity,
  REGRESSION,
  TIME_LIMIT,
  quantityPattern,
} from '../../src/config/written-quantity.ts'

test.each([
  ['5%', 'fraction', 0.05],
  ['7 %', 'fraction', 0.07],
  ['2.5%', 'fraction', 0.025],
  ['10 ms', 'ns', 10e6],
  ['10ms', 'ns', 10e6],
  ['812 \u00b5s', 'ns', 812e3],
  ['812 \u03bcs', 'ns', 812e3],
  ['812 us', 'ns', 812e3],
  ['3 ns', 'ns', 3],
  ['1.5 s', 'ns', 1.5e9],
  ['15 min', 'ns', 900e9],
  ['6 h', 'ns', 21_600e9],
  ['9 ops/s', 'ops/s', 9],
  ['50 kops/s', 'ops/s', 50e3],
  ['1.2 Mops/s', 'ops/s', 1.2e6],
  ['2 Gops/s', 'ops/s', 2e9],
  ['5 kB', 'B', 5e3],
  ['5 KiB', 'B', 5120],
  ['1 GiB/s', 'B/s', 1024 ** 3],
  ['50 MB/s', 'B/s', 50e6],
  ['1200', null, 1200],
  ['0.5', null, 0.5],
  ['40 frames', 'frames', 40],
  ['5 eggs', 'eggs', 5],
  ['5eggs', 'eggs', 5],
  ['5 MS', 'MS', 5],
  ['5 constructor', 'constructor', 5],
  ['5 __proto__', null, null],
])('reads %s', (text, unit, value) => {
  expect(parseQuantity(text)).toEqual(value === null ? null : { unit, value })
})

test.each([
  '',
  ' ',
  '-5 ms',
  '+5 ms',
  'NaN',
  'NaN ms',
  'Infinity',
  '1e309',
  '1e309 ms',
  '1e3 ms',
  '1e3',
  '5E-3',
  ' 5 ms',
  '5 ms ',
  '1,5 ms',
  '.5 ms',
  '5. ms',
  '1_000 ms',
  '1_000',
  '5 -3',
  '5 ms\u0000',
  '5 m\u2028s',
  '5 m\u202es',
  `5 ${'y'.repeat(41)}`,
  '\u0665 ms',
  '9'.repeat(400) + ' ms',
  '9'.repeat(400),
])('refuses %j', (text) => {
  expect(parseQuantity(text)).toBeNull()
})

const UNITS: [string, number][] = [
  ['ns', 1],
  ['us', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['ops/s', 1],
  ['kops/s', 1e3],
  ['B', 1],
  ['kB', 1e3],
  ['KiB', 1024],
  ['GiB', 1024 ** 3],
  ['MB/s', 1e6],
  ['frames', 1],
  ['', 1],
]
const number = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`)

it('keeps every number and unit that it is given', () => {
  fc.assert(
    fc.property(number, fc.constantFrom(...UNITS), (number, [unit, factor]) => {
      expect(parseQuantity(`${number} ${unit}`.trim())?.value).toBe(Number(number) * factor)
    }),
  )
})

it('reads every accepted limit again from what is written of it', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '%',
      'h',
      'Gops/s',
      'KiB',
      'MiB/s',
      'allocs',
      'instructions',
      ...UNITS.map(([unit]) => unit),
    ),
    fc.stringMatching(/^[a-zA-Z%/ ]{1,12}$/),
  )
  let accepted = 0
  fc.assert(
    fc.property(number, unit, (number, unit) => {
      const text = `${number} ${unit}`.trim()
      const quantity = parseQuantity(text)
      if (quantity === null || checkLimit(text) !== null) return
      accepted++
      const again = parseQuantity(limitText(quantity.value, quantity.unit ?? 'count'))
      expect(again?.unit).toBe(quantity.unit === 'count' ? null : quantity.unit)
      const error = Math.abs(again!.value - quantity.value)
      expect(error).toBeLessThanOrEqual(1e-11 * quantity.value)
    }),
    { numRuns: 2000 },
  )
  expect(accepted).toBeGreaterThan(500)
})

it('accepts what the published pattern accepts, ranges apart', () => {
  const digits = fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,2})?$/)
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(
        digits,
        fc.constantFrom('', ' ', '  '),
        fc.constantFrom(
          '%',
          'ms',
          'h',
          'ops/s',
          'Mops/s',
          'kB',
          'x',
          'm',
          'minutes',
          'percent',
          '\u00b5s',
          '',
        ),
      )
      .map((parts) => parts.join('')),
  )
  const outOfRange = 'is out of range'
  for (const kind of [REGRESSION, TIME_LIMIT]) {
    const pattern = new RegExp(quantityPattern(kind), 'u')
    fc.assert(
      fc.property(text, (text) => {
        const complaint = checkQuantity(text, kind)
        expect(pattern.test(text)).toBe(complaint === null || complaint.message.endsWith(outOfRange))
      }),
    )
  }
  const pattern = new RegExp(ANY_QUANTITY, 'u')
  fc.assert(
    fc.property(text, (text) => {
      expect(parseQuantity(text) === null || pattern.test(text)).toBe(true)
    }),
  )
})
