import { expect, test } from 'vitest'
import type { Assessment } from '../../../src/model/assessment.ts'
import { annotationsOf } from '../../../src/report/checks/row-annotations.ts'
import { renderMarkdown, renderSummary } from '../../../src/report/markdown/markdown.ts'
import { needWords } from '../../../src/report/view/need.ts'
import { renderTerminal } from '../../../src/report/terminal/terminal.ts'
import { assessment, noisy, row } from '../sample.ts'

const job = (pairs: number, stoppedBy: Assessment['summary']['stoppedBy'] = 'max-pairs') => {
  const a = assessment([])
  return { ...a, summary: { ...a.summary, pairs, stoppedBy } }
}

test.each([
  [32, 40, job(32, 'time-limit'), 'about 40 pairs (had 32), 1.3 times the time limit'],
  [32, 40, job(32), 'about 40 pairs (had 32), 1.3 times what this job measured'],
  [32, 64, job(32), 'about 64 pairs (had 32), 2 times what this job measured'],
  [32, 68, job(32), 'more than this job can measure: lower the noise or widen the budget'],
  [32, 68, { ...job(32), command: 'compare' as const }, 'more than this job can measure: lower the noise'],
  // Given up early, or not measured to the end.
  [12, 28, job(32, 'time-limit'), 'about 28 pairs (had 12)'],
  [12, 48, job(32, 'time-limit'), 'about 48 pairs (had 12), 1.5 times the time limit'],
  [32, 32, job(32), 'a second measurement: 32 pairs usually decide'],
])('of %d pairs that need %d', (pairs, pairsNeeded, a, words) => {
  expect(needWords({ ...noisy, pairs, pairsNeeded }, a)).toBe(words)
})

test('nothing is needed where something was decided, or nobody knows', () => {
  expect(needWords(row({ pairsNeeded: 40 }), job(32))).toBeNull()
  expect(needWords(noisy, job(32))).toBeNull()
})

test('is said in the same words on every surface', () => {
  const open = { ...noisy, pairs: 32, pairsNeeded: 40 }
  const a = assessment([open, { ...open, benchmark: 'z', severity: 'warn' }])
  const words = 'about 40 pairs (had 32), 1.3 times what this job measured'
  const options = { color: false, width: 300, verbose: true, configFile: null }
  for (const text of [renderMarkdown(a), renderSummary(a)]) {
    expect(text).toContain(`| ${words} |`)
    expect(text).toContain(`: It needs ${words}.`)
  }
  expect(renderTerminal(a, options).split(`needs ${words}`)).toHaveLength(3)
  expect(annotationsOf(a, { prefix: '' })[0]!.message).toContain(`It needs ${words}.`)
})
