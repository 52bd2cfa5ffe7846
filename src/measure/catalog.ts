import { UserError } from '../errors.ts'
import { type BenchmarkKey, keyText, nameText, suitePrefix } from '../model/benchmark.ts'
import type { Direction } from '../model/config.ts'
import {
  type Benchmark,
  MAX_BENCHMARKS,
  MAX_MESSAGE,
  type Registered,
  type ReportedMetric,
} from '../model/evidence.ts'
import {
  type Better,
  MAX_METRICS,
  type MeasuredMetric,
  type MeasuredValue,
  usualMetric,
} from '../model/metric.ts'
import { foreignUnit } from '../model/metric-contradiction.ts'
import { metricIdSchema, unitSchema } from '../model/metric-schema.ts'
import { SIDES, type SideName } from '../model/side.ts'
import { normalUnit } from '../model/unit.ts'

/** Warnings about metrics that are kept, since thousands of benchmarks may all make the same mistake. */
const MAX_WARNINGS = 20
const SHOWN_NAME = 60

/**
 * Every benchmark that either side registers, and the metrics that each reports. `directions` says which
 * direction of a metric is better. Where base has it too it overrides the tool, because a person wrote it.
 */
export class Catalog {
  readonly benchmarks = new Map<string, Benchmark>()
  /** Benchmarks that were taken out again, by id, and why; null: for the reason of another one. */
  readonly dropped = new Map<string, string | null>()
  readonly #directions: Readonly<Record<string, Direction>>
  readonly #warnings = new Map<string, string>()
  /** What base's own suites register, where head's run in their place. */
  readonly #own = new Map<string, Registered | null>()
  /** Ids by the key on base, where base has another key than head. */
  readonly #onBase = new Map<string, string>()
  #isPaired = false
  readonly #foreseen = new Map<string, Omit<ReportedMetric, SideName>>()
  #closed = false

  constructor(directions: Readonly<Record<string, Direction>>) {
    this.#directions = directions
  }

