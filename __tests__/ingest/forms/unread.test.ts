import { describe, expect, it } from 'vitest'
import { Unread } from '../../../src/ingest/forms/unread.ts'
import { fixture, text } from '../real-files.ts'

const statuses = (name: string) =>
  fixture(name).benchmarks.map(({ key, status, message, metrics }) => {
    const data = metrics[0]?.data
    const value = data?.kind === 'summary' ? data.centre : data?.kind === 'exact' ? data.value : data?.groups
    return [key, status === 'ok' ? value : message]
  })
const otherNotation = (word: string) => `"${word}" is not written like 1234.5; run the tool with LC_ALL=C`
const leftOut = (...names: string[]) =>
  `${names.length === 1 ? '1 result is' : `${names.length} results are`} left out, because a number is not written like 1234.5: ${names.map((name) => `"${name}"`).join(', ')}; run the tool with LC_ALL=C`

describe('a number in another notation is refused and counted, and never scaled', () => {
  it.each([
    [
      'libtest/decimal-comma.txt',
      [
        ['a', '15,25'],
        ['b', '1.234,5'],
        ['c', 13230691],
        ['d', 1234567],
      ],
      ['a', 'b'],
    ],
    [
      'go/decimal-comma.txt',
      [
        ['p/BenchmarkA', '15,25'],
        ['p/BenchmarkB', '1.234,5'],
      ],
      ['p/BenchmarkA-4', 'p/BenchmarkB-4'],
    ],
    ['divan/decimal-comma.txt', [['p/a', '15,11']], ['p/a']],
    ['catch2/decimal-comma.xml', [['p/a', '15,25']], ['p/a']],
    [
      'criterion/decimal-comma.txt',
      [
        ['a', 15.25],
        ['b', '15,11'],
      ],
      ['b'],
    ],
    ['time-v/decimal-comma.txt', [['./a', '0:00,53']], ['./a']],
    [
      'benchmarkjs/decimal-comma.txt',
      [
        ['a', 1234],
        ['b', '12,34'],
        ['c', '1.234,5'],
        ['d', '15,25'],
      ],
      ['b', 'c', 'd'],
    ],
  ] as const)('%s', (name, expected, names) => {
    expect(statuses(name)).toEqual(
      expected.map(([key, value]) => [key, typeof value === 'string' ? otherNotation(value) : value]),
    )
    expect(fixture(name).warnings[0]).toBe(leftOut(...names))
  })

  it('nor cut at its comma, in counts', () => {
    expect(statuses('iai/decimal-comma.txt')).toEqual([
      ['main.rs/a', otherNotation('1,234')],
      ['main.rs/b', '"oops" is no number'],
      ['main.rs/c', 12],
    ])
    expect(fixture('iai/decimal-comma.txt').warnings).toEqual([
      leftOut('main.rs/a'),
      '1 result is left out, because a value is no number: "main.rs/b"',
    ])
  })
})

describe('a name of two lines is kept', () => {
  it.each([
    [
      'divan/line-break.txt',
      [
        ['p/eval/first\n second', 1231],
        ['p/eval/short', 95.01],
        ['p/last', 5.07e6],
      ],
    ],
    [
      'libtest/line-break.txt',
      [
        ['a\nb', 15],
        ['c', 15],
        ['d', 15],
      ],
    ],
    [
      'criterion/line-break.txt',
      [
        ['group/first\n second', 1.25],
        ['ok', 1.25],
        ['a very long name that goes on and on until the end of it', 1.25],
      ],
    ],
  ])('%s', (name, expected) => {
    expect(statuses(name)).toEqual(expected)
    expect(fixture(name).warnings).toEqual([])
  })
})

it('what a benchmark prints into its line does not make it vanish', () => {
  expect(statuses('go/line-lost.txt')).toEqual([
    ['p/BenchmarkA', 'something else was printed into its line'],
    ['p/BenchmarkB', [[12.5]]],
    ['p/BenchmarkC', [[1500]]],
  ])
  expect(fixture('go/line-lost.txt').warnings).toEqual([
    '1 result is left out, because something else was printed into the line: "p/BenchmarkA-4"',
  ])
})

it('a row of a table and a sample with words behind its number are counted by name', () => {
  const head = 'Type,Name,Request Count,Failure Count,Average Response Time\n'
  const table = text(`${head}GET,/a,10,0,"12,5"\nGET,/b,1e1,0,3\n`)
  expect(table.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
    ['GET /a', 'failed', otherNotation('12,5')],
    ['GET /b', 'ok', null],
  ])
  const samples = text('# TYPE x gauge\nx 1\ny 12,5\nz 12 MB\nw 3 1700000000\n')
  expect(samples.benchmarks.map(({ key }) => key)).toEqual(['x', 'y', 'w'])
  expect(samples.warnings).toEqual([
    '1 result is left out, because the line has another form than expected: "z 12 MB"',
    '1 result is left out, because a number is not written like 1234.5: "y"; run the tool with LC_ALL=C',
  ])
})

it('all are counted, and five are named', () => {
  const unread = new Unread()
  for (let n = 0; n < 1000; n++) unread.add('nameless', `line ${n} ${'x'.repeat(1000)}`)
  const [sentence, ...others] = unread.warnings()
  expect(others).toEqual([])
  expect(sentence).toMatch(/^1000 results are left out, because no name belongs to the numbers: "line 0 x/)
  expect(sentence).toMatch(/" and 995 more$/)
  expect(sentence!.length).toBeLessThan(700)
})
