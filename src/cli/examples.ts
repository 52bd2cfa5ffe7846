import type { Command } from 'commander'

/** What `--help` shows at its end, and what a test runs in a scratch repository. */
export interface Example {
  /** The whole line, from `benchgate` on. */
  line: string
  /** What it is for, in a few words. */
  does: string
}

const EXAMPLES = new WeakMap<Command, readonly Example[]>()

/** Adds examples to the help of a command. */
export function withExamples(command: Command, examples: readonly Example[]): Command {
  EXAMPLES.set(command, examples)
  const width = Math.max(...examples.map(({ line }) => line.length))
  const lines = examples.map(({ line, does }) => `  ${line.padEnd(width)}  # ${does}`)
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

export const examplesOf = (command: Command): readonly Example[] => EXAMPLES.get(command) ?? []
