import { existsSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  explainDisk,
  explainFull,
  pointElsewhere,
  saysFull,
  writeText,
} from '../../src/files/explain-disk.ts'
import { UserError } from '../../src/errors.ts'
import { makePlace } from './place.ts'

const otherwise = pointElsewhere('TMPDIR')
const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
const shown = (error: unknown) => {
  expect(error).toBeInstanceOf(UserError)
  const { code, message, remedy, exitCode } = error as UserError
  return { code, message, remedy, exitCode }
}

const isLinux = existsSync('/dev/full')

test.skipIf(!isLinux)('a file on a full disk is named, with its disk and what to do', async () => {
  const error = await thrownBy(() => writeText('/dev/full', 'x', { otherwise: 'name another file' }))
  expect(shown(error)).toEqual({
    code: 'disk',
    message: '/dev/full could not be written: no space is left on /dev',
    remedy: 'Free some space there, or name another file.',
    exitCode: 3,
  })
})

test.skipIf(!isLinux)(
  'where the system names no file, the directory is the one that was to be written to',
  async () => {
    const error = await thrownBy(() => appendFile('/dev/full', 'x'))
    expect(error).not.toHaveProperty('path')
    const unwritten = { what: 'The plan could not be written', directory: '/dev/fd-none/a', otherwise }
    expect(shown(explainDisk(error, unwritten))).toMatchObject({
      message: 'The plan could not be written: no space is left on /dev, the disk of /dev/fd-none/a',
      remedy: 'Free some space there, or point TMPDIR to another disk.',
    })
  },
)

const named = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: words of the system, open '${path}'`), { code, path })

test.each([
  [
    'EDQUOT',
    'It failed: the quota on /dev is used up',
    'Free some space there, or point TMPDIR to another disk.',
  ],
  ['EROFS', 'It failed: /dev is read-only', 'Mount it writable, or point TMPDIR to another disk.'],
  [
    'EACCES',
    "It failed: EACCES: words of the system, open '/dev/x'",
    'Let this user read and write there, or point TMPDIR to another disk.',
  ],
])('%s, as the cause of another error', (code, message, remedy) => {
  const error = new Error('outer', { cause: named(code, '/dev/x') })
  expect(shown(explainDisk(error, { what: 'It failed', directory: '/tmp', otherwise }))).toMatchObject({
    code: 'disk',
    message,
    remedy,
  })
})

test.each([
  ['a bug', new TypeError('x is not a function')],
  ['an end of another kind', named('ENOENT', '/dev/x')],
  ['a process that may not be ended', named('EPERM')],
  ['a program that may not be started', Object.assign(named('EACCES', 'tool'), { syscall: 'spawn tool' })],
  ['an error that has words already', new UserError('store', 'a', 'b', { cause: named('ENOSPC') })],
  ['no error', undefined],
])('stays as it is: %s', (_, error) => {
  expect(explainDisk(error, { what: 'It failed', directory: '/tmp', otherwise })).toBe(error)
})

test('programs say it in words; the code alone is also that of too many watched files', () => {
  expect(saysFull('npm error ENOSPC: no space left on device, write')).toBe(true)
  expect(saysFull('fatal: write error: Disk quota exceeded')).toBe(true)
  expect(saysFull("ENOSPC: System limit for number of file watchers reached, watch '/x'")).toBe(false)
})

test('a program that could not write and says no more is believed where there is space', () => {
  const place = makePlace()
  const unwritten = { what: 'git checkout failed', directory: place, otherwise }
  expect(explainFull('error: unable to write file a', unwritten)).toBeNull()
  expect(explainFull('fatal: write error: No space left on device', unwritten)?.message).toMatch(
    /^git checkout failed: no space is left on \//,
  )
})
