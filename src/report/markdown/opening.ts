import type { Assessment, BudgetChange, Revision } from '../../model/assessment.ts'
import { acceptEntry } from '../view/accept.ts'
import { budgetChangeSummary, budgetChangeWords } from '../view/budget-changes.ts'
import { tally } from '../view/counts.ts'
import { type Headline, headline } from '../view/headline.ts'
import { commitLink, type Links, linkTo } from './link.ts'
import { nameCode, prose, sentence, wordCode } from '../text/for-markdown.ts'
import { detectableWords } from '../view/how-measured.ts'
import { grouped } from '../quantity.ts'
import { benchmarksIn, type Sections } from '../view/sections.ts'
import { baseName, formatDate, isAlone, isGenerated, revisionParts, shortSha } from '../view/revisions.ts'

/** Budget changes that a comment lists; the rest are counted. */
const LISTED_CHANGES = 3

/** What every reader sees and no limit cuts: the headline, what it is about, and what the comparison does not promise. */
export function openingOf(a: Assessment, s: Sections, links: Links | null): string {
  const head = headline(a, s)
  const facts = [
    subject(a, links),
    ...tally(a, s),
    linkTo('diff', links?.compare),
    linkTo('summary', links?.summary),
  ].filter((fact) => fact !== null)
  return [
    `### ${head.icon} ${head.text}${nextStep(head, s)}\n${facts.join(' · ')}`,
    standInWords(a, links),
    budgetWords(a),
    detectableWords(a) ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function nextStep({ kind }: Headline, { failing }: Sections): string {
  if (kind !== 'over-budget') return ''
  const one = benchmarksIn(failing) === 1
  const fix = one ? 'fix it' : 'fix them'
  const acceptable = failing.some((row) => acceptEntry(row) !== null)
  return ` · ${fix}, or ${acceptable ? `accept the ${one ? 'change' : 'changes'} below` : 'change the limit'}`
}

function subject(a: Assessment, links: Links | null): string {
  const head = capital(revisionText(a.head, 'Commit', links))
  if (isAlone(a) && a.results !== null) return `${head} alone`
  if (isAlone(a)) return `${head}, without a ${a.command === 'record' ? 'parent' : 'base'}`
  const base =
    a.standIn === null ? revisionText(a.base, 'commit', links) : storedRunText(a.standIn.sha, links)
  return `${head} against ${base}`
}

const storedRunText = (sha: string, links: Links | null): string =>
  `the stored run of ${commitLink(wordCode(shortSha(sha)), sha, links)}`

function revisionText(revision: Revision, noun: string, links: Links | null): string {
  const { sha, label, dirty } = revisionParts(revision)
  const name = label === null ? noun : isGenerated(label) ? prose(label) : wordCode(label)
  const commit = sha === null ? '' : commitLink(wordCode(sha), revision.sha, links)
  if (dirty) return `${label === null ? 'working tree' : name}${commit === '' ? '' : ` on ${commit}`}`
  if (label === null || isGenerated(label)) return `${name} ${commit}`.trim()
  return commit === '' ? name : `${name} (${commit})`
}

const capital = (text: string): string =>
  /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text

function standInWords(a: Assessment, links: Links | null): string {
  const { standIn } = a
  if (standIn === null) return ''
  const { sha, recordedAt, cpu, reason } = standIn
  const day = formatDate(recordedAt, 'day')
  if (a.results !== null) {
    return (
      `The stored run is of another job${day === null ? '' : `, from ${day}`}, on ${prose(cpu)}: ` +
      'not a controlled comparison, so that what changed is at most a warning.'
    )
  }
  const whole = `${storedRunText(sha, links)}${day === null ? '' : ` from ${day}`} on ${prose(cpu)}`
  const which = a.base.sha === null ? '' : ` (${revisionText(a.base, 'commit', links)})`
  return (
    `⚠️ **${baseName(a)} could not be measured**${which}: ${sentence(prose(reason))} ` +
    `Compared instead with ${whole}: another job, not a controlled comparison, so at most a warning.`
  )
}

/** What the change does to the budgets. What it loosens is what its reviewers have to agree to. */
function budgetWords(a: Assessment): string {
  const found = budgetChangeSummary(a)
  if (found === null) return ''
  const { loosens, text, listed, others } = found
  const shown = listed.slice(0, LISTED_CHANGES).map((change) => `- ${changeText(change)}`)
  if (listed.length > LISTED_CHANGES) shown.push(`- and ${grouped(listed.length - LISTED_CHANGES)} more`)
  const whole = others === null ? text : `${text}, ${others}`
  return [
    `${loosens ? `⚠️ **${whole}.**` : `${whole}.`} The rows below are judged by base's budgets; the change counts after the merge.`,
    ...shown,
  ].join('\n')
}

export const changeText = (change: BudgetChange): string =>
  budgetChangeWords(change, { name: nameCode, metric: prose, word: wordCode })
