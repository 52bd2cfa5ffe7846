import { z } from 'zod'
import { betterSchema, MAX_METRIC_ID, SUITE_METRIC_IDS } from '../model/metric.ts'
import { commandSchema } from './command.ts'
import { pack, text } from './complaint.ts'
import {
  checkBaseRef,
  checkDate,
  checkNul,
  checkReason,
  checkRef,
  checkSetup,
  checkSuite,
  MAX_REF_LENGTH,
} from './field-checks.ts'
import { checkGlob } from './glob.ts'
import { checkLimit, LIMIT_EXAMPLES } from './limit.ts'
import { checkMetricText } from './metrics.ts'
import {
  ACCEPTED,
  ANY_QUANTITY,
  IMPROVEMENT,
  type QuantityKind,
  REGRESSION,
  TIME_LIMIT,
  TIME_PER_BENCHMARK,
  checkQuantity,
  quantityPattern,
} from './quantity.ts'
import { checkMetrics, checkRule } from './cross-field-checks.ts'

/** The newest `version:` that this Benchgate reads. */
export const CONFIG_VERSION = 1

export const DEFAULT_SUITES = '**/*.bench.{ts,mts,cts,js,mjs,cjs}'
/** Measured time of one benchmark in each process, after warm-up. */
export const DEFAULT_TIME_PER_BENCHMARK_MS = 30
export const DEFAULT_TIME_LIMIT_MIN = 15

// `5` is the likeliest mistake where `5%` is wanted, so it is answered like a text without its unit.
const bareNumber = (kind: QuantityKind) => (input: unknown) =>
  typeof input === 'number' ? checkQuantity(String(input), kind) : null

const quantity = (kind: QuantityKind) =>
  text((value) => checkQuantity(value, kind), bareNumber(kind)).meta({
    pattern: quantityPattern(kind),
    examples: [kind.example],
  })

const relative = (kind: QuantityKind, description: string) =>
  z
    .union(
      [
        quantity(kind),
        z.strictObject({
          warn: quantity(kind).optional().describe('Warn from here on'),
          fail: quantity(kind).optional().describe('Fail from here on'),
        }),
      ],
      {
        error: ({ input }) => {
          const complaint = bareNumber(kind)(input)
          return complaint ? pack(complaint) : undefined
        },
      },
    )
    .meta({ description, examples: [kind.example] })

// What is no number to zod, .nan and .inf, is told in the words of limits too.
const unusable = ({ input }: { input?: unknown }): string | undefined => {
  const complaint = typeof input === 'number' ? checkLimit(input) : null
  return complaint ? pack(complaint) : undefined
}

const limitText = text(checkLimit).meta({ pattern: ANY_QUANTITY, examples: LIMIT_EXAMPLES })
const limitNumber = z
  .number()
  .superRefine((value, context) => {
    const complaint = checkLimit(value)
    if (complaint !== null) context.addIssue({ code: 'custom', message: pack(complaint) })
  })
  .meta({ minimum: 0 })
const level = (description: string) =>
  z
    .union([limitText, limitNumber], { error: unusable })
    .meta({ description, examples: LIMIT_EXAMPLES })
    .optional()

const absolute = (description: string) =>
  z
    .union(
      [
        limitText,
        limitNumber,
        z.strictObject({ warn: level('Warn from here on'), fail: level('Fail from here on') }),
      ],
      { error: unusable },
    )
    .meta({ description, examples: LIMIT_EXAMPLES })

const glob = (description: string) =>
  text(checkGlob).meta({ description, examples: ['parser/*'], minLength: 1 })

const metric = (description: string) =>
  text(checkMetricText).meta({
    description,
    examples: [...SUITE_METRIC_IDS, 'bytes', 'primary'],
    minLength: 1,
    maxLength: MAX_METRIC_ID,
  })

const suite = text(checkSuite).meta({ examples: ['benchmarks/**/*.bench.ts'], minLength: 1 })

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const severity = z
  .enum(['off', 'warn', 'fail'])
  .meta({ description: 'The most that a finding can lead to.', examples: ['warn'] })

const budget = z
  .strictObject({
    match: glob("A glob over ids of benchmarks: groups and name joined by '/'. '**' is every benchmark."),
    metric: metric(
      'What is limited: `time` and the other metrics of suites, what a tool reports, or `primary`, the first metric of each benchmark. Left out beside a severity alone: all metrics.',
    ).optional(),
    'max-regression': relative(
      REGRESSION,
      'How much worse than the base. One value is the fail level; warn is then half of it.',
    ).optional(),
    max: absolute(
      'The most that a metric may be where lower is better, in its unit; a bare number for what is counted. One value is the fail level.',
    ).optional(),
    min: absolute(
      'The least that a metric may be where higher is better, in its unit; a bare number for what is counted. One value is the fail level.',
    ).optional(),
    'min-improvement': relative(
      IMPROVEMENT,
      'How much better than the base this change promises to be. One value is the fail level.',
    ).optional(),
    severity: severity.optional(),
  })
  .superRefine(
    (rule, context) => {
      const misspelt = context.issues.some(({ code }) => code === 'unrecognized_keys')
      for (const { path, complaint } of checkRule(rule, misspelt)) {
        context.addIssue({ code: 'custom', path, message: pack(complaint) })
      }
    },
    // Also when a field is wrong, so that all problems of a rule are told at once; checkRule believes no field's type.
    { when: ({ value }) => isMap(value) },
  )

