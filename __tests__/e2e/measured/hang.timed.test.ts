import { expect, onTestFinished, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

const suite = (odd: string) => `import { bench, run } from 'mitata'
bench('before', () => Math.sqrt(2))
bench('odd', ${odd})
await run()
`
const CONFIG = `version: 1
suites: ['*.bench.mjs']
base: { ref: main }
measure: { time-per-benchmark: 5 ms, time-limit: 24 s }
budgets: [{ match: '**', metric: time, max-regression: 900% }]
`

test('a benchmark that hangs is ended by the watchdog, within the time limit', async () => {
  const stage = new Stage()
  onTestFinished(() => stage.remove())
  stage.repository.write({ 'benchgate.yml': CONFIG, 'one.bench.mjs': suite('() => Math.sqrt(5)') })
  stage.repository.commit('base')
  stage.repository.git('switch', '-q', '-c', 'head')
  stage.repository.write({ 'one.bench.mjs': suite('() => { for (;;); }') })
  stage.repository.commit('head')
  const { code, stdout, stderr } = await stage.run('check', '--json', '-')
  expect(code, stderr).toBe(3)
  const { rows } = reportSchema.parse(JSON.parse(stdout))
  expect(rows.find(({ benchmark }) => benchmark === 'odd')).toMatchObject({
    verdict: 'failed',
    notes: [expect.stringMatching(/hung in benchmark "odd".*killed/)],
  })
  expect(rows.find(({ benchmark }) => benchmark === 'before')!.pairs).toBeGreaterThanOrEqual(4)
  expect(stage.leftovers()).toEqual([])
})
