import type { Better } from '../../model/metric.ts'
import { isBelowZero, type Run, RUN_LIMITS, RUN_SCHEMA, UNKNOWN_ENVIRONMENT } from '../../model/stored-run.ts'
import { isTimedZero } from '../../model/unit.ts'
import type { Input } from '../adapter.ts'
import { parseJsonText } from '../forms/json-text.ts'
import { refusal } from '../refusal.ts'
import { LeftOut } from './left-out.ts'

// What another tool recorded, as runs of the baseline branch. Nothing is known of the machine, and each
// number stands alone: such a run has a digest of settings that no measured run can have, so that nothing is
// ever compared with it.

/** Tools whose histories can be imported. */
export const IMPORTABLE = ['github-action-benchmark', 'bencher'] as const
export type Source = (typeof IMPORTABLE)[number]

/** Digests are the beginnings of hashes; these are none. */
const CONFIG: Record<Source, string> = {
  'github-action-benchmark': '0000000000000001',
  bencher: '0000000000000002',
}
/** As many as can be read again. */
const MAX_RUNS = 10_000
const MAX_SUBJECT = 200
/** The year in which git began. */
const EARLIEST_MS = Date.UTC(2005)
/** The last year that is written with four digits. */
const LATEST_MS = Date.UTC(9999)
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1000

/** One number. */
export interface RecordedValue {
  benchmark: string
  metric: string
  /** In normal form, or as the history spells it. */
  unit: string
  /** Null: nobody says. */
  better: Better | null
  value: number
}

/** What one job recorded of one commit. */
export interface Recording {
  commit: {
    id: string
    /** ms since 1970; null: not known. */ time: number | null
    message: string
  }
  /** ms since 1970. */
  at: number
  suite: string
  /** The tool or the machine, as the history calls it. */
  by: string
  values: readonly RecordedValue[]
}

/** What a history amounts to. */
export interface ImportedRuns {
  /** One a commit, oldest first. */
  runs: Run[]
  /** Distinct benchmarks. */
  benchmarks: number
  /** What was left out and why, a sentence each. */
  leftOut: string[]
  /** What else is to be known of the numbers, a sentence each. */
  notes: string[]
}

/** Where the runs will belong, and what the conversion cannot know by itself. */
export interface ImportTarget {
  /** The full ref that the commits were on. */
  ref: string
  key: string
  now: Date
  /** A hash in hexadecimal: the same history gives the same runs. */
  digest: (text: string) => string
}

/**
 * One run a commit. Of a benchmark that was recorded several times on one commit the newest value is taken:
 * earlier ones would fill what is read of the branch and be shown nowhere. `recordings` are oldest first
 * where two have the same time.
 */
export function importedRuns(
  recordings: readonly Recording[],
  from: Source,
  target: ImportTarget,
  leftOut = new LeftOut(),
): ImportedRuns {
  const latest = target.now.getTime() + CLOCK_TOLERANCE_MS
  const usable = recordings.filter((recording) => {
    const problem = problemOf(recording, latest)
    if (problem !== null) leftOut.add('recordings', problem, recording.commit.id)
    return problem === null
  })
  const nameOf = names(usable)
  const newestFirst = usable.toReversed().sort((a, b) => b.at - a.at)
  const commits = [...Map.groupBy(newestFirst, ({ commit }) => commit.id).values()]
  const taken = commits.flatMap((ofCommit) => {
    const { benchmarks, used } = benchmarksOf(ofCommit, nameOf, leftOut)
    return benchmarks.length === 0 ? [] : [{ used, benchmarks }]
  })
  // The newest recording of a commit may have had nothing to take.
  taken.sort((a, b) => b.used[0]!.at - a.used[0]!.at)
  const surplus = taken[MAX_RUNS]
  if (surplus !== undefined) {
    const reason = `older than the newest ${MAX_RUNS}`
    leftOut.add('commits', reason, surplus.used[0]!.commit.id, taken.length - MAX_RUNS)
  }
  const runs = taken.slice(0, MAX_RUNS).map(({ used, benchmarks }) => runOf(used, benchmarks, from, target))
  const ids = new Set(runs.flatMap(({ benchmarks }) => benchmarks.map(({ id }) => id)))
  return { runs: runs.reverse(), benchmarks: ids.size, leftOut: leftOut.sentences(), notes: [] }
}

function problemOf({ commit, at, values }: Recording, latest: number): string | null {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit.id)) return 'the commit is not named by its full id'
  if (!(at >= EARLIEST_MS && at <= latest)) return 'recorded before git was there, or in the future'
  return values.length === 0 ? 'without a value' : null
}

