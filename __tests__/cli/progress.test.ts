import { expect, test } from 'vitest'
import { createProgressLine } from '../../src/cli/progress.ts'
import type { ProgressReport } from '../../src/gate/request.ts'

const measuring = (undecided: number, leftMs = 12_300, stage = 'block 2') =>
  ({ kind: 'measuring', stage, undecided, fraction: 0.5, leftMs }) as const
const start = { kind: 'start', base: 'main', head: '1'.repeat(40), benchmarks: 1 } as const

/** What is written of reports, each at its second. */
function written(
  reports: readonly (readonly [number, ProgressReport])[],
  o: { isTTY?: boolean; quiet?: boolean } = {},
) {
  const lines: string[] = []
  const stream = { isTTY: o.isTTY ?? false, write: (text: string) => lines.push(text) }
  let time = 1_000
  const line = createProgressLine(stream as never, { quiet: o.quiet ?? false, now: () => time })
  for (const [second, report] of reports) {
    time = 1_000 + second * 1_000
    line.show(report)
  }
  line.clear()
  return lines
}

const long: [number, ProgressReport][] = [
  [0, { kind: 'preparing', text: 'base: copying node_modules' }],
  [5, start],
  [34, measuring(9)],
  [35, measuring(8)],
  [36, measuring(7)],
  [64, measuring(6)],
  [65, measuring(0, 0, 'narrowing intervals, block 1')],
  [66, { kind: 'note', text: 'it was noted\n::error::here' }],
  [90, { kind: 'preparing', text: 'cleaning up' }],
  [96, { kind: 'preparing', text: 'still \u001b[2Kcleaning up' }],
]

test('without a terminal: what stays, and a line in half a minute, which a terminal or a log does not obey', () => {
  expect(written(long)).toEqual([
    'main → 1111111 · 1 benchmark\n',
    'block 2: 8 undecided, this block: about 13 s left\n',
    'narrowing intervals, block 1\n',
    'it was noted\n: :error::here\n',
    'still \\u{1b}[2Kcleaning up\n',
  ])
})

test('a command that soon ends says nothing there, and with --quiet none does', () => {
  expect(written(long.filter(([second, { kind }]) => second < 30 && kind === 'preparing'))).toEqual([])
  expect(written(long, { quiet: true })).toEqual([])
})

test('on a terminal the line is redrawn with each report', () => {
  expect(
    written(
      [
        [0, start],
        [1, measuring(8)],
        [2, { kind: 'note', text: 'noted' }],
      ],
      { isTTY: true },
    ),
  ).toEqual([
    '\r\u001b[2Kmain → 1111111 · 1 benchmark',
    '\n',
    '\r\u001b[2Kblock 2 ━━━━━━━━━━━───────────  8 undecided   this block: about 13 s left',
    '\r\u001b[2Knoted',
    '\n',
    '\r\u001b[2K',
  ])
})
