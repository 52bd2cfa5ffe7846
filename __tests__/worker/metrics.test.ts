import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fixtures, measuringProcess } from './measuring-process.ts'

const TAKEN = 'metric "time": Benchgate uses this name itself; report the value under another one'
const NEGATIVE = 'metric "bad": -1 was reported; a value is a finite number, 0 or above'

const plain = (id: string, value: unknown) => ({ id, value, unit: '', better: null })

test('every benchmark has its own metrics, and a mistake in one spoils nothing else', async () => {
  const said = await measuringProcess('metrics.ts')
  const reported = Object.fromEntries(said.of('result').map(({ id, metrics }) => [id, metrics]))
  expect(reported).toEqual({
    constant: [{ id: 'hit-rate', value: 0.97, unit: '%', better: 'higher' }],
    alternating: [
      { id: 'depth', value: expect.closeTo(20, 0), unit: '', better: 'lower' },
      plain('items', 5),
    ],
    silent: [],
    async: [{ id: 'waited', value: 5, unit: 'ms', better: null }],
    concurrent: [0, 1, 2, 3].map((lane) => plain(`lane ${lane}`, lane)),
    iterator: [plain('seen', 3)],
    'size 1': [{ id: 'size', value: 1, unit: 'KiB', better: 'lower' }],
    'size 8': [{ id: 'size', value: 8, unit: 'KiB', better: 'lower' }],
    'size 64': [{ id: 'size', value: 64, unit: 'KiB', better: 'lower' }],
    'set-up': [plain('entries', 1000)],
    afterwards: [plain('both', 1), plain('called', 1)],
    cold: [plain('rate', 1)],
    wrong: [plain('good', 2)],
    'after throws': [],
  })
  const problems = Object.fromEntries(said.of('result').map(({ id, metricProblems }) => [id, metricProblems]))
  expect(problems).toEqual({
    ...Object.fromEntries(Object.keys(reported).map((id) => [id, []])),
    wrong: [TAKEN, NEGATIVE],
  })
  for (const { stats } of said.of('result')) expect(stats.samples).toBeGreaterThanOrEqual(5)
  expect(said.of('error')).toMatchObject([{ id: 'throws', message: 'on purpose' }])
  expect(said.of('end')).toMatchObject([{ running: null, pending: 0, metricProblems: [] }])
  expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
})

test('calls that are timed one by one for tail metrics do not count', async () => {
  const said = await measuringProcess('metrics.ts', {
    only: ['constant', 'cold'],
    batches: { constant: 64, cold: 64 },
    individualCalls: { constant: 300, cold: 300 },
  })
  expect(said.of('result').map(({ stats, metrics }) => [stats.tail?.calls, metrics[0]?.value])).toEqual([
    [300, 0.97],
    [300, 1],
  ])
})

test('outside a benchmark a report counts for none, and the end tells of the first', async () => {
  const said = await measuringProcess('metrics-outside.ts')
  expect(said.of('result').map(({ id, metrics }) => [id, metrics])).toEqual([
    ['a', [plain('inside', 1)]],
    ['b', []],
  ])
  const [end] = said.of('end')
  expect(end!.metricProblems).toEqual([
    'metric "too early" was reported outside any benchmark, or after its last measured call, and counts for none',
  ])
  expect(said).toMatchObject({ code: 0, stderr: '' })

  const listed = await measuringProcess('metrics-outside.ts', { mode: 'list' })
  expect(listed.of('end')).toEqual([end])
})

test('a million reports leave nothing behind', async () => {
  const said = await measuringProcess('metrics-often.ts')
  const [{ metrics } = expect.fail('no result')] = said.of('result')
  const [queue, calls, kept] = metrics
  expect(queue!.value).toBeCloseTo(999_999 / 6, 3)
  expect(calls!.value).toBeGreaterThanOrEqual(5)
  expect(kept!.value).toBeLessThan(1_000_000)
})

describe('suites in every form reach it', () => {
  const forms = ['reporting.mjs', 'reporting.cjs', 'reporting.mts', 'reporting.cts']
  const metrics = [{ id: 'number', value: 7, unit: 'B', better: 'lower' }]

  test.each(forms)('%s where the package is not installed', async (suite) => {
    const said = await measuringProcess(await away(suite))
    expect(said.of('result')).toMatchObject([{ id: 'a', metrics }])
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test.each(forms)('%s under tsx', async (suite) => {
    const said = await measuringProcess(await away(suite), {}, ['--import', 'tsx'])
    expect(said.of('result')).toMatchObject([{ id: 'a', metrics }])
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test.each(forms)('%s where another version is installed', async (suite) => {
    const path = await away(suite)
    const installed = join(path, '../node_modules/benchgate')
    await mkdir(installed, { recursive: true })
    await writeFile(
      join(installed, 'package.json'),
      '{ "name": "benchgate", "version": "0.0.1", "main": "no.js" }',
    )
    expect((await measuringProcess(path)).of('result')).toMatchObject([{ id: 'a', metrics }])
  })
})

/** A copy of a fixture where no package is found above it. */
async function away(suite: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'benchgate-reporting-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, suite)
  await cp(join(fixtures, suite), path)
  return path
}
