import { describe, expect, test } from 'vitest'
import { refuseClaimedCommands, statementOn } from '../../src/action/edit-claims.ts'
import { parseEvidence } from '../../src/action/evidence-file.ts'
import { evidenceNames } from '../../src/github/evidence-names.ts'
import { StatedError } from '../../src/action/stated-error.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { effectiveConfig } from '../../src/config/effective-config.ts'
import { UserError } from '../../src/errors.ts'
import { failuresAsWarnings } from '../../src/gate/failures-as-warnings.ts'
import { judgeEvidence } from '../../src/gate/judge.ts'
import type { StoredRuns } from '../../src/model/baseline.ts'
import type { Config } from '../../src/model/config.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { TimingStats } from '../../src/model/sample.ts'
import { annotationsOf } from '../../src/report/checks/row-annotations.ts'
import { checkOutput } from '../../src/report/checks/check-output.ts'
import { reportOf } from '../../src/report/json.ts'
import { renderFailure } from '../../src/report/markdown/did-not-run.ts'
import { renderMarkdown, renderSummary } from '../../src/report/markdown/markdown.ts'
import { STATEMENT } from '../../src/report/view/wording.ts'
import { config, ENVIRONMENT, evidence } from '../gate/evidence-sample.ts'
import { idOf } from '../keys.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

// What a pull request's own job may claim in the evidence that it hands over, and what becomes of it. A job that forges its
// numbers well cannot be noticed: for that there is the line beside every verdict.

const NAMES = evidenceNames('default')
const sent = evidence({ a: { slower: 0.2 }, b: {} })

/** The evidence with one change, as a file. */
function forged(change: (evidence: Evidence) => void, from = sent): Evidence {
  const copy = structuredClone(from)
  change(copy)
  return copy
}
const processes = ({ measured }: Evidence): TimingStats[] =>
  measured.flatMap(({ blocks, confirming }) =>
    [...blocks, ...confirming].flatMap(({ base, head }) => [...base, ...head] as TimingStats[]),
  )
const reports = (metric: object) => (e: Evidence) => {
  for (const one of e.survey.benchmarks)
    one.metrics = [
      { id: 'size', unit: 'B', better: 'lower', exact: true, base: true, head: true, ...metric } as never,
    ]
}
const ofCommand = (e: Evidence) => {
  for (const one of e.survey.benchmarks) one.source = 'command'
}
/** Without anything of base. */
const baseless = (e: Evidence) => {
  for (const one of e.survey.benchmarks) one.base = null
  e.measured.forEach(onHeadAlone)
}

const onHeadAlone = ({ blocks, confirming }: Evidence['measured'][number]) => {
  for (const one of [...blocks, ...confirming]) one.base = []
}
const editedHead = ({ survey: { benchmarks } }: Evidence, hash: string) => {
  benchmarks[0]!.head = { ...benchmarks[0]!.head!, hash }
}
const rounds = ({ measured }: Evidence, length: number) =>
  Array.from({ length }, (_, round) => ({ ...measured[0]!.blocks[0]!, round }))
const failsOnBoth = (e: Evidence) => {
  e.failures = (['base', 'head'] as const).map((side) => ({
    side,
    benchmark: idOf('a'),
    message: 'x',
    processes: 4,
    of: 4,
    excluded: true,
  }))
  e.measured.shift()
}

test('a change that is said to be recorded, so that no look sees its blocks', () => {
  const hidden = forged((e) => {
    e.command = 'record'
    e.measured[0]!.blocks = rounds(e, 4).map((one) => ({ ...one, round: 8 + one.round }))
  })
  expect(() => parseEvidence(JSON.stringify(hidden), NAMES)).toThrow(
    'benchgate-report.json of the measuring job is of a recorded commit, and none hands one over',
  )
})

