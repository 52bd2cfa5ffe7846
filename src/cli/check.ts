import { Option } from 'commander'
import type { GateRequest } from '../gate/request.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import { type GateFlags, parseBaseFlag, withGateFlags } from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { keepReport } from './last-report.ts'
import { readConfig, runGate } from './run-gate.ts'

/** Adds `check`: the working tree against its base. */
export const check: AddCommand = (program, { installation, finish }) => {
  withExamples(withGateFlags(program.command('check')), [
    { line: 'benchgate check', does: 'the working tree against its merge base' },
    { line: "benchgate check --base main --filter 'parser/*'", does: 'some benchmarks, against main' },
  ])
    .description('measure the working tree against its base and hold it to the budgets')
    .option(
      '--base <ref>',
      'merge-base, parent, tag:<pattern>, or any ref (default: base.ref of the config)',
      parseBaseFlag,
    )
    .option('--head <ref>', 'measure this ref in place of the working tree')
    .addOption(
      new Option(
        '--budgets <side>',
        'whose config file holds: head (as you have it) or base (as a pull request is judged)',
      )
        .choices(['head', 'base'])
        .default('head'),
    )
    .action(async (flags: GateFlags) => {
      const config = await readConfig(flags)
      const head: GateRequest['head'] =
        flags.head === undefined ? { kind: 'working-tree' } : { kind: 'ref', ref: flags.head }
      const base =
        flags.base ?? (flags.budgets === 'base' ? { kind: 'merge-base' as const } : config.base.ref)
      const assessment = await runGate(flags, installation, config, { command: 'check', base, head })
      await keepReport(process.cwd(), assessment)
      finish(exitCodeOf(assessment))
    })
}
