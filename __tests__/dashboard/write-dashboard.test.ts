import {
  existsSync,
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
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BenchmarkFile, DashboardIndex } from '../../src/dashboard/format.ts'
import { type Writing, writeSingle, writeSite } from '../../src/dashboard/write-dashboard.ts'
import { makeOwnDirectory, removeOwnDirectory } from '../../src/files/own-directory.ts'
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
const folderOf = (): string => (json('index.json') as DashboardIndex).folder!
const byNumber = (a: string, b: string): number => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b))
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
    ...text.matchAll(/<script type="application\/json" id="([\w/.]+)"([^>]*)>([^<]*)<\/script>\n/g),
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
  expect(index.folder).toMatch(/^data-[0-9a-f]{12}$/)
  // A browser shows what it has while it still reads the rest: newest commits come before benchmarks.
  const paths = filesIn(join(site, index.folder!))
  const ofFolder = (name: string) => paths.filter((path) => path.startsWith(name)).toSorted(byNumber)
  const inOrder = [...ofFolder('commits').toReversed(), ...ofFolder('benchmarks')]
  expect(contents).toEqual([
    ['index.json', { ...index, folder: null }],
    ...inOrder.map((path) => [path, json(index.folder!, path)]),
  ])
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe(PAGE)
  expect(readdirSync(root).sort()).toEqual(['new', 'page.html', 'site'])
  expect(readdirSync(join(root, 'new'))).toEqual(['report.html'])
})

test('a folder may be published as it is: everyone may read it', async () => {
  await writeSite(site, writing())
  const mode = (path: string) => statSync(join(site, path)).mode & 0o444
  expect(filesIn(site).map(mode)).toEqual(filesIn(site).map(() => 0o444 & ~process.umask()))
  expect(statSync(join(site, folderOf(), 'benchmarks')).mode & 0o555).toBe(0o555 & ~process.umask())
})

test('into an empty folder, and over an earlier dashboard: its data go, and nothing else', async () => {
  mkdirSync(site)
  await writeSite(site, writing(HOSTILE))
  const earlier = folderOf()
  const mine = ['CNAME', 'data/notes.json', 'data-1/0.json', 'benchmarks/0.json', 'images/index.json']
  for (const name of mine) {
    mkdirSync(dirname(join(site, name)), { recursive: true })
    writeFileSync(join(site, name), 'mine')
  }
  await writeSite(site, writing())
  expect(folderOf()).not.toBe(earlier)
  const data = ['benchmarks/0.json', 'benchmarks/1.json', 'benchmarks/2.json', 'commits/0.json']
  expect(filesIn(site)).toEqual(
    [...mine, ...data.map((name) => `${folderOf()}/${name}`), 'index.html', 'index.json'].sort(),
  )
  expect((json('index.json') as DashboardIndex).commits).toHaveLength(40)
  expect((json(folderOf(), 'benchmarks', '2.json') as BenchmarkFile).metrics).not.toEqual([])
})

test.each([
  ['it is not empty, and holds no dashboard', () => writeFileSync(join(site, 'notes.md'), 'mine')],
  [
    'it is not empty, and holds no dashboard',
    () => writeFileSync(join(site, 'index.html'), '<p>another page'),
  ],
  ['it is not empty, and holds no dashboard', () => mkdirSync(join(site, 'index.html'))],
  [
    'index.json in it is a directory',
    () => {
      writeFileSync(join(site, 'index.html'), PAGE)
      mkdirSync(join(site, 'index.json'))
    },
  ],
])('refuses a folder: %s', async (why, prepare) => {
  mkdirSync(site)
  prepare()
  const before = readdirSync(site, { recursive: true })
  await expect(writeSite(site, writing())).rejects.toMatchObject({
    code: 'usage',
    message: `${site} cannot be written: ${why}`,
    remedy: 'Name another directory.',
  })
  expect(readdirSync(site, { recursive: true })).toEqual(before)
})

test('a link in the place of data is removed, and what it leads to is not', async () => {
  await writeSite(site, writing())
  mkdirSync(join(root, 'elsewhere'))
  writeFileSync(join(root, 'elsewhere', 'file'), 'mine')
  symlinkSync(join(root, 'elsewhere'), join(site, 'data-0123456789ab'))
  await writeSite(site, writing())
  expect(readdirSync(site).sort()).toEqual([folderOf(), 'index.html', 'index.json'])
  expect(readdirSync(join(root, 'elsewhere'))).toEqual(['file'])
})

test('data of somebody who is about to replace the index stay until that one has', async () => {
  await writeSite(site, writing())
  const other = join(site, 'data-0123456789ab')
  mkdirSync(other)
  const unfinished = await makeOwnDirectory(site)
  await writeSite(site, writing())
  expect(existsSync(other)).toBe(true)
  await removeOwnDirectory(unfinished)
  await writeSite(site, writing())
  expect(readdirSync(site).sort()).toEqual([folderOf(), 'index.html', 'index.json'])
})

test('refuses a folder that is a file', async () => {
  writeFileSync(site, 'mine')
  await expect(writeSite(site, writing())).rejects.toMatchObject({
    message: `${site} cannot be written: it is there and is not a directory`,
  })
  expect(readFileSync(site, 'utf8')).toBe('mine')
})

test('refuses a folder that can be none', async () => {
  symlinkSync('loop', join(root, 'loop'))
  for (const [name, why] of [
    ['loop', 'cannot be written: it is a symbolic link in a circle'],
    ['x'.repeat(300), 'cannot be written: its name is too long'],
  ]) {
    const folder = join(root, name!)
    await expect(writeSite(folder, writing())).rejects.toMatchObject({
      code: 'usage',
      message: `${folder} ${why}`,
    })
  }
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
