import { expect, test } from 'vitest'
import { catch2 } from '../../../src/ingest/adapters/catch2.ts'
import { expectSound, expectSturdy, fixture, forms, given, keys, ratio, shared } from '../reading.ts'
import { benchmark, hasShared, metric } from '../real-files.ts'

const results = (name: string, inside = '<mean value="5" lowerBound="4" upperBound="6" ci="0.95"/>') =>
  `<BenchmarkResults name="${name}" samples="10">${inside}</BenchmarkResults>`
const run = (inside: string) =>
  given(`<?xml version="1.0"?>\n<Catch2TestRun name="t" catch2-version="3.7.1">${inside}</Catch2TestRun>`)

test('names of case and sections and name; the interval of the mean', () => {
  const input = fixture('catch2/a.xml')
  expect(catch2.recognises(input)).toBe(true)
  const file = catch2.read(input)
  expectSound(file)
  expect(file).toMatchObject({ version: '3.7.1', warnings: [] })
  expect(keys(file)).toEqual(['Parser/parse 20k', 'Parser/tokens/tokenize', 'Parser/sort'])
  expect(forms(file, 'Parser/sort')).toEqual(['time ns lower'])
  expect(metric(file, 'Parser/parse 20k', 'time').data).toEqual({
    kind: 'summary',
    statistic: 'mean',
    centre: 20250.2,
    spread: { kind: 'ci', low: 20202.9, high: 20453.7, level: 0.95 },
    count: 50,
  })
})

test('without analysis there is the mean only', () => {
  const file = catch2.read(fixture('catch2/no-analysis.xml'))
  expect(metric(file, 'Parser/sort', 'time').data).toMatchObject({ centre: 3747.17, spread: null, count: 20 })
})

test('names are decoded, and a tag may hold > in quotes', () => {
  const file = catch2.read(
    run(`<TestCase name="a &lt;b&gt; &amp;#x41;&#x41;"><!-- <mean> -->${results('x > y &quot;')}</TestCase>`),
  )
  expect(keys(file)).toEqual(['a <b> &#x41;A/x > y "'])
})

test('failed benchmarks are listed, failed test cases are told', () => {
  const file = catch2.read(
    run(
      `<TestCase name="c">${results('bad', '<failed message="no file"/>')}${results('good')}${results('none', '')}<OverallResult success="false"/></TestCase>`,
    ),
  )
  expect(benchmark(file, 'c/bad')).toMatchObject({ status: 'failed', message: 'no file', metrics: [] })
  expect(benchmark(file, 'c/none').status).toBe('failed')
  expect(benchmark(file, 'c/good').status).toBe('ok')
  expect(file.warnings).toEqual(['test case c failed; its benchmarks were measured all the same'])
})

test('a benchmark that is entered once for each section is taken once', () => {
  const file = catch2.read(run(`<TestCase name="c">${results('x')}${results('x')}</TestCase>`))
  expect([keys(file), file.warnings.length]).toEqual([['c/x'], 1])
})

test('a file that was cut off, one that never ends, one without benchmarks', () => {
  const whole = fixture('catch2/a.xml').text
  const file = catch2.read(given(whole.slice(0, whole.indexOf('</Section>'))))
  expect([keys(file).length, file.warnings.length]).toEqual([2, 1])
  expect(() => catch2.read(run('<TestCase name="c"></TestCase>'))).toThrow(/no benchmark/)
  expect(() => catch2.read(given(`<Catch2TestRun><BenchmarkResults name="${'x'.repeat(200_000)}`))).toThrow(
    /does not end/,
  )
  expect(() => catch2.read(given('<Catch2TestRun>'.repeat(2000)))).toThrow(/deep/)
  expect(() => catch2.read(run('</a>'))).toThrow(/did not begin/)
})

test('the slower side is seen', () => {
  expect(ratio(catch2, 'catch2/a.xml', 'catch2/b.xml', 'Parser/parse 20k')).toBeCloseTo(1.107, 2)
})

test.skipIf(!hasShared)('console output is not taken for XML', () => {
  expect(catch2.recognises(shared('catch2/a.txt'))).toBe(false)
  expect(catch2.recognises(shared('catch2/a.reporter.json'))).toBe(false)
})

test('mutated files', () => expectSturdy(catch2, [fixture('catch2/a.xml')], 500))
