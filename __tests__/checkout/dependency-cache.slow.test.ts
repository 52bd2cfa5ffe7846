import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DependencyCache } from '../../src/checkout/dependency-cache.ts'
import { Sandbox, type TestRepository } from './sandbox.ts'

/** A cache in a directory: an archive is a copy. */
class FolderCache implements DependencyCache {
  readonly directory: string
  readonly #stored: string
  readonly restores: string[] = []
  readonly saves: string[] = []

  constructor(parent: string, directory = join(parent, 'place', 'modules')) {
    this.directory = directory
    this.#stored = join(parent, 'stored')
  }

  async restore(key: string, directory: string): Promise<boolean> {
    this.restores.push(key)
    if (!existsSync(this.archive(key))) return false
    cpSync(this.archive(key), directory, { recursive: true, verbatimSymlinks: true })
    return true
  }

  async save(key: string, directory: string): Promise<void> {
    this.saves.push(key)
    cpSync(directory, this.archive(key), { recursive: true, verbatimSymlinks: true })
  }

  archive(key = this.saves[0]!): string {
    return join(this.#stored, key)
  }
}

const SHARED_MEMORY = '/dev/shm'
const hasOtherFileSystem = existsSync(SHARED_MEMORY) && statSync(SHARED_MEMORY).dev !== statSync(tmpdir()).dev

/** Every path below a directory. */
const pathsIn = (directory: string) => readdirSync(directory, { recursive: true }).map(String).sort()

interface ProjectFiles {
  manifest?: Record<string, unknown>
  files?: Record<string, string>
}

/**
 * A repository whose HEAD~1 depends on x 1.0.0 and whose HEAD depends on x 2.0.0, which is installed. The packages are archives
 * in the repository and npm is the real one; it writes a line to a log each time that it is started.
 */
class Project {
  readonly repository: TestRepository = new Sandbox().repository()
  readonly cache: FolderCache
  readonly env: NodeJS.ProcessEnv
  readonly said: string[] = []
  readonly #log: string

