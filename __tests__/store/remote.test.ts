import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRemote } from '../../src/store/remote.ts'
import { ScratchRepository } from '../scratch-repository.ts'

let repository: ScratchRepository
let home: string
beforeEach(() => {
  repository = new ScratchRepository()
  home = mkdtempSync(join(tmpdir(), 'benchgate-home-'))
})
afterEach(() => {
  repository.remove()
  rmSync(home, { recursive: true, force: true })
})

const find = (remote: string, project = repository.directory) =>
  findRemote({
    project,
    remote,
    env: { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1' },
    signal: new AbortController().signal,
  })

test('the address of a remote, and the settings of the repository that open it', async () => {
  writeFileSync(join(home, '.gitconfig'), '[credential]\n\thelper = everywhere\n[user]\n\tname = A\n')
  repository.git('remote', 'add', 'origin', 'https://github.com/o/r.git')
  repository.git('config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic c2VjcmV0')
  repository.git('config', 'url.ssh://git@other/.insteadOf', 'https://other/')
  repository.git('config', 'core.sshCommand', 'ssh -i key')
  repository.git('config', 'credential.helper', '')
  repository.git('config', '--add', 'credential.helper', 'store --file=x')
  repository.git('config', 'branch.main.remote', 'origin')
  expect(await find('origin')).toEqual({
    url: 'https://github.com/o/r.git',
    // The user's own are known to git wherever it runs.
    settings: [
      ['core.sshcommand', 'ssh -i key'],
      ['http.https://github.com/.extraheader', 'AUTHORIZATION: basic c2VjcmV0'],
      ['url.ssh://git@other/.insteadof', 'https://other/'],
      ['credential.helper', ''],
      ['credential.helper', 'store --file=x'],
    ],
  })
})

test('credentials in a file that the repository includes, as actions/checkout keeps them', async () => {
  repository.git('remote', 'add', 'origin', 'https://github.com/o/r.git')
  const file = join(home, 'git-credentials.config')
  writeFileSync(file, '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic c2VjcmV0\n')
  repository.git('config', `includeIf.gitdir:${join(repository.directory, '.git')}.path`, file)
  const { settings } = await find('origin')
  expect(settings).toEqual([['http.https://github.com/.extraheader', 'AUTHORIZATION: basic c2VjcmV0']])
})

test('an address or a path in place of a name', async () => {
  expect((await find('https://host/r.git')).url).toBe('https://host/r.git')
  expect((await find('git@host:o/r.git')).url).toBe('git@host:o/r.git')
  expect((await find('/srv/r.git')).url).toBe('/srv/r.git')
})

test('an address needs no checkout', async () => {
  expect(await find('https://host/r.git', home)).toEqual({ url: 'https://host/r.git', settings: [] })
  await expect(find('origin', home)).rejects.toEqual(expect.objectContaining({ code: 'store' }))
})

test('a path is meant from the root of the checkout, wherever the project is', async () => {
  repository.git('remote', 'add', 'near', '../near.git')
  mkdirSync(join(repository.directory, 'packages', 'a'), { recursive: true })
  const root = repository.git('rev-parse', '--show-toplevel')
  expect((await find('near', join(repository.directory, 'packages', 'a'))).url).toBe(
    join(root, '..', 'near.git'),
  )
})

test('a name that is none', async () => {
  await expect(find('origin')).rejects.toEqual(
    expect.objectContaining({ code: 'store', remedy: expect.stringContaining('Give the URL') }),
  )
  repository.git('remote', 'add', 'upstream', 'https://github.com/o/r.git')
  await expect(find('origin')).rejects.toEqual(
    expect.objectContaining({ remedy: expect.stringContaining('Choose one of upstream') }),
  )
  await expect(find('--upload-pack=x')).rejects.toEqual(expect.objectContaining({ code: 'store' }))
})

test('an address in the configuration that git would run as a program', async () => {
  repository.git('config', 'remote.origin.url', 'ext::sh -c id')
  await expect(find('origin')).rejects.toEqual(expect.objectContaining({ code: 'store' }))
})
