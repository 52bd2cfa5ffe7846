import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installsOf } from '../../src/init/build.ts'
import { lookAtProject } from '../../src/init/project.ts'
import { suiteGlobs } from '../../src/init/suite-globs.ts'
import { findTools } from '../../src/init/tools.ts'
import { ScratchRepository } from '../scratch-repository.ts'

let repository: ScratchRepository
beforeEach(() => {
  repository = new ScratchRepository()
})
afterEach(() => repository.remove())

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' }
const look = (directory = repository.directory) =>
  lookAtProject(directory, { env, signal: new AbortController().signal })
const MITATA = "import { bench, run } from 'mitata'\nbench('a', () => 1)\nawait run()\n"

describe('the default branch', () => {
  const branch = async () => (await look()).defaultBranch

  test('is what the remote says', async () => {
    const commit = repository.commit('one')
    repository.git('update-ref', 'refs/remotes/origin/trunk', commit)
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    expect(await branch()).toBe('trunk')
  })

  test('is else one of a usual name, and not the one that is checked out', async () => {
    repository.commit('one')
    repository.git('branch', '-m', 'master')
    repository.git('switch', '-q', '-c', 'topic')
    expect(await branch()).toBe('master')
    repository.git('branch', 'develop')
    repository.git('config', 'init.defaultBranch', 'develop')
    expect(await branch()).toBe('develop')
  })

  test('is else the one that is checked out', async () => {
    repository.git('switch', '-q', '--orphan', 'only')
    expect(await branch()).toBe('only')
  })
})

test('what git ignores, and what lies in folders of packages, is not of the project', async () => {
  repository.write({
    '.gitignore': 'out\n',
    'out/a.bench.mjs': MITATA,
    'node_modules/x/a.bench.mjs': MITATA,
    'vendor/y/a.bench.mjs': MITATA,
    'src/a.bench.mjs': MITATA,
  })
  expect((await look()).files).toEqual(['.gitignore', 'src/a.bench.mjs'])
  const plain = mkdtempSync(join(tmpdir(), 'benchgate-plain-'))
  mkdirSync(join(plain, 'node_modules/x'), { recursive: true })
  try {
    const { files, isRepository } = await look(plain)
    expect([files, isRepository]).toEqual([[], false])
  } finally {
    rmSync(plain, { recursive: true })
  }
})

test('a lockfile that git ignores is in no checkout', async () => {
  const manifest = JSON.stringify({ dependencies: { a: '1.0.0' } })
  const cached = (cache: string) => expect.objectContaining({ readOnly: { cache } })
  const stated = async (ignored: string) => {
    repository.write({ 'package.json': manifest, 'package-lock.json': '{}', '.gitignore': ignored })
    const { install, lock, described, steps } = (await look()).node!
    return [install, lock, described[0], steps[0]]
  }
  expect(await stated('')).toEqual(['npm ci', 'package-lock.json', 'npm (package-lock.json)', cached('npm')])
  expect(await stated('package-lock.json')).toEqual([
    'npm install',
    null,
    'npm',
    expect.not.objectContaining({ readOnly: expect.anything() }),
  ])
  // The lockfile that is committed counts, whatever an install by another package manager left behind.
  repository.write({ 'yarn.lock': '# yarn lockfile v1\n' })
  expect(await stated('package-lock.json')).toEqual([
    'yarn install --frozen-lockfile',
    'yarn.lock',
    'yarn (yarn.lock)',
    cached('yarn'),
  ])
})

test('files of one ending are told apart by what they import', async () => {
  repository.write({
    'a.bench.mjs': MITATA,
    'b.bench.mjs': "import { bench } from 'vitest'\nbench('b', () => 1)\n",
    'bench/helper.mjs': "export { bench } from 'mitata'\n",
    'bench/words.mjs': MITATA,
  })
  const tools = await findTools(await look())
  expect(tools.map(({ name, files }) => [name, files])).toEqual([
    ['mitata', ['a.bench.mjs', 'bench/words.mjs']],
    ['vitest', ['b.bench.mjs']],
  ])
  // `*.bench.mjs` would be Vitest's, too, and `bench/*.mjs` the helper.
  expect(tools[0]!.measures).toEqual({ suites: ['a.bench.mjs', 'bench/words.mjs'] })
})

test.each([
  [['benchmarks/a.bench.ts', 'benchmarks/b/c.bench.ts'], ['benchmarks/**/*.bench.ts']],
  [['packages/a/bench/x.bench.ts', 'packages/b/bench/y.bench.ts'], ['packages/*/bench/**/*.bench.ts']],
  [['x.bench.mjs'], ['*.bench.mjs']],
  [['bench/a.js', 'bench/b.js'], ['bench/*.js']],
  [['odd [name]/a.bench.ts'], ['odd ?name?/**/*.bench.ts']],
])('suites %j are %j', async (suites, globs) => {
  repository.write(Object.fromEntries(suites.map((file) => [file, MITATA])))
  expect(await suiteGlobs(await look(), suites)).toEqual(globs)
})

describe('a build', () => {
  const script = (from: string) => [{ file: 'bench/a.bench.ts', text: `import { x } from '${from}'\n` }]
  const manifest = (more: object) => ({ 'package.json': JSON.stringify({ name: 'acme', ...more }) })
  const build = { scripts: { build: 'tsc' } }

  test.each([
    ['../dist/index.js', 'npm run build'],
    ['acme', 'npm run build'],
    ['acme/part', 'npm run build'],
    ['../src/index.js', null],
    ['../src/index', null],
    ['../src', null],
    ['mitata', null],
  ])('for an import of %s: %s', async (from, line) => {
    repository.write({
      ...manifest({ ...build, exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } }),
      '.gitignore': 'dist\n',
      'src/index.ts': 'export const x = 1\n',
    })
    expect(await installsOf(await look(), script(from))).toBe(line)
  })

  test('of a package of the workspace, by its name', async () => {
    repository.write({
      ...manifest({ workspaces: ['packages/*'] }),
      'package-lock.json': '{}',
      'packages/core/package.json': JSON.stringify({ name: '@acme/core', main: 'lib/index.js', ...build }),
    })
    const line = 'npm ci && (cd packages/core && npm run build)'
    expect(await installsOf(await look(), script('@acme/core'))).toBe(line)
  })

  test('is not where a package is loaded from its source', async () => {
    repository.write({ ...manifest({ ...build, exports: './src/index.ts' }), 'src/index.ts': '' })
    expect(await installsOf(await look(), script('acme'))).toBeNull()
  })
})

test.each(['{ nope', '[1]', 'null', '"text"'])('a package.json that holds %s is an error', async (text) => {
  repository.write({ 'package.json': '{}', 'packages/a/package.json': text })
  await expect(look(join(repository.directory, 'packages/a'))).rejects.toMatchObject({
    message: 'packages/a/package.json is no JSON object',
    remedy: 'Correct it first: the workflow installs what it says.',
  })
})
