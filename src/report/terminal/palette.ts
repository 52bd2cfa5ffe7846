import { styleText } from 'node:util'

const STYLES = ['bold', 'dim', 'red', 'green', 'yellow'] as const

/** Styles as functions, so that a report without colour is made by the same code. */
export type Palette = Record<(typeof STYLES)[number], (text: string) => string>

/** Whether colour is wanted is the caller's to say: the stream, NO_COLOR and the flags are not looked at here. */
export const palette = (color: boolean): Palette =>
  Object.fromEntries(
    STYLES.map((name) => [
      name,
      (text: string) => (color ? styleText(name, text, { validateStream: false }) : text),
    ]),
  ) as Palette
