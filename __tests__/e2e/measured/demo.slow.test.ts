import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

test('the demo measures 12 or more benchmarks in 3 suites, and leaves the project and both reports', async () => {
  const stage = new Stage()
  onTestFinished(() => stage.remove())
  const { code, stdout, stderr } = await stage.run('demo', '--json', '-', '--time-limit', '30 min')
  expect(code, stderr).toBe(0)
  const { rows } = reportSchema.parse(JSON.parse(stdout))
  expect(rows.length).toBeGreaterThanOrEqual(12)
  expect(new Set(rows.map(({ suite }) => suite)).size).toBe(3)
  for (const { pairs, benchmark } of rows) expect(pairs, benchmark).toBeGreaterThanOrEqual(4)
  const [directory, ...others] = readdirSync(stage.temporary)
  expect(others).toEqual([])
  expect(readdirSync(join(stage.temporary, directory!)).sort()).toEqual(['corner-shop', 'report.md'])
  expect(existsSync(join(stage.temporary, directory!, 'corner-shop', '.git'))).toBe(true)
})
