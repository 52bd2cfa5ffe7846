import { budgetedMetrics, resolveBudget } from '../config/budgets.ts'
import { compileGlob } from '../config/glob.ts'
import { UserError } from '../errors.ts'
import { DEFAULT_MAX_REGRESSION, type LimitName, relativeLevels } from '../judge/verdict.ts'
import type { RowBudget } from '../model/assessment.ts'
import type { Limits } from '../model/comparison.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark, Survey } from '../model/evidence.ts'
import { METRIC_IDS, type MetricId } from '../model/metric.ts'
import type { JudgeRequest, Target } from './state.ts'

/**
 * Everything that will be judged, fixed before the first measurement: the error rates are promised over this list. Throws a
 * UserError when it is empty, for a gate that measures nothing must not be green.
 */
export function chooseTargets(request: JudgeRequest, survey: Survey): Target[] {
  const { filter } = request
  const matches = filter === null ? () => true : compileGlob(filter)
  const chosen = survey.benchmarks.filter(({ id }) => matches(id))
  if (chosen.length === 0) refuseFilter(filter)
  const targets = chosen.flatMap((benchmark) => targetsOf(request, benchmark))
  if (targets.length === 0) {
    throw new UserError(
      'no-benchmarks',
      `none of the ${chosen.length} benchmarks has a budget, so there is nothing to check`,
      'Add a rule to `budgets:` that matches them, such as { match: "**", metric: time, max-regression: 5% }.',
    )
  }
  return targets
}

/** Says that a filter left nothing over. */
export function refuseFilter(filter: string | null): never {
  throw new UserError(
    'usage',
    `no benchmark matches --filter ${filter}`,
    'A filter is a glob over groups and name, such as "parser/**".',
  )
}

function targetsOf(request: JudgeRequest, benchmark: Benchmark): Target[] {
  const { id, suite, base, head } = benchmark
  const presence = base && head ? 'both' : head ? 'head' : 'base'
  return limitsOf(request, id).map(({ metric, limits, budget }) => {
    const key = `${id}\n${metric}`
    const levels = relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION)
    const tested = presence === 'both' && (limits.maxRegression !== null || request.command !== 'check')
    return {
      key,
      benchmark: id,
      suite,
      metric,
      presence,
      limits,
      budget,
      edited: base !== null && head !== null && base.hash !== head.hash,
      location: placeOf(benchmark),
      hypothesis: tested ? { key, warnLog: levels.warn, failLog: levels.fail } : null,
    }
  })
}

/** bench() stands in a scratch checkout; people know the file by its path in the project. */
function placeOf({ suite, base, head }: Benchmark): string | null {
  const place = head ?? base
  return place?.line == null ? null : `${suite}:${place.line}`
}

/** The limits of every gated metric of a benchmark. `compare` asks for no budgets and gates none. */
function limitsOf({ command, config }: JudgeRequest, id: string) {
  if (command === 'compare') {
    const limits: Limits = { maxRegression: null, max: null, min: null, minImprovement: null, cap: 'fail' }
    return [{ metric: 'time' as MetricId, limits, budget: null }]
  }
  const budgeted = budgetedMetrics(config, id)
  // What is recorded is there for changes to be seen later, whatever the budgets of today say.
  const metrics = command === 'record' ? METRIC_IDS.filter((m) => m === 'time' || budgeted.includes(m)) : budgeted
  return metrics.map((metric) => {
    const { maxRegression, max, min, minImprovement, severity } = resolveBudget(config, id, metric)
    // The commit is on the default branch already: a failure would stop nothing.
    const cap = command === 'record' && severity === 'fail' ? 'warn' : severity
    const limits: Limits = { maxRegression, max, min, minImprovement, cap }
    return { metric, limits, budget: rowBudget(config, id, metric, null) }
  })
}

/** A budget as reported, with the place of the rule that set `limit`, or of the first limit that there is. */
export function rowBudget(config: Config, id: string, metric: MetricId, limit: LimitName | null): RowBudget {
  const { maxRegression, max, min, minImprovement, lines } = resolveBudget(config, id, metric)
  const line = limit
    ? lines[limit]
    : (lines.maxRegression ?? lines.max ?? lines.min ?? lines.minImprovement)
  const where = line === null ? null : `${config.file}:${line}`
  return { maxRegression, max, min, minImprovement, where }
}
