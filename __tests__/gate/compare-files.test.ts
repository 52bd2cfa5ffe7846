import type { Target } from '../../src/model/config.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { judgeFiles } from '../../src/gate/compare-files.ts'
import type { NamedResults } from '../../src/gate/read-results.ts'
import { exitCodeOf } from '../../src/judge/outcome.ts'
import { reportSchema, type Report } from '../../src/model/assessment.ts'
import { alone, benchmark, configOf, exact, file, samples } from './result-files.ts'
import { reportOf } from '../../src/report/json.ts'
import { headlineText } from '../../src/report/view/headline.ts'

const ENVIRONMENT = {
  cpu: 'a CPU',
  cores: 2,
  os: 'an OS',
  image: null,
  node: 'v24',
  nodeFlags: [],
  mitata: '1',
  loadAverage: 0,
  ci: true,
}
const named = (label: string) => ({ label, sha: null, dirty: false })

function compare(
  base: NamedResults[],
  head: NamedResults[],
  { filter = null as Target | null, config = 'version: 1\n' } = {},
) {
  return reportOf(
    judgeFiles(
      { base, head },
      { config: configOf(config), filter, environment: ENVIRONMENT, base: named('a'), head: named('b') },
    ),
  )
}

/** The only row, or that of a metric. */
function rowOf(a: { rows: Report['rows'] }, metric?: string): Report['rows'][number] {
  const rows = metric === undefined ? a.rows : a.rows.filter((row) => row.metric === metric)
  expect(rows).toHaveLength(1)
  return rows[0]!
}

const spread = (centre: number, wobble = 0.01) =>
  samples(...Array.from({ length: 30 }, (_, i) => centre * (1 + wobble * Math.sin(i))))
const several = (centres: number[]) => centres.map((centre) => file(benchmark('a', { time: spread(centre) })))

describe('two sides', () => {
  test('of several files each: the files are the groups, a slowdown warns and never fails', () => {
    const a = compare(several([100, 101, 99, 100]), several([150, 149, 151, 150]))
    expect(rowOf(a)).toMatchObject({
      verdict: 'regression',
      severity: 'warn',
      base: { value: expect.closeTo(100, -1) },
    })
    expect(rowOf(a).effect).toBeCloseTo(0.5, 1)
    expect(exitCodeOf(a)).toBe(0)
    expect(a.outcome).toBe('warn')
    expect(reportSchema.safeParse(a).error).toBeUndefined()
  })

  test('a gain of a rate is an improvement, in its own direction', () => {
    const rate = (value: number) => file(benchmark('a', { throughput: spread(value) }))
    const a = compare(
      [rate(100), rate(101), rate(100), rate(99)],
      [rate(150), rate(151), rate(149), rate(150)],
    )
    expect(rowOf(a)).toMatchObject({ verdict: 'improvement', severity: 'pass', better: 'higher' })
    expect(rowOf(a).effect).toBeGreaterThan(0.4)
  })

  test('of a value each: no interval, whatever the change', () => {
    const a = compare(
      [file(benchmark('a', { time: alone(100) }))],
      [file(benchmark('a', { time: alone(900) }))],
    )
    expect(rowOf(a)).toMatchObject({ verdict: 'inconclusive', severity: 'pass', interval: null })
  })

  test('deterministic values: one byte more is told, 5 % is a warning, and 0 has no ratio', () => {
    const size = (value: number) => [file(benchmark('a', { size: exact(value) }))]
    expect(rowOf(compare(size(1e6), size(1e6)))).toMatchObject({
      verdict: 'unchanged',
      effect: 0,
      exact: true,
    })
    expect(rowOf(compare(size(1e6), size(1e6 + 1)))).toMatchObject({
      verdict: 'slower-small',
      severity: 'pass',
    })
    expect(rowOf(compare(size(1e6), size(1.05e6)))).toMatchObject({ verdict: 'regression', severity: 'warn' })
    expect(rowOf(compare(size(0), size(10)))).toMatchObject({ verdict: 'regression', effect: null })
    expect(rowOf(compare(size(0), size(0)))).toMatchObject({ verdict: 'unchanged', effect: 0 })
  })

  test('the same files are never a finding, whatever is in them', () => {
    const value = fc.double({ min: 1e-3, max: 1e12, noNaN: true })
    const data = fc.oneof(
      value.map(exact),
      value.map(alone),
      fc.array(value, { minLength: 1, maxLength: 12 }).map((values) => samples(...values)),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ time: data, size: data }), { minLength: 1, maxLength: 5 }), (runs) => {
        const files = runs.map((run) => file(benchmark('a', run)))
        const a = compare(files, files)
        expect(a.outcome).toBe('pass')
        for (const { effect } of a.rows) expect(effect).toBeCloseTo(0, 9)
      }),
    )
  })
})

