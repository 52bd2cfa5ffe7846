import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../src/model/assessment.ts'
import { checkOutput } from '../../../src/report/checks/check-output.ts'
import { headlineText } from '../../../src/report/view/headline.ts'
import { renderMarkdown, renderSummary } from '../../../src/report/markdown/markdown.ts'
import { renderTerminal } from '../../../src/report/terminal/terminal.ts'
import { anyAssessment } from '../arbitrary.ts'
import { accepted, assessment, failing, faster, fresh, noisy, row, run, warning } from '../sample.ts'

const none = { label: 'none', sha: null, dirty: false }
const stored = { branch: 'benchgate', runs: 9, nearest: null }
const bytes = { metric: 'bytes', unit: 'B' } as const
const smaller: Row = { ...faster, ...bytes, id: 'g', benchmark: 'g' }
const larger = row({ ...bytes, id: 'h', benchmark: 'h', verdict: 'slower-small', effect: 0.01 })
const still = row({ benchmark: 's' })
const gone = row({ benchmark: 'r', verdict: 'removed', head: { value: null, p50: null } })
const scarce = row({ benchmark: 'i', verdict: 'insufficient' })
const missing = row({ benchmark: 'm', verdict: 'missing', severity: 'fail' })
const slower: Row = { ...warning, verdict: 'over-budget' }

