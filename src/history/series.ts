import { type BenchmarkKey, keyText, normalName } from '../model/benchmark.ts'
import type { Run, StoredMetric, StoredRun } from '../model/stored-run.ts'
import { isTimedZero } from '../model/unit.ts'
import { quantile } from '../stats/quantile.ts'

/** A metric of one benchmark in one run. */
interface SeriesPoint {
  stored: StoredRun
  suite: string
  /** Whether this commit edited the benchmark, so that earlier values are those of another one. */
  edited: boolean
  found: StoredMetric
  /** Median of the processes' values, in the metric's unit. */
  value: number
}

/**
 * The index of the run whose value counts for each commit, newest commit first; `runs` are newest first. If a
 * commit has several runs, the newest value counts, in the position of the oldest run: measuring an old
 * commit again does not make it a new one. A value that another tool recorded counts only for a commit that
 * was not measured here.
 */
export function statingRuns(
  runs: readonly { sha: string; importedFrom: string | null }[],
  has: (index: number) => boolean,
): number[] {
  const chosen = new Map<string, number>()
  for (const [index, { sha, importedFrom }] of runs.entries()) {
    const known = chosen.get(sha)
    const isOpen = known === undefined || (importedFrom === null && runs[known]!.importedFrom !== null)
    const stating = isOpen && has(index) ? index : known
    if (stating === undefined) continue
    // Deleting the entry first moves the commit to the place of this older run.
    chosen.delete(sha)
    chosen.set(sha, stating)
  }
  return [...chosen.values()]
}

/** The newest `limit` commits that have the metric, oldest first. `runs` are newest first. */
function pointsOf(
  runs: readonly StoredRun[],
  benchmark: Sought,
  metric: string,
  { limit }: { limit: number },
): SeriesPoint[] {
  const points = runs.map((stored) => pointOf(stored, benchmark, metric))
  const facts = runs.map(({ run }) => ({
    sha: run.commit.sha,
    importedFrom: run.imported?.from ?? null,
  }))
  return statingRuns(facts, (index) => points[index] !== null)
    .slice(0, limit)
    .reverse()
    .map((index) => points[index]!)
}

type StoredBenchmark = Run['benchmarks'][number]

/** A benchmark that is looked up in stored runs. */
export interface Sought extends BenchmarkKey {
  /** Whether no other benchmark has its name, where it is looked up from. */
  sole: boolean
  /** What it was called before; null: it was never renamed. */
  formerly: BenchmarkKey | null
}

/** A run's benchmarks by key; and by name, where the name is unique in the run. */
interface Index {
  byKey: Map<string, StoredBenchmark>
  byName: Map<string, StoredBenchmark | null>
}
const indexed = new WeakMap<Run, Index>()

/**
 * The index is cached, since each benchmark of a suite looks at each run; a run never changes once it is
 * read.
 */
function indexOf(run: Run): Index {
  const known = indexed.get(run)
  if (known !== undefined) return known
  const index: Index = { byKey: new Map(), byName: new Map() }
  for (const one of run.benchmarks) {
    const key = keyOfStored(one)
    index.byKey.set(keyText(key), one)
    index.byName.set(key.name, index.byName.has(key.name) ? null : one)
  }
  indexed.set(run, index)
  return index
}

/** The key of a stored benchmark. Runs of earlier versions have no number, and any form of Unicode. */
export const keyOfStored = ({ id, suite, occurrence = 1 }: StoredBenchmark): BenchmarkKey => ({
  suite,
  name: normalName(id),
  occurrence,
})

/**
 * A benchmark in a stored run; null when the run does not have it. One whose name is unique on both sides is
 * found in any suite: runs of earlier versions and of other tools give their suites other names.
 */
export function findStored(run: Run, benchmark: Sought): StoredBenchmark | null {
  const { byKey, byName } = indexOf(run)
  const { name, sole, formerly } = benchmark
  return (
    byKey.get(keyText(benchmark)) ??
    (sole ? byName.get(name) : null) ??
    (formerly === null
      ? null
      : (byKey.get(keyText(formerly)) ?? (sole ? byName.get(formerly.name) : null))) ??
    null
  )
}

function pointOf(stored: StoredRun, benchmark: Sought, metric: string): SeriesPoint | null {
  const owner = findStored(stored.run, benchmark)
  const found = owner?.metrics.find((one) => one.metric === metric)
  if (!owner || !found || found.values.length === 0) return null
  const value = quantile(found.values, 0.5)
  if (isTimedZero(found.unit, value)) return null
  return { stored, suite: owner.suite, edited: owner.edited === true, found, value }
}

/** The points since the benchmark was last edited, of points oldest first. */
const sinceEdit = (points: readonly SeriesPoint[]): SeriesPoint[] =>
  points.slice(
    Math.max(
      0,
      points.findLastIndex(({ edited }) => edited),
    ),
  )

/**
 * Medians of a metric of one benchmark in its unit since it was last edited, one a commit, oldest first, at
 * most `limit` of the newest. `runs` are newest first.
 */
export const seriesOf = (...question: Parameters<typeof pointsOf>): number[] =>
  sinceEdit(pointsOf(...question)).map(({ value }) => value)
