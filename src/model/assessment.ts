import { z } from 'zod'
import type { RunKind } from './baseline.ts'
import type { Finding } from './finding.ts'
import { betterSchema, metricIdSchema, unitSchema } from './metric-schema.ts'

export const revisionSchema = z.strictObject({
  label: z
    .string()
    .describe('What the user called it: merge-base, working tree, v1.2.0, ...; none: there is no base'),
  sha: z.string().nullable().describe('Full commit id; of a working tree, the commit that it stands on'),
  dirty: z.boolean().describe('True when uncommitted changes were measured'),
})

/** Of all tools of a gate, and of the conditions that one states. */
const MAX_CONDITIONS = 20
const fewOf = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string().max(200), value)
    .refine((all) => Object.keys(all).length <= MAX_CONDITIONS, 'more than anyone states')
const conditionsSchema = fewOf(fewOf(z.string().max(200)))

export const environmentSchema = z.strictObject({
  cpu: z.string(),
  cores: z.int(),
  os: z.string(),
  image: z.string().nullable().describe('Name of the CI image, where there is one'),
  node: z.string(),
  nodeFlags: z
    .array(z.string().max(200))
    .max(20)
    .default([])
    .describe('Flags of V8 that measuring processes of suites run under, beside measure.node-args'),
  mitata: z.string().describe('Version of the bundled mitata, which measures both sides'),
  loadAverage: z.number().describe('One-minute load average at the start'),
  ci: z.boolean(),
  measuredOn: conditionsSchema
    .optional()
    .describe('What result files say of their machine, build and programs, by tool'),
})

export const stoppedBySchema = z
  .enum(['decided', 'max-pairs', 'out-of-reach', 'time-limit'])
  .describe(
    'out-of-reach: what was open could not be expected to be decided in the time and pairs that were left',
  )

export const VERDICTS = [
  'regression',
  'over-budget',
  'slower-small',
  'unchanged',
  'improvement',
  'inconclusive',
  'insufficient',
  'missing',
  'failed',
  'new',
  'removed',
  'accepted',
] as const

/** The most stored values that a row carries. */
export const MAX_HISTORY = 50

const levels = z.strictObject({ warn: z.number().nullable(), fail: z.number().nullable() })

const budget = z.strictObject({
  maxRegression: levels.nullable().describe('Fractions: .05 is 5 %'),
  max: levels.nullable().describe("In the metric's unit"),
  min: levels.nullable().describe("In the metric's unit"),
  minImprovement: levels.nullable().describe('Fractions: .1 is 10 % faster'),
  where: z.string().nullable().describe('file:line of the last rule that set a limit; null: a default'),
})

const side = z.strictObject({
  value: z.number().nullable().describe("Median over processes of the metric, in the row's unit"),
  p50: z.number().nullable().describe('Median over processes of the median time in ns, shown beside time'),
})

const standing = z.strictObject({
  branch: z.string().describe('The recorded branch that has it, such as main'),
  event: z.string().describe('Of the change point, as `benchgate bisect --event` takes it'),
  effect: z.number().describe('Level of the branch now / level before - 1'),
  interval: z
    .strictObject({ low: z.number(), high: z.number(), level: z.number() })
    .describe('Of the effect'),
  before: z
    .strictObject({ sha: z.string(), pull: z.int().nullable() })
    .describe('The last commit on the level before, and the pull request that its subject names'),
  accepted: z.number().nullable().describe('The part of the effect that was accepted since; null: none'),
  takenBack: z
    .number()
    .nullable()
    .describe('What this change proves to take back of it, a fraction of the level before; null: nothing'),
})