describe('refused by the schema, and it is said what and where', () => {
  test.each<[attack: string, change: (e: Evidence) => void, message: string]>([
    [
      'a value in the place of the time that was measured',
      (e) => processes(e).forEach((stats) => (stats.values = { time: 1 })),
      'measured.0.benchmark: has a value in the place of what Benchgate times',
    ],
    [
      'a metric of a suite that is called as what Benchgate times',
      reports({ id: 'time.p99', unit: 'ns', exact: false }),
      'survey.benchmarks.0.metrics.0: is what Benchgate itself times in a suite',
    ],
    [
      'values alone in the place of timings',
      (e) =>
        e.measured[0]!.blocks.forEach((one) => (one.head = [1, 2, 3, 4].map(() => ({ values: { x: 1 } })))),
      'measured.0.benchmark: is in a suite, and was not timed',
    ],
    ['timings of what a tool measured', ofCommand, 'measured.0.benchmark: is of a command, and was timed'],
    [
      'a size that is a percentage',
      (e) => (ofCommand(e), reports({ unit: 'fraction' })(e)),
      'survey.benchmarks.0.metrics.0: is in fraction, and what has this name is measured in B: give it a name of its own',
    ],
    [
      'a time that is exact',
      (e) => (ofCommand(e), reports({ id: 'latency', unit: 'ns' })(e)),
      'survey.benchmarks.0.metrics.0: is called exact, and a time is not',
    ],
    [
      'a fast end above the middle',
      (e) => (processes(e)[0]!.p10 = processes(e)[0]!.p50 * 2),
      'measured.0.blocks.0.base.0: its quantiles do not ascend from min to max',
    ],
    [
      'a mean outside of what it is the mean of',
      (e) => (processes(e)[0]!.mean = 1),
      'measured.0.blocks.0.base.0: its quantiles do not ascend from min to max',
    ],
    [
      'a tail above its maximum',
      (e) => (processes(e)[0]!.tail = { calls: 1000, p95: 5, p99: 9, max: 8 }),
      'measured.0.blocks.0.base.0.tail: its percentiles are above its maximum',
    ],
    [
      'no sample behind a number',
      (e) => (processes(e)[0]!.samples = 0),
      'measured.0.blocks.0.base.0.samples: Too small: expected number to be >0',
    ],
    [
      'a time below a femtosecond',
      (e) => (processes(e)[0]!.min = 1e-7),
      'measured.0.blocks.0.base.0.min: Too small: expected number to be >=0.000001',
    ],
    [
      'a CPU that was busier than any',
      (e) => (processes(e)[0]!.cpuShare = 1e9),
      'measured.0.blocks.0.base.0.cpuShare: Too big: expected number to be <=1000000',
    ],
    [
      'hours without end',
      (e) => (e.elapsedMs = 1e308),
      'elapsedMs: Too big: expected number to be <=604800000',
    ],
    [
      'more time in benchmarks than the cores had',
      (e) => (e.msInBenchmarks = 2 * e.elapsedMs + 1),
      'msInBenchmarks: more than all cores could spend in that time',
    ],
    [
      'processes without number',
      (e) => (e.processes = 1e9),
      'processes: Too big: expected number to be <=100000',
    ],
    [
      'fewer cores than none',
      (e) => (e.environment.cores = -5),
      'environment.cores: Too small: expected number to be >0',
    ],
    [
      'a load below zero',
      (e) => (e.environment.loadAverage = -1),
      'environment.loadAverage: Too small: expected number to be >=0',
    ],
    [
      'a book in the place of a processor',
      (e) => (e.environment.cpu = 'x'.repeat(501)),
      'environment.cpu: Too big: expected string to have <=500 characters',
    ],
    [
      'no benchmark',
      (e) => ((e.survey.benchmarks = []), (e.measured = [])),
      'survey.benchmarks: there is no benchmark',
    ],
    [
      'numbers of a benchmark that it does not list',
      (e) => (e.measured[0]!.benchmark = 'elsewhere › a'),
      'measured.0.benchmark: is none of survey.benchmarks',
    ],
    [
      'fewer pairs than it measured',
      (e) => (e.maxPairs = 4),
      'measured.0.benchmark: has more blocks than maxPairs',
    ],
    [
      'more pairs than any gate plans',
      (e) => (e.maxPairs = 100),
      'maxPairs: Too big: expected number to be <=96',
    ],
    [
      'more blocks than any gate confirms with',
      (e) => (e.measured[0]!.confirming = rounds(e, 9)),
      'measured.0.confirming: Too big: expected array to have <=8 items',
    ],
    [
      'hours of blocks, which would take as long to judge',
      (e) => {
        const names = Array.from({ length: 188 }, (_, i) => `n${i}`)
        const blocks = rounds(e, 24)
        e.survey.benchmarks = names.map((name) => ({ ...sent.survey.benchmarks[0]!, name, id: idOf(name) }))
        e.measured = names.map((name) => ({ benchmark: idOf(name), blocks, confirming: [] }))
        e.maxPairs = 96
      },
      'measured: has more than 3000 blocks beyond the first 8 of each benchmark',
    ],
    [
      'a line that no file has',
      (e) => (e.survey.benchmarks[0]!.head!.line = 1e12),
      'survey.benchmarks.0.base.line: Too big: expected number to be <=10000000',
    ],
    [
      'a sentence in the place of a field',
      (e) => Object.assign(e.environment, { measuredOn: { 'Approved by Benchgate': { x: 1 } } }),
      'environment.measuredOn, below an unknown key: Invalid input: expected string, received number',
    ],
    [
      'a key that ends our quotation',
      (e) => Object.assign(e, { 'x". ✅ This pull request was verified by the maintainers. "': 1 }),
      'its top: there is an unknown key',
    ],
    [
      'a sentence in the place of a metric',
      (e) => (processes(e)[0]!.values = { 'Approved by Benchgate': -1 }),
      'measured.0.blocks.0.base.0.values, below an unknown key: Too small: expected number to be >=0',
    ],
    [
      'a field that belongs elsewhere',
      (e) => Object.assign(e.survey.benchmarks[0]!, { 'Approved by Benchgate': { by: 'us' } }),
      'survey.benchmarks.0: there is an unknown key',
    ],
  ])('%s', (_, change, message) => {
    const attempt = () => parseEvidence(JSON.stringify(forged(change)), NAMES)
    const whole = `benchgate-report.json of the measuring job does not have the right form at ${message}`
    expect(attempt).toThrow(expect.objectContaining({ code: 'usage', message: whole }))
  })

  test.each<[what: string, change: (e: Evidence) => void]>([
    ['nothing forged', () => {}],
    [
      'a call of 40 s',
      (e) =>
        processes(e).forEach((s) =>
          Object.assign(s, { samples: 1, min: 4e10, mean: 4e10, p10: 4e10, p50: 4e10, p75: 4e10, max: 4e10 }),
        ),
    ],
    [
      'a call of a third of a nanosecond, whose mean is rounded',
      (e) =>
        processes(e).forEach((s) =>
          Object.assign(s, { min: 0.3, mean: 0.3 - 2 ** -54, p10: 0.3, p50: 0.3, p75: 0.3, max: 0.3 }),
        ),
    ],
    ['a clock of the processor with coarse ticks', (e) => (processes(e)[0]!.cpuShare = 90)],
    [
      'the highest percent of few calls',
      (e) => (processes(e)[0]!.tail = { calls: 200, p95: 1000, p99: 999.5, max: 1000 }),
    ],
    ['a metric of the suite', reports({ id: 'hit-rate', unit: 'fraction', better: 'higher', exact: false })],
    ['a known name in a unit of which nothing is known', reports({ id: 'memory', unit: 'pages' })],
    ['a machine that is idle', (e) => (e.environment.loadAverage = 0)],
  ])('not refused: %s', (_, change) => {
    const honest = forged(change)
    expect(parseEvidence(JSON.stringify(honest), NAMES)).toEqual(honest)
  })
})

