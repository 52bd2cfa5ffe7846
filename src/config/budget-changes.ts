import type { BudgetChange } from '../model/assessment.ts'
import type { Config, Levels, SeverityCap } from '../model/config.ts'
import { METRIC_IDS, type MetricId, metricInfo } from '../model/metric.ts'
import { type Budget, resolveBudget } from './budgets.ts'

const LIMITS = {
  'max-regression': { field: 'maxRegression', bigIsLenient: true, relative: true },
  max: { field: 'max', bigIsLenient: true, relative: false },
  min: { field: 'min', bigIsLenient: false, relative: false },
} as const satisfies Record<string, { field: keyof Budget; bigIsLenient: boolean; relative: boolean }>
type Limit = keyof typeof LIMITS

const CAPS: readonly SeverityCap[] = ['fail', 'warn', 'off']

/**
 * What a change does to the budgets of these benchmarks: one entry for each difference, with the number of benchmarks that it
 * concerns; a promise of more speed is no budget of others. What gets more lenient in one level and stricter in the other counts as loosened. Loosened ones come first.
 */
export function budgetChanges(before: Config, after: Config, ids: readonly string[]): BudgetChange[] {
  const found = new Map<string, BudgetChange>()
  for (const id of ids) {
    for (const metric of METRIC_IDS) {
      const [from, to] = [resolveBudget(before, id, metric), resolveBudget(after, id, metric)]
      for (const change of differences(from, to, metric)) {
        const key = JSON.stringify(change)
        const known = found.get(key)
        if (known) known.benchmarks++
        else found.set(key, { ...change, benchmarks: 1, example: id })
      }
    }
  }
  return [...found.values()].sort((a, b) => Number(a.direction === 'tightened') - Number(b.direction === 'tightened'))
}

type Difference = Omit<BudgetChange, 'benchmarks' | 'example'>

function differences(from: Budget, to: Budget, metric: MetricId): Difference[] {
  const changes: Difference[] = []
  for (const limit of Object.keys(LIMITS) as Limit[]) {
    const { field } = LIMITS[limit]
    const direction = directionOf(limit, from[field], to[field])
    const [before, after] = [words(limit, from[field], metric), words(limit, to[field], metric)]
    if (direction !== null) changes.push({ direction, metric, limit, from: before, to: after })
  }
  const limited = Object.values(LIMITS).some(({ field }) => from[field] !== null || to[field] !== null)
  if (limited && from.severity !== to.severity) {
    const direction = CAPS.indexOf(to.severity) > CAPS.indexOf(from.severity) ? 'loosened' : 'tightened'
    changes.push({ direction, metric, limit: 'severity', from: from.severity, to: to.severity })
  }
  return changes
}

function directionOf(limit: Limit, from: Levels | null, to: Levels | null): BudgetChange['direction'] | null {
  const sign = LIMITS[limit].bigIsLenient ? 1 : -1
  const leniency = (level: number | null | undefined) => (level == null ? Infinity : sign * level)
  const steps = (['warn', 'fail'] as const).map((level) => [leniency(from?.[level]), leniency(to?.[level])] as const)
  if (steps.some(([before, after]) => after > before)) return 'loosened'
  return steps.some(([before, after]) => after < before) ? 'tightened' : null
}

function words(limit: Limit, levels: Levels | null, metric: MetricId): string {
  if (levels === null) return 'none'
  const { relative } = LIMITS[limit]
  const one = (value: number) => (relative ? `${digits(100 * value)}%` : absolute(value, metric))
  const { warn, fail } = levels
  // As it was written: a single value warns at its half.
  if (fail !== null && (warn === null || (limit === 'max-regression' && warn === fail / 2))) return one(fail)
  return [warn === null ? '' : `warn ${one(warn)}`, fail === null ? '' : `fail ${one(fail)}`].filter(Boolean).join(', ')
}

const SCALES = {
  ns: [[1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']],
  'ops/s': [[1e9, 'Gops/s'], [1e6, 'Mops/s'], [1e3, 'kops/s'], [1, 'ops/s']],
} as const

function absolute(value: number, metric: MetricId): string {
  const scales = SCALES[metricInfo(metric).unit]
  const [size, unit] = scales.find(([size]) => value >= size) ?? scales.at(-1)!
  return `${digits(value / size)} ${unit}`
}

/** Without the noise of binary fractions. */
const digits = (value: number): string => String(Number(value.toPrecision(6)))
