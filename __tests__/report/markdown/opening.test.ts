import { describe, expect, test } from 'vitest'
import type { BudgetChange } from '../../../src/model/assessment.ts'
import { renderMarkdown, renderSummary } from '../../../src/report/markdown/markdown.ts'
import { accepted, assessment, row, run, warning } from '../sample.ts'

const change = (direction: BudgetChange['direction'], example: string): BudgetChange => ({
  direction,
  metric: 'time',
  limit: 'max-regression',
  from: '5%',
  to: '20%',
  benchmarks: 7,
  example,
})

describe('what a change does to the budgets', () => {
  const loosened = Array.from({ length: 6 }, (_, i) => change('loosened', `case ${i}`))
  const a = assessment([row()], { budgetChanges: [...loosened, change('tightened', 'other')] })

  test('is at the top, bounded, and survives every limit', () => {
    const top = renderMarkdown(a, { limitBytes: 1 })
    expect(top).toContain('⚠️ **This pull request loosens budgets, and tightens 1 other.** The rows below')
    expect(top).toContain('- time max-regression: `5%` → `20%`, for 7 benchmarks such as `case 0`\n')
    expect(top).toContain('- and 3 more')
  })

  test('is complete in the summary', () => {
    const text = renderSummary(a)
    for (let i = 0; i < 6; i++) expect(text).toContain(`such as \`case ${i}\``)
    expect(text).toContain('- tightened: time max-regression')
  })

  test('tightening is no alarm', () => {
    const text = renderMarkdown(assessment([row()], { budgetChanges: [change('tightened', 'x')] }))
    expect(text).toContain('\n\nThis pull request tightens budgets. ')
    expect(text).not.toContain('⚠️')
  })
})

describe('a base that was not measured', () => {
  const reason = 'npm ci failed with exit code 1'
  const measured = (recordedAt = run.recordedAt) =>
    assessment([warning], {
      standIn: { ...run, reason, recordedAt },
      warnings: [`Base was not measured: ${reason}`, 'another'],
    })
  const a = measured()

  test('is said once, above everything', () => {
    const text = renderMarkdown(a, { limitBytes: 60_000 })
    expect(text).toContain(
      '⚠️ **Base could not be measured** (merge-base `91be03d`): npm ci failed with exit code 1. Compared instead with the stored run of `0aa31fe` from 2026-11-18 on a CPU: another job, not a controlled comparison, so changes only warn.',
    )
    expect(text.split(reason)).toHaveLength(2)
    expect(text).toContain('- another')
    expect(text).toContain('| Stored → PR |')
    expect(text).not.toContain('exact permutation test')
    expect(renderMarkdown(a, { limitBytes: 1 })).toContain('Base could not be measured')
  })

  test('a date that is none is left out', () => {
    expect(renderMarkdown(measured('soon'))).toContain('`0aa31fe` on a CPU')
  })
})

test('what a pull request accepts itself is shown with its reason', () => {
  const text = renderMarkdown(assessment([accepted(true)]))
  expect(text).toContain('| accepted up to 22 %<br><sub>by this pull request</sub> |')
  expect(text).toContain(
    'Surrogate pairs. The entry is at `.github/benchgate.yml:24`, **added by this pull request**.',
  )
  expect(renderMarkdown(assessment([accepted(false)]))).not.toContain('pull request')
})
