import { filterOf } from '../config/target.ts'
import { UserError } from '../errors.ts'
import { historyTable, metricToShow } from '../history/table.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { renderHistory } from '../report/terminal/history-table.ts'
import { jsonText } from '../report/json.ts'
import { lastOption, MAX_NAMES, metricOption, nothingRecorded, readRuns, type RunFlags } from './read-runs.ts'
import {
  type FilterFlags,
  filterFrom,
  jsonOption,
  narrowingOptions,
  parseGlob,
  recordedRefOption,
  type SpeechFlags,
  speechOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { type OutputFlags, prepareOutputs, terminalStyle, writeOutputs } from './outputs.ts'

interface HistoryFlags extends RunFlags, OutputFlags, FilterFlags, SpeechFlags {
  metric?: string
}

const OPTIONS = [lastOption(20), metricOption()]

/** Adds `history`: the last recorded runs of one benchmark as a table, of several as a line each. */
export const history: AddCommand = (program, { installation }) => {
  const command = program
    .command('history')
    .description('show the stored runs of the default branch')
    .argument('[benchmark]', 'a glob over groups/name', parseGlob, '**')
    .action(async (benchmark: string, flags: HistoryFlags) => {
      await prepareOutputs(flags)
      const { tip, runs } = await withRuntime(flags, installation, (runtime) => readRuns(flags, runtime))
      if (tip === null) throw nothingRecorded(flags)
      const matches = filterOf(filterFrom({ ...flags, filter: benchmark }))
      const metric = flags.metric ?? metricToShow(runs, matches)
      const histories = historyTable(runs, { matches, metric, last: flags.last })
      if (histories.length === 0) throw nothingFound(benchmark, runs, { ...flags, metric })
      await writeOutputs(flags, {
        text: renderHistory(histories, terminalStyle(flags)),
        json: () => jsonText({ schema: 1, branch: flags.branch, tip, benchmarks: histories }),
      })
    })
  withOptions(
    command,
    OPTIONS,
    narrowingOptions(),
    storedOptions(),
    recordedRefOption(),
    jsonOption(),
    speechOptions(),
  )
  withExamples(command, [
    { line: "benchgate history 'parser/*'", does: 'the last stored runs, one line for each benchmark' },
    { line: 'benchgate history parser/large --last 50', does: 'one benchmark, commit by commit' },
  ])
}

function nothingFound(
  benchmark: string,
  runs: readonly StoredRun[],
  { metric, ref, key }: HistoryFlags & { metric: string },
): UserError {
  const recorded = runs.flatMap(({ run }) => run.benchmarks)
  const names = [...new Set(recorded.map(({ id }) => id))]
  const metrics = new Set(recorded.flatMap((one) => one.metrics.map(({ metric }) => metric)))
  const known = names.slice(0, MAX_NAMES).map((name) => JSON.stringify(name.slice(0, 100)))
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''
  return new UserError(
    'no-benchmarks',
    runs.length === 0
      ? `No run of ${ref === undefined ? '' : `${JSON.stringify(ref)} and `}the key ${JSON.stringify(key)} was found among the newest`
      : `No recorded run has a benchmark that matches ${JSON.stringify(benchmark)} with the metric ${JSON.stringify(metric.slice(0, 100))}`,
    known.length === 0
      ? 'Look further back with --last, or name another --ref or --key.'
      : `Recorded are ${known.join(', ')}${more}; their metrics are ${[...metrics]
          .slice(0, MAX_NAMES)
          .map((id) => JSON.stringify(id))
          .join(', ')}.`,
  )
}
