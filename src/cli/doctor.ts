import { examineProject } from '../doctor/examination.ts'
import { publishInJob } from '../doctor/ci.ts'
import { prove } from '../doctor/proof/prove.ts'
import { exitCodeOf, outcomeOf, resultsOf } from '../doctor/section.ts'
import { renderTerminal } from '../doctor/terminal.ts'
import type { Config } from '../model/config.ts'
import { UserError } from '../errors.ts'
import { jsonText } from '../report/json.ts'
import {
  configOption,
  jsonOption,
  type MeasureFlags,
  measuringOptions,
  speechOptions,
  withOptions,
} from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { withRuntime } from './measuring.ts'
import { seedOf } from './run-gate.ts'
import { type OutputFlags, prepareOutputs, terminalStyle, writeOutputs } from './outputs.ts'

interface DoctorFlags
  extends Pick<MeasureFlags, 'config' | 'color' | 'quiet' | 'seed' | 'timeLimit'>, OutputFlags {
  ci?: boolean
  proof: boolean
}

const EXIT_CODES = `
Exit codes: 0 nothing is wrong, warnings included · 2 the set-up is wrong · 3 the gate was seen not to fail.`

/** Adds `doctor`: looks for what keeps a gate from working. */
export const doctor: AddCommand = (program, { installation, finish }) => {
  const command = withExamples(program.command('doctor'), [
    { line: 'benchgate doctor', does: 'finds problems, and tests that the gate can fail' },
    { line: 'benchgate doctor --no-proof --ci', does: 'in a job: quick checks, also in its summary' },
  ])
    .description('check the machine, the project and its workflows, and say how to fix what is wrong')
    .option('--ci', 'also write to the job summary, and annotate files')
    .option('--no-proof', 'skip the test that a planted slowdown turns the gate red, which takes minutes')
    .addHelpText('after', EXIT_CODES)
    .action(async (flags: DoctorFlags) => {
      if (flags.ci === true && flags.json === '-')
        throw new UserError('usage', '--ci and --json - both want stdout', 'Send the JSON to a file.')
      await prepareOutputs(flags)
      const project = process.cwd()
      const sections = await withRuntime(flags, installation, (runtime) => {
        const proof = (config: Config) => {
          const { timeLimit: timeLimitMs = config.measure.timeLimitMs } = flags
          return prove({ project, config, seed: seedOf(flags), timeLimitMs }, runtime)
        }
        return examineProject({ project, configFlag: flags.config, runtime }, flags.proof ? proof : null)
      })
      await writeOutputs(flags, {
        text: renderTerminal(sections, terminalStyle(flags)),
        json: () =>
          jsonText({
            schema: 1,
            outcome: outcomeOf(resultsOf(sections)),
            sections: sections.map(({ title, results }) => ({ title, checks: results })),
          }),
      })
      if (flags.ci === true) {
        const why = await publishInJob(sections, process.env)
        if (why !== null) process.stderr.write(`warning: nothing was added to a summary: ${why}\n`)
      }
      finish(exitCodeOf(sections))
    })
  withOptions(command, configOption(), measuringOptions(), jsonOption(), speechOptions())
}
