import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BenchmarkFile, DashboardIndex } from '../../src/dashboard/format.ts'
import { type Writing, writeSingle, writeSite } from '../../src/dashboard/write-dashboard.ts'
import type { History } from '../../src/model/trend.ts'
import { generate, historyOf } from './generate.ts'

const PAGE = '<!doctype html>\n<body>\n<script>1</script>\n<!-- benchgate: data -->\n</body>\n'
const SMALL = historyOf(generate({ benchmarks: 3, commits: 40 }))
const HOSTILE = historyOf(generate({ benchmarks: 12, commits: 40, hostile: true }))

let root: string
let page: string
let site: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'benchgate-test-dashboard-'))
  page = join(root, 'page.html')
  site = join(root, 'site')
  writeFileSync(page, PAGE)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const writing = (history: History = SMALL, more: Partial<Writing> = {}): Writing => ({
  history,
  facts: {
    by: '0.1.0',
    writtenAt: '2026-11-29T10:00:00.000Z',
    repository: null,
    url: null,
    limitsOf: () => null,
  },
  page,
  otherwise: 'name another file',
  signal: new AbortController().signal,
  ...more,
})
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(site, ...path), 'utf8'))
/** All files below a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()

test.each([SMALL, HOSTILE])('one file holds what the folder holds', async (history) => {
  const file = join(root, 'new', 'report.html')
  await writeSingle(file, writing(history))
  await writeSite(site, writing(history))
  const text = readFileSync(file, 'utf8')
  const elements = [
    ...text.matchAll(/<script type="application\/json" id="([\w-]+)"([^>]*)>([^<]*)<\/script>\n/g),
  ]
  const [before, after] = PAGE.split('<!-- benchgate: data -->\n')
  expect(text).toBe(`${before}${elements.map(([whole]) => whole).join('')}${after}`)
  const index = json('index.json') as DashboardIndex
  const contents = elements.map(([, id, encoding, content = '']) => [
    id,
    encoding === ''
      ? JSON.parse(content)
      : JSON.parse(inflateRawSync(Buffer.from(content, 'base64')).toString('utf8')),
  ])
  const count = new Set(index.trends.map((trend) => trend.file)).size
  expect(contents).toEqual([
    // First, for a browser that still reads the rest. Only a folder has files of commits.
    ['index', { ...index, commitsPerFile: 1 }],
    ...Array.from({ length: count }, (_, i) => [`benchmark-${i}`, json('benchmarks', `${i}.json`)]),
  ])
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe(PAGE)
  expect(readdirSync(root).sort()).toEqual(['new', 'page.html', 'site'])
  expect(readdirSync(join(root, 'new'))).toEqual(['report.html'])
})

test('a folder may be published as it is: everyone may read it', async () => {
  await writeSite(site, writing())
  const mode = (path: string) => statSync(join(site, path)).mode & 0o444
  expect(filesIn(site).map(mode)).toEqual(filesIn(site).map(() => 0o444 & ~process.umask()))
  expect(statSync(join(site, 'benchmarks')).mode & 0o555).toBe(0o555 & ~process.umask())
})

test('into an empty folder, and over an earlier dashboard: what is no longer part of it goes, and nothing else', async () => {
  mkdirSync(site)
  await writeSite(site, writing(HOSTILE))
  const large = filesIn(site)
  for (const name of ['CNAME', 'benchmarks/notes.json', 'benchmarks/01x.json', 'commits/7'])
    writeFileSync(join(site, name), 'mine')
  await writeSite(site, writing())
  const after = filesIn(site)
  expect(after).toEqual(
    [
      'CNAME',
      'benchmarks/0.json',
      'benchmarks/01x.json',
      'benchmarks/1.json',
      'benchmarks/2.json',
      'benchmarks/notes.json',
      'commits/0.json',
      'commits/7',
      'index.html',
      'index.json',
    ].sort(),
  )
  expect(large.length).toBeGreaterThan(after.length)
  expect((json('index.json') as DashboardIndex).commits).toHaveLength(40)
  expect((json('benchmarks', '2.json') as BenchmarkFile).metrics).not.toEqual([])
})

test.each([
  ['is not empty, and holds no dashboard', () => writeFileSync(join(site, 'notes.md'), 'mine')],
  ['is not empty, and holds no dashboard', () => writeFileSync(join(site, 'index.html'), '<p>another page')],
  ['is not empty, and holds no dashboard', () => mkdirSync(join(site, 'index.html'))],
  [
    'benchmarks in it is not a directory',
    () => {
      writeFileSync(join(site, 'index.html'), PAGE)
      mkdirSync(join(root, 'elsewhere'))
      symlinkSync(join(root, 'elsewhere'), join(site, 'benchmarks'))
    },
  ],
])('refuses a folder that %s', async (why, prepare) => {
  mkdirSync(site)
  prepare()
  const before = readdirSync(site, { recursive: true })
  const it = why.startsWith('is') ? `it ${why}` : why
  await expect(writeSite(site, writing())).rejects.toMatchObject({
    code: 'usage',
    message: `${site} cannot be written: ${it}`,
    remedy: 'Name another directory.',
  })
  expect(readdirSync(site, { recursive: true })).toEqual(before)
})

test('refuses a folder that is a file', async () => {
  writeFileSync(site, 'mine')
  await expect(writeSite(site, writing())).rejects.toMatchObject({
    message: `${site} cannot be written: it is there and is not a directory`,
  })
  expect(readFileSync(site, 'utf8')).toBe('mine')
})

/** A history that fails when its last trend is asked for. */
const failing = (error: Error): History => ({
  ...SMALL,
  trends: SMALL.trends.with(SMALL.trends.length - 1, {
    ...SMALL.trends.at(-1)!,
    get points(): never {
      throw error
    },
  }),
})
const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
  syscall: 'write',
})

