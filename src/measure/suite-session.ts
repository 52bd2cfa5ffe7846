import { join, relative, sep } from 'node:path'
import { keyText, suitePrefix } from '../model/benchmark.ts'
import type { Benchmark, SuiteFailure } from '../model/evidence.ts'
import type { TimingStats } from '../model/sample.ts'
import { SIDES, type SideName } from '../model/side.ts'
import { inProject } from '../process/last-words.ts'
import { withTemporary } from '../process/temporary.ts'
import type { Mark } from '../process/mark.ts'
import { collectBlocks, noBlocks, runBlock } from './block.ts'
import type { Catalog } from './catalog.ts'
import { changingNames } from './changing-names.ts'
import type { FailureCounts } from './failure-counts.ts'
import { startsWith, TRANSFORM_TYPES } from './node-flags.ts'
import type { ProcessPlan } from './protocol.ts'
import {
  afterSecondChance,
  type Attempt,
  isBrokenBySplitting,
  noteOutcome,
  SUITE_ATTEMPTS,
  untilGood,
  withoutExcluded,
} from './retry-policy.ts'
import {
  type BlockOptions,
  type BlockOutcome,
  type Discovered,
  type Ids,
  type MeasuredPlace,
  type MeasuredSides,
  refuseLate,
  type Session,
  type Watcher,
} from './session.ts'
import { type PaceOptions, SuitePace } from './suite-pace.ts'
import { runSuite, type SuiteOutcome } from './suite-process.ts'

export interface SuiteSessionOptions extends PaceOptions {
  sides: MeasuredSides
  /** The suite files of each side. */
  suites: Record<SideName, readonly string[]>
  /** Suites that differ between the sides, and why each side runs its own; null: both run head's. */
  edits: ReadonlyMap<string, string | null>
  catalog: Catalog
  counts: FailureCounts
  /** The directory of all checkouts; null where the project itself is measured. */
  scratch: string | null
  watch: Watcher
  workerFile: string
  nodePath: string
  nodeArgs: Record<SideName, readonly string[]>
  env: NodeJS.ProcessEnv
  mark: Mark
  /** A process that sends nothing for this long counts as hung, unless its plan needs more time. */
  stallMs: number
  /** On the clock of performance.now(): listing and calibration start no process after it. */
  deadline: number
  random: () => number
  signal: AbortSignal
}

/** Time for a process besides its longest benchmark: to start, to load its suite, and for one long call. */
const START_MS = 5_000

const NOT_ALL = 'there it does not register all that it registers on head'

/** What a process is to do. */
interface Task {
  plan: ProcessPlan
  /** Whether base runs its own suite where head's runs in its place otherwise. */
  isOwn: boolean
  ids: readonly string[]
  /** How long a process with this plan may send nothing. */
  stallMs: number
}

/** Measures mitata suites, each in fresh processes of node. */
export class SuiteSession implements Session {
  readonly #o: SuiteSessionOptions
  readonly #pace: SuitePace
  readonly #indivisible = new Set<string>()
  /** Suites that both sides have from head. */
  readonly #fromHead = new Set<string>()
  /** Suites whose late errors have been reported, since they recur in every process. */
  readonly #late = new Set<string>()
  /** Suites that Node runs with `TRANSFORM_TYPES`, on both sides. */
  readonly #transformed = new Set<string>()

  constructor(options: SuiteSessionOptions) {
    this.#o = options
    this.#pace = new SuitePace(options)
  }

