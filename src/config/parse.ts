import { invariant } from '../errors.ts'
import type { BaseRef, BudgetRule, Config, Levels, Waiver } from '../model/config.ts'
import { commandsOf } from './command.ts'
import { DEFAULT_BUDGET, DEFAULT_CONFIG, NO_LINE } from './defaults.ts'
import { problemsOf } from './zod-issue.ts'
import { readLimit } from './limit.ts'
import { type Problem, Source } from './config-error.ts'
import { type Quantity, parseQuantity } from './quantity.ts'
import { CONFIG_VERSION, type WrittenConfig, configSchema } from './schema.ts'
import { type Place, type YamlTree, readYaml } from './yaml-document.ts'

/** Far above any config; it keeps the time that the worst text takes well below a second. */
const MAX_LENGTH = 64_000
const MAX_PROBLEMS = 1000

/**
 * Reads the text of a config file. `file` is the name that problems carry. Gives the config, or every problem that the
 * text has, in its order; never throws for anything that the text may hold.
 */
export function parseConfig(text: string, file: string): { config: Config } | { problems: Problem[] } {
  const source = new Source(file, text.replace(/^\u{feff}/u, ''))
  if (text.length > MAX_LENGTH) return { problems: [tooLong(source)] }
  const tree = readYaml(source)
  if (!('data' in tree)) return { problems: tree.problems.slice(0, MAX_PROBLEMS) }

  const hopeless = wrongRoot(tree, source) ?? newerVersion(tree, source)
  if (hopeless !== null) return { problems: [hopeless] }

  const result = configSchema.safeParse(tree.data)
  const found = result.success ? [] : problemsOf(result.error.issues, tree.data, tree.place, source)
  const problems = inOrder([...tree.problems, ...found]).slice(0, MAX_PROBLEMS)
  if (problems.length > 0 || !result.success) return { problems }
  return { config: compile(result.data, file, lineReader(tree.place, source)) }
}

const tooLong = (source: Source): Problem =>
  source.problem(
    { start: 0, end: 0 },
    {
      message: `the file has more than ${MAX_LENGTH} characters`,
      remedy: 'Cover more benchmarks with one glob, and remove expired waivers.',
    },
  )

function wrongRoot({ data, place }: YamlTree, source: Source): Problem | null {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return null
  if (data === null) {
    return source.problem(
      { start: 0, end: 0 },
      {
        message: 'the file is empty',
        remedy: `Start it with \`version: ${CONFIG_VERSION}\`, or delete it: without a file the defaults hold.`,
      },
    )
  }
  return source.problem(place.value, {
    message: `the file holds ${Array.isArray(data) ? 'a list' : 'a single value'} where keys are wanted`,
    remedy: `Start it with \`version: ${CONFIG_VERSION}\`; a space follows each colon.`,
  })
}

/** What a newer format means is unknown here, so that its version is the only thing to say about it. */
function newerVersion({ data, place }: YamlTree, source: Source): Problem | null {
  const { version } = data as { version?: unknown }
  if (typeof version !== 'number' || !(version > CONFIG_VERSION)) return null
  return source.problem(place.children.get('version')?.value ?? place.value, {
    message: `version ${version} of this format needs a newer Benchgate`,
    remedy: `This one reads version ${CONFIG_VERSION}. Update Benchgate, in the workflow and in package.json.`,
  })
}

