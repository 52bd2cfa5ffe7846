import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import { largeRun } from '../store/sample-run.ts'
import {
  type CacheFault,
  type CacheOperation,
  type CacheScope,
  CacheService,
} from './doubles/cache-service.ts'
import type { StepResult } from './doubles/runner.ts'
import { GitHubStage, readWorkspace } from './github-stage.ts'

// The committed action with the real @actions/cache against the service that it knows. Base and head depend on two versions of one
// package that do the same; each measuring process writes down which of them it found.

const CONFIG = `version: 1
suites: ['*.bench.mjs']
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
base: { setup: npm ci }
budgets:
  - { match: '**', metric: time, max-regression: 60% }
`
const SUITE = `import { appendFileSync } from 'node:fs'
import { bench, run } from 'mitata'
import { version } from 'x'
appendFileSync(process.env.NOTES + '/versions', version + '\\n')
bench('loop', function* () { yield { manual: () => 2000 * (1 + 0.01 * Math.random()) } })
await run()
`
type Version = '1.0.0' | '2.0.0'
/** Runs on the baseline branch, of some kilobytes each. */
const STORED_RUNS = 100

const MAIN: CacheScope[] = [{ name: 'refs/heads/main', access: 'read-write' }]
const ofPull = (number: number): CacheScope[] => [
  { name: `refs/pull/${number}/merge`, access: 'read-write' },
  { name: 'refs/heads/main', access: 'read' },
]

let stage: GitHubStage
/** Where a line finds an npm that writes down each of its calls; npm itself is the real one. */
let bin: string
const services: CacheService[] = []

beforeAll(async () => {
  stage = await GitHubStage.start({ host: 'github.localhost' })
  bin = mkdtempSync(join(stage.directory, 'bin-'))
  const npm = realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$*" >> "$NOTES/installs"\nexec '${npm}' "$@"\n`)
  chmodSync(join(bin, 'npm'), 0o755)

  for (const version of ['1.0.0', '2.0.0'] as const) pack(version)
  const project = { 'benchgate.yml': CONFIG, 'a.bench.mjs': SUITE, '.gitignore': 'node_modules\n' }
  stage.commit('main', { ...project, ...dependingOn('1.0.0') }, 'Benchmarks')
  storeRuns()
  stage.commit('main', { 'words.md': 'words' }, 'Words')
  stage.commit('next', dependingOn('2.0.0'), 'The next x')
})
// At the very end, since some tests run side by side.
afterAll(async () => {
  for (const service of services) await service.close()
  await stage?.stop()
})

/** Archives a version of x, the one dependency, into the repository: no registry is asked for anything. */
function pack(version: Version): void {
  const source = mkdtempSync(join(stage.directory, 'package-'))
  mkdirSync(join(source, 'package'))
  writeFileSync(join(source, 'package/package.json'), JSON.stringify({ name: 'x', version, type: 'module' }))
  writeFileSync(join(source, 'package/index.js'), `export const version = '${version}'\n`)
  const vendor = join(stage.developer.directory, 'vendor')
  mkdirSync(vendor, { recursive: true })
  execFileSync('tar', ['-czf', join(vendor, `x-${version}.tgz`), '-C', source, 'package'])
}

function dependingOn(version: Version): Record<string, string> {
  const root = { name: 'project', dependencies: { x: `file:vendor/x-${version}.tgz` } }
  const packages = { '': root, 'node_modules/x': { version, resolved: root.dependencies.x } }
  return {
    'package.json': JSON.stringify(root),
    'package-lock.json': JSON.stringify({ name: 'project', lockfileVersion: 3, packages }),
  }
}

function storeRuns(): void {
  const { developer, hosted } = stage
  const runs = Array.from({ length: STORED_RUNS }, (_, i) => largeRun(i, 20))
  developer.git('switch', '-q', '--orphan', 'benchgate')
  developer.write(Object.fromEntries(runs.map((run) => [runPath(run), renderRun(run)])))
  developer.commit('Runs')
  developer.git('push', '-q', hosted.directory, 'benchgate')
  developer.git('switch', '-q', 'main')
}

async function startService(): Promise<CacheService> {
  const service = await CacheService.start()
  services.push(service)
  return service
}

/** Variables of a job: npm, where it and the suite take notes, and the cache as far as there is one. */
function variables(cache: NodeJS.ProcessEnv) {
  const NOTES = mkdtempSync(join(stage.directory, 'notes-'))
  const PATH = `${bin}:${process.env['PATH']}`
  return { PATH, NOTES, npm_config_offline: 'true', ...(cache as Record<string, string>) }
}

function notes(directory: string, name: string): string[] {
  const file = join(directory, name)
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

/** Gates the change in a fresh job that has installed its own dependencies; `installs` are the calls of npm by the gate. */
async function gate(pull: number, cache: NodeJS.ProcessEnv) {
  const env = variables(cache)
  const result = await stage.pullRequest(stage.propose(pull, 'next'), {
    env,
    before: (workspace) => {
      const own = { ...variables({}), HOME: stage.directory }
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: workspace, env: own, stdio: 'pipe' })
    },
  })
  const versions = new Set(notes(env.NOTES, 'versions'))
  return { ...result, installs: notes(env.NOTES, 'installs'), versions }
}

/** Records the newest commit of main in a fresh job; `bytes` are those that git got from the server. */
async function record(cache: NodeJS.ProcessEnv) {
  const { exchanges } = stage.server
  const before = exchanges.length
  const result = await stage.push('main', { env: variables(cache) })
  expect(result.outcome, result.log).toBe('success')
  return { ...result, bytes: exchanges.slice(before).reduce((sum, { bytesOut }) => sum + bytesOut, 0) }
}

