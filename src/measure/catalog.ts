import { UserError } from '../errors.ts'
import type { Direction } from '../model/config.ts'
import { type Benchmark, MAX_BENCHMARKS, type Registered, type ReportedMetric } from '../model/evidence.ts'
import {
  type Better,
  MAX_METRICS,
  type MeasuredMetric,
  type MeasuredValue,
  usualMetric,
} from '../model/metric.ts'
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
  readonly #directions: Readonly<Record<string, Direction>>
  readonly #warnings = new Map<string, string>()
  readonly #foreseen = new Map<string, Omit<ReportedMetric, SideName>>()
  #closed = false

  constructor(directions: Readonly<Record<string, Direction>>) {
    this.#directions = directions
  }

  get warnings(): string[] {
    return [...this.#warnings.values()]
  }

  /** Adds a warning, once for each subject and up to a limit. */
  warnOnce(about: string, message: string): void {
    if (this.#warnings.has(about) || this.#warnings.size >= MAX_WARNINGS) return
    this.#warnings.set(about, message)
  }

  /**
   * Adds a benchmark of a suite, with all places that register it on this side. Throws a UserError when two
   * benchmarks on head have one id.
   */
  register(
    { suite, source, side }: Pick<Benchmark, 'suite' | 'source'> & { side: SideName },
    id: string,
    places: readonly Registered[],
  ): void {
    const known = this.benchmarks.get(id)
    const here = places[0]!
    const other = places[1] ?? (known?.suite === suite ? null : (known?.[side] ?? null))
    if (other && side === 'head') refuseTwo(id, source, [other, known?.suite ?? suite], [here, suite])
    const entry: Benchmark = { id, suite, source, metrics: [], base: null, head: null, movedFrom: null }
    if (!known) {
      refuseTooMany(this.benchmarks.size)
      this.benchmarks.set(id, { ...entry, [side]: here })
    } else if (known.suite === suite) known[side] = here
    // In another suite file a benchmark runs beside other neighbours, so the two are not compared: it is
    // listed under head's suite, without a base.
    else if (side === 'base') known.movedFrom ??= known.base === null ? suite : null
    else this.benchmarks.set(id, { ...entry, head: here, movedFrom: known.suite })
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
        this.warnOnce(about, `${shown(id)}: ${shown(raw.id)} ${refusal}`)
      }
    }
    const more = reported.length - MAX_METRICS
    if (more > 0)
      this.warnOnce(
        `${id}\n`,
        `${shown(id)} reports ${reported.length} metrics: ${more} of them are left out`,
      )
    return found
  }

  /** Notes what a benchmark that failed would have reported, for where no process ever reports anything. */
  foresee(id: string, metric: MeasuredMetric | undefined): void {
    if (metric === undefined) return
    const unit = normalUnit(metric.unit)?.unit ?? metric.unit
    const better = this.#directionOf(metric) ?? 'lower'
    if (metricIdSchema.safeParse(metric.id).success && unitSchema.safeParse(unit).success)
      this.#foreseen.set(id, { id: metric.id, unit, better, exact: false })
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

function refuseTwo(
  id: string,
  source: Benchmark['source'],
  ...places: [registered: Registered, suite: string][]
): never {
  const where = places.map(([{ file, line }, suite]) =>
    file === null ? suite : line === null ? file : `${file}:${line}`,
  )
  throw new UserError(
    'duplicate-benchmark',
    `two benchmarks are called ${JSON.stringify(id)}: ${where.join(' and ')}`,
    source === 'command'
      ? 'Give one of the commands a name-prefix: budgets and reports go by this name.'
      : 'Rename one of them, or put it into a group of its own: budgets and reports go by this name.',
  )
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
