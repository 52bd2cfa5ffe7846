import { describe, expect, it } from 'vitest'
import { compareFiles } from '../../../src/compare/files.ts'
import { benchmark, fixture, hasShared, metric, ratio, shared, text } from '../real-files.ts'

const v5 = ['vitest/v5-a.json', 'vitest/v5-b.json'].map((name) => fixture(name)) as [
  ReturnType<typeof fixture>,
  ReturnType<typeof fixture>,
]
const v3 = ['vitest/v3-a.json', 'vitest/v3-b.json'].map((name) => fixture(name)) as typeof v5

const task = (name: string, more: object = {}) => ({
  name,
  latency: { mean: 1, p50: 1 },
  throughput: { mean: 1000 },
  ...more,
})
const test = (more: object) => ({
  ancestorTitles: [],
  title: 't',
  status: 'passed',
  failureMessages: [],
  ...more,
})
const report = (...assertionResults: object[]) => ({
  testResults: [{ name: '/x/a.bench.ts', assertionResults }],
})

describe('vitest 5: the JSON reporter, since --outputJson is gone', () => {
  it('names benchmarks by file, titles and task', () => {
    expect(v5[0].benchmarks.map(({ key }) => key)).toEqual([
      'parse.bench.ts/parser/parse/parse 20k',
      'parse.bench.ts/parser/sort > nested/compare sorts/toSorted',
      'parse.bench.ts/parser/sort > nested/compare sorts/native',
      'parse.bench.ts/top-level/json',
    ])
    expect(v5[0].benchmarks[1]!.path).toEqual(['parser', 'sort > nested', 'compare sorts'])
  })

  it('turns ms into ns, and has throughput as a metric of its own', () => {
    const key = 'parse.bench.ts/parser/parse/parse 20k'
    expect(metric(v5[0], key, 'time')).toEqual({
      id: 'time',
      unit: 'ns',
      better: 'lower',
      data: {
        kind: 'summary',
        statistic: 'median',
        centre: 0.19851700000003802 * 1e6,
        spread: { kind: 'mad', value: expect.closeTo(1423, 0) },
        count: 295,
      },
    })
    expect(metric(v5[0], key, 'time.mean').data).toMatchObject({
      centre: 0.20362984745762827 * 1e6,
      spread: { kind: 'sem' },
    })
    expect(metric(v5[0], key, 'throughput')).toMatchObject({ unit: 'ops/s', better: 'higher' })
  })

  it('tells a slowdown of 15 % from none, although one pause made the standard deviation nine times the median', () => {
    const compared = (key: string) => {
      const [base, head] = v5.map((file) => [metric(file, key, 'time').data])
      return compareFiles({ better: 'lower', unit: 'ns', exact: false, base: base!, head: head! })
    }
    const slower = compared('parse.bench.ts/parser/parse/parse 20k')
    expect(slower).toMatchObject({ kind: 'summary', estimate: expect.closeTo(Math.log(1.206), 3) })
    expect(slower.kind === 'summary' && Math.expm1(slower.low)).toBeCloseTo(0.171, 2)
    expect(slower.kind === 'summary' && Math.expm1(slower.high)).toBeCloseTo(0.242, 2)
    const same = compared('parse.bench.ts/parser/sort > nested/compare sorts/native')
    expect(same.kind === 'summary' && same.low < 0 && same.high > 0).toBe(true)
  })

  it.each<[string, number, object, object]>([
    ['the deviation around the median', 1, { mad: 0.25, sd: 9 }, { kind: 'mad', value: 0.25e6 }],
    ['not where all values are one step of the clock', 1, { mad: 0, sd: 9 }, { kind: 'sd', value: 9e6 }],
    ['not below two microseconds', 0.0019, { mad: 0.0001, sd: 9 }, { kind: 'sd', value: 9e6 }],
    ['nor in versions without it', 1, { sd: 9 }, { kind: 'sd', value: 9e6 }],
  ])('takes for the spread %s', (_, p50, spread, expected) => {
    const latency = { mean: 3, p50, samplesCount: 9, ...spread }
    const file = text(report(test({ benchmarks: [{ name: 't', tasks: [task('x', { latency })] }] })))
    expect(metric(file, 'a.bench.ts/t/x', 'time').data).toMatchObject({ centre: p50 * 1e6, spread: expected })
  })

  it('sees the slowdown in the median, whatever the mean does', () => {
    const key = 'parse.bench.ts/parser/parse/parse 20k'
    expect(ratio(...v5, key, 'time')).toBeCloseTo(1.206, 2)
    expect(ratio(...v5, key, 'time.mean')).toBeGreaterThan(2)
  })

  it('takes samples where they were kept', () => {
    const file = fixture('vitest/v5-retain-samples.json')
    const { data } = metric(file, 'parse.bench.ts/parser/parse/parse 20k', 'time')
    expect(data).toMatchObject({ kind: 'samples', of: 'iteration' })
    expect(data.kind === 'samples' && data.groups[0]![0]).toBeCloseTo(18987.99999997891, 6)
  })

  it('leaves out results of earlier runs', () => {
    const file = text(
      report(test({ benchmarks: [{ name: 't', tasks: [task('new'), task('old', { fromStore: true })] }] })),
    )
    expect(file.benchmarks.map(({ key }) => key)).toEqual(['a.bench.ts/t/new'])
    expect(file.warnings).toEqual(['a.bench.ts/t: 1 results of an earlier run (bench.from) were left out'])
  })

  it('lists failed and skipped ones, and keeps what a failed test measured', () => {
    const measured = test({
      benchmarks: [{ name: 't', tasks: [task('x')] }],
      status: 'failed',
      failureMessages: ['too slow\n  at x'],
    })
    const failed = test({ title: 'f', status: 'failed', failureMessages: ['Error: boom\n  at y'] })
    const file = text(report(measured, failed, test({ title: 's', status: 'skipped' })))
    expect(file.benchmarks.map(({ key, status, message }) => [key, status, message])).toEqual([
      ['a.bench.ts/t/x', 'ok', null],
      ['a.bench.ts/f', 'failed', 'Error: boom'],
      ['a.bench.ts/s', 'skipped', null],
    ])
    expect(file.warnings).toEqual(['a.bench.ts/t: the test failed: too slow'])
  })

  it('lists a file that could not be loaded', () => {
    const broken = {
      name: '/x/b.bench.ts',
      status: 'failed',
      message: 'no module\n at z',
      assertionResults: [],
    }
    const file = text({ testResults: [...report(test({ benchmarks: [] })).testResults, broken] })
    expect(benchmark(file, 'b.bench.ts')).toMatchObject({ status: 'failed', message: 'no module' })
  })

  it('tells files of one name by their folders', () => {
    const at = (name: string) => ({
      name,
      assertionResults: [test({ benchmarks: [{ name: 't', tasks: [task('x')] }] })],
    })
    const file = text({
      testResults: [at('/w/one/i.bench.ts'), at('/w/two/i.bench.ts'), at('/w/two/j.bench.ts')],
    })
    expect(file.benchmarks.map(({ suite }) => suite)).toEqual([
      'one/i.bench.ts',
      'two/i.bench.ts',
      'j.bench.ts',
    ])
  })

  it('is no report of ordinary tests', () => {
    expect(() => text(report(test({})))).toThrow('no format was recognised')
  })

  it('refuses one stored result, which has no name', () => {
    expect(() => fixture('vitest/v5-write-result.json')).toThrow('without the name of its benchmark')
  })
})

