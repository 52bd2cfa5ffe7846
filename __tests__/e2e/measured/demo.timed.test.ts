import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

const SLOWER = 'search/nearest'
const FASTER = 'receipt/checksum'
/** What the docs show; UPDATE_GOLDEN=1 writes what the demo prints now. */
const SAMPLE = join(import.meta.dirname, '../../fixtures/samples/check.txt')

/** Lines as they are in every run: without numbers, ids and the grade of the noise. */
const formOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/noise [A-E]|seed \w+|\b[\da-f]{7}\b|\d[\d.]*|(?<=\d )[nµm]?s\b/g, '#'))
    .map((line) => line.replaceAll(/\s+/g, ' '))
    // How long it took, and how many of the others are undecided, is chance.
    .filter((line) => !/^ [~?] | of wall time /.test(line))

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
  const [printed = ''] = /^benchgate check · [^]*?^✘ .*\n/m.exec(stderr) ?? []
  if (process.env['UPDATE_GOLDEN']) writeFileSync(SAMPLE, printed)
  expect(formOf(printed)).toEqual(formOf(readFileSync(SAMPLE, 'utf8')))
})
