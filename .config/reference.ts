import type { Command } from 'commander'
import { z } from 'zod'
import { buildProgram } from '../src/cli/program.ts'
import { configJsonSchema, type SchemaNode } from '../src/config/schema.ts'
import { ERROR_CODES, type ErrorCode, EXIT } from '../src/errors.ts'
import { OUTPUTS } from '../src/github/action-outputs.ts'
import { INPUTS } from '../src/github/inputs.ts'
import { reportSchema, type Verdict, VERDICTS } from '../src/model/assessment.ts'
import { SUITE_METRIC_IDS, USUAL_METRIC_IDS, usualMetric } from '../src/model/metric.ts'
import { unitOf } from '../src/model/unit.ts'
import { saidOf, sectionOfVerdict, wordOf } from '../src/report/view/sections.ts'
import { type Blocks, code, fenced, table } from './blocks.ts'

// The blocks of docs/reference.md, from the code that they describe.

const EXIT_CODES: Record<keyof typeof EXIT, string> = {
  pass: 'Passed, warnings included.',
  overBudget: 'A benchmark is over budget, did not run, or failed.',
  usage: 'Wrong usage, configuration or repository: nothing was measured.',
  measurement: 'The measurement failed, or data is missing: nothing was judged.',
  bug: 'A bug in Benchgate.',
}

const ERRORS: Record<ErrorCode, string> = {
  usage: 'flags, inputs, or the event of a workflow',
  config: 'the config file',
  node: 'the version of Node',
  git: 'git, or the repository',
  disk: 'a disk that is full or read-only',
  ref: 'a branch, tag or commit that is not there',
  'no-merge-base': 'no base was found to compare with',
  'first-commit': 'there is no parent to compare with',
  'no-suites': 'no file matches `suites:`',
  setup: 'a version does not build',
  dependencies: 'the installed dependencies cannot be used',
  'no-benchmarks': 'there is nothing to measure, or nothing was measured',
  'time-limit': 'the time limit was used up before there was a result',
  suite: 'all suites or commands failed',
  checkouts: 'the checkouts changed while they were measured',
  results: 'a result file cannot be read',
  'no-results': 'a result file holds nothing',
  github: 'GitHub, or the files of its runner',
  store: 'the branch that keeps the recorded runs',
}

const MEANS: Record<Verdict, readonly [severity: string, means: string]> = {
  regression: [
    'fail, or warn below the fail level',
    'Worse, proven over the whole suite, and found again when measured again.',
  ],
  'over-budget': [
    'as the budget says',
    '`max`, `min` or `min-improvement` is broken, with the whole interval.',
  ],
  'slower-small': ['pass', 'Worse for sure, by less than the warn level.'],
  unchanged: ['pass', 'A change of the fail level is ruled out.'],
  improvement: ['pass', 'Better for sure.'],
  inconclusive: [
    'warn if the estimate is beyond the fail level, else pass',
    'Neither could be shown; the row says what it would need.',
  ],
  insufficient: ['warn', 'Too little data to say anything.'],
  missing: ['fail', 'It is gone, and a rule names it alone.'],
  failed: ['fail; warn where base fails too', 'It threw, hung, crashed, or has no value.'],
  new: ['pass', 'Only head has it.'],
  removed: ['pass', 'Only base has it.'],
  accepted: ['pass', 'A regression below the ceiling of a waiver that has not ended.'],
}

const MAX_HELP_WIDTH = 100

/** The blocks by their names. */
export const REFERENCE: Blocks = {
  inputs: () =>
    table(
      ['input', 'default', ''],
      Object.entries(INPUTS)
        .filter(([name]) => name !== 'matrix')
        .map(([name, { description, default: value }]) => [
          code(name),
          value === '' ? '' : code(value),
          description,
        ]),
    ),
  outputs: () =>
    table(
      ['output', ''],
      Object.entries(OUTPUTS).map(([name, { description }]) => [code(name), description]),
    ),
  commands: () => leaves(commandLine()).map(helpSection).join('\n\n'),
  'config keys': () => table(['key', 'is', 'default', ''], keysOf(configJsonSchema(), '')),
  metrics: () =>
    table(['metric', 'a limit of it', 'better', 'measured in suites'], USUAL_METRIC_IDS.map(metricRow)),
  'exit codes': () =>
    table(
      ['exit code', '', 'error codes'],
      Object.entries(EXIT).map(([name, exit]) => [
        code(String(exit)),
        EXIT_CODES[name as keyof typeof EXIT],
        errorsOf(exit),
      ]),
    ),
  verdicts: () =>
    table(
      ['verdict', 'counted as', 'its row says', 'severity', 'means'],
      VERDICTS.map((verdict) => {
        const [severity, means] = MEANS[verdict]
        return [code(verdict), countedAs(verdict), rowWords(verdict), severity, means]
      }),
    ),
  'report fields': () => table(['field', 'is', ''], reportFields()),
}

const errorsOf = (exit: number): string =>
  Object.entries(ERROR_CODES)
    .filter(([, of]) => of === exit)
    .map(([name]) => `${code(name)} (${ERRORS[name as ErrorCode]})`)
    .join(', ')

