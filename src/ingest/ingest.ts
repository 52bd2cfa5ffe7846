import { UserError } from '../errors.ts'
import { editDistance } from '../model/edit-distance.ts'
import type { IngestedBenchmark, ResultFile } from '../model/result-file.ts'
import type { Adapter, Input } from './adapter.ts'
import { MAX_BENCHMARKS, soundMetrics } from './benchmark.ts'
import { parseJsonText } from './forms/json-text.ts'
import { otherOutput } from './other-outputs.ts'
import { MAX_BYTES, type RawInput, decode } from './raw-input.ts'
import { ADAPTERS, LAST } from './registry.ts'

const MAX_WARNINGS = 100
/** Longer names come from files that were not what they seemed. */
const MAX_KEY = 2000

/**
 * What a tool's output says. An explicit format wins over what the content looks like; without one exactly one adapter
 * has to know it. Throws a UserError ('results') that names the file, what is wrong with it, and the formats in question.
 */
export const ingest = (raw: RawInput, format: string | null): ResultFile => understand(raw, format).file

/** The same, with the name of the adapter that read it. */
export function understand(raw: RawInput, format: string | null): { adapter: string; file: ResultFile } {
  const { input, problem } = inputOf(raw)
  const adapter = format === null ? detected(input, problem) : adapterOf(format)
  const result = read(adapter, input, problem)
  if (result.benchmarks.length === 0)
    throw failure(
      input.path,
      `it was read as ${adapter.name} and holds no benchmark`,
      'check that the benchmarks ran',
    )
  if (result.benchmarks.length > MAX_BENCHMARKS)
    throw failure(
      input.path,
      `it holds ${result.benchmarks.length.toLocaleString('en')} benchmarks, more than ${MAX_BENCHMARKS.toLocaleString('en')}`,
      'write several files, or fewer benchmarks',
    )
  checkKeys(input.path, result.benchmarks)
  const warnings = [...result.warnings]
  const benchmarks = result.benchmarks.map((benchmark) => sound(benchmark, warnings))
  return { adapter: adapter.name, file: { ...result, benchmarks, warnings: shortened(warnings) } }
}

function inputOf({ path, bytes, files }: RawInput): { input: Input; problem: string | null } {
  if (files !== null) {
    if (files.size === 0)
      throw failure(path, 'the directory holds no text file', 'name the one that the tool wrote')
    return { input: { path, text: '', json: undefined, files }, problem: null }
  }
  if (bytes.length > MAX_BYTES)
    throw failure(
      path,
      `it is larger than ${MAX_BYTES / 2 ** 20} MiB`,
      'write a summary instead of every sample',
    )
  const text = decode(bytes)
  if (text === null) throw failure(path, 'it is no text', 'name the file that the tool wrote, unpacked')
  if (text.trim() === '') throw failure(path, 'it is empty', 'check that the tool ran to its end')
  const { json, problem } = parseJsonText(text)
  return { input: { path, text, json, files: null }, problem }
}

function adapterOf(format: string): Adapter {
  const found = ADAPTERS.find(({ name }) => name === format)
  if (found !== undefined) return found
  const near = ADAPTERS.map(({ name }) => ({ name, distance: editDistance(format.toLowerCase(), name) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)[0]
  throw new UserError(
    'results',
    `there is no format ${JSON.stringify(format.slice(0, 100))}`,
    near === undefined
      ? `the formats are ${names(ADAPTERS)}`
      : `did you mean ${near.name}? The formats are ${names(ADAPTERS)}`,
  )
}

function detected(input: Input, problem: string | null): Adapter {
  const matching = ADAPTERS.filter((adapter) => adapter !== LAST && adapter.recognises(input))
  const [only, second] = matching
  if (second !== undefined)
    throw failure(
      input.path,
      `it looks like ${names(matching)}`,
      'say which it is with `format:` in the config or --format',
    )
  if (only !== undefined) return only
  if (LAST.recognises(input)) return LAST
  const other = otherOutput(input.text)
  if (other !== null) throw failure(input.path, `it is ${other.tool}`, other.instead)
  throw problem === null
    ? failure(
        input.path,
        'no format was recognised',
        `name one with \`format:\` or --format: ${names(ADAPTERS)}`,
      )
    : failure(input.path, `it begins like JSON, but ${problem}`, 'write it again with the tool')
}

function read(adapter: Adapter, input: Input, problem: string | null): ResultFile {
  try {
    return adapter.read(input)
  } catch (error) {
    // "It is no JSON" is not the whole truth about a truncated file.
    if (error instanceof UserError && problem !== null && !error.message.includes(problem))
      throw new UserError('results', `${error.message}; it begins like JSON, but ${problem}`, error.remedy, {
        cause: error,
      })
    throw error
  }
}

function checkKeys(path: string, benchmarks: readonly IngestedBenchmark[]): void {
  const places = new Map<string, number>()
  for (const [index, { key }] of benchmarks.entries()) {
    const first = places.get(key)
    if (first !== undefined)
      throw failure(
        path,
        `two benchmarks are called ${JSON.stringify(key.slice(0, MAX_KEY))}: ${described(benchmarks, first)} and ${described(benchmarks, index)}`,
        'give every benchmark a name of its own',
      )
    if (key === '' || key.length > MAX_KEY)
      throw failure(
        path,
        `benchmark ${index + 1} has ${key === '' ? 'no name' : `a name of ${key.length} characters`}`,
        `give it a name of at most ${MAX_KEY} characters`,
      )
    places.set(key, index)
  }
}

function described(benchmarks: readonly IngestedBenchmark[], index: number): string {
  const { suite, path, name } = benchmarks[index]!
  const parts = [suite, ...path, name].filter((part) => part !== null)
  return `number ${index + 1} (${JSON.stringify(parts).slice(0, MAX_KEY)})`
}

/** What adapters promise, made sure of once for all of them. */
function sound(benchmark: IngestedBenchmark, warnings: string[]): IngestedBenchmark {
  if (benchmark.status !== 'ok') return { ...benchmark, metrics: [] }
  const metrics = soundMetrics(benchmark.key, benchmark.metrics, warnings)
  return metrics.length > 0
    ? { ...benchmark, metrics }
    : {
        ...benchmark,
        status: 'failed',
        message: benchmark.message ?? 'no usable value was measured',
        metrics,
      }
}

function shortened(warnings: readonly string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return [...warnings]
  return [...warnings.slice(0, MAX_WARNINGS), `and ${warnings.length - MAX_WARNINGS} more warnings`]
}

const names = (adapters: readonly Adapter[]): string => adapters.map(({ name }) => name).join(', ')

function failure(path: string, why: string, remedy: string): UserError {
  return new UserError('results', `cannot read the results in ${path}: ${why}`, remedy)
}
