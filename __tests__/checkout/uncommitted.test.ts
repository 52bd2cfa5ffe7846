import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Sandbox, type TestRepository } from './sandbox.ts'

function committed(files: Record<string, string> = {}): TestRepository {
  const repository = new Sandbox().repository()
  repository.commit({ '.gitignore': 'ignored\n', ...files })
  return repository
}

/** The tree that a commit of everything in a directory would have: its files, their modes and links. */
function treeOf(repository: TestRepository, directory: string): string {
  const index = join(repository.sandbox.directory, 'index')
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: directory,
      env: { ...repository.sandbox.env, GIT_INDEX_FILE: index },
      encoding: 'utf8',
    })
  rmSync(index, { force: true })
  git('add', '--all')
  return git('write-tree')
}

/** The head checkout of a dirty tree, once it is known to hold what the user's holds. */
async function headOf(repository: TestRepository): Promise<{ directory: string; warnings: string[] }> {
  const { head, warnings } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(head.revision.dirty).toBe(true)
  expect(treeOf(repository, head.directory)).toBe(treeOf(repository, repository.root))
  return { directory: head.directory, warnings }
}

test('modified, staged, deleted, renamed and new files', async () => {
  const repository = committed({
    modified: '1',
    staged: '1',
    deleted: '1',
    'removed/from/index': '1',
    renamed: 'long content',
  })
  repository.write({ modified: '2', staged: '2', added: '1', 'new dir/new': '1', ignored: '1' })
  repository.git('add', 'staged', 'added')
  repository.write({ staged: '3' })
  rmSync(repository.path('deleted'))
  repository.git('rm', '--quiet', 'removed/from/index')
  renameSync(repository.path('renamed'), repository.path('moved'))
  const { directory, warnings } = await headOf(repository)
  const content = (path: string) =>
    existsSync(join(directory, path)) ? readFileSync(join(directory, path), 'utf8') : null
  expect(content('modified')).toBe('2')
  expect(content('staged')).toBe('3')
  expect(content('added')).toBe('1')
  expect(content('new dir/new')).toBe('1')
  expect(['deleted', 'removed', 'renamed', 'ignored'].map(content)).toEqual([null, null, null, null])
  expect(content('moved')).toBe('long content')
  expect(warnings).toEqual([])
})

test('names that are hard to write', async () => {
  const names = [
    'with space',
    'new\nline',
    'quo"te\'s',
    'ünï→🎉',
    '-dash',
    'back\\slash',
    '1 .M N... 100644',
    ' lead',
    '*',
  ]
  const repository = committed(Object.fromEntries(names.map((name) => [`tracked/${name}`, '1'])))
  for (const name of names) repository.write({ [`tracked/${name}`]: '2', [name]: '1' })
  const { directory } = await headOf(repository)
  for (const name of names) {
    expect(readFileSync(join(directory, 'tracked', name), 'utf8')).toBe('2')
    expect(readFileSync(join(directory, name), 'utf8')).toBe('1')
  }
})

test('a name that is not UTF-8 is left out and said to be', async () => {
  const repository = committed()
  writeFileSync(Buffer.concat([Buffer.from(repository.path('bad-')), Buffer.from([0xff])]), 'x')
  const { warnings } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(warnings).toEqual([expect.stringMatching(/^bad-.: its name is not UTF-8, and it is left out$/)])
})

test('modes and kinds: executable, file to link, link to directory, directory to file', async () => {
  const repository = committed({ script: '#!/bin/sh\n', file: '1', 'directory/inner/file': '1' })
  const outside = join(repository.sandbox.directory, 'outside')
  mkdirSync(outside)
  writeFileSync(join(outside, 'inner'), 'precious')
  symlinkSync('../outside', repository.path('link'))
  repository.commit()

  chmodSync(repository.path('script'), 0o755)
  rmSync(repository.path('file'))
  symlinkSync('script', repository.path('file'))
  rmSync(repository.path('link'))
  repository.write({ 'link/inner': 'mine' })
  rmSync(repository.path('directory'), { recursive: true })
  repository.write({ directory: 'a file now' })
  const { directory } = await headOf(repository)
  expect(lstatSync(join(directory, 'script')).mode & 0o777).toBe(0o755)
  expect(readlinkSync(join(directory, 'file'))).toBe('script')
  expect(lstatSync(join(directory, 'link')).isDirectory()).toBe(true)
  expect(readFileSync(join(directory, 'link/inner'), 'utf8')).toBe('mine')
  expect(readFileSync(join(directory, 'directory'), 'utf8')).toBe('a file now')
  expect(readFileSync(join(outside, 'inner'), 'utf8')).toBe('precious')
})

test('links: into the checkout they lead into the new one, out of it they stay and are announced', async () => {
  const repository = committed({ 'lib/index.js': 'x' })
  symlinkSync(repository.path('lib/index.js'), repository.path('absolute.js'))
  symlinkSync('lib/index.js', repository.path('relative.js'))
  symlinkSync('/nowhere/data', repository.path('data'))
  const { head, warnings } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(readlinkSync(join(head.directory, 'absolute.js'))).toBe('lib/index.js')
  expect(readlinkSync(join(head.directory, 'relative.js'))).toBe('lib/index.js')
  expect(readlinkSync(join(head.directory, 'data'))).toBe('/nowhere/data')
  expect(warnings).toEqual(['data is a symbolic link that leaves the repository: it is kept as it is'])
})

test('a conflict in the midst of a merge', async () => {
  const repository = committed({ file: 'base\n' })
  repository.git('switch', '--quiet', '--create', 'other')
  repository.commit({ file: 'theirs\n' })
  repository.git('switch', '--quiet', 'main')
  repository.commit({ file: 'ours\n' })
  expect(() => repository.git('merge', '--quiet', 'other')).toThrow('merge')
  const { head } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(readFileSync(join(head.directory, 'file'), 'utf8')).toMatch(/<<<<<<< HEAD\nours/)
})

test('a repository inside the repository is left out and said to be', async () => {
  const repository = committed()
  const nested = repository.sandbox.repository('project/nested')
  nested.commit()
  const { warnings, head } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(warnings).toContain('nested/ is a repository of its own and is not part of the measured checkout')
  expect(existsSync(join(head.directory, 'nested'))).toBe(false)
  expect(head.revision.dirty).toBe(false)
})

test('node_modules that nobody ignores are dependencies, not changes', async () => {
  const repository = committed()
  repository.write({ 'node_modules/x/index.js': 'x' })
  const { head } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(head.revision.dirty).toBe(false)
  expect(existsSync(join(head.directory, 'node_modules/x/index.js'))).toBe(true)
})

test('a touched file with its old content is no change', async () => {
  const repository = committed({ file: '1' })
  rmSync(repository.path('file'))
  repository.write({ file: '1' })
  const { head } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
  expect(head.revision.dirty).toBe(false)
})
