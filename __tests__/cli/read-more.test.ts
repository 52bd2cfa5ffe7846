import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { docsOfPackage } from '../../src/cli/docs-of-package.ts'
import { anchorOf, readMore } from '../../src/cli/read-more.ts'
import { docsOfAction } from '../../src/github/runner-host.ts'
import { benchgate } from './program.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** Where the docs of a package are whose manifest is this text. */
function docsOf(manifest: string): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'benchgate-package-'))
  made.push(folder)
  writeFileSync(join(folder, 'package.json'), manifest)
  return docsOfPackage(pathToFileURL(`${folder}/`))
}

const gitHead = 'a'.repeat(40)
const AT = `https://github.com/o/benchgate/blob/${gitHead}/`

test.each([
  ['o/benchgate'],
  ['github:o/benchgate'],
  ['https://github.com/o/benchgate'],
  [{ type: 'git', url: 'git+https://github.com/o/benchgate.git' }],
])('the docs of a package are at the commit that it was published from: %j', async (repository) => {
  expect(await docsOf(JSON.stringify({ repository, gitHead }))).toBe(AT)
})

test.each([
  ['no repository', JSON.stringify({ gitHead })],
  ['no commit', JSON.stringify({ repository: 'o/benchgate' })],
  ['a commit that is none', JSON.stringify({ repository: 'o/benchgate', gitHead: '../..' })],
  ['another host', JSON.stringify({ repository: 'https://example.com/o/benchgate', gitHead })],
  ['more than a repository', JSON.stringify({ repository: 'o/benchgate/x', gitHead })],
  ['null', 'null'],
  ['no JSON', '{'],
])('with %s nothing is known of them', async (_, manifest) => {
  expect(await docsOf(manifest)).toBeNull()
})

test('the docs of the action are at the ref that a step names', () => {
  const env = { GITHUB_ACTION_REPOSITORY: 'o/benchgate', GITHUB_ACTION_REF: 'v0' }
  expect(docsOfAction(env)).toBe('https://github.com/o/benchgate/blob/v0/')
  expect(docsOfAction({ ...env, GITHUB_SERVER_URL: 'https://git.example' })).toBe(
    'https://git.example/o/benchgate/blob/v0/',
  )
  expect(docsOfAction({ GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' })).toBeNull()
  expect(docsOfAction({})).toBeNull()
})

test('an error leads to its section', () => {
  expect(readMore('no-suites', AT)).toBe(
    `Read more: ${AT}docs/troubleshooting.md#no-file-of-head-matches-suites-`,
  )
  expect(readMore('no-repository', null)).toBe(
    'Read more: docs/troubleshooting.md#-is-not-in-a-git-repository',
  )
})

test.each([
  ['Exit codes', 'exit-codes'],
  ['Fields of report.json', 'fields-of-reportjson'],
  ["What's new? (v2)", 'whats-new-v2'],
  ['a_b – c', 'a_b--c'],
])('the anchor of %j is %s', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor)
})

test('the command line prints where to read more, below what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benchgate-no-repository-'))
  made.push(folder)
  const { PATH } = process.env
  const env = { PATH, HOME: folder, TMPDIR: folder, GIT_CEILING_DIRECTORIES: tmpdir() }
  expect(await benchgate(['check'], { cwd: folder, env })).toEqual({
    code: 2,
    stdout: '',
    stderr: [
      `error: ${folder} is not in a git repository`,
      '',
      'Run Benchgate in a checkout of your repository; base and head are taken from its history.',
      'Read more: docs/troubleshooting.md#-is-not-in-a-git-repository',
      '',
    ].join('\n'),
  })
})
