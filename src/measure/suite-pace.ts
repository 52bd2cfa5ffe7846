import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { SIDES } from '../model/side.ts'
import type { ProcessPlan } from './protocol.ts'
import type { Ids } from './session.ts'
import type { SuiteOutcome } from './suite-process.ts'

const MIN_SAMPLES = 40
/** Allowance for processes that settle a little later than the one that was watched. */
const SETTLED_MARGIN_MS = 20
/**
 * A benchmark that takes longer to settle is measured without settling: a longer warm-up would cost more than
 * its window.
 */
const MAX_WARMUP_MS = 150
/**
 * How long calibration watches a benchmark at most, in ms and as a multiple of the window: a user who sets a
 * short window wants a short run.
 */
const TRACE_MS = 160
const TRACE_WINDOWS = 6
const BENCHMARK_LIMIT_MS = 2_000
/** Enough for a thousand calls of 8 ms, timed one by one. */
const TAIL_LIMIT_MS = 8_000
/** Of tail metrics that nobody asked for; a process measures for about as long. */
const UNASKED_TAIL_LIMIT_MS = 1_000
/** Time inside benchmarks that a process should have: in ms, and as a multiple of its start-up time. */
const PORTION_MS = 1_200
const WORK_PER_START = 4
/** Start-up time that is assumed until one was measured. */
const USUAL_START_MS = 100

export interface PaceOptions {
  warmupMs: number
  windowMs: number
  /** Individually timed calls that a benchmark needs for its tail metrics; 0 for none. */
  individualCalls: (id: string) => number
  /** True: tail metrics are given up where their calls take long. */
  tailIsOptional?: boolean
}

/** How to measure each benchmark and how long that takes, learned from the processes that ran it. */
export class SuitePace {
  readonly #o: PaceOptions
  readonly #traceMs: number
  readonly #batches = new Map<string, number>()
  readonly #warmups = new Map<string, number>()
  readonly #elapsedMs = new Map<string, number>()
  readonly #startUpMs = new Map<string, number>()

  constructor(options: PaceOptions) {
    this.#o = options
    this.#traceMs = Math.min(TRACE_MS, TRACE_WINDOWS * options.windowMs)
  }

  plan(mode: ProcessPlan['mode'], only: readonly string[] | null): ProcessPlan {
    const { warmupMs, windowMs, individualCalls, tailIsOptional = false } = this.#o
    const ids = only ?? []
    const known = (values: ReadonlyMap<string, number>): Record<string, number> =>
      Object.fromEntries(ids.flatMap((id) => (values.has(id) ? [[id, values.get(id)!]] : [])))
    const calls = ids.map((id) => [id, individualCalls(id)] as const).filter(([, wanted]) => wanted > 0)
    return {
      mode,
      only,
      warmups: known(this.#warmups),
      warmupMs,
      traceMs: this.#traceMs,
      windowMs,
      minSamples: MIN_SAMPLES,
      benchmarkLimitMs: Math.max(
        tailIsOptional
          ? BENCHMARK_LIMIT_MS + UNASKED_TAIL_LIMIT_MS
          : calls.length > 0
            ? TAIL_LIMIT_MS
            : BENCHMARK_LIMIT_MS,
        4 * (MAX_WARMUP_MS + windowMs),
      ),
      batches: known(this.#batches),
      individualCalls: Object.fromEntries(calls),
      ...(tailIsOptional && { tailLimitMs: UNASKED_TAIL_LIMIT_MS }),
    }
  }

  /** Records how long the benchmarks of a process took. Returns the sum in ms. */
  noteOutcome(suite: string, { death, elapsedMs, results }: SuiteOutcome): number {
    let inside = 0
    for (const [id, result] of results) {
      inside += result.elapsedMs
      this.#elapsedMs.set(id, result.elapsedMs)
    }
    if (death === null) this.#startUpMs.set(suite, elapsedMs - inside)
    return inside
  }

  /**
   * Keeps the first batch size of each benchmark, and lengthens the warm-up of both sides for benchmarks that
   * settle late.
   */
  noteCalibration({ results }: SuiteOutcome): void {
    const { warmupMs: usualMs, windowMs } = this.#o
    for (const [id, { batch, settledMs, elapsedMs }] of results) {
      if (!this.#batches.has(id)) this.#batches.set(id, batch)
      if (settledMs === null) continue
      const warmupMs = settledMs <= usualMs ? usualMs : Math.min(settledMs + SETTLED_MARGIN_MS, MAX_WARMUP_MS)
      this.#warmups.set(id, warmupMs)
      this.#elapsedMs.set(id, elapsedMs - this.#traceMs + warmupMs + windowMs)
    }
  }

  hasRun(id: string): boolean {
    return this.#elapsedMs.has(id)
  }

  /**
   * Splits the benchmarks of a suite into portions of about a second, one a process. A machine drifts, so
   * that the chance difference between two processes grows with the time between them, and a block should be
   * short; but start-up should not be a large part of it.
   */
  portions(suite: string, ids: readonly string[]): string[][] {
    const usualMs = this.#o.warmupMs + this.#o.windowMs
    const meanMs = this.#inside(ids, usualMs) / ids.length
    const portionMs = Math.max(PORTION_MS, WORK_PER_START * (this.#startUpMs.get(suite) ?? 0))
    return inPortions(ids, Math.max(1, Math.ceil(portionMs / meanMs)))
  }

  /** Expected wall time of one block, in ms, from what its parts took so far. */
  estimateBlockMs(suite: string, ids: Ids): number {
    const startMs = this.#startUpMs.get(suite) ?? USUAL_START_MS
    return SIDES.filter((side) => ids[side].length > 0).reduce(
      (sum, side) => sum + PAIRS_PER_BLOCK * (this.#inside(ids[side], 0) + startMs),
      0,
    )
  }

  #inside(ids: readonly string[], otherwiseMs: number): number {
    return ids.reduce((sum, id) => sum + (this.#elapsedMs.get(id) ?? otherwiseMs), 0)
  }
}

/** Splits a list into portions of at most `size`, as equal as possible. */
function inPortions(ids: readonly string[], size: number): string[][] {
  const count = Math.ceil(ids.length / size)
  return Array.from({ length: count }, (_, i) =>
    ids.slice(Math.floor((i * ids.length) / count), Math.floor(((i + 1) * ids.length) / count)),
  )
}