  constructor(o: ProjectFiles = {}) {
    const { sandbox } = this.repository
    this.cache = new FolderCache(sandbox.directory)
    this.#log = join(sandbox.directory, 'npm.log')
    const bin = join(sandbox.directory, 'bin')
    mkdirSync(bin)
    const npm = realpathSync(execFileSync('which', ['npm'], { encoding: 'utf8' }).trim())
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho run >> '${this.#log}'\nexec '${npm}' "$@"\n`)
    chmodSync(join(bin, 'npm'), 0o755)
    this.env = { ...sandbox.env, PATH: `${bin}:${sandbox.env['PATH']}`, npm_config_offline: 'true' }
    for (const version of ['1.0.0', '2.0.0']) this.pack('x', version)
    this.#require('1.0.0', o)
    this.repository.commit({ '.gitignore': 'node_modules\n', ...o.files })
    this.#require('2.0.0', o)
    this.repository.commit()
    this.repository.write({ 'node_modules/x/index.js': 'module.exports = ["2.0.0", __filename]' })
  }

  /** Archives a package that has an executable, into the repository. */
  pack(name: string, version: string): void {
    const source = mkdtempSync(join(this.repository.sandbox.directory, 'package-'))
    const write = (path: string, text: string) => {
      mkdirSync(join(source, 'package/bin'), { recursive: true })
      writeFileSync(join(source, 'package', path), text)
    }
    write('package.json', JSON.stringify({ name, version, bin: { [name]: 'bin/run.js' } }))
    write('index.js', `module.exports = [${JSON.stringify(version)}, __filename]\n`)
    write('bin/run.js', '#!/usr/bin/env node\n')
    mkdirSync(this.repository.path('vendor'), { recursive: true })
    const archive = this.repository.path('vendor', `${name}-${version}.tgz`)
    execFileSync('tar', ['-czf', archive, '-C', source, 'package'])
  }

  /** Writes the manifest that asks for a version of x, and its lockfile. */
  #require(version: string, { manifest = {}, files = {} }: ProjectFiles): void {
    const dependencies = { x: `file:vendor/x-${version}.tgz` }
    const root = { name: 'project', dependencies, ...manifest }
    const x = { version, resolved: dependencies.x, bin: { x: 'bin/run.js' } }
    this.repository.write({
      ...files,
      'package.json': JSON.stringify(root),
      'package-lock.json': JSON.stringify({
        name: 'project',
        lockfileVersion: 3,
        packages: { '': root, 'node_modules/x': x },
      }),
    })
    // What npm makes of workspaces is for itself to say.
    if ('workspaces' in manifest) {
      rmSync(this.repository.path('package-lock.json'))
      this.npm('install', '--package-lock-only', '--ignore-scripts')
    }
  }

  npm(...args: string[]): void {
    execFileSync('npm', [...args, '--no-audit', '--no-fund'], {
      cwd: this.repository.root,
      env: this.env,
      stdio: 'pipe',
    })
  }

  /** Opens checkouts of HEAD~1 and HEAD; base's version of x, and whether the line ran for it. */
  async open(o: { setup?: string; env?: NodeJS.ProcessEnv; cache?: DependencyCache; base?: string } = {}) {
    rmSync(this.#log, { force: true })
    const checkouts = await this.repository.open({
      base: { kind: 'ref', ref: o.base ?? 'HEAD~1' },
      setup: o.setup ?? 'npm ci',
      env: { ...this.env, ...o.env },
      dependencyCache: o.cache ?? this.cache,
      onProgress: (text) => this.said.push(text),
    })
    const base = checkouts.base.directory
    return {
      ...checkouts,
      runs: existsSync(this.#log) ? readFileSync(this.#log, 'utf8').split('\n').length - 1 : 0,
      x: createRequire(join(base, 'index.js'))('x') as [version: string, file: string],
      paths: pathsIn(join(base, 'node_modules')),
    }
  }
}

describe('what an install line made for base', () => {
  test('is saved, and the next job does without the line', async () => {
    const project = new Project()
    const first = await project.open()
    expect(first.runs).toBe(1)
    expect(first.x).toEqual(['1.0.0', join(first.base.directory, 'node_modules/x/index.js')])
    const key = expect.stringMatching(/^benchgate-modules-v1-\w+-\w+-node\d+-[0-9a-f]{32}$/)
    expect(project.cache.saves).toEqual([key])
    await first.remove()

    const second = await project.open()
    expect(second.runs).toBe(0)
    expect(second.x).toEqual(['1.0.0', join(second.base.directory, 'node_modules/x/index.js')])
    expect(second.paths).toEqual(first.paths)
    expect(statSync(join(second.base.directory, 'node_modules/.bin/x')).mode & 0o111).not.toBe(0)
    expect(second.warnings).toEqual([])
    expect(project.said).toContain('base: node_modules from the cache')
    expect(project.cache.saves).toHaveLength(1)
    // Nothing is left where archives are unpacked.
    expect(existsSync(project.cache.directory)).toBe(false)
  })

  test('is saved before anything can be measured: what base does to its modules later is not in it', async () => {
    const project = new Project()
    const first = await project.open()
    writeFileSync(first.x[1], 'module.exports = ["changed"]')
    await first.remove()
    expect((await project.open()).x[0]).toBe('1.0.0')
  })

  test('is head, too', async () => {
    const project = new Project()
    rmSync(project.repository.path('node_modules'), { recursive: true })
    expect((await project.open()).runs).toBe(2)
    expect(new Set(project.cache.saves).size).toBe(2)
    const { runs, head, x } = await project.open()
    expect(runs).toBe(0)
    expect(x[0]).toBe('1.0.0')
    expect(createRequire(join(head.directory, 'index.js'))('x')[0]).toBe('2.0.0')
  })

  test('with workspaces is all of their node_modules, linked within the side', async () => {
    const manifest = { workspaces: ['packages/*'] }
    const workspace = (version: string) =>
      JSON.stringify({
        name: 'a',
        version: '1.0.0',
        dependencies: { x: `file:../../vendor/x-${version}.tgz` },
      })
    // The workspace wants the other version than HEAD~1, and gets a node_modules of its own there.
    const files = { 'packages/a/package.json': workspace('2.0.0'), 'packages/a/index.js': '' }
    const project = new Project({ manifest, files })
    const first = await project.open()
    await first.remove()
    const second = await project.open()
    expect([first.runs, second.runs]).toEqual([1, 0])
    expect(second.paths).toEqual(first.paths)
    expect(project.said).toContain('base: 2 node_modules directories from the cache')
    const inside = (path: string) => join(second.base.directory, path)
    expect(realpathSync(inside('node_modules/a'))).toBe(inside('packages/a'))
    expect(createRequire(inside('packages/a/index.js'))('x')[0]).toBe('2.0.0')
  })

  test.skipIf(!hasOtherFileSystem)('is copied where it cannot be moved', async () => {
    const elsewhere = mkdtempSync(join(SHARED_MEMORY, 'benchgate-test-'))
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }))
    const cache = new FolderCache(elsewhere)
    const project = new Project()
    const first = await project.open({ cache })
    await first.remove()
    const second = await project.open({ cache })
    expect([first.runs, second.runs]).toEqual([1, 0])
    expect(second.paths).toEqual(first.paths)
    expect(second.x[0]).toBe('1.0.0')
  })
})

describe('another key', () => {
  async function keysOf(change: (project: Project) => Parameters<Project['open']>[0]): Promise<string[]> {
    const project = new Project()
    await (await project.open()).remove()
    await (await project.open(change(project))).remove()
    return project.cache.restores
  }

  test('for another line, setting or environment of the package manager; not for any other variable', async () => {
    const project = new Project()
    const opened = async (o: Parameters<Project['open']>[0]) => {
      await (await project.open(o)).remove()
      return project.cache.restores.at(-1)
    }
    const plain = await opened({})
    expect(await opened({ env: { GITHUB_RUN_ID: '7', NODE_AUTH_TOKEN: 'secret' } })).toBe(plain)
    const keys = [
      plain,
      await opened({ setup: 'npm ci --ignore-scripts' }),
      await opened({ env: { NODE_ENV: 'production' } }),
      await opened({ env: { npm_config_ignore_scripts: 'true' } }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('for another version of Node: the one that the line finds', async () => {
    const [one, other] = await keysOf((project) => {
      const bin = join(project.repository.sandbox.directory, 'old')
      mkdirSync(bin)
      const about = JSON.stringify({ platform: 'linux', arch: 'x64', major: '18', runtime: null })
      writeFileSync(
        join(bin, 'node'),
        `#!/bin/sh\n[ "$1" = -p ] && echo '${about}' && exit\nexec '${process.execPath}' "$@"\n`,
        { mode: 0o755 },
      )
      return { env: { PATH: `${bin}:${project.env['PATH']}` } }
    })
    expect(one).not.toMatch('-node18-')
    expect(other).toMatch(/^benchgate-modules-v1-linux-x64-node18-/)
  })

  test('for other settings in the checkout', async () => {
    const project = new Project()
    project.repository.git('checkout', '--quiet', '-b', 'other', 'HEAD~1')
    project.repository.commit({ '.npmrc': 'omit=dev\n' })
    project.repository.git('checkout', '--quiet', 'main')
    await project.open()
    await project.open({ base: 'other' })
    expect(new Set(project.cache.restores).size).toBe(2)
  })

  test('for each commit, where scripts of the project take part in the installation', async () => {
    const scripts = { postinstall: 'cp settings.txt node_modules/' }
    const project = new Project({ manifest: { scripts }, files: { 'settings.txt': 'one' } })
    project.repository.git('checkout', '--quiet', '-b', 'other', 'HEAD~1')
    project.repository.commit({ 'settings.txt': 'two' })
    project.repository.git('checkout', '--quiet', 'main')
    await project.open()
    const other = await project.open({ base: 'other' })
    expect(readFileSync(join(other.base.directory, 'node_modules/settings.txt'), 'utf8')).toBe('two')
    const again = await project.open()
    expect(again.runs).toBe(0)
    expect(readFileSync(join(again.base.directory, 'node_modules/settings.txt'), 'utf8')).toBe('one')
  })
})

