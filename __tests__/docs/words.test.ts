import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { DOCS, proseOf } from './pages.ts'

/** What plain English has another word for, with that word. */
const AVOIDED: readonly (readonly [word: RegExp, better: string])[] = [
  [/\blaid\b/i, 'checked out'],
  [/\bmend(s|ed|ing)?\b/i, 'fix'],
  [/\b(is|are|was|were|be|been) told\b(?! apart)/i, 'reported'],
]

test.each(DOCS.map((page) => [page.file, page] as const))('the words of %s are plain', (_, page) => {
  const found = AVOIDED.flatMap(([word, better]) => {
    const [said] = word.exec(proseOf(page)) ?? []
    return said === undefined ? [] : [`"${said}": say "${better}"`]
  })
  expect(found).toEqual([])
})

/** As long as a person reads. */
const README_BYTES = 12_000

test('the README fits in a head', () => {
  expect(Buffer.byteLength(DOCS[0]!.text)).toBeLessThanOrEqual(README_BYTES)
})
