import { keyOf } from '../keys.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unmatchedRules, unreportedRules } from '../../src/config/budgets.ts'
import { checkGlob, compileGlob } from '../../src/config/glob.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { Config } from '../../src/model/config.ts'
import { FULL_FILES } from './full-files.ts'

function msOf(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

it.each(FULL_FILES)('a file full of %s is answered within a second', (_, text) => {
  expect(msOf(() => parseConfig(text, 'benchgate.yml'))).toBeLessThan(1000)
})

it.each([
  '*a'.repeat(15) + 'b',
  '**/a/'.repeat(7) + 'b',
  '[!b]*'.repeat(16) + 'b',
  '?'.repeat(500) + '*b',
  '{,a}'.repeat(6) + '*b',
  '+(a|aa)'.repeat(60) + 'b',
  '['.repeat(500),
  '{'.repeat(500),
])('a hostile pattern is matched at once: %j', (pattern) => {
  expect(checkGlob(pattern)).toBeNull()
  const matches = compileGlob(pattern)
  const match = () => ['a'.repeat(10_000), 'a/'.repeat(5000)].forEach(matches)
  expect(msOf(match)).toBeLessThan(250)
})

it('so is any pattern that passes', () => {
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
      if (checkGlob(pattern) !== null) return
      expect(msOf(() => compileGlob(pattern)('ab/'.repeat(300)))).toBeLessThan(500)
    }),
    { seed: 1 },
  )
})

describe('500 rules and 5000 benchmarks', () => {
  function rules(line: (i: number) => string): Config {
    const lines = Array.from({ length: 500 }, (_, i) => `  - ${line(i)}\n`)
    const result = parseConfig(`version: 1\nbudgets:\n${lines.join('')}`, 'benchgate.yml')
    if ('problems' in result) expect.fail(result.problems[0]!.message)
    return result.config
  }

  it('rules that match nothing', () => {
    const many = rules((i) => `{ match: "none${i}/*", metric: time, max: 5 ms }`)
    const ids = Array.from({ length: 5000 }, (_, i) => keyOf(`group/benchmark number ${i}`))
    expect(msOf(() => expect(unmatchedRules(many, ids)).toHaveLength(500))).toBeLessThan(3000)
  })

  it('rules about metrics that nobody reports', () => {
    const many = rules((i) => `{ match: "group/*", metric: own${i}x, max: 5 }`)
    const metrics = ['time', 'bytes', 'allocs']
    const benchmarks = Array.from({ length: 5000 }, (_, i) => ({
      ...keyOf(`group/${i}`),
      metrics,
      primary: 'time',
    }))
    expect(msOf(() => expect(unreportedRules(many, benchmarks)).toHaveLength(500))).toBeLessThan(5000)
  })
})
