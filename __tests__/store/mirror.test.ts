import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import { sampleRun } from './sample-run.ts'
import { StoreStage } from './stage.ts'

let stage: StoreStage
/** A mirror that was read once, and the host that it was read from: each test has copies of both. */
let pristine: { mirror: string; host: string }
let directory: string
beforeAll(async () => {
  stage = await StoreStage.open()
  stage.storeByHand(sampleRun(1), sampleRun(2))
  pristine = { mirror: stage.newDirectory(), host: join(stage.directory, 'pristine.git') }
  await (await stage.store({ directory: pristine.mirror })).read(10)
  cpSync(stage.repository.directory, pristine.host, { recursive: true })
})
beforeEach(() => {
  rmSync(stage.repository.directory, { recursive: true })
  cpSync(pristine.host, stage.repository.directory, { recursive: true })
  directory = stage.newDirectory()
  cpSync(pristine.mirror, directory, { recursive: true })
})
afterAll(() => stage.close())

/** What is stored is read, whatever lies in the directory. */
async function expectAllRead(): Promise<void> {
  const { runs, warnings } = await (await stage.store({ directory })).read(10)
  expect(runs.map(({ run }) => run)).toEqual([sampleRun(2), sampleRun(1)])
  expect(warnings).toEqual([])
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}

test('no token on disk, and none in an argument of any git', async () => {
  const trace = join(stage.directory, 'trace')
  const token = 'token-that-writes'
  const encoded = Buffer.from(`x-access-token:${token}`).toString('base64')
  const store = await stage.store({ directory, env: { ...stage.environment(), GIT_TRACE: trace } })
  await store.append(sampleRun(3))
  await store.read(10)
  await store.ancestors(stage.tip()!, 5)
  // With the token in the address too, as some people write it.
  const remote = stage.remote.replace('//', `//x-access-token:${token}@`)
  const other = await stage.store({
    directory: `${directory}-2`,
    token: null,
    remote,
    env: { ...stage.environment(), GIT_TRACE: `${trace}-2` },
  })
  await other.append(sampleRun(4))
  const files = [...filesBelow(directory), ...filesBelow(`${directory}-2`)]
  expect(files.length).toBeGreaterThan(20)
  for (const file of [...files, trace, `${trace}-2`]) {
    const text = readFileSync(file, 'latin1')
    expect(text.includes(token) || text.includes(encoded), file).toBe(false)
  }
  // The trace holds what was started.
  expect(readFileSync(trace, 'utf8')).toContain('push')
})

test('git has not changed its settings', async () => {
  await expectAllRead()
  expect(readFileSync(join(directory, 'config'), 'utf8')).toBe(
    '[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tlogAllRefUpdates = false\n',
  )
  expect(existsSync(join(directory, 'hooks'))).toBe(false)
  expect(existsSync(join(directory, 'FETCH_HEAD'))).toBe(false)
})

test('a mirror that is taken over fetches nothing again', async () => {
  const from = stage.server.exchanges.length
  await expectAllRead()
  const requests = stage.server.exchanges.slice(from)
  expect(requests.reduce((sum, { bytesOut }) => sum + bytesOut, 0)).toBeLessThan(600)
})

test.each<[string, () => void]>([
  ['nothing', () => {}],
  [
    'a file',
    () => {
      rmSync(directory, { recursive: true })
      writeFileSync(directory, 'a file')
    },
  ],
  [
    'something else',
    () => {
      rmSync(directory, { recursive: true })
      mkdirSync(join(directory, 'objects'), { recursive: true })
      writeFileSync(join(directory, 'objects', 'notes'), 'hello')
    },
  ],
  [
    'a link to somewhere else',
    () => {
      rmSync(directory, { recursive: true })
      mkdirSync(`${directory}-elsewhere`)
      writeFileSync(join(`${directory}-elsewhere`, 'kept'), 'kept')
      symlinkSync(`${directory}-elsewhere`, directory)
    },
  ],
  ['an unfinished pack', () => truncateSync(packs('pack')[0]!, 40)],
  ['a pack without its index', () => rmSync(packs('idx')[0]!)],
  ['no packs', () => rmSync(join(directory, 'objects', 'pack'), { recursive: true })],
  ['a broken list of what is left out', () => writeFileSync(join(directory, 'shallow'), 'nonsense\n')],
  ['no list of what is left out', () => rmSync(join(directory, 'shallow'))],
  ['a ref to nothing', () => writeFileSync(join(directory, 'refs/benchgate/tip'), `${'1'.repeat(40)}\n`)],
  [
    'a ref that is none',
    () => writeFileSync(join(directory, 'refs/benchgate/tip'), 'ref: ../../../etc/passwd\n'),
  ],
  [
    'refs behind a link',
    () => {
      rmSync(join(directory, 'refs/benchgate/tip'))
      symlinkSync('/etc/hostname', join(directory, 'refs/benchgate/tip'))
    },
  ],
  ['a lock that was left', () => writeFileSync(join(directory, 'shallow.lock'), '')],
  [
    'more files than a mirror should have',
    () => {
      const folder = join(directory, 'objects', 'ab')
      mkdirSync(folder, { recursive: true })
      for (let i = 0; i < 2_001; i++) writeFileSync(join(folder, String(i).padStart(38, '0')), '')
    },
  ],
])('a mirror directory with %s costs time only', async (_, harm) => {
  harm()
  await expectAllRead()
  await (await stage.store({ directory })).append(sampleRun(3))
  expect(stage.files()).toHaveLength(4)
  const elsewhere = `${directory}-elsewhere`
  if (existsSync(elsewhere)) expect(readdirSync(elsewhere)).toEqual(['kept'])
})

