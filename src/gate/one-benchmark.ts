import { pairCommands } from '../measure/commands.ts'
import type { Config, Target } from '../model/config.ts'
import type { Benchmark } from '../model/evidence.ts'

type One = Pick<Benchmark, 'name' | 'suite' | 'occurrence' | 'source'>

/** The filter for one benchmark. A command's suite is its line, which a plant may change. */
export const filterFor = ({ name, suite, occurrence, source }: One): Target =>
  source === 'suite' ? { match: name, suite, occurrence } : { match: name, occurrence }

/** The place of the command that reports under a suite's name; -1: none does. */
export function commandOf({ commands }: Config, suite: string): number {
  const pair = pairCommands(commands, commands).find((one) => one.suite === suite)
  return pair === undefined ? -1 : commands.indexOf(pair.head!)
}

const GLOB = /[*?[\]{}()!\\]/

/** As little as has to be measured for one benchmark: its suite or its command. */
export function onlyOf(
  config: Config,
  { suite, source }: Pick<One, 'suite' | 'source'>,
): { suites: string[]; commands: number[] } {
  if (source === 'command') return { suites: [], commands: [commandOf(config, suite)] }
  return { suites: GLOB.test(suite) ? config.suites : [suite], commands: [] }
}
