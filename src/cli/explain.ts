import { explainBudget, type BudgetField, type Explanation, unmatchedRules } from '../config/budgets.ts'
import { compileGlob } from '../config/glob.ts'
import { concernedBy, filterOf } from '../config/target.ts'
import { type BenchmarkKey, keyText, normalName } from '../model/benchmark.ts'
import type { BudgetRule, Config, Levels, Target, Waiver } from '../model/config.ts'
import { PRIMARY } from '../model/metric.ts'
import { nearestNames } from '../model/nearest-names.ts'
import { visibleJson } from '../model/visible-json.ts'
import { jsonText } from '../report/json.ts'
import { formatLevel, formatLimit, plural } from '../report/quantity.ts'
import { forTerminal } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { labelsOf } from '../report/view/labels.ts'
import { quotation } from '../report/view/wording.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import {
  configOption,
  filterFrom,
  jsonOption,
  type MeasureFlags,
  narrowingOptions,
  parseGlob,
  speechOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import { type KnownBenchmarks, knownBenchmarks } from './known-benchmarks.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from './outputs.ts'
import type { RunFlags } from './read-runs.ts'
import { readConfig } from './run-gate.ts'

const NAMES: Record<BudgetField, string> = {
  maxRegression: 'max-regression',
  max: 'max',
  min: 'min',
  minImprovement: 'min-improvement',
  severity: 'severity',
}
const FIELDS = Object.keys(NAMES) as BudgetField[]
/** Benchmarks that a line names. */
const MAX_NAMED = 8
const MAX_NEAREST = 3

type ExplainFlags = MeasureFlags & OutputFlags & Omit<RunFlags, 'last'>

/** Adds `budgets explain`. */
export const explain: AddCommand = (group, { installation }) => {
  const command = group
    .command('explain')
    .description('show which rules apply to which benchmarks, and the resulting budgets')
    .argument('[benchmark]', 'a name, or a glob over groups/name (default: every rule)', parseGlob)
    .action(async (wanted: string | undefined, flags: ExplainFlags) => {
      await prepareOutputs(flags)
      const config = await readConfig(flags)
      const known = await knownBenchmarks(process.cwd(), flags, installation)
      const asked = askedFor(config, known, wanted, flags)
      const today = new Date().toISOString().slice(0, 10)
      await writeOutputs(flags, {
        text:
          asked.name === null ? overviewOf(asked, today) : detailOf({ ...asked, name: asked.name }, today),
        json: () => jsonText(dataOf(asked, today)),
      })
    })
  withOptions(command, configOption(), narrowingOptions(), storedOptions(), jsonOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate budgets explain', does: 'every rule, and the benchmarks that it matches' },
    { line: 'benchgate budgets explain parser/large', does: 'the rules that apply to one benchmark' },
  ])
}

/** What is to be explained. */
interface Asked {
  config: Config
  known: KnownBenchmarks
  /** The benchmarks that are meant: known ones, or one that only its name is known of. */
  meant: BenchmarkKey[]
  /** The single benchmark, which is explained in full; null: an overview of several or of all. */
  name: string | null
  wanted: string | null
}

