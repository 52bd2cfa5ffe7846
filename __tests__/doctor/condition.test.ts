import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayRun } from '../../src/doctor/condition.ts'

const PUSH = { 'github.event_name': 'push', 'github.repository': 'octo/project' }

describe('what an `if:` says of a push', () => {
  test.each([
    ["github.event_name == 'push'", true],
    ["github.event_name != 'push'", false],
    ["${{ github.event_name != 'push' }}", false],
    ["'push' == github.event_name", true],
    ["github.event_name == 'PUSH'", true],
    ["GitHub.Event_Name != 'push'", false],
    ["!(github.event_name == 'push')", false],
    ["!github.event_name == 'push'", false],
    ["github.event_name == 'push' && github.actor == 'me'", true],
    ["github.event_name == 'pull_request' && github.actor == 'me'", false],
    ["github.actor == 'me' && github.event_name == 'pull_request'", false],
    ["github.event_name == 'pull_request' || github.actor == 'me'", true],
    ["github.event_name == 'pull_request' || github.event_name == 'merge_group'", false],
    ["github.event_name == 'merge_group' || (github.event_name == 'push' && always())", true],
    ["always() && github.event_name != 'push'", false],
    ['contains(fromJSON(\'["pull_request"]\'), github.event_name)', true],
    ["github.repository == 'octo/project'", true],
    ["github.repository != 'octo/project'", false],
    ["startsWith(github.ref, 'refs/heads/') && github.event_name != 'push'", false],
    ['success() || failure()', true],
    ['always()', true],
    ['false', false],
    ['${{ false }}', false],
    [false, false],
    [true, true],
    [undefined, true],
    ['', true],
    // What cannot be read leaves it open.
    ["github.event_name != 'push", true],
    ["github.event_name != 'push' &&", true],
    ["github.event_name != 'push' github.actor", true],
    ["(github.event_name != 'push'", true],
    ['&& ||', true],
    ['5 < 3', true],
  ])('%j: %j', (condition, expected) => {
    expect(mayRun(condition, PUSH)).toBe(expected)
  })
})

test('ends for every text', () => {
  const part = fc.constantFrom(
    '(',
    ')',
    '!',
    '&&',
    '||',
    '==',
    '!=',
    "'a'",
    'a',
    ',',
    'f',
    ' ',
    '<',
    '|',
    '&',
    "'",
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 200 }), (parts) => {
      expect([true, false]).toContain(mayRun(parts.join(''), PUSH))
    }),
  )
})

test('a long or deep text leaves it open', () => {
  expect(mayRun(`${'('.repeat(3_000)}false`, PUSH)).toBe(true)
  expect(mayRun(`${'!'.repeat(100_000)}false`, PUSH)).toBe(true)
})