describe('not cached', () => {
  test('a line that does more than install', async () => {
    const project = new Project()
    await project.open({ setup: 'npm ci && echo built > built' })
    expect([...project.cache.restores, ...project.cache.saves]).toEqual([])
  })

  test('an installation that writes more than node_modules', async () => {
    const scripts = { prepare: 'mkdir -p dist && echo built > dist/index.js' }
    const project = new Project({
      manifest: { scripts },
      files: { '.gitignore': 'node_modules\ndist\n' },
    })
    for (const _ of ['first', 'second']) {
      const { runs, base } = await project.open()
      expect(runs).toBe(1)
      expect(readFileSync(join(base.directory, 'dist/index.js'), 'utf8')).toBe('built\n')
    }
    expect(project.cache.saves).toEqual([])
    expect(project.said).toContain('base: not cached, since `npm ci` wrote also dist')
  })

  test('links out of the checkout', async () => {
    const project = new Project()
    const outside = join(project.repository.sandbox.directory, 'outside')
    mkdirSync(outside)
    const scripts = { postinstall: `ln -s '${outside}' node_modules/outside` }
    project.repository.git('checkout', '--quiet', '-b', 'other', 'HEAD~1')
    const manifest = JSON.parse(readFileSync(project.repository.path('package.json'), 'utf8')) as object
    project.repository.commit({ 'package.json': JSON.stringify({ ...manifest, scripts }) })
    project.repository.git('checkout', '--quiet', 'main')
    const { x, warnings } = await project.open({ base: 'other' })
    expect(x[0]).toBe('1.0.0')
    expect(project.cache.saves).toEqual([])
    expect(warnings).toEqual([
      'The cached dependencies of base could not be saved: outside leads out of the checkout',
    ])
  })
})

