import type { Assessment } from '../../model/assessment.ts'
import { headline } from '../view/headline.ts'
import { type MarkdownOptions, renderMarkdown } from '../markdown/markdown.ts'
import { sectionsOf } from '../view/sections.ts'

/** GitHub takes 65,535 characters. */
const LIMIT_BYTES = 65_000

export interface CheckOutput {
  title: string
  /** Markdown. */
  summary: string
  conclusion: 'success' | 'failure' | 'neutral'
}

/** What a check run says: neutral, which holds nothing up, where there are only warnings or noise. */
export function checkOutput(
  a: Assessment,
  { configFile = null, links = null }: Pick<MarkdownOptions, 'configFile' | 'links'> = {},
): CheckOutput {
  const { kind, text } = headline(a, sectionsOf(a))
  const failed = a.outcome === 'fail' || kind === 'over-budget' || kind === 'did-not-run'
  const open = a.outcome === 'warn' || kind === 'warnings' || kind === 'noisy'
  return {
    title: text,
    summary: renderMarkdown(a, { limitBytes: LIMIT_BYTES, configFile, key: null, links }),
    conclusion: failed ? 'failure' : open ? 'neutral' : 'success',
  }
}
