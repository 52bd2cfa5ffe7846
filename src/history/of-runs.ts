import type { Run, StoredRun } from '../model/stored-run.ts'
import type { History } from '../model/trend.ts'
import { type HistoryContext, historyOf } from './history.ts'
import { MAX_SERIES, type Recorded, type RecordedSeries, recordHistory } from './recorded.ts'
import { keyOfStored } from './series.ts'

/** The fewest values with a change point: three commits on each level. */
const FEWEST_VALUES = 6

interface Wanted {
  /** Values that are looked at. */
  limit: number
  /** Names that come before others, and which of their series do. */
  names: ReadonlySet<string>
  wanted: (series: RecordedSeries) => boolean
}

/**
 * The history of runs, newest first, with as many values as `limit` allows: series that are `wanted` come
 * before the others.
 */
export function historyOfRuns(
  runs: readonly StoredRun[],
  context: HistoryContext,
  { limit, names, wanted }: Wanted,
): History {
  const recording = recordHistory()
  // Columns are only made of these: memory would not suffice if each of many runs had 20,000 new names.
  const chosen = chosenNames(runs, { limit, names })
  for (const { path, run } of runs) {
    const benchmarks = run.benchmarks.filter((one) => chosen.has(nameOf(one)))
    recording.add({ path, run: { ...run, benchmarks } })
  }
  const recorded = recording.finish()
  const { series } = recorded
  let values = 0
  const kept = new Set(
    [...series.filter(wanted), ...series.filter((one) => !wanted(one))].filter(
      ({ at }) => (values += at.length) <= limit,
    ),
  )
  return historyOf(
    {
      ...recorded,
      benchmarks: benchmarksOf(recorded, runs),
      series: series.filter((one) => kept.has(one)),
    },
    context,
  )
}

const nameOf = (benchmark: Run['benchmarks'][number]): string => keyOfStored(benchmark).name

/** Names with enough values for a change point, as many as the limit has room for. */
function chosenNames(
  runs: readonly StoredRun[],
  { limit, names }: Pick<Wanted, 'limit' | 'names'>,
): Set<string> {
  const counts = new Map<string, number>()
  for (const { run } of runs) {
    for (const benchmark of run.benchmarks) {
      const name = nameOf(benchmark)
      const count = counts.get(name)
      if (count === undefined && counts.size >= MAX_SERIES && !names.has(name)) continue
      counts.set(name, (count ?? 0) + benchmark.metrics.length)
    }
  }
  const chosen = new Set<string>()
  let values = 0
  for (const isWanted of [true, false]) {
    for (const [name, count] of counts) {
      if (names.has(name) !== isWanted || count < FEWEST_VALUES || values >= limit) continue
      values += count
      chosen.add(name)
    }
  }
  return chosen
}

/** How many benchmarks each commit has, whether they are looked at or not. */
function benchmarksOf({ commits }: Recorded, runs: readonly StoredRun[]): Int32Array {
  const most = new Map<string, number>()
  for (const { run } of runs)
    most.set(run.commit.sha, Math.max(most.get(run.commit.sha) ?? 0, run.benchmarks.length))
  return Int32Array.from(commits, ({ sha }) => most.get(sha)!)
}
