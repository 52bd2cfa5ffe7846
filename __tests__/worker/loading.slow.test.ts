import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { measuringProcess } from './measuring-process.ts'

const list = { mode: 'list' } as const
const packages = resolve(import.meta.dirname, '../../node_modules')

/** A project of these files, with mitata, jiti and tsx installed, and mitata once more under an alias. */
function project(files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate-loading-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const all = { 'package.json': '{ "private": true, "type": "module" }', ...files }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  for (const name of ['mitata', 'jiti', 'tsx'])
    symlinkSync(join(packages, name), join(root, 'node_modules', name))
  cpSync(join(packages, 'mitata'), join(root, 'node_modules/mitata-v1'), { recursive: true })
  return root
}

const BENCHMARK = "bench('a', () => 1)\n"

describe('mitata is replaced, however a suite comes to it', () => {
  const specifiers = [
    'mitata',
    'mitata/src/main.mjs',
    'mitata/src/cli.mjs',
    'mitata-v1',
    'mitata-v1/src/main.mjs',
    '../node_modules/mitata/src/main.mjs',
    join(packages, 'mitata/src/main.mjs'),
  ]
  const ways = specifiers.flatMap((specifier) => {
    const from = JSON.stringify(specifier)
    return [
      { file: 'a.mjs', source: `import { bench } from ${from}\n${BENCHMARK}` },
      { file: 'a.mjs', source: `const { bench } = await import(${from})\n${BENCHMARK}` },
      { file: 'a.cjs', source: `const { bench } = require(${from})\n${BENCHMARK}` },
      { file: 'a.cjs', source: `const { bench } = require(require.resolve(${from}))\n${BENCHMARK}` },
    ]
  })
  test.each(ways)('$source', async ({ file, source }) => {
    const root = project({ [`bench/${file}`]: source })
    const said = await measuringProcess(join(root, 'bench', file), list)
    expect(said.of('registered')).toMatchObject([{ id: 'a', file: join(root, 'bench', file), line: 2 }])
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  const LOADED = `import { bench } from 'mitata-v1'\nenum Kind { A = 1 }\nbench('inner', (): number => Kind.A)\n`
  const create =
    "import { bench } from 'mitata'\nimport { createJiti } from 'jiti'\nbench('outer', () => 1)\n"
  const byJiti = [
    ['awaited', `${create}await createJiti(import.meta.url).import('./loaded.ts')`],
    ['called', `${create}createJiti(import.meta.url)('./loaded.ts')`],
    [
      'without a cache',
      `${create}createJiti(import.meta.url, { moduleCache: false, fsCache: false })('./loaded.ts')`,
    ],
  ] as const
  test.each(byJiti)('by jiti, %s: one registry', async (_, source) => {
    const root = project({ 'a.mjs': source, 'loaded.ts': LOADED })
    const said = await measuringProcess(join(root, 'a.mjs'), list)
    expect(said.of('registered')).toMatchObject([
      { id: 'outer', file: join(root, 'a.mjs'), line: 3 },
      { id: 'inner', file: join(root, 'loaded.ts'), line: 3 },
    ])
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test.each(['tsx', 'jiti/register'])('under %s', async (loader) => {
    const root = project({
      'loaded.ts': LOADED,
      'a.cjs': `const { bench } = require('mitata-v1')\n${BENCHMARK}`,
    })
    const load = [
      // Before the loader, which would transform the worker's own TypeScript: the bundle has none.
      '--import',
      resolve(import.meta.dirname, '../../src/worker.ts'),
      '--import',
      resolve(packages, loader === 'tsx' ? 'tsx/dist/loader.mjs' : 'jiti/lib/jiti-register.mjs'),
    ]
    const module = await measuringProcess(join(root, 'loaded.ts'), list, load)
    expect(module.of('registered')).toMatchObject([{ id: 'inner', line: 3 }])
    const common = await measuringProcess(join(root, 'a.cjs'), list, load)
    expect(common.of('registered')).toMatchObject([{ id: 'a', line: 2 }])
  })

  test.each([
    ["import { measure } from 'mitata-v1/src/lib.mjs'", 'a.mjs'],
    ["import { measure } from 'mitata'", 'a.mjs'],
    ["const { measure } = require('mitata/src/lib.mjs')", 'a.cjs'],
  ])('and its inner loop measures nothing: %s', async (load, file) => {
    const call =
      'const calls = []\nmeasure(() => calls.push(1)).then(({ avg }) => console.log(avg > 0, calls.length))'
    const root = project({ [file]: `${load}\n${call}` })
    const said = await measuringProcess(join(root, file), list)
    expect(said.of('ungated')).toEqual([
      { type: 'ungated', call: 'measure()', place: said.of('ungated')[0]!.place },
    ])
    expect(said.of('ungated')[0]!.place).toMatch(new RegExp(`(^|/)${file}:3$`))
    expect(said).toMatchObject({ code: 0, stdout: 'true 2\n', stderr: '' })
  })

  test('another package with a module of such a name is not', async () => {
    const root = project({
      'node_modules/other/package.json': '{ "name": "other", "main": "src/main.mjs", "type": "module" }',
      'node_modules/other/src/main.mjs': 'export const bench = (name) => console.log(name)',
      'a.mjs': `import { bench } from 'other'\n${BENCHMARK}`,
    })
    const said = await measuringProcess(join(root, 'a.mjs'), list)
    expect(said.of('registered')).toEqual([])
    expect(said.stdout).toBe('a\n')
  })
})

describe('TypeScript is imported as it is written', () => {
  const sources = {
    'src/one.ts': 'export const value: string = "one"',
    'src/two.mts': 'export const value: string = "two"',
    'src/three/index.ts': 'export const value: string = "three"',
    'src/a.service.ts': 'export const value: string = "service"',
    'src/data.json': '{ "value": "data" }',
    'package.json': '{ "private": true, "type": "module", "imports": { "#src/*": "./src/*.js" } }',
    'base.json':
      '{ "compilerOptions": { "baseUrl": "./src", "paths": { "@/*": ["./*"], "exact": ["./one.ts"], "@exact": ["./two.mts"] } } }',
    'tsconfig.json': '{\n  // Comments and trailing commas are fine.\n  "extends": "./base.json",\n}',
    'tests/tsconfig.json':
      '{ "files": [], "references": [{ "path": "../base.json" }, { "path": "../gone" }] }',
  }
  test.each([
    ['bench', './../src/one', 'one'],
    ['bench', '../src/one.js', 'one'],
    ['bench', '../src/one?again', 'one'],
    ['bench', '../src/two.mjs', 'two'],
    ['bench', '../src/two', 'two'],
    ['bench', '../src/three', 'three'],
    ['bench', '../src/three/', 'three'],
    ['bench', '../src/a.service', 'service'],
    ['bench', '@/one', 'one'],
    ['bench', '@/three', 'three'],
    ['bench', 'exact', 'one'],
    ['bench', '@exact', 'two'],
    ['bench', 'three', 'three'],
    ['bench', '#src/one', 'one'],
    ['tests', '@/one', 'one'],
  ])('%s imports %s', async (folder, specifier, value) => {
    const suite = `import { bench } from 'mitata'\nimport { value } from '${specifier}'\nbench(value, () => 1)\n`
    const root = project({ ...sources, [`${folder}/a.ts`]: suite })
    const said = await measuringProcess(join(root, folder, 'a.ts'), list)
    expect(said.ids('registered')).toEqual([value])
    expect(said).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })

  test('JSON needs no attribute', async () => {
    const suite = `import { bench } from 'mitata'\nimport data from './src/data.json'\nbench(data.value, () => 1)\n`
    const root = project({ ...sources, 'a.ts': suite })
    expect((await measuringProcess(join(root, 'a.ts'), list)).ids('registered')).toEqual(['data'])
  })

  test('and required from CommonJS', async () => {
    const suite = `const { bench } = require('mitata')\nfor (const file of ['./src/one', '@/three']) bench(require(file).value, () => 1)\n`
    const root = project({ ...sources, 'a.cjs': suite })
    expect((await measuringProcess(join(root, 'a.cjs'), list)).ids('registered')).toEqual(['one', 'three'])
  })

  test('what Node finds stays what Node finds', async () => {
    const suite = `import { bench } from 'mitata'\nimport { value } from './src/one.js'\nbench(value, () => 1)\n`
    const root = project({ ...sources, 'src/one.js': 'export const value = "built"', 'a.ts': suite })
    expect((await measuringProcess(join(root, 'a.ts'), list)).ids('registered')).toEqual(['built'])
  })
})

describe('what Node cannot load is named', () => {
  const tsx = 'load the suite with tsx: measure.node-args: ["--import", "tsx"]'
  test.each([
    ['export enum Kind { A }', `TypeScript enum is not supported in strip-only mode; ${tsx}`],
    [
      '\nexport class A { constructor(private x: number) {} }',
      `TypeScript parameter property is not supported in strip-only mode; ${tsx}`,
    ],
    [
      "import { T } from './types.ts'\nexport const x: T = {}",
      `The requested module './types.ts' does not provide an export named 'T'; if that is a type, write \`import { type … }\`, or ${tsx}`,
    ],
  ])('%s', async (source, message) => {
    const root = project({
      'a.ts': "import './part'",
      'part.ts': source,
      'types.ts': 'export interface T {}',
    })
    const [error] = (await measuringProcess(join(root, 'a.ts'), list)).of('error')
    expect(error).toMatchObject({ id: null, message })
  })

  test('JSX', async () => {
    const root = project({ 'a.ts': "import './part'", 'part.tsx': 'export const x = <a />' })
    const [error] = (await measuringProcess(join(root, 'a.ts'), list)).of('error')
    expect(error!.message).toBe(`Unknown file extension ".tsx" for ${join(root, 'part.tsx')}; ${tsx}`)
  })

  test.each([
    ["import '@app'", 'a.ts', 'lib/index.js'],
    ["import 'app/part'", 'a.ts', 'lib/part'],
    ["require('@app')", 'a.cjs', 'lib/index.js'],
    ["import 'not-installed'", 'a.ts', null],
  ])('the file that paths of tsconfig.json name: %s', async (source, file, named) => {
    const paths = { '*': ['./types/*'], '@app': ['./lib/index.js'], 'app/*': ['./lib/*'] }
    const root = project({ [file]: source, 'tsconfig.json': JSON.stringify({ compilerOptions: { paths } }) })
    const [error] = (await measuringProcess(join(root, file), list)).of('error')
    const what = named === null ? "package 'not-installed'" : `module '${join(root, named)}'`
    expect(error!.message).toBe(`Cannot find ${what} imported from ${join(root, file)}`)
  })

  test('a tsconfig.json that cannot be read', async () => {
    const root = project({ 'a.ts': "import '@/part'", 'tsconfig.json': '{ "extends": "./gone.json" }' })
    const [error] = (await measuringProcess(join(root, 'a.ts'), list)).of('error')
    expect(error!.message).toBe(
      "'@/part' is not installed, and paths of tsconfig.json are unknown: File './gone.json' not found.",
    )
  })

  test('a tsconfig.json that cannot be read, beside what is imported only where it is installed', async () => {
    const root = project({
      'a.ts': `import { bench } from 'mitata'
const optional = await import('not-there').catch((error) => error.code)
bench(optional, () => 1)
`,
      'tsconfig.json': '{ "extends": "./gone.json" }',
    })
    expect((await measuringProcess(join(root, 'a.ts'), list)).ids('registered')).toEqual([
      'ERR_MODULE_NOT_FOUND',
    ])
  })

  test('files of tsconfig.json that extend one another', async () => {
    const root = project({
      'a.ts': "import '@/part'",
      'tsconfig.json': '{ "extends": "./b.json" }',
      'b.json': '{ "extends": "./tsconfig.json" }',
    })
    const [error] = (await measuringProcess(join(root, 'a.ts'), list)).of('error')
    expect(error!.message).toMatch(
      /^'@\/part' is not installed, and paths of tsconfig\.json are unknown: Circular/,
    )
  })
})
