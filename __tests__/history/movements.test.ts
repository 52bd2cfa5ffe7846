import { expect, test } from 'vitest'
import { movementsOf } from '../../src/history/movements.ts'
import type { Run, StoredMetric } from '../../src/model/stored-run.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'

const ALL = { matches: () => true, metric: null }

/** Runs, newest first as they are read, of one benchmark: a metric each, oldest first as they are written. */
const runs = (
  metrics: readonly Partial<StoredMetric>[],
  more: (index: number) => Partial<Run> = () => ({}),
) =>
  metrics
    .map((metric, index) => ({
      path: `run ${index}`,
      run: sampleRun(index, {
        benchmarks: [{ id: 'a', suite: 'a.bench.ts', metrics: [sampleMetric(metric)] }],
        ...more(index),
      }),
    }))
    .reverse()

const change = (log: number) => ({
  effect: Math.expm1(log),
  log,
  low: log - 0.01,
  high: log + 0.03,
  pairs: 32,
})

test('changes against the parent, but those that were confirmed', () => {
  const [found, ...others] = movementsOf(
    runs([
      { change: null },
      { change: change(0.01), verdict: 'unchanged' },
      { change: change(0.2), verdict: 'regression' },
      { change: change(-0.2), verdict: 'improvement' },
      { change: change(-0.02), verdict: 'inconclusive' },
    ]),
    ALL,
  )
  expect(others).toEqual([])
  expect(found).toMatchObject({ name: 'a', metric: 'time', against: 'parent' })
  // Newest first, as the runs are.
  expect(found!.changes).toEqual([-0.02, null, null, 0.01, null])
  expect(found!.halfWidths).toEqual([expect.closeTo(0.02, 12), expect.closeTo(0.02, 12)])
})

test('where more is better, a rise is no cost', () => {
  const metric = { metric: 'throughput', unit: 'ops/s', better: 'higher', change: change(0.01) } as const
  expect(movementsOf(runs([metric]), ALL)[0]).toMatchObject({ metric: 'throughput', changes: [-0.01] })
})

test('without a parent, neighbours that nothing else sets apart', () => {
  const values = [100, 110, 110, 121, 121].map((value) => ({ values: [value], change: null }))
  const stored = runs(values, (index) => ({
    ...(index === 3 && { config: 'fedcba9876543210' }),
    ...(index === 4 && {
      config: 'fedcba9876543210',
      environment: { ...sampleRun(0).environment, cpu: 'another' },
    }),
  }))
  expect(movementsOf(stored, ALL)[0]).toMatchObject({
    against: 'previous',
    changes: [null, null, 0, expect.closeTo(Math.log(1.1), 12), null],
    halfWidths: [],
  })
})

test('an edit is no movement, and an imported run no measurement', () => {
  const values = [100, 110, 120].map((value) => ({ values: [value], change: null }))
  const stored = runs(values, (index) => ({
    ...(index === 0 && { imported: { from: 'github-action-benchmark', by: [] } }),
    ...(index === 2 && {
      benchmarks: [
        { id: 'a', suite: 'a.bench.ts', edited: true, metrics: [sampleMetric({ values: [120] })] },
      ],
    }),
  }))
  expect(movementsOf(stored, ALL)[0]!.changes).toEqual([null, null])
})

test('only what is asked for', () => {
  expect(movementsOf(runs([{}]), { ...ALL, metric: 'heap' })).toEqual([])
  expect(movementsOf(runs([{}]), { ...ALL, matches: ({ name }) => name === 'b' })).toEqual([])
})
