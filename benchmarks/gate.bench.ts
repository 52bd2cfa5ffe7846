import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bench, group, run } from 'mitata'
import { drawBlock } from '../src/measure/block.ts'
import { runSuite } from '../src/measure/suite-process.ts'
import type { ProcessPlan } from '../src/measure/protocol.ts'
import { Mark } from '../src/process/mark.ts'
import { createRandom } from '../src/stats/random.ts'

// The gate on itself: what a measuring process costs beside the benchmarks in it.
const directory = mkdtempSync(join(tmpdir(), 'benchgate-bench-'))
const plan: ProcessPlan = {
  mode: 'list',
  warmups: {},
  traceMs: 160,
  warmupMs: 40,
  windowMs: 60,
  minSamples: 40,
  benchmarkLimitMs: 2_000,
  only: null,
  batches: {},
  individualCalls: {},
}
writeFileSync(
  join(directory, 'twelve.bench.mjs'),
  `import { bench, run } from 'mitata'
for (let i = 0; i < 12; i++) bench('number ' + i, () => Math.sqrt(i))
await run()
`,
)
const workerFile = new URL('../dist/worker.js', import.meta.url).href
const mark = new Mark(process.env)
const { signal } = new AbortController()
const { uniform } = createRandom('gate')

group('gate', () => {
  bench('a process that lists 12 benchmarks', async () => {
    const env = process.env
    const suite = 'twelve.bench.mjs'
    const outcome = await runSuite({
      suite,
      directory,
      plan,
      workerFile,
      nodePath: process.execPath,
      nodeArgs: [],
      env,
      mark,
      stallMs: 10_000,
      signal,
    })
    if (outcome.registered.size !== 12) throw new Error(`the process did not list: ${outcome.death?.message}`)
  })
  bench('the order of a block', () => drawBlock(uniform))
})

await run()
rmSync(directory, { recursive: true, force: true })
