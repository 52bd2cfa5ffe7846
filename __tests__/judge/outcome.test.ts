import { expect, test } from 'vitest'
import { exitCodeOf, outcomeOf } from '../../src/judge/outcome.ts'
import type { Assessment, Row, Severity, Verdict } from '../../src/model/assessment.ts'

const rows = (...of: [Verdict, Severity][]) => of.map(([verdict, severity]) => ({ verdict, severity }) as Row)
const exitCode = (...of: [Verdict, Severity][]) => exitCodeOf({ rows: rows(...of) } as Assessment)

test('the outcome is that of the gravest row', () => {
  expect(outcomeOf(rows(['unchanged', 'pass'], ['regression', 'warn'], ['regression', 'fail']))).toBe('fail')
  expect(outcomeOf(rows(['unchanged', 'pass'], ['regression', 'warn']))).toBe('warn')
  expect(outcomeOf(rows(['accepted', 'pass']))).toBe('pass')
})

test('1 for a broken budget, 3 when all that fails is absent data, 0 for warnings', () => {
  expect(exitCode(['regression', 'fail'], ['missing', 'fail'])).toBe(1)
  expect(exitCode(['over-budget', 'fail'])).toBe(1)
  expect(exitCode(['missing', 'fail'], ['failed', 'fail'])).toBe(3)
  expect(exitCode(['regression', 'warn'])).toBe(0)
})
