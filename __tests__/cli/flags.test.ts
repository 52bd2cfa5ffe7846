import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaves, parse } from './command-line.ts'
import { benchgate, PROGRAM } from './program.ts'

/** They print for machines. */
const FOR_MACHINES = ['completion']
/** They find nothing that a machine would read, or write files that it can. */
const WITHOUT_DATA = ['completion', 'init', 'accept', 'baseline export', 'dashboard']
/**
 * Flags with a meaning of their own. An entry of `accepted:` is about one benchmark, whose name, suite and metric are given as
 * they are; what is accepted comes from a report, and what repairs the branch from a run. `history` looks at more commits than it shows.
 */
const EXACT = new Set([
  'accept --suite',
  'accept --occurrence',
  'accept --metric',
  'baseline repair --from',
  'history --last',
])

const flagsOf = (name: string) =>
  new Map(leaves.find(([one]) => one === name)![1].options.map((option) => [option.long, option]))

test('a flag of several commands is called, and described the same in each, and takes the same', () => {
  const meanings = new Map<string, Set<string>>()
  for (const [name, { options }] of leaves) {
    for (const { long, short, description, value } of options) {
      if (EXACT.has(`${name} ${long}`)) continue
      // How many runs are usual, or which branch can be guessed, depends on what is done with them.
      const takes = value && { ...value, default: null }
      const said = JSON.stringify({ short, description, takes })
      meanings.set(long, (meanings.get(long) ?? new Set()).add(said))
    }
  }
  expect([...meanings].filter(([, said]) => said.size > 1)).toEqual([])
  expect(meanings.size).toBeGreaterThan(15)
})

test.each(leaves.filter(([name]) => !FOR_MACHINES.includes(name)))(
  '%s prints plain text and no progress on request',
  (name) => {
    expect([...flagsOf(name).keys()]).toEqual(expect.arrayContaining(['--no-color', '--quiet']))
  },
)

test.each(leaves.filter(([name]) => !WITHOUT_DATA.includes(name)))(
  '%s gives what it finds as JSON',
  (name) => {
    expect([...flagsOf(name).keys()]).toContain('--json')
  },
)

test('the demo has a config of its own', () => {
  expect([...flagsOf('demo').keys()]).not.toContain('--config')
})

/** The help as it is in a terminal of 80 columns, with its examples. */
const helpOf = async (path: readonly string[]): Promise<string> =>
  (await parse([...path.slice(1), '--help']))!.stdout

