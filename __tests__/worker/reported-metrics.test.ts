import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { processEvent } from '../../src/measure/protocol.ts'
import { isSuiteMetric, PRIMARY, SUITE_METRIC_IDS } from '../../src/model/metric.ts'
import { metricIdSchema, unitSchema } from '../../src/model/metric-schema.ts'
import { createRecorder } from '../../src/worker/recorder.ts'
import {
  beginWindow,
  closeMetrics,
  metric,
  openMetrics,
  strayProblems,
  takeMetrics,
} from '../../src/worker/reported-metrics.ts'
import { simulatedClock } from './simulated-clock.ts'

beforeEach(openMetrics)
afterEach(closeMetrics)

/** As suites call it that no compiler has checked. */
const call = metric as (...args: unknown[]) => void

const values = () => Object.fromEntries(takeMetrics().metrics.map(({ id, value }) => [id, value]))

describe('one number a process', () => {
  test('is the mean of what the samples that count reported', () => {
    const { clock, work } = simulatedClock()
    const bounds = { warmupMs: 10, windowMs: 20, minSamples: 3, deadlineMs: 1_000 }
    const recorder = createRecorder(bounds, 1, null, beginWindow, clock)
    metric('tried', 99)
    recorder.begin()
    // They end at 4, 8, 12, 16 and so on: the first two within warm-up.
    for (let sample = 0; ; sample++) {
      const openedNs = recorder.now()
      work(4)
      metric('sample', sample)
      if (sample === 1) metric('only in warm-up', 5)
      if (recorder.now() - openedNs === Infinity) break
    }
    expect(recorder.samples().timesNs).toHaveLength(6)
    expect(values()).toEqual({ tried: 99, sample: (2 + 3 + 4 + 5 + 6 + 7) / 6, 'only in warm-up': 5 })
  })

  test('of equal values is that value, of others their mean', () => {
    const value = fc.double({ min: 0, max: 1e300, noNaN: true })
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 1, max: 500 }),
        fc.array(value, { minLength: 1 }),
        (same, count, list) => {
          openMetrics()
          for (let i = 0; i < count; i++) metric('same', same)
          for (const one of list) metric('different', one)
          const { same: ofSame, different } = values()
          expect(ofSame).toBe(same)
          const mean = list.reduce((sum, one) => sum + one / list.length, 0)
          expect(Math.abs(different! - mean)).toBeLessThanOrEqual(
            1e-12 * Math.max(...list) + Number.MIN_VALUE * list.length,
          )
        },
      ),
    )
  })

  test('does not overflow', () => {
    for (let i = 0; i < 10; i++) metric('large', Number.MAX_VALUE)
    expect(values()).toEqual({ large: Number.MAX_VALUE })
  })

  test('forgets a bad value of the warm-up, and remembers one of the window', () => {
    call('cold', NaN)
    call('set-up', Infinity)
    beginWindow()
    metric('cold', 1)
    metric('later', 1)
    call('later', -0.5)
    metric('later', 1)
    expect(takeMetrics()).toEqual({
      metrics: [{ id: 'cold', value: 1, unit: '', better: null }],
      metricProblems: [
        'metric "set-up": Infinity was reported; a value is a finite number, 0 or above',
        'metric "later": -0.5 was reported; a value is a finite number, 0 or above',
      ],
    })
  })
})

