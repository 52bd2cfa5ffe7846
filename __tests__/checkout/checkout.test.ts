import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isRunning, Sandbox, snapshot, type TestRepository, untilEnded, untilThere } from './sandbox.ts'

function committed(files: Record<string, string> = {}): TestRepository {
  const repository = new Sandbox().repository()
  repository.commit({ 'index.js': 'old', ...files })
  repository.commit({ 'index.js': 'new' })
  return repository
}

const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8')

test("base and head lie side by side under names of one length, and the user's checkout is as it was", async () => {
  const repository = committed({ 'node_modules/x/index.js': 'x', '.gitignore': 'node_modules' })
  repository.write({ 'node_modules/x/index.js': 'x', 'package.json': '{}', 'index.js': 'edited' })
  repository.git('add', 'package.json')
  repository.git('stash', 'push', '--quiet', '--include-untracked')
  repository.git('stash', 'apply', '--quiet', '--index')
  const [before, status, refs] = [
    snapshot(repository.root),
    repository.git('--no-optional-locks', 'status', '--porcelain=v2'),
    repository.git('for-each-ref'),
  ]

  const checkouts = await repository.open()
  expect(snapshot(repository.root)).toEqual(before)
  expect(checkouts.scratch).toBe(dirname(checkouts.base.directory))
  expect(checkouts.scratch).toBe(dirname(checkouts.head.directory))
  expect(basename(checkouts.base.directory)).toHaveLength(basename(checkouts.head.directory).length)
  expect(read(checkouts.base.directory, 'index.js')).toBe('new')
  expect(read(checkouts.head.directory, 'index.js')).toBe('edited')
  expect(checkouts.warnings).toEqual([])

  await checkouts.remove()
  await checkouts.remove()
  checkouts.removeSync()
  expect(snapshot(repository.root)).toEqual(before)
  expect([
    repository.git('--no-optional-locks', 'status', '--porcelain=v2'),
    repository.git('for-each-ref'),
  ]).toEqual([status, refs])
  expect(repository.sandbox.leftovers()).toEqual([])
})

test('swap exchanges the directories, git works on in both, and removal finds them', async () => {
  const repository = committed()
  repository.write({ 'index.js': 'edited' })
  const checkouts = await repository.open()
  const git = (directory: string, ...args: string[]) =>
    execFileSync('git', args, { cwd: directory, env: repository.sandbox.env, encoding: 'utf8' }).trim()
  const places = [checkouts.base.directory, checkouts.head.directory]
  // A second swap of the same two changes nothing.
  for (const _ of [1, 2]) {
    await checkouts.swap('base')
    const now = [checkouts.base.directory, checkouts.head.directory]
    expect(now).toEqual(places.toReversed())
    expect(now.map((directory) => read(directory, 'index.js'))).toEqual(['new', 'edited'])
    expect(now.map((directory) => git(directory, 'status', '--short'))).toEqual(['', 'M index.js'])
    expect(now.map((directory) => git(directory, 'rev-parse', '--show-toplevel'))).toEqual(now)
  }
  checkouts.removeSync()
  expect(repository.sandbox.leftovers()).toEqual([])
})

test("a copy of base's prepared checkout takes files of head, and changes places with head", async () => {
  const repository = committed({
    'pkg/a.bench.js': 'old',
    'pkg/gone.js': 'old',
    'pkg/package.json': '{}',
    '.gitignore': 'node_modules',
  })
  rmSync(repository.path('pkg/gone.js'))
  repository.write({ 'pkg/a.bench.js': 'edited', 'pkg/new/b.bench.js': 'new', 'pkg/index.js': 'edited' })
  repository.write({ 'pkg/node_modules/x/index.js': 'x' })
  const setup = 'mkdir built && echo built >built/it.js && ln -s "$PWD/built" link'
  const checkouts = await repository.open({ project: repository.path('pkg'), setup })
  const { base, head, overlay, scratch } = checkouts
  expect(await checkouts.sources('base')).toEqual(new Set(['a.bench.js', 'gone.js', 'package.json']))
  expect(await checkouts.sources('head')).toContain('new/b.bench.js')
  expect(await checkouts.sources('head')).not.toContain('built/it.js')

  const before = snapshot(base.directory)
  await checkouts.layOver(['a.bench.js', 'new/b.bench.js'])
  expect(snapshot(base.directory)).toEqual(before)
  expect(overlay.directory).toBe(join(scratch, 'c', 'pkg'))
  expect(
    ['a.bench.js', 'new/b.bench.js', 'gone.js', 'built/it.js'].map((file) => read(overlay.directory, file)),
  ).toEqual(['edited', 'new', 'old', 'built\n'])
  expect(existsSync(join(overlay.directory, 'index.js'))).toBe(false)
  // A link into base's checkout is one into the copy.
  expect(realpathSync(join(overlay.directory, 'link'))).toBe(join(overlay.directory, 'built'))
  expect(read(overlay.directory, 'node_modules/x/index.js')).toBe('x')

  const places = () => [base, head, overlay].map(({ directory }) => basename(dirname(directory)))
  const files = () => [base, head, overlay].map(({ directory }) => read(directory, 'a.bench.js'))
  const seen = []
  for (const other of ['base', 'overlay', 'overlay', 'base'] as const) {
    await checkouts.swap(other)
    expect(files()).toEqual(['old', 'edited', 'edited'])
    seen.push(places().join(''))
  }
  expect(seen).toEqual(['bac', 'acb', 'acb', 'bac'])
  await checkouts.remove()
  expect(repository.worktrees().match(/^worktree /gm)).toHaveLength(1)
  expect(repository.sandbox.leftovers()).toEqual([])
})

