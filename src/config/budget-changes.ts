import type { BudgetChange } from '../model/assessment.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { Config, Levels, SeverityCap } from '../model/config.ts'
import type { Metric } from '../model/metric.ts'
import { type Budget, budgetsOf } from './budgets.ts'
import { limitText } from './written-quantity.ts'

const LIMITS = {
  'max-regression': { field: 'maxRegression', bigIsLenient: true, relative: true },
  max: { field: 'max', bigIsLenient: true, relative: false },
  min: { field: 'min', bigIsLenient: false, relative: false },
} as const satisfies Record<string, { field: keyof Budget; bigIsLenient: boolean; relative: boolean }>
type Limit = keyof typeof LIMITS

const CAPS: readonly SeverityCap[] = ['fail', 'warn', 'off']

type LimitedMetric = Pick<Metric, 'id' | 'unit' | 'better'>

/** A benchmark and the metrics that it has, so that limits are shown in their units. */
export interface LimitedBenchmark extends BenchmarkKey {
  metrics: readonly LimitedMetric[]
  /** The first of them; null where there is none. */
  primary: string | null
  /** Its key in the rules before, where the change renames it. */
  before?: BenchmarkKey
}

/**
 * What a change does to the budgets of these benchmarks: one entry for each difference, with the number of
 * benchmarks that it concerns; a promise of more speed is no budget of others. What gets more lenient in one
 * level and stricter in the other counts as loosened. Loosened ones come first, and of these `forks`, which
 * is about every failure.
 */
export function budgetChanges(
  before: Config,
  after: Config,
  benchmarks: readonly LimitedBenchmark[],
): BudgetChange[] {
  const found = new Map<string, BudgetChange>()
  for (const benchmark of benchmarks) {
    const { metrics, primary } = benchmark
    const [from, to] = [budgetsOf(before, benchmark.before ?? benchmark), budgetsOf(after, benchmark)]
    for (const metric of metrics) {
      const [old, proposed] = [from.of(metric.id, primary), to.of(metric.id, primary)]
      for (const change of differences(old, proposed, metric)) {
        const key = JSON.stringify(change)
        const known = found.get(key)
        if (known) known.benchmarks++
        else found.set(key, { ...change, benchmarks: 1, example: benchmark.name })
      }
    }
  }
  return [...forksChange(before, after, benchmarks.length), ...found.values()].sort(
    (a, b) => Number(a.direction === 'tightened') - Number(b.direction === 'tightened'),
  )
}

function forksChange({ forks: from }: Config, { forks: to }: Config, benchmarks: number): BudgetChange[] {
  if (from === to) return []
  const direction = to === 'warn' ? 'loosened' : 'tightened'
  return [{ direction, metric: null, limit: 'forks', from, to, benchmarks, example: null }]
}

type Difference = Omit<BudgetChange, 'benchmarks' | 'example'>

function differences(from: Budget, to: Budget, metric: LimitedMetric): Difference[] {
  const changes: Difference[] = []
  for (const limit of Object.keys(LIMITS) as Limit[]) {
    const { field } = LIMITS[limit]
    const direction = directionOf(limit, from[field], to[field], metric)
    const [before, after] = [words(limit, from[field], metric), words(limit, to[field], metric)]
    if (direction !== null) changes.push({ direction, metric: metric.id, limit, from: before, to: after })
  }
  const limited = Object.values(LIMITS).some(({ field }) => from[field] !== null || to[field] !== null)
  if (limited && from.severity !== to.severity) {
    const direction = CAPS.indexOf(to.severity) > CAPS.indexOf(from.severity) ? 'loosened' : 'tightened'
    changes.push({ direction, metric: metric.id, limit: 'severity', from: from.severity, to: to.severity })
  }
  return changes
}

function directionOf(
  limit: Limit,
  from: Levels | null,
  to: Levels | null,
  metric: LimitedMetric,
): BudgetChange['direction'] | null {
  // What a limit in another unit forbids cannot be compared: said as what a reader has to look at.
  if (from !== null && to !== null && unitOf(from, metric) !== unitOf(to, metric)) return 'loosened'
  const sign = LIMITS[limit].bigIsLenient ? 1 : -1
  const leniency = (level: number | null | undefined) => (level == null ? Infinity : sign * level)
  const steps = (['warn', 'fail'] as const).map(
    (level) => [leniency(from?.[level]), leniency(to?.[level])] as const,
  )
  if (steps.some(([before, after]) => after > before)) return 'loosened'
  return steps.some(([before, after]) => after < before) ? 'tightened' : null
}

/** A bare number is in whatever unit the metric has. */
const unitOf = (levels: Levels, metric: LimitedMetric): string => levels.unit ?? metric.unit

function words(limit: Limit, levels: Levels | null, metric: LimitedMetric): string {
  if (levels === null) return 'none'
  const unit = LIMITS[limit].relative ? 'fraction' : unitOf(levels, metric)
  const one = (value: number) => limitText(value, unit)
  const { warn, fail } = levels
  // As it was written: a single value warns at its half.
  if (fail !== null && (warn === null || (limit === 'max-regression' && warn === fail / 2))) return one(fail)
  return [warn === null ? '' : `warn ${one(warn)}`, fail === null ? '' : `fail ${one(fail)}`]
    .filter(Boolean)
    .join(', ')
}
