import { type Command, InvalidArgumentError, Option } from 'commander'
import { checkGlob } from '../config/glob.ts'
import type { Complaint } from '../config/config-error.ts'
import { checkQuantity, parseQuantity, TIME_LIMIT } from '../config/written-quantity.ts'
import type { BaseRef, Target } from '../model/config.ts'
import { FORMS, type OutputFlags } from './outputs.ts'

/** Which benchmarks are meant. */
export interface FilterFlags {
  filter?: string
  suite?: string
  occurrence?: number
}

export interface MeasureFlags extends FilterFlags {
  config?: string
  seed?: string
  timeLimit?: number
  color: boolean
  quiet?: boolean
}

export interface GateFlags extends MeasureFlags, OutputFlags {
  base?: BaseRef
  head?: string
  budgets?: 'head' | 'base'
  verbose?: boolean
}

export function withMeasureFlags(command: Command): Command {
  return command
    .option('--config <file>', 'the config file (default: .github/benchgate.yml, then benchgate.yml)')
    .option('--filter <glob>', 'only benchmarks whose groups/name match', parseFilterFlag)
    .option('--suite <glob>', 'only benchmarks of suites that match, beside --filter', parseFilterFlag)
    .option('--occurrence <n>', 'only the n-th benchmark of a name in its suite', parseOccurrenceFlag)
    .option('--seed <text>', 'repeat the random order of an earlier run')
    .option('--time-limit <time>', 'such as "5 min"; in place of measure.time-limit', parseTimeLimitFlag)
    .option('--no-color', 'plain text; also the environment variable NO_COLOR')
    .option('-q, --quiet', 'no progress')
}

export function withGateFlags(command: Command): Command {
  const gate = withMeasureFlags(command).option(
    '-v, --verbose',
    'list what is unchanged and inconclusive too',
  )
  for (const [form, { called }] of Object.entries(FORMS))
    gate.addOption(fileOption(form, `write the report as ${called}`))
  return gate
}

const fileOption = (form: string, what: string): Option =>
  new Option(`--${form} <file>`, `${what}; - writes it to stdout, and the text to stderr`)

/** `--json` means the same in every command that has it. */
export const jsonOption = (what: string): Option => fileOption('json', what)

/** `--base`: the words of `base.ref` in the config, `tag:<pattern>`, or any ref. */
export function parseBaseFlag(text: string): BaseRef {
  if (text === 'merge-base' || text === 'parent') return { kind: text }
  if (text.startsWith('tag:')) return { kind: 'tag', pattern: text.slice('tag:'.length) }
  return { kind: 'ref', ref: text }
}

/** `--time-limit`: a time with a unit, in ms. */
function parseTimeLimitFlag(text: string): number {
  refuse(checkQuantity(text, TIME_LIMIT))
  return parseQuantity(text)!.value / 1e6
}

/** `--filter`: a glob within the same bounds as those of the config. */
export function parseFilterFlag(text: string): string {
  refuse(checkGlob(text))
  return text
}

/** `--occurrence`: a number, counted from 1. */
export function parseOccurrenceFlag(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 on.')
  return Number(text)
}

/** What `--filter`, `--suite` and `--occurrence` choose; null: everything. */
export function filterFrom({ filter, suite, occurrence }: FilterFlags): Target | null {
  if (filter === undefined && suite === undefined && occurrence === undefined) return null
  return {
    match: filter ?? '**',
    ...(suite !== undefined && { suite }),
    ...(occurrence !== undefined && { occurrence }),
  }
}

function refuse(complaint: Complaint | null): void {
  if (complaint) throw new InvalidArgumentError(`${complaint.message}. ${complaint.remedy}`)
}
