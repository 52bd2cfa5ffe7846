import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { UserError } from '../../src/errors.ts'
import type { Adapter, Input } from '../../src/ingest/adapter.ts'
import { parseJsonText } from '../../src/ingest/forms/json-text.ts'
import type { IngestedMetric } from '../../src/model/result-file.ts'
import { place } from './place.ts'
import { expectSound, RESULT_CODES } from './reading.ts'
import { FIXTURES, SHARED } from './real-files.ts'

/** A file as an adapter is given it. */
export const inputOf = (text: string, path = 'results'): Input => ({
  path,
  text,
  json: parseJsonText(text).json,
  files: null,
})

/** A directory as an adapter is given it. */
export const directoryOf = (files: Record<string, string>): Input => ({
  path: 'results',
  text: '',
  json: undefined,
  files: new Map(Object.entries(files)),
})

/** A file of `__tests__/fixtures/formats`. */
export const fixture = (tool: string, name: string): string =>
  readFileSync(join(FIXTURES, tool, name), 'utf8')

/** A real file that may not be copied into the project; null where this machine does not have it. */
export function shared(tool: string, name: string): string | null {
  const path = join(SHARED, tool, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** The number that stands for a metric, groups by their means. */
export function centreOf({ data }: IngestedMetric): number {
  if (data.kind === 'summary') return data.centre
  if (data.kind === 'exact') return data.value
  const values = data.groups.flat()
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Values that files break with. */
const POISON = [
  'NaN',
  '-1',
  '1e999',
  'null',
  '""',
  '{}',
  '[]',
  '"__proto__"',
  '\u001b[31m',
  ',',
  '"',
  '\n',
  '0',
  '9'.repeat(400),
]

/** What a number or a string of JSON is replaced by, so that it stays JSON. */
const VALUES = [
  '-1',
  '0',
  '1e999',
  '-1e308',
  'null',
  'true',
  '""',
  '"x"',
  '{}',
  '[]',
  '[null]',
  '"__proto__"',
  '1e-320',
]

/** The text with some of its numbers and strings replaced. */
function withOtherValues(text: string, edits: readonly { at: number; value: string }[]): string {
  const tokens = text.split(/(-?\d[\d.eE+-]*|"[^"\n]*")/)
  for (const { at, value } of edits) {
    const index = 2 * Math.floor((at * (tokens.length - 1)) / 2) + 1
    if (index < tokens.length) tokens[index] = value
  }
  return tokens.join('')
}

const replacement = fc.record({
  at: place,
  value: fc.constantFrom(...VALUES),
})

const edit = fc.record({
  at: place,
  drop: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...POISON), fc.string({ maxLength: 4 })),
})

/** Broken copies of a file give an answer or a UserError of results. */
export function expectAnswerOrUserError(adapter: Adapter, text: string, numRuns = 300): void {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 3 }),
      fc.array(replacement, { maxLength: 4 }),
      fc.boolean(),
      (edits, values, isDirectory) => {
        let broken = withOtherValues(text, values)
        for (const { at, drop, put } of edits) {
          const from = Math.floor(at * broken.length)
          broken = broken.slice(0, from) + put + broken.slice(from + drop)
        }
        const input = isDirectory
          ? directoryOf({ 'machine/result.json': broken, 'x_stats.csv': broken })
          : inputOf(broken)
        try {
          adapter.recognises(input)
          expectSound(adapter.read(input))
        } catch (error) {
          if (!(error instanceof UserError) || !RESULT_CODES.includes(error.code)) throw error
        }
      },
    ),
    { numRuns },
  )
}
