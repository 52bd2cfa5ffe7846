import { rounded } from './rounded.ts'

/**
 * Keys of numbers that are not rounded: sizes of steps and factors, of which a page has few. If they were
 * rounded twice, 6.25 % could be 6.3 % here and 6.2 % in the terminal.
 */
const IN_FULL: ReadonlySet<string> = new Set(['log', 'low', 'high', 'factor'])

/** JSON whose numbers have five significant digits, but for sizes of steps and factors. */
export const roundedJson = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) =>
    typeof one === 'number' && !IN_FULL.has(key) ? rounded(one) : one,
  )

/** JSON within an element `script`: nothing in it ends the element, or begins a comment in it. */
export const forScript = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
