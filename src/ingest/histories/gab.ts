import { z } from 'zod'
import type { Better } from '../../model/metric.ts'
import { isRecord, shaped } from '../forms/json.ts'
import { valueMetric } from '../forms/metrics.ts'
import {
  historyInput,
  type ImportedRuns,
  type ImportTarget,
  importedRuns,
  type RecordedValue,
  timeOf,
} from './imported-runs.ts'

// github-action-benchmark keeps its history in a script, `window.BENCHMARK_DATA = {…}`, and the same without
// the assignment where external-data-json-path is set. It is read as data: nothing of it is ever run.

const MAX_ENTRIES = 100_000
const MAX_BENCHES = 20_000
const MAX_NAME = 10_000

// NaN was written as null, and 1e309 is read as infinity.
const numeric = z.custom<number | null>((value) => value === null || typeof value === 'number', {
  error: 'expected a number',
})
const bench = z.object({
  name: z.string().max(MAX_NAME),
  value: numeric,
  unit: z.string().max(200).default(''),
})
const entry = z.object({
  commit: z.object({
    id: z.string().max(200),
    /** As GitHub's API gave it, mostly ISO 8601. */
    timestamp: z.string().max(200).nullish(),
    message: z.string().max(1_000_000).nullish(),
  }),
  /** When it was recorded, ms since 1970. */
  date: numeric,
  tool: z.string().max(200),
  benches: z.array(bench).max(MAX_BENCHES),
})
const schema = z.object({
  entries: z.record(z.string().max(MAX_NAME), z.array(entry).max(MAX_ENTRIES)),
})

/** What github-action-benchmark recorded of one commit in one of its suites. */
interface GabEntry extends Omit<z.infer<typeof entry>, 'benches'> {
  suite: string
  benches: { name: string; value: number; unit: string }[]
}

/** A whole history of github-action-benchmark. */
interface GabHistory {
  /** In the order of the file: suite by suite, oldest first. */
  entries: GabEntry[]
  /** Sentences for people: what was left out, and why. */
  warnings: string[]
}

/**
 * Reads the text of a `data.js`; `path` is for messages. Throws a UserError ('results') when it is something
 * else.
 */
export function parseGabHistory(text: string, path: string): GabHistory {
  const what = 'it is no data.js of github-action-benchmark: window.BENCHMARK_DATA = {…}'
  const input = historyInput(withoutAssignment(text), path, what)
  const written = shaped(schema, input, 'github-action-benchmark')
  let dropped = 0
  const entries = Object.entries(written.entries).flatMap(([suite, ofSuite]) =>
    ofSuite.map((one): GabEntry => {
      const benches = one.benches.flatMap(({ name, value, unit }) =>
        value === null || !Number.isFinite(value) ? [] : [{ name, value, unit }],
      )
      dropped += one.benches.length - benches.length
      return { suite, ...one, benches }
    }),
  )
  return {
    entries,
    warnings: [
      ...(dropped === 0
        ? []
        : [`${dropped} of the values: recorded as null or as more than a number can hold`]),
      ...(hasPrototypeSuite(input.json) ? ['1 of the suites: called __proto__, which is not read'] : []),
    ],
  }
}

/** A record of zod leaves such a key out without a word. */
const hasPrototypeSuite = (json: unknown): boolean =>
  isRecord(json) && isRecord(json.entries) && Object.hasOwn(json.entries, '__proto__')

/**
 * What stands between `window.BENCHMARK_DATA =` and the end, less one semicolon; the text itself where there
 * is no assignment.
 */
function withoutAssignment(text: string): string {
  const script = text.replace(/^\u{feff}/u, '').trim()
  const start = /^window\s{0,100}\.\s{0,100}BENCHMARK_DATA\s{0,100}=/.exec(script)?.[0]
  if (start === undefined) return script
  return script.slice(start.length, script.endsWith(';') ? -1 : undefined)
}

/** What the user said of the numbers of a suite; other tools say it by their units. */
const BETTER: ReadonlyMap<string, Better> = new Map([
  ['customSmallerIsBetter', 'lower'],
  ['customBiggerIsBetter', 'higher'],
])

/** A history of github-action-benchmark as runs; the entries of one commit in several suites are one run. */
export function gabRuns(text: string, path: string, target: ImportTarget): ImportedRuns {
  const { entries, warnings } = parseGabHistory(text, path)
  const recordings = entries.map(({ suite, tool, commit, date, benches }) => ({
    commit: { id: commit.id, time: timeOf(commit.timestamp ?? null), message: commit.message ?? '' },
    at: date ?? Number.NaN,
    suite,
    by: tool,
    values: benches.map((bench) => valueOf(bench, tool)),
  }))
  const imported = importedRuns(recordings, 'github-action-benchmark', target)
  return { ...imported, leftOut: [...warnings, ...imported.leftOut] }
}

function valueOf({ name, value, unit: written }: GabEntry['benches'][number], tool: string): RecordedValue {
  // Entries of Go once had all units of a line in that of the first: `ns/op<tab>0 B/op<tab>0 allocs/op`.
  const { id, unit, factor = 1, better } = valueMetric(written.split('\t', 1)[0]!.trim())
  return {
    benchmark: name,
    metric: id,
    unit,
    better: better ?? BETTER.get(tool) ?? null,
    value: value * factor,
  }
}
