import { budgetedMetrics, resolveBudget, waiverFor } from '../config/budgets.ts'
import { describeTarget, filterOf } from '../config/target.ts'
import { UserError } from '../errors.ts'
import { relativeLevels } from '../judge/verdict.ts'
import { type BenchmarkKey, keyText, soleNames } from '../model/benchmark.ts'
import { type Limits, NO_LIMITS } from '../model/comparison.ts'
import type { Config, Levels, Target } from '../model/config.ts'
import type { Benchmark, Survey } from '../model/evidence.ts'
import { isSuiteMetric, type Metric, PRIMARY, SUITE_METRIC_IDS, suiteMetric } from '../model/metric.ts'
import type { GatedMetric, LimitName } from '../model/plan.ts'
import { budgetKeys, formerKey } from './pairing.ts'
import type { JudgeRequest } from './request.ts'

type Presence = GatedMetric['presence']

/** A metric of one benchmark, and the sides that have it. */
interface Available {
  metric: Metric
  presence: Presence
}

/**
 * Everything that will be judged, fixed before the first measurement: the error rates are promised over this
 * list. `foreseen` are metrics that suites may report once they run. Throws a UserError when the list is
 * empty, since a gate that measures nothing must not be green, and where a limit is in another unit than its
 * metric.
 */
export function chooseGated(
  request: JudgeRequest,
  survey: Survey,
  foreseen: readonly string[] = [],
): GatedMetric[] {
  const { filter } = request
  const chosen = survey.benchmarks.filter(filterOf(filter))
  if (chosen.length === 0) refuseFilter(filter)
  const isSole = soleNames(survey.benchmarks)
  const budgetKey = budgetKeys(survey.benchmarks, request.config.renamed)
  const gated = chosen.flatMap((benchmark) =>
    gatedMetricsOf(request, benchmark, foreseen, { isSole, key: budgetKey(benchmark) }),
  )
  if (gated.length === 0) {
    throw new UserError(
      'no-benchmarks',
      `none of the ${chosen.length} benchmarks has a budget for what it reports, so there is nothing to check`,
      'Add a rule to `budgets:` that matches them, such as { match: "**", metric: primary, max-regression: 5% }.',
      { topic: 'nothing-gated' },
    )
  }
  return gated
}

/**
 * What has to be measured to know what will be judged: suites report metrics of their own only once they run.
 */
export const foreseeGated = (request: JudgeRequest, survey: Survey): GatedMetric[] =>
  chooseGated(request, survey, namedMetrics(request.config))

const namedMetrics = ({ budgets }: Config): string[] => [
  ...new Set(budgets.flatMap(({ metric }) => (metric === null || metric === PRIMARY ? [] : [metric]))),
]

/** Throws the error for a filter that no benchmark matches. */
export function refuseFilter(filter: Target | null): never {
  if (filter === null) throw new Error('bug in benchgate: there is no benchmark, and no filter')
  throw new UserError(
    'usage',
    `no benchmark matches --filter ${describeTarget(filter)}`,
    'A filter is a glob over groups and name, such as "parser/**".',
    { topic: 'no-match' },
  )
}

/** Whether the code of a benchmark itself differs between the sides. */
export const isEdited = ({ base, head, edit }: Benchmark): boolean =>
  base !== null && head !== null && (edit?.onBase ?? base.hash !== head.hash)

function gatedMetricsOf(
  request: JudgeRequest,
  benchmark: Benchmark,
  foreseen: readonly string[],
  { isSole, key }: { isSole: (key: BenchmarkKey) => boolean; key: BenchmarkKey },
): GatedMetric[] {
  const { command, config } = request
  const { edit } = benchmark
  const primary = primaryOf(benchmark)
  return limitsOf(request, benchmark, { foreseen, key }).map(({ metric, presence, limits, ...budget }) => {
    const limited = command !== 'check' || limits.maxRegression !== null
    const waiver = command === 'compare' ? null : waiverFor(config, benchmark, metric.id, primary)
    const edited = isEdited(benchmark)
    return {
      ...gatedMetric(benchmark, { metric, presence, limits, limited }),
      ...budget,
      sole: isSole(benchmark),
      formerly: formerKey(config.renamed, benchmark),
      waiver,
      edited,
      edit,
      location: placeOf(benchmark),
    }
  })
}

/** A gated metric without anything but its limits. */
export function gatedMetric(
  { suite, name, occurrence }: BenchmarkKey,
  o: Pick<GatedMetric, 'metric' | 'presence' | 'limits' | 'limited'>,
): GatedMetric {
  const { metric } = o
  const benchmark = keyText({ suite, name, occurrence })
  const key = `${benchmark}\n${metric.id}`
  const levels = relativeLevels(metric, o.limits)
  const isTested = o.limited && o.presence === 'both' && !metric.exact
  return {
    ...o,
    key,
    benchmark,
    suite,
    name,
    occurrence,
    sole: true,
    formerly: null,
    budget: null,
    places: {},
    waiver: null,
    levels,
    hypothesis: isTested ? { key, warnLog: levels.warn, failLog: levels.fail } : null,
    edited: false,
    location: null,
  }
}

