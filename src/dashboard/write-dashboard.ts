import { lstat, mkdir, readdir, readFile, rename, rmdir, stat } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { UserError } from '../errors.ts'
import { explainPlace, writeText } from '../files/explain-disk.ts'
import { isOwnName, makeOwnDirectory, removeOrphans, removeOwnDirectory } from '../files/own-directory.ts'
import { removeTree } from '../files/remove-tree.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { History } from '../model/trend.ts'
import { type DashboardFacts, dashboardParts } from './dashboard.ts'
import { forScript, roundedJson } from './embed.ts'
import type { DashboardIndex } from './format.ts'

/** The line of the page in whose place the data stand where the dashboard is one file. */
const DATA = '<!-- benchgate: data -->'
const PAGE = 'index.html'
const INDEX = 'index.json'
/** The page alone is far smaller. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024

/** Files of the newest commits that come before the benchmarks in one file: some megabytes at most. */
const COMMITS_FIRST = 100

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
  // A browser shows what it has while it still reads the rest: the index first, then the newest commits.
  const [commits, benchmarks]: [string[], string[]] = [[], []]
  for (const { path, content } of dashboardParts(history, facts, null)) {
    signal.throwIfAborted()
    const json = roundedJson(content)
    const element = (attribute: string, text: string) =>
      `<script type="application/json" id="${path}"${attribute}>${text}</script>\n`
    if (path === INDEX) yield element('', forScript(json))
    else
      (path.startsWith('commits/') ? commits : benchmarks).push(
        element(' data-encoding="deflate-raw"', deflateRawSync(json).toString('base64')),
      )
  }
  commits.reverse()
  yield* commits.splice(0, COMMITS_FIRST)
  yield* benchmarks
  yield* commits
  yield after
}

/** The parts of the page before and after the data. */
async function pageAround(page: string): Promise<[before: string, after: string]> {
  const [before, after, more] = (await readFile(page, 'utf8')).split(`${DATA}\n`)
  if (after === undefined || more !== undefined) throw new Error(`${page} holds no place for the data`)
  return [before!, after]
}

/** The folder with the data of one dashboard, beside the page and the index. */
const DATA_FOLDER = /^data-[0-9a-f]{12}$/

/**
 * Writes the dashboard as a folder for a web server: all of it, or nothing. The data get a new folder, and
 * the index, which names that folder, is replaced last. So a reader, or another writer at the same time,
 * never sees files of two dashboards together. The folder must be missing, empty or an earlier dashboard,
 * whose data are removed; other files stay.
 */
export async function writeSite(directory: string, writing: Writing): Promise<Written> {
  const { otherwise } = writing
  try {
    const isNew = await checkSite(directory)
    await mkdir(directory, { recursive: true })
    await removeOrphans(directory)
    const unfinished = await makeOwnDirectory(directory)
    const folder = `data-${randomBytes(6).toString('hex')}`
    let isInPlace = false
    try {
      const written = await writeFiles(unfinished, folder, writing)
      for (const name of [folder, PAGE, INDEX]) await rename(join(unfinished, name), join(directory, name))
      isInPlace = true
      return written
    } finally {
      if (!isInPlace) await removeTree(join(directory, folder))
      await removeOwnDirectory(unfinished)
      if (isInPlace) await removeEarlier(directory)
      else if (isNew) await rmdir(directory).catch(() => {})
    }
  } catch (error) {
    throw explainPlace(error, { what: `${directory} could not be written`, directory, otherwise })
  }
}

/** Refuses a folder that holds something else; returns whether nothing is there. */
export async function checkSite(directory: string): Promise<boolean> {
  const refuse = (why: string) =>
    new UserError('usage', `${directory} cannot be written: ${why}`, 'Name another directory.')
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    if (error.code === 'ENOTDIR') throw refuse('it is there and is not a directory')
    throw explainPlace(error, {
      what: `${directory} cannot be written`,
      directory,
      otherwise: 'name another directory',
    })
  })
  // Another one may be writing its first dashboard there, or was killed while it did.
  if (names === null || names.every((name) => isOwnName(name) || DATA_FOLDER.test(name)))
    return names === null
  const page = join(directory, PAGE)
  const entry = await lstat(page).catch(() => null)
  const isPage = entry?.isFile() === true && entry.size <= MAX_PAGE_BYTES
  if (!isPage || !(await readFile(page, 'utf8')).includes(`${DATA}\n`))
    throw refuse('it is not empty, and holds no dashboard')
  const index = await lstat(join(directory, INDEX)).catch(() => null)
  if (index?.isDirectory() === true) throw refuse(`${INDEX} in it is a directory`)
  return false
}

async function writeFiles(directory: string, folder: string, writing: Writing): Promise<Written> {
  const { history, facts, page, otherwise, signal } = writing
  const written = { files: 0, bytes: 0 }
  const write = async (name: string, text: string): Promise<void> => {
    signal.throwIfAborted()
    await writeText(join(directory, name), text, { otherwise })
    written.files++
    written.bytes += Buffer.byteLength(text)
  }
  for (const name of ['benchmarks', 'commits'])
    await mkdir(join(directory, folder, name), { recursive: true })
  for (const { path, content } of dashboardParts(history, facts, folder))
    await write(path === INDEX ? path : `${folder}/${path}`, roundedJson(content))
  await write(PAGE, (await pageAround(page)).join(`${DATA}\n`))
  return written
}

/**
 * Removes the data that the index does not name. They may be those of somebody who has not replaced the index
 * yet, whose unfinished directory is there as long: that one will remove what is left.
 */
async function removeEarlier(directory: string): Promise<void> {
  const folders = (await readdir(directory)).filter((name) => DATA_FOLDER.test(name))
  await removeOrphans(directory)
  if ((await readdir(directory)).some(isOwnName)) return
  const { folder } = JSON.parse(await readFile(join(directory, INDEX), 'utf8')) as DashboardIndex
  // One that cannot be removed does no harm.
  for (const name of folders) if (name !== folder) await removeTree(join(directory, name)).catch(() => {})
}