  /** Registers the benchmarks of every suite on both sides and runs none. */
  async discover(): Promise<Discovered> {
    const { suites, edits } = this.#o
    const found: Discovered = { failures: [], lateErrors: [], warnings: [] }
    for (const suite of new Set([...suites.head, ...suites.base])) {
      const sides = SIDES.filter((side) => suites[side].includes(suite))
      for (const [side, outcome] of await this.#listSides(suite, sides))
        this.#noteListed(suite, side, outcome, found)
      if (edits.has(suite)) await this.#listFromHead(suite, edits.get(suite)!)
    }
    return found
  }

  #noteListed(suite: string, side: SideName, outcome: SuiteOutcome, found: Discovered): void {
    const { death, lateError, registered } = outcome
    if (death !== null) found.failures.push({ suite, side, message: death.message })
    if (lateError !== null) {
      this.#late.add(suite)
      found.lateErrors.push({ suite, side, message: lateError })
    }
    if (side === 'head') {
      found.warnings.push(...warningsOf(suite, outcome))
      if (registered.size === 0 && outcome.ungated !== null)
        (found.ungated ??= []).push(ungatedCall(suite, outcome.ungated))
    }
    for (const { place, ...key } of registered.values())
      this.#o.catalog.register({ suite, ...key, source: 'suite', side }, place)
  }

