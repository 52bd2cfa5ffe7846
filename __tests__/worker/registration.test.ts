import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceHash } from '../../src/worker/source-hash.ts'
import { fixtures, measuringProcess } from './measuring-process.ts'

const list = { mode: 'list' } as const

describe('suites in every form register where they call bench()', () => {
  const plain = [
    { suite: 'module.mjs', line: 3 },
    { suite: 'common.cjs', line: 3 },
    { suite: 'typed.mts', line: 8 },
    { suite: 'typed.cts', line: 5 },
    { suite: 'compiled/suite.js', line: 9, file: 'source/suite.ts' },
  ]
  test.each(plain)('$suite', async ({ suite, line, file = suite }) => {
    const said = await measuringProcess(suite, list)
    expect(said.of('registered')).toMatchObject([{ id: 'a', file: join(fixtures, file), line }])
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  const transformed = [
    { suite: 'module.mjs', line: 3 },
    { suite: 'common.cjs', line: 3 },
    { suite: 'typed.mts', line: 8 },
    { suite: 'typed.cts', line: 5 },
    { suite: 'transformed.ts', line: 10 },
    { suite: 'common-package/transformed.ts', line: 8 },
  ]
  test.each(transformed)('$suite under tsx', async ({ suite, line }) => {
    const said = await measuringProcess(suite, list, ['--import', 'tsx'])
    expect(said.of('registered')).toMatchObject([{ id: 'a', file: join(fixtures, suite), line }])
    // The loader's own thread does not take part.
    expect(said.of('hello')).toHaveLength(1)
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })
})

test('a list names every case in order and runs none', async () => {
  const said = await measuringProcess('kinds.ts', list)
  expect(said.ids('registered')).toEqual([
    'function',
    'named',
    'async function',
    'outer/inner/iterator',
    'outer/async iterator',
    'async/generator',
    'async generator',
    'length 1',
    'length 8',
    'length 64',
    'computed parameters',
    'manual',
    'async manual',
    'concurrent',
    'gc inner',
    'gc never',
    'slow',
  ])
  expect(said.events.map(({ type }) => type)).not.toContain('start')
  expect(said.events.at(-1)).toEqual({ type: 'end', running: null, pending: 0, metricProblems: [] })
})

test('nothing is lost when the parent process reads more slowly than this one tells', async () => {
  const said = await measuringProcess('many.ts', list)
  expect(said.of('registered')).toHaveLength(5_000)
  expect(said.code).toBe(0)
})

test('the hash is that of the function as written', async () => {
  const [registered] = (await measuringProcess('module.mjs', list)).of('registered')
  expect(registered!.hash).toBe(sourceHash('() => 1'))
  expect(sourceHash('() => 1')).not.toBe(sourceHash('() => 2'))
  expect(sourceHash('')).toMatch(/^[0-9a-f]{14}$/)
})

describe('the mitata of the user', () => {
  test('is replaced, and its version told', async () => {
    const said = await measuringProcess('module.mjs', list)
    expect(said.events[0]).toEqual({ type: 'hello', userMitata: '1.0.34' })
  })

  test.each(['module.mjs', 'common.cjs'])('need not be installed for %s', async (suite) => {
    await inFolderOfItsOwn(suite, async (path) => {
      const said = await measuringProcess(path)
      expect(said.events[0]).toMatchObject({ userMitata: null })
      expect(said.ids('result')).toEqual(['a'])
    })
  })

  test.each(['module.mjs', 'common.cjs'])('may be another one for %s', async (suite) => {
    await inFolderOfItsOwn(suite, async (path, folder) => {
      const installed = join(folder, 'node_modules/mitata')
      await mkdir(installed, { recursive: true })
      await writeFile(
        join(installed, 'package.json'),
        '{ "name": "mitata", "version": "0.1.14", "main": "no.js" }',
      )
      const said = await measuringProcess(path)
      expect(said.events[0]).toMatchObject({ userMitata: '0.1.14' })
      expect(said.ids('result')).toEqual(['a'])
    })
  })
})

async function inFolderOfItsOwn(
  suite: string,
  use: (path: string, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'benchgate-suite-'))
  try {
    const path = join(folder, suite)
    await cp(join(fixtures, suite), path)
    await use(path, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
