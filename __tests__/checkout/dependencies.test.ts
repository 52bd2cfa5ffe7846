import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cheapestMethod, copyModules, type CopyMethod } from '../../src/checkout/copy-modules.ts'
import { Sandbox, snapshot, type TestRepository } from './sandbox.ts'

const manifest = (dependencies: Record<string, string>, more = {}) =>
  JSON.stringify({ dependencies, ...more })
const lock = (version: string, own = '1.0.0') =>
  JSON.stringify({
    version: own,
    packages: { '': { version: own }, 'packages/a': { version: own }, 'node_modules/x': { version } },
  })

const IGNORE = { '.gitignore': 'node_modules' }

/** Two commits with the same dependencies, which are installed. */
function installed(files: Record<string, string> = {}): TestRepository {
  const repository = new Sandbox().repository()
  repository.commit({
    ...IGNORE,
    'package.json': manifest({ x: '1' }),
    'package-lock.json': lock('1.0.0'),
    ...files,
  })
  repository.commit()
  repository.write({
    'node_modules/x/index.js': 'module.exports = __filename',
    'node_modules/.cache/x': 'cached',
  })
  return repository
}

const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8')

describe('the same dependencies', () => {
  test('are shared with both sides, caches left out, and the setup line is not needed', async () => {
    const repository = installed()
    const before = snapshot(repository.root)
    const said: string[] = []
    const checkouts = await repository.open({ setup: 'npm ci', onProgress: (text) => said.push(text) })
    const { base, head, warnings } = checkouts
    const paths = [base, head].map(({ directory }) => {
      expect(existsSync(join(directory, 'node_modules/.cache'))).toBe(false)
      return createRequire(join(directory, 'index.js'))('x') as string
    })
    // Each side has a module of its own, though the bytes may be the same on disk.
    expect(paths).toEqual([base, head].map(({ directory }) => join(directory, 'node_modules/x/index.js')))
    expect(warnings).toEqual([])
    expect(said.filter((text) => /(cloning|linking|copying) node_modules$/.test(text))).toHaveLength(2)
    expect(said.join()).not.toMatch('npm ci')
    await checkouts.remove()
    expect(snapshot(repository.root)).toEqual(before)
  })

  test('are those whose version of the project itself alone changed', async () => {
    const repository = installed()
    repository.commit({ 'package.json': manifest({ x: '1' }, { version: '2.0.0', scripts: { a: 'b' } }) })
    repository.commit({ 'package-lock.json': lock('1.0.0', '2.0.0') })
    const { base } = await repository.open({ base: { kind: 'ref', ref: 'HEAD~3' } })
    expect(existsSync(join(base.directory, 'node_modules/x'))).toBe(true)
  })

  test('are those of a base that lacks one which the change adds', async () => {
    const repository = installed()
    const added = { ...JSON.parse(lock('1.0.0')).packages, 'node_modules/new': { version: '1.0.0' } }
    repository.commit({
      'package.json': manifest({ x: '1', new: '1' }),
      'package-lock.json': JSON.stringify({ version: '1.0.0', packages: added }),
    })
    const { base } = await repository.open()
    expect(existsSync(join(base.directory, 'node_modules/x'))).toBe(true)
  })

  test('a side replaces a file: the user keeps theirs', async () => {
    const repository = installed()
    const { head, base } = await repository.open()
    const file = join(head.directory, 'node_modules/x/index.js')
    rmSync(file)
    writeFileSync(file, 'replaced')
    rmSync(join(head.directory, 'node_modules/x'), { recursive: true })
    for (const other of [repository.root, base.directory]) {
      expect(read(other, 'node_modules/x/index.js')).toBe('module.exports = __filename')
    }
  })

  test('a line that does more than install runs on both sides, with files that it may write into', async () => {
    const repository = installed()
    const setup = 'echo written >> node_modules/x/index.js && echo built > built'
    const { base, head } = await repository.open({ setup })
    for (const { directory } of [base, head]) {
      expect(read(directory, 'built')).toBe('built\n')
      expect(read(directory, 'node_modules/x/index.js')).toMatch('written')
    }
    expect(read(repository.root, 'node_modules/x/index.js')).not.toMatch('written')
  })

  test('a project that was installed without a lockfile', async () => {
    const repository = installed({ '.gitignore': 'node_modules\npackage-lock.json' })
    repository.git('rm', '--quiet', '--cached', '--ignore-unmatch', 'package-lock.json')
    repository.commit()
    repository.commit()
    const { base } = await repository.open()
    expect(existsSync(join(base.directory, 'node_modules/x'))).toBe(true)
  })
})

