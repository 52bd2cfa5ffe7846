import { type Argument, Command, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { linesForTerminal } from '../report/text/for-terminal.ts'
import type { AddCommand, Host } from './add-command.ts'
import { accept } from './accept.ts'
import { baseline } from './baseline.ts'
import { bisect } from './bisect.ts'
import { budgets } from './budgets.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { completion } from './completion.ts'
import { dashboard } from './dashboard.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { history } from './history.ts'
import { importHistory } from './import.ts'
import { ingest } from './ingest.ts'
import { init } from './init.ts'
import { run } from './run.ts'

/** In the order in which the help lists them, below its headings. */
const COMMANDS: Readonly<Record<string, readonly AddCommand[]>> = {
  'Start here:': [init, check, accept, doctor, demo],
  'Measure without budgets:': [compare, bisect, run],
  'Budgets:': [budgets],
  'Stored runs and results of other tools:': [history, dashboard, baseline, ingest, importHistory],
  'Shell and help:': [completion],
}

/** More of them than this are in the docs, and in completion. */
const MAX_CHOICES = 5

/** The whole command line, ready to parse arguments. */
export function buildProgram(host: Host): Command {
  const program = new Command('benchgate')
    .description('Measures a change against its base and checks it against your performance budgets.')
    .version(`benchgate ${manifest.version}`)
    .exitOverride()
    .showSuggestionAfterError()
    // It repeats what was given, and a log obeys lines that begin with `::`.
    .configureOutput({ outputError: (text, write) => write(linesForTerminal(withOwner(text, program))) })
    .enablePositionalOptions()
    .configureHelp({ optionDescription: describe, argumentDescription: describe })
    .addHelpText(
      'after',
      "\n`benchgate <command> --help` shows the flags of a command, with examples.\nDocs: README.md and docs/ in Benchgate's repository.",
    )
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(heading)
    for (const add of commands) add(program, host)
  }
  program.helpCommand('help [command]', 'show the help of a command')
  pointToHelp(program, 'benchgate')
  return program
}

/** Of a command that belongs to another one, its whole name: commander looks among commands of one level. */
function withOwner(text: string, { commands }: Command): string {
  const name = /^error: unknown command '([\w-]+)'/.exec(text)?.[1]
  const owner = commands.find((one) => one.commands.some((child) => child.name() === name))
  if (owner === undefined) return text
  return text.replace(/\n(?:\(Did you mean .*\)\n)?/, `\n(Did you mean ${owner.name()} ${name}?)\n`)
}

/** What the help says of a value: its defaults and choices stand behind it, unless these are very many. */
function describe(value: Argument | Option): string {
  const { description, argChoices = [], defaultValue, defaultValueDescription } = value
  const hasDefault = defaultValue !== undefined && !(value instanceof Option && value.negate)
  const more = [
    ...(argChoices.length > 0 && argChoices.length <= MAX_CHOICES ? [argChoices.join(' or ')] : []),
    ...(hasDefault ? [`default: ${defaultValueDescription ?? String(defaultValue)}`] : []),
  ]
  return more.length === 0 ? description : `${description} (${more.join('; ')})`
}

/** Where a flag or a command is wrong, the line to type next is that of its own help. */
function pointToHelp(command: Command, path: string): void {
  command.showHelpAfterError(`\nSee \`${path} --help\`.`)
  for (const child of command.commands) pointToHelp(child, `${path} ${child.name()}`)
}
