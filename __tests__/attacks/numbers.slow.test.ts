import { expect, test } from 'vitest'
import { ingest } from '../../src/ingest/ingest.ts'
import { renderTable } from '../../src/report/terminal/results-table.ts'

const fileOf = (count: number) => ({
  path: 'r.json',
  bytes: Buffer.from(`{"results":[{"command":"a","times":[${'1,'.repeat(count - 1)}1]}]}`),
  files: null,
})

test('ten million samples are read', () => {
  const file = ingest(fileOf(10_000_000), 'hyperfine')
  const table = renderTable(file, { adapter: 'hyperfine', printable: (text) => text })
  expect(table.split('\n')[3]!.replace(/ {2,}/g, ' | ')).toBe(
    'a | time ↓ | 1.00 s | quartiles 1.00 s … 1.00 s | 10000000 in 1 group',
  )
})

// Of 256 MiB, which a file may have, they could be a hundred million: more memory than Node has.
test.each([
  [null, ''],
  ['hyperfine', 'hyperfine writes JSON, and this is none; '],
])('more than twenty million are not, as %s', (format, before) => {
  expect(() => ingest(fileOf(20_000_010), format)).toThrow(
    `cannot read the results in r.json: ${before}it begins like JSON, but it holds more than 20,000,000 values`,
  )
})
