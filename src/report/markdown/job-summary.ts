import type { Assessment } from '../../model/assessment.ts'
import { chartOf } from './mermaid.ts'
import { type MarkdownOptions, renderMarkdown } from './markdown.ts'

/** The job summary: the whole report within 900 KiB, with a chart of the worst row that earlier runs know. */
export function renderSummary(
  a: Assessment,
  { configFile = null, links = null }: MarkdownOptions = {},
): string {
  return renderMarkdown(a, {
    complete: true,
    configFile,
    key: null,
    // It would lead to itself.
    links: links && { ...links, summary: null },
    picture: chartOf(a),
  })
}