const waiver = z.strictObject({
  match: glob('A glob over ids of benchmarks.'),
  metric: metric('The metric whose regression is accepted; `primary` is the first of each benchmark.'),
  'up-to': quantity(ACCEPTED).meta({
    description: 'How much worse is accepted. More than that still fails.',
  }),
  reason: text(checkReason).meta({
    description: 'Why; shown in every report.',
    examples: ['Correctness fix (#412)'],
    minLength: 1,
  }),
  until: text(checkDate)
    .meta({
      description: 'Last day of the waiver.',
      examples: ['2027-02-01'],
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    })
    .optional(),
})

const MAX_SUITES = 200
const MAX_BRANCHES = 50
const MAX_RULES = 2000
const MAX_NODE_ARGS = 50
const MAX_DECLARED = 200

const declared = z
  .record(
    z.string(),
    z
      .strictObject({
        better: betterSchema.meta({ description: 'Which way it is better.', examples: ['higher'] }),
      })
      .meta({ examples: [{ better: 'higher' }] }),
  )
  .superRefine((metrics, context) => {
    if (Object.keys(metrics).length <= MAX_DECLARED) return
    const complaint = {
      message: `\`metrics\` has more than ${MAX_DECLARED} entries`,
      remedy: 'Declare only what budgets name.',
    }
    context.addIssue({ code: 'custom', message: pack(complaint) })
  })
  .meta({
    description: 'By name of a metric, which way of it is better, where its tool does not say.',
    examples: [{ fps: { better: 'higher' } }],
    maxProperties: MAX_DECLARED,
  })

/** The file as a person writes it: the source of the types, of the errors and of the published JSON Schema. */
export const configSchema = z
  .strictObject({
    version: z
      .literal(CONFIG_VERSION)
      .meta({ description: 'Version of this format.', examples: [CONFIG_VERSION] }),
    suites: z
      .array(suite)
      .min(1)
      .max(MAX_SUITES)
      .meta({
        description:
          'Globs of the benchmark suites, relative to the root of the project. Beside a `command`, none unless given.',
        default: [DEFAULT_SUITES],
        examples: [['benchmarks/**/*.bench.ts']],
      })
      .optional(),
    command: commandSchema.optional(),
    metrics: declared.optional(),
    base: z
      .strictObject({
        ref: z
          .union([
            text(checkBaseRef).meta({ minLength: 1, maxLength: MAX_REF_LENGTH }),
            z.strictObject({
              tag: text(checkRef).meta({
                description: 'A pattern; the newest tag that matches is the base.',
                examples: ['v*'],
              }),
            }),
          ])
          .meta({
            description:
              'What the head is compared with: merge-base, parent, any ref, or the newest tag of a pattern.',
            default: 'merge-base',
            examples: ['merge-base', 'parent', { tag: 'v*' }],
          })
          .optional(),
        setup: text(checkSetup)
          .meta({
            description:
              'Command that prepares the checkout of the base; skipped when its lockfile is the same.',
            examples: ['npm ci'],
            minLength: 1,
          })
          .optional(),
      })
      .meta({ description: 'What the head is compared with.', examples: [{ ref: 'merge-base' }] })
      .optional(),
    measure: z
      .strictObject({
        'time-per-benchmark': quantity(TIME_PER_BENCHMARK)
          .meta({
            description: 'Measured time of one benchmark in each process, after warm-up.',
            default: `${DEFAULT_TIME_PER_BENCHMARK_MS} ms`,
          })
          .optional(),
        'time-limit': quantity(TIME_LIMIT)
          .meta({
            description: 'Measuring stops after this time; what is undecided then is inconclusive.',
            default: `${DEFAULT_TIME_LIMIT_MIN} min`,
          })
          .optional(),
        'node-args': z
          .array(text(checkNul))
          .max(MAX_NODE_ARGS)
          .meta({
            description: 'Arguments of node in the measuring processes.',
            examples: [['--import', 'tsx']],
          })
          .optional(),
        'node-threads': z
          .boolean()
          .meta({
            description:
              'Lets V8 collect garbage and compile on threads of its own while measuring: nearer to production, with more noise.',
            default: false,
            examples: [true],
          })
          .optional(),
      })
      .meta({ description: 'How it is measured.', examples: [{ 'time-limit': '15 min' }] })
      .optional(),
    budgets: z
      .array(budget)
      .max(MAX_RULES)
      .meta({
        description: 'Limits. Per benchmark and metric, later rules override earlier ones field by field.',
        examples: [[{ match: '**', metric: 'time', 'max-regression': '5%' }]],
      })
      .optional(),
    accepted: z
      .array(waiver)
      .max(MAX_RULES)
      .meta({
        description: 'Regressions that a person accepted; written by `benchgate accept`.',
        examples: [
          [{ match: 'parser/large', metric: 'time', 'up-to': '20%', reason: 'Correctness fix (#412)' }],
        ],
      })
      .optional(),
    baseline: z
      .strictObject({
        branches: z
          .array(glob('A glob over names of branches.'))
          .min(1)
          .max(MAX_BRANCHES)
          .meta({
            description: 'Branches beside the default one whose pushes are recorded, as globs.',
            examples: [['release/*']],
          }),
      })
      .meta({ description: 'What is recorded.', examples: [{ branches: ['release/*'] }] })
      .optional(),
    report: z
      .strictObject({
        comment: z
          .enum(['always', 'on-change', 'on-failure', 'never'])
          .meta({
            description: 'When the pull request gets a comment.',
            default: 'on-change',
            examples: ['on-change'],
          })
          .optional(),
      })
      .meta({ description: 'What is told where.', examples: [{ comment: 'on-change' }] })
      .optional(),
  })
  .superRefine(
    (config, context) => {
      for (const { path, complaint } of checkMetrics(config)) {
        context.addIssue({ code: 'custom', path, message: pack(complaint) })
      }
    },
    // As above.
    { when: ({ value }) => isMap(value) },
  )

/** The file as written, after validation. */
export type WrittenConfig = z.infer<typeof configSchema>
