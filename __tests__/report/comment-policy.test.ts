import { expect, test } from 'vitest'
import { VERDICTS } from '../../src/model/assessment.ts'
import { shouldComment } from '../../src/report/comment-policy.ts'
import { accepted, assessment, failing, noisy, row, run, warning } from './sample.ts'

const loosened = {
  direction: 'loosened',
  metric: 'time',
  limit: 'max',
  from: '5 ms',
  to: 'none',
  benchmarks: 1,
  example: 'x',
} as const

test('on change: when a row says something', () => {
  const ordinary = new Set(['unchanged', 'new', 'removed'])
  for (const verdict of VERDICTS) {
    expect(shouldComment(assessment([row({ verdict })]), 'on-change'), verdict).toBe(!ordinary.has(verdict))
  }
  expect(shouldComment(assessment([row({ severity: 'warn' })]), 'on-change')).toBe(true)
  expect(shouldComment(assessment([row()], { budgetChanges: [loosened] }), 'on-change')).toBe(true)
  expect(shouldComment(assessment([row()], { standIn: { ...run, reason: 'x' } }), 'on-change')).toBe(true)
  expect(shouldComment(assessment([]), 'on-change')).toBe(true)
})

test('one that is there is brought up to date, unless there are to be none', () => {
  const quiet = assessment([row()])
  expect(shouldComment(quiet, 'on-change', 'present')).toBe(true)
  expect(shouldComment(quiet, 'on-failure', 'present')).toBe(true)
  expect(shouldComment(quiet, 'on-change')).toBe(false)
  expect(shouldComment(quiet, 'always')).toBe(true)
  expect(shouldComment(assessment([failing]), 'never', 'present')).toBe(false)
})

test('on failure: when something fails', () => {
  expect(shouldComment(assessment([failing]), 'on-failure')).toBe(true)
  expect(shouldComment(assessment([]), 'on-failure')).toBe(true)
  expect(shouldComment(assessment([warning, noisy, accepted(true)]), 'on-failure')).toBe(false)
})