  get warnings(): string[] {
    return [...this.#warnings.values(), ...this.whyDropped]
  }

  /** Why benchmarks were taken out, each reason once. */
  get whyDropped(): string[] {
    const reasons = [...new Set(this.dropped.values())].filter((why) => why !== null)
    const more = reasons.length - MAX_WARNINGS
    return more > 0 ? [...reasons.slice(0, MAX_WARNINGS), `and ${more} more like these`] : reasons
  }

  /** Adds a warning, once for each subject and up to a limit. */
  warnOnce(about: string, message: string): void {
    if (this.#warnings.has(about) || this.#warnings.size >= MAX_WARNINGS) return
    this.#warnings.set(about, message)
  }

  /** Adds a benchmark as a suite registers it on one side, and returns its id. */
  register(
    { suite, name, occurrence, source, side }: BenchmarkKey & Pick<Benchmark, 'source'> & { side: SideName },
    place: Registered,
  ): string {
    const id = keyText({ suite, name, occurrence })
    const known = this.benchmarks.get(id)
    if (known !== undefined) known[side] = place
    else {
      refuseTooMany(this.benchmarks.size)
      const entry = { id, suite, name, occurrence, source, metrics: [], base: null, head: null, onBase: null }
      this.benchmarks.set(id, { ...entry, [side]: place })
    }
    return id
  }

  /** Takes a benchmark out on both sides. */
  drop(id: string, why: string | null): void {
    this.benchmarks.delete(id)
    this.dropped.set(id, why)
  }

  /** Replaces the list by one in which benchmarks of both sides were paired anew. */
  pair(benchmarks: readonly Benchmark[]): void {
    this.#isPaired = true
    this.benchmarks.clear()
    this.#onBase.clear()
    for (const one of benchmarks) {
      this.benchmarks.set(one.id, one)
      if (one.onBase !== null) this.#onBase.set(keyText(one.onBase), one.id)
    }
  }

  /** Where a side has a benchmark: its suite, and its id among the benchmarks of that suite. */
  placeOn(side: SideName, id: string): { suite: string; local: string } {
    const benchmark = this.benchmarks.get(id)!
    const { suite, name, occurrence } = (side === 'base' ? benchmark.onBase : null) ?? benchmark
    return { suite, local: nameText(name, occurrence) }
  }

  /** The id of what a suite of one side calls `local`. */
  idOf(side: SideName, suite: string, local: string): string {
    const id = `${suitePrefix(suite)}${local}`
    return (side === 'base' ? this.#onBase.get(id) : undefined) ?? id
  }

  /**
   * From now on head's suite runs on both sides. `registered` is what it registers on base, in the place of
   * what base's own suite does.
   */
  runHeads(suite: string, registered: ReadonlyMap<string, Registered>): void {
    for (const one of this.#onHead(suite)) {
      this.#own.set(one.id, one.base)
      one.edit = { onBase: one.base !== null, own: null }
      one.base = registered.get(one.id) ?? null
    }
  }

  /**
   * From now on each side runs its own suite, for the reason `why`: the whole suite, or what it holds of
   * `ids`. Returns the ids.
   */
  runOwn(suite: string, why: string, ids: (id: string) => boolean = () => true): string[] {
    const found = this.#onHead(suite).filter(({ id }) => ids(id))
    for (const one of found) {
      const own = this.#own.has(one.id) ? this.#own.get(one.id)! : one.base
      // Pairing is over, so that numbers count only where both sides have as many of that name.
      const isOther = this.#isPaired && this.#differsInNumber(one) && own?.hash !== one.head!.hash
      one.base = isOther ? null : own
      one.edit = { onBase: one.base !== null, own: why.slice(0, MAX_MESSAGE) }
      for (const metric of one.metrics) metric.base = false
    }
    return found.map(({ id }) => id)
  }

  /** Whether the two own suites have another number of benchmarks of this name. */
  #differsInNumber({ suite, name }: BenchmarkKey): boolean {
    const alike = [...this.benchmarks.values()].filter((one) => one.suite === suite && one.name === name)
    const onBase = alike.filter(({ id, base }) => (this.#own.has(id) ? this.#own.get(id) : base) !== null)
    return onBase.length !== alike.filter(({ head }) => head !== null).length
  }

  #onHead(suite: string): Benchmark[] {
    return [...this.benchmarks.values()].filter((one) => one.suite === suite && one.head !== null)
  }

  /**
   * The values that one process reported of a benchmark, in normal units, by metric. A metric that is
   * reported for the first time on this side is recorded as one of the benchmark's; one that cannot be
   * compared is left out with a warning.
   */
  values(id: string, side: SideName, reported: readonly MeasuredValue[]): Record<string, number> {
    const benchmark = this.benchmarks.get(id)
    const found: Record<string, number> = {}
    if (benchmark === undefined) return found
    const { name } = benchmark
    for (const raw of reported.slice(0, MAX_METRICS)) {
      const { unit, factor } = normalUnit(raw.unit) ?? { unit: raw.unit, factor: 1 }
      const value = raw.value * factor
      const better = this.#directionOf(raw)
      const obstacle = obstacleTo(raw.id, value, unit, better)
      const metric = { id: raw.id, unit, better: better!, exact: raw.exact }
      const refusal = obstacle ?? this.#note(benchmark, side, metric)
      if (refusal === null) found[raw.id] = value
      else {
        const about = obstacle === null ? `${id}\n${raw.id}` : `${raw.id}\n${obstacle}`
        this.warnOnce(about, `${shown(name)}: ${shown(raw.id)} ${refusal}`)
      }
    }
    const more = reported.length - MAX_METRICS
    if (more > 0)
      this.warnOnce(
        `${id}\n`,
        `${shown(name)} reports ${reported.length} metrics: ${more} of them are left out`,
      )
    return found
  }

  /** Notes what a benchmark that failed would have reported, for where no process ever reports anything. */
  foresee(id: string, metric: MeasuredMetric | undefined): void {
    if (metric === undefined) return
    const unit = normalUnit(metric.unit)?.unit ?? metric.unit
    const better = this.#directionOf(metric) ?? 'lower'
    const known = { id: metric.id, unit, better, exact: false }
    const isFit = metricIdSchema.safeParse(metric.id).success && unitSchema.safeParse(unit).success
    if (isFit && foreignUnit(known) === null) this.#foreseen.set(id, known)
  }

  #directionOf({ id, better }: MeasuredMetric): Better | null {
    const written = Object.hasOwn(this.#directions, id) ? this.#directions[id]! : null
    if (written !== null && written.added !== true) return written.better
    return better ?? usualMetric(id)?.better ?? written?.better ?? null
  }

  /**
   * Records a metric of this side. Returns why its values cannot be compared with the known ones; null: they
   * can.
   */
  #note(benchmark: Benchmark, side: SideName, metric: Omit<ReportedMetric, SideName>): string | null {
    const known = benchmark.metrics.find(({ id }) => id === metric.id)
    if (known !== undefined && (known.unit !== metric.unit || known.better !== metric.better)) {
      return `is reported in two ways (${sense(known)}; ${sense(metric)}), and only the first is used`
    }
    if (this.#closed)
      return known?.[side] === true ? null : `was not reported by ${side} at first, and is left out`
    if (known === undefined) {
      const contradiction = foreignUnit(metric)
      if (contradiction !== null) return contradiction
      if (benchmark.metrics.length >= MAX_METRICS)
        return `is left out: it has ${MAX_METRICS} metrics without it`
      benchmark.metrics.push({ ...metric, base: side === 'base', head: side === 'head' })
      return null
    }
    known[side] = true
    // A metric is exact only if both sides say so.
    known.exact &&= metric.exact
    return null
  }

  /**
   * Gives a benchmark without any value on one side the metrics of the other side: it failed, and may not
   * fail the next time.
   */
  assumeSame(suite: string): void {
    for (const { id, suite: own, base, head, metrics } of this.benchmarks.values()) {
      if (own !== suite) continue
      const foreseen = this.#foreseen.get(id)
      if (metrics.length === 0 && foreseen !== undefined)
        metrics.push({ ...foreseen, base: base !== null, head: head !== null })
      if (base === null || head === null) continue
      for (const side of SIDES) {
        if (metrics.every((metric) => !metric[side])) for (const metric of metrics) metric[side] = true
      }
    }
  }

  /** From now on no metric is added: what will be judged is fixed. */
  close(): void {
    this.#closed = true
  }
}

function refuseTooMany(count: number): void {
  if (count < MAX_BENCHMARKS) return
  throw new UserError(
    'no-benchmarks',
    `there are more than ${MAX_BENCHMARKS.toLocaleString('en')} benchmarks`,
    'Measure fewer with each gate: narrow `suites:` or the commands, and give each gate a key.',
  )
}

function obstacleTo(id: string, value: number, unit: string, better: Better | null): string | null {
  if (!metricIdSchema.safeParse(id).success)
    return 'is no name for a metric: at most 100 printable characters'
  if (!unitSchema.safeParse(unit).success)
    return 'has a unit that cannot be printed, or of more than 40 characters'
  if (better === null) {
    return `comes without saying which way is better: add \`metrics: { ${JSON.stringify(id)}: { better: lower } }\`, or higher, to the config file`
  }
  if (!Number.isFinite(value)) return 'is not finite'
  return value < 0 ? 'is below zero, where no ratio means anything' : null
}

const sense = ({ unit, better }: Pick<ReportedMetric, 'unit' | 'better'>): string =>
  `${unit || 'no unit'}, ${better} is better`

const shown = (name: string): string => (name.length > SHOWN_NAME ? `${name.slice(0, SHOWN_NAME)}…` : name)
