import { InvalidArgumentError, Option } from 'commander'
import { filterOf } from '../config/target.ts'
import { NO_LINE } from '../config/defaults.ts'
import { UserError } from '../errors.ts'
import { gate } from '../gate/gate.ts'
import { suggestFromRerun, suggestFromRuns } from '../gate/suggest-budgets.ts'
import { PRIMARY } from '../model/metric.ts'
import type { Suggestion } from '../model/suggestion.ts'
import { jsonText } from '../report/json.ts'
import { renderSuggestion } from '../report/terminal/suggestion-table.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import type { AddCommand, Installation } from './add-command.ts'
import { withExamples } from './examples.ts'
import {
  configOption,
  filterFrom,
  jsonOption,
  measureOptions,
  type MeasureFlags,
  recordedRefOption,
  speechOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import { withRuntime } from './measuring.ts'
import { type OutputFlags, prepareOutputs, terminalStyle, writeOutputs } from './outputs.ts'
import {
  lastOption,
  metricOption,
  noRunFound,
  nothingRecorded,
  readRuns,
  type RunFlags,
} from './read-runs.ts'
import { readConfig, seedOf } from './run-gate.ts'

interface SuggestFlags extends RunFlags, MeasureFlags, OutputFlags {
  atMost: number
  metric?: string
  measure?: boolean
}

const OPTIONS = [
  new Option('--at-most <share>', 'share of unchanged pull requests that may fail')
    .argParser(parseShare)
    .default(0.01, '1%'),
  metricOption(),
  new Option('--measure', 'measure HEAD against itself instead of reading stored runs'),
  lastOption(200),
]

/** Adds `budgets suggest`: levels that unchanged code seldom reaches. */
export const suggest: AddCommand = (group, { installation }) => {
  const command = group
    .command('suggest')
    .description('suggest the smallest max-regression that rarely fails an unchanged benchmark, as YAML')
    .action(async (flags: SuggestFlags) => {
      await prepareOutputs(flags)
      const stored = flags.measure === true ? null : await fromRuns(flags, installation)
      const suggestion = stored ?? (await fromRerun(flags, installation))
      await writeOutputs(flags, {
        text: renderSuggestion(suggestion, terminalStyle(flags)),
        json: () => jsonText({ schema: 1, ...suggestion }),
      })
    })
  withOptions(
    command,
    OPTIONS,
    configOption(),
    measureOptions(),
    storedOptions(),
    recordedRefOption(),
    jsonOption(),
    speechOptions(),
  )
  withExamples(command, [
    { line: 'benchgate budgets suggest', does: 'from the stored runs of the default branch' },
    { line: 'benchgate budgets suggest --measure --at-most 5%', does: 'from a measurement made now' },
  ])
}

/** `--at-most`: a percentage within (0, 50], as a fraction. */
function parseShare(text: string): number {
  const share = /^(\d{1,2}(?:\.\d{1,6})?) ?%$/.exec(text)?.[1]
  if (share !== undefined && Number(share) > 0 && Number(share) <= 50) return Number(share) / 100
  throw new InvalidArgumentError('Give a percentage above 0 % and up to 50 %, such as 1%.')
}

const questionOf = ({ atMost, metric }: SuggestFlags) => ({ atMost, metric: metric ?? null })

/** Whether somebody says which runs are meant: then a measurement is no answer in their place. */
const isNamed = ({ key, ref, branch, remote }: SuggestFlags): boolean =>
  key !== 'default' || ref !== undefined || branch !== 'benchgate' || remote !== 'origin'

/** Null, with a statement on stderr, where stored runs say too little. */
async function fromRuns(flags: SuggestFlags, installation: Installation): Promise<Suggestion | null> {
  const measuring = (why: string): null => {
    process.stderr.write(linesForTerminal(`${why}: HEAD is measured against itself now\n`))
    return null
  }
  const where = `the branch ${flags.branch} on ${flags.remote}`
  try {
    const { tip, runs } = await withRuntime(flags, installation, (runtime) => readRuns(flags, runtime))
    if (tip === null && isNamed(flags)) throw nothingRecorded(flags)
    if (tip === null) return measuring(`there is no ${where.slice('the '.length)}`)
    if (runs.length === 0) throw noRunFound(flags, '--ref, --key or --branch, or measure now with --measure')
    const matches = filterOf(filterFrom(flags))
    const suggestion = suggestFromRuns(runs, { ...questionOf(flags), matches })
    return suggestion.rules.length > 0
      ? suggestion
      : measuring(`${where} has too few runs of unchanged benchmarks`)
  } catch (error) {
    // A project without a remote, or without a network.
    if (!isNamed(flags) && error instanceof UserError && ['store', 'git'].includes(error.code))
      return measuring(`no stored runs can be read (${error.message})`)
    throw error
  }
}

/** Less than any gate can rule out, so that all blocks are measured. */
const TIGHT = { warn: 0.0005, fail: 0.001 }

/** One commit against itself. */
async function fromRerun(flags: SuggestFlags, installation: Installation): Promise<Suggestion> {
  const rule = { match: '**', metric: flags.metric ?? PRIMARY, maxRegression: TIGHT, line: NO_LINE }
  const config = { ...(await readConfig(flags)), budgets: [rule], accepted: [] }
  const { assessment } = await withRuntime(flags, installation, (runtime) =>
    gate(
      {
        command: 'check',
        project: process.cwd(),
        config,
        base: { kind: 'ref', ref: 'HEAD' },
        head: { kind: 'ref', ref: 'HEAD' },
        filter: filterFrom(flags),
        seed: seedOf(flags),
      },
      runtime,
    ),
  )
  return suggestFromRerun(assessment, questionOf(flags))
}