test("the user's own worktrees stay, also one whose disk is away", async () => {
  const repository = committed()
  const own = join(repository.sandbox.directory, 'own')
  repository.git('worktree', 'add', '--quiet', own, '-b', 'own')
  const away = join(repository.sandbox.directory, 'away')
  repository.git('worktree', 'add', '--quiet', away, '-b', 'away')
  rmSync(away, { recursive: true })
  const worktrees = repository.worktrees()
  const checkouts = await repository.open()
  await checkouts.remove()
  expect(repository.worktrees()).toBe(worktrees)
  // From inside one of them, too.
  const inside = await repository.open({ project: own })
  expect(read(inside.head.directory, 'index.js')).toBe('new')
  await inside.remove()
  expect(repository.worktrees()).toBe(worktrees)
})

test('a project in a subdirectory, under a name with a space, a quote and a letter beyond ASCII', async () => {
  const prefix = "pack ages/dé'\nmo"
  const repository = committed({ [`${prefix}/index.js`]: 'old' })
  repository.write({ [`${prefix}/index.js`]: 'edited' })
  const { base, head, scratch } = await repository.open({ project: repository.path(prefix) })
  expect(base.directory).toBe(join(scratch, 'a', prefix))
  expect([base, head].map((side) => read(side.directory, 'index.js'))).toEqual(['old', 'edited'])
})

test('a project that base does not have yet', async () => {
  const repository = committed()
  repository.write({
    'packages/new/index.js': 'x',
    'packages/new/package.json': '{"dependencies":{"x":"1"}}',
  })
  mkdirSync(repository.path('packages/new/node_modules/x'), { recursive: true })
  const checkouts = await repository.open({ project: repository.path('packages/new') })
  expect(checkouts.warnings).toEqual(['base has no directory packages/new: all of its benchmarks are new'])
  expect(existsSync(checkouts.base.directory)).toBe(true)
  const ignored = repository.path('build')
  mkdirSync(ignored)
  expect(await repository.refusal({ project: ignored })).toMatchObject({
    code: 'git',
    message: 'build is not part of head: git ignores it',
  })
})

test('a project behind a link that leaves the repository', async () => {
  const repository = committed()
  const outside = join(repository.sandbox.directory, 'outside')
  mkdirSync(outside)
  symlinkSync(outside, repository.path('project'))
  repository.commit()
  rmSync(repository.path('project'))
  repository.commit({ 'project/index.js': 'x' })
  const error = await repository.refusal({ project: repository.path('project') })
  expect(error).toMatchObject({ code: 'git', message: /project of base is behind a symbolic link/ })
})

test('hooks of the repository do not run', async () => {
  const repository = committed()
  const marker = repository.path('ran')
  mkdirSync(repository.path('.git/hooks'), { recursive: true })
  const hook = repository.path('.git/hooks/post-checkout')
  writeFileSync(hook, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 })
  await repository.open()
  expect(existsSync(marker)).toBe(false)
})

