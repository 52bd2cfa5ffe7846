import type { CommandData, OptionData, Value } from '../command-tree.ts'

/** What a shell offers in the place of a value. */
export type Offer = { words: readonly string[] } | 'files' | 'nothing'

export const offerOf = ({ name, choices }: Value): Offer =>
  choices !== null ? { words: choices } : name === 'file' ? 'files' : 'nothing'

/** A command with all below it, those above first. */
export const allOf = (command: CommandData): CommandData[] => [command, ...command.commands.flatMap(allOf)]

/** The flags that take a value, each once: one name means the same in every command. */
export function valuedFlags(root: CommandData): (OptionData & { value: Value })[] {
  const flags = new Map<string, OptionData & { value: Value }>()
  for (const { options } of allOf(root))
    for (const { value, ...option } of options)
      if (value !== null) flags.set(option.long, { ...option, value })
  return [...flags.values()]
}

export const namesOf = ({ short, long }: Pick<OptionData, 'short' | 'long'>): string[] =>
  short === null ? [long] : [long, short]

/** In single quotes, for any POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`
