import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Sandbox, snapshot, type TestRepository } from './sandbox.ts'

/** Two commits on main, a tag on the first, and a branch. */
function committed(...init: string[]): TestRepository {
  const repository = new Sandbox().repository('project', ...init)
  repository.commit({ 'index.js': 'old' })
  repository.git('config', 'user.name', 'A')
  repository.git('tag', '--annotate', '--message', 'x', 'v1.0.0')
  repository.git('branch', 'other')
  repository.commit({ 'index.js': 'new' })
  return repository
}

const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8')

function gitIn({ sandbox }: TestRepository, directory: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: directory, env: sandbox.env, encoding: 'utf8' }).trim()
}

/** snapshot() without the times of objects: git notes on an object that it is still in use, the borrowed ones too. */
const untouched = (repository: TestRepository) =>
  Object.entries(snapshot(repository.root)).map(([path, seen]) =>
    path.startsWith('.git/objects/') ? [path, seen.replace(/^\d+ /, '')] : [path, seen],
  )

/** What a script that asks git gets to hear in a directory. */
const answers = (repository: TestRepository, directory: string) =>
  [
    ['describe'],
    ['rev-parse', 'HEAD'],
    ['log', '--format=%s'],
    ['tag'],
    ['for-each-ref'],
    ['config', '--get-regexp', '^(user|some)'],
    ['status', '--porcelain'],
  ].map((args) => gitIn(repository, directory, ...args))

test.each([
  [
    'settings',
    'git config core.hooksPath .hooks/_ && git config alias.x status && git config user.name Other',
  ],
  [
    'a tag, a branch and a commit',
    'git tag mine && git branch made && git commit --quiet --allow-empty -m x',
  ],
  ['refs of the remote', 'git update-ref -d refs/remotes/origin/main && git tag -d v1.0.0'],
  ['a hook', 'echo true > "$(git rev-parse --git-path hooks)" || mkdir "$(git rev-parse --git-path hooks)"'],
  ['the index', 'echo 2 > index.js && git add --all && git rm --quiet --cached log.txt'],
  ['the stash', 'echo 2 > index.js && git stash --quiet'],
  ['a worktree', 'git worktree add --quiet ../"$(basename "$PWD")-more" -b more'],
  ['a remote', 'git remote add mine . && git fetch --quiet mine'],
  ['a submodule', 'git config submodule.x.url y && git config --unset-all core.filemode'],
  ['exclusions', 'echo x >> "$(git rev-parse --git-path info/exclude)"'],
  ['objects', 'echo new | git hash-object -w --stdin && git gc --quiet --prune=now && git repack -adq'],
  ['packed refs', 'git pack-refs --all --prune && git reflog expire --expire=now --all'],
])("set-up that writes %s leaves the user's repository as it was", async (_, line) => {
  const repository = committed()
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  repository.write({ 'index.js': 'stashed' })
  repository.git('stash', '--quiet')
  const before = untouched(repository)
  // It runs on both sides, and neither finds what the other made.
  const checkouts = await repository.open({ setup: line })
  expect(untouched(repository)).toEqual(before)
  await checkouts.remove()
  expect(untouched(repository)).toEqual(before)
})

test('scripts that ask git get the answers of the commit, also after the directories were swapped', async () => {
  const repository = committed()
  repository.git('config', 'some.setting', ' "a"\\\n#;b\t')
  repository.git('config', 'some.dotted "name\\.setting', 'x')
  const ask = 'git describe > described && git log --oneline | wc -l >> described'
  const checkouts = await repository.open({ setup: ask })
  expect(read(checkouts.base.directory, 'described')).toMatch(/^v1\.0\.0\n *1\n$/)
  expect(read(checkouts.head.directory, 'described')).toMatch(/^v1\.0\.0-1-g[0-9a-f]+\n *2\n$/)
  for (const _ of [1, 2]) {
    const { base, head } = checkouts
    for (const { directory } of [base, head]) gitIn(repository, directory, 'clean', '--quiet', '--force')
    expect(answers(repository, head.directory)).toEqual(answers(repository, repository.root))
    expect(gitIn(repository, base.directory, 'rev-parse', 'HEAD')).toBe(repository.head('HEAD~1'))
    expect(gitIn(repository, base.directory, 'config', 'some.dotted "name\\.setting')).toBe('x')
    expect(gitIn(repository, base.directory, 'rev-parse', '--show-toplevel')).toBe(base.directory)
    await checkouts.swap('base')
  }
})

