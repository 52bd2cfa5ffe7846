import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeOwnDirectory, removeOrphans, removeOwnDirectory } from '../../src/files/own-directory.ts'
import { KERNEL } from '../../src/files/owner.ts'
import { makePlace } from './place.ts'

const HOUR_MS = 60 * 60 * 1000
const inHours = (hours: number) => Date.now() + hours * HOUR_MS

const MODULE = JSON.stringify(new URL('../../src/files/own-directory.ts', import.meta.url).pathname)
const making = (place: string, then: string) => [
  '--input-type=module',
  '--eval',
  `import { makeOwnDirectory } from ${MODULE}
   process.stdout.write(await makeOwnDirectory(${JSON.stringify(place)}))
   ${then}`,
]

/** The directory of a process that has ended by itself, without removing it. */
const leftBehind = (place: string): string =>
  execFileSync(process.execPath, making(place, ''), { encoding: 'utf8' })

/** The directory of another process, which lives until it is killed. */
async function heldByAnother(place: string) {
  const child = spawn(process.execPath, making(place, 'setInterval(() => {}, 1_000)'), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [directory] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, directory: directory.toString() }
}

test('an owner keeps no process alive, and what it left goes with the next clean-up', async () => {
  const place = makePlace()
  const left = leftBehind(place)
  expect(readdirSync(place)).toEqual([basename(left)])
  expect(basename(left)).toMatch(new RegExp(`^benchgate-${KERNEL}-`))
  await removeOrphans(place)
  expect(readdirSync(place)).toEqual([])
})

test('the directory of a living process stays, however old it is and even while it is stopped', async () => {
  const place = makePlace()
  const { child, directory } = await heldByAnother(place)
  await removeOrphans(place, inHours(1000))
  child.kill('SIGSTOP')
  await removeOrphans(place, inHours(1000))
  expect(readdirSync(place)).toEqual([basename(directory)])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await removeOrphans(place)
  expect(readdirSync(place)).toEqual([])
})

test('several clean-ups of the same directories do not get in the way of each other', async () => {
  const place = makePlace()
  const left = leftBehind(place)
  for (let i = 0; i < 200; i++) mkdirSync(join(left, `${i}/a/b`), { recursive: true })
  const own = await makeOwnDirectory(place)
  await Promise.all([1, 2, 3, 4].map(() => removeOrphans(place)))
  expect(readdirSync(place)).toEqual([basename(own)])
  await removeOwnDirectory(own)
  expect(readdirSync(place)).toEqual([])
})

test('an own directory that is gone already can be removed', async () => {
  const own = await makeOwnDirectory(makePlace())
  rmSync(own, { recursive: true })
  await removeOwnDirectory(own)
})

test.each<[string, (directory: string) => unknown]>([
  ['removed its socket', () => {}],
  ['put a file there', (directory) => writeFileSync(join(directory, 'owner'), '')],
  ['put a link there', (directory) => symlinkSync('/dev/null', join(directory, 'owner'))],
  ['put a folder there', (directory) => mkdirSync(join(directory, 'owner'))],
])('measured code that %s: a living directory stays, and a dead one for a day', async (_, change) => {
  const place = makePlace()
  const own = await makeOwnDirectory(place)
  rmSync(join(own, 'owner'))
  change(own)
  await removeOrphans(place, inHours(23))
  expect(readdirSync(place)).toEqual([basename(own)])
  await removeOrphans(place, inHours(25))
  expect(readdirSync(place)).toEqual([])
})

test('a socket that measured code has left open keeps a directory until it is closed, and no longer', async () => {
  const place = makePlace()
  const left = leftBehind(place)
  rmSync(join(left, 'owner'))
  const planted = createServer().listen(join(left, 'owner'))
  await once(planted, 'listening')
  await removeOrphans(place, inHours(1000))
  expect(readdirSync(place)).toEqual([basename(left)])
  planted.close()
  await once(planted, 'close')
  await removeOrphans(place, inHours(25))
  expect(readdirSync(place)).toEqual([])
})

test.each([
  ['another kernel', 'benchgate-00000000-AbCdEf'],
  ['an earlier version', `benchgate-${KERNEL}-1-AbCdEf`],
  ['an earlier `run`', 'benchgate-run-AbCdEf'],
  ['an earlier `history`', 'benchgate-branch-AbCdEf'],
])('a directory of %s goes when it did not change for a day', async (_, name) => {
  const place = makePlace()
  mkdirSync(join(place, name, 'a'), { recursive: true })
  await removeOrphans(place, inHours(23))
  expect(readdirSync(place)).toEqual([name])
  await removeOrphans(place, inHours(25))
  expect(readdirSync(place)).toEqual([])
})

test('what only is called like an own directory stays', async () => {
  const place = makePlace()
  mkdirSync(join(place, 'mine'))
  symlinkSync('mine', join(place, `benchgate-${KERNEL}-AbCdEf`))
  writeFileSync(join(place, `benchgate-${KERNEL}-GhIjKl`), '')
  mkdirSync(join(place, `benchgate-${KERNEL}-AbCdEf-kept`))
  const before = readdirSync(place)
  await removeOrphans(place, inHours(1000))
  expect(readdirSync(place)).toEqual(before)
})

test('where the path is too long for a socket, a directory stays for a day', async () => {
  const place = join(makePlace(), 'x'.repeat(90))
  mkdirSync(place)
  const own = await makeOwnDirectory(place)
  expect(readdirSync(own)).toEqual([])
  await removeOrphans(place, inHours(23))
  expect(readdirSync(place)).toEqual([basename(own)])
  await removeOrphans(place, inHours(25))
  expect(readdirSync(place)).toEqual([])
})
