import { expect, test } from 'vitest'
import { measuringProcess } from './measuring-process.ts'

/** As long as in a real measurement. */
const WINDOW = { warmupMs: 40, windowMs: 60 }

test('two calibrations choose batches that are alike', async () => {
  const plan = { only: ['function', 'async function', 'outer/inner/iterator'], ...WINDOW }
  const first = await measuringProcess('kinds.ts', plan)
  const second = await measuringProcess('kinds.ts', plan)
  const batches = (said: typeof first) => said.of('result').map(({ batch }) => batch)
  expect(batches(first)).toHaveLength(3)
  batches(first).forEach((batch, i) => {
    expect(Math.log2(batch) % 1).toBe(0)
    expect(Math.abs(Math.log2(batch / batches(second)[i]!))).toBeLessThanOrEqual(1)
  })
})

test('a million reports take milliseconds', async () => {
  const said = await measuringProcess('metrics-often.ts', WINDOW)
  const [{ stats } = expect.fail('no result')] = said.of('result')
  // 8 ns a report on a quiet machine.
  expect(stats.p10 / 1e6).toBeLessThan(100)
})

test('waiting is told from work by its CPU time', async () => {
  const said = await measuringProcess('waiting.ts', WINDOW)
  const shares = Object.fromEntries(said.of('result').map(({ id, stats }) => [id, stats.cpuShare]))
  expect(shares['works']).toBeGreaterThan(0.8)
  expect(shares['waits']).toBeLessThan(0.5)
})
