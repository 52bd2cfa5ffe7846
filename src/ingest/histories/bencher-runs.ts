import { usualMetric } from '../../model/metric.ts'
import { normalUnit } from '../../model/unit.ts'
import type { BencherHistory, BencherLine } from './bencher-history.ts'
import { measureOf } from '../adapters/bmf.ts'
import {
  type ImportedRuns,
  type ImportTarget,
  importedRuns,
  type RecordedValue,
  type Recording,
  timeOf,
} from './imported-runs.ts'
import { keyOf } from '../forms/names.ts'
import { LeftOut } from './left-out.ts'
import { valueMetric } from '../forms/metrics.ts'

/**
 * What Bencher answered as runs: of one branch, since other commits are another history, and of one testbed, since other machines
 * are, in both cases the one with the most points. What belongs to no commit is left out.
 */
export function bencherRuns(history: BencherHistory, target: ImportTarget): ImportedRuns {
  const leftOut = new LeftOut()
  const ofBranch = largest(history.lines, 'branch', leftOut)
  const lines = largest(ofBranch, 'testbed', leftOut)
  // One report is one recording; its points are spread over the lines.
  const reports = new Map<string, Recording & { values: RecordedValue[]; iteration: number }>()
  for (const line of lines) {
    const { testbed } = line
    const described = describe(line)
    for (const { start, iteration, version, value } of line.points) {
      const { hash } = version
      if (hash === null) {
        leftOut.add('points', 'of no commit', described.benchmark)
        continue
      }
      const key = JSON.stringify([hash, start, iteration])
      let report = reports.get(key)
      if (report === undefined) {
        const commit = { id: hash, time: null, message: '' }
        report = {
          commit,
          at: timeOf(start) ?? Number.NaN,
          suite: testbed,
          by: testbed,
          values: [],
          iteration,
        }
        reports.set(key, report)
      }
      const { factor, ...metric } = described
      report.values.push({ ...metric, value: value * factor })
    }
  }
  const oldestFirst = [...reports.values()].sort((a, b) => a.iteration - b.iteration)
  const imported = importedRuns(oldestFirst, 'bencher', target, leftOut)
  return { ...imported, leftOut: [...history.warnings, ...imported.leftOut] }
}

/** The lines of the branch or testbed with the most points, of several the first. */
function largest(
  lines: readonly BencherLine[],
  by: 'branch' | 'testbed',
  leftOut: LeftOut,
): readonly BencherLine[] {
  const count = (some: readonly BencherLine[]) => some.reduce((sum, { points }) => sum + points.length, 0)
  const groups = [...Map.groupBy(lines, (line) => line[by])].sort((a, b) => count(b[1]) - count(a[1]))
  for (const [name, others] of groups.slice(1)) {
    leftOut.add('points', `of another ${by} than ${JSON.stringify(groups[0]![0])}`, name, count(others))
  }
  return groups[0]?.[1] ?? []
}

function describe({
  benchmark,
  parameters,
  measure,
}: BencherLine): Omit<RecordedValue, 'value'> & { factor: number } {
  const known = measureOf(measure.name)
  const named = { benchmark: keyOf([benchmark], parameters), metric: known.id }
  // Free text, such as `nanoseconds (ns)`.
  const units = measure.units ?? ''
  const unit = [/\(([^()]*)\)\s*$/.exec(units)?.[1] ?? '', units].find((text) => normalUnit(text) !== null)
  const { factor = 1, ...metric } = unit === undefined ? known : valueMetric(unit)
  return {
    ...named,
    unit: unit === undefined && known.unit === '' ? units : metric.unit,
    better: metric.better ?? known.better ?? usualMetric(known.id)?.better ?? null,
    factor,
  }
}
