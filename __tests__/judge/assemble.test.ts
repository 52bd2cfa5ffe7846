import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '../../src/judge/assemble.ts'
import { type Row, VERDICTS } from '../../src/model/assessment.ts'
import { type Finding, worded } from '../../src/model/finding.ts'
import { assessment, row } from '../report/sample.ts'

const { schema: _, outcome: __, rows: ___, summary, ...about } = assessment([])
const { processes, seconds, secondsInBenchmarks, stoppedBy } = summary
const effort = { processes, seconds, secondsInBenchmarks, stoppedBy }

const assembled = (rows: Row[], warnings: Finding[] = []) =>
  assemble(rows, { ...about, warnings, effort, benchmarks: 7 })

describe('the summary', () => {
  const rows = [
    row({ verdict: 'regression', severity: 'fail', pairs: 8 }),
    row({ verdict: 'regression', severity: 'warn', pairs: 28 }),
    row({ verdict: 'unchanged', severity: 'pass', pairs: 4 }),
  ]

  test('counts rows by verdict and severity, with the pairs of the longest comparison', () => {
    const { outcome, summary: counted } = assembled(rows)
    expect(outcome).toBe('fail')
    expect(counted).toMatchObject({ benchmarks: 7, failed: 1, warned: 1, pairs: 28, ...effort })
    expect(counted.verdicts).toMatchObject({ regression: 2, unchanged: 1, missing: 0 })
    expect(Object.keys(counted.verdicts)).toEqual(VERDICTS)
  })

  test('of no row is of nothing, and passes', () => {
    expect(assembled([])).toMatchObject({ outcome: 'pass', summary: { failed: 0, warned: 0, pairs: 0 } })
  })

  test('its verdicts add up to the rows, whatever the rows are', () => {
    const any = fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      severity: fc.constantFrom('pass', 'warn', 'fail'),
    })
    fc.assert(
      fc.property(fc.array(any), (all) => {
        const { verdicts, failed, warned } = assembled(all.map(row)).summary
        expect(Object.values(verdicts).reduce((a, b) => a + b, 0)).toBe(all.length)
        expect(failed + warned).toBe(all.filter(({ severity }) => severity !== 'pass').length)
      }),
    )
  })
})

describe('last words of a process that span lines', () => {
  const message = 'boom:\n  at a.js\n\n  at b.js'
  const ONE_LINE = 'boom: at a.js ⏎ at b.js'
  const failure = { code: 'suite-failed', side: 'head', suite: 'a', message } as const

  test('are one line in a note, in what a note wraps, and in a warning', () => {
    const wrapped: Finding = { code: 'nothing-to-compare-with', why: failure }
    const { rows, warnings } = assembled([{ ...row(), notes: [failure, wrapped] }], [worded(message)])
    expect(rows[0]!.notes).toEqual([
      { ...failure, message: ONE_LINE },
      { ...wrapped, why: { ...failure, message: ONE_LINE } },
    ])
    expect(warnings).toEqual([worded(ONE_LINE)])
  })

  test('leave what is no text as it is', () => {
    const notes: Finding[] = [
      { code: 'metric-not-reported', sides: ['base', 'head'], metric: 'size' },
      { code: 'waiver-exceeded', upTo: 0.2, measured: 0.25, reason: 'worth it' },
    ]
    expect(assembled([{ ...row(), notes }]).rows[0]!.notes).toEqual(notes)
  })

  test('never leave a line break, wherever it is', () => {
    const parts = fc.array(fc.constantFrom('a', ':', ' ', '\n', '\t', '\r\n'), { maxLength: 12 })
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join('')
        const { rows, warnings } = assembled([{ ...row(), notes: [worded(text)] }], [worded(text)])
        expect(JSON.stringify([rows[0]!.notes, warnings])).not.toContain('\\n')
      }),
    )
  })
})
