import { afterEach, beforeEach, expect, test } from 'vitest'
import { runPath } from '../../src/store/paths.ts'
import { MAX_RUN_BYTES, renderRun } from '../../src/store/run-file.ts'
import type { StoredRun } from '../../src/model/stored-run.ts'
import { sampleMetric, sampleRun, shaOf } from './sample-run.ts'
import { READER, StoreStage } from './stage.ts'

let stage: StoreStage
beforeEach(async () => {
  stage = await StoreStage.open()
})
afterEach(() => stage.close())

const pathsOf = (runs: readonly StoredRun[]) => runs.map(({ path }) => path)
const file = (name: number) => ({ [runPath(sampleRun(name))]: renderRun(sampleRun(name)) })
const storeError = (what: { message?: string; remedy?: string }) =>
  expect.objectContaining({
    code: 'store',
    exitCode: 3,
    ...(what.message === undefined ? {} : { message: expect.stringContaining(what.message) }),
    ...(what.remedy === undefined ? {} : { remedy: expect.stringContaining(what.remedy) }),
  })
/** Bytes that went over the wire in `work`, both ways, and in how many requests. */
async function traffic(work: () => Promise<unknown>): Promise<{ bytes: number; requests: number }> {
  const from = stage.server.exchanges.length
  await work()
  const during = stage.server.exchanges.slice(from)
  const bytes = during.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0)
  return { bytes, requests: during.length }
}

test('a repository without the branch: nothing stored, and no complaint', async () => {
  const store = await stage.store()
  expect(await store.read(10)).toEqual({ tip: null, runs: [], warnings: [] })
  expect((await store.verify())?.faults ?? []).toEqual([])
})

test('the first run creates an orphan branch, others are added to it', async () => {
  const first = await (await stage.store()).append(sampleRun(1))
  expect(first).toMatchObject({ path: runPath(sampleRun(1)), attempts: 1, via: 'push', warnings: [] })
  expect(stage.files()).toEqual(['benchgate.json', runPath(sampleRun(1))])
  expect(stage.repository.git('show', 'benchgate:benchgate.json')).toBe('{"schema": 1}')
  expect(stage.repository.git('show', `benchgate:${first.path}`)).toBe(renderRun(sampleRun(1)).trim())
  const second = await (await stage.store()).append(sampleRun(2))
  expect(stage.tip()).toBe(second.commit)
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('2')
  expect(stage.repository.git('log', '-1', '--format=%an %s', 'benchgate')).toMatch(
    /^Benchgate Record [0-9a-f]{12} \(run 8123456, attempt 1\)$/,
  )
})

test('runs are read newest first, across months, no more than asked for', async () => {
  const later = {
    ...sampleRun('later'),
    run: { id: '9', attempt: 2, recordedAt: '2027-01-02T03:04:05Z', key: 'default' },
  }
  stage.storeByHand(sampleRun(2), sampleRun(1), later)
  const { tip, runs, warnings } = await (await stage.store()).read(10)
  expect(tip).toBe(stage.tip())
  expect(runs).toEqual([later, sampleRun(2), sampleRun(1)].map((run) => ({ path: runPath(run), run })))
  expect(warnings).toEqual([])
  expect(pathsOf((await (await stage.store()).read(2)).runs)).toEqual([later, sampleRun(2)].map(runPath))
  expect((await (await stage.store()).read(0)).runs).toEqual([])
})

test('files are fetched once and in one request', async () => {
  stage.commitByHand(Object.assign({}, ...Array.from({ length: 30 }, (_, i) => file(i))))
  const store = await stage.store()
  const cold = await traffic(() => store.read(20))
  // Two fetches, the branch and its files: each says hello and asks, the first also where the branch is.
  expect(cold.requests).toBe(5)
  // And what is here already is not asked for again.
  const warm = await traffic(async () => expect((await store.read(20)).runs).toHaveLength(20))
  expect(warm.requests).toBe(3)
  await store.append(sampleRun(40))
  const next = await traffic(async () => expect((await store.read(20)).runs).toHaveLength(20))
  expect(next.requests).toBe(3)
  expect(warm.bytes + next.bytes).toBeLessThan(cold.bytes)
})