/** The run of base, which has measured these. */
function stored(names: readonly string[], metric: Parameters<typeof sampleMetric>[0] = {}): StoredRuns {
  const metrics = [
    sampleMetric({ values: [1000, 1001, 1002, 1003] }),
    ...(metric.metric ? [sampleMetric(metric)] : []),
  ]
  const run = {
    path: 'x.json',
    run: sampleRun(0, {
      benchmarks: names.map((id) => ({ id, suite: 'a.bench.ts', metrics })),
      environment: { ...sampleRun(0).environment, cpu: ENVIRONMENT.cpu, os: ENVIRONMENT.os },
    }),
  }
  return { branch: 'benchgate', runs: [run], nearest: { run, commitsBefore: 0 }, older: [] }
}

interface Known {
  stored?: StoredRuns
  text?: string
  /** Files that the pull request touches; those that it adds begin with `+`. */
  files?: string[]
}

/** What is published of evidence that is the pull request's own statement. */
function judged(e: Evidence, { stored: runs, text = '', files = ['a.bench.ts'] }: Known = {}) {
  const own: Config = config(text)
  refuseClaimedCommands(e, effectiveConfig(own, new Map(), undefined))
  const touched = new Map(
    files.map((path) => [path.replace(/^\+/, ''), path.startsWith('+') ? 'new' : 'edited'] as const),
  )
  const a = judgeEvidence(
    e,
    { config: own },
    {
      clock: () => new Date('2026-11-21T00:00:00Z'),
      stored: runs ?? null,
      stated: statementOn(e, touched, own.measure),
    },
  )
  return own.forks === 'warn' ? failuresAsWarnings(a) : a
}

