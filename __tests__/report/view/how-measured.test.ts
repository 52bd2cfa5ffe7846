import { describe, expect, test } from 'vitest'
import type { Assessment, Row } from '../../../src/model/assessment.ts'
import {
  costWords,
  detectableWords,
  effortWords,
  resultsWords,
  testWords,
} from '../../../src/report/view/how-measured.ts'
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts'
import { renderTerminal } from '../../../src/report/terminal/terminal.ts'
import { assessment, type Change, row, run } from '../sample.ts'

const measured = (rows: Row[], summary: Partial<Assessment['summary']>, change: Change = {}) => {
  const a = assessment(rows, change)
  return { ...a, summary: { ...a.summary, ...summary } }
}
const rows = [0.031, 0.084, 0.02, 0.035].map((mde, i) => row({ benchmark: `case ${i}`, mde }))
const timedOut = { stoppedBy: 'time-limit', pairs: 12 } as const

describe('what could have been seen', () => {
  test.each([
    [
      rows,
      timedOut,
      'Within the time limit a slowdown of 8.4 % or more would have been seen in every benchmark (90 % power), 3.1 % in half of them.',
    ],
    [
      rows,
      { stoppedBy: 'max-pairs', pairs: 12 } as const,
      'With the 12 pairs that there was time for a slowdown of 8.4 % or more would have been seen in every benchmark (90 % power), 3.1 % in half of them.',
    ],
    [
      rows.slice(0, 1),
      timedOut,
      'Within the time limit a slowdown of 3.1 % or more would have been seen (90 % power).',
    ],
    [
      [rows[0]!, { ...rows[0]!, id: 'other', benchmark: 'other' }],
      timedOut,
      'Within the time limit a slowdown of 3.1 % or more would have been seen in every benchmark (90 % power).',
    ],
    [
      [
        rows[0]!,
        { ...rows[1]!, id: rows[0]!.id, benchmark: rows[0]!.benchmark, metric: 'memory', unit: 'B' },
      ],
      timedOut,
      'Within the time limit a change for the worse of 8.4 % or more would have been seen in every comparison (90 % power), 3.1 % in half of them.',
    ],
  ])('case %#', (of, summary, sentence) => {
    expect(detectableWords(measured(of, summary))).toBe(sentence)
  })

  test('is told in the comment, whatever its limit, and at the terminal', () => {
    const a = measured(rows, timedOut)
    const options = { color: false, width: 200, verbose: false, configFile: null }
    for (const text of [renderMarkdown(a, { limitBytes: 1 }), renderTerminal(a, options)])
      expect(text).toContain('Within the time limit a slowdown of 8.4 %')
  })

  test('is not told where nothing was cut short, and of rows that no test judged', () => {
    const untested = [
      row({ exact: true, mde: null, p: null }),
      row({ benchmark: 'b', pairs: 0, mde: null, p: null }),
      row({ benchmark: 'c', p: null, mde: 0.4 }),
    ]
    expect(detectableWords(measured(rows, { stoppedBy: 'decided', pairs: 4 }))).toBeNull()
    expect(detectableWords(measured(rows, { stoppedBy: 'max-pairs', pairs: 32 }))).toBeNull()
    expect(detectableWords(measured(untested, timedOut))).toBeNull()
    expect(detectableWords(measured([...untested, rows[0]!], timedOut))).toContain(
      'of 3.1 % or more would have been seen (',
    )
    expect(detectableWords(measured(rows, timedOut, { standIn: { ...run, reason: 'x' } }))).toBeNull()
  })
})

test('what others measured is not said to be measured here', () => {
  const names = (side: string) => Array.from({ length: 7 }, (_, i) => `${side}${i}.json`)
  const results = { tools: ['pytest-benchmark 4.0.0'], base: ['b.json'], head: names('h') }
  const a = assessment([row()], { command: 'compare', results, seed: '' })
  const markdown = renderMarkdown(a)
  expect(markdown).toContain(
    '- Measured by pytest-benchmark 4.0.0 and read from result files: base from `b.json`; head from `h0.json`, `h1.json`, `h2.json`, `h3.json`, `h4.json`, 2 more.\n',
  )
  const text = renderTerminal(a, { color: false, width: 300, verbose: false, configFile: null })
  expect(text).toContain('read from result files: base from b.json; head from h0.json,')
  for (const report of [markdown, text]) expect(report).not.toMatch(/permutation|processes|seed|AMD/)
  expect(resultsWords(assessment([row()]))).toBeNull()
})

test('the test is claimed only for what was tested', () => {
  const exact = row({ benchmark: 'b', exact: true })
  expect(testWords(assessment([row()]))).toMatch(/permutation test.*measured again, and that decides\.$/)
  expect(testWords(assessment([row(), exact]))).toMatch(/permutation test.*without a test\.$/)
  expect(testWords(assessment([exact]))).not.toContain('permutation')
})

test('what it cost is said, minutes of a runner only where there is one', () => {
  const a = measured([row()], { seconds: 301, secondsInBenchmarks: 200, processes: 1 })
  const cost = '5 min 1 s of wall time (66 % in benchmarks), 1 process'
  expect(costWords(a)).toBe(`${cost}, 6 runner minutes`)
  expect(costWords({ ...a, environment: { ...a.environment, ci: false } })).toBe(cost)
  expect(costWords(measured([row()], { seconds: 60.4, secondsInBenchmarks: 61 }))).toBe(
    '1 min of wall time (100 % in benchmarks), 82 processes, 1 runner minute',
  )
  expect(renderMarkdown(a)).toContain(`- Cost: ${cost}, 6 runner minutes.\n`)
  expect(renderTerminal(a, { color: false, width: 120, verbose: false, configFile: null })).toContain(
    `  ${cost}, 6 runner minutes, seed 5eed-91be03d\n`,
  )
})

test('why measuring ended, and after how much', () => {
  expect(effortWords(measured([row()], timedOut))).toBe(
    'Stopped by the time limit, after up to 12 pairs of base and head in 3 blocks',
  )
  expect(effortWords(measured([row()], { pairs: 0 }))).toBe('Stopped when every comparison was decided')
})

test('a recorded push measures decided comparisons on, where they are times or rates', () => {
  const effort = (one: Row, stoppedBy: 'decided' | 'time-limit' = 'decided') =>
    effortWords(measured([one], { stoppedBy, pairs: 16 }, { command: 'record' }))
  const decided = 'Stopped when every comparison was decided'
  const after = ', after up to 16 pairs of base and head in 4 blocks'
  expect(effort(row())).toBe(
    `${decided} and the recorded intervals were narrow, or could not be made so${after}`,
  )
  expect(effort(row({ unit: 'B' }))).toBe(`${decided}${after}`)
  expect(effort(row(), 'time-limit')).toBe(`Stopped by the time limit${after}`)
  expect(effortWords(measured([row()], { stoppedBy: 'decided', pairs: 16 }))).toBe(`${decided}${after}`)
})
