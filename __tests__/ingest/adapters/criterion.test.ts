import { describe, expect, test } from 'vitest'
import { cargoCriterion } from '../../../src/ingest/adapters/cargo-criterion.ts'
import { criterion } from '../../../src/ingest/adapters/criterion.ts'
import {
  expectSound,
  expectSturdy,
  fixture,
  form,
  forms,
  given,
  groups,
  keys,
  ratio,
  shared,
} from '../reading.ts'
import { hasShared, metric } from '../real-files.ts'

const folder = (files: Record<string, unknown>) => ({
  ...given('', 'target/criterion'),
  files: new Map(Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)])),
})
const named = { group_id: 'g', function_id: 'f', value_str: null }

test('names come from benchmark.json, a value is a batch by its iterations', () => {
  const input = fixture('criterion/a')
  expect(criterion.recognises(input)).toBe(true)
  const file = criterion.read(input)
  expectSound(file)
  expect(keys(file).sort()).toEqual(['flat/copy', 'parse 20k', 'sort/n/std/100'])
  expect(groups(file, 'parse 20k')[0]!.slice(0, 3)).toEqual([639985 / 34, 1280600 / 68, 2064249 / 102])
  expect(groups(file, 'flat/copy')[0]).toHaveLength(20)
  expect(metric(file, 'flat/copy', 'time').data).toMatchObject({ kind: 'samples', of: 'batch' })
})

test('what an iteration gets through is a rate', () => {
  const file = criterion.read(fixture('criterion/a'))
  expect(forms(file, 'flat/copy')).toEqual(['time ns lower', 'throughput B/s higher'])
  expect(forms(file, 'sort/n/std/100')).toEqual(['time ns lower', 'throughput ops/s higher'])
  expect(forms(file, 'parse 20k')).toEqual(['time ns lower'])
  const time = groups(file, 'flat/copy')[0]![0]!
  expect(groups(file, 'flat/copy', 'throughput')[0]![0]).toBeCloseTo((4096 * 1e9) / time, 0)
})

test('estimates alone; changes are fractions and are left alone, as is the base', () => {
  const interval = { confidence_level: 0.95, lower_bound: 1, upper_bound: 3 }
  const estimates = { mean: { point_estimate: 2, confidence_interval: interval }, slope: null }
  const input = folder({
    'g/f/new/benchmark.json': named,
    'g/f/new/estimates.json': estimates,
    'g/f/base/benchmark.json': named,
    'g/f/base/sample.json': { iters: [1], times: [9] },
    'g/f/change/estimates.json': estimates,
  })
  const file = criterion.read(input)
  expect(keys(file)).toEqual(['g/f'])
  expect(metric(file, 'g/f', 'time').data).toEqual({
    kind: 'summary',
    statistic: 'mean',
    centre: 2,
    spread: { kind: 'ci', low: 1, high: 3, level: 0.95 },
    count: null,
  })
})

test('nothing measured, broken files, two of one name', () => {
  expect(criterion.read(folder({ 'new/benchmark.json': named })).benchmarks[0]).toMatchObject({
    status: 'failed',
  })
  expect(() => criterion.read(folder({ 'new/benchmark.json': 5 }))).toThrow(/new\/benchmark\.json/)
  expect(() =>
    criterion.read(folder({ 'new/benchmark.json': named, 'new/sample.json': { iters: [1], times: [] } })),
  ).toThrow(/1 iteration counts and 0 times/)
  const twins = criterion.read(folder({ 'a/new/benchmark.json': named, 'b/new/benchmark.json': named }))
  expect(twins.benchmarks.map(({ occurrence }) => occurrence)).toEqual([1, 2])
  expect(() => criterion.read(folder({}))).toThrow(/target\/criterion/)
})

test('an iteration count of 0 is left out', () => {
  const file = criterion.read(
    folder({ 'new/benchmark.json': named, 'new/sample.json': { iters: [0, 2], times: [5, 8] } }),
  )
  expect(groups(file, 'g/f')).toEqual([[4]])
  expect(file.warnings).toHaveLength(1)
})

