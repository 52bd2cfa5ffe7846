import { nameText } from '../../model/benchmark.ts'
import type { Assessment, Row } from '../../model/assessment.ts'
import { rowText } from '../checks/row-annotations.ts'
import { forAnnotation } from '../text/for-terminal.ts'
import { forXml } from '../text/for-xml.ts'
import { outside, type Outside, type Words } from '../text/outside.ts'
import { keyOfRow, type Names, namesOf } from '../view/labels.ts'
import { rowView } from '../view/row-view.ts'
import { isStopped, isUndecided, sectionOfVerdict } from '../view/sections.ts'
import { STATEMENT } from '../view/wording.ts'

/** What a test can be beside passed, as elements of JUnit's XML. */
type Result = 'error' | 'failure' | 'skipped'

/**
 * The assessment as JUnit XML, in the form that Jenkins and Surefire describe: suites are suites, and each
 * benchmark and metric is a case. It failed where the gate does, with an error where it did not run; it was
 * skipped where nothing was judged. What only warns has passed, and says so in its output.
 */
export function renderJunit(
  a: Assessment,
  { configFile = null }: { configFile?: string | null } = {},
): string {
  const names = namesOf(a.rows.map(keyOfRow))
  const file = configFile ?? '.github/benchgate.yml'
  const suites = [...Map.groupBy(a.rows, ({ suite }) => suite)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    opening('testsuites', {
      name: `benchgate ${a.command}`,
      ...counted(a.rows),
      time: a.summary.seconds.toFixed(3),
    }),
    ...suites.flatMap(([suite, rows]) => [
      `  ${opening('testsuite', { name: outside('place', suite), ...counted(rows), skipped: `${count(rows, 'skipped')}` })}`,
      ...propertiesOf(a).map((line) => `    ${line}`),
      ...rows.flatMap((row) => caseOf(row, a, names, file)).map((line) => `    ${line}`),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

function resultOf(row: Row): Result | null {
  if (row.severity === 'fail') return isStopped(row) ? 'error' : 'failure'
  const isOpen = isStopped(row) || isUndecided(row) || row.verdict === 'new' || row.verdict === 'removed'
  return isOpen ? 'skipped' : null
}

const count = (rows: readonly Row[], result: Result): number =>
  rows.filter((row) => resultOf(row) === result).length

const counted = (rows: readonly Row[]) => ({
  tests: `${rows.length}`,
  failures: `${count(rows, 'failure')}`,
  errors: `${count(rows, 'error')}`,
})

function propertiesOf({ base, head, environment, seed, statedBy }: Assessment): string[] {
  const known: [string, Outside | string | null][] = [
    ['base', base.sha && outside('ref', base.sha)],
    ['head', head.sha && outside('ref', head.sha)],
    ['cpu', outside('label', environment.cpu)],
    ['os', outside('label', environment.os)],
    ['node', outside('label', environment.node)],
    ['seed', outside('ref', seed)],
    ['statement', statedBy === undefined ? null : STATEMENT],
  ]
  return [
    '<properties>',
    ...known.flatMap(([name, value]) =>
      value === null ? [] : [`  ${element('property', { name, value })}`],
    ),
    '</properties>',
  ]
}

function caseOf(row: Row, a: Assessment, names: Names, file: string): string[] {
  const result = resultOf(row)
  const view = rowView(row, sectionOfVerdict(row.verdict), a, names)
  const { title: found, message } = rowText(view, a.statedBy === undefined ? null : STATEMENT, file)
  const title = row.verdict === 'new' || row.verdict === 'removed' ? row.verdict : found
  const said = row.severity === 'warn' ? `Only warns: ${title}\n${message}` : message
  // The schema has no attribute for the place.
  const isFinding = row.severity !== 'pass' && view.location !== null && a.statedBy === undefined
  const text = forXml(isFinding ? `${said}\nThe benchmark is at ${forAnnotation(view.location!)}.` : said)
  return [
    opening('testcase', {
      classname: outside('place', row.suite),
      name: [outside('name', nameText(row.benchmark, row.occurrence)), ' · ', outside('metric', row.metric)],
    }),
    ...(result === null
      ? [`  <system-out>${text}</system-out>`]
      : [`  ${opening(result, { type: row.verdict, message: title })}${text}</${result}>`]),
    '</testcase>',
  ]
}

type Attributes = Readonly<Record<string, string | Outside | Words>>

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${forXml(value)}"`)
    .join('')
const opening = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}>`
const element = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}/>`
