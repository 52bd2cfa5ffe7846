import { InvalidArgumentError, Option } from 'commander'
import { bisect as searchRange, type BisectRequest } from '../bisect/bisect.ts'
import { questionOfEvent } from '../bisect/event.ts'
import { renderJson } from '../bisect/json.ts'
import { renderTerminal } from '../bisect/terminal.ts'
import { isNamed } from '../bisect/view.ts'
import { EXIT, UserError } from '../errors.ts'
import type { Runtime } from '../gate/request.ts'
import {
  configOption,
  filterFrom,
  jsonOption,
  type MeasureFlags,
  measuringOptions,
  narrowingOptions,
  parseGlob,
  recordedRefOption,
  speechOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { Interrupted, withRuntime } from './measuring.ts'
import { type OutputFlags, prepareOutputs, terminalStyle, writeOutputs } from './outputs.ts'
import { readHistory } from './read-history.ts'
import { lastOption, metricOption, noRunFound, nothingRecorded, type RunFlags } from './read-runs.ts'
import { readConfig, seedOf } from './run-gate.ts'

interface BisectFlags extends Omit<MeasureFlags, 'filter'>, OutputFlags, RunFlags {
  benchmark?: string
  event?: string
  metric?: string
  minChange: number
  restart?: boolean
}

const OPTIONS = [
  new Option('--benchmark <glob>', 'the benchmark that changed; if several match, the most changed')
    .argParser(parseGlob)
    .helpGroup('Which benchmarks:'),
  new Option('--event <id>', 'search the range of a change point, by its id in the stored runs'),
  metricOption(),
  new Option('--min-change <share>', 'smallest change of the whole range to look for')
    .argParser(parseChange)
    .default(0.02, '2%'),
  new Option('--restart', 'start over, without what an earlier search measured'),
]

const EXIT_CODES = `
Exit codes: 0 commit named · 1 no commit named · 2 wrong usage · 3 not measured.
The same command continues an interrupted search.`

const CONTINUES = 'What was measured is kept: the same command continues from there.\n'

/** Adds `bisect`: the commit of a range that changed a benchmark. */
export const bisect: AddCommand = (program, { installation, finish }) => {
  const command = program
    .command('bisect')
    .description('find the commit of a range that made a benchmark slower or faster')
    .argument('[good]', 'a ref from before the change')
    .argument('[bad]', 'a ref from after the change')
    .action(async (good: string | undefined, bad: string | undefined, flags: BisectFlags) => {
      refuseMixture(good, bad, flags)
      await prepareOutputs(flags)
      const { minChange: least, restart = false } = flags
      const config = await readConfig(flags)
      const answer = await withRuntime(flags, installation, async (runtime) => {
        const asked = await questionOf({ good, bad }, flags, runtime)
        const project = process.cwd()
        return await searchRange({ ...asked, project, config, least, restart, seed: seedOf(flags) }, runtime)
      }).catch((error: unknown) => {
        if (error instanceof Interrupted) process.stderr.write(CONTINUES)
        throw error
      })
      await writeOutputs(flags, {
        text: renderTerminal(answer, terminalStyle(flags)),
        json: () => renderJson(answer),
      })
      finish(isNamed(answer) ? EXIT.pass : EXIT.overBudget)
    })
    .addHelpText('after', EXIT_CODES)
  withOptions(
    command,
    OPTIONS,
    narrowingOptions(),
    configOption(),
    measuringOptions(),
    storedOptions(),
    recordedRefOption(),
    lastOption(200).helpGroup('Stored runs:'),
    jsonOption(),
    speechOptions(),
  )
  withExamples(command, [
    { line: 'benchgate bisect v1.2.0 HEAD --benchmark parser/large', does: 'since a release' },
    {
      line: 'benchgate bisect --event 4f1c2aa-slower',
      does: 'the range of a change point of the stored runs',
    },
  ])
}

type Ref = string | undefined

function refuseMixture(good: Ref, bad: Ref, { event }: BisectFlags): void {
  if (event === undefined ? bad !== undefined : good === undefined) return
  throw event === undefined
    ? new UserError(
        'usage',
        'bisect needs two refs, or an event',
        "Write `benchgate bisect v1.2.0 main --benchmark 'parser/*'`, or --event 4f1c2aa-slower.",
      )
    : new UserError('usage', 'Both refs and an event are given', 'Leave one of them out.')
}

/** What is searched, and where: between two refs, or in the range of an event. */
async function questionOf(
  { good, bad }: { good: Ref; bad: Ref },
  flags: BisectFlags,
  runtime: Runtime,
): Promise<Pick<BisectRequest, 'good' | 'bad' | 'filter' | 'metric'>> {
  const { benchmark, event, metric = null } = flags
  const filter = filterFrom({ ...flags, ...(benchmark !== undefined && { filter: benchmark }) })
  if (event === undefined) return { good: good!, bad: bad!, filter, metric }
  const { tip, history } = await readHistory(flags, runtime)
  if (tip === null) throw nothingRecorded(flags)
  if (history.commits.length === 0) throw noRunFound(flags)
  return questionOfEvent(history, event, { filter, metric })
}

/** `--min-change`: a percentage within [0.1, 50], as a fraction. */
function parseChange(text: string): number {
  const share = Number(/^(\d{1,2}(?:\.\d{1,6})?) ?%$/.exec(text)?.[1])
  if (share >= 0.1 && share <= 50) return share / 100
  throw new InvalidArgumentError('Give a percentage from 0.1 % to 50 %, such as 2%.')
}
