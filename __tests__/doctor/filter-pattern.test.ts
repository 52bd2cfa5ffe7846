import { expect, test } from 'vitest'
import { isLetThrough, matchesSome } from '../../src/doctor/filter-pattern.ts'

// From GitHub's own cheat sheet of filter patterns.
test.each([
  ['*', 'README.md', true],
  ['*', 'docs/a.md', false],
  ['*.jsx?', 'page.js', true],
  ['*.jsx?', 'page.jsx', true],
  ['**', 'all/the/files.md', true],
  ['*.js', 'app.js', true],
  ['*.js', 'src/app.js', false],
  ['**.js', 'src/js/app.js', true],
  ['docs/*', 'docs/file.txt', true],
  ['docs/*', 'docs/a/file.txt', false],
  ['docs/**/*.md', 'docs/README.md', true],
  ['docs/**/*.md', 'docs/a/markdown/file.md', true],
  ['**/docs/**', 'docs/hello.md', true],
  ['**/docs/**', 'dir/docs/my-file.txt', true],
  ['**/*src/**', 'a/src/app.js', true],
  ['**/*-post.md', 'path/their-post.md', true],
  ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
  ['v[12].[0-9]+.[0-9]+', 'v3.1.0', false],
  ['VERSION-[a-z]+', 'VERSION-', false],
  ['a.b', 'axb', false],
  [String.raw`c\+\+`, 'c++', true],
  // Nobody knows what it would match, and so nothing is claimed.
  ['[z-a]', 'x', true],
  ['x'.repeat(600), 'x', true],
])('%j and %j', (pattern, name, is) => {
  expect(isLetThrough([pattern], name)).toBe(is)
  expect(matchesSome([pattern], name)).toBe(is)
})

test('the last pattern that matches decides', () => {
  const patterns = ['src/**', '!src/docs/**', 'src/docs/api.md']
  const through = ['src/a.js', 'src/docs/b.md', 'src/docs/api.md', 'c'].filter((one) =>
    isLetThrough(patterns, one),
  )
  expect(through).toEqual(['src/a.js', 'src/docs/api.md'])
})
