import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseConfig } from '../../src/config/parse.ts'
import { renderProblems } from '../../src/config/config-error.ts'
import { FULL_FILES } from './full-files.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/config/${name}`, import.meta.url), 'utf8')
const SEEDS = ['example.yml', 'spelling.yml', 'values.yml', 'tools.yml', 'hostile-line.yml', 'alias.yml'].map(
  fixture,
)

/** What is wrong with the answer to a text: it must be a config, or problems that lie inside the text. */
function faultsOf(text: string): string[] {
  const result = parseConfig(text, 'benchgate.yml')
  if ('config' in result) return []

  const faults: string[] = []
  if (result.problems.length === 0) faults.push('neither a config nor a problem')
  const lines = text.replace(/^\u{feff}/u, '').split('\n')
  for (const { line, column, length, sourceLine, message, remedy } of result.problems) {
    if (sourceLine !== lines[line - 1]?.replace(/\r$/, '')) faults.push(`line ${line} is another`)
    if (column < 1 || column > sourceLine.length + 1) faults.push(`column ${column} is not on the line`)
    if (length < 1 || column - 1 + length > Math.max(sourceLine.length, column))
      faults.push(`length ${length}`)
    if (/[\p{Cc}\p{Cs}]/u.test(message + remedy) || message === '' || remedy === '')
      faults.push(message, remedy)
  }
  // Nothing of the file reaches a terminal or the log of a CI job unescaped.
  const rendered = renderProblems(result.problems)
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(rendered.replaceAll('\n', '')) || /^::/m.test(rendered))
    faults.push(rendered)
  return faults
}

it('answers any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(faultsOf(text)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

it('answers any text made of signs that YAML knows', () => {
  const sign = fc.constantFrom(
    ...'[]{}:,-?*&!|>\'"%@`#~<=. \t\n\r\\',
    'a',
    '1',
    '- ',
    ': ',
    '\n  ',
    'version: 1\n',
    '<<: ',
    '*a',
    '&a ',
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      expect(faultsOf(signs.join(''))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

it('answers any config that was tampered with', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ':',
      '- ',
      '*',
      '&a ',
      '!x ',
      '\r\n',
      '\u{feff}',
      '\0',
      '5',
      '-',
      '\u{202e}',
    ),
    fc.constantFrom(
      'null',
      '__proto__',
      'constructor',
      'NaN',
      '.inf',
      '1e309',
      '::error::x',
      '\u{1f600}',
      '\ud800',
    ),
    fc.string({ maxLength: 5 }),
  )
  const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: piece })
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS), fc.array(edit, { minLength: 1, maxLength: 4 }), (seed, edits) => {
      let text = seed
      for (const { at, remove, insert } of edits) {
        const place = at % (text.length + 1)
        text = text.slice(0, place) + insert + text.slice(place + remove)
      }
      expect(faultsOf(text)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

const AROUND = [
  (value: string) => `budgets: [{ match: a, metric: ${value}, min: 5 }]`,
  (value: string) => `budgets: [{ match: a, metric: own, max: { warn: ${value}, fail: 5 } }]`,
  (value: string) => `command: [{ run: ${value} }, { run: a, output: ${value}, format: ${value} }]`,
  (value: string) =>
    `command: { run: a, setup: ${value}, working-directory: ${value}, name-prefix: ${value} }`,
  (value: string) => `metrics: { own: ${value}, other: { better: ${value} } }`,
]

it('answers any data in the place of any value', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        'version',
        'suites',
        'command',
        'metrics',
        'base',
        'measure',
        'budgets',
        'accepted',
        'report',
      ),
      fc.jsonValue(),
      (key, value) => {
        const version = key === 'version' ? '' : 'version: 1\n'
        expect(faultsOf(`${version}${key}: ${JSON.stringify(value)}\n`)).toEqual([])
        expect(
          faultsOf(`version: 1\nbudgets: [{ match: a, metric: time, max: ${JSON.stringify(value)} }]\n`),
        ).toEqual([])
        for (const around of AROUND)
          expect(faultsOf(`version: 1\n${around(JSON.stringify(value))}\n`)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

it.each(FULL_FILES)('answers a file full of %s', (_, text) => {
  expect(faultsOf(text)).toEqual([])
})
