import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explainMissing, type MissingFile } from '../../src/checkout/missing-file.ts'
import { inProject } from '../../src/process/last-words.ts'
import { Sandbox, type TestRepository } from './sandbox.ts'

const SCRIPTS = JSON.stringify({ scripts: { build: 'node build.mjs' } })
const SUITES = {
  'bench/esm.mjs': "import '../dist/index.mjs'",
  'bench/cjs.cjs': "require('../dist/lib')",
  'bench/opened.mjs':
    "import { readFileSync } from 'node:fs'\nreadFileSync(new URL('../data/x.json', import.meta.url))",
  'bench/relative.mjs': "import { readFileSync } from 'node:fs'\nreadFileSync('data/x.json')",
  'bench/elsewhere.mjs': "import '../../b/dist/index.mjs'",
  'bench/typo.mjs': "import './hlper.mjs'",
  'bench/package.mjs': "import 'not-installed'",
}

function project(files: Record<string, string> = {}): TestRepository {
  const repository = new Sandbox().repository()
  repository.commit({ '.gitignore': 'dist\ndata\n', 'package.json': SCRIPTS, ...SUITES, ...files })
  repository.commit()
  return repository
}

/** What is said of a suite that fails in a measured checkout, by what Node says of it there. */
async function explained(
  repository: TestRepository,
  suite: string,
  o: { setup?: string; isCheckout?: boolean; prefix?: string } = {},
): Promise<MissingFile | null> {
  const { head, scratch, remove } = await repository.open({
    base: { kind: 'ref', ref: 'HEAD' },
    project: repository.path(o.prefix ?? ''),
  })
  const program = `import('${join(head.directory, suite)}').catch((error) => console.log(error.message))`
  const { stdout } = spawnSync(process.execPath, ['-e', program], { cwd: head.directory, encoding: 'utf8' })
  const message = inProject(stdout.trim(), head.directory, join(scratch, 'b'))
  expect(message).not.toContain(scratch)
  await remove()
  return await explainMissing(`failed outside any benchmark: ${message}`, {
    project: repository.path(o.prefix ?? ''),
    setup: o.setup ?? null,
    isCheckout: o.isCheckout ?? true,
    env: repository.sandbox.env,
    signal: new AbortController().signal,
  })
}

