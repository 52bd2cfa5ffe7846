import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { checkGlob, compileGlob } from '../../src/config/glob.ts'

test.each([
  ['**', 'parser/large', true],
  ['**', '', true],
  ['**', '..', true],
  ['**', 'a\nb', true],
  ['parser/*', 'parser/large', true],
  ['parser/*', 'parser/a/b', false],
  ['parser/**', 'parser/a/b', true],
  ['parser/*', 'printer/a', false],
  ['{parser,lexer}/*', 'lexer/a', true],
  ['fib(*)', 'fib(30)', true],
  ['fib(30)', 'fib(30)', true],
  ['a[0]', 'a[0]', true],
  ['a|b', 'a|b', true],
  ['*', '.hidden', true],
  ['#1', '#1', true],
  ['\\!x', '!x', true],
  ['*', '__proto__', true],
  ['caf\u00e9/*', 'cafe\u0301/x', true],
  ['Parser/*', 'parser/x', false],
])('%j against %j', (pattern, id, matches) => {
  expect(checkGlob(pattern)).toBeNull()
  expect(compileGlob(pattern)(id)).toBe(matches)
})

it('matches every id by itself, and by the glob made of it alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      expect(compileGlob(id)(id)).toBe(true)
    }),
  )
})

test.each([
  '',
  '!a',
  'a\0b',
  'x'.repeat(513),
  '*a'.repeat(17),
  '{1..1000000}',
  '{a,b}'.repeat(7),
  '{a..z}{a..z}',
])('refuses %j', (pattern) => {
  expect(checkGlob(pattern)).toMatchObject({ message: expect.any(String), remedy: expect.any(String) })
})
