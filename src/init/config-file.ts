import { stringify } from 'yaml'
import { isInstallOnly } from '../checkout/setup.ts'
import type { Found } from './found.ts'

const SCHEMA = 'https://unpkg.com/benchgate@0/dist/schema.json'

/** The text of the budgets file for what was found, with what each line does. */
export function configFile(found: Pick<Found, 'measures' | 'setup' | 'budgets' | 'timeLimitMin'>): string {
  const { measures, setup, budgets, timeLimitMin } = found
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    'version: 1',
    ...('suites' in measures
      ? ['suites: # mitata suites', ...measures.suites.map((glob) => `  - '${glob.replaceAll("'", "''")}'`)]
      : commandLines(measures.commands)),
    ...(setup === null ? [] : ['base:', `  setup: ${inYaml(setup)} # ${whatSetupDoes(setup)}`]),
    ...(timeLimitMin === undefined
      ? []
      : ['measure:', `  time-limit: ${timeLimitMin} min # a verdict needs at least eighteen executions`]),
    'budgets: # later rules override earlier ones',
    ...budgets.map((rule) => `  - ${rule}`),
  ]
  return `${lines.join('\n')}\n`
}

const whatSetupDoes = (setup: string): string =>
  isInstallOnly(setup)
    ? "prepares base's checkout if its dependencies differ from yours"
    : 'prepares the checkouts of base and head'

function commandLines(commands: readonly object[]): string[] {
  const command = commands.length === 1 ? commands[0] : commands
  const [first, ...rest] = stringify({ command }, { lineWidth: 100 }).trimEnd().split('\n')
  return [`${first} # run in turn in the checkouts of base and head`, ...rest]
}

const inYaml = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd()
