import { expect, test } from 'vitest'
import { benchmarktoolsJl } from '../../../src/ingest/adapters/benchmarktools-jl.ts'
import { expectAnswerOrUserError, inputOf, shared } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const group = (data: object) => ['BenchmarkGroup', { data, tags: [] }]
const file = (...values: unknown[]) => JSON.stringify([{ Julia: '1.11.0', BenchmarkTools: '1.0.0' }, values])
const estimate = [
  'TrialEstimate',
  { allocs: 3, time: 246.5, memory: 64, gctime: 1.5, params: ['Parameters', {}] },
]

test('nested groups of estimates; which statistic it is, the file does not say', () => {
  const input = inputOf(file(group({ fib: group({ '20': estimate }), ['__proto__x']: estimate })))
  expect(benchmarktoolsJl.recognises(input)).toBe(true)
  const result = benchmarktoolsJl.read(input)
  expectSound(result)
  expect(result).toMatchObject({ version: '1.0.0', environment: { julia: '1.11.0' } })
  expect(result.benchmarks.map(({ key }) => key)).toEqual(['fib/20', '__proto__x'])
  expect(result.benchmarks[0]?.metrics).toEqual([
    {
      id: 'time',
      unit: 'ns',
      better: 'lower',
      data: { kind: 'summary', statistic: 'other', centre: 246.5, spread: null, count: null },
    },
    { id: 'bytes', unit: 'B', better: 'lower', data: { kind: 'exact', value: 64 } },
    { id: 'allocs', unit: 'count', better: 'lower', data: { kind: 'exact', value: 3 } },
    {
      id: 'gc-time',
      unit: 'ns',
      better: 'lower',
      data: { kind: 'summary', statistic: 'other', centre: 1.5, spread: null, count: null },
    },
  ])
})

test('a trial holds its samples', () => {
  const trial = ['Trial', { times: [3, 1, 2], gctimes: [0, 0, 0], memory: 0, allocs: 0 }]
  const result = benchmarktoolsJl.read(inputOf(file(trial)))
  expect(metric(result, 'benchmark', 'time').data).toEqual({
    kind: 'samples',
    of: 'batch',
    groups: [[3, 1, 2]],
  })
})

test('what has been compared already is left out', () => {
  const result = benchmarktoolsJl.read(inputOf(file(group({ a: estimate, b: ['TrialJudgement', {}] }))))
  expect(result.benchmarks).toHaveLength(1)
  expect(result.warnings).toEqual(['b: a TrialJudgement is no measurement and is left out'])
  expect(() => benchmarktoolsJl.read(inputOf(file(['TrialRatio', {}])))).toThrow(/no trial/)
})

test('groups without end are refused', () => {
  let value: unknown = estimate
  for (let depth = 0; depth < 100; depth++) value = group({ a: value })
  expect(() => benchmarktoolsJl.read(inputOf(file(value)))).toThrow(/nested deeper/)
})

test.skipIf(shared('benchmarktools-jl', 'gab.json') === null)('a real file', () => {
  const result = benchmarktoolsJl.read(inputOf(shared('benchmarktools-jl', 'gab.json')!))
  expectSound(result)
  expect(result.benchmarks.map(({ key }) => key).sort()).toEqual(['fib/10', 'fib/20'])
  expect(metric(result, 'fib/20', 'time').data).toMatchObject({ centre: 31_028 })
})

test('broken: an answer or a UserError', () => {
  expectAnswerOrUserError(benchmarktoolsJl, file(group({ fib: group({ '20': estimate }) })))
})
