import { UserError } from '../errors.ts'
import { didYouMean } from '../model/nearest-names.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Adapter, Input } from './adapter.ts'
import { type JsonPiece, jsonPieces, lineAt } from './forms/embedded-json.ts'
import { isRecord } from './forms/json.ts'
import { parseJsonText } from './forms/json-text.ts'
import { otherOutput } from './other-outputs.ts'
import { MAX_BYTES, type RawInput, decode } from './raw-input.ts'
import { nothingMeasured, refusal } from './refusal.ts'
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
  const given = inputOf(raw, format)
  const { adapter, part, whereabouts, problem } = format === null ? detected(given) : named(format, given)
  const file = read(adapter, part, problem)
  const warnings = whereabouts === undefined ? file.warnings : [whereabouts(), ...file.warnings]
  return { adapter: adapter.name, file: { ...file, warnings: shortened(warnings) } }
}

interface Given {
  input: Input
  /** Why it is no JSON, where it looks like it. */
  problem: string | null
}

/** Who reads an input, and which part of it. */
interface Reading {
  adapter: Adapter
  part: Input
  /** Where the part stands in the input, unless it is all of it. */
  whereabouts?: () => string
  problem: string | null
}

function inputOf({ path, bytes, files, times = new Map() }: RawInput, format: string | null): Given {
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
  if (text.trim() === '')
    throw nothingMeasured(
      { path },
      'it is empty',
      format === null || format === 'pytest-benchmark' ? EMPTY_FILE : undefined,
    )
  const conflict = conflictIn(text)
  if (conflict !== null)
    throw refusal(
      { path },
      `it holds a merge conflict, which begins in line ${conflict}`,
      'resolve it, or write the file again with the tool',
    )
  const { json, problem } = parseJsonText(text)
  if (isEmpty(json))
    throw nothingMeasured(
      { path },
      `it is an empty ${Array.isArray(json) ? 'list' : 'object'}: nothing was measured`,
    )
  return {
    input: { path, text, json, files: null },
    problem: problem === null ? null : `it begins like JSON, but ${problem}`,
  }
}

/** The line in which git wrote the first of the three marks of a merge conflict; null: not all are there. */
function conflictIn(text: string): number | null {
  const start = text.search(/^<{7} /m)
  const middle = start === -1 ? -1 : text.indexOf('\n=======', start)
  if (middle === -1 || !text.includes('\n>>>>>>> ', middle)) return null
  return lineAt(text, start)
}

const EMPTY_FILE =
  'check that the tool ran to its end; pytest-benchmark leaves an empty file with pytest-xdist (-n) and with --benchmark-disable'

const isEmpty = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && Object.keys(json).length === 0

/** What tools call the list of their results. */
const RESULT_LISTS = ['results', 'benchmarks', 'testResults', 'tasks', 'files']

/** The list in which a tool would have written its results, had there been one; null: there is none. */
function emptyListIn(json: unknown): string | null {
  if (!isRecord(json)) return null
  const isEmptyList = (name: string) => Array.isArray(json[name]) && json[name].length === 0
  return RESULT_LISTS.find(isEmptyList) ?? null
}

function named(format: string, { input, problem }: Given): Reading {
  const adapter = adapterOf(format)
  if (adapter.recognises(input)) return { adapter, part: input, problem }
  const inside = piecesOf(input)
  return (
    onlyPiece([adapter], input, inside.pieces) ?? { adapter, part: input, problem: problem ?? inside.problem }
  )
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

function detected({ input, problem }: Given): Reading {
  const matching = KNOWN.filter((adapter) => adapter.recognises(input))
  const [only, second] = matching
  if (second !== undefined) throw ambiguous(input, matching)
  const whole = only ?? (LAST.recognises(input) ? LAST : undefined)
  if (whole !== undefined) return { adapter: whole, part: input, problem }
  const inside = piecesOf(input)
  const piece = onlyPiece(KNOWN, input, inside.pieces) ?? onlyPiece([LAST], input, inside.pieces)
  if (piece !== null) return piece
  const other = otherOutput(input.text)
  if (other !== null) throw refusal(input, other.what, other.instead)
  const empty = emptyListIn(input.json)
  if (empty !== null) throw nothingMeasured(input, `its list \`${empty}\` is empty: nothing was measured`)
  const broken = problem ?? inside.problem
  throw broken === null
    ? refusal(input, 'no format was recognised', `name one with \`format:\` or --format: ${names(ADAPTERS)}`)
    : refusal(input, broken, 'write it again with the tool')
}

const KNOWN = ADAPTERS.filter((adapter) => adapter !== LAST)

const ambiguous = (input: Input, adapters: readonly Adapter[]): UserError =>
  refusal(
    input,
    `it looks like ${names(adapters)}`,
    'say which it is with `format:` in the config or --format',
  )

/** JSON among other lines: a library that prints one when it is loaded does not make a tool unreadable. */
const piecesOf = (input: Input) =>
  input.files === null && input.json === undefined ? jsonPieces(input.text) : { pieces: [], problem: null }

/** The piece of JSON that one of these adapters knows; throws where there are several. */
function onlyPiece(adapters: readonly Adapter[], input: Input, pieces: readonly JsonPiece[]): Reading | null {
  const found = pieces.flatMap(({ text, json, whereabouts }) => {
    const part = { ...input, text, json }
    return adapters
      .filter((adapter) => adapter.recognises(part))
      .map((adapter) => ({ adapter, part, whereabouts, problem: null }))
  })
  const [only, second] = found
  if (only === undefined) return null
  if (second === undefined) return only
  const different = adapters.filter((adapter) => found.some((one) => one.adapter === adapter))
  if (different.length > 1) throw ambiguous(input, different)
  throw refusal(
    input,
    `it holds ${found.length} results of ${only.adapter.name}`,
    'write each into a file of its own',
  )
}

function read(adapter: Adapter, input: Input, problem: string | null): ResultFile {
  try {
    return adapter.read(input)
  } catch (error) {
    // "It is no JSON" is not the whole truth about a truncated file.
    if (error instanceof UserError && problem !== null && !error.message.includes(problem))
      throw new UserError(error.code, `${error.message}; ${problem}`, error.remedy, {
        cause: error,
        topic: error.topic,
      })
    throw error
  }
}

function shortened(warnings: readonly string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return [...warnings]
  return [...warnings.slice(0, MAX_WARNINGS), `and ${warnings.length - MAX_WARNINGS} more warnings`]
}

const names = (adapters: readonly Adapter[]): string => adapters.map(({ name }) => name).join(', ')
