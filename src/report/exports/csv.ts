import {
  effectOfLog,
  type History,
  type LogChange,
  type RecordedCommit,
  type Trend,
  type TrendPoint,
} from '../../model/trend.ts'
import { plainNumber } from '../quantity.ts'
import { forCsv } from '../text/for-csv.ts'
import { outside } from '../text/outside.ts'

/** What a cell is made of. */
interface Place {
  trend: Trend
  point: TrendPoint
  commit: RecordedCommit
  /** The event whose step begins here. */
  event: string | null
}

/** A text from outside, a number, or a word of ours; null: an empty cell. */
type Value = number | string | boolean | null

/** Numbers are in the unit of the row; changes are new / old - 1. */
const COLUMNS: Readonly<Record<string, (place: Place) => Value>> = {
  // First, so that no line begins with a name: a CI runner obeys some of them there.
  commit: ({ commit }) => commit.sha,
  parent: ({ commit }) => commit.parent,
  time: ({ commit }) => commit.time,
  subject: ({ commit }) => commit.subject,
  pull: ({ commit }) => commit.pull,
  releases: ({ commit }) => commit.releases.join(' '),
  suite: ({ trend }) => trend.suite,
  benchmark: ({ trend }) => trend.name,
  occurrence: ({ trend }) => trend.occurrence,
  metric: ({ trend }) => trend.metric,
  unit: ({ trend, point }) => point.unit ?? trend.unit,
  better: ({ trend }) => trend.better,
  value: ({ point }) => point.value,
  low: ({ point }) => point.low,
  high: ({ point }) => point.high,
  level: ({ point }) => point.level && point.level.value,
  level_low: ({ point }) => point.level && point.level.low,
  level_high: ({ point }) => point.level && point.level.high,
  change: ({ point }) => effectOf(point.change, 'log'),
  change_low: ({ point }) => effectOf(point.change, 'low'),
  change_high: ({ point }) => effectOf(point.change, 'high'),
  verdict: ({ point }) => point.verdict,
  change_point: ({ event }) => event,
  break: ({ point }) => point.break,
  other_environment: ({ point }) => point.otherEnvironment,
  cpu: ({ commit }) => commit.cpu,
  node: ({ commit }) => commit.node,
  image: ({ commit }) => commit.image,
  imported_from: ({ commit }) => commit.importedFrom,
}

const effectOf = (change: LogChange | null, of: keyof LogChange): number | null =>
  change && effectOfLog(change[of])

/** The newest `last` points of each trend as CSV (RFC 4180), oldest first: a row a commit and metric. */
export function renderCsv(history: History, { last }: { last: number }): string {
  const events = new Map(
    history.events.flatMap(({ id, members }) =>
      members.map(({ trend, step }) => [`${trend} ${history.trends[trend]!.steps[step]!.at}`, id] as const),
    ),
  )
  const lineOf = (cells: readonly string[]): string => `${cells.join(',')}\r\n`
  // One trend at a time, since its points are made when they are asked for.
  const lines = history.trends.flatMap((trend, index) =>
    trend.points.slice(-last).map((point) => {
      const event = events.get(`${index} ${point.at}`) ?? null
      const place = { trend, point, commit: history.commits[point.at]!, event }
      return lineOf(Object.values(COLUMNS).map((value) => cellOf(value(place))))
    }),
  )
  return [lineOf(Object.keys(COLUMNS)), ...lines].join('')
}

function cellOf(value: Value): string {
  if (typeof value === 'string') return forCsv(outside('line', value))
  return typeof value === 'number' ? plainNumber(value) : `${value ?? ''}`
}
