import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts'
import { assessment, failing, warning } from '../sample.ts'

describe('the history of a row', () => {
  const history = Array.from({ length: 30 }, (_, i) => 812_000 + 1_000 * (i % 5))

  test('is a column of the table that has one', () => {
    const some = renderMarkdown(
      assessment([{ ...failing, history, head: { value: 980_000, p50: null } }, warning]),
    )
    expect(some).toMatch(/\| Budget \| Last 20 → PR \|\n/)
    expect(some).toMatch(/\| `[▁▂]{20}█` \|\n/u)
    expect(some).toMatch(/\| — \|\n/)
    expect(renderMarkdown(assessment([failing, warning]))).not.toContain('Last ')
    const few = renderMarkdown(assessment([{ ...failing, history: [1, 2] }], { command: 'record' }))
    expect(few).toContain('| Last 2 → commit |')
  })

  test('goes after the rows beyond fifty and before the explanations, and is said to be gone', () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => ({ ...failing, benchmark: `case ${i}`, history }))
    const within = (limitBytes: number) => renderMarkdown(assessment(rows), { limitBytes })
    const large = within(60_000)
    const medium = within(Buffer.byteLength(large) - 1)
    const small = within(Buffer.byteLength(medium) - 1)
    expect(large).toContain('Left out to keep this short: 1,950 rows of the table._')
    expect(medium).toContain('1,950 rows of the table, the history of each row._')
    expect(medium).not.toContain('█')
    expect(small).toContain('1,950 rows of the table, the history of each row, the explanations._')
    for (const text of [large, medium, small]) expect(text.match(/^\| ❌/gm)).toHaveLength(50)
  })
})
