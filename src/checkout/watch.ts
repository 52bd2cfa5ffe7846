import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { invariant, UserError } from '../errors.ts'
import type { Finding } from '../model/finding.ts'
import type { SideName } from '../model/side.ts'
import { countsForOthers, isDeciding, isLoaderCache, type Surroundings, weigh } from './change-rules.ts'
import { isWithin } from './scratch.ts'
import { type Change, Hashes, namesIn, Seal } from './seal.ts'

/** The checkouts of a gate: `overlay` is base with files of head. */
export const PLACES = ['base', 'head', 'overlay'] as const
export type PlaceName = (typeof PLACES)[number]

const CALLED: Record<PlaceName, string> = {
  base: "base's checkout",
  head: "head's checkout",
  overlay: "base's checkout with head's suites",
}
const SHOWN_FILES = 3
const SIDE_OF: Record<PlaceName, SideName> = { base: 'base', head: 'head', overlay: 'base' }

/** Of so many processes one is followed by a look at everything, packages included. */
const PROCESSES_A_WHOLE_LOOK = 8

export interface WatchOptions {
  /** The directory that holds the checkouts. */
  scratch: string
  /** The files that a side's commit or working tree has, from the root of the checkout. */
  sources: (side: SideName) => Promise<ReadonlySet<string>>
  /** Those of some paths that git ignores. */
  ignored: (paths: readonly string[]) => Promise<ReadonlySet<string>>
  /** Uniform numbers in [0, 1) that what is measured cannot know. */
  random: () => number
  signal: AbortSignal
}

/** Knows what was laid into the checkouts, and throws where something else would be measured. */
export class Watch {
  readonly #o: WatchOptions
  readonly #seals = new Map<PlaceName, { root: string; seal: Seal }>()
  readonly #hashes = new Hashes()
  /** What lies where the programs of a checkout keep temporary files. */
  readonly #temporaries = new Map<PlaceName, Seal>()
  /** The checkout of which everything is known as it was when the last process had ended. */
  #known: PlaceName | null = null
  /** The code that measures, which nothing may write to. */
  #ownCode: Seal | null = null
  /** The Node that runs suites: how it was. */
  #program: { path: string; was: string } | null = null
  /** Where Node looks for packages and settings outside of the checkouts, and nothing was. */
  #absent: string[] = []
  /** The sides on which suites run; on the others there are only commands. */
  runsSuites: Record<SideName, boolean> = { base: true, head: true }

  constructor(o: WatchOptions) {
    this.#o = o
  }