test('large files come as the user has them: pointers stay pointers', async () => {
  const repository = new Sandbox().repository()
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'
  repository.commit({ '.gitattributes': '*.bin filter=lfs', 'data.bin': pointer })
  repository.commit()
  // Stands in for git-lfs: says in the file what it was asked to do.
  repository.git('config', 'filter.lfs.smudge', 'echo "skip=$GIT_LFS_SKIP_SMUDGE"; cat > /dev/null')
  const pointers = await repository.open()
  expect(read(pointers.base.directory, 'data.bin')).toBe('skip=1\n')
  await pointers.remove()
  repository.write({ 'data.bin': 'content' })
  expect(read((await repository.open()).base.directory, 'data.bin')).toBe('skip=\n')
})

test('the scratch directory lies in RUNNER_TEMP, but never in the checkout', async () => {
  const repository = committed({ '.gitignore': 'tmp' })
  const runnerTemp = join(repository.sandbox.directory, 'runner')
  mkdirSync(runnerTemp)
  const env = { ...repository.sandbox.env, RUNNER_TEMP: runnerTemp }
  const preferred = await repository.open({ env })
  expect(dirname(preferred.scratch)).toBe(runnerTemp)
  await preferred.remove()

  mkdirSync(repository.path('tmp'))
  const inside = {
    ...repository.sandbox.env,
    RUNNER_TEMP: repository.path('tmp'),
    TMPDIR: repository.path('tmp'),
  }
  const own = await repository.open({ env: inside })
  expect(dirname(own.scratch)).toBe(join(repository.sandbox.directory, 'home/.cache/benchgate'))
})

test('what a killed run left goes with the next one; what a living one uses stays', async () => {
  const repository = committed()
  const script = new URL('../fixtures/checkout/hold.ts', import.meta.url).pathname
  const hold = async () => {
    const child = spawn(process.execPath, [script, repository.root], {
      env: repository.sandbox.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('it ended before it was killed')))
    const [scratch] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer]
    ended.catch(() => {})
    return { child, scratch: scratch.toString() }
  }
  const [killed, alive] = await Promise.all([hold(), hold()])
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  expect(existsSync(killed.scratch)).toBe(true)

  const checkouts = await repository.open()
  expect(existsSync(killed.scratch)).toBe(false)
  expect(existsSync(alive.scratch)).toBe(true)
  await checkouts.remove()
  alive.child.kill('SIGKILL')
  await once(alive.child, 'exit')
  await (await repository.open()).remove()
  expect(repository.sandbox.leftovers()).toEqual([])
})

test('several runs in one repository do not get in the way of each other', async () => {
  const repository = committed()
  const runs = await Promise.all(Array.from({ length: 4 }, () => repository.open()))
  expect(new Set(runs.map((run) => run.scratch)).size).toBe(4)
  await runs[0]!.remove()
  expect(repository.sandbox.leftovers()).toHaveLength(3)
  await Promise.all(runs.map((run) => run.remove()))
  expect(repository.sandbox.leftovers()).toEqual([])
})

test('an abort between two steps leaves nothing', async () => {
  const repository = committed()
  const before = snapshot(repository.root)
  for (const at of ['base: checking out', 'head: checking out']) {
    const controller = new AbortController()
    const reason = new Error('interrupted')
    const opening = repository.open({
      signal: controller.signal,
      onProgress: (text) => {
        if (text.startsWith(at)) controller.abort(reason)
      },
    })
    await expect(opening).rejects.toBe(reason)
    expect(repository.sandbox.leftovers()).toEqual([])
  }
  expect(snapshot(repository.root)).toEqual(before)
})

test('an abort in the midst of a checkout ends git and all that it started', async () => {
  const repository = committed({ '.gitattributes': '*.slow filter=slow', 'a.slow': 'x' })
  const marker = join(repository.sandbox.directory, 'marks')
  mkdirSync(marker)
  repository.git(
    'config',
    'filter.slow.smudge',
    `echo $$ > '${marker}/pid'; mv '${marker}/pid' '${marker}/ready'; exec sleep 300`,
  )
  const controller = new AbortController()
  const opening = repository.open({ signal: controller.signal })
  await untilThere(join(marker, 'ready'))
  const pid = Number(read(marker, 'ready'))
  expect(isRunning(pid)).toBe(true)
  controller.abort(new Error('interrupted'))
  await expect(opening).rejects.toThrow('interrupted')
  await untilEnded(pid)
  expect(repository.sandbox.leftovers()).toEqual([])
})

test('the path of a checkout is a real one', async () => {
  const repository = committed()
  const alias = join(repository.sandbox.directory, 'alias')
  symlinkSync(repository.sandbox.temp, alias)
  const { head } = await repository.open({ env: { ...repository.sandbox.env, TMPDIR: alias } })
  expect(head.directory).toBe(realpathSync(head.directory))
})
