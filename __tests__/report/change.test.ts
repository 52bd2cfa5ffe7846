import { expect, test } from 'vitest'
import { changeWords, intervalWords } from '../../src/report/change.ts'
import { row } from './sample.ts'

const time = (effect: number | null, low: number, high: number) =>
  row({ effect, interval: { low, high, level: 0.95 } })
const throughput = (effect: number, low: number, high: number) =>
  row({ metric: 'throughput', unit: 'ops/s', better: 'higher', effect, interval: { low, high, level: 0.95 } })

test.each([
  [time(0.183, 0.151, 0.217), '18.3 % slower', '15.1 to 21.7'],
  [time(-0.212, -0.226, -0.198), '21.2 % faster', '19.8 to 22.6'],
  [time(0.004, -0.012, 0.008), '0.4 % slower', '-1.2 to +0.8 %'],
  [time(-0.004, -0.012, 0.008), '0.4 % faster', '-0.8 to +1.2 %'],
  [time(0, -0.007, 0.007), 'no difference', '-0.7 to +0.7 %'],
  [time(0.05, 0, 0.1), '5.0 % slower', '0.0 to 10.0'],
  [throughput(-0.155, -0.178, -0.131), '15.5 % slower', '13.1 to 17.8'],
  [throughput(0.342, 0.321, 0.367), '34.2 % faster', '32.1 to 36.7'],
  [time(null, -0.1, 0.1), '—', '-10.0 to +10.0 %'],
])('case %#: %o', (r, words, interval) => {
  expect(changeWords(r)).toBe(words)
  expect(intervalWords(r)).toBe(interval)
})

test('no interval, no words', () => {
  expect(intervalWords(row({ interval: null }))).toBeNull()
})
