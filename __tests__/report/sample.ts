import { idOf } from '../keys.ts'
import { type Assessment, type Report, type Row, VERDICTS } from '../../src/model/assessment.ts'
import { worded } from '../../src/model/finding.ts'

/** As a report has it: notes are sentences. */
export type RowChange = Partial<Report['rows'][number]>
/** The same of a whole report. */
export type Change = Partial<Omit<Assessment, 'rows' | 'warnings'>> &
  Partial<Pick<Report, 'warnings' | 'results' | 'standIn'>>

/** A row that nothing happened to; a case changes what it is about. */
export function row({ notes = [], ...change }: RowChange = {}): Row {
  const { benchmark = 'parser/small', suite = 'benchmarks/parser.bench.ts', occurrence = 1 } = change
  return {
    id: idOf(benchmark, suite, occurrence),
    benchmark,
    suite,
    occurrence,
    metric: 'time',
    unit: 'ns',
    better: 'lower',
    exact: false,
    verdict: 'unchanged',
    severity: 'pass',
    effect: 0.002,
    interval: { low: -0.004, high: 0.008, level: 0.95 },
    p: 0.61,
    pairs: 8,
    sigma: 0.009,
    grade: 'A',
    mde: 0.021,
    pairsNeeded: null,
    base: { value: 812_000, p50: 820_000 },
    head: { value: 813_600, p50: 822_000 },
    budget: {
      maxRegression: { warn: 0.025, fail: 0.05 },
      max: null,
      min: null,
      minImprovement: null,
      where: '.github/benchgate.yml:8',
    },
    confirmed: null,
    edited: false,
    location: 'benchmarks/parser.bench.ts:12',
    notes: notes.map(worded),
    waiver: null,
    history: [],
    ...change,
  }
}

export const failing = row({ benchmark: 'a', verdict: 'regression', severity: 'fail', effect: 0.2 })
export const warning = row({ benchmark: 'b', verdict: 'regression', severity: 'warn', effect: 0.04 })
export const noisy = row({ benchmark: 'c', verdict: 'inconclusive' })
export const fresh = row({ benchmark: 'd', verdict: 'new', base: { value: null, p50: null } })
export const faster = row({ benchmark: 'e', verdict: 'improvement', effect: -0.2 })

/** A regression that a waiver lets pass, which the change may have brought itself. */
export const accepted = (added: boolean) =>
  row({
    benchmark: 'f',
    verdict: 'accepted',
    effect: 0.2,
    notes: ['Accepted up to 22.0 %: Surrogate pairs'],
    waiver: { upTo: 0.22, reason: 'Surrogate pairs', until: null, where: '.github/benchgate.yml:24', added },
  })

/** Where a stored run comes from. */
export const run = {
  sha: '0aa31fe9c1f04a7788d0c5b1f2e3a4d5c6b7a890',
  recordedAt: '2026-11-18T09:12:00Z',
  cpu: 'a CPU',
}

/** An assessment of these rows, its summary and outcome counted from them. */
export function assessment(rows: Row[], change: Change = {}): Assessment {
  const { warnings = [], results = null, standIn = null, ...more } = change
  const count = (severity: Row['severity']) => rows.filter((r) => r.severity === severity).length
  const failed = count('fail')
  const warned = count('warn')
  return {
    schema: 1,
    outcome: failed > 0 ? 'fail' : warned > 0 ? 'warn' : 'pass',
    command: 'check',
    seed: '5eed-91be03d',
    base: { label: 'merge-base', sha: '91be03d2c1f04a7788d0c5b1f2e3a4d5c6b7a890', dirty: false },
    head: { label: 'HEAD', sha: '4f1c2aa90b7d4e5f8a6b3c2d1e0f9a8b7c6d5e4f', dirty: false },
    environment: {
      cpu: 'AMD EPYC 7763 64-Core Processor',
      cores: 4,
      os: 'Ubuntu 24.04',
      image: 'ubuntu24 20261102.1',
      node: '24.21.0',
      nodeFlags: ['--single-threaded-gc', '--no-concurrent-recompilation'],
      mitata: '1.0.34',
      loadAverage: 0.42,
      ci: true,
    },
    summary: {
      benchmarks: new Set(rows.map((r) => r.benchmark)).size,
      verdicts: Object.fromEntries(
        VERDICTS.map((v) => [v, rows.filter((r) => r.verdict === v).length]),
      ) as Assessment['summary']['verdicts'],
      failed,
      warned,
      processes: 82,
      pairs: 32,
      seconds: 312.4,
      secondsInBenchmarks: 248.9,
      stoppedBy: 'decided',
    },
    rows,
    warnings: warnings.map(worded),
    budgetChanges: [],
    history: null,
    measuredBy: results === null ? { kind: 'benchgate' } : { ...results, kind: 'tools', files: results.head },
    baseline: baselineOf(standIn, results, more.base?.sha === null),
    ...more,
  }
}

function baselineOf(
  standIn: Report['standIn'],
  results: Report['results'],
  isBaseless: boolean,
): Assessment['baseline'] {
  if (standIn !== null) return { ...standIn, kind: 'stored' }
  if (results === null) return { kind: isBaseless ? 'none' : 'paired' }
  return results.base.length === 0 ? { kind: 'none' } : { kind: 'files', files: results.base }
}

/** The assessment that a report was made of, as far as the report holds it. */
export function fromReport({ rows, ...report }: Report): Assessment {
  const { results: _, standIn: __, ...whole } = assessment(rows.map(row), report) as Assessment & Report
  return whole
}
