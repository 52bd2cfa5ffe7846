import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Adapter, Input } from '../../src/ingest/adapter.ts'
import type { IngestedMetric, ResultFile } from '../../src/model/result-file.ts'
import { place } from './place.ts'
import { FIXTURES, SHARED, benchmark, metric } from './real-files.ts'

/** What is said of results that cannot be read, and of those that hold nothing. */
export const RESULT_CODES: readonly string[] = ['results', 'no-results']

/** A text as an adapter is given it. */
export function given(text: string, path = 'results'): Input {
  return { path, text, json: jsonOf(text), files: null }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const fixture = (path: string): Input => inputAt(FIXTURES, path)
export const shared = (path: string): Input => inputAt(SHARED, path)

function inputAt(root: string, path: string): Input {
  const full = join(root, path)
  if (!statSync(full).isDirectory()) return given(readFileSync(full, 'utf8').replace(/^\u{feff}/u, ''), path)
  const names = readdirSync(full, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(full, name)).isFile())
  return {
    path,
    text: '',
    json: undefined,
    files: new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(full, name), 'utf8')])),
  }
}

export const keys = (file: ResultFile): string[] => file.benchmarks.map(({ key }) => key)

export const form = ({ id, unit, better }: IngestedMetric): string => `${id} ${unit} ${better}`

/** Metric by metric, `id unit better`. */
export const forms = (file: ResultFile, key: string): string[] => benchmark(file, key).metrics.map(form)

export function groups(file: ResultFile, key: string, id = 'time'): number[][] {
  const { data } = metric(file, key, id)
  return data.kind === 'samples' ? data.groups : expect.unreachable(`${id} of ${key} has no samples`)
}

/** Centre of a metric: the median of samples, or what a summary says. */
function centre({ data }: IngestedMetric): number {
  if (data.kind === 'exact') return data.value
  if (data.kind === 'summary') return data.centre
  const all = data.groups.flat().sort((a, b) => a - b)
  return (all[(all.length - 1) >> 1]! + all[all.length >> 1]!) / 2
}

/** b through a, in the metric that decides. */
export const ratio = (adapter: Adapter, a: string, b: string, key: string): number =>
  centre(benchmark(adapter.read(fixture(b)), key).metrics[0]!) /
  centre(benchmark(adapter.read(fixture(a)), key).metrics[0]!)

/** Units of what is never below zero. */
const NEVER_NEGATIVE = ['ns', 'ops/s', 'B', 'B/s', 'fraction']

/** What every answer of an adapter has to hold to. */
export function expectSound(file: ResultFile): void {
  const told = file.benchmarks.map(({ key, occurrence }) => JSON.stringify([key, occurrence]))
  expect(new Set(told).size).toBe(file.benchmarks.length)
  for (const { key, status, metrics } of file.benchmarks) {
    expect(key).not.toBe('')
    expect(metrics.length > 0).toBe(status === 'ok')
    expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
    for (const { unit, data } of metrics) {
      const values =
        data.kind === 'samples' ? data.groups.flat() : [data.kind === 'summary' ? data.centre : data.value]
      if (data.kind === 'samples')
        expect(data.groups.length > 0 && data.groups.every((group) => group.length > 0)).toBe(true)
      const spread = data.kind === 'summary' ? data.spread : null
      const bounds = spread === null ? [] : 'low' in spread ? [spread.low, spread.high] : [spread.value]
      expect([...values, ...bounds].every(Number.isFinite)).toBe(true)
      if (NEVER_NEGATIVE.includes(unit)) expect(values.every((value) => value >= 0)).toBe(true)
    }
  }
}

/** Pieces that turn a number, a name or a structure into something else. */
const PIECES = [
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '0',
  'null',
  '"',
  '{',
  '}',
  '[',
  ']',
  '<',
  '>',
  '/',
  '\n',
  '-8',
  '=',
  '__proto__',
  '1e308',
  ' ',
  '\u{0}',
]

const mutation = fc.record({
  at: place,
  cut: fc.integer({ min: 0, max: 30 }),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })),
})

/** Mutated fixtures give an answer or a UserError, and never NaN. */
export function expectSturdy(adapter: Adapter, inputs: readonly Input[], runs = 150): void {
  for (const input of inputs) {
    const names = input.files === null ? [''] : [...input.files.keys()]
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), fc.nat(), (mutations, chosen) => {
        const name = names[chosen % names.length]!
        let text = input.files?.get(name) ?? input.text
        for (const { at, cut, put } of mutations) {
          const from = Math.floor(at * text.length)
          text = text.slice(0, from) + put + text.slice(from + cut)
        }
        const changed: Input =
          input.files === null ? given(text) : { ...input, files: new Map([...input.files, [name, text]]) }
        expect(typeof adapter.recognises(changed)).toBe('boolean')
        try {
          const file = adapter.read(changed)
          // A name that was cut away is refused for all adapters in one place.
          if (!keys(file).includes('')) expectSound(file)
        } catch (error) {
          if (!(error instanceof UserError)) throw error
          expect(RESULT_CODES).toContain(error.code)
        }
      }),
      { numRuns: runs },
    )
  }
}

/** JSON of which every number in turn is replaced by something that is none, or by one out of range. */
export function expectSturdyNumbers(adapter: Adapter, input: Input): void {
  const numbers = [...input.text.matchAll(/(?<=[:[,]\s?)-?\d[\d.eE+-]*(?=\s?[,\]}])/g)].slice(0, 400)
  expect(numbers.length).toBeGreaterThan(0)
  for (const [n, match] of numbers.entries()) {
    const put = ['null', '-5', '1e999', '"NaN"', '{}', '1e308'][n % 6]!
    const text = input.text.slice(0, match.index) + put + input.text.slice(match.index + match[0].length)
    try {
      expectSound(adapter.read(given(text)))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  }
}
