import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { EXIT } from '../errors.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { demo } from './demo.ts'
import { budgets } from './explain.ts'
import { describeError } from './describe-error.ts'
import { doctor } from './doctor.ts'
import { history } from './history.ts'
import type { AddCommand, Installation } from './add-command.ts'
import { importHistory } from './import.ts'
import { ingest } from './ingest.ts'
import { Interrupted } from './measuring.ts'
import { run } from './run.ts'

/** In the order in which the help lists them. */
const COMMANDS: readonly AddCommand[] = [
  check,
  compare,
  run,
  budgets,
  history,
  ingest,
  importHistory,
  doctor,
  demo,
]

/** Runs one command; resolves to the exit code and never rejects. */
export async function main(argv: readonly string[], installation: Installation): Promise<number> {
  let exitCode: number = EXIT.pass
  const finish = (code: number) => {
    exitCode = code
  }
  const program = new Command('benchgate')
    .description('Measures a change against its base and holds it to your performance budgets.')
    .version(`benchgate ${manifest.version}`)
    .exitOverride()
    .showSuggestionAfterError()
    .enablePositionalOptions()
  for (const add of COMMANDS) add(program, { installation, finish })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.usage
    if (error instanceof Interrupted) return error.exitCode
    const { message, remedy, exitCode } = describeError(error)
    process.stderr.write(linesForTerminal(`error: ${message}\n\n${remedy}\n`))
    return exitCode
  }
}
