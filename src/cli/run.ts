import { EXIT } from '../errors.ts'
import { measureOne } from '../gate/run.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { renderRunTable } from '../report/terminal/run-table.ts'
import { filterFrom, type MeasureFlags, withMeasureFlags } from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { terminalStyle } from './outputs.ts'
import { readConfig, seedOf } from './run-gate.ts'

/** Adds `run`: one version, against nothing. */
export const run: AddCommand = (program, { installation, finish }) => {
  withExamples(withMeasureFlags(program.command('run')), [
    { line: "benchgate run --filter 'parser/*'", does: 'one version, as a table' },
  ])
    .description('measure the working tree alone and print a table')
    .action(async (flags: MeasureFlags) => {
      const config = await readConfig(flags)
      const request = { project: process.cwd(), config, filter: filterFrom(flags), seed: seedOf(flags) }
      const result = await withRuntime(flags, installation, (world) => measureOne(request, world))
      process.stdout.write(renderRunTable(result.rows, terminalStyle(flags)))
      for (const warning of result.warnings) process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
      finish(result.failed ? EXIT.measurement : EXIT.pass)
    })
}
