import type { z } from 'zod'
import type { Config } from '../model/config.ts'
import { withDefaultBudget } from './budgets.ts'
import { type Finding, type Problem, Source } from './config-error.ts'
import { checkAcrossFields } from './cross-field-checks.ts'
import { DEFAULT_CONFIG } from './defaults.ts'
import { CONFIG_VERSION, configSchema } from './schema.ts'
import { type YamlData, readYaml } from './yaml-document.ts'
import { findingsOf } from './zod-issue.ts'

/** Far above any config; it keeps the time that the worst text takes well below a second. */
const MAX_LENGTH = 64_000
const MAX_PROBLEMS = 1000

/**
 * Reads the text of a config file. `file` is the name that problems carry. Gives the config, or every problem
 * that the text has, in its order; never throws for anything that the text may hold.
 */
export function parseConfig(text: string, file: string): { config: Config } | { problems: Problem[] } {
  const source = new Source(file, text.replace(/^\u{feff}/u, ''))
  if (text.length > MAX_LENGTH) return { problems: [source.problem({ start: 0, end: 0 }, TOO_LONG)] }
  const document = readYaml(source)
  if (!('data' in document)) return { problems: document.problems.slice(0, MAX_PROBLEMS) }
  const hopeless = wrongRoot(document.data) ?? newerVersion(document.data)
  if (hopeless !== null) return { problems: [document.problem(hopeless)] }

  const data = document.data as Record<string, unknown>
  const result = configSchema.safeParse(data)
  const issues = (result.error?.issues ?? []).slice(0, MAX_PROBLEMS)
  const findings = [...issues.flatMap((issue) => findingsOf(issue, data)), ...checkAcrossFields(data)]
  const found = findings.map((finding) => document.problem(finding))
  const problems = inOrder([...document.problems, ...found]).slice(0, MAX_PROBLEMS)
  if (problems.length > 0 || !result.success) return { problems }
  return { config: configOf(result.data, file, document) }
}

export const SHORTEN = 'Cover more benchmarks with one glob, and remove expired waivers.'

const TOO_LONG = { message: `the file has more than ${MAX_LENGTH} characters`, remedy: SHORTEN }

function wrongRoot(data: unknown): Finding | null {
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return null
  const start = `Start it with \`version: ${CONFIG_VERSION}\``
  const what = Array.isArray(data) ? 'a list' : 'a single value'
  const [message, remedy] =
    data === null
      ? ['the file is empty', `${start}, or delete it: without a file the defaults hold.`]
      : [`the file holds ${what} where keys are wanted`, `${start}; a space follows each colon.`]
  return { path: [], complaint: { message, remedy } }
}

/** What a newer format means is unknown here, so that its version is the only thing to say about it. */
function newerVersion(data: unknown): Finding | null {
  const { version } = data as { version?: unknown }
  if (typeof version !== 'number' || !(version > CONFIG_VERSION)) return null
  const message = `version ${version} of this format needs a newer Benchgate`
  const remedy = `This one reads version ${CONFIG_VERSION}. Update Benchgate, in the workflow and in package.json.`
  return { path: ['version'], complaint: { message, remedy } }
}

/** Sorted, and without the repetitions that a YAML alias brings. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const distinct = new Map(problems.map((one) => [`${one.line}:${one.column}:${one.message}`, one]))
  return [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column)
}

function configOf(written: z.infer<typeof configSchema>, file: string, document: YamlData): Config {
  const {
    suites,
    command,
    metrics,
    base,
    measure,
    budgets = [],
    accepted = [],
    renamed = [],
    baseline,
    forks,
    report,
  } = written
  return {
    file,
    suites: suites ?? (command === undefined ? DEFAULT_CONFIG.suites : []),
    commands: command ?? DEFAULT_CONFIG.commands,
    metrics: metrics ?? DEFAULT_CONFIG.metrics,
    base: { ...DEFAULT_CONFIG.base, ...base },
    measure: measure ?? DEFAULT_CONFIG.measure,
    budgets: withDefaultBudget(
      budgets.map((rule, index) => ({ ...rule, line: document.lineOf(['budgets', index]) })),
    ),
    accepted: accepted.map((waiver, index) => ({ ...waiver, line: document.lineOf(['accepted', index]) })),
    renamed: renamed.map((rename, index) => ({ ...rename, line: document.lineOf(['renamed', index]) })),
    baseline: { ...DEFAULT_CONFIG.baseline, ...baseline },
    forks: forks ?? DEFAULT_CONFIG.forks,
    report: { ...DEFAULT_CONFIG.report, ...report },
  }
}
