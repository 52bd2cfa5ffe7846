import { indented, palette, type Palette, type Screen, wrap } from '../report/terminal/layout.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import type { CheckResult } from './check.ts'
import { folded, type Section, SIGNS, verdictOf } from './section.ts'

/** `  ✔ `, and the gap behind a title. */
const SIGN_CELLS = 4
const GAP = 2
/** Longer titles would leave their text too few cells: it stands below them. */
const MAX_TITLE = 24

/** What `doctor` prints. */
export function renderTerminal(sections: readonly Section[], { color, width }: Screen): string {
  const p = palette(color)
  const styles = { ok: p.green, warning: p.yellow, failure: p.red, skipped: p.dim }
  const verdict = verdictOf(sections)
  return [
    ...sections.flatMap((section) => {
      const results = folded(section)
      const titleCells = Math.max(0, ...results.map(({ title }) => title.length))
      const isBeside = titleCells <= MAX_TITLE
      return [
        p.bold(section.title),
        ...results.flatMap((result, i) => {
          // Of several results of one check the first has the title.
          const name = result.id === results[i - 1]?.id ? '' : result.title
          const sign = `  ${styles[result.status](SIGNS[result.status])}`
          if (!isBeside)
            return [
              `${sign} ${result.title}`,
              ...indented(linesOf(result, width - SIGN_CELLS, p), SIGN_CELLS),
            ]
          const head = `${sign} ${name.padEnd(titleCells + GAP)}`
          const indent = SIGN_CELLS + titleCells + GAP
          const [first = '', ...rest] = linesOf(result, width - indent, p)
          return [`${head}${first}`, ...indented(rest, indent)]
        }),
        '',
      ]
    }),
    `${verdict.sign} ${verdict.text}.`,
    '',
  ].join('\n')
}

function linesOf({ status, detail, remedy, place }: CheckResult, width: number, p: Palette): string[] {
  const wrapped = (text: string) =>
    linesForTerminal(text)
      .split('\n')
      .flatMap((line) => wrap(line, width))
  const said = wrapped(detail)
  return [
    ...(status === 'skipped' ? said.map(p.dim) : said),
    ...(place === null ? [] : [p.dim(`at ${linesForTerminal(place)}`)]),
    ...(remedy === null ? [] : wrapped(`→ ${remedy}`)),
  ]
}
