import { budgetedMetrics, resolveBudget } from '../config/budgets.ts'
import { compileGlob } from '../config/glob.ts'
import { UserError } from '../errors.ts'
import { DEFAULT_MAX_REGRESSION, type LimitName, relativeLevels } from '../judge/verdict.ts'
import type { RowBudget } from '../model/assessment.ts'
import type { Limits } from '../model/comparison.ts'
import type { Config, Levels } from '../model/config.ts'
import type { Benchmark, Survey } from '../model/evidence.ts'
import { isSuiteMetric, type Metric, PRIMARY, SUITE_METRIC_IDS, suiteMetric } from '../model/metric.ts'
import type { JudgeRequest, Target } from './state.ts'

type Presence = Target['presence']

/** A metric of one benchmark, and where it has it. */
interface Available {
  metric: Metric
  presence: Presence
}

/**
 * Everything that will be judged, fixed before the first measurement: the error rates are promised over this list. `foreseen`
 * stands for metrics that suites may report once they run. Throws a UserError when it is empty, for a gate that measures nothing
 * must not be green, and where a limit is in another unit than its metric.
 */
export function chooseTargets(
  request: JudgeRequest,
  survey: Survey,
  foreseen: readonly string[] = [],
): Target[] {
  const { filter } = request
  const matches = filter === null ? () => true : compileGlob(filter)
  const chosen = survey.benchmarks.filter(({ id }) => matches(id))
  if (chosen.length === 0) refuseFilter(filter)
  const targets = chosen.flatMap((benchmark) => targetsOf(request, benchmark, foreseen))
  if (targets.length === 0) {
    throw new UserError(
      'no-benchmarks',
      `none of the ${chosen.length} benchmarks has a budget for what it reports, so there is nothing to check`,
      'Add a rule to `budgets:` that matches them, such as { match: "**", metric: primary, max-regression: 5% }.',
    )
  }
  return targets
}

/** What has to be measured to know what there is to be judged: suites report metrics of their own only once they run. */
export const foreseeTargets = (request: JudgeRequest, survey: Survey): Target[] =>
  chooseTargets(request, survey, namedMetrics(request.config))

const namedMetrics = ({ budgets }: Config): string[] => [
  ...new Set(budgets.flatMap(({ metric }) => (metric === null || metric === PRIMARY ? [] : [metric]))),
]

/** Says that a filter left nothing over. */
export function refuseFilter(filter: string | null): never {
  throw new UserError(
    'usage',
    `no benchmark matches --filter ${filter}`,
    'A filter is a glob over groups and name, such as "parser/**".',
  )
}

