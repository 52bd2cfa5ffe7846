import { expect, test } from 'vitest'
import { keyOf } from '../keys.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { namingRule } from '../../src/config/naming.ts'
import { parseConfig } from '../../src/config/parse.ts'

const GONE = keyOf('größe', 'a.mjs')

test.each([
  ['its name', 'größe', [], true],
  ['its name in another form of Unicode', 'größe'.normalize('NFD'), [], true],
  ['its name, which another suite has too', 'größe', [keyOf('größe', 'b.mjs')], true],
  ['its name, which the suite has once more', 'größe', [keyOf('größe', 'a.mjs', 2)], true],
  ['a glob whose family is gone', 'gr*', [keyOf('b')], true],
  ['a glob that matches another name', 'gr*', [keyOf('grün')], false],
  ['a glob that matches the same name in another suite', '**', [keyOf('größe', 'b.mjs')], false],
  ['a glob that matches the same name in its suite', '**', [keyOf('größe', 'a.mjs', 2)], false],
  ['another name', 'b', [], false],
])('what is gone is missed by a rule for %s: %s', (_, match, onHead, isMissed) => {
  const parsed = parseConfig(`version: 1\nbudgets: [{ match: "${match}", metric: time, max: 1 ms }]`, 'b.yml')
  const config = 'config' in parsed ? parsed.config : DEFAULT_CONFIG
  expect(namingRule(config, GONE, onHead)?.match).toBe(isMissed ? match : undefined)
})
