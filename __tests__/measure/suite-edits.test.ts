import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findSuiteEdits, type SuiteFile, whyNotFromHead } from '../../src/measure/suite-edits.ts'
import type { SideName } from '../../src/model/side.ts'

const SUITE = `import { bench, run } from 'mitata'
import { parse } from '../src/parse.js'
bench('parse', () => parse('x'))
await run()
`
const NOT_MATCHED = 'suites of base’s config do not match it'
const HOLDS = 'it holds the code that it measures'
const EXPORTS = 'it exports something that other code may use'
const LINK = 'it is behind a link or in a submodule'
const NAME = 'a file of its name decides what is loaded'

describe('one file', () => {
  const plain = (text: string) => ({ text, isPlain: true, isSource: true })
  const whyNot = (change: Partial<SuiteFile> = {}) =>
    whyNotFromHead({
      path: 'bench/parse.bench.mjs',
      matched: { head: true, base: true, suiteFiles: false },
      head: plain(SUITE),
      base: plain(SUITE.replace('x', 'y')),
      ...change,
    })
  const ofHeadAlone = { head: true, base: false, suiteFiles: false }
  const helper = { head: false, base: false, suiteFiles: true }

  test('comes from head where both configs call it a suite, or where only head has it', () => {
    expect(whyNot()).toBeNull()
    expect(whyNot({ base: null })).toBeNull()
    expect(whyNot({ base: null, matched: ofHeadAlone })).toBeNull()
  })

  test('stays what base has where only the changed config calls it a suite', () => {
    expect(whyNot({ path: 'src/parse.mjs', matched: ofHeadAlone })).toBe(NOT_MATCHED)
  })

  test.each([
    'export function parse() {}',
    'export default 1',
    'export{parse}',
    'export * from "./a.js"',
    'export/**/const a = 1',
    'export\nconst a = 1',
    'export @sealed class A {}',
    'export async function f() {}',
    'module.exports = 1',
    'exports.a = 1',
    'exports["a"] = 1',
    'Object.defineProperty(exports, "a", {})',
    'export = parse',
    'export type A = string',
  ])('stays what base has where it exports something, on either side: %s', (line) => {
    expect(whyNot({ head: plain(`${SUITE}${line}\n`) })).toBe(EXPORTS)
    expect(whyNot({ base: plain(`${SUITE}${line}\n`) })).toBe(EXPORTS)
  })

  test('may export nothing in so many words, and speak of exports', () => {
    const text = `${SUITE}export {}\nbench('export as csv', () => parse('exports'))\n`
    expect(whyNot({ head: plain(text), base: plain(text) })).toBeNull()
  })

  test.each([
    ["import { bench } from 'mitata'\nimport fs from 'node:fs'\nimport 'path'\nbench('a', () => fs)", HOLDS],
    ["const { bench } = require('mitata/src/main.mjs')\nbench('a', () => 1)", HOLDS],
    ["import { parse } from 'parser'", null],
    ["import '#parser'", null],
    ['const { parse } = require(`../src/parse`)', null],
    ["const { parse } = await import('../src/parse.js')", null],
    ['const { parse } = await import(file)', null],
  ])('is compared with itself where it loads nothing: %s', (text, why) => {
    expect(whyNot({ head: plain(text) })).toBe(why)
  })

  test.each([
    ['package.json', NAME],
    ['bench/Package.JSON', NAME],
    ['bench/package-lock.json', NAME],
    ['bench/tsconfig.bench.json', NAME],
    ['bench/NODE_MODULES/a.js', NAME],
    ['bench/.git/config', NAME],
    ['.gitmodules', NAME],
    ['bench/data/package.json.txt', null],
    ['bench/data/input.json', null],
  ])('of the suites: %s', (path, why) => {
    expect(whyNot({ path, matched: helper })).toBe(why)
  })

  test('is a source file of both sides, behind no link', () => {
    const linked = { text: SUITE, isPlain: false, isSource: true }
    const built = { text: SUITE, isPlain: true, isSource: false }
    expect(whyNot({ head: linked })).toBe(LINK)
    expect(whyNot({ base: linked, matched: helper })).toBe(LINK)
    expect(whyNot({ head: built })).toBe('the set-up line writes it')
    expect(whyNot({ base: built })).toBe('the set-up line writes it')
    expect(whyNot({ path: 'bench/parse.bench.json' })).toBe('it is no JavaScript or TypeScript')
  })
})

