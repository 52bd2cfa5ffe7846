import { z } from 'zod'
import { normalName } from '../model/benchmark.ts'
import { MAX_METRIC_ID, SUITE_METRIC_IDS } from '../model/metric.ts'
import { betterSchema } from '../model/metric-schema.ts'
import { LIMIT_EXAMPLES } from '../model/unit.ts'
import type { BaseRef, Config, Levels } from '../model/config.ts'
import { commandSchema } from './command.ts'
import type { Complaint } from './config-error.ts'
import { MAX_REVISION } from '../git/ref-name.ts'
import {
  checkBaseRef,
  checkDate,
  checkNul,
  checkPageUrl,
  checkReason,
  checkRef,
  checkSetup,
  checkSuite,
  optional,
  refined,
  text,
} from './field-checks.ts'
import { checkGlob } from './glob.ts'
import { checkLimit, readLimit } from './limit.ts'
import { checkMetricText } from './metric-names.ts'
import {
  ACCEPTED,
  ANY_QUANTITY,
  IMPROVEMENT,
  type Quantity,
  type QuantityKind,
  REGRESSION,
  TIME_LIMIT,
  TIME_PER_BENCHMARK,
  checkQuantity,
  parseQuantity,
  quantityPattern,
} from './written-quantity.ts'

/** The newest `version:` that this Benchgate reads. */
export const CONFIG_VERSION = 1

export const DEFAULT_SUITES = '**/*.bench.{ts,mts,cts,js,mjs,cjs}'
/** Measured time of one benchmark in each process, after warm-up. */
export const DEFAULT_TIME_PER_BENCHMARK_MS = 30
export const DEFAULT_TIME_LIMIT_MIN = 15

const MAX_SUITES = 200
/** A suite with more benchmarks than this is refused. */
const MAX_OCCURRENCE = 20_000
/** Characters of a benchmark's name, or of its suite. */
const MAX_NAME = 10_000

type Written = string | number

/**
 * Checks a text or a number and reads it. Both happen in one step, because each further step of a schema
 * costs time and a file may hold thousands of amounts. `wrongType` is the issue for anything else.
 */
const amount = <T>(
  read: (written: Written) => T | null,
  check: (written: Written) => Complaint | null,
  wrongType: { code: 'invalid_type'; expected: 'string' } | { code: 'invalid_union'; errors: [] },
) =>
  z.unknown().transform((input, context): T => {
    if (typeof input !== 'string' && typeof input !== 'number') context.addIssue({ ...wrongType, input })
    else {
      refined(check)(input, context)
      const value = read(input)
      if (value !== null) return value
    }
    return z.NEVER
  })

/**
 * A quantity of one kind, in its unit. `5` is the likeliest mistake where `5%` is wanted, so it is answered
 * like a text without its unit.
 */
const quantity = (kind: QuantityKind) =>
  amount(
    (written) => parseQuantity(String(written))?.value ?? null,
    (written) => checkQuantity(String(written), kind),
    { code: 'invalid_type', expected: 'string' },
  ).meta({ type: 'string', pattern: quantityPattern(kind), examples: [kind.example] })

const milliseconds = (kind: QuantityKind) => quantity(kind).transform((nanoseconds) => nanoseconds / 1e6)

/** A limit relative to base: two levels, or one value, which fails and warns at its fraction `warnAt`. */
const relative = (kind: QuantityKind, description: string, warnAt: number | null = null) =>
  optional(
    z.union([
      quantity(kind).transform((fail): Levels => ({ warn: warnAt === null ? null : fail * warnAt, fail })),
      z
        .strictObject({
          warn: optional(quantity(kind), 'Warn from here on'),
          fail: optional(quantity(kind), 'Fail from here on'),
        })
        .transform(({ warn = null, fail = null }): Levels => ({ warn, fail })),
    ]),
    description,
    { examples: [kind.example] },
  )

const limit = amount(readLimit, checkLimit, { code: 'invalid_union', errors: [] }).meta({
  anyOf: [
    { type: 'string', pattern: ANY_QUANTITY, examples: LIMIT_EXAMPLES },
    { type: 'number', minimum: 0 },
  ],
})

/** Both levels are in one unit; the checks across fields refuse anything else. */
function levels(warn: Quantity | null, fail: Quantity | null): Levels {
  const unit = (fail ?? warn)?.unit ?? null
  return { warn: warn?.value ?? null, fail: fail?.value ?? null, ...(unit !== null && { unit }) }
}

