import type { Better } from '../../model/metric.ts'
import type { GabEntry, GabHistory } from './gab-history.ts'
import {
  type ImportedRuns,
  type ImportTarget,
  importedRuns,
  type RecordedValue,
  timeOf,
} from './imported-runs.ts'
import { valueMetric } from '../forms/metrics.ts'

/** What the user said of the numbers of a suite; other tools say it by their units. */
const BETTER: ReadonlyMap<string, Better> = new Map([
  ['customSmallerIsBetter', 'lower'],
  ['customBiggerIsBetter', 'higher'],
])

/** A history of github-action-benchmark as runs; the entries of one commit in several suites are one run. */
export function gabRuns(history: GabHistory, target: ImportTarget): ImportedRuns {
  const recordings = history.entries.map((entry) => ({
    commit: { id: entry.commit.id, time: timeOf(entry.commit.timestamp), message: entry.commit.message },
    at: entry.date ?? Number.NaN,
    suite: entry.suite,
    by: entry.tool,
    values: entry.benches.map((bench) => valueOf(bench, entry.tool)),
  }))
  const imported = importedRuns(recordings, 'github-action-benchmark', target)
  return { ...imported, leftOut: [...history.warnings, ...imported.leftOut] }
}

function valueOf({ name, value, unit }: GabEntry['benches'][number], tool: string): RecordedValue {
  // Entries of Go once had all units of a line in that of the first: `ns/op<tab>0 B/op<tab>0 allocs/op`.
  const { id, factor = 1, better, ...metric } = valueMetric(unit.split('\t', 1)[0]!.trim())
  return {
    benchmark: name,
    metric: id,
    unit: metric.unit,
    better: better ?? BETTER.get(tool) ?? null,
    value: value * factor,
  }
}
