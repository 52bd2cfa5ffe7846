import { VERDICTS } from '../model/assessment.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import type { Better } from '../model/metric.ts'
import type { Run, StoredMetric, StoredRun } from '../model/stored-run.ts'
import type { RecordedCommit } from '../model/trend.ts'
import { isTimedZero } from '../model/unit.ts'
import { quartiles } from '../stats/quantile.ts'
import { column, type Column, type Numbers } from './column.ts'
import { keyOfStored, statingRuns } from './series.ts'

// The stored runs of one branch as columns of numbers: a thousand runs of two hundred benchmarks are 300 MB
// of JSON, and no run is kept. Which stored values form a series is decided here.

/** What a run says of all its values. */
interface RunFacts {
  sha: string
  cpu: string
  node: string | null
  image: string | null
  /** Digest of the settings. */
  config: string
  /** The tool that recorded it; null: Benchgate. */
  importedFrom: string | null
  /** The pinned commit that it was measured against besides its parent; null: none. */
  anchor: string | null
}

/** A change from a pinned commit, as a logarithm with its interval. */
interface AnchorChange {
  log: number
  low: number
  high: number
}

/** The values of one benchmark and metric, one a commit, oldest first. Columns of equal length. */
export interface RecordedSeries extends BenchmarkKey {
  metric: string
  unit: string
  better: Better
  /** Index into the commits. */
  at: Int32Array
  /** Index into the runs: not every run of a commit has every metric. */
  run: Int32Array
  /** Median and quartiles of the processes' values, in the unit of the point. */
  value: Float64Array
  low: Float64Array
  high: Float64Array
  /** Log of the change from the parent with its interval; NaN: not measured. */
  change: Float64Array
  changeLow: Float64Array
  changeHigh: Float64Array
  /** By point the change from a pinned commit, of the few that were measured against one. */
  anchors: ReadonlyMap<number, AnchorChange & { sha: string }>
  /** Index into `VERDICTS` plus one; 0: none. */
  verdict: Uint8Array
  /** 1 where the commit edits the benchmark. */
  edited: Uint8Array
  /** Index into the units of the history. */
  units: Int32Array
}

export interface Recorded {
  ref: string
  key: string
  /** Oldest first: a commit stands where its oldest run does. */
  commits: readonly Omit<RecordedCommit, 'releases'>[]
  runs: readonly RunFacts[]
  units: readonly string[]
  /** Benchmarks of each commit. */
  benchmarks: Int32Array
  /** Index of the parent of each commit; -1: it is not among them. */
  parents: Int32Array
  /** Numbers of the processors of the runs, and of what is installed (Node, image). */
  machines: Int32Array
  software: Int32Array
  /** In the order of the newest run. */
  series: readonly RecordedSeries[]
}

interface Rows {
  metric: string
  better: Better
  /** Whether `better` is of a run that was measured here. */
  isMeasured: boolean
  unit: string
  run: Column
  value: Column
  low: Column
  high: Column
  change: Column
  changeLow: Column
  changeHigh: Column
  /** By row. */
  anchors: Map<number, AnchorChange> | null
  verdict: Column
  edited: Column
  units: Column
}

type ColumnName = { [Name in keyof Rows]: Rows[Name] extends Column ? Name : never }[keyof Rows]

interface Owner {
  key: BenchmarkKey
  metrics: Map<string, Rows>
}

/** What runs, newest first, record. */
export function recordedRuns(runs: readonly StoredRun[]): Recorded {
  const { add, finish } = recordHistory()
  for (const run of runs) add(run)
  return finish()
}

/** How many benchmarks and metrics are kept, those of the newest runs first: each run may have new names. */
export const MAX_SERIES = 50_000

/** How many more are kept, and whether some were left out. */
export interface Room {
  left: number
  isFull: boolean
}

export const room = (): Room => ({ left: MAX_SERIES, isFull: false })

/** Takes the runs of one ref and key, newest first, one at a time. Recorders may share their room. */
export function recordHistory(within: Room = room()): {
  add: (stored: StoredRun) => void
  finish: () => Recorded
} {
  const runs: RunFacts[] = []
  const commits = new Map<string, Omit<RecordedCommit, 'releases'>>()
  const owners = new Map<string, Owner>()
  const units = new Map<string, number>()
  /** Names that two benchmarks of one run have: there only the whole key says which is which. */
  const shared = new Set<string>()
  const interned = interner()
  let [ref, key] = ['', 'default']

  function add({ run }: StoredRun): void {
    if (runs.length === 0) [ref, key] = [run.ref, run.run.key]
    const { sha, parent, time, subject } = run.commit
    const facts = factsOf(run, interned)
    const place = runs.push(facts) - 1
    const known = commits.get(sha)
    // As for values: what was measured here states the commit, else the newest run.
    if (known === undefined || (known.importedFrom !== null && facts.importedFrom === null)) {
      const { config: _, anchor: _anchor, ...machine } = facts
      commits.set(sha, { ...machine, parent: interned(parent), time, subject, pull: pullIn(subject) })
    }
    const names = new Set<string>()
    for (const benchmark of run.benchmarks) {
      const key = keyOfStored(benchmark)
      const text = keyText(key)
      const { metrics } = owners.get(text) ?? { metrics: new Map<string, Rows>() }
      if (names.has(key.name) && shared.size < MAX_SERIES) shared.add(key.name)
      names.add(key.name)
      const edited = benchmark.edited === true
      for (const metric of benchmark.metrics) append(metrics, metric, { place, edited, units, facts, within })
      if (metrics.size > 0 && !owners.has(text)) owners.set(text, { key, metrics })
    }
  }

  const finish = (): Recorded => ({
    ref,
    key,
    units: [...units.keys()],
    ...columnsOf({ runs, commits, owners: [...owners.values()], shared }),
  })
  return { add, finish }
}

