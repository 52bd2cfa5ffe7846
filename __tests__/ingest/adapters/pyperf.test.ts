import { expect, test } from 'vitest'
import { pyperf } from '../../../src/ingest/adapters/pyperf.ts'
import { centreOf, expectAnswerOrUserError, inputOf, shared } from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const calibration = {
  metadata: { calibrate_loops: 64 },
  warmups: [
    [1, 9e-6],
    [64, 2e-6],
  ],
}
const file = (change: object = {}) => ({
  version: '1.0',
  metadata: {
    perf_version: '2.0.1',
    python_version: '3.12',
    cpu_count: 8,
    hostname: 'private',
    unit: 'second',
  },
  benchmarks: [
    {
      metadata: { name: 'sort', loops: 64 },
      runs: [
        calibration,
        { metadata: {}, warmups: [[64, 3e-6]], values: [2e-6, 2.5e-6] },
        { metadata: {}, values: [4e-6] },
      ],
    },
  ],
  ...change,
})
const read = (json: unknown) => pyperf.read(inputOf(JSON.stringify(json)))

test('a group a process, without calibration and warm-ups', () => {
  expect(pyperf.recognises(inputOf(JSON.stringify(file())))).toBe(true)
  const result = read(file())
  expectSound(result)
  expect(result).toMatchObject({
    tool: 'pyperf',
    version: '2.0.1',
    environment: { python_version: '3.12', cpu_count: '8' },
    warnings: [],
  })
  expect(result.benchmarks).toHaveLength(1)
  const time = metric(result, 'sort', 'time')
  expect(time).toMatchObject({ unit: 'ns', better: 'lower', data: { kind: 'samples', of: 'batch' } })
  const groups = time.data.kind === 'samples' ? time.data.groups : []
  expect(groups.map((group) => group.map((value) => Math.round(value)))).toEqual([[2000, 2500], [4000]])
})

test('bytes, integers, and units that nobody knows', () => {
  const of = (unit: string) => read(file({ metadata: { name: 'x', unit } })).benchmarks[0]?.metrics[0]
  expect(of('byte')).toMatchObject({ id: 'memory', unit: 'B', better: 'lower' })
  expect(of('integer')).toMatchObject({ id: 'value', unit: 'count', better: null })
  expect(of('furlong')).toMatchObject({ id: 'value', unit: 'furlong', better: null })
})

test('the name of a single benchmark is in the metadata of the file', () => {
  const [{ runs } = { runs: [] }] = file().benchmarks
  expect(read({ ...file({ metadata: { name: 'timeit' } }), benchmarks: [{ runs }] }).benchmarks[0]?.key).toBe(
    'timeit',
  )
})

test('with nothing but calibration it failed', () => {
  const result = read(file({ benchmarks: [{ metadata: { name: 'sort' }, runs: [calibration] }] }))
  expect(result.benchmarks[0]).toMatchObject({
    status: 'failed',
    message: 'no process measured a value',
    metrics: [],
  })
})

test('negative values are left out with a warning', () => {
  const result = read(
    file({ benchmarks: [{ metadata: { name: 'sort' }, runs: [{ values: [-1, 1e-6] }, { values: [-2] }] }] }),
  )
  expect(metric(result, 'sort', 'time').data).toEqual({
    kind: 'samples',
    of: 'batch',
    groups: [[1e-6 * 1e9]],
  })
  expect(result.warnings).toEqual([expect.stringContaining('2 values are left out')])
})

test.skipIf(shared('pyperf', 'mult_list_py36.json') === null)(
  'real files: lists in Python 3.6 and 3.7',
  () => {
    const [py36, py37] = ['mult_list_py36.json', 'mult_list_py37.json'].map((name) => {
      const input = inputOf(shared('pyperf', name)!)
      expect(pyperf.recognises(input)).toBe(true)
      return pyperf.read(input)
    })
    for (const result of [py36!, py37!]) {
      expectSound(result)
      expect(result.benchmarks.map(({ key }) => key)).toEqual(['[1]*1000', '[1,2]*1000', '[1,2,3]*1000'])
      const { data } = metric(result, '[1]*1000', 'time')
      expect(data.kind === 'samples' && data.groups.map((group) => group.length)).toEqual(Array(20).fill(3))
    }
    const time = metric(py36!, '[1]*1000', 'time')
    expect(time.data.kind === 'samples' && time.data.groups[0]?.[0]).toBeCloseTo(2087.224121094522, 6)
    const ratio = centreOf(metric(py37!, '[1]*1000', 'time')) / centreOf(time)
    expect(ratio).toBeGreaterThan(0.9)
    expect(ratio).toBeLessThan(1.1)
  },
)

test.skipIf(shared('pyperf', 'track_memory.json') === null)('real file: --track-memory', () => {
  const result = pyperf.read(inputOf(shared('pyperf', 'track_memory.json')!))
  expect(metric(result, 'timeit', 'memory').data).toEqual({
    kind: 'samples',
    of: 'batch',
    groups: [[7_360_512], [7_364_608], [7_380_992]],
  })
})

test('broken: an answer or a UserError', () =>
  expectAnswerOrUserError(pyperf, JSON.stringify(file(), null, 1)))
