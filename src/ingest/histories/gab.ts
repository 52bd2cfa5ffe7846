import { z } from 'zod'
import type { Better } from '../../model/metric.ts'
import { at, isRecord, quantity, shaped } from '../forms/json.ts'
import { knownUnit, numeric, valueMetric } from '../forms/metrics.ts'
import {
  historyInput,
  type ImportedRuns,
  type ImportTarget,
  importedRuns,
  type RecordedValue,
  timeOf,
} from './imported-runs.ts'
import { LeftOut } from './left-out.ts'

// github-action-benchmark keeps its history in a script, `window.BENCHMARK_DATA = {…}`, and the same without
// the assignment where external-data-json-path is set. It is read as data: nothing of it is ever run.

const MAX_ENTRIES = 100_000
const MAX_BENCHES = 20_000
const MAX_NAME = 10_000

const entry = z.object({
  commit: z.object({
    id: z.string().max(200),
    /** As GitHub's API gave it, mostly ISO 8601. */
    timestamp: z.string().max(200).nullish(),
    message: z.string().max(1_000_000).nullish(),
  }),
  /** When it was recorded, ms since 1970. */
  date: quantity,
  tool: z.string().max(200),
  benches: z.array(z.unknown()).max(MAX_BENCHES),
})
const schema = z.object({
  entries: z.record(z.string().max(MAX_NAME), z.array(z.unknown()).max(MAX_ENTRIES)),
})

/** What github-action-benchmark recorded of one commit in one of its suites. */
interface GabEntry extends Omit<z.infer<typeof entry>, 'benches' | 'date'> {
  suite: string
  date: number | null
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
  const { entries } = shaped(schema, input, TOOL)
  const leftOut = new LeftOut()
  const written = Object.entries(entries).flatMap(([suite, ofSuite]) =>
    ofSuite.map((one, place) => ({ suite, one, place })),
  )
  const read = written.flatMap(({ suite, one, place }): GabEntry[] => {
    const { data, success } = entry.safeParse(one)
    if (!success) leftOut.add('recordings', 'written in another form', `${suite}[${place}]`)
    return success
      ? [{ suite, ...data, date: data.date ?? null, benches: benchesOf(data.benches, suite, leftOut) }]
      : []
  })
  // One odd recording does not lose a history of years; where all are odd it is another file.
  if (read.length === 0 && written[0] !== undefined) shaped(entry, input, TOOL, written[0].one)
  return {
    entries: read,
    warnings: [
      ...leftOut.sentences(),
      ...(hasPrototypeSuite(input.json) ? ['1 of the suites: called __proto__, which is not read'] : []),
    ],
  }
}

const TOOL = 'github-action-benchmark'

function benchesOf(written: readonly unknown[], suite: string, leftOut: LeftOut): GabEntry['benches'] {
  return written.flatMap((bench) => {
    const [name, value, unit] = ['name', 'value', 'unit'].map((key) => at(bench, key))
    if (typeof name !== 'string') {
      leftOut.add('values', 'without a name', suite)
      return []
    }
    const number = numeric(value)
    if (Number.isFinite(number)) return [{ name, value: number, unit: typeof unit === 'string' ? unit : '' }]
    // NaN was written as null, and 1e309 is read as infinity.
    const isLost = value === null || number === Infinity || number === -Infinity
    leftOut.add(
      'values',
      isLost ? 'recorded as null or as more than a number can hold' : 'recorded as what is no number',
      name,
    )
    return []
  })
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
  const contradicted = new Set<string>()
  const recordings = entries.map(({ suite, tool, commit, date, benches }) => ({
    commit: { id: commit.id, time: timeOf(commit.timestamp ?? null), message: commit.message ?? '' },
    at: date ?? Number.NaN,
    suite,
    by: tool,
    values: benches.map((bench) => {
      const value = valueOf(bench, tool)
      if (value.unit === 'ns' && value.better !== BETTER.get(tool) && BETTER.has(tool))
        contradicted.add(JSON.stringify([suite, bench.name]))
      return value
    }),
  }))
  const imported = importedRuns(recordings, 'github-action-benchmark', target)
  return { ...imported, notes: notesOn(contradicted), leftOut: [...warnings, ...imported.leftOut] }
}

/** Says which way was taken where the tool was told that more is better, and the unit is one of time. */
function notesOn(series: ReadonlySet<string>): string[] {
  const [first] = series
  if (first === undefined) return []
  const [, name] = JSON.parse(first) as [suite: string, name: string]
  return [
    `less is taken as better in ${series.size} series of times, although they were recorded as customBiggerIsBetter (such as ${JSON.stringify(name.slice(0, 100))})`,
  ]
}

function valueOf({ name, value, unit: written }: GabEntry['benches'][number], tool: string): RecordedValue {
  // Entries of Go once had all units of a line in that of the first: `ns/op<tab>0 B/op<tab>0 allocs/op`.
  const { id, unit, factor = 1, better } = valueMetric(knownUnit(written.split('\t', 1)[0]!.trim()))
  return {
    benchmark: name,
    metric: id,
    unit,
    better: better ?? BETTER.get(tool) ?? null,
    value: value * factor,
  }
}
