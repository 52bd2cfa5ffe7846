import { type Command, CommanderError } from 'commander'
import { commandTree, leavesOf } from '../../src/cli/command-tree.ts'
import { exitCodeOf } from '../../src/cli/main.ts'
import { buildProgram } from '../../src/cli/program.ts'

/** The program as it parses arguments; nothing is run. */
export const program = () =>
  buildProgram({
    installation: { workerFile: '', demoFiles: new URL('file:///'), package: new URL('file:///') },
    finish: () => {},
  })

export const tree = commandTree(program())

/** Every command that does something, by its whole name. */
export const leaves = leavesOf(tree).map((command) => [command.path.slice(1).join(' '), command] as const)

/** What the program says, and leaves with, before it does anything: for wrong arguments and for help. */
export async function parse(
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string } | null> {
  const said = { stdout: '', stderr: '' }
  const root = program()
  const capture = (command: Command) => {
    command.configureOutput({
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
      writeOut: (text) => (said.stdout += text),
      writeErr: (text) => (said.stderr += text),
    })
    command.commands.forEach(capture)
  }
  capture(root)
  try {
    await root.parseAsync([...args], { from: 'user' })
    return null
  } catch (error) {
    if (error instanceof CommanderError) return { code: exitCodeOf(error), ...said }
    throw error
  }
}
