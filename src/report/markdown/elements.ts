import { grouped } from '../quantity.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { type Links, linkTo } from '../text/link.ts'
import type { Outside, Words } from '../text/outside.ts'
import { NOTHING } from '../view/change.ts'
import type { Cell, Column } from '../view/columns.ts'
import type { RowView } from '../view/row-view.ts'

/** A GitHub table as its lines: title, rule, then one a row, so that a caller can cut it. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly RowView[],
  links: Links | null = null,
): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(columns.map((c) => c.title)),
    line(columns.map((c) => (c.align === 'right' ? '-:' : '-'))),
    ...rows.map((row) => line(columns.map((c) => cellText(c.cell(row), links)))),
  ]
}

function cellText({ text, isStrong, isFixed, url, beside, below }: Cell, links: Links | null): string {
  const plain = text === null ? NOTHING : forMarkdown(text)
  const fixed = isFixed === true ? `\`${plain}\`` : plain
  const strong = isStrong === true ? `**${fixed}**` : fixed
  const whole = linkTo(strong, links && url?.(links)) ?? strong
  return `${whole}${beside == null ? '' : ` (${beside})`}${below == null ? '' : `<br><sub>${below}</sub>`}`
}

/** Ends what is Markdown already with a full stop. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** A part that opens on demand; both texts are Markdown. */
export const foldedText = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`

/** A list; what is more than `most` is counted. */
export const listOf = (
  items: readonly (string | Outside | Words)[],
  most = Infinity,
  links: Links | null = null,
): string =>
  [
    ...items.slice(0, most).map((item) => `- ${forMarkdown(item, links)}`),
    ...(items.length > most ? [`- and ${grouped(items.length - most)} more`] : []),
  ].join('\n')

/** Parts of Markdown with an empty line between them; those that have nothing to say are left out. */
export const paragraphs = (parts: readonly (string | null)[], between = '\n\n'): string =>
  parts.filter((part) => part !== null && part !== '').join(between)