describe('other dependencies', () => {
  test('of base are installed by the setup line; head shares', async () => {
    const repository = installed()
    repository.commit({ 'package.json': manifest({ x: '2' }), 'package-lock.json': lock('2.0.0') })
    const setup = 'npm install --ignore-scripts'
    // Stands in for npm, which is not what is tested and wants a network.
    const bin = join(repository.sandbox.directory, 'bin')
    mkdirSync(bin)
    writeFileSync(
      join(bin, 'npm'),
      '#!/bin/sh\nmkdir -p node_modules/x; echo "$@" > node_modules/x/installed\n',
    )
    chmodSync(join(bin, 'npm'), 0o755)
    const env = { ...repository.sandbox.env, PATH: `${bin}:${repository.sandbox.env['PATH']}` }
    const { base, head } = await repository.open({ setup, env })
    expect(read(base.directory, 'node_modules/x/installed')).toBe('install --ignore-scripts\n')
    expect(existsSync(join(head.directory, 'node_modules/x/installed'))).toBe(false)
    expect(existsSync(join(head.directory, 'node_modules/x/index.js'))).toBe(true)
  })

  test.each([
    ['lockfile', { 'package-lock.json': lock('2.0.0') }, 'package-lock.json'],
    ['manifest', { 'package.json': manifest({ x: '2' }) }, 'package.json'],
    ['lockfile of a workspace', { 'packages/a/yarn.lock': 'x@1:' }, 'packages/a/yarn.lock'],
    ['patch', { 'patches/x.patch': '+' }, 'patches/x.patch'],
  ])('by their %s and no setup line', async (_, files, named) => {
    const repository = installed()
    repository.commit(files)
    const error = await repository.refusal()
    expect(error.code).toBe('dependencies')
    expect(error.message).toMatch(/^base \([0-9a-f]{7}\) cannot use the installed dependencies: /)
    expect(error.message.endsWith(`its ${named} differs from the one in your checkout`)).toBe(true)
    expect(error.remedy).toBe('Set `base: { setup: npm ci }`.')
    expect(repository.sandbox.leftovers()).toEqual([])
  })

  test.each([
    ['npm install', {}],
    ['pnpm install', { packageManager: 'pnpm@9.12.0' }],
  ])('without a lockfile: `%s`, and the build where there is one', async (install, more) => {
    const repository = new Sandbox().repository()
    const scripts = { build: 'tsc' }
    repository.commit({ ...IGNORE, 'package.json': manifest({ x: '1' }, { scripts, ...more }) })
    repository.commit({ 'package.json': manifest({ x: '2' }, { scripts, ...more }) })
    repository.write({ 'node_modules/x/index.js': '' })
    const [name] = install.split(' ')
    expect((await repository.refusal()).remedy).toBe(
      `Set \`base: { setup: ${install} }\`; where the suites load built files, \`base: { setup: ${install} && ${name} run build }\`.`,
    )
  })

  test('of a head ref than those in the checkout', async () => {
    const repository = installed()
    repository.git('branch', 'old')
    repository.commit({ 'package-lock.json': lock('2.0.0') })
    const error = await repository.refusal({
      base: { kind: 'ref', ref: 'main' },
      head: { kind: 'ref', ref: 'old' },
    })
    expect(error).toMatchObject({ code: 'dependencies', message: /^head .*package-lock\.json/ })
  })

  test('none installed', async () => {
    const repository = installed()
    rmSync(repository.path('node_modules'), { recursive: true })
    expect(await repository.refusal()).toMatchObject({
      code: 'dependencies',
      message: /nothing is installed in your checkout/,
      remedy: 'Run `npm ci` in your checkout, or set `base: { setup: npm ci }`.',
    })
    const { base, head } = await repository.open({ setup: 'mkdir node_modules' })
    for (const { directory } of [base, head]) expect(existsSync(join(directory, 'node_modules'))).toBe(true)
  })

  test('a setup line that fails leaves nothing behind', async () => {
    const repository = installed()
    const error = await repository.refusal({ setup: 'echo cannot find it; exit 1' })
    expect(error).toMatchObject({
      code: 'setup',
      message: /^base .* does not build: .*\n {2}cannot find it$/,
    })
    expect(repository.sandbox.leftovers()).toEqual([])
  })
})