describe('what the build writes', () => {
  test('and the user has built', async () => {
    const repository = project({ 'package-lock.json': '{}' })
    repository.write({ 'dist/index.mjs': '', 'dist/lib.cjs': '', 'dist/lib/index.js': '' })
    expect(await explained(repository, 'bench/esm.mjs')).toEqual({
      reason: 'needs dist/index.mjs, which git ignores: your checkout has it, and the measured one does not',
      remedy: 'Set `base: { setup: npm ci && npm run build }`.',
    })
    // Required without its extension: the file that the user has.
    expect((await explained(repository, 'bench/cjs.cjs'))?.reason).toBe(
      'needs dist/lib.cjs, which git ignores: your checkout has it, and the measured one does not',
    )
  })

  test('and nobody has built', async () => {
    expect(await explained(project(), 'bench/esm.mjs')).toEqual({
      reason: 'needs dist/index.mjs, which git ignores and nothing has written',
      remedy: 'Set `base: { setup: npm run build }`.',
    })
    expect((await explained(project(), 'bench/esm.mjs', { isCheckout: false }))?.remedy).toBe(
      'Run `npm run build` first.',
    )
  })

  test.each([
    ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile && pnpm run build'],
    ['yarn.lock', 'yarn install --immutable && yarn run build'],
    ['bun.lock', 'bun install --frozen-lockfile && bun run build'],
  ])('with the package manager of %s', async (lockfile, line) => {
    expect((await explained(project({ [lockfile]: '' }), 'bench/esm.mjs'))?.remedy).toBe(
      `Set \`base: { setup: ${line} }\`.`,
    )
  })

  test('with a lockfile that git ignores, which no checkout has', async () => {
    const repository = project({ '.gitignore': 'dist\npackage-lock.json\n' })
    repository.write({ 'package-lock.json': '{}' })
    expect((await explained(repository, 'bench/esm.mjs'))?.remedy).toBe(
      'Set `base: { setup: npm run build }`.',
    )
  })

  test('after the set-up line that there is, unless it builds already', async () => {
    const setup = 'npm ci --ignore-scripts'
    expect((await explained(project(), 'bench/esm.mjs', { setup }))?.remedy).toBe(
      `Set \`base: { setup: ${setup} && npm run build }\`.`,
    )
    expect((await explained(project(), 'bench/esm.mjs', { setup: 'npm run build' }))?.remedy).toBe(
      'Let base.setup write dist/index.mjs, or commit it.',
    )
    const without = project({ 'package.json': '{}' })
    expect((await explained(without, 'bench/esm.mjs'))?.remedy).toBe(
      'Let base.setup write dist/index.mjs, or commit it.',
    )
  })

  test('in another package of a monorepo', async () => {
    const repository = project({
      'yarn.lock': '',
      'package.json': '{}',
      'packages/a/package.json': SCRIPTS,
      'packages/a/bench/elsewhere.mjs': SUITES['bench/elsewhere.mjs'],
    })
    expect(await explained(repository, 'bench/elsewhere.mjs', { prefix: 'packages/a' })).toEqual({
      reason: 'needs ../b/dist/index.mjs, which git ignores and nothing has written',
      remedy: 'Let base.setup write ../b/dist/index.mjs, or commit it.',
    })
    repository.commit({ 'packages/b/package.json': SCRIPTS })
    expect((await explained(repository, 'bench/elsewhere.mjs', { prefix: 'packages/a' }))?.remedy).toBe(
      'Set `base: { setup: yarn install --immutable && (cd ../b && yarn run build) }`.',
    )
  })
})

test.each(['bench/opened.mjs', 'bench/relative.mjs'])(
  'a fixture that git ignores, read by %s',
  async (suite) => {
    const repository = project()
    repository.write({ 'data/x.json': '{}' })
    expect(await explained(repository, suite)).toEqual({
      reason: 'needs data/x.json, which git ignores: your checkout has it, and the measured one does not',
      remedy: 'Let base.setup write data/x.json, or commit it.',
    })
  },
)

test('a file that a suite writes beside what the package is loaded from', async () => {
  const repository = project({
    'package.json': JSON.stringify({ main: './dist/index.js', scripts: { build: 'node build.mjs' } }),
    'bench/writes.mjs': "import { writeFileSync } from 'node:fs'\nwriteFileSync('dist/package.json', '{}')",
  })
  repository.write({ 'dist/package.json': '{"type":"commonjs"}' })
  expect(await explained(repository, 'bench/writes.mjs')).toEqual({
    reason: 'needs dist/package.json, which git ignores: your checkout has it, and the measured one does not',
    remedy: 'Set `base: { setup: npm run build }`.',
  })
})

test.each(['bench/typo.mjs', 'bench/package.mjs'])('%s lacks no file that git ignores', async (suite) => {
  expect(await explained(project(), suite)).toBeNull()
})

test('a file of which Git LFS left the pointer', async () => {
  const repository = project({
    'bench/lfs.mjs': "import data from '../big.json' with { type: 'json' }",
    'bench/parse.mjs': "import { readFileSync } from 'node:fs'\nJSON.parse(readFileSync('big.json', 'utf8'))",
    'big.json': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
  })
  for (const suite of ['bench/parse.mjs', 'bench/lfs.mjs']) {
    expect(await explained(repository, suite)).toEqual({
      reason: 'reads a file of Git LFS of which only the pointer is checked out',
      remedy:
        'Get the content of the files before the run: git lfs pull, or `lfs: true` of actions/checkout.',
    })
  }
})

