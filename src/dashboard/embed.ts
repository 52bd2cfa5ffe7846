import { rounded } from './rounded.ts'

/** JSON whose numbers have five significant digits. */
export const roundedJson = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? rounded(one) : one))

/** JSON within an element `script`: nothing in it ends the element, or begins a comment in it. */
export const forScript = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
