import { UserError } from '../errors.ts'
import type { Direction } from '../model/config.ts'
import { type Benchmark, MAX_BENCHMARKS, type Registered, type ReportedMetric } from '../model/evidence.ts'
import { type Better, MAX_METRICS, type MeasuredValue, usualMetric } from '../model/metric.ts'
import { metricIdSchema, unitSchema } from '../model/metric-schema.ts'
import { SIDES, type SideName } from '../model/side.ts'
import { normalUnit } from '../model/unit.ts'

/** Warnings about metrics that are kept; a suite of thousands would repeat one mistake thousands of times. */
const MAX_WARNINGS = 20
const SHOWN_NAME = 60

export type Catalog = ReturnType<typeof createCatalog>

/**
 * Every benchmark that either side registers, and what each reports of itself. `directions` says which way of a metric is better,
 * and has the last word where base has it too: it is what a person wrote.
 */
export function createCatalog(directions: Readonly<Record<string, Direction>>) {
  const benchmarks = new Map<string, Benchmark>()
  const warnings: string[] = []
  const warned = new Set<string>()
  let closed = false

  /** One warning about one thing, as long as there are not too many. */
  function warnOnce(about: string, message: string): void {
    if (warned.has(about) || warned.size >= MAX_WARNINGS) return
    warned.add(about)
    warnings.push(message)
  }

  /** Adds a benchmark of a suite, with all places that register it on this side. Throws a UserError for two of one id on head. */
  function register(
    at: { suite: string; source: Benchmark['source']; side: SideName },
    id: string,
    places: readonly Registered[],
  ): void {
    const { suite, source, side } = at
    const known = benchmarks.get(id)
    const here = places[0]!
    const other = places[1] ?? (known?.suite === suite ? null : (known?.[side] ?? null))
    if (other && side === 'head') {
      const where = (registered: Registered, of: string) =>
        registered.file === null ? of : place(registered)
      throw new UserError(
        'duplicate-benchmark',
        `two benchmarks are called ${JSON.stringify(id)}: ${where(other, known?.suite ?? suite)} and ${where(here, suite)}`,
        source === 'command'
          ? 'Give one of the commands a name-prefix: budgets and reports go by this name.'
          : 'Rename one of them, or put it into a group of its own: budgets and reports go by this name.',
      )
    }
    if (!known) {
      refuseTooMany(benchmarks.size)
      const entry: Benchmark = { id, suite, source, metrics: [], base: null, head: null, movedFrom: null }
      entry[side] = here
      benchmarks.set(id, entry)
    } else if (known.suite === suite) known[side] = here
    // In another file it runs among other neighbours: head's is the one to speak of, and it has nothing to be compared with.
    else if (side === 'base') known.movedFrom ??= known.base === null ? suite : null
    else
      benchmarks.set(id, { id, suite, source, metrics: [], base: null, head: here, movedFrom: known.suite })
  }

  /**
   * What one process reported of a benchmark: the values in normal units, by metric. A metric that is heard of for the first time on
   * this side is noted as one that the benchmark has; one that cannot be compared is left out with a warning.
   */
  function values(id: string, side: SideName, reported: readonly MeasuredValue[]): Record<string, number> {
    const benchmark = benchmarks.get(id)
    const found: Record<string, number> = {}
    if (benchmark === undefined) return found
    for (const raw of reported.slice(0, MAX_METRICS)) {
      const { unit, factor } = normalUnit(raw.unit) ?? { unit: raw.unit, factor: 1 }
      const value = raw.value * factor
      const better = directionOf(raw)
      const obstacle = obstacleTo(raw, value, unit, better)
      if (obstacle !== null) warnOnce(`${raw.id}\n${obstacle}`, `${shown(id)}: ${shown(raw.id)} ${obstacle}`)
      else if (better !== null && note(benchmark, side, { id: raw.id, unit, better, exact: raw.exact }))
        found[raw.id] = value
    }
    const more = reported.length - MAX_METRICS
    if (more > 0)
      warnOnce(`${id}\n`, `${shown(id)} reports ${reported.length} metrics: ${more} of them are left out`)
    return found
  }

  function directionOf({ id, better }: MeasuredValue): Better | null {
    const written = Object.hasOwn(directions, id) ? directions[id]! : null
    if (written !== null && written.added !== true) return written.better
    return better ?? usualMetric(id)?.better ?? written?.better ?? null
  }

  /** True when values of this metric can stand beside those that are known. */
  function note(benchmark: Benchmark, side: SideName, metric: Omit<ReportedMetric, SideName>): boolean {
    const known = benchmark.metrics.find(({ id }) => id === metric.id)
    const leaveOut = (why: string): false => {
      warnOnce(`${benchmark.id}\n${metric.id}`, `${shown(benchmark.id)}: ${shown(metric.id)} ${why}`)
      return false
    }
    if (known !== undefined && (known.unit !== metric.unit || known.better !== metric.better)) {
      return leaveOut(
        `is reported in two ways (${sense(known)}; ${sense(metric)}), and only the first is used`,
      )
    }
    if (closed)
      return known?.[side] === true || leaveOut(`was not reported by ${side} at first, and is left out`)
    if (known === undefined) {
      if (benchmark.metrics.length >= MAX_METRICS)
        return leaveOut(`is left out: it has ${MAX_METRICS} metrics without it`)
      benchmark.metrics.push({ ...metric, base: side === 'base', head: side === 'head' })
      return true
    }
    known[side] = true
    // Deterministic is what both sides call so.
    known.exact &&= metric.exact
    return true
  }

  /** A benchmark of which one side gave no value at all is taken to have the metrics of the other: it failed, and may not the next time. */
  function assumeSame(suite: string): void {
    for (const { suite: own, base, head, metrics } of benchmarks.values()) {
      if (own !== suite || base === null || head === null) continue
      for (const side of SIDES) {
        if (metrics.every((metric) => !metric[side])) for (const metric of metrics) metric[side] = true
      }
    }
  }

  /** From now on no metric is new: what is judged has been fixed. */
  function close(): void {
    closed = true
  }

  return { benchmarks, warnings, register, values, assumeSame, close, warnOnce }
}

function refuseTooMany(count: number): void {
  if (count < MAX_BENCHMARKS) return
  throw new UserError(
    'no-benchmarks',
    `there are more than ${MAX_BENCHMARKS.toLocaleString('en')} benchmarks`,
    'Measure fewer with each gate: narrow `suites:` or the commands, and give each gate a key.',
  )
}

function obstacleTo(
  { id }: MeasuredValue,
  value: number,
  unit: string,
  better: Better | null,
): string | null {
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

const place = (r: Registered) =>
  r.file === null ? 'an unknown place' : r.line === null ? r.file : `${r.file}:${r.line}`
