import type { RecordedCommit, TrendPoint } from '../../src/model/trend.ts'

const DAY_MS = 86_400_000
export const START = Date.UTC(2026, 0, 1)

/** Commits, one each `days`. */
export const commitsOf = (
  n: number,
  { days = 1, ...more }: Partial<RecordedCommit> & { days?: number } = {},
): RecordedCommit[] =>
  Array.from({ length: n }, (_, i) => ({
    sha: `sha${i}`,
    parent: `sha${i - 1}`,
    time: new Date(START + i * days * DAY_MS).toISOString(),
    subject: `commit ${i}`,
    pull: null,
    cpu: 'one',
    node: null,
    image: null,
    releases: [],
    importedFrom: null,
    ...more,
  }))

/** A point whose quartiles lie 1 % around its value, without a level. */
export const pointOf = (at: number, value: number, more: Partial<TrendPoint> = {}): TrendPoint => ({
  at,
  value,
  low: value * 0.99,
  high: value * 1.01,
  change: null,
  verdict: null,
  break: null,
  otherEnvironment: false,
  level: null,
  ...more,
})

export const levelOf = (value: number, by = 0.01): NonNullable<TrendPoint['level']> => ({
  value,
  low: value * (1 - by),
  high: value * (1 + by),
})
