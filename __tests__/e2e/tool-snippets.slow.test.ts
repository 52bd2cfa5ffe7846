import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse.ts'
import { FORMATS } from '../../src/model/formats.ts'
import { configOf, repositoryOf, runTool } from './tools/run-tool.ts'
import { benchmarkDotNet, jmh, k6 } from './tools/stand-ins.ts'
import type { ToolProject } from './tools/tool-project.ts'
import { TOOLS } from './tools/tools.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const snippets = readdirSync(join(fixtures, 'config/tools')).map((file) => file.replace(/\.yml$/, ''))
const clearing: (() => void)[] = []
afterEach(() => {
  for (const clear of clearing.splice(0)) clear()
})

test.each(snippets)('%s: the example is a config that names its format', (name) => {
  const result = parseConfig(configOf(name), `${name}.yml`)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  const [command] = result.config.commands
  expect(command!.format).toBe(name)
  expect(FORMATS).toContain(name)
  expect(result.config.budgets.length).toBeGreaterThan(0)
})

test('every example is run: by its tool, or by one that stands in for it', () => {
  const run = [...TOOLS.map(({ name }) => name), 'jmh', 'benchmarkdotnet', 'k6']
  expect(run.sort()).toEqual([...snippets].sort())
})

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}

async function check(project: ToolProject) {
  const repository = repositoryOf(project, { changed: true })
  clearing.push(
    () => repository.remove(),
    () => rmSync(project.path!, { recursive: true, force: true }),
  )
  const { code, report, stderr } = await runTool(project, repository, ['--time-limit', '30 min'])
  if (report === null) throw new Error(stderr)
  const found = report.rows.filter(({ verdict }) => verdict === 'regression')
  return { code, report, found: found.map(({ benchmark, metric }) => `${benchmark} ${metric}`) }
}

const effectOf = (
  { rows }: { rows: { benchmark: string; metric: string; effect: number | null }[] },
  of: ToolProject['slowed'][number],
) => rows.find(({ benchmark, metric }) => benchmark === of.benchmark && metric === of.metric)?.effect

test('jmh: the lines of the example build, run and are read', async () => {
  const project = jmh()
  const { code, report, found } = await check(project)
  expect(code).toBe(1)
  expect([...new Set(report.rows.map(({ benchmark }) => benchmark))].sort()).toEqual(project.benchmarks)
  expect(
    report.rows.filter(({ benchmark }) => benchmark.includes('/alloc/')).map(({ metric }) => metric),
  ).toEqual(['throughput', 'bytes', 'throughput', 'bytes'])
  expect(found).toContain('org.sample.B/parse/size=1000 time')
})

test('benchmarkdotnet: one file of all classes, whatever its name; results of an earlier execution are not read again', async () => {
  const project = benchmarkDotNet()
  const { code, report, found } = await check(project)
  expect(code).toBe(1)
  expect(report.rows.map(({ benchmark }) => benchmark).sort()).toEqual([...project.benchmarks].sort())
  expect(found).toEqual(['Words.ParserBenchmarks/Parse time'])
  expect(effectOf(report, project.slowed[0]!)).toBeCloseTo(0.1, 2)
})

test('k6: the server of each side is started and ended by the line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benchgate-servers-'))
  clearing.push(() => rmSync(folder, { recursive: true, force: true }))
  const servers = join(folder, 'servers')
  const project = k6(readFileSync(join(fixtures, 'formats/k6/summary-export.json'), 'utf8'), servers)
  const { code, report, found } = await check(project)
  const started = readFileSync(servers, 'utf8').trim().split('\n').map(Number)
  expect(started).toHaveLength(report.summary.processes)
  expect(started.filter(isAlive)).toEqual([])
  expect(code).toBe(1)
  expect(found).toEqual(['http_req_duration time'])
  expect(effectOf(report, project.slowed[0]!)).toBeCloseTo(0.25, 2)
  expect(report.rows.map(({ metric, verdict }) => `${metric} ${verdict}`)).toContain('error-rate unchanged')
})
