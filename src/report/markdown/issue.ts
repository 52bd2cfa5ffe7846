import { keyText } from '../../model/benchmark.ts'
import type { History, Step, Trend, TrendEvent } from '../../model/trend.ts'
import { formatPair, grouped, percentDigits, plural } from '../quantity.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { forTitle } from '../text/for-title.ts'
import { type Links, linkTo } from '../text/link.ts'
import { type Outside, outside, type Words, words } from '../text/outside.ts'
import { acceptanceOfChange } from '../view/accept.ts'
import { bisectLine } from '../view/bisect-line.ts'
import { directionOfAll, effectWords, intervalWords, worsening } from '../view/change.ts'
import { type Names, namesOf } from '../view/labels.ts'
import { quotation } from '../view/wording.ts'
import { foldedText, listOf, paragraphs, sentence } from './elements.ts'

/** Benchmarks that moved together, commits of the range, and lines that accept: the rest is counted. */
const MAX_MEMBERS = 20
const MAX_COMMITS = 20
const MAX_ACCEPTED = 5
/** GitHub takes 256 characters. */
const MAX_TITLE = 250

export interface IssueOptions {
  configFile: string | null
  links: Links
  /** The branch of the stored runs, and the one that is read there where no flag names another. */
  stored: { branch: string; defaultBranch: string | null }
  /** The page of what differs between two commits. */
  compare: (from: string, to: string) => string
}

/** One benchmark and metric of an event. */
interface Member {
  trend: Trend
  step: Step
}

interface Page extends IssueOptions {
  history: History
  event: TrendEvent
  members: readonly Member[]
  /** The members that still have the regression; all of them where none has. */
  concerned: readonly Member[]
  names: Names
  branch: Outside
}

