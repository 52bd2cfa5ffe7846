import { expect, test } from 'vitest'
import { namingRule } from '../../src/config/naming.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { concernedBy, describeTarget, filterOf } from '../../src/config/target.ts'
import { waiverFor } from '../../src/config/budgets.ts'
import type { Config } from '../../src/model/config.ts'
import { keyOf } from '../keys.ts'

function configOf(text: string): Config {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}

const problemsOf = (text: string) => {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  return 'problems' in result ? result.problems.map(({ message }) => message) : []
}

test('a target is a glob over names, narrowed by suite and number', () => {
  const keys = [keyOf('noop', 'core/a.ts'), keyOf('noop', 'node/a.ts'), keyOf('noop', 'node/a.ts', 2)]
  const chosen = (target: Parameters<typeof concernedBy>[0]) => keys.map(concernedBy(target))
  expect(chosen({ match: 'no*' })).toEqual([true, true, true])
  expect(chosen({ match: 'noop', suite: 'node/**' })).toEqual([false, true, true])
  expect(chosen({ match: 'noop', suite: 'node/**', occurrence: 2 })).toEqual([false, false, true])
  expect(keys.map(filterOf(null))).toEqual([true, true, true])
})

test('two forms of Unicode are one name', () => {
  expect(concernedBy({ match: 'cafe\u0301' })(keyOf('caf\u00e9'))).toBe(true)
})

test('an error names a target with what narrows it', () => {
  expect(describeTarget({ match: 'a', suite: 'b/*', occurrence: 2 })).toBe('`a` occurrence 2 of suite `b/*`')
})

test('a waiver of one benchmark does not hold for another of its name', () => {
  const config = configOf(
    'accepted: [{ match: noop, suite: a.ts, occurrence: 2, metric: time, up-to: 10%, reason: why }]',
  )
  const has = (suite: string, occurrence: number) =>
    waiverFor(config, keyOf('noop', suite, occurrence), 'time', 'time') !== null
  expect([has('a.ts', 2), has('a.ts', 1), has('b.ts', 2)]).toEqual([true, false, false])
})

test('a rule that names a benchmark asks for each of that name', () => {
  const config = configOf(
    'budgets: [{ match: noop, metric: time, max: 1 s }, { match: "**", severity: warn }]',
  )
  const onHead = [keyOf('noop', 'b.ts'), keyOf('other', 'a.ts')]
  expect(namingRule(config, keyOf('noop', 'a.ts'), onHead)?.line).toBe(2)
  expect(namingRule(config, keyOf('gone', 'a.ts'), onHead)).toBeNull()
})

test.each([
  ['{ from: "**", to: a }', '`**` stands for every name under itself, and one side alone has it'],
  ['{ from: a, to: a }', '`from` and `to` are the same'],
  ['{ from: "**", to: "**" }', '`from` and `to` are the same'],
])('renamed: [%s] is refused', (entry, message) => {
  expect(problemsOf(`renamed: [${entry}]`)).toEqual([message])
})