test('the slower side is seen: the noise of this pair is larger than what was added', () => {
  const slowed = ratio(criterion, 'criterion/a', 'criterion/b', 'parse 20k')
  expect(slowed).toBeGreaterThan(1.1)
  expect(slowed).toBeLessThan(3.5)
})

test('mutated directories', () => expectSturdy(criterion, [fixture('criterion/a')], 400))

const message = (more: object) =>
  JSON.stringify({
    reason: 'benchmark-complete',
    id: 'g/f',
    iteration_count: [10, 20],
    measured_values: [1, 4],
    unit: 'us',
    throughput: [{ per_iteration: 8, unit: 'bytes' }],
    ...more,
  })

test('cargo-criterion: messages, one on each line', () => {
  const input = given(`${message({})}\n{"reason":"group-complete","group_name":"g"}\n`)
  expect(cargoCriterion.recognises(input)).toBe(true)
  const file = cargoCriterion.read(input)
  expect(groups(file, 'g/f')).toEqual([[100, 200]])
  expect(file.benchmarks[0]!.metrics.map(form)).toEqual(['time ns lower', 'throughput B/s higher'])
  expect(groups(file, 'g/f', 'throughput')).toEqual([[8e7, 4e7]])
})

test('cargo-criterion: the estimate stands in where counts and values do not fit', () => {
  const typical = { estimate: 2, lower_bound: 1, upper_bound: 3, unit: 'us' }
  const file = cargoCriterion.read(given(message({ iteration_count: [1], typical, throughput: null })))
  expect(metric(file, 'g/f', 'time').data).toMatchObject({
    centre: 2000,
    spread: { kind: 'ci', low: 1000, high: 3000, level: 0.95 },
  })
  expect(cargoCriterion.read(given(message({ measured_values: null }))).benchmarks[0]).toMatchObject({
    status: 'failed',
  })
})

test.skipIf(!hasShared)('cargo-criterion: the sample of its documentation', () => {
  const file = cargoCriterion.read(shared('criterion/cargo-criterion-messages.docs.ndjson'))
  expect(groups(file, 'norm')).toEqual([[4140, 9937100 / 3000]])
  expect(forms(file, 'norm')).toEqual(['time ns lower', 'throughput ops/s higher'])
})

test('cargo-criterion: mutated messages', () =>
  expectSturdy(cargoCriterion, [given(`${message({})}\n${message({ id: 'h' })}\n`)], 400))

describe('a benchmark that is hours older than the newest', () => {
  const HOUR = 60 * 60 * 1000
  const sample = { iters: [10, 10], times: [100, 102] }
  const aged = (hours: number, files: Record<string, unknown>) => ({
    ...folder({
      'now/new/benchmark.json': { ...named, group_id: 'now' },
      'now/new/sample.json': sample,
      'gone/new/benchmark.json': { ...named, group_id: 'gone' },
      ...files,
    }),
    times: new Map([
      ['now/new/benchmark.json', 1e12],
      ['gone/new/benchmark.json', 1e12 - hours * HOUR],
    ]),
  })
  const WARNING =
    'gone: hours older than the newest. Left over from another run? Remove target/criterion before the run.'

  test('is named', () => {
    const read = criterion.read(aged(72, { 'gone/new/sample.json': sample }))
    expect(keys(read)).toEqual(['gone/f', 'now/f'])
    expect(read.warnings).toEqual([WARNING])
    expect(criterion.read(aged(2, { 'gone/new/sample.json': sample })).warnings).toEqual([])
  })

  test('has not failed where it has no numbers', () => {
    expect(criterion.read(aged(72, {}))).toMatchObject({
      benchmarks: [{ key: 'now/f' }],
      warnings: [WARNING],
    })
    expect(criterion.read(aged(2, {})).benchmarks.map(({ status }) => status)).toEqual(['failed', 'ok'])
  })
})
