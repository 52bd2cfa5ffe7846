import { expect, test } from 'vitest'
import { checkOutput } from '../../../src/report/checks/check-output.ts'
import { accepted, assessment, failing, faster, fresh, noisy, row, warning } from '../sample.ts'

test.each([
  ['success', [row(), fresh, faster, accepted(true)]],
  ['neutral', [row(), warning]],
  ['neutral', [row(), noisy]],
  ['success', [row(), row({ benchmark: 'z' }), noisy]],
  ['failure', [row(), warning, failing]],
  ['failure', []],
])('is a %s', (conclusion, rows) => {
  expect(checkOutput(assessment(rows)).conclusion).toBe(conclusion)
})

test('has the headline for its title, and fits', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    ...failing,
    id: `${i}`,
    benchmark: `${i}${'解'.repeat(100)}`,
  }))
  const { title, summary } = checkOutput(assessment(rows))
  expect(title).toBe('5,000 benchmarks over budget')
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_000)
  expect(Buffer.byteLength(summary)).toBeGreaterThan(20_000)
})
