import { InvalidArgumentError, Option } from 'commander'
import { bisect as searchRange } from '../bisect/bisect.ts'
import { renderJson } from '../bisect/json.ts'
import { renderTerminal } from '../bisect/terminal.ts'
import { isNamed } from '../bisect/view.ts'
import { EXIT, UserError } from '../errors.ts'
import {
  configOption,
  filterFrom,
  jsonOption,
  type MeasureFlags,
  measuringOptions,
  narrowingOptions,
  parseGlob,
  speechOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { type OutputFlags, prepareOutputs, terminalStyle, writeOutputs } from './outputs.ts'
import { readConfig, seedOf } from './run-gate.ts'

interface BisectFlags extends Omit<MeasureFlags, 'filter'>, OutputFlags {
  benchmark?: string
  metric?: string
  minChange: number
  restart?: boolean
}

const OPTIONS = [
  new Option('--benchmark <glob>', 'benchmark whose change is searched; of several the one that changed most')
    .argParser(parseGlob)
    .helpGroup('Which benchmarks:'),
  new Option('--metric <metric>', 'metric that is meant; else time, or the first that a tool reports'),
  new Option('--min-change <share>', 'smallest change that is looked for between the two ends')
    .argParser(parseChange)
    .default(0.02, '2%'),
  new Option('--restart', 'measure everything again, also what an earlier search measured'),
]

const EXIT_CODES = `
Exit codes: 0 a commit is named · 1 none is: nothing changed, or it could not be told which · 2 wrong usage
3 the two ends could not be measured. What was measured is kept: the same line goes on after Ctrl-C.`

/** Adds `bisect`: the commit of a range that changed a benchmark. */
export const bisect: AddCommand = (program, { installation, finish }) => {
  const command = program
    .command('bisect')
    .description('find the commit that made a benchmark slower or faster, by measuring commits of a range')
    .argument('[good]', 'any ref from before the change')
    .argument('[bad]', 'any ref from after it')
    .action(async (good: string | undefined, bad: string | undefined, flags: BisectFlags) => {
      if (good === undefined || bad === undefined) {
        throw new UserError(
          'usage',
          'bisect needs two refs',
          "Write `benchgate bisect v1.2.0 main --benchmark 'parser/*'`.",
        )
      }
      await prepareOutputs(flags)
      const { benchmark, metric = null, minChange: least, restart = false } = flags
      const filter = filterFrom({ ...flags, ...(benchmark !== undefined && { filter: benchmark }) })
      const config = await readConfig(flags)
      const project = process.cwd()
      const request = { project, config, good, bad, filter, metric, least, restart, seed: seedOf(flags) }
      const answer = await withRuntime(flags, installation, (runtime) => searchRange(request, runtime))
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
    jsonOption(),
    speechOptions(),
  )
  withExamples(command, [
    { line: 'benchgate bisect v1.2.0 main --benchmark parser/large', does: 'since a release' },
    { line: 'benchgate bisect HEAD~30 HEAD', does: 'the benchmark that changed most in 30 commits' },
  ])
}

/** `--min-change`: a percentage within [0.1, 50], as a fraction. */
function parseChange(text: string): number {
  const share = Number(/^(\d{1,2}(?:\.\d{1,6})?) ?%$/.exec(text)?.[1])
  if (share >= 0.1 && share <= 50) return share / 100
  throw new InvalidArgumentError('Give a percentage from 0.1 % to 50 %, such as 2%.')
}
