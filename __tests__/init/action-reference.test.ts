import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenAction, ownAction } from '../../src/init/action-reference.ts'
import { ScratchRepository } from '../scratch-repository.ts'

let repository: ScratchRepository
beforeEach(() => {
  repository = new ScratchRepository()
})
afterEach(() => repository.remove())

const COMMIT = '0123456789012345678901234567890123456789'
const runtime = { env: process.env, signal: new AbortController().signal }
const own = () => ownAction(repository.directory, runtime)
const manifest = (text: object) =>
  writeFileSync(join(repository.directory, 'package.json'), JSON.stringify(text))

test.each([
  'https://github.com/acme/gate',
  'git+https://github.com/acme/gate.git',
  'git@github.com:acme/gate.git',
  'ssh://git@github.com/acme/gate.git',
  'github:acme/gate',
  'acme/gate',
])('what was published names its repository and commit: %s', async (url) => {
  manifest({ version: '1.2.3', repository: url, gitHead: COMMIT })
  expect(await own()).toEqual({ uses: `acme/gate@${COMMIT}`, version: 'v1.2.3' })
  manifest({ version: '1.2.3', repository: { type: 'git', url }, gitHead: COMMIT })
  expect(await own()).toEqual({ uses: `acme/gate@${COMMIT}`, version: 'v1.2.3' })
})

test.each<object>([
  { repository: 'https://gitlab.com/acme/gate', gitHead: COMMIT },
  { repository: 'https://example.com/github.com/acme/gate', gitHead: COMMIT },
  { repository: 'gitlab:acme/gate', gitHead: COMMIT },
  { repository: '../gate', gitHead: COMMIT },
  { repository: 'acme/gate', gitHead: 'main' },
  { repository: 'acme/gate' },
  { gitHead: COMMIT },
])('no owner is invented from %j', async (text) => {
  manifest(text)
  expect(await own()).toBeNull()
})

test('a clone counts with the commit that is checked out, if the remote has it', async () => {
  const commit = repository.commit('one')
  repository.git('remote', 'add', 'origin', 'git@github.com:acme/gate.git')
  expect(await own()).toBeNull()
  repository.git('update-ref', 'refs/remotes/origin/main', commit)
  expect(await own()).toEqual({ uses: `acme/gate@${commit}`, version: null })
  repository.commit('two')
  expect(await own()).toBeNull()
})

test('a package that is installed in a repository is not of it', async () => {
  repository.write({ 'node_modules/benchgate/package.json': '{}' })
  const commit = repository.commit('one')
  repository.git('remote', 'add', 'origin', 'git@github.com:acme/project.git')
  repository.git('update-ref', 'refs/remotes/origin/main', commit)
  expect(await ownAction(join(repository.directory, 'node_modules/benchgate'), runtime)).toBeNull()
})

test('--action is an action at a whole commit', () => {
  expect(givenAction(`acme/gate@${COMMIT}`)).toEqual({ uses: `acme/gate@${COMMIT}`, version: null })
  for (const text of [
    'acme/gate',
    'acme/gate@v1',
    `gate@${COMMIT}`,
    `acme/gate@${COMMIT} # x`,
    `./@${COMMIT}`,
  ])
    expect(() => givenAction(text)).toThrow(`--action ${text} does not name an action at a commit`)
})
