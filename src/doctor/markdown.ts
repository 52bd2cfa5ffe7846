import { paragraphs, sentence } from '../report/markdown/elements.ts'
import { forMarkdown, linesForMarkdown } from '../report/text/for-markdown.ts'
import { outside } from '../report/text/outside.ts'
import type { CheckResult } from './check.ts'
import { folded, type Section, SIGNS, verdictOf } from './section.ts'

/** Lines of one detail, such as the end of what a set-up line printed. */
const MAX_LINES = 40

/** What `doctor --ci` adds to the summary of the job. */
export function renderMarkdown(sections: readonly Section[]): string {
  const { sign, text } = verdictOf(sections)
  return paragraphs([
    `### ${sign} ${text}`,
    ...sections.map((section) => `**${section.title}**\n\n${folded(section).map(itemOf).join('\n')}`),
  ])
}

function itemOf({ status, title, detail, remedy, place }: CheckResult): string {
  const [first = '', ...rest] = detail.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '')
  const lines = [
    `- ${SIGNS[status]} **${title}**: ${prose(first)}`,
    ...linesForMarkdown(rest.slice(0, MAX_LINES)),
    ...(place === null ? [] : [`at ${forMarkdown(outside('place', place))}`]),
    ...(remedy === null ? [] : [`→ ${sentence(prose(remedy))}`]),
  ]
  return lines.join('<br>\n  ')
}

/** A sentence in which parts between backticks are code. */
const prose = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/`([^`]+)`/)
    .map((part, i) => (part === '' ? '' : i % 2 === 1 ? forMarkdown(outside('place', part)) : words(part)))
    .join('')

/** The spaces around a part stand where they stood. */
const words = (part: string): string =>
  part.replace(/^(\s*)([^]*?)(\s*)$/, (_, before: string, inner: string, after: string) =>
    inner === '' ? before : `${before}${forMarkdown(outside('sentence', inner))}${after}`,
  )
