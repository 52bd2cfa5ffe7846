import { expect, test } from 'vitest'
import { planLooks, Q } from '../../../src/compare/sequential.ts'
import { noiseOf } from '../../../src/doctor/proof/noise.ts'
import { minimumDetectableEffect } from '../../../src/stats/power.ts'
import { row } from '../../report/sample.ts'

test('one benchmark: its grade, and what the usual number of pairs can show', () => {
  const level = Q * planLooks(32).at(-1)!.weight
  const seen = (100 * minimumDetectableEffect(0.02, 32, level)).toFixed(1)
  expect(noiseOf([row({ sigma: 0.02 })], 32)).toEqual([
    {
      status: 'ok',
      detail: `noise B (2.0 %); 32 pairs detect changes of ${seen} % or more`,
      remedy: null,
      place: null,
    },
  ])
})

test('several benchmarks: the median, the worst, and each budget below what can be seen', () => {
  const rows = [
    row({ benchmark: 'steady', sigma: 0.005 }),
    row({ benchmark: 'usual', sigma: 0.01 }),
    row({ benchmark: 'nearly', sigma: 0.06 }),
    row({ benchmark: 'wild', metric: 'time.p99', sigma: 0.4 }),
    row({ benchmark: 'late', sigma: null }),
    row({ benchmark: 'counted', exact: true, unit: 'count', metric: 'allocs', sigma: 0 }),
  ]
  expect(noiseOf(rows, 32)).toEqual([
    {
      status: 'ok',
      detail:
        'median noise C (3.5 %), worst E (40.0 %) (wild · time.p99); 32 pairs detect changes of 3.7 % or more in the median benchmark, and of 51.8 % or more in the worst; 1 other could not be measured in time',
      remedy: null,
      place: null,
    },
    {
      status: 'warning',
      detail: 'wild · time.p99 fails from 5 % on, but 32 pairs detect only changes of 51.8 % or more here',
      remedy:
        'Raise its budget to 52 %, let the benchmark do more work in each call, or measure on a quieter machine.',
      place: '.github/benchgate.yml:8',
    },
    {
      status: 'warning',
      detail: 'nearly fails from 5 % on, but 32 pairs detect only changes of 6.5 % or more here',
      remedy: 'About 56 pairs would detect 5 %: raise `measure.time-limit`, or the budget to 7 %.',
      place: '.github/benchgate.yml:8',
    },
  ])
})

test('a long list of budgets ends with their number', () => {
  const rows = Array.from({ length: 8 }, (_, i) => row({ benchmark: `b${i}`, sigma: 0.3 + i / 100 }))
  const warnings = noiseOf(rows, 32).slice(1)
  expect(warnings.map(({ detail }) => detail.split(' ')[0])).toEqual(['b7', 'b6', 'b5', 'b4', 'b3', '3'])
  expect(warnings.at(-1)!.detail).toBe('3 more budgets below what can be detected here, such as that of b2')
})

test('nothing measured says so', () => {
  expect(noiseOf([row({ sigma: null })], 32)).toMatchObject([
    { status: 'skipped', detail: 'no benchmark was measured often enough to tell' },
  ])
})
