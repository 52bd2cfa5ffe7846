import { bench, group, run } from 'mitata'
import { resolveBudget } from '../src/config/budgets.ts'
import { parseConfig } from '../src/config/parse.ts'

const small = `version: 1
suites: ["benchmarks/**/*.bench.ts"]
base: { ref: merge-base, setup: npm ci }
budgets:
  - { match: "**", metric: time, max-regression: 5% }
  - { match: "parser/*", metric: time.p99, max: { warn: 8 ms, fail: 10 ms } }
`

const rule = (index: number) =>
  `  - { match: "group ${index}/*", metric: time, max-regression: ${1 + (index % 20)}% }`
const large = `version: 1\nbudgets:\n${Array.from({ length: 500 }, (_, index) => rule(index)).join('\n')}\n`

const ids = Array.from({ length: 1000 }, (_, index) => `group ${index % 600}/benchmark ${index}`)

function configOf(text: string) {
  const result = parseConfig(text, 'benchgate.yml')
  if ('problems' in result) throw new Error(result.problems[0]!.message)
  return result.config
}

group('config', () => {
  bench('parse small', () => configOf(small))
  bench('parse 500 rules', () => configOf(large))

  const config = configOf(large)
  bench('resolve 1000 ids by 500 rules', () => {
    let limited = 0
    for (const id of ids)
      if (
        resolveBudget(config, { suite: 'a.bench.ts', name: id, occurrence: 1 }, 'time', 'time')
          .maxRegression !== null
      )
        limited++
    return limited
  })
})

await run()
