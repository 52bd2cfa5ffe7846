import type { StoredRun } from '../model/stored-run.ts'
import type { History, TrendEvent } from '../model/trend.ts'
import { historyOf } from './history.ts'
import { recordHistory } from './recorded.ts'

/**
 * Commits of a window, and how many of them the next window shares. A step is decided by the 100 commits
 * before it, which contain the step before, and is confirmed by the 50 after it.
 */
const WINDOW = 1_000
const SHARED = 250

/** Why a run stays, the first reason that holds. */
type KeptFor = 'newest' | 'releases' | 'changePoints'

export interface Retention {
  /** Paths of the runs that may go, newest first. */
  remove: string[]
  /** Runs that stay, by reason. */
  kept: Record<KeptFor, number>
  /** Commits that stay because of a change point, of this prune and of earlier ones. */
  around: string[]
}

/**
 * Which runs of a branch may be deleted: takes all of them, newest first, one at a time, and keeps those of
 * the newest `keep` commits of each ref, of releases, and around change points. No run is kept in memory.
 */
export function retention(o: {
  keep: number
  releases: ReadonlyMap<string, readonly string[]>
  /** Beginnings of ids of commits that earlier prunes kept for a change point. */
  keptBefore: ReadonlySet<string>
  now: Date
}): { add: (stored: StoredRun) => void; finish: () => Retention } {
  const refs = new Map<string, RefRuns>()
  return {
    add: (stored) => {
      const { ref } = stored.run
      const runs = refs.get(ref) ?? new RefRuns(o.now)
      refs.set(ref, runs)
      runs.add(stored)
    },
    finish: () => {
      const result: Retention = { remove: [], kept: { newest: 0, releases: 0, changePoints: 0 }, around: [] }
      for (const { paths, around } of [...refs.values()].map((runs) => runs.finish())) {
        let place = 0
        for (const [sha, ofCommit] of paths) {
          const isAround = around.has(sha) || o.keptBefore.has(sha.slice(0, 12))
          if (isAround) result.around.push(sha)
          const why: KeptFor | null =
            place++ < o.keep ? 'newest' : o.releases.has(sha) ? 'releases' : isAround ? 'changePoints' : null
          if (why === null) result.remove.push(...ofCommit)
          else result.kept[why] += ofCommit.length
        }
      }
      result.remove.sort().reverse()
      return result
    },
  }
}

/** The runs of one ref, in windows that overlap, so that each change point lies well within one of them. */
class RefRuns {
  /** By commit, in the order of their newest runs. */
  readonly #paths = new Map<string, string[]>()
  readonly #around = new Set<string>()
  #windows: { recorder: ReturnType<typeof recordHistory>; until: number }[] = []
  readonly #now: Date

  constructor(now: Date) {
    this.#now = now
  }

  add(stored: StoredRun): void {
    const { sha } = stored.run.commit
    const known = this.#paths.get(sha)
    if (known !== undefined) known.push(stored.path)
    else {
      const index = this.#paths.size
      this.#paths.set(sha, [stored.path])
      for (const { recorder } of this.#windows.filter(({ until }) => until === index)) this.#look(recorder)
      this.#windows = this.#windows.filter(({ until }) => until > index)
      if (index % (WINDOW - SHARED) === 0)
        this.#windows.push({ recorder: recordHistory(), until: index + WINDOW })
    }
    for (const { recorder } of this.#windows) recorder.add(stored)
  }

  finish(): { paths: ReadonlyMap<string, readonly string[]>; around: ReadonlySet<string> } {
    for (const { recorder } of this.#windows) this.#look(recorder)
    return { paths: this.#paths, around: this.#around }
  }

  #look(recorder: ReturnType<typeof recordHistory>): void {
    const unknown = { limitsOf: () => null, acceptedBy: () => null, releases: new Map<string, string[]>() }
    const history = historyOf(recorder.finish(), { ...unknown, now: this.#now })
    for (const event of history.events)
      for (const at of commitsAround(history, event)) this.#around.add(history.commits[at]!.sha)
  }
}

/** The commits before, at and after each step of an event. */
function commitsAround({ commits, trends }: History, { from, to, members }: TrendEvent): number[] {
  const places = members.flatMap(({ trend, step }) => {
    const found = trends[trend]!.steps[step]!
    return [
      found.from,
      found.at,
      found.to,
      Math.min(found.at + 1, commits.length - 1),
      found.creptTo ?? found.to,
    ]
  })
  return [from, to, ...places]
}