describe('a cache that fails costs time and one warning', () => {
  const inMarker = (before: string, after: string) => (archive: string) => {
    const file = join(archive, 'complete.json')
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(before)
    writeFileSync(file, text.replace(before, after))
  }
  const damages: Record<string, [damage: (archive: string) => void, why: RegExp]> = {
    'a file is missing': [(archive) => rmSync(join(archive, '0/x/index.js')), /node_modules is incomplete$/],
    'a file is cut off': [(archive) => writeFileSync(join(archive, '0/x/index.js'), ''), /is incomplete$/],
    'a tree is missing': [(archive) => rmSync(join(archive, '0'), { recursive: true }), /ENOENT/],
    'the marker is missing': [(archive) => rmSync(join(archive, 'complete.json')), /are incomplete$/],
    'the marker is cut off': [(archive) => writeFileSync(join(archive, 'complete.json'), '{"sch'), /JSON/],
    'the marker is another one': [
      inMarker('benchgate-modules-v1', 'benchgate-modules-v0'),
      /another installation$/,
    ],
    'it leads out of the checkout': [
      inMarker('"node_modules"', '"../../node_modules"'),
      /no place for them$/,
    ],
    'a link leads out': [
      (archive) => symlinkSync('/etc', join(archive, '0/etc')),
      /etc leads out of the checkout$/,
    ],
  }

  test('an archive is incomplete, or not what it should be', async () => {
    const project = new Project()
    await (await project.open()).remove()
    const { cache } = project
    const archive = cache.archive()
    const whole = `${archive}-whole`
    cpSync(archive, whole, { recursive: true, verbatimSymlinks: true })
    const unchanging = Object.assign(cache, { save: () => Promise.resolve() })
    for (const [name, [damage, why]] of Object.entries(damages)) {
      rmSync(archive, { recursive: true })
      cpSync(whole, archive, { recursive: true, verbatimSymlinks: true })
      damage(archive)
      const { runs, x, warnings, remove } = await project.open({ cache: unchanging })
      expect([runs, x[0], warnings.length], name).toEqual([1, '1.0.0', 1])
      expect(warnings[0], name).toMatch(/^The cached dependencies of base could not be restored: /)
      expect(warnings[0], name).toMatch(why)
      await remove()
    }
  })

  test('it throws', async () => {
    const project = new Project()
    const cache: DependencyCache = {
      directory: project.cache.directory,
      restore: () => Promise.reject(new Error('no answer')),
      save: () => Promise.reject(new Error('no space')),
    }
    const { runs, x, paths, warnings } = await project.open({ cache })
    expect(runs).toBe(1)
    expect(x[0]).toBe('1.0.0')
    expect(paths).toContain('.bin/x')
    expect(warnings).toEqual([
      'The cached dependencies of base could not be restored: no answer',
      'The cached dependencies of base could not be saved: no space',
    ])
  })

  test('it loses what it was to save', async () => {
    const project = new Project()
    const { directory } = project.cache
    const cache: DependencyCache = {
      directory,
      restore: () => Promise.resolve(false),
      save: () => Promise.resolve(rmSync(directory, { recursive: true })),
    }
    const { runs, x, warnings } = await project.open({ cache })
    expect(runs).toBe(2)
    expect(x[0]).toBe('1.0.0')
    expect(warnings).toEqual([expect.stringMatching(/could not be saved: ENOENT/)])
  })

  test('a line that fails is the failure that it is without a cache', async () => {
    const project = new Project()
    project.repository.git('checkout', '--quiet', '-b', 'other', 'HEAD~1')
    rmSync(project.repository.path('vendor/x-1.0.0.tgz'))
    project.repository.commit()
    project.repository.git('checkout', '--quiet', 'main')
    const error = await project.repository.refusal({
      base: { kind: 'ref', ref: 'other' },
      setup: 'npm ci',
      env: project.env,
      dependencyCache: project.cache,
    })
    expect(error).toMatchObject({ code: 'setup', message: /^base .* does not build: `npm ci`/ })
    expect(project.cache.saves).toEqual([])
  })
})
