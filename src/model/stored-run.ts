import { z } from 'zod'
import { environmentSchema, VERDICTS } from './assessment.ts'
import { unitKind } from './unit.ts'

// What the baseline branch stores: one file a run, written once. Readers ignore unknown fields, so that a
// later version may add some. A change of meaning needs a new schema number.

export const RUN_SCHEMA = 1

/** Processes a side of one run: 32 pairs, three blocks of confirming, and some to spare. */
const MAX_VALUES = 256
/**
 * The most that one run can hold: benchmarks, metrics of one benchmark, characters of names and of units, and
 * tools of an imported run.
 */
export const RUN_LIMITS = {
  benchmarks: 20_000,
  metrics: 64,
  name: 10_000,
  metricName: 100,
  unit: 40,
  sources: 100,
} as const
/** Characters of a tag; git's own limit is that of file names. */
const MAX_TAG = 1000
/** Written for a processor that is not known. */
const UNKNOWN = 'unknown'

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

const anchorChange = change
  .omit({ effect: true })
  .describe("Measured interleaved with the run's anchor, in the same job")

/** Whether a value cannot be stored, because no time and no rate is negative. */
export const isBelowZero = (unit: string, value: number): boolean =>
  value < 0 && (unitKind(unit) === 'time' || unitKind(unit) === 'rate')

const storedMetric = z
  .object({
    metric: z.string().max(RUN_LIMITS.metricName),
    unit: z.string().max(RUN_LIMITS.unit),
    better: z.enum(['lower', 'higher']),
    values: z
      .array(finite)
      .max(MAX_VALUES)
      .describe('One a process, in the unit; whole numbers in full, others with 5 significant digits'),
    change: change.nullable(),
    anchor: anchorChange.optional(),
    verdict: z
      .enum(VERDICTS)
      .nullable()
      // A later version may know more of them, and the values count all the same.
      .catch(null)
      .describe('Against the parent; null where it was not measured'),
  })
  .refine(({ unit, values }) => !values.some((value) => isBelowZero(unit, value)), {
    path: ['values'],
    message: 'a time or a rate is below zero',
  })

const storedBenchmark = z.object({
  id: z.string().max(RUN_LIMITS.name).describe('Groups and name joined by `/`'),
  suite: z.string().max(RUN_LIMITS.name),
  occurrence: z
    .int()
    .min(1)
    .max(RUN_LIMITS.benchmarks)
    .exactOptional()
    .describe('Its number among the benchmarks of that id in that suite; left out for the first'),
  edited: z
    .boolean()
    .optional()
    .describe(
      'True where it or its suite is another one than that of the parent: values before are not comparable',
    ),
  version: z
    .string()
    .max(200)
    .optional()
    .describe("What its tool writes of the benchmark's own code, such as a hash; two are not compared"),
  metrics: z.array(storedMetric).max(RUN_LIMITS.metrics),
})

const unknown = 'null: not known, of an imported run'

export const runSchema = z.object({
  schema: z.literal(RUN_SCHEMA),
  commit: z.object({
    sha,
    parent: sha.nullable(),
    time: z.iso
      .datetime()
      .describe('Of the commit, UTC; of an imported run the time of recording where nobody says'),
    subject: z.string().max(200),
  }),
  anchor: z
    .object({ sha, name: z.string().max(MAX_TAG) })
    .optional()
    .describe('The release that the commit was measured against as well, by its tag; absent: none'),
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
    leg: z
      .string()
      .regex(/^[\w.-]{1,80}$/)
      .optional()
      .describe('The job of the workflow and its part of the matrix; absent: not known'),
  }),
  imported: z
    .object({
      from: z.string().max(RUN_LIMITS.name).describe('Whose history it was part of'),
      by: z
        .array(z.string().max(RUN_LIMITS.name))
        .max(RUN_LIMITS.sources)
        .describe('What measured, as that history says: tools such as cargo, or the name of a testbed'),
    })
    .optional()
    .describe('Present in a run that another tool recorded: one number a metric, measured nobody knows how'),
  environment: environmentSchema
    .omit({ loadAverage: true })
    .extend({
      cpu: z.string().describe(`${UNKNOWN} of an imported run`),
      cores: z.int().nullable().describe(unknown),
      os: z.string().nullable().describe(unknown),
      node: z.string().nullable().describe(unknown),
      mitata: z.string().nullable().describe(unknown),
      ci: z.boolean().nullable().describe(unknown),
    })
    .strip(),
  config: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Digest of how it was measured; runs of two digests are not compared'),
  seed: z.string().max(200),
  benchmarks: z.array(storedBenchmark).max(RUN_LIMITS.benchmarks),
})

/** One run of one job, as it is stored. */
export type Run = z.infer<typeof runSchema>
export type StoredMetric = Run['benchmarks'][number]['metrics'][number]

/** The environment of a run that another tool recorded, of which nothing is known. */
export const UNKNOWN_ENVIRONMENT: Run['environment'] = {
  cpu: UNKNOWN,
  cores: null,
  os: null,
  image: null,
  node: null,
  nodeFlags: [],
  mitata: null,
  ci: null,
}

/** A run with its path on the branch. */
export interface StoredRun {
  path: string
  run: Run
}