  /**
   * Notes what lies in a checkout that is prepared now, and among its temporary files where it has its own.
   * One that was noted before stays as it was noted.
   */
  async add(name: PlaceName, root: string, temporary: string | null): Promise<void> {
    if (this.#seals.has(name)) return
    if (this.#seals.size === 0)
      this.#absent = placesAbove(this.#o.scratch).filter((path) => !existsSync(path))
    const note = (directory: string) => Seal.of(directory, this.#hashes, this.#o.signal)
    this.#seals.set(name, { root, seal: await note(root) })
    if (temporary !== null) this.#temporaries.set(name, await note(temporary))
  }

  /** Notes what lies in the directory of the code that measures. */
  async addOwnCode(directory: string): Promise<void> {
    this.#ownCode = await Seal.of(directory, this.#hashes, this.#o.signal)
    invariant(this.#ownCode.isThere, `${directory} is not where the worker lies`)
  }

  /** Notes how the program that runs suites is now. */
  addProgram(path: string): void {
    this.#program = { path, was: identityOf(path) }
  }

  /** Takes note that checkouts were renamed. */
  moved(places: Record<PlaceName, string>): void {
    for (const [name, place] of this.#seals) {
      if (place.root === places[name]) continue
      place.root = places[name]
      place.seal.movedTo(place.root)
    }
  }

  /**
   * Throws a UserError where a process that ran in `directory` changed another checkout, or removed one.
   * `what` is what ran, such as `a.bench.ts ran on head`. Packages are looked at after some processes only,
   * of which those that are measured cannot know.
   */
  async afterProcess(directory: string, what: string): Promise<void> {
    this.#refuseElsewhere(what)
    const whole = this.#known
    this.#known = null
    for (const [name, { root, seal }] of this.#seals) {
      if (isWithin(root, directory)) {
        if (this.#o.random() * PROCESSES_A_WHOLE_LOOK < 1) {
          this.#known = name
          refuse(calledOf([name]), (await this.#weighed(name)).failure ?? [], what, 'by-itself')
        }
        seal.refresh(name === this.#known ? 'all' : 'near')
        this.#temporaries.get(name)?.refresh('near')
      } else {
        const looked = seal.glance(name === whole ? 'all' : 'near')
        refuse(calledOf([name]), looked.filter(this.#counts(name)), what, 'by-others')
        this.#refuseTemporary(name, what)
      }
    }
  }

  #counts(name: PlaceName): (change: Change) => boolean {
    return countsForOthers(name === 'overlay' || this.runsSuites[SIDE_OF[name]])
  }

  #refuseTemporary(name: PlaceName, what: string): void {
    const changes = this.#temporaries.get(name)?.glance('near').filter(isLoaderCache) ?? []
    refuse(`${SIDE_OF[name]}'s temporary directory was`, changes, what, 'by-others')
  }

  /**
   * The same of a set-up line, which may write what it likes into its own checkout: what is there when it has
   * ended is what is measured.
   */
  async aroundSetUp<T>(directory: string, what: string, work: () => Promise<T>): Promise<T> {
    for (const [name, { root, seal }] of this.#seals) {
      // What came before is not to count as the work of the line.
      if (isWithin(root, directory))
        refuse(calledOf([name]), (await this.#weighed(name)).failure ?? [], 'it was measured', 'by-itself')
      else {
        refuse(calledOf([name]), seal.glance('near').filter(this.#counts(name)), what, 'by-others')
        seal.refresh('all')
      }
    }
    const result = await work()
    this.#refuseElsewhere(what)
    for (const [name, { root, seal }] of this.#seals) {
      if (isWithin(root, directory)) {
        await seal.renew()
        this.#temporaries.get(name)?.refresh('near')
      } else refuse(calledOf([name]), seal.glance('all').filter(this.#counts(name)), what, 'by-others')
    }
    return result
  }

  /**
   * Holds every checkout against what was noted. Throws a UserError where code of one was changed; returns
   * what else there is to say.
   */
  async hold(): Promise<Finding[]> {
    this.#refuseElsewhere(null)
    const failed = new Map<PlaceName, readonly Change[]>()
    const noted: { side: SideName; path: string }[] = []
    for (const name of this.#seals.keys()) {
      const { failure = [], note = [] } = await this.#weighed(name)
      if (failure.length > 0) failed.set(name, failure)
      noted.push(...note.map(({ path }) => ({ side: SIDE_OF[name], path })))
    }
    const [first] = failed.values()
    if (first !== undefined)
      refuse(
        calledOf([...failed.keys()]),
        first,
        failed.size === 1 ? 'it was measured' : 'they were measured',
        'by-itself',
      )
    return [...this.#partial(), ...(await this.#written(noted))]
  }

  async #weighed(name: PlaceName): Promise<Partial<Record<'failure' | 'note' | 'nothing', Change[]>>> {
    const { seal } = this.#seals.get(name)!
    const side = SIDE_OF[name]
    const changes = await seal.compare()
    const runsSuites = name === 'overlay' || this.runsSuites[side]
    const sources = runsSuites || changes.length === 0 ? new Set<string>() : await this.#o.sources(side)
    const surroundings: Surroundings = {
      runsSuites,
      isSource: (path) => sources.has(path),
      isLaid: (path) => seal.isLaid(path),
      namesIn: (path) => seal.namesIn(path),
    }
    return Object.groupBy(changes, (change) => weigh(change, surroundings))
  }

  #partial(): Finding[] {
    const sides = [...this.#seals].flatMap(([name, { seal }]) => (seal.isPartial ? [SIDE_OF[name]] : []))
    if (sides.length === 0 && !this.#hashes.isUsedUp) return []
    return [{ code: 'checkout-too-large' }]
  }

  /** What measuring left behind and git does not ignore. */
  async #written(noted: readonly { side: SideName; path: string }[]): Promise<Finding[]> {
    const paths = [...new Set(noted.map(({ path }) => path))]
    if (paths.length === 0) return []
    const ignored = await this.#o.ignored(paths).catch(() => {
      // Without git's answer more is listed.
      this.#o.signal.throwIfAborted()
      return new Set<string>()
    })
    const left = noted.filter(({ path }) => !ignored.has(path))
    if (left.length === 0) return []
    const sides = [...new Set(left.map(({ side }) => side))]
    return [{ code: 'checkout-written', sides, files: paths.filter((path) => !ignored.has(path)) }]
  }

  /** Throws a UserError for what was done around the checkouts and not in them. */
  #refuseElsewhere(during: string | null): void {
    const error = this.whyVanished(during)
    if (error !== null) throw error
    const changes = this.#ownCode?.glance('near') ?? []
    if (changes.length > 0)
      throw new UserError(
        'checkouts',
        `benchgate's own files were changed while ${during ?? 'it measured'}: ${listed(changes)}`,
        'Look for what writes into the directory that Benchgate is installed in, and install it again.',
      )
    if (this.#program !== null && identityOf(this.#program.path) !== this.#program.was)
      throw new UserError(
        'checkouts',
        `${this.#program.path} was replaced while ${during ?? 'it measured'}`,
        'Look for what installs or links Node while benchmarks run.',
      )
    const beside = namesIn(this.#o.scratch).find(isDeciding)
    const above = this.#absent.find((path) => existsSync(path))
    const found =
      beside === undefined ? above && `${above} was made` : `${beside} was put beside the checkouts`
    if (found !== undefined)
      throw new UserError(
        'checkouts',
        `${found} while ${during ?? 'they were measured'}`,
        'A suite finds packages and settings in the directories above it too. Look for paths that lead out of the project.',
      )
  }

  /**
   * The error where a checkout is not there any more; null where all are. `done` is what was done with them,
   * where it is not known what ran.
   */
  whyVanished(during: string | null, done = 'measured'): UserError | null {
    const gone = [...this.#seals].filter(([, { seal }]) => !seal.isThere)
    const [first] = gone
    const isScratchThere = existsSync(this.#o.scratch)
    if (first === undefined && isScratchThere) return null
    const how = isScratchThere && existsSync(first![1].root) ? 'replaced' : 'removed'
    const isAll = !isScratchThere || (gone.length > 1 && gone.length === this.#seals.size)
    const message = isAll
      ? `the checkouts were ${how} while ${during ?? `they were ${done}`}`
      : `${CALLED[first![0]]} was ${how} while ${during ?? `it was ${done}`}`
    return new UserError(
      'checkouts',
      message,
      'Look for what removes or renames files outside of its own project while benchmarks run, and for what clears the temporary directory.',
    )
  }
}

/** Where Node finds packages, and how files without a package of their own are read, from any checkout. */
function placesAbove(scratch: string): string[] {
  const above: string[] = []
  for (let directory = dirname(scratch); ; directory = dirname(directory)) {
    above.push(join(directory, 'node_modules'), join(directory, 'package.json'))
    if (directory === dirname(directory)) break
  }
  return [...above, join(homedir(), '.node_modules'), join(homedir(), '.node_libraries')]
}

/** What changes when a file is written or replaced; '' where there is none. */
function identityOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? '' : `${stat.dev} ${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`
}

function calledOf(names: readonly PlaceName[]): string {
  if (names.length === 1) return `${CALLED[names[0]!]} was`
  const sides = [...new Set(names.map((name) => SIDE_OF[name]))]
  return `the checkouts of ${sides.join(' and ')} were`
}

/** A path as it is, or quoted where it could be mistaken for something else. */
const shownPath = (path: string): string => (/^[\w@.+~/-]+$/.test(path) ? path : JSON.stringify(path || '.'))

function listed(changes: readonly Change[]): string {
  const shown = changes.slice(0, SHOWN_FILES).map(({ path, what }) => `${shownPath(path)} (${what})`)
  const more = changes.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')
}

/** Throws a UserError that names what was changed in checkouts; does nothing where that is nothing. */
function refuse(
  subject: string,
  changes: readonly Change[],
  during: string,
  who: 'by-others' | 'by-itself',
): void {
  if (changes.length === 0) return
  throw new UserError(
    'checkouts',
    `${subject} changed while ${during}: ${listed(changes)}`,
    who === 'by-others'
      ? "What runs on one side must not write into the checkout of the other. Look for paths that lead out of the suite's own project, and for absolute ones."
      : 'What is measured has to stay what was checked out. Let base.setup write these files, or write them to a temporary directory.',
    { topic: 'checkout-changed' },
  )
}
