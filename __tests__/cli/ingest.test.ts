import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { inProcess } from './in-process.ts'

const NAME = 'x ##[error]forged ###[add-mask]y'
const RESULTS = JSON.stringify([{ name: NAME, value: 3, unit: 'ns ##[group]z' }])

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'benchgate ingest-'))
  writeFileSync(join(directory, 'results.json'), RESULTS)
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const printed = async (...flags: string[]): Promise<string> =>
  (await inProcess(['ingest', join(directory, 'results.json'), ...flags], directory)).stdout

test('a CI runner finds no command in the table', async () => {
  expect(await printed()).toContain('forged')
  expect(await printed()).not.toContain('##[')
})

test('a CI runner finds no command in the JSON, which says the same as before', async () => {
  const text = await printed('--json', '-')
  expect(text).not.toContain('##[')
  const read = ingest({ path: 'results.json', bytes: RESULTS, files: null }, null)
  expect(JSON.parse(text)).toEqual({ schema: 1, adapter: 'custom', ...read })
  expect(read.benchmarks[0]!.name).toBe(NAME)
})

test('a value below zero is named, as `compare` does', async () => {
  const bmf = { a: { delta: { value: -1 } }, b: { delta: { value: 1 } } }
  writeFileSync(join(directory, 'results.json'), JSON.stringify(bmf))
  const warning = 'a: delta is below zero, where no ratio means anything'
  expect((await printed()).split('\n').slice(-2)).toEqual([`warning: ${warning}`, ''])
  expect(JSON.parse(await printed('--json', '-')).warnings).toEqual([warning])
})
