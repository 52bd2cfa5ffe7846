import { expect, test } from 'vitest'
import type { Row } from '../../src/model/assessment.ts'
import { headlineText } from '../../src/report/headline.ts'
import { accepted, assessment, failing, faster, fresh, noisy, row, run, warning } from './sample.ts'

const none = { label: 'none', sha: null, dirty: false }
const stored = { branch: 'benchgate', runs: 9, nearest: null }
const bytes = { metric: 'bytes', unit: 'B' } as const
const smaller: Row = { ...faster, ...bytes, benchmark: 'g' }
const larger = row({ ...bytes, benchmark: 'h', verdict: 'slower-small', effect: 0.01 })
const slower: Row = { ...warning, verdict: 'over-budget' }

test.each([
  ['💥 No benchmark was measured', [], {}],
  ['❌ 1 benchmark over budget', [failing, warning, faster], {}],
  ['⚠️ 1 benchmark to look at, none failing', [warning, accepted(true)], {}],
  ['☑️ 1 accepted regression, nothing else over budget', [accepted(false), noisy], {}],
  ['☑️ 1 regression accepted by this pull request, nothing else over budget', [accepted(true)], {}],
  [
    '☑️ 2 accepted regressions, 1 of them by this pull request, nothing else over budget',
    [accepted(true), { ...accepted(false), benchmark: 'g' }],
    {},
  ],
  ['🌱 First run: 1 new benchmark, nothing to compare with yet', [fresh], {}],
  ['✅ No change in 1 benchmark', [fresh, row()], {}],
  ['🌱 First run: recorded 1 benchmark', [fresh], { command: 'record', base: none }],
  [
    '🌱 Recorded 1 benchmark, with no parent to compare with',
    [fresh],
    { command: 'record', history: stored },
  ],
  ['✅ Recorded 2 benchmarks: no change against the parent', [fresh, row()], { command: 'record' }],
  ['⚠️ Recorded 2 benchmarks: 1 slower than the parent, 1 faster', [warning, faster], { command: 'record' }],
  ['⚠️ Recorded 1 benchmark: 1 over a limit', [slower], { command: 'record' }],
  ['⚠️ Recorded 1 benchmark: 1 to look at', [row({ severity: 'warn' })], { command: 'record' }],
  ['☑️ Recorded 1 benchmark: 1 slower as accepted', [accepted(false)], { command: 'record' }],
  ['❔ Recorded 2 benchmarks: 1 inconclusive', [noisy, row()], { command: 'record' }],
  ['⚡ 1 benchmark faster, none slower', [faster], {}],
  ['⚡ 1 benchmark better, none worse', [smaller], {}],
  ['⚡ 2 benchmarks better, 1 worse by less than a warning', [smaller, faster, larger], {}],
  ['✅ 1 benchmark worse, by less than a warning', [larger], {}],
  ['🔻 1 slower, 1 better', [{ ...warning }, smaller], { command: 'compare' }],
  ['❔ 1 of 3 benchmarks too noisy to judge, 1 better', [noisy, smaller, row()], {}],
  [
    '⚠️ Recorded 2 benchmarks: 1 worse than the parent, 1 better',
    [{ ...warning, ...bytes }, smaller],
    { command: 'record' },
  ],
  ['☑️ Recorded 1 benchmark: 1 worse as accepted', [{ ...accepted(false), ...bytes }], { command: 'record' }],
  [
    '⚠️ Recorded 1 benchmark: 1 slower than the stored run',
    [warning],
    { command: 'record', standIn: { ...run, reason: 'x' } },
  ],
] as const)('%s', (text, rows, change) => {
  expect(headlineText(assessment([...rows], change))).toBe(text)
})
