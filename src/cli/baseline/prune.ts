import { InvalidArgumentError, Option } from 'commander'
import { retention, type Retention } from '../../history/retention.ts'
import { jsonText } from '../../report/json.ts'
import { grouped, plural } from '../../report/quantity.ts'
import type { Store } from '../../store/store.ts'
import type { AddCommand } from '../add-command.ts'
import { type BranchFlags, branchText, onBranch, printWarnings } from '../branch.ts'
import { withExamples } from '../examples.ts'
import {
  dryRunOption,
  jsonOption,
  type SpeechFlags,
  speechOptions,
  storedOptions,
  withOptions,
} from '../flags.ts'
import { withRuntime } from '../measuring.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from '../outputs.ts'
import { noRunFound, nothingRecorded } from '../read-runs.ts'

interface PruneFlags extends BranchFlags, OutputFlags, SpeechFlags {
  keep: number
  key: string
  dryRun?: boolean
}

const MAX_KEEP = 100_000

const OPTIONS = [
  new Option('--keep <n>', 'keep the runs of the newest n commits')
    .argParser(parseKeep)
    .makeOptionMandatory(),
  dryRunOption(),
]

/** Adds `baseline prune`: deletes old runs, but not those of releases and around change points. */
export const prune: AddCommand = (group, { installation }) => {
  const command = group
    .command('prune')
    .description('delete old runs, except those of releases and around change points')
    .action(async (flags: PruneFlags) => {
      await prepareOutputs(flags)
      const pruned = await withRuntime(flags, installation, (runtime) =>
        onBranch(flags, runtime, (store) => pruneRuns(store, flags, runtime.clock())),
      )
      if (pruned.tip === null) throw nothingRecorded(flags)
      const { tip, choice, warnings, commit } = pruned
      printWarnings(warnings)
      const { remove, kept } = choice
      if (runsIn(choice) === 0) throw noRunFound(flags, '--key or --branch')
      await writeOutputs(flags, {
        text: textOf({ tip, choice, commit }, flags),
        json: () =>
          jsonText({
            schema: 1,
            branch: flags.branch,
            key: flags.key,
            before: tip,
            kept,
            deleted: remove,
            commit,
          }),
      })
    })
  withOptions(command, OPTIONS, storedOptions(), jsonOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate baseline prune --keep 1000 --dry-run', does: 'what would be deleted' },
    { line: 'benchgate baseline prune --keep 1000', does: 'as one commit on top of the branch' },
  ])
}

function parseKeep(text: string): number {
  const keep = Number(text)
  if (Number.isInteger(keep) && keep >= 1 && keep <= MAX_KEEP) return keep
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_KEEP}.`)
}

interface Pruned {
  tip: string
  choice: Retention
  /** Null where nothing was deleted. */
  commit: string | null
}

async function pruneRuns(
  store: Store,
  { keep, key, dryRun = false }: PruneFlags,
  now: Date,
): Promise<(Pruned | { tip: null }) & { warnings: string[]; choice: Retention; commit: string | null }> {
  const keptBefore = await store.keptByPrunes()
  const { add, finish } = retention({ keep, releases: await store.releases(), keptBefore, now })
  const { tip, warnings } = await store.scan({ limit: Infinity, key }, add)
  const choice = finish()
  if (dryRun || choice.remove.length === 0) return { tip, choice, warnings, commit: null }
  const done = await store.remove(choice.remove, choice.around)
  return { tip, choice, warnings: [...warnings, ...done.warnings], commit: done.commit }
}

const runsIn = ({ remove, kept }: Retention): number =>
  remove.length + kept.newest + kept.releases + kept.changePoints

const day = (path: string): string =>
  `${path.slice('runs/'.length, 'runs/2026-11'.length)}-${path.slice(13, 15)}`

function textOf({ tip, choice, commit }: Pruned, { key, keep, dryRun, ...place }: PruneFlags): string {
  const { remove, kept } = choice
  const [newest, oldest] = [remove[0], remove.at(-1)]
  const days = new Set([oldest, newest].flatMap((path) => (path === undefined ? [] : day(path))))
  const span = days.size === 0 ? '' : `, recorded ${[...days].join(' to ')}`
  const done =
    remove.length === 0
      ? ['nothing to delete']
      : commit === null
        ? [
            `${plural(remove.length, 'run')} would be deleted${span}`,
            ...(dryRun === true ? ['nothing was deleted (--dry-run)'] : []),
          ]
        : [
            `${plural(remove.length, 'run')} deleted${span}; the branch is at ${commit.slice(0, 7)}`,
            `the history of the branch still holds them, at ${tip.slice(0, 7)}`,
          ]
  return [
    `${branchText(place)}: ${plural(runsIn(choice), 'run')}${key === 'default' ? '' : ` of the key ${key}`}`,
    `  kept: ${grouped(kept.newest)} of the newest ${plural(keep, 'commit')} of each branch, ${grouped(kept.releases)} of releases, ${grouped(kept.changePoints)} around change points`,
    ...done,
    '',
  ].join('\n')
}
