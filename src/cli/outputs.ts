import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { writeText } from '../files/explain-disk.ts'
import { UserError } from '../errors.ts'
import type { Assessment } from '../model/assessment.ts'
import { renderJunit } from '../report/exports/junit.ts'
import { renderOpenMetrics } from '../report/exports/openmetrics.ts'
import { renderJson } from '../report/json.ts'
import { renderMarkdown } from '../report/markdown/markdown.ts'
import type { Screen } from '../report/terminal/layout.ts'
import { renderTerminal } from '../report/terminal/terminal.ts'
import type { GateFlags } from './flags.ts'

/** What a report is written as beside its text, by the flag that names the file. */
export const FORMS = {
  markdown: { called: 'Markdown', render: (a, configFile) => renderMarkdown(a, { configFile }) },
  json: { called: 'JSON', render: (a) => renderJson(a) },
  junit: { called: 'JUnit XML', render: (a, configFile) => renderJunit(a, { configFile }) },
  openmetrics: { called: 'OpenMetrics', render: (a) => renderOpenMetrics(a) },
} as const satisfies Record<
  string,
  { called: string; render: (a: Assessment, configFile: string | null) => string }
>
/** What the files are called that commands write beside their text, by the flag that names the file. */
export const FILES = { ...FORMS, csv: { called: 'CSV' } }
type Form = keyof typeof FILES
const NAMES = Object.keys(FILES) as Form[]
const REPORTS = Object.keys(FORMS) as (keyof typeof FORMS)[]

/** Files that a command writes beside its text; `-` is stdout. */
export type OutputFlags = Partial<Record<Form, string>>

/** What a command found, in each form that may be asked for. */
type Rendered = { text: string } & Partial<Record<Form, () => string>>

/** Whether a form is sent to stdout, where nothing else may stand then. */
export const takesStdout = (flags: OutputFlags): boolean => NAMES.some((form) => flags[form] === '-')

/** Refuses a file that cannot be written before minutes are spent on measuring for it. */
export async function prepareOutputs(flags: OutputFlags): Promise<void> {
  const [one, other] = NAMES.filter((form) => flags[form] === '-')
  if (other !== undefined) {
    throw new UserError(
      'usage',
      `--${one} - and --${other} - both want stdout`,
      'Send one of them to a file.',
    )
  }
  for (const file of NAMES.map((form) => flags[form])) {
    if (file === undefined || file === '-') continue
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

/**
 * Writes what was asked for. Exactly one form goes to stdout: the one that was sent there, else the text.
 */
export async function writeOutputs(flags: OutputFlags, rendered: Rendered): Promise<void> {
  const files = NAMES.map((form) => ({ file: flags[form], render: rendered[form] }))
  // The text first: a full disk must not cost what was measured.
  ;(takesStdout(flags) ? process.stderr : process.stdout).write(rendered.text)
  for (const { file, render } of files) {
    if (file === undefined || render === undefined) continue
    if (file === '-') process.stdout.write(render())
    else await writeText(file, render(), { otherwise: 'name another file' })
  }
}

/** Writes the report on an assessment. */
export async function writeReport(
  assessment: Assessment,
  flags: GateFlags,
  configFile: string | null,
): Promise<void> {
  const style = { ...terminalStyle(flags), verbose: flags.verbose === true, configFile }
  const forms = REPORTS.map((form) => [form, () => FORMS[form].render(assessment, configFile)] as const)
  await writeOutputs(flags, { text: renderTerminal(assessment, style), ...Object.fromEntries(forms) })
}

/** Colour when a person looks: FORCE_COLOR and NO_COLOR have the last word, as everywhere. */
export function terminalStyle(flags: { color: boolean }): Screen {
  const { stdout } = process
  return { color: useColor(flags), width: stdout.columns || 100, wholeNames: stdout.isTTY !== true }
}

function useColor(flags: { color: boolean }): boolean {
  const { env } = process
  if (!flags.color || env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return process.stdout.isTTY === true
}
