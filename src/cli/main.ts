import { CommanderError } from 'commander'
import { EXIT } from '../errors.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { describeError } from './describe-error.ts'
import type { Installation } from './add-command.ts'
import { Interrupted } from './measuring.ts'
import { buildProgram } from './program.ts'
import { docsOfPackage } from './docs-of-package.ts'
import { readMore } from './read-more.ts'

/** Help that was asked for is no mistake; no command at all is one, in a job whose variable was empty. */
export const exitCodeOf = ({ exitCode }: CommanderError): number => (exitCode === 0 ? EXIT.pass : EXIT.usage)

/** Runs one command; resolves to the exit code and never rejects. */
export async function main(argv: readonly string[], installation: Installation): Promise<number> {
  let exitCode: number = EXIT.pass
  const finish = (code: number) => {
    exitCode = code
  }
  try {
    await buildProgram({ installation, finish }).parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error)
    if (error instanceof Interrupted) return error.exitCode
    const { message, remedy, topic, exitCode } = describeError(error)
    const more = topic === null ? '' : `${readMore(topic, await docsOfPackage(installation.package))}\n`
    process.stderr.write(linesForTerminal(`error: ${message}\n\n${remedy}\n${more}`))
    return exitCode
  }
}
