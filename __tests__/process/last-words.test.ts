import { describe, expect, test } from 'vitest'
import { inProject, lastWords, lastWordsOfResults, reasonAfter } from '../../src/process/last-words.ts'

const wordsOf = (words: string) =>
  words === ''
    ? []
    : words
        .split('\n')
        .slice(1)
        .map((line) => line.slice(4))
const shown = (lines: readonly string[], isCut = false) =>
  wordsOf(lastWordsOfResults(lines.join('\n'), isCut))

test('the last five lines that are not empty, each not too long, without colours', () => {
  const red = '\u001b[31mred\u001b[0m'
  expect(lastWords(`1\n2\n\n3\r\n4\n  \n5\r6 ${'x'.repeat(400)}\n${red}\n`)).toBe(
    `; its last words:\n    3\n    4\n    5\n    6 ${'x'.repeat(298)}\n    red`,
  )
  expect(lastWords(' \n\n')).toBe('')
})

test('the first line that says what is wrong stands above the last ones', () => {
  const printed = ['starting', 'Error: no such reporter', '  cause: b', 'c', 'd', 'e', 'Error: twice', 'f']
  const kept = '    Error: no such reporter\n    d\n    e\n    Error: twice\n    f'
  expect(lastWords(printed.join('\n'))).toBe(`; its last words:\n${kept}`)
})

describe('beside results', () => {
  test.each([
    [
      ['before', '{', '  "a": [', '    1', '  ]', '}', 'after'],
      ['before', 'after'],
    ],
    [
      ['before', '{"a":1}', '[1,2]', '["x"]', 'after'],
      ['before', 'after'],
    ],
    [['before', '{"a":"}', 'x"', 'lost'], ['before']],
    [['[', '  "x"', ']', 'after'], ['after']],
    [['results: {"a": 1}', 'say "a": 1', 'msg="{\\"a\\":1}"', 'after'], ['after']],
    [
      ['before', '{', '  token: secret', '}', 'after'],
      ['before', 'after'],
    ],
    [['"alone"', '12345,', '  -1.5e3', 'null', 'after'], ['after']],
    // Kept: what logs, compilers and Node say.
    [
      ['[12:00:01] connecting', '[ERROR] refused: "x"'],
      ['[12:00:01] connecting', '[ERROR] refused: "x"'],
    ],
    [
      [
        'Error: Cannot find module',
        '    at load (a.js:1:2) {',
        "  code: 'MODULE_NOT_FOUND'",
        '}',
        '',
        'Node.js v24',
      ],
      [
        'Error: Cannot find module',
        '    at load (a.js:1:2) {',
        "  code: 'MODULE_NOT_FOUND'",
        '}',
        'Node.js v24',
      ],
    ],
    [
      ['error[E0432]: unresolved import', '3 passed'],
      ['error[E0432]: unresolved import', '3 passed'],
    ],
  ])('%j shows %j', (lines, kept) => {
    expect(shown(lines)).toEqual(kept)
  })

  test('of a text whose beginning is missing, nothing that may belong to what was cut', () => {
    expect(shown(['ret"', 'x', '  ],', '  y', '}', 'after'], true)).toEqual(['after'])
    expect(shown(['cret-without-an-end'], true)).toEqual([])
    expect(shown(['x', 'a line', 'another'], true)).toEqual(['a line', 'another'])
  })
})

describe('the reason of a failure', () => {
  const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, i) => `line ${from + i}`)
  const reasonOf = (...lines: string[]) =>
    reasonAfter(lines.join('\n'))
      .split('\n')
      .slice(1)
      .map((line) => line.slice(2))

  test('nothing, and a few lines', () => {
    expect(reasonAfter(' \n')).toBe(' and printed nothing')
    expect(reasonOf(...numbered(20))).toEqual(numbered(20))
  })

  test('of many lines the first and the last, more of the end', () => {
    expect(reasonOf(...numbered(100))).toEqual([...numbered(5), '… 81 lines …', ...numbered(14, 87)])
  })

  test.each([
    ['src/a.ts(1,7): error TS2322: Type is not assignable', 'tsc'],
    ['error[E0308]: mismatched types', 'cargo'],
    ['./main.go:3:2: undefined: y', 'go'],
    ['cc1: fatal error: nothing.c: No such file or directory', 'make'],
    ['ERROR: Could not find a version that satisfies the requirement x==9', 'pip'],
    ['* What went wrong:', 'gradle'],
    ['[ERROR] Failed to execute goal org.apache:x on project a: boom -> [Help 1]', 'mvn'],
    [' ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"', 'pnpm'],
    ['npm ERR! code EUSAGE', 'npm'],
    ['error Your lockfile needs to be updated', 'yarn'],
    ['error: lockfile had changes, but lockfile is frozen', 'bun'],
    ['make: *** [Makefile:3: all] Error 1', 'make'],
    ['TypeError: x is not a function', 'node'],
    ['sh: 1: tsc-not-there: not found', 'sh'],
  ])('begins with %j', (line) => {
    const shown = reasonOf(...numbered(50), line, ...numbered(50, 51))
    expect(shown).toEqual([line, ...numbered(12, 51), '… 32 lines …', ...numbered(6, 95)])
    expect(reasonOf(...numbered(50), line, 'more')).toEqual([line, 'more'])
  })

  test('what tools print after it is left out', () => {
    expect(
      reasonOf(
        'npm error code EUSAGE',
        'npm error',
        'npm error Usage:',
        'npm error npm ci',
        'npm error Run "npm help ci" for more info',
        'npm error A complete log of this run can be found in: /root/.npm/_logs/x.log',
        '[ERROR] Failed to execute goal',
        '[ERROR] ',
        '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.',
        '[ERROR] Re-run Maven using the -X switch to enable full debug logging.',
        '[ERROR] For more information about the errors and possible solutions, please read the following articles:',
        '[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/PluginResolutionException',
        '* Try:',
        '> Run with --stacktrace option to get the stack trace.',
        '> Get more help at https://help.gradle.org.',
        'info Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command.',
        '[notice] A new release of pip is available: 24.0 -> 25.0',
        'For more information about this error, try `rustc --explain E0308`.',
        'BUILD FAILED in 3s',
      ),
    ).toEqual(['npm error code EUSAGE', '[ERROR] Failed to execute goal', 'BUILD FAILED in 3s'])
  })
})

test('files are called as they are in the project', () => {
  const root = '/tmp/x y/ü(1)/a'
  expect(inProject(`at file:///tmp/x%20y/%C3%BC(1)/a/c.js, ${root}/d.js, ${root}:1`, root)).toBe(
    'at c.js, d.js, .:1',
  )
  expect(inProject('/tmp/x/a/b.js in file:///tmp/x/a/c.js of /tmp/x/a, not /tmp/x/ab', '/tmp/x/a')).toBe(
    'b.js in c.js of ., not /tmp/x/ab',
  )
  expect(inProject('/tmp/x/a/p/b.js, /tmp/x/a/q/c.js, /tmp/x/a', '/tmp/x/a/p', '/tmp/x/a')).toBe(
    'b.js, ../q/c.js, ..',
  )
})