describe('what is not on both sides', () => {
  const time = { time: spread(100) }

  test('is new or removed, with the value that there is', () => {
    const a = compare([file(benchmark('old', time))], [file(benchmark('young', { time: spread(50) }))])
    const [old, young] = a.rows
    expect(old).toMatchObject({ verdict: 'removed', severity: 'pass', benchmark: 'old' })
    expect(old!.base.value).toBeGreaterThan(98)
    expect(young).toMatchObject({ verdict: 'new', severity: 'pass', benchmark: 'young' })
    expect(young!.head.value).toBeLessThan(51)
    expect(exitCodeOf(a)).toBe(0)
  })

  test('a metric that head no longer reports is told', () => {
    const a = compare([file(benchmark('a', { ...time, size: exact(3) }))], [file(benchmark('a', time))])
    expect(rowOf(a, 'size')).toMatchObject({
      verdict: 'removed',
      base: { value: 3 },
      notes: [expect.stringContaining('head does not')],
    })
  })

  test('a tool of another name, or another place, does not make it another benchmark', () => {
    const [base, head] = [
      file(benchmark('a', time, { suite: 'x/a.ts' })),
      file(benchmark('a', time, { suite: 'y/a.ts' })),
    ]
    expect(rowOf(compare([base], [head])).verdict).not.toBe('new')
    const failed = file(benchmark('a', 'exit code 1', { suite: 'y/a.ts' }))
    const sized = file(benchmark('a', { size: exact(1) }, { suite: 'x/a.ts' }))
    expect(rowOf(compare([sized], [failed]))).toMatchObject({ metric: 'size', verdict: 'failed' })
  })
})

describe('what failed', () => {
  const works = file(benchmark('a', { time: spread(100), size: exact(1) }))
  const fails = file(benchmark('a', 'exit code 3'))

  test('on head alone is a failure with its reason, in one place', () => {
    const a = compare([works], [fails])
    for (const row of a.rows) {
      expect(row).toMatchObject({
        verdict: 'failed',
        severity: 'fail',
        notes: ['On head it failed: exit code 3'],
      })
    }
    expect(exitCodeOf(a)).toBe(3)
    expect(a.warnings).toEqual([])
  })

  test('is no news where base failed, too', () => {
    const other = file(benchmark('b', { size: exact(1) }))
    const a = compare([fails, other], [fails, other])
    const row = a.rows.find(({ verdict }) => verdict === 'failed')!
    expect(row).toMatchObject({ severity: 'warn' })
    expect(row.notes).toHaveLength(2)
    expect(exitCodeOf(a)).toBe(0)
  })

  test('on both sides with nothing beside it is an error: not one number was compared', () => {
    expect(() => compare([fails], [fails])).toThrow(/nothing was measured[^]*exit code 3/)
  })

  test('is a failure of a new benchmark, too', () => {
    const a = compare([works], [file(...works.file.benchmarks, benchmark('b', 'it threw'))])
    expect(a.rows.find((row) => row.benchmark === 'b')).toMatchObject({ verdict: 'failed', severity: 'fail' })
  })

  test('on base alone leaves nothing to compare with', () => {
    const a = compare([fails], [works])
    expect(rowOf(a, 'size')).toMatchObject({ verdict: 'insufficient', severity: 'pass', head: { value: 1 } })
    expect(rowOf(a, 'size').notes).toEqual(['Nothing to compare with. On base it failed: exit code 3'])
  })

  test('in one of several files is told beside what the others say', () => {
    const a = compare([works, works, works], [works, works, fails])
    expect(rowOf(a, 'size')).toMatchObject({ verdict: 'unchanged', severity: 'warn' })
    expect(rowOf(a, 'size').notes).toEqual(['On head it failed in 1 of 3 result files: exit code 3'])
    const both = compare([works, fails], [works, fails])
    expect(rowOf(both, 'size')).toMatchObject({ verdict: 'unchanged', severity: 'pass' })
  })

  test('requests make times void, and sizes not', () => {
    const load = (rate: number) => [
      file(
        benchmark('http', {
          time: alone(100),
          throughput: alone(50),
          size: exact(9),
          'error-rate': alone(rate),
        }),
      ),
    ]
    const a = compare(load(0), load(0.02))
    for (const metric of ['time', 'throughput']) {
      expect(rowOf(a, metric)).toMatchObject({
        verdict: 'failed',
        severity: 'warn',
        base: { value: expect.any(Number) },
      })
      expect(rowOf(a, metric).notes[0]).toContain('error rate rose from 0 % to 2 %')
    }
    expect(rowOf(a, 'size').verdict).toBe('unchanged')
    expect(exitCodeOf(a)).toBe(0)
    expect(rowOf(compare(load(0.02), load(0.0205)), 'time').verdict).toBe('inconclusive')
    expect(rowOf(compare(load(0.02), load(0)), 'time').verdict).toBe('inconclusive')
  })
})

