import { expect, test } from 'vitest'
import { sparkline } from '../../../src/report/view/sparkline.ts'

test.each<[number[], string]>([
  [[], ''],
  [[1], '▁'],
  [[0, 0], '▁▁'],
  [[1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█'],
  [[8, 1], '█▁'],
  [[1, Number.NaN, 2, Number.POSITIVE_INFINITY], '▁█'],
  [[Number.NaN], ''],
  [[-2, 0, 2], '▁▅█'],
  // A span of 2 % and more is shown, one below is not.
  [[100, 101.9, 100, 101], '▁▁▁▁'],
  [[100, 102.1, 100, 101], '▁█▁▄'],
  [[-Number.MAX_VALUE, Number.MAX_VALUE], '▁█'],
])('%j', (values, bars) => {
  expect(sparkline(values)).toBe(bars)
})
