import { expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts'
import { assessment, row } from '../sample.ts'

test('1,000 rows take less than 200 ms', () => {
  const rows = Array.from({ length: 1_000 }, (_, i) =>
    row({ benchmark: `suite/case ${i}`, verdict: i % 2 ? 'unchanged' : 'inconclusive' }),
  )
  const a = assessment(rows)
  renderMarkdown(a)
  const start = performance.now()
  renderMarkdown(a)
  expect(performance.now() - start).toBeLessThan(200)
})
