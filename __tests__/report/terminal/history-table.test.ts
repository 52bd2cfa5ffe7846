import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { History, Trend } from '../../../src/model/trend.ts'
import { renderHistory } from '../../../src/report/terminal/history-table.ts'
import { commit, eventful, history, percent, point, step, trend } from '../sample-history.ts'

const screen = (width: number, color = false) => ({ width, color })
const all = ({ trends }: History) => [...trends.keys()]
const render = (one: History, width = 100, last = 20): string =>
  renderHistory(one, { trends: all(one), last }, screen(width))

/** As it is on disk; UPDATE_GOLDEN=1 writes what is printed now, and the difference is for a person to read. */
function expectGolden(file: string, printed: string): void {
  const path = join(import.meta.dirname, file)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, printed)
  expect(printed).toBe(readFileSync(path, 'utf8'))
}

test('one benchmark: a row a commit, and its change points between them', () => {
  expectGolden('history-one.txt', renderHistory(eventful, { trends: [0], last: 8 }, screen(140)))
})

test('an edit is a break, and what is before it is not in the line of bars', () => {
  expectGolden('history-edited.txt', renderHistory(eventful, { trends: [3], last: 8 }, screen(100)))
})

test('several benchmarks: a line each, then what happened', () => {
  expectGolden('history-many.txt', render(eventful))
})

test('names are whole where nothing has to fit', () => {
  const name = `tests/benchmarks/test_micro.py::${'TestOfModels'.repeat(5)}::test_core`
  const one = history([
    trend([point(0, 1), point(1, 2)], { name }),
    trend([point(0, 1), point(1, 2)], { name: 'b' }),
  ])
  expect(render(one)).not.toContain(name)
  const whole = renderHistory(one, { trends: [0, 1], last: 5 }, { ...screen(100), wholeNames: true })
  expect(whole.split('\n')[0]).toMatch(new RegExp(`^${name}  \\S`))
})

test('a narrow terminal loses columns from the right, never a value or a change point', () => {
  const text = renderHistory(eventful, { trends: [0], last: 8 }, screen(60))
  expect(text).not.toMatch(/Change 2|AMD/)
  expect(text).toContain('4.73 ms')
  expect(text.split('\n').filter((line) => line.startsWith('  ── ') || line.startsWith('     '))).toEqual([
    '  ── 04f1c2a-slower · 12.3 % slower (10.1 … 14.6) · at',
    '     04f1c2a (#412) · not fixed · with parser/small',
  ])
})

test('change points above the first line are counted', () => {
  const text = renderHistory(eventful, { trends: [0], last: 3 }, screen(140))
  expect(text).toContain('\n1 earlier change point: --last shows more commits.\n')
  expect(text).not.toContain('04f1c2a-slower')
})

test('of many events the newest are listed', () => {
  const commits = Array.from({ length: 20 }, (_, index) => commit(index))
  const steps = commits.slice(1).map((_, index) => step(index + 1, percent(5, 4, 6)))
  const events = steps.map(({ at, from, to }, index) => ({
    id: `${commits[at]!.sha.slice(0, 7)}-slower`,
    worse: true,
    at,
    from,
    to,
    members: [{ trend: 0, step: index }],
    standing: 'fixed' as const,
    accepted: null,
  }))
  const points = commits.map((_, index) => point(index, 1e6))
  const text = render(history([trend(points, { steps }), trend(points, { name: 'b' })], { commits, events }))
  expect(text.match(/-slower/g)).toHaveLength(15)
  expect(text).toContain('13f1c2a-slower  5.0 % slower (4.0 to 6.0)  13f1c2a  fixed since  parser/large\n')
  expect(text).toContain('\n  and 4 earlier\n')
})

test('of the benchmarks that moved together as many are named as there is room for', () => {
  const steps = [step(1, percent(5, 4, 6))]
  const names = Array.from({ length: 40 }, (_, index) => `group/benchmark ${index}`)
  const trends = names.map((name) => trend([point(0, 1e6), point(1, 2e6)], { name, steps }))
  const members = trends.map((_, index) => ({ trend: index, step: 0 }))
  const base = { id: '01f1c2a-slower', worse: true, at: 1, from: 0, to: 1, accepted: null }
  const one = history(trends, { events: [{ ...base, members, standing: 'standing' }] })
  const lineOf = (width: number) =>
    render(one, width)
      .split('\n')
      .find((line) => line.includes('01f1c2a-slower'))
  const start = '  01f1c2a-slower  5.0 % slower (4.0 to 6.0)  01f1c2a  not fixed  group/benchmark 0'
  expect(lineOf(80)).toBe(`${start} and 39 more`)
  expect(lineOf(140)).toBe(`${start}, group/benchmark 1, group/benchmark 2 and 37 more`)
})

