import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { INPUTS, readInputs } from '../../src/github/inputs.ts'

const place = { workspace: '/home/runner/work/project', defaultBranch: 'main' }
const read = (given: Record<string, string>) => readInputs((name) => given[name] ?? '', place)

test('what is left out has the defaults of action.yml', () => {
  const defaults = Object.fromEntries(Object.entries(INPUTS).map(([name, input]) => [name, input.default]))
  const expected = {
    config: null,
    workingDirectory: '.',
    mode: 'auto',
    results: [],
    format: null,
    githubToken: 'token',
    failOn: 'fail',
    comment: null,
    key: 'default',
    matrix: null,
    dashboard: null,
    baselineBranch: 'benchgate',
  }
  expect(read({ ...defaults, 'github-token': 'token', matrix: 'null' })).toEqual(expected)
  expect(read({})).toEqual({ ...expected, githubToken: null })
})

test.each([
  ['packages/parser', 'packages/parser'],
  ['./packages/../packages/parser/', 'packages/parser'],
  ['/home/runner/work/project/a', 'a'],
  ['/home/runner/work/project', '.'],
  ['..hidden', '..hidden'],
])('working-directory %s is %s', (given, expected) => {
  expect(read({ 'working-directory': given }).workingDirectory).toBe(expected)
})

test('dashboard is a folder of the workspace', () => {
  expect(read({ dashboard: './site/' }).dashboard).toBe('site')
  expect(read({ dashboard: '/home/runner/work/project/docs/site' }).dashboard).toBe('docs/site')
})

test.each([
  ['working-directory', '..', '".." leaves the workspace. Write it without `..`, relative to the workspace.'],
  ['working-directory', 'a/../../b', 'leaves the workspace'],
  ['working-directory', '/etc', 'is an absolute path. Write it relative to the workspace.'],
  ['working-directory', '/home/runner/work/project-2', 'is an absolute path'],
  ['working-directory', '-x', '"-x" begins with a dash'],
  ['working-directory', 'a\nb', 'holds a control character'],
  ['dashboard', '.', 'is the workspace itself'],
  ['dashboard', '../site', 'leaves the workspace. Write it without `..`, relative to the workspace.'],
  ['dashboard', '/srv/www', '"/srv/www" is an absolute path. Write it relative to the workspace.'],
  ['dashboard', '.git/site', 'lies in `.git`, which belongs to git'],
  ['dashboard', '-x', '"-x" begins with a dash'],
  ['mode', 'shard', 'not supported yet'],
  ['mode', 'merge', 'not supported yet'],
  ['mode', 'gated', 'auto, gate, record, report'],
  ['github-token', 'to ken', 'characters'],
  ['github-token', 'to\nken', 'characters'],
  ['fail-on', 'always', 'fail, warn, never'],
  ['comment', 'sometimes', 'always, on-change, on-failure, never'],
  ['key', 'a b', '1 to 50 letters'],
  ['key', 'default --> <!--', '1 to 50 letters'],
  ['key', 'x'.repeat(51), '1 to 50 letters'],
  ['config', 'a\0b', 'holds a control character'],
  ['results', '../bench.json', 'leaves the project'],
  ['results', 'a.json\n/etc/passwd', '"/etc/passwd" is an absolute path'],
  ['results', 'a.json\n'.repeat(101), 'more than 100 lines'],
  ['format', 'golang', 'may be mitata'],
  ['shard', '1/4', 'not supported yet'],
])('%s: %j is refused and named', (name, given, why) => {
  expect(() => read({ [name]: given })).toThrow(UserError)
  expect(() => read({ [name]: given })).toThrow(`${name}:`)
  expect(() => read({ [name]: given })).toThrow(why)
})

test('all mistakes are told at once', () => {
  const mistakes = { mode: 'x', key: '?', comment: 'y', shard: '1/2', 'fail-on': 'z' }
  expect(() => read(mistakes)).toThrow(/^5 inputs are wrong:\n(- [a-z-]+: .+\n?){5}$/)
})

test('results are one a line, blank lines left out', () => {
  expect(read({ results: ' target/a.json\r\n\nout/*.json\n', format: 'go' })).toMatchObject({
    results: ['target/a.json', 'out/*.json'],
    format: 'go',
  })
})