describe('what a metric is', () => {
  test('its direction may be said in one of its calls', () => {
    metric('rate', 1, { unit: '%' })
    metric('rate', 3, { unit: '%', better: 'higher' })
    metric('rate', 2, { unit: '%', better: undefined })
    expect(takeMetrics()).toEqual({
      metrics: [{ id: 'rate', value: 2, unit: '%', better: 'higher' }],
      metricProblems: [],
    })
  })

  test('no options, empty ones and none by name are the same', () => {
    call('a', 1)
    call('a', 1, {})
    call('a', 1, null)
    call('a', 1, { unit: '', better: undefined })
    expect(takeMetrics()).toEqual({
      metrics: [{ id: 'a', value: 1, unit: '', better: null }],
      metricProblems: [],
    })
  })

  const options = `its options are an object, such as { unit: 'ms', better: 'lower' }, and not`
  const mistakes: [calls: unknown[][], problem: string][] = [
    [[['a', NaN]], 'metric "a": NaN was reported; a value is a finite number, 0 or above'],
    [[['a', '0.97']], 'metric "a": "0.97" was reported; a value is a finite number, 0 or above'],
    [[['a', 97n]], 'metric "a": the bigint 97 was reported; a value is a finite number, 0 or above'],
    [[['a']], 'metric "a": undefined was reported; a value is a finite number, 0 or above'],
    [[[]], 'metric undefined: an id is a text of 1 to 100 characters that can be printed'],
    [[['', 1]], 'metric "": an id is a text of 1 to 100 characters that can be printed'],
    [[['a\nb', 1]], 'metric "a\\nb": an id is a text of 1 to 100 characters that can be printed'],
    [
      [['x'.repeat(101), 1]],
      `metric "${'x'.repeat(60)}"…: an id is a text of 1 to 100 characters that can be printed`,
    ],
    [[['a', 1, 'ms']], `metric "a": ${options} "ms"`],
    [[['a', 1, () => {}]], `metric "a": ${options} a function`],
    [[['a', 1, { units: 'ms' }]], 'metric "a": it has the options unit and better, and no "units"'],
    [
      [['a', 1, { unit: 5 }]],
      'metric "a": a unit is a text of at most 40 characters that can be printed, and not 5',
    ],
    [[['a', 1, { better: 'up' }]], `metric "a": better is 'lower' or 'higher', and not "up"`],
    [
      [
        ['a', 1, { unit: 'ms' }],
        ['a', 1, { unit: 's' }],
      ],
      'metric "a" is reported in "ms" and in "s": it needs one unit',
    ],
    [
      [
        ['a', 1],
        ['a', 1, { unit: 's' }],
      ],
      'metric "a" is reported without a unit and in "s": it needs one unit',
    ],
    [
      [
        ['a', 1, { better: 'lower' }],
        ['a', 1, { better: 'higher' }],
      ],
      'metric "a" is reported with better: "lower" and with better: "higher"',
    ],
  ]
  test.each(mistakes.map(([calls, problem]) => ({ calls, problem })))('$problem', ({ calls, problem }) => {
    metric('other', 1)
    for (const args of calls) call(...args)
    // It is told once, however often it is made, and in the window as in the warm-up.
    beginWindow()
    for (const args of [...calls, ...calls]) call(...args)
    expect(takeMetrics()).toEqual({
      metrics: [{ id: 'other', value: 1, unit: '', better: null }],
      metricProblems: [problem],
    })
  })

  test.each([...SUITE_METRIC_IDS, PRIMARY])('%s is taken', (id) => {
    metric(id, 1)
    expect(takeMetrics()).toEqual({
      metrics: [],
      metricProblems: [`metric "${id}": Benchgate uses this name itself; report the value under another one`],
    })
  })

  test('of a benchmark there are 64', () => {
    for (let i = 1; i <= 1000; i++) metric(`m${i}`, i)
    const { metrics, metricProblems } = takeMetrics()
    expect(metrics.map(({ value }) => value)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1))
    expect(metricProblems).toEqual(['metric "m65" and any after it are left out: a benchmark has at most 64'])
  })

  test('agrees with the schemas that it is read by, whatever a suite calls it with', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 110 }),
      fc.string({ unit: 'grapheme', maxLength: 41 }),
      fc.string({ minLength: 39, maxLength: 41 }),
      fc.string({ minLength: 99, maxLength: 101 }),
      fc.constantFrom(
        'a',
        '%',
        '\u2028',
        '\ud800',
        '__proto__',
        'constructor',
        '\u200b',
        ...SUITE_METRIC_IDS,
      ),
    )
    const better = fc.constantFrom('lower', 'higher', undefined)
    const good = fc.record({ unit: text, better }, { requiredKeys: [] })
    const args = fc.tuple(
      fc.oneof({ weight: 5, arbitrary: text }, fc.anything()),
      fc.oneof({ weight: 5, arbitrary: fc.double() }, fc.anything()),
      fc.oneof({ weight: 5, arbitrary: good }, fc.anything()),
    )
    const result = { type: 'result', id: 'a', batch: 1, elapsedMs: 1 }
    const stats = { samples: 1, min: 1, mean: 1, p10: 1, p50: 1, p75: 1, max: 1, cpuShare: 1, tail: null }
    fc.assert(
      fc.property(fc.array(args, { maxLength: 80 }), (calls) => {
        openMetrics()
        for (const [i, one] of calls.entries()) {
          if (i === 40) beginWindow()
          call(...one)
        }
        const taken = takeMetrics()
        expect(processEvent.parse(JSON.parse(JSON.stringify({ ...result, stats, ...taken })))).toMatchObject({
          metrics: taken.metrics.map(({ id }) => ({ id })),
          metricProblems: taken.metricProblems,
        })
      }),
    )
    fc.assert(
      fc.property(text, text, (id, unit) => {
        openMetrics()
        metric(id, 1, { unit })
        const isFree = !isSuiteMetric(id) && id !== PRIMARY
        const isGood = isFree && metricIdSchema.safeParse(id).success && unitSchema.safeParse(unit).success
        expect(takeMetrics().metrics).toEqual(isGood ? [{ id, value: 1, unit, better: null }] : [])
      }),
    )
  })
})

test('what comes late is no part of the benchmark that has it by then', () => {
  metric('known', 1)
  expect(values()).toEqual({ known: 1 })
  metric('known', 5)
  expect(strayProblems()).toEqual([])
  metric('new', 1)
  expect(strayProblems()).toEqual([
    'metric "new" was reported outside any benchmark, or after its last measured call, and counts for none',
  ])
  closeMetrics()
  call(undefined, 1)
  openMetrics()
  expect(takeMetrics()).toEqual({ metrics: [], metricProblems: [] })
})
