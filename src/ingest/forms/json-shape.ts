import { z } from 'zod'
import { UserError } from '../../errors.ts'
import type { Input } from '../adapter.ts'

/** Parts of a path that a message shows. */
const SHOWN_STEPS = 8

/** A number of a tool's file, also Infinity; null or absent where the tool had none. */
export const quantity = z
  .custom<number | null | undefined>((value) => value == null || typeof value === 'number', {
    error: 'expected a number',
  })
  .optional()

/** The file's JSON in the shape that a tool writes; throws a UserError that says where it is another. */
export function shaped<T>(schema: z.ZodType<T>, input: Input, tool: string): T {
  if (input.json === undefined) throw refusal(input, `${tool} writes JSON, and this is none`)
  const result = schema.safeParse(input.json)
  if (result.success) return result.data
  const issue = deepest(result.error.issues)
  const where = issue.path.slice(0, SHOWN_STEPS).map(step).join('').replace(/^\./, '')
  throw refusal(input, `it is not what ${tool} writes: ${where === '' ? '' : `${where}: `}${issue.message}`)
}

/** The error for a file that cannot be read, and why. */
export function refusal(input: Input, why: string): UserError {
  return new UserError(
    'results',
    `cannot read the results in ${input.path}: ${why}`,
    'look at the file, write it again with the tool, or name its format',
  )
}

/** True for objects that are neither null nor arrays. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
