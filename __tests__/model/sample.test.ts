import { describe, expect, test } from 'vitest'
import { metricValue } from '../../src/model/sample.ts'
import { executed, timing } from '../compare/process-sample.ts'

describe('the value of one process', () => {
  test('is what Benchgate timed', () => {
    const stats = timing()
    expect(metricValue('time', stats)).toBe(100)
    expect(metricValue('time.p50', stats)).toBe(110)
    expect(metricValue('throughput', stats)).toBe(1e7)
    expect(metricValue('bytes', stats)).toBeNull()
  })

  test('is what the benchmark reported beside it', () => {
    const stats = timing({ values: { bytes: 32, 'hit-rate': 0 } })
    expect(metricValue('bytes', stats)).toBe(32)
    expect(metricValue('hit-rate', stats)).toBe(0)
    expect(metricValue('time', stats)).toBe(100)
  })

  test('of an execution is what its tool said, and nothing that it did not', () => {
    const stats = executed({ time: 7, constructor: 3 })
    expect(metricValue('time', stats)).toBe(7)
    expect(metricValue('constructor', stats)).toBe(3)
    for (const absent of ['time.p50', 'throughput', 'toString', '__proto__', 'bytes']) {
      expect(metricValue(absent, stats)).toBeNull()
    }
  })

  test('of a tail needs its calls, unless a tool gave it', () => {
    const tail = { calls: 999, p95: 200, p99: 300, max: 400 }
    expect(metricValue('time.p99', timing({ tail }))).toBeNull()
    expect(metricValue('time.p99', timing({ tail: { ...tail, calls: 1000 } }))).toBe(300)
    expect(metricValue('time.p95', timing({ tail }))).toBe(200)
    expect(metricValue('time.p99', executed({ 'time.p99': 5 }))).toBe(5)
  })
})
