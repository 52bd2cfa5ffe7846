import type { Target } from '../../src/model/config.ts'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { UserError } from '../../src/errors.ts'
import type { ProgressReport } from '../../src/gate/request.ts'
import { measureOne } from '../../src/gate/run.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { stopClock } from '../checkout/sandbox.ts'

const suite = (...benchmarks: string[]) =>
  ["import { bench, run } from 'mitata'", ...benchmarks, 'await run()', ''].join('\n')

/** Measures a project of these files, for as short as can be. */
function run(
  files: Record<string, string>,
  o: { filter?: Target; timeLimitMs?: number; onProgress?: (progress: ProgressReport) => void } = {},
) {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate-project-')))
  onTestFinished(() => rmSync(project, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text)
  const { filter = null, timeLimitMs = 30 * 60_000, onProgress = () => {} } = o
  const measure = { ...DEFAULT_CONFIG.measure, timePerBenchmarkMs: 5, timeLimitMs }
  const config = { ...DEFAULT_CONFIG, suites: ['*.bench.mjs'], measure }
  return measureOne(
    { project, config, filter, seed: 'run' },
    {
      workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
      env: process.env,
      host: readHost(process.env),
      clock: () => new Date(),
      signal: new AbortController().signal,
      onProgress,
    },
  )
}

test('calls that cost too much are not timed a thousand times for a column that nobody asked for', async () => {
  const { rows, warnings, failed } = await run({
    'a.bench.mjs': suite(
      `bench('slow', () => { for (const end = performance.now() + 3; performance.now() < end; ); })`,
      `globalThis.kept = Array.from({ length: 1e6 }, (_, i) => ({ i }))`,
      `bench('collects', () => new Set().add(1)).gc('inner')`,
    ),
  })
  expect({ warnings, failed }).toEqual({ warnings: [], failed: false })
  expect(rows).toMatchObject([
    { name: 'slow', suite: 'a.bench.mjs', p99: null },
    { name: 'collects', suite: 'a.bench.mjs', p99: null },
  ])
  for (const row of rows) expect('samples' in row && row.samples).toBeLessThan(1_000)
})

test('a benchmark that needs its neighbour is measured beside it', async () => {
  const files = {
    'a.bench.mjs': suite(
      'let made',
      `bench('makes', () => { made = [1] })`,
      `bench('odd', () => made.length)`,
    ),
  }
  const { rows, failed } = await run(files, { filter: { match: 'odd' } })
  expect(rows.map(({ name }) => name)).toEqual(['odd'])
  // It threw alone, and that is said.
  expect(failed).toBe(true)
})

test('names that are equal in NFC are occurrences of one, and the warning says so', async () => {
  const { rows, warnings, failed } = await run({
    'a.bench.mjs': suite("for (const name of ['caf\\u00e9', 'cafe\\u0301']) bench(name, () => Math.sqrt(2))"),
  })
  expect(rows.map(({ name, occurrence }) => [name, occurrence])).toEqual([
    ['caf\u00e9', 1],
    ['caf\u00e9', 2],
  ])
  expect(warnings).toEqual([
    'a.bench.mjs uses a name for several benchmarks, which are told apart by their order: "caf\u00e9" (2)',
  ])
  expect(failed).toBe(false)
})

const TWO = {
  'a.bench.mjs': suite(`bench('a', () => Math.sqrt(2))`),
  'b.bench.mjs': suite(`bench('b', () => Math.sqrt(3))`, `bench('c', () => Math.sqrt(5))`),
}
const LIMIT_MS = 60_000

test.each([
  ['2 of 3 benchmarks were not measured ("b", "c")', TWO],
  [
    '1 of 2 benchmarks was not measured ("b")',
    { ...TWO, 'b.bench.mjs': TWO['a.bench.mjs'].replace("'a'", "'b'") },
  ],
])('when time is up, what was measured is shown: %s', async (missing, files) => {
  stopClock()
  let calibrated = 0
  const { rows, warnings, failed } = await run(files, {
    timeLimitMs: LIMIT_MS,
    onProgress(progress) {
      if (progress.kind !== 'measuring' || progress.stage !== 'warm-up') return
      if (++calibrated === 2) vi.advanceTimersByTime(LIMIT_MS + 1)
    },
  })
  expect(rows.map(({ name }) => name)).toEqual(['a'])
  expect(warnings).toEqual([`the time limit of 60 s was used up: ${missing}; a.bench.mjs took 0.0 s of it`])
  expect(failed).toBe(true)
})

test('when time is up before anything was measured, what took it is named', async () => {
  stopClock()
  const error = await run(TWO, {
    timeLimitMs: LIMIT_MS,
    onProgress(progress) {
      if (progress.kind === 'measuring') vi.advanceTimersByTime(LIMIT_MS + 1)
    },
  }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({
    code: 'time-limit',
    message: 'the time limit of 60 s was used up before one block was complete: a.bench.mjs took 0.0 s of it',
  })
})