const STORED = "The stored run of 686780c has this benchmark, and the pull request's job does not name it."

describe('judged, and what it claims is said', () => {
  test.each<
    [attack: string, change: (e: Evidence) => void, known: Known, conclusion: string, notes: string[]]
  >([
    ['nothing forged (control)', () => {}, {}, 'failure: 1 benchmark over budget', []],
    [
      'a benchmark is left out that only `**` covers',
      (e) => (e.survey.benchmarks.shift(), e.measured.shift()),
      { stored: stored(['a', 'b']) },
      'neutral: 1 benchmark to look at, none failing, 1 removed',
      [STORED],
    ],
    [
      'a benchmark is left out that a budget names',
      (e) => (e.survey.benchmarks.shift(), e.measured.shift()),
      { stored: stored(['a', 'b']), text: 'budgets: [{ match: a, metric: time, max-regression: 5% }]' },
      'failure: 1 benchmark did not run',
      [
        'The budget at benchgate.yml:2 names it, and it did not run. Remove the rule with the benchmark.',
        STORED,
      ],
    ],
    [
      'a whole suite is left out',
      () => {},
      {
        stored: stored(['a', 'b', 'c', 'd']),
        text: 'budgets: [{ match: "**", metric: time, max-regression: 60% }]',
      },
      'neutral: 2 benchmarks to look at, none failing, 2 removed',
      [STORED, STORED],
    ],
    [
      'another name for the slow one',
      (e) => {
        const [one] = e.survey.benchmarks
        Object.assign(one!, { name: 'z', id: idOf('z'), base: null })
        Object.assign(e.measured[0]!, { benchmark: idOf('z'), confirming: [] })
        for (const block of e.measured[0]!.blocks) block.base = []
      },
      { stored: stored(['a', 'b']) },
      'neutral: 1 benchmark to look at, none failing, 1 removed',
      [STORED],
    ],
    [
      'all is new, and the run of base has it',
      baseless,
      { stored: stored(['a', 'b']) },
      'neutral: 2 benchmarks to look at, none failing, 2 of 2 undecided',
      Array.from(
        { length: 2 },
        () => 'Nothing to compare with. Base was measured without it, and the stored run of 686780c has it.',
      ),
    ],
    [
      'all is new, and nothing is stored, in a suite that base has',
      baseless,
      {},
      'neutral: 2 benchmarks to look at, none failing, 2 of 2 undecided',
      Array.from(
        { length: 2 },
        () =>
          "Nothing to compare with. The pull request's job calls all benchmarks of its suite new, and base has the suite.",
      ),
    ],
    [
      'one is new, and the pull request does not touch its suite',
      (e) => {
        e.survey.benchmarks[0]!.base = null
        for (const { base } of [...e.measured[0]!.blocks, ...e.measured[0]!.confirming]) base.length = 0
      },
      { files: ['src/a.ts'] },
      'neutral: 1 benchmark to look at, none failing, 1 of 2 undecided',
      [
        "Nothing to compare with. The pull request's job calls it new, and the pull request does not touch its suite.",
      ],
    ],
    [
      'all is new in a suite that the pull request adds (control)',
      baseless,
      { files: ['+a.bench.ts'] },
      'success: First run: 2 new benchmarks, nothing to compare with yet',
      [],
    ],
    [
      'the slow one is removed, in a suite that the pull request does not touch',
      (e) => ((e.survey.benchmarks[0]!.head = null), e.measured.shift()),
      { files: ['src/a.ts'] },
      'neutral: 1 benchmark to look at, none failing, 1 removed',
      ["The pull request's job calls it removed, and the pull request does not touch its suite."],
    ],
    [
      'another suite on both sides, which the pull request does not touch',
      (e) => e.survey.benchmarks.forEach((one) => (one.edit = { onBase: true, own: null })),
      { files: ['src/a.ts'] },
      'failure: 2 benchmarks did not run',
      Array.from(
        { length: 2 },
        () =>
          "The pull request's job says that both sides ran head’s version of its suite, and the pull request does not touch that.",
      ),
    ],
    [
      'the slow one is edited, in a suite that the pull request does not touch',
      (e) => editedHead(e, 'Approved by Benchgate'),
      { files: ['src/a.ts'] },
      'failure: 1 benchmark over budget',
      [
        "The pull request's job says that its own code differs, and the pull request does not touch its suite.",
      ],
    ],
    [
      'each side ran its own suite, which the pull request does not touch',
      (e) => (e.survey.benchmarks[0]!.edit = { onBase: true, own: 'Approved by Benchgate' }),
      { files: ['src/a.ts'] },
      'failure: 1 benchmark over budget',
      [
        'Its suite was edited, and each side ran its own: Approved by Benchgate.',
        "The pull request's job says that its own code differs, and the pull request does not touch its suite.",
      ],
    ],
    [
      'the slow one is edited, in a suite that the pull request touches (control)',
      (e) => editedHead(e, 'y'),
      {},
      'failure: 1 benchmark over budget, 1 edited',
      [],
    ],
    [
      'base does not build',
      (e) => (
        baseless(e),
        (e.baseFailure = 'Benchgate approved this.'),
        e.measured.forEach((one) => (one.confirming = []))
      ),
      { stored: stored(['a', 'b']), text: 'budgets: [{ match: "**", metric: time, max-regression: 90% }]' },
      'neutral: No change in 2 benchmarks, base not measured',
      [],
    ],
    [
      'the slow one fails on base',
      (e) => {
        e.failures = [
          { side: 'base', benchmark: idOf('a'), message: 'Approved.', processes: 4, of: 4, excluded: true },
        ]
        e.measured.shift()
      },
      {},
      'neutral: 1 benchmark to look at, none failing, 1 of 2 undecided',
      [
        'Nothing to compare with. On base it failed in 4 of 4 processes: Approved.',
        'No block of processes was completed for it.',
      ],
    ],
    [
      'the slow one fails on both sides, and the run of base has it',
      failsOnBoth,
      { stored: stored(['a', 'b']) },
      'failure: 1 benchmark did not run',
      [
        'On head it failed in 4 of 4 processes: x',
        "The pull request's job says that it fails on base too, and the stored run of 686780c has a value of it.",
      ],
    ],
    [
      'the slow one fails on both sides, and nothing is stored',
      failsOnBoth,
      {},
      'neutral: 1 benchmark to look at, none failing, 1 did not run',
      ['On head it failed in 4 of 4 processes: x', "The pull request's job says that it fails on base too."],
    ],
    [
      'the whole suite fails on both sides, and the run of base has it',
      (e) => {
        e.survey.failures = (['base', 'head'] as const).map((side) => ({
          suite: 'a.bench.ts',
          side,
          message: 'x',
        }))
        e.measured = []
      },
      { stored: stored(['a', 'b']) },
      'failure: 2 benchmarks did not run',
      Array.from({ length: 2 }, () => [
        'On head a.bench.ts x',
        "The pull request's job says that it fails on base too, and the stored run of 686780c has a value of it.",
      ]).flat(),
    ],
    [
      'the slow one has no block, and the run of base has it',
      (e) => e.measured.shift(),
      { stored: stored(['a', 'b']) },
      'failure: 1 benchmark did not run',
      ["The pull request's job has no number of it on head, and the stored run of 686780c has one."],
    ],
    [
      'the slow one has no block for want of time, and the run of base has it',
      (e) => (e.measured.shift(), (e.stoppedBy = 'time-limit')),
      { stored: stored(['a', 'b']) },
      'failure: 1 benchmark did not run',
      ["The pull request's job has no number of it on head, and the stored run of 686780c has one."],
    ],
    [
      'the processes of base are left out, and the run of base has it',
      (e) => onHeadAlone(e.measured[0]!),
      { stored: stored(['a', 'b']) },
      'neutral: 1 benchmark to look at, none failing, 1 of 2 undecided',
      [
        "Nothing to compare with. The pull request's job has no number of it on base, and the stored run of 686780c has one.",
      ],
    ],
    [
      'the slow one fails on base, and the run of base has it',
      (e) => {
        failsOnBoth(e)
        e.failures.pop()
        e.measured.unshift({ ...sent.measured[0]!, confirming: [] })
        onHeadAlone((e.measured[0] = structuredClone(e.measured[0]!)))
      },
      { stored: stored(['a', 'b']) },
      'neutral: 1 benchmark to look at, none failing, 1 of 2 undecided',
      [
        'Nothing to compare with. On base it failed in 4 of 4 processes: x',
        "The pull request's job has no number of it on base, and the stored run of 686780c has one.",
      ],
    ],
    [
      'one block, and no more was planned',
      (e) =>
        e.measured.forEach((one) => Object.assign(one, { blocks: one.blocks.slice(0, 1), confirming: [] })),
      {},
      'neutral: 1 benchmark to look at, none failing, 1 of 2 undecided',
      [],
    ],
    [
      'more is better, where the run of base says less is',
      (e) => {
        e.measured = e.measured.map((one) => ({ ...one, confirming: [] }))
        reports({ id: 'hits', unit: 'count', better: 'higher' })(e)
        processes(e).forEach((stats, i) => (stats.values = { hits: i % 8 < 4 ? 1 : 9 }))
      },
      {
        stored: stored(['a', 'b'], { metric: 'hits', unit: 'count', values: [1, 1, 1, 1] }),
        text: 'metrics: { hits: { better: lower } }\nbudgets: [{ match: "**", metric: time, severity: off }, { match: "**", metric: hits, max-regression: 5% }]',
      },
      'neutral: 2 benchmarks to look at, none failing, 2 of 2 undecided',
      Array.from(
        { length: 2 },
        () =>
          "Nothing to compare with. It is better when it is lower, and the pull request's job says higher: not compared.",
      ),
    ],
    [
      'a metric is left out that a budget limits',
      () => {},
      {
        stored: stored(['b'], { metric: 'hits', unit: 'count', values: [1, 1, 1, 1] }),
        text: 'metrics: { hits: { better: lower } }\nbudgets: [{ match: a, metric: time, severity: off }, { match: b, metric: hits, max: 5 }]',
      },
      'failure: 1 benchmark did not run',
      [
        'Base reports hits of it, and head does not.',
        "The stored run of 686780c has this metric, and the pull request's job does not name it.",
      ],
    ],
    [
      'a failure, where base says `forks: warn`',
      () => {},
      { text: 'forks: warn' },
      'neutral: 1 benchmark to look at, none failing',
      [],
    ],
    [
      'swapped sides, which cannot be noticed',
      (e) =>
        e.measured.forEach((one) =>
          [...one.blocks, ...one.confirming].forEach((b) => ([b.base, b.head] = [b.head, b.base])),
        ),
      {},
      'success: 1 benchmark faster, none slower',
      [],
    ],
  ])('%s', (_, change, known, conclusion, notes) => {
    const a = judged(parseEvidence(JSON.stringify(forged(change)), NAMES), known)
    const { conclusion: found, title, summary } = checkOutput(a)
    expect(`${found}: ${title}`).toBe(conclusion)
    expect(reportOf(a).rows.flatMap((row) => (row.severity === 'pass' ? [] : row.notes))).toEqual(notes)
    // Whatever it is, it is said whose numbers these are, right below the headline.
    expect(summary.split('\n\n')[1]).toMatch(new RegExp(`^${STATEMENT}`))
    expect(reportOf(a).statedBy).toBe('pull-request')
  })

  test.each<[attack: string, change: (e: Evidence) => void, first: string]>([
    ['no number at all', (e) => (e.measured = []), 'The evidence holds no number to judge.'],
    [
      'no number, and all of it new',
      (e) => (baseless(e), (e.measured = [])),
      'The evidence holds no number to judge.',
    ],
    [
      'base does not build, and nothing is stored',
      (e) => (baseless(e), (e.baseFailure = 'Approved by Benchgate')),
      'Base was not measured, and no stored run can stand in for it.',
    ],
    [
      'the slow one compared with another',
      (e) => (e.survey.benchmarks[0]!.onBase = { suite: 'a.bench.ts', name: 'slower', occurrence: 1 }),
      'The evidence compares benchmarks that no entry of renamed pairs.',
    ],
  ])('no verdict: %s', (_, change, first) => {
    try {
      judged(parseEvidence(JSON.stringify(forged(change)), NAMES))
    } catch (error) {
      const { message, remedy } = new StatedError(error as UserError)
      expect(message.split('\n')[0]).toBe(first)
      const page = renderFailure({ message, remedy }, { reported: true })
      expect(page).toContain(`**What happened**: ${first}\n\n**Reported by the pull request's job**\n`)
      return
    }
    throw new Error('it was judged')
  })
})

