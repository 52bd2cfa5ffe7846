import { z } from 'zod'
import { MAX_METRICS } from '../model/metric.ts'
import { betterSchema, metricIdSchema, unitSchema } from '../model/metric-schema.ts'
import { timingStats } from '../model/sample.ts'

/**
 * The task of a measuring process, which it reads as JSON from file descriptor 3, whose number the
 * environment variable BENCHGATE_PLAN has. Both sides of a block get the same plan. No file holds it, because
 * code that was measured before could replace a file.
 */
export interface ProcessPlan {
  /** `list` registers the benchmarks and runs none; `calibrate` finds out how to measure each of them. */
  mode: 'list' | 'calibrate' | 'measure'
  /** Warm-up in ms by benchmark id, whose samples are discarded; `warmupMs` for other ids. */
  warmups: Record<string, number>
  warmupMs: number
  /** How long calibration watches a benchmark from a cold start, where its batch is given. */
  traceMs: number
  windowMs: number
  /** Samples after warm-up for which a benchmark runs beyond its window, within `benchmarkLimitMs`. */
  minSamples: number
  /** A benchmark starts no further sample after this much wall time in one process. */
  benchmarkLimitMs: number
  /** Ids of the benchmarks to measure; null for all. */
  only: readonly string[] | null
  /**
   * Calls per sample by benchmark id: 1, which times each call, or a multiple of 4. For other ids the process
   * chooses the number and reports it.
   */
  batches: Record<string, number>
  /** Individually timed calls wanted by benchmark id, for tail metrics; absent: none. */
  individualCalls: Record<string, number>
  /**
   * Individually timed calls are left out where all of them would take longer than this. Absent: they were
   * asked for, and get what `benchmarkLimitMs` leaves.
   */
  tailLimitMs?: number
}

const text = z.string().max(20_000)

const reportedMetric = z.object({
  id: metricIdSchema,
  /** In `unit` as the suite wrote it, which may be a word that Benchgate does not know. */
  value: z.number().nonnegative(),
  unit: unitSchema,
  /** Null where the suite leaves the direction to the config file. */
  better: betterSchema.nullable(),
})

/**
 * Problems with the metrics that a suite reports, each a sentence that names the metric. They affect nothing
 * else.
 */
const metricProblems = z
  .array(z.string().max(1_000))
  .max(MAX_METRICS + 2)
  .default([])

/** The events of a measuring process, one JSON object a line on file descriptor 3. */
export const processEvent = z.discriminatedUnion('type', [
  /**
   * The first line. `userMitata` is the version that the suite would have loaded; null when none is
   * installed.
   */
  z.object({ type: z.literal('hello'), userMitata: text.nullable() }),
  /**
   * A benchmark was registered: `id` is its name and its number among those of that name. `file` and `line`
   * (1-based) are those of its bench() call, `hash` is that of its function's source.
   */
  z.object({
    type: z.literal('registered'),
    id: text,
    name: text,
    occurrence: z.int().positive(),
    file: text.nullable(),
    line: z.int().positive().nullable(),
    hash: text,
  }),
  /** The suite itself called one of mitata's measuring loops, `call`. Sent of the first such call. */
  z.object({
    type: z.literal('ungated'),
    call: text,
    /** Its path from the checkout, and its line. */
    place: text.nullable(),
  }),
  /** A benchmark is about to run. The watchdog blames it when no event follows. */
  z.object({ type: z.literal('start'), id: text }),
  z.object({
    type: z.literal('result'),
    id: text,
    batch: z.int().positive(),
    elapsedMs: z.number().nonnegative(),
    /** From calibration with a given batch: after how long the benchmark had reached its final speed. */
    settledMs: z.number().nonnegative().nullable().default(null),
    stats: timingStats,
    /** The metrics that the benchmark itself reported, in the order of their first values; each id once. */
    metrics: z.array(reportedMetric).max(MAX_METRICS).default([]),
    metricProblems,
  }),
  /**
   * A benchmark threw (`id`), or the suite threw outside any benchmark (null). The other benchmarks go on.
   */
  z.object({
    type: z.literal('error'),
    id: text.nullable(),
    message: text,
    /** Of an error outside any benchmark: file and line in the project, where they are known. */
    place: text.nullable().default(null),
    /** The code by which Node names the error, if it is one of Node's. */
    code: text.nullable().default(null),
  }),
  /**
   * Everything in the plan has been measured, or everything registered so far has been listed, and run() has
   * returned. Whatever happens afterwards, what was measured counts.
   */
  z.object({ type: z.literal('done') }),
  /**
   * The last line, written while the process exits. `running` is the benchmark that was cut off, and
   * `pending` the number of planned benchmarks that had not run; they are null and 0 after an orderly end,
   * even by process.exit. `metricProblems` are about metrics that belong to no benchmark.
   */
  z.object({
    type: z.literal('end'),
    running: text.nullable(),
    pending: z.int().nonnegative(),
    metricProblems,
  }),
])
export type ProcessEvent = z.infer<typeof processEvent>