/** The issue of a change for the worse: its title, and what the history says of it in Markdown. */
export function renderIssue(
  history: History,
  event: TrendEvent,
  options: IssueOptions,
): { title: string; text: string } {
  const all = event.members.map(({ trend, step }) => {
    const of = history.trends[trend]!
    return { trend: of, step: of.steps[step]! }
  })
  // What some of them still have comes first, and is what is spoken of.
  const standing = all.filter(({ step }) => step.standing === 'standing')
  const members = [...standing, ...all.filter((one) => !standing.includes(one))]
  const concerned = standing.length > 0 ? standing : all
  const names = namesOf(history.trends)
  const branch = outside('ref', history.ref.replace(/^refs\/heads\//, ''))
  const page = { ...options, history, event, members, concerned, names, branch }
  const text = paragraphs([
    opening(page),
    endOf(page),
    table(page),
    place(page),
    creep(page),
    ...(event.standing === 'standing' ? whatToDo(page) : []),
  ])
  // GitHub refuses half a character.
  return {
    title: titleOf(page)
      .slice(0, MAX_TITLE)
      .replace(/[\ud800-\udbff]$/, ''),
    text,
  }
}

const changeOf = ({ trend: { better, unit }, step: { change } }: Member) => ({
  better,
  unit,
  effect: Math.expm1(change.log),
  interval: { low: Math.expm1(change.low), high: Math.expm1(change.high), level: 0.95 },
})

/** Who changed, and by how much: of several the largest change. */
function whatChanged({ concerned, names }: Page): { who: Words; change: string } {
  const [largest] = concerned as [Member, ...Member[]]
  const { trend } = largest
  if (concerned.length === 1) {
    const name = outside('name', names.label(trend))
    const who = trend.metric === 'time' ? words`${name}` : words`${name} ${outside('metric', trend.metric)}`
    return { who, change: effectWords(changeOf(largest)) }
  }
  const worst = Math.max(...concerned.map((member) => worsening(changeOf(member))!))
  const { worse } = directionOfAll(concerned.map((member) => member.trend))
  return {
    who: words`${plural(new Set(concerned.map((member) => keyText(member.trend))).size, 'benchmark')}`,
    change: `up to ${percentDigits(worst)} % ${worse}`,
  }
}

function titleOf(page: Page): string {
  const { history, event } = page
  const { who, change } = whatChanged(page)
  const when = event.to - event.from === 1 ? 'since' : 'since about'
  return forTitle(words`${who}: ${change} ${when} ${outside('commit', history.commits[event.at]!.sha)}`)
}

function opening(page: Page): string {
  const { concerned, branch } = page
  const { who, change } = whatChanged(page)
  const interval = concerned.length === 1 ? intervalWords(changeOf(concerned[0]!)) : null
  const range = interval === null ? '' : ` (95 % interval ${interval})`
  const together = concerned.length === 1 ? '' : ' in one step'
  return forMarkdown(
    words`${who} became **${change}**${range} on ${branch}${together}, and the runs recorded since confirm it.`,
  )
}

/** What put an end to it; nothing while it stands. */
function endOf(page: Page): string {
  const { event, members, history, links } = page
  if (event.standing === 'standing') return ''
  if (event.standing === null && event.accepted !== null)
    return `**Accepted**: ${sentence(forMarkdown(outside('sentence', quotation(event.accepted))))} The new level is the normal one from now on.`
  const { trend, step } = members[0]!
  const back = trend.steps.find(({ at, worse }) => at > step.at && worse !== step.worse)
  const where = back === undefined ? '' : words`, at ${commitWords(history, back.at)}`
  return forMarkdown(words`**Fixed** by a later change${where}: at least half of it was taken back.`, links)
}

function commitWords({ commits }: History, at: number): Words {
  const { sha, pull } = commits[at]!
  const commit = outside('commit', sha)
  return pull === null ? words`${commit}` : words`${commit} (${outside('label', `#${pull}`)})`
}

function table({ members, names, links }: Page): string {
  const rows = members.slice(0, MAX_MEMBERS).map((member) => {
    const { trend, step } = member
    const change = changeOf(member)
    const interval = intervalWords(change)
    const name = forMarkdown(outside('name', names.label(trend)))
    const cells = [
      linkTo(name, links.dashboard?.chart(trend, trend.metric)) ?? name,
      forMarkdown(outside('metric', trend.metric)),
      forMarkdown(outside('quantity', formatPair(step.before, step.after, trend.unit))),
      `${effectWords(change)}${interval === null ? '' : ` (${interval})`}${stateOf(step)}`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const more = members.length - rows.length
  return paragraphs(
    [
      ['| Benchmark | Metric | Before → after | Change (95 %) |', '| - | - | -: | -: |', ...rows].join('\n'),
      more > 0 ? `And ${grouped(more)} more.` : '',
    ],
    '\n\n',
  )
}

const stateOf = ({ standing, accepted }: Step): string =>
  standing === 'fixed' ? ', fixed' : accepted === null ? '' : ', accepted'

/** Whether nothing lies between the commits of the range, so that it names the commit. */
const isOneCommit = ({ history: { commits }, event: { from, to } }: Page): boolean =>
  to - from === 1 && commits[to]!.parent === commits[from]!.sha

/** The commits among which it happened. */
function place(page: Page): string {
  const { history, event, links, compare } = page
  const { commits } = history
  const [before, last] = [commits[event.from]!, commits[event.to]!]
  const between = commits.slice(event.from + 1, event.to + 1)
  const items = between.map(({ sha, subject }, i) => {
    const isLikely = event.from + 1 + i === event.at && between.length > 1
    return words`${outside('commit', sha)}: ${outside('sentence', subject)}${isLikely ? ', **most likely**' : ''}`
  })
  const began = event.creptTo === undefined ? 'happened' : 'began'
  if (isOneCommit(page)) return `It ${began} in this commit:\n${listOf(items, 1, links)}`
  const all = linkTo('all commits between them', compare(before.sha, last.sha))
  const range = words`It ${began} after ${commitWords(history, event.from)} and not later than ${outside('commit', last.sha)}`
  return `${forMarkdown(range, links)}${all === null ? '' : ` (${all})`}. Recorded commits in this range:\n${listOf(items, MAX_COMMITS, links)}`
}

/** The line that finds the commit; null where one is named already. */
function lineToFind(page: Page): string | null {
  const { event, history, branch, stored, configFile } = page
  if (isOneCommit(page)) return null
  const ref = branch.text === stored.defaultBranch ? {} : { ref: branch.text }
  return bisectLine(event.id, { key: history.key, branch: stored.branch, ...ref, configFile })
}

/** That a range of commits is only where it began. */
function creep({ history, event: { creptTo }, links }: Page): string {
  if (creptTo === undefined) return ''
  const newest = commitWords(history, creptTo)
  return forMarkdown(
    words`It **creeps**: it continued in small steps up to ${newest}, so no single commit is the cause.`,
    links,
  )
}

function whatToDo(page: Page): string[] {
  const { concerned, names, configFile } = page
  const toFind = lineToFind(page)
  const lines = concerned.slice(0, MAX_ACCEPTED).flatMap((member) => {
    const { trend, step } = member
    const row = {
      ...changeOf(member),
      benchmark: trend.name,
      metric: trend.metric,
      base: { value: step.before, p50: null },
      head: { value: step.after, p50: null },
    }
    const acceptance = acceptanceOfChange(row, names.narrowing(trend))
    return acceptance?.line({ configFile, hasReport: false }) ?? []
  })
  return [
    toFind === null
      ? ''
      : `**To find ${page.event.creptTo === undefined ? 'the commit' : 'where it began'}**, in a clone with the whole history:\n${fenced([toFind])}`,
    lines.length === 0
      ? ''
      : foldedText(
          'To accept it',
          `Replace the … with your reason, run this, commit and push to the branch:\n${fenced(lines)}`,
        ),
    'Each recorded push updates this issue, and closes it when the regression is fixed or accepted. A closed issue is not updated.',
  ]
}

const fenced = (lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n')
