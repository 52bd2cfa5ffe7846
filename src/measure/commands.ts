import type { CommandConfig } from '../model/config.ts'
import { editDistance } from '../model/edit-distance.ts'
import type { MeasuredCommand } from './command-session.ts'

const SHOWN_LENGTH = 100

/**
 * How two commands may be recognised as the same, the surest way first: a command whose line was edited is
 * still the same command.
 */
const LIKENESSES: readonly ((a: CommandConfig, b: CommandConfig) => boolean)[] = [
  (a, b) => a.run === b.run && isInOnePlace(a, b),
  (a, b) => a.run === b.run && a.workingDirectory === b.workingDirectory,
  (a, b) => a.run === b.run,
  (a, b) => a.format === b.format && isInOnePlace(a, b),
  isInOnePlace,
  () => true,
]

function isInOnePlace(a: CommandConfig, b: CommandConfig): boolean {
  return a.workingDirectory === b.workingDirectory && a.namePrefix === b.namePrefix
}

/** Pairs the commands of both sides, the most alike first. A command that only one side has remains alone. */
export function pairCommands(
  base: readonly CommandConfig[],
  head: readonly CommandConfig[],
  suites: readonly string[] = [],
): MeasuredCommand[] {
  const left = [...base]
  const pairs: { base: CommandConfig | null; head: CommandConfig }[] = head.map((own) => ({
    base: null,
    head: own,
  }))
  for (const isLike of LIKENESSES) {
    const candidates = pairs
      .filter((pair) => pair.base === null)
      .flatMap((pair) => left.filter((other) => isLike(other, pair.head)).map((other) => ({ pair, other })))
      .map((one) => ({ ...one, distance: editDistance(one.other.run, one.pair.head.run) }))
      .sort((a, b) => a.distance - b.distance)
    for (const { pair, other } of candidates) {
      if (pair.base !== null || !left.includes(other)) continue
      pair.base = left.splice(left.indexOf(other), 1)[0]!
    }
  }
  return named([...pairs, ...left.map((own) => ({ base: own, head: null }))], suites)
}

/**
 * Gives each pair a name of its own, which no suite has either: its prefix, or its line without one, with a
 * number where two are alike. A prefix is a name that its author gave, and survives an edit of the line.
 */
function named(
  pairs: readonly Omit<MeasuredCommand, 'suite'>[],
  suites: readonly string[],
): MeasuredCommand[] {
  const taken = new Set(suites)
  return pairs.map((pair) => {
    const line = nameOf(pair.head ?? pair.base!)
    let suite = line
    for (let count = 2; taken.has(suite); count++) suite = `${line} (${count})`
    taken.add(suite)
    return { ...pair, suite }
  })
}

const nameOf = (command: CommandConfig): string =>
  command.namePrefix.replace(/[/:.\s_-]+$/, '') || shownCommand(command)

const shownCommand = ({ run, workingDirectory }: CommandConfig): string =>
  workingDirectory === null ? shownLine(run) : `${workingDirectory}: ${shownLine(run)}`

/** One or more command lines as a single line that is short enough to read. */
export function shownLine(line: string): string {
  const characters = [...line.trim().replace(/\s+/g, ' ')]
  if (characters.length <= SHOWN_LENGTH) return characters.join('')
  return `${characters.slice(0, SHOWN_LENGTH - 1).join('')}…`
}
