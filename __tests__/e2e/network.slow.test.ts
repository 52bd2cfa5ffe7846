import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openCache } from '../../src/github/cache.ts'
import { CacheService } from './doubles/cache-service.ts'
import { HURRY } from '../hurry.ts'
import { recordConnections, recordedConnections } from './doubles/connections.ts'
import { GitHubStage, readWorkspace } from './github-stage.ts'

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-network-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** What a program in one process, or in one that it starts, would reach. */
function connectionsOf(program: string): string[] {
  const file = join(temporaryDirectory(), 'connections')
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'], ...recordConnections(file) },
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return recordedConnections(file)
}

// Nobody listens on that port, and nothing leaves the machine.
test.each([
  ['net', `import net from 'node:net'; net.connect(1234, '127.0.0.1').on('error', () => {})`],
  [
    'net by options',
    `import { connect } from 'node:net'; connect({ port: 1234, host: '127.0.0.1' }).on('error', () => {})`,
  ],
  ['http', `import http from 'node:http'; http.get('http://127.0.0.1:1234').on('error', () => {})`],
  ['https', `import { get } from 'node:https'; get('https://127.0.0.1:1234').on('error', () => {})`],
  ['fetch', `await fetch('http://127.0.0.1:1234').catch(() => {})`],
  [
    'a process that it starts',
    `import { spawnSync } from 'node:child_process'
     spawnSync(process.execPath, ['-e', "fetch('http://127.0.0.1:1234').catch(() => {})"])`,
  ],
])('the recorder sees %s', (_, program) => {
  expect(connectionsOf(program)).toEqual(['connect 127.0.0.1:1234'])
})

test('the recorder sees look-ups and sockets that are none of a network', () => {
  const program = `
    import { lookup } from 'node:dns'
    import dns from 'node:dns/promises'
    import net from 'node:net'
    lookup('one.invalid', () => {})
    await dns.resolve4('two.invalid').catch(() => {})
    net.connect('/nowhere.sock').on('error', () => {})
    net.connect(1234, 'three.invalid').on('error', () => {})`
  expect(connectionsOf(program)).toEqual([
    'connect three.invalid:1234',
    'lookup one.invalid',
    'lookup three.invalid',
    'lookup two.invalid',
    'socket /nowhere.sock',
  ])
})

test('the recorder sees nothing where nothing is done', () => {
  expect(connectionsOf('1 + 1')).toEqual([])
})

test.each([{ azure: false }, { azure: true }])(
  'using the cache asks the cache and nobody else: %o',
  async (o) => {
    const service = await CacheService.start(o)
    onTestFinished(() => service.close())
    const temporary = temporaryDirectory()
    const file = join(temporary, 'connections')
    const env = {
      PATH: process.env['PATH'],
      RUNNER_TEMP: temporary,
      ...service.env({ name: 'refs/heads/main', access: 'read-write' }),
      ...recordConnections(file),
    }
    const cache = openCache({ env, onNotice: (text) => expect.unreachable(text) })!
    const directory = cache.place('store')
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'file'), 'content')
    expect(await cache.save(directory, 'key')).toBe(true)
    expect(await cache.restore(directory, { key: 'key', prefixes: [] })).toEqual({ key: 'key' })
    expect(recordedConnections(file)).toEqual([`connect ${new URL(service.url).host}`])
  },
)

/** The suite asks for it where it is evaluated, so that it is known that measuring processes are watched too. Nobody answers. */
const ASKED_BY_SUITE = '127.0.0.1:1'
const PROJECT = {
  'benchgate.yml': `version: 1
suites: ['*.bench.mjs']
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 60% }
`,
  'a.bench.mjs': `import net from 'node:net'
import { bench, run } from 'mitata'
net.connect(1, '127.0.0.1').on('error', () => {})
bench('loop', function* () { yield { manual: () => 2000 * (1 + 0.01 * Math.random()) } })
await run()
`,
}

describe('the action connects to the hosts that the runner names, and to nobody else:', () => {
  let stage: GitHubStage
  let service: CacheService
  let evidence: string
  beforeAll(async () => {
    stage = await GitHubStage.start({ host: 'github.localhost' })
    service = await CacheService.start()
    stage.commit('main', PROJECT, 'Benchmarks')
    stage.commit('main', { 'words.md': 'words' }, 'Words')
    stage.commit('topic', { 'words.md': 'other words' }, 'Other words')
  })
  afterAll(async () => {
    await service?.close()
    await stage?.stop()
  })

  const hosts = () => ({ api: new URL(stage.api.url).host, cache: new URL(service.url).host })

  /** A job in which everything is watched: what Node connects to, and the remotes that git is given. */
  function watched() {
    const connections = join(temporaryDirectory(), 'connections')
    const trace = join(temporaryDirectory(), 'git')
    const cache = service.env({ name: 'refs/heads/main', access: 'read-write' }) as Record<string, string>
    return {
      env: { ...cache, ...recordConnections(connections, HURRY), GIT_TRACE2_EVENT: trace },
      // It asks whether other gates on this machine still live, by the sockets in their directories.
      connections: () =>
        recordedConnections(connections).filter((one) => !/^socket .*\/benchgate-[^/]+\/owner$/.test(one)),
      remotes: () => new Set(readFileSync(trace, 'utf8').match(/https?:\/\/[^/"]+/g)),
    }
  }
  const connect = (...to: string[]) => to.map((host) => `connect ${host}`).sort()

  test('a record', async () => {
    const { env, connections, remotes } = watched()
    const result = await stage.push('main', { env })
    expect(result.outcome, result.log).toBe('success')
    expect(connections()).toEqual(connect(ASKED_BY_SUITE, hosts().api, hosts().cache))
    expect(remotes()).toEqual(new Set([stage.serverUrl]))
  })

  test('a gate', async () => {
    const { env, connections, remotes } = watched()
    const result = await stage.pullRequest(stage.propose(5, 'topic'), { env })
    expect(result.outcome, result.log).toBe('success')
    evidence = readWorkspace(result, 'benchgate-report.json')
    expect(connections()).toEqual(connect(ASKED_BY_SUITE, hosts().api, hosts().cache))
    expect(remotes()).toEqual(new Set([stage.serverUrl]))
  })

  test('a report, which runs nothing of the project and asks no cache', async () => {
    const { env, connections, remotes } = watched()
    const result = await stage.publish(stage.propose(5, 'topic'), evidence, { env })
    expect(result.outputs['outcome'], result.log).toBe('pass')
    expect(connections()).toEqual(connect(hosts().api))
    expect(remotes()).toEqual(new Set([stage.serverUrl]))
  })
})

test('a remote that cannot be reached is the reason that the comment gives', async () => {
  const stage = await GitHubStage.start()
  onTestFinished(() => stage.stop())
  stage.commit('main', PROJECT, 'Benchmarks')
  stage.commit('topic', { 'words.md': 'words' }, 'Words')
  const before = (workspace: string) => {
    spawnSync('git', ['remote', 'set-url', 'origin', 'http://127.0.0.1:1/octo/project.git'], {
      cwd: workspace,
    })
  }
  const result = await stage.pullRequest(stage.propose(6, 'topic'), { before })
  expect(result.outcome).toBe('failure')
  const happened = stage.api.comments[0]!.body.split('\n').find((line) =>
    line.startsWith('**What happened**'),
  )
  expect(happened).toMatch(
    /^\*\*What happened\*\*: git fetch of .*127\.0\.0\.1:1\/octo\/project\.git failed: unable to access /,
  )
})
