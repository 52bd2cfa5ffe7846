import type { Annotation } from '../../model/annotation.ts'
import type { Assessment } from '../../model/assessment.ts'
import { forAnnotation } from '../text/for-terminal.ts'
import { type Outside, outside, words } from '../text/outside.ts'
import type { Acceptance } from '../view/accept.ts'
import { NOTHING } from '../view/change.ts'
import type { RowView } from '../view/row-view.ts'
import { rowsOf, viewOf } from '../view/view.ts'
import { HELD } from '../view/wording.ts'

/** As many as GitHub's check runs take in four requests. */
const MAX_ANNOTATIONS = 200
const MAX_NOTES = 5
const MAX_PATH = 1_000
/** A place is `file:line`. */
const PLACE = /^(.+):(\d{1,7})$/s

/**
 * One annotation for what a recorded commit lost, one for each row that fails, the worst first, then one for
 * each that warns. `prefix` is the project's path in the repository.
 */
export function annotationsOf(
  a: Assessment,
  { prefix, configFile = null }: { prefix: string; configFile?: string | null },
): Annotation[] {
  const view = viewOf(a)
  const file = configFile ?? '.github/benchgate.yml'
  const rows = rowsOf(view, ['failing', 'warned', 'absent']).map((row): Annotation => ({
    level: row.severity === 'fail' ? 'error' : 'warning',
    ...textsOf(row, view.statement, file),
    ...placeIn(prefix, row.location?.text ?? null),
  }))
  return [...view.lost.map(lostAnnotation), ...rows].slice(0, MAX_ANNOTATIONS)
}

function textsOf(
  row: RowView,
  statement: string | null,
  file: string,
): Pick<Annotation, 'title' | 'message'> {
  const { title, message } = rowText(row, statement, file)
  if (statement !== null) return { title: `Benchmark: ${title}`, message }
  return { title: forAnnotation(words`${row.name}: ${title}`), message }
}

/** What is said of a row that stands alone, as plain text: in a few words, and in full on some lines. */
export const rowText = (row: RowView, statement: string | null, configFile: string) =>
  statement === null
    ? { title: titleOf(row), message: messageOf(row, configFile) }
    : { title: titleOfStated(row), message: messageOfStated(row, statement) }

const lostAnnotation = (sentence: Outside): Annotation => ({
  level: 'warning',
  title: 'Benchmarks lost',
  message: forAnnotation(sentence),
  file: null,
  line: null,
})

function titleOf({ verdict, metric, isTime, change, instead }: RowView): string {
  const name = forAnnotation(metric)
  switch (verdict) {
    case 'over-budget':
      return `${name} over its limit`
    case 'insufficient':
      return `${name} has too little data`
    case 'inconclusive':
      return `${name} undecided`
    default:
      return instead() ?? `${isTime ? '' : `${name} `}${change() ?? NOTHING}`
  }
}

function titleOfStated(row: RowView): string {
  const isOpen =
    row.verdict === 'inconclusive' || row.verdict === 'insufficient' || row.verdict === 'over-budget'
  if (row.isKnown && (isOpen || row.change() !== null)) return titleOf(row)
  return row.instead() ?? row.change() ?? 'to look at'
}

/**
 * Of numbers that are the pull request's own statement. An annotation stands beside the code of this
 * repository and has no heading, so that nothing in it is the job's own but a name in quotes and numbers.
 */
function messageOfStated(row: RowView, statement: string): string {
  const { budgetPlace } = row
  const need = row.need()
  return [
    `${JSON.stringify(forAnnotation(row.name))}: ${row.isKnown ? factsOf(row) : (row.change() ?? 'see the report')}.`,
    ...row.notes.slice(0, MAX_NOTES).map((note) => forAnnotation(note)),
    ...(need === null ? [] : [`It needs ${need}.`]),
    ...(row.held ? [HELD] : []),
    ...(budgetPlace === null ? [] : [`The budget is set at ${forAnnotation(budgetPlace)}.`]),
    statement,
  ].join('\n')
}

function factsOf(row: RowView): string {
  const { metric } = row
  const [values, change, limit] = [row.values(), row.change(), row.limit()]
  const beside = row.beside()
  const interval = row.isExact ? '' : `${row.level} % interval `
  return [
    values === null ? forAnnotation(metric) : forAnnotation(words`${metric} ${values}`),
    ...(change === null ? [] : [`${change}${beside === null ? '' : ` (${interval}${beside})`}`]),
    ...(limit === null ? [] : [`budget ${forAnnotation(limit.words)}`]),
  ].join(', ')
}

function messageOf(row: RowView, configFile: string): string {
  const { budgetPlace } = row
  const need = row.need()
  const acceptance = row.severity === 'fail' ? row.acceptance() : null
  return [
    `${factsOf(row)}.`,
    ...row.notes.slice(0, MAX_NOTES).map((note) => forAnnotation(note)),
    ...(need === null ? [] : [`It needs ${need}.`]),
    ...(row.held ? [HELD] : []),
    ...(budgetPlace === null ? [] : [`The budget is set at ${forAnnotation(budgetPlace)}.`]),
    ...(acceptance === null ? [] : howToAccept(acceptance, configFile)),
  ].join('\n')
}

function howToAccept(acceptance: Acceptance, configFile: string): string[] {
  const { entry } = acceptance
  const line = acceptance.line({ configFile, hasReport: false })
  const byHand = `add to ${forAnnotation(outside('place', configFile))} below "accepted:"`
  if (line === null) return [`To accept, ${byHand}`, entry]
  return ['To accept, with your reason:', line, `or ${byHand}`, entry]
}

/** A row's place as the repository knows it; nothing where it does not lie in the project. */
function placeIn(prefix: string, location: string | null): Pick<Annotation, 'file' | 'line'> {
  const nowhere = { file: null, line: null }
  const [, path = '', line = ''] = PLACE.exec(location ?? '') ?? []
  const parts = path.split('/')
  if (path.length > MAX_PATH || Number(line) < 1 || /[\p{C}\\]/u.test(path)) return nowhere
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return nowhere
  const folders = prefix.split('/').filter((part) => part !== '' && part !== '.')
  return { file: [...folders, ...parts].join('/'), line: Number(line) }
}
