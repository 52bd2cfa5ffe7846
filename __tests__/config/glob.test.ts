import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { checkGlob, compileGlob, globOf } from '../../src/config/glob.ts'

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
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (id, other) => {
      expect(compileGlob(id)(id)).toBe(true)
      expect(compileGlob(globOf(id))(id)).toBe(true)
      expect(compileGlob(globOf(id))(other)).toBe(other.normalize('NFC') === id.normalize('NFC'))
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

test.each([
  '*a'.repeat(15) + 'b',
  '**/a/'.repeat(7) + 'b',
  '[!b]*'.repeat(16) + 'b',
  '?'.repeat(500) + '*b',
  '{,a}'.repeat(6) + '*b',
  '+(a|aa)'.repeat(60) + 'b',
  '['.repeat(500),
  '{'.repeat(500),
])('is quick with a hostile pattern: %j', (pattern) => {
  expect(checkGlob(pattern)).toBeNull()
  const matches = compileGlob(pattern)
  const start = performance.now()
  for (const id of ['a'.repeat(10_000), 'a/'.repeat(5000)]) matches(id)
  expect(performance.now() - start).toBeLessThan(250)
})

it('is quick with any pattern that passes', () => {
  const piece = fc.constantFrom(
    '*',
    '**',
    '/',
    'a',
    'b',
    '?',
    '[ab]',
    '[!a]',
    '{a,b}',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '+(a)',
    '!(a)',
    ',',
    '.',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const pattern = pieces.join('')
      const start = performance.now()
      if (checkGlob(pattern) === null) compileGlob(pattern)('ab/'.repeat(300))
      expect(performance.now() - start).toBeLessThan(500)
    }),
  )
})
