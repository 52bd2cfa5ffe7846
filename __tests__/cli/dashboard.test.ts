import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inProcess } from './in-process.ts'

// What is refused before a branch is read.

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'benchgate-test-dashboard-'))
  writeFileSync(join(directory, 'notes.md'), 'mine')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test.each([
  [[], 'Nothing says where the dashboard is to be written'],
  [['--single', '.'], '. cannot be written: it is there and is not a file'],
  [['--out', '.'], '. cannot be written: it is not empty, and holds no dashboard'],
  [['--out', 'site', '--last', '10001'], 'Give a whole number from 1 to 10000.'],
  [['--out', 'site', '--last', '0'], 'Give a whole number from 1 to 10000.'],
  [['--out', 'site', '--repository', 'a\nb'], 'Give a name on one line, 200 characters at most.'],
  [['--out', 'site', '--url', 'http://github.com/o/p'], 'It is not a URL that begins with `https://`.'],
  [['--out', 'site', '--url', 'https://github.com/o/p#x'], 'It holds a `#`.'],
])('benchgate dashboard %j', async (args, message) => {
  const { code, stdout, stderr } = await inProcess(['dashboard', ...args], directory)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(readdirSync(directory)).toEqual(['notes.md'])
})