const packs = (ending: string): string[] =>
  filesBelow(join(directory, 'objects', 'pack')).filter((file) => file.endsWith(`.${ending}`))

test('settings and programs that somebody put into a cached mirror are not obeyed', async () => {
  const witness = join(stage.directory, 'witness')
  const program = join(stage.directory, 'program')
  writeFileSync(program, `#!/bin/sh\ntouch ${witness}\n`, { mode: 0o755 })
  const settings = `[core]\n\tfsmonitor = ${program}\n\tsshCommand = ${program}\n\thooksPath = ${directory}/hooks\n\tpager = ${program}\n[url "http://127.0.0.1:1/"]\n\tinsteadOf = ${stage.server.url}/\n[credential]\n\thelper = ${program}\n[http]\n\tproxy = http://127.0.0.1:1\n`
  writeFileSync(join(directory, 'config'), `${readFileSync(join(directory, 'config'), 'utf8')}${settings}`)
  mkdirSync(join(directory, 'hooks'), { recursive: true })
  for (const hook of ['pre-push', 'reference-transaction', 'post-update']) {
    writeFileSync(join(directory, 'hooks', hook), `#!/bin/sh\ntouch ${witness}\n`, { mode: 0o755 })
  }
  mkdirSync(join(directory, 'objects', 'info'), { recursive: true })
  writeFileSync(join(directory, 'objects', 'info', 'alternates'), '/etc\n')
  await expectAllRead()
  await (await stage.store({ directory })).append(sampleRun(3))
  expect(existsSync(witness)).toBe(false)
  expect(existsSync(join(directory, 'objects', 'info', 'alternates'))).toBe(false)
  expect(readFileSync(join(directory, 'config'), 'utf8')).not.toContain(program)
})

/** Puts a pack into the mirror that has this content under an id that is not its own; git looks at the newest pack first. */
function forge(sha: string, type: string, content: Buffer): void {
  const place = join(stage.directory, 'forge.git')
  const git = (args: string[], input: string | Buffer) =>
    execFileSync('git', args, {
      input,
      cwd: place,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    }).trim()
  execFileSync('git', ['init', '-q', '--bare', place])
  const own = git(['hash-object', '-w', '-t', type, '--stdin'], content)
  const name = git(['pack-objects', join(place, 'pack')], `${own}\n`)
  const target = join(directory, 'objects', 'pack', `pack-${name}`)
  cpSync(join(place, `pack-${name}.pack`), `${target}.pack`)
  writeFileSync(`${target}.promisor`, '')
  // gitformat-pack, index version 2, of one object: how many ids begin with at most each byte, then that id.
  const index = readFileSync(join(place, `pack-${name}.idx`))
  const id = Buffer.from(sha, 'hex')
  for (let byte = 0; byte < 256; byte++) index.writeUInt32BE(byte >= id[0]! ? 1 : 0, 8 + 4 * byte)
  id.copy(index, 8 + 4 * 256)
  createHash('sha1')
    .update(index.subarray(0, -20))
    .digest()
    .copy(index, index.length - 20)
  writeFileSync(`${target}.idx`, index)
  const later = new Date('2100-01-01')
  utimesSync(`${target}.pack`, later, later)
  expect(
    execFileSync('git', ['cat-file', type, sha], { cwd: directory }).equals(content),
    'git is not fooled',
  ).toBe(true)
}

test.each([
  // The older one: the newer is read before it is found out, and not read twice.
  ['a run', `:${runPath(sampleRun(1))}`, 'blob', Buffer.from(renderRun(sampleRun(1, { seed: 'forged' })))],
  ['a folder', ':runs', 'tree', Buffer.alloc(0)],
])('an object under an id that is not its own is found out: %s', async (_, path, type, content) => {
  forge(stage.repository.git('rev-parse', `benchgate${path}`), type, content)
  await expectAllRead()
})

test('a mirror of another branch is not taken for this one', async () => {
  const other = await stage.store({ directory, branch: 'other' })
  expect(await other.read(10)).toEqual({ tip: null, runs: [], warnings: [] })
  await expectAllRead()
})

test('a place that cannot be written to', async () => {
  const file = join(stage.directory, 'file')
  writeFileSync(file, '')
  await expect(stage.store({ directory: join(file, 'mirror') })).rejects.toEqual(
    expect.objectContaining({ code: 'store', remedy: expect.stringContaining('TMPDIR') }),
  )
})
