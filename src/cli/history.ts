import { compileGlob } from '../config/glob.ts'
import { filterOf } from '../config/target.ts'
import { UserError } from '../errors.ts'
import { selectTrends } from '../history/select-trends.ts'
import { benchmarkHistory, metricOfTrends } from '../history/table.ts'
import type { History, Trend } from '../model/trend.ts'
import { renderCsv } from '../report/exports/csv.ts'
import { renderHistoryOpenMetrics } from '../report/exports/history-openmetrics.ts'
import { jsonText } from '../report/json.ts'
import { renderHistory } from '../report/terminal/history-table.ts'
import {
  configOption,
  fileOption,
  type FilterFlags,
  filterFrom,
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
import { readHistory } from './read-history.ts'
import {
  lastOption,
  MAX_NAMES,
  metricOption,
  noRunFound,
  nothingRecorded,
  type RunFlags,
} from './read-runs.ts'

interface HistoryFlags extends RunFlags, OutputFlags, FilterFlags, SpeechFlags {
  metric?: string
  config?: string
}

/** Commits among which change points are looked for, however few are shown. */
const ANALYSED = 200

const OPTIONS = [
  lastOption(20, {
    does: `how many recorded commits to show; at least ${ANALYSED} are searched for change points`,
  }),
  metricOption(),
]
const FORMS = (['json', 'csv', 'openmetrics'] as const).map(fileOption)

/** Adds `history`: the last recorded runs of one benchmark as a table, of several as a line each. */
export const history: AddCommand = (program, { installation }) => {
  const command = program
    .command('history')
    .description('show the stored runs of the default branch, and its change points')
    .argument('[benchmark]', 'a glob over groups/name', parseGlob, '**')
    .action(async (benchmark: string, flags: HistoryFlags) => {
      await prepareOutputs(flags)
      const { last } = flags
      const { tip, history: all } = await withRuntime(flags, installation, (runtime) =>
        readHistory({ ...flags, last: Math.max(last, ANALYSED) }, runtime),
      )
      if (tip === null) throw nothingRecorded(flags)
      if (all.trends.length === 0) throw noRunFound(flags)
      const matches = filterOf(filterFrom({ ...flags, filter: benchmark }))
      const isRecent = (trend: Trend) =>
        matches(trend) && trend.points.at(-1)!.at >= all.commits.length - last
      const metric = flags.metric ?? metricOfTrends(all.trends.filter(isRecent))
      const trends = [...all.trends.keys()].filter(
        (index) => all.trends[index]!.metric === metric && isRecent(all.trends[index]!),
      )
      if (trends.length === 0)
        throw nothingFound(benchmark, all, { ...flags, isOlder: all.trends.some((one) => matches(one)) })
      const chosen = () =>
        selectTrends(all, (trend) => isRecent(trend) && trend.metric === (flags.metric ?? trend.metric))
      await writeOutputs(flags, {
        text: renderHistory(all, { trends, last }, terminalStyle(flags)),
        json: () => {
          const benchmarks = trends.map((index) => benchmarkHistory(all, all.trends[index]!, last))
          return jsonText({ schema: 1, branch: flags.branch, tip, benchmarks, ...chosen() })
        },
        csv: () => renderCsv(chosen(), { last }),
        openmetrics: () => renderHistoryOpenMetrics(chosen()),
      })
    })
  withOptions(
    command,
    OPTIONS,
    configOption(),
    narrowingOptions(),
    storedOptions(),
    recordedRefOption(),
    FORMS,
    speechOptions(),
  )
  withExamples(command, [
    { line: "benchgate history 'parser/*'", does: 'the last stored runs, one line for each benchmark' },
    { line: 'benchgate history parser/large --last 50', does: 'one benchmark, commit by commit' },
  ])
}

function nothingFound(
  benchmark: string,
  { trends }: History,
  { metric, last, isOlder }: HistoryFlags & { isOlder: boolean },
): UserError {
  const names = [...new Set(trends.map(({ name }) => name))]
  const meant = names.filter((name) => name.includes(benchmark))
  const metrics = listed([...new Set(trends.map((trend) => trend.metric))])
  const withMetric = metric === undefined ? '' : ` with the metric ${JSON.stringify(metric.slice(0, 100))}`
  const remedy = () => {
    const pattern = [`**/*${benchmark}*`, `**/*${benchmark}*/**`].find((one) => meant.some(compileGlob(one)))
    if (pattern !== undefined && metric === undefined)
      return `Give the whole name, or a pattern such as '${pattern}'. It is part of ${listed(meant)}.`
    return `Recorded are ${listed(names)}; their metrics are ${metrics}.`
  }
  return new UserError(
    'no-benchmarks',
    `${isOlder ? `None of the newest ${last} recorded commits` : 'No recorded run'} has a benchmark that matches ${JSON.stringify(benchmark)}${withMetric}`,
    remedy(),
  )
}

function listed(names: readonly string[]): string {
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''
  return `${names
    .slice(0, MAX_NAMES)
    .map((name) => JSON.stringify(name.slice(0, 100)))
    .join(', ')}${more}`
}