test.each([
  ['💥 No benchmark was measured', [], {}],
  ['❌ 1 benchmark over budget', [failing, warning, faster], {}],
  ['⚠️ 1 benchmark to look at, none failing', [warning, accepted(true)], {}],
  ['☑️ 1 accepted regression, nothing else over budget', [accepted(false)], {}],
  ['☑️ 1 regression accepted by this pull request, nothing else over budget', [accepted(true)], {}],
  [
    '☑️ 2 accepted regressions, 1 of them by this pull request, nothing else over budget',
    [accepted(true), { ...accepted(false), id: 'g', benchmark: 'g' }],
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
  ['❔ Recorded 2 benchmarks, 1 of 2 undecided', [noisy, row()], { command: 'record' }],
  ['✅ Recorded 3 benchmarks, 1 of 3 undecided', [noisy, row(), still], { command: 'record' }],
  [
    '⚠️ Recorded 2 benchmarks: 1 did not run, 1 faster, 1 removed',
    [row({ verdict: 'failed', severity: 'warn' }), faster, gone],
    { command: 'record' },
  ],
  ['⚡ 1 benchmark faster, none slower', [faster], {}],
  ['⚡ 1 benchmark better, none worse', [smaller], {}],
  ['⚡ 2 benchmarks better, 1 worse by less than a warning', [smaller, faster, larger], {}],
  ['✅ 1 benchmark worse by less than a warning', [larger], {}],
  ['🔻 1 slower, 1 better', [{ ...warning }, smaller], { command: 'compare' }],
  ['⚡ 1 benchmark better, 1 of 3 undecided', [noisy, smaller, row()], {}],
  ['❔ Too noisy to judge: 2 of 3 benchmarks, 1 better', [noisy, scarce, smaller], {}],
  [
    '❔ Too noisy to judge: 1 of 2 compared benchmarks, nothing found in the rest, 1 removed',
    [noisy, row(), gone],
    {},
  ],
  ['❔ Too noisy to judge: the only benchmark', [noisy], {}],
  [
    '❔ Too little data to judge: all 2 compared benchmarks, 1 edited',
    [scarce, { ...scarce, id: 'z', benchmark: 'z', edited: true }, fresh],
    {},
  ],
  ['✅ No change in 2 benchmarks, 1 of 3 undecided', [noisy, row(), still], {}],
  [
    '✅ 1 benchmark worse by less than a warning, 1 of 3 undecided, 1 edited',
    [noisy, { ...larger, edited: true }, row()],
    {},
  ],
  ['✅ No change in 1 benchmark, 1 removed, 1 edited', [gone, row({ edited: true })], {}],
  ['❔ Nothing to compare, 1 removed', [gone], {}],
  // The same benchmark no longer reports one of its metrics.
  ['✅ No change in 1 benchmark, 1 removed', [{ ...gone, ...bytes }, { ...gone, metric: 'time' }, still], {}],
  [
    '✅ No change in 1 benchmark, 1 removed',
    [{ ...gone, benchmark: 'x' }, row({ ...bytes, benchmark: 'x' }), still],
    { command: 'compare' },
  ],
  [
    '❔ No change in what is left of 1 benchmark, 1 removed',
    [{ ...gone, benchmark: 'x' }, row({ ...bytes, benchmark: 'x' })],
    { command: 'compare' },
  ],
  [
    '✅ Recorded 1 benchmark, 1 removed',
    [{ ...gone, benchmark: 'x' }, row({ ...bytes, benchmark: 'x' })],
    { command: 'record' },
  ],
  ['❌ 1 benchmark over budget, 2 of 4 undecided', [failing, warning, noisy, scarce], {}],
  [
    '⚠️ 1 benchmark to look at, none failing, 1 of 2 undecided',
    [row({ verdict: 'inconclusive', severity: 'warn' }), still],
    {},
  ],
  ['☑️ 1 accepted regression, nothing else over budget, 1 of 2 undecided', [accepted(false), noisy], {}],
  [
    '💥 2 benchmarks did not run, 1 benchmark over budget, 1 of 2 undecided',
    [missing, { ...missing, id: 'n', benchmark: 'n', severity: 'warn' }, failing, noisy],
    {},
  ],
  [
    '🔻 1 slower, 1 faster, 3 of 5 undecided',
    [{ ...warning }, faster, noisy, scarce, { ...noisy, id: 'z', benchmark: 'z' }],
    { command: 'compare' },
  ],
  ['⚡ 1 faster, 1 of 3 undecided', [faster, noisy, row()], { command: 'compare' }],
  ['❔ Too noisy to judge: 2 of 3 benchmarks, 1 faster', [faster, noisy, scarce], { command: 'compare' }],
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

test('whatever was found, it counts what is undecided, did not run, is gone and was edited', () => {
  fc.assert(
    fc.property(anyAssessment, (a) => {
      const text = headlineText(a)
      const count = (which: (row: Row) => boolean) => new Set(a.rows.filter(which).map(({ id }) => id)).size
      const undecided = count(({ verdict }) => verdict === 'inconclusive' || verdict === 'insufficient')
      const stopped = count(({ verdict }) => verdict === 'missing' || verdict === 'failed')
      const removed = count(({ verdict }) => verdict === 'removed')
      const edited = count((row) => row.edited)
      const all = String.raw`(all ${undecided} |the only |${undecided} of \d+ )(compared )?benchmark`
      if (undecided > 0)
        expect(text).toMatch(new RegExp(`${undecided} of \\d+ undecided|(judge|Undecided): ${all}`))
      else expect(text).not.toMatch(/undecided|noisy|too little/i)
      if (stopped > 0) expect(text).toMatch(new RegExp(`\\b${stopped} (benchmarks? )?did not run`))
      if (removed > 0) expect(text).toContain(`, ${removed} removed`)
      if (edited > 0) expect(text).toContain(`, ${edited} edited`)
      expect(text).not.toMatch(/, 0 /)
    }),
    { numRuns: 500 },
  )
})

test('is the same on every surface', () => {
  fc.assert(
    fc.property(anyAssessment, (a) => {
      const text = headlineText(a)
      const words = text.slice(text.indexOf(' ') + 1)
      const opening = (markdown: string) => markdown.split('\n').find((line) => line.startsWith('### '))!
      expect(opening(renderMarkdown(a)).split(' · ')[0]).toBe(`### ${text}`)
      expect(opening(renderSummary(a)).split(' · ')[0]).toBe(`### ${text}`)
      expect(checkOutput(a).title).toBe(words)
      const page = renderTerminal(a, { color: false, width: 100, verbose: false, configFile: null })
      expect(page.trimEnd().split('\n').at(-1)).toContain(` ${words}.`)
    }),
  )
})