const row = z.strictObject({
  id: z.string().describe('Key of the benchmark, `suite › groups/name #n`: compare it, do not parse it'),
  benchmark: z.string().describe('Groups and name joined by /'),
  suite: z.string().describe('Path of the suite in the project; of a command, its prefix or its line'),
  occurrence: z.int().min(1).describe('Number among the benchmarks of that name in that suite'),
  metric: metricIdSchema.describe('As a budget names it'),
  unit: unitSchema.describe('ns, ops/s, B, B/s, count, fraction, or as its source spells it'),
  better: betterSchema.describe('The direction that is better'),
  exact: z.boolean().default(false).describe('Deterministic: compared without a test'),
  verdict: z.enum(VERDICTS).describe('What was found'),
  severity: z.enum(['fail', 'warn', 'pass']).describe('What the budget makes of it'),
  effect: z.number().nullable().describe('head / base - 1'),
  interval: z
    .strictObject({ low: z.number(), high: z.number(), level: z.number() })
    .nullable()
    .describe('Of the effect'),
  p: z.number().nullable().describe('Repeated p of the test for a change for the worse'),
  pairs: z.int().describe('Pairs of a base and a head process'),
  sigma: z.number().nullable().describe("Standard deviation of a process's log value"),
  grade: z
    .enum(['A', 'B', 'C', 'D', 'E'])
    .nullable()
    .describe('The same noise as a letter: A is 1 % or less, E above 8 %'),
  mde: z.number().nullable().describe('Minimum detectable effect at 90 % power, a fraction'),
  pairsNeeded: z.int().nullable().describe('Pairs that would show the fail level; for inconclusive rows'),
  base: side.describe('What base measured'),
  head: side.describe('What head measured'),
  budget: budget.nullable().describe('The limits that held; null: none'),
  confirmed: z
    .boolean()
    .nullable()
    .describe('Whether the finding recurred when it was measured again; null: not asked'),
  edited: z
    .boolean()
    .describe('True when the source of the benchmark, or its suite, differs between base and head'),
  suiteFrom: z
    .literal('head')
    .optional()
    .describe("Present where both sides ran head's version of the suite; else each ran its own"),
  location: z.string().nullable().describe('file:line of the bench() call in head'),
  notes: z.array(z.string()).describe('Why, in sentences for people'),
  waiver: z
    .strictObject({
      upTo: z.number(),
      reason: z.string(),
      until: z.string().nullable(),
      where: z.string(),
      added: z.boolean().default(false).describe('True when the change under judgement brings it itself'),
    })
    .nullable()
    .describe('The accepted regression that holds for it'),
  history: z
    .array(z.number())
    .max(MAX_HISTORY)
    .default([])
    .describe("What earlier runs of the default branch measured, oldest first, in the row's unit"),
  standing: standing
    .optional()
    .describe(
      'Present where the branch has a regression of it that is neither fixed nor accepted; no verdict depends on it',
    ),
})

const budgetChange = z.strictObject({
  direction: z.enum(['loosened', 'tightened']),
  metric: metricIdSchema.nullable().describe('Null for `forks`, which is of no metric'),
  limit: z.enum(['max-regression', 'max', 'min', 'min-improvement', 'severity', 'forks']),
  from: z.string().describe("As the config file writes it; 'none' where there is no limit"),
  to: z.string(),
  benchmarks: z.int().describe('How many benchmarks it concerns'),
  example: z.string().nullable().describe('One of them; null for `forks`'),
})

const storedRun = z.strictObject({
  sha: z.string().describe('The commit that was measured'),
  recordedAt: z.string().describe('ISO 8601, UTC'),
  cpu: z.string(),
})

const history = z.strictObject({
  branch: z.string().describe('The branch that stores the runs'),
  runs: z.int().describe('Stored runs that were read'),
  nearest: storedRun
    .extend({ commitsBefore: z.int().nullable().describe('Commits between it and base; null: unknown') })
    .nullable()
    .describe('The nearest run to base among its ancestors'),
})

const standIn = storedRun.extend({
  reason: z.string().describe('Why base could not be measured'),
})

