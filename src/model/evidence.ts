import { z } from 'zod'
import { keyText } from './benchmark.ts'
import { environmentSchema, revisionSchema, stoppedBySchema } from './assessment.ts'
import { PAIRS_PER_BLOCK } from './comparison.ts'
import { MOST_BLOCKS, RECORDED_BLOCKS, USUAL_BLOCKS } from './plan.ts'
import { isSuiteMetric, MAX_METRICS } from './metric.ts'
import { contradictionIn } from './metric-contradiction.ts'
import { metricSchema } from './metric-schema.ts'
import { processStats } from './sample.ts'

// Everything that one gate measured, and nothing that it concluded: whoever has it can judge again, with
// other budgets. It is passed from the job that runs a pull request's code to the job that may write, which
// treats it as untrusted input.

export const EVIDENCE_SCHEMA = 3

/** Benchmarks of one gate; a result file may hold this many. */
export const MAX_BENCHMARKS = 20_000
const MAX_SUITES = 2_000
/**
 * Blocks beyond the usual ones of all benchmarks together. A test of many blocks takes long: these take about
 * a minute to judge, and hours to measure.
 */
const MAX_FURTHER_BLOCKS = 3_000
/**
 * Result files that one gate reads: more than any workflow writes. A pattern that matches more is a mistake,
 * such as one that matches the whole checkout.
 */
export const MAX_RESULT_FILES = 100
/** Blocks of one benchmark: as many as a gate measures, or four result files each. */
const MAX_BLOCKS = Math.max(MOST_BLOCKS + RECORDED_BLOCKS, MAX_RESULT_FILES / PAIRS_PER_BLOCK)
/** Far above what one gate can take: a week, and more than any machine has. */
const MAX_MS = 7 * 24 * 60 * 60 * 1000
const MAX_PROCESSES = 100_000
const MAX_CORES = 100_000
const MAX_LOAD = 1e6
const MAX_LINE = 10_000_000
/** Characters of an error's message: enough for a report. */
export const MAX_MESSAGE = 2_000

const name = z.string().max(10_000)
const occurrence = z.int().min(1).max(MAX_BENCHMARKS)
/** A suite, a name and a number. */
const id = z.string().max(20_100)
const text = z.string().max(4_000)
const label = z.string().max(500)
const sideName = z.enum(['base', 'head'])

const registered = z.strictObject({
  file: text.nullable(),
  line: z.int().positive().max(MAX_LINE).nullable(),
  hash: z.string().max(200).describe('Of the source of its function'),
})

/** True when no two entries have the same name. */
const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length

const reported = metricSchema.extend({
  base: z.boolean().describe('Whether base reports it'),
  head: z.boolean(),
})

const edit = z.strictObject({
  onBase: z.boolean().describe("Whether base's own suite has the benchmark too"),
  own: text
    .nullable()
    .describe("Why each side ran its own suite, as the end of a sentence; null: both ran head's"),
})
/** A benchmark on one side, which of the other side has another place or number there. */
const elsewhere = z.strictObject({ suite: name, name, occurrence })

const benchmark = z.strictObject({
  id: id.describe('Its key as text: `suite › groups/name #n`. It is compared and never parsed'),
  suite: name.describe('The file, or the command line, that holds it'),
  name: name.describe('Groups and name joined by `/`'),
  occurrence: occurrence.describe('Its number among the benchmarks of that name in that suite'),
  source: z
    .enum(['suite', 'command'])
    .describe('In a suite Benchgate times the calls itself; a command reports what its tool measured'),
  metrics: z
    .array(reported)
    .max(MAX_METRICS)
    .refine((list) => areDistinct(list.map(({ id }) => id)), 'two metrics of one id')
    .describe('What it reports itself, the first one first'),
  base: registered.nullable(),
  head: registered.nullable(),
  edit: edit
    .optional()
    .describe('Present where its suite, or a file that belongs to it, differs between the sides'),
  onBase: elsewhere
    .nullable()
    .describe('What base has in its place, where that has another suite, name or number'),
})
const keyed = benchmark
  .refine((one) => one.id === keyText(one), 'an id that is not that of its parts')
  .superRefine(({ source, metrics }, context) => {
    for (const [i, metric] of metrics.entries()) {
      const taken = source === 'suite' && isSuiteMetric(metric.id)
      const message = taken ? 'is what Benchgate itself times in a suite' : contradictionIn(metric)
      if (message !== null) context.addIssue({ code: 'custom', path: ['metrics', i], message })
    }
  })

