import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SuiteOutcome, runSuite } from './suite-process.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { SuiteFailure } from '../model/evidence.ts'
import type { TimingStats, MeasuredBlock } from '../model/sample.ts'
import { SIDES, type SideName } from '../model/side.ts'
import { increment, type FailureCounts } from './failure-counts.ts'
import type { ProcessPlan } from './protocol.ts'
import type { Catalog } from './catalog.ts'
import { drawBlock } from './schedule.ts'
import {
  collectBlocks,
  type Ids,
  type MeasuredSides,
  refuseLate,
  type Session,
  type Discovered,
} from './session.ts'

export interface SuiteSessionOptions {
  sides: MeasuredSides
  /** Files of benchmarks on each side. */
  suites: Record<SideName, readonly string[]>
  catalog: Catalog
  counts: FailureCounts
  scratch: string
  workerFile: string
  nodePath: string
  nodeArgs: Record<SideName, readonly string[]>
  env: NodeJS.ProcessEnv
  warmupMs: number
  windowMs: number
  /** Longest silence of one process before it counts as hung, unless its plan needs more. */
  stallMs: number
  /** On the clock of performance.now(): listing and warming up start no process after it. */
  deadline: number
  /** Individually timed calls that a benchmark needs for its tail metrics; 0 for none. */
  individualCalls: (id: string) => number
  random: () => number
  signal: AbortSignal
}

const MIN_SAMPLES = 40
/** One process settles a little later than the next. */
const SETTLED_MARGIN_MS = 20
/** What takes longer to settle is measured as it is: its window would cost less than its warm-up. */
const MAX_WARMUP_MS = 150
/** How long calibration watches a benchmark at most, and as a multiple of the window: who asks for a short one wants a short run. */
const TRACE_MS = 160
const TRACE_WINDOWS = 6
const BENCHMARK_LIMIT_MS = 2_000
/** A thousand calls of 8 ms, one by one. */
const TAIL_LIMIT_MS = 8_000
/** What a process may take beside its longest benchmark: to start, to load its suite, for one long call. */
const START_MS = 5_000
/** Time inside benchmarks that a process should have: in ms, and as a multiple of what its start takes. */
const PORTION_MS = 1_200
const WORK_PER_START = 4
/** How often a block is drawn in all before its suite goes without it; draws that lead to an exclusion are free. */
const MAX_DRAWS = 4
const DEATHS_UNTIL_EXCLUDED = 2

/** Longest that one benchmark may take in one process, in ms, after which no further sample starts. */
const benchmarkLimitMs = (warmupMs: number, windowMs: number, hasTail: boolean): number =>
  Math.max(hasTail ? TAIL_LIMIT_MS : BENCHMARK_LIMIT_MS, 4 * (warmupMs + windowMs))