const absolute = (description: string) =>
  optional(
    z.union([
      limit.transform((fail) => levels(null, fail)),
      z
        .strictObject({
          warn: optional(limit, 'Warn from here on', { examples: LIMIT_EXAMPLES }),
          fail: optional(limit, 'Fail from here on', { examples: LIMIT_EXAMPLES }),
        })
        .transform(({ warn = null, fail = null }) => levels(warn, fail)),
    ]),
    description,
    { examples: LIMIT_EXAMPLES },
  )

const glob = (description: string) =>
  text(checkGlob).meta({ description, examples: ['parser/*'], minLength: 1 })

const narrowed = {
  suite: optional(
    text(checkGlob),
    "A glob over suites: only benchmarks of these, if several suites use one name. A mitata suite is named by its file's path in the project, a command by its `name-prefix` or else its command line.",
    { examples: ['packages/core/bench/*'], minLength: 1 },
  ),
  occurrence: optional(
    z.int().min(1).max(MAX_OCCURRENCE),
    'Only the n-th benchmark with this name in its suite, counted from 1.',
    { examples: [2] },
  ),
}

const metric = (description: string) =>
  text(checkMetricText).meta({
    description,
    examples: [...SUITE_METRIC_IDS, 'bytes', 'primary'],
    minLength: 1,
    maxLength: MAX_METRIC_ID,
  })

const suite = text(checkSuite).meta({ examples: ['benchmarks/**/*.bench.ts'], minLength: 1 })

const budget = z
  .strictObject({
    match: glob("A glob over names of benchmarks: groups and name joined by '/'. '**' is every benchmark."),
    ...narrowed,
    metric: metric(
      'What is limited: `time` and the other metrics of suites, what a tool reports, or `primary`, the first metric of each benchmark. If the rule only sets a severity, it may be omitted and means all metrics.',
    ).exactOptional(),
    // Only here does a single value warn at its half: half of a promised improvement is less than the
    // promise.
    'max-regression': relative(
      REGRESSION,
      'How much worse than base. A single value is the fail level, and half of it the warn level.',
      0.5,
    ),
    max: absolute(
      'The largest value, for metrics where lower is better, in the unit of the metric; a bare number for counts. A single value is the fail level.',
    ),
    min: absolute(
      'The smallest value, for metrics where higher is better, in the unit of the metric; a bare number for counts. A single value is the fail level.',
    ),
    'min-improvement': relative(
      IMPROVEMENT,
      'How much better than base this change promises to be. A single value is the fail level.',
    ),
    severity: optional(z.enum(['off', 'warn', 'fail']), 'The most that a finding can lead to.', {
      examples: ['warn'],
    }),
  })
  .transform(({ metric = null, 'max-regression': worse, 'min-improvement': gain, ...others }) => ({
    ...others,
    metric,
    ...(worse && { maxRegression: worse }),
    ...(gain && { minImprovement: gain }),
  }))

const waiver = z
  .strictObject({
    match: glob('A glob over names of benchmarks.'),
    ...narrowed,
    metric: metric('The metric whose regression is accepted; `primary` is the first of each benchmark.'),
    'up-to': quantity(ACCEPTED).meta({
      description: 'How much worse is accepted. More than that still fails.',
    }),
    reason: text(checkReason).meta({
      description: 'Why; shown in every report.',
      examples: ['Correctness fix (#412)'],
      minLength: 1,
    }),
    until: optional(text(checkDate), 'Last day of the waiver.', {
      examples: ['2027-02-01'],
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    }),
  })
  .transform(({ 'up-to': upTo, until = null, ...others }) => ({ ...others, upTo, until }))

const renamedName = (side: string) =>
  text(checkNul).meta({
    description: `Groups and name on ${side}, as they are: no pattern. '**' on both sides is every benchmark, each under its name.`,
    examples: ['parser/small'],
    minLength: 1,
    maxLength: MAX_NAME,
  })
const renamedSuite = (side: string) =>
  optional(text(checkNul), `Its suite on ${side}, where several suites have the name.`, {
    examples: ['bench/parser.bench.ts'],
    minLength: 1,
    maxLength: MAX_NAME,
  })

const rename = z
  .strictObject({
    from: renamedName('base'),
    to: renamedName('head'),
    'from-suite': renamedSuite('base'),
    'to-suite': renamedSuite('head'),
  })
  .transform(({ from, to, 'from-suite': fromSuite, 'to-suite': toSuite }) => ({
    from: normalName(from),
    to: normalName(to),
    ...(fromSuite !== undefined && { fromSuite }),
    ...(toSuite !== undefined && { toSuite }),
  }))

