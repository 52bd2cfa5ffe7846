import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceSchema } from '../../src/model/evidence.ts'
import { runSchema } from '../../src/model/stored-run.ts'
import { GitHubStage, READER, readWorkspace } from './github-stage.ts'

// A tool that Benchgate knows nothing of but its output. It prints what Go would print, with times that it draws around a number
// in the source: nothing is timed, so that no machine can be too slow for a verdict.

const TOOL = `import { readFileSync } from 'node:fs'
const { parse, split, allocs } = JSON.parse(readFileSync('numbers.json', 'utf8'))
const near = (value) => (value * (1 + 0.01 * (Math.random() - 0.5))).toFixed(1)
console.log('pkg: example.com/project')
console.log(\`BenchmarkParse-2 1000 \${near(parse)} ns/op 640 B/op \${allocs} allocs/op\`)
console.log(\`BenchmarkSplit-2 1000 \${near(split)} ns/op 32 B/op 1 allocs/op\`)
console.log('PASS')
`
const CONFIG = `version: 1
command: { run: node tool.mjs, format: go }
measure: { time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 10% }
  - { match: '**', metric: allocs, max-regression: 1% }
`
const numbers = (change: object = {}) =>
  `${JSON.stringify({ parse: 1000, split: 500, allocs: 2, ...change })}\n`

let stage: GitHubStage
beforeAll(async () => {
  stage = await GitHubStage.start()
  stage.commit('main', { 'benchgate.yml': CONFIG, 'tool.mjs': TOOL, 'numbers.json': numbers() }, 'A tool')
})
afterAll(() => stage?.stop())

const stored = () =>
  stage
    .storedFiles()
    .filter((file) => file.startsWith('runs/'))
    .map((file) => runSchema.parse(JSON.parse(stage.hosted.git('show', `benchgate:${file}`))))
const commentOn = (number: number) => stage.api.comments.find(({ pull }) => pull === number)?.body ?? ''

describe("a command's numbers", () => {
  test('are recorded, every metric that it reports', async () => {
    const result = await stage.push('main')
    expect(result.outcome, result.log).toBe('success')
    const [run] = stored()
    const parse = run!.benchmarks.find(({ id }) => id === 'example.com/project/BenchmarkParse')!
    expect(parse.suite).toBe('node tool.mjs')
    expect(parse.metrics.map(({ metric, unit, better }) => [metric, unit, better])).toEqual([
      ['time', 'ns', 'lower'],
      ['bytes', 'B', 'lower'],
      ['allocs', 'count', 'lower'],
    ])
    expect(parse.metrics[2]!.values.every((value) => value === 2)).toBe(true)
  })

  test('are compared with the parent on the next push', async () => {
    stage.commit('main', { 'numbers.json': numbers({ split: 400 }) }, 'Split faster')
    const result = await stage.push('main')
    expect(result.outcome, result.log).toBe('success')
    const run = stored().find(({ commit }) => commit.subject === 'Split faster')!
    const split = run.benchmarks.find(({ id }) => id.endsWith('BenchmarkSplit'))!
    expect(split.metrics[0]).toMatchObject({ metric: 'time', verdict: 'improvement' })
    expect(split.metrics[0]!.change!.effect).toBeCloseTo(-0.2, 1)
  })

  test('fail a pull request that is slower and allocates more, each in words of its own', async () => {
    stage.commit('slower', { 'numbers.json': numbers({ split: 400, parse: 1300, allocs: 3 }) }, 'Slower')
    const result = await stage.pullRequest(stage.propose(11, 'slower'))
    expect(result.outcome, result.log).toBe('failure')
    const rows = commentOn(11)
      .split('\n')
      .filter((line) => line.startsWith('| ❌'))
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row.includes('| allocs |'))).toMatch(
      /2 → 3 \| \*\*50\.0 % more\*\* \(exact\) \| 1 %/,
    )
    expect(rows.find((row) => row.includes('| time |'))).toMatch(/slower\*\* \(\S+ to \S+\) \| 10 %/)
  })

  test('that are gone fail it, and what the command said last is told; its output is never the step’s', async () => {
    const broken = `console.log('::error::from the tool')\nconsole.error('cannot open the corpus')\nprocess.exit(3)\n`
    stage.commit('broken', { 'tool.mjs': broken }, 'Broken')
    const result = await stage.pullRequest(stage.propose(12, 'broken'))
    expect(result.outcome, result.log).toBe('failure')
    expect(commentOn(12)).toContain('ended with exit code 3')
    expect(commentOn(12)).toContain('cannot open the corpus')
    expect(result.annotations.filter(({ message }) => message === 'from the tool')).toEqual([])
    expect(commentOn(12)).toContain('BenchmarkParse')
  })

  test('cannot be had with another command unnoticed', async () => {
    const easier = CONFIG.replace('node tool.mjs', 'node tool.mjs --quick')
    stage.commit('quick', { 'benchgate.yml': easier }, 'Quick')
    const result = await stage.pullRequest(stage.propose(13, 'quick'))
    expect(result.outcome, result.log).toBe('success')
    expect(result.summary).toContain('This change also edits command in the config file')
  })

  test('that a fork measured are judged from its artifact', async () => {
    stage.commit('fork', { 'numbers.json': numbers({ split: 400, parse: 1300, allocs: 3 }) }, 'From a fork')
    const pull = stage.propose(14, 'fork', 'stranger/project')
    const result = await stage.pullRequest(pull, { token: READER })
    expect(result.outcome, result.log).toBe('failure')
    const evidence = evidenceSchema.parse(JSON.parse(readWorkspace(result, 'benchgate-report.json')))
    const parse = evidence.survey.benchmarks.find(({ id }) => id.endsWith('BenchmarkParse'))!
    expect(parse).toMatchObject({ source: 'command', suite: 'node tool.mjs' })
    expect(parse.metrics.map(({ id }) => id)).toEqual(['time', 'bytes', 'allocs'])
    expect(evidence.measured.length).toBe(2)
  })
})

describe('numbers that a suite reports of itself', () => {
  const suite = (rate: number) => `import { bench, run } from 'mitata'
import { metric } from 'benchgate'
bench('lookup', () => {
  metric('hit-rate', ${rate}, { unit: '%', better: 'higher' })
  return Math.sqrt(${rate})
})
await run()
`

  test('are held to budgets without the package being there', async () => {
    const config = `version: 1
suites: ['*.bench.mjs']
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: '**', metric: hit-rate, max-regression: 2%, min: 95% }
`
    stage.commit('main', { 'benchgate.yml': config, 'a.bench.mjs': suite(97) }, 'A suite')
    stage.commit('colder', { 'a.bench.mjs': suite(80) }, 'A colder cache')
    const result = await stage.pullRequest(stage.propose(15, 'colder'))
    expect(result.outcome, result.log).toBe('failure')
    expect(commentOn(15)).toContain(
      '| ❌ | `lookup` | hit-rate | 97.0 → 80.0 % | 17.5 % lower (17.5 to 17.5) | **at least 95 %** |',
    )
  })
})