/** A name that nobody knows is explained like any other: the benchmark may be about to be written. */
export function askedFor(
  config: Config,
  known: KnownBenchmarks,
  wanted: string | undefined,
  flags: Pick<MeasureFlags, 'suite' | 'occurrence'>,
): Asked {
  const filter = filterFrom({ ...flags, ...(wanted !== undefined && { filter: wanted }) })
  const matching = known.benchmarks.filter(filterOf(filter))
  const asked = { config, known, wanted: wanted ?? null }
  if (wanted === undefined) return { ...asked, meant: matching, name: null }
  if (matching.length > 0)
    return { ...asked, meant: matching, name: matching.length === 1 ? matching[0]!.name : null }
  if (/[*?[{]/.test(wanted)) return { ...asked, meant: [], name: null }
  const key = { suite: flags.suite ?? '', name: normalName(wanted), occurrence: flags.occurrence ?? 1 }
  return { ...asked, meant: [key], name: key.name }
}

/** What is printed; `today` is an ISO date. */
export const textOf = ({ name, ...asked }: Asked, today: string): string =>
  name === null ? overviewOf({ ...asked, name }, today) : detailOf({ ...asked, name }, today)

const SOURCES = { report: 'the last report in this repository', runs: 'the newest stored run' } as const

function detailOf({ config, known, meant: [key], name }: Asked & { name: string }, today: string): string {
  const isKnown = known.benchmarks.some((one) => keyText(one) === keyText(key!))
  const shown = shownName(name)
  const near = nearestNames(name, [...new Set(known.benchmarks.map((one) => one.name))], MAX_NEAREST)
  const nearest =
    near.length === 0
      ? ''
      : `; the nearest ${near.length === 1 ? 'is' : 'are'} ${near.map(shownName).join(', ')}`
  const source =
    known.from === null
      ? `No benchmark is known here: neither a report nor stored runs. ${whatIsMeasured(config)}.`
      : isKnown
        ? `According to ${SOURCES[known.from]}, ${measuredBy(config, key!)}.`
        : `${shown} is not in ${SOURCES[known.from]}${nearest}. ${whatIsMeasured(config)}.`
  return `${explanationOf(config, key!, today)}${source}\n`
}

/** What measures a benchmark, by its suite. */
function measuredBy({ suites, commands }: Config, { suite }: BenchmarkKey): string {
  const shown = forTerminal(outside('place', suite))
  if (commands.some(({ run, namePrefix }) => suite === (namePrefix || run)))
    return `the command ${shown} measures it`
  const glob = suites.find((pattern) => compileGlob(pattern)(suite))
  return glob === undefined
    ? `it was measured by ${shown}, which \`suites\` and \`command\` no longer name`
    : `the suite ${shown} measures it, which \`suites\` matches with ${visibleJson(JSON.stringify(glob))}`
}

function whatIsMeasured({ suites, commands }: Config): string {
  const globs = suites.map((glob) => visibleJson(JSON.stringify(glob)))
  const lines = commands.map(({ run }) => forTerminal(outside('line', run), 100))
  return `A check measures ${[...globs, ...lines].join(', ')}`
}

/** For every limited metric the rules that matched, in order, and what they come to. */
export function explanationOf(config: Config, key: BenchmarkKey, today: string): string {
  const explanations = explainBudget(config, key)
  const benchmark = shownName(key.name)
  if (explanations.length === 0) return `No budget matches ${benchmark}: \`check\` does not measure it.\n`
  const lines: string[] = []
  for (const explanation of explanations) {
    const { rules, waivers } = explanation
    lines.push(`${benchmark} · ${metricWords(config, explanation)}: ${budgetWords(explanation)}`)
    for (const { rule, decides, overridden } of rules) {
      const said = [
        ...decides.map((field) => fieldText(rule, field)),
        ...overridden.map((field) => `${fieldText(rule, field)} (overridden below)`),
      ]
      lines.push(`  ${source(config, rule)}  ${targetText(rule)}${metricOfRule(rule)}: ${said.join(', ')}`)
    }
    for (const [index, waiver] of waivers.entries()) {
      const isOverridden = index < waivers.length - 1 ? ' (overridden below)' : ''
      lines.push(`  ${source(config, waiver)}  ${waiverText(waiver, today)}${isOverridden}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** Every rule with what it holds for, and what all come to for the benchmarks that are meant. */
function overviewOf({ config, known, meant, wanted }: Asked, today: string): string {
  const label = labelsOf(known.benchmarks)
  const named = (keys: readonly BenchmarkKey[]) => {
    const names = keys.slice(0, MAX_NAMED).map((key) => shownName(label(key)))
    return `${names.join(', ')}${keys.length > MAX_NAMED ? ` and ${keys.length - MAX_NAMED} more` : ''}`
  }
  const nearest = new Map(unmatchedRules(config, known.benchmarks).map((rule) => [rule.line, rule.nearest]))
  const concerns = (target: Target & { line: number }) => {
    if (known.from === null) return ''
    const keys = meant.filter(concernedBy(target))
    if (keys.length > 0) return `\n    ${plural(keys.length, 'benchmark')}: ${named(keys)}`
    const near = nearest.get(target.line) ?? null
    return `\n    no benchmark${near === null ? '' : `; the nearest is ${shownName(near)}`}`
  }
  const isAll = wanted === null && meant.length === known.benchmarks.length
  const isShown = (target: Target) => isAll || meant.some(concernedBy(target))
  const lines = [
    ...config.budgets.filter(isShown).map((rule) => {
      const said = FIELDS.filter((field) => rule[field] !== undefined).map((field) => fieldText(rule, field))
      return `${source(config, rule)}  ${targetText(rule)}${metricOfRule(rule)}: ${said.join(', ')}${concerns(rule)}`
    }),
    ...config.accepted
      .filter(isShown)
      .map(
        (waiver) =>
          `${source(config, waiver)}  ${targetText(waiver)}, metric ${shownMetric(waiver.metric)}: ${waiverText(waiver, today)}${concerns(waiver)}`,
      ),
  ]
  const results = Map.groupBy(
    meant.flatMap((key) => resultsOf(config, key).map((result) => ({ key, result }))),
    ({ result }) => result,
  )
  const comeTo = [...results].flatMap(([result, all]) => [
    result,
    `    ${plural(all.length, 'benchmark')}: ${named(all.map(({ key }) => key))}`,
  ])
  const closing =
    known.from === null
      ? `No benchmark is known here: run \`benchgate check\` once, or name one. ${whatIsMeasured(config)}.`
      : meant.length === 0
        ? `No benchmark of ${SOURCES[known.from]} matches ${visibleJson(JSON.stringify(wanted ?? '**'))}.`
        : `The benchmarks are those of ${SOURCES[known.from]}, which has what was measured. ${whatIsMeasured(config)}.`
  const rules = ['Rules, of which a later one overrides an earlier one field by field:', '', ...lines, '']
  return [
    ...(lines.length === 0 ? [] : rules),
    ...(comeTo.length === 0 ? [] : ['What they come to:', '', ...comeTo, '']),
    closing,
    '',
  ].join('\n')
}

const resultsOf = (config: Config, key: BenchmarkKey): string[] => {
  const explanations = explainBudget(config, key)
  return explanations.length === 0
    ? ['no budget: not measured']
    : explanations.map((one) => `${metricWords(config, one)}: ${budgetWords(one)}`)
}

/** All of it for a machine; limits as the config has them, fractions and numbers. */
function dataOf({ config, known, meant }: Asked, today: string): object {
  const withEnd = (waiver: Waiver) => ({ ...waiver, ended: hasEnded(waiver, today) })
  const concerned = (target: Target) =>
    known.from === null ? null : known.benchmarks.filter(concernedBy(target))
  return {
    schema: 1,
    file: config.file,
    knownFrom: known.from,
    suites: config.suites,
    commands: config.commands.map(({ run }) => run),
    budgets: config.budgets.map((rule) => ({ ...rule, benchmarks: concerned(rule) })),
    accepted: config.accepted.map((waiver) => ({ ...withEnd(waiver), benchmarks: concerned(waiver) })),
    benchmarks: meant.map((key) => ({
      ...key,
      metrics: explainBudget(config, key).map(({ metric, isPrimary, budget, rules, waivers }) => ({
        metric,
        isPrimary,
        budget,
        rules: rules.map(({ rule, ...fields }) => ({ line: rule.line, ...fields })),
        waivers: waivers.map(withEnd),
      })),
    })),
  }
}

const shownName = (name: string): string => forTerminal(outside('name', name), Infinity)
const shownMetric = (metric: string): string => forTerminal(outside('metric', metric))

const source = ({ file }: Config, { line }: { line: number }): string =>
  file === null || line === 0 ? 'default' : forTerminal(outside('place', `${file}:${line}`))

function targetText({ match, suite, occurrence }: Target): string {
  const narrowed = [
    ...(suite === undefined ? [] : [`suite ${visibleJson(JSON.stringify(suite))}`]),
    ...(occurrence === undefined ? [] : [`occurrence ${occurrence}`]),
  ]
  return [`match ${visibleJson(JSON.stringify(match))}`, ...narrowed].join(', ')
}

/** Of a rule for the first metric; those of a metric by name stand below it in a detailed explanation. */
const metricOfRule = ({ metric }: BudgetRule): string =>
  metric === null ? '' : `, metric ${metric === PRIMARY ? PRIMARY : shownMetric(metric)}`

const fieldText = (rule: BudgetRule, field: BudgetField): string =>
  `${NAMES[field]} ${valueOf(rule[field] ?? null, field)}`

const hasEnded = ({ until }: Waiver, today: string): boolean => until !== null && today > until

function waiverText(waiver: Waiver, today: string): string {
  const { until, upTo, reason } = waiver
  const end =
    until === null
      ? ''
      : hasEnded(waiver, today)
        ? ` until ${until}, which is over, so that it no longer counts`
        : ` until ${until}`
  return `accepted up to ${formatLevel(upTo)}${end}: ${forTerminal(outside('sentence', quotation(reason)), Infinity)}`
}

/**
 * Which metric a tool reports first is not known before it has run: `primary` is explained by what it mostly
 * is.
 */
function metricWords({ commands }: Config, { metric, isPrimary }: Explanation): string {
  const name = shownMetric(metric)
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
