import { Option } from 'commander'
import { UserError } from '../../errors.ts'
import { decode } from '../../ingest/raw-input.ts'
import { readInput } from '../../ingest/read-input.ts'
import type { Run } from '../../model/stored-run.ts'
import { jsonText } from '../../report/json.ts'
import { outsideText, linesForTerminal } from '../../report/text/for-terminal.ts'
import { runPath } from '../../store/paths.ts'
import { runIn } from '../../store/run-file.ts'
import type { AddCommand } from '../add-command.ts'
import { type BranchFlags, onBranch } from '../branch.ts'
import { withExamples } from '../examples.ts'
import { branchOptions, jsonOption, type SpeechFlags, speechOptions, withOptions } from '../flags.ts'
import { withRuntime } from '../measuring.ts'
import { type OutputFlags, prepareOutputs, writeOutputs } from '../outputs.ts'

interface RepairFlags extends BranchFlags, OutputFlags, SpeechFlags {
  from: string
}

const OPTIONS = [
  new Option('--from <file>', 'the run: the file that the output run-file named').makeOptionMandatory(),
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
        onBranch(flags, runtime, (store) => store.repair(run, path ?? null)),
      )
      for (const warning of done.warnings) process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
      const place = `${outsideText(flags.branch, 200)} of ${outsideText(flags.remote, 200)}`
      const { removed, added, commit } = done
      const lines = [
        ...removed.map(({ path, why }) => `deleted ${path}: ${why}`),
        added === null
          ? `${runPath(run)} is on ${place} already`
          : `added ${added} to ${place}, now at ${commit.slice(0, 7)}`,
      ]
      await writeOutputs(flags, {
        text: linesForTerminal(`${lines.join('\n')}\n`),
        json: () => jsonText({ schema: 1, branch: flags.branch, removed, added, commit }),
      })
    })
  withOptions(command, OPTIONS, branchOptions(), jsonOption(), speechOptions())
  withExamples(command, [
    { line: 'benchgate baseline repair --from run.json', does: 'add a run whose push failed' },
  ])
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
