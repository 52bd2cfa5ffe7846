import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inProcess } from './in-process.ts'

const GO = join(import.meta.dirname, '../fixtures/formats/go/a.txt')

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'benchgate-outputs-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const run = (...args: string[]) => inProcess(args, directory, { PATH: process.env['PATH'], NO_COLOR: '1' })

test('ingest --json -: the JSON is alone on stdout', async () => {
  const { code, stdout, stderr } = await run('ingest', GO, '--json', '-')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, adapter: 'go' })
  const table = await run('ingest', GO)
  expect(table.stderr).toBe('')
  expect(stderr).toBe(table.stdout)
})

test('ingest --json FILE: the table, and the JSON in the file', async () => {
  const { stdout, stderr } = await run('ingest', GO, '--json', 'out.json')
  expect(stderr).toBe('')
  expect(stdout).toBe((await run('ingest', GO)).stdout)
  expect(JSON.parse(readFileSync(join(directory, 'out.json'), 'utf8'))).toMatchObject({ schema: 1 })
})

test('a name from outside is no command to a CI runner, in JSON either', async () => {
  const named = [{ name: 'x ##[error]y', value: 1, unit: 'ms' }]
  writeFileSync(join(directory, 'a.json'), JSON.stringify(named))
  const { stdout } = await run('ingest', 'a.json', '--json', '-')
  expect(stdout).not.toContain('##[')
  expect(JSON.stringify(JSON.parse(stdout))).toContain('x ##[error]y')
})

test.each([
  ['ingest', ['ingest', 'x', '--json']],
  ['history', ['history', '--json']],
  ['check', ['check', '--json']],
  ['compare', ['compare', 'a', 'b', '--json']],
  ['demo', ['demo', '--json']],
])('%s wants a value for --json', async (_, args) => {
  const { code, stdout, stderr } = await run(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain("option '--json <file>' argument missing")
})

test.each([['ingest', GO], ['history'], ['check']])(
  '%s refuses a file that cannot be written before it does anything',
  async (...args) => {
    const { code, stdout, stderr } = await run(...args, '--json', 'gone/out.json')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('gone/out.json cannot be written')
  },
)