test.each(leaves)('the help of %s fits a screen', async (_, { path }) => {
  const help = await helpOf(path)
  const lines = help.trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(50)
  // Examples are to be pasted, and are not broken.
  const [text] = help.split('\nExamples:\n')
  expect(text!.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('the help of check fits a smaller one, with its flags below headings', async () => {
  const text = await helpOf(['benchgate', 'check'])
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
  expect(text.match(/^\S.*:$/gm)).toEqual([
    'Options:',
    'Which benchmarks:',
    'Measuring:',
    'Output:',
    'Examples:',
  ])
})

describe('what was typed', () => {
  let directory: string
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'benchgate-flags-'))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  const env = { PATH: process.env['PATH'], NO_COLOR: '1' }
  const run = (...args: string[]) => benchgate(args, { cwd: directory, env })

  test.each([
    [['chek'], "error: unknown command 'chek'\n(Did you mean check?)\n\nSee `benchgate --help`"],
    [['prune'], "error: unknown command 'prune'\n(Did you mean baseline prune?)\n\nSee `benchgate --help`"],
    [
      ['suggest'],
      "error: unknown command 'suggest'\n(Did you mean budgets suggest?)\n\nSee `benchgate --help`",
    ],
    [
      ['budgets', 'expl'],
      "error: unknown command 'expl'\n(Did you mean explain?)\n\nSee `benchgate budgets --help`",
    ],
    [
      ['check', '--fliter', 'a'],
      "error: unknown option '--fliter'\n(Did you mean --filter?)\n\nSee `benchgate check --help`",
    ],
    [['demo', '--config', 'a'], "error: unknown option '--config'\n\nSee `benchgate demo --help`"],
    [['budgets', 'explain', '-x'], "error: unknown option '-x'\n\nSee `benchgate budgets explain --help`"],
    [
      ['check', 'main'],
      "error: too many arguments for 'check'. Expected 0 arguments but got 1.\n\nSee `benchgate check --help`",
    ],
  ])('%j is refused with the nearest, and with where to look', async (args, text) => {
    expect(await parse(args)).toEqual({ code: 2, stdout: '', stderr: `${text}.\n` })
  })

  test.each([
    [
      ['check', '--budgets', 'mine'],
      "option '--budgets <side>' argument 'mine' is invalid. Allowed choices are head, base.",
    ],
    [
      ['check', '--occurrence', '0'],
      "option '--occurrence <n>' argument '0' is invalid. It is a whole number from 1 on.",
    ],
    [
      ['check', '--filter', ''],
      'option \'--filter <glob>\' argument \'\' is invalid. The pattern is empty and matches nothing. Write for example "parser/*", or "**" for all.',
    ],
    [
      ['history', '--suite', '!a'],
      "option '--suite <glob>' argument '!a' is invalid. A pattern cannot be negated. Name what is to match. A name that begins with an exclamation mark is written `\\!a`.",
    ],
    [
      ['history', '--last', '0'],
      "option '--last <n>' argument '0' is invalid. Give a whole number from 1 to 1000.",
    ],
    [
      ['history', '--key', 'a b'],
      "option '--key <key>' argument 'a b' is invalid. Give letters, digits, points, hyphens and underscores, 50 at most.",
    ],
    [['run', '--time-limit', '5'], "option '--time-limit <time>' argument '5' is invalid. "],
    [
      ['import', 'hyperfine', 'a'],
      "command-argument value 'hyperfine' is invalid for argument 'tool'. Allowed choices are github-action-benchmark, bencher.",
    ],
    [
      ['completion', 'sh'],
      "command-argument value 'sh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.",
    ],
    [
      ['ingest', 'a', '--format', 'hyperfin'],
      "option '--format <name>' argument 'hyperfin' is invalid. Did you mean hyperfine? Allowed choices are mitata, vitest, ",
    ],
  ])('%j is refused with what is allowed', async (args, text) => {
    const refused = (await parse(args))!
    expect({ ...refused, stderr: '' }).toEqual({ code: 2, stdout: '', stderr: '' })
    const [first] = refused.stderr.split('\n')
    expect(first!.startsWith(`error: ${text}`), first).toBe(true)
    if (/[.]$/.test(text)) expect(first).toBe(`error: ${text}`)
  })

  // A step whose command got lost must not be green.
  test.each([[[]], [['budgets']]])('%j alone prints the help as an error', async (args) => {
    const alone = (await parse(args))!
    expect({ ...alone, stderr: '' }).toEqual({ code: 2, stdout: '', stderr: '' })
    expect(alone.stderr).toBe((await parse([...args, '--help']))!.stdout)
  })

  test('names that begin with a dash come after --', async () => {
    const { code, stdout } = await run('budgets', 'explain', '--', '--quiet')
    expect({ code, first: stdout.split('\n')[0] }).toEqual({
      code: 0,
      first: '--quiet · time: max-regression warn 2.5 %, fail 5 % · severity fail',
    })
  })

  test('a reader that stops early is no failure', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'ingest', '--help'], {
      cwd: directory,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    const [code] = await once(child, 'close')
    expect({ code, said }).toEqual({ code: 0, said: '' })
  })
})

test.each([
  ['budgets', 'explain', 'a\n::error::b'],
  ['check', '--occurrence', '\u001b[31m\n##[error]x'],
  ['check', '--unknown\r\n::error::b'],
  ['nosuch\n::add-mask::b'],
])('what is repeated of wrong arguments gives a log no command: %j', async (...args) => {
  const { code, stderr } = (await parse(args))!
  expect(code).toBe(2)
  for (const line of stderr.split('\n')) expect(line).not.toMatch(/^\s*::|^\s*##\[|\p{Cc}/u)
})
