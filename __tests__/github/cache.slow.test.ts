import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Cache, openCache } from '../../src/github/cache.ts'
import { LONG_MS, stopClock } from '../checkout/sandbox.ts'
import {
  type CacheFault,
  type CacheOperation,
  type CacheScope,
  CacheService,
  type CacheServiceOptions,
} from '../e2e/doubles/cache-service.ts'

const MAIN: CacheScope = { name: 'refs/heads/main', access: 'read-write' }
const PULL: CacheScope[] = [
  { name: 'refs/pull/7/merge', access: 'read-write' },
  { name: 'refs/heads/main', access: 'read' },
]

// At the very end, since some tests run side by side.
const cleanUps: (() => unknown)[] = []
afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp()
})

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-cache-'))
  cleanUps.push(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }))
  return directory
}

async function startService(o?: CacheServiceOptions): Promise<CacheService> {
  const service = await CacheService.start(o)
  cleanUps.push(() => service.close())
  return service
}

interface Job {
  cache: Cache
  notices: string[]
  temporary: string
  /** What lies in the directory where the cache works. */
  left(): string[]
}

/** One job on a machine of its own; without a limit it has that of a job. */
function startJob(
  service: CacheService,
  scopes: CacheScope[] = [MAIN],
  o: { env?: NodeJS.ProcessEnv; timeLimitMs?: number | null; signal?: AbortSignal } = {},
): Job {
  const temporary = temporaryDirectory()
  const notices: string[] = []
  const env = { PATH: process.env['PATH'], RUNNER_TEMP: temporary, ...service.env(...scopes), ...o.env }
  // On a busy machine what ends well may take longer than the limit of a job.
  const { timeLimitMs = LONG_MS, ...more } = o
  const limit = timeLimitMs === null ? {} : { timeLimitMs }
  const cache = openCache({ ...more, ...limit, env, onNotice: (text) => notices.push(text) })
  if (cache === null) throw new Error('no cache was opened')
  const place = join(temporary, 'benchgate')
  return { cache, notices, temporary, left: () => (existsSync(place) ? readdirSync(place) : []) }
}

function fill(directory: string, content: string): string {
  mkdirSync(join(directory, 'bin'), { recursive: true })
  writeFileSync(join(directory, 'content'), content)
  writeFileSync(join(directory, 'bin/run'), '#!/bin/sh\n', { mode: 0o755 })
  symlinkSync('bin/run', join(directory, 'link'))
  return directory
}

const contentOf = (directory: string) => readFileSync(join(directory, 'content'), 'utf8')

/** A service that holds one directory, saved under `key-1`. */
async function filledService(o?: CacheServiceOptions): Promise<CacheService> {
  const service = await startService(o)
  const { cache } = startJob(service)
  expect(await cache.save(fill(cache.place('store'), 'one'), 'key-1')).toBe(true)
  return service
}

describe('a directory that one job saved', () => {
  test.each([{ azure: false }, { azure: true }])(
    'is restored by another, whole and in its own place: %o',
    async (o) => {
      const service = await filledService(o)
      const { cache, notices, left } = startJob(service)
      const directory = cache.place('store')
      fill(directory, 'stale')
      writeFileSync(join(directory, 'stale'), '')
      expect(await cache.restore(directory, { key: 'key-1', prefixes: [] })).toEqual({ key: 'key-1' })
      expect(readdirSync(directory).sort()).toEqual(['bin', 'content', 'link'])
      expect(contentOf(directory)).toBe('one')
      expect(lstatSync(join(directory, 'bin/run')).mode & 0o777).toBe(0o755)
      expect(readlinkSync(join(directory, 'link'))).toBe('bin/run')
      expect(notices).toEqual([])
      // Neither archives nor lists stay behind.
      expect(left()).toEqual(['store'])
      // The double's own blobs, or Azure's with a request for the properties first.
      expect(service.requests.includes('HEAD blob')).toBe(o.azure)
    },
  )

  test('is found by prefix, the newest first, and not by another directory', async () => {
    const service = await filledService()
    const first = startJob(service).cache
    await first.save(fill(first.place('store'), 'two'), 'key-2')
    const { cache, notices } = startJob(service)
    const wanted = { key: 'key-3', prefixes: ['other-', 'key-'] }
    expect(await cache.restore(cache.place('store'), wanted)).toEqual({ key: 'key-2' })
    expect(contentOf(cache.place('store'))).toBe('two')
    expect(await cache.restore(cache.place('modules'), wanted)).toBe(null)
    expect(await cache.restore(cache.place('store'), { key: 'none', prefixes: [] })).toBe(null)
    expect(existsSync(cache.place('store'))).toBe(false)
    expect(notices).toEqual([])
  })

  test('is seen by pull requests; what they save is not seen by the default branch', async () => {
    const service = await filledService()
    const pull = startJob(service, PULL).cache
    const wanted = { key: 'key-9', prefixes: ['key-'] }
    expect(await pull.restore(pull.place('store'), wanted)).toEqual({ key: 'key-1' })
    expect(await pull.save(pull.place('store'), 'key-2')).toBe(true)
    expect(await pull.restore(pull.place('store'), wanted)).toEqual({ key: 'key-2' })
    const { cache } = startJob(service)
    expect(await cache.restore(cache.place('store'), wanted)).toEqual({ key: 'key-1' })
  })

  test('too large for one request is saved in blocks', async () => {
    const service = await startService({ azure: true })
    const { cache } = startJob(service)
    const directory = fill(cache.place('store'), 'large')
    // Not to be compressed below the 128 MiB up to which the SDK sends all at once.
    const noise = execFileSync('head', ['-c', String(130 * 1024 * 1024), '/dev/urandom'], {
      maxBuffer: Infinity,
    })
    writeFileSync(join(directory, 'noise'), noise)
    expect(await cache.save(directory, 'large-1')).toBe(true)
    expect(service.requests).toContain('PUT blocklist')
    expect(await cache.restore(directory, { key: 'large-1', prefixes: [] })).toEqual({ key: 'large-1' })
    expect(readFileSync(join(directory, 'noise')).equals(noise)).toBe(true)
  })
})

