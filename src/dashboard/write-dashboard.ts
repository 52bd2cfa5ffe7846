import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { UserError } from '../errors.ts'
import { explainDisk, writeText } from '../files/explain-disk.ts'
import { isOwnName, makeOwnDirectory, removeOrphans, removeOwnDirectory } from '../files/own-directory.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { History } from '../model/trend.ts'
import { CommitRows } from './commit-rows.ts'
import { type DashboardFacts, type DashboardPart, dashboardParts } from './dashboard.ts'
import { forScript, roundedJson } from './embed.ts'

/** The line of the page in whose place the data stand where the dashboard is one file. */
const DATA = '<!-- benchgate: data -->'
/** The page alone is far smaller. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024

export interface Writing {
  history: History
  facts: DashboardFacts
  /** File of the page that shows it. */
  page: string
  /** What to do beside making room on the disk. */
  otherwise: string
  signal: AbortSignal
}

/** What was written. */
export interface Written {
  files: number
  bytes: number
}

/** Writes the dashboard as one file that a browser opens from the disk: whole, or not at all. */
export async function writeSingle(file: string, writing: Writing): Promise<Written> {
  const [before, after] = await pageAround(writing.page)
  await replaceFile(file, elements(before, after, writing), writing)
  return { files: 1, bytes: (await stat(file)).size }
}

function* elements(before: string, after: string, { history, facts, signal }: Writing): Generator<string> {
  yield before
  // The index first, so that a browser shows it while it still reads the rest.
  const benchmarks: string[] = []
  for (const part of dashboardParts(history, facts, null)) {
    signal.throwIfAborted()
    if (part.kind === 'index') yield elementOf(part)
    else benchmarks.push(elementOf(part))
  }
  yield* benchmarks
  yield after
}

function elementOf(part: DashboardPart): string {
  const json = roundedJson(part.content)
  if (part.kind === 'index') return `<script type="application/json" id="index">${forScript(json)}</script>\n`
  const packed = deflateRawSync(json).toString('base64')
  return `<script type="application/json" id="benchmark-${part.number}" data-encoding="deflate-raw">${packed}</script>\n`
}

/** What stands before the data in the page, and behind. */
async function pageAround(page: string): Promise<[before: string, after: string]> {
  const [before, after, more] = (await readFile(page, 'utf8')).split(`${DATA}\n`)
  if (after === undefined || more !== undefined) throw new Error(`${page} holds no place for the data`)
  return [before!, after]
}

const FOLDERS = ['benchmarks', 'commits'] as const

/**
 * Writes the dashboard as a folder for a web server: all of its files, or none. What is there must be such a
 * dashboard, or nothing; files of it that are no longer part of it are removed, and no others.
 */
export async function writeSite(directory: string, writing: Writing): Promise<Written> {
  const { otherwise } = writing
  try {
    const isNew = await checkSite(directory)
    await mkdir(directory, { recursive: true })
    await removeOrphans(directory)
    const unfinished = await makeOwnDirectory(directory)
    let isWritten = false
    try {
      const { bytes, ...counts } = await writeFiles(unfinished, writing)
      await putInPlace(unfinished, directory, counts)
      isWritten = true
      return { files: counts.benchmarks + counts.commits + 2, bytes }
    } finally {
      await removeOwnDirectory(unfinished)
      if (isNew && !isWritten) await rmdir(directory).catch(() => {})
    }
  } catch (error) {
    throw explainDisk(error, { what: `${directory} could not be written`, directory, otherwise })
  }
}

/** Refuses a folder that holds something else; returns whether nothing is there. */
export async function checkSite(directory: string): Promise<boolean> {
  const refuse = (why: string) =>
    new UserError('usage', `${directory} cannot be written: ${why}`, 'Name another directory.')
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error.code === 'ENOTDIR' ? refuse('it is there and is not a directory') : error
  })
  // Another one may be writing its first dashboard there, or was killed while it did.
  if (names === null || names.every(isOwnName)) return names === null
  const page = join(directory, 'index.html')
  const entry = await lstat(page).catch(() => null)
  const isPage = entry?.isFile() === true && entry.size <= MAX_PAGE_BYTES
  if (!isPage || !(await readFile(page, 'utf8')).includes(`${DATA}\n`))
    throw refuse('it is not empty, and holds no dashboard')
  for (const folder of FOLDERS) {
    const entry = await lstat(join(directory, folder)).catch(() => null)
    if (entry !== null && !entry.isDirectory()) throw refuse(`${folder} in it is not a directory`)
  }
  return false
}

/** How many files each folder has. */
type Counts = Record<(typeof FOLDERS)[number], number>

async function writeFiles(directory: string, writing: Writing): Promise<Counts & { bytes: number }> {
  const { history, facts, page, otherwise, signal } = writing
  const counts = { benchmarks: 0, commits: 0, bytes: 0 }
  const rows = new CommitRows()
  const writeFile = async (name: string, text: string): Promise<void> => {
    signal.throwIfAborted()
    await writeText(join(directory, name), text, { otherwise })
    counts.bytes += Buffer.byteLength(text)
  }
  const write = (name: string, content: unknown) => writeFile(name, roundedJson(content))
  for (const folder of FOLDERS) await mkdir(join(directory, folder))
  for (const part of dashboardParts(history, facts, rows)) {
    if (part.kind === 'index') await write('index.json', part.content)
    else await write(`benchmarks/${counts.benchmarks++}.json`, part.content)
  }
  for (const file of rows.files(history.commits.length)) await write(`commits/${counts.commits++}.json`, file)
  await writeFile('index.html', (await pageAround(page)).join(`${DATA}\n`))
  return counts
}

/**
 * Moves finished files to their places, and removes those that an earlier one had more. The page comes first,
 * by which the folder is known again if this is interrupted, and the index last.
 */
async function putInPlace(from: string, to: string, counts: Counts): Promise<void> {
  await rename(join(from, 'index.html'), join(to, 'index.html'))
  for (const folder of FOLDERS) {
    await mkdir(join(to, folder), { recursive: true })
    for (let i = 0; i < counts[folder]; i++)
      await rename(join(from, folder, `${i}.json`), join(to, folder, `${i}.json`))
  }
  await rename(join(from, 'index.json'), join(to, 'index.json'))
  for (const folder of FOLDERS) {
    const numbers = (await readdir(join(to, folder))).map((name) => /^(\d{1,9})\.json$/.exec(name)?.[1])
    for (const number of numbers)
      if (number !== undefined && Number(number) >= counts[folder])
        await rm(join(to, folder, `${number}.json`), { force: true })
  }
}
