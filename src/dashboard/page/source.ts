import type { BenchmarkFile, CommitsFile, DashboardIndex } from '../format.ts'

// Where the data are: in the page itself, or in files beside it.

/** What one commit did to one trend, as in `CommitsFile`. */
export type ChangeRow = CommitsFile['rows'][number]

export interface Source {
  index: DashboardIndex
  benchmark(file: number): Promise<BenchmarkFile>
  /** All that a commit changed; `progress` gets how much of it was read, where that takes a while. */
  changes(commit: number, progress: (share: number) => void, signal: AbortSignal): Promise<ChangeRow[]>
}

/** A reason that people can act on. */
export class DataError extends Error {}

/** Elements that are read at once. */
const TOGETHER = 16
/** Points that may be kept once they were read, all metrics together. */
const KEPT = 1_000_000

export async function openSource(): Promise<Source> {
  const own = await completeElement('index')
  return own === null ? filesBeside() : elementsOf(await contentOf<DashboardIndex>(own, 'the index'))
}

function elementsOf(index: DashboardIndex): Source {
  checkSchema(index, 'the index')
  const files = 1 + index.trends.reduce((most, { file }) => Math.max(most, file), -1)
  const kept = new Map<number, BenchmarkFile>()
  let points = 0
  const benchmark = async (file: number) => {
    const before = kept.get(file)
    if (before !== undefined) return before
    const what = `benchmark ${file}`
    const element = await completeElement(`benchmark-${file}`)
    if (element === null)
      throw new DataError(`The page has no data of ${what}. It was not written to its end.`)
    const read = checkSchema(await contentOf<BenchmarkFile>(element, what), what)
    const size = read.metrics.reduce((sum, { at }) => sum + at.length, 0)
    if (points + size <= KEPT) {
      kept.set(file, read)
      points += size
    }
    return read
  }
  return {
    index,
    benchmark,
    changes: async (commit, progress, signal) => {
      const rows: ChangeRow[] = []
      let paused = performance.now()
      for (let file = 0; file < files && !signal.aborted; file += TOGETHER) {
        const some = Array.from({ length: Math.min(TOGETHER, files - file) }, (_, i) => benchmark(file + i))
        for (const columns of (await Promise.all(some)).flatMap(({ metrics }) => metrics)) {
          const i = indexOf(columns.at, commit)
          if (i === -1) continue
          const verdict = columns.verdicts.find(([at]) => at === i)?.[1] ?? null
          const { trend, value, change, changeLow, changeHigh } = columns
          rows.push([commit, trend, value[i]!, change[i]!, changeLow[i]!, changeHigh[i]!, verdict])
        }
        if (performance.now() - paused < 30) continue
        progress(Math.min(1, (file + TOGETHER) / files))
        await pause()
        paused = performance.now()
      }
      return rows
    },
  }
}

async function filesBeside(): Promise<Source> {
  const index = await fetched<DashboardIndex>('index.json')
  const kept = new Map<string, Promise<unknown>>()
  const once = <T extends { schema: number }>(path: string) => {
    const before = kept.get(path) as Promise<T> | undefined
    const now = before ?? fetched<T>(path)
    // A failure is not kept, so that going there again tries again.
    now.catch(() => kept.delete(path))
    if (kept.size >= 50) kept.clear()
    kept.set(path, now)
    return now
  }
  return {
    index,
    benchmark: (file) => once<BenchmarkFile>(`benchmarks/${file}.json`),
    changes: async (commit) => {
      const file = Math.floor(commit / Math.max(1, index.commitsPerFile))
      const { rows } = await once<CommitsFile>(`commits/${file}.json`)
      return rows.filter(([at]) => at === commit)
    },
  }
}

async function fetched<T extends { schema: number }>(path: string): Promise<T> {
  const response = await fetch(path).catch(() => null)
  if (response === null) {
    const isFile = location.protocol === 'file:'
    throw new DataError(
      isFile
        ? 'A browser does not read files beside a page that it opened from a disk. Serve this folder over HTTP, or write one file with `benchgate dashboard --single`.'
        : `${path} could not be loaded. Is there a connection?`,
    )
  }
  if (!response.ok)
    throw new DataError(`${path} could not be loaded: the server answered ${response.status}.`)
  return checkSchema(await parsed<T>(() => response.json(), path), path)
}

function checkSchema<T extends { schema: number }>(value: T, what: string): T {
  if (value.schema !== 1)
    throw new DataError(`${what} is of another version than this page. Write both again with one Benchgate.`)
  return value
}

async function contentOf<T>(element: Element, what: string): Promise<T> {
  const text = element.textContent
  const isPacked = element.getAttribute('data-encoding') === 'deflate-raw'
  return parsed<T>(async () => JSON.parse(isPacked ? await unpacked(text) : text), what)
}

async function parsed<T>(read: () => Promise<unknown>, what: string): Promise<T> {
  try {
    return (await read()) as T
  } catch {
    throw new DataError(`The data of ${what} are damaged. Write the dashboard again.`)
  }
}

function unpacked(text: string): Promise<string> {
  const binary = atob(text.trim())
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
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

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Where a number stands in ascending ones; -1: nowhere. */
function indexOf(ascending: readonly number[], wanted: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return ascending[low] === wanted ? low : -1
}
