import { describe, expect, test } from 'vitest'
import type { ProcessPlan } from '../../src/measure/protocol.ts'
import { measuringProcess } from './measuring-process.ts'

test('every kind of benchmark is measured and returned in the shape of mitata', async () => {
  const said = await measuringProcess('kinds.ts')
  expect(said.of('error')).toEqual([])
  expect(said.ids('result')).toEqual(said.ids('registered'))
  expect(said.ids('start')).toEqual(said.ids('registered'))
  const stats = Object.fromEntries(said.of('result').map((result) => [result.id, result]))
  expect(stats['manual']).toMatchObject({ batch: 1, stats: { min: 42, p10: 42, max: 42 } })
  expect(stats['async manual']).toMatchObject({ batch: 1, stats: { min: 43, mean: 43, max: 43 } })
  expect(stats['slow']!.batch).toBe(1)
  // Preparing the parameters of a whole batch takes memory.
  expect(stats['computed parameters']!.batch).toBeLessThanOrEqual(4096)
  for (const { stats } of said.of('result')) {
    expect(stats.samples).toBeGreaterThanOrEqual(5)
    expect([stats.min, stats.p10, stats.p50, stats.p75, stats.max]).toEqual(
      [stats.min, stats.p10, stats.p50, stats.p75, stats.max].toSorted((a, b) => a - b),
    )
    expect(stats.tail).toBeNull()
  }

  const returned = JSON.parse(said.stdout)
  expect(returned.benchmarks).toHaveLength(15)
  const [iterator] = returned.benchmarks.filter((trial: { alias: string }) => trial.alias === 'iterator')
  expect(iterator).toMatchObject({
    kind: 'static',
    baseline: true,
    args: {},
    style: { highlight: false, compact: false },
    runs: [{ name: 'iterator', args: {}, stats: { kind: 'iter' } }],
  })
  expect(returned.layout[iterator.group]).toEqual({ name: 'inner', types: ['g', 's', 'g'] })
  const [length] = returned.benchmarks.filter((trial: { kind: string }) => trial.kind === 'args')
  expect(length.runs.map((run: { name: string }) => run.name)).toEqual(['length 1', 'length 8', 'length 64'])
  expect(returned.context).toMatchObject({ runtime: 'node', noop: { fn: { avg: 0 }, iter: { avg: 0 } } })
  expect(said).toMatchObject({ code: 0, stderr: '' })
})

describe('what the plan says', () => {
  test('only', async () => {
    const said = await measuringProcess('kinds.ts', { only: ['outer/inner/iterator', 'length 8'] })
    expect(said.ids('start')).toEqual(['outer/inner/iterator', 'length 8'])
    expect(said.ids('result')).toEqual(['outer/inner/iterator', 'length 8'])
    expect(said.events.at(-1)).toEqual({ type: 'end', running: null, pending: 0, metricProblems: [] })
  })

  test('batches', async () => {
    const batches = { function: 64, named: 1, 'outer/inner/iterator': 16, manual: 256 }
    const said = await measuringProcess('kinds.ts', { only: Object.keys(batches), batches })
    expect(Object.fromEntries(said.of('result').map(({ id, batch }) => [id, batch]))).toEqual({
      ...batches,
      // It times its calls one by one.
      manual: 1,
    })
  })

  test('calibrating chooses a batch, and watches from a cold start where it is given one', async () => {
    const plan: Partial<ProcessPlan> = { mode: 'calibrate', only: ['steps'], traceMs: 1, minSamples: 100 }
    const chosen = await measuringProcess('steps.ts', plan)
    expect(chosen.of('result')[0]).toMatchObject({ batch: 1, settledMs: null })
    // It says itself that sixteen samples take 2.5 ms and the others half of that.
    const traced = await measuringProcess('steps.ts', { ...plan, batches: { steps: 1 } })
    expect(traced.of('result')[0]).toMatchObject({ batch: 1, settledMs: 40 })
    const measured = await measuringProcess('steps.ts', { ...plan, mode: 'measure', batches: { steps: 1 } })
    expect(measured.of('result')[0]!.settledMs).toBeNull()
  })

  test('a warm-up of its own', async () => {
    // The clock of a benchmark that times itself is the machine's: a warm-up that never ends leaves the one sample at the limit.
    const plan = { only: ['steps'], batches: { steps: 1 }, benchmarkLimitMs: 30 }
    const said = await measuringProcess('steps.ts', { ...plan, warmups: { steps: 1e9 } })
    expect(said.of('result')[0]!.stats.samples).toBe(1)
    const other = await measuringProcess('steps.ts', {
      ...plan,
      benchmarkLimitMs: 1e6,
      warmups: { another: 1e9 },
    })
    expect(other.of('result')[0]!.stats.samples).toBeGreaterThanOrEqual(5)
  })

  test('individual calls', async () => {
    const said = await measuringProcess('kinds.ts', {
      only: ['function', 'manual', 'slow'],
      individualCalls: { function: 300, manual: 200, slow: 20 },
    })
    const [batched, manual, slow] = said.of('result').map(({ stats }) => stats)
    expect(batched!.tail!.calls).toBe(300)
    expect(batched!.tail!.p99).toBeLessThanOrEqual(batched!.tail!.max)
    expect(batched!.tail!.p95).toBeLessThanOrEqual(batched!.tail!.p99)
    expect(manual!.tail).toMatchObject({ p95: 42, p99: expect.closeTo(42), max: 42 })
    expect(manual!.tail!.calls).toBeGreaterThanOrEqual(200)
    // Where a sample is one call, the samples are the calls.
    expect(slow!.tail!.calls).toBe(slow!.samples)
  })

  test('individual calls that do not fit into the time limit are counted', async () => {
    const said = await measuringProcess('kinds.ts', {
      only: ['slow'],
      individualCalls: { slow: 100_000 },
      benchmarkLimitMs: 200,
    })
    // Calls of 12 ms.
    const { tail } = said.of('result')[0]!.stats
    expect(tail!.calls).toBeGreaterThanOrEqual(1)
    expect(tail!.calls).toBeLessThanOrEqual(17)
  })
})
