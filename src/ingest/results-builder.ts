import type {
  IngestedBenchmark,
  IngestedMetric,
  MetricData,
  ResultFile,
  Spread,
} from '../model/result-file.ts'
import { nextOccurrence } from '../model/benchmark.ts'
import type { MeasuredMetric } from '../model/metric.ts'
import { keyOf, stableName } from './forms/names.ts'
import { failureFor, reasonFor, Unread } from './forms/unread.ts'
import { refusal } from './refusal.ts'
import { unitOf } from '../model/unit.ts'

/** Room for the largest suites; a file with more is no result of benchmarks. */
export const MAX_BENCHMARKS = 20_000
/** Longer names come from files that were not what they seemed. */
const MAX_KEY = 2000
/** Of a longer one, as much as it takes to find it. */
const MAX_SHOWN = 40
/** Of a text about the machine, or of a message. */
const MAX_TEXT = 200
const MAX_MESSAGE = 500
/** Repeated names that a warning lists. */
const MAX_REPEATED = 5

/** One benchmark as an adapter found it. */
export interface Found {
  suite?: string | null
  path?: string[]
  name: string
  params?: Record<string, string>
  /** Names it among those of the file; what the other fields say unless given. */
  key?: string
  /** In the order of importance. Null and the second of one id are passed over. */
  metrics?: readonly (IngestedMetric | null)[]
  /** The metric without which the others say nothing. */
  primary?: string
  /** What tells two forms of its own code apart, where the tool states it. */
  version?: string | null
  /** What its first metric is, where the file says so even without a number. */
  measures?: MeasuredMetric
  /** How it ended where the tool says that there are no numbers. */
  status?: 'failed' | 'skipped'
  /** Why; without a status, what is said where no metric is usable. */
  message?: string | null | undefined
}

/** Puts together what an adapter finds in one input, and makes sure of what is promised of a result. */
export class ResultsBuilder {
  version: string | null = null
  readonly warnings: string[] = []
  /** What holds numbers and could not be read. */
  readonly unread = new Unread()
  readonly #environment: Record<string, string> = {}
  readonly #all: IngestedBenchmark[] = []
  /** The first of each key. */
  readonly #byKey = new Map<string, IngestedBenchmark>()
  readonly #occurrences = new Map<string, number>()
  readonly #input: { path: string }
  readonly #twins: string

  constructor(input: { path: string }, twins = 'give every benchmark a name of its own') {
    this.#input = input
    this.#twins = twins
  }

