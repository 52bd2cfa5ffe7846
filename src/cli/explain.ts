import { explainBudget, type BudgetField, type Explanation } from '../config/budgets.ts'
import type { Config, Levels } from '../model/config.ts'
import { PRIMARY } from '../model/metric.ts'
import { visibleJson } from '../model/visible-json.ts'
import { type BenchmarkKey, normalName } from '../model/benchmark.ts'
import { forTerminal } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { quotation } from '../report/view/wording.ts'
import { formatLevel, formatLimit } from '../report/quantity.ts'
import { configOption, type MeasureFlags, narrowingOptions, speechOptions, withOptions } from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { readConfig } from './run-gate.ts'

const NAMES: Record<BudgetField, string> = {
  maxRegression: 'max-regression',
  max: 'max',
  min: 'min',
  minImprovement: 'min-improvement',
  severity: 'severity',
}

/** Adds `budgets explain`. */
export const budgets: AddCommand = (program) => {
  const group = program.command('budgets').description('what the budgets amount to')
  const command = group
    .command('explain')
    .description('which rules hold for a benchmark, in order, and what they come to')
    .argument('<benchmark>', 'its groups and name joined by /')
    .action(async (name: string, flags: MeasureFlags) => {
      const { suite = '', occurrence = 1 } = flags
      const key = { suite, name: normalName(name), occurrence }
      process.stdout.write(explain(await readConfig(flags), key))
    })
  withOptions(command, configOption(), narrowingOptions(), speechOptions())
  withExamples(command, [
    { line: 'benchgate budgets explain parser/large', does: 'the rules that hold for one benchmark' },
  ])
}

/** For every limited metric the rules that matched, in order, and what they come to. */
export function explain(config: Config, key: BenchmarkKey): string {
  const explanations = explainBudget(config, key)
  const benchmark = forTerminal(outside('name', key.name), Infinity)
  if (explanations.length === 0) return `No budget matches ${benchmark}: \`check\` does not measure it.\n`
  const source = (line: number) =>
    config.file === null || line === 0 ? 'default' : forTerminal(outside('place', `${config.file}:${line}`))
  const lines: string[] = []
  for (const explanation of explanations) {
    const { rules, waiver } = explanation
    lines.push(`${benchmark} · ${metricWords(config, explanation)}: ${budgetWords(explanation)}`)
    for (const { rule, decides, overridden } of rules) {
      const said = [
        ...decides.map((field) => `${NAMES[field]} ${valueOf(rule[field] ?? null, field)}`),
        ...overridden.map(
          (field) => `${NAMES[field]} ${valueOf(rule[field] ?? null, field)} (overridden below)`,
        ),
      ]
      const first = rule.metric === PRIMARY ? `, metric ${PRIMARY}` : ''
      lines.push(
        `  ${source(rule.line)}  match ${visibleJson(JSON.stringify(rule.match))}${first}: ${said.join(', ')}`,
      )
    }
    if (waiver) {
      const until = waiver.until === null ? '' : ` until ${waiver.until}`
      lines.push(
        `  ${source(waiver.line)}  accepted up to ${formatLevel(waiver.upTo)}${until}: ${forTerminal(outside('sentence', quotation(waiver.reason)), Infinity)}`,
      )
    }
  }
  return `${lines.join('\n')}\n`
}

/**
 * Which metric a tool reports first is not known before it has run: `primary` is explained by what it mostly
 * is.
 */
function metricWords({ commands }: Config, { metric, isPrimary }: Explanation): string {
  const name = forTerminal(outside('metric', metric))
  return isPrimary && commands.length > 0 ? `${name}, or what a command reports first` : name
}

function budgetWords({ budget }: Explanation): string {
  const set = (['maxRegression', 'max', 'min', 'minImprovement'] as const).filter(
    (field) => budget[field] !== null,
  )
  if (set.length === 0) return 'no limit, so that nothing of it is checked'
  const limits = set.map((field) => `${NAMES[field]} ${valueOf(budget[field], field)}`)
  const off = budget.severity === 'off' ? ' · switched off: not measured' : ''
  return `${limits.join(' · ')} · severity ${budget.severity}${off}`
}

function valueOf(value: Levels | string | null, field: BudgetField): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return value
  // A bare number is in whatever unit the metric has.
  const absolute = (level: number) =>
    forTerminal(outside('quantity', formatLimit(level, value.unit ?? 'count')))
  const one = field === 'max' || field === 'min' ? absolute : formatLevel
  const levels = [
    value.warn === null ? [] : [`warn ${one(value.warn)}`],
    value.fail === null ? [] : [`fail ${one(value.fail)}`],
  ]
  return levels.flat().join(', ')
}
