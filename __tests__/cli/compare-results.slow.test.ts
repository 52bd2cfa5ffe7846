import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { resultsDigest } from '../../src/config/digest.ts'
import { readEnvironment } from '../../src/measure/environment.ts'
import { reportSchema } from '../../src/model/assessment.ts'
import type { Run } from '../../src/model/stored-run.ts'
import { openStore } from '../../src/store/store.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { benchgate } from './program.ts'

const FORMATS = join(import.meta.dirname, '../fixtures/formats')
const fixture = (name: string) => join(FORMATS, name)

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'benchgate compare-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function write(files: Record<string, unknown>, root = directory): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

async function run(args: readonly string[], cwd = directory) {
  const env = {
    PATH: process.env['PATH'],
    HOME: directory,
    TMPDIR: directory,
    GIT_CONFIG_NOSYSTEM: '1',
    COLUMNS: '200',
  }
  const ended = await benchgate(['compare', ...args], { cwd, env })
  return { ...ended, all: ended.stdout + ended.stderr }
}

/** The assessment that the command wrote, its exit code, and what it said: lines break where the names of this machine let them. */
async function assessed(args: readonly string[], cwd = directory) {
  const { code, stdout, stderr } = await run([...args, '--json', '-'], cwd)
  expect(stdout, stderr).not.toBe('')
  const assessment = reportSchema.parse(JSON.parse(stdout))
  const row = (name: string) => assessment.rows.find((one) => `${one.benchmark} ${one.metric}` === name)
  return { code, assessment, row, text: stderr.replaceAll(/\s+/g, ' ') }
}

const bench = (api: number, bundle: number) => ({
  'bench.json': [{ name: 'api', value: api, unit: 'ms' }],
  'size.json': [{ name: 'bundle', passed: true, size: bundle }],
})
const sides = (base: string[], head: string[]) => ['--base-results', ...base, '--head-results', ...head]

