import { execFileSync, spawnSync } from 'node:child_process'
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const project = mkdtempSync(join(tmpdir(), 'benchgate-package-'))
const inProject = (name: string) => join(project, name)

/** npm without a network and without the user's cache; the package has no dependencies to fetch. */
const npm = (args: readonly string[], cwd = project) =>
  execFileSync('npm', ['--ignore-scripts', '--offline', '--no-audit', '--no-fund', ...args], {
    cwd,
    env: { ...process.env, npm_config_cache: inProject('.npm') },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

let packed: { filename: string; size: number; unpackedSize: number; files: { path: string; mode: number }[] }

beforeAll(() => {
  write('package.json', { name: 'a-project', private: true, type: 'module' })
  packed = JSON.parse(npm(['pack', root, '--json']))[0]
  npm(['install', `./${packed.filename}`])
  symlinkSync(join(root, 'node_modules/mitata'), inProject('node_modules/mitata'))
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

function write(name: string, content: string | object): void {
  writeFileSync(inProject(name), typeof content === 'string' ? content : JSON.stringify(content))
}

/** Runs a program in the project. */
function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
  return { status, stdout, stderr }
}

const SUITE = `import { bench } from 'mitata'
import { metric, type MetricOptions } from 'benchgate'

const options: MetricOptions = { unit: '%', better: 'higher' }
bench('lookup', () => {
  metric('hit-rate', 0.97, { unit: '%', better: 'higher' })
  metric('hit-rate', 0.97, options)
  metric('depth', 3, { better: 'lower' })
  metric('items', 3)
  const nothing: void = metric('items', 3, { unit: undefined })
  return nothing
})
// @ts-expect-error
metric('no value')
// @ts-expect-error
metric('text', '0.97')
// @ts-expect-error
metric('no direction', 1, { better: 'up' })
// @ts-expect-error
metric('no option', 1, { units: 'ms' })
`

describe('the types', () => {
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    target: 'es2024',
  }

  test.each([
    { module: 'nodenext', files: ['suite.mts', 'suite.cts', 'suite.ts'] },
    { module: 'esnext', moduleResolution: 'bundler', files: ['suite.ts'] },
  ])('under $module', ({ files, ...resolution }) => {
    for (const file of files) write(file, SUITE)
    write('tsconfig.json', { compilerOptions: { ...options, ...resolution }, files })
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    expect(node(compiler)).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('in a program of its own', () => {
  const body = `
for (const args of [['hit-rate', 0.97, { unit: '%' }], ['time', NaN], [], [{}, 1n, null]]) {
  if (metric(...args) !== undefined) throw new Error('it does something')
}
console.log('fine')
`
  test.each([
    { name: 'program.mjs', start: `import { metric } from 'benchgate'` },
    { name: 'program.cjs', start: `const { metric } = require('benchgate')` },
  ])('metric() does nothing in $name', ({ name, start }) => {
    write(name, start + body)
    expect(node(name)).toEqual({ status: 0, stdout: 'fine\n', stderr: '' })
  })

  test('the schemas and the manifest can be had by name', () => {
    write(
      'schemas.mjs',
      `for (const name of ['dist/schema.json', 'dist/report.schema.json', 'package.json']) {
  const { default: json } = await import('benchgate/' + name, { with: { type: 'json' } })
  console.log(typeof json)
}`,
    )
    expect(node('schemas.mjs')).toEqual({ status: 0, stdout: 'object\nobject\nobject\n', stderr: '' })
  })
})

test('the command is installed with it', () => {
  const { status, stdout } = node('node_modules/.bin/benchgate', '--help')
  expect(status).toBe(0)
  expect(stdout).toContain('Usage: benchgate')
})

test('it can be started by npx in an empty folder, and leaves nothing there', () => {
  // Not below the project, in which npm would find the installed one.
  const folder = mkdtempSync(join(tmpdir(), 'benchgate-empty-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const commands = 'benchgate --version && benchgate --help'
  const output = npm(['exec', '--yes', `--package=${inProject(packed.filename)}`, '-c', commands], folder)
  expect(output.split('\n').slice(0, 2)).toEqual([
    `benchgate ${MANIFEST.version}`,
    'Usage: benchgate [options] [command]',
  ])
  expect(readdirSync(folder)).toEqual([])
})

/** Of dist, what the command line, its processes, suites and editors load; the action is fetched from its repository. */
const SHIPPED = [
  'LICENSES.txt',
  'cli-common.js',
  'cli-ingest.js',
  'cli-main.js',
  'cli-of-runs.js',
  'cli-print-annotations.js',
  'cli-read-results.js',
  'cli-rolldown-runtime.js',
  'cli.js',
  'dashboard.html',
  'index.d.ts',
  'index.js',
  'report.schema.json',
  'schema.json',
  'worker-typescript.js',
  'worker.js',
]

describe('the packed files', () => {
  const texts = () =>
    packed.files.map(({ path }) => [path, readFileSync(inProject(`node_modules/benchgate/${path}`), 'utf8')])

  test('are these', () => {
    const ofDemo = globSync('**', { cwd: join(root, 'src/demo'), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'src/').length))
    // Node's globs leave out what begins with a dot.
    expect(ofDemo).toContain('demo/base/package.json')
    const expected = [...SHIPPED, ...ofDemo, 'demo/base/.github/benchgate.yml'].map((file) => `dist/${file}`)
    expect(packed.files.map(({ path }) => path).sort()).toEqual(
      [...expected, 'LICENSE', 'README.md', 'package.json'].sort(),
    )
  })

  test('are small: a job fetches them anew each time', () => {
    expect(packed.size).toBeLessThan(800_000)
    expect(packed.unpackedSize).toBeLessThan(3_000_000)
  })

  test('name no folder of the machine that built them', () => {
    const named = texts().filter(
      ([, text]) => text!.includes(root) || /(?<![\w.])\/(?:home|Users|root|builds)\/\w/.test(text!),
    )
    expect(named.map(([path]) => path)).toEqual([])
  })

  test('load no file of dist that stays behind', () => {
    const loaded = texts()
      .filter(([path]) => path!.endsWith('.js'))
      .flatMap(([, text]) => [
        ...text!.matchAll(/(?:^(?:im|ex)port\b.* from |await import\()["']\.\/([\w.-]+\.js)["']/gm),
      ])
      .map((match) => match[1]!)
    expect(loaded).toContain('cli-main.js')
    expect(loaded.filter((file) => !SHIPPED.includes(file))).toEqual([])
  })

  test('hold the licence, and those of the packages within', () => {
    const [own, others] = ['LICENSE', 'dist/LICENSES.txt'].map((file) =>
      readFileSync(inProject(`node_modules/benchgate/${file}`), 'utf8'),
    )
    expect(own).toMatch(/^MIT License\n/)
    for (const name of ['commander', 'mitata', 'yaml', 'zod'])
      expect(others).toMatch(new RegExp(`^${name} \\d`, 'm'))
  })
})

const MANIFEST = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

test('the manifest says what npm shows and checks, and names no repository before a release does', () => {
  const { description, keywords, license, engines, bin, type, types, dependencies } = MANIFEST
  expect({ license, engines, bin, type, types }).toEqual({
    license: 'MIT',
    engines: { node: '>=22.18' },
    bin: { benchgate: 'dist/cli.js' },
    type: 'module',
    types: './dist/index.d.ts',
  })
  expect(description.length).toBeGreaterThan(20)
  expect(keywords).toEqual([...new Set(keywords)].sort())
  // All that it needs is in dist, so that nothing is resolved in the project that it measures.
  expect(dependencies).toBeUndefined()
  for (const field of ['repository', 'homepage', 'bugs', 'gitHead', 'private', 'author'])
    expect(MANIFEST).not.toHaveProperty(field)
  for (const script of ['prepare', 'prepack', 'prepublishOnly', 'install', 'postinstall'])
    expect(MANIFEST.scripts).not.toHaveProperty(script)
})

test('what the release writes into the manifest arrives in the package', () => {
  const folder = inProject('release')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', version: '1.0.0', files: [] }))
  const step = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
  const line = /npm (pkg set [\s\S]*?)\n +- run/.exec(step)![1]!.replaceAll(/\s+/g, ' ')
  execFileSync('sh', ['-eu', '-c', `npm ${line}`], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: 'a'.repeat(40),
    },
  })
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({
    repository: { type: 'git', url: 'git+https://github.com/o/r.git' },
    gitHead: 'a'.repeat(40),
  })
})
