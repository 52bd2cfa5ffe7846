import type { Argument, Command, Option } from 'commander'
import { type Example, examplesOf } from './examples.ts'

// The commands as plain data, from the program that parses them: shell completion and docs/reference.md are
// made of it.

/** A value that a command or a flag takes. */
export interface Value {
  /** As the help calls it, without brackets: `file`. */
  name: string
  required: boolean
  variadic: boolean
  /** All that it may be; null where that is no short list. */
  choices: readonly string[] | null
  /** What holds where nothing is given, as the help writes it; null for none. */
  default: string | null
}

interface ArgumentData extends Value {
  description: string
}

export interface OptionData {
  /** `-q` where there is one. */
  short: string | null
  /** `--quiet`. */
  long: string
  description: string
  /** The heading that it stands under in the help; null for the first one. */
  group: string | null
  /** Null for a switch. */
  value: Value | null
}

export interface CommandData {
  /** Its own name, without those of the commands that it belongs to. */
  name: string
  /** From the program on: `['benchgate', 'budgets', 'explain']`. */
  path: readonly string[]
  description: string
  /** The heading that it stands under in the help of its parent; null for none. */
  group: string | null
  arguments: readonly ArgumentData[]
  options: readonly OptionData[]
  examples: readonly Example[]
  commands: readonly CommandData[]
}

/** A command with all that it holds, in the order of the help; `--help` and `help` are part of it. */
export function commandTree(
  command: Command,
  above: readonly string[] = [],
  siblings: readonly string[] = [],
): CommandData {
  const help = command.createHelp()
  const children = help.visibleCommands(command)
  const names = children.map((child) => child.name()).filter((name) => name !== 'help')
  const path = [...above, command.name()]
  return {
    name: command.name(),
    path,
    description: command.description(),
    group: command.helpGroup() || null,
    arguments: command.registeredArguments.map((argument) => ({
      ...argumentData(argument),
      // Of `help` commander knows no choices.
      ...(command.name() === 'help' && { choices: siblings }),
    })),
    options: help.visibleOptions(command).map(optionData),
    examples: examplesOf(command),
    commands: children.map((child) => commandTree(child, path, names)),
  }
}

/** The commands that do something: those without commands of their own, but for `help`. */
export const leavesOf = (command: CommandData): CommandData[] =>
  command.commands.length === 0
    ? [command]
    : command.commands.filter(({ name }) => name !== 'help').flatMap(leavesOf)

const argumentData = (argument: Argument): ArgumentData => ({
  name: argument.name(),
  description: argument.description,
  required: argument.required,
  variadic: argument.variadic,
  choices: argument.argChoices ?? null,
  default: defaultOf(argument),
})

function optionData(option: Option): OptionData {
  const { short, long, required, optional, variadic, argChoices, description } = option
  const name = /[<[]([^>\].]+)/.exec(option.flags)?.[1]
  return {
    short: short ?? null,
    long: long!,
    description,
    group: option.helpGroupHeading ?? null,
    value:
      required || optional
        ? { name: name!, required, variadic, choices: argChoices ?? null, default: defaultOf(option) }
        : null,
  }
}

const defaultOf = ({ defaultValue, defaultValueDescription }: Argument | Option): string | null =>
  defaultValue === undefined ? null : (defaultValueDescription ?? String(defaultValue))