/** bench() is called in a scratch checkout, while people know the file by its path in the project. */
function placeOf({ suite, base, head }: Benchmark): string | null {
  const place = head ?? base
  return place?.line == null ? null : `${suite}:${place.line}`
}

/** The metric that a budget means by `primary`: the first that a tool reports, and the time in suites. */
export const primaryOf = ({ source, metrics }: Benchmark): string =>
  source === 'suite' ? 'time' : (metrics[0]?.id ?? 'time')

/** Everything that can be judged of a benchmark, with Benchgate's own metrics first. */
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
  // A tool that names a benchmark without a value failed to measure it, and the report has to show that.
  return all.length === 0 ? [{ metric: suiteMetric('time'), presence }] : all
}

/**
 * The limits of every gated metric of a benchmark, whose rules match `key`. `compare` applies no budgets.
 */
function limitsOf(
  request: JudgeRequest,
  benchmark: Benchmark,
  { foreseen, key }: { foreseen: readonly string[]; key: BenchmarkKey },
) {
  const { command, config } = request
  const { source } = benchmark
  const primary = primaryOf(benchmark)
  const known = availableOf(benchmark)
  if (command === 'compare') {
    const isOwn = source === 'suite' ? new Set(SUITE_METRIC_IDS) : null
    return known
      .filter(
        ({ metric }) => metric.id === primary || (isOwn === null ? metric.exact : !isOwn.has(metric.id)),
      )
      .map((one) => ({ ...one, limits: NO_LIMITS, budget: null, places: {} }))
  }
  const available = source === 'suite' ? [...known, ...unseen(foreseen, known)] : known
  const budgeted = new Set(
    budgetedMetrics(
      config,
      key,
      available.map(({ metric }) => metric.id),
      primary,
    ),
  )
  // Values are recorded so that later changes can be seen, whatever today's budgets say.
  const isRecorded = ({ metric }: Available) =>
    command === 'record' && (metric.id === primary || !isSuiteMetric(metric.id) || source === 'command')
  return available
    .filter((one) => budgeted.has(one.metric.id) || isRecorded(one))
    .map((one) => {
      const { metric, presence } = one
      const resolved = resolveBudget(config, key, metric.id, primary)
      const { maxRegression, minImprovement, severity } = resolved
      // The unit of a metric that is only foreseen is not known yet.
      const { max, min } = known.includes(one)
        ? inUnitOf(metric, resolved, { config, name: benchmark.name })
        : inAnyUnit(resolved)
      // The commit is on the default branch already, so a failure would stop nothing.
      const cap = command === 'record' && severity === 'fail' ? 'warn' : severity
      const limits: Limits = { maxRegression, max, min, minImprovement, cap }
      return { metric, presence, limits, ...budgetOf(config, resolved) }
    })
}

const unseen = (foreseen: readonly string[], available: readonly Available[]): Available[] =>
  foreseen
    .filter((id) => !available.some(({ metric }) => metric.id === id))
    .map((id) => ({ metric: { id, unit: '', better: 'lower', exact: false }, presence: 'both' }))

/**
 * Absolute limits as plain numbers in the metric's unit. Throws a UserError where a limit has another unit
 * than its metric.
 */
function inUnitOf(
  { id: name, unit }: Metric,
  { max, min, lines }: ReturnType<typeof resolveBudget>,
  { config, name: benchmark }: { config: Config; name: string },
): Pick<Limits, 'max' | 'min'> {
  for (const [limit, levels] of [
    ['max', max],
    ['min', min],
  ] as const) {
    if (levels?.unit === undefined || levels.unit === unit) continue
    throw new UserError(
      'config',
      `${config.file}:${lines[limit]}: \`${limit}\` of \`${name}\` is written in ${levels.unit}, and ${JSON.stringify(benchmark)} reports it in ${unit || 'no unit'}`,
      `Write the limit in ${unit || 'a plain number'}, or let the rule match other benchmarks.`,
      { topic: 'limit-unit' },
    )
  }
  return inAnyUnit({ max, min })
}

const inAnyUnit = ({ max, min }: Pick<Limits, 'max' | 'min'>) => ({ max: plain(max), min: plain(min) })

const plain = (levels: Levels | null): Levels | null => levels && { warn: levels.warn, fail: levels.fail }

/**
 * A budget as it is reported: with its limits, and with the place of the first of them in the config file.
 */
function budgetOf(
  { file }: Config,
  resolved: ReturnType<typeof resolveBudget>,
): Pick<GatedMetric, 'budget' | 'places'> {
  const { maxRegression, max, min, minImprovement, lines } = resolved
  const places: GatedMetric['places'] = {}
  for (const limit of LIMITS) if (lines[limit] !== null) places[limit] = `${file}:${lines[limit]}`
  const where = LIMITS.map((limit) => places[limit]).find((place) => place !== undefined) ?? null
  return { budget: { maxRegression, max: plain(max), min: plain(min), minImprovement, where }, places }
}

const LIMITS: readonly LimitName[] = ['maxRegression', 'max', 'min', 'minImprovement']