const MAX_BRANCHES = 50
const MAX_RULES = 2000
const MAX_NODE_ARGS = 50
const MAX_DECLARED = 200

const direction = z
  .strictObject({
    better: betterSchema.meta({ description: 'Which way it is better.', examples: ['higher'] }),
  })
  .meta({ examples: [{ better: 'higher' }] })

const TOO_MANY_DECLARED: Complaint = {
  message: `\`metrics\` has more than ${MAX_DECLARED} entries`,
  remedy: 'Declare only what budgets name.',
}

const declared = z
  .record(z.string(), direction)
  .superRefine(refined((metrics) => (Object.keys(metrics).length > MAX_DECLARED ? TOO_MANY_DECLARED : null)))

const baseRef = z.union([
  text(checkBaseRef)
    .transform((ref): BaseRef =>
      ref === 'merge-base' || ref === 'parent' ? { kind: ref } : { kind: 'ref', ref },
    )
    .meta({ minLength: 1, maxLength: MAX_REVISION }),
  z
    .strictObject({
      tag: text(checkRef).meta({
        description: 'A pattern; the newest tag that matches is the base.',
        examples: ['v*'],
      }),
    })
    .transform(({ tag }): BaseRef => ({ kind: 'tag', pattern: tag })),
])

const base = z.strictObject({
  ref: optional(
    baseRef,
    'What the head is compared with: merge-base, parent, any ref, or the newest tag of a pattern.',
    { default: 'merge-base', examples: ['merge-base', 'parent', { tag: 'v*' }] },
  ),
  setup: optional(
    text(checkSetup),
    'Command that prepares a checkout of base or head. One that only installs dependencies is skipped if yours will do.',
    { examples: ['npm ci'], minLength: 1 },
  ),
})

const MAX_EVERY = 1000

const anchor = z.strictObject({
  tag: text(checkRef).meta({
    description: 'A pattern; the newest tag that matches is the release.',
    examples: ['v*'],
  }),
  every: z
    .int()
    .min(1)
    .max(MAX_EVERY)
    .meta({
      description: 'After how many recorded pushes the release is measured again.',
      examples: [20],
    }),
})

const measure = z
  .strictObject({
    'time-per-benchmark': optional(
      milliseconds(TIME_PER_BENCHMARK),
      'How long each process measures one benchmark, after warm-up.',
      { default: `${DEFAULT_TIME_PER_BENCHMARK_MS} ms` },
    ),
    'time-limit': optional(
      milliseconds(TIME_LIMIT),
      'Measuring stops after this time; what is undecided then stays undecided.',
      { default: `${DEFAULT_TIME_LIMIT_MIN} min` },
    ),
    'node-args': optional(
      z.array(text(checkNul)).max(MAX_NODE_ARGS),
      'Arguments for Node in the measuring processes.',
      { examples: [['--import', 'tsx']] },
    ),
    'node-threads': optional(
      z.boolean(),
      'Lets V8 collect garbage and compile on extra threads while measuring: closer to production, with more noise.',
      { default: false, examples: [true] },
    ),
    'suites-from': optional(
      z.enum(['head', 'own']),
      "Which version of a suite is measured if base and head differ in it: head's on both sides, or each side's own.",
      { default: 'head', examples: ['own'] },
    ),
    'suite-files': optional(
      z.array(suite).min(1).max(MAX_SUITES),
      'Globs of files that belong to the suites, such as fixtures and helpers, and come from head with them. Never code that is measured.',
      { examples: [['benchmarks/fixtures/**']] },
    ),
  })
  .transform((written): Config['measure'] => ({
    timePerBenchmarkMs: written['time-per-benchmark'] ?? DEFAULT_TIME_PER_BENCHMARK_MS,
    timeLimitMs: written['time-limit'] ?? DEFAULT_TIME_LIMIT_MIN * 60_000,
    nodeArgs: written['node-args'] ?? [],
    nodeThreads: written['node-threads'] ?? false,
    suitesFrom: written['suites-from'] ?? 'head',
    suiteFiles: written['suite-files'] ?? [],
  }))

/**
 * The file as a person writes it: the source of the types, of the errors and of the published JSON Schema.
 */
