import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCRIPTS } from '../../src/cli/completion.ts'
import { allOf } from '../../src/cli/completion/values.ts'
import { tree } from './command-line.ts'

/** A shell that completes what is typed, and says what the line has become. */
type Complete = (typed: readonly string[]) => string[]

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'benchgate-completion-'))
  mkdirSync(join(directory, 'files'))
  for (const name of ['results.json', 'my file.json']) writeFileSync(join(directory, 'files', name), '')
  for (const [shell, script] of Object.entries(SCRIPTS)) writeFileSync(join(directory, shell), script(tree))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Runs a program in the directory with the files, and returns the lines that it prints. */
function lines(program: string, args: readonly string[], input = ''): string[] {
  const { stdout, error } = spawnSync(program, args, {
    cwd: join(directory, 'files'),
    input,
    env: { PATH: process.env['PATH'], HOME: directory, TERM: 'dumb' },
    encoding: 'utf8',
    // What it says beside: that there is no terminal.
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  if (error) throw error
  return stdout.split('\n').filter((line) => line !== '')
}

/** Prints the words that it was given; what is typed to define it has no `GOT:` in it. */
const ECHO = `benchgate() { echo "G""OT:$*"; }`
const answers = (printed: readonly string[]): string[] =>
  printed.flatMap((line) => /^GOT:(.*)$/.exec(line)?.[1] ?? [])

/** readline, as at a prompt; `key` is what is pressed. */
const bash =
  (key: string): Complete =>
  (typed) =>
    answers(
      lines(
        'bash',
        ['--norc', '--noprofile', '-i'],
        ['. ../bash', ECHO, ...typed.map((text) => `benchgate ${text}${key}`), ''].join('\n'),
      ),
    )

/** The line editor of zsh in a terminal of its own. */
const zsh: Complete = (typed) =>
  answers(
    lines('zsh', [
      '-f',
      '-c',
      `zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; . ../zsh; benchgate() { echo "G""OT:$*:E""ND" }'
for text in "$@"; do
  zpty -w shell "benchgate $text"$'\\t'
  zpty -r shell out $'*GOT:*:END*'
  print -r -- "GOT:\${\${out##*GOT:}%%:END*}"
done
zpty -d shell`,
      'zsh',
      ...typed,
    ]),
  )

/** fish says by itself what it would offer for the last word. */
const fish: Complete = (typed) =>
  typed.map((text) => {
    const offered = lines('fish', [
      '--no-config',
      '-c',
      '. ../fish; complete -C $argv[1]',
      `benchgate ${text}`,
    ])
    const words = offered.map((line) => line.split('\t')[0])
    return `${text.slice(0, text.lastIndexOf(' ') + 1)}${words.join(' ')}`
  })

const SHELLS: Record<string, Complete> = { bash: bash('\t'), zsh, fish }
const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined

/** What has one answer, as every shell gives it. */
const ANSWERS: readonly [typed: string, completed: string][] = [
  ['ch', 'check'],
  ['check --f', 'check --filter'],
  ['check --no', 'check --no-color'],
  ['check --budgets h', 'check --budgets head'],
  ['check --budgets=h', 'check --budgets=head'],
  ['check --quiet --fi', 'check --quiet --filter'],
  ['check --json - --fi', 'check --json - --filter'],
  ['check --config res', 'check --config results.json'],
  ['ingest res', 'ingest results.json'],
  ['ingest --format hyp', 'ingest --format hyperfine'],
  ['import b', 'import bencher'],
  ['import bencher res', 'import bencher results.json'],
  ['import --key nightly b', 'import --key nightly bencher'],
  ['compare --base-results res', 'compare --base-results results.json'],
  ['budgets e', 'budgets explain'],
  ['budgets explain --oc', 'budgets explain --occurrence'],
  ['completion z', 'completion zsh'],
  ['help im', 'help import'],
]

describe.each(Object.entries(SHELLS))('%s', (shell, complete) => {
  test.skipIf(shell !== 'bash' && !isThere(shell))('completes commands, flags, choices and files', () => {
    const completed = complete(ANSWERS.map(([typed]) => typed))
    expect(completed).toEqual(ANSWERS.map(([, completed]) => completed))
  })
})

test('bash offers all that there is, and files only where one is meant', () => {
  const completed = bash('\u001b*')([
    'check --budgets ',
    'import ',
    'ingest ',
    'compare --base-results results.json ',
    'compare --base-results results.json --head',
    'check --filter ',
    'check ',
    'history -- --',
  ])
  expect(completed).toEqual([
    'check --budgets base head',
    'import bencher github-action-benchmark',
    'ingest my file.json results.json',
    'compare --base-results results.json my file.json results.json',
    'compare --base-results results.json --head-results',
    'check --filter',
    'check',
    'history -- --',
  ])
})

test('every word that is offered stands for itself in a shell', () => {
  const words = allOf(tree).flatMap(({ name, options, arguments: values }) => [
    name,
    ...options.flatMap(({ long, value }) => [long, ...(value?.choices ?? [])]),
    ...values.flatMap(({ choices }) => choices ?? []),
  ])
  expect(words.filter((word) => !/^[\w.-]+$/.test(word))).toEqual([])
})
