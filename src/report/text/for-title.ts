import { shorten, shortName } from './one-line.ts'
import { type Outside, shortSha, type Words, written } from './outside.ts'

const MAX_CELLS = 80

/** Words as the title of an issue, which GitHub shows as plain text but for code between backticks. */
export const forTitle = (text: string | Outside | Words): string =>
  written(text, ({ kind, text: one }) =>
    (kind === 'name'
      ? shortName(one, MAX_CELLS)
      : shorten(kind === 'commit' ? shortSha(one) : one.trim(), MAX_CELLS)
    ).replace(/[@#`]|:(?=\w)/g, '$&\u2060'),
  )
