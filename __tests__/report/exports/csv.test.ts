import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from '../../../src/ingest/forms/csv.ts'
import { renderCsv } from '../../../src/report/exports/csv.ts'
import { forCsv } from '../../../src/report/text/for-csv.ts'
import { spelledOut } from '../../../src/report/text/one-line.ts'
import { outside } from '../../../src/report/text/outside.ts'
import { hostileText } from '../arbitrary.ts'
import { commit, eventful, history, percent, point, trend } from '../sample-history.ts'

function read(csv: string): Record<string, string>[] {
  const [head, ...rows] = csvRows(csv, 10_000, 100)!
  return rows.map((cells) => {
    expect(cells.length).toBe(head!.length)
    return Object.fromEntries(cells.map((cell, i) => [head![i]!, cell]))
  })
}

test('a row a commit and metric, oldest first, the newest of them', () => {
  const rows = read(renderCsv(eventful, { last: 2 }))
  expect(rows.map(({ benchmark, time, value }) => [benchmark, time!.slice(0, 10), value])).toEqual([
    ['parser/large', '2026-11-07', '4733000'],
    ['parser/large', '2026-11-08', '4729000'],
    ['parser/small', '2026-11-07', '883000'],
    ['parser/small', '2026-11-08', '881000'],
    ['lexer', '2026-11-07', '309000'],
    ['lexer', '2026-11-08', '310000'],
    ['bundle', '2026-11-07', '83'],
    ['bundle', '2026-11-08', '82'],
  ])
})

test('changes are fractions, and a change point stands at its commit', () => {
  const rows = read(renderCsv(eventful, { last: 8 }))
  expect(rows.find(({ verdict }) => verdict === 'regression')).toMatchObject({
    pull: '412',
    change: '0.121',
    change_low: '0.098',
    change_high: '0.145',
    change_point: '04f1c2a-slower',
    other_environment: 'true',
  })
  expect(rows.filter((row) => row['change_point'] !== '').map(({ benchmark }) => benchmark)).toEqual([
    'parser/large',
    'parser/small',
    'bundle',
  ])
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-parse', "'-parse"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  [' x', '" x"'],
  ['＝1', "'＝1"],
  ['\t=1', '\\u{9}=1'],
  ['a,"b"', '"a,""b"""'],
  ['a\r\nb', 'a\\u{d}\\u{a}b'],
  ['plain = 1', 'plain = 1'],
  ['', ''],
])('a cell of %j', (text, cell) => {
  expect(forCsv(outside('name', text))).toBe(cell)
})

test('a negative number is a number', () => {
  const change = percent(-8, -9, -7)
  const csv = renderCsv(history([trend([point(0, 5, { change })])], { commits: [commit(0)] }), { last: 1 })
  expect(read(csv)[0]).toMatchObject({ change: '-0.08', change_low: '-0.09', change_high: '-0.07' })
})

/** Without apostrophes before what a spreadsheet takes for a formula. */
const unmarked = (text: string) => text.replaceAll(/(^|;)'(?=["\s]*[=+\-@＝＋－＠])/g, '$1')

test('any name is read back, and no cell of one is a formula', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (name, subject) => {
      const csv = renderCsv(
        history([trend([point(0, 5)], { name })], { commits: [commit(0, { subject })] }),
        {
          last: 1,
        },
      )
      expect(csv.split('\r\n').length).toBe(3)
      expect(csv).not.toMatch(/##\[|^::/m)
      const [row] = read(csv)
      for (const [cell, text] of [
        [row!['benchmark'], name],
        [row!['subject'], subject],
      ]) {
        expect(unmarked(cell!)).toBe(unmarked(spelledOut(text!)))
        expect(cell).not.toMatch(/(^|;)["\s]*[=+\-@]/)
      }
    }),
    { numRuns: 30 },
  )
})
