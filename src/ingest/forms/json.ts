import { z } from 'zod'
import type { Input } from '../adapter.ts'
import { refusal } from '../refusal.ts'
import { numeric } from './metrics.ts'

/** Parts of a path that a message shows. */
const SHOWN_STEPS = 8

/**
 * A number of a tool's file, also one in quotes; null or absent where the tool had none, and not finite for
 * what is no number, which is then left out by name.
 */
export const quantity = z
  .unknown()
  .transform((value) => (value == null ? (value as null | undefined) : numeric(value)))
  .optional()

/** Such numbers, by their names. */
export const numbers = <K extends string>(...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, quantity])) as Record<K, typeof quantity>

/** A name or a word: longer ones come from files that were not what they seemed. */
export const text = z.string().max(10_000)

/** Such texts that a tool may leave out, by their names. */
export const texts = <K extends string>(...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, optionalText])) as Record<K, typeof optionalText>

const optionalText = text.nullish()

/** A list whose entries are looked at one by one: what is no number is left out with a warning. */
export const values = z.array(z.unknown()).nullish()

/**
 * The file's JSON, or a part of it, in the shape that a tool writes; throws a UserError that says where it is
 * another.
 */
export function shaped<T>(schema: z.ZodType<T>, input: Input, tool: string, json: unknown = input.json): T {
  if (json === undefined) throw refusal(input, `${tool} writes JSON, and this is none`)
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = deepest(result.error.issues)
  const where = issue.path.slice(0, SHOWN_STEPS).map(step).join('').replace(/^\./, '')
  throw refusal(input, `it is not what ${tool} writes: ${where === '' ? '' : `${where}: `}${issue.message}`)
}

/** True for objects that are neither null nor arrays. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a JSON value holds at a path of keys; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined
  return found
}

// Of a union zod reports every branch; the branch that came furthest is the one that was meant.
function deepest(issues: readonly z.core.$ZodIssue[]): { path: PropertyKey[]; message: string } {
  const [issue] = issues
  if (issue === undefined) return { path: [], message: 'it has another shape' }
  if (issue.code !== 'invalid_union') return { path: [...issue.path], message: issue.message }
  const inner = issue.errors.map(deepest).sort((a, b) => b.path.length - a.path.length)[0]
  return inner === undefined
    ? { path: [...issue.path], message: issue.message }
    : { path: [...issue.path, ...inner.path], message: inner.message }
}

function step(part: PropertyKey): string {
  if (typeof part === 'number') return `[${part}]`
  const name = String(part)
  return /^[\w$-]{1,60}$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 60))}]`
}
