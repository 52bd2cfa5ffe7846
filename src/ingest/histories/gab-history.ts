import { z } from 'zod'
import type { Input } from '../adapter.ts'
import { isRecord, shaped } from '../forms/json.ts'
import { refusal } from '../refusal.ts'
import { parseJsonText } from '../forms/json-text.ts'

// github-action-benchmark keeps its history in a script, `window.BENCHMARK_DATA = {…}`, and the same without the assignment
// where external-data-json-path is set. It is read as data: nothing of it is ever run.

/** Longer than any history that a page could still draw. */
const MAX_LENGTH = 256 * 2 ** 20
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
  range: z.union([z.string().max(MAX_NAME), z.number()]).nullish(),
  extra: z.string().max(100_000).nullish(),
})
const entry = z.object({
  commit: z.object({
    id: z.string().max(200),
    timestamp: z.string().max(200).nullish(),
    message: z.string().max(1_000_000).nullish(),
  }),
  date: numeric,
  tool: z.string().max(200),
  benches: z.array(bench).max(MAX_BENCHES),
})
const schema = z.object({
  lastUpdate: numeric.optional(),
  repoUrl: z.string().max(MAX_NAME).nullish(),
  entries: z.record(z.string().max(MAX_NAME), z.array(entry).max(MAX_ENTRIES)),
})

/** What github-action-benchmark recorded of one commit in one of its suites. */
export interface GabEntry {
  suite: string
  /** Its name for the tool: `cargo`, `go`, `customSmallerIsBetter`. */
  tool: string
  commit: {
    id: string
    /** As its API gave it, mostly ISO 8601. */ timestamp: string | null
    message: string
  }
  /** When it was recorded, ms since 1970; null where no number is written. */
  date: number | null
  benches: { name: string; value: number; unit: string; range: string | null; extra: string | null }[]
}

/** A whole history of github-action-benchmark. */
export interface GabHistory {
  /** ms since 1970. */
  lastUpdate: number | null
  repoUrl: string | null
  /** In the order of the file: suite by suite, oldest first. */
  entries: GabEntry[]
  /** Sentences for people: what was left out, and why. */
  warnings: string[]
}

/** Reads the text of a `data.js`; `path` is for messages. Throws a UserError ('results') when it is something else. */
export function parseGabHistory(text: string, path: string): GabHistory {
  const input: Input = { path, text: '', json: undefined, files: null }
  if (text.length > MAX_LENGTH) throw refusal(input, `it is longer than ${MAX_LENGTH} characters`)
  const { json, problem } = parseJsonText(withoutAssignment(text))
  if (json === undefined) {
    throw refusal(
      input,
      problem ?? 'it is no data.js of github-action-benchmark: window.BENCHMARK_DATA = {…}',
    )
  }
  const written = shaped(schema, { ...input, json }, 'github-action-benchmark')
  let dropped = 0
  const entries = Object.entries(written.entries).flatMap(([suite, entries]) =>
    entries.map(({ commit, date, tool, benches }): GabEntry => {
      const kept = benches.flatMap(({ name, value, unit, range, extra }) =>
        value === null || !Number.isFinite(value)
          ? []
          : [{ name, value, unit, range: range == null ? null : String(range), extra: extra ?? null }],
      )
      dropped += benches.length - kept.length
      return {
        suite,
        tool,
        commit: { id: commit.id, timestamp: commit.timestamp ?? null, message: commit.message ?? '' },
        date: date !== null && Number.isFinite(date) ? date : null,
        benches: kept,
      }
    }),
  )
  return {
    lastUpdate: written.lastUpdate ?? null,
    repoUrl: written.repoUrl ?? null,
    entries,
    warnings: [
      ...(dropped === 0
        ? []
        : [`${dropped} of the values: recorded as null or as more than a number can hold`]),
      ...(hasPrototypeSuite(json) ? ['1 of the suites: called __proto__, which is not read'] : []),
    ],
  }
}

/** A record of zod leaves such a key out without a word. */
const hasPrototypeSuite = (json: unknown): boolean =>
  isRecord(json) && isRecord(json.entries) && Object.hasOwn(json.entries, '__proto__')

/** What stands between `window.BENCHMARK_DATA =` and the end, less one semicolon; the text itself where there is no assignment. */
function withoutAssignment(text: string): string {
  const script = text.replace(/^\u{feff}/u, '').trim()
  const start = /^window\s{0,100}\.\s{0,100}BENCHMARK_DATA\s{0,100}=/.exec(script)?.[0]
  if (start === undefined) return script
  return script.slice(start.length, script.endsWith(';') ? -1 : undefined)
}
