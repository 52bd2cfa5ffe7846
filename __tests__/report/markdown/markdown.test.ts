import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../src/model/assessment.ts'
import { renderMarkdown, renderSummary } from '../../../src/report/markdown/markdown.ts'
import { markerOf } from '../../../src/report/text/marker.ts'
import { checkOutput } from '../../../src/report/checks/check-output.ts'
import { renderFailure } from '../../../src/report/markdown/did-not-run.ts'
import type { Links } from '../../../src/report/text/link.ts'
import { anyAssessment, anyRow, hostileText } from '../arbitrary.ts'
import { assessment, row, type RowChange } from '../sample.ts'

const MARKER = markerOf('default')

const bytes = (text: string) => Buffer.byteLength(text)

const links: Links = {
  summary: 'https://github.example/acme/parser/actions/runs/1',
  commit: (sha) => `https://github.example/acme/parser/commit/${sha}`,
  compare: null,
}
const withoutLinks = (markdown: string) =>
  markdown.replace(/\[([^[\]]*)\]\(https:\/\/github\.example\/[\w/]*\)/g, '$1')

const FENCED = /^```(?:yaml|mermaid)\n[^]*?\n```$/gm

/** Cells of a line as GitHub counts them: a backslash takes the next character with it. */
const cells = (line: string) => line.replace(/\\./g, '').split('|').length

/** Lines of each table, fenced blocks aside. */
function tables(markdown: string): string[][] {
  const blocks = markdown.replace(FENCED, '').split('\n\n')
  return blocks.map((block) => block.split('\n').filter((l) => l.startsWith('|'))).filter((t) => t.length > 0)
}

const outsideCode = (markdown: string) =>
  markdown
    .replace(FENCED, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/<code>.*?<\/code>/g, '')

/** What a reader sees outside code, which is where GitHub looks for mentions, references and addresses. */
const visible = (markdown: string) =>
  outsideCode(markdown).replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

const OURS = /^<(?:br|\/?sub|\/?code|\/?details|\/?summary)>/

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Everything about a report that a name must not be able to cause. */
function flaws(markdown: string, marker: string | null = MARKER): string[] {
  const body = withoutLinks(markdown.slice(marker?.length ?? 0))
  const seen = visible(body)
  const open = (tag: string) => body.split(`<${tag}>`).length !== body.split(`</${tag}>`).length
  const found: Record<string, boolean> = {
    'no headline at its start': !markdown.startsWith(marker === null ? '### ' : `${marker}\n### `),
    'a marker inside': body.includes('<!--'),
    'a fence left open': outsideCode(body).includes('```') || body.split(/^```/m).length % 2 === 0,
    'a tag that is not ours': [...body.matchAll(/</g)].some(({ index }) => !OURS.test(body.slice(index))),
    'a tag left open': ['sub', 'code', 'details', 'summary'].some(open),
    'a mention or address': body.includes('@') || /&#64;(?!\u2060)/.test(body),
    'Markdown outside code': /[`[\]~]/.test(outsideCode(body)),
    'a link or reference': /:\/\/|www\.|(?<!^#*)#\d|GH-\d/m.test(seen),
    'a command for a CI runner': /##\[|^\s*::/m.test(body),
    'a line that makes a heading of another': /^- *$/m.test(body),
    'a control character': CONTROL.test(body),
    'half a character': !body.isWellFormed(),
    'a row with more or fewer cells': tables(body).some((lines) => new Set(lines.map(cells)).size > 1),
  }
  return Object.keys(found).filter((flaw) => found[flaw])
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

  test.each(['x', '|', '\u202e', '👩‍👩‍👧', 'a\u0301\u0302', '解'])('holds for 5,000 long names of %j', (part) => {
    const verdicts = ['regression', 'improvement', 'inconclusive', 'unchanged', 'new'] as const
    const a = many(5_000, (i) => ({
      benchmark: part.repeat(10_000 / part.length) + i,
      verdict: verdicts[i % 5] ?? 'new',
      severity: i % 5 === 0 ? 'fail' : 'pass',
      effect: 0.2,
      notes: [part.repeat(1_000)],
    }))
    const markdown = renderMarkdown(a)
    expect(bytes(markdown)).toBeLessThanOrEqual(60_000)
    expect(markdown).toContain('1,000 benchmarks over budget')
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
