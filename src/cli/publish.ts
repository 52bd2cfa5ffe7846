import { access, constants, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Assessment } from '../model/assessment.ts'
import { renderJson } from '../report/json.ts'
import { renderMarkdown } from '../report/markdown/markdown.ts'
import { renderTerminal } from '../report/terminal/terminal.ts'

export interface Publication {
  /** Files to write; `-` is stdout. */
  markdown: string | null
  json: string | null
  color: boolean
  width: number
  verbose: boolean
  configFile: string | null
}

/** Refuses a report file that cannot be written before minutes are spent on measuring for it. */
export async function preparePublication({ markdown, json }: Publication): Promise<void> {
  if (markdown === '-' && json === '-') {
    throw new UserError('usage', '--markdown - and --json - both want stdout', 'Send one of them to a file.')
  }
  for (const file of [markdown, json]) {
    if (file === null || file === '-') continue
    const directory = dirname(resolve(file))
    await access(directory, constants.W_OK).catch((cause: unknown) =>
      refuseFile(file, `${directory} is not a directory that is writable`, cause),
    )
    const known = await stat(file).catch(() => null)
    if (known && !known.isFile()) refuseFile(file, 'it is there and is not a file')
    if (known)
      await access(file, constants.W_OK).catch((cause: unknown) => refuseFile(file, 'it is read-only', cause))
  }
}

function refuseFile(file: string, why: string, cause?: unknown): never {
  throw new UserError('usage', `${file} cannot be written: ${why}`, 'Name another file.', { cause })
}

/** Writes what was asked for. Exactly one report goes to stdout: the JSON or Markdown if it was sent there, else the text. */
export async function publish(assessment: Assessment, publication: Publication): Promise<void> {
  const { markdown, json, ...style } = publication
  const reports = [
    { file: markdown, render: () => renderMarkdown(assessment, { configFile: publication.configFile }) },
    { file: json, render: () => renderJson(assessment) },
  ]
  // The text first: a full disk must not cost what was measured.
  const text = renderTerminal(assessment, style)
  const isTaken = reports.some(({ file }) => file === '-')
  ;(isTaken ? process.stderr : process.stdout).write(text)
  for (const { file, render } of reports) {
    if (file === '-') process.stdout.write(render())
    else if (file !== null)
      await writeFile(file, render()).catch((cause: Error) => refuseFile(file, cause.message, cause))
  }
}
