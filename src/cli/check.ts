import { Option } from 'commander'
import type { GateRequest } from '../gate/request.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import {
  configOption,
  type GateFlags,
  measureOptions,
  parseBaseFlag,
  reportOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { keepReport } from './last-report.ts'
import { readConfig, runGate } from './run-gate.ts'

const OPTIONS = [
  new Option(
    '--base <ref>',
    'what to compare with: any ref, merge-base, parent or tag:<glob> (default: base.ref)',
  ).argParser(parseBaseFlag),
  new Option('--head <ref>', 'measure this ref instead of the working tree'),
  new Option('--budgets <side>', 'whose config file sets the budgets; a pull request uses base')
    .choices(['head', 'base'])
    .default('head'),
]

/** Adds `check`: the working tree against its base. */
export const check: AddCommand = (program, { installation, finish }) => {
  const command = program
    .command('check')
    .description('measure the working tree against its base and check it against the budgets')
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
  withOptions(command, OPTIONS, configOption(), measureOptions(), reportOptions())
  withExamples(command, [
    { line: 'benchgate check', does: 'the working tree against its merge base' },
    { line: "benchgate check --base main --filter 'parser/*'", does: 'some benchmarks, against main' },
  ])
}
