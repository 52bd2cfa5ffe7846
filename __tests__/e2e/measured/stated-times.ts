import { expect } from 'vitest'
import type { Report } from '../../../src/model/assessment.ts'
import type { Stage } from '../command.ts'

// Code that says itself what it takes, in ns: verdicts are about numbers that nobody measured.

export const CONFIG = `version: 1
suites: ["bench/*.bench.mjs"]
base: { ref: main }
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: "**", metric: time, max-regression: 10% }
`
export const work = (cost: number, more = '') => `export const parse = (size) => ${cost} * size\n${more}`
export const suite = (
  body: string,
  { from = '../src/work.mjs', names = 'parse' } = {},
) => `import { bench, run } from 'mitata'
import { ${names} } from '${from}'
const says = (ns) => function* () { yield { manual: () => ns() * (1 + 0.001 * Math.random()) } }
${body}
await run()
`
export const PARSE = "const SIZE = 1000\nbench('parse', says(() => parse(SIZE)))"
export const BASE = {
  'benchgate.yml': CONFIG,
  'src/work.mjs': work(1),
  'bench/work.bench.mjs': suite(PARSE),
}

export const SLOWER = { 'src/work.mjs': work(1.2) }
export const half = (text: string) => text.replace('SIZE = 1000', 'SIZE = 500')

/** What a check says of a branch that was measured against main; the branch removes what is null. */
export async function checkedOn(
  stage: Stage,
  base: Record<string, string>,
  head: Record<string, string | null>,
) {
  stage.repository.write({ ...BASE, ...base })
  stage.repository.commit('base')
  stage.repository.git('switch', '-q', '-c', 'head')
  const gone = Object.keys(head).filter((path) => head[path] === null)
  if (gone.length > 0) stage.repository.git('rm', '-q', ...gone)
  stage.repository.write(
    Object.fromEntries(Object.entries(head).flatMap(([path, text]) => (text === null ? [] : [[path, text]]))),
  )
  stage.repository.commit('head')
  const ended = await stage.run('check', '--json', '-', '--budgets', 'base')
  expect(stage.leftovers()).toEqual([])
  expect(ended.stdout, ended.stderr).toMatch(/^\{/)
  const { rows, warnings } = JSON.parse(ended.stdout) as Report
  const row = (name: string) => {
    const found = rows.find(({ benchmark }) => benchmark === name)
    expect(found, `${name} among ${rows.map(({ benchmark }) => benchmark).join()}`).toBeDefined()
    return found!
  }
  return { code: ended.code, row, rows, warnings, text: ended.stderr }
}
