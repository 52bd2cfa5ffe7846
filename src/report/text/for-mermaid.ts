import { shortName } from './one-line.ts'
import { type Outside, type Words, written } from './outside.ts'

const MAX_CELLS = 50

// Mermaid has no escape for a quote, and reads comments, directives and entities before it looks for texts.

/** Words within a quoted text of Mermaid. */
export const forMermaid = (text: Outside | Words): string =>
  written(text, (one) =>
    shortName(one.text, MAX_CELLS).replace(/[^\p{L}\p{N}\p{M} /_.,:=()[\]+*!?'…-]/gu, '_'),
  )
