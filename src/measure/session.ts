import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { type ForkOutcome, runFork } from './fork.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { Benchmark, BenchmarkFailure, Registered, SuiteFailure, Survey } from '../model/evidence.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import type { ForkPlan } from './protocol.ts'
import { drawBlock, type SideName } from './schedule.ts'

/** Two versions of one project that can be measured; directories change when the checkouts are swapped. */
export interface MeasuredSides {
  base: { directory: string }
  head: { directory: string }
}

export type Ids = Record<SideName, readonly string[]>

export interface SessionOptions {
  sides: MeasuredSides
  suites: readonly string[]
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

export type Session = ReturnType<typeof createSession>

/**
 * Starts the processes of one gate and keeps count of what went wrong. Numbers are handed out by block; which block is asked
 * for, and when to stop, is decided elsewhere.
 */
export function createSession(options: SessionOptions) {
  const batches: Record<string, number> = {}
  const elapsedMs = new Map<string, number>()
  const startUpMs = new Map<string, number>()
  const deaths: Record<SideName, Map<string, number>> = { base: new Map(), head: new Map() }
  const started: Record<SideName, Map<string, number>> = { base: new Map(), head: new Map() }
  const failures: Record<SideName, Map<string, BenchmarkFailure>> = { base: new Map(), head: new Map() }
  const indivisible = new Set<string>()
  const counts = { processes: 0, msInBenchmarks: 0 }
  let planCount = 0

  type PlanRequest = Pick<ForkPlan, 'mode'> & { only: readonly string[] | null }

  /** Writes a plan; `stallMs` is how long a process that follows it may be silent. */
  async function writePlan({ mode, only }: PlanRequest, name: string): Promise<{ file: string; stallMs: number }> {
    const ids = only ?? []
    const calls = ids.map((id) => [id, options.individualCalls(id)] as const).filter(([, wanted]) => wanted > 0)
    const limitMs = benchmarkLimitMs(options.warmupMs, options.windowMs, calls.length > 0)
    const plan: ForkPlan = {
      mode,
      only: only && [...only],
      warmupMs: options.warmupMs,
      windowMs: options.windowMs,
      minSamples: MIN_SAMPLES,
      benchmarkLimitMs: limitMs,
      batches: Object.fromEntries(ids.flatMap((id) => (batches[id] ? [[id, batches[id]]] : []))),
      individualCalls: Object.fromEntries(calls),
    }
    const file = join(options.scratch, name)
    await writeFile(file, JSON.stringify(plan))
    return { file, stallMs: Math.max(options.stallMs, limitMs + START_MS) }
  }

  /** One process outside any block: only while there is time. */
  async function forkAlone(suite: string, side: SideName, request: PlanRequest): Promise<ForkOutcome> {
    if (performance.now() > options.deadline) {
      throw new UserError(
        'time-limit',
        `the time limit was used up before anything was measured: ${suite} on ${side} was next`,
        'Raise measure.time-limit (or --time-limit), or give the set-up less to do.',
      )
    }
    return fork(suite, side, await writePlan(request, `plan-${planCount++}.json`), request.only ?? [])
  }

  async function fork(
    suite: string,
    side: SideName,
    plan: { file: string; stallMs: number },
    ids: readonly string[],
  ): Promise<ForkOutcome> {
    const outcome = await runFork({
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
    counts.processes++
    for (const id of ids) increment(started[side], id)
    let inside = 0
    for (const [id, result] of outcome.results) {
      inside += result.elapsedMs
      elapsedMs.set(id, result.elapsedMs)
    }
    counts.msInBenchmarks += inside
    if (outcome.death === null) startUpMs.set(suite, outcome.elapsedMs - inside)
    return outcome
  }

  /** Notes what went wrong with the planned benchmarks of a process. */
  function account(side: SideName, outcome: ForkOutcome, ids: readonly string[]): void {
    const { death } = outcome
    for (const id of ids) {
      const message = outcome.errors.get(id)
      if (message !== undefined) noteFailure(side, id, message)
      else if (death === null && !outcome.results.has(id)) {
        noteFailure(side, id, 'it was listed and then not registered')
      }
    }
    if (death?.running == null) return
    if (!outcome.errors.has(death.running)) noteFailure(side, death.running, death.message)
    if (increment(deaths[side], death.running) >= DEATHS_UNTIL_EXCLUDED) exclude(side, death.running)
  }

  function noteFailure(side: SideName, id: string, message: string): void {
    const known = failures[side].get(id)
    const of = started[side].get(id) ?? 1
    failures[side].set(id, {
      message: known?.message ?? message,
      processes: (known?.processes ?? 0) + 1,
      of,
      excluded: known?.excluded ?? false,
    })
  }

  function exclude(side: SideName, id: string): void {
    failures[side].get(id)!.excluded = true
  }

  const isExcluded = (side: SideName, id: string) => failures[side].get(id)?.excluded === true

  /** What may still be started. A benchmark of both sides that one of them excludes is left out of the other too. */
  function alive({ base, head }: Ids): Record<SideName, string[]> {
    const isAlive = (id: string) =>
      !isExcluded('head', id) && !(base.includes(id) && isExcluded('base', id))
    return { base: base.filter(isAlive), head: head.filter(isAlive) }
  }

  const excludedCount = () =>
    [failures.base, failures.head].reduce((sum, side) => sum + [...side.values()].filter((f) => f.excluded).length, 0)

  /** Registers the benchmarks of every suite on both sides, running none. Throws a UserError for two of one id on head. */
  async function survey(suitesOf: Record<SideName, readonly string[]>): Promise<Survey> {
    const benchmarks = new Map<string, Benchmark>()
    const found: Survey = { benchmarks: [], failures: [], lateErrors: [], warnings: [] }
    for (const suite of options.suites) {
      const sides = (['base', 'head'] as const).filter((side) => suitesOf[side].includes(suite))
      for (const side of sides) {
        const outcome = await forkAlone(suite, side, { mode: 'list', only: null })
        const { death, lateError, registered } = outcome
        if (death !== null) found.failures.push({ suite, side, message: death.message })
        if (lateError !== null) found.lateErrors.push({ suite, side, message: lateError })
        if (side === 'head') found.warnings.push(...mitataWarnings(suite, outcome))
        if (side === 'head' && death === null && registered.size === 0) {
          found.warnings.push(`${suite} registers no benchmark`)
        }
        for (const [id, places] of registered) register(benchmarks, suite, side, id, places)
      }
    }
    return { ...found, benchmarks: [...benchmarks.values()] }
  }

  /**
   * Chooses the batch sizes on base and warms both sides up with one process each that is then forgotten. Benchmarks that only
   * head has get their batch from head. What throws here gets a second chance with its whole suite beside it: either it
   * depends on a neighbour, and the suite is not split from then on, or it is not started again.
   */
  async function pilot(suite: string, wanted: Ids, all: Ids): Promise<SuiteFailure[]> {
    const failed: SuiteFailure[] = []
    for (const side of ['base', 'head'] as const) {
      const run = async (ids: readonly string[]) => {
        const only = ids.filter((id) => !isExcluded(side, id))
        if (only.length === 0) return null
        const outcome = await forkAlone(suite, side, { mode: 'measure', only })
        for (const [id, result] of outcome.results) batches[id] ??= result.batch
        account(side, outcome, only)
        return outcome
      }
      const outcome = await untilAlive(() => run(wanted[side]))
      if (outcome?.death) failed.push({ suite, side, message: outcome.death.message })
      if (!outcome || outcome.death) continue
      const threw = wanted[side].filter((id) => !isExcluded(side, id) && !outcome.results.has(id))
      if (threw.length === 0) continue
      const second = await untilAlive(() => run([...new Set([...all[side], ...wanted[side]])]))
      for (const id of threw) {
        if (!second?.results.has(id)) exclude(side, id)
        else if (all[side].length > wanted[side].length) indivisible.add(suite)
      }
    }
    return failed
  }

  /** Repeats until a process ends well, at most MAX_DRAWS times and once more for every benchmark that is excluded on the way. */
  async function untilAlive(attempt: () => Promise<ForkOutcome | null>): Promise<ForkOutcome | null> {
    let last: ForkOutcome | null = null
    for (let draws = 0; draws < MAX_DRAWS; ) {
      const before = excludedCount()
      last = await attempt()
      if (!last?.death) return last
      if (excludedCount() === before) draws++
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
    for (let draws = 0; draws < MAX_DRAWS; ) {
      const ids = alive(indivisible.has(suite) ? all : wanted)
      if (ids.base.length + ids.head.length === 0) break
      const excluded = excludedCount()
      const drawn = await drawOnce(suite, ids, onFraction)
      failure = drawn.death
      if (failure) {
        if (excludedCount() === excluded) draws++
        continue
      }
      if (brokenBySplitting(suite, drawn.outcomes, ids, all)) {
        draws++
        continue
      }
      for (const { side, outcome } of drawn.outcomes) account(side, outcome, ids[side])
      return { blocks: collect(drawn.outcomes, wanted), failure: null }
    }
    return { blocks: new Map(), failure }
  }

  async function drawOnce(
    suite: string,
    ids: Ids,
    onFraction: (fraction: number) => void,
  ): Promise<{ outcomes: { side: SideName; outcome: ForkOutcome }[]; death: SuiteFailure | null }> {
    const number = planCount++
    const plans = {
      // Names of one length for both sides: the processes are to differ in nothing else.
      base: await writePlan({ mode: 'measure', only: ids.base }, `plan-${number}-base.json`),
      head: await writePlan({ mode: 'measure', only: ids.head }, `plan-${number}-head.json`),
    }
    const outcomes: { side: SideName; outcome: ForkOutcome }[] = []
    const order = drawBlock(options.random)
    for (const [i, side] of order.entries()) {
      if (ids[side].length > 0) {
        const outcome = await fork(suite, side, plans[side], ids[side])
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

  /**
   * A benchmark that ran before and fails everywhere once its neighbours are left out depends on one of them: then the whole
   * suite runs in every process from now on.
   */
  function brokenBySplitting(suite: string, outcomes: readonly { outcome: ForkOutcome }[], ids: Ids, all: Ids): boolean {
    const everything = alive(all)
    if (ids.base.length >= everything.base.length && ids.head.length >= everything.head.length) return false
    const broken = ids.head.some((id) => elapsedMs.has(id) && outcomes.every(({ outcome }) => outcome.errors.has(id)))
    if (broken) indivisible.add(suite)
    return broken
  }

  function collect(
    outcomes: readonly { side: SideName; outcome: ForkOutcome }[],
    wanted: Ids,
  ): Map<string, MeasuredBlock> {
    const blocks = new Map<string, MeasuredBlock>()
    for (const { side, outcome } of outcomes) {
      for (const id of wanted[side]) {
        const result = outcome.results.get(id)
        if (!result) continue
        const block = blocks.get(id) ?? { base: [], head: [] }
        blocks.set(id, block)
        block[side].push(result.stats)
      }
    }
    // Half a block is none: the test wants every process of it.
    for (const [id, block] of blocks) {
      const whole = (['base', 'head'] as const).every(
        (side) => !wanted[side].includes(id) || block[side].length === PAIRS_PER_BLOCK,
      )
      if (!whole) blocks.delete(id)
    }
    return blocks
  }

  /**
   * The benchmarks of a suite in portions of about a second, one a process. A machine drifts: what two processes differ in by
   * chance grows with the time between them, so a block is to be short; but a start is not to be a large part of it.
   */
  function portions(suite: string, ids: readonly string[]): string[][] {
    if (ids.length === 0) return []
    if (indivisible.has(suite)) return [[...ids]]
    const inside = ids.reduce((sum, id) => sum + (elapsedMs.get(id) ?? options.warmupMs + options.windowMs), 0)
    const portionMs = Math.max(PORTION_MS, WORK_PER_START * (startUpMs.get(suite) ?? 0))
    return inPortions(ids, Math.max(1, Math.ceil(portionMs / (inside / ids.length))))
  }

  /** Expected wall time of one block, from what its parts took so far. */
  function estimateBlockMs(suite: string, ids: Ids): number {
    let total = 0
    for (const side of ['base', 'head'] as const) {
      if (ids[side].length === 0) continue
      const inside = ids[side].reduce((sum, id) => sum + (elapsedMs.get(id) ?? 0), 0)
      total += PAIRS_PER_BLOCK * (inside + (startUpMs.get(suite) ?? 100))
    }
    return total
  }

  return { survey, pilot, portions, measureBlock, estimateBlockMs, failures, counts }
}

/** Splits a list into runs of at most `size`, as equal as can be. */
function inPortions(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size)
  return Array.from({ length: count }, (_, i) =>
    ids.slice(Math.floor((i * ids.length) / count), Math.floor(((i + 1) * ids.length) / count)),
  )
}

function increment(counts: Map<string, number>, id: string): number {
  const count = (counts.get(id) ?? 0) + 1
  counts.set(id, count)
  return count
}

function register(
  benchmarks: Map<string, Benchmark>,
  suite: string,
  side: SideName,
  id: string,
  places: readonly Registered[],
): void {
  const known = benchmarks.get(id)
  const here = places[0]!
  const other = places[1] ?? (known?.suite === suite ? null : (known?.[side] ?? null))
  if (other && side === 'head') {
    throw new UserError(
      'duplicate-benchmark',
      `two benchmarks are called ${JSON.stringify(id)}: ${place(other)} and ${place(here)}`,
      'Rename one of them, or put it into a group of its own: budgets and reports go by this name.',
    )
  }
  if (!known) {
    const entry: Benchmark = { id, suite, base: null, head: null, movedFrom: null }
    entry[side] = here
    benchmarks.set(id, entry)
  } else if (known.suite === suite) known[side] = here
  // In another file it runs among other neighbours: head's is the one to speak of, and it has nothing to be compared with.
  else if (side === 'base') known.movedFrom ??= known.base === null ? suite : null
  else benchmarks.set(id, { id, suite, base: null, head: here, movedFrom: known.suite })
}

const place = (r: Registered) =>
  r.file === null ? 'an unknown place' : r.line === null ? r.file : `${r.file}:${r.line}`

function mitataWarnings(suite: string, outcome: ForkOutcome): string[] {
  const major = outcome.userMitata?.split('.')[0]
  if (major === undefined || major === '1') return []
  return [`${suite} was written for mitata ${outcome.userMitata}; Benchgate measures with its own mitata 1`]
}
