import { commandTree, leavesOf } from '../../src/cli/command-tree.ts'
import { buildProgram } from '../../src/cli/program.ts'

/** The program as it parses arguments; nothing is run. */
export const program = () =>
  buildProgram({
    installation: { workerFile: '', demoFiles: new URL('file:///') },
    finish: () => {},
  })

export const tree = commandTree(program())

/** Every command that does something, by its whole name. */
export const leaves = leavesOf(tree).map((command) => [command.path.slice(1).join(' '), command] as const)
