import { forMarkdown } from '../text/for-markdown.ts'
import { type Links, linkTo } from '../text/link.ts'
import { type Words, words } from '../text/outside.ts'
import type { RevisionView } from '../view/revisions.ts'
import type { View } from '../view/view.ts'
import { markerOf } from '../text/marker.ts'
import { listOf, paragraphs, sentence } from './elements.ts'

/** Budget changes that a comment lists; the rest are counted. */
const LISTED_CHANGES = 3

/** The line by which a comment is found again; nothing without a key. */
export const markerLine = (key: string | null): string => (key === null ? '' : `${markerOf(key)}\n`)

/** What no limit cuts: the headline, what it is about, and what the comparison does not promise. */
export function openingOf(view: View, links: Links | null): string {
  const { icon, text } = view.headline
  const facts = [
    forMarkdown(revisions(view), links),
    paragraphs([view.benchmarks, view.comparisons], ', '),
    ...view.counts,
    linkTo('diff', links?.compare),
    linkTo('dashboard', links?.dashboard?.page),
    linkTo('summary', links?.summary),
  ]
  return paragraphs([
    `### ${icon} ${text}${nextStep(view)}\n${paragraphs(facts, ' · ')}`,
    paragraphs([view.statement, view.lenience], ' '),
    storedBaselineWords(view, links),
    budgetWords(view),
    view.detectable,
  ])
}

function nextStep({ headline, failing, acceptances }: View): string {
  if (headline.kind !== 'over-budget') return ''
  const [them, changes] = failing === 1 ? ['it', 'change'] : ['them', 'changes']
  return ` · fix ${them}, or ${acceptances.length > 0 ? `accept the ${changes} below` : 'change the limit'}`
}

function revisions({ command, head, base, isAlone, isOfResults, storedBaseline }: View): Words {
  const change = revisionWords(head, 'Commit')
  if (isAlone && isOfResults) return words`${change} alone`
  if (isAlone) return words`${change}, without a ${command === 'record' ? 'parent' : 'base'}`
  if (storedBaseline !== null)
    return words`${change} against the ${storedBaseline.called} of ${storedBaseline.commit}`
  return words`${change} against ${revisionWords(base, 'commit')}`
}

/** A revision; it begins with a capital where `noun` does. */
function revisionWords({ commit, label, isGenerated, dirty }: RevisionView, noun: string): Words {
  const cased = (text: string) => (/^[A-Z]/.test(noun) ? text.charAt(0).toUpperCase() + text.slice(1) : text)
  const ours =
    label === null ? (dirty ? cased('working tree') : noun) : isGenerated ? cased(label.text) : null
  const name = words`${ours ?? label!}`
  if (commit === null) return name
  if (dirty) return words`${name} on ${commit}`
  return ours === null ? words`${name} (${commit})` : words`${name} ${commit}`
}

function storedBaselineWords(
  { storedBaseline, base, baseName, isOfResults }: View,
  links: Links | null,
): string {
  if (storedBaseline === null) return ''
  const { called, commit, day, cpu, reason } = storedBaseline
  const machine = forMarkdown(cpu)
  const from = day === null ? '' : ` from ${day}`
  if (isOfResults)
    return (
      `The ${called} is of another job${from && `,${from}`}, on ${machine}: ` +
      'not a controlled comparison, so changes only warn.'
    )
  const which = base.commit === null ? '' : ` (${forMarkdown(revisionWords(base, 'commit'), links)})`
  return (
    `⚠️ **${baseName} could not be measured**${which}${reason === null ? '.' : `: ${sentence(forMarkdown(reason))}`} Compared instead with the ` +
    `${called} of ${forMarkdown(commit, links)}${from} on ${machine}: another job, not a controlled comparison, so changes only warn.`
  )
}

function budgetWords({ budgetChanges }: View): string {
  if (budgetChanges === null) return ''
  const { loosens, text, listed } = budgetChanges
  const judged = "The rows below are judged by base's budgets; the change counts after the merge."
  return `${loosens ? `⚠️ **${text}.**` : `${text}.`} ${judged}\n${listOf(listed, LISTED_CHANGES)}`
}
