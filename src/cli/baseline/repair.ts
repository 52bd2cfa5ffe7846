import { Option } from 'commander'
import { UserError } from '../../errors.ts'
import { decode } from '../../ingest/raw-input.ts'
import { readInput } from '../../ingest/read-input.ts'
import type { Run } from '../../model/stored-run.ts'
import { jsonText } from '../../report/json.ts'
import { linesForTerminal } from '../../report/text/for-terminal.ts'
import { runPath } from '../../store/paths.ts'
import type { Repair } from '../../store/repair-run.ts'
import { runIn } from '../../store/run-file.ts'
import type { Store } from '../../store/store.ts'
import type { AddCommand } from '../add-command.ts'
import { type BranchFlags, branchText, onBranch, printWarnings } from '../branch.ts'
import { withExamples } from '../examples.ts'
import {
  branchOptions,
  dryRunOption,
  jsonOption,
  type SpeechFlags,
  speechOptions,
  withOptions,
} from '../flags.ts'
import { withRuntime } from '../measuring.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from '../outputs.ts'

interface RepairFlags extends BranchFlags, OutputFlags, SpeechFlags {
  from: string
  dryRun?: boolean
}

const OPTIONS = [
  new Option('--from <file>', 'the run: the file that the output run-file named').makeOptionMandatory(),
  dryRunOption(),
]

/** Adds `baseline repair`: a run that is damaged on the branch, or that could not be pushed. */
export const repair: AddCommand = (group, { installation }) => {
  const command = group
    .command('repair')
    .description('replace a broken file by its run, or add a run whose push failed')
    .argument('[path]', 'the broken file, as a warning names it')
    .action(async (path: string | undefined, flags: RepairFlags) => {
      await prepareOutputs(flags)
      const run = await readRun(flags.from)
      const done = await withRuntime(flags, installation, (runtime) =>
        onBranch(flags, runtime, (store) => repaired(store, { run, path: path ?? null }, flags)),
      )
      printWarnings(done.warnings)
      const { removed, added, commit } = done
      await writeOutputs(flags, {
        text: linesForTerminal(textOf(done, runPath(run), flags)),
        json: () => jsonText({ schema: 1, branch: flags.branch, removed, added, commit }),
      })
    })
  withOptions(command, OPTIONS, branchOptions(), jsonOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate baseline repair --from run.json', does: 'add a run whose push failed' },
  ])
}

/** `commit` is the one that the branch is at; null where nothing was to be written. */
type Done = Repair & { commit: string | null; warnings: readonly string[] }

async function repaired(
  store: Store,
  { run, path }: { run: Run; path: string | null },
  { dryRun = false }: RepairFlags,
): Promise<Done> {
  if (!dryRun) return await store.repair(run, path)
  return { ...(await store.planRepair(run, path)), commit: null, warnings: [] }
}

function textOf({ removed, added, commit }: Done, path: string, flags: RepairFlags): string {
  const place = branchText(flags)
  const [deletes, adds] = commit === null ? ['would delete', 'would add'] : ['deleted', 'added']
  return [
    ...removed.map((one) => `${deletes} ${one.path}: ${one.why}`),
    added === null
      ? `${path} is on ${place} already`
      : `${adds} ${added} to ${place}${commit === null ? '' : `, now at ${commit.slice(0, 7)}`}`,
    ...(commit === null ? ['nothing was changed (--dry-run)'] : []),
    '',
  ].join('\n')
}

async function readRun(file: string): Promise<Run> {
  const found = runIn(Buffer.from(decode((await readInput(file)).bytes) ?? ''))
  if ('run' in found) return found.run
  throw new UserError(
    'results',
    `there is no run in ${file}: ${found.why}`,
    'Name the file that the output `run-file` of the action named; an archive has to be unpacked first.',
  )
}
