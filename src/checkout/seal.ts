import { hash as hashOf, createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
} from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { mayBeCode } from './code-files.ts'
import { CACHES } from './copy-modules.ts'

/** Entries of one checkout that are noted; the project's own come first. */
const MAX_ENTRIES = 250_000
/** Entries of one checkout, of code and of data, that are looked at after each process: 2 ms a thousand. */
const MAX_NEAR = 20_000
/** Content of a gate's checkouts that is noted; beyond it a file is known by its size and times. */
const MAX_HASHED_BYTES = 4 * 2 ** 30
/** Entries between two moments in which an abort is noticed. */
const ENTRIES_AT_ONCE = 5_000
const PART_BYTES = 2 ** 20

/** What is cheap to know of an entry and changes whenever it is written to. Times are in ms since 1970. */
interface Stat {
  inode: number
  size: number
  mode: number
  links: number
  modifiedAt: number
  changedAt: number
}

interface Entry {
  path: string
  /** As it was when its content was known to be what was noted; null: it came later. */
  laid: Stat | null
  /** As it was when its own side's last process had ended; null: it was not there. */
  seen: Stat | null
  /** The hash of a file, the target of a link; null: of a directory, or not known. */
  content: string | null
}

/** How an entry differs from what was noted. */
export interface Change {
  path: string
  what: 'new' | 'removed' | 'content' | 'target' | 'type' | 'permissions' | 'written to'
  /** The entry is a directory now. */
  isDirectory: boolean
}

/** Reads files, those that are hard-linked into several checkouts once. */
export class Hashes {
  readonly #known = new Map<number, { stat: Stat; hash: string }>()
  readonly #buffer = Buffer.allocUnsafeSlow(PART_BYTES)
  #leftBytes = MAX_HASHED_BYTES

  get isUsedUp(): boolean {
    return this.#leftBytes <= 0
  }

