import { expect, test } from 'vitest'
import { type Links, linkTo } from '../../../src/report/text/link.ts'
import { renderMarkdown, renderSummary } from '../../../src/report/markdown/markdown.ts'
import { assessment, row } from '../sample.ts'

test.each([
  ['https://github.com/a/b', '[x](https://github.com/a/b)'],
  ['https://github.com/a/b?c=1&d=2#r', '[x](https://github.com/a/b?c=1&amp;d=2#r)'],
  [
    'https://github.com/a) [y](https://evil.example',
    '[x](https://github.com/a%29%20%5by%5d%28https://evil.example)',
  ],
  ['https://github.com/a|b"c<d>`\\', '[x](https://github.com/a%7cb%22c%3Cd%3E%60/)'],
])('%s', (url, markdown) => {
  expect(linkTo('x', url)).toBe(markdown)
})

test.each([
  null,
  '',
  'http://github.com',
  'javascript:alert(1)',
  '//x',
  'https://me@evil.example',
  `https://x/${'y'.repeat(2_000)}`,
])('no link to %j', (url) => {
  expect(linkTo('x', url)).toBeNull()
})

test('lead to commits, and a comment to the summary', () => {
  const links: Links = {
    summary: 'https://x.example/run',
    commit: (sha) => `https://x.example/${sha}`,
    compare: 'https://x.example/diff',
  }
  const a = assessment([row()])
  expect(renderMarkdown(a, { links })).toContain(
    `Commit [\`4f1c2aa\`](https://x.example/${a.head.sha}) against merge-base [\`91be03d\`](https://x.example/${a.base.sha})`,
  )
  expect(renderMarkdown(a, { links })).toContain(
    '· [diff](https://x.example/diff) · [summary](https://x.example/run)\n',
  )
  expect(renderSummary(a, { links })).not.toContain('https://x.example/run')
  const odd = { ...a, head: { ...a.head, sha: 'refs/x' } }
  expect(renderMarkdown(odd, { links })).toContain('Commit `refs/x` against')
})