describe('a cache that takes nothing', () => {
  test('a key is written once', async () => {
    const service = await filledService()
    const { cache, notices } = startJob(service)
    expect(await cache.save(fill(cache.place('store'), 'two'), 'key-1')).toBe(false)
    expect(notices).toEqual([expect.stringMatching(/^store was not saved: .*key-1/)])
    await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })
    expect(contentOf(cache.place('store'))).toBe('one')
  })

  test('a read-only token still restores', async () => {
    const service = await filledService()
    const { cache, notices } = startJob(service, [{ name: MAIN.name, access: 'read' }])
    expect(await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })).toEqual({
      key: 'key-1',
    })
    expect(await cache.save(cache.place('store'), 'key-2')).toBe(false)
    expect(notices).toEqual([expect.stringMatching(/^store was not saved: .*read-only/)])
    expect(service.keys).toEqual(['key-1'])
  })

  test('a workflow that switches the cache off', async () => {
    const service = await filledService()
    const { cache, notices } = startJob(service, [MAIN], { env: { ACTIONS_CACHE_MODE: 'none' } })
    const before = service.requests.length
    expect(await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })).toBe(null)
    expect(await cache.save(fill(cache.place('store'), 'two'), 'key-2')).toBe(false)
    expect(notices).toEqual([
      expect.stringMatching(/^store was not restored: .*cache-mode 'none'/),
      expect.stringMatching(/^store was not saved: .*cache-mode 'none'/),
    ])
    expect(service.requests).toHaveLength(before)
  })

  test('a directory that is not there', async () => {
    const service = await startService()
    const { cache, notices } = startJob(service)
    expect(await cache.save(cache.place('store'), 'key-1')).toBe(false)
    expect(notices).toEqual([expect.stringMatching(/^store was not saved: .*not exist/)])
  })
})

describe('no cache', () => {
  test.each(['RUNNER_TEMP', 'ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'])('without %s', (name) => {
    const env: NodeJS.ProcessEnv = {
      RUNNER_TEMP: tmpdir(),
      ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
      ACTIONS_RUNTIME_TOKEN: 'x',
    }
    const onNotice = () => expect.unreachable()
    expect(openCache({ env, onNotice })).not.toBe(null)
    delete env[name]
    expect(openCache({ env, onNotice })).toBe(null)
  })

  test('a server of its own without the service: not a word, and it is asked once', async () => {
    const service = await startService()
    const { cache, notices } = startJob(service, [MAIN], {
      env: { GITHUB_SERVER_URL: 'https://git.example.com' },
    })
    expect(await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })).toBe(null)
    expect(await cache.save(fill(cache.place('store'), 'x'), 'key-1')).toBe(false)
    expect(notices).toEqual([])
    expect(service.requests).toEqual([])
  })

  test('a place outside of the temporary directory is a bug, not a restore', async () => {
    const service = await startService()
    const { cache, temporary } = startJob(service)
    for (const directory of [temporary, join(temporary, 'x'), '/tmp', cache.place('../x')]) {
      await expect(cache.restore(directory, { key: 'k', prefixes: [] })).rejects.toThrow('no place')
    }
    expect(existsSync(temporary)).toBe(true)
  })
})

