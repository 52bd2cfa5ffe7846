import { Option } from 'commander'
import { UserError } from '../errors.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import { compareResultFiles, type ResultsFlags } from './compare-results.ts'
import {
  configOption,
  filterFrom,
  formatOption,
  type GateFlags,
  measureOptions,
  parseBaseFlag,
  reportOptions,
  storedOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { prepareOutputs, writeReport } from './outputs.ts'
import { readConfig, runGate } from './run-gate.ts'

const RESULT_FILES = [
  new Option('--base-results <file...>', 'result files of base, instead of measuring'),
  new Option('--head-results <file...>', 'result files of head; alone, against the stored runs'),
  formatOption(),
].map((option) => option.helpGroup('Result files of any tool:'))

/** Adds `compare`: any two versions, measured here or read from result files. */
export const compare: AddCommand = (program, { installation, finish }) => {
  const command = program
    .command('compare')
    .description('measure any two refs against each other, or compare result files')
    .argument('[base]', 'any ref, merge-base, parent or tag:<glob>')
    .argument('[head]', 'any ref')
    .action(async (base: string | undefined, head: string | undefined, flags: GateFlags & ResultsFlags) => {
      const config = await readConfig(flags)
      if (flags.baseResults !== undefined || flags.headResults !== undefined) {
        if (base !== undefined)
          throw new UserError('usage', 'Both refs and result files are given', 'Leave one of them out.')
        await prepareOutputs(flags)
        const o = { config, filter: filterFrom(flags) }
        const assessment = await withRuntime(flags, installation, (world) =>
          compareResultFiles(flags, o, world),
        )
        await writeReport(assessment, flags, config.file)
        finish(exitCodeOf(assessment))
        return
      }
      if (flags.format !== undefined) {
        throw new UserError(
          'usage',
          '--format is for result files, and none are given',
          'Name them with --base-results and --head-results, or leave --format out.',
        )
      }
      if (base === undefined || head === undefined) {
        throw new UserError(
          'usage',
          'compare needs two refs, or result files',
          'Write `benchgate compare main HEAD`, or --base-results a.json --head-results b.json.',
        )
      }
      const refs = { base: parseBaseFlag(base), head: { kind: 'ref', ref: head } } as const
      finish(exitCodeOf(await runGate(flags, installation, config, { command: 'compare', ...refs })))
    })
  withOptions(command, configOption(), RESULT_FILES, storedOptions(), measureOptions(), reportOptions())
  withExamples(command, [
    { line: 'benchgate compare main HEAD', does: 'two refs, measured here' },
    { line: 'benchgate compare --base-results a.json --head-results b.json', does: 'two result files' },
  ])
}