describe('vitest 3: --outputJson', () => {
  it('takes the summary, since it never writes samples', () => {
    expect(v3[0].benchmarks.map(({ key }) => key)).toEqual([
      'parse.bench.ts/top-level json',
      'parse.bench.ts/parser/parse 20k',
      'parse.bench.ts/parser/sort/nested/native',
      'parse.bench.ts/parser/sort/nested/toSorted',
    ])
    expect(metric(v3[0], 'parse.bench.ts/parser/parse 20k', 'time').data).toMatchObject({
      kind: 'summary',
      statistic: 'median',
      centre: 0.20550600000001396 * 1e6,
      count: 265,
    })
    expect(metric(v3[0], 'parse.bench.ts/top-level json', 'throughput').data).toMatchObject({
      centre: 2860821.055645581,
      spread: { kind: 'rme', value: 0.12878150388418241, level: 0.95 },
    })
  })

  it('sees the slowdown', () => {
    expect(ratio(...v3, 'parse.bench.ts/parser/parse 20k', 'time')).toBeCloseTo(1.145, 2)
    expect(ratio(...v3, 'parse.bench.ts/parser/sort/nested/toSorted', 'time')).toBeCloseTo(1, 1)
  })

  it('falls back to the mean of versions without a median', () => {
    const group = {
      fullName: 'a.bench.ts',
      benchmarks: [{ name: 'x', mean: 2, sd: 1, sampleCount: 4, samples: [] }],
    }
    const file = text({ files: [{ filepath: '/x/a.bench.ts', groups: [group] }] })
    expect(metric(file, 'a.bench.ts/x', 'time').data).toEqual({
      kind: 'summary',
      statistic: 'mean',
      centre: 2e6,
      spread: { kind: 'sd', value: 1e6 },
      count: 4,
    })
  })

  it.skipIf(!hasShared)('reads a public file', () => {
    const file = shared('vitest/bencher-four.json')
    expect(file.benchmarks).toHaveLength(4)
    expect(metric(file, 'fib.bench.ts/fibonacci/fib(10)', 'time').data).toMatchObject({ centre: 750_000 })
  })
})