/** Far less than the patience of @actions/cache. */
const TIME_LIMIT_MS = 4_000
/** @actions/cache tries again for half a minute: here its pauses take a fiftieth. */
const PAUSES = `const { setTimeout } = globalThis
globalThis.setTimeout = (f, ms, ...args) => setTimeout(f, ms / 50, ...args)`
const IMPATIENT = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(PAUSES)}` }

describe.concurrent('a broken service costs time and a notice', () => {
  const restores: [CacheOperation, CacheFault, 'own host' | 'azure', RegExp][] = [
    ['lookup', 401, 'own host', /401/],
    ['lookup', 429, 'own host', /429/],
    ['lookup', 503, 'own host', /503/],
    ['lookup', 'html', 'own host', /not valid JSON/],
    ['lookup', 'reset', 'own host', /ECONNRESET/],
    ['lookup', 'stall', 'own host', /within 4 s/],
    ['download', 404, 'own host', /tar/],
    ['download', 'html', 'own host', /tar/],
    ['download', 'reset', 'own host', /within 4 s/],
    ['download', 404, 'azure', /did not say why/],
    ['download', 503, 'azure', /within 4 s/],
    ['download', 'stall', 'azure', /within 4 s/],
    ['download', 'corrupt', 'azure', /tar/],
    ['download', 'truncated', 'azure', /aborted/],
  ]

  test.each(restores)('restore: %s, %s, %s', async (operation, fault, host, why) => {
    const azure = host === 'azure'
    const service = await filledService({ azure })
    service.fault(operation, fault)
    // Only what ends at the limit has a short one: on a busy machine the process would not reach the service within it.
    const limit = String(why).includes('within 4 s') ? { timeLimitMs: TIME_LIMIT_MS } : { env: IMPATIENT }
    const { cache, notices, left } = startJob(service, [MAIN], limit)
    expect(await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })).toBe(null)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/^store was not restored: /)
    expect(notices[0]).toMatch(why)
    // Signed addresses are secrets, and a half-unpacked directory is worse than none.
    expect(notices[0]).not.toMatch(/sig=|\n/)
    expect(left()).toEqual([])
  })

  const saves: [CacheOperation, CacheFault][] = [
    ['reserve', 500],
    ['reserve', 'reset'],
    ['upload', 403],
    ['upload', 503],
    ['upload', 'stall'],
    ['finalize', 404],
    ['finalize', 'html'],
  ]
  test.each(saves)('save: %s, %s', async (operation, fault) => {
    const service = await startService()
    service.fault(operation, fault)
    const { cache, notices, left } = startJob(service, [MAIN], { timeLimitMs: TIME_LIMIT_MS })
    const directory = fill(cache.place('store'), 'one')
    expect(await cache.save(directory, 'key-1')).toBe(false)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/^store was not saved: /)
    expect(contentOf(directory)).toBe('one')
    expect(left()).toEqual(['store'])
    expect(service.keys).toEqual([])
  })
})

describe('after a failure', () => {
  test('a quick one: the cache is still asked', async () => {
    stopClock()
    const service = await filledService()
    service.fault('download', 'corrupt')
    const { cache, notices } = startJob(service)
    await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })
    expect(await cache.save(fill(cache.place('store'), 'two'), 'key-2')).toBe(true)
    expect(notices).toHaveLength(1)
  })

  test('a slow one: after a minute the job goes on without', async () => {
    stopClock()
    const service = await filledService()
    service.fault('lookup', 'stall')
    const { cache, notices } = startJob(service, [MAIN], { timeLimitMs: null })
    const restored = cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })
    await service.seen('POST GetCacheEntryDownloadURL')
    vi.advanceTimersByTime(60_000)
    expect(await restored).toBe(null)
    const before = service.requests.length
    expect(await cache.save(fill(cache.place('store'), 'two'), 'key-2')).toBe(false)
    expect(notices).toEqual([
      'store was not restored: it did not come to an end within 60 s. The cache is not asked again in this job',
    ])
    expect(service.requests).toHaveLength(before)
  })

  test('an archive that holds something else is as good as none', async () => {
    const service = await filledService()
    const other = temporaryDirectory()
    mkdirSync(join(other, 'benchgate/other'), { recursive: true })
    const archive = execFileSync('tar', ['-c', '--zstd', '-C', other, 'benchgate/other'])
    service.replace('key-1', archive)
    const { cache, notices } = startJob(service)
    expect(await cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })).toBe(null)
    expect(notices).toEqual(['store was not restored: key-1 holds something else'])
  })

  test('an abort ends the process at once and says nothing', async () => {
    const service = await filledService()
    service.fault('download', 'stall')
    const controller = new AbortController()
    const { cache, notices, left } = startJob(service, [MAIN], { signal: controller.signal })
    const restoring = cache.restore(cache.place('store'), { key: 'key-1', prefixes: [] })
    await service.seen('GET blob')
    controller.abort()
    expect(await restoring).toBe(null)
    expect(await cache.save(fill(cache.place('store'), 'x'), 'key-2')).toBe(false)
    expect(notices).toEqual([])
    expect(left()).toEqual(['store'])
  })
})