/** What `report.json` holds. */
export const reportSchema = z.strictObject({
  schema: z.literal(1).describe('Version of this format; fields may be added without a new one'),
  outcome: z.enum(['pass', 'warn', 'fail']).describe('The gravest severity among the rows'),
  command: z
    .enum(['check', 'compare', 'record'])
    .describe('record: a commit of the default branch against its parent, or alone'),
  statedBy: z
    .literal('pull-request')
    .optional()
    .describe(
      "Present where the pull request's own code measured in its own workflow: the numbers, the environment and texts in notes and warnings come from it and were not verified. Budgets and verdicts are this repository's",
    ),
  forks: z
    .literal('warn')
    .optional()
    .describe(
      "Present where a pull request from a fork would fail, and `forks: warn` in base's config file has it warn",
    ),
  seed: z.string().describe('Of the random order of processes; --seed repeats it'),
  base: revisionSchema.describe('What head was compared with'),
  head: revisionSchema.describe('What was judged'),
  environment: environmentSchema.describe('The machine, and what ran on it'),
  summary: z
    .strictObject({
      benchmarks: z.int().describe('Distinct benchmarks seen on either side'),
      verdicts: z.record(z.enum(VERDICTS), z.int()).describe('Rows by verdict'),
      failed: z.int().describe('Rows of severity fail'),
      warned: z.int().describe('Rows of severity warn'),
      processes: z.int(),
      pairs: z.int().describe('Pairs of the longest comparison'),
      seconds: z.number().describe('Wall time, set-up included'),
      secondsInBenchmarks: z.number().describe('Wall time inside benchmarks, warm-up included'),
      stoppedBy: stoppedBySchema,
    })
    .describe('Numbers of the whole gate'),
  rows: z.array(row).describe('One for each benchmark and metric'),
  warnings: z.array(z.string()).describe('Sentences for people'),
  budgetChanges: z
    .array(budgetChange)
    .default([])
    .describe("What the change does to the budgets; the rows are judged by base's"),
  history: history.nullable().default(null).describe('Null: no stored runs were asked for'),
  results: z
    .strictObject({
      tools: z.array(z.string()).describe('What measured'),
      base: z.array(z.string()).describe('Files of base; none where a stored run stands in, or nothing'),
      head: z.array(z.string()),
    })
    .nullable()
    .default(null)
    .describe('Present where result files were compared that somebody else measured'),
  standIn: standIn
    .nullable()
    .default(null)
    .describe('Present when base could not be built and a stored run stands in'),
})

export type Report = z.infer<typeof reportSchema>

/** What a report says of one benchmark and metric. */
export type Row = Omit<Report['rows'][number], 'notes'> & {
  /** Why the row has its verdict, and what a reader should know about the numbers. */
  notes: readonly Finding[]
}

/** Where the numbers of head come from: measured here, or read from files that some tools wrote. */
export type MeasuredBy = { kind: 'benchgate' } | { kind: 'tools'; tools: string[]; files: string[] }

/**
 * What head as a whole was compared with. Single benchmarks may have nothing to compare with all the same.
 * `reason` says why base was not measured.
 */
export type ComparedWith =
  | { kind: 'paired' }
  | ({ kind: RunKind } & z.infer<typeof standIn>)
  | { kind: 'files'; files: string[] }
  | { kind: 'none' }

/** The run of another job that took the place of base; null: none did. */
export const runIn = (baseline: ComparedWith) => ('cpu' in baseline ? baseline : null)

/** The whole result of one gate: every report is a function of this and of nothing else. */
export type Assessment = Omit<Report, 'rows' | 'warnings' | 'results' | 'standIn'> & {
  rows: Row[]
  warnings: readonly Finding[]
  measuredBy: MeasuredBy
  baseline: ComparedWith
}
export type Standing = z.infer<typeof standing>
export type RowBudget = z.infer<typeof budget>
export type Verdict = Row['verdict']
export type Severity = Row['severity']
export type Environment = z.infer<typeof environmentSchema>
export type BudgetChange = z.infer<typeof budgetChange>
export type Revision = z.infer<typeof revisionSchema>