test('a scan visits the same runs as a reading, one after the other', async () => {
  stage.storeByHand(...named(0, 12), { ...sampleRun(12), run: { ...sampleRun(12).run, key: 'other' } })
  stage.commitByHand({ [runPath(sampleRun(20))]: 'no JSON' })
  const store = await stage.store()
  for (const [limit, key] of [
    [Infinity, undefined],
    [5, 'default'],
    [0, 'default'],
  ] as const) {
    const { runs, ...about } = await store.read(limit, key)
    const visited: StoredRun[] = []
    let open = 0
    const scanned = await store.scan({ limit, key }, async (stored) => {
      expect(open++).toBe(0)
      await Promise.resolve()
      visited.push(stored)
      open--
    })
    expect(visited).toEqual(runs)
    expect(scanned).toEqual(about)
  }
  await expect(
    store.scan({ limit: 5 }, () => {
      throw new Error('of the visitor')
    }),
  ).rejects.toThrow('of the visitor')
})

test('releases are the tags of the remote, by the commits behind them', async () => {
  const commit = stage.storeByHand(sampleRun(1))
  const store = await stage.store()
  expect(await store.releases()).toEqual(new Map())
  const { repository } = stage
  for (const name of ['v1.0.0', 'v1', 'v2.0.0-rc.1', 'nightly']) repository.git('tag', name, commit)
  repository.git(
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.invalid',
    'tag',
    '-am',
    'x',
    'v1.1.0',
    commit,
  )
  expect(await store.releases()).toEqual(new Map([[commit, ['v1.0.0', 'v1.1.0']]]))
})

test('a step that is repeated finds its run there', async () => {
  const first = await (await stage.store()).append(sampleRun(1))
  const again = await (await stage.store()).append(sampleRun(1))
  expect(again).toMatchObject({ path: first.path, commit: first.commit, warnings: [] })
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('1')
})

test('another content at the same path is an error, and overwrites nothing', async () => {
  const tip = stage.storeByHand(sampleRun(1))
  const other = sampleRun(1, { seed: 'another' })
  await expect((await stage.store()).append(other)).rejects.toEqual(
    storeError({ message: 'with another content', remedy: 'Nothing was overwritten' }),
  )
  expect(stage.tip()).toBe(tip)
})

test('a run that could not be read again is not stored', async () => {
  const run = sampleRun(1, {
    benchmarks: [{ id: 'a', suite: 'b', metrics: [sampleMetric({ values: [Number.NaN] })] }],
  })
  await expect((await stage.store()).append(run)).rejects.toEqual(storeError({ message: 'cannot be stored' }))
  expect(stage.tip()).toBeNull()
})

test.each([
  ['a token that only reads', READER, { message: 'the token may not write', remedy: 'contents: write' }],
  ['no token', null, { message: 'the remote wants to know who asks', remedy: 'github-token' }],
])('%s', async (_, token, what) => {
  await expect((await stage.store({ token })).append(sampleRun(1))).rejects.toEqual(storeError(what))
  expect(stage.tip()).toBeNull()
})

test('a repository that is not there', async () => {
  const store = await stage.store({ remote: `${stage.server.url}/owner/none.git` })
  await expect(store.read(1)).rejects.toEqual(storeError({ message: 'there is no such repository' }))
})

test('a remote that does not answer', async () => {
  const remote = stage.remote
  await stage.server.close()
  const store = await stage.store({ remote, random: () => 0 })
  await expect(store.append(sampleRun(1))).rejects.toEqual(
    storeError({ message: 'the remote did not answer' }),
  )
})

const PROTECTED = `error: GH006: Protected branch update failed for refs/heads/benchgate.
error: Changes must be made through a pull request.
`
const SIGNED = `error: GH013: Repository rule violations found for refs/heads/benchgate.

- Commits must have verified signatures.
  Found 1 violation:
`

test('a protected branch', async () => {
  stage.repository.refuse(PROTECTED)
  const store = await stage.store({ commitByApi: () => Promise.reject(new Error('not to be asked')) })
  await expect(store.append(sampleRun(1))).rejects.toEqual(
    storeError({ message: 'GH006: Protected branch update failed', remedy: 'Exempt the branch benchgate' }),
  )
})

test('signed commits required: the commit is made by the API, at the head that was seen', async () => {
  stage.storeByHand(sampleRun(1))
  stage.repository.refuse(SIGNED)
  const asked: unknown[] = []
  let calls = 0
  const store = await stage.store({
    random: () => 0,
    commitByApi: (change) => {
      asked.push(change.expectedHeadSha)
      // The first time somebody else was faster.
      if (++calls === 1) {
        stage.commitByHand(file(2))
        return Promise.resolve(null)
      }
      expect(change).toMatchObject({
        branch: 'benchgate',
        path: runPath(sampleRun(3)),
        content: renderRun(sampleRun(3)),
      })
      return Promise.resolve(stage.commitByHand({ [change.path]: change.content }))
    },
  })
  const done = await store.append(sampleRun(3))
  expect(done).toMatchObject({ via: 'api', commit: stage.tip(), warnings: [] })
  expect(asked).toHaveLength(2)
  expect(asked[1]).toBe(stage.repository.git('rev-parse', 'benchgate~1'))
  expect(pathsOf((await store.read(10)).runs)).toEqual([3, 2, 1].map((name) => runPath(sampleRun(name))))
})