const environment = environmentSchema.extend({
  cpu: label,
  cores: z.int().positive().max(MAX_CORES),
  os: label,
  image: label.nullable(),
  node: label,
  mitata: label,
  loadAverage: z.number().nonnegative().max(MAX_LOAD),
})

const suiteFailure = z.strictObject({ suite: name, side: sideName, message: text })

const benchmarkFailure = z.strictObject({
  message: text,
  processes: z.int().nonnegative().describe('In how many it failed'),
  of: z.int().nonnegative(),
  excluded: z
    .boolean()
    .describe(
      'True when it is no longer started: it ended its process twice, or threw twice before any block',
    ),
})

const revision = revisionSchema.extend({
  label: text,
  sha: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
})

const processes = z.array(processStats).max(PAIRS_PER_BLOCK)
const block = z
  .strictObject({
    round: z.int().nonnegative().max(MAX_BLOCKS).describe('Rounds before it, 0-based'),
    base: processes,
    head: processes,
  })
  .refine(({ base, head }) => base.length + head.length > 0, 'a block without processes')
const blocks = z
  .array(block)
  .max(MAX_BLOCKS)
  .refine(
    (list) => list.every(({ round }, i) => i === 0 || round > list[i - 1]!.round),
    'rounds do not ascend',
  )

const messages = z.array(text).max(10_000)

const allEvidence = z.strictObject({
  schema: z.literal(EVIDENCE_SCHEMA),
  command: z.enum(['check', 'compare', 'record']),
  seed: z.string().max(200),
  filter: z
    .strictObject({
      match: z.string().max(1_000),
      suite: z.string().max(1_000).exactOptional(),
      occurrence: occurrence.exactOptional(),
    })
    .nullable(),
  base: revision,
  head: revision,
  environment,
  survey: z.strictObject({
    benchmarks: z
      .array(keyed)
      .min(1, 'there is no benchmark')
      .max(MAX_BENCHMARKS)
      .refine((list) => areDistinct(list.map(({ id }) => id)), 'two benchmarks of one id'),
    failures: z.array(suiteFailure).max(MAX_SUITES),
    lateErrors: z.array(suiteFailure).max(MAX_SUITES),
    warnings: messages,
    indivisible: z
      .array(name)
      .max(MAX_SUITES)
      .default([])
      .describe('Suites whose benchmarks depend on one another, so that they always share a process'),
  }),
  results: z
    .strictObject({
      tools: z.array(text).max(MAX_RESULT_FILES),
      files: z.array(text).min(1).max(MAX_RESULT_FILES),
    })
    .nullable()
    .describe(
      'Result files of head that the workflow wrote itself, one process each; null: Benchgate measured',
    ),
  baseFailure: text.nullable().describe('Why base could not be prepared; null: it could'),
  failures: z.array(benchmarkFailure.extend({ side: sideName, benchmark: id })).max(2 * MAX_BENCHMARKS),
  measured: z
    .array(z.strictObject({ benchmark: id, blocks, confirming: blocks.max(USUAL_BLOCKS) }))
    .max(MAX_BENCHMARKS)
    .refine((list) => areDistinct(list.map(({ benchmark }) => benchmark)), 'two entries for one benchmark'),
  maxPairs: z
    .int()
    .min(PAIRS_PER_BLOCK)
    .max(MOST_BLOCKS * PAIRS_PER_BLOCK)
    .describe('Longest comparison that was planned: fewer where executions take long'),
  stoppedBy: stoppedBySchema,
  processes: z.int().nonnegative().max(MAX_PROCESSES),
  elapsedMs: z.number().nonnegative().max(MAX_MS),
  msInBenchmarks: z.number().nonnegative(),
  warnings: messages,
})

/** Blocks that are more than the usual ones of their benchmarks. */
const furtherBlocks = ({ measured }: z.infer<typeof allEvidence>): number =>
  measured.reduce((sum, { blocks }) => sum + Math.max(0, blocks.length - USUAL_BLOCKS), 0)
