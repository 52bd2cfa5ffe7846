import { EXIT } from '../errors.ts'
import { measureOne } from '../gate/run.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { renderRunTable } from '../report/terminal/run-table.ts'
import {
  configOption,
  filterFrom,
  jsonOption,
  measureOptions,
  type MeasureFlags,
  speechOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { jsonText } from '../report/json.ts'
import { type OutputFlags, prepareOutputs, terminalStyle, writeOutputs } from './outputs.ts'
import { readConfig, seedOf } from './run-gate.ts'

/** Adds `run`: one version, against nothing. */
export const run: AddCommand = (program, { installation, finish }) => {
  const command = program
    .command('run')
    .description('measure the working tree alone and print a table')
    .action(async (flags: MeasureFlags & OutputFlags) => {
      await prepareOutputs(flags)
      const config = await readConfig(flags)
      const request = { project: process.cwd(), config, filter: filterFrom(flags), seed: seedOf(flags) }
      const result = await withRuntime(flags, installation, (world) => measureOne(request, world))
      await writeOutputs(flags, {
        text: renderRunTable(result.rows, terminalStyle(flags)),
        json: () => jsonText({ schema: 1, benchmarks: result.rows, warnings: result.warnings }),
      })
      for (const warning of result.warnings) process.stderr.write(linesForTerminal(`warning: ${warning}\n`))
      finish(result.failed ? EXIT.measurement : EXIT.pass)
    })
  withOptions(command, configOption(), measureOptions(), jsonOption(), speechOptions())
  withExamples(command, [{ line: "benchgate run --filter 'parser/*'", does: 'one version, as a table' }])
}
