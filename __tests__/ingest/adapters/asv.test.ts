import { expect, test } from 'vitest'
import { asv } from '../../../src/ingest/adapters/asv.ts'
import { parseBareJson } from '../../../src/ingest/forms/json-text.ts'
import {
  centreOf,
  directoryOf,
  expectAnswerOrUserError,
  fixture,
  inputOf,
  shared,
} from '../adapter-checks.ts'
import { expectSound } from '../reading.ts'
import { metric } from '../real-files.ts'

const v1 = `{
  "commit_hash": "13dd", "version": 1, "params": {"machine": "m", "numpy": null},
  "results": {
    "mod.time_plain": 0.0018, "mod.time_failed": null, "mod.time_skipped": NaN, "mod.mem_list": 344,
    "mod.Suite.time_it": {
      "params": [["1", "2"], ["'a'", "'b'", "'c'"]],
      "result": [0.1, 0.2, 0.3, null, NaN, 0.6],
      "stats": [{"ci_99": [0.09, 0.12]}, null, {"ci_99": [-Infinity, Infinity]}, null, null, null]
    }
  }
}`
const benchmarks = {
  'mod.Suite.time_it': { type: 'time', unit: 'seconds', param_names: ['n', '__proto__'] },
  'mod.mem_list': { type: 'memory', unit: 'bytes', param_names: [] },
  'mod.time_plain': { type: 'time', unit: 'ms', param_names: [] },
  version: 2,
}

test('version 1: plain values in seconds, or bytes, by their names', () => {
  const input = inputOf(v1)
  expect(asv.recognises(input)).toBe(true)
  const file = asv.read(input)
  expectSound(file)
  expect(file.environment).toEqual({ machine: 'm' })
  expect(metric(file, 'mod/time_plain', 'time')).toMatchObject({ unit: 'ns', better: 'lower' })
  expect(centreOf(metric(file, 'mod/time_plain', 'time'))).toBeCloseTo(1_800_000, 6)
  expect(metric(file, 'mod/mem_list', 'memory')).toEqual({
    id: 'memory',
    unit: 'B',
    better: 'lower',
    data: { kind: 'exact', value: 344 },
  })
  expect(file.warnings).toEqual([expect.stringContaining('benchmarks.json is not beside')])
})

test('null failed, a bare NaN was skipped', () => {
  const statuses = new Map(asv.read(inputOf(v1)).benchmarks.map(({ key, status }) => [key, status]))
  expect(statuses.get('mod/time_failed')).toBe('failed')
  expect(statuses.get('mod/time_skipped')).toBe('skipped')
  expect(statuses.get("mod/Suite/time_it/param1=2/param2='a'")).toBe('failed')
  expect(statuses.get("mod/Suite/time_it/param1=2/param2='b'")).toBe('skipped')
})

test('parameters are a product whose last factor runs first; infinite bounds are none', () => {
  const file = asv.read(inputOf(v1))
  expect(
    file.benchmarks
      .filter(({ name }) => name === 'time_it')
      .map(({ params }) => Object.values(params).join()),
  ).toEqual(["1,'a'", "1,'b'", "1,'c'", "2,'a'", "2,'b'", "2,'c'"])
  const spreads = ["1/param2='a'", "1/param2='c'"].map((end) => {
    const { data } = metric(file, `mod/Suite/time_it/param1=${end}`, 'time')
    return data.kind === 'summary' ? data.spread : undefined
  })
  expect(spreads).toEqual([{ kind: 'ci', low: 0.09 * 1e9, high: 0.12 * 1e9, level: 0.99 }, null])
})

test('benchmarks.json in the same directory gives units and names of parameters', () => {
  const input = directoryOf({
    'm/13dd-env.json': v1,
    'benchmarks.json': JSON.stringify(benchmarks),
    'm/machine.json': '{}',
  })
  expect(asv.recognises(input)).toBe(true)
  const file = asv.read(input)
  expect(file.warnings).toEqual([])
  expect(centreOf(metric(file, 'mod/time_plain', 'time'))).toBeCloseTo(1800, 9)
  expect(centreOf(metric(file, "mod/Suite/time_it/n=2/__proto__='c'", 'time'))).toBeCloseTo(6e8, 3)
})

test('several environments of one commit; not several commits', () => {
  const second = v1.replace('"version"', '"env_name": "py3.12", "version"')
  const first = v1.replace('"version"', '"env_name": "py3.11", "version"')
  const file = asv.read(directoryOf({ 'm/a.json': first, 'm/b.json': second }))
  expect(file.benchmarks.map(({ key }) => key)).toContain('mod/time_plain/env=py3.12')
  expect(new Set(file.benchmarks.map(({ key }) => key)).size).toBe(file.benchmarks.length)
  expect(() => asv.read(directoryOf({ 'a.json': v1, 'b.json': v1.replace('13dd', '22b9') }))).toThrow(
    /several commits/,
  )
})

