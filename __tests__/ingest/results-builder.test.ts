import { describe, expect, it } from 'vitest'
import { exact, samples, summary, time } from '../../src/ingest/forms/metrics.ts'
import { ResultsBuilder } from '../../src/ingest/results-builder.ts'

const size = { id: 'size', unit: 'B', better: 'lower' } as const
const built = (add: (results: ResultsBuilder) => void, twins?: string) => {
  const results = new ResultsBuilder({ path: 'r.json' }, twins)
  add(results)
  return results.file('tool')
}

describe('a benchmark', () => {
  it('has a key of all that names it', () => {
    const place = { suite: 's', path: ['p', 'q'], name: 'n', params: { size: '3' } }
    const { benchmarks } = built((results) => results.add({ ...place, metrics: [exact(size, 1)] }))
    expect(benchmarks).toEqual([
      {
        ...place,
        key: 's/p/q/n/size=3',
        occurrence: 1,
        status: 'ok',
        message: null,
        metrics: [{ ...size, data: { kind: 'exact', value: 1 } }],
      },
    ])
  })

  it('keeps the first of each metric, and what is finite and not below zero', () => {
    const bounded = summary({ ...time(), id: 'b' }, 'mean', 3, { spread: { kind: 'sd', value: -1 } })
    const metrics = [null, samples(time(1e3), 'round', [[1, 'x', -1], [null]]), exact(time(), 7), bounded]
    const { benchmarks, warnings } = built((results) =>
      results.add({ name: 'n', metrics: [...metrics, exact(size, Number.NaN)] }),
    )
    expect(benchmarks[0]!.metrics.map(({ id, data }) => [id, data])).toEqual([
      ['time', { kind: 'samples', of: 'round', groups: [[1000]] }],
      ['b', { kind: 'summary', statistic: 'mean', centre: 3, spread: null, count: null }],
    ])
    expect(warnings).toEqual([
      'n: time: 3 values are left out, because they are not finite or below zero',
      'n: b: its spread is left out, because it is not finite, below zero or upside down',
      'n: size: left out, because its value is not finite or below zero',
    ])
  })

  it('has failed without a usable metric, or without the one that the others belong to', () => {
    const { benchmarks } = built((results) => {
      results.add({ name: 'none' })
      results.add({ name: 'why', metrics: [exact(size, -1)], message: 'it broke' })
      results.add({ name: 'secondary', metrics: [exact(size, 1)], primary: 'time' })
    })
    expect(benchmarks.map(({ status, message, metrics }) => [status, message, metrics.length])).toEqual([
      ['failed', 'no usable value was measured', 0],
      ['failed', 'it broke', 0],
      ['failed', 'no usable value was measured', 0],
    ])
  })

  it('ended as the tool says, for which the first line of its message is enough', () => {
    const { benchmarks } = built((results) => {
      results.add({ name: 'a', status: 'failed', message: '\nError: x\n  at y', metrics: [exact(size, 1)] })
      results.add({ name: 'b', status: 'skipped' })
    })
    expect(benchmarks.map(({ status, message, metrics }) => [status, message, metrics])).toEqual([
      ['failed', 'Error: x', []],
      ['skipped', null, []],
    ])
  })
})

describe('two of one name', () => {
  it('have a number each, with a warning that says what to do', () => {
    const { benchmarks, warnings } = built((results) => {
      results.add({ name: 'other' })
      results.add({ suite: 'a', name: 'b' })
      results.add({ name: 'a/b' })
    }, 'name them')
    expect(benchmarks.map(({ occurrence }) => occurrence)).toEqual([1, 1, 2])
    expect(warnings).toEqual([
      'several benchmarks have one name and are told apart by their order: "a/b" (2); name them',
    ])
  })

  it('can be found before', () => {
    const results = new ResultsBuilder({ path: 'r.json' })
    const made = results.benchmark({ name: 'a', metrics: [exact(size, 1)] })
    expect(results.find('a')).toBeUndefined()
    results.put(made)
    expect(results.find('a')).toBe(made)
  })
})

it('the machine is described by what is a text or a number, none of them long', () => {
  const { version, environment } = built((results) => {
    results.version = 'v'.repeat(300)
    results.describe({ a: 'x'.repeat(300), b: 2, c: true, d: '', e: null, f: undefined, g: {} })
  })
  expect(version).toHaveLength(200)
  expect(environment).toEqual({ a: 'x'.repeat(200), b: '2', c: 'true' })
})
