import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import { comparablePoints, courseOf, type History, type Trend } from '../model/trend.ts'
import { columnsOf } from './columns.ts'
import { CommitRows } from './commit-rows.ts'
import type {
  BenchmarkFile,
  CommitsFile,
  DashboardIndex,
  PackedColumns,
  TrendColumns,
  TrendSummary,
} from './format.ts'
import { packColumns } from './packed.ts'
import { roundedOrNull, rounded } from './rounded.ts'
import { sparklineOf } from './sparkline.ts'
import { statusOf } from './status.ts'

/** How many of the newest commits a dashboard shows by default. */
export const USUAL_COMMITS = 1_000

/** What a dashboard shows besides the history. */
export interface DashboardFacts extends Pick<DashboardIndex, 'by' | 'writtenAt' | 'repository' | 'url'> {
  /** The limits of one metric in its unit, as the budgets are now; null: none. */
  limitsOf: (key: BenchmarkKey, metric: string, unit: string) => TrendSummary['budget']
}

/** The files of a dashboard, one after the other, so that no more than one is in memory at a time. */
export type DashboardPart =
  | { path: `benchmarks/${number}.json`; content: BenchmarkFile }
  | { path: `commits/${number}.json`; content: CommitsFile }
  | { path: 'index.json'; content: DashboardIndex }

/**
 * The files of the benchmarks and of the commits, and then the index, which names the `folder` of the others.
 * The points of each trend are computed once, and not kept.
 */
export function* dashboardParts(
  history: History,
  facts: DashboardFacts,
  folder: DashboardIndex['folder'],
): Generator<DashboardPart> {
  const summaries: TrendSummary[] = []
  const rows = new CommitRows()
  for (const [number, members] of byBenchmark(history.trends).entries()) {
    const metrics: PackedColumns[] = []
    for (const i of members) {
      const { columns, summary } = trendParts(history, i, number, facts)
      metrics.push(packColumns(columns))
      summaries[i] = summary
      rows.add(columns)
    }
    yield { path: `benchmarks/${number}.json`, content: { schema: 1, metrics } }
  }
  const { ref, key, commits, events, precision } = history
  let file = 0
  for (const content of rows.files(commits.length)) yield { path: `commits/${file++}.json`, content }
  const content: DashboardIndex = {
    schema: 1,
    folder,
    by: facts.by,
    writtenAt: facts.writtenAt,
    repository: facts.repository,
    url: facts.url,
    branch: ref.replace(/^refs\/heads\//, ''),
    key,
    commits,
    trends: summaries,
    events,
    precision,
    commitsPerFile: rows.commitsPerFile(commits.length),
  }
  yield { path: 'index.json', content }
}

/** Indexes of the trends of each benchmark. */
function byBenchmark(trends: readonly Trend[]): number[][] {
  const found = new Map<string, number[]>()
  for (const [i, trend] of trends.entries()) {
    const key = keyText(trend)
    const members = found.get(key)
    if (members === undefined) found.set(key, [i])
    else members.push(i)
  }
  return [...found.values()]
}

function trendParts(
  history: History,
  number: number,
  file: number,
  { limitsOf }: DashboardFacts,
): { columns: TrendColumns; summary: TrendSummary } {
  const trend = history.trends[number]!
  const { suite, name, occurrence, metric, unit, better, points, steps, creep, forecast, burn, milestones } =
    trend
  const comparable = comparablePoints(history, points)
  const { values, areLevels } = courseOf(trend, comparable)
  const budget = limitsOf({ suite, name, occurrence }, metric, unit)
  const summary: TrendSummary = {
    suite,
    name,
    occurrence,
    metric,
    unit,
    better,
    file,
    points: points.length,
    newest: points.at(-1)!.at,
    now: rounded(values.at(-1)!),
    isLevel: areLevels,
    change: roundedOrNull(points.findLast(({ change }) => change !== null)?.change?.log),
    sparkline: sparklineOf(values),
    budget,
    status: statusOf({ steps, creep }, comparable, budget),
    steps,
    creep,
    forecast,
    burn,
    milestones,
  }
  return { columns: columnsOf(number, points), summary }
}
