import { formatLevel, formatSeconds, plural } from '../report/quantity.ts'
import {
  type Column,
  indented,
  palette,
  type Palette,
  type Screen,
  tableOf,
  wrap,
} from '../report/terminal/layout.ts'
import { flagForShell } from '../report/text/for-shell.ts'
import { outsideText } from '../report/text/for-terminal.ts'
import { shortSha } from '../report/text/outside.ts'
import { DEFAULT_METRIC, literalTarget } from '../report/view/accept.ts'
import { labelsOf } from '../report/view/labels.ts'
import type { Answer, EndsOf, Searched } from './bisect.ts'
import type { Judged } from './search.ts'
import type { RangeCommit } from './range.ts'
import { otherChanges, outcomeOfEnds, ownChange, suspects } from './view.ts'
import { changeParts, changeText, levelText } from './words.ts'

const MAX_NAME = 60
const MAX_REF = 40
const MAX_SUBJECT = 72
const MIN_SUBJECT = 16
const MAX_REASON = 120
/** Commits, or benchmarks, of one list. */
const MAX_LISTED = 10

/** What `bisect` prints. */
export function renderTerminal(answer: Answer, { color, width }: Screen): string {
  const p = palette(color)
  const { range } = answer
  const { good, bad, commits, empty, labels } = range
  const end = (label: string, sha: string): string =>
    sha.startsWith(label) ? shortSha(sha) : `${outsideText(label, MAX_REF)} (${shortSha(sha)})`
  const count = plural(commits.length - 1 + empty, 'commit')
  const parts = [
    [p.bold(`benchgate bisect · ${end(labels.good, good)} → ${end(labels.bad, bad)} · ${count}`)],
    ...(answer.kind === 'same' ? [sameEnds(answer)] : searched(answer, { width, p })),
    [p.dim(effortOf(answer))],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function effortOf(answer: Answer): string {
  const measured = answer.kind === 'same' ? 0 : answer.judged.length
  const reused = answer.reused === 0 ? '' : `, ${answer.reused} of them in an earlier run`
  return `${plural(measured + 2, 'commit')} measured in ${formatSeconds(answer.seconds)}${reused}.`
}

function sameEnds({ ends, least, range }: Extract<Answer, { kind: 'same' }>): string[] {
  const between = `between ${shortSha(range.good)} and ${shortSha(range.bad)}`
  const outcome = outcomeOfEnds(ends)
  const verdict =
    outcome === 'same'
      ? `No change of ${formatLevel(least)} or more ${between}:`
      : `No change was found ${between}, and one of ${formatLevel(least)} or more is not ruled out:`
  const advice =
    outcome === 'same' ? [] : ['', 'Raise measure.time-per-benchmark, or measure on a quieter machine.']
  return [verdict, ...listed(ends, lineOfEnds(ends)), ...advice]
}

function lineOfEnds(ends: readonly EndsOf[]) {
  const label = labelsOf(ends.map(({ subject }) => subject))
  return ({ subject, change, decision }: EndsOf): string => {
    const open = decision === 'open' ? ', undecided' : ''
    return `${outsideText(label(subject), MAX_NAME)}  ${changeText(subject.metric, change)}${open}`
  }
}

/** Lines of a list that may be long. */
function listed<T>(items: readonly T[], line: (item: T) => string): string[] {
  const more = items.length - MAX_LISTED
  return indented([...items.slice(0, MAX_LISTED).map(line), ...(more > 0 ? [`and ${more} more`] : [])])
}

function searched(answer: Searched, o: { width: number; p: Palette }): string[][] {
  const { range, subject, total, skipped } = answer
  const name = outsideText(labelsOf([subject])(subject), MAX_NAME)
  const metric = outsideText(subject.metric.id, MAX_NAME)
  const { commits } = range
  return [
    [
      `${name} (${metric}): ${changeText(subject.metric, total)} from ${shortSha(range.good)} to ${shortSha(range.bad)}`,
    ],
    measuredTable(answer, o),
    verdictOf(answer, o),
    otherLines(answer),
    skipped.length === 0
      ? []
      : [
          `${plural(skipped.length, 'commit')} could not be measured:`,
          ...listed(
            skipped,
            ({ at, reason }) => `${shortSha(commits[at]!.sha)}  ${outsideText(reason, MAX_REASON)}`,
          ),
        ],
  ]
}

/** The measured commits, in the order of the history. */
function measuredTable(
  { judged, range, subject }: Searched,
  { width, p }: { width: number; p: Palette },
): string[] {
  if (judged.length === 0) return []
  const commitAt = ({ at }: Judged) => range.commits[at]!
  const columns: Column<Judged>[] = [
    { title: 'commit', cell: (one) => ({ text: shortSha(commitAt(one).sha) }) },
    {
      title: `change up to ${shortSha(range.bad)}`,
      cell: (one) => ({ text: changeText(subject.metric, one.change) }),
    },
    { title: '', cell: (one) => ({ text: levelText(one.level, range) }) },
  ]
  const rows = judged.toSorted((a, b) => a.at - b.at)
  const room = Math.min(MAX_SUBJECT, width - USUAL_CELLS)
  if (room >= MIN_SUBJECT)
    columns.push({
      title: '',
      cell: (one) => ({ text: outsideText(commitAt(one).subject, room), style: p.dim }),
    })
  return indented(tableOf(columns, rows, p.dim))
}

/** Cells that the other columns usually take. */
const USUAL_CELLS = 70

const called = ({ sha, pull }: RangeCommit): string => `${shortSha(sha)}${pull === null ? '' : ` (#${pull})`}`

function verdictOf(answer: Searched, { width, p }: { width: number; p: Palette }): string[] {
  const { end, range, subject } = answer
  const wrapped = (text: string) => indented(wrap(text, width - 2))
  if (end.kind === 'range') {
    const some = suspects(answer)
    return [
      p.yellow(`? One of these ${plural(some.length, 'commit')}, which could not be told apart:`),
      ...listed(some, (one) => `${called(one)}  ${outsideText(one.subject, MAX_SUBJECT)}`),
    ]
  }
  const commit = range.commits[end.at]!
  const subjectLine = indented([outsideText(commit.subject, Math.max(MIN_SUBJECT, width - 2))])
  const { change, isDirect } = ownChange(answer)
  const { effect, interval } = changeParts(subject.metric, change)
  if (end.kind === 'unconfirmed')
    return [
      p.yellow(`? The search ends at ${called(commit)}, but it is not confirmed to differ from its parent`),
      ...subjectLine,
      ...wrapped(
        `Measured side by side: ${effect} (${interval}). The same command measures the two again; with --restart it measures everything again.`,
      ),
    ]
  const [sign, style] = change.log > 0 ? (['✘', p.red] as const) : (['↑', p.green] as const)
  const id = shortSha(commit.sha)
  return [
    style(p.bold(`${sign} ${called(commit)} is ${effect} than its parent (${interval})`)),
    ...subjectLine,
    ...(isDirect
      ? []
      : wrapped(
          `The two could not be measured side by side, so both were measured against ${shortSha(range.bad)}.`,
        )),
    ...(commit.isMerge
      ? indented(['It is a merge. To search the commits that it brought:', mergeLine(id, subject)])
      : []),
  ]
}

/** The line that searches what a merge brought, by the same benchmark where a shell takes its name. */
function mergeLine(merge: string, { name, metric }: Searched['subject']): string {
  const glob = literalTarget({ match: name })?.match
  const flags = [
    glob === undefined ? null : flagForShell('benchmark', glob),
    metric.id === DEFAULT_METRIC ? null : flagForShell('metric', metric.id),
  ].filter((flag) => flag !== null)
  return ['benchgate bisect', `$(git merge-base ${merge}^1 ${merge}^2)`, `${merge}^2`, ...flags].join(' ')
}

/** The step is spread, or there are others. */
function otherLines(answer: Searched): string[] {
  const others = otherChanges(answer)
  if (others.length === 0) return []
  return [
    'Other commits of the range changed it too:',
    ...indented(
      others.map(
        ({ from, to, change }) =>
          `after ${shortSha(from.sha)}, up to ${shortSha(to.sha)}: ${changeText(answer.subject.metric, change)}`,
      ),
    ),
  ]
}
