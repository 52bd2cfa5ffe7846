import { SIDES, type SideName } from '../model/side.ts'
import type { Ids } from './session.ts'
import type { FailureCounts } from './failure-counts.ts'
import type { SuiteOutcome } from './suite-process.ts'

/** How often a process or a block of a suite is tried in all before the gate continues without it. */
export const SUITE_ATTEMPTS = 4
/** Executions of commands are long, and a command that fails twice is broken. */
export const COMMAND_ATTEMPTS = 2
const DEATHS_UNTIL_EXCLUDED = 2

type Ran = Pick<SuiteOutcome, 'death' | 'errors'> & { results: ReadonlyMap<string, unknown> }

/** The outcome of an attempt, and whether another attempt may do better. */
export interface Attempt<Outcome> {
  outcome: Outcome
  again: boolean
}

/**
 * Repeats an attempt as long as another may do better: `attempts` times at most, plus once for every attempt
 * that led to an exclusion. Each attempt gets the last outcome.
 */
export async function untilGood<Outcome>(
  attempts: number,
  counts: Pick<FailureCounts, 'excluded'>,
  attempt: (last: Outcome | null) => Promise<Attempt<Outcome>>,
): Promise<Outcome> {
  let last: Outcome | null = null
  for (let left = attempts; ;) {
    const { excluded } = counts
    const { outcome, again } = await attempt(last)
    if (counts.excluded === excluded) left--
    if (!again || left === 0) return outcome
    last = outcome
  }
}

/**
 * Records what failed in a process that should have run these benchmarks. A benchmark that ends its process
 * twice is excluded.
 */
export function noteOutcome(
  counts: FailureCounts,
  side: SideName,
  outcome: Ran,
  ids: readonly string[],
): void {
  for (const [id, message] of failuresIn(outcome, ids)) counts.noteFailure(side, id, message)
  const culprit = outcome.death?.running ?? null
  if (culprit === null) return
  if (counts.noteDeath(side, culprit) >= DEATHS_UNTIL_EXCLUDED) counts.exclude(side, culprit)
}

/**
 * Messages by benchmark. When the process ended early, nothing is known of the benchmarks that had not run
 * yet.
 */
function failuresIn({ death, errors, results }: Ran, ids: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const id of ids) {
    if (errors.has(id)) found.set(id, errors.get(id)!)
    else if (death === null && !results.has(id)) found.set(id, 'it was listed and then not registered')
  }
  if (death?.running != null) found.set(death.running, errors.get(death.running) ?? death.message)
  return found
}

/**
 * The benchmarks that may still be started. One that both sides have and one side excludes is left out of the
 * other side too.
 */
export function withoutExcluded(counts: FailureCounts, { base, head }: Ids): Ids {
  const isAlive = (id: string) =>
    !counts.isExcluded('head', id) && !(base.includes(id) && counts.isExcluded('base', id))
  return { base: base.filter(isAlive), head: head.filter(isAlive) }
}

/**
 * What follows for benchmarks that threw, after a second chance beside their whole suite. Those that threw
 * again are excluded. Those that did not had lacked a neighbour that they depend on, if any was absent, and
 * then their suite must not be split.
 */
export function afterSecondChance(
  threw: readonly string[],
  results: ReadonlyMap<string, unknown> | undefined,
  lackedNeighbours: boolean,
): { excluded: string[]; indivisible: boolean } {
  const excluded = threw.filter((id) => results?.has(id) !== true)
  return { excluded, indivisible: lackedNeighbours && excluded.length < threw.length }
}

/**
 * True when a benchmark that ran before fails in every process of a block that lacks some of its neighbours:
 * it depends on one of them.
 */
export function isBrokenBySplitting(
  processes: readonly Pick<SuiteOutcome, 'errors'>[],
  ids: Ids,
  everything: Ids,
  hasRun: (id: string) => boolean,
): boolean {
  if (SIDES.every((side) => ids[side].length >= everything[side].length)) return false
  return ids.head.some((id) => hasRun(id) && processes.every(({ errors }) => errors.has(id)))
}
