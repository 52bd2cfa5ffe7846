import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as fc from 'fast-check'
import { UserError } from '../../src/errors.ts'
import type { Adapter, Input } from '../../src/ingest/adapter.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { parseJsonText } from '../../src/ingest/forms/json-text.ts'
import type { IngestedMetric, ResultFile } from '../../src/model/result-file.ts'
import { place } from './place.ts'
import { RESULT_CODES } from './reading.ts'
import { FIXTURES, SHARED } from './real-files.ts'

// Result files that were changed at random, and what may not come of them.

const MAX_CPU_MS = 1000
/** Larger files only make mutations slower, not other. */
const MAX_SEED = 64 * 1024

/** What an adapter may be given: one text, or those of a directory. */
export type Seed =
  | { path: string; text: string; files: null }
  | { path: string; text: ''; files: Map<string, string> }

const WRITTEN: Seed[] = [
  '{"a":{"latency":{"value":3,"lower_value":2,"upper_value":4},"throughput":{"value":5}},"b":{"x":{"value":1}}}',
  '[{"name":"a","unit":"ns","value":3,"range":"± 1"},{"name":"a","unit":"MB/s","value":4},{"name":"b","unit":"Megabytes","value":5,"range":"5%"}]',
  '{"lighthouseVersion":"12.0.0","requestedUrl":"http://h/a","audits":{"speed-index":{"numericValue":3,"numericUnit":"millisecond"},"x":{"errorMessage":"e"}},"categories":{"performance":{"score":0.3}}}',
].map((text, index) => ({ path: `written-${index}.json`, text, files: null }))

export const seeds: readonly Seed[] = [
  ...WRITTEN,
  ...seedsIn(FIXTURES),
  ...(existsSync(SHARED) ? seedsIn(SHARED) : []),
]

/** Each file of a tool's folder is one; a folder in it is a directory of results. */
function seedsIn(root: string): Seed[] {
  return readdirSync(root)
    .map((tool) => join(root, tool))
    .filter((folder) => statSync(folder).isDirectory())
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .map((path): Seed => {
      if (!statSync(path).isDirectory()) return { path, text: readFileSync(path, 'utf8'), files: null }
      const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      const files = names.filter((name) => statSync(name).isFile())
      return {
        path,
        text: '',
        files: new Map(
          files.map((name) => [relative(path, name).replaceAll('\\', '/'), readFileSync(name, 'utf8')]),
        ),
      }
    })
    .filter(({ text }) => text.length <= MAX_SEED)
}

const inputOf = ({ path, text, files }: Seed): Input => ({
  path,
  text,
  json: files === null ? parseJsonText(text).json : undefined,
  files,
})

const TOKENS = [
  'NaN',
  'Infinity',
  '-Infinity',
  '"NaN"',
  '-1',
  '0',
  '1e999',
  '-1e999',
  '1e308',
  '5e-324',
  '9007199254740993',
  'null',
  'true',
  '""',
  '{}',
  '[]',
  '[[]]',
  '"x"',
  '{"__proto__":{}}',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '\n',
  '\r\n',
  '\0',
  '\u{feff}',
  '\u{d800}',
  '\u{202e}',
  '\u{b5}s',
  '\u{3bc}s',
  ',',
  ':',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '</',
  '<!--',
  '<![CDATA[',
  '&#0;',
  '&lt;',
  '±',
  ' x ',
  '%',
  ' '.repeat(500),
  '('.repeat(300),
  '1,'.repeat(300),
  '['.repeat(2000),
  '{"a":'.repeat(2000),
  '<a>'.repeat(2000),
  '-'.repeat(2000),
  '9'.repeat(400),
  'Benchmark',
]

/** A number for a number and a text for a text: such a file is read as far as the adapters' own rules go. */
const NUMBERS = [
  '-1',
  '0',
  '1',
  '3.5',
  '1e308',
  '1e999',
  '-1e999',
  '5e-324',
  '9007199254740993',
  'NaN',
  '-Infinity',
  'null',
]
const STRINGS = [
  '""',
  '"x"',
  '"NaN"',
  '"__proto__"',
  '"constructor"',
  '"\u{b5}s"',
  '"ops/s"',
  '"a/b"',
  '"\\n"',
  `"${'y'.repeat(3000)}"`,
]

const edit = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, code: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('truncate' as const), at: place }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, token: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constant('value' as const), at: place, token: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constant('line' as const), at: place, to: place }),
)
const valueEdit = fc.record({
  kind: fc.constant('like' as const),
  at: place,
  number: fc.constantFrom(...NUMBERS),
  string: fc.constantFrom(...STRINGS),
})
/** Changes of one seed, at most five. */
export const edits = fc.oneof(
  fc.array(edit, { minLength: 1, maxLength: 5 }),
  fc.array(valueEdit, { minLength: 1, maxLength: 5 }),
)
type Edit = typeof edits extends fc.Arbitrary<(infer T)[]> ? T : never

