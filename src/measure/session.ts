import { UserError } from '../errors.ts'
import type { SuiteFailure, Survey } from '../model/evidence.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import type { SideName } from '../model/side.ts'
import { Mark } from '../process/mark.ts'
import type { FailureCounts } from './failure-counts.ts'

/**
 * Two versions of one project that can be measured; `overlay` is base with head's suites. Their directories
 * change when the checkouts are swapped.
 */
export type MeasuredSides = Record<SideName, MeasuredPlace> & { overlay?: MeasuredPlace }

/** Where processes of a side run; `temporary` is a directory of their own for temporary files. */
export interface MeasuredPlace {
  directory: string
  temporary?: string | null
}

/**
 * Is asked about everything that ran in the directory of a side. `what` is what ran, such as `a.bench.ts ran
 * on head`. Rejects where that must not count.
 */
export interface Watcher {
  afterProcess(directory: string, what: string): Promise<void>
  aroundSetUp<T>(directory: string, what: string, work: () => Promise<T>): Promise<T>
}

/** For a project that is measured in its own directory, where nothing is foreign. */
export const UNWATCHED: Watcher = {
  afterProcess: async () => {},
  aroundSetUp: (_directory, _what, work) => work(),
}

export type Ids = Record<SideName, readonly string[]>

/** Receives the fraction of a block that is done. */
export type OnFraction = (fraction: number) => void

export interface BlockOptions {
  onFraction: OnFraction
  /** On the clock of performance.now(): a block that failed is not drawn again after it. */
  deadline: number
}

/**
 * Starts the processes of one gate and counts what failed. It returns values by block; the caller decides
 * which block to measure and when to stop.
 */
export interface Session {
  /**
   * Lists the benchmarks in the catalog, and returns what is wrong with the suites themselves. */
  discover(): Promise<Discovered>
  /**
   * Runs one process a side whose values are discarded. From then on the catalog holds the metrics that
   * benchmarks report themselves.
   */
  calibrate(suite: string, wanted: Ids, all: Ids): Promise<SuiteFailure[]>
  /** The parts into which a round splits these benchmarks; each is measured in blocks of its own. */
  parts(suite: string, ids: Ids, all: Ids): { ids: Ids; all: Ids }[]
  /**
   * Measures one block: eight processes in random order. A block in which a process failed is discarded and
   * drawn again, a few times. The returned block lacks benchmarks without four values on each side where they
   * were wanted.
   */
  measureBlock(suite: string, wanted: Ids, all: Ids, o: BlockOptions): Promise<BlockOutcome>
  /** Expected wall time of one block, in ms, from what its parts took so far. */
  estimateBlockMs(suite: string, ids: Ids): number
  /** Suites whose benchmarks were found to depend on one another, and which therefore are not split. */
  indivisible(): string[]
  /** Ids of benchmarks that calibration took out of the catalog. */
  dropped(): string[]
}

/** One block by benchmark, or a failure when every attempt failed. */
export interface BlockOutcome {
  blocks: Map<string, MeasuredBlock>
  failure: SuiteFailure | null
}

/** What is wrong with the suites themselves, found while listing their benchmarks. */
export interface Discovered extends Pick<Survey, 'failures' | 'lateErrors' | 'warnings'> {
  /** Suites of head that measure something by themselves, and register no benchmark; in sentences. */
  ungated?: string[]
}

/**
 * Throws a UserError when time is up, naming what took it and `where` it ended, such as `a.bench.ts on head
 * was next`. Processes of a block are exempt.
 */
export function refuseLate(
  { deadline, counts }: { deadline: number; counts: Pick<FailureCounts, 'slowest'> },
  where: string,
): void {
  if (performance.now() <= deadline) return
  throw new UserError(
    'time-limit',
    `the time limit was used up before anything was measured: ${[...mostTime(counts), where].join(', and ')}`,
    'Raise measure.time-limit (or --time-limit), narrow --filter, or give the set-up less to do.',
    { topic: 'no-time' },
  )
}

/** What took most of the time, as the end of a sentence; nothing where no process was started. */
export function mostTime(counts: Pick<FailureCounts, 'slowest'>): string[] {
  const slowest = counts.slowest()
  if (slowest === null) return []
  const { what, elapsedMs } = slowest
  return [`${what} took ${(elapsedMs / 1000).toFixed(elapsedMs < 10_000 ? 1 : 0)} s of it`]
}

/** A mark for all measuring processes of a gate, whose own environment is `env`. */
export const createMark = (env: NodeJS.ProcessEnv): Mark => new Mark(env)

/** Joins several sessions into one. Each measures its own suites. */
export function joinSessions(sessions: readonly { suites: readonly string[]; session: Session }[]): Session {
  const bySuite = new Map(
    sessions.flatMap(({ suites, session }) => suites.map((suite) => [suite, session] as const)),
  )
  const of = (suite: string): Session => bySuite.get(suite)!
  return {
    async discover() {
      const found: Discovered = { failures: [], lateErrors: [], warnings: [] }
      for (const { session } of sessions) {
        const { failures, lateErrors, warnings, ungated } = await session.discover()
        found.failures.push(...failures)
        found.lateErrors.push(...lateErrors)
        found.warnings.push(...warnings)
        if (ungated !== undefined) (found.ungated ??= []).push(...ungated)
      }
      return found
    },
    calibrate: (suite, wanted, all) => of(suite).calibrate(suite, wanted, all),
    parts: (suite, ids, all) => of(suite).parts(suite, ids, all),
    measureBlock: (suite, wanted, all, o) => of(suite).measureBlock(suite, wanted, all, o),
    estimateBlockMs: (suite, ids) => of(suite).estimateBlockMs(suite, ids),
    indivisible: () => sessions.flatMap(({ session }) => session.indivisible()),
    dropped: () => sessions.flatMap(({ session }) => session.dropped()),
  }
}
