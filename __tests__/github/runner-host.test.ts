import { expect, test } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'

const PREVIEW = {
  sha: 'c'.repeat(40),
  parents: ['a'.repeat(40), 'b'.repeat(40)],
  subject: `Merge ${'b'.repeat(40)} into ${'a'.repeat(40)}`,
} as const
const RUNNER = { GITHUB_ACTIONS: 'true', GITHUB_SHA: PREVIEW.sha, GITHUB_REF: 'refs/pull/7/merge' }

test.each([
  ['which the runner checked out', RUNNER, true],
  ['of another pull request', { ...RUNNER, GITHUB_SHA: 'd'.repeat(40) }, false],
  ['on a branch, whatever its subject', { ...RUNNER, GITHUB_REF: 'refs/heads/main' }, false],
  ['outside of a runner, by its subject', {}, true],
])('the merge of a pull request %s', (_, env, expected) => {
  expect(readHost(env).isPreview(PREVIEW)).toBe(expected)
})

test('a merge with a subject of its own is no preview', () => {
  const subject = 'Merge branch feature'
  expect(readHost({}).isPreview({ ...PREVIEW, subject })).toBe(false)
})

test('image, directory and target are what the runner names, and null where it names none', () => {
  const env = { ImageOS: 'ubuntu24', ImageVersion: '2026', RUNNER_TEMP: '/tmp/r', GITHUB_BASE_REF: 'main' }
  const { image, temporary, target } = readHost(env)
  expect({ image, temporary, branch: target?.branch }).toEqual({
    image: 'ubuntu24 2026',
    temporary: '/tmp/r',
    branch: 'main',
  })
  expect(readHost({ ImageOS: 'ubuntu24' }).image).toBe('ubuntu24')
  expect(readHost({ GITHUB_BASE_REF: '', RUNNER_TEMP: '' })).toMatchObject({
    image: null,
    temporary: null,
    target: null,
  })
})
