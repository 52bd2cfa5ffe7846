import { type Command, InvalidArgumentError, Option } from 'commander'
import { checkGlob } from '../config/glob.ts'
import type { Complaint } from '../config/config-error.ts'
import { checkQuantity, parseQuantity, TIME_LIMIT } from '../config/written-quantity.ts'
import { FORMATS } from '../model/formats.ts'
import type { BaseRef, Target } from '../model/config.ts'
import { didYouMean } from '../model/nearest-names.ts'
import { FILES, FORMS, type OutputFlags } from './outputs.ts'

// Each flag that several commands have is written once, here: it is called the same, means the same and takes
// the same everywhere.

/** Which benchmarks are meant. */
export interface FilterFlags {
  filter?: string
  suite?: string
  occurrence?: number
}

interface ConfigFlags {
  config?: string
}

/** How a command speaks to people. */
export interface SpeechFlags {
  color: boolean
  quiet?: boolean
}

export interface MeasureFlags extends FilterFlags, ConfigFlags, SpeechFlags {
  seed?: string
  timeLimit?: number
}

export interface GateFlags extends MeasureFlags, OutputFlags {
  base?: BaseRef
  head?: string
  budgets?: 'head' | 'base'
  verbose?: boolean
}

/** The headings of `--help`, below which flags stand; what has none stands below "Options". */
const GROUP = {
  benchmarks: 'Which benchmarks:',
  measuring: 'Measuring:',
  stored: 'Stored runs:',
  output: 'Output:',
} as const

export const configOption = (): Option =>
  new Option('--config <file>', 'config file (default: .github/benchgate.yml or benchgate.yml)')

/** `--suite` and `--occurrence`, of commands that are given a benchmark as an argument. */
export const narrowingOptions = (): Option[] => [
  new Option('--suite <glob>', 'only benchmarks of suites that match')
    .argParser(parseGlob)
    .helpGroup(GROUP.benchmarks),
  new Option('--occurrence <n>', 'only the n-th benchmark with its name in its suite')
    .argParser(parseOccurrence)
    .helpGroup(GROUP.benchmarks),
]

const filterOptions = (): Option[] => [
  new Option('--filter <glob>', 'only benchmarks whose groups/name match')
    .argParser(parseGlob)
    .helpGroup(GROUP.benchmarks),
  ...narrowingOptions(),
]

/** `--seed` and `--time-limit`, of every command that measures. */
export const measuringOptions = (): Option[] => [
  new Option('--seed <text>', 'repeat the random order of an earlier run').helpGroup(GROUP.measuring),
  new Option('--time-limit <time>', 'such as "5 min", overriding measure.time-limit')
    .argParser(parseTimeLimit)
    .helpGroup(GROUP.measuring),
]

/** `--dry-run`, of every command that writes into the project or onto the branch. */
export const dryRunOption = (): Option =>
  new Option('--dry-run', 'print what would change, and change nothing')

/** `--format`, of commands that read results of other tools. */
export const formatOption = (): Option =>
  new Option('--format <name>', 'the tool that wrote the results (default: detected)')
    .choices(FORMATS)
    .argParser(parseFormat)

/** `--remote` and `--branch`, of commands that use the whole baseline branch. */
export const branchOptions = (): Option[] => [
  new Option('--remote <remote>', 'remote, URL or path of the stored runs')
    .default('origin')
    .helpGroup(GROUP.stored),
  new Option('--branch <branch>', 'branch of the stored runs').default('benchgate').helpGroup(GROUP.stored),
]

/** `--remote`, `--branch` and `--key`, of commands that use the runs of one gate. */
export const storedOptions = (): Option[] => [
  ...branchOptions(),
  new Option('--key <key>', 'key of the gate, if the repository has several')
    .argParser(parseKey)
    .default('default')
    .helpGroup(GROUP.stored),
]

export const recordedRefOption = (): Option =>
  new Option('--ref <branch>', 'the recorded branch, if there are several').helpGroup(GROUP.stored)

/** A flag that names a file to write beside the text. */
export const fileOption = (form: keyof typeof FILES): Option =>
  new Option(
    `--${form} <file>`,
    `also write ${FILES[form].called}; - for stdout, which sends the text to stderr`,
  ).helpGroup(GROUP.output)

/** `--json`, of every command that finds something. */
export const jsonOption = (): Option => fileOption('json')

/** `--no-color` and `--quiet`, of every command that prints for people. */
export const speechOptions = (): Option[] => [
  new Option('--no-color', 'plain text, as with NO_COLOR=1').helpGroup(GROUP.output),
  new Option('-q, --quiet', 'no progress').helpGroup(GROUP.output),
]

const verboseOption = (): Option =>
  new Option('-v, --verbose', 'also list unchanged and undecided benchmarks').helpGroup(GROUP.output)

/** Adds options in the order in which the help lists them. */
export function withOptions(command: Command, ...options: readonly (Option | readonly Option[])[]): Command {
  for (const option of options.flat()) command.addOption(option)
  return command
}

/** What every command that measures takes of how to measure, and of which benchmarks. */
export const measureOptions = (): Option[] => [...filterOptions(), ...measuringOptions()]

/** What every command takes that ends in a report. */
export const reportOptions = (): Option[] => [
  ...(Object.keys(FORMS) as (keyof typeof FORMS)[]).map(fileOption),
  verboseOption(),
  ...speechOptions(),
]

/** `--base`: the words of `base.ref` in the config, `tag:<pattern>`, or any ref. */
export function parseBaseFlag(text: string): BaseRef {
  if (text === 'merge-base' || text === 'parent') return { kind: text }
  if (text.startsWith('tag:')) return { kind: 'tag', pattern: text.slice('tag:'.length) }
  return { kind: 'ref', ref: text }
}

/** `--time-limit`: a time with a unit, in ms. */
function parseTimeLimit(text: string): number {
  refuse(checkQuantity(text, TIME_LIMIT))
  return parseQuantity(text)!.value / 1e6
}

/** A glob within the same bounds as those of the config. */
export function parseGlob(text: string): string {
  refuse(checkGlob(text))
  return text
}

/** `--occurrence`: a number, counted from 1. */
export function parseOccurrence(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 on.')
  return Number(text)
}

/** `--format`: one of many names, so that the nearest comes first. */
function parseFormat(text: string): string {
  if ((FORMATS as readonly string[]).includes(text)) return text
  const nearest = didYouMean(text, FORMATS)
  const hint = nearest === null ? '' : `Did you mean ${nearest}? `
  throw new InvalidArgumentError(`${hint}Allowed choices are ${FORMATS.join(', ')}.`)
}

/** `--key`: as the action takes it. */
function parseKey(text: string): string {
  if (/^[A-Za-z0-9._-]{1,50}$/.test(text)) return text
  throw new InvalidArgumentError('Give letters, digits, points, hyphens and underscores, 50 at most.')
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
  if (complaint === null) return
  // It follows a full stop.
  const message = complaint.message[0]!.toUpperCase() + complaint.message.slice(1)
  throw new InvalidArgumentError(`${message}. ${complaint.remedy}`)
}
