import type { RunnerFiles } from './runner-files.ts'

/** What the runner takes of one step; of a larger file it takes nothing. */
const LIMIT_BYTES = 1024 * 1024

/**
 * Adds Markdown to the job's summary. `no-summary`: this runner has none; `full`: together with what the step
 * wrote before it would be too large, and was left out.
 */
export async function appendSummary(
  files: RunnerFiles,
  markdown: string,
): Promise<'written' | 'no-summary' | 'full'> {
  const size = files.size('GITHUB_STEP_SUMMARY')
  if (size === null) return 'no-summary'
  const addition = `${size > 0 ? '\n' : ''}${markdown.toWellFormed()}\n`
  if (size + Buffer.byteLength(addition) > LIMIT_BYTES) return 'full'
  await files.append('GITHUB_STEP_SUMMARY', addition)
  return 'written'
}
