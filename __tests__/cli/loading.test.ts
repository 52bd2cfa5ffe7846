import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Sandbox } from '../checkout/sandbox.ts'
import { benchgate } from './program.ts'

/** The first lines of what `benchgate run` says of a project with this one suite. */
async function refusal(source: string): Promise<string[]> {
  const sandbox = new Sandbox()
  const project = sandbox.repository()
  mkdirSync(join(project.root, 'bench'))
  writeFileSync(join(project.root, 'bench/a.bench.mjs'), source)
  writeFileSync(join(project.root, 'package.json'), '{ "private": true, "type": "module" }')
  writeFileSync(join(project.root, 'benchgate.yml'), "version: 1\nsuites: ['bench/*.bench.mjs']\n")
  const { code, stderr } = await benchgate(['run'], { cwd: project.root, env: sandbox.env })
  expect(code).not.toBe(0)
  const lines = stderr.split('\n')
  return lines.slice(lines.findIndex((line) => line.startsWith('error: ')))
}

test('a suite that only calls measure() is not said to call nothing', async () => {
  const lines = await refusal("import { measure } from 'mitata/src/lib.mjs'\nawait measure(() => 1)\n")
  expect(lines.slice(0, 2)).toEqual([
    'error: the suites of head hold no benchmark:',
    'bench/a.bench.mjs:2 calls measure(), which is not gated: register it with bench(name, f)',
  ])
})

test('a suite that calls nothing is', async () => {
  const [first] = await refusal("import 'mitata'\n")
  expect(first).toBe(
    'error: the suites of head hold no benchmark: bench/*.bench.mjs matched files, but none calls bench()',
  )
})

test('a name that is no text is refused with its place', async () => {
  const [first] = await refusal("import { group } from 'mitata'\n\ngroup({ title: 'clone' }, () => {})\n")
  expect(first).toBe(
    'error: bench/a.bench.mjs on head failed outside any benchmark, at bench/a.bench.mjs:3: the name that group() gets is no string but an object',
  )
})

test('an export that mitata does not have is named with its place', async () => {
  const [first] = await refusal("import { bench, compare } from 'mitata'\n")
  expect(first).toBe(
    "error: bench/a.bench.mjs on head failed outside any benchmark, at bench/a.bench.mjs:1: The requested module 'mitata' does not provide an export named 'compare'",
  )
})
