import { z } from 'zod'
import { type Run, RUN_SCHEMA, runSchema, type StoredMetric } from '../model/stored-run.ts'
import { nestsDeeper } from '../model/json-depth.ts'
import { visibleJson } from '../model/visible-json.ts'
import { runPath } from './paths.ts'

/** Bytes of one file that are read. */
export const MAX_RUN_BYTES = 32 * 1024 * 1024
/** The format itself nests seven deep. */
const MAX_DEPTH = 32

/**
 * A run as the text of its file: one line a metric, so that a person can compare two of them, whole numbers
 * in full, others with five significant digits, which is more than any noise leaves. At most 1.5 kB a
 * benchmark of three metrics and 32 processes.
 */
export function renderRun(run: Run): string {
  const { benchmarks, ...about } = run
  const head = Object.entries(about).map(([key, value]) => `  ${quoted(key)}: ${inOneLine(value, quoted)},`)
  const listed = benchmarks.map(({ metrics, ...key }) => {
    const lines = metrics.map((metric) => `      ${metricLine(metric)}`)
    const opening = `    ${inOneLine(key, shortest).slice(0, -1)}, "metrics": [`
    return lines.length === 0 ? `${opening}]}` : `${opening}\n${lines.join(',\n')}\n    ]}`
  })
  return `{\n${head.join('\n')}\n  "benchmarks": [${listed.length === 0 ? '' : `\n${listed.join(',\n')}\n  `}]\n}\n`
}

function metricLine({ values, ...rest }: StoredMetric): string {
  return `${inOneLine(rest, shortest).slice(0, -1)}, "values": [${values.map(shortest).join(',')}]}`
}

function inOneLine(value: unknown, number: (value: number) => string): string {
  if (typeof value === 'number') return number(value)
  if (typeof value !== 'object' || value === null) return quoted(value)
  if (Array.isArray(value)) return `[${value.map((member) => inOneLine(member, number)).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${inOneLine(member, number)}`)
  return `{${members.join(', ')}}`
}

const quoted = (value: unknown): string => visibleJson(JSON.stringify(value))

function shortest(value: number): string {
  if (!Number.isFinite(value)) return 'null'
  // A size or a count of calls is exact, and a byte more or less is what one wants to see.
  const rounded = Number.isSafeInteger(value) ? value : Number(value.toPrecision(5))
  const plain = JSON.stringify(rounded)
  const exponential = rounded.toExponential().replace('+', '')
  // People read numbers without exponents more easily, so it has to be worth it.
  return exponential.length + 2 < plain.length ? exponential : plain
}

/** Why there is no run in some bytes, as a clause; `isNewer`: a later version of Benchgate reads them. */
interface NoRun {
  why: string
  isNewer: boolean
}

/** The run in a file's bytes, wherever it lies. Never throws. */
export function runIn(bytes: Buffer): { run: Run } | NoRun {
  const none = (why: string, isNewer = false): NoRun => ({ why, isNewer })
  if (bytes.length > MAX_RUN_BYTES) return none(tooLarge(bytes.length))
  let content: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (nestsDeeper(text, MAX_DEPTH)) return none(`it nests deeper than ${MAX_DEPTH} levels`)
    content = JSON.parse(text)
  } catch {
    return none('it is not JSON')
  }
  const schema = schemaIn(content)
  if (schema !== null && schema > RUN_SCHEMA) {
    return none(`it was written by a newer Benchgate (schema ${schema}; this one reads ${RUN_SCHEMA})`, true)
  }
  const parsed = runSchema.safeParse(content)
  if (parsed.success) return { run: parsed.data }
  const { path: place, message } = parsed.error.issues[0]!
  return none(`it is no run (${place.length === 0 ? 'at its top' : place.join('.')}: ${message})`)
}

export const tooLarge = (size: number): string => `it has ${size} bytes, more than ${MAX_RUN_BYTES}`

/** The run in a file of the branch, or a sentence that names it and says why there is none. Never throws. */
export function parseRun(bytes: Buffer, path: string): { run: Run } | ({ problem: string } & NoRun) {
  const found = runIn(bytes)
  if ('run' in found && runPath(found.run) === path) return found
  const none = 'run' in found ? { why: 'what is in it belongs to another path', isNewer: false } : found
  return { problem: `${path} was left out: ${none.why}`, ...none }
}

const versioned = z.object({ schema: z.number() })

/** The version of its format that a JSON value names; null where it names none. */
export const schemaIn = (content: unknown): number | null => versioned.safeParse(content).data?.schema ?? null
