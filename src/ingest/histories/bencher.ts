import { z } from 'zod'
import { usualMetric } from '../../model/metric.ts'
import { normalUnit } from '../../model/unit.ts'
import { measureOf } from '../adapters/bmf.ts'
import { entryOf } from '../forms/entry.ts'
import { quantity, shaped } from '../forms/json.ts'
import { unlessNamed, valueMetric } from '../forms/metrics.ts'
import { keyOf, paramsOf } from '../forms/names.ts'
import {
  historyInput,
  type ImportedRuns,
  type ImportTarget,
  importedRuns,
  type RecordedValue,
  type Recording,
  timeOf,
} from './imported-runs.ts'
import { LeftOut } from './left-out.ts'

// What Bencher's API and `bencher perf` answer to a query: a line for each branch, testbed, benchmark (with
// its parameters) and measure, with a point for each report. Servers until 2026 write a point's three values
// in `metric`; later ones write any number of named values in `metrics`.

const MAX_LINES = 100_000
const MAX_POINTS = 100_000
const MAX_NAME = 10_000

const name = z.string().max(MAX_NAME)
const named = z.object({ name })
const point = z.object({
  iteration: z.number().nullish(),
  /** ISO 8601. */
  start_time: z.string().max(100),
  /** Of the branch; the hash is git's where the reporter sent it. */
  version: z.object({ hash: z.string().max(200).nullish() }).nullish(),
  metric: z.object({ value: quantity }).nullish(),
  metrics: z.record(z.string().max(MAX_NAME), z.object({ value: quantity })).nullish(),
})
const line = z.object({
  branch: named,
  testbed: named,
  benchmark: named,
  parameter: z.object({ set: z.record(z.string().max(MAX_NAME), z.unknown()).nullish() }).nullish(),
  /** `units` is free text: `nanoseconds (ns)`. */
  measure: z.object({ name, units: name.nullish() }),
  metrics: z.array(point).max(MAX_POINTS),
})
const schema = z.object({ results: z.array(line).max(MAX_LINES) })

type Line = z.infer<typeof line>

/**
 * Reads what `bencher perf` printed as runs: of one branch, since other commits are another history, and of
 * one testbed, since other machines are, in both cases the one with the most points. What belongs to no
 * commit is left out. `path` is for messages; throws a UserError ('results') when the text is something else.
 */
export function bencherRuns(text: string, path: string, target: ImportTarget): ImportedRuns {
  const input = historyInput(text, path, 'it is no JSON of bencher perf')
  const leftOut = new LeftOut()
  let withoutValue = 0
  const measured = shaped(schema, input, 'bencher perf').results.map((one) => {
    const points = one.metrics.flatMap((point) => {
      const value = new Map(Object.entries(point.metrics ?? {})).get('value')?.value ?? point.metric?.value
      if (value == null) withoutValue++
      else if (Number.isNaN(value)) leftOut.add('points', 'recorded as what is no number', one.benchmark.name)
      else return [{ ...point, value }]
      return []
    })
    return { ...one, points }
  })
  const lines = largest(largest(measured, 'branch', leftOut), 'testbed', leftOut)
  // One report is one recording; its points are spread over the lines.
  const reports = new Map<string, Recording & { values: RecordedValue[]; iteration: number }>()
  for (const one of lines) {
    const { factor, ...metric } = describe(one)
    for (const { start_time: start, iteration, version, value } of one.points) {
      const hash = version?.hash ?? null
      if (hash === null) {
        leftOut.add('points', 'of no commit', metric.benchmark)
        continue
      }
      const key = JSON.stringify([hash, start, iteration ?? 0])
      const report = entryOf(reports, key, () => ({
        commit: { id: hash, time: null, message: '' },
        at: timeOf(start) ?? Number.NaN,
        suite: one.testbed.name,
        by: one.testbed.name,
        values: [],
        iteration: iteration ?? 0,
      }))
      report.values.push({ ...metric, value: value * factor })
    }
  }
  const oldestFirst = [...reports.values()].sort((a, b) => a.iteration - b.iteration)
  const imported = importedRuns(oldestFirst, 'bencher', target, leftOut)
  const warnings = withoutValue === 0 ? [] : [`${withoutValue} of the points: without a value called "value"`]
  return { ...imported, leftOut: [...warnings, ...imported.leftOut] }
}

/** The lines of the branch or testbed with the most points, of several the first. */
function largest<T extends Line & { points: unknown[] }>(
  lines: readonly T[],
  by: 'branch' | 'testbed',
  leftOut: LeftOut,
): readonly T[] {
  const count = (some: readonly T[]) => some.reduce((sum, { points }) => sum + points.length, 0)
  const groups = [...Map.groupBy(lines, (one) => one[by].name)].sort((a, b) => count(b[1]) - count(a[1]))
  for (const [name, others] of groups.slice(1)) {
    leftOut.add('points', `of another ${by} than ${JSON.stringify(groups[0]![0])}`, name, count(others))
  }
  return groups[0]?.[1] ?? []
}

function describe({
  benchmark,
  parameter,
  measure,
}: Line): Omit<RecordedValue, 'value'> & { factor: number } {
  const known = measureOf(measure.name)
  const units = measure.units ?? ''
  const unit = [/\(([^()]*)\)\s*$/.exec(units)?.[1] ?? '', units].find((text) => normalUnit(text) !== null)
  const metric = unit === undefined ? known : unlessNamed(measure.name, valueMetric(unit))
  return {
    benchmark: keyOf([benchmark.name], paramsOf(parameter?.set)),
    metric: known.id,
    unit: unit === undefined && known.unit === '' ? units : metric.unit,
    better: metric.better ?? known.better ?? usualMetric(known.id)?.better ?? null,
    factor: metric.factor ?? 1,
  }
}
