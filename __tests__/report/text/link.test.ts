import { expect, test } from 'vitest'
import { chartHash } from '../../../src/dashboard/chart-link.ts'
import { checkOutput } from '../../../src/report/checks/check-output.ts'
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
    dashboard: null,
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

const page = 'https://octo.github.io/project/'
const dashboard = { page, chart: (...of: Parameters<typeof chartHash>) => `${page}${chartHash(...of)}` }
const toDashboard: Links = { summary: null, commit: null, compare: null, dashboard }

test('lead from the opening to the dashboard, and from each name to its chart', () => {
  const rows = [
    row({ benchmark: 'a|b', verdict: 'regression', severity: 'fail' }),
    row({ benchmark: 'same', verdict: 'unchanged', severity: 'pass' }),
  ]
  for (const text of [
    renderMarkdown(assessment(rows), { links: toDashboard }),
    renderSummary(assessment(rows), { links: toDashboard }),
    checkOutput(assessment(rows), { links: toDashboard }).summary,
  ]) {
    expect(text).toContain(' · [dashboard](https://octo.github.io/project/)')
    expect(text).toContain(
      '| [<code>a&#124;b</code>](https://octo.github.io/project/#/b/benchmarks%2Fparser.bench.ts%20%E2%80%BA%20a%7Cb/time) |',
    )
    expect(text).toContain('| [`same`](https://octo.github.io/project/#/b/')
  }
  expect(renderMarkdown(assessment(rows), { links: { ...toDashboard, dashboard: null } })).not.toContain(page)
})

test('a name that is too long for an address leads nowhere', () => {
  const text = renderMarkdown(assessment([row({ benchmark: 'é'.repeat(1_000), severity: 'fail' })]), {
    links: toDashboard,
  })
  expect(text).toContain('[dashboard]')
  expect(text).not.toContain('#/b/')
})

test('links to charts are the first to go where a text gets too long', () => {
  const rows = Array.from({ length: 400 }, (_, i) =>
    row({ benchmark: `name ${i}`, verdict: 'unchanged', severity: 'pass' }),
  )
  const a = assessment([row({ benchmark: 'slow', verdict: 'regression', severity: 'fail' }), ...rows])
  const whole = renderMarkdown(a, { links: toDashboard, limitBytes: 1e6 })
  const [plain, short] = [60_000, 5_000].map((limitBytes) =>
    renderMarkdown(a, { links: toDashboard, limitBytes }),
  )
  expect(whole.split('#/b/')).toHaveLength(402)
  expect(plain).toContain(
    '_Left out to keep this short: some links to charts._ The JSON report has everything.',
  )
  expect(plain).toContain('`name 399`')
  expect(plain!.split('#/b/')).toHaveLength(2)
  expect(short).toContain('[`slow`](https://octo.github.io/project/#/b/')
  expect(short).toContain('_Left out to keep this short: 400 unchanged, some links to charts._')
})
