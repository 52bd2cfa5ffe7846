import { forMarkdown } from '../text/for-markdown.ts'
import { type Links, linkTo } from '../text/link.ts'
import { type Words, words } from '../text/outside.ts'
import type { RevisionView } from '../view/revisions.ts'
import type { View } from '../view/view.ts'
import { listLines, sentence } from './elements.ts'

/** Budget changes that a comment lists; the rest are counted. */
const LISTED_CHANGES = 3

/** What every reader sees and no limit cuts: the headline, what it is about, and what the comparison does not promise. */
export function openingOf(view: View, links: Links | null): string {
  const { icon, text } = view.headline
  const facts = [
    forMarkdown(revisions(view), links),
    ...view.facts,
    linkTo('diff', links?.compare),
    linkTo('summary', links?.summary),
  ].filter((fact) => fact !== null)
  return [
    `### ${icon} ${text}${nextStep(view)}\n${facts.join(' · ')}`,
    storedBaselineWords(view, links),
    budgetWords(view),
    view.detectable ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function nextStep({ headline, failing, acceptEntries }: View): string {
  if (headline.kind !== 'over-budget') return ''
  const [them, changes] = failing === 1 ? ['it', 'change'] : ['them', 'changes']
  return ` · fix ${them}, or ${acceptEntries.length > 0 ? `accept the ${changes} below` : 'change the limit'}`
}

function revisions({ command, head, base, isAlone, isOfResults, storedBaseline }: View): Words {
  const change = revisionWords(head, 'Commit')
  if (isAlone && isOfResults) return words`${change} alone`
  if (isAlone) return words`${change}, without a ${command === 'record' ? 'parent' : 'base'}`
  const other =
    storedBaseline === null
      ? revisionWords(base, 'commit')
      : words`the stored run of ${storedBaseline.commit}`
  return words`${change} against ${other}`
}

/** A revision; it begins with a capital where `noun` does. */
function revisionWords({ commit, label, isGenerated, dirty }: RevisionView, noun: string): Words {
  const generated = label !== null && isGenerated ? capitalAs(noun, label.text) : null
  const name = generated ?? label ?? noun
  if (dirty) {
    const tree = label === null ? capitalAs(noun, 'working tree') : name
    return commit === null ? words`${tree}` : words`${tree} on ${commit}`
  }
  if (label === null || isGenerated) return commit === null ? words`${name}` : words`${name} ${commit}`
  return commit === null ? words`${name}` : words`${name} (${commit})`
}

const capitalAs = (noun: string, text: string): string =>
  /^[A-Z]/.test(noun) ? text.charAt(0).toUpperCase() + text.slice(1) : text

function storedBaselineWords(
  { storedBaseline, base, baseName, isOfResults }: View,
  links: Links | null,
): string {
  if (storedBaseline === null) return ''
  const { commit, day, cpu, reason } = storedBaseline
  const machine = forMarkdown(cpu)
  if (isOfResults) {
    return (
      `The stored run is of another job${day === null ? '' : `, from ${day}`}, on ${machine}: ` +
      'not a controlled comparison, so that what changed is at most a warning.'
    )
  }
  const whole = `the stored run of ${forMarkdown(commit, links)}${day === null ? '' : ` from ${day}`} on ${machine}`
  const which = base.commit === null ? '' : ` (${forMarkdown(revisionWords(base, 'commit'), links)})`
  return (
    `⚠️ **${baseName} could not be measured**${which}: ${sentence(forMarkdown(reason))} ` +
    `Compared instead with ${whole}: another job, not a controlled comparison, so at most a warning.`
  )
}

function budgetWords({ budgetChanges }: View): string {
  if (budgetChanges === null) return ''
  const { loosens, text, listed } = budgetChanges
  return [
    `${loosens ? `⚠️ **${text}.**` : `${text}.`} The rows below are judged by base's budgets; the change counts after the merge.`,
    ...listLines(
      listed.map((change) => forMarkdown(change)),
      LISTED_CHANGES,
    ),
  ].join('\n')
}
