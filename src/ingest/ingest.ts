import { UserError } from '../errors.ts'
import { didYouMean } from '../model/nearest-names.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Adapter, Input } from './adapter.ts'
import { parseJsonText } from './forms/json-text.ts'
import { otherOutput } from './other-outputs.ts'
import { MAX_BYTES, type RawInput, decode } from './raw-input.ts'
import { refusal } from './refusal.ts'
import { ADAPTERS, LAST } from './registry.ts'

const MAX_WARNINGS = 100

/**
 * What a tool's output says. An explicit format wins over what the content looks like; without one exactly
 * one adapter has to know it. Throws a UserError ('results') that names the file, what is wrong with it, and
 * the formats in question.
 */
export const ingest = (raw: RawInput, format: string | null): ResultFile => understand(raw, format).file

/** What a tool's output says, with the name of the adapter that read it. */
export function understand(raw: RawInput, format: string | null): { adapter: string; file: ResultFile } {
  const { input, problem } = inputOf(raw)
  const adapter = format === null ? detected(input, problem) : adapterOf(format)
  const file = read(adapter, input, problem)
  return { adapter: adapter.name, file: { ...file, warnings: shortened(file.warnings) } }
}

function inputOf({ path, bytes, files, times = new Map() }: RawInput): {
  input: Input
  problem: string | null
} {
  if (files !== null) {
    if (files.size === 0)
      throw refusal({ path }, 'the directory holds no text file', 'name the one that the tool wrote')
    return { input: { path, text: '', json: undefined, files, times }, problem: null }
  }
  if (bytes.length > MAX_BYTES)
    throw refusal(
      { path },
      `it is larger than ${MAX_BYTES / 2 ** 20} MiB`,
      'write a summary instead of every sample',
    )
  const text = decode(bytes)
  if (text === null) throw refusal({ path }, 'it is no text', 'name the file that the tool wrote, unpacked')
  if (text.trim() === '') throw refusal({ path }, 'it is empty', 'check that the tool ran to its end')
  const { json, problem } = parseJsonText(text)
  return { input: { path, text, json, files: null }, problem }
}

function adapterOf(format: string): Adapter {
  const found = ADAPTERS.find(({ name }) => name === format)
  if (found !== undefined) return found
  const near = didYouMean(
    format,
    ADAPTERS.map(({ name }) => name),
  )
  throw new UserError(
    'results',
    `there is no format ${JSON.stringify(format.slice(0, 100))}`,
    near === null
      ? `the formats are ${names(ADAPTERS)}`
      : `did you mean ${near}? The formats are ${names(ADAPTERS)}`,
  )
}

function detected(input: Input, problem: string | null): Adapter {
  const matching = ADAPTERS.filter((adapter) => adapter !== LAST && adapter.recognises(input))
  const [only, second] = matching
  if (second !== undefined)
    throw refusal(
      input,
      `it looks like ${names(matching)}`,
      'say which it is with `format:` in the config or --format',
    )
  if (only !== undefined) return only
  if (LAST.recognises(input)) return LAST
  const other = otherOutput(input.text)
  if (other !== null) throw refusal(input, `it is ${other.tool}`, other.instead)
  throw problem === null
    ? refusal(input, 'no format was recognised', `name one with \`format:\` or --format: ${names(ADAPTERS)}`)
    : refusal(input, `it begins like JSON, but ${problem}`, 'write it again with the tool')
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

function shortened(warnings: readonly string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return [...warnings]
  return [...warnings.slice(0, MAX_WARNINGS), `and ${warnings.length - MAX_WARNINGS} more warnings`]
}

const names = (adapters: readonly Adapter[]): string => adapters.map(({ name }) => name).join(', ')
