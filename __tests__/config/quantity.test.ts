import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import {
  checkQuantity,
  LIMIT,
  parseQuantity,
  REGRESSION,
  TIME_LIMIT,
  quantityPattern,
} from '../../src/config/quantity.ts'

test.each([
  ['5%', 'percentage', 0.05],
  ['7 %', 'percentage', 0.07],
  ['2.5%', 'percentage', 0.025],
  ['10 ms', 'time', 10e6],
  ['10ms', 'time', 10e6],
  ['812 \u00b5s', 'time', 812e3],
  ['812 \u03bcs', 'time', 812e3],
  ['812 us', 'time', 812e3],
  ['3 ns', 'time', 3],
  ['1.5 s', 'time', 1.5e9],
  ['15 min', 'time', 900e9],
  ['6 h', 'time', 21_600e9],
  ['9 ops/s', 'rate', 9],
  ['50 kops/s', 'rate', 50e3],
  ['1.2 Mops/s', 'rate', 1.2e6],
  ['2 Gops/s', 'rate', 2e9],
])('reads %s', (text, dimension, value) => {
  expect(parseQuantity(text)).toEqual({ dimension, value })
})

test.each([
  '',
  ' ',
  '5',
  '-5 ms',
  '+5 ms',
  '5 MS',
  '5 kB',
  'NaN',
  'NaN ms',
  'Infinity',
  '1e309',
  '1e309 ms',
  '1e3 ms',
  '0x10 ms',
  '5 ms ms',
  ' 5 ms',
  '5 ms ',
  '5 constructor',
  '5 __proto__',
  '1,5 ms',
  '.5 ms',
  '5. ms',
  '1_000 ms',
  '\u0665 ms',
  '9'.repeat(400) + ' ms',
])('refuses %j', (text) => {
  expect(parseQuantity(text)).toBeNull()
})

it('keeps every number and unit that it is given', () => {
  const unit = fc.constantFrom<[string, number]>(
    ['ns', 1],
    ['us', 1e3],
    ['ms', 1e6],
    ['s', 1e9],
    ['ops/s', 1],
    ['kops/s', 1e3],
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 0, max: 999 }),
      unit,
      (whole, part, [unit, factor]) => {
        const number = `${whole}.${String(part).padStart(3, '0')}`
        expect(parseQuantity(`${number} ${unit}`)?.value).toBe(Number(number) * factor)
      },
    ),
  )
})

it('accepts what the published pattern accepts, ranges apart', () => {
  const digits = fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,2})?$/)
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(
        digits,
        fc.constantFrom('', ' ', '  '),
        fc.constantFrom('%', 'ms', 'h', 'ops/s', 'Mops/s', 'x', 'm', '\u00b5s'),
      )
      .map((parts) => parts.join('')),
  )
  for (const kind of [REGRESSION, LIMIT, TIME_LIMIT]) {
    const pattern = new RegExp(quantityPattern(kind), 'u')
    fc.assert(
      fc.property(text, (text) => {
        const quantity = parseQuantity(text)
        const accepted = quantity !== null && kind.dimensions.includes(quantity.dimension)
        expect(pattern.test(text)).toBe(accepted)
        expect(accepted || checkQuantity(text, kind) !== null).toBe(true)
      }),
    )
  }
})