  /** Registers what head's suite registers over base's code, unless `why` says that it must not run there. */
  async #listFromHead(suite: string, why: string | null): Promise<void> {
    const { catalog } = this.#o
    if (why !== null) {
      catalog.runOwn(suite, why)
      return
    }
    this.#fromHead.add(suite)
    const { death, registered } = await this.#startAlone(suite, 'base', 'list', null)
    const known = [...catalog.benchmarks.values()].filter((one) => one.suite === suite && one.head !== null)
    const places = [...registered.values()].map(
      ({ place, ...key }) => [keyText({ suite, ...key }), place] as const,
    )
    catalog.runHeads(suite, new Map(places))
    const lost = known.filter(({ base }) => base === null)
    if (death !== null) this.#runOwn(suite, death.message)
    else if (lost.some(({ edit }) => edit?.onBase)) this.#runOwn(suite, NOT_ALL)
    else if (lost.length > 0) catalog.runOwn(suite, NOT_ALL, (id) => lost.some((one) => one.id === id))
  }

  /** Gives up running head's suite on base: what is known of its benchmarks there counts no more. */
  #runOwn(suite: string, why: string): void {
    const { catalog, counts } = this.#o
    this.#fromHead.delete(suite)
    counts.forget('base', catalog.runOwn(suite, why))
  }

  /**
   * Starts a suite once a side. One that fails over TypeScript that Node can only transform is started again
   * with the flags for it, on both sides, because the code that runs is another one then.
   */
  async #listSides(suite: string, sides: readonly SideName[]): Promise<Map<SideName, SuiteOutcome>> {
    const outcomes = new Map<SideName, SuiteOutcome>()
    for (const side of sides) outcomes.set(side, await this.#startAlone(suite, side, 'list', null))
    const { nodePath, env } = this.#o
    const isHelped =
      !this.#transformed.has(suite) &&
      [...outcomes.values()].some(({ needsTransform }) => needsTransform) &&
      (await startsWith(nodePath, TRANSFORM_TYPES, env))
    if (!isHelped) return outcomes
    this.#transformed.add(suite)
    return this.#listSides(suite, sides)
  }

  /**
   * Chooses batch sizes on base, then measures on head how long each benchmark takes to settle, with one
   * process each, whose values are discarded. A benchmark that only head has gets its batch size there and
   * keeps the usual warm-up. One that throws gets a second chance beside its whole suite.
   */
  async calibrate(suite: string, wanted: Ids, all: Ids): Promise<SuiteFailure[]> {
    const { catalog } = this.#o
    const failed: SuiteFailure[] = []
    for (const side of SIDES) {
      for (const [file, ids] of this.#bySuiteOn(side, wanted[side])) {
        const everything = this.#bySuiteOn(side, all[side]).get(file) ?? []
        const at = { file, side }
        let death = await this.#calibrateSuite(suite, at, ids, everything)
        if (side === 'base' && this.#fromHead.has(file) && this.#isRefused(file, death, ids)) {
          const own = (some: readonly string[]) =>
            some.filter((id) => (catalog.benchmarks.get(id)?.base ?? null) !== null)
          death = await this.#calibrateSuite(suite, at, own(ids), own(everything))
        }
        if (death !== null) failed.push({ suite, side, message: death.message })
      }
    }
    await this.#dropOnBase(suite)
    return failed
  }

  /**
   * Whether head's suite turned out not to run over base's code, so that each side has to run its own. A
   * benchmark that fails there and that base does not have is new, with that reason.
   */
  #isRefused(suite: string, death: SuiteOutcome['death'], ids: readonly string[]): boolean {
    const { catalog, counts } = this.#o
    const failed = ids.filter((id) => counts.isExcluded('base', id))
    const why = (id: string) => counts.failures.base.get(id)!.message
    const edited = failed.find((id) => catalog.benchmarks.get(id)?.edit?.onBase)
    if (death === null && edited === undefined) {
      for (const id of failed) catalog.runOwn(suite, why(id), (one) => one === id)
      counts.forget('base', failed)
      return false
    }
    this.#runOwn(suite, death?.message ?? why(edited!))
    return true
  }

  /** Calibrates what one file holds. Returns how its process ended where that was not well. */
  async #calibrateSuite(
    suite: string,
    at: { file: string; side: SideName },
    wanted: readonly string[],
    all: readonly string[],
  ): Promise<SuiteOutcome['death']> {
    const { counts } = this.#o
    const outcome = await this.#calibrateSide(at, wanted)
    if (!outcome || outcome.death) return outcome?.death ?? null
    const threw = this.#known(wanted).filter(
      (id) => !counts.isExcluded(at.side, id) && !outcome.results.has(id),
    )
    if (threw.length === 0) return null
    const second = await this.#calibrateSide(at, [...new Set([...all, ...wanted])])
    const lackedNeighbours = all.length > wanted.length
    const { excluded, indivisible } = afterSecondChance(threw, second?.results, lackedNeighbours)
    for (const id of this.#known(excluded)) counts.exclude(at.side, id)
    if (indivisible) this.#indivisible.add(suite)
    return null
  }

  /** Benchmarks by the file that holds them on a side, which is another than head's for those that moved. */
  #bySuiteOn(side: SideName, ids: readonly string[]): Map<string, string[]> {
    return Map.groupBy(this.#known(ids), (id) => this.#o.catalog.placeOn(side, id).suite)
  }

  #known(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#o.catalog.benchmarks.has(id))
  }

  /** The benchmarks of a file that a later process calls by another name: what is said of each, by id. */
  #changing(
    { file, side }: { file: string; side: SideName },
    registered: SuiteOutcome['registered'],
    isListed: (one: Benchmark) => boolean,
  ): Map<string, string> {
    const { catalog } = this.#o
    const placed = [...catalog.benchmarks.values()]
      .map((one) => ({ one, ...catalog.placeOn(side, one.id) }))
      .filter(({ suite }) => suite === file)
    const listed = placed.flatMap(({ one, local }) => {
      const place = isListed(one) ? one[side] : null
      return place === null ? [] : [[local, { name: one.name, place }] as const]
    })
    const known = new Set(placed.map(({ local }) => local))
    const found = changingNames(new Map(listed), known, registered)
    const named = (why: string) => this.#named(why, this.#placeOf(file, side).directory)
    return new Map([...found].map(([local, why]) => [catalog.idOf(side, file, local), named(why)]))
  }

  /** Those of head, which base may have too. */
  #changingOfHead(at: { file: string; side: SideName }, { registered }: SuiteOutcome): Map<string, string> {
    return this.#changing(at, registered, ({ head }) => head !== null)
  }

  /** Takes benchmarks out on both sides, with all that is known of them. */
  #drop(ids: Iterable<string>, whyOf: (id: string) => string | null): void {
    const { catalog, counts } = this.#o
    for (const id of ids) {
      catalog.drop(id, whyOf(id))
      for (const side of SIDES) counts.forget(side, [id])
    }
  }

  /**
   * Where names of head change, those that only base has may be the same benchmarks. Base's own suite shows
   * it when it is listed again.
   */
  async #dropOnBase(suite: string): Promise<void> {
    const { catalog } = this.#o
    const isOfBase = (one: Benchmark) => one.suite === suite && one.head === null
    const hasDropped = [...catalog.dropped.keys()].some((id) => id.startsWith(suitePrefix(suite)))
    if (!hasDropped || ![...catalog.benchmarks.values()].some(isOfBase)) return
    const { death, registered } = await this.#startAlone(suite, 'base', 'list', null, true)
    if (death !== null) return
    this.#drop(this.#changing({ file: suite, side: 'base' }, registered, isOfBase).keys(), () => null)
  }

  /** The outcome of the last process; null when there is nothing left to calibrate. */
  #calibrateSide(
    { file, side }: { file: string; side: SideName },
    ids: readonly string[],
  ): Promise<SuiteOutcome | null> {
    const { catalog, counts } = this.#o
    return untilGood<SuiteOutcome | null>(SUITE_ATTEMPTS, counts, async () => {
      const only = this.#known(ids).filter((id) => !counts.isExcluded(side, id))
      if (only.length === 0) return { outcome: null, again: false }
      const outcome = await this.#startAlone(file, side, 'calibrate', only)
      if (outcome.death === null) {
        const changing = this.#changingOfHead({ file, side }, outcome)
        this.#drop(changing.keys(), (id) => changing.get(id)!)
      }
      this.#pace.noteCalibration(outcome)
      for (const [id, { metrics }] of outcome.results) catalog.values(id, side, metrics)
      for (const problem of outcome.metricProblems) catalog.warnOnce(problem, `${file}: ${problem}`)
      noteOutcome(counts, side, outcome, this.#known(only))
      return { outcome, again: outcome.death !== null }
    })
  }

  measureBlock(suite: string, wanted: Ids, all: Ids, o: BlockOptions): Promise<BlockOutcome> {
    const { counts } = this.#o
    return untilGood<BlockOutcome>(SUITE_ATTEMPTS, counts, async (last) => {
      const ids = withoutExcluded(counts, this.#indivisible.has(suite) ? all : wanted)
      return ids.base.length + ids.head.length === 0
        ? { outcome: last ?? noBlocks(null), again: false }
        : await this.#draw(suite, { ids, wanted, all }, o)
    })
  }

  async #draw(
    suite: string,
    { ids, wanted, all }: Record<'ids' | 'wanted' | 'all', Ids>,
    { onFraction, deadline }: BlockOptions,
  ): Promise<Attempt<BlockOutcome>> {
    const { catalog, counts, random } = this.#o
    const tasks = {
      base: this.#task('measure', 'base', ids.base),
      head: this.#task('measure', 'head', ids.head),
    }
    const fileOn = (side: SideName) => {
      const [first] = ids[side]
      return first === undefined ? suite : catalog.placeOn(side, first).suite
    }
    const { ran, failure } = await runBlock({ suite, ids, random, onFraction }, async (side) => {
      const outcome = await this.#start(fileOn(side), side, tasks[side])
      if (outcome.death === null) return outcome
      noteOutcome(counts, side, outcome, ids[side])
      return outcome.death.message
    })
    if (ran === null) return { outcome: noBlocks(failure), again: performance.now() <= deadline }
    const outcomes = ran.map(({ process }) => process)
    const everything = withoutExcluded(counts, all)
    if (isBrokenBySplitting(outcomes, ids, everything, (id) => this.#pace.hasRun(id))) {
      this.#indivisible.add(suite)
      return { outcome: noBlocks(null), again: true }
    }
    for (const { side, process } of ran) {
      // Too late to take anything out: the plan is made.
      const changing = this.#changingOfHead({ file: fileOn(side), side }, process)
      for (const [id, why] of changing) process.errors.set(id, why)
      noteOutcome(counts, side, process, ids[side])
    }
    const stats = (outcome: SuiteOutcome, side: SideName, id: string) => this.#statsOf(outcome, side, id)
    return { outcome: { blocks: collectBlocks(ran, wanted, stats), failure: null }, again: false }
  }

  #statsOf({ results }: SuiteOutcome, side: SideName, id: string): TimingStats | null {
    const result = results.get(id)
    if (result === undefined) return null
    const values = this.#o.catalog.values(id, side, result.metrics)
    return Object.keys(values).length === 0 ? result.stats : { ...result.stats, values }
  }

  /** Starts one process outside any block, if there is time, and ends it when the time is up. */
  async #startAlone(
    suite: string,
    side: SideName,
    mode: ProcessPlan['mode'],
    only: readonly string[] | null,
    isOwn = false,
  ): Promise<SuiteOutcome> {
    refuseLate(this.#o, `${suite} on ${side} was next`)
    const task = { ...this.#task(mode, side, only), isOwn }
    const timeLimitMs = Math.max(1, this.#o.deadline - performance.now())
    const outcome = await this.#start(suite, side, task, timeLimitMs)
    if (outcome.death !== null) refuseLate(this.#o, `${suite} on ${side} was under way`)
    return outcome
  }

  #task(mode: ProcessPlan['mode'], side: SideName, only: readonly string[] | null): Task {
    const plan = this.#pace.plan(mode, only)
    return {
      plan: inSuite(plan, (id) => this.#o.catalog.placeOn(side, id).local),
      isOwn: false,
      ids: only ?? [],
      stallMs: Math.max(this.#o.stallMs, plan.benchmarkLimitMs + START_MS),
    }
  }

  async #start(
    suite: string,
    side: SideName,
    { plan, isOwn, ids, stallMs }: Task,
    timeLimitMs?: number,
  ): Promise<SuiteOutcome> {
    const { catalog, counts, sides, nodeArgs, signal, watch } = this.#o
    const { directory, temporary = null } = isOwn ? sides[side] : this.#placeOf(suite, side)
    const ran = await runSuite({
      ...this.#o,
      env: withTemporary(this.#o.env, temporary),
      suite,
      directory,
      plan,
      nodeArgs: this.#transformed.has(suite) ? [...TRANSFORM_TYPES, ...nodeArgs[side]] : nodeArgs[side],
      stallMs,
      timeLimitMs,
    })
    signal.throwIfAborted()
    await watch.afterProcess(directory, `${suite} ran on ${side}`)
    const outcome = withIds(ran, (local) => catalog.idOf(side, suite, local))
    this.#nameFiles(outcome, directory)
    counts.noteProcess(suite, outcome.elapsedMs, this.#pace.noteOutcome(suite, outcome))
    counts.noteStarts(side, ids)
    counts.noteLeftRunning(suite, side, outcome.leftRunning)
    const { lateError } = outcome
    if (plan.mode !== 'list' && lateError !== null && !this.#late.has(suite)) {
      this.#late.add(suite)
      catalog.warnOnce(`late\n${suite}`, `${suite} on ${side} ${lateError}`)
    }
    return outcome
  }

  /** The checkout in which a side runs a suite. */
  #placeOf(suite: string, side: SideName): MeasuredPlace {
    const { sides } = this.#o
    return side === 'base' && this.#fromHead.has(suite) ? sides.overlay! : sides[side]
  }

  /** A text with files as they are called in the project, and not in its scratch checkout. */
  #named(text: string, directory: string): string {
    const { scratch } = this.#o
    if (scratch === null) return inProject(text, directory)
    const [checkout = ''] = relative(scratch, directory).split(sep)
    return inProject(text, directory, join(scratch, checkout))
  }

  #nameFiles(outcome: SuiteOutcome, directory: string): void {
    const named = (text: string) => this.#named(text, directory)
    if (outcome.death !== null) outcome.death.message = named(outcome.death.message)
    if (outcome.lateError !== null) outcome.lateError = named(outcome.lateError)
    outcome.leftRunning = outcome.leftRunning.map(named)
    for (const [id, message] of outcome.errors) outcome.errors.set(id, named(message))
  }

  /**
   * Blocks of both sides, and separate blocks of head alone for benchmarks that base does not have. In one
   * process, such a benchmark would give the others a neighbour on head that they lack on base. What base has
   * in another file is measured apart for the same reason.
   */
  parts(suite: string, { base, head }: Ids, all: Ids): { ids: Ids; all: Ids }[] {
    const alone = head.filter((id) => !base.includes(id))
    const together = this.#bySuiteOn('base', base)
    const everything = this.#bySuiteOn('base', all.base)
    return [
      ...[...together].flatMap(([file, ids]) => {
        const shared = everything.get(file) ?? []
        return this.#portions(suite, ids).map((portion) => ({
          ids: { base: portion, head: portion },
          all: { base: shared, head: shared },
        }))
      }),
      ...this.#portions(suite, alone).map((portion) => ({
        ids: { base: [], head: portion },
        // Where nothing of the suite is compared, neighbours do no harm.
        all: { base: [], head: all.base.length > 0 ? alone : all.head },
      })),
    ]
  }

  #portions(suite: string, ids: readonly string[]): string[][] {
    if (ids.length === 0) return []
    return this.#indivisible.has(suite) ? [[...ids]] : this.#pace.portions(suite, ids)
  }

  estimateBlockMs(suite: string, ids: Ids): number {
    return this.#pace.estimateBlockMs(suite, ids)
  }

  indivisible(): string[] {
    return [...this.#indivisible]
  }

  dropped(): string[] {
    return [...this.#o.catalog.dropped.keys()]
  }
}

/** A plan as a process reads it, which knows only what its suite calls the benchmarks. */
function inSuite(plan: ProcessPlan, local: (id: string) => string): ProcessPlan {
  const renamed = (values: Record<string, number>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [local(id), value]))
  return {
    ...plan,
    only: plan.only?.map(local) ?? null,
    warmups: renamed(plan.warmups),
    batches: renamed(plan.batches),
    individualCalls: renamed(plan.individualCalls),
  }
}

