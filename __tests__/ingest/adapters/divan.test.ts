import { expect, test } from 'vitest'
import { divan } from '../../../src/ingest/adapters/divan.ts'
import { expectSound, expectSturdy, forms, given, keys, shared } from '../reading.ts'
import { hasShared, metric } from '../real-files.ts'

const TABLE = `sums      fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ total  1.5 µs        │ 9 µs          │ 2 µs          │ 2.5 µs        │ 100     │ 200
│         1.2 GB/s      │ 0.2 GB/s      │ 1 GB/s        │ 0.9 GB/s      │         │
╰─ by n                 │               │               │               │         │
   ├─ 1   0.626 ns      │ 1.735 ns      │ 0.657 ns      │ 0.672 ns      │ 100     │ 819200
   ╰─ 32  6.267 ms      │ 6.954 ms      │ 6.283 ms      │ 6.344 ms      │ 100     │ 100
`

test('the tree of the console', () => {
  expect(divan.recognises(given(TABLE))).toBe(true)
  const file = divan.read(given(TABLE))
  expectSound(file)
  expect(keys(file)).toEqual(['sums/total', 'sums/by n/1', 'sums/by n/32'])
  expect(forms(file, 'sums/total')).toEqual(['time ns lower'])
  expect(metric(file, 'sums/total', 'time').data).toEqual({
    kind: 'summary',
    statistic: 'median',
    centre: 2000,
    spread: { kind: 'unknown', low: 1500, high: 9000 },
    count: 100,
  })
})

test('no table is an error', () => {
  expect(() => divan.read(given('├─ a 1 ns │ 2 ns │ 1 ns │ 1 ns │ 1 │ 1\n'))).toThrow(/no benchmark of Divan/)
})

test.skipIf(!hasShared)('the sample of its documentation', () => {
  const file = divan.read(shared('divan/readme.txt'))
  expect(keys(file)).toContain('example/fibonacci/32')
  expect(metric(file, 'example/fibonacci/16', 'time').data).toMatchObject({ centre: 2916 })
})

test('mutated tables', () => expectSturdy(divan, [given(TABLE)], 400))
