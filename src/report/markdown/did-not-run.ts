import { forMarkdown, linesForMarkdown } from '../text/for-markdown.ts'
import { type Links, linkTo } from '../text/link.ts'
import { outside, words } from '../text/outside.ts'
import { REPORTED } from '../view/wording.ts'
import { paragraphs, sentence } from './elements.ts'
import { markerLine } from './opening.ts'

const MAX_LINES = 40

interface FailureOptions {
  /** Whether benchmarks ran, and were measured in something else than what was checked out. */
  hasRun?: boolean
  /** Of the marker that a comment is found again by; null: no marker. */
  key?: string | null
  /** The commit that could not be judged. */
  sha?: string | null
  links?: Links | null
  /** Whether the lines below the first one may repeat what the pull request's own job wrote. */
  reported?: boolean
}

/** What a gate that could not judge is called. */
export const failureTitle = (hasRun: boolean): string =>
  hasRun ? 'The measurements do not count' : 'The benchmarks did not run'

/**
 * What comment, summary and check say of a gate that could not judge: what went wrong and what to do, as a
 * UserError says it. An earlier verdict must not stay in its place.
 */
export function renderFailure(
  { message, remedy }: { message: string; remedy: string },
  { hasRun = false, key = 'default', sha = null, links = null, reported = false }: FailureOptions = {},
): string {
  const [first = '', ...rest] = message.split('\n').filter((line) => line.trim() !== '')
  const shown = linesForMarkdown(rest.slice(0, MAX_LINES))
  if (rest.length > MAX_LINES) shown.push('…')
  const facts = [
    sha === null ? null : forMarkdown(words`Commit ${outside('commit', sha)}`, links),
    `nothing was judged, and what does not ${hasRun ? 'count' : 'run'} does not pass`,
    linkTo('summary', links?.summary),
  ]
  const prose = (text: string) => sentence(forMarkdown(outside('sentence', text)))
  const text = paragraphs([
    `${markerLine(key)}### 💥 ${failureTitle(hasRun)}\n${paragraphs(facts, ' · ')}`,
    `**What happened**: ${prose(first)}`,
    paragraphs([reported && shown.length > 0 ? `**${REPORTED}**` : '', shown.join('<br>\n')], '\n'),
    remedy.trim() === '' ? '' : `**What to do**: ${prose(remedy.replace(/\s+/g, ' '))}`,
  ])
  return `${text}\n`
}