describe('a metric that nobody gave a direction', () => {
  const hits = (value: number) =>
    file(benchmark('cache', { hits: exact(value) }), benchmark('a', { size: exact(1) }))
  const config = 'version: 1\nmetrics: { hits: { better: higher } }\n'

  test('is left out, and the warning says what to write', () => {
    const a = compare([hits(10)], [hits(5)])
    expect(a.rows.map(({ benchmark }) => benchmark)).toEqual(['a'])
    expect(a.warnings).toEqual([
      expect.stringContaining('cache: hits comes without saying which way is better: add `metrics: {'),
    ])
  })

  test('is compared in the direction that the config gives', () => {
    const a = compare([hits(10)], [hits(5)], { config })
    expect(rowOf(a, 'hits')).toMatchObject({
      verdict: 'regression',
      better: 'higher',
      effect: expect.closeTo(-0.5, 9),
    })
  })

  test('alone in its files leaves nothing, which is an error that says why', () => {
    const only = [file(benchmark('cache', { hits: exact(3) }))]
    expect(() => compare(only, only)).toThrow(/nothing to compare: cache: hits comes without/)
  })
})

test('a metric in two units is not compared: the numbers would mean nothing', () => {
  const ns = file(benchmark('a', { time: spread(100) }))
  const ops = file(benchmark('a', { time: { unit: 'ops/s', data: spread(100) } }))
  const a = compare([ns], [ops])
  expect(rowOf(a)).toMatchObject({ verdict: 'failed', severity: 'fail', effect: null })
  expect(a.warnings.join()).toContain('reported in two ways')
})

test('a filter chooses, and one that chooses nothing is refused', () => {
  const files = [file(benchmark('a/x', { size: exact(1) }), benchmark('b/x', { size: exact(1) }))]
  expect(compare(files, files, { filter: { match: 'a/*' } }).rows.map(({ benchmark }) => benchmark)).toEqual([
    'a/x',
  ])
  expect(() => compare(files, files, { filter: { match: 'c/*' } })).toThrow(UserError)
})

test('what was skipped is none, and nothing but skipped benchmarks an error', () => {
  const skipped = benchmark('b', {}, { status: 'skipped' })
  const some = [file(benchmark('a', { size: exact(1) }), skipped)]
  expect(compare(some, some).rows.map(({ benchmark }) => benchmark)).toEqual(['a'])
  expect(() => compare([file(skipped)], [file(skipped)])).toThrow(/every benchmark was skipped/)
})

test('the summary counts what the rows say, and names tools and files', () => {
  const files = [file(benchmark('a', { size: exact(1), time: alone(2) }))]
  const a = compare(files, files)
  expect(a.summary).toMatchObject({ benchmarks: 1, failed: 0, warned: 0, processes: 0 })
  expect(Object.values(a.summary.verdicts).reduce((sum, n) => sum + n)).toBe(2)
  expect(a.results).toEqual({ tools: ['a tool 2'], base: [files[0]!.name], head: [files[0]!.name] })
})

test('a benchmark whose first metric vanished is none without a change', () => {
  const kept = benchmark('kept', { time: samples(1, 1, 1) })
  const of = (time: object) => file(benchmark('app', { ...time, size: exact(5) }), kept)
  const a = judgeFiles(
    { base: [of({ time: samples(1, 1, 1) })], head: [of({})] },
    {
      config: configOf('version: 1\n'),
      filter: null,
      environment: ENVIRONMENT,
      base: named('a'),
      head: named('b'),
    },
  )
  expect(headlineText(a)).toBe('✅ No change in 1 benchmark, 1 removed')
})
