import { VERDICTS } from '../model/assessment.ts'
import type { CommitsFile, PackedChanges, TrendColumns } from './format.ts'
import { packChanges } from './packed.ts'

/** About how many rows a file of commits should have. The rows of one commit are never split over files. */
const ROWS_A_FILE = 5_000
const FIRST_ROOM = 4_096

/**
 * What each commit changed, collected trend by trend. Columns of numbers, because two thousand commits of two
 * thousand benchmarks are four million rows.
 */
export class CommitRows {
  #count = 0
  #at = new Uint32Array(FIRST_ROOM)
  #trend = new Uint32Array(FIRST_ROOM)
  #value = new Float64Array(FIRST_ROOM)
  /** Logarithms: a change, its low and its high; NaN where none was measured. */
  #change = new Float64Array(3 * FIRST_ROOM)
  /** One more than the index of a verdict; 0: none. */
  #verdict = new Uint8Array(FIRST_ROOM)

  add({ trend, at, value, change, changeLow, changeHigh, verdicts }: TrendColumns): void {
    this.#makeRoom(this.#count + at.length)
    const first = this.#count
    for (const [i, commit] of at.entries()) {
      const row = first + i
      this.#at[row] = commit
      this.#trend[row] = trend
      this.#value[row] = value[i]!
      this.#change.set([change[i] ?? NaN, changeLow[i] ?? NaN, changeHigh[i] ?? NaN], 3 * row)
    }
    for (const [i, verdict] of verdicts) this.#verdict[first + i] = 1 + VERDICTS.indexOf(verdict)
    this.#count += at.length
  }

  /** How many commits a file should hold of so many. */
  commitsPerFile(commits: number): number {
    return Math.max(1, Math.floor((ROWS_A_FILE * commits) / Math.max(1, this.#count)))
  }

  /** The files of so many commits, by commit and then by trend. */
  *files(commits: number): Generator<CommitsFile> {
    const each = this.commitsPerFile(commits)
    const { order, ends } = this.#byCommit(commits)
    for (let from = 0; from < commits; from += each) {
      const length = Math.min(each, commits - from)
      const rowsOf = (commit: number) => order.subarray(ends[commit - 1] ?? 0, ends[commit])
      yield {
        schema: 1,
        from,
        commits: Array.from({ length }, (_, i) => this.#changes(rowsOf(from + i))),
      }
    }
  }

  /** The rows in the order of their commits, and where those of each commit end. */
  #byCommit(commits: number): { order: Uint32Array; ends: Uint32Array } {
    const at = this.#at.subarray(0, this.#count)
    const ends = new Uint32Array(commits)
    for (const commit of at) ends[commit]!++
    for (let i = 1; i < commits; i++) ends[i]! += ends[i - 1]!
    const next = new Uint32Array(commits)
    next.set(ends.subarray(0, Math.max(0, commits - 1)), commits > 0 ? 1 : 0)
    const order = new Uint32Array(this.#count)
    for (const [row, commit] of at.entries()) order[next[commit]!++] = row
    return { order, ends }
  }

  /** What one commit changed, of its rows. */
  #changes(rows: Uint32Array): PackedChanges {
    const logs = (of: number) =>
      Array.from(rows, (row) => this.#change[3 * row + of]!).map((log) => (Number.isNaN(log) ? null : log))
    return packChanges({
      at: Array.from(rows, (row) => this.#trend[row]!),
      value: Array.from(rows, (row) => this.#value[row]!),
      change: logs(0),
      changeLow: logs(1),
      changeHigh: logs(2),
      verdicts: Array.from(rows, (row) => VERDICTS[this.#verdict[row]! - 1]).flatMap((verdict, i) =>
        verdict === undefined ? [] : [[i, verdict] as const],
      ),
    })
  }

  #makeRoom(needed: number): void {
    let room = this.#at.length
    if (needed <= room) return
    while (room < needed) room *= 2
    const grown = <T extends Uint8Array | Uint32Array | Float64Array>(to: T, from: T): T => {
      to.set(from)
      return to
    }
    this.#at = grown(new Uint32Array(room), this.#at)
    this.#trend = grown(new Uint32Array(room), this.#trend)
    this.#value = grown(new Float64Array(room), this.#value)
    this.#change = grown(new Float64Array(3 * room), this.#change)
    this.#verdict = grown(new Uint8Array(room), this.#verdict)
  }
}
