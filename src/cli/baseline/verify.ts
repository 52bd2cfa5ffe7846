import { EXIT } from '../../errors.ts'
import { jsonText } from '../../report/json.ts'
import { plural } from '../../report/quantity.ts'
import { linesForTerminal } from '../../report/text/for-terminal.ts'
import type { Store } from '../../store/store.ts'
import type { AddCommand } from '../add-command.ts'
import { type BranchFlags, branchText, onBranch } from '../branch.ts'
import { withExamples } from '../examples.ts'
import { branchOptions, jsonOption, type SpeechFlags, speechOptions, withOptions } from '../flags.ts'
import { withRuntime } from '../measuring.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from '../outputs.ts'
import { noRunFound, nothingRecorded } from '../read-runs.ts'

interface VerifyFlags extends BranchFlags, OutputFlags, SpeechFlags {}

/** Of the commits that delete runs, so many are listed. */
const MAX_LISTED = 20

/** Adds `baseline verify`: what the commits of the branch do, and which of its files cannot be read. */
export const verify: AddCommand = (group, { installation, finish }) => {
  const command = group
    .command('verify')
    .description('check that commits of the branch only add or delete runs, and that each run can be read')
    .action(async (flags: VerifyFlags) => {
      await prepareOutputs(flags)
      const found = await withRuntime(flags, installation, (runtime) => onBranch(flags, runtime, look))
      if (found === null) throw nothingRecorded(flags)
      const { runs, faults, unreadable, deleted } = found
      if (runs + faults.length + unreadable.length + deleted === 0) throw noRunFound(flags, '--branch')
      const ok = faults.length === 0 && unreadable.length === 0
      await writeOutputs(flags, {
        text: linesForTerminal(textOf(found, flags)),
        json: () => jsonText({ schema: 1, branch: flags.branch, ok, ...found }),
      })
      if (!ok) finish(EXIT.overBudget)
    })
  withOptions(command, branchOptions(), jsonOption(), speechOptions())
  withExamples(command, [{ line: 'benchgate baseline verify', does: 'exit code 1 where something is wrong' }])
}

async function look(store: Store) {
  const history = await store.verify()
  if (history === null) return null
  let runs = 0
  const { tip, warnings } = await store.scan({ limit: Infinity }, () => void runs++)
  return { tip, runs, unreadable: warnings, ...history }
}

function textOf(found: NonNullable<Awaited<ReturnType<typeof look>>>, flags: VerifyFlags): string {
  const { tip, runs, commits, faults, unreadable, deletions, deleted } = found
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
  const shown = deletions
    .slice(0, MAX_LISTED)
    .map(({ commit, files }) => `${commit.slice(0, 12)} deletes ${plural(files, 'file')}`)
  const more = deletions.length - shown.length
  return [
    `${branchText(flags)}${tip === null ? '' : `, at ${tip.slice(0, 7)}`}: ${plural(runs, 'run')} in ${plural(commits, 'commit')}`,
    ...list('commits that do more than add or delete runs:', faults),
    ...list('files that cannot be read:', unreadable),
    ...list(
      `deleted, which is no fault: ${plural(deleted, 'file')}`,
      more > 0 ? [...shown, `${more} or more commits before`] : shown,
    ),
    faults.length + unreadable.length === 0
      ? 'nothing is wrong'
      : `${plural(faults.length + unreadable.length, 'fault')} found`,
    '',
  ].join('\n')
}
