import { expect, test } from 'vitest'
import { COMMAND_LINES, isCommand, refusalOf, wordsOf } from './command-lines.ts'

/** In running text a command may be named without what it needs. */
const NAMED_ALONE = /^(?:npx )?benchgate(?: [a-z]+){0,2}$/

test.each(COMMAND_LINES)('$file: `$line` is a command line', async ({ line }) => {
  expect(NAMED_ALONE.test(line) && isCommand(line) ? null : await refusalOf(line)).toBeNull()
})

test('there are some', () => {
  expect(COMMAND_LINES.length).toBeGreaterThan(10)
})

test.each([
  ['benchgate check --bse main', "error: unknown option '--bse'"],
  ['npx benchgate chekc', "error: unknown command 'chekc'"],
  ['benchgate check --base main  # a comment with --nonsense', null],
  ["benchgate compare v1.2 HEAD --filter 'a b/*'", null],
  ['benchgate ingest', "error: missing required argument 'file'"],
])('%s: %s', async (line, refusal) => {
  expect(await refusalOf(line)).toBe(refusal)
})

test('a command is named by its path', () => {
  expect(['benchgate', 'npx benchgate budgets explain', 'benchgate budgets mend'].map(isCommand)).toEqual([
    true,
    true,
    false,
  ])
})

test('words as a shell splits them', () => {
  expect(wordsOf(`check --filter 'a b/*' --reason "it's #1" x"y"z # rest`)).toEqual([
    'check',
    '--filter',
    'a b/*',
    '--reason',
    "it's #1",
    'xyz',
  ])
  expect(wordsOf('import bencher <file> > out.txt')).toEqual(['import', 'bencher', '<file>'])
})
