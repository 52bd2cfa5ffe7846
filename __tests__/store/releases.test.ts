import fc from 'fast-check'
import { expect, test } from 'vitest'
import { releasesIn } from '../../src/store/releases.ts'

const id = (digit: number) => `${digit}`.repeat(40)
const listed = (...tags: (readonly [string, string])[]) =>
  tags.map(([sha, name]) => `${sha}\trefs/tags/${name}\n`).join('')

test('a tag that is an object of its own counts for the commit behind it', () => {
  const tags = listed([id(1), 'v1.0.0'], [id(2), 'v1.1.0'], [id(3), 'v1.1.0^{}'], [id(3), 'v1.1.1'])
  expect(releasesIn(tags)).toEqual(
    new Map([
      [id(1), ['v1.0.0']],
      [id(3), ['v1.1.0', 'v1.1.1']],
    ]),
  )
})

test.each([
  ['v1.2.3', true],
  ['1.2', true],
  ['2026.11.20', true],
  ['1.2.3.4', true],
  ['@scope/parser@1.0.0', true],
  ['parser-v1.0.0', true],
  ['release/1.0', true],
  ['v1.0.0+build.5', true],
  ['v1', false],
  ['v1.0.0-rc.1', false],
  ['v1.2.3.4.5', false],
  ['nightly-2026-11-20', false],
  ['v1.0.0\u202e', false],
  ['<img src=x>v1.0.0', false],
  ['x1.0.0', false],
  [`${'9'.repeat(10)}.0`, false],
])('%s', (name, isRelease) => {
  expect([...releasesIn(listed([id(1), name])).values()]).toEqual(isRelease ? [[name]] : [])
})

test('of a commit with very many tags some are kept', () => {
  const tags = Array.from({ length: 500 }, (_, i) => [id(4), `package-${i}@1.0.0`] as const)
  expect(releasesIn(listed(...tags)).get(id(4))).toHaveLength(20)
})

test('nothing but plain names and ids of commits, whatever a remote answers', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 5 }), (parts) => {
      const name = parts.join('1.0')
      const found = releasesIn(listed([id(1), name], [id(2), `${name}^{}`], [name, 'v1.0']))
      for (const [commit, names] of found) {
        expect(commit).toMatch(/^[0-9a-f]{40,64}$/)
        for (const name of names) expect(name).toMatch(/^[\w.@/+-]{3,200}$/)
      }
    }),
  )
})
