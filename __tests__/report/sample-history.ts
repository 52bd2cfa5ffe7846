import type { History, LogChange, RecordedCommit, Step, Trend, TrendPoint } from '../../src/model/trend.ts'

/** A change in percent with the ends of its interval, as a logarithm. */
export const percent = (change: number, low: number, high: number): LogChange => ({
  log: Math.log1p(change / 100),
  low: Math.log1p(low / 100),
  high: Math.log1p(high / 100),
})

export const commit = (index: number, more: Partial<RecordedCommit> = {}): RecordedCommit => ({
  sha: `${index.toString(16).padStart(2, '0')}f1c2aa9d0e1`.padEnd(40, '0'),
  parent: index === 0 ? null : `${(index - 1).toString(16).padStart(2, '0')}f1c2aa9d0e1`.padEnd(40, '0'),
  time: `2026-11-${String(index + 1).padStart(2, '0')}T10:00:00.000Z`,
  subject: `Change ${index}`,
  pull: null,
  cpu: 'AMD EPYC 7763',
  node: '24.21.0',
  image: 'ubuntu24 20261102.1',
  releases: [],
  importedFrom: null,
  ...more,
})

export const point = (at: number, value: number, more: Partial<TrendPoint> = {}): TrendPoint => ({
  at,
  value,
  low: value * 0.99,
  high: value * 1.01,
  change: null,
  verdict: null,
  break: null,
  otherEnvironment: false,
  level: { value, low: value * 0.995, high: value * 1.005 },
  ...more,
})

export const trend = (points: TrendPoint[], more: Partial<Trend> = {}): Trend => ({
  suite: 'benchmarks/parser.bench.ts',
  name: 'parser/large',
  occurrence: 1,
  metric: 'time',
  unit: 'ns',
  better: 'lower',
  points,
  steps: [],
  creep: null,
  forecast: null,
  burn: null,
  milestones: { first: null, best: null, release: null },
  ...more,
})

export const step = (at: number, change: LogChange, more: Partial<Step> = {}): Step => ({
  at,
  from: at - 1,
  to: at,
  change,
  worse: change.log > 0,
  before: 4_210_000,
  after: 4_210_000 * Math.exp(change.log),
  confirmedAt: at + 2,
  standing: change.log > 0 ? 'standing' : null,
  accepted: null,
  ...more,
})

export const history = (trends: Trend[], more: Partial<History> = {}): History => ({
  ref: 'refs/heads/main',
  key: 'default',
  commits: Array.from({ length: 8 }, (_, index) => commit(index)),
  trends,
  events: [],
  precision: { flagged: 0, recurred: 0, accepted: 0, vanished: 0, open: 0 },
  ...more,
})

const SLOWER = percent(12.3, 10.1, 14.6)
const FASTER = percent(-8, -9.5, -6.4)

/** Eight commits: two benchmarks step together at the fifth, one creeps, and one gets faster after an edit. */
export const eventful: History = history(
  [
    trend(
      [4_210_000, 4_214_000, 4_208_000, 4_212_000, 4_730_000, 4_725_000, 4_733_000, 4_729_000].map(
        (value, at) =>
          point(at, value, {
            ...(at === 4 && { change: percent(12.1, 9.8, 14.5), verdict: 'regression' }),
            ...(at === 5 && { change: percent(-0.1, -0.6, 0.4), verdict: 'unchanged' }),
            // Another processor, which is a little faster.
            ...(at === 3 && { value: 3_950_000, low: 3_910_500, high: 3_989_500 }),
            otherEnvironment: at === 3 || at === 4,
          }),
      ),
      {
        steps: [step(4, SLOWER)],
        forecast: { limit: 5_000_000, kind: 'max', severity: 'fail', weeks: { low: 6.4, high: 10.8 } },
        burn: { limit: 4_700_000, kind: 'max', runs: { beyond: 4, of: 8 }, days: { beyond: 3, of: 6 } },
        milestones: {
          first: { at: 0, factor: 4_729_000 / 4_210_000 },
          best: { at: 2, factor: 4_729_000 / 4_208_000 },
          release: { at: 3, name: 'v1.2.0', factor: 4_729_000 / 4_212_000 },
        },
      },
    ),
    trend(
      [812, 810, 813, 811, 880, 879, 883, 881].map((value, at) => point(at, value * 1000)),
      { name: 'parser/small', steps: [step(4, percent(8.4, 6.9, 10), { before: 811_000, after: 880_000 })] },
    ),
    trend(
      [300, 301, 303, 304, 306, 307, 309, 310].map((value, at) => point(at, value * 1000)),
      {
        name: 'lexer',
        creep: {
          from: 0,
          to: 7,
          perWeek: percent(3.3, 2.8, 3.8),
          perCommit: percent(0.47, 0.4, 0.54),
          worse: true,
          p: 0.0001,
        },
      },
    ),
    trend(
      [100, 101, 90, 91, 90, 83, 83, 82].map((value, at) =>
        point(at, value, { ...(at === 2 && { break: 'edited' }), level: null }),
      ),
      {
        name: 'bundle',
        suite: 'sizes',
        metric: 'size',
        unit: 'B',
        steps: [step(5, FASTER, { from: 4, to: 6, before: 90, after: 83 })],
      },
    ),
  ],
  {
    commits: Array.from({ length: 8 }, (_, index) =>
      commit(index, {
        ...(index === 4 && { subject: 'Parse surrogate pairs (#412)', pull: 412 }),
        ...(index === 3 && { releases: ['v1.2.0'], cpu: 'Intel(R) Xeon(R) Platinum 8370C' }),
      }),
    ),
    events: [
      {
        id: '04f1c2a-slower',
        worse: true,
        at: 4,
        from: 3,
        to: 4,
        members: [
          { trend: 0, step: 0 },
          { trend: 1, step: 0 },
        ],
        standing: 'standing',
        accepted: null,
      },
      {
        id: '05f1c2a-faster',
        worse: false,
        at: 5,
        from: 4,
        to: 6,
        members: [{ trend: 3, step: 0 }],
        standing: null,
        accepted: null,
      },
    ],
    precision: { flagged: 12, recurred: 9, accepted: 1, vanished: 2, open: 0 },
  },
)