function edited(text: string, edit: Edit): string {
  const at = Math.floor(edit.at * (text.length + 1))
  switch (edit.kind) {
    case 'flip':
      return text.slice(0, at) + String.fromCharCode(edit.code) + text.slice(at + 1)
    case 'cut':
      return text.slice(0, at) + text.slice(at + edit.length)
    case 'truncate':
      return text.slice(0, at)
    case 'repeat':
      return text.slice(0, at) + text.slice(at, at + edit.length).repeat(2) + text.slice(at + edit.length)
    case 'insert':
      return text.slice(0, at) + edit.token + text.slice(at)
    case 'value': {
      // The next number or short text in quotes, where there is one.
      const next = /-?\d+(\.\d+)?(e[+-]?\d+)?|"[^"\n]{0,40}"/i.exec(text.slice(at, at + 2000))
      if (next === null) return text
      return text.slice(0, at + next.index) + edit.token + text.slice(at + next.index + next[0].length)
    }
    case 'like': {
      const values = [
        ...text.matchAll(/"(?:[^"\\\n]|\\.)*"(?=\s*(:)?)|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g),
      ].filter(([, colon]) => colon === undefined)
      const value = values[Math.floor(edit.at * values.length)]
      if (value === undefined) return text
      const instead = value[0].startsWith('"') ? edit.string : edit.number
      return text.slice(0, value.index) + instead + text.slice(value.index + value[0].length)
    }
    case 'line': {
      const lines = text.split('\n')
      const [line] = lines.splice(Math.floor(edit.at * lines.length), 1)
      lines.splice(Math.floor(edit.to * (lines.length + 1)), 0, line!)
      return lines.join('\n')
    }
    default:
      return edit satisfies never
  }
}

/** The seed with its text, or some of its texts, changed. */
export function mutated(seed: Seed, edits: readonly Edit[]): Seed {
  if (seed.files === null) return { ...seed, text: edits.reduce(edited, seed.text) }
  const files = new Map(seed.files)
  for (const edit of edits) {
    const names = [...files.keys()]
    const name = names[Math.floor(edit.at * 997) % names.length]!
    files.set(name, edited(files.get(name)!, edit))
  }
  return { ...seed, files }
}

/** What is wrong with what was read: any number that is none, any negative time, any name that is none. */
function faultsOf({ benchmarks, warnings, tool, environment }: ResultFile): string[] {
  const texts = [tool, ...warnings, ...Object.values(environment)]
  const faults = texts.some((text) => typeof text !== 'string') ? ['a text that is none'] : []
  for (const { key, name, params, path, status, metrics } of benchmarks) {
    if ([key, name, ...path, ...Object.values(params)].some((text) => typeof text !== 'string'))
      faults.push('name')
    if ((status === 'ok') !== metrics.length > 0)
      faults.push(`${key}: ${status} with ${metrics.length} metrics`)
    if (new Set(metrics.map(({ id }) => id)).size < metrics.length)
      faults.push(`${key}: two metrics of one id`)
    for (const metric of metrics)
      if (!isSound(metric)) faults.push(`${key}: ${JSON.stringify(metric).slice(0, 300)}`)
  }
  return faults
}

function isSound({ unit, data }: IngestedMetric): boolean {
  const isValue = (value: number) => Number.isFinite(value) && (unit !== 'ns' || value >= 0)
  if (data.kind === 'exact') return isValue(data.value)
  if (data.kind === 'samples')
    return data.groups.length > 0 && data.groups.every((group) => group.length > 0 && group.every(isValue))
  const spread =
    data.spread === null
      ? []
      : 'value' in data.spread
        ? [data.spread.value]
        : [data.spread.low, data.spread.high]
  return isValue(data.centre) && [...spread, data.count ?? 0].every((value) => Number.isFinite(value))
}

/** What came of one call. */
export interface Answer {
  /** A UserError that says something is a good answer. */
  faults: string[]
  /** False: it was refused. */
  isRead: boolean
  cpuMs: number
}

/** Reads as the named adapter does; what takes more processor time than `maxCpuMs` is a fault. */
export const readBy = (adapter: Adapter, seed: Seed, maxCpuMs = MAX_CPU_MS): Answer =>
  answerOf(() => adapter.read(inputOf(seed)), maxCpuMs)

/** Reads as `benchgate ingest` does; format null: the content decides. */
export const readAs = (format: string | null, seed: Seed, maxCpuMs = MAX_CPU_MS): Answer =>
  answerOf(() => ingest({ ...seed, bytes: seed.text }, format), maxCpuMs)

function answerOf(read: () => ResultFile, maxCpuMs: number): Answer {
  // Processor time: others may keep the machine busy.
  const start = process.cpuUsage()
  const { faults, isRead } = answered(read)
  const cpuMs = process.cpuUsage(start).user / 1000
  return { faults: cpuMs > maxCpuMs ? [...faults, `took ${cpuMs} ms`] : faults, isRead, cpuMs }
}

function answered(read: () => ResultFile): Omit<Answer, 'cpuMs'> {
  try {
    return { faults: faultsOf(read()), isRead: true }
  } catch (error) {
    const refused = (...faults: string[]) => ({ faults, isRead: false })
    if (!(error instanceof UserError))
      return refused(error instanceof Error ? (error.stack ?? error.message) : 'thrown')
    const isHelpful = RESULT_CODES.includes(error.code) && error.message !== '' && error.remedy !== ''
    return isHelpful && error.message.length < 10_000
      ? refused()
      : refused(`${error.code}: ${error.message.slice(0, 300)}`)
  }
}

/** Those that an adapter takes for its own. */
export const seedsOf = (adapter: Adapter): Seed[] => seeds.filter((seed) => adapter.recognises(inputOf(seed)))