/** A benchmark's id: its name, and the suite before it where several suites have one of that name. */
function names(recordings: readonly Recording[]): (suite: string, benchmark: string) => string {
  const suites = new Map<string, string | null>()
  for (const { suite, values } of recordings) {
    for (const { benchmark } of values) {
      const known = suites.get(benchmark)
      suites.set(benchmark, known === undefined || known === suite ? suite : null)
    }
  }
  return (suite, benchmark) => (suites.get(benchmark) === null ? `${suite}/${benchmark}` : benchmark)
}

type Benchmark = Run['benchmarks'][number]

/**
 * What the recordings of one commit amount to, and those of them that something was taken from, newest first.
 */
function benchmarksOf(
  newestFirst: readonly Recording[],
  nameOf: ReturnType<typeof names>,
  leftOut: LeftOut,
): { benchmarks: Benchmark[]; used: Recording[] } {
  const benchmarks = new Map<string, Benchmark>()
  const owners = new Map<string, Recording>()
  for (const recording of newestFirst) {
    for (const value of recording.values) {
      const id = nameOf(recording.suite, value.benchmark)
      const place = JSON.stringify([id, value.metric])
      const owner = owners.get(place)
      const benchmark = benchmarks.get(id) ?? { id, suite: recording.suite, metrics: [] }
      const problem =
        problemOfValue(id, value) ??
        (owner === undefined
          ? null
          : owner === recording || owner.suite !== recording.suite
            ? 'the second of that name on one commit'
            : 'measured again on the same commit later') ??
        (benchmark.metrics.length === RUN_LIMITS.metrics ||
        (benchmarks.size === RUN_LIMITS.benchmarks && !benchmarks.has(id))
          ? 'more than one run can hold'
          : null)
      if (problem !== null) {
        leftOut.add('values', problem, value.benchmark)
        continue
      }
      const { metric, unit, better } = value
      benchmark.metrics.push({
        metric,
        unit,
        better: better!,
        values: [rounded(value.value)],
        change: null,
        verdict: null,
      })
      benchmarks.set(id, benchmark)
      owners.set(place, recording)
    }
  }
  return { benchmarks: [...benchmarks.values()], used: [...new Set(owners.values())] }
}

/** As it will be written in the file of the run, which can be infinite where the value was not. */
const rounded = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(5))

function problemOfValue(id: string, { metric, unit, better, value }: RecordedValue): string | null {
  if (better === null) return 'neither unit nor tool says which way is better'
  if (!Number.isFinite(rounded(value))) return 'more than a number can hold'
  if (isBelowZero(unit, value)) return 'a time or a rate below zero'
  if (isTimedZero(unit, value)) return 'a time or a rate of 0: too coarse a clock'
  const isLong =
    id.length > RUN_LIMITS.name || metric.length > RUN_LIMITS.metricName || unit.length > RUN_LIMITS.unit
  return isLong ? 'a name or a unit longer than any' : null
}

function runOf(
  newestFirst: readonly Recording[],
  benchmarks: Benchmark[],
  from: Source,
  target: ImportTarget,
): Run {
  const { commit, at } = newestFirst[0]!
  const time = newestFirst.find((recording) => recording.commit.time !== null)?.commit.time ?? at
  const message = newestFirst.find((recording) => recording.commit.message !== '')?.commit.message ?? ''
  const run: Run = {
    schema: RUN_SCHEMA,
    commit: { sha: commit.id, parent: null, time: new Date(time).toISOString(), subject: subjectOf(message) },
    ref: target.ref,
    run: { id: 'imported', attempt: 1, recordedAt: new Date(at).toISOString(), key: target.key },
    imported: { from, by: [...new Set(newestFirst.map(({ by }) => by))].slice(0, RUN_LIMITS.sources) },
    environment: UNKNOWN_ENVIRONMENT,
    config: CONFIG[from],
    seed: '',
    benchmarks,
  }
  // Named by what is in it: the same file again adds nothing, and one that has more of a commit by now is not
  // in its way.
  run.run.id = `imported${target.digest(JSON.stringify(run)).slice(0, 16)}`
  return run
}

const subjectOf = (message: string): string =>
  (message.trimStart().split('\n', 1)[0] ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_SUBJECT)

/** The text of a history as JSON; throws a UserError ('results') that says `what` it is instead. */
export function historyInput(text: string, path: string, what: string): Input {
  const { json, problem } = parseJsonText(text)
  if (json === undefined) throw refusal({ path }, problem ?? what)
  return { path, text, json, files: null }
}

/** A time with its zone, ISO 8601, in ms since 1970; null for anything else. */
export function timeOf(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text))
    return null
  const time = Date.parse(text)
  return time >= 0 && time < LATEST_MS ? time : null
}
