import { z } from 'zod'
import { MAX_METRICS } from '../model/metric.ts'
import { betterSchema, metricIdSchema, unitSchema } from '../model/metric-schema.ts'
import { timingStats } from '../model/sample.ts'

/**
 * What a measuring process has to do. It lies as JSON in the file that the environment variable
 * BENCHGATE_PLAN names; both sides of a block get the same plan.
 */
export interface ProcessPlan {
  /** `list` registers the benchmarks and runs none; `calibrate` finds out how each is to be measured. */
  mode: 'list' | 'calibrate' | 'measure'
  /** Discarded time by benchmark id; `warmupMs` for an id that is absent. */
  warmups: Record<string, number>
  warmupMs: number
  /** How long calibrating watches a benchmark that starts cold, where its batch is given. */
  traceMs: number
  windowMs: number
  /** Samples after warm-up that a benchmark is given beyond its window, within `benchmarkLimitMs`. */
  minSamples: number
  /** No benchmark starts another sample after this much wall time in one process. */
  benchmarkLimitMs: number
  /** Benchmark ids to measure, null for all. */
  only: readonly string[] | null
  /**
   * Calls per sample by benchmark id: 1, which times each call, or a multiple of 4. For an id that is absent
   * the process chooses and reports it.
   */
  batches: Record<string, number>
  /** Individually timed calls wanted by benchmark id, for tail metrics; absent: none. */
  individualCalls: Record<string, number>
}

const text = z.string().max(20_000)

const reportedMetric = z.object({
  id: metricIdSchema,
  /** In `unit` as the suite wrote it, which may be no word that Benchgate knows. */
  value: z.number().nonnegative(),
  unit: unitSchema,
  /** Null where the suite leaves it to the config file. */
  better: betterSchema.nullable(),
})

/**
 * What is wrong with what a suite reports, each a sentence that names the metric. Nothing else suffers from
 * it.
 */
const metricProblems = z
  .array(z.string().max(1_000))
  .max(MAX_METRICS + 2)
  .default([])

/** What a measuring process says, one JSON object a line on file descriptor 3. */
export const processEvent = z.discriminatedUnion('type', [
  /**
   * First line. `userMitata` is the version that the suite would have loaded, null when none is installed.
   */
  z.object({ type: z.literal('hello'), userMitata: text.nullable() }),
  /**
   * A benchmark was registered; `file` and `line` (1-based) of its bench() call, `hash` of its function's
   * source.
   */
  z.object({
    type: z.literal('registered'),
    id: text,
    file: text.nullable(),
    line: z.int().positive().nullable(),
    hash: text,
  }),
  /** A benchmark is about to run: what the watchdog blames when nothing follows. */
  z.object({ type: z.literal('start'), id: text }),
  z.object({
    type: z.literal('result'),
    id: text,
    batch: z.int().positive(),
    elapsedMs: z.number().nonnegative(),
    /** Of calibrating with a given batch: when the benchmark ran as fast as it was going to. */
    settledMs: z.number().nonnegative().nullable().default(null),
    stats: timingStats,
    /** What the benchmark reported of itself, in the order in which it began to; an id stands once. */
    metrics: z.array(reportedMetric).max(MAX_METRICS).default([]),
    metricProblems,
  }),
  /** A benchmark threw (`id`), or the suite did outside any benchmark (null). The other benchmarks go on. */
  z.object({ type: z.literal('error'), id: text.nullable(), message: text }),
  /**
   * Last line, written while the process exits. `running` is the benchmark that was cut off, `pending` how
   * many planned benchmarks had not run: both empty after an orderly end, whoever called process.exit.
   * `metricProblems` is about what was reported and belongs to no benchmark.
   */
  z.object({
    type: z.literal('end'),
    running: text.nullable(),
    pending: z.int().nonnegative(),
    metricProblems,
  }),
])
export type ProcessEvent = z.infer<typeof processEvent>
