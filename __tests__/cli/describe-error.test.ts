import { expect, test } from 'vitest'
import { describeError } from '../../src/cli/describe-error.ts'
import { UserError } from '../../src/errors.ts'

test('a mistake of a user has its own words', () => {
  expect(describeError(new UserError('usage', 'It is wrong', 'Write it right.'))).toMatchObject({
    message: 'It is wrong',
    remedy: 'Write it right.',
    exitCode: 2,
  })
})

test.each([
  [new TypeError('boom'), /TypeError: boom\n +at /],
  ['boom', /\nboom$/],
  [undefined, /\nundefined$/],
])('anything else is a bug of ours, with all that is known of it: %s', (error, detail) => {
  const { message, remedy, exitCode } = describeError(error)
  expect(message).toMatch(/^This is a bug in benchgate \d+\.\d+\.\d+.* on Node v\d+/)
  expect(message).toMatch(detail)
  expect(remedy).toContain('report')
  expect(exitCode).toBe(70)
})
