import { access, constants, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../errors.ts'
import { replaceFile } from '../files/replace-file.ts'
import { Git } from '../git/git.ts'
import { type Assessment, type Report, reportSchema } from '../model/assessment.ts'
import { nestsDeeper } from '../model/json-depth.ts'
import { forMessage } from '../report/text/for-message.ts'
import { renderJson } from '../report/json.ts'

/** Of a report: 20,000 rows take less. */
const MAX_BYTES = 64 * 1024 * 1024
const MAX_DEPTH = 12
/** For one command on a few files. */
const GIT_LIMIT_MS = 60_000

const gitIn = (project: string): Git =>
  new Git(project, process.env, {
    signal: new AbortController().signal,
    remainingMs: () => GIT_LIMIT_MS,
    timeRemedy: 'Try again.',
  })

/**
 * Where `check` keeps the last report of a project: among the files of git itself, which no commit holds and
 * no checkout shows. Null outside of a repository.
 */
async function placeOfReport(project: string): Promise<string | null> {
  const git = gitIn(project)
  const prefix = await git.maybe('rev-parse', '--show-prefix')
  const place = join('benchgate', prefix ?? '', 'report.json')
  return prefix === null ? null : git.maybe('rev-parse', '--path-format=absolute', '--git-path', place)
}

/** The commit that is checked out; null where there is none. */
export const headOf = (project: string): Promise<string | null> =>
  gitIn(project).maybe('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')

/** Keeps the report of a check for `accept`, which says so where there is none. */
export async function keepReport(project: string, assessment: Assessment): Promise<void> {
  const text = renderJson(assessment)
  if (Buffer.byteLength(text) > MAX_BYTES) return
  try {
    const place = await placeOfReport(project)
    if (place !== null) await replaceFile(place, text, { otherwise: 'go without it' })
  } catch {
    // What was measured is reported already, and `accept` takes a report from elsewhere.
  }
}

/** The report that `check` kept, and what it is called; a UserError where there is none to read. */
export async function readKeptReport(project: string): Promise<Report> {
  const place = await placeOfReport(project)
  if (place === null) throw noReport('a check keeps it in the git repository, and this is not one')
  const there = await access(place).then(
    () => true,
    () => false,
  )
  if (there) return readReport(place)
  throw noReport((await isWritable(dirname(place))) ? null : `${dirname(place)} cannot be written to`)
}

const noReport = (why: string | null): UserError =>
  new UserError(
    'results',
    `There is no report of a check here${why === null ? '' : `: ${why}`}`,
    'Run `benchgate check` first, or give --from report.json or --up-to 20%.',
  )

/** Whether a folder, or the nearest one above it that is there, takes files. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK)
    return true
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return isMissing && dirname(folder) !== folder && isWritable(dirname(folder))
  }
}

/** Reads a `report.json`, of this machine or of another. */
export async function readReport(file: string): Promise<Report> {
  const refuse = (why: string, cause?: unknown) =>
    new UserError('results', `${file} ${why}`, REMEDY, { cause })
  const text = await textOf(file, refuse)
  if (nestsDeeper(text, MAX_DEPTH)) throw refuse('is nested deeper than any report')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw refuse(`is not JSON: ${forMessage((cause as Error).message)}`, cause)
  }
  if (typeof value !== 'object' || value === null || !('rows' in value))
    throw refuse('is not a report: it has no rows')
  if ('schema' in value && value.schema !== 1)
    throw refuse(
      `is a report of another version of Benchgate (schema ${forMessage(JSON.stringify(value.schema))})`,
    )
  const { data, error } = reportSchema.safeParse(value)
  if (data !== undefined) return data
  throw refuse(`is not a report that this version of Benchgate reads: ${issueText(error.issues[0])}`, error)
}

const REMEDY =
  'Give a file that `benchgate check --json` wrote, or the one that the output `report-json` of the action names.'

const issueText = (issue: { path: PropertyKey[]; message: string } | undefined): string =>
  issue === undefined
    ? 'it has another form'
    : `${forMessage(issue.path.join('.')) || 'its top'}: ${forMessage(issue.message)}`

async function textOf(file: string, refuse: (why: string, cause?: unknown) => UserError): Promise<string> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const { size } = await handle
        .stat()
        .then((known) => (known.isFile() ? known : Promise.reject(refuse('is not a file'))))
      if (size > MAX_BYTES) throw refuse(`has more than ${MAX_BYTES / 1024 / 1024} MiB`)
      return await handle.readFile('utf8')
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw refuse(code === 'ENOENT' ? 'does not exist' : `cannot be read: ${forMessage(message)}`, error)
  }
}
