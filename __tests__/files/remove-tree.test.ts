import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeTree, removeTreeSync } from '../../src/files/remove-tree.ts'
import { makePlace } from './place.ts'

const ways = [
  ['removeTree', removeTree],
  ['removeTreeSync', removeTreeSync],
] as const

const DIG = `
const fs = require('node:fs')
const name = 'd'.repeat(200)
for (let i = 0; i < 40; i++) {
  fs.mkdirSync(name)
  fs.mkdirSync('beside')
  fs.writeFileSync('file', '')
  process.chdir(name)
}`

/** Puts folders of 8,000 characters and files into one, step by step, as a process of its own can. */
function dig(cwd: string): void {
  execFileSync(process.execPath, ['--eval', DIG], { cwd })
}

test.each(ways)('%s: a tree deeper than a path may be long goes, with the files in it', async (_, remove) => {
  const place = makePlace()
  dig(place)
  await remove(place)
  expect(existsSync(place)).toBe(false)
})

test.each(ways)(
  '%s: folders without permissions go; what links lead to stays as it is',
  async (_, remove) => {
    const [place, other] = [makePlace(), makePlace()]
    writeFileSync(join(other, 'file'), 'x', { mode: 0o400 })
    mkdirSync(join(other, 'folder'), { mode: 0o500 })
    mkdirSync(join(place, 'a/b/c'), { recursive: true })
    linkSync(join(other, 'file'), join(place, 'a/b/file'))
    symlinkSync(other, join(place, 'a/b/link'))
    // Too deep for a plain removal, so that root, to which modes are nothing, takes the same way.
    dig(join(place, 'a/b/c'))
    for (const folder of ['a/b/c', 'a/b', 'a', '']) chmodSync(join(place, folder), 0)
    await remove(place)
    expect(existsSync(place)).toBe(false)
    expect(readdirSync(other)).toEqual(['file', 'folder'])
    expect(statSync(join(other, 'file')).mode & 0o777).toBe(0o400)
    expect(statSync(join(other, 'folder')).mode & 0o777).toBe(0o500)
  },
)

test.each(ways)('%s: what is gone is no error', async (_, remove) => {
  await remove(join(makePlace(), 'gone'))
})
