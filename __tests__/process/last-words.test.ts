import { describe, expect, test } from 'vitest'
import { lastWords, lastWordsOfResults } from '../../src/process/last-words.ts'

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
