import type { Row } from '../../model/assessment.ts'
import type { Benchmark } from '../../model/evidence.ts'
import { isSuiteMetric } from '../../model/metric.ts'
import { isTimed } from '../../model/unit.ts'
import { primaryOf } from '../../gate/gated-metrics.ts'
import type { TrialResult } from './trial.ts'
import { type Prospect, prospectOf } from './weakness.ts'

/** A row that a slowdown could turn red, and what that takes. */
export interface Candidate extends Prospect {
  row: Row
  benchmark: Benchmark
}

/** Rows that show a slowdown: times and rates that were measured, and not what a suite counts itself. */
export function candidatesOf({ assessment, evidence, config }: TrialResult, today: string): Candidate[] {
  const benchmarks = new Map(evidence.survey.benchmarks.map((one) => [one.id, one]))
  return assessment.rows.flatMap((row): Candidate[] => {
    const benchmark = benchmarks.get(row.id)
    if (benchmark === undefined || row.sigma === null || row.exact || !isTimed(row.unit)) return []
    if (benchmark.source === 'suite' && !isSuiteMetric(row.metric)) return []
    return [{ row, benchmark, ...prospectOf(config, row, primaryOf(benchmark), today) }]
  })
}

/** Calls up to this long take as long to measure as shorter ones. */
const SHORT_NS = 1e6

/**
 * The row to slow down: one that can fail before one that cannot, a suite's before a command's, the usual
 * metric before a tail of it, then the cheapest to measure and the steadiest.
 */
export function chooseTarget(candidates: readonly Candidate[]): Candidate | null {
  const ranks = ({ row, benchmark, weakness }: Candidate): number[] => [
    Number(weakness !== null),
    Number(benchmark.source === 'command'),
    Number(row.metric !== primaryOf(benchmark)),
    benchmark.source === 'suite' && row.unit === 'ns'
      ? Math.max(SHORT_NS, row.base.value ?? Infinity)
      : SHORT_NS,
    row.sigma ?? Infinity,
  ]
  const [best = null] = [...candidates].sort((one, other) => {
    const [a, b] = [ranks(one), ranks(other)]
    const at = a.findIndex((rank, i) => rank !== b[i])
    return at === -1 ? 0 : a[at]! - b[at]!
  })
  return best
}