test('a machine is named where it differs, and a line that mixes them says so', () => {
  const text = renderHistory(eventful, { trends: [0], last: 8 }, screen(140))
  const named = text.split('\n').filter((line) => /AMD|Intel/.test(line))
  expect(named.map((line) => line.slice(2, 12))).toEqual(['2026-11-01', '2026-11-04', '2026-11-05'])
  expect(text).toContain('\n▁▁▁▁████  4.21 → 4.73 ms  12.3 % slower\n')
  expect(text).toContain('\nThe line above shows levels, since its values come from several processors.\n')
})

test.each<[Partial<Trend>, number[], string]>([
  [{ metric: 'bytes', unit: 'B' }, [48, 56], '▁█  48 → 56 B  16.7 % more'],
  [{ metric: 'hits', unit: 'fraction', better: 'higher' }, [0.9, 0.945], '▁█  90.0 → 94.5 %  5.0 % higher'],
  [{ metric: 'rate', unit: 'B/s', better: 'higher' }, [2e9, 1e9], '█▁  2.00 → 1.00 GB/s  50.0 % slower'],
  [{ metric: 'allocs', unit: 'count' }, [3, 2], '█▁  3 → 2  33.3 % less'],
  [{ metric: 'depth', unit: 'widgets' }, [10, 12], '▁█  10 → 12 widgets  20.0 % more'],
])('any unit: %j', (of, values, summary) => {
  const one = trend(
    values.map((value, at) => point(at, value)),
    of,
  )
  expect(render(history([one])).split('\n')[1]).toBe(summary)
})

test('a value in another unit than its trend keeps it', () => {
  const points = [point(0, 10, { unit: 'ms', level: null }), point(1, 4e6, { break: 'unit' })]
  expect(render(history([trend(points)]))).toMatch(/ 10 ms .*\n.*another unit.*\n.* 4\.00 ms /)
})

test('nothing from outside acts on the terminal', () => {
  const hostile = '\u001b[31m\u202e\n::error::x ##[command]'
  const commits = [0, 1].map((index) =>
    commit(index, { subject: hostile, cpu: `${hostile}${index}`, node: hostile, importedFrom: null }),
  )
  const points = [point(0, 1e6), point(1, 2e6, { otherEnvironment: true })]
  const of = {
    name: hostile,
    metric: hostile,
    unit: hostile,
    steps: [step(1, percent(5, 4, 6), { accepted: hostile })],
    milestones: { first: null, best: null, release: { at: 1, name: hostile, factor: 1 } },
  }
  const events = [
    {
      id: hostile,
      worse: true,
      at: 1,
      from: 0,
      to: 1,
      members: [{ trend: 0, step: 0 }],
      standing: null,
      accepted: hostile,
    },
  ]
  const one = history([trend(points, of), trend(points, { ...of, steps: [], name: 'b' })], {
    commits,
    events,
  })
  for (const trends of [[0], [1], [0, 1]]) {
    const text = renderHistory(one, { trends, last: 5 }, screen(200))
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]|^\s*::|##\[/mu)
  }
})

test('colour only where it is wanted', () => {
  const colored = renderHistory(eventful, { trends: [0], last: 8 }, screen(140, true))
  expect(colored).toContain('\u001b[31m── 04f1c2a-slower')
  expect(colored).toContain('\u001b[31m12.1 % slower')
  expect(render(eventful)).not.toContain('\u001b')
})

test('many commits: the newest of them are drawn', () => {
  const commits = Array.from({ length: 100 }, (_, index) => commit(index))
  const points = commits.map((_, at) => point(at, at === 99 ? 2e6 : 1e6))
  expect(render(history([trend(points)], { commits }), 100, 100).split('\n')[1]).toMatch(/^▁{59}█ /)
})

test('no history at all', () => {
  expect(render(history([]))).toBe('No run has this benchmark.\n')
})

test('imported commits are marked, and where they come from is said', () => {
  const from = { importedFrom: 'github-action-benchmark', cpu: 'unknown', node: null, image: null }
  const commits = [commit(0, from), commit(1)]
  const points = [point(0, 1e6), point(1, 1e6, { break: 'tool', otherEnvironment: true })]
  const text = render(history([trend(points)], { commits }), 120)
  const [first, second] = text.split('\n').filter((line) => line.startsWith('  2026-'))
  expect(first).toMatch(/ imported +Change 0$/)
  expect(second).not.toContain('imported')
  const note =
    'Imported from github-action-benchmark: one number for each commit, measured on unknown machines.'
  expect(text).toContain(`\n${note}\n`)
  expect(render(history([trend(points), trend(points, { name: 'b' })], { commits }), 120)).toContain(
    `\n${note}\n`,
  )
  expect(render(history([trend([point(0, 1)])]))).not.toContain('Imported')
})
