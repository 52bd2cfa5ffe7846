import { expect, onTestFinished, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

const SUITE = `import { bench, run } from 'mitata'
import { odd } from './odd.mjs'
bench('before', () => Math.sqrt(2))
bench('odd', odd)
await run()
`
const module = (odd: string) => `export const odd = ${odd}\n`
const CONFIG = `version: 1
suites: ['*.bench.mjs']
base: { ref: main }
measure: { time-per-benchmark: 5 ms, time-limit: 24 s }
budgets: [{ match: '**', metric: time, max-regression: 900% }]
`

test('a benchmark that hangs is ended by the watchdog, within the time limit', async () => {
  const stage = new Stage()
  onTestFinished(() => stage.remove())
  const base = module('() => Math.sqrt(5)')
  stage.repository.write({ 'benchgate.yml': CONFIG, 'one.bench.mjs': SUITE, 'odd.mjs': base })
  stage.repository.commit('base')
  stage.repository.git('switch', '-q', '-c', 'head')
  stage.repository.write({ 'odd.mjs': module('() => { for (;;); }') })
  stage.repository.commit('head')
  const { code, stdout, stderr } = await stage.run('check', '--json', '-')
  expect(code, stderr).toBe(3)
  const { rows } = reportSchema.parse(JSON.parse(stdout))
  expect(rows.find(({ benchmark }) => benchmark === 'odd')).toMatchObject({
    verdict: 'failed',
    notes: [
      expect.stringMatching(
        /^On head it failed in \d of \d processes: hung in benchmark "odd": nothing for \d+ s, so its process was killed$/,
      ),
    ],
  })
  expect(rows.find(({ benchmark }) => benchmark === 'before')!.pairs).toBeGreaterThanOrEqual(4)
  expect(stage.leftovers()).toEqual([])
})
