import { HURRY } from '../../hurry.ts'
import { Stage } from '../command.ts'

/** One benchmark that head makes three times slower, one that stays; they say themselves what they take, in ns, on any machine. */
const suite = (long: number) => `import { bench, run, group } from 'mitata'
const near = (ns) => ns * (1 + 0.01 * Math.random())
group('loop', () => {
  bench('long', function* () { yield { manual: () => near(${long}) } })
  bench('short', function* () { yield { manual: () => near(500) } })
})
await run()
`
export const CONFIG = `version: 1
suites: ["*.bench.mjs"]
base: { ref: main }
measure: { time-per-benchmark: 10 ms, time-limit: 30 min }
budgets:
  - { match: "**", metric: time, max-regression: 20% }
  - { match: "loop/long", metric: time, max: 1 s }
`

/** A repository whose branch `slower`, checked out, is judged against `main`. */
export function slowerStage(): Stage {
  const stage = new Stage(HURRY)
  stage.repository.write({ 'benchgate.yml': CONFIG, 'loop.bench.mjs': suite(2000) })
  stage.repository.commit('base')
  stage.repository.git('switch', '-q', '-c', 'slower')
  stage.repository.write({ 'loop.bench.mjs': suite(6000) })
  stage.repository.commit('head')
  return stage
}
