import { describe, expect, test } from 'vitest'
import { keyed } from '../keys.ts'
import { factsOf } from '../../src/gate/facts.ts'
import { withStored, withStoredBenchmarks } from '../../src/gate/stored-benchmarks.ts'
import type { StoredRuns } from '../../src/model/baseline.ts'
import type { Benchmark, ReportedMetric } from '../../src/model/evidence.ts'
import { MAX_METRICS } from '../../src/model/metric.ts'
import type { Run, StoredMetric } from '../../src/model/stored-run.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { evidence } from './evidence-sample.ts'

type StoredBenchmark = Run['benchmarks'][number]

const place = { file: null, line: null, hash: '' }
const reported = (id: string): ReportedMetric => ({
  id,
  unit: 'ns',
  better: 'lower',
  exact: false,
  base: false,
  head: true,
})
const onHead = (id: string, metrics: string[], change: Partial<Benchmark> = {}): Benchmark => ({
  ...keyed(id, 'go test'),
  source: 'command',
  metrics: metrics.map(reported),
  base: null,
  head: place,
  onBase: null,
  ...change,
})
const stored = (...benchmarks: StoredBenchmark[]): StoredRuns => {
  const run = { path: 'x.json', run: sampleRun(0, { benchmarks }) }
  return { branch: 'benchgate', runs: [run], nearest: { run, commitsBefore: 0 }, older: [] }
}
const had = (id: string, metrics: Partial<StoredMetric>[], suite = 'go test'): StoredBenchmark => ({
  id,
  suite,
  metrics: metrics.map(sampleMetric),
})
const NONE: StoredRuns = { branch: 'benchgate', runs: [], nearest: null, older: [] }

describe('a benchmark that only the stored run has', () => {
  test('is known as one of base alone', () => {
    const known = [onHead('a', ['time'])]
    const all = withStoredBenchmarks(
      known,
      stored(had('a', [{}]), had('gone', [{ metric: 'size', unit: 'B' }])),
      'command',
    )
    expect(all).toEqual([
      ...known,
      {
        ...keyed('gone', 'go test'),
        source: 'command',
        metrics: [{ id: 'size', unit: 'B', better: 'lower', exact: false, base: true, head: false }],
        base: place,
        head: null,
        onBase: null,
      },
    ])
  })

  test('without a stored run there is none', () => {
    const known = [onHead('a', ['time'])]
    expect(withStoredBenchmarks(known, NONE, 'command')).toEqual(known)
  })

  test('of a suite reports nothing that Benchgate itself takes there', () => {
    const known = [onHead('a', [], { suite: 'a.bench.ts', source: 'suite' })]
    const run = stored(
      had('gone', [{}, { metric: 'time.p99' }, { metric: 'bytes', unit: 'B' }], 'a.bench.ts'),
    )
    const gone = withStoredBenchmarks(known, run, 'command')[1]!
    expect(gone.source).toBe('suite')
    expect(gone.metrics.map(({ id }) => id)).toEqual(['bytes'])
  })

  test('whose suite is gone, too, is taken for what is said', () => {
    const sourceOf = (source: Benchmark['source']) =>
      withStoredBenchmarks([onHead('a', [])], stored(had('gone', [{}], 'other')), source)[1]
    expect(sourceOf('suite')).toMatchObject({ source: 'suite', metrics: [] })
    expect(sourceOf('command')).toMatchObject({ source: 'command', metrics: [{ id: 'time' }] })
  })

  test('whose metric no benchmark could report has none', () => {
    const run = stored(had('gone', [{ metric: 'not\na name' }, { unit: 'a\nunit' }, { metric: 'size' }]))
    expect(withStoredBenchmarks([], run, 'command')[0]!.metrics.map(({ id }) => id)).toEqual(['size'])
  })
})

describe('result files', () => {
  const facts = (...benchmarks: Benchmark[]) => {
    const from = evidence({}, { results: { tools: ['t'], files: ['f.json'] }, baseFailure: 'x' })
    from.survey.benchmarks = benchmarks
    return factsOf(from)
  }
  const metricsOf = (known: string[], ...metrics: Partial<StoredMetric>[]) => {
    const { survey } = withStored(facts(onHead('a', known)), stored(had('a', metrics)))
    return survey.benchmarks[0]!
  }

  test('keep what the stored run has beside them: a metric that is gone does not go unnoticed', () => {
    const { metrics, base } = metricsOf(['time'], {}, { metric: 'size', unit: 'B' })
    expect(metrics).toEqual([
      reported('time'),
      { id: 'size', unit: 'B', better: 'lower', exact: false, base: true, head: false },
    ])
    expect(base).toEqual(place)
  })

  test('a metric that the stored run has no value of is not gone', () => {
    const { metrics, base } = metricsOf(['time'], {}, { metric: 'size', values: [] })
    expect(metrics.map(({ id }) => id)).toEqual(['time'])
    expect(base).toBeNull()
  })

  test('which metric comes first is not for a change to choose; what is new comes last', () => {
    const ids = metricsOf(['new', 'size', 'time'], {}, { metric: 'size' }).metrics.map(({ id }) => id)
    expect(ids).toEqual(['time', 'size', 'new'])
  })

  test('a benchmark has no more metrics than it may', () => {
    const known = Array.from({ length: MAX_METRICS }, (_, i) => `m${i}`)
    expect(metricsOf(known, { metric: 'gone' }).metrics.map(({ id }) => id)).toEqual(known)
  })

  test('lack benchmarks that the stored run has', () => {
    const { survey } = withStored(facts(onHead('a', ['time'])), stored(had('gone', [{}])))
    expect(survey.benchmarks.map(({ name, base, head }) => [name, base !== null, head !== null])).toEqual([
      ['a', false, true],
      ['gone', true, false],
    ])
  })

  test('are as they are without stored runs, as is what was measured here', () => {
    const files = facts(onHead('a', ['time']))
    expect(withStored(files, null)).toBe(files)
    expect(withStored(files, NONE).survey).toEqual(files.survey)
    const measured = factsOf(evidence({ a: {} }))
    expect(withStored(measured, stored(had('gone', [{}])))).toBe(measured)
  })
})
