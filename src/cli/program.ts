import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { AddCommand, Host } from './add-command.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { demo } from './demo.ts'
import { budgets } from './explain.ts'
import { history } from './history.ts'
import { importHistory } from './import.ts'
import { ingest } from './ingest.ts'
import { run } from './run.ts'

/** In the order in which the help lists them. */
const COMMANDS: readonly AddCommand[] = [check, compare, run, budgets, history, ingest, importHistory, demo]

/** The whole command line, ready to parse arguments. */
export function buildProgram(host: Host): Command {
  const program = new Command('benchgate')
    .description('Measures a change against its base and holds it to your performance budgets.')
    .version(`benchgate ${manifest.version}`)
    .exitOverride()
    .showSuggestionAfterError()
    .enablePositionalOptions()
  for (const add of COMMANDS) add(program, host)
  return program
}
