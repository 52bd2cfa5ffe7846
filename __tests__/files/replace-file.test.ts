import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFile } from '../../src/files/replace-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'benchgate-replace-'))
  file = join(folder, 'benchgate.yml')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const replace = (text: string, before?: string) =>
  replaceFile(file, text, { otherwise: 'go without it', ...(before !== undefined && { before }) })

test('of several at once at most one replaces the text that all of them read', async () => {
  writeFileSync(file, 'old')
  const texts = Array.from({ length: 20 }, (_, i) => `new ${i}`)
  for (let round = 0; round < 10; round++) {
    const before = readFileSync(file, 'utf8')
    const written = await Promise.all(texts.map((text) => replace(`${text} in ${round}`, before)))
    const winners = texts.filter((_, i) => written[i])
    expect(winners.length).toBeLessThanOrEqual(1)
    expect(readFileSync(file, 'utf8')).toBe(winners.length === 0 ? before : `${winners[0]} in ${round}`)
  }
  expect(readdirSync(folder)).toEqual(['benchgate.yml'])
})

test('what has changed stays', async () => {
  expect(await replace('first', '')).toBe(true)
  expect(await replace('second', '')).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe('first')
})

test("what a process left behind is in nobody's way, and rights stay", async () => {
  writeFileSync(file, 'old')
  chmodSync(file, 0o640)
  const left = join(folder, '.benchgate.yml.0123456789ab')
  writeFileSync(left, '')
  expect(await replace('new', 'old')).toBe(false)
  utimesSync(left, 0, 0)
  expect(await replace('new', 'old')).toBe(true)
  expect(statSync(file).mode & 0o777).toBe(0o640)
})

test('a place that somebody named and that is none is said to be none', async () => {
  symlinkSync('a', join(folder, 'a'))
  for (const [name, why] of [
    ['x'.repeat(300), 'its name is too long'],
    ['a/b', 'it is a symbolic link in a circle'],
  ]) {
    file = join(folder, name!)
    await expect(replace('text')).rejects.toMatchObject({
      code: 'usage',
      message: `${file} could not be written: ${why}`,
      remedy: 'Go without it.',
    })
  }
})
