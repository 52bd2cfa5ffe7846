import { appendFile, stat } from 'node:fs/promises'

/** What the runner takes of one step; of a larger file it takes nothing. */
const LIMIT_BYTES = 1024 * 1024

/**
 * Adds Markdown to the job's summary. `no-summary`: this runner has none; `full`: together with what the step
 * wrote before it would be too large, and was left out.
 */
export async function appendSummary(
  env: NodeJS.ProcessEnv,
  markdown: string,
): Promise<'written' | 'no-summary' | 'full'> {
  const file = env['GITHUB_STEP_SUMMARY']
  if (!file) return 'no-summary'
  const present = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return { size: 0 }
    throw error
  })
  const addition = `${present.size > 0 ? '\n' : ''}${markdown.toWellFormed()}\n`
  if (present.size + Buffer.byteLength(addition) > LIMIT_BYTES) return 'full'
  await appendFile(file, addition)
  return 'written'
}
