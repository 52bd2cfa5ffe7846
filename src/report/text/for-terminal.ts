import { forLog } from './for-log.ts'
import { shorten, shortName } from './one-line.ts'
import { type Outside, type OutsideKind, shortSha, type Words, written } from './outside.ts'

/** How many cells of a screen each kind of text gets. */
type Widths = Readonly<Record<OutsideKind, number>>

const ON_SCREEN: Widths = {
  name: 60,
  ref: 40,
  place: 60,
  commit: 40,
  metric: 40,
  quantity: 60,
  label: 60,
  sentence: 600,
  line: 300,
}

/** An annotation stands alone in a log or beside a diff, where there is room. */
const IN_ANNOTATION: Widths = { ...ON_SCREEN, name: 80, place: 80, metric: 60, quantity: 80 }

/** Words as a terminal shows and does not obey them; every text from outside at most `maxCells` wide. */
export const forTerminal = (text: string | Outside | Words, maxCells?: number): string =>
  written(text, (one) => plain(one, maxCells ?? ON_SCREEN[one.kind]))

/** Words in an annotation, which GitHub shows as plain text. */
export const forAnnotation = (text: string | Outside | Words): string =>
  written(text, (one) => plain(one, IN_ANNOTATION[one.kind]))

function plain({ kind, text }: Outside, maxCells: number): string {
  if (kind === 'name') return forLog(shortName(text, maxCells))
  return outsideText(kind === 'commit' ? shortSha(text) : text, maxCells)
}

/** A text from outside, whatever it is, on one line of a terminal. */
export const outsideText = (text: string, maxCells: number): string => forLog(shorten(text.trim(), maxCells))

/** Lines with parts from outside, such as the message of an error, as a terminal and a log show them. */
export const linesForTerminal = (text: string): string =>
  text
    .split('\n')
    .map((line) => forLog(shorten(line.replaceAll('\t', ' '), Infinity)))
    .join('\n')
