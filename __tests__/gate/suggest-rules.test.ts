import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveBudget } from '../../src/config/budgets.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { rulesFor, writtenLevel } from '../../src/gate/suggest-rules.ts'
import { keyOf } from '../keys.ts'

const rules = (levels: Record<string, number>) =>
  rulesFor(new Map(Object.entries(levels))).map(({ match, level }) => `${match} ${level}`)

test.each([
  [0.0001, 0.01],
  [0.01, 0.01],
  [0.0101, 0.015],
  [0.043, 0.05],
  [0.051, 0.06],
  [0.3 - 0.0000000000001, 0.3],
  [0.99, 1],
  [1.2, 2],
  [6.01, 7],
])('%f is written as %f', (level, written) => {
  expect(writtenLevel(level)).toBe(written)
  expect(writtenLevel(written)).toBe(written)
})

test('one rule where all need the same', () => {
  expect(rules({ a: 0.021, b: 0.024, 'c/d': 0.025 })).toEqual(['** 0.025'])
})

test('a group of which most need more gets a rule, and a single benchmark its own', () => {
  expect(rules({ a: 0.02, b: 0.02, c: 0.02, 'p/x': 0.05, 'p/y': 0.08, 'q/x': 0.2, 'q/y': 0.02 })).toEqual([
    '** 0.02',
    'p/** 0.08',
    'q/x 0.2',
  ])
})

test('many exceptions raise the level of all', () => {
  const levels = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`b${i}`, (i + 1) / 100]))
  const found = rules(levels)
  expect(found[0]).toBe('** 0.25')
  expect(found.length).toBeLessThanOrEqual(6)
})

test('a name that is a pattern takes nothing from another benchmark', () => {
  expect(rules({ 'a*': 0.03, ab: 0.05, c: 0.02, d: 0.02, e: 0.02 })).toEqual([
    '** 0.02',
    'a\\* 0.03',
    'ab 0.05',
  ])
  expect(rules({ '!a': 0.03, c: 0.02, d: 0.02 })).toEqual(['** 0.02', '\\!a 0.03'])
  expect(rules({ 'fib[30]': 0.03, c: 0.02, d: 0.02 })).toEqual(['** 0.02', 'fib\\[30\\] 0.03'])
})

test('nothing is needed of nothing', () => {
  expect(rules({})).toEqual([])
})

const part = fc.string({
  unit: fc.constantFrom('a', 'b', '/', '*', '?', '[', ']', '{', ',', '}', '\\', '(', '!', ' ', '\u0001'),
  minLength: 1,
  maxLength: 6,
})
test('as a config file, the rules give every benchmark what it needs at least', () => {
  fc.assert(
    fc.property(
      fc.dictionary(part, fc.double({ min: 0.001, max: 3, noNaN: true }), { minKeys: 1 }),
      (levels) => {
        const yaml = rulesFor(new Map(Object.entries(levels))).map(
          ({ match, level }) =>
            `  - { match: ${JSON.stringify(match)}, metric: primary, max-regression: ${Math.round(level * 1000) / 10}% }`,
        )
        const parsed = parseConfig(`version: 1\nbudgets:\n${yaml.join('\n')}\n`, 'benchgate.yml')
        if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
        for (const [name, level] of Object.entries(levels)) {
          const { maxRegression } = resolveBudget(parsed.config, keyOf(name), 'time', 'time')
          expect(maxRegression!.fail).toBeGreaterThanOrEqual(level * (1 - 1e-6))
        }
      },
    ),
  )
})