type Interned = <Text extends string | null>(text: Text) => Text

/** Shares one string among equal texts, because each parsed run has copies of its own. */
function interner(): Interned {
  const texts = new Map<string, string>()
  return <Text extends string | null>(text: Text): Text => {
    if (text === null) return text
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return (known ?? text) as Text
  }
}

const factsOf = ({ commit, environment, config, imported, anchor }: Run, interned: Interned): RunFacts => ({
  sha: interned(commit.sha),
  cpu: interned(environment.cpu),
  node: interned(environment.node),
  image: interned(environment.image),
  config: interned(config),
  importedFrom: interned(imported?.from ?? null),
  anchor: interned(anchor?.sha ?? null),
})

function columnsOf({
  runs,
  commits,
  owners,
  shared,
}: {
  runs: readonly RunFacts[]
  commits: ReadonlyMap<string, Omit<RecordedCommit, 'releases'>>
  owners: readonly Owner[]
  shared: ReadonlySet<string>
}): Omit<Recorded, 'ref' | 'key' | 'units'> {
  const places = placesOf(runs, commits)
  const benchmarks = new Int32Array(commits.size)
  const series = joined(owners, shared).flatMap((group) => {
    const found = seriesOfOwner(group, runs, places)
    const has = new Uint8Array(commits.size)
    for (const one of found) for (let i = 0; i < one.at.length; i++) has[one.at[i]!] = 1
    for (let at = 0; at < has.length; at++) benchmarks[at]! += has[at]!
    return found
  })
  const inOrder = places.order.map((sha) => commits.get(sha)!)
  const number = new Map(places.order.map((sha, at) => [sha, at]))
  return {
    commits: inOrder,
    runs,
    benchmarks,
    parents: Int32Array.from(inOrder, ({ parent }) => (parent === null ? -1 : (number.get(parent) ?? -1))),
    machines: numbersOf(runs, ({ cpu }) => cpu),
    software: numbersOf(runs, ({ node, image }) => JSON.stringify([node, image])),
    series,
  }
}

/** A number for each text, in the order in which they come. */
function numbersOf(runs: readonly RunFacts[], textOf: (run: RunFacts) => string): Int32Array {
  const known = new Map<string, number>()
  return Int32Array.from(runs, (run) => {
    const text = textOf(run)
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  })
}

function append(
  metrics: Owner['metrics'],
  found: StoredMetric,
  o: { place: number; edited: boolean; units: Map<string, number>; facts: RunFacts; within: Room },
): void {
  if (found.values.length === 0) return
  const [low, value, high] = quartiles(found.values)
  if (isTimedZero(found.unit, value) || ![low, value, high].every(isPlausible)) return
  const isMeasured = o.facts.importedFrom === null
  const { metric, unit, better } = found
  const known = metrics.get(metric)
  if (known === undefined && o.within.left === 0) {
    o.within.isFull = true
    return
  }
  const rows = known ?? emptyRows({ metric, unit, better, isMeasured })
  if (known === undefined) {
    metrics.set(metric, rows)
    o.within.left--
  }
  // Where runs were both measured and imported, the measured ones define what the series is.
  if (isMeasured && !rows.isMeasured) Object.assign(rows, { unit, better, isMeasured })
  const unitNumber = o.units.get(unit) ?? o.units.size
  o.units.set(unit, unitNumber)
  if (found.anchor !== undefined && isPlausibleChange(found.anchor)) {
    const { log, low, high } = found.anchor
    rows.anchors = (rows.anchors ?? new Map<number, AnchorChange>()).set(rows.run.length, { log, low, high })
  }
  rows.run.push(o.place)
  rows.value.push(value)
  rows.low.push(low)
  rows.high.push(high)
  const change = found.change !== null && isPlausibleChange(found.change) ? found.change : null
  rows.change.push(change?.log ?? NaN)
  rows.changeLow.push(change?.low ?? NaN)
  rows.changeHigh.push(change?.high ?? NaN)
  rows.verdict.push(found.verdict === null ? 0 : VERDICTS.indexOf(found.verdict) + 1)
  rows.edited.push(Number(o.edited))
  rows.units.push(unitNumber)
}

/**
 * Whether a number can be a measurement. Sums and ratios of larger or smaller ones would overflow, and a file
 * may contain any number.
 */
