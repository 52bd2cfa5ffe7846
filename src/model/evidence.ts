import { z } from 'zod'
import { environmentSchema, revisionSchema } from './assessment.ts'
import { PAIRS_PER_BLOCK } from './comparison.ts'
import { forkStats } from './sample.ts'

// All that one gate measured, and nothing that it concluded: whoever holds it can judge again, with budgets of his own. It goes
// from the job that runs a pull request's code to the one that may write, and is read there as what a stranger sent.

export const EVIDENCE_SCHEMA = 1

const MAX_BENCHMARKS = 10_000
const MAX_SUITES = 2_000
/** Eight blocks until the last look, three to confirm, and room. */
const MAX_BLOCKS = 32
/** What was cut off an error's message is not missed in a report. */
export const MAX_MESSAGE = 2_000

const name = z.string().max(10_000)
const text = z.string().max(4_000)
const sideName = z.enum(['base', 'head'])

const registered = z.strictObject({
  file: text.nullable(),
  line: z.int().positive().nullable(),
  hash: z.string().max(200).describe('Of the source of its function'),
})

const benchmark = z.strictObject({
  id: name,
  suite: name,
  base: registered.nullable(),
  head: registered.nullable(),
  movedFrom: name.nullable().describe('The suite that holds it on base, where that is another one: then `base` is null'),
})

const suiteFailure = z.strictObject({ suite: name, side: sideName, message: text })

const benchmarkFailure = z.strictObject({
  message: text,
  processes: z.int().nonnegative().describe('In how many it failed'),
  of: z.int().nonnegative(),
  excluded: z
    .boolean()
    .describe('True when it is no longer started: it ended its process twice, or threw twice before any block'),
})

const revision = revisionSchema.extend({
  label: text,
  sha: z.string().regex(/^[0-9a-f]{40,64}$/).nullable(),
})

const processes = z
  .array(forkStats)
  .max(PAIRS_PER_BLOCK)
  .refine(({ length }) => length === 0 || length === PAIRS_PER_BLOCK, 'half a block is none')
const block = z.strictObject({
  round: z.int().nonnegative().max(MAX_BLOCKS).describe('Rounds before it, 0-based'),
  base: processes,
  head: processes,
})
const blocks = z
  .array(block)
  .max(MAX_BLOCKS)
  .refine((list) => list.every(({ round }, i) => i === 0 || round > list[i - 1]!.round), 'rounds do not ascend')

/** True when no two entries have the same name. */
const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length

const messages = z.array(text).max(10_000)

const allEvidence = z.strictObject({
  schema: z.literal(EVIDENCE_SCHEMA),
  command: z.enum(['check', 'compare', 'record']),
  seed: z.string().max(200),
  filter: z.string().max(1_000).nullable(),
  base: revision,
  head: revision,
  environment: environmentSchema,
  survey: z.strictObject({
    benchmarks: z
      .array(benchmark)
      .max(MAX_BENCHMARKS)
      .refine((list) => areDistinct(list.map(({ id }) => id)), 'two benchmarks of one id'),
    failures: z.array(suiteFailure).max(MAX_SUITES),
    lateErrors: z.array(suiteFailure).max(MAX_SUITES),
    warnings: messages,
  }),
  baseFailure: text.nullable().describe('Why base could not be prepared; null: it could'),
  failures: z
    .array(benchmarkFailure.extend({ side: sideName, benchmark: name }))
    .max(2 * MAX_BENCHMARKS),
  measured: z
    .array(z.strictObject({ benchmark: name, blocks, confirming: blocks }))
    .max(MAX_BENCHMARKS)
    .refine((list) => areDistinct(list.map(({ benchmark }) => benchmark)), 'two entries for one benchmark'),
  stoppedBy: z.enum(['decided', 'max-pairs', 'time-limit']),
  processes: z.int().nonnegative(),
  elapsedMs: z.number().nonnegative(),
  msInBenchmarks: z.number().nonnegative(),
  warnings: messages,
})

export const evidenceSchema = allEvidence.refine(
  ({ baseFailure, measured }) =>
    baseFailure === null ||
    measured.every(({ blocks, confirming }) => [...blocks, ...confirming].every(({ base }) => base.length === 0)),
  'a base that could not be prepared has measurements',
)

export type Evidence = z.infer<typeof evidenceSchema>
export type Registered = z.infer<typeof registered>
/** A benchmark as its suite registered it, on either side. */
export type Benchmark = z.infer<typeof benchmark>
export type SuiteFailure = z.infer<typeof suiteFailure>
/** Why a benchmark has no numbers on a side, and in how many of the processes that were to run it. */
export type BenchmarkFailure = z.infer<typeof benchmarkFailure>
/**
 * What both sides hold, before anything is measured. `lateErrors` are errors outside any benchmark that left those registered
 * before them intact.
 */
export type Survey = Evidence['survey']
/** What the processes of one block said of one benchmark, and in which round. */
export type RoundBlock = z.infer<typeof block>
