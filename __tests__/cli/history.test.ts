import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tokenSettings } from '../../src/git/variables.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { READER, StoreStage } from '../store/stage.ts'
import { inProcess } from './in-process.ts'
import type { Ended } from './program.ts'

let stage: StoreStage
let checkout: ScratchRepository
beforeEach(async () => {
  stage = await StoreStage.open()
  checkout = new ScratchRepository()
  checkout.git('remote', 'add', 'origin', stage.remote)
  for (const [key, value] of tokenSettings(stage.server.url, READER))
    checkout.git('config', '--add', key, value)
})
afterEach(async () => {
  checkout.remove()
  await stage.close()
})

async function history(...args: string[]): Promise<Ended> {
  const temporary = mkdtempSync(join(stage.directory, 'tmp-'))
  const env = { ...stage.environment(), TMPDIR: temporary, NO_COLOR: '1' }
  const ended = await inProcess(['history', ...args], checkout.directory, env)
  expect(readdirSync(temporary)).toEqual([])
  rmSync(temporary, { recursive: true })
  return ended
}

const runOf = (index: number, ref = 'refs/heads/main') =>
  sampleRun(index, {
    ref,
    benchmarks: ['parser/large', 'parser/small', 'lexer'].map((id) => ({
      id,
      suite: 'parser.bench.ts',
      metrics: [sampleMetric({ values: [4_000_000 + 400_000 * index] })],
    })),
  })

test('one benchmark, with the credentials of the checkout', async () => {
  stage.storeByHand(runOf(0), runOf(1), runOf(2))
  const { code, stdout, stderr } = await history('parser/large')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^parser\/large · time · 3 commits\n▁▅█ {2}4\.00 → 4\.80 ms {2}20\.0 % slower\n/)
  expect(stdout).toContain('Change 2')
})

test('a glob: a line each', async () => {
  stage.storeByHand(runOf(0), runOf(1))
  const { stdout } = await history('parser/*', '--last', '1')
  expect(
    stdout
      .split('\n')
      .slice(0, 2)
      .map((line) => line.split(/\s+/).slice(0, 2)),
  ).toEqual([
    ['parser/large', '▁'],
    ['parser/small', '▁'],
  ])
})

test('as JSON, which is then alone on stdout', async () => {
  stage.storeByHand(runOf(0), runOf(1))
  const { stdout, stderr } = await history('lexer', '--json', '-', '--remote', stage.repository.directory)
  expect(stderr).toMatch(/^lexer · time · 2 commits\n/)
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    branch: 'benchgate',
    tip: stage.tip(),
    benchmarks: [
      {
        benchmark: 'lexer',
        metric: 'time',
        change: expect.closeTo(0.1, 9),
        points: [{ value: 4e6 }, { value: 4.4e6 }],
      },
    ],
  })
})

test('as JSON: each metric with its points, and the commits that they stand at', async () => {
  stage.storeByHand(runOf(0), runOf(1))
  const { stdout } = await history('parser/*', '--json', '-', '--last', '1')
  const { benchmarks, ref, key, commits, trends, events, precision } = JSON.parse(stdout)
  expect(benchmarks.map(({ points }: { points: unknown[] }) => points.length)).toEqual([1, 1])
  expect([ref, key, commits.length, events, precision.flagged]).toEqual([
    'refs/heads/main',
    'default',
    2,
    [],
    0,
  ])
  expect(trends).toMatchObject([
    { name: 'parser/large', metric: 'time', steps: [], points: [{ at: 0 }, { at: 1, value: 4.4e6 }] },
    { name: 'parser/small' },
  ])
})

