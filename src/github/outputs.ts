import type { OutputName } from './interface.ts'
import { truncate } from './truncate.ts'

/** GitHub keeps 1 MB of outputs for a job; the two lists share the better part of it. */
const LIST_BYTES = 300 * 1024
const TEXT_CHARACTERS = 10_000

export interface Outputs {
  outcome: 'pass' | 'warn' | 'fail' | 'nothing'
  /** JSON values, the worst first: the list is cut where it gets too long. */
  regressions: readonly unknown[]
  improvements: readonly unknown[]
  summary: string
  /** Absolute paths and addresses; null: there is none. */
  reportJson: string | null
  reportMarkdown: string | null
  commentUrl: string | null
  baseSha: string | null
  /** Absolute path; null: the run was stored, or none was to be. */
  runFile: string | null
}

/** Sets every output of action.yml through `setOutput` of @actions/core, which keeps values from being read as commands. */
export function setOutputs(setOutput: (name: OutputName, value: string) => void, outputs: Outputs): void {
  const values: Record<OutputName, string> = {
    outcome: outputs.outcome,
    regressions: boundedJson(outputs.regressions),
    improvements: boundedJson(outputs.improvements),
    summary: truncate(outputs.summary, TEXT_CHARACTERS),
    'report-json': outputs.reportJson ?? '',
    'report-markdown': outputs.reportMarkdown ?? '',
    'comment-url': outputs.commentUrl ?? '',
    'base-sha': outputs.baseSha ?? '',
    'run-file': outputs.runFile ?? '',
  }
  for (const [name, value] of Object.entries(values)) setOutput(name as OutputName, value)
}

function boundedJson(list: readonly unknown[]): string {
  const parts: string[] = []
  let bytes = 2
  for (const item of list) {
    const part = JSON.stringify(item)
    bytes += Buffer.byteLength(part) + 1
    if (bytes > LIST_BYTES) break
    parts.push(part)
  }
  return `[${parts.join(',')}]`
}
