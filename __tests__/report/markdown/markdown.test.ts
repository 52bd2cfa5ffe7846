import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../src/model/assessment.ts'
import { renderMarkdown, renderSummary } from '../../../src/report/markdown/markdown.ts'
import { checkOutput } from '../../../src/report/checks/check-output.ts'
import { renderFailure } from '../../../src/report/markdown/did-not-run.ts'
import type { Links } from '../../../src/report/text/link.ts'
import { anyAssessment, anyRow, hostileText } from '../arbitrary.ts'
import { assessment, row, type RowChange } from '../sample.ts'
import { flaws, tables } from './flaws.ts'

const bytes = (text: string) => Buffer.byteLength(text)

const links: Links = {
  summary: 'https://github.example/acme/parser/actions/runs/1',
  commit: (sha) => `https://github.example/acme/parser/commit/${sha}`,
  compare: null,
  dashboard: null,
}
describe('text from outside', () => {
  test('never breaks the report', () => {
    fc.assert(
      fc.property(anyAssessment, hostileText, (a, configFile) => {
        const markdown = renderMarkdown(a, { configFile, links })
        expect(flaws(markdown)).toEqual([])
        expect(bytes(markdown)).toBeLessThanOrEqual(60_000)
        const summary = renderSummary(a, { configFile, links })
        expect(flaws(summary, null)).toEqual([])
        expect(summary.match(/^```mermaid$/gm)?.length ?? 0).toBeLessThanOrEqual(1)
        expect(flaws(checkOutput(a, { configFile, links }).summary, null)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('never breaks the report of a failure', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.array(hostileText, { maxLength: 60 }),
        hostileText,
        (first, lines, remedy) => {
          const markdown = renderFailure(
            { message: [first, ...lines].join('\n'), remedy },
            { sha: first, links },
          )
          expect(flaws(markdown)).toEqual([])
          expect(bytes(markdown)).toBeLessThanOrEqual(60_000)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('calls a gate whose measurements do not count by that name, and not one that did not run', () => {
    const error = { message: "base's checkout was changed: lib.mjs (content)", remedy: 'Leave it alone.' }
    expect(renderFailure(error, { key: null, hasRun: true })).toBe(`### 💥 The measurements do not count
nothing was judged, and what does not count does not pass

**What happened**: base's checkout was changed: lib.mjs (content).

**What to do**: Leave it alone.
`)
  })

  test('keeps a mark below the place that it points at', () => {
    const message = 'a.yml:11:3: wrong\n    |\n 11 | x: 1000%\n    |    ^^^^^\n\tat b'
    const [, , , , ...lines] = renderFailure({ message, remedy: '' }, { key: null }).split('\n')
    expect(lines).toEqual([
      '',
      '<code>   &#124;</code><br>',
      '<code>11 &#124; x&#58; 1000&#37;</code><br>',
      '<code>   &#124;    &#94;&#94;&#94;&#94;&#94;</code><br>',
      '<code>   at b</code>',
      '',
    ])
  })

  test('stays one line a row', () => {
    const rows = ['a\nb', 'c\r\nd', 'e\u2028f', 'g|h', 'i\\|j'].map((benchmark) =>
      row({ benchmark, verdict: 'regression', severity: 'fail' }),
    )
    const [table = []] = tables(renderMarkdown(assessment(rows)))
    expect(table).toHaveLength(2 + rows.length)
  })
})

describe('the headline follows the gravest row', () => {
  const icon = (rows: Row[]) => renderMarkdown(assessment(rows)).split('\n')[1]?.split(' ')[1]

  test('for any rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), (rows) => {
        const failing = rows.filter((r) => r.severity === 'fail')
        const absent = failing.some((r) => r.verdict === 'missing' || r.verdict === 'failed')
        const warned = rows.some((r) => r.severity === 'warn')
        const quiet = ['☑️', '❔', '⚡', '✅', '🌱']
        expect(absent ? ['💥'] : failing.length > 0 ? ['❌'] : warned ? ['⚠️'] : quiet).toContain(icon(rows))
      }),
    )
  })

  test('nothing measured is not a pass', () => {
    expect(icon([])).toBe('💥')
  })

  test('many faster rows do not outweigh a slower one', () => {
    const faster = Array.from({ length: 40 }, (_, i) =>
      row({ benchmark: `fast/${i}`, verdict: 'improvement', effect: -0.5 }),
    )
    expect(icon([...faster, row({ benchmark: 'slow', verdict: 'regression', severity: 'fail' })])).toBe('❌')
  })
})

describe('size', () => {
  const many = (count: number, change: (i: number) => RowChange) =>
    assessment(Array.from({ length: count }, (_, i) => row({ benchmark: `suite/case ${i}`, ...change(i) })))

  test('drops the unchanged first, and says so', () => {
    const a = many(5_000, (i) => (i < 3 ? { verdict: 'improvement', effect: -0.2 } : {}))
    const markdown = renderMarkdown(a)
    expect(bytes(markdown)).toBeLessThanOrEqual(60_000)
    expect(markdown).toContain('Left out to keep this short: 4,997 unchanged.')
    expect(markdown).toContain('<summary>3 faster</summary>')
  })

  test('keeps fifty failing rows when thousands fail, and says how many are left out', () => {
    const markdown = renderMarkdown(
      many(5_000, () => ({ verdict: 'regression', severity: 'fail', effect: 0.2 })),
    )
    expect(bytes(markdown)).toBeLessThanOrEqual(60_000)
    expect(markdown.match(/^\| ❌/gm)).toHaveLength(50)
    expect(markdown).toContain('4,950 rows of the table')
    expect(markdown).toContain('5,000 benchmarks over budget')
  })

  test.each(['x', '|', '\u202e', '👩‍👩‍👧', 'a\u0301\u0302', '解'])('holds for 2,000 long names of %j', (part) => {
    const verdicts = ['regression', 'improvement', 'inconclusive', 'unchanged', 'new'] as const
    const a = many(2_000, (i) => ({
      benchmark: part.repeat(10_000 / part.length) + i,
      verdict: verdicts[i % 5] ?? 'new',
      severity: i % 5 === 0 ? 'fail' : 'pass',
      effect: 0.2,
      notes: [part.repeat(1_000)],
    }))
    const markdown = renderMarkdown(a)
    expect(bytes(markdown)).toBeLessThanOrEqual(60_000)
    expect(markdown).toContain('400 benchmarks over budget')
    expect(flaws(markdown)).toEqual([])
  })

  test('is complete in a job summary', () => {
    const a = many(1_000, (i) => (i < 60 ? { verdict: 'regression', severity: 'fail', effect: 0.2 } : {}))
    const markdown = renderMarkdown(a, { complete: true })
    expect(markdown).not.toContain('Left out')
    expect(markdown.match(/^\| ❌/gm)).toHaveLength(60)
    expect(markdown).toContain('`suite/case 999`')
  })

  test('leaves the headline when there is room for nothing else', () => {
    const markdown = renderMarkdown(
      many(10, () => ({})),
      { limitBytes: 300 },
    )
    expect(bytes(markdown)).toBeLessThanOrEqual(300)
    expect(markdown).toContain('### ✅')
  })
})

describe('what it says', () => {
  test('a benchmark over two of its budgets is one benchmark', () => {
    const rows = [
      row({ verdict: 'regression', severity: 'fail', effect: 0.2 }),
      row({ verdict: 'over-budget', severity: 'fail', metric: 'time.p99' }),
    ]
    const markdown = renderMarkdown(assessment(rows))
    expect(markdown).toContain('1 benchmark over budget')
    expect(markdown).toContain('1 benchmark, 2 comparisons · 2 failed')
  })

  test('only a regression can be accepted', () => {
    const limit = row({ verdict: 'over-budget', severity: 'fail' })
    expect(renderMarkdown(assessment([limit]))).toContain('or change the limit')
    expect(renderMarkdown(assessment([limit]))).not.toContain('accepted:')
  })

  test('compare knows no budget', () => {
    const rows = [row({ verdict: 'regression', severity: 'warn', effect: 0.2 })]
    const markdown = renderMarkdown(assessment(rows, { command: 'compare' }))
    expect(markdown).toContain('### 🔻 1 slower')
    expect(markdown).not.toMatch(/budget is|Budget|accept/i)
  })
})
