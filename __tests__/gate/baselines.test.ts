import { describe, expect, test } from 'vitest'
import { idOf, keyed, keyOf } from '../keys.ts'
import { baselineOf, earlierValues, storedBase, whyNotStored } from '../../src/gate/baselines.ts'
import { type Facts, factsOf, type Origin } from '../../src/gate/facts.ts'
import { movedBenchmarks } from '../../src/gate/pairing.ts'
import { gatedMetric } from '../../src/gate/gated-metrics.ts'
import type { Baseline, StoredRuns } from '../../src/model/baseline.ts'
import { NO_LIMITS } from '../../src/model/comparison.ts'
import type { Benchmark } from '../../src/model/evidence.ts'
import { type Metric, suiteMetric } from '../../src/model/metric.ts'
import type { GatedMetric } from '../../src/model/plan.ts'
import type { Run, StoredMetric } from '../../src/model/stored-run.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { ENVIRONMENT, evidence } from './evidence-sample.ts'

const TIME = suiteMetric('time')
const SIZE: Metric = { id: 'size', unit: 'B', better: 'lower', exact: true }
const HERE = { ...sampleRun(0).environment, cpu: ENVIRONMENT.cpu }

const ORIGINS: Record<Origin['kind'], Origin> = {
  paired: { kind: 'paired' },
  'head-alone': { kind: 'head-alone', why: 'base does not build' },
  files: { kind: 'files', why: '', tools: ['t'], base: [], head: ['f.json'] },
}

/** Stored runs of these values of benchmark `a`, newest first, the newest nearest to base. */
function storedRuns(metrics: Partial<StoredMetric>[], environment: Run['environment'] = HERE): StoredRuns {
  const runs = metrics.map((metric, i) => ({
    path: `${i}.json`,
    run: sampleRun(`${i}`, {
      environment,
      benchmarks: [{ id: 'a', suite: 'a.bench.ts', metrics: [sampleMetric(metric)] }],
    }),
  }))
  return { branch: 'benchgate', runs, nearest: { run: runs[0]!, commitsBefore: 0 }, older: [] }
}
const STORED = storedRuns([{ values: [100] }])

interface Stage {
  origin?: Origin['kind']
  command?: 'check' | 'compare' | 'record'
  presence?: GatedMetric['presence']
  stored?: StoredRuns | null
  metric?: Metric
  benchmarks?: readonly Benchmark[]
  change?: (facts: Facts) => void
}

function baseline(o: Stage): Baseline {
  const { origin = 'paired', command = 'check', presence = 'both', stored = null, metric = TIME } = o
  const facts: Facts = { ...factsOf(evidence({ a: {} })), origin: ORIGINS[origin] }
  o.change?.(facts)
  const gated = gatedMetric(keyOf('a'), { metric, presence, limits: NO_LIMITS, limited: true })
  const moved = movedBenchmarks(o.benchmarks ?? [], [])
  return baselineOf(facts, gated, facts.survey.benchmarks[0]!, {
    command,
    stored,
    environment: ENVIRONMENT,
    moved,
  })
}

describe('head is compared with', () => {
  const NEW = { kind: 'none', why: null }
  const KNOWN = { kind: 'none', why: { code: 'stored-run-has-it', sha: STORED.runs[0]!.run.commit.sha } }

  test.each<
    [Origin['kind'], 'check' | 'compare' | 'record', 'stored' | 'nothing', GatedMetric['presence'], object]
  >([
    ['paired', 'check', 'nothing', 'both', { kind: 'paired' }],
    ['paired', 'check', 'stored', 'both', { kind: 'paired' }],
    ['paired', 'check', 'nothing', 'head', NEW],
    ['paired', 'check', 'stored', 'head', KNOWN],
    ['paired', 'compare', 'nothing', 'both', { kind: 'paired' }],
    ['paired', 'record', 'stored', 'both', { kind: 'paired' }],
    ['paired', 'record', 'stored', 'head', KNOWN],
    ['head-alone', 'check', 'stored', 'both', { kind: 'stored' }],
    ['head-alone', 'check', 'stored', 'head', { kind: 'stored' }],
    // A commit is recorded without; judging refuses a change before it comes to this.
    ['head-alone', 'record', 'stored', 'head', NEW],
    ['head-alone', 'record', 'nothing', 'head', NEW],
    ['files', 'check', 'stored', 'both', { kind: 'stored' }],
    ['files', 'check', 'stored', 'head', { kind: 'stored' }],
    ['files', 'check', 'nothing', 'head', NEW],
    ['files', 'record', 'stored', 'head', NEW],
    // What the stored run reports, too, was not measured beside head for that.
    ['files', 'record', 'stored', 'both', NEW],
  ])('%s, %s, with %s on the branch, on %s', (origin, command, stored, presence, expected) => {
    expect(
      baseline({ origin, command, presence, stored: stored === 'stored' ? STORED : null }),
    ).toMatchObject(expected)
  })

  test('a branch without a run of base or an ancestor is one with nothing', () => {
    const empty: StoredRuns = { ...STORED, nearest: null }
    expect(baseline({ presence: 'head', stored: empty })).toEqual(NEW)
    expect(baseline({ origin: 'files', presence: 'head', stored: empty })).toEqual(NEW)
  })

  test('a stored run that holds no value of it makes it no less new', () => {
    for (const metric of [{ values: [] }, { metric: 'other' }])
      expect(baseline({ presence: 'head', stored: storedRuns([metric]) })).toEqual(NEW)
  })
})