function targetsOf(request: JudgeRequest, benchmark: Benchmark, foreseen: readonly string[]): Target[] {
  const { id, suite, base, head } = benchmark
  return limitsOf(request, benchmark, foreseen).map(({ metric, presence, limits, budget }) => {
    const key = `${id}\n${metric.id}`
    const levels = relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION)
    const tested =
      presence === 'both' && !metric.exact && (limits.maxRegression !== null || request.command !== 'check')
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

/** Name of the metric that a budget means by `primary`: what a tool reports first, the time in suites. */
export const primaryOf = ({ source, metrics }: Benchmark): string =>
  source === 'suite' ? 'time' : (metrics[0]?.id ?? 'time')

/** All that can be judged of a benchmark, what Benchgate takes itself first. */
export function availableOf(benchmark: Benchmark): Available[] {
  const { base, head, source, metrics } = benchmark
  const presence: Presence = base && head ? 'both' : head ? 'head' : 'base'
  const own = source === 'suite' ? SUITE_METRIC_IDS.map((id) => ({ metric: suiteMetric(id), presence })) : []
  const reported = metrics.flatMap(({ base: onBase, head: onHead, ...metric }): Available[] => {
    const [isOnBase, isOnHead] = [base !== null && onBase, head !== null && onHead]
    if (!isOnBase && !isOnHead) return []
    return [{ metric, presence: isOnBase && isOnHead ? 'both' : isOnHead ? 'head' : 'base' }]
  })
  const all = [...own, ...reported]
  // A tool that names a benchmark and has no value of it has failed to measure it, which must not go unnoticed.
  return all.length === 0 ? [{ metric: suiteMetric('time'), presence }] : all
}

/** The limits of every gated metric of a benchmark. `compare` asks for no budgets and gates none. */
function limitsOf(request: JudgeRequest, benchmark: Benchmark, foreseen: readonly string[]) {
  const { command, config } = request
  const { id, source } = benchmark
  const primary = primaryOf(benchmark)
  const known = availableOf(benchmark)
  if (command === 'compare') {
    const limits: Limits = { maxRegression: null, max: null, min: null, minImprovement: null, cap: 'fail' }
    const isOwn = source === 'suite' ? new Set(SUITE_METRIC_IDS) : null
    return known
      .filter(
        ({ metric }) => metric.id === primary || (isOwn === null ? metric.exact : !isOwn.has(metric.id)),
      )
      .map((one) => ({ ...one, limits, budget: null }))
  }
  const available = source === 'suite' ? [...known, ...unseen(foreseen, known)] : known
  const budgeted = new Set(
    budgetedMetrics(
      config,
      id,
      available.map(({ metric }) => metric.id),
      primary,
    ),
  )
  // What is recorded is there for changes to be seen later, whatever the budgets of today say.
  const isRecorded = ({ metric }: Available) =>
    command === 'record' && (metric.id === primary || !isSuiteMetric(metric.id) || source === 'command')
  return available
    .filter((one) => budgeted.has(one.metric.id) || isRecorded(one))
    .map((one) => {
      const { metric, presence } = one
      const resolved = resolveBudget(config, id, metric.id, primary)
      const { maxRegression, minImprovement, severity } = resolved
      // Of a metric that is only foreseen nobody knows the unit yet.
      const { max, min } = known.includes(one)
        ? inUnitOf(metric, resolved, { config, id })
        : inAnyUnit(resolved)
      // The commit is on the default branch already: a failure would stop nothing.
      const cap = command === 'record' && severity === 'fail' ? 'warn' : severity
      const limits: Limits = { maxRegression, max, min, minImprovement, cap }
      return { metric, presence, limits, budget: rowBudget(config, benchmark, metric.id, null) }
    })
}

const unseen = (foreseen: readonly string[], available: readonly Available[]): Available[] =>
  foreseen
    .filter((id) => !available.some(({ metric }) => metric.id === id))
    .map((id) => ({ metric: { id, unit: '', better: 'lower', exact: false }, presence: 'both' }))

/** Absolute limits as plain numbers; throws a UserError where one is written in another unit than the metric has. */
function inUnitOf(
  { id: name, unit }: Metric,
  { max, min, lines }: ReturnType<typeof resolveBudget>,
  { config, id }: { config: Config; id: string },
): Pick<Limits, 'max' | 'min'> {
  for (const [limit, levels] of [
    ['max', max],
    ['min', min],
  ] as const) {
    if (levels?.unit === undefined || levels.unit === unit) continue
    throw new UserError(
      'config',
      `${config.file}:${lines[limit]}: \`${limit}\` of \`${name}\` is written in ${levels.unit}, and ${JSON.stringify(id)} reports it in ${unit || 'no unit'}`,
      `Write the limit in ${unit || 'a plain number'}, or let the rule match other benchmarks.`,
    )
  }
  return inAnyUnit({ max, min })
}

const inAnyUnit = ({ max, min }: Pick<Limits, 'max' | 'min'>) => ({ max: plain(max), min: plain(min) })

const plain = (levels: Levels | null): Levels | null => levels && { warn: levels.warn, fail: levels.fail }

/** A budget as reported, with the place of the rule that set `limit`, or of the first limit that there is. */
export function rowBudget(
  config: Config,
  benchmark: Benchmark,
  metric: string,
  limit: LimitName | null,
): RowBudget {
  const resolved = resolveBudget(config, benchmark.id, metric, primaryOf(benchmark))
  const { maxRegression, minImprovement, lines } = resolved
  const line = limit ? lines[limit] : (lines.maxRegression ?? lines.max ?? lines.min ?? lines.minImprovement)
  const where = line === null ? null : `${config.file}:${line}`
  return { maxRegression, max: plain(resolved.max), min: plain(resolved.min), minImprovement, where }
}
