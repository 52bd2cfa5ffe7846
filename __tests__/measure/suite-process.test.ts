import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { runSuite } from '../../src/measure/suite-process.ts'
import type { ProcessPlan } from '../../src/measure/protocol.ts'
import { Sandbox, stopClock, untilThere } from '../checkout/sandbox.ts'

const SUITE = `import { writeFileSync } from 'node:fs'
import { bench, run } from 'mitata'
bench('before', () => Math.sqrt(2))
bench('odd', () => { writeFileSync('hanging', ''); for (;;); })
await run()
`

test('a process that says nothing for too long is ended, and where it was is said', async () => {
  const directory = join(new Sandbox().directory, 'project')
  const planFile = join(directory, 'plan.json')
  mkdirSync(directory)
  writeFileSync(join(directory, 'a.bench.mjs'), SUITE)
  const plan: ProcessPlan = {
    mode: 'measure',
    only: null,
    warmups: {},
    traceMs: 0,
    warmupMs: 2,
    windowMs: 3,
    minSamples: 5,
    benchmarkLimitMs: 2_000,
    batches: {},
    individualCalls: {},
  }
  writeFileSync(planFile, JSON.stringify(plan))
  stopClock()
  const running = runSuite({
    suite: 'a.bench.mjs',
    directory,
    planFile,
    workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
    nodePath: process.execPath,
    nodeArgs: [],
    env: childEnvironments(process.env, readHost(process.env).isOwnVariable).measured,
    stallMs: 30_000,
    signal: new AbortController().signal,
  })
  await untilThere(join(directory, 'hanging'))
  vi.advanceTimersByTime(30_000)
  const { death, results } = await running
  expect(death).toEqual({
    running: 'odd',
    message: 'hung in benchmark "odd": nothing for 30 s, so its process was killed',
  })
  expect([...results.keys()]).toEqual(['before'])
})
