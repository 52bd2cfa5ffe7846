import { rm } from 'node:fs/promises'
import { invariant, UserError } from '../errors.ts'
import type { Run, StoredRun } from '../model/stored-run.ts'
import { type Appended, appendRuns, type RunFile, runFile } from './append-run.ts'
import type { WriteOptions } from './on-top.ts'
import { Mirror, type MirrorOptions, StartAnew } from './mirror.ts'
import { checkBranch, checkRemote, credentialsApart } from './address.ts'
import { portions } from './portions.ts'
import { atMost, type Reading, type Selection, visitRuns } from './read-runs.ts'
import { releasesIn } from './releases.ts'
import { refusalError, Refused } from './refused.ts'
import { SeenTips } from './seen-tips.ts'
import { keptIn, pruneMessage } from './prune-message.ts'
import { removeRuns, type Removed } from './remove-runs.ts'
import { planRepair, type Repair, repairRun, type Repaired } from './repair-run.ts'
import { MAX_COMMITS, type Verified, verifyHistory } from './verify.ts'

export type StoreOptions = MirrorOptions & WriteOptions

/** Many runs, in one commit or a few. */
interface AppendedAll {
  /** Runs that were not there before. */
  added: number
  /** The newest; null when no run was given. */
  commit: string | null
  warnings: string[]
}

/** Characters of the files of one commit. */
const MAX_AT_ONCE = 32 * 1024 * 1024
/** Bytes of the files of one reading: that keeps the runs, and that keeps one at a time. */
const MAX_KEPT_BYTES = 256 * 1024 * 1024
const MAX_SCANNED_BYTES = 8 * 1024 * 1024 * 1024
/** A damaged mirror, then a remote that hands out no parts. */
const MAX_MIRRORS = 3

/** Opens the branch and asks nothing of the remote. Throws a UserError for a name that is unsafe. */
export async function openStore(given: StoreOptions): Promise<Store> {
  checkBranch(given.branch)
  checkRemote(given.remote)
  const { remote, settings } = credentialsApart(given.remote)
  const options = { ...given, remote, settings: [...given.settings, ...settings] }
  const mirror = await Mirror.open(options)
  const seenTips = new SeenTips(given.branch)
  await seenTips.recall(mirror).catch(() => {
    // A damaged mirror, which the first use of it will find out.
  })
  return new Store(options, mirror, seenTips)
}

/**
 * The baseline branch of one remote. Each method throws a UserError ('store', 'git') or the signal's reason;
 * calls wait for each other.
 */
export class Store {
  readonly #o: StoreOptions
  #mirror: Mirror
  readonly #seenTips: SeenTips
  #last: Promise<unknown> = Promise.resolve()

  constructor(o: StoreOptions, mirror: Mirror, seenTips: SeenTips) {
    this.#o = o
    this.#mirror = mirror
    this.#seenTips = seenTips
  }

