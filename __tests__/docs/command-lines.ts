import { CommanderError, type Command } from 'commander'
import { program as newProgram } from '../cli/command-line.ts'
import { blocksOf, codeSpansOf, DOCS } from './pages.ts'

export const START = /^(?:npx (?:--yes |-y )?)?benchgate(?= |$)/

/** The words of a line as a shell splits it, up to a comment, a pipe or a redirection. */
export function wordsOf(line: string): string[] {
  const words: string[] = []
  for (const [word] of line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)) {
    if (/^(?:#|\||>|<|&|;)/.test(word) && !/^<[\w-]+>/.test(word)) break
    words.push(
      word.replaceAll(
        /'([^']*)'|"([^"]*)"/g,
        (_, single?: string, double?: string) => single ?? double ?? '',
      ),
    )
  }
  return words
}

/** Every line of a shell block that starts Benchgate, and every one in running text. */
export const COMMAND_LINES = DOCS.flatMap((page) =>
  [
    ...blocksOf(page, 'sh', 'bash', 'shell', 'console').flatMap((text) => text.split('\n')),
    ...codeSpansOf(page),
  ]
    .map((line) => line.trim().replace(/^\$ /, ''))
    .filter((line) => START.test(line))
    .map((line) => ({ file: page.file, line })),
)

/** Whether a line is a command's name, with nothing behind it. */
export const isCommand = (line: string): boolean =>
  wordsOf(line.replace(START, '')).reduce<Command | undefined>(
    (command, word) => command?.commands.find((one) => one.name() === word),
    newProgram(),
  ) !== undefined

/** Why the program would refuse a line; null: it would not. Nothing is run. */
export async function refusalOf(line: string): Promise<string | null> {
  const args = wordsOf(line.replace(START, ''))
  const program = newProgram()
  for (const command of allOf(program)) {
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} }).exitOverride()
    if (command.commands.length === 0) command.action(() => {})
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return null
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? null : error.message.split('\n', 1)[0]!
  }
}

const allOf = (command: Command): Command[] => [command, ...command.commands.flatMap(allOf)]
