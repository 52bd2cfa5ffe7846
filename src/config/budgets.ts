import { editDistance, nearest as nearestOf } from '../model/edit-distance.ts'
import type { BenchmarkKey } from '../model/benchmark.ts'
import type { BudgetRule, Config, Levels, SeverityCap, Target, Waiver } from '../model/config.ts'
import { PRIMARY, SUITE_METRIC_IDS } from '../model/metric.ts'
import { DEFAULT_BUDGET, NO_LINE } from './defaults.ts'
import { concernedBy, describeTarget } from './target.ts'
import { didYouMean } from '../model/nearest-names.ts'
import { quoted } from './config-error.ts'

/** What holds for one benchmark and metric once all rules that match are laid over one another. */
export interface Budget {
  /** Fractions: .05 is 5 %. */
  maxRegression: Levels | null
  max: Levels | null
  min: Levels | null
  /** Fractions. */
  minImprovement: Levels | null
  severity: SeverityCap
  /** Line of the rule that set each limit; null when that is the default budget, or when no rule did. */
  lines: Record<LimitField, number | null>
}

const LIMITS = ['maxRegression', 'max', 'min', 'minImprovement'] as const
type LimitField = (typeof LIMITS)[number]
const FIELDS = [...LIMITS, 'severity'] as const
export type BudgetField = (typeof FIELDS)[number]

const setFields = (rule: BudgetRule): BudgetField[] => FIELDS.filter((field) => rule[field] !== undefined)

const setsLimit = (rule: BudgetRule): boolean => LIMITS.some((field) => rule[field] !== undefined)

/** Whether a rule or waiver names a metric: itself, or as the first that a benchmark reports. */
const names = (named: string | null, metric: string, primary: string | null): boolean =>
  named === metric || (named === PRIMARY && metric === primary)

const concerns = (rule: BudgetRule, metric: string, primary: string | null): boolean =>
  rule.metric === null || names(rule.metric, metric, primary)

/** Rules that set no limit at all, only severities, mean the default one. */
export const withDefaultBudget = (rules: BudgetRule[]): BudgetRule[] =>
  rules.some(setsLimit) ? rules : [DEFAULT_BUDGET, ...rules]

const rulesFor = (config: Config, key: BenchmarkKey): BudgetRule[] =>
  config.budgets.filter((rule) => concernedBy(rule)(key))

/**
 * The budgets of one benchmark: its rules are found once, which is most of the work, for all of its metrics.
 */
export interface BenchmarkBudgets {
  /**
   * The budget of a metric: field by field what the last matching rule says. `primary` is the first metric
   * that the benchmark reports, null where it reports none.
   */
  of: (metric: string, primary: string | null) => Budget
  /** Which of these metrics some rule limits, in their order; not those switched off. */
  limited: (available: readonly string[], primary: string | null) => string[]
}

export function budgetsOf(config: Config, key: BenchmarkKey): BenchmarkBudgets {
  const rules = rulesFor(config, key)
  const named = new Set(rules.filter(setsLimit).map(({ metric }) => metric))
  const of = (metric: string, primary: string | null) => overlaid(rules, metric, primary)
  return {
    of,
    limited: (available, primary) =>
      available.filter(
        (metric) =>
          (named.has(metric) || (metric === primary && named.has(PRIMARY))) &&
          of(metric, primary).severity !== 'off',
      ),
  }
}

function overlaid(rules: readonly BudgetRule[], metric: string, primary: string | null): Budget {
  const budget: Budget = {
    maxRegression: null,
    max: null,
    min: null,
    minImprovement: null,
    severity: 'fail',
    lines: { maxRegression: null, max: null, min: null, minImprovement: null },
  }
  for (const rule of rules) {
    if (!concerns(rule, metric, primary)) continue
    for (const limit of LIMITS) {
      if (rule[limit] === undefined) continue
      budget[limit] = rule[limit]
      budget.lines[limit] = rule.line === NO_LINE ? null : rule.line
    }
    budget.severity = rule.severity ?? budget.severity
  }
  return budget
}