/** What a process reported, by the ids of the whole gate. */
function withIds(outcome: SuiteOutcome, idOf: (local: string) => string): SuiteOutcome {
  const renamed = <Value>(values: Map<string, Value>) =>
    new Map([...values].map(([local, value]) => [idOf(local), value]))
  const { death } = outcome
  return {
    ...outcome,
    results: renamed(outcome.results),
    errors: renamed(outcome.errors),
    death: death && { ...death, running: death.running === null ? null : idOf(death.running) },
  }
}

/** Repeated names that one warning lists. */
const MAX_REPEATED = 5

function repeatedNames(suite: string, registered: SuiteOutcome['registered']): string[] {
  const counts = new Map<string, number>()
  for (const { name } of registered.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const repeated = [...counts].filter(([, count]) => count > 1)
  if (repeated.length === 0) return []
  const listed = repeated.slice(0, MAX_REPEATED).map(([name, count]) => `${JSON.stringify(name)} (${count})`)
  const more = repeated.length - listed.length
  return [
    `${suite} uses a name for several benchmarks, which are told apart by their order: ${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ]
}

/** Warnings about head's suite, which can be measured all the same. */
function warningsOf(suite: string, { death, registered, ungated, userMitata }: SuiteOutcome): string[] {
  const warnings: string[] = []
  const major = userMitata?.split('.')[0] ?? '1'
  if (major !== '1') {
    warnings.push(`${suite} was written for mitata ${userMitata}; Benchgate measures with its own mitata 1`)
  }
  if (ungated !== null) warnings.push(ungatedCall(suite, ungated))
  else if (death === null && registered.size === 0) warnings.push(`${suite} registers no benchmark`)
  warnings.push(...repeatedNames(suite, registered))
  return warnings
}

function ungatedCall(suite: string, { call, place }: NonNullable<SuiteOutcome['ungated']>): string {
  return `${place ?? suite} calls ${call}, which is not gated: register it with bench(name, f)`
}
