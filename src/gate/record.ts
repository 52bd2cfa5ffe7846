import type { Assessment, Row } from '../model/assessment.ts'
import type { Evidence } from '../model/evidence.ts'
import { type Run, RUN_SCHEMA, type StoredMetric } from '../model/stored-run.ts'
import { valuesIn } from '../compare/extract.ts'

/** What a run is stored under, beside what it measured. */
export interface RunIdentity {
  commit: { sha: string; parent: string | null; time: string; subject: string }
  ref: string
  run: Run['run']
  /** Digest of how it was measured. */
  config: string
}

/** A recorded commit as it is stored: each process's value on it, and the change to its parent. */
export function runOf(evidence: Evidence, assessment: Assessment, identity: RunIdentity): Run {
  const processes = new Map(
    // Those that confirm a finding hold one benchmark each: beside its neighbours it may take another time.
    evidence.measured.map(({ benchmark, blocks }) => [benchmark, blocks.flatMap(({ head }) => head)]),
  )
  const stored = (row: Row): StoredMetric & { metric: string } => ({
    metric: row.metric,
    unit: row.unit,
    better: row.better,
    values: valuesIn(row.metric, processes.get(row.benchmark) ?? []).map((value) =>
      row.exact ? value : rounded(value),
    ),
    change: changeOf(row),
    verdict: row.pairs === 0 && row.verdict !== 'failed' ? null : row.verdict,
  })
  const bySubject = Map.groupBy(
    assessment.rows.filter(({ verdict }) => verdict !== 'removed' && verdict !== 'missing'),
    ({ benchmark }) => benchmark,
  )
  const { loadAverage: _, ...environment } = evidence.environment
  return {
    schema: RUN_SCHEMA,
    ...identity,
    environment,
    seed: evidence.seed,
    benchmarks: [...bySubject].map(([id, rows]) => ({
      id,
      suite: rows[0]!.suite,
      metrics: rows.map(stored),
    })),
  }
}

function changeOf({ effect, interval, pairs }: Row): StoredMetric['change'] {
  if (effect === null || interval === null || pairs === 0) return null
  const [low, high] = [Math.log1p(interval.low), Math.log1p(interval.high)]
  return {
    effect: rounded(effect),
    log: rounded(Math.log1p(effect)),
    low: rounded(low),
    high: rounded(high),
    pairs,
  }
}

/** Five digits: noise is never below the fifth. What is deterministic has no noise. */
const rounded = (value: number): number => Number(value.toPrecision(5))