/** Sorted, and without the repetitions that a YAML alias brings. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems
    .filter(({ line, column, message }) => {
      const key = `${line}:${column}:${message}`
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

type LineOf = (list: 'budgets' | 'accepted', index: number) => number

const lineReader =
  (root: Place, source: Source): LineOf =>
  (list, index) => {
    const item = root.children.get(list)?.children.get(index)
    return item === undefined ? NO_LINE : source.lineOf(item.value.start)
  }

function compile(written: WrittenConfig, file: string, lineOf: LineOf): Config {
  const { base, measure, report } = written
  return {
    file,
    suites: written.suites ?? (written.command === undefined ? DEFAULT_CONFIG.suites : []),
    commands: commandsOf(written.command),
    metrics: written.metrics ?? DEFAULT_CONFIG.metrics,
    base: {
      ref: base?.ref === undefined ? DEFAULT_CONFIG.base.ref : baseRef(base.ref),
      setup: base?.setup ?? DEFAULT_CONFIG.base.setup,
    },
    measure: {
      timePerBenchmarkMs:
        milliseconds(measure?.['time-per-benchmark']) ?? DEFAULT_CONFIG.measure.timePerBenchmarkMs,
      timeLimitMs: milliseconds(measure?.['time-limit']) ?? DEFAULT_CONFIG.measure.timeLimitMs,
      nodeArgs: measure?.['node-args'] ?? DEFAULT_CONFIG.measure.nodeArgs,
      nodeThreads: measure?.['node-threads'] ?? DEFAULT_CONFIG.measure.nodeThreads,
    },
    budgets: withDefault(
      (written.budgets ?? []).map((rule, index) => budgetRule(rule, lineOf('budgets', index))),
    ),
    accepted: (written.accepted ?? []).map((waiver, index) => acceptance(waiver, lineOf('accepted', index))),
    baseline: { branches: written.baseline?.branches ?? [] },
    report: { comment: report?.comment ?? DEFAULT_CONFIG.report.comment },
  }
}

type Written<List extends 'budgets' | 'accepted'> = NonNullable<WrittenConfig[List]>[number]
type WrittenRef = NonNullable<NonNullable<WrittenConfig['base']>['ref']>

function baseRef(ref: WrittenRef): BaseRef {
  if (typeof ref === 'object') return { kind: 'tag', pattern: ref.tag }
  if (ref === 'merge-base' || ref === 'parent') return { kind: ref }
  return { kind: 'ref', ref }
}

/** A file whose rules set no limit at all, only severities, means the default one. */
function withDefault(rules: BudgetRule[]): BudgetRule[] {
  const limits = rules.some(
    ({ maxRegression, max, min, minImprovement }) => maxRegression ?? max ?? min ?? minImprovement,
  )
  return limits ? rules : [DEFAULT_BUDGET, ...rules]
}

function budgetRule(rule: Written<'budgets'>, line: number): BudgetRule {
  const { 'max-regression': maxRegression, max, min, 'min-improvement': minImprovement, severity } = rule
  return {
    match: rule.match,
    metric: rule.metric ?? null,
    // Only here does a single value warn at its half: half of a promised improvement would be less than the promise.
    ...(maxRegression !== undefined && { maxRegression: fractions(maxRegression, 0.5) }),
    ...(max !== undefined && { max: absolute(max) }),
    ...(min !== undefined && { min: absolute(min) }),
    ...(minImprovement !== undefined && { minImprovement: fractions(minImprovement) }),
    ...(severity !== undefined && { severity }),
    line,
  }
}

type WrittenFractions = NonNullable<Written<'budgets'>['max-regression']>
type WrittenLimit = NonNullable<Written<'budgets'>['max']>

function fractions(written: WrittenFractions, warnAt: number | null = null): Levels {
  if (typeof written === 'string') {
    const fail = amount(written)
    return { warn: warnAt === null ? null : fail * warnAt, fail }
  }
  return {
    warn: written.warn === undefined ? null : amount(written.warn),
    fail: written.fail === undefined ? null : amount(written.fail),
  }
}

/** The levels have one unit: the schema saw to it. */
function absolute(written: WrittenLimit): Levels {
  const { warn, fail } = typeof written === 'object' ? written : { warn: undefined, fail: written }
  const [low, high] = [warn, fail].map((level) => (level === undefined ? null : sound(readLimit(level))))
  const unit = (high ?? low)?.unit ?? null
  return { warn: low?.value ?? null, fail: high?.value ?? null, ...(unit !== null && { unit }) }
}

function acceptance(waiver: Written<'accepted'>, line: number): Waiver {
  const { match, metric, reason } = waiver
  return { match, metric, upTo: amount(waiver['up-to']), reason, until: waiver.until ?? null, line }
}

const amount = (text: string): number => sound(parseQuantity(text)).value

function sound(quantity: Quantity | null): Quantity {
  invariant(quantity !== null, 'the schema let a bad quantity pass')
  return quantity
}

const milliseconds = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : amount(text) / 1e6
