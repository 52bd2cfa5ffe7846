import { UserError } from '../errors.ts'
import type { SuiteFailure, Survey } from '../model/evidence.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import type { SideName } from '../model/side.ts'

/** Two versions of one project that can be measured; directories change when the checkouts are swapped. */
export type MeasuredSides = Record<SideName, { directory: string }>

export type Ids = Record<SideName, readonly string[]>

/** Hears what share of a block is done. */
export type OnFraction = (fraction: number) => void

/**
 * Starts the processes of one gate and keeps count of what went wrong. Numbers are handed out by block; which
 * block is asked for, and when to stop, is decided elsewhere.
 */
export interface Session {
  /**
   * What is wrong with the suites themselves; the benchmarks go into the catalog. Throws a UserError for two
   * of one id on head.
   */
  discover(): Promise<Discovered>
  /**
   * One process a side that is then forgotten; what benchmarks report of themselves is in the catalog from
   * then on.
   */
  calibrate(suite: string, wanted: Ids, all: Ids): Promise<SuiteFailure[]>
  /** The blocks that a round needs for these benchmarks, each measured by itself. */
  parts(suite: string, ids: Ids, all: Ids): { ids: Ids; all: Ids }[]
  /**
   * One block: eight processes in random order. A block in which a process failed is discarded and drawn
   * again, a few times. Benchmarks without four numbers on each side where they were wanted are not in the
   * returned block.
   */
  measureBlock(suite: string, wanted: Ids, all: Ids, onFraction: OnFraction): Promise<BlockOutcome>
  /** Expected wall time of one block, from what its parts took so far. */
  estimateBlockMs(suite: string, ids: Ids): number
  /** Suites found to depend on one another's benchmarks, which therefore share every process. */
  indivisible(): string[]
}

/** One block by benchmark, with a failure in its place when every draw failed. */
export interface BlockOutcome {
  blocks: Map<string, MeasuredBlock>
  failure: SuiteFailure | null
}

/** What is wrong with the suites themselves, found while their benchmarks were listed. */
export type Discovered = Pick<Survey, 'failures' | 'lateErrors' | 'warnings'>

/** Outside a block nothing starts once the time is over; `next` is what would. Throws a UserError. */
export function refuseLate(deadline: number, next: string): void {
  if (performance.now() <= deadline) return
  throw new UserError(
    'time-limit',
    `the time limit was used up before anything was measured: ${next} was next`,
    'Raise measure.time-limit (or --time-limit), or give the set-up less to do.',
  )
}

/** Several sessions as one: each is asked for its own suites. */
export function joinSessions(sessions: readonly { suites: readonly string[]; session: Session }[]): Session {
  const bySuite = new Map(
    sessions.flatMap(({ suites, session }) => suites.map((suite) => [suite, session] as const)),
  )
  const of = (suite: string): Session => bySuite.get(suite)!
  return {
    async discover() {
      const found: Discovered = { failures: [], lateErrors: [], warnings: [] }
      for (const { session } of sessions) {
        const { failures, lateErrors, warnings } = await session.discover()
        found.failures.push(...failures)
        found.lateErrors.push(...lateErrors)
        found.warnings.push(...warnings)
      }
      return found
    },
    calibrate: (suite, wanted, all) => of(suite).calibrate(suite, wanted, all),
    parts: (suite, ids, all) => of(suite).parts(suite, ids, all),
    measureBlock: (suite, wanted, all, onFraction) => of(suite).measureBlock(suite, wanted, all, onFraction),
    estimateBlockMs: (suite, ids) => of(suite).estimateBlockMs(suite, ids),
    indivisible: () => sessions.flatMap(({ session }) => session.indivisible()),
  }
}
