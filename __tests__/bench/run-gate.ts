import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Report, reportSchema } from '../../src/model/assessment.ts'
import { quantile } from '../../src/stats/quantile.ts'

/** Longer than the longest time limit of a study with its confirm stage and set-up. */
const GATE_LIMIT_MS = 40 * 60_000

export interface Build {
  name: 'old' | 'new'
  /** Its `dist`. */
  directory: string
}
const NEW_BUILD: Build = { name: 'new', directory: join(import.meta.dirname, '../../dist') }

/** This build, and before it the one whose `dist` the environment names in OLD_BUILD. Throws when there is none. */
export function buildsToCompare(): Build[] {
  const old = process.env['OLD_BUILD']
  if (old === undefined) {
    process.stderr.write('OLD_BUILD is not set: the old build is left out.\n')
    return [NEW_BUILD]
  }
  const directory = resolve(old)
  if (!existsSync(join(directory, 'cli.js'))) throw new Error(`OLD_BUILD: ${directory} has no cli.js`)
  return [{ name: 'old', directory }, NEW_BUILD]
}

/** Runs the built command line as a user would and returns its JSON report. Throws with its stderr when there is none. */
export function runGate(directory: string, args: readonly string[], build = NEW_BUILD): Report {
  const result = spawnSync(
    process.execPath,
    [join(build.directory, 'cli.js'), ...args, '--json', '-', '--quiet'],
    { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: GATE_LIMIT_MS },
  )
  if (!result.stdout.startsWith('{')) throw new Error(`no report from ${args.join(' ')}:\n${result.stderr}`)
  const report: unknown = JSON.parse(result.stdout)
  // The schema is that of this build; an old one lacks what was added since.
  return build === NEW_BUILD ? reportSchema.parse(report) : (report as Report)
}

type Row = Report['rows'][number]
export const isUndecided = ({ verdict }: Row) => verdict === 'inconclusive' || verdict === 'insufficient'
export const isFlagged = ({ verdict }: Row) => verdict === 'regression' || verdict === 'improvement'
export const sigmasOf = (rows: readonly Row[]) => rows.flatMap(({ sigma }) => (sigma === null ? [] : [sigma]))
export const effectOf = ({ effect, interval }: Row) =>
  effect === null || interval === null
    ? ''
    : `${percent(effect)} (${percent(interval.low)} to ${percent(interval.high)})`

/** A whole number from 1 that the environment may set in place of a study's own. */
export function sizeFrom(name: string, usual: number): number {
  const text = process.env[name]
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`${name} is a whole number from 1, not ${text}`)
  return Number(text)
}

/** Those whose name the regular expression in ONLY matches; all of them without one. */
export function chosen<T extends { name: string }>(all: readonly T[]): T[] {
  const pattern = new RegExp(process.env['ONLY'] ?? '')
  return all.filter(({ name }) => pattern.test(name))
}

/** A Markdown table on stdout. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [header, header.map(() => '---'), ...rows]
  process.stdout.write(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`)
}

export const percent = (fraction: number, digits = 1) => `${(100 * fraction).toFixed(digits)} %`
export const percent2 = (fraction: number) => percent(fraction, 2)
export const fixed = (digits: number) => (value: number) => value.toFixed(digits)

export const median = (values: readonly number[]) =>
  values.length === 0 ? Number.NaN : quantile(values, 0.5)

/** Median with the quartiles; nothing without values. */
export function quartiles(values: readonly number[], show: (value: number) => string): string {
  if (values.length === 0) return ''
  const [low, middle, high] = [0.25, 0.5, 0.75].map((probability) => show(quantile(values, probability)))
  return `${middle} (${low} to ${high})`
}

/** Median with the least and the greatest; nothing without values. */
export const range = (values: readonly number[], show: (value: number) => string) =>
  values.length === 0
    ? ''
    : `${show(median(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`
