import { styleText } from 'node:util'
import { shorten, shortName } from './one-line.ts'

/** Styles as functions, so that a report without colour is made by the same code. */
export interface Palette {
  bold: (text: string) => string
  dim: (text: string) => string
  red: (text: string) => string
  green: (text: string) => string
  yellow: (text: string) => string
}

type Style = keyof Palette
const STYLES: readonly Style[] = ['bold', 'dim', 'red', 'green', 'yellow']

/** Whether colour is wanted is the caller's to say: the stream, NO_COLOR and the flags are not looked at here. */
export function palette(color: boolean): Palette {
  const style = (name: Style) => (text: string) =>
    color ? styleText(name, text, { validateStream: false }) : text
  return Object.fromEntries(STYLES.map((name) => [name, style(name)])) as unknown as Palette
}

// A CI runner that reads our output obeys `##[command]` anywhere in a line, and `::command::` at its start.
const disarm = (text: string): string => text.replaceAll('##[', '# #[').replace(/^::/, ': :')

/** A benchmark's name that a terminal shows and does not obey, at most `maxCells` wide. */
export const nameText = (name: string, maxCells: number): string => disarm(shortName(name, maxCells))

/** Any other text from outside, likewise. */
export const outsideText = (text: string, maxCells: number): string => disarm(shorten(text.trim(), maxCells))