test('as CSV and OpenMetrics in files', async () => {
  stage.storeByHand(runOf(0), runOf(1))
  const { stdout, stderr } = await history('lexer', '--csv', 'lexer.csv', '--openmetrics', 'lexer.prom')
  expect([stdout.split('\n')[0], stderr]).toEqual(['lexer · time · 2 commits', ''])
  const written = (file: string) => readFileSync(join(checkout.directory, file), 'utf8')
  const [head, ...rows] = written('lexer.csv').split('\r\n')
  const value = head!.split(',').indexOf('value')
  expect(rows.map((row) => row.split(',')[value])).toEqual(['4000000', '4400000', undefined])
  expect(written('lexer.prom')).toContain(
    'benchgate_benchmark_time_seconds{suite="parser.bench.ts",benchmark="lexer",metric="time"} 0.0044\n',
  )
})

test('a benchmark of older commits than those that are shown', async () => {
  stage.storeByHand(runOf(0), { ...runOf(1), benchmarks: [] })
  const { code, stderr } = await history('lexer', '--last', '1')
  expect(code).toBe(3)
  expect(stderr).toMatch(
    /^error: None of the newest 1 recorded commits has a benchmark that matches "lexer"\n/,
  )
})

test('as JSON in a file, beside the table', async () => {
  stage.storeByHand(runOf(0))
  const { stdout } = await history('lexer', '--json', 'history.json')
  expect(stdout).toMatch(/^lexer · time · 1 commit\n/)
  const written = readFileSync(join(checkout.directory, 'history.json'), 'utf8')
  expect(JSON.parse(written)).toMatchObject({ schema: 1, benchmarks: [{ benchmark: 'lexer' }] })
})

test('runs of another branch are no part of the series, and not forgotten', async () => {
  stage.storeByHand(runOf(0), runOf(1), runOf(2, 'refs/heads/v1'))
  const { stdout, stderr } = await history('lexer')
  expect(stdout).toContain('2 commits')
  expect(stderr).toBe('warning: only runs of "main" are shown; there are some of "v1" too (--ref)\n')
  expect((await history('lexer', '--ref', 'v1')).stdout).toContain('1 commit\n')
})

test('runs of another key are another history', async () => {
  const run = runOf(1)
  stage.storeByHand(runOf(0), { ...run, run: { ...run.run, key: 'nightly' } })
  expect((await history('lexer')).stdout).toContain('1 commit\n')
  expect((await history('lexer', '--key', 'nightly')).stdout).toContain('Change 1')
  expect((await history('lexer', '--key', 'none')).stderr).toContain('No run of the key "none"')
})

test.each([
  ['nothing is recorded', [], ['There is no branch benchgate on origin']],
  ['no such remote', ['--remote', 'upstream'], ['There is no remote "upstream"', 'Choose one of origin']],
  ['a hostile branch', ['--branch', '--upload-pack=x'], ['The baseline branch']],
])('what cannot be read: %s', async (_, args, texts) => {
  const { code, stdout, stderr } = await history('lexer', ...args)
  expect(code).toBe(3)
  expect(stdout).toBe('')
  for (const text of texts) expect(stderr).toContain(text)
})

test('a benchmark that nobody recorded: the names that there are', async () => {
  stage.storeByHand(runOf(0))
  const { code, stderr } = await history('parsr/*')
  expect(code).toBe(3)
  expect(stderr).toContain('error: No recorded run has a benchmark that matches "parsr/*"\n')
  expect(stderr).toContain('"parser/large", "parser/small", "lexer"')
})

test('a part of a name: how to write it, and where it is from', async () => {
  stage.storeByHand(runOf(0))
  const { stderr } = await history('arse')
  expect(stderr).toBe(
    `error: No recorded run has a benchmark that matches "arse"\n\nGive the whole name, or a pattern such as '**/*arse*/**'. It is part of "parser/large", "parser/small".\n`,
  )
  expect((await history('**/*arse*/**')).stdout).toContain('parser/large')
  expect((await history('arg')).stderr).toContain(
    'a pattern such as \'**/*arg*\'. It is part of "parser/large".',
  )
  expect((await history('arse', '--metric', 'bytes')).stderr).toMatch(
    /^error: No recorded run has a benchmark that matches "arse" with the metric "bytes"\n\nRecorded are "parser\/large"/,
  )
})