test('signed commits required, and no API or no branch yet', async () => {
  stage.repository.refuse(SIGNED)
  const expected = storeError({ message: 'wants signed commits', remedy: 'Require signed commits' })
  await expect((await stage.store()).append(sampleRun(1))).rejects.toEqual(expected)
  const commitByApi = () => Promise.reject(new Error('not to be asked'))
  await expect((await stage.store({ commitByApi })).append(sampleRun(1))).rejects.toEqual(expected)
})

test('it gives up after 20 attempts and two minutes, and not before', async () => {
  stage.storeByHand(sampleRun(1))
  stage.repository.refuse(SIGNED)
  let now = 0
  let calls = 0
  const store = await stage.store({
    random: () => 0,
    clock: () => new Date(now),
    commitByApi: () => {
      calls++
      now += 10_000
      return Promise.resolve(null)
    },
  })
  await expect(store.append(sampleRun(2))).rejects.toEqual(
    storeError({ message: 'other writers were faster each time', remedy: 'Run the job again' }),
  )
  // The first attempt was the push that asked for a signature.
  expect(calls).toBeGreaterThanOrEqual(19)
  expect(now).toBeGreaterThanOrEqual(120_000)
})

test('it can be stopped while it waits for its next attempt', async () => {
  stage.storeByHand(sampleRun(1))
  stage.repository.refuse(SIGNED)
  const controller = new AbortController()
  const store = await stage.store({
    signal: controller.signal,
    random: () => 0.999,
    commitByApi: () => {
      setImmediate(() => controller.abort(new Error('stopped by a test')))
      return Promise.resolve(null)
    },
  })
  await expect(store.append(sampleRun(2))).rejects.toThrow('stopped by a test')
})

test('a host that fails before it takes the push, and a connection that breaks after it did', async () => {
  const failures = [502, 503]
  stage.server.beforeReceive = () => failures.pop() ?? null
  const store = await stage.store({ random: () => 0 })
  expect(await store.append(sampleRun(1))).toMatchObject({ attempts: 3, warnings: [] })
  let answers = 1
  stage.server.onExchange = ({ method, path }) => {
    if (method === 'POST' && path.endsWith('git-receive-pack') && answers-- > 0) throw new Error('reset')
  }
  expect(await store.append(sampleRun(2))).toMatchObject({ warnings: [], commit: stage.tip() })
  expect(answers).toBeLessThan(1)
  expect(stage.files()).toHaveLength(3)
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('2')
})

test('a branch that was deleted is created again, and said to be', async () => {
  const store = await stage.store()
  const { commit } = await store.append(sampleRun(1))
  stage.repository.setBranch('benchgate', null)
  const { warnings } = await store.append(sampleRun(2))
  expect(warnings).toEqual([expect.stringContaining(`was deleted`)])
  expect(warnings[0]).toContain(commit)
  expect(stage.files()).toEqual(['benchgate.json', runPath(sampleRun(2))])
  // Said once: from here on this is the branch.
  expect((await store.append(sampleRun(3))).warnings).toEqual([])
})

test.each([
  ['before the host says where the branch is', /^POST .*upload-pack$/, 2],
  ['after the host said where the branch is', /^GET .*receive-pack$/, 1],
])('a branch that was deleted between the fetch and the push, %s', async (_, request, times) => {
  const store = await stage.store({ random: () => 0 })
  const { commit } = await store.append(sampleRun(1))
  let seen = 0
  stage.server.onExchange = ({ method, path }) => {
    if (request.test(`${method} ${path}`) && ++seen === times) stage.repository.setBranch('benchgate', null)
  }
  const done = await store.append(sampleRun(2))
  expect(seen).toBeGreaterThanOrEqual(times)
  // A host that still has the commit below takes the push as it is: then nothing is lost at all.
  if (stage.files().includes(runPath(sampleRun(1)))) expect(done.warnings).toEqual([])
  else expect(done.warnings.join()).toContain(commit)
  expect(stage.files()).toContain(runPath(sampleRun(2)))
})

