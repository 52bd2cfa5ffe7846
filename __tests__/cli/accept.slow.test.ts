import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { waiverFor } from '../../src/config/budgets.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { renderJson } from '../../src/report/json.ts'
import { acceptanceOf } from '../../src/report/view/accept.ts'
import { assessment, row } from '../report/sample.ts'
import { ScratchRepository } from '../scratch-repository.ts'

const FILE = 'benchgate.yml'
const PROGRAM = join(import.meta.dirname, '../../src/cli.ts')

test('the printed line, run by bash, writes an entry for its benchmark, whatever that is called', () => {
  const names = ['parser/large', "it's $(id) `id`", 'a\nb', '-x --reason', '解析!\\*[a]']
  const rows = names.map((name) =>
    row({
      benchmark: name,
      verdict: 'regression',
      severity: 'fail',
      effect: 0.183,
      interval: null,
      metric: name.includes('$') ? '$x' : 'time',
    }),
  )
  const project = new ScratchRepository()
  onTestFinished(() => project.remove())
  const label = { label: 'HEAD', sha: project.commit('start'), dirty: false }
  project.write({
    [FILE]: 'version: 1\ncommand: { run: x }\n',
    '.git/benchgate/report.json': renderJson(assessment(rows, { head: label })),
  })
  const lines = rows.flatMap((one) => {
    const { line } = acceptanceOf(one, {})!
    const where = { configFile: FILE, hasReport: false }
    return [line(where)!, line({ ...where, hasReport: true })!.replace('…', 'of the report')]
  })
  const script = `npx() { shift; "${process.execPath}" "${PROGRAM}" "$@"; }\n${lines.join('\n').replaceAll('…', 'a reason')}\n`
  const ended = spawnSync('bash', ['--norc', '-s'], {
    input: script,
    cwd: project.directory,
    env: { ...process.env, NO_COLOR: '1' },
  })
  expect(ended.stderr.toString()).toBe('')
  const result = parseConfig(readFileSync(join(project.directory, FILE), 'utf8'), FILE)
  if ('problems' in result) throw new Error(result.problems[0]!.message)
  expect(result.config.accepted).toHaveLength(names.length)
  for (const { benchmark: name, suite, occurrence, metric } of rows)
    expect(waiverFor(result.config, { name, suite, occurrence }, metric, null)).toMatchObject({
      upTo: 0.23,
      reason: 'of the report',
    })
})