test('version 2: rows by columns, cut off at the end; samples where they are', () => {
  const input = inputOf(fixture('asv', 'v2.json'))
  expect(asv.recognises(input)).toBe(true)
  const file = asv.read(input)
  expectSound(file)
  expect(file.benchmarks.map(({ key, status }) => `${key} ${status}`)).toEqual([
    'bench/TimeSuite/time_keys ok',
    'bench/TimeSuite/time_sort/param1=10 ok',
    'bench/TimeSuite/time_sort/param1=100 failed',
    'bench/TimeSuite/time_sort/param1=1000 ok',
    'bench/MemSuite/mem_list ok',
    'bench/Track/track_ops ok',
  ])
  const { data } = metric(file, 'bench/TimeSuite/time_keys', 'time')
  expect(data.kind === 'samples' && data.groups.map((group) => group.map(Math.round))).toEqual([
    [11_100, 11_200, 11_200, 11_300, 11_500],
  ])
  expect(centreOf(metric(file, 'bench/TimeSuite/time_sort/param1=1000', 'time'))).toBe(1e8)
  expect(metric(file, 'bench/Track/track_ops', 'value')).toMatchObject({ unit: 'unit', better: null })
})

test('bare numbers outside of strings only', () => {
  expect(parseBareJson('[NaN, -Infinity, Infinity, "NaN \\" -Infinity", -1]')).toEqual([
    Infinity,
    Infinity,
    Infinity,
    'NaN " -Infinity',
    -1,
  ])
  expect(parseBareJson('{"a": NaN}', '"x"')).toEqual({ a: 'x' })
  expect(parseBareJson('{"a": NaN')).toBeUndefined()
  expect(parseBareJson('nope')).toBeUndefined()
  const many = parseBareJson(`[${'NaN,"NaN",'.repeat(60_000)}7]`)
  expect(many).toHaveLength(120_001)
  expect(new Set(many as unknown[])).toEqual(new Set([Infinity, 'NaN', 7]))
})

test.skipIf(shared('asv', 'v1-22b920c6.json') === null)('real files of version 1', () => {
  const one = asv.read(inputOf(shared('asv', 'v1-13dd6571.json')!))
  expectSound(one)
  expect(one.benchmarks).toHaveLength(12)
  expect(centreOf(metric(one, 'time_units/time_unit_compose', 'time'))).toBeCloseTo(19_963_438.51, 1)
  expect(centreOf(metric(one, 'time_units/mem_unit', 'memory'))).toBe(344)
  const text = shared('asv', 'v1-22b920c6.json')!
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  const two = asv.read(
    directoryOf({ 'cheetah/22b9.json': text, 'benchmarks.json': shared('asv', 'v1-benchmarks.json')! }),
  )
  expectSound(two)
  expect(two.benchmarks.find(({ key }) => key === 'time_AAA_failure')?.status).toBe('failed')
  expect(two.benchmarks.find(({ key }) => key === 'time_AAA_skip')?.status).toBe('skipped')
})

test('broken: an answer or a UserError', () => {
  expectAnswerOrUserError(asv, v1)
  expectAnswerOrUserError(asv, fixture('asv', 'v2.json'))
})

const v2 = (version: string, params: string[][] = [], result: (number | null)[] = [0.01]) =>
  inputOf(
    JSON.stringify({
      commit_hash: '1'.repeat(40),
      version: 2,
      params: { machine: 'host-1', os: 'Linux 6.1', cpu: 'CPU One' },
      result_columns: ['result', 'params', 'version'],
      results: { 's.T.mem_x': [result, params, version] },
    }),
  )

test('the version of a benchmark is kept, in both versions of the file', () => {
  expect(asv.read(v2('aaaa')).benchmarks[0]!.version).toBe('aaaa')
  const old = { ...(JSON.parse(v1.replaceAll(/NaN|-?Infinity/g, 'null')) as object) }
  const input = inputOf(JSON.stringify({ ...old, benchmark_version: { 'mod.time_plain': 'bbbb' } }))
  const versions = asv.read(input).benchmarks.map(({ name, version }) => [name, version])
  expect(versions).toContainEqual(['time_plain', 'bbbb'])
  expect(versions).toContainEqual(['mem_list', undefined])
})

test('an address in memory is no part of a parameter, and two that are alike are numbered', () => {
  const values = [
    '<function f at 0x7f1200000000>',
    '<function <lambda> at 0x7f1200000001>',
    '<function <lambda> at 0x7f1200000002>',
  ]
  const keys = asv.read(v2('a', [values], [1, 2, 3])).benchmarks.map(({ key }) => key)
  expect(keys).toEqual([
    's/T/mem_x/param1=<function f>',
    's/T/mem_x/param1=<function <lambda>> (0)',
    's/T/mem_x/param1=<function <lambda>> (1)',
  ])
})

test('what failed is known by what it would have measured', () => {
  expect(asv.read(v2('a', [], [null])).benchmarks[0]).toMatchObject({
    status: 'failed',
    measures: { id: 'memory', unit: 'B', better: 'lower' },
  })
})
