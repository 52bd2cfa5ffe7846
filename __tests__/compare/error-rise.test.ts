import { expect, test } from 'vitest'
import { riseOfErrors } from '../../src/compare/error-rise.ts'

const time = { id: 'time', unit: 'ns' }

test.each([
  ['more of them fail', [0, 0], [0.2, 0.3], { code: 'error-rate-rose', base: 0, head: 0.25 }],
  ['head no longer says', [0, 0], [], { code: 'error-rate-unknown' }],
  ['as many fail', [0.01, 0.01], [0.0105, 0.01], null],
  ['nobody says', [], [], null],
  ['fewer fail', [0.5], [0], null],
])('times where %s', (_, base, head, why) => {
  const found = riseOfErrors(time, { base, head })
  expect(found).toEqual(why)
})

test('an error rate, a size or a count is what it is, whatever fails', () => {
  const rates = { base: [0], head: [1] }
  expect(riseOfErrors({ id: 'error-rate', unit: 'fraction' }, rates)).toBeNull()
  expect(riseOfErrors({ id: 'memory', unit: 'B' }, rates)).toBeNull()
  expect(riseOfErrors({ id: 'throughput', unit: 'ops/s' }, rates)).not.toBeNull()
})
