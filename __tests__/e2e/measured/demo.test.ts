import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessment, assessmentSchema, type Row } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

const PLANTED = 'search/nearest'

describe('the demo', () => {
  const falseAlarms: Row[] = []
  let stage: Stage | undefined
  let report: Assessment

  // A machine that others disturb can make one run inconclusive; what is promised is that such a run says so. The planted
  // changes must be found in one of two, and in neither may anything else be flagged.
  beforeAll(async () => {
    for (const seed of ['one', 'two']) {
      stage?.remove()
      stage = new Stage()
      const { code, stdout, stderr } = await stage.run('demo', '--json', '-', '--seed', seed)
      if (code !== 0) throw new Error(stderr)
      report = assessmentSchema.parse(JSON.parse(stdout))
      falseAlarms.push(
        ...report.rows.filter(({ benchmark, severity }) => severity === 'fail' && benchmark !== PLANTED),
      )
      if (row(PLANTED).verdict === 'regression' && row('receipt/checksum').verdict === 'improvement') break
    }
  }, 220_000)
  afterAll(() => stage?.remove())

  const row = (benchmark: string) => report.rows.find((row) => row.benchmark === benchmark)!

  test('measures 12 or more benchmarks in 3 suites, within 90 seconds', () => {
    expect(report.rows.length).toBeGreaterThanOrEqual(12)
    expect(new Set(report.rows.map(({ suite }) => suite)).size).toBe(3)
    expect(report.summary.seconds).toBeLessThanOrEqual(90)
  })

  /** On a machine so disturbed that most of what did not change stays open too, nothing is promised but to say so. */
  const skipIfTooNoisy = (benchmark: string, skip: (note: string) => void) => {
    if (row(benchmark).verdict !== 'inconclusive') return
    const open = report.rows.filter(({ verdict }) => verdict === 'inconclusive').length
    if (open > report.rows.length / 2)
      skip(`${open} of ${report.rows.length} inconclusive twice: the machine is too noisy`)
  }

  test('finds the planted slowdown, confirms it, and fails', ({ skip }) => {
    skipIfTooNoisy(PLANTED, skip)
    expect(row(PLANTED)).toMatchObject({ verdict: 'regression', severity: 'fail', confirmed: true })
    expect(report.outcome).toBe('fail')
    // 15 % more articles; the benchmark also sorts out its own best, so the exact share is not 15.
    expect(row(PLANTED).effect).toBeGreaterThan(0.09)
    expect(row(PLANTED).effect).toBeLessThan(0.25)
  })

  test('finds the planted gain', ({ skip }) => {
    skipIfTooNoisy('receipt/checksum', skip)
    expect(row('receipt/checksum').verdict).toBe('improvement')
    expect(row('receipt/checksum').effect).toBeCloseTo(-0.2, 1)
  })

  test('flags nothing else', () => {
    expect(falseAlarms).toEqual([])
  })

  test('leaves the project and both reports, and nothing else', () => {
    const [directory, ...others] = readdirSync(stage!.temporary)
    expect(others).toEqual([])
    expect(readdirSync(join(stage!.temporary, directory!)).sort()).toEqual(['corner-shop', 'report.md'])
    expect(existsSync(join(stage!.temporary, directory!, 'corner-shop', '.git'))).toBe(true)
  })
})
