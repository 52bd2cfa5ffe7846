import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Assessment, assessmentSchema } from '../../src/model/assessment.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** Runs the built command line as a user would and returns its JSON report. Throws with its stderr when there is none. */
export function runGate(directory: string, args: readonly string[]): Assessment {
  const result = spawnSync(process.execPath, [cli, ...args, '--json', '-', '--quiet'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!result.stdout.startsWith('{')) throw new Error(`no report from ${args.join(' ')}:\n${result.stderr}`)
  return assessmentSchema.parse(JSON.parse(result.stdout))
}

/** A Markdown table on stdout. */
export function printTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [header, header.map(() => '---'), ...rows]
  process.stdout.write(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`)
}

export const percent = (fraction: number, digits = 1) => `${(100 * fraction).toFixed(digits)} %`

export const median = (values: readonly number[]) => {
  const ascending = [...values].sort((a, b) => a - b)
  return ascending.length === 0
    ? Number.NaN
    : (ascending[ascending.length >> 1]! + ascending[(ascending.length - 1) >> 1]!) / 2
}
