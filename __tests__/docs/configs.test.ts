import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse.ts'
import { CONFIGS_IN_DOCS } from './yaml-blocks.ts'

test.each(CONFIGS_IN_DOCS)('the config of $name loads', ({ file, text }) => {
  // A part of a file is shown without its first line.
  const whole = /^version:/m.test(text) ? text : `version: 1\n${text}`
  const result = parseConfig(whole, file)
  expect(
    'problems' in result ? result.problems.map(({ message, line }) => `${line}: ${message}`) : [],
  ).toEqual([])
})

test('there are some', () => {
  expect(CONFIGS_IN_DOCS.length).toBeGreaterThan(32)
})