describe('submodules', () => {
  /** A project with a submodule `vendor/lib` in a repository beside it, at a relative address, and a clone of it. */
  function withSubmodule(lockfile = false): TestRepository {
    const sandbox = new Sandbox()
    const allowed = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'protocol.file.allow',
      GIT_CONFIG_VALUE_0: 'always',
    }
    Object.assign(sandbox.env, allowed)
    sandbox.repository('lib').commit({ 'data.json': '1', 'index.mjs': '' })
    const origin = sandbox.repository('origin')
    origin.git('remote', 'add', 'origin', origin.url)
    origin.git('submodule', '--quiet', 'add', '../lib', 'vendor/lib')
    if (lockfile) origin.write({ 'package-lock.json': '{}' })
    origin.commit({
      'bench/a.mjs': "import '../vendor/lib/index.mjs'",
      'packages/a/bench/a.mjs': "import '../../../vendor/lib/index.mjs'",
    })
    origin.commit()
    const clone = sandbox.repository('clone')
    clone.git('remote', 'add', 'origin', origin.url)
    clone.git('fetch', '--quiet', '--depth=2', 'origin', 'main')
    clone.git('reset', '--quiet', '--hard', 'FETCH_HEAD')
    return clone
  }

  test('a file of one that nobody checked out is named with the line that does', async () => {
    const repository = withSubmodule(true)
    expect(await explained(repository, 'bench/a.mjs')).toEqual({
      reason: 'needs vendor/lib/index.mjs of the submodule vendor/lib, which is not checked out',
      remedy: 'Set `base: { setup: git submodule update --init vendor/lib && npm ci }`.',
    })
    expect(await explained(repository, 'bench/a.mjs', { setup: 'make' })).toMatchObject({
      remedy: 'Set `base: { setup: git submodule update --init vendor/lib && make }`.',
    })
    expect((await explained(repository, 'bench/a.mjs', { isCheckout: false }))?.remedy).toBe(
      'Run `git submodule update --init vendor/lib` first.',
    )
    expect(await explained(withSubmodule(), 'bench/a.mjs', { prefix: 'packages/a' })).toEqual({
      reason: 'needs ../../vendor/lib/index.mjs of the submodule ../../vendor/lib, which is not checked out',
      remedy: 'Set `base: { setup: git submodule update --init ../../vendor/lib }`.',
    })
  })

  test('a warning names one that only the user has checked out; the line that it gives works', async () => {
    const repository = withSubmodule()
    // Nobody has it, so nobody needs it.
    expect((await repository.open()).warnings).toEqual([])
    repository.git('submodule', '--quiet', 'update', '--init')
    const without = await repository.open()
    expect(without.warnings).toEqual([
      'The submodule vendor/lib is not checked out for measuring. Where benchmarks need it, set `base: { setup: git submodule update --init vendor/lib }`',
    ])
    const line = /setup: (.*) \}/.exec(without.warnings[0]!)![1]!
    const checkouts = await repository.open({ setup: line })
    expect(checkouts.warnings).toEqual([])
    await checkouts.swap('base')
    for (const { directory } of [checkouts.base, checkouts.head]) {
      const git = spawnSync('git', ['submodule', 'status'], {
        cwd: directory,
        env: repository.sandbox.env,
        encoding: 'utf8',
      })
      expect(git.stdout).toMatch(/^ [0-9a-f]{40} vendor\/lib/)
    }
  })

  test('a relative address works in a clone whose own address is relative', async () => {
    const repository = withSubmodule()
    repository.git('remote', 'set-url', 'origin', '../origin')
    const { warnings, head } = await repository.open({
      setup: 'git submodule update --init && ls vendor/lib > listed',
    })
    expect(warnings).toEqual([])
    expect(spawnSync('cat', ['listed'], { cwd: head.directory, encoding: 'utf8' }).stdout).toContain(
      'data.json',
    )
  })
})
