/**
 * What a text from outside is. Each sink has a table of how wide a text of a kind may be there, and how it is
 * written: a name as code, a sentence as prose.
 */
export type OutsideKind =
  | 'name' // A benchmark.
  | 'ref' // A branch, a label, a seed, a level of a budget as somebody wrote it.
  | 'place' // A file, or `file:line`.
  | 'commit' // A full commit id, of which seven characters are shown.
  | 'metric' // Its name.
  | 'quantity' // Numbers with a unit, which is the outside part.
  | 'label' // A processor, a tool, a version.
  | 'sentence' // A note, a reason, an error's message.
  | 'line' // A line of another program's output.

/**
 * A text that a stranger may have written: who proposes a change chooses the names, units and reasons in its
 * report. It is no string, so that it cannot be printed without the function of a sink (`for-markdown.ts`,
 * ...).
 */
export interface Outside {
  readonly kind: OutsideKind
  readonly text: string
}

/** Our own words, with texts from outside between them. */
export type Words = readonly (string | Outside)[]

export const outside = (kind: OutsideKind, text: string): Outside => ({ kind, text })

/** Words by a template: strings and numbers in it are ours. */
export const words = (
  ours: TemplateStringsArray,
  ...between: readonly (string | number | Outside | Words)[]
): Words =>
  ours
    .flatMap((text, i) => {
      const next = between[i] ?? ''
      return typeof next === 'number' ? [text, `${next}`] : [text, ...wordsOf(next)]
    })
    .filter((part) => part !== '')

/** Lists as a sentence does: `a, b, c`. */
export const listed = (parts: readonly (string | Outside | Words)[], separator = ', '): Words =>
  parts.flatMap((part, i) => [...(i === 0 ? [] : [separator]), ...wordsOf(part)])

/** What a sink makes of words, given what it makes of a text from outside. */
export function written(text: string | Outside | Words, write: (outside: Outside) => string): string {
  if (typeof text === 'string') return text
  if ('kind' in text) return write(text)
  return text.map((part) => written(part, write)).join('')
}

const wordsOf = (text: string | Outside | Words): Words =>
  typeof text === 'string' || 'kind' in text ? [text] : text

/** As many characters of a commit id as people read. */
export const shortSha = (sha: string): string => sha.slice(0, 7)