test('settings come from included files and working trees; what belongs to the working tree does not', async () => {
  const repository = committed()
  const included = join(repository.sandbox.directory, 'included')
  writeFileSync(included, '[some]\n\tsetting = included\n')
  repository.git('config', `includeIf.gitdir:${repository.root}/.path`, included)
  repository.git('config', 'core.hooksPath', '.hooks')
  repository.git('config', 'remote.origin.url', '../origin')
  repository.git('config', 'extensions.worktreeConfig', 'true')
  repository.git('config', '--worktree', 'other.setting', 'of the worktree')
  const { base } = await repository.open()
  const config = gitIn(repository, base.directory, 'config', '--local', '--list')
  expect(config.split('\n')).toEqual(
    expect.arrayContaining([
      'some.setting=included',
      'other.setting=of the worktree',
      `remote.origin.url=${join(repository.sandbox.directory, 'origin')}`,
    ]),
  )
  expect(config).not.toMatch(/^(core\.hookspath|include|extensions)/im)
})

test('origin/HEAD still names a branch', async () => {
  const repository = committed()
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
  const { head } = await repository.open()
  expect(gitIn(repository, head.directory, 'symbolic-ref', 'refs/remotes/origin/HEAD')).toBe(
    'refs/remotes/origin/main',
  )
})

test('a repository that cannot be written to is no obstacle', async () => {
  const repository = committed()
  const directories = ['.git', '.git/refs', '.git/refs/heads', '.git/objects', '.git/info']
  const existing = directories.map((path) => repository.path(path)).filter(existsSync)
  for (const path of existing) chmodSync(path, 0o555)
  try {
    const { base } = await repository.open()
    expect(read(base.directory, 'index.js')).toBe('old')
  } finally {
    for (const path of existing) chmodSync(path, 0o755)
  }
})

test('a repository of SHA-256', async () => {
  const repository = committed('--object-format=sha256')
  const { base, head } = await repository.open()
  expect(base.revision.sha).toHaveLength(64)
  expect(answers(repository, head.directory)[1]).toBe(head.revision.sha)
  expect(read(base.directory, 'index.js')).toBe('old')
})

test('a bare repository with worktrees, from one of them', async () => {
  const repository = committed()
  const bare = repository.sandbox.repository('bare', '--bare')
  bare.git('fetch', '--quiet', repository.root, '+refs/*:refs/*')
  const own = join(repository.sandbox.directory, 'own')
  bare.git('worktree', 'add', '--quiet', own, 'main')
  const { base, head } = await bare.open({ project: own })
  expect([base, head].map(({ directory }) => read(directory, 'index.js'))).toEqual(['old', 'new'])
  expect(gitIn(repository, head.directory, 'rev-parse', '--is-bare-repository')).toBe('false')
})

test('a sparse checkout stays sparse', async () => {
  const repository = committed()
  repository.commit({ 'a/x': '1', 'b/x': '1' })
  repository.commit({ 'a/x': '2' })
  repository.git('sparse-checkout', 'set', 'a')
  const { base, head } = await repository.open()
  for (const { directory } of [base, head]) {
    expect(['a/x', 'b/x'].map((path) => existsSync(join(directory, path)))).toEqual([true, false])
    expect(gitIn(repository, directory, 'status', '--porcelain')).toBe('')
  }
  expect(read(base.directory, 'a/x')).toBe('1')
})

test('a repository that borrows objects itself, under a path that has to be quoted', async () => {
  const origin = committed()
  const name = 'clone\n"of\\ä #'
  mkdirSync(join(origin.sandbox.directory, name))
  const clone = origin.sandbox.repository(name)
  writeFileSync(clone.path('.git/objects/info/alternates'), `${origin.path('.git/objects')}\n`)
  clone.git('reset', '--quiet', '--hard', origin.head())
  const { base } = await clone.open()
  expect(read(base.directory, 'index.js')).toBe('old')
})

test('a clone without blobs gets those that a checkout needs, from its remote', async () => {
  const origin = committed()
  origin.git('config', 'uploadpack.allowFilter', 'true')
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const clone = origin.sandbox.repository('clone')
  clone.git('remote', 'add', 'origin', origin.url)
  clone.git('fetch', '--quiet', '--filter=blob:none', 'origin')
  clone.git('checkout', '--quiet', '-B', 'main', 'origin/main')
  const before = snapshot(clone.root)
  const { base } = await clone.open()
  expect(read(base.directory, 'index.js')).toBe('old')
  expect(snapshot(clone.root)).toEqual(before)
})
