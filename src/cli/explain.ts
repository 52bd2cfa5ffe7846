import { explainBudget, type BudgetField, waiverFor } from '../config/budgets.ts'
import type { Config, Levels } from '../model/config.ts'
import { metricInfo, type MetricId } from '../model/metric.ts'
import { formatLimit } from '../report/quantity.ts'

const NAMES: Record<BudgetField, string> = {
  maxRegression: 'max-regression',
  max: 'max',
  min: 'min',
  minImprovement: 'min-improvement',
  severity: 'severity',
}

/** `budgets explain`: for every limited metric the rules that matched, in order, and what they come to. */
export function explain(config: Config, benchmark: string): string {
  const explanations = explainBudget(config, benchmark)
  if (explanations.length === 0) return `No budget matches ${benchmark}: \`check\` does not measure it.\n`
  const source = (line: number) => (config.file === null || line === 0 ? 'default' : `${config.file}:${line}`)
  const lines: string[] = []
  for (const { metric, rules, budget } of explanations) {
    const show = (field: BudgetField) => `${NAMES[field]} ${valueOf(budget[field], field, metric)}`
    const set = (['maxRegression', 'max', 'min', 'minImprovement'] as const).filter(
      (field) => budget[field] !== null,
    )
    const off = budget.severity === 'off' ? ' · switched off: not measured' : ''
    lines.push(`${benchmark} · ${metric}: ${set.map(show).join(' · ')} · severity ${budget.severity}${off}`)
    for (const { rule, decides, overridden } of rules) {
      const said = [
        ...decides.map((field) => `${NAMES[field]} ${valueOf(rule[field] ?? null, field, metric)}`),
        ...overridden.map(
          (field) => `${NAMES[field]} ${valueOf(rule[field] ?? null, field, metric)} (overridden below)`,
        ),
      ]
      lines.push(`  ${source(rule.line)}  match ${JSON.stringify(rule.match)}: ${said.join(', ')}`)
    }
    const waiver = waiverFor(config, benchmark, metric)
    if (waiver) {
      const until = waiver.until === null ? '' : ` until ${waiver.until}`
      lines.push(`  ${source(waiver.line)}  accepted up to ${percent(waiver.upTo)}${until}: ${waiver.reason}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function valueOf(value: Levels | string | null, field: BudgetField, metric: MetricId): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return value
  const one = (level: number) =>
    field === 'max' || field === 'min' ? formatLimit(level, metricInfo(metric).unit) : percent(level)
  const levels = [
    value.warn === null ? [] : [`warn ${one(value.warn)}`],
    value.fail === null ? [] : [`fail ${one(value.fail)}`],
  ]
  return levels.flat().join(', ')
}

const percent = (fraction: number) => `${Number((100 * fraction).toPrecision(4))} %`