describe('a base that was measured and has nothing', () => {
  test('because it failed, says so, whatever the branch has', () => {
    const why = { message: 'boom', processes: 4, of: 4, excluded: true }
    expect(
      baseline({
        stored: STORED,
        change: (facts) => {
          facts.failures.base = new Map([[idOf('a'), why]])
        },
      }),
    ).toEqual({
      kind: 'none',
      why: { code: 'failed', side: 'base', processes: 4, of: 4, in: 'processes', message: 'boom' },
    })
  })

  test('because the benchmark moved, says from where and how it stays one benchmark', () => {
    const place = { file: null, line: null, hash: '' }
    const listed = { source: 'suite' as const, metrics: [], base: null, head: null, onBase: null }
    const from = { ...listed, ...keyed('a', 'old.bench.ts'), base: place }
    const to = { ...listed, ...keyed('a'), head: place }
    expect(baseline({ presence: 'head', stored: STORED, benchmarks: [from, to] })).toEqual({
      kind: 'none',
      why: {
        code: 'looks-renamed',
        from: 'a of old.bench.ts',
        entry: '{ from: "a", to: "a", from-suite: "old.bench.ts", to-suite: "a.bench.ts" }',
      },
    })
  })
})

describe('a stored run in place of a base that does not build', () => {
  const of = (metric: Partial<StoredMetric>) =>
    baseline({ origin: 'head-alone', stored: storedRuns([metric]) })

  test('gives its values and the errors beside them', () => {
    const metrics = [
      sampleMetric({ values: [100, 120] }),
      sampleMetric({ metric: 'error-rate', values: [0.1] }),
    ]
    const stored = storedRuns([{}])
    stored.runs[0]!.run.benchmarks[0]!.metrics = metrics
    expect(baseline({ origin: 'head-alone', stored })).toEqual({
      kind: 'stored',
      metric: metrics[0],
      errorRates: [0.1],
      earlier: [110],
      obstacle: null,
      basis: [],
    })
  })

  test.each([
    ['lacks the metric', { metric: 'other' }],
    ['has no value', { values: [] }],
    ['has another unit', { unit: 'ms' }],
  ])('%s: a warning', (_, metric) => {
    expect(of(metric)).toMatchObject({
      kind: 'stored',
      obstacle: { findings: [{ code: 'not-in-stored-run' }], severity: 'warn' },
    })
  })
})

describe('a stored run beside result files', () => {
  const of = (metric: Partial<StoredMetric>, one = TIME, environment = HERE) =>
    baseline({ origin: 'files', metric: one, stored: storedRuns([metric], environment) })
  const ELSEWHERE = { ...HERE, cpu: 'another CPU' }

  test('that lacks the metric makes it new', () => {
    expect(of({ metric: 'other' })).toEqual({ kind: 'none', why: null })
  })

  test.each([
    ['has no value', { values: [] }, 'no-stored-value'],
    ['has another unit', { unit: 'ms' }, 'stored-unit-differs'],
  ])('%s: that is said, and passes', (_, metric, code) => {
    expect(of(metric)).toMatchObject({ kind: 'stored', obstacle: { findings: [{ code }], severity: 'pass' } })
  })

  test('of another processor says nothing of a time, and all of what is deterministic', () => {
    expect(of({}, TIME, ELSEWHERE)).toMatchObject({
      obstacle: {
        findings: [{ code: 'not-compared', obstacle: expect.stringContaining('another CPU') }],
        severity: 'pass',
      },
    })
    expect(of({ metric: 'size', unit: 'B' }, SIZE, ELSEWHERE)).toMatchObject({
      kind: 'stored',
      obstacle: null,
    })
  })
})

