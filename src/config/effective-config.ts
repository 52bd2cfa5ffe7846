import { UserError } from '../errors.ts'
import type { BudgetRule, CommandConfig, Config, Rename, Waiver } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import { withDefaultBudget } from './budgets.ts'
import { DEFAULT_CONFIG } from './defaults.ts'
import { configAmong, type FilesElsewhere } from './load.ts'

/** The config that a change is held to, and what is to be said of it. */
export interface EffectiveConfig {
  config: Config
  /** The change's own config, for what it does to the budgets. */
  proposed: Config
  /** Base's own file; null where it has none that counts. */
  base: Config | null
  /** What it takes to run base's code. */
  onBase: {
    suites: string[]
    /** The globs that base's own file gives, or the defaults: what the change may bring to base. */
    suitesToReplace: string[]
    commands: CommandConfig[]
    setup: string | null
    nodeArgs: string[]
  }
  warnings: Finding[]
}

/**
 * Which config holds for a change whose own config is `proposed`: that of base, or the defaults where base
 * has no file or one that cannot be read as a config. `files` are those that base has at the usual places or
 * at `explicit`, by path. Every way to a verdict asks here, so that a pull request from a fork hears the same
 * as one from the repository.
 */
export function effectiveConfig(
  proposed: Config,
  files: FilesElsewhere,
  explicit: string | undefined,
): EffectiveConfig {
  const warnings: Finding[] = []
  let base: Config | null = null
  try {
    base = configAmong(files, explicit)
    if (base === null && proposed.file !== null) warnings.push({ code: 'base-config-missing' })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    // The rest shows the place in the file.
    const [problem = ''] = error.message.split('\n')
    warnings.push({ code: 'base-config-invalid', problem })
  }
  const before = base ?? withoutFile(proposed)
  const settings = editedSettings(proposed, base ?? DEFAULT_CONFIG)
  if (settings.length > 0) warnings.push({ code: 'settings-edited', settings })
  return {
    config: judgedByBase(proposed, before),
    proposed,
    base,
    onBase: {
      suites: before.suites,
      suitesToReplace: (base ?? DEFAULT_CONFIG).suites,
      commands: before.commands,
      setup: before.base.setup,
      nodeArgs: before.measure.nodeArgs,
    },
    warnings,
  }
}

/**
 * The config that a pull request is judged by. Budgets, the window of measuring and the choice of base are
 * those of base, so that a change cannot loosen what it is held against; what says how to run head's own code
 * is head's, its commands too. Suites are those of both: one that head's file forgets is measured as long as
 * it is there. Of the directions of metrics base's hold, and head's new ones are marked: they fill a gap, so
 * that a change cannot turn round what a tool says. Waivers are head's, since accepting is done in the change
 * itself, where it is reviewed; those that base does not have are marked. So are renames, for the same
 * reason. A `min-improvement` is a promise of the change that writes it: head's new ones count, base's were
 * kept already.
 */
function judgedByBase(head: Config, base: Config): Config {
  const known = new Set(base.accepted.map(waiverKey))
  const renamed = new Set(base.renamed.map(renameKey))
  const promised = new Set(base.budgets.filter(promises).map(promiseKey))
  return {
    ...base,
    file: base.file ?? head.file,
    suites: [...new Set([...head.suites, ...base.suites])],
    commands: head.commands,
    metrics: { ...added(head.metrics), ...base.metrics },
    base: { ref: base.base.ref, setup: head.base.setup },
    measure: {
      timePerBenchmarkMs: base.measure.timePerBenchmarkMs,
      // More time loosens nothing, and a change may need it.
      timeLimitMs: Math.max(base.measure.timeLimitMs, head.measure.timeLimitMs),
      nodeArgs: head.measure.nodeArgs,
      nodeThreads: base.measure.nodeThreads,
      suitesFrom: base.measure.suitesFrom,
      suiteFiles: base.measure.suiteFiles,
    },
    budgets: [
      ...withDefaultBudget(base.budgets.map(withoutPromise)),
      ...head.budgets.filter((rule) => promises(rule) && !promised.has(promiseKey(rule))).map(promiseAlone),
    ],
    accepted: head.accepted.map((waiver) =>
      known.has(waiverKey(waiver)) ? waiver : { ...waiver, added: true },
    ),
    renamed: head.renamed.map((rename) =>
      renamed.has(renameKey(rename)) ? rename : { ...rename, added: true },
    ),
  }
}

const added = (metrics: Config['metrics']): Config['metrics'] =>
  Object.fromEntries(Object.entries(metrics).map(([id, direction]) => [id, { ...direction, added: true }]))

/**
 * Base's config where it has no file: the defaults, which it was held to so far. What says how to run code is
 * the change's, and its suites come on top, so that those that base has already are compared.
 */
const withoutFile = ({ suites, commands, base, measure }: Config): Config => ({
  ...DEFAULT_CONFIG,
  suites: [...new Set([...DEFAULT_CONFIG.suites, ...suites])],
  commands,
  base: { ...DEFAULT_CONFIG.base, setup: base.setup },
  measure: { ...DEFAULT_CONFIG.measure, nodeArgs: measure.nodeArgs },
})

/** Which settings beside the budgets and `forks` a change edits, as the file calls them. */
function editedSettings(head: Config, base: Config): string[] {
  const settings: [string, (config: Config) => unknown][] = [
    ['suites', ({ suites }) => suites],
    ['command', ({ commands }) => commands],
    ['metrics', ({ metrics }) => Object.entries(metrics).sort(([a], [b]) => (a < b ? -1 : 1))],
    ['base.ref', (config) => config.base.ref],
    ['base.setup', (config) => config.base.setup],
    ['measure.time-per-benchmark', ({ measure }) => measure.timePerBenchmarkMs],
    ['measure.time-limit', ({ measure }) => measure.timeLimitMs],
    ['measure.node-args', ({ measure }) => measure.nodeArgs],
    ['measure.node-threads', ({ measure }) => measure.nodeThreads],
    ['measure.suites-from', ({ measure }) => measure.suitesFrom],
    ['measure.suite-files', ({ measure }) => measure.suiteFiles],
    ['report.comment', ({ report }) => report.comment],
    ['report.dashboard-url', ({ report }) => report.dashboardUrl],
    ['report.issue', ({ report }) => report.issue],
  ]
  return settings
    .filter(([, of]) => JSON.stringify(of(head)) !== JSON.stringify(of(base)))
    .map(([name]) => name)
}

const promises = (rule: BudgetRule): boolean => rule.minImprovement !== undefined
const promiseKey = ({ match, suite, occurrence, metric, minImprovement }: BudgetRule): string =>
  JSON.stringify([match, suite, occurrence, metric, minImprovement])

function withoutPromise(rule: BudgetRule): BudgetRule {
  const { minImprovement: _, ...rest } = rule
  return rest
}

function promiseAlone(rule: BudgetRule): BudgetRule {
  const { maxRegression: _, max: _max, min: _min, severity: _severity, ...promise } = rule
  return promise
}

const waiverKey = ({ match, suite, occurrence, metric, upTo, reason, until }: Waiver): string =>
  JSON.stringify([match, suite, occurrence, metric, upTo, reason, until])

const renameKey = ({ from, to, fromSuite, toSuite }: Rename): string =>
  JSON.stringify([from, to, fromSuite, toSuite])