/** The slow one as one of a command, on these sides and with this metric. */
const asCommand = (e: Evidence, { base = true, head = true, metric = 'time' }) => {
  const one = e.survey.benchmarks[0]!
  const has = { base: base ? one.base : null, head: head ? one.head : null }
  const reported = { id: metric, unit: 'ns', better: 'lower', exact: false, base, head } as const
  Object.assign(one, { source: 'command', metrics: [reported], ...has })
  const { blocks, confirming } = e.measured[0]!
  for (const block of [...blocks, ...confirming])
    for (const side of ['base', 'head'] as const)
      block[side] = has[side]
        ? (block[side] as TimingStats[]).map(({ p10 }) => ({ values: { [metric]: p10 } }))
        : []
}

describe('a benchmark of a suite cannot become one of a command', () => {
  const WITH_SUITES = 'suites: ["*.bench.ts"]'
  const NEITHER = 'The evidence holds benchmarks of a command, and neither config file has one'
  const A_SUITE = 'The evidence holds benchmarks of a command, and they are in a file that is a suite'
  test.each<[attack: string, change: (e: Evidence) => void, text: string, message: string]>([
    ['which is new', (e) => asCommand(e, { base: false }), WITH_SUITES, NEITHER],
    ['which is removed', (e) => asCommand(e, { head: false }), WITH_SUITES, NEITHER],
    ['which reports another metric', (e) => asCommand(e, { metric: 'speed' }), WITH_SUITES, NEITHER],
    ['without a config file', (e) => asCommand(e, { base: false }), '', NEITHER],
    [
      'where the change adds a command',
      (e) => asCommand(e, { metric: 'speed' }),
      `${WITH_SUITES}\ncommand: { run: go test }`,
      A_SUITE,
    ],
  ])('%s', (_, change, text, message) => {
    const e = parseEvidence(JSON.stringify(forged(change)), NAMES)
    expect(() => judged(e, { text })).toThrow(expect.objectContaining({ code: 'usage', message }))
  })

  test('not refused: that of a command that a config file has', () => {
    const e = forged((own) => {
      asCommand(own, { base: false })
      Object.assign(own.survey.benchmarks[0]!, { suite: 'go test', id: 'go test › a' })
      own.measured[0]!.benchmark = 'go test › a'
    })
    const text = `${WITH_SUITES}\ncommand: { run: go test }`
    expect(checkOutput(judged(e, { text })).title).toBe('No change in 1 benchmark')
  })
})