/** Measures mitata suites, each in fresh processes of node. */
export function createSuiteSession(options: SuiteSessionOptions): Session {
  const { counts, catalog } = options
  const batches = new Map<string, number>()
  const warmups = new Map<string, number>()
  const elapsedMs = new Map<string, number>()
  const startUpMs = new Map<string, number>()
  const deaths: Record<SideName, Map<string, number>> = { base: new Map(), head: new Map() }
  const indivisible = new Set<string>()
  const traceMs = Math.min(TRACE_MS, TRACE_WINDOWS * options.windowMs)
  let planCount = 0

  type PlanRequest = Pick<ProcessPlan, 'mode'> & { only: readonly string[] | null }

  /** Writes a plan; `stallMs` is how long a process that follows it may be silent. */
  async function writePlan(
    { mode, only }: PlanRequest,
    name: string,
  ): Promise<{ file: string; stallMs: number }> {
    const ids = only ?? []
    const known = <Value>(values: ReadonlyMap<string, Value>): Record<string, Value> =>
      Object.fromEntries(ids.flatMap((id) => (values.has(id) ? [[id, values.get(id)!]] : [])))
    const calls = ids
      .map((id) => [id, options.individualCalls(id)] as const)
      .filter(([, wanted]) => wanted > 0)
    const limitMs = benchmarkLimitMs(MAX_WARMUP_MS, options.windowMs, calls.length > 0)
    const plan: ProcessPlan = {
      mode,
      only: only && [...only],
      warmups: known(warmups),
      warmupMs: options.warmupMs,
      traceMs,
      windowMs: options.windowMs,
      minSamples: MIN_SAMPLES,
      benchmarkLimitMs: limitMs,
      batches: known(batches),
      individualCalls: Object.fromEntries(calls),
    }
    const file = join(options.scratch, name)
    await writeFile(file, JSON.stringify(plan))
    return { file, stallMs: Math.max(options.stallMs, limitMs + START_MS) }
  }

  /** One process outside any block: only while there is time. */
  async function startAlone(suite: string, side: SideName, request: PlanRequest): Promise<SuiteOutcome> {
    refuseLate(options.deadline, `${suite} on ${side}`)
    return start(suite, side, await writePlan(request, `plan-${planCount++}.json`), request.only ?? [])
  }

  async function start(
    suite: string,
    side: SideName,
    plan: { file: string; stallMs: number },
    ids: readonly string[],
  ): Promise<SuiteOutcome> {
    const outcome = await runSuite({
      suite,
      directory: options.sides[side].directory,
      planFile: plan.file,
      workerFile: options.workerFile,
      nodePath: options.nodePath,
      nodeArgs: options.nodeArgs[side],
      env: options.env,
      stallMs: plan.stallMs,
      signal: options.signal,
    })
    options.signal.throwIfAborted()
    let inside = 0
    for (const [id, result] of outcome.results) {
      inside += result.elapsedMs
      elapsedMs.set(id, result.elapsedMs)
    }
    counts.noteProcess(inside)
    counts.noteStarts(side, ids)
    if (outcome.death === null) startUpMs.set(suite, outcome.elapsedMs - inside)
    return outcome
  }

  /** Notes what went wrong with the planned benchmarks of a process. */
  function account(side: SideName, outcome: SuiteOutcome, ids: readonly string[]): void {
    const { death } = outcome
    for (const id of ids) {
      const message = outcome.errors.get(id)
      if (message !== undefined) counts.noteFailure(side, id, message)
      else if (death === null && !outcome.results.has(id)) {
        counts.noteFailure(side, id, 'it was listed and then not registered')
      }
    }
    if (death?.running == null) return
    if (!outcome.errors.has(death.running)) counts.noteFailure(side, death.running, death.message)
    if (increment(deaths[side], death.running) >= DEATHS_UNTIL_EXCLUDED) counts.exclude(side, death.running)
  }

  /** What may still be started. A benchmark of both sides that one of them excludes is left out of the other too. */
  function alive({ base, head }: Ids): Record<SideName, string[]> {
    const isAlive = (id: string) =>
      !counts.isExcluded('head', id) && !(base.includes(id) && counts.isExcluded('base', id))
    return { base: base.filter(isAlive), head: head.filter(isAlive) }
  }

  /** Registers the benchmarks of every suite on both sides, running none. */
  async function discover(): Promise<Discovered> {
    const found: Discovered = { failures: [], lateErrors: [], warnings: [] }
    for (const suite of new Set([...options.suites.head, ...options.suites.base])) {
      for (const side of SIDES.filter((side) => options.suites[side].includes(suite))) {
        const outcome = await startAlone(suite, side, { mode: 'list', only: null })
        const { death, lateError, registered } = outcome
        if (death !== null) found.failures.push({ suite, side, message: death.message })
        if (lateError !== null) found.lateErrors.push({ suite, side, message: lateError })
        if (side === 'head') found.warnings.push(...mitataWarnings(suite, outcome))
        if (side === 'head' && death === null && registered.size === 0) {
          found.warnings.push(`${suite} registers no benchmark`)
        }
        for (const [id, places] of registered) catalog.register({ suite, source: 'suite', side }, id, places)
      }
    }
    return found
  }

  /**
   * Chooses batch sizes on base, then sees on head how long each benchmark takes to settle, with one process each that is then
   * forgotten. What only head has gets its batch there, and is left at the usual warm-up. What throws here gets a second chance
   * with its whole suite beside it: either it depends on a neighbour, and the suite is not split from then on, or it is not
   * started again.
   */
  async function calibrate(suite: string, wanted: Ids, all: Ids): Promise<SuiteFailure[]> {
    const failed: SuiteFailure[] = []
    for (const side of SIDES) {
      const run = async (ids: readonly string[]) => {
        const only = ids.filter((id) => !counts.isExcluded(side, id))
        if (only.length === 0) return null
        const outcome = await startAlone(suite, side, { mode: 'calibrate', only })
        for (const [id, { batch, settledMs, elapsedMs: traced, metrics }] of outcome.results) {
          if (!batches.has(id)) batches.set(id, batch)
          if (settledMs !== null) {
            const warmupMs = warmupFor(settledMs)
            warmups.set(id, warmupMs)
            elapsedMs.set(id, traced - traceMs + warmupMs + options.windowMs)
          }
          catalog.values(id, side, metrics)
        }
        for (const problem of outcome.metricProblems) catalog.warnOnce(problem, `${suite}: ${problem}`)
        account(side, outcome, only)
        return outcome
      }
      const outcome = await untilAlive(() => run(wanted[side]))
      if (outcome?.death) failed.push({ suite, side, message: outcome.death.message })
      if (!outcome || outcome.death) continue
      const threw = wanted[side].filter((id) => !counts.isExcluded(side, id) && !outcome.results.has(id))
      if (threw.length === 0) continue
      const second = await untilAlive(() => run([...new Set([...all[side], ...wanted[side]])]))
      for (const id of threw) {
        if (!second?.results.has(id)) counts.exclude(side, id)
        else if (all[side].length > wanted[side].length) indivisible.add(suite)
      }
    }
    return failed
  }

  /** Both sides are warmed up alike, whichever of them takes longer to settle. */
  const warmupFor = (settledMs: number): number =>
    settledMs <= options.warmupMs ? options.warmupMs : Math.min(settledMs + SETTLED_MARGIN_MS, MAX_WARMUP_MS)

  /** Repeats until a process ends well, at most MAX_DRAWS times and once more for every benchmark that is excluded on the way. */
  async function untilAlive(attempt: () => Promise<SuiteOutcome | null>): Promise<SuiteOutcome | null> {
    let last: SuiteOutcome | null = null
    for (let draws = 0; draws < MAX_DRAWS;) {
      const before = counts.excludedCount()
      last = await attempt()
      if (!last?.death) return last
      if (counts.excludedCount() === before) draws++
    }
    return last
  }

  /**
   * Measures one block of a suite: eight processes in random order. A block in which a process died is discarded and drawn
   * again; a benchmark that ended its process twice is left out from then on. Benchmarks without four numbers on each side
   * where they were wanted are not in the returned block. With a failure instead of blocks when every draw failed.
   */
  async function measureBlock(
    suite: string,
    wanted: Ids,
    all: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ blocks: Map<string, MeasuredBlock>; failure: SuiteFailure | null }> {
    let failure: SuiteFailure | null = null
    for (let draws = 0; draws < MAX_DRAWS;) {
      const ids = alive(indivisible.has(suite) ? all : wanted)
      if (ids.base.length + ids.head.length === 0) break
      const excluded = counts.excludedCount()
      const drawn = await drawOnce(suite, ids, onFraction)
      failure = drawn.death
      if (failure) {
        if (counts.excludedCount() === excluded) draws++
        continue
      }
      if (brokenBySplitting(suite, drawn.outcomes, ids, all)) {
        draws++
        continue
      }
      for (const { side, outcome } of drawn.outcomes) account(side, outcome, ids[side])
      const processes = drawn.outcomes.map(({ side, outcome }) => ({
        side,
        stats: (id: string) => statsOf(side, id, outcome),
      }))
      return { blocks: collectBlocks(processes, wanted, PAIRS_PER_BLOCK), failure: null }
    }
    return { blocks: new Map(), failure }
  }

  async function drawOnce(
    suite: string,
    ids: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ outcomes: { side: SideName; outcome: SuiteOutcome }[]; death: SuiteFailure | null }> {
    const number = planCount++
    const plans = {
      // Names of one length for both sides: the processes are to differ in nothing else.
      base: await writePlan({ mode: 'measure', only: ids.base }, `plan-${number}-base.json`),
      head: await writePlan({ mode: 'measure', only: ids.head }, `plan-${number}-head.json`),
    }
    const outcomes: { side: SideName; outcome: SuiteOutcome }[] = []
    const order = drawBlock(options.random)
    for (const [i, side] of order.entries()) {
      if (ids[side].length > 0) {
        const outcome = await start(suite, side, plans[side], ids[side])
        if (outcome.death) {
          account(side, outcome, ids[side])
          return { outcomes, death: { suite, side, message: outcome.death.message } }
        }
        outcomes.push({ side, outcome })
      }
      onFraction((i + 1) / order.length)
    }
    return { outcomes, death: null }
  }

  function statsOf(side: SideName, id: string, { results }: SuiteOutcome): TimingStats | null {
    const result = results.get(id)
    if (result === undefined) return null
    const values = catalog.values(id, side, result.metrics)
    return Object.keys(values).length === 0 ? result.stats : { ...result.stats, values }
  }

  /**
   * A benchmark that ran before and fails everywhere once its neighbours are left out depends on one of them: then the whole
   * suite runs in every process from now on.
   */
  function brokenBySplitting(
    suite: string,
    outcomes: readonly { outcome: SuiteOutcome }[],
    ids: Ids,
    all: Ids,
  ): boolean {
    const everything = alive(all)
    if (ids.base.length >= everything.base.length && ids.head.length >= everything.head.length) return false
    const broken = ids.head.some(
      (id) => elapsedMs.has(id) && outcomes.every(({ outcome }) => outcome.errors.has(id)),
    )
    if (broken) indivisible.add(suite)
    return broken
  }

  /**
   * The benchmarks of a suite in portions of about a second, one a process. A machine drifts: what two processes differ in by
   * chance grows with the time between them, so a block is to be short; but a start is not to be a large part of it.
   */
  function portions(suite: string, ids: readonly string[]): string[][] {
    if (ids.length === 0) return []
    if (indivisible.has(suite)) return [[...ids]]
    const inside = ids.reduce(
      (sum, id) => sum + (elapsedMs.get(id) ?? options.warmupMs + options.windowMs),
      0,
    )
    const portionMs = Math.max(PORTION_MS, WORK_PER_START * (startUpMs.get(suite) ?? 0))
    return inPortions(ids, Math.max(1, Math.ceil(portionMs / (inside / ids.length))))
  }

  /**
   * Blocks of both sides, and apart from them blocks of head alone for what base does not have. Together in one process, a
   * benchmark that base lacks would give the others on head a neighbour that they lack on base.
   */
  function parts(suite: string, ids: Ids, all: Ids): { ids: Ids; all: Ids }[] {
    const alone = ids.head.filter((id) => !ids.base.includes(id))
    return [
      ...portions(suite, ids.base).map((portion) => ({ ids: { base: portion, head: portion }, all })),
      ...portions(suite, alone).map((portion) => ({
        ids: { base: [], head: portion },
        all: { base: [], head: alone },
      })),
    ]
  }

  /** Expected wall time of one block, from what its parts took so far. */
  function estimateBlockMs(suite: string, ids: Ids): number {
    let total = 0
    for (const side of SIDES) {
      if (ids[side].length === 0) continue
      const inside = ids[side].reduce((sum, id) => sum + (elapsedMs.get(id) ?? 0), 0)
      total += PAIRS_PER_BLOCK * (inside + (startUpMs.get(suite) ?? 100))
    }
    return total
  }

  return { discover, calibrate, parts, measureBlock, estimateBlockMs, indivisible: () => [...indivisible] }
}

/** Splits a list into runs of at most `size`, as equal as can be. */
function inPortions(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size)
  return Array.from({ length: count }, (_, i) =>
    ids.slice(Math.floor((i * ids.length) / count), Math.floor(((i + 1) * ids.length) / count)),
  )
}

function mitataWarnings(suite: string, outcome: SuiteOutcome): string[] {
  const major = outcome.userMitata?.split('.')[0]
  if (major === undefined || major === '1') return []
  return [`${suite} was written for mitata ${outcome.userMitata}; Benchgate measures with its own mitata 1`]
}
