import { expect, test } from 'vitest'
import { measuringProcess } from './measuring-process.ts'

/** As long as in a real measurement. */
const WINDOW = { warmupMs: 40, windowMs: 60 }

test('two calibrations choose batches that are alike', async () => {
  const plan = { only: ['function', 'async function', 'outer/inner/iterator'], ...WINDOW }
  const first = await measuringProcess('kinds.ts', plan)
  const second = await measuringProcess('kinds.ts', plan)
  const batches = (told: typeof first) => told.of('result').map(({ batch }) => batch)
  expect(batches(first)).toHaveLength(3)
  batches(first).forEach((batch, i) => {
    expect(Math.log2(batch) % 1).toBe(0)
    expect(Math.abs(Math.log2(batch / batches(second)[i]!))).toBeLessThanOrEqual(1)
  })
})

test('a million reports take milliseconds', async () => {
  const told = await measuringProcess('metrics-often.ts', WINDOW)
  const [{ stats } = expect.fail('no result')] = told.of('result')
  // 8 ns a report on a quiet machine.
  expect(stats.p10 / 1e6).toBeLessThan(100)
})

test('waiting is told from work by its CPU time', async () => {
  const told = await measuringProcess('waiting.ts', WINDOW)
  const shares = Object.fromEntries(told.of('result').map(({ id, stats }) => [id, stats.cpuShare]))
  expect(shares['works']).toBeGreaterThan(0.8)
  expect(shares['waits']).toBeLessThan(0.5)
})
