import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { cli, type Ended, type Stage } from '../command.ts'
import { slowerStage } from './slower-stage.ts'

let stage: Stage
/** A check of the slower commit. */
let check: Ended

beforeAll(async () => {
  stage = slowerStage()
  check = await stage.run('check', '--markdown', 'r.md', '--json', 'r.json', '--seed', 's')
})
afterAll(() => stage.remove())

test('check: red with the rule, reports in both files, exit code 1', () => {
  const { code, stdout, stderr } = check
  expect(code, stderr).toBe(1)
  expect(stdout).toMatch(/✘ loop\/long .* slower .* budget 20 %/)
  expect(stdout).toContain('benchgate.yml:6')
  const report = reportSchema.parse(
    JSON.parse(readFileSync(join(stage.repository.directory, 'r.json'), 'utf8')),
  )
  expect(report.seed).toBe('s')
  expect(readFileSync(join(stage.repository.directory, 'r.md'), 'utf8')).toContain(
    '❌ 1 benchmark over budget',
  )
  const long = report.rows.find((row) => row.benchmark === 'loop/long')!
  expect(long.effect).toBeGreaterThan(1.2)
  expect(long.edited).toBe(true)
  expect(long.location).toBe('loop.bench.mjs:4')
})

test('run prints a table of one version', async () => {
  const { code, stdout } = await stage.run('run', '--filter', 'loop/short')
  expect(code).toBe(0)
  expect(stdout).toContain('loop/short')
  expect(stdout).not.toContain('loop/long')
})

test('budgets explain names the rules', async () => {
  const { stdout } = await stage.run('budgets', 'explain', 'loop/long')
  expect(stdout).toBe(`loop/long · time: max-regression warn 10 %, fail 20 % · max fail 1 s · severity fail
  benchgate.yml:6  match "**", metric time: max-regression warn 10 %, fail 20 %
  benchgate.yml:7  match "loop/long", metric time: max fail 1 s
According to the last report in this repository, the suite loop.bench.mjs measures it, which \`suites\` matches with "*.bench.mjs".
`)
})

test('one seed gives one order; stdout is the report and nothing else', async () => {
  const { stdout } = await stage.run(
    'compare',
    'HEAD',
    'HEAD',
    '--json',
    '-',
    '--seed',
    'x',
    '--filter',
    'loop/short',
  )
  expect(reportSchema.parse(JSON.parse(stdout)).rows.map((row) => row.benchmark)).toEqual(['loop/short'])
})

test.each([
  [['chek'], 2, 'Did you mean check?'],
  [['check', '--bse', 'main'], 2, 'Did you mean --base?'],
  [['check', '--time-limit', '5'], 2, '5 min'],
  [['check', '--base', 'mian'], 2, 'main'],
  [['check', '--base', '--upload-pack=x'], 2, 'upload-pack'],
  [['check', '--config', 'gone.yml'], 2, 'gone.yml'],
  [['check', '--markdown', 'no/such/r.md'], 2, 'no/such'],
  [['check', '--filter', 'nothing/*'], 2, 'nothing/*'],
] as const)('%j ends with %i and says %s', async (args, code, text) => {
  const ended = await stage.run(...args)
  expect(ended.stderr).toContain(text)
  expect(ended.code).toBe(code)
  expect(stage.leftovers()).toEqual([])
})

test('a config mistake is shown with its place and the way out', async () => {
  stage.repository.write({
    'bad.yml': 'version: 1\nbudgets:\n  - { match: "**", metrik: time, max-regression: 5% }\n',
  })
  const { code, stderr } = await stage.run('check', '--config', 'bad.yml')
  expect(code).toBe(2)
  expect(stderr).toContain('bad.yml:3:20')
  expect(stderr).toMatch(/Did you mean `?metric/)
})

test('an old Node says in one line what is needed', () => {
  // The entry looks at process.versions: an old one is shown to it by a preload.
  const preload = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, cli, 'check'], {
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('needs Node 22.18')
})