test('what cannot be finished leaves what was there', async () => {
  const file = join(root, 'report.html')
  await expect(writeSingle(file, writing(failing(full)))).rejects.toMatchObject({ code: 'disk' })
  await expect(writeSite(site, writing(failing(full)))).rejects.toMatchObject({ code: 'disk' })
  expect(readdirSync(root)).toEqual(['page.html'])
  await writeSingle(file, writing())
  await writeSite(site, writing())
  const before = [readFileSync(file, 'utf8'), filesIn(site), readFileSync(join(site, 'index.json'), 'utf8')]
  const aborted = AbortSignal.abort(130)
  for (const more of [writing(failing(new Error('a bug'))), writing(HOSTILE, { signal: aborted })]) {
    await expect(writeSingle(file, more)).rejects.toBeDefined()
    await expect(writeSite(site, more)).rejects.toBeDefined()
  }
  expect([readFileSync(file, 'utf8'), filesIn(site), readFileSync(join(site, 'index.json'), 'utf8')]).toEqual(
    before,
  )
  expect(readdirSync(root).sort()).toEqual(['page.html', 'report.html', 'site'])
})

test('a page without a place for data is a fault of the installation', async () => {
  writeFileSync(page, PAGE.repeat(2))
  await expect(writeSingle(join(root, 'report.html'), writing())).rejects.toThrow(
    'holds no place for the data',
  )
  await expect(writeSite(site, writing())).rejects.toThrow('holds no place for the data')
  expect(readdirSync(root)).toEqual(['page.html'])
})

test('points of a trend are asked for once, one trend at a time', async () => {
  const asked: number[] = []
  const trends = SMALL.trends.map((trend, i) => ({
    ...trend,
    get points() {
      asked.push(i)
      return trend.points
    },
  }))
  await writeSite(site, writing({ ...SMALL, trends }))
  expect(asked).toEqual(trends.map((_, i) => i))
})