test('a deletion in between two jobs is told by the mirror that the later one took over', async () => {
  const directory = stage.newDirectory()
  const { commit } = await (await stage.store({ directory })).append(sampleRun(1))
  stage.repository.setBranch('benchgate', null)
  const later = await stage.store({ directory })
  expect(await later.read(10)).toEqual({ tip: null, runs: [], warnings: [expect.stringContaining(commit)] })
  expect((await later.append(sampleRun(2))).warnings.join()).toContain(commit)
})

test('a branch that was rewritten is added to, with the commit that is gone', async () => {
  const store = await stage.store()
  await store.append(sampleRun(1))
  const { commit } = await store.append(sampleRun(2))
  const rewritten = stage.commitByHand(file(9), { parent: null })
  const { warnings } = await store.append(sampleRun(3))
  expect(warnings).toEqual([expect.stringContaining('was rewritten')])
  expect(warnings[0]).toContain(commit)
  expect(stage.repository.git('rev-parse', 'benchgate~1')).toBe(rewritten)
  expect(stage.files().sort()).toEqual([9, 3].map((name) => runPath(sampleRun(name))).sort())
})

test('a branch that only grew is not said to be rewritten, however far', async () => {
  const store = await stage.store()
  await store.append(sampleRun(0))
  stage.storeByHand(...named(1, 70))
  expect((await store.append(sampleRun(99))).warnings).toEqual([])
})

