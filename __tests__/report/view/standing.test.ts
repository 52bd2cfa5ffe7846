import { expect, test } from 'vitest'
import type { Standing } from '../../../src/model/assessment.ts'
import { forTerminal } from '../../../src/report/text/for-terminal.ts'
import { viewOf } from '../../../src/report/view/view.ts'
import { assessment, type Change, row, type RowChange } from '../sample.ts'

const standing = (effect: number, more: Partial<Standing> = {}): Standing => ({
  branch: 'main',
  event: '4f1c2aa-slower',
  effect,
  interval: { low: effect - 0.01, high: effect + 0.01, level: 0.95 },
  before: { sha: 'abc1234'.padEnd(40, '0'), pull: 412 },
  accepted: null,
  takenBack: null,
  ...more,
})
const remarks = (rows: readonly RowChange[], change: Change = {}, most = 3) =>
  viewOf(assessment(rows.map(row), change))
    .standing?.remarks(most)
    .map((text) => forTerminal(text))

test.each<[string, RowChange, string]>([
  ['a time', { standing: standing(0.12) }, 'a: main is 12.0 % slower (11.0 to 13.0) than at abc1234 (#412).'],
  [
    'an amount',
    { metric: 'heap', unit: 'B', standing: standing(0.12) },
    'a heap: main has 12.0 % more (11.0 to 13.0) than at abc1234 (#412).',
  ],
  [
    'a rate',
    { metric: 'throughput', unit: 'ops/s', better: 'higher', standing: standing(-0.12) },
    'a throughput: main is 12.0 % slower (11.0 to 13.0) than at abc1234 (#412).',
  ],
  [
    'one that the change takes back in part',
    { standing: standing(0.12, { takenBack: 0.11 }) },
    'a: main is 12.0 % slower (11.0 to 13.0) than at abc1234 (#412). This change takes back 11.0 of the 12.0 %.',
  ],
  [
    'one of which a part is accepted, and no pull request is known',
    { standing: standing(0.3, { accepted: 0.2, before: { sha: 'f'.repeat(40), pull: null } }) },
    'a: main is 30.0 % slower (29.0 to 31.0) than at fffffff, of which 20.0 % is accepted.',
  ],
])('%s', (_, change, sentence) => {
  expect(remarks([{ benchmark: 'a', ...change }])).toEqual([sentence])
})

test('what one change point moved is one remark, first what is taken back, the size of the largest', () => {
  const rows = [0.05, 0.2, 0.1, 0.15].map((effect, i) => ({
    benchmark: `b${i}`,
    standing: standing(effect, i === 0 ? { takenBack: 0.05 } : {}),
  }))
  const other = { benchmark: 'c', standing: standing(0.3, { event: '5e6f7a8-slower' }) }
  expect(remarks([...rows, other], { command: 'record' }, 2)).toEqual([
    '4 benchmarks: main is up to 20.0 % slower than at abc1234 (#412): b0 (5.0 %, 4.0 to 6.0, this commit takes it back), b1 (20.0 %, 19.0 to 21.0) and 2 more.',
    'c: main is 30.0 % slower (29.0 to 31.0) than at abc1234 (#412).',
  ])
})

test('nothing is said where nothing stands, and a headline and an outcome stay as they are', () => {
  expect(remarks([{ benchmark: 'a' }])).toBeUndefined()
  const [plain, marked] = [row({}), row({ standing: standing(0.5) })].map((one) => viewOf(assessment([one])))
  expect(marked!.headline).toEqual(plain!.headline)
  expect(marked!.counts).toEqual(plain!.counts)
})
