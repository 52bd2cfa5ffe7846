import { randomUUID } from 'node:crypto'
import type { RunnerFiles } from './runner-files.ts'
import { truncate } from './truncate.ts'

/** GitHub keeps 1 MB of outputs for a job; the two lists share the better part of it. */
const LIST_BYTES = 300 * 1024
const TEXT_CHARACTERS = 10_000

/** The outputs of the action. action.yml and the table in docs/reference.md are generated from here. */
export const OUTPUTS = {
  outcome: { description: 'pass, warn or fail; nothing if there was nothing to do.' },
  regressions: { description: 'The benchmarks that got worse beyond their budget, as a JSON array.' },
  improvements: { description: 'The benchmarks that got better, as a JSON array.' },
  summary: { description: 'The headline of the report, on one line.' },
  'report-json': { description: 'Path of the report as JSON.' },
  'report-markdown': { description: 'Path of the report as Markdown.' },
  'report-junit': { description: 'Path of the report as JUnit XML.' },
  'report-openmetrics': {
    description: 'Path of the report as OpenMetrics, for node_exporter or Prometheus.',
  },
  'comment-url': { description: 'The comment on the pull request, if there is one.' },
  'base-sha': { description: 'The commit that was measured against.' },
  dashboard: { description: 'Path of the dashboard, if one was written.' },
  'run-file': { description: 'Path of the recorded run, if it could not be stored on the branch.' },
} as const satisfies Record<string, { description: string }>

type OutputName = keyof typeof OUTPUTS

/** Lists begin with the worst and are cut where they get too long; null or left out: there is none. */
export type Outputs = Record<'regressions' | 'improvements', readonly unknown[]> &
  Record<'outcome' | 'summary', string> &
  Partial<Record<OutputName, string | readonly unknown[] | null | undefined>>

/** Sets every output. */
export async function setOutputs(files: RunnerFiles, outputs: Outputs): Promise<void> {
  const assigned = (Object.keys(OUTPUTS) as OutputName[]).map((name) => {
    const value = outputs[name] ?? ''
    return assignment(name, typeof value === 'string' ? truncate(value, TEXT_CHARACTERS) : boundedJson(value))
  })
  await files.append('GITHUB_OUTPUT', assigned.join(''))
}

/** Sets the outcome of a step that had nothing to do; the other outputs stay empty. */
export const setNothing = (files: RunnerFiles): Promise<void> =>
  files.append('GITHUB_OUTPUT', assignment('outcome', 'nothing'))

/**
 * An output as the runner reads it: up to a word that no value holds. @actions/core writes the same, but into
 * whatever lies at the file's path by then.
 */
function assignment(name: OutputName, value: string): string {
  const end = `benchgate_${randomUUID()}`
  return `${name}<<${end}\n${value}\n${end}\n`
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