test('what is broken on the branch is left out with a sentence, and the rest is read', async () => {
  const good = sampleRun(1)
  const at = (minute: number) => runPath(sampleRun(minute))
  stage.commitByHand(
    {
      'benchgate.json': '{"schema": 1}\n',
      [runPath(good)]: renderRun(good),
      [at(2)]: renderRun(sampleRun(2)).slice(0, 100),
      [at(3)]: JSON.stringify({ ...sampleRun(3), schema: 7 }),
      [at(4)]: renderRun(sampleRun(4)).replace('{', '{"__proto__": {"polluted": 1},'),
      // Zeroes, so that the host need not send all of it.
      [at(5)]: Buffer.alloc(MAX_RUN_BYTES + 1),
      [at(6).replace('8123456', 'abc')]: renderRun(sampleRun(6, { run: { ...sampleRun(6).run, id: 'abc' } })),
      [at(6).replace('8123456', 'ABC')]: renderRun(sampleRun(6, { run: { ...sampleRun(6).run, id: 'ABC' } })),
      'runs/2026-11/notes.txt': 'hello',
      'RUNS/2026-11/other.json': '{}',
      'runs/2026-99/none.json': '{}',
    },
    { links: { [at(7)]: '/etc/passwd', 'runs/2026-12': '/etc' } },
  )
  const { runs, warnings } = await (await stage.store()).read(100)
  expect(runs.map(({ run }) => run.run.id)).toEqual(['abc', 'ABC', '8123456', '8123456'])
  expect(runs.at(-1)!.run).toEqual(good)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  const said = warnings.join('\n')
  expect(said).toContain(`${at(2)} was left out: it is not JSON`)
  expect(said).toContain(
    `${at(3)} was left out: it was written by a newer Benchgate (schema 7; this one reads 1)`,
  )
  expect(said).toContain(`${at(5)} was left out: it has ${MAX_RUN_BYTES + 1} bytes`)
  expect(said).toContain('runs/2026-12 was left out: it is not a folder')
  expect(said).toMatch(/"runs\/2026-11\/.*" and 1 more there left out: not a run's file/)
  expect(warnings).toHaveLength(5)
  // And a run can be added to all of that, which stays as it is.
  const before = stage.files()
  await (await stage.store()).append(sampleRun(8))
  expect(stage.files().sort()).toEqual([...before, at(8)].sort())
})

test('many broken files make few sentences', async () => {
  const broken = Array.from({ length: 40 }, (_, i) => [runPath(sampleRun(i)), 'no JSON'])
  stage.commitByHand(Object.fromEntries(broken))
  const { warnings } = await (await stage.store()).read(100)
  expect(warnings).toHaveLength(21)
  expect(warnings.at(-1)).toBe('20 more like these')
})

test('a host without filters: everything of the newest commit comes, and works', async () => {
  const plain = await StoreStage.open({ filters: false })
  try {
    plain.storeByHand(sampleRun(1), sampleRun(2))
    const store = await plain.store()
    expect(pathsOf((await store.read(10)).runs)).toEqual([2, 1].map((name) => runPath(sampleRun(name))))
    // All files of so many commits would come along.
    expect(await store.ancestors(plain.tip()!, 10)).toEqual([])
    expect((await store.verify())?.faults ?? []).toEqual([])
  } finally {
    await plain.close()
  }
})

test('a host that hands out no objects by name: the mirror is made without filters, and stays so', async () => {
  const old = await StoreStage.open({ version2: false })
  try {
    const directory = old.newDirectory()
    old.storeByHand(sampleRun(1), sampleRun(2))
    for (const _ of [1, 2]) {
      const store = await old.store({ directory })
      expect(pathsOf((await store.read(10)).runs)).toEqual([2, 1].map((name) => runPath(sampleRun(name))))
    }
    await (await old.store({ directory })).append(sampleRun(3))
    expect(old.files()).toHaveLength(4)
  } finally {
    await old.close()
  }
})

test('a path for a remote', async () => {
  const store = await stage.store({ remote: stage.repository.directory, token: null })
  await store.append(sampleRun(1))
  expect(pathsOf((await store.read(10)).runs)).toEqual([runPath(sampleRun(1))])
})

test('ancestors come as commits alone', async () => {
  const big = Buffer.alloc(100_000, 'x')
  stage.commitByHand({ one: big })
  for (let i = 0; i < 10; i++) stage.commitByHand({ [`file ${i}`]: Buffer.from(`${i}`.repeat(50_000)) })
  const store = await stage.store()
  const tip = stage.tip()!
  const all = stage.repository.git('rev-list', tip).split('\n')
  const { bytes } = await traffic(async () => expect(await store.ancestors(tip, 500)).toEqual(all))
  expect(bytes).toBeLessThan(10_000)
  expect(await store.ancestors(tip, 3)).toEqual(all.slice(0, 3))
  expect(await store.ancestors('1'.repeat(40), 3)).toEqual([])
})

test('calls at once wait for each other', async () => {
  const store = await stage.store()
  await Promise.all([store.append(sampleRun(1)), store.append(sampleRun(2)), store.read(3), store.verify()])
  expect(stage.files()).toHaveLength(3)
})

test('verify names every commit that does more than add and delete runs', async () => {
  const store = await stage.store()
  await store.append(sampleRun(1))
  await store.append(sampleRun(2))
  expect(await store.verify()).toEqual({ commits: 2, faults: [], deletions: [], deleted: 0 })
  const changes = stage.commitByHand({ [runPath(sampleRun(1))]: 'other' })
  const adds = stage.commitByHand({ 'README.md': 'hello', ...file(5) })
  const links = stage.commitByHand({}, { links: { [runPath(sampleRun(6))]: '/etc/passwd' } })
  const format = stage.commitByHand({ 'benchgate.json': '{"schema": 1, "more": 1}' })
  const back = takenFrom(stage.repository.git('rev-parse', `${changes}^`), format)
  const without = stage.commitByHand({ 'benchgate.json': null })
  const short = (sha: string) => sha.slice(0, 12)
  expect(await store.verify()).toEqual({
    commits: 8,
    faults: [
      `${short(without)} deletes "benchgate.json"`,
      `${short(back)} changes "benchgate.json"`,
      `${short(back)} changes "${runPath(sampleRun(1))}"`,
      `${short(format)} changes "benchgate.json"`,
      `${short(links)} adds "${runPath(sampleRun(6))}", which is not a plain file`,
      `${short(adds)} adds "README.md", which is no run`,
      `${short(changes)} changes "${runPath(sampleRun(1))}"`,
    ],
    // What was no run may go too.
    deletions: [{ commit: back, files: 3 }],
    deleted: 3,
  })
  expect(stage.leftovers().filter((name) => name.endsWith('-verify'))).toEqual([])
})

test('a path that comes again with another content was rewritten, unless it was broken', async () => {
  const store = await stage.store()
  await store.append(sampleRun(1))
  const path = runPath(sampleRun(1))
  stage.commitByHand({ [path]: null })
  const again = stage.commitByHand({ [path]: renderRun(sampleRun(1, { seed: 'another' })) })
  const broken = runPath(sampleRun(2))
  stage.commitByHand({ [broken]: 'no JSON' })
  stage.commitByHand({ [broken]: null })
  stage.commitByHand(file(2))
  expect((await store.verify())!.faults).toEqual([
    `${again.slice(0, 12)} adds "${path}" again, with another content`,
  ])
})

/** A commit on `parent` with the files of another one. */
function takenFrom(commit: string, parent: string): string {
  const tree = stage.repository.git('rev-parse', `${commit}^{tree}`)
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.invalid']
  const sha = stage.repository.git(...who, 'commit-tree', tree, '-p', parent, '-m', 'back')
  stage.repository.setBranch('benchgate', sha)
  return sha
}

const named = (from: number, count: number) => Array.from({ length: count }, (_, i) => sampleRun(from + i))
const inMonth = (index: number, month: string) => {
  const run = sampleRun(index)
  return { ...run, run: { ...run.run, recordedAt: run.run.recordedAt.replace('2026-11', month) } }
}

test('many runs are one commit, and are there once', async () => {
  const runs = [...named(0, 120), inMonth(120, '2026-12'), inMonth(121, '2027-01')]
  const done = await (await stage.store()).appendAll(runs)
  expect(done).toEqual({ added: 122, commit: stage.tip(), warnings: [] })
  expect(stage.files()).toEqual(['benchgate.json', ...runs.map(runPath)])
  expect(stage.repository.git('log', '--format=%an %s', 'benchgate')).toBe('Benchgate Record 122 runs')
  for (const run of [runs[0]!, runs[121]!])
    expect(stage.repository.git('show', `benchgate:${runPath(run)}`)).toBe(renderRun(run).trim())
  const store = await stage.store()
  expect((await store.verify())?.faults ?? []).toEqual([])
  expect((await store.read(200)).runs.map(({ run }) => run)).toEqual(runs.toReversed())
  expect(await store.appendAll(runs)).toEqual({ added: 0, commit: done.commit, warnings: [] })
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('1')
})

test('those that are there stay, whatever month they are of, and only the others are added', async () => {
  const runs = [...named(0, 3), inMonth(3, '2026-12'), inMonth(4, '2027-01')]
  stage.storeByHand(runs[1]!, runs[3]!)
  const store = await stage.store()
  expect(await store.appendAll([...runs, runs[0]!])).toMatchObject({ added: 3, commit: stage.tip() })
  expect(stage.files()).toEqual(['benchgate.json', ...runs.map(runPath)])
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('3')
  expect((await store.verify())?.faults ?? []).toEqual([])
})

test('one of many with another content: nothing is added', async () => {
  const tip = stage.storeByHand(sampleRun(1))
  const runs = [sampleRun(0), sampleRun(1, { seed: 'another' })]
  await expect((await stage.store()).appendAll(runs)).rejects.toEqual(
    storeError({ message: 'with another content', remedy: 'Nothing was overwritten' }),
  )
  expect(stage.tip()).toBe(tip)
})

test('many runs while another writer is faster: added on top of what it wrote', async () => {
  stage.storeByHand(sampleRun(100))
  let others = 2
  stage.server.onExchange = ({ method, path }) => {
    // Between the fetch and the push.
    if (method === 'POST' && path.endsWith('git-upload-pack') && others > 0)
      stage.commitByHand(file(200 + others--))
  }
  const store = await stage.store({ random: () => 0 })
  expect(await store.appendAll(named(0, 50))).toMatchObject({ added: 50, commit: stage.tip(), warnings: [] })
  expect(stage.files()).toHaveLength(1 + 50 + 3)
  expect(others).toBe(0)
})

test('what is more than one commit may hold comes in several', async () => {
  const name = 'x'.repeat(9_000)
  const benchmarks = Array.from({ length: 1_250 }, (_, i) => ({ id: `${name}${i}`, suite: 's', metrics: [] }))
  const runs = named(0, 3).map((run) => ({ ...run, benchmarks }))
  const store = await stage.store()
  expect(await store.appendAll(runs)).toMatchObject({ added: 3, commit: stage.tip() })
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('2')
  expect(stage.files()).toEqual(['benchgate.json', ...runs.map(runPath)])
})

test('no runs are no commit', async () => {
  expect(await (await stage.store()).appendAll([])).toEqual({ added: 0, commit: null, warnings: [] })
  expect(stage.tip()).toBeNull()
})

test('many runs and signed commits required: refused, since the API takes one file', async () => {
  stage.storeByHand(sampleRun(9))
  stage.repository.refuse(SIGNED)
  const commitByApi = () => Promise.reject(new Error('not to be asked'))
  await expect((await stage.store({ commitByApi })).appendAll(named(0, 2))).rejects.toEqual(
    storeError({ message: 'wants signed commits', remedy: 'Require signed commits' }),
  )
})

test('runs are removed in one commit, and what is left can be read and added to', async () => {
  const runs = [...named(0, 6), inMonth(6, '2026-12'), inMonth(7, '2027-01')]
  stage.storeByHand(...runs)
  const directory = stage.newDirectory()
  const before = await stage.store({ directory })
  await before.read(10)
  const store = await stage.store()
  const paths = [0, 1, 2, 6].map((index) => runPath(runs[index]!))
  const kept = [shaOf('commit 3'), shaOf('commit 3')]
  const done = await store.remove([...paths, runPath(sampleRun(99))], kept)
  expect(done).toMatchObject({ removed: paths, attempts: 1, commit: stage.tip(), warnings: [] })
  // A month that holds nothing is gone too.
  expect(stage.files()).toEqual(['benchgate.json', ...[3, 4, 5, 7].map((index) => runPath(runs[index]!))])
  expect(stage.repository.git('rev-parse', 'benchgate~1')).not.toBe(stage.tip())
  expect(stage.repository.git('log', '-1', '--format=%B', 'benchgate')).toBe(
    `Prune 4 runs\n\nAround change points:\nKeeps ${shaOf('commit 3').slice(0, 12)}`,
  )
  expect((await store.verify())!).toMatchObject({
    faults: [],
    deletions: [{ commit: done.commit, files: 4 }],
    deleted: 4,
  })
  // A job that saw the branch before, here or in its mirror, finds no damage.
  for (const job of [before, await stage.store({ directory })])
    expect((await job.append(sampleRun(before === job ? 20 : 21))).warnings).toEqual([])
  expect(pathsOf((await store.read(3)).runs)).toHaveLength(3)
  const again = await store.remove(paths, [])
  expect(again).toMatchObject({ removed: [], commit: stage.tip() })
})

test('all runs but none of the format is removed, and the branch begins again', async () => {
  stage.storeByHand(sampleRun(0), sampleRun(1))
  const store = await stage.store()
  await store.remove(
    [0, 1].map((name) => runPath(sampleRun(name))),
    [],
  )
  expect(stage.files()).toEqual(['benchgate.json'])
  expect(await store.read(10)).toMatchObject({ runs: [], warnings: [] })
  await store.append(sampleRun(2))
  expect(stage.files()).toEqual(['benchgate.json', runPath(sampleRun(2))])
})

test('a removal while other writers are faster takes nothing of theirs', async () => {
  stage.storeByHand(...named(0, 6))
  let others = 3
  stage.server.onExchange = ({ method, path }) => {
    if (method === 'POST' && path.endsWith('git-upload-pack') && others > 0)
      stage.commitByHand(file(200 + others--))
  }
  const store = await stage.store({ random: () => 0 })
  const paths = named(0, 3).map(runPath)
  expect(await store.remove(paths, [])).toMatchObject({ removed: paths, commit: stage.tip(), warnings: [] })
  expect(others).toBe(0)
  const left = [3, 4, 5, 201, 202, 203].map((name) => runPath(sampleRun(name)))
  expect(stage.files()).toEqual(['benchgate.json', ...left])
})

test('writers and removals at once: nothing but what was to go is gone', async () => {
  stage.storeByHand(...named(0, 30))
  const stores = await Promise.all(Array.from({ length: 6 }, () => stage.store()))
  const paths = named(0, 20).map(runPath)
  await Promise.all(
    stores.map((store, i) =>
      i % 2 === 0 ? store.append(sampleRun(100 + i)) : store.remove(paths.slice(0, 10 + 2 * i), []),
    ),
  )
  const left = [...named(20, 10), sampleRun(100), sampleRun(102), sampleRun(104)].map(runPath)
  expect(stage.files()).toEqual(['benchgate.json', ...left])
  expect((await stores[0]!.verify())!).toMatchObject({ faults: [], deleted: 20 })
})

test('a removal where signed commits are required is refused', async () => {
  const tip = stage.storeByHand(sampleRun(1))
  stage.repository.refuse(SIGNED)
  const commitByApi = () => Promise.reject(new Error('not to be asked'))
  await expect((await stage.store({ commitByApi })).remove([runPath(sampleRun(1))], [])).rejects.toEqual(
    storeError({ message: 'wants signed commits' }),
  )
  expect(stage.tip()).toBe(tip)
})

test.each([{ filters: true }, { filters: false }])(
  'commits that earlier prunes were to keep are read from their messages: %j',
  async (options) => {
    const other = await StoreStage.open(options)
    try {
      const store = await other.store()
      expect(await store.keptByPrunes()).toEqual(new Set())
      other.storeByHand(...named(0, 6))
      const shas = Array.from({ length: 20 }, (_, i) => shaOf(`kept ${i}`))
      await store.remove([runPath(sampleRun(0))], shas.slice(0, 12))
      await store.append(sampleRun(7))
      await store.remove([runPath(sampleRun(1))], shas.slice(8))
      expect(await (await other.store()).keptByPrunes()).toEqual(new Set(shas.map((sha) => sha.slice(0, 12))))
    } finally {
      await other.close()
    }
  },
)

const UNSOUND = { 'not JSON': 'no JSON', 'of another run': renderRun(sampleRun(9)) }

test.each(Object.entries(UNSOUND))('a broken file is replaced by its run: %s', async (_, content) => {
  stage.storeByHand(sampleRun(0), sampleRun(1))
  const path = runPath(sampleRun(2))
  stage.commitByHand({ [path]: content })
  const store = await stage.store()
  const done = await store.repair(sampleRun(2), path)
  expect(done).toMatchObject({ added: path, commit: stage.tip(), warnings: [] })
  expect(done.removed.map((one) => one.path)).toEqual([path])
  expect(stage.repository.git('show', `benchgate:${path}`)).toBe(renderRun(sampleRun(2)).trim())
  // No commit edits a file.
  expect((await store.verify())!.faults).toEqual([])
  expect(stage.repository.git('log', '-2', '--format=%s', 'benchgate').split('\n')[1]).toBe(
    'Remove 1 file that cannot be read',
  )
  expect(await store.repair(sampleRun(2), null)).toMatchObject({ added: null, removed: [] })
})

test('a file under a name of nobody is replaced by its run', async () => {
  stage.commitByHand({
    'benchgate.json': '{"schema": 1}\n',
    'runs/2026-11/copy.json': renderRun(sampleRun(2)),
  })
  const done = await (await stage.store()).repair(sampleRun(2), 'runs/2026-11/copy.json')
  expect(done.removed).toEqual([
    { path: 'runs/2026-11/copy.json', why: 'what is in it belongs to another path' },
  ])
  expect(stage.files()).toEqual(['benchgate.json', runPath(sampleRun(2))])
})

test('a run that could not be pushed is added, through the API too', async () => {
  stage.storeByHand(sampleRun(1))
  expect(await (await stage.store()).repair(sampleRun(2), null)).toMatchObject({
    added: runPath(sampleRun(2)),
    removed: [],
    via: 'push',
  })
  stage.repository.refuse(SIGNED)
  const commitByApi = ({ path, content }: { path: string; content: string }) =>
    Promise.resolve(stage.commitByHand({ [path]: content }))
  const store = await stage.store({ commitByApi, random: () => 0 })
  expect(await store.repair(sampleRun(3), null)).toMatchObject({ via: 'api', commit: stage.tip() })
  // Two commits are more than the API makes.
  stage.commitByHand({ [runPath(sampleRun(4))]: 'no JSON' })
  await expect(store.repair(sampleRun(4), runPath(sampleRun(4)))).rejects.toEqual(
    storeError({ message: 'wants signed commits' }),
  )
})

test.each([
  ['a sound one', runPath(sampleRun(1)), `${runPath(sampleRun(1))} is sound: there is nothing to repair`],
  [
    'one of a newer version',
    runPath(sampleRun(3)),
    `${runPath(sampleRun(3))} is not broken: it was written by a newer Benchgate (schema 7; this one reads 1)`,
  ],
  ['none', runPath(sampleRun(4)), `There is no ${runPath(sampleRun(4))} on the branch benchgate`],
  ['no path of a run', 'benchgate.json', '"benchgate.json" is no path of a run'],
  ['a way out', 'runs/2026-11/../../x', '"runs/2026-11/../../x" is no path of a run'],
])('what is no broken file stays as it is: %s', async (_, path, message) => {
  stage.storeByHand(sampleRun(1))
  stage.commitByHand({ [runPath(sampleRun(3))]: JSON.stringify({ ...sampleRun(3), schema: 7 }) })
  const tip = stage.tip()
  const run = [1, 3, 4].map((name) => sampleRun(name)).find((one) => runPath(one) === path) ?? sampleRun(5)
  await expect((await stage.store()).repair(run, path)).rejects.toEqual(expect.objectContaining({ message }))
  expect(stage.tip()).toBe(tip)
})

test('the run of another file is not taken for that of a broken one', async () => {
  stage.commitByHand({ 'benchgate.json': '{"schema": 1}\n', [runPath(sampleRun(2))]: 'no JSON' })
  await expect((await stage.store()).repair(sampleRun(3), runPath(sampleRun(2)))).rejects.toEqual(
    expect.objectContaining({
      code: 'usage',
      message: `The run that was given belongs at ${runPath(sampleRun(3))}, and not at ${runPath(sampleRun(2))}`,
    }),
  )
})
