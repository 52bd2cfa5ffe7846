import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { planFiles, writeFiles } from '../../src/init/write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'benchgate-write-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const file = (path: string, text = 'new\n') => ({ path, text })
const isRoot = process.getuid?.() === 0

test('what is there stays, equal or not', async () => {
  writeFileSync(join(root, 'same'), 'new\n')
  writeFileSync(join(root, 'other'), 'mine\n')
  symlinkSync('nowhere', join(root, 'link'))
  const planned = await planFiles(
    root,
    ['same', 'other', 'link', 'a/b/new'].map((path) => file(path)),
  )
  expect(planned.map(({ there }) => there)).toEqual(['same', 'other', 'other', 'nothing'])
  await writeFiles(root, planned)
  expect(readFileSync(join(root, 'other'), 'utf8')).toBe('mine\n')
  expect(readFileSync(join(root, 'a/b/new'), 'utf8')).toBe('new\n')
  expect(existsSync(join(root, 'nowhere'))).toBe(false)
})

test('all or nothing: what was written before an error goes, with its folders', async () => {
  mkdirSync(join(root, 'kept'))
  const planned = await planFiles(root, [file('a/b/one'), file('kept/two'), file('three')])
  // Somebody else was quicker.
  writeFileSync(join(root, 'three'), 'theirs\n')
  await expect(writeFiles(root, planned)).rejects.toThrow('EEXIST')
  expect(['a', 'kept', 'kept/two'].map((path) => existsSync(join(root, path)))).toEqual([false, true, false])
  expect(readFileSync(join(root, 'three'), 'utf8')).toBe('theirs\n')
})

test.skipIf(isRoot)('a folder that may not be written to is an error that says what to do', async () => {
  chmodSync(root, 0o555)
  const planned = await planFiles(root, [file('a/one')])
  await expect(writeFiles(root, planned)).rejects.toMatchObject({ code: 'disk' })
})

test.each([
  ['../x', '../x cannot be written: it leaves the repository'],
  ['/x', '/x cannot be written: it is an absolute path'],
  ['.git/hooks/x', '.git/hooks/x cannot be written: it lies in `.git`, which belongs to git'],
  ['out/x', 'out/x cannot be written: it lies behind a link that leaves the repository'],
  ['folder', 'folder cannot be written: it is a folder'],
  ['text/x', 'text/x cannot be written: it lies below text, which is a file'],
])('%s is refused', async (path, message) => {
  writeFileSync(join(root, 'text'), '')
  mkdirSync(join(root, 'folder'))
  symlinkSync(tmpdir(), join(root, 'out'))
  await expect(planFiles(root, [file(path)])).rejects.toMatchObject({ message })
})