  /**
   * The newest `limit` runs of one key, or of all, newest first. `tip` is null when the branch does not
   * exist; what cannot be used is a warning.
   */
  async read(
    limit: number,
    key?: string,
  ): Promise<{ tip: string | null; runs: StoredRun[]; warnings: string[] }> {
    const runs: StoredRun[] = []
    const visit = (stored: StoredRun) => void runs.push(stored)
    return { ...(await this.#visit({ limit, key }, MAX_KEPT_BYTES, visit)), runs }
  }

  /**
   * The same runs as `read`, each handed over and then forgotten, for histories that do not fit into memory:
   * of 8 GiB of files at most. A visitor that returns a promise is waited for.
   */
  scan(selection: Selection, visit: Reading['visit']): Promise<{ tip: string | null; warnings: string[] }> {
    return this.#visit(selection, MAX_SCANNED_BYTES, visit)
  }

  #visit(
    selection: Selection,
    bytesLeft: number,
    visit: Reading['visit'],
  ): Promise<{ tip: string | null; warnings: string[] }> {
    // What was visited is not visited again where a mirror turns out to be damaged.
    const reading: Reading = { ...selection, bytesLeft, visit, reached: null, warnings: new Set() }
    return this.#onMirror('read', async (mirror) => {
      this.#o.onProgress('reading the baseline branch')
      const tip = await mirror.fetchTip('blob:none')
      await this.#seenTips.see(mirror, tip)
      const deletion = this.#seenTips.deletion()
      if (tip !== null) await visitRuns(mirror, tip, reading)
      else if (deletion !== null) reading.warnings.add(deletion)
      return { tip, warnings: atMost(reading.warnings) }
    })
  }

  /** Adds one run. Nothing that is on the branch is ever replaced; the same run twice is there once. */
  append(run: Run): Promise<Appended & { path: string }> {
    return this.#inTurn(async () => {
      const file = runFile(run)
      return { path: file.path, ...(await this.#add([file])) }
    })
  }

  /**
   * Adds many, oldest first, in as few commits as bounded ones can be; those that are there stay as they are.
   * What fails later leaves the earlier ones.
   */
  appendAll(runs: readonly Run[]): Promise<AppendedAll> {
    return this.#inTurn(async () => {
      const all: AppendedAll = { added: 0, commit: null, warnings: [] }
      for (const files of portions(runs.values().map(runFile), ({ text }) => text.length, MAX_AT_ONCE)) {
        const { added, commit, warnings } = await this.#add(files)
        all.added += added
        all.commit = commit
        all.warnings.push(...warnings)
      }
      return all
    })
  }

  /** The commit and its ancestors in git's order, at most `limit`; empty when the remote does not tell. */
  ancestors(sha: string, limit: number): Promise<string[]> {
    return this.#onMirror('read', async (mirror) => {
      invariant(/^[0-9a-f]{40,64}$/.test(sha), 'a commit is asked for by its full id')
      try {
        return (await mirror.fetchCommits(sha, limit)) ? await mirror.commits(sha, limit) : []
      } catch (error) {
        const isUnknownThere = error instanceof Refused && /^(?:no-objects|unknown)$/.test(error.kind)
        if (isUnknownThere) return []
        throw error
      }
    })
  }

  /** The branch that the remote's HEAD names; null where it names none, or one without commits. */
  defaultBranch(): Promise<string | null> {
    return this.#onMirror('read', (mirror) => mirror.defaultBranch())
  }

  /** The release tags of the remote by the commit that each names in the end. */
  releases(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.#onMirror('read', async (mirror) => releasesIn(await mirror.releaseTags()))
  }

  /**
   * Removes files of runs, in one commit on top of the branch. Of `kept`, commits that are to stay, prunes to
   * come will know.
   */
  remove(paths: readonly string[], kept: readonly string[]): Promise<Removed> {
    return this.#onMirror('written', (mirror) => {
      this.#o.onProgress(`removing ${paths.length} runs from the baseline branch`)
      const message = (count: number) => pruneMessage(count, kept)
      return removeRuns(mirror, this.#seenTips, { paths, message }, this.#o)
    })
  }

  /** Beginnings of the ids of commits that earlier prunes were to keep; none where there is no branch. */
  keptByPrunes(): Promise<ReadonlySet<string>> {
    return this.#onMirror('read', async (mirror) => {
      this.#o.onProgress('reading the history of the baseline branch')
      let tip = await mirror.fetchTip('tree:0')
      // Where the remote leaves nothing out, a prune reads nearly all of it anyway.
      if (tip !== null && !(await mirror.fetchCommits(tip, MAX_COMMITS))) tip = await mirror.fetchHistory()
      return tip === null ? new Set() : await keptIn(mirror.messages(tip, MAX_COMMITS))
    })
  }

  /**
   * Adds a run that could not be pushed, or whose file was damaged; what cannot be read at its path, or at
   * `broken`, is removed.
   */
  repair(run: Run, broken: string | null): Promise<Repaired> {
    return this.#onMirror('written', (mirror) =>
      repairRun(mirror, this.#seenTips, { file: runFile(run), broken }, this.#o),
    )
  }

  /** What `repair` would do now; nothing is written to the branch. */
  planRepair(run: Run, broken: string | null): Promise<Repair> {
    return this.#onMirror('read', (mirror) =>
      planRepair(mirror, this.#seenTips, { file: runFile(run), broken }, this.#o.branch),
    )
  }

  /** What the commits of the branch do; null where there is no branch. */
  verify(): Promise<Verified | null> {
    return this.#inTurn(async () => {
      // In a mirror of its own, since the whole history would stay in the other one.
      const o = { ...this.#o, directory: `${this.#o.directory}-verify` }
      try {
        const apart = new Store(o, await Mirror.open(o, { anew: true }), this.#seenTips)
        return await apart.#tryMirrors('read', async (mirror) => {
          o.onProgress('reading the history of the baseline branch')
          const tip = await mirror.fetchHistory()
          return tip === null ? null : await verifyHistory(mirror, tip)
        })
      } finally {
        await rm(o.directory, { recursive: true, force: true })
      }
    })
  }

  /** One at a time: git's files of one repository take no two writers. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }

  #onMirror<T>(doing: 'read' | 'written', work: (mirror: Mirror) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#tryMirrors(doing, work))
  }

  /** Works on the mirror, and again on a new one when that is what is wrong. */
  async #tryMirrors<T>(doing: 'read' | 'written', work: (mirror: Mirror) => Promise<T>): Promise<T> {
    const { branch, signal, onProgress } = this.#o
    for (let i = 1; ; i++) {
      try {
        return await work(this.#mirror)
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof Refused) throw refusalError(error, { branch, doing })
        if (!(error instanceof StartAnew)) throw error
        if (i === MAX_MIRRORS) {
          throw new UserError(
            'store',
            `The baseline branch ${branch} could not be read: ${error.message.slice(0, 500)}`,
            'Look at the remote with `git fsck`; if it is sound, please report this.',
            { cause: error, topic: 'store-refused' },
          )
        }
        onProgress(`the baseline branch is mirrored anew: ${error.message}`)
        this.#mirror = await Mirror.open(this.#o, { anew: true, whole: error.whole })
      }
    }
  }

  #add(files: readonly RunFile[]): Promise<Appended> {
    return this.#tryMirrors('written', (mirror) => {
      const what = files.length === 1 ? 'the run' : `${files.length} runs`
      this.#o.onProgress(`adding ${what} to the baseline branch`)
      return appendRuns(mirror, this.#seenTips, files, this.#o)
    })
  }
}