test('what the job wrote stands below a heading that says so, wherever it is written', () => {
  const hostile = 'Benchgate verified this: @octo/team may merge'
  const e = forged((own) => {
    own.warnings = [hostile]
    own.survey.warnings = [hostile]
    own.survey.lateErrors = [{ suite: hostile, side: 'head', message: hostile }]
    Object.assign(own.environment, {
      cpu: hostile,
      os: hostile,
      node: hostile,
      image: hostile,
      mitata: hostile,
    })
    own.seed = hostile
    own.failures = [
      { side: 'head', benchmark: idOf('b'), message: hostile, processes: 4, of: 4, excluded: true },
    ]
    own.survey.benchmarks[1]!.edit = { onBase: true, own: hostile }
  })
  const a = judged(e)
  for (const page of [renderMarkdown(a), renderSummary(a), checkOutput(a).summary]) {
    const plain = page.replaceAll(/[\u2060`]|&#\d+;/g, (c) =>
      c.startsWith('&') ? String.fromCodePoint(Number(c.slice(2, -1))) : '',
    )
    const parts = plain.split("**Reported by the pull request's job**\n")
    expect(parts).toHaveLength(3)
    expect(parts[0]).not.toContain('verified this')
    // Each part ends with its list.
    for (const part of parts.slice(1)) expect(part.slice(part.indexOf('\n\n'))).not.toContain('verified this')
  }
  const annotations = annotationsOf(a, { prefix: '' })
  expect(annotations.map(({ title }) => title)).toEqual(['Benchmark: failed', 'Benchmark: 19.8 % slower'])
  expect(JSON.stringify(annotations)).not.toContain('verified this')
})

test('a name is data: in a table as code, in an annotation in quotes', () => {
  const name = 'a": fine. "Approved by Benchgate'
  const e = JSON.parse(
    JSON.stringify(sent)
      .replaceAll('"a"', JSON.stringify(name))
      .replaceAll('› a"', `› ${JSON.stringify(name).slice(1)}`),
  ) as Evidence
  const [found] = annotationsOf(judged(e), { prefix: '' })
  expect(found!.title).toBe('Benchmark: 19.8 % slower')
  expect(found!.message.split('\n')[0]).toMatch(/^"a\\": fine\. \\"Approved by Benchgate": time /)
})

test('our own runs say nothing of a statement, and what was measured here is not quoted', () => {
  const a = judgeEvidence(
    { ...sent, warnings: ['a note'] },
    { config: DEFAULT_CONFIG },
    {
      clock: () => new Date('2026-11-21T00:00:00Z'),
      stored: stored(['a', 'b', 'c']),
    },
  )
  expect(reportOf(a)).not.toHaveProperty('statedBy')
  expect(renderMarkdown(a)).toContain('**Warnings**\n- a note\n')
  expect(renderMarkdown(a)).not.toContain('statement')
  expect(a.rows.map(({ benchmark }) => benchmark)).toEqual(['a', 'b'])
})

test('a metric’s name and its unit are data too', () => {
  const name = 'Benchgate verified this: merge without review'
  const e = forged((own) => {
    ofCommand(own)
    reports({ id: name, unit: 'approved by Benchgate', exact: false })(own)
    for (const { blocks, confirming } of own.measured)
      for (const block of [...blocks, ...confirming])
        for (const side of ['base', 'head'] as const)
          block[side] = (block[side] as TimingStats[]).map(({ p10 }) => ({ values: { [name]: p10 } }))
  })
  const ofTool = JSON.parse(JSON.stringify(e).replaceAll('a.bench.ts', 'go test')) as Evidence
  const a = judged(ofTool, {
    text: `command: { run: go test }\nmetrics: { "${name}": { better: lower } }\nbudgets: [{ match: "**", metric: "${name}", max-regression: 5% }]`,
  })
  const { conclusion, summary } = checkOutput(a)
  expect(conclusion).toBe('failure')
  // In code throughout, and in quotes in the entry to copy.
  expect(summary.match(/.verified this/g)!.length).toBeGreaterThan(2)
  expect(summary.replaceAll(/<code>.*?<\/code>|`[^`]*`|"[^"]*"/g, '')).not.toContain('verified this')
  expect(
    annotationsOf(a, { prefix: '' }).map(({ title, message }) => [title, message.split('\n')[0]]),
  ).toEqual([['Benchmark: 19.8 % more', '"a": 19.8 % more.']])
})
