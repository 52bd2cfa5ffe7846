import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { runSuite } from '../../src/measure/suite-process.ts'
import type { ProcessPlan } from '../../src/measure/protocol.ts'
import { Mark } from '../../src/process/mark.ts'
import { Sandbox, stopClock, untilThere } from '../checkout/sandbox.ts'

const SUITE = `import { writeFileSync } from 'node:fs'
import { bench, run } from 'mitata'
bench('before', () => Math.sqrt(2))
bench('odd', () => { writeFileSync('hanging', ''); for (;;); })
await run()
`

/** Starts a suite, with timers of this process that stand still, once it has said where it is. */
async function untilSilent(source: string, only: string[] | null) {
  const directory = join(new Sandbox().directory, 'project')
  mkdirSync(directory)
  writeFileSync(join(directory, 'a.bench.mjs'), source)
  const plan: ProcessPlan = {
    mode: 'measure',
    only,
    warmups: {},
    traceMs: 0,
    warmupMs: 2,
    windowMs: 3,
    minSamples: 5,
    benchmarkLimitMs: 2_000,
    batches: {},
    individualCalls: {},
  }
  stopClock()
  const running = runSuite({
    suite: 'a.bench.mjs',
    directory,
    plan,
    workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
    nodePath: process.execPath,
    nodeArgs: [],
    env: childEnvironments(process.env, readHost(process.env).isOwnVariable).measured,
    mark: new Mark(process.env),
    stallMs: 30_000,
    signal: new AbortController().signal,
  })
  await untilThere(join(directory, 'hanging'))
  vi.advanceTimersByTime(30_000)
  return await running
}

test('a process that says nothing for too long is ended, and where it was is said', async () => {
  const { death, lateError, results } = await untilSilent(SUITE, null)
  expect(death).toEqual({
    running: 'odd',
    message: 'hung in benchmark "odd": nothing for 30 s, so its process was killed',
  })
  expect(lateError).toBeNull()
  expect([...results.keys()]).toEqual(['before'])
})

test('what was measured counts when code behind run() never comes to an end', async () => {
  const source = `import { writeFileSync } from 'node:fs'
import { bench, run } from 'mitata'
bench('before', () => Math.sqrt(2))
await run()
writeFileSync('hanging', '')
for (;;);
`
  const { death, lateError, results } = await untilSilent(source, ['before'])
  expect(death).toBeNull()
  expect(lateError).toBe('did not end after run(): nothing for 30 s, so its process was killed')
  expect([...results.keys()]).toEqual(['before'])
})
