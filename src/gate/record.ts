import type { Assessment, Row } from '../model/assessment.ts'
import type { Evidence } from '../model/evidence.ts'
import { type Run, RUN_SCHEMA, type StoredMetric } from '../model/stored-run.ts'
import { valuesIn } from '../compare/extract.ts'

/** What identifies a stored run, besides what it measured. */
export interface RunIdentity {
  commit: { sha: string; parent: string | null; time: string; subject: string }
  ref: string
  run: Run['run']
  /** Digest of the settings under which it was measured. */
  config: string
}

/**
 * A recorded commit in the form in which it is stored: each process's value, and the change from its parent.
 */
export function runOf(evidence: Evidence, assessment: Assessment, identity: RunIdentity): Run {
  const processes = new Map(
    // Confirming blocks are left out: they hold one benchmark each, which may take another time beside its
    // neighbours.
    evidence.measured.map(({ benchmark, blocks }) => [benchmark, blocks.flatMap(({ head }) => head)]),
  )
  const stored = (row: Row): StoredMetric & { metric: string } => ({
    metric: row.metric,
    unit: row.unit,
    better: row.better,
    values: valuesIn(row.metric, processes.get(row.id) ?? []).map((value) =>
      row.exact ? value : rounded(value),
    ),
    change: changeOf(row),
    verdict: row.pairs === 0 && row.verdict !== 'failed' ? null : row.verdict,
  })
  const bySubject = Map.groupBy(
    assessment.rows.filter(({ verdict }) => verdict !== 'removed' && verdict !== 'missing'),
    ({ id }) => id,
  )
  const versions = new Map(
    evidence.survey.benchmarks.flatMap(({ id, source, head }) =>
      source === 'command' && head !== null && head.hash !== '' ? [[id, head.hash] as const] : [],
    ),
  )
  const { loadAverage: _, ...environment } = evidence.environment
  return {
    schema: RUN_SCHEMA,
    ...identity,
    environment,
    seed: evidence.seed,
    benchmarks: [...bySubject.values()].map((rows) => {
      const { id, benchmark, suite, occurrence } = rows[0]!
      return {
        id: benchmark,
        suite,
        ...(occurrence > 1 && { occurrence }),
        ...(rows.some(({ edited }) => edited) && { edited: true }),
        ...(versions.has(id) && { version: versions.get(id)! }),
        metrics: rows.map(stored),
      }
    }),
  }
}

/**
 * A run, with the changes of its commit since a release added. The release is noted even if no benchmark
 * could be compared, because otherwise each following push would spend the time to try again.
 */
export function withAnchor(run: Run, { base, rows }: Pick<Assessment, 'base' | 'rows'>): Run {
  if (base.sha === null) return run
  const keyOf = (...key: [suite: string, name: string, occurrence: number, metric: string]): string =>
    JSON.stringify(key)
  const changes = new Map(
    rows.map((row) => [keyOf(row.suite, row.benchmark, row.occurrence, row.metric), changeOf(row)]),
  )
  const anchored = (metric: StoredMetric, change: StoredMetric['change'] | undefined): StoredMetric => {
    if (change === null || change === undefined) return metric
    const { effect: _, ...anchor } = change
    return { ...metric, anchor }
  }
  return {
    ...run,
    anchor: { sha: base.sha, name: base.label },
    benchmarks: run.benchmarks.map((benchmark) => {
      const { suite, id, occurrence = 1, metrics } = benchmark
      const changed = (one: StoredMetric) =>
        anchored(one, changes.get(keyOf(suite, id, occurrence, one.metric)))
      return { ...benchmark, metrics: metrics.map(changed) }
    }),
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

/**
 * Rounds to five significant digits, since noise changes the fifth digit at the latest. Deterministic values
 * have no noise and keep all digits.
 */
const rounded = (value: number): number => Number(value.toPrecision(5))
