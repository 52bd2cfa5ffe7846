import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const project = mkdtempSync(join(tmpdir(), 'benchgate-package-'))
const inProject = (name: string) => join(project, name)

/** npm without a network and without the user's cache; the package has no dependencies to fetch. */
const npm = (...args: string[]) =>
  execFileSync('npm', [...args, '--ignore-scripts', '--offline', '--no-audit', '--no-fund'], {
    cwd: project,
    env: { ...process.env, npm_config_cache: inProject('.npm') },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

beforeAll(() => {
  write('package.json', { name: 'a-project', private: true, type: 'module' })
  const [packed] = JSON.parse(npm('pack', root, '--json'))
  npm('install', `./${packed.filename}`)
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
