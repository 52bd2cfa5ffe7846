import { UserError } from '../errors.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import { compareResultFiles, type ResultsFlags } from './compare-results.ts'
import { filterFrom, type GateFlags, parseBaseFlag, withGateFlags } from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { prepareOutputs, writeReport } from './outputs.ts'
import { readConfig, runGate } from './run-gate.ts'

/** Adds `compare`: any two versions, measured here or read from result files. */
export const compare: AddCommand = (program, { installation, finish }) => {
  withExamples(withGateFlags(program.command('compare')), [
    { line: 'benchgate compare main HEAD', does: 'two refs, measured here' },
    { line: 'benchgate compare --base-results a.json --head-results b.json', does: 'two result files' },
  ])
    .description('measure any two refs against each other, or compare result files; no budgets are needed')
    .argument('[base]')
    .argument('[head]')
    .option('--base-results <file...>', 'result files of base that some tool wrote, in place of measuring')
    .option(
      '--head-results <file...>',
      'result files of head; without --base-results they are held against the stored runs',
    )
    .option('--format <name>', 'what wrote them; without it the content decides')
    .option('--remote <name>', 'of the stored runs: a remote of this checkout, a URL or a path', 'origin')
    .option('--branch <name>', 'the branch that keeps them', 'benchgate')
    .option('--key <key>', 'of several gates of one repository, the one with this key', 'default')
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
}
