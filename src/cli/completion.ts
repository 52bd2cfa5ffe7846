import { Argument } from 'commander'
import type { AddCommand } from './add-command.ts'
import { commandTree, type CommandData } from './command-tree.ts'
import { bashScript } from './completion/bash.ts'
import { fishScript } from './completion/fish.ts'
import { zshScript } from './completion/zsh.ts'
import { withExamples } from './examples.ts'

/** By the name of the shell. */
export const SCRIPTS: Readonly<Record<string, (program: CommandData) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** Adds `completion`: a script that makes a shell complete commands, flags, their choices and files. */
export const completion: AddCommand = (program) => {
  const command = program
    .command('completion')
    .description('print a script for shell completion of commands and flags')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .action((shell: string) => {
      process.stdout.write(SCRIPTS[shell]!(commandTree(program)))
    })
  withExamples(command, [
    { line: 'eval "$(benchgate completion bash)"', does: 'in ~/.bashrc; with zsh, in ~/.zshrc' },
    {
      line: 'benchgate completion fish > ~/.config/fish/completions/benchgate.fish',
      does: 'for fish, once',
    },
  ])
}