/** The budget of one benchmark and metric; who asks for several metrics takes `budgetsOf`. */
export const resolveBudget = (
  config: Config,
  key: BenchmarkKey,
  metric: string,
  primary: string | null,
): Budget => budgetsOf(config, key).of(metric, primary)

/** Which of the metrics of a benchmark some rule limits; who asks for their budgets too takes `budgetsOf`. */
export const budgetedMetrics = (
  config: Config,
  key: BenchmarkKey,
  available: readonly string[],
  primary: string | null,
): string[] => budgetsOf(config, key).limited(available, primary)

/**
 * The absolute limits of one metric as plain numbers in its unit; null where it has none, or in other units.
 * A failure that is only to warn is a level of warning.
 */
export function absoluteLimits(
  config: Config,
  key: BenchmarkKey,
  { metric, unit, primary }: { metric: string; unit: string; primary: string | null },
): { max: Levels | null; min: Levels | null } | null {
  const budget = resolveBudget(config, key, metric, primary)
  if (budget.severity === 'off') return null
  const plain = (levels: Levels | null): Levels | null => {
    if (levels === null || (levels.unit ?? unit) !== unit) return null
    const { warn, fail } = levels
    return budget.severity === 'warn' ? { warn: warn ?? fail, fail: null } : { warn, fail }
  }
  const [max, min] = [plain(budget.max), plain(budget.min)]
  return max === null && min === null ? null : { max, min }
}

interface ExplainedRule {
  rule: BudgetRule
  /** Fields that this rule set and that no later rule changed. */
  decides: BudgetField[]
  /** Fields that a later rule changed. */
  overridden: BudgetField[]
}

export interface Explanation {
  metric: string
  /** True where a rule or waiver speaks of it as the first metric of a benchmark. */
  isPrimary: boolean
  /** The rules that matched, in the order of the file; the default budget has line 0. */
  rules: ExplainedRule[]
  budget: Budget
  /** Those that match, expired ones too, in the order of the file: the last is the one that counts. */
  waivers: Waiver[]
}

/** The first metric of suites and of most tools; what a tool reports is not known before it has run. */
const USUAL_PRIMARY = 'time'

/**
 * How the budget of each metric that is limited or waived came about, switched-off ones included: of the
 * metrics of suites, and of all that a rule or waiver names. A rule for `primary` is shown under `time`.
 */
export function explainBudget(config: Config, key: BenchmarkKey): Explanation[] {
  const matching = rulesFor(config, key)
  const waivers = config.accepted.filter((waiver) => concernedBy(waiver)(key))
  const limits = matching.filter(setsLimit).map(({ metric }) => metric)
  const named = new Set([...limits, ...waivers.map(({ metric }) => metric)])
  const others = [...named].filter((metric) => metric !== null).filter((metric) => metric !== PRIMARY)
  return [...new Set([...SUITE_METRIC_IDS, ...others])].flatMap((metric) => {
    const isPrimary = metric === USUAL_PRIMARY && named.has(PRIMARY)
    return isPrimary || named.has(metric) ? [explanation(config, key, metric, isPrimary)] : []
  })
}

function explanation(config: Config, key: BenchmarkKey, metric: string, isPrimary: boolean): Explanation {
  const rules = rulesFor(config, key).filter((rule) => concerns(rule, metric, USUAL_PRIMARY))
  return {
    metric,
    isPrimary,
    rules: rules.map((rule, index) => {
      const later = new Set(rules.slice(index + 1).flatMap(setFields))
      const fields = setFields(rule)
      return {
        rule,
        decides: fields.filter((field) => !later.has(field)),
        overridden: fields.filter((field) => later.has(field)),
      }
    }),
    budget: resolveBudget(config, key, metric, USUAL_PRIMARY),
    waivers: waiversFor(config, key, metric, USUAL_PRIMARY),
  }
}

/** The waiver of one benchmark and metric, expired or not; of several the last. */
export const waiverFor = (
  config: Config,
  key: BenchmarkKey,
  metric: string,
  primary: string | null,
): Waiver | null => waiversFor(config, key, metric, primary).at(-1) ?? null

