import { InvalidArgumentError, Option } from 'commander'
import { filterOf } from '../config/target.ts'
import { UserError } from '../errors.ts'
import { branchName } from '../git/ref-name.ts'
import type { Runtime } from '../gate/request.ts'
import { historyTable, metricToShow } from '../history/table.ts'
import type { StoredRun } from '../model/stored-run.ts'
import { renderHistory } from '../report/terminal/history-table.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { jsonText } from '../report/json.ts'
import { type BranchFlags, onBranch } from './branch.ts'
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

interface HistoryFlags extends BranchFlags, OutputFlags, FilterFlags, SpeechFlags {
  ref?: string
  key: string
  last: number
  metric?: string
}

const MAX_LAST = 1_000
/** Names that a message lists. */
const MAX_NAMES = 10

const OPTIONS = [
  new Option('--last <n>', 'how many recorded commits to look at').argParser(parseLast).default(20),
  new Option('--metric <metric>', 'what to show; else time, or what was recorded first'),
]

/** Adds `history`: the last recorded runs of one benchmark as a table, of several as a line each. */
export const history: AddCommand = (program, { installation }) => {
  const command = program
    .command('history')
    .description('show what the stored runs of the default branch say of benchmarks')
    .argument('[benchmark]', 'a glob over groups/name', parseGlob, '**')
    .action(async (benchmark: string, flags: HistoryFlags) => {
      await prepareOutputs(flags)
      const read = await withRuntime(flags, installation, (runtime) => readBranch(flags, runtime))
      const { runs, notes } = ofOneRef(
        read.runs.filter(({ run }) => run.run.key === flags.key),
        flags,
      )
      for (const warning of [...read.warnings, ...notes])
        process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
      const matches = filterOf(filterFrom({ ...flags, filter: benchmark }))
      const metric = flags.metric ?? metricToShow(runs, matches)
      const histories = historyTable(runs, { matches, metric, last: flags.last })
      if (histories.length === 0) throw nothingFound(benchmark, runs, { ...flags, metric })
      await writeOutputs(flags, {
        text: renderHistory(histories, terminalStyle(flags)),
        json: () => jsonText({ schema: 1, branch: flags.branch, tip: read.tip, benchmarks: histories }),
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
    { line: "benchgate history 'parser/*'", does: 'the last stored runs, a line a benchmark' },
    { line: 'benchgate history parser/large --last 50', does: 'one benchmark, commit by commit' },
  ])
}

function parseLast(text: string): number {
  const last = Number(text)
  if (Number.isInteger(last) && last >= 1 && last <= MAX_LAST) return last
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_LAST}.`)
}

async function readBranch(
  flags: HistoryFlags,
  runtime: Runtime,
): Promise<{ tip: string; runs: StoredRun[]; warnings: string[] }> {
  // Some are of the same commit, or of another branch.
  const { tip, runs, warnings } = await onBranch(flags, runtime, (store) =>
    store.read(2 * flags.last, flags.key),
  )
  if (tip !== null) return { tip, runs, warnings }
  throw new UserError(
    'store',
    `There is no branch ${flags.branch} on ${flags.remote}: nothing is recorded yet`,
    'The first push to the default branch with the action in place creates it; name another one with --branch.',
    { topic: 'nothing-recorded' },
  )
}

/** The runs of one recorded branch: those of several are no series. */
function ofOneRef(runs: readonly StoredRun[], { ref }: HistoryFlags): { runs: StoredRun[]; notes: string[] } {
  const byRef = [...Map.groupBy(runs, ({ run }) => run.ref)].sort((a, b) => b[1].length - a[1].length)
  const wanted = ref === undefined ? byRef[0]?.[0] : `refs/heads/${branchName(ref)}`
  const others = byRef.filter(([name]) => name !== wanted).map(([name]) => JSON.stringify(branchName(name)))
  const notes =
    wanted !== undefined && ref === undefined && others.length > 0
      ? [
          `only runs of ${JSON.stringify(branchName(wanted))} are shown; there are some of ${others.slice(0, MAX_NAMES).join(', ')} too (--ref)`,
        ]
      : []
  return { runs: byRef.find(([name]) => name === wanted)?.[1] ?? [], notes }
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
