import { expect, test } from 'vitest'
import { criterionText } from '../../../src/ingest/adapters/criterion-text.ts'
import { expectSound, expectSturdy, fixture, forms, given, keys, ratio, shared } from '../reading.ts'
import { hasShared, metric } from '../real-files.ts'

test('the interval of each benchmark; a change is another line that says time', () => {
  const input = fixture('criterion/console-b.txt')
  expect(criterionText.recognises(input)).toBe(true)
  const file = criterionText.read(input)
  expectSound(file)
  expect(keys(file)).toEqual(['parse 20k', 'sort/n/std/100', 'sort/n/std/1000', 'flat/copy'])
  expect(forms(file, 'flat/copy')).toEqual(['time ns lower', 'throughput B/s higher'])
  expect(forms(file, 'sort/n/std/100')).toEqual(['time ns lower', 'throughput ops/s higher'])
  const { data } = metric(file, 'parse 20k', 'time')
  expect(data.kind === 'summary' && data.centre).toBeCloseTo(58451, 6)
  expect(data.kind === 'summary' && data.spread).toMatchObject({ kind: 'ci', level: 0.95 })
  expect(criterionText.recognises(given('change:\n time:   [-3.3% +2.2% +5.9%]'))).toBe(false)
})

test('a long name has a line of its own', () => {
  const file = criterionText.read(
    given(
      'A name: longer than its column\n                        time:   [3.4 \u{b5}s 3.5 \u{3bc}s 3.6 us]\n',
    ),
  )
  expect(metric(file, 'A name: longer than its column', 'time').data).toMatchObject({ centre: 3500 })
})

test('the slower side is seen', () => {
  const slowed = ratio(criterionText, 'criterion/console-a.txt', 'criterion/console-b.txt', 'parse 20k')
  expect(slowed).toBeGreaterThan(1.1)
  expect(slowed).toBeLessThan(2)
})

test('a run that broke off is told', () => {
  const file = criterionText.read(
    given("a time: [1 ns 2 ns 3 ns]\nthread 'main' panicked at x\nerror: bench failed\n"),
  )
  expect([keys(file), file.warnings.length]).toEqual([['a'], 1])
  expect(() => criterionText.read(given('x'))).toThrow(/no line/)
})

test.skipIf(!hasShared)('public files', () => {
  expect(keys(criterionText.read(shared('criterion/console-dogfood.bencher.txt')))).toEqual([
    'Adapter::Magic (JSON)',
    'Adapter::Json',
    'Adapter::Magic (Rust)',
    'Adapter::Rust',
  ])
  expect(criterionText.read(shared('criterion/console-many.bencher.txt')).benchmarks).toHaveLength(5)
  expect(criterionText.read(shared('criterion/console-failed.bencher.txt')).warnings).toHaveLength(1)
})

test('mutated files', () => expectSturdy(criterionText, [fixture('criterion/console-b.txt')], 400))
