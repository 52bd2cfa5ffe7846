import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { renderCsv } from '../../../src/report/exports/csv.ts'
import { renderHistoryOpenMetrics } from '../../../src/report/exports/history-openmetrics.ts'
import { renderJunit } from '../../../src/report/exports/junit.ts'
import { renderOpenMetrics } from '../../../src/report/exports/openmetrics.ts'
import { fromReport } from '../sample.ts'
import { eventful } from '../sample-history.ts'

const CASES = join(import.meta.dirname, '../../golden')

/** As it is on disk; UPDATE_GOLDEN=1 writes what is printed now, and the difference is for a person to read. */
function expectGolden(path: string, printed: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, printed)
  expect(printed).toBe(readFileSync(path, 'utf8'))
}

describe.each(['did-not-run', 'hostile-names', 'metrics-of-tools', 'one-failed-one-faster'])('%s', (name) => {
  const input = fromReport(
    reportSchema.parse(JSON.parse(readFileSync(join(CASES, name, 'input.json'), 'utf8'))),
  )

  test('report.xml', () => {
    const printed = renderJunit(input, { configFile: '.github/benchgate.yml' })
    expectGolden(join(CASES, name, 'report.xml'), printed)
  })

  test('report.prom', () => {
    expectGolden(join(CASES, name, 'report.prom'), renderOpenMetrics(input))
  })
})

describe('a history', () => {
  test('history.prom', () => {
    expectGolden(join(import.meta.dirname, 'history.prom'), renderHistoryOpenMetrics(eventful))
  })

  test('history.csv', () => {
    expectGolden(join(import.meta.dirname, 'history.csv'), renderCsv(eventful, { last: 6 }))
  })
})