const isPlausible = (value: number): boolean => {
  const size = Math.abs(value)
  return size === 0 || (size > 1e-100 && size < 1e100)
}

/** A change by less than a factor of 1e43, with an interval that is one. */
const isPlausibleChange = ({ log, low, high }: AnchorChange): boolean =>
  low <= log && log <= high && Math.max(-low, high) < 100

const emptyRows = (what: Pick<Rows, 'metric' | 'unit' | 'better' | 'isMeasured'>): Rows => ({
  ...what,
  run: column(Int32Array),
  value: column(Float64Array),
  low: column(Float64Array),
  high: column(Float64Array),
  change: column(Float64Array),
  changeLow: column(Float64Array),
  changeHigh: column(Float64Array),
  anchors: null,
  verdict: column(Uint8Array),
  edited: column(Uint8Array),
  units: column(Int32Array),
})

const NO_ANCHORS: RecordedSeries['anchors'] = new Map()

/**
 * Groups the owners that are the same benchmark. A name that occurs at most once in every run is one
 * benchmark, whatever its suite: runs of earlier versions and of other tools give their suites other names.
 */
function joined(owners: readonly Owner[], shared: ReadonlySet<string>): Owner[][] {
  const groups = Map.groupBy(owners, ({ key }) =>
    shared.has(key.name) ? keyText(key) : JSON.stringify(key.name),
  )
  return [...groups.values()]
}

interface Places {
  order: readonly string[]
  /** The number of the commit of each run. */
  commitOf: Int32Array
}

/** A commit never stands before its parent, whose job may have ended later. */
function placesOf(
  runs: readonly RunFacts[],
  commits: ReadonlyMap<string, { parent: string | null }>,
): Places {
  const number = new Map<string, number>()
  for (const place of statingRuns(runs, () => true).reverse()) {
    const line = new Set<string>()
    let sha: string | null = runs[place]!.sha
    while (sha !== null && commits.has(sha) && !number.has(sha) && !line.has(sha)) {
      line.add(sha)
      sha = commits.get(sha)!.parent
    }
    for (const one of [...line].reverse()) number.set(one, number.size)
  }
  return { order: [...number.keys()], commitOf: Int32Array.from(runs, ({ sha }) => number.get(sha)!) }
}

function seriesOfOwner(
  group: readonly Owner[],
  runs: readonly RunFacts[],
  { order, commitOf }: Places,
): RecordedSeries[] {
  const ids = new Set(group.flatMap(({ metrics }) => [...metrics.keys()]))
  return [...ids].map((id) => {
    const parts = group.flatMap(({ metrics }) => metrics.get(id) ?? [])
    const partOf = new Int32Array(runs.length).fill(-1)
    const rowOf = new Int32Array(runs.length)
    for (const [part, rows] of parts.entries()) {
      for (let row = 0; row < rows.run.length; row++) {
        partOf[rows.run.at(row)] = part
        rowOf[rows.run.at(row)] = row
      }
    }
    const has = (place: number) => partOf[place]! >= 0
    // Where each commit has one run, that run states it.
    const stating = order.length === runs.length ? [...runs.keys()].filter(has) : statingRuns(runs, has)
    const chosen = stating.sort((a, b) => commitOf[a]! - commitOf[b]!)
    const { metric, unit, better } = parts.find(({ isMeasured }) => isMeasured) ?? parts[0]!
    const pick = <Values extends Numbers>(type: new (length: number) => Values, name: ColumnName): Values => {
      const out = new type(chosen.length)
      chosen.forEach((place, i) => {
        out[i] = parts[partOf[place]!]![name].at(rowOf[place]!)
      })
      return out
    }
    const anchorsOf = (): Map<number, AnchorChange & { sha: string }> =>
      new Map(
        chosen.flatMap((place, i) => {
          const [found, sha] = [parts[partOf[place]!]!.anchors?.get(rowOf[place]!), runs[place]!.anchor]
          return found === undefined || sha === null ? [] : [[i, { ...found, sha }] as const]
        }),
      )
    return {
      ...group[0]!.key,
      metric,
      unit,
      better,
      at: Int32Array.from(chosen, (place) => commitOf[place]!),
      run: Int32Array.from(chosen),
      value: pick(Float64Array, 'value'),
      low: pick(Float64Array, 'low'),
      high: pick(Float64Array, 'high'),
      change: pick(Float64Array, 'change'),
      changeLow: pick(Float64Array, 'changeLow'),
      changeHigh: pick(Float64Array, 'changeHigh'),
      anchors: parts.some(({ anchors }) => anchors !== null) ? anchorsOf() : NO_ANCHORS,
      verdict: pick(Uint8Array, 'verdict'),
      edited: pick(Uint8Array, 'edited'),
      units: pick(Int32Array, 'units'),
    }
  })
}

/** The number of the pull request that a subject names, as GitHub writes it when it merges or squashes. */
function pullIn(subject: string): number | null {
  const [, merged, squashed] = /^Merge pull request #(\d{1,9}) |\(#(\d{1,9})\)\s*$/.exec(subject) ?? []
  const digits = merged ?? squashed
  return digits === undefined ? null : Number(digits)
}
