import type { Assessment, Row } from '../../model/assessment.ts'
import { acceptEntry } from '../view/accept.ts'
import { foldedText, nameCode, phrase, prose, sentence, wordCode } from '../text/for-markdown.ts'
import { needWords } from '../view/need.ts'
import { grouped, plural } from '../quantity.ts'
import type { Sections } from '../view/sections.ts'
import { newWarnings } from '../view/warnings.ts'

const MAX_WARNINGS = 20
const MAX_NOTES = 5
const MAX_PLACES = 5
/** Rows of which the same is said, in one item. */
export const MAX_NAMED = 5
/** From here on, explanations fold away: the table is what must be seen. */
const OPEN_ITEMS = 5

/** What follows the table: why each of `rows` is there, where its budget stands, how to accept it, and warnings. */
export function explanationOf(
  a: Assessment,
  rows: readonly Row[],
  { failing, warned }: Pick<Sections, 'failing' | 'warned'>,
  { maxRows, configFile }: { maxRows: number; configFile: string | null },
): string {
  const items = itemsOf(rows.slice(0, maxRows), maxRows === Infinity ? Infinity : MAX_NAMED, a)
  const entries = failing
    .slice(0, maxRows)
    .map((row) => acceptEntry(row))
    .filter((entry) => entry !== null)
  return [
    items.length > OPEN_ITEMS ? foldedText('About these rows', items.join('\n')) : items.join('\n'),
    budgetPlaces([...failing, ...warned]),
    howToAccept(entries, configFile),
    warningList(a),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** One item for the rows of which the same is said, so that a sentence is read once. Without `a`, what they need stands elsewhere. */
export function itemsOf(rows: readonly Row[], maxNamed: number, a: Assessment | null = null): string[] {
  const explained = rows
    .map((row) => ({ row, said: saidOf(row, a).join(' ') }))
    .filter(({ row, said }) => said !== '' || (row.location !== null && row.severity !== 'pass'))
  return [...Map.groupBy(explained, ({ said }) => said)].map(([said, members]) => {
    const names = members.slice(0, maxNamed).map(({ row }) => nameAndPlace(row))
    const more = members.length > maxNamed ? ` and ${grouped(members.length - maxNamed)} more` : ''
    return `- ${names.join(', ')}${more}${said === '' ? '' : `: ${said}`}`
  })
}

/** What a person needs to know about a row beyond its numbers. */
function saidOf(row: Row, a: Assessment | null): string[] {
  const said = row.notes.slice(0, MAX_NOTES).map((note) => sentence(prose(note)))
  if (row.notes.length > MAX_NOTES) said.push(`And ${plural(row.notes.length - MAX_NOTES, 'more note')}.`)
  if (row.verdict === 'accepted' && row.waiver !== null) {
    const { where, added } = row.waiver
    said.push(`The waiver stands at ${wordCode(where)}${added ? ', **added by this pull request**' : ''}.`)
  }
  if (row.confirmed === true) said.push('Measured again, and it held.')
  if (row.edited) said.push("The benchmark's own code differs between base and head.")
  const need = a && needWords(row, a)
  if (need !== null) said.push(`It needs ${need}.`)
  return said
}

function nameAndPlace({ benchmark, metric, location }: Row): string {
  const name = metric === 'time' ? nameCode(benchmark) : `${nameCode(benchmark)} ${phrase(metric)}`
  return location === null ? name : `${name} (${wordCode(location)})`
}

/** Where the budgets were set that these rows are held against: one line, since most come from a few rules. */
function budgetPlaces(rows: readonly Row[]): string {
  const found = rows.map((row) => row.budget?.where).filter((where) => typeof where === 'string')
  const places = [...new Set(found)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (places.length === 0) return ''
  const shown = places.slice(0, MAX_PLACES).map((where) => wordCode(where))
  const more = places.length > MAX_PLACES ? ` and ${grouped(places.length - MAX_PLACES)} more places` : ''
  return `${places.length === 1 ? 'The budget is' : 'The budgets are'} set at ${shown.join(', ')}${more}.`
}

function howToAccept(entries: readonly string[], configFile: string | null): string {
  if (entries.length === 0) return ''
  const file = wordCode(configFile ?? '.github/benchgate.yml')
  const yaml = [
    '```yaml',
    'accepted: # leave this line out if the file has it',
    ...entries.map((e) => `  ${e}`),
    '```',
  ]
  const text = `**To accept**, add to ${file} with your reason, and commit:`
  return entries.length > OPEN_ITEMS
    ? foldedText(
        `To accept: ${plural(entries.length, 'entry', 'entries')} for the config file`,
        `${text}\n\n${yaml.join('\n')}`,
      )
    : `${text}\n${yaml.join('\n')}`
}

function warningList(a: Assessment): string {
  const warnings = newWarnings(a)
  const lines = warnings.slice(0, MAX_WARNINGS).map((warning) => `- ${prose(warning)}`)
  if (warnings.length > MAX_WARNINGS) lines.push(`- and ${grouped(warnings.length - MAX_WARNINGS)} more`)
  return lines.length === 0 ? '' : `**Warnings**\n${lines.join('\n')}`
}