/** Whether a waiver counts no more on a day (ISO date): its own last one still counts. */
export const hasEnded = ({ until }: Pick<Waiver, 'until'>, today: string): boolean =>
  until !== null && today > until

const waiversFor = (config: Config, key: BenchmarkKey, metric: string, primary: string | null): Waiver[] =>
  config.accepted.filter((waiver) => names(waiver.metric, metric, primary) && concernedBy(waiver)(key))

export interface UnmatchedRule {
  list: 'budgets' | 'accepted'
  line: number
  match: string
  /** The name that was most likely meant. */
  nearest: string | null
  /** The whole, for people. */
  message: string
}

const MAX_COMPARED_IDS = 2000
const MAX_SUGGESTIONS = 20

/** The rules and waivers that concern no benchmark. Without benchmarks more is amiss than a spelling. */
export function unmatchedRules(config: Config, benchmarks: readonly BenchmarkKey[]): UnmatchedRule[] {
  if (benchmarks.length === 0) return []
  const names = [...new Set(benchmarks.map(({ name }) => name))]
  const all: (Target & Pick<UnmatchedRule, 'list' | 'line'>)[] = [
    ...config.budgets.map((rule) => ({ list: 'budgets' as const, ...rule })),
    ...config.accepted.map((waiver) => ({ list: 'accepted' as const, ...waiver })),
  ]
  const unmatched = all.filter((rule) => rule.line !== NO_LINE && !benchmarks.some(concernedBy(rule)))
  return unmatched.map((rule, index) => {
    const { list, line, match } = rule
    const isNarrowed = names.some((name) => concernedBy({ match })({ name, suite: '', occurrence: 1 }))
    const compared = index < MAX_SUGGESTIONS && !isNarrowed ? names.slice(0, MAX_COMPARED_IDS) : []
    const nearest = nearestOf(compared, (name) => editDistance(match, name))
    const hint = nearest === null ? '' : `; the nearest is ${quoted(nearest)}`
    const message = `${config.file}:${line}: ${describeTarget(rule)} matches no benchmark${hint}`
    return { list, line, match, nearest, message }
  })
}

/** What one benchmark reports, for telling which rules concern nothing. */
export interface ReportingBenchmark extends BenchmarkKey {
  metrics: readonly string[]
  primary: string | null
}

export interface UnreportedRule {
  line: number
  metric: string
  /** A metric that those benchmarks do report and that was probably meant. */
  nearest: string | null
  /** The whole, for people. */
  message: string
}

/** The rules that match benchmarks, and name a metric that none of these reports. */
export function unreportedRules(config: Config, benchmarks: readonly ReportingBenchmark[]): UnreportedRule[] {
  const reported = benchmarks.flatMap((benchmark) =>
    [...benchmark.metrics, ...(benchmark.primary === null ? [] : [PRIMARY])].map((metric) => ({
      benchmark,
      metric,
    })),
  )
  const reporters = Map.groupBy(reported, ({ metric }) => metric)
  const found: UnreportedRule[] = []
  for (const rule of config.budgets) {
    const { metric, line } = rule
    if (metric === null || line === NO_LINE) continue
    const matches = concernedBy(rule)
    if (reporters.get(metric)?.some(({ benchmark }) => matches(benchmark))) continue
    const matching = benchmarks.filter(matches)
    if (matching.length === 0) continue
    const candidates = found.length < MAX_SUGGESTIONS ? matching.flatMap(({ metrics }) => metrics) : []
    const nearest = didYouMean(metric, [...new Set(candidates)])
    const hint = nearest === null ? '' : `; the nearest that is reported is ${quoted(nearest)}`
    const does = setsLimit(rule) ? 'limits' : 'sets the severity of'
    const message = `${config.file}:${line}: the rule ${does} ${quoted(metric)}, which no benchmark that it matches reports${hint}`
    found.push({ line, metric, nearest, message })
  }
  return found
}