describe('no dependencies', () => {
  test('no package.json, or one without: nothing to do, even with an install line', async () => {
    const repository = new Sandbox().repository()
    repository.commit()
    repository.commit()
    const said: string[] = []
    const o = { setup: 'npm ci', onProgress: (text: string) => said.push(text) }
    await (await repository.open(o)).remove()
    repository.commit({ 'package.json': '{"name":"x","dependencies":{}}' })
    await (await repository.open(o)).remove()
    repository.commit({ 'fixtures/x/package.json': manifest({ x: '1' }) })
    await repository.open(o)
    expect(said).toHaveLength(6)
    expect(said.every((text) => /^(base|head): checking out/.test(text))).toBe(true)
  })

  test('of its own, but those of the repository above', async () => {
    const repository = installed({ 'packages/a/index.js': 'x' })
    const { base } = await repository.open({ project: repository.path('packages/a') })
    expect(createRequire(join(base.directory, 'index.js'))('x')).toBe(
      realpathSync(join(base.directory, '../../node_modules/x/index.js')),
    )
    repository.commit({ 'package-lock.json': lock('2.0.0') })
    expect((await repository.refusal({ project: repository.path('packages/a') })).code).toBe('dependencies')
  })

  test("Yarn's Plug'n'Play brings its own", async () => {
    const repository = new Sandbox().repository()
    repository.commit({ 'package.json': manifest({ x: '1' }), 'yarn.lock': 'x', '.pnp.cjs': '' })
    repository.commit()
    expect((await repository.open()).warnings).toEqual([])
  })

  test('committed node_modules belong to each side', async () => {
    const repository = new Sandbox().repository()
    repository.commit({ 'package.json': manifest({ x: '1' }), 'node_modules/x/index.js': '1' })
    repository.commit({ 'node_modules/x/index.js': '2' })
    const { base, head } = await repository.open()
    expect([base, head].map(({ directory }) => read(directory, 'node_modules/x/index.js'))).toEqual([
      '1',
      '2',
    ])
  })
})