describe('a benchmark that the nearest stored run lost', () => {
  const SHAS = [0, 1, 2].map((i) => sampleRun(`${i}`).commit.sha)
  /** The first has lost it, the second has no value of it, the third has one; each with its environment. */
  const lost = (environments: Run['environment'][] = [HERE, HERE, HERE]): StoredRuns => {
    const { runs, ...stored } = storedRuns([{ metric: 'other' }, { values: [] }, { values: [100] }])
    for (const [i, { run }] of runs.entries()) run.environment = environments[i]!
    runs[0]!.run.benchmarks = []
    const ancestry = runs.map((run, commitsBefore) => ({ run, commitsBefore }))
    return { ...stored, runs, nearest: ancestry[0]!, older: ancestry.slice(1) }
  }
  const OLDER = { code: 'older-stored-run', sha: SHAS[2], nearest: SHAS[0], elsewhere: null }

  test.each(['files', 'head-alone'] as const)('%s: the nearest run that has a value', (origin) => {
    expect(baseline({ origin, stored: lost() })).toMatchObject({
      kind: 'stored',
      metric: { values: [100] },
      obstacle: null,
      basis: [OLDER],
    })
  })

  test('is not new where base was measured without it', () => {
    expect(baseline({ presence: 'head', stored: lost() })).toEqual({
      kind: 'none',
      why: { code: 'stored-run-has-it', sha: SHAS[2] },
    })
  })

  test('times of another processor are not compared, whatever measured the nearest run', () => {
    const stored = lost([HERE, HERE, { ...HERE, cpu: 'another CPU' }])
    for (const origin of ['files', 'head-alone'] as const) {
      expect(baseline({ origin, stored })).toMatchObject({
        obstacle: {
          findings: [
            {
              code: 'not-compared',
              obstacle: `the stored run that has it was measured on another processor (another CPU; here: ${HERE.cpu})`,
            },
          ],
        },
      })
    }
  })
})

describe('what earlier runs measured', () => {
  const gated = gatedMetric(keyOf('a'), {
    metric: TIME,
    presence: 'both',
    limits: NO_LIMITS,
    limited: true,
  })

  test('is medians, oldest first, twenty at most', () => {
    const stored = storedRuns(Array.from({ length: 25 }, (_, i) => ({ values: [i + 1, i + 1, 99] })))
    expect(earlierValues(stored, gated)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i))
  })

  test('has no time of 0, which is no value', () => {
    const stored = storedRuns([{ values: [3] }, { values: [0] }, { values: [1] }])
    expect(earlierValues(stored, gated)).toEqual([1, 3])
  })

  test('shows how runs differ only on the processor of the nearest', () => {
    const stored = storedRuns([{ values: [1] }, { values: [2] }, { values: [3] }])
    stored.runs[1]!.run.environment = { ...HERE, cpu: 'another CPU' }
    expect(baseline({ origin: 'head-alone', stored })).toMatchObject({ earlier: [3, 1] })
  })
})

describe('a stored run takes the place of base', () => {
  test.each<[Origin['kind'], 'check' | 'compare' | 'record', boolean]>([
    ['paired', 'check', false],
    ['head-alone', 'check', true],
    ['files', 'check', true],
    ['head-alone', 'compare', false],
    ['head-alone', 'record', false],
    ['files', 'record', false],
  ])('%s, %s: %s', (origin, command, takes) => {
    const facts = { ...factsOf(evidence({ a: {} })), origin: ORIGINS[origin] }
    const found = storedBase(facts, { command, stored: STORED })
    expect(found).toBe(takes ? STORED.runs[0] : null)
  })

  test('where it was measured on this model of processor', () => {
    expect(whyNotStored(STORED, ENVIRONMENT)).toBeNull()
    expect(whyNotStored(null, ENVIRONMENT)).toMatch(/no stored run/)
    expect(whyNotStored({ ...STORED, nearest: null }, ENVIRONMENT)).toMatch(/no stored run/)
    expect(whyNotStored(STORED, { ...ENVIRONMENT, cpu: 'x' })).toMatch(/another processor \(a CPU; here: x\)/)
  })
})