describe('two checkouts', () => {
  function sides(files: Record<SideName, Record<string, string>>) {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate edits-')))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    for (const side of ['base', 'head'] as const) {
      mkdirSync(join(root, side))
      for (const [path, text] of Object.entries(files[side])) {
        mkdirSync(dirname(join(root, side, path)), { recursive: true })
        writeFileSync(join(root, side, path), text)
      }
    }
    return { base: { directory: join(root, 'base') }, head: { directory: join(root, 'head') } }
  }
  const GLOBS = { head: ['bench/*.mjs'], base: ['bench/*.mjs'], suiteFiles: ['data/**'] }
  const edits = (
    two: ReturnType<typeof sides>,
    globs = GLOBS,
    sources = ['bench/a.mjs', 'bench/b.mjs', 'data/x'],
  ) => findSuiteEdits(two, globs, () => Promise.resolve(new Set(sources)))

  test('that have the same suites ask for nothing', async () => {
    const two = sides({ base: { 'bench/a.mjs': SUITE, 'src/a.js': '1' }, head: { 'bench/a.mjs': SUITE } })
    const found = await findSuiteEdits(two, GLOBS, () => Promise.reject(new Error('asked')))
    expect(found).toEqual({ files: [], suites: new Map() })
  })

  test('an edited suite comes from head, others stay', async () => {
    const both = { 'bench/b.mjs': SUITE, 'data/x': '1' }
    const two = sides({
      base: { ...both, 'bench/a.mjs': SUITE },
      head: { ...both, 'bench/a.mjs': `${SUITE}//` },
    })
    expect(await edits(two)).toEqual({
      files: ['bench/a.mjs'],
      suites: new Map([['bench/a.mjs', null]]),
    })
  })

  test('a fixture that base lists concerns all suites', async () => {
    const both = { 'bench/a.mjs': SUITE, 'bench/b.mjs': SUITE }
    const two = sides({ base: { ...both, 'data/x': '1' }, head: { ...both, 'data/x': '2' } })
    expect((await edits(two)).suites).toEqual(
      new Map([
        ['bench/a.mjs', null],
        ['bench/b.mjs', null],
      ]),
    )
    expect(await edits(two, { ...GLOBS, suiteFiles: [] })).toEqual({ files: [], suites: new Map() })
  })

  test('a suite that goes or is a link is not brought to base, nor one behind a link or in a repository', async () => {
    const two = sides({
      base: {
        'bench/a.mjs': SUITE,
        'bench/gone.mjs': SUITE,
        'deep/in/.git': 'gitdir: x',
        'other/a.mjs': SUITE,
      },
      head: {
        'bench/a.mjs': `${SUITE}//`,
        'deep/in/a.mjs': SUITE,
        'real/a.mjs': SUITE,
        'other/a.mjs': `${SUITE}//`,
      },
    })
    symlinkSync('../bench', join(two.base.directory, 'real'))
    rmSync(join(two.base.directory, 'other/a.mjs'))
    symlinkSync('../bench/a.mjs', join(two.base.directory, 'other/a.mjs'))
    const globs = { head: ['*/*.mjs', 'deep/**/*.mjs'], base: ['**/*.mjs'], suiteFiles: [] }
    const sources = ['bench/a.mjs', 'deep/in/a.mjs', 'real/a.mjs', 'other/a.mjs']
    const found = await edits(two, globs, sources)
    expect(found.files).toEqual(['bench/a.mjs'])
    expect(Object.fromEntries(found.suites)).toMatchObject({
      'bench/a.mjs': null,
      'deep/in/a.mjs': LINK,
      'real/a.mjs': LINK,
      'other/a.mjs': LINK,
    })
  })
})
