import type { BenchmarkFile, ChangeRow, CommitsFile, DashboardIndex, TrendColumns } from '../format.ts'
import { unpackColumns, unpackRows } from '../packed.ts'

// Where the data are: in the page itself, or in files beside it.

export interface Source {
  index: DashboardIndex
  /** All metrics of one benchmark. */
  benchmark(file: number): Promise<TrendColumns[]>
  /** All that a commit changed. */
  changes(commit: number): Promise<ChangeRow[]>
}

/** A reason that people can act on. */
export class DataError extends Error {}

/** Files that are kept once they were read, each of some thousand numbers. */
const KEPT = 50

export async function openSource(): Promise<Source> {
  const own = await completeElement('index.json')
  const index =
    own === null ? await fetched<DashboardIndex>('index.json') : await contentOf<DashboardIndex>(own)
  const { folder, commitsPerFile } = index
  const kept = new Map<string, Promise<unknown>>()
  const once = <T extends WithSchema>(path: string) => {
    const before = kept.get(path) as Promise<T> | undefined
    const now = before ?? (folder === null ? embedded<T>(path) : fetched<T>(`${folder}/${path}`))
    // A failure is not kept, so that going there again tries again.
    now.catch(() => kept.delete(path))
    if (kept.size >= KEPT) kept.clear()
    kept.set(path, now)
    return now
  }
  return {
    index,
    benchmark: async (file) =>
      (await once<BenchmarkFile>(`benchmarks/${file}.json`)).metrics.map(unpackColumns),
    changes: async (commit) => {
      const file = Math.floor(commit / Math.max(1, commitsPerFile))
      const { from, commits } = await once<CommitsFile>(`commits/${file}.json`)
      const changes = commits[commit - from]
      return changes === undefined ? [] : unpackRows(changes)
    },
  }
}

async function fetched<T extends WithSchema>(path: string): Promise<T> {
  // The index is asked for anew each time: the one that a browser kept may name data that are gone.
  const cache = path === 'index.json' ? 'no-cache' : 'default'
  const response = await fetch(path, { cache }).catch(() => null)
  if (response === null) {
    const isFile = location.protocol === 'file:'
    throw new DataError(
      isFile
        ? 'A browser does not read files beside a page that it opened from a disk. Serve this folder over HTTP, or write one file with `benchgate dashboard --single`.'
        : `${path} could not be loaded. Is there a connection?`,
    )
  }
  if (response.status === 404 && path !== 'index.json')
    throw new DataError('This dashboard was written anew since the page was opened. Load the page again.')
  if (!response.ok)
    throw new DataError(`${path} could not be loaded: the server answered ${response.status}.`)
  return parsed<T>(() => response.json(), path)
}

async function embedded<T extends WithSchema>(path: string): Promise<T> {
  const element = await completeElement(path)
  if (element === null) throw new DataError(`The page has no ${path}. It was not written to its end.`)
  return contentOf<T>(element)
}

function contentOf<T extends WithSchema>(element: Element): Promise<T> {
  const text = element.textContent
  const isPacked = element.getAttribute('data-encoding') === 'deflate-raw'
  return parsed<T>(async () => JSON.parse(isPacked ? await unpacked(text) : text), element.id)
}

interface WithSchema {
  schema: number
}

async function parsed<T extends WithSchema>(read: () => Promise<unknown>, what: string): Promise<T> {
  const value = (await read().catch(() => null)) as T | null
  if (value === null) throw new DataError(`The data of ${what} are damaged. Write the dashboard again.`)
  if (value.schema !== 1)
    throw new DataError(`${what} is of another version than this page. Write both again with one Benchgate.`)
  return value
}

function unpacked(text: string): Promise<string> {
  const binary = atob(text.trim())
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
}

/** The element of an id, once all of it was read; null where the page has none. */
async function completeElement(id: string): Promise<Element | null> {
  for (;;) {
    const found = document.getElementById(id)
    const isLoading = document.readyState === 'loading'
    if (!isLoading || (found !== null && found.nextSibling !== null)) return found
    await nextPart()
  }
}

/** Waits until the browser read more of the page. */
const nextPart = (): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      observer.disconnect()
      resolve()
    }
    const observer = new MutationObserver(done)
    observer.observe(document.body, { childList: true })
    document.addEventListener('DOMContentLoaded', done, { once: true })
  })
