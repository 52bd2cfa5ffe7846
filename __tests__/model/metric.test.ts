import { expect, test } from 'vitest'
import {
  callsNeeded,
  isSuiteMetric,
  PRIMARY,
  SUITE_METRIC_IDS,
  suiteMetric,
  USUAL_METRIC_IDS,
  usualMetric,
  usualMetricIn,
} from '../../src/model/metric.ts'
import { metricSchema } from '../../src/model/metric-schema.ts'
import { unitKind, unitOf } from '../../src/model/unit.ts'

test('suites are measured by time, its statistics and throughput', () => {
  expect(SUITE_METRIC_IDS.map(suiteMetric).map(({ id, unit, better }) => [id, unit, better])).toEqual([
    ['time', 'ns', 'lower'],
    ['time.p50', 'ns', 'lower'],
    ['time.p75', 'ns', 'lower'],
    ['time.p95', 'ns', 'lower'],
    ['time.p99', 'ns', 'lower'],
    ['time.min', 'ns', 'lower'],
    ['time.max', 'ns', 'lower'],
    ['time.mean', 'ns', 'lower'],
    ['throughput', 'ops/s', 'higher'],
  ])
  for (const id of SUITE_METRIC_IDS) expect(metricSchema.parse(suiteMetric(id))).toEqual(suiteMetric(id))
})

test('what only tools report, and what is no name of a metric, is none of suites', () => {
  for (const id of ['bytes', 'cpu-time', 'time.p90', PRIMARY, 'constructor', '__proto__']) {
    expect(isSuiteMetric(id)).toBe(false)
    expect(callsNeeded(id)).toBe(0)
    expect(() => suiteMetric(id)).toThrow(id)
  }
})

test('calls are timed one by one for the statistics of the slowest', () => {
  const asking = SUITE_METRIC_IDS.filter((id) => callsNeeded(id) > 0)
  expect(asking.map((id) => [id, callsNeeded(id)])).toEqual([
    ['time.p95', 200],
    ['time.p99', 1000],
    ['time.max', 200],
  ])
})

test('the units of every metric are known, and agree with its direction where they say one', () => {
  for (const id of USUAL_METRIC_IDS) {
    const { units, better } = usualMetric(id)!
    for (const unit of units) {
      expect(unitKind(unit) === 'other').toBe(unit === 'instructions')
      expect([better, null]).toContain(unitOf(unit).better)
    }
  }
})

test('a unit brings the metric to mind that is usually in it', () => {
  const units = ['ns', 'ops/s', 'B/s', 'B', 'widgets']
  expect(units.map(usualMetricIn)).toEqual(['time', 'throughput', 'throughput', 'bytes', null])
})
