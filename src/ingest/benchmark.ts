import type {
  IngestedBenchmark,
  IngestedMetric,
  MetricData,
  SampleUnit,
  Spread,
} from '../model/result-file.ts'
import { keyOf } from './forms/key.ts'

/** Room for the largest suites; a file with more is no result of benchmarks. */
export const MAX_BENCHMARKS = 20_000

type Summary = Extract<MetricData, { kind: 'summary' }>

/** A metric as an adapter found it; `data` is null where the tool gave no value. */
export type MetricDraft = Omit<IngestedMetric, 'data'> & { data: MetricData | null }

/** A summary; null when the tool gave no centre. */
export function summary(
  statistic: Summary['statistic'],
  centre: number | null | undefined,
  more: { spread?: Spread | null; count?: number | null | undefined } = {},
): Summary | null {
  if (centre === null || centre === undefined) return null
  const { spread = null, count = null } = more
  const counted = count !== null && Number.isFinite(count) && count >= 0
  return { kind: 'summary', statistic, centre, spread, count: counted ? count : null }
}

/** A deterministic value; null when there is none. */
export const exact = (value: number | null | undefined): MetricData | null =>
  value === null || value === undefined ? null : { kind: 'exact', value }

/** Values in groups. */
export const samples = (of: SampleUnit, groups: number[][]): MetricData => ({ kind: 'samples', of, groups })

/**
 * What the same code does the same number of times, such as allocating: the one number on which all values agree. Where they do
 * not, somebody else allocated too, and they are values like others.
 */
export function counted(of: SampleUnit, groups: number[][]): MetricData {
  const [only, other] = new Set(groups.flat())
  return only === undefined || other !== undefined ? samples(of, groups) : { kind: 'exact', value: only }
}

/** What can be passed on of the drafts: finite, not negative where nothing can be, one of each id; the rest is named in `warnings`. */
export function soundMetrics(
  benchmark: string,
  drafts: readonly MetricDraft[],
  warnings: string[],
): IngestedMetric[] {
  const metrics = new Map<string, IngestedMetric>()
  for (const { data, ...draft } of drafts) {
    if (data === null || metrics.has(draft.id)) continue
    const sound = soundData(data, draft.unit, (what) => warnings.push(`${benchmark}: ${draft.id}: ${what}`))
    if (sound !== null) metrics.set(draft.id, { ...draft, data: sound })
  }
  return [...metrics.values()]
}

/** Units of quantities that are never below zero: such a value is a fault of a clock or of a file. */
const NEVER_NEGATIVE: ReadonlySet<string> = new Set(['ns', 'ops/s', 'B', 'B/s', 'count', 'fraction'])

function soundData(data: MetricData, unit: string, warn: (what: string) => void): MetricData | null {
  const isSound = (value: number) => Number.isFinite(value) && (value >= 0 || !NEVER_NEGATIVE.has(unit))
  switch (data.kind) {
    case 'exact':
      if (isSound(data.value)) return data
      warn('left out, because its value is not finite or below zero')
      return null
    case 'summary':
      if (!isSound(data.centre)) {
        warn('left out, because its value is not finite or below zero')
        return null
      }
      if (data.spread === null || isSoundSpread(data.spread)) return data
      warn('its spread is left out, because it is not finite, below zero or upside down')
      return { ...data, spread: null }
    case 'samples': {
      const groups = data.groups.map((group) => group.filter(isSound)).filter((group) => group.length > 0)
      const size = (groups: number[][]) => groups.reduce((sum, group) => sum + group.length, 0)
      const dropped = size(data.groups) - size(groups)
      if (dropped > 0) warn(`${dropped} values are left out, because they are not finite or below zero`)
      return groups.length === 0 ? null : { ...data, groups }
    }
    default:
      return data satisfies never
  }
}

function isSoundSpread(spread: Spread): boolean {
  if (spread.kind === 'ci' || spread.kind === 'unknown') {
    return Number.isFinite(spread.low) && Number.isFinite(spread.high) && spread.low <= spread.high
  }
  return Number.isFinite(spread.value) && spread.value >= 0
}

/** One benchmark; without a metric it has failed, and `failure` says why. */
export function benchmarkOf(o: {
  suite?: string | null
  path?: string[]
  name: string
  params?: Record<string, string>
  metrics: IngestedMetric[]
  failure?: string | null
}): IngestedBenchmark {
  const { suite = null, path = [], name, params = {}, metrics, failure = null } = o
  const failed = metrics.length === 0
  return {
    key: keyOf([suite, ...path, name], params),
    suite,
    path,
    name,
    params,
    status: failed ? 'failed' : 'ok',
    message: failed ? (failure ?? 'the file holds no value of it') : null,
    metrics,
  }
}