  /** Adds what a file says of the machine; what is neither a text nor a number is passed over. */
  describe(entries: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(entries)) {
      if (['number', 'boolean', 'string'].includes(typeof value) && value !== '')
        this.#environment[name] = String(value).slice(0, MAX_TEXT)
    }
  }

  /** Warns of what happened `count` times, where it did. */
  warnCount(count: number, what: string): void {
    if (count > 0) this.warnings.push(`${count} ${what}`)
  }

  /** Adds a benchmark; throws where there are too many, or where it has no name. */
  add(found: Found): void {
    this.put(this.benchmark(found))
  }

  /** A benchmark that failed to report, because this was written where a number of it is expected. */
  unreadable(place: Omit<Found, 'metrics' | 'status' | 'message'>, written: unknown): Found {
    const found: Found = { ...place, status: 'failed', message: failureFor(written) }
    this.unread.add(reasonFor(written), this.benchmark(found).key)
    return found
  }

  /** The benchmark as it may be passed on; without a usable metric it has failed. */
  benchmark(found: Found): IngestedBenchmark {
    const { status, message = null } = found
    const place = { ...placeOf(found), occurrence: 1 }
    const { key } = place
    const measures = found.measures && { measures: metricOf(found.measures) }
    if (status !== undefined)
      return { ...place, status, message: firstLine(message), metrics: [], ...measures }
    const sound = this.#sound(key, found.metrics ?? [])
    const isUsable = found.primary === undefined || sound[0]?.id === found.primary
    if (isUsable && sound.length > 0) return { ...place, status: 'ok', message: null, metrics: sound }
    const why = firstLine(message) ?? 'no usable value was measured'
    return { ...place, status: 'failed', message: why, metrics: [], ...measures }
  }

  /** Of the benchmarks that were added, the first with this key. */
  find(key: string): IngestedBenchmark | undefined {
    return this.#byKey.get(key)
  }

  /** Adds a benchmark that was made here. Those of one key are told apart by their order. */
  put(benchmark: IngestedBenchmark): void {
    const { key } = benchmark
    const place = this.#all.length + 1
    if (key === '' || key.length > MAX_KEY)
      throw refusal(
        this.#input,
        `benchmark ${place} has ${key === '' ? 'no name' : `a name of ${key.length} characters, which begins with ${JSON.stringify(key.slice(0, MAX_SHOWN))}`}`,
        `give it a name of at most ${MAX_KEY} characters`,
      )
    this.checkCount(place)
    benchmark.occurrence = nextOccurrence(this.#occurrences, key)
    this.#all.push(benchmark)
    if (benchmark.occurrence === 1) this.#byKey.set(key, benchmark)
  }

  /**
   * Throws where a file may not have so many benchmarks; for adapters that find all of them before they add
   * any.
   */
  checkCount(count: number): void {
    if (count > MAX_BENCHMARKS)
      throw refusal(
        this.#input,
        `it holds more than ${MAX_BENCHMARKS.toLocaleString('en')} benchmarks`,
        'write several files, or fewer benchmarks',
      )
  }

  /** All that was found. */
  file(tool: string): ResultFile {
    return {
      tool,
      version: this.version?.slice(0, MAX_TEXT) ?? null,
      environment: this.#environment,
      benchmarks: this.#all,
      warnings: [...this.unread.warnings(), ...this.warnings, ...this.#repeated()],
    }
  }

  #repeated(): string[] {
    const repeated = [...this.#occurrences].filter(([, count]) => count > 1)
    if (repeated.length === 0) return []
    const shown = repeated
      .slice(0, MAX_REPEATED)
      .map(([key, count]) => `${JSON.stringify(key.slice(0, MAX_TEXT))} (${count})`)
    const more = repeated.length - shown.length
    const names = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
    return [`several benchmarks have one name and are told apart by their order: ${names}; ${this.#twins}`]
  }

  /**
   * What can be passed on: finite, not negative where nothing can be, one of each id; the rest is named in a
   * warning.
   */
  #sound(key: string, found: readonly (IngestedMetric | null)[]): IngestedMetric[] {
    const metrics = new Map<string, IngestedMetric>()
    for (const metric of found) {
      if (metric === null || metrics.has(metric.id)) continue
      const { id, unit, better } = metric
      const data = soundData(metric.data, unit, (what) => this.warnings.push(`${key}: ${id}: ${what}`))
      if (data !== null) metrics.set(id, { id, unit, better, data })
    }
    return [...metrics.values()]
  }
}

/** Where a benchmark stands, in names that its tool would write again. */
function placeOf({ suite = null, path = [], name, params = {}, key, version }: Found) {
  const entries = Object.entries(params).map(([param, value]) => [stableName(param), stableName(value)])
  const place = {
    suite: suite === null ? null : stableName(suite),
    path: path.map(stableName),
    name: stableName(name),
    params: Object.fromEntries(entries) as Record<string, string>,
  }
  const own = key === undefined ? keyOf([place.suite, ...place.path, place.name], place.params) : key
  return {
    key: stableName(own),
    ...place,
    ...(version && { version: version.slice(0, MAX_TEXT) }),
  }
}

const metricOf = ({ id, unit, better }: MeasuredMetric): MeasuredMetric => ({ id, unit, better })

function soundData(data: MetricData, unit: string, warn: (what: string) => void): MetricData | null {
  const { neverNegative } = unitOf(unit)
  const isSound = (value: number) => Number.isFinite(value) && (value >= 0 || !neverNegative)
  if (data.kind === 'samples') {
    const groups = data.groups.map((group) => group.filter(isSound)).filter((group) => group.length > 0)
    const size = (groups: number[][]) => groups.reduce((sum, group) => sum + group.length, 0)
    const dropped = size(data.groups) - size(groups)
    if (dropped === 1) warn('1 value is left out, because it is not finite or below zero')
    else if (dropped > 1) warn(`${dropped} values are left out, because they are not finite or below zero`)
    return groups.length === 0 ? null : { ...data, groups }
  }
  if (!isSound(data.kind === 'exact' ? data.value : data.centre)) {
    warn('left out, because its value is not finite or below zero')
    return null
  }
  if (data.kind === 'exact' || data.spread === null || isSoundSpread(data.spread)) return data
  warn('its spread is left out, because it is not finite, below zero or upside down')
  return { ...data, spread: null }
}

function isSoundSpread(spread: Spread): boolean {
  if (spread.kind === 'ci' || spread.kind === 'unknown') {
    return Number.isFinite(spread.low) && Number.isFinite(spread.high) && spread.low <= spread.high
  }
  return Number.isFinite(spread.value) && spread.value >= 0
}

// A stack trace is for the log of the tool itself.
function firstLine(message: string | null): string | null {
  const line = message?.trimStart().split('\n', 1)[0]?.trim().slice(0, MAX_MESSAGE) ?? ''
  return line === '' ? null : line
}
