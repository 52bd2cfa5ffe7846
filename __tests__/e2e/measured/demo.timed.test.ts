import { expect, onTestFinished, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

const SLOWER = 'search/nearest'
const FASTER = 'receipt/checksum'

test('the demo finds the planted slowdown and the planted gain within 90 seconds, and flags nothing else', async () => {
  const stage = new Stage()
  onTestFinished(() => stage.remove())
  const { code, stdout, stderr } = await stage.run('demo', '--json', '-', '--seed', 'one')
  expect(code, stderr).toBe(0)
  const { outcome, rows, summary } = reportSchema.parse(JSON.parse(stdout))
  const row = (name: string) => rows.find(({ benchmark }) => benchmark === name)!
  expect(row(SLOWER)).toMatchObject({ verdict: 'regression', severity: 'fail', confirmed: true })
  expect(outcome).toBe('fail')
  // 15 % more articles; the benchmark also sorts out its own best, so the exact share is not 15.
  expect(row(SLOWER).effect).toBeGreaterThan(0.09)
  expect(row(SLOWER).effect).toBeLessThan(0.25)
  expect(row(FASTER).verdict).toBe('improvement')
  expect(row(FASTER).effect).toBeCloseTo(-0.2, 1)
  const failing = rows.filter(({ severity }) => severity === 'fail').map(({ benchmark }) => benchmark)
  expect(failing).toEqual([SLOWER])
  expect(summary.seconds).toBeLessThanOrEqual(90)
})