export const configSchema = z.strictObject({
  version: z
    .literal(CONFIG_VERSION)
    .meta({ description: 'Version of this format.', examples: [CONFIG_VERSION] }),
  suites: optional(
    z.array(suite).min(1).max(MAX_SUITES),
    'Globs of the benchmark suites, relative to the root of the project. With a `command`, none by default.',
    { default: [DEFAULT_SUITES], examples: [['benchmarks/**/*.bench.ts']] },
  ),
  command: commandSchema.exactOptional(),
  metrics: optional(declared, 'By name of a metric: which way is better, if its tool does not say.', {
    examples: [{ fps: { better: 'higher' } }],
    maxProperties: MAX_DECLARED,
  }),
  base: optional(base, 'What the head is compared with.', { examples: [{ ref: 'merge-base' }] }),
  measure: optional(measure, 'How it is measured.', { examples: [{ 'time-limit': '15 min' }] }),
  budgets: optional(
    z.array(budget).max(MAX_RULES),
    'Limits. For each benchmark and metric, later rules override earlier ones field by field.',
    { examples: [[{ match: '**', metric: 'time', 'max-regression': '5%' }]] },
  ),
  accepted: optional(
    z.array(waiver).max(MAX_RULES),
    'Regressions that a person accepted; written by `benchgate accept`.',
    {
      examples: [
        [{ match: 'parser/large', metric: 'time', 'up-to': '20%', reason: 'Correctness fix (#412)' }],
      ],
    },
  ),
  renamed: optional(
    z.array(rename).max(MAX_RULES),
    'Benchmarks that this change renames or moves, so that they are still compared.',
    { examples: [[{ from: 'parser/small', to: 'parser/one line' }]] },
  ),
  baseline: optional(
    z.strictObject({
      branches: optional(
        z.array(glob('A glob over names of branches.')).min(1).max(MAX_BRANCHES),
        'Globs of branches whose pushes are recorded, in addition to the default branch.',
        { examples: [['release/*']] },
      ),
      anchor: optional(
        anchor,
        'A release that some of the recorded pushes are measured against as well, which keeps levels from drifting.',
        { examples: [{ tag: 'v*', every: 20 }] },
      ),
    }),
    'What is recorded.',
    { examples: [{ branches: ['release/*'] }] },
  ),
  forks: optional(
    z.enum(['warn', 'fail']),
    "The worst outcome of a finding in a pull request from a fork, whose numbers cannot be verified. Base's file applies.",
    { default: 'fail', examples: ['warn'] },
  ),
  report: optional(
    z
      .strictObject({
        comment: optional(
          z.enum(['always', 'on-change', 'on-failure', 'never']),
          'When the pull request gets a comment.',
          { default: 'on-change', examples: ['on-change'] },
        ),
        issue: optional(
          z.boolean(),
          'Opens an issue for each regression that recorded pushes confirm on the default branch, and keeps it up to date. The job that records needs `issues: write`.',
          { default: false, examples: [true] },
        ),
        'dashboard-url': optional(
          text(checkPageUrl),
          'Where the dashboard is published: reports link to it, and each row to its chart. `{key}` in it is the key of the gate.',
          { examples: ['https://owner.github.io/name/'], pattern: '^https://' },
        ),
      })
      .transform(({ 'dashboard-url': dashboardUrl, ...others }) => ({
        ...others,
        ...(dashboardUrl !== undefined && { dashboardUrl }),
      })),
    'What is reported where.',
    { examples: [{ comment: 'on-change' }] },
  ),
})

/** A place in the published schema, as far as errors ask what it may hold. */
export interface SchemaNode {
  properties?: Record<string, SchemaNode>
  /** Of a map whose keys are open: what stands under each. */
  additionalProperties?: SchemaNode | boolean
  items?: SchemaNode
  anyOf?: SchemaNode[]
  examples?: unknown[]
}

/** Where a release of the package has the schema; users name it to their editors. */
const SCHEMA_URL = 'https://unpkg.com/benchgate@0/dist/schema.json'

/** The published JSON Schema of the config file, in draft 7, which yaml-language-server reads. */
export function configJsonSchema(): Record<string, unknown> & SchemaNode {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, {
    target: 'draft-7',
    io: 'input',
    // Zod takes these for examples of the output, and leaves them out where the input is transformed.
    override({ zodSchema, jsonSchema }) {
      const { examples, default: usual } = z.globalRegistry.get(zodSchema) ?? {}
      Object.assign(jsonSchema, examples && { examples }, usual !== undefined && { default: usual })
    },
  })
  const title = 'Benchgate configuration (.github/benchgate.yml)'
  return { $schema, $id: SCHEMA_URL, title, ...(schema as SchemaNode) }
}