describe('workspaces', () => {
  /** A monorepo whose packages a and b are linked, b with a node_modules of its own. */
  function monorepo(): TestRepository {
    const repository = installed({
      'package.json': manifest({}, { workspaces: ['packages/*'] }),
      'packages/a/package.json': manifest({ b: '*' }, { name: 'a' }),
      'packages/b/package.json': manifest({ y: '1' }, { name: 'b', main: 'index.js' }),
      'packages/b/index.js': 'module.exports = [__filename, require("y")]',
    })
    repository.write({ 'packages/b/node_modules/y/index.js': 'module.exports = __filename' })
    return repository
  }

  test.each([
    ['a relative link', () => '../packages/b'],
    ['an absolute link', (root: string) => join(root, 'packages/b')],
    [
      'a link through another name of the checkout',
      (root: string) => {
        const alias = join(root, '../alias')
        symlinkSync(root, alias)
        return join(alias, 'packages/b')
      },
    ],
  ])('%s leads into each side, and each has its own modules', async (_, target) => {
    const repository = monorepo()
    symlinkSync(target(repository.root), repository.path('node_modules/b'))
    const checkouts = await repository.open({ project: repository.path('packages/a') })
    expect(checkouts.warnings).toEqual([])
    const loaded = () =>
      [checkouts.base, checkouts.head].map(({ directory }) => {
        expect(readlinkSync(join(directory, '../../node_modules/b'))).toBe('../packages/b')
        return createRequire(join(directory, 'index.js'))('b') as string[]
      })
    const own = () =>
      [checkouts.base, checkouts.head].map(({ directory }) =>
        ['../b/index.js', '../b/node_modules/y/index.js'].map((path) => join(directory, path)),
      )
    expect(loaded()).toEqual(own())
  })

  test('a workspace that base does not have yet', async () => {
    const repository = monorepo()
    symlinkSync('../packages/c', repository.path('node_modules/c'))
    repository.write({ 'packages/c/node_modules/z/index.js': 'z' })
    repository.commit({ 'packages/c/package.json': '{"name":"c"}' })
    // Another set of packages is another installation.
    expect((await repository.refusal()).message).toMatch(
      'its packages/c/package.json differs from the one in your checkout',
    )
  })

  test('links out of the repository are shared, and announced', async () => {
    const repository = monorepo()
    const outside = join(repository.sandbox.directory, 'outside')
    mkdirSync(outside)
    symlinkSync('../../outside', repository.path('node_modules/linked'))
    const { head, warnings } = await repository.open()
    expect(readlinkSync(join(head.directory, 'node_modules/linked'))).toBe(outside)
    expect(warnings).toEqual([
      'node_modules/linked leads out of the repository: base and head load the same files there',
    ])
  })

  test('a node_modules that is a link itself', async () => {
    const repository = installed()
    const elsewhere = join(repository.sandbox.directory, 'elsewhere')
    mkdirSync(join(elsewhere, '.store/x'), { recursive: true })
    writeFileSync(join(elsewhere, '.store/x/index.js'), 'module.exports = __filename')
    symlinkSync('.store/x', join(elsewhere, 'x'))
    rmSync(repository.path('node_modules'), { recursive: true })
    symlinkSync(elsewhere, repository.path('node_modules'))
    // As a link it is no directory, which `node_modules` in .gitignore covers all the same.
    const { base, warnings } = await repository.open()
    expect(warnings).toEqual([])
    expect(lstatSync(join(base.directory, 'node_modules')).isDirectory()).toBe(true)
    expect(createRequire(join(base.directory, 'index.js'))('x')).toBe(
      join(base.directory, 'node_modules/.store/x/index.js'),
    )
  })
})

describe('copying', () => {
  function tree(files: number): { from: string; to: string } {
    const { directory } = new Sandbox()
    for (let i = 0; i < files; i++) {
      const parent = join(directory, 'from/node_modules', `package-${i % 100}`)
      mkdirSync(parent, { recursive: true })
      writeFileSync(join(parent, `${i}.js`), '1', { mode: i % 2 === 0 ? 0o755 : 0o644 })
    }
    mkdirSync(join(directory, 'to'))
    return { from: join(directory, 'from'), to: join(directory, 'to') }
  }
  const copy = (
    place: { from: string; to: string },
    method: CopyMethod,
    signal = new AbortController().signal,
  ) => copyModules({ fromRoot: place.from, toRoot: place.to, directories: ['node_modules'], method, signal })

  const FILE = 'node_modules/package-0/0.js'

  test.each(['clone', 'copy'] as const)(
    "%s: a file that is written into in place is nobody else's",
    async (method) => {
      const place = tree(1)
      await copy(place, method)
      expect(statSync(join(place.to, FILE)).mode & 0o777).toBe(0o755)
      writeFileSync(join(place.to, FILE), 'changed')
      expect(read(place.from, FILE)).toBe('1')
    },
  )

  test('link: one file under two names, which is why it is only for sides that nobody writes into', async () => {
    const place = tree(1)
    await copy(place, 'link')
    expect(statSync(join(place.to, FILE)).ino).toBe(statSync(join(place.from, FILE)).ino)
    writeFileSync(join(place.to, FILE), 'changed')
    expect(read(place.from, FILE)).toBe('changed')
  })

  test('the cheapest method leaves no probe, and never links where it may not', () => {
    const { from, to } = tree(1)
    expect(['clone', 'link']).toContain(cheapestMethod(join(from, FILE), to, true))
    expect(['clone', 'copy']).toContain(cheapestMethod(join(from, FILE), to, false))
    expect(existsSync(join(to, '.probe'))).toBe(false)
  })

  test('an abort is heard between two directories', async () => {
    const place = tree(200)
    const controller = new AbortController()
    const copying = copy(place, 'copy', controller.signal)
    controller.abort(new Error('interrupted'))
    await expect(copying).rejects.toThrow('interrupted')
    expect(readdirSync(join(place.to, 'node_modules')).length).toBeLessThan(100)
  })
})
