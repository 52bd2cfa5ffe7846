import { expect, test } from 'vitest'
import type { BenchmarkHistory, HistoryPoint } from '../../../src/model/benchmark-history.ts'
import { renderHistory } from '../../../src/report/terminal/history-table.ts'

const point = (index: number, more: Partial<HistoryPoint> = {}): HistoryPoint => ({
  sha: `${index}f1c2aa9d0e1`.padEnd(40, '0'),
  time: `2026-11-1${index}T10:00:00Z`,
  subject: `Change ${index}`,
  value: 4_210_000 + index * 1_000,
  unit: 'ns',
  change: null,
  verdict: null,
  cpu: 'AMD EPYC 7763',
  importedFrom: null,
  comparable: true,
  ...more,
})
const history = (points: HistoryPoint[], more: Partial<BenchmarkHistory> = {}): BenchmarkHistory => ({
  benchmark: 'parser/large',
  suite: 'parser.bench.ts',
  occurrence: 1,
  metric: 'time',
  unit: 'ns',
  better: 'lower',
  points,
  change: points.length < 2 ? null : points.at(-1)!.value / points[0]!.value - 1,
  ...more,
})
const SLOWER = {
  change: { effect: 0.183, interval: { low: 0.151, high: 0.217 } },
  verdict: 'regression',
  value: 4_980_000,
} as const

test('one benchmark: a line of bars, then a row a commit, oldest first', () => {
  const points = [
    point(1, { comparable: false }),
    point(2, { change: { effect: 0.002, interval: { low: -0.004, high: 0.009 } }, verdict: 'unchanged' }),
    point(3),
    point(4, { ...SLOWER, cpu: 'Intel(R) Xeon(R)' }),
    point(5, {
      change: { effect: -0.1, interval: { low: -0.12, high: -0.08 } },
      verdict: 'improvement',
      value: 4_480_000,
    }),
  ]
  const text = renderHistory([history(points, { change: 4_480_000 / 4_212_000 - 1 })], {
    color: false,
    width: 120,
  })
  expect(text).toBe(`parser/large · time · 5 commits
▁▁█▃  4.21 → 4.48 ms  6.4 % slower

  date        commit     value     against parent                           processor         subject
  2026-11-11  1f1c2aa  4.21 ms  ≠                                           AMD EPYC 7763     Change 1
  2026-11-12  2f1c2aa  4.21 ms     0.2 % slower    0.4 faster … 0.9 slower  AMD EPYC 7763     Change 2
  2026-11-13  3f1c2aa  4.21 ms                                              AMD EPYC 7763     Change 3
  2026-11-14  4f1c2aa  4.98 ms  ✘  18.3 % slower   15.1 … 21.7              Intel(R) Xeon(R)  Change 4
  2026-11-15  5f1c2aa  4.48 ms  ↑  10.0 % faster   8.0 … 12.0               AMD EPYC 7763     Change 5

≠ measured with other settings than the newest: not in the line above
The line above mixes processors, which differ by more than most changes do.
`)
})

test('several benchmarks: a line each', () => {
  const text = renderHistory(
    [
      history([point(1), point(2), point(3, SLOWER)]),
      history([point(1), point(2)], { benchmark: 'lexer' }),
      history([point(9)], { benchmark: 'new' }),
      history([point(1, { value: 10 }), point(2, { value: 12 })], { benchmark: 'other', unit: 'widgets' }),
    ],
    { color: false, width: 100 },
  )
  expect(text).toBe(`parser/large  ▁▁█     4.98 ms  18.3 % slower  ✘
lexer         ▁▁      4.21 ms  0.02 % slower
new           ▁       4.22 ms
other         ▁█   12 widgets  20.0 % more

time over at most 3 commits, oldest on the left; ✘ a regression among them
`)
})

test('any unit', () => {
  const of = (metric: string, unit: string, better: 'lower' | 'higher', ...values: number[]) =>
    renderHistory(
      [
        history(
          values.map((value, i) => point(i + 1, { value })),
          { metric, unit, better },
        ),
      ],
      { color: false, width: 100 },
    ).split('\n')[1]
  expect(of('bytes', 'B', 'lower', 48, 56)).toBe('▁█  48 → 56 B  16.7 % more')
  expect(of('hit-rate', 'fraction', 'higher', 0.9, 0.945)).toBe('▁█  90.0 → 94.5 %  5.0 % higher')
  expect(of('rate', 'B/s', 'higher', 2e9, 1e9)).toBe('█▁  2.00 → 1.00 GB/s  50.0 % slower')
  expect(of('allocs', 'count', 'lower', 3, 2)).toBe('█▁  3 → 2  33.3 % less')
})

test('a narrow terminal loses the subjects, never a value', () => {
  const text = renderHistory([history([point(1), point(2, SLOWER)])], { color: false, width: 60 })
  expect(text).not.toContain('Change 2')
  expect(text).toContain('4.98 ms')
})

test('nothing from outside acts on the terminal', () => {
  const hostile = '\u001b[31m\u202e\n::error::x ##[command]'
  const points = [point(1, { subject: hostile, cpu: hostile }), point(2, { subject: hostile, sha: hostile })]
  const one = renderHistory([history(points, { benchmark: hostile, metric: hostile, unit: hostile })], {
    color: false,
    width: 200,
  })
  const many = renderHistory([history(points, { benchmark: hostile }), history(points)], {
    color: false,
    width: 200,
  })
  for (const text of [one, many]) {
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]|^::|##\[/mu)
  }
})

test('colour only where it is wanted', () => {
  const histories = [history([point(1), point(2, SLOWER)])]
  expect(renderHistory(histories, { color: true, width: 100 })).toContain('\u001b[31m18.3 % slower')
  expect(renderHistory(histories, { color: false, width: 100 })).not.toContain('\u001b')
})

test('many commits: the newest of them are drawn', () => {
  const points = Array.from({ length: 100 }, (_, i) => point(1, { value: i === 99 ? 2e6 : 1e6 }))
  const bars = renderHistory([history(points)], { color: false, width: 100 }).split('\n')[1]!
  expect(bars).toMatch(/^▁{59}█ /)
})

test('no history at all', () => {
  expect(renderHistory([], { color: false, width: 100 })).toBe('No run has this benchmark.\n')
})

test('imported commits are marked, and where they come from is said', () => {
  const imported = { importedFrom: 'github-action-benchmark', cpu: 'unknown', comparable: false }
  const text = renderHistory([history([point(1, imported), point(2)])], { color: false, width: 120 })
  const [first, second] = text.split('\n').filter((line) => line.startsWith('  2026-'))
  expect(first).toMatch(/ ≠ +unknown, imported +Change 1$/)
  expect(second).not.toContain('imported')
  const note =
    'Imported from github-action-benchmark: one number a commit, on machines that nobody wrote down.'
  expect(text).toContain(`\n${note}\n`)
  const many = [
    history([point(1, { ...imported, comparable: true })]),
    history([point(2)], { benchmark: 'b' }),
  ]
  expect(renderHistory(many, { color: false, width: 120 })).toContain(`\n${note}\n`)
  expect(renderHistory([history([point(1)])], { color: false, width: 120 })).not.toContain('Imported')
})