const isWhole = (side: readonly unknown[]): boolean => side.length === 0 || side.length === PAIRS_PER_BLOCK
const blocksIn = ({ measured }: z.infer<typeof allEvidence>) =>
  measured.flatMap(({ blocks, confirming }) => [...blocks, ...confirming])

export const evidenceSchema = allEvidence
  .refine(
    (evidence) => evidence.baseFailure === null || blocksIn(evidence).every(({ base }) => base.length === 0),
    'a base that could not be prepared has measurements',
  )
  .refine(
    (evidence) =>
      evidence.results !== null ||
      blocksIn(evidence).every(({ base, head }) => isWhole(base) && isWhole(head)),
    'half a block is none',
  )
  .refine(
    ({ results, baseFailure, survey }) =>
      results === null || (baseFailure !== null && survey.benchmarks.every(({ base }) => base === null)),
    'results of head alone have a base',
  )
  .refine(
    (evidence) =>
      evidence.results === null ||
      evidence.measured.every(({ blocks, confirming }) => {
        const processes = blocks.reduce((sum, { head }) => sum + head.length, 0)
        return confirming.length === 0 && processes <= evidence.results!.files.length
      }),
    'more results than files',
  )
  .refine(({ msInBenchmarks, elapsedMs, environment }) => msInBenchmarks <= elapsedMs * environment.cores, {
    path: ['msInBenchmarks'],
    message: 'more than all cores could spend in that time',
  })
  .refine((evidence) => evidence.results !== null || furtherBlocks(evidence) <= MAX_FURTHER_BLOCKS, {
    path: ['measured'],
    message: `has more than ${MAX_FURTHER_BLOCKS} blocks beyond the first ${USUAL_BLOCKS} of each benchmark`,
  })
  .superRefine(checkProcesses)

/**
 * What is measured must fit its benchmark: in a suite Benchgate times every process, and no value may take
 * the place of its time; of a command nothing is timed. Blocks are numbered within what was planned; those of
 * a recorded commit that no look sees come after it.
 */
function checkProcesses(evidence: z.infer<typeof allEvidence>, context: z.RefinementCtx): void {
  const sources = new Map(evidence.survey.benchmarks.map(({ id, source }) => [id, source]))
  const planned = evidence.results === null ? evidence.maxPairs / PAIRS_PER_BLOCK : Infinity
  const rounds = planned + (evidence.command === 'record' ? RECORDED_BLOCKS : 0)
  for (const [i, { benchmark, blocks, confirming }] of evidence.measured.entries()) {
    const source = sources.get(benchmark)
    const refuse = (message: string) =>
      context.addIssue({ code: 'custom', path: ['measured', i, 'benchmark'], message })
    if (source === undefined) refuse('is none of survey.benchmarks')
    if (blocks.some(({ round }) => round >= rounds)) refuse('has more blocks than maxPairs')
    const processes = [...blocks, ...confirming].flatMap(({ base, head }) => [...base, ...head])
    if (processes.some((stats) => 'p10' in stats !== (source === 'suite')))
      refuse(source === 'suite' ? 'is in a suite, and was not timed' : 'is of a command, and was timed')
    if (
      source === 'suite' &&
      processes.some(({ values }) => Object.keys(values ?? {}).some((id) => isSuiteMetric(id)))
    )
      refuse('has a value in the place of what Benchgate times')
  }
}

export type ReportedMetric = z.infer<typeof reported>
export type Evidence = z.infer<typeof evidenceSchema>
export type Registered = z.infer<typeof registered>
/** A benchmark as its suite registered it, on either side. */
export type Benchmark = z.infer<typeof benchmark>
export type SuiteFailure = z.infer<typeof suiteFailure>
/** Why a benchmark has no numbers on a side, and in how many of the processes that should have run it. */
export type BenchmarkFailure = z.infer<typeof benchmarkFailure>
/**
 * Which benchmarks and metrics each side has, known before the first block. `lateErrors` are errors outside
 * any benchmark that left the benchmarks registered before them intact.
 */
export type Survey = Evidence['survey']
/** What the processes of one block measured of one benchmark, and the round in which they did. */
export type RoundBlock = z.infer<typeof block>
