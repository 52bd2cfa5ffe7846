import { describe, expect, test } from 'vitest'
import type { Row } from '../../src/model/assessment.ts'
import { chartOf } from '../../src/report/markdown/mermaid.ts'
import { shouldComment } from '../../src/report/comment-policy.ts'
import { headlineText } from '../../src/report/view/headline.ts'
import { renderMarkdown } from '../../src/report/markdown/markdown.ts'
import { renderTerminal } from '../../src/report/terminal/terminal.ts'
import { assessment, type Change, failing, noisy, row, run, warning } from './sample.ts'

const OPTIONS = { color: false, width: 120, verbose: true, configFile: 'benchgate.yml' }
const handed = (base: string[] = []) => ({ tools: ['k6 1.2'], base, head: ['out/k6.json'] })
const standIn = { ...run, reason: 'x' }

/** Results of head against a stored run. */
const stored = (rows: Row[], more: Change = {}) => assessment(rows, { results: handed(), standIn, ...more })
/** Two result files. */
const pair = (rows: Row[]) => assessment(rows, { command: 'compare', results: handed(['out/old.json']) })

describe('results that somebody else measured', () => {
  test('against a stored run: what it is, and that nothing of it fails', () => {
    for (const text of [renderMarkdown(stored([warning])), renderTerminal(stored([warning]), OPTIONS)]) {
      expect(text).toMatch(/not (a )?controlled.*changes only warn/s)
      expect(text).toContain('out/k6.json')
      expect(text).not.toMatch(/could not be measured|in fresh processes|seed/)
    }
  })

  test('against nothing are alone, and no method of comparing is claimed', () => {
    const text = renderMarkdown(assessment([row({ verdict: 'new' })], { results: handed() }))
    expect(text).toMatch(/ alone · 1 benchmark · 1 new/)
    expect(text).not.toMatch(/against|Welch|interval/)
  })

  test('when recorded are recorded, not new', () => {
    const a = assessment(
      [row({ verdict: 'new', history: [1, 2] }), row({ verdict: 'new', metric: 'size' })],
      {
        command: 'record',
        results: handed(),
        history: { branch: 'benchgate', runs: 2, nearest: null },
      },
    )
    expect(headlineText(a)).toBe('🌱 Recorded 1 benchmark')
    const text = renderMarkdown(a)
    expect(text).toContain('1 benchmark, 2 values · 2 recorded')
    const gone = {
      ...a,
      rows: [...a.rows, row({ benchmark: 'b', verdict: 'removed', head: { value: null, p50: null } })],
    }
    expect(headlineText(gone)).toBe('✅ Recorded 1 benchmark, 1 removed')
    expect(text).not.toMatch(/without|\bnew\b|bars|comparison/)
  })

  test('that say too little are undecided, and no machine is blamed', () => {
    expect(headlineText(pair([noisy]))).toBe('❔ Undecided: the only benchmark')
    expect(headlineText(pair([noisy, row()]))).toBe(
      '❔ Undecided: 1 of 2 benchmarks, nothing found in the rest',
    )
    expect(renderTerminal(pair([noisy]), OPTIONS)).toContain(
      'Several result files a side, each of a run of its own, would help.',
    )
    expect(renderTerminal(stored([noisy]), OPTIONS)).toContain(
      'More stored runs on this processor would help.',
    )
    expect(headlineText(assessment([noisy]))).toContain('Too noisy')
  })

  test('of a load test that is void are something to look at in compare, too', () => {
    const spoilt = row({ verdict: 'failed', severity: 'warn', notes: ['Its error rate rose.'] })
    expect(headlineText(pair([spoilt, row({ benchmark: 'z' })]))).toBe(
      '⚠️ 1 benchmark to look at, none failing, 1 did not run',
    )
  })

  test('that nothing was held against say so', () => {
    const lone = row({
      verdict: 'insufficient',
      effect: null,
      interval: null,
      base: { value: null, p50: null },
    })
    expect(renderTerminal(stored([lone]), OPTIONS)).toContain('not compared')
    expect(renderMarkdown(stored([lone]))).toContain('not compared')
    const none = { ...lone, head: { value: null, p50: null } }
    expect(renderMarkdown(stored([none]))).toContain('too little data')
  })
})

test('a comment on change is not written for what another job leaves open', () => {
  expect(shouldComment(stored([row(), noisy]), 'on-change')).toBe(false)
  expect(shouldComment(stored([row({ verdict: 'inconclusive', severity: 'warn' })]), 'on-change')).toBe(true)
  expect(shouldComment(stored([warning]), 'on-change')).toBe(true)
  expect(shouldComment(assessment([row()], { standIn }), 'on-change')).toBe(true)
})

test('a chart draws a stored run once, and no level at which nothing fails', () => {
  const known = { ...failing, history: [800_000, 812_000] }
  const text = chartOf(stored([known]))!
  expect(text).toContain('2 earlier runs, then PR" ["1", "2", "PR"]')
  expect(text).not.toContain('level')
  expect(chartOf(assessment([known]))).toContain('then base and PR" ["1", "2", "base", "PR"]')
})