function metricRow(id: string): string[] {
  const { units, better, callsNeeded } = usualMetric(id)!
  const isOfSuites = SUITE_METRIC_IDS.includes(id)
  const needs = callsNeeded === 0 ? 'yes' : `from ${callsNeeded} calls timed one by one in a process`
  return [code(id), limitsIn(units), better, isOfSuites ? needs : '']
}

/** How a limit in these units is written. */
const limitsIn = (units: readonly string[]): string =>
  [...new Set(units.map((unit) => code(unitOf(unit).example)))].join(', ')

const countedAs = (verdict: Verdict): string =>
  wordOf(sectionOfVerdict(verdict), [{ unit: 'ns', better: 'lower' }])

function rowWords(verdict: Verdict): string {
  if (verdict === 'new' || verdict === 'removed') return verdict
  if (verdict === 'insufficient') return 'too little data'
  return saidOf(verdict) ?? 'the change'
}

const NOWHERE = new URL('file:///')

/** The commands as the program itself has them. */
const commandLine = (): Command =>
  buildProgram({ installation: { workerFile: '', demoFiles: NOWHERE, package: NOWHERE }, finish: () => {} })

const leaves = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves)

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`

/** What `--help` prints, examples included. */
function helpSection(command: Command): string {
  let help = ''
  command.configureOutput({
    writeOut: (text) => (help += text),
    getOutHelpWidth: () => MAX_HELP_WIDTH,
    getOutHasColors: () => false,
  })
  command.outputHelp()
  return `### ${code(pathOf(command))}\n\n${fenced('text', help)}`
}

/** Every key of the config file, those of lists and maps below them. */
function keysOf(node: SchemaNode, above: string): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const { description = '', default: usual } = child as Described
    const path = above === '' ? key : `${above}.${key}`
    const row = [
      code(path),
      typeOf(child),
      usual === undefined ? '' : code(written(usual)),
      prose(description),
    ]
    return [row, ...below(child, path)]
  })
}

interface Described {
  description?: string
  default?: unknown
}

/** A description, whose asterisks are no emphasis. */
const prose = (description: string): string =>
  description
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('*', String.raw`\*`)))
    .join('')

function below(node: SchemaNode, path: string): string[][] {
  const [object] = (node.anyOf ?? [node]).filter(({ properties }) => properties !== undefined)
  // A level and its two names, `warn` and `fail`, are told in the key's own row.
  if (object?.properties !== undefined) return isLevels(object) ? [] : keysOf(object, path)
  if (node.items !== undefined) return below(node.items, `${path}[]`)
  const { additionalProperties: each } = node
  return typeof each === 'object' ? below(each, `${path}.<name>`) : []
}

const isLevels = ({ properties = {} }: SchemaNode): boolean => Object.keys(properties).join() === 'warn,fail'

interface TypedNode extends SchemaNode {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
}

/** What may stand there, in words. */
function typeOf(node: TypedNode): string {
  if (node.const !== undefined) return code(String(node.const))
  // The formats are many, and have an index of their own.
  if (node.enum !== undefined && node.enum.length > 9) return '[format](tools/README.md)'
  if (node.enum !== undefined) return node.enum.map((value) => code(String(value))).join(', ')
  if (node.anyOf !== undefined) return [...new Set(node.anyOf.map(typeOf))].join(', or ')
  if (isLevels(node)) return '`{ warn, fail }` of it'
  if (node.items !== undefined) return node.items.properties === undefined ? 'list of texts' : 'list'
  if (node.type === 'object')
    return Object.keys(node.properties ?? {}).join() === 'tag' ? '`{ tag: … }`' : 'map'
  if (node.type === 'boolean') return '`true`, `false`'
  if (node.type === 'integer' || node.type === 'number') return 'number'
  const { pattern = '' } = node
  if (pattern.includes('(%)')) return 'percentage'
  if (pattern.includes('|ms|')) return 'time'
  if (pattern.includes('{4}')) return 'date'
  if (pattern.includes('https:')) return 'https URL'
  return pattern === '' ? 'text' : 'quantity'
}

const written = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : String(value)

/** The fields of report.json, and those of its rows. */
function reportFields(): string[][] {
  const { properties } = z.toJSONSchema(reportSchema, { target: 'draft-7' }) as SchemaNode
  const { rows } = properties!
  return [...fieldsOf(properties!, ''), ...fieldsOf(rows!.items!.properties!, 'rows[].')]
}

const fieldsOf = (properties: Record<string, SchemaNode>, above: string): string[][] =>
  Object.entries(properties).map(([name, child]) => [
    code(`${above}${name}`),
    jsonTypeOf(child),
    prose((child as Described).description ?? ''),
  ])

function jsonTypeOf(node: TypedNode): string {
  if (node.const !== undefined) return code(JSON.stringify(node.const))
  if (node.enum !== undefined)
    return node.enum.length > 5 ? 'string' : node.enum.map((one) => code(String(one))).join(', ')
  if (node.anyOf !== undefined) return node.anyOf.map(jsonTypeOf).join(' or ')
  return [node.type ?? []].flat().join(' or ')
}
