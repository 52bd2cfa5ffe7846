import { expect, test } from 'vitest'
import { checkMetricName } from '../../src/config/metric-names.ts'
import { SUITE_METRIC_IDS, usualMetric } from '../../src/model/metric.ts'

const OPEN = { declared: new Map(), hasCommands: true }

test('a letter more or less of a usual name is a slip, and the name itself is none', () => {
  for (const name of [
    ...SUITE_METRIC_IDS,
    'bytes',
    'allocs',
    'size',
    'memory',
    'instructions',
    'cpu-time',
    'error-rate',
  ]) {
    expect(usualMetric(name)).not.toBeNull()
    expect(checkMetricName(name, OPEN)).toBeNull()
    expect(checkMetricName(`${name}x`, OPEN)?.remedy).toContain(`\`${name}\``)
    expect(checkMetricName(`${name}x`, { ...OPEN, declared: new Map([[`${name}x`, 'lower']]) })).toBeNull()
  }
})
