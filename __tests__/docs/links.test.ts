import { existsSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { ALL_PAGES, anchorsIn, linksOf, type Page, ROOT } from './pages.ts'

const byFile = new Map(ALL_PAGES.map((page) => [page.file, page]))
const anchors = new Map(ALL_PAGES.map((page) => [page.file, anchorsIn(page)]))

/** What is wrong with a link of a page; null: nothing, or it leads elsewhere. */
function problemOf({ file }: Page, href: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return null
  const [path = '', anchor] = href.split('#', 2)
  const target = path === '' ? file : posix.join(dirname(file), decodeURI(path))
  const full = join(ROOT, target)
  if (target.startsWith('..') || !existsSync(full)) return `${href} leads to ${target}, which is not there`
  if (anchor === undefined) return null
  if (statSync(full).isDirectory() || !byFile.has(target)) return `${href} has an anchor, and is no page`
  return anchors.get(target)!.has(anchor) ? null : `${href} has an anchor that ${target} does not have`
}

test.each(ALL_PAGES.map((page) => [page.file, page] as const))(
  'the links of %s lead somewhere',
  (_, page) => {
    expect(linksOf(page).flatMap((href) => problemOf(page, href) ?? [])).toEqual([])
  },
)

test('every page of docs can be reached from the README', () => {
  const reached = new Set(['README.md'])
  // A set goes on with what is added to it.
  for (const file of reached) {
    for (const href of linksOf(byFile.get(file)!)) {
      const target = posix.join(dirname(file), href.split('#', 1)[0]!)
      if (byFile.has(target)) reached.add(target)
    }
  }
  expect([...byFile.keys()].filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([])
})

test('a link that leads nowhere is noticed', () => {
  const page = { file: 'docs/x.md', text: '', tokens: [] }
  expect(problemOf(page, 'nowhere.md')).toBe('nowhere.md leads to docs/nowhere.md, which is not there')
  expect(problemOf(page, 'reference.md#nowhere')).toBe(
    'reference.md#nowhere has an anchor that docs/reference.md does not have',
  )
  expect(problemOf(page, 'reference.md#exit-codes')).toBeNull()
  expect(problemOf(page, 'https://example.com/#x')).toBeNull()
})