  /** The hash of a file that is to be noted; null where it cannot be read, or too much was noted before. */
  toNote(file: string, stat: Stat): string | null {
    return this.isUsedUp || (this.#leftBytes -= stat.size) <= 0 ? null : this.of(file, stat)
  }

  /** The hash of a file; null where it cannot be read. */
  of(file: string, stat: Stat): string | null {
    const known = this.#known.get(stat.inode)
    if (known !== undefined && isSame(known.stat, stat)) return known.hash
    const hash = this.#read(file, stat.size)
    if (hash !== null && stat.links > 1) this.#known.set(stat.inode, { stat, hash })
    return hash
  }

  #read(file: string, size: number): string | null {
    let descriptor: number | null = null
    try {
      // What has become a link is not followed, and a pipe does not block.
      descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
      const first = readSync(descriptor, this.#buffer, 0, PART_BYTES, 0)
      if (size <= PART_BYTES) return hashOf('sha256', this.#buffer.subarray(0, first))
      const whole = createHash('sha256').update(this.#buffer.subarray(0, first))
      for (let at = first; at < size;) {
        const more = readSync(descriptor, this.#buffer, 0, PART_BYTES, at)
        if (more === 0) break
        whole.update(this.#buffer.subarray(0, more))
        at += more
      }
      return whole.digest('hex')
    } catch {
      return null
    } finally {
      if (descriptor !== null) closeSync(descriptor)
    }
  }
}

/** What lies in one checkout, so that it can be said later what has changed in it. */
export class Seal {
  readonly #entries = new Map<string, Entry>()
  /** The entries outside of packages, nearest to the root first. */
  #near: Entry[] = []
  #nearLeft = { code: MAX_NEAR, data: MAX_NEAR }
  readonly #hashes: Hashes
  readonly #signal: AbortSignal
  readonly #bornAt: number | null
  #root: string
  /** Whether there was more than could be noted. */
  isPartial = false

  private constructor(root: string, hashes: Hashes, signal: AbortSignal) {
    this.#root = root
    this.#bornAt = bornAt(root)
    this.#hashes = hashes
    this.#signal = signal
  }

  /** Notes everything below `root`. */
  static async of(root: string, hashes: Hashes, signal: AbortSignal): Promise<Seal> {
    const seal = new Seal(root, hashes, signal)
    await seal.renew()
    return seal
  }

  /** Whether the checkout itself is still the directory that it was. */
  get isThere(): boolean {
    const now = statOf(this.#root)
    const laid = this.#entries.get('')?.laid
    // A directory that takes the place of a removed one may get its inode.
    return (
      now !== null &&
      typeOf(now) === constants.S_IFDIR &&
      now.inode === laid?.inode &&
      bornAt(this.#root) === this.#bornAt
    )
  }

  /** Takes note that the checkout was renamed, which changes nothing in it. */
  movedTo(root: string): void {
    this.#root = root
    const entry = this.#entries.get('')!
    entry.laid = entry.seen = statOf(root)
  }

  /** Notes everything as it is now. Only what has changed is read again. */
  async renew(): Promise<void> {
    this.isPartial = false
    const gone = [...this.#entries.values()].filter(({ path }) => statOf(this.#place(path)) === null)
    this.#forget(new Set(gone))
    await this.#walk((path, stat) => this.#lay(path, stat))
  }

  #lay(path: string, stat: Stat): void {
    const known = this.#entries.get(path)
    const entry = known ?? this.#add(path)
    if (entry.laid === null || !isSame(entry.laid, stat))
      entry.content = this.#contentOf(path, stat, 'toNote')
    entry.laid = entry.seen = stat
  }

  /** Takes entries as they are after a process of this checkout's own side. */
  refresh(which: 'near' | 'all'): void {
    const gone = new Set<Entry>()
    for (const entry of this.#chosen(which)) {
      const now = statOf(this.#place(entry.path))
      const isChanged = now !== null && isDirectory(now) && (entry.seen === null || !isSame(entry.seen, now))
      entry.seen = now
      if (isChanged) this.#addNew(entry.path)
      // A process may leave files of other names behind than the one before.
      if (now === null && entry.laid === null) gone.add(entry)
    }
    this.#forget(gone)
  }

  #chosen(which: 'near' | 'all'): Entry[] {
    return which === 'near' ? [...this.#near] : [...this.#entries.values()]
  }

  /** Adds what is new in a directory, and below. */
  #addNew(directory: string): void {
    const open = [directory]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { name } of entriesIn(this.#place(next))) {
        const path = below(next, name)
        if (this.#nearLeft.code <= 0 || this.#entries.has(path)) continue
        const entry = this.#add(path)
        entry.seen = statOf(this.#place(path))
        if (entry.seen !== null && isDirectory(entry.seen) && isNear(path)) open.push(path)
      }
    }
  }

  /**
   * What was done to entries since refresh(), by whomever: anything that was written to counts, even where
   * its content is what it was.
   */
  glance(which: 'near' | 'all'): Change[] {
    const changes: Change[] = []
    const touched: string[] = []
    for (const entry of this.#chosen(which)) {
      const { path, seen } = entry
      const now = statOf(this.#place(path))
      if (now === seen || (now !== null && seen !== null && isSame(now, seen))) continue
      if (seen !== null && now !== null && isDirectory(seen) && isDirectory(now)) {
        changes.push(...this.#newIn(path, (known) => known.seen !== null))
        touched.push(path)
        continue
      }
      const what = this.#whatChanged(entry, now)
      // Hard links come and go elsewhere.
      if (what === null && seen !== null && seen.links > 1) entry.seen = now
      else changes.push(changeOf(path, what ?? 'written to', now))
    }
    const parents = new Set(changes.map(({ path }) => parentOf(path)))
    const others = touched.filter((path) => !parents.has(path))
    return [...changes, ...others.map((path) => ({ path, what: 'written to', isDirectory: true }) as const)]
  }

  /** What differs from what was noted, wherever it lies. A new directory is one change, whatever is in it. */
  async compare(): Promise<Change[]> {
    const changes: Change[] = []
    let looked = 0
    for (const entry of this.#entries.values()) {
      if (++looked % ENTRIES_AT_ONCE === 0) await this.#pause()
      const { path, laid } = entry
      if (laid === null) continue
      const now = statOf(this.#place(path))
      if (now !== null && isSame(now, laid)) continue
      const what = this.#whatChanged(entry, now) ?? (isRewritten(path, laid, now) ? 'written to' : null)
      if (what !== null) changes.push(changeOf(path, what, now))
      if (now !== null && isDirectory(now)) changes.push(...this.#newIn(path, (known) => known.laid !== null))
      // What was read need not be read again.
      else if (what === null) entry.laid = now
    }
    return changes
  }

  /** How an entry differs from what was noted; null: its content is what it was. */
  #whatChanged({ path, laid, content }: Entry, now: Stat | null): Change['what'] | null {
    if (now === null) return 'removed'
    if (laid === null) return 'content'
    if (typeOf(now) !== typeOf(laid)) return 'type'
    if (!isDirectory(now)) {
      if (isFile(now) && now.size !== laid.size) return 'content'
      if (content === null) return isWritten(laid, now) ? 'content' : null
      if (this.#contentOf(path, now, 'of') !== content)
        return typeOf(now) === constants.S_IFLNK ? 'target' : 'content'
    }
    return now.mode === laid.mode ? null : 'permissions'
  }

  #newIn(directory: string, isKnown: (entry: Entry) => boolean): Change[] {
    return entriesIn(this.#place(directory)).flatMap((found) => {
      const path = below(directory, found.name)
      const known = this.#entries.get(path)
      if (known !== undefined && isKnown(known)) return []
      return [{ path, what: 'new', isDirectory: found.isDirectory() } as const]
    })
  }

  /** Whether something was noted at a path. */
  isLaid(path: string): boolean {
    return (this.#entries.get(path)?.laid ?? null) !== null
  }

  /** The names in a directory, as they are now. */
  namesIn(directory: string): string[] {
    return namesIn(this.#place(directory))
  }

  #contentOf(path: string, stat: Stat, read: 'of' | 'toNote'): string | null {
    const place = this.#place(path)
    if (isFile(stat)) return this.#hashes[read](place, stat)
    try {
      return typeOf(stat) === constants.S_IFLNK ? readlinkSync(place) : null
    } catch {
      return null
    }
  }

  /** Visits every entry: the project's own entries first, nearest to the root first. */
  async #walk(visit: (path: string, stat: Stat) => void): Promise<void> {
    let count = 0
    const modules: string[] = []
    for (let open = ['']; open.length > 0; open = modules.splice(0)) {
      for (let at = 0; at < open.length; at++) {
        const path = open[at]!
        const stat = statOf(this.#place(path))
        if (stat === null) continue
        if (++count > MAX_ENTRIES) {
          this.isPartial = true
          return
        }
        visit(path, stat)
        if (count % ENTRIES_AT_ONCE === 0) await this.#pause()
        if (!isDirectory(stat) || NOT_ENTERED.test(path)) continue
        for (const { name } of entriesIn(this.#place(path)))
          (isModules(path) ? modules : open).push(below(path, name))
      }
    }
  }

  #add(path: string): Entry {
    const entry: Entry = { path, laid: null, seen: null, content: null }
    this.#entries.set(path, entry)
    if (!isNear(path)) return entry
    // Many files of data must not push code out.
    const kind = kindOf(path)
    if (this.#nearLeft[kind]-- > 0) this.#near.push(entry)
    else if (kind === 'code') this.isPartial = true
    return entry
  }

  #forget(gone: ReadonlySet<Entry>): void {
    if (gone.size === 0) return
    for (const { path } of gone) this.#entries.delete(path)
    this.#near = this.#near.filter((entry) => !gone.has(entry))
    this.#nearLeft = { code: MAX_NEAR, data: MAX_NEAR }
    for (const { path } of this.#near) this.#nearLeft[kindOf(path)]--
  }

  #place(path: string): string {
    return path === '' ? this.#root : `${this.#root}/${path}`
  }

  async #pause(): Promise<void> {
    await setImmediate()
    this.#signal.throwIfAborted()
  }
}

const kindOf = (path: string): 'code' | 'data' => (mayBeCode(path) ? 'code' : 'data')
const below = (directory: string, name: string): string => (directory === '' ? name : `${directory}/${name}`)
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const isModules = (path: string): boolean => /(^|\/)node_modules$/.test(path)
/** What git names by a hash of its content, and what submodules bring of their own. */
const NOT_ENTERED = /^\.git\/(objects|modules)$/

const changeOf = (path: string, what: Change['what'], now: Stat | null): Change => ({
  path,
  what,
  isDirectory: now !== null && isDirectory(now),
})

/** Whether a path is below a node_modules directory; that directory itself belongs to the project. */
export const isInModules = (path: string): boolean => /(^|\/)node_modules\//.test(path)

/** Whether a path belongs to the caches of tools in node_modules. */
export function isCache(path: string): boolean {
  const parts = path.split('/')
  return parts.some((part, i) => part === 'node_modules' && CACHES.has(parts[i + 1] ?? ''))
}

/**
 * Whether a file of a package was written to and has its content again. Nothing that is measured has a reason
 * to. Hard links of other checkouts, which come and go, change neither the inode nor the time of writing.
 */
function isRewritten(path: string, laid: Stat, now: Stat | null): boolean {
  if (now === null || isDirectory(now) || !isInModules(path) || isCache(path)) return false
  const isLinked = laid.links > 1 || now.links > 1
  return (
    now.inode !== laid.inode ||
    now.modifiedAt !== laid.modifiedAt ||
    (!isLinked && now.changedAt !== laid.changedAt)
  )
}

/** What is looked at after each process: all but packages. Caches hold code as loaders have compiled it. */
const isNear = (path: string): boolean => !isInModules(path) || isCache(path)

function statOf(path: string): Stat | null {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (stat === undefined) return null
    const { ino: inode, size, mode, nlink: links, mtimeMs: modifiedAt, ctimeMs: changedAt } = stat
    return { inode, size, mode, links, modifiedAt, changedAt }
  } catch {
    // Behind a directory that can no longer be entered nothing can be loaded either.
    return null
  }
}

/** When a directory was made, in ms since 1970; 0 where the file system does not note that. */
function bornAt(directory: string): number | null {
  return lstatSync(directory, { throwIfNoEntry: false })?.birthtimeMs ?? null
}

/** Whether nothing was done to an entry in between. */
function isSame(a: Stat, b: Stat): boolean {
  return (
    a.changedAt === b.changedAt &&
    a.modifiedAt === b.modifiedAt &&
    a.inode === b.inode &&
    a.size === b.size &&
    a.mode === b.mode &&
    a.links === b.links
  )
}

/** Whether a file of unknown content was written to, as far as its times say it. */
const isWritten = (a: Stat, b: Stat): boolean => a.inode !== b.inode || a.modifiedAt !== b.modifiedAt

const typeOf = ({ mode }: Stat): number => mode & constants.S_IFMT
const isDirectory = (stat: Stat): boolean => typeOf(stat) === constants.S_IFDIR
const isFile = (stat: Stat): boolean => typeOf(stat) === constants.S_IFREG

function entriesIn(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch {
    return []
  }
}

/** The names in a directory; none where it cannot be read. */
export const namesIn = (directory: string): string[] => entriesIn(directory).map(({ name }) => name)
