import { editDistance } from '../model/edit-distance.ts'
import type { BudgetRule, Config, Levels, SeverityCap, Waiver } from '../model/config.ts'
import { METRIC_IDS, type MetricId } from '../model/metric.ts'
import { NO_LINE } from './defaults.ts'
import { compileGlob } from './glob.ts'
import { quoted } from './problem.ts'

/** What holds for one benchmark and metric once all rules that match are laid over one another. */
export interface Budget {
  /** Fractions: .05 is 5 %. */
  maxRegression: Levels | null
  /** In the metric's unit. */
  max: Levels | null
  /** In the metric's unit. */
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

// Each metric of a benchmark asks for the same rules. A list of rules is never changed once it is part of a config.
const matched = new WeakMap<readonly BudgetRule[], Map<string, BudgetRule[]>>()

function rulesFor(rules: readonly BudgetRule[], id: string): readonly BudgetRule[] {
  let byId = matched.get(rules)
  if (byId === undefined) matched.set(rules, (byId = new Map()))
  let found = byId.get(id)
  if (found === undefined) byId.set(id, (found = rules.filter(({ match }) => compileGlob(match)(id))))
  return found
}

const concerns = (rule: BudgetRule, metric: MetricId): boolean =>
  rule.metric === null || rule.metric === metric

/** The budget of one benchmark and metric: field by field what the last matching rule says. */
export function resolveBudget(config: Config, id: string, metric: MetricId): Budget {
  const budget: Budget = {
    maxRegression: null,
    max: null,
    min: null,
    minImprovement: null,
    severity: 'fail',
    lines: { maxRegression: null, max: null, min: null, minImprovement: null },
  }
  for (const rule of rulesFor(config.budgets, id)) {
    if (!concerns(rule, metric)) continue
    for (const limit of LIMITS) {
      if (rule[limit] === undefined) continue
      budget[limit] = rule[limit]
      budget.lines[limit] = rule.line === NO_LINE ? null : rule.line
    }
    budget.severity = rule.severity ?? budget.severity
  }
  return budget
}

/** The metrics of a benchmark that some rule limits, in the order of the metrics' table; not those switched off. */
export function budgetedMetrics(config: Config, id: string): MetricId[] {
  const limited = limitedMetrics(config, id)
  return limited.filter((metric) => resolveBudget(config, id, metric).severity !== 'off')
}

function limitedMetrics(config: Config, id: string): MetricId[] {
  const limited = new Set(
    rulesFor(config.budgets, id)
      .filter(setsLimit)
      .map(({ metric }) => metric),
  )
  return METRIC_IDS.filter((metric) => limited.has(metric))
}

interface ExplainedRule {
  rule: BudgetRule
  /** Fields that this rule set and that no later rule changed. */
  decides: BudgetField[]
  /** Fields that a later rule changed. */
  overridden: BudgetField[]
}

export interface Explanation {
  metric: MetricId
  /** The rules that matched, in the order of the file; the default budget has line 0. */
  rules: ExplainedRule[]
  budget: Budget
}

/** How the budget of each limited metric of a benchmark came about, switched-off metrics included. */
export function explainBudget(config: Config, id: string): Explanation[] {
  return limitedMetrics(config, id).map((metric) => {
    const rules = rulesFor(config.budgets, id).filter((rule) => concerns(rule, metric))
    return {
      metric,
      rules: rules.map((rule, index) => {
        const later = new Set(rules.slice(index + 1).flatMap(setFields))
        const fields = setFields(rule)
        return {
          rule,
          decides: fields.filter((field) => !later.has(field)),
          overridden: fields.filter((field) => later.has(field)),
        }
      }),
      budget: resolveBudget(config, id, metric),
    }
  })
}

/** The waiver of one benchmark and metric, expired or not; of several the last. */
export const waiverFor = (config: Config, id: string, metric: MetricId): Waiver | null =>
  config.accepted.findLast((waiver) => waiver.metric === metric && compileGlob(waiver.match)(id)) ?? null

export interface UnmatchedRule {
  list: 'budgets' | 'accepted'
  line: number
  match: string
  /** The id that was most likely meant. */
  nearest: string | null
  /** The whole, for people. */
  message: string
}

const MAX_COMPARED_IDS = 2000
const MAX_SUGGESTIONS = 20

/** The rules and waivers whose `match` hits none of the ids. No ids, no warnings: then more is amiss than a spelling. */
export function unmatchedRules(config: Config, ids: readonly string[]): UnmatchedRule[] {
  if (ids.length === 0) return []
  const all = [
    ...config.budgets.map(({ match, line }) => ({ list: 'budgets' as const, match, line })),
    ...config.accepted.map(({ match, line }) => ({ list: 'accepted' as const, match, line })),
  ]
  const unmatched = all.filter(({ match, line }) => line !== NO_LINE && !ids.some(compileGlob(match)))
  return unmatched.map((rule, index) => {
    const nearest = index < MAX_SUGGESTIONS ? nearestId(rule.match, ids) : null
    const hint = nearest === null ? '' : `; the nearest is ${quoted(nearest)}`
    return {
      ...rule,
      nearest,
      message: `${config.file}:${rule.line}: ${quoted(rule.match)} matches no benchmark${hint}`,
    }
  })
}

function nearestId(match: string, ids: readonly string[]): string | null {
  let nearest: string | null = null
  let least = Infinity
  for (const id of ids.slice(0, MAX_COMPARED_IDS)) {
    const distance = editDistance(match, id)
    if (distance < least) [nearest, least] = [id, distance]
  }
  return nearest
}