describe('two sides', () => {
  test.each([
    ['one file each', ['go/a.txt'], ['go/b.txt'], 5],
    ['folders', ['criterion/a'], ['criterion/b'], 3],
    ['globs', ['vitest/v3-a*'], ['vitest/v3-b*'], 4],
  ])('%s', async (_, base, head, benchmarks) => {
    const { code, assessment, text } = await assessed(sides(base.map(fixture), head.map(fixture)))
    expect(code).toBe(0)
    expect(assessment.command).toBe('compare')
    expect(assessment.summary.benchmarks).toBe(benchmarks)
    expect(assessment.rows.filter(({ verdict }) => ['new', 'removed', 'failed'].includes(verdict))).toEqual(
      [],
    )
    expect(text).toContain('read from result files')
    expect(text).not.toMatch(/noisy|quieter machine|in fresh processes/)
  })

  test('several files a side are several groups', async () => {
    const values = { base: [100, 101, 99, 100], head: [150, 151, 149, 150] }
    for (const [side, all] of Object.entries(values))
      all.forEach((value, i) => write({ [`${side}/${i}.json`]: bench(value, 1)['bench.json'] }))
    const { assessment, row } = await assessed(
      sides(['base/*.json'], ['head/0.json', 'head/1.json', 'head/[23].json']),
    )
    expect(row('api time')).toMatchObject({
      verdict: 'regression',
      severity: 'warn',
      interval: { low: expect.any(Number) },
    })
    expect(assessment.results!.head).toEqual(['head/0.json', 'head/1.json', 'head/2.json', 'head/3.json'])
    const single = await assessed(sides(['base/0.json'], ['head/0.json']))
    expect(single.row('api time')).toMatchObject({ verdict: 'inconclusive', interval: null })
  })

  test('Markdown names tools and files, and that nothing of it can fail', async () => {
    const { stdout } = await run([...sides([fixture('go/a.txt')], [fixture('go/b.txt')]), '--markdown', '-'])
    expect(stdout).toContain('`b.txt` against `a.txt`')
    expect(stdout).toMatch(
      /Measured by Go and read from result files: base from `.*a\.txt`; head from `.*b\.txt`/,
    )
    expect(stdout).toContain('a change therefore only warns')
  })

  test('a benchmark that failed on head is a failure, and without any number of head nothing was measured', async () => {
    const [good, bad] = [fixture('hyperfine/a.json'), fixture('hyperfine/failing.json')]
    expect((await run(sides([good], [bad]))).code).toBe(3)
    const { code, stderr } = await run(sides([bad], [bad]))
    expect(code).toBe(3)
    expect(stderr).toMatch(/^error: nothing was measured: the only benchmark of head has no value/)
  })

  test('a metric without a direction asks for one, and the config gives it', async () => {
    write({
      'a.json': [
        { name: 'cache', value: 10, unit: 'hits' },
        { name: 'api', value: 1, unit: 'ms' },
      ],
    })
    write({
      'b.json': [
        { name: 'cache', value: 5, unit: 'hits' },
        { name: 'api', value: 1, unit: 'ms' },
      ],
    })
    const without = await run(sides(['a.json'], ['b.json']))
    expect(without.stdout).toMatch(/cache: value comes without saying which way is better: add `metrics:/)
    write({ 'benchgate.yml': 'version: 1\nmetrics: { value: { better: higher } }\n' })
    const { row } = await assessed(sides(['a.json'], ['b.json']))
    expect(row('cache value')).toMatchObject({ better: 'higher', effect: expect.closeTo(-0.5, 9) })
  })

  test('--filter chooses', async () => {
    const { assessment } = await assessed([
      ...sides([fixture('go/a.txt')], [fixture('go/b.txt')]),
      '--filter',
      '**/BenchmarkSplit',
    ])
    expect(assessment.summary.benchmarks).toBe(1)
  })

  test('what a load test was set up with is in no report', async () => {
    const summary = (rate: number) => ({
      setup_data: { token: 'sk_live_secret' },
      state: { testRunDurationMs: 1000 },
      metrics: {
        http_req_duration: { type: 'trend', contains: 'time', values: { med: 20, avg: 22 } },
        http_req_failed: {
          type: 'rate',
          contains: 'default',
          values: { rate, passes: 100 * rate, fails: 100 - 100 * rate },
        },
        my_counter: { type: 'counter', contains: 'default', values: { count: 9, rate: 3 } },
      },
    })
    write({
      'a.json': summary(0),
      'b.json': summary(0.1),
      'cut.json': JSON.stringify(summary(0)).slice(0, 60),
    })
    const { all, stdout } = await run([
      ...sides(['a.json'], ['b.json']),
      '-v',
      '--json',
      'out.json',
      '--markdown',
      'out.md',
    ])
    expect(stdout).toMatch(/http_req_duration +time .*failed\n +Its error rate rose from 0 % to 10 %/)
    const cut = await run(sides(['cut.json'], ['b.json']))
    expect(cut.code).toBe(2)
    const reports = ['out.json', 'out.md'].map((name) => readFileSync(join(directory, name), 'utf8'))
    for (const text of [all, cut.all, ...reports]) expect(text).not.toContain('sk_live')
  })
})

describe('what is wrong is said', () => {
  const files = sides([fixture('go/a.txt')], [fixture('go/b.txt')])
  test.each([
    [
      'an unknown format',
      [...files, '--format', 'goo'],
      /^error: option '--format <name>' argument 'goo' is invalid\. Did you mean go\? /,
    ],
    ['another format', [...files, '--format', 'jmh'], /go\/a\.txt/],
    ['refs and files at once', ['main', 'HEAD', ...files], /Both refs and result files/],
    ['base alone', ['--base-results', fixture('go/a.txt')], /nothing to be compared with/],
    ['neither', [], /compare needs two refs, or result files/],
    ['a format for refs', ['main', 'HEAD', '--format', 'go'], /--format is for result files/],
    [
      'a file that is not there',
      sides(['gone.json'], [fixture('go/b.txt')]),
      /gone\.json: there is no such file/,
    ],
    [
      'a glob without a match',
      sides(['gone/*.json'], [fixture('go/b.txt')]),
      /gone\/\*\.json: no file matches/,
    ],
    ['a filter without a match', [...files, '--filter', 'nope'], /no benchmark matches --filter `nope`/],
    [
      'head alone outside a checkout',
      ['--head-results', fixture('go/b.txt')],
      /here is no commit[\s\S]*--base-results/,
    ],
  ])('%s', async (_, args, why) => {
    const { code, stdout, stderr } = await run(args)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(why)
  })
})

describe('head alone in a checkout', () => {
  let checkout: ScratchRepository
  let remote: ScratchRepository
  let commits: string[]

  beforeEach(() => {
    remote = new ScratchRepository()
    checkout = new ScratchRepository()
    remote.git('config', 'core.bare', 'true')
    remote.git('config', 'uploadpack.allowFilter', 'true')
    checkout.git('remote', 'add', 'origin', join(remote.directory, '.git'))
    checkout.write({
      'benchgate.yml':
        "version: 1\nbudgets:\n  - { match: '**', metric: time, max-regression: 10% }\n  - { match: bundle, metric: size, max-regression: 5%, max: 2 MB }\n",
    })
    commits = ['first', 'second'].map((message) => checkout.commit(message))
    checkout.git('push', '-q', 'origin', 'HEAD:refs/heads/main')
  })
  afterEach(() => {
    checkout.remove()
    remote.remove()
  })

  /** Stores a run of the first commit, as a push with results would have. */
  async function record(change: Partial<Run['environment']> = {}, more: Partial<Run> = {}): Promise<void> {
    const mirror = mkdtempSync(join(directory, 'mirror-'))
    const store = await openStore({
      remote: join(remote.directory, '.git'),
      branch: 'benchgate',
      directory: join(mirror, 'of'),
      settings: [],
      env: { PATH: process.env['PATH'], HOME: directory, GIT_CONFIG_NOSYSTEM: '1' },
      signal: new AbortController().signal,
      clock: () => new Date(),
      host: readHost({}),
      random: Math.random,
      commitByApi: null,
      onProgress: () => {},
    })
    const sample = sampleRun(0)
    const size = sampleMetric({ metric: 'size', unit: 'B', values: [1e6] })
    await store.append({
      ...sample,
      commit: { ...sample.commit, sha: commits[0]! },
      environment: {
        ...sample.environment,
        cpu: readEnvironment({}, { image: null, system: null }).cpu,
        ...change,
      },
      config: resultsDigest(),
      benchmarks: [
        { id: 'api', suite: 'custom', metrics: [sampleMetric({ values: [100e6] })] },
        { id: 'bundle', suite: 'size-limit', metrics: [size] },
      ],
      ...more,
    })
  }

  const compare = async (api: number, bundle: number, ...more: string[]) => {
    write(bench(api, bundle), checkout.directory)
    return await assessed(['--head-results', 'bench.json', 'size.json', ...more], checkout.directory)
  }

  test('without a baseline branch says what to do', async () => {
    write(bench(1, 1), checkout.directory)
    const { code, stderr } = await run(['--head-results', 'size.json'], checkout.directory)
    expect(code).toBe(3)
    expect(stderr).toMatch(/There is no branch benchgate on origin[\s\S]*--base-results/)
  })

  test('is held against the nearest stored run, and warns at most', async () => {
    await record()
    const { code, assessment, row, text } = await compare(160, 1.2e6)
    expect(code).toBe(0)
    expect(assessment).toMatchObject({ command: 'check', outcome: 'warn', standIn: { sha: commits[0] } })
    expect(assessment.history!.nearest!.commitsBefore).toBe(1)
    expect(row('api time')).toMatchObject({ verdict: 'regression', severity: 'warn', base: { value: 1e8 } })
    expect(row('bundle size')).toMatchObject({ verdict: 'regression', severity: 'warn' })
    expect(text).toMatch(/another\s+job,\s+not\s+controlled,\s+so\s+changes\s+only\s+warn/)
    expect(text).not.toContain('could not be measured')
  })

  test('fails where an absolute limit is broken', async () => {
    await record()
    const { code, row, text } = await compare(100, 2.5e6)
    expect(code).toBe(1)
    expect(row('bundle size')).toMatchObject({ verdict: 'over-budget', severity: 'fail' })
    expect(text).toContain('Rule: benchgate.yml:4')
  })

  test('with a run of another processor compares what is deterministic', async () => {
    await record({ cpu: 'an abacus' })
    const { code, row, text } = await compare(160, 1.2e6)
    expect(code).toBe(0)
    expect(row('api time')).toMatchObject({ verdict: 'insufficient', severity: 'pass' })
    expect(row('bundle size')!.verdict).toBe('regression')
    expect(text).toMatch(/Only deterministic values were compared[^?]*an abacus/)
  })

  const { run: sampled } = sampleRun(0)
  test.each<[string, Partial<Run>]>([
    ['what was measured in another way', { config: '0123456789abcdef' }],
    ['a run of a branch that is no baseline', { ref: 'refs/heads/feature' }],
    ['a run of a pull request', { ref: 'refs/pull/7/merge' }],
    ["another tool's history", { imported: { from: 'bencher', by: [] } }],
    ['a clock that was years ahead', { run: { ...sampled, recordedAt: '2099-01-01T00:00:00.000Z' } }],
  ])('is not held against %s', async (_, more) => {
    await record({}, more)
    const { code, assessment, row, text } = await compare(160, 1.2e6)
    expect(code).toBe(0)
    expect(assessment.standIn).toBeNull()
    expect(row('api time')!.verdict).toBe('new')
    expect(text).toContain('compared with nothing, and only absolute limits were checked')
  })

  test('is held against a run of a branch that baseline.branches names', async () => {
    await record({}, { ref: 'refs/heads/release/1' })
    expect((await compare(160, 1.2e6)).assessment.standIn).toBeNull()
    checkout.write({ 'benchgate.yml': "version: 1\nbaseline: { branches: ['release/*'] }\n" })
    const { assessment, row } = await compare(160, 1.2e6)
    expect(assessment.standIn).toMatchObject({ sha: commits[0] })
    expect(row('api time')!.verdict).toBe('regression')
  })

  test('is held against a run of any branch where the remote names no default branch', async () => {
    await record({}, { ref: 'refs/heads/trunk' })
    remote.git('symbolic-ref', 'HEAD', 'refs/heads/none')
    expect((await compare(160, 1.2e6)).assessment.standIn).toMatchObject({ sha: commits[0] })
  })

  test('--filter and --key choose', async () => {
    await record()
    const { assessment } = await compare(100, 1e6, '--filter', 'api')
    expect(assessment.rows.map(({ benchmark }) => benchmark)).toEqual(['api'])
    const other = await compare(160, 1e6, '--key', 'other')
    expect(other.assessment.standIn).toBeNull()
  })
})
