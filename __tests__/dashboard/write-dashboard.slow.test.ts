import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { isOwnName } from '../../src/files/own-directory.ts'
import type { BenchmarkFile, DashboardIndex } from '../../src/dashboard/format.ts'
import { writeSite } from '../../src/dashboard/write-dashboard.ts'
import { generate, writingOf } from './generate.ts'

const root = mkdtempSync(join(tmpdir(), 'benchgate-test-site-'))
const page = join(root, 'page.html')
writeFileSync(page, '<body>\n<!-- benchgate: data -->\n')
afterAll(() => rmSync(root, { recursive: true, force: true }))

let site: string
beforeEach(() => {
  site = join(mkdtempSync(join(root, 'test-')), 'site')
})

const SIZES = [
  { benchmarks: 7, commits: 40 },
  { benchmarks: 11, commits: 60 },
] as const
const writer = (size: { benchmarks: number; commits: number }, more: { times: number; stuck: boolean }) =>
  spawn(
    process.execPath,
    [join(import.meta.dirname, 'site-writer.ts'), JSON.stringify({ site, page, ...size, ...more })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )

const readIndex = (): DashboardIndex => JSON.parse(readFileSync(join(site, 'index.json'), 'utf8'))

/** All that the index names, as somebody reads it who opened the page now. */
function readAll() {
  const index = readIndex()
  const files = new Set(index.trends.map(({ file }) => file))
  const points = [...files].flatMap((file) => {
    const path = join(site, index.folder!, 'benchmarks', `${file}.json`)
    return (JSON.parse(readFileSync(path, 'utf8')) as BenchmarkFile).metrics.map(({ value }) => value.length)
  })
  return { index, benchmarks: files.size, commits: index.commits.length, points }
}

test('two processes that write at once: who reads never finds a mix, and one whole dashboard is left', async () => {
  const ends = SIZES.map((size) => once(writer(size, { times: 8, stuck: false }), 'close'))
  const seen = new Set<number>()
  const over = new AbortController()
  const codes = Promise.all(ends).then((all) => {
    over.abort()
    return all.map(([code]) => code as number)
  })
  const sizes = SIZES.map(({ benchmarks, commits }) => `${benchmarks} x ${commits}`)
  while (!over.signal.aborted) {
    await setImmediate()
    if (!readdirSync(join(site, '..')).includes('site') || !readdirSync(site).includes('index.json')) continue
    const before = readIndex().folder
    try {
      const { index, benchmarks, commits, points } = readAll()
      expect(sizes).toContain(`${benchmarks} x ${commits}`)
      // In the order of the files, as they were written.
      expect(points.toSorted()).toEqual(index.trends.map((trend) => trend.points).toSorted())
      seen.add(commits)
    } catch (error) {
      // What was read is gone where another index has taken its place by now, and only there.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || readIndex().folder === before) throw error
    }
  }
  expect(await codes).toEqual([0, 0])
  expect(seen.size).toBeGreaterThan(0)
  const { index, points } = readAll()
  expect(points.toSorted()).toEqual(index.trends.map((trend) => trend.points).toSorted())
  expect(readdirSync(site).sort()).toEqual([index.folder, 'index.html', 'index.json'])
})

test('a writer that is killed halfway leaves the earlier dashboard as it was; the next one removes the rest', async () => {
  await writeSite(site, writingOf(generate(SIZES[0]), page))
  writeFileSync(join(site, 'CNAME'), 'mine')
  const before = readdirSync(site).sort()
  const index = readFileSync(join(site, 'index.json'), 'utf8')
  const killed = writer(SIZES[1], { times: 1, stuck: true })
  const closed = once(killed, 'close')
  await once(killed.stdout, 'data')
  const other = readdirSync(site).find(isOwnName)!
  expect(readdirSync(join(site, other)).filter((name) => name.startsWith('data-'))).toHaveLength(1)
  killed.kill('SIGKILL')
  await closed
  expect(readFileSync(join(site, 'index.json'), 'utf8')).toBe(index)
  expect(readAll()).toMatchObject(SIZES[0])
  expect(readdirSync(site).sort()).toEqual([...before, other].sort())
  await writeSite(site, writingOf(generate(SIZES[1]), page))
  expect(readAll()).toMatchObject(SIZES[1])
  expect(readdirSync(site).sort()).toEqual(['CNAME', readIndex().folder, 'index.html', 'index.json'].sort())
})
