import { grouped, plural } from '../quantity.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { type Outside, outside, type Words, words } from '../text/outside.ts'
import type { Acceptance } from '../view/accept.ts'
import type { RowView } from '../view/row-view.ts'
import { rowsOf, type View } from '../view/view.ts'
import { HELD, REPORTED } from '../view/wording.ts'
import { foldedText, listOf, paragraphs, sentence } from './elements.ts'

const MAX_WARNINGS = 20
const MAX_NOTES = 5
const MAX_PLACES = 5
/** Rows that one item names. */
export const MAX_NAMED = 5
/** From here on, explanations fold away: the table is what must be seen. */
const OPEN_ITEMS = 5

/** What follows the table: why each row is there, where its budget is set, how to accept it, warnings. */
export function explanationOf(
  view: View,
  rows: readonly RowView[],
  { maxRows, configFile }: { maxRows: number; configFile: string | null },
): string {
  const items = itemsOf(rows.slice(0, maxRows), maxRows === Infinity ? Infinity : MAX_NAMED)
  const acceptances = view.sections.failing
    .rows()
    .slice(0, maxRows)
    .map((row) => row.acceptance())
    .filter((one) => one !== null)
  return paragraphs([
    items.length > OPEN_ITEMS ? foldedText('About these rows', items.join('\n')) : items.join('\n'),
    budgetPlaces(rowsOf(view, ['failing', 'warned'])),
    howToAccept(acceptances, configFile),
    view.warnings.length === 0 ? '' : `**Warnings**\n${listOf(view.warnings, MAX_WARNINGS)}`,
    reportedPart([...view.reported, ...reportedOf(rows.slice(0, maxRows))]),
  ])
}

/** What the pull request's own job says of rows. */
export const reportedOf = (rows: readonly RowView[]): Words[] =>
  rows.flatMap(({ name, reported }) => reported.slice(0, MAX_NOTES).map((text) => words`${name}: ${text}`))

/** Texts of the pull request's own job, under a heading that says so; nothing where there are none. */
export function reportedPart(texts: readonly (string | Outside | Words)[]): string {
  if (texts.length === 0) return ''
  const list = listOf(texts, MAX_WARNINGS)
  return texts.length > OPEN_ITEMS ? foldedText(REPORTED, list) : `**${REPORTED}**\n${list}`
}

/** One item for all rows with the same explanation, so that a sentence is read once. */
export function itemsOf(
  rows: readonly RowView[],
  maxNamed: number,
  needs: 'here' | 'elsewhere' = 'here',
): string[] {
  const explained = rows
    .map((row) => ({ row, text: explanationOfRow(row, needs) }))
    .filter(({ row, text }) => text !== '' || (row.location !== null && row.severity !== 'pass'))
  return [...Map.groupBy(explained, ({ text }) => text)].map(([text, members]) => {
    const names = members.slice(0, maxNamed).map(({ row }) => nameAndPlace(row))
    const more = members.length > maxNamed ? ` and ${grouped(members.length - maxNamed)} more` : ''
    return `- ${names.join(', ')}${more}${text === '' ? '' : `: ${text}`}`
  })
}

/** What a person needs to know about a row beyond its numbers; what it needs may be shown elsewhere. */
function explanationOfRow(
  { notes, waiver, held, edited, fromHead, need }: RowView,
  needs: 'here' | 'elsewhere',
): string {
  const sentences = notes.slice(0, MAX_NOTES).map((note) => sentence(forMarkdown(note)))
  if (notes.length > MAX_NOTES) sentences.push(`And ${plural(notes.length - MAX_NOTES, 'more note')}.`)
  if (waiver !== null) {
    const { place, added } = waiver
    sentences.push(`The entry is at ${forMarkdown(place)}${added ? ', **added by this pull request**' : ''}.`)
  }
  if (held) sentences.push(HELD)
  if (fromHead) sentences.push('Benchmark from head: both sides ran head’s version of its suite.')
  else if (edited) sentences.push("The benchmark's own code differs between base and head.")
  const needed = needs === 'here' ? need() : null
  if (needed !== null) sentences.push(`It needs ${needed}.`)
  return sentences.join(' ')
}

function nameAndPlace({ name, metric, isTime, location }: RowView): string {
  const whole = isTime ? forMarkdown(name) : `${forMarkdown(name)} ${forMarkdown(metric)}`
  return location === null ? whole : `${whole} (${forMarkdown(location)})`
}

/** Where the budgets of these rows were set: one line, since most come from a few rules. */
function budgetPlaces(rows: readonly RowView[]): string {
  const found = rows.flatMap(({ budgetPlace }) => budgetPlace?.text ?? [])
  const places = [...new Set(found)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (places.length === 0) return ''
  const shown = places.slice(0, MAX_PLACES).map((place) => forMarkdown(outside('place', place)))
  const more = places.length > MAX_PLACES ? ` and ${grouped(places.length - MAX_PLACES)} more places` : ''
  return `${places.length === 1 ? 'The budget is' : 'The budgets are'} set at ${shown.join(', ')}${more}.`
}

/** The lines that accept, where a shell takes them, and the entries that they write. */
function howToAccept(acceptances: readonly Acceptance[], configFile: string | null): string {
  if (acceptances.length === 0) return ''
  const file = forMarkdown(outside('place', configFile ?? '.github/benchgate.yml'))
  const lines = acceptances
    .map(({ line }) => line({ configFile, hasReport: false }))
    .filter((line) => line !== null)
  const yaml = [
    '```yaml',
    'accepted: # omit this line if the file already has it',
    ...acceptances.map(({ entry }) => `  ${entry}`),
    '```',
  ].join('\n')
  const parts =
    lines.length === 0
      ? [`**To accept**, add to ${file} with your reason, and commit:\n${yaml}`]
      : [
          `**To accept**, replace the … with your reason, run this, commit and push:\n${fenced(lines)}`,
          foldedText('or edit the config file yourself', `Add to ${file}, with your reason:\n${yaml}`),
        ]
  if (acceptances.length <= OPEN_ITEMS) return paragraphs(parts)
  return foldedText(`To accept: ${plural(acceptances.length, 'regression')}`, paragraphs(parts))
}

const fenced = (lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n')
