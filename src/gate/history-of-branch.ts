import { hasEnded, type PlainLimits, plainLimits, waiverFor } from '../config/budgets.ts'
import { historyOf } from '../history/history.ts'
import { MAX_SERIES, type Recorded, recordHistory, type Room, room } from '../history/recorded.ts'
import { keyOfStored } from '../history/series.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import type { Config } from '../model/config.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { History } from '../model/trend.ts'

/** Where runs come from, newest first; `Store` is one. */
export interface RunSource {
  scan(
    selection: { limit: number; key: string },
    visit: (stored: StoredRun) => void,
  ): Promise<{ tip: string | null; warnings: string[] }>
  releases(): Promise<ReadonlyMap<string, readonly string[]>>
}

export interface HistoryQuestion {
  /** Identifies one of several gates of one repository. */
  key: string
  /** The full name of a recorded ref; null: the one with the most runs. */
  ref: string | null
  /** How many of the newest commits are read. */
  last: number
  /** The config whose limits and waivers apply. */
  config: Config
  now: Date
}

export interface BranchHistory {
  /** Null where nothing is recorded. */
  tip: string | null
  history: History
  /** What the config limits one metric to, in its unit; null where it does not. */
  limitsOf: (key: BenchmarkKey, metric: string, unit: string) => PlainLimits | null
  /** Other recorded refs, whose runs are not in the history. */
  otherRefs: readonly string[]
  warnings: readonly string[]
}

/** The history of one recorded ref, with the budgets of a config. No run is kept in memory. */
export async function historyOfBranch(
  source: RunSource,
  question: HistoryQuestion,
  shared: Room = room(),
): Promise<BranchHistory> {
  const { key, config, now } = question
  const recorders = new Map<string, RefRecorder>()
  const primaries = new Map<string, string>()
  // Some runs are of the same commit, or of another ref.
  const { tip, warnings } = await source.scan({ limit: 2 * question.last, key }, (stored) => {
    const { ref, benchmarks } = stored.run
    const recorder = recorders.get(ref) ?? new RefRecorder(question.last, shared)
    recorders.set(ref, recorder)
    recorder.add(stored)
    // The newest run says which metric comes first.
    for (const one of benchmarks) {
      const text = keyText(keyOfStored(one))
      const first = one.metrics[0]?.metric
      if (first === undefined || primaries.has(text) || primaries.size === MAX_SERIES) continue
      primaries.set(text, first)
    }
  })
  const mostFirst = [...recorders].sort(([, a], [, b]) => b.runs - a.runs)
  const [ref, recorder] = mostFirst.find(([name]) => name === (question.ref ?? name)) ?? []
  const recorded = (recorder ?? new RefRecorder(0, shared)).finish()
  const primaryOf = (key: BenchmarkKey) => primaries.get(keyText(key)) ?? null
  const today = now.toISOString().slice(0, 10)
  const limitsOf: BranchHistory['limitsOf'] = (key, metric, unit) =>
    plainLimits(config, key, { metric, unit, primary: primaryOf(key) })
  return {
    tip,
    limitsOf,
    history: historyOf(recorded, {
      limitsOf,
      acceptedBy: (key, metric) => {
        const waiver = waiverFor(config, key, metric, primaryOf(key))
        return waiver === null || hasEnded(waiver, today) ? null : waiver.reason
      },
      releases: recorder === undefined ? new Map() : await source.releases(),
      now,
    }),
    otherRefs: mostFirst.map(([name]) => name).filter((name) => name !== ref),
    warnings: shared.isFull ? [...warnings, TOO_MANY] : warnings,
  }
}

const TOO_MANY = `More than ${MAX_SERIES} benchmarks and metrics are recorded; those that only older runs have are left out.`

/** Adds the runs of the newest commits of one ref to its history, and counts those of all refs. */
class RefRecorder {
  runs = 0
  readonly #recorder: ReturnType<typeof recordHistory>
  readonly #commits = new Set<string>()
  readonly #most: number

  constructor(most: number, within: Room) {
    this.#most = most
    this.#recorder = recordHistory(within)
  }

  add(stored: StoredRun): void {
    this.runs++
    const { sha } = stored.run.commit
    if (!this.#commits.has(sha) && this.#commits.size === this.#most) return
    this.#commits.add(sha)
    this.#recorder.add(stored)
  }

  finish(): Recorded {
    return this.#recorder.finish()
  }
}
