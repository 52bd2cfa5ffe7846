import { z } from 'zod'
import { environmentSchema, VERDICTS } from './assessment.ts'
import type { Unit } from './metric.ts'

// What the baseline branch stores: one file a run, written once. Reading ignores fields that it does not know, so that a later
// version may add some; what changes a meaning gets a new schema number.

export const RUN_SCHEMA = 1

const MAX_BENCHMARKS = 20_000
const MAX_METRICS = 64
/** Processes a side of one run: 32 pairs and three blocks of confirming, and room. */
const MAX_VALUES = 256
const MAX_NAME = 10_000

const sha = z.string().regex(/^[0-9a-f]{40,64}$/)
const finite = z.number()

const change = z
  .object({
    effect: finite.describe('commit / parent - 1'),
    log: finite.describe('The same as a natural logarithm, ln(commit / parent)'),
    low: finite.describe('95 % interval of log'),
    high: finite,
    pairs: z.int().positive(),
  })
  .describe('Measured interleaved with the parent, in the same job')

/** Units of what cannot be below zero; of units that a later version adds, nothing is known here. */
const NEVER_NEGATIVE: ReadonlySet<string> = new Set(['ns', 'ops/s'] satisfies Unit[])

const storedMetric = z
  .object({
    metric: z.string().max(100),
    unit: z.string().max(32),
    better: z.enum(['lower', 'higher']),
    values: z.array(finite).max(MAX_VALUES).describe('One a process, in the unit; 5 significant digits'),
    change: change.nullable(),
    verdict: z.enum(VERDICTS).nullable().describe('Against the parent; null where it was not measured'),
  })
  .refine(({ unit, values }) => !NEVER_NEGATIVE.has(unit) || values.every((value) => value >= 0), {
    path: ['values'],
    message: 'a time or a rate is below zero',
  })

const storedBenchmark = z.object({
  id: z.string().max(MAX_NAME),
  suite: z.string().max(MAX_NAME),
  metrics: z.array(storedMetric).max(MAX_METRICS),
})

export const runSchema = z.object({
  schema: z.literal(RUN_SCHEMA),
  commit: z.object({
    sha,
    parent: sha.nullable(),
    /** ISO 8601, UTC. */
    time: z.iso.datetime(),
    subject: z.string().max(200),
  }),
  ref: z.string().max(300).describe('The full ref that was pushed, such as refs/heads/main'),
  run: z.object({
    id: z
      .string()
      .regex(/^[0-9A-Za-z]{1,32}$/)
      .describe("The workflow run's id"),
    attempt: z.int().positive(),
    recordedAt: z.iso.datetime(),
    key: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,50}$/)
      .default('default')
      .describe('Of several gates of one repository; their runs are not compared'),
  }),
  environment: environmentSchema.omit({ loadAverage: true }).strip(),
  config: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Digest of how it was measured; runs of two digests are not compared'),
  seed: z.string().max(200),
  benchmarks: z.array(storedBenchmark).max(MAX_BENCHMARKS),
})

/** One run of one job, as stored. */
export type Run = z.infer<typeof runSchema>
export type StoredMetric = Run['benchmarks'][number]['metrics'][number]

/** A run with its path on the branch. */
export interface StoredRun {
  path: string
  run: Run
}