/** What the step said of the cache. */
const notices = ({ log }: StepResult) => log.split('\n').filter((line) => /not (?:restored|saved)/.test(line))

/** Both sides ran, each on its own dependencies, and nothing but lines of the log tells of the cache. */
function expectSound(job: Awaited<ReturnType<typeof gate>>): void {
  expect(job.outputs['outcome'], job.log).toBe('pass')
  expect(job.versions).toEqual(new Set<Version>(['1.0.0', '2.0.0']))
  // @actions/cache would call an ailing cache an error of the step, or a warning.
  expect(job.annotations).toEqual([])
}

test('a job leaves its mirror of the baseline branch to the next one, which fetches what is new', async () => {
  const service = await startService()
  const cache = service.env(...MAIN)
  const stored = () => stage.storedFiles().filter((file) => file.startsWith('runs/')).length
  const first = await record(cache)
  const tip = stage.hosted.git('rev-parse', 'benchgate')
  expect(service.keys.at(-1)).toMatch(new RegExp(`^benchgate-store-v1-[0-9a-f]{16}-${tip}$`))
  const second = await record(cache)
  const without = await record({})
  for (const job of [first, second, without]) expect(notices(job)).toEqual([])
  expect(stored()).toBe(STORED_RUNS + 3)
  expect(second.bytes).toBeLessThan(first.bytes / 10)
  expect(without.bytes).toBeGreaterThan(first.bytes / 2)
})

test("base's dependencies are installed once, and come from the cache in the next job", async () => {
  const service = await startService()
  const cache = service.env(...ofPull(7))
  const first = await gate(7, cache)
  expectSound(first)
  expect(first.installs).toEqual(['ci'])
  const modules = service.keys.filter((key) => key.startsWith('benchgate-modules-v1-linux-'))
  expect(modules).toHaveLength(1)

  const second = await gate(7, cache)
  expectSound(second)
  expect(second.installs).toEqual([])
  expect(second.log).toContain('base: node_modules from the cache')
  expect(service.keys.filter((key) => key.startsWith('benchgate-modules-'))).toEqual(modules)
  for (const job of [first, second]) expect(notices(job)).toEqual([])
})

describe.concurrent('costs time and a notice, and changes no outcome:', () => {
  const cases: [what: string, faults: Partial<Record<CacheOperation, CacheFault>>, said: RegExp[]][] = [
    [
      'a cache whose archives are broken',
      { download: 'corrupt' },
      [/^modules was not restored: .*tar/, /^store-\w+ was not restored: .*tar/],
    ],
    [
      'a cache that lets nobody in',
      { lookup: 401, reserve: 401 },
      [/^modules was not restored: .*401/, /^modules was not saved: /, /^store-\w+ was not restored: .*401/],
    ],
    [
      'a cache that is late',
      { lookup: 'late' },
      [/^modules was not restored: .*401.*not asked again in this job$/],
    ],
  ]
  test.each(cases)('%s', async (what, faults, said) => {
    const pull = 20 + cases.findIndex(([name]) => name === what)
    const service = await startService()
    // Something has to be there, or a download could not fail.
    await record(service.env(...MAIN))
    expect(service.keys.map((key) => key.split('-v1-')[0])).toEqual(['benchgate-modules', 'benchgate-store'])
    for (const [operation, fault] of Object.entries(faults)) service.fault(operation as CacheOperation, fault)
    const job = await gate(pull, service.env(...ofPull(pull)))
    expectSound(job)
    expect(job.installs).toEqual(['ci'])
    const told = notices(job)
    // On a busy machine any failure may take so long that the job asks no more.
    const isClosed = told.at(-1)?.endsWith('not asked again in this job')
    const wanted = isClosed ? said.slice(0, told.length) : said
    expect(told).toEqual(wanted.map((pattern) => expect.stringMatching(pattern)))
  })

  test('a cache that takes nothing', async () => {
    const service = await startService()
    const job = await gate(30, service.env({ name: 'refs/heads/main', access: 'read' }))
    expectSound(job)
    expect(job.installs).toEqual(['ci'])
    expect(notices(job)).toEqual([expect.stringMatching(/^modules was not saved: .*read-only/)])
    expect(service.keys).toEqual([])
  })

  test('no cache at all, of which there is nothing to say', async () => {
    const job = await gate(31, {})
    expectSound(job)
    expect(job.installs).toEqual(['ci'])
    expect(notices(job)).toEqual([])
  })
})

test('a run is stored whatever the cache does', async () => {
  const service = await startService()
  for (const operation of ['lookup', 'reserve'] as const) service.fault(operation, 401)
  const before = stage.storedFiles().length
  const job = await record(service.env(...MAIN))
  expect(stage.storedFiles()).toHaveLength(before + 1)
  expect(notices(job)).not.toEqual([])
})

test('a job that publishes for others asks the cache for nothing', async () => {
  const service = await startService()
  const measured = await gate(40, service.env(...ofPull(40)))
  expectSound(measured)
  const text = readWorkspace(measured, 'benchgate-report.json')
  const asked = service.requests.length
  expect(asked).toBeGreaterThan(0)

  const exchanges = stage.server.exchanges.length
  const result = await stage.publish(stage.propose(40, 'next'), text, {
    env: variables(service.env(...MAIN)),
  })
  expect(result.outputs['outcome'], result.log).toBe('pass')
  // It did look at the baseline branch.
  expect(stage.server.exchanges.length).toBeGreaterThan(exchanges)
  expect(service.requests).toHaveLength(asked)
})
