import { expect, test } from 'vitest'
import { withStanding } from '../../src/gate/standing.ts'
import { COMMITS, history, step, trend } from '../history/sample-trends.ts'
import { type RowChange, assessment, row } from '../report/sample.ts'

const BASE = COMMITS - 1
const told = (change: RowChange, { steps = [step(10, 12)], base = BASE } = {}) => {
  const known = { history: history([trend('a', steps)]), runs: [], base }
  return withStanding(assessment([row({ benchmark: 'a', ...change })]), known).rows[0]!.standing
}
const taken = (...given: Parameters<typeof told>) => {
  const back = told(...given)?.takenBack
  return back == null ? null : Number((100 * back).toFixed(2))
}
const faster = { verdict: 'improvement', effect: -0.1 } as const

test('a row gets what its branch has lost, and keeps its verdict and severity', () => {
  const plain = assessment([row({ benchmark: 'a', verdict: 'regression', severity: 'fail', effect: 0.2 })])
  const known = { history: history([trend('a', [step(10, 12)])]), runs: [], base: BASE }
  const { standing, ...rest } = withStanding(plain, known).rows[0]!
  expect(standing).toMatchObject({ branch: 'main', takenBack: null })
  expect(rest).toEqual(plain.rows[0])
  expect(withStanding(plain, null)).toBe(plain)
})

test('a proven improvement takes back what it is worth at the level before', () => {
  expect(taken(faster)).toBe(11.2)
  expect(taken({ ...faster, effect: -0.3 })).toBe(12)
  const fewer = { steps: [step(10, -12, { worse: true })] }
  const known = { history: history([trend('a', fewer.steps, { better: 'higher' })]), runs: [], base: BASE }
  const higher = row({ benchmark: 'a', better: 'higher', verdict: 'improvement', effect: 0.1 })
  expect(withStanding(assessment([higher]), known).rows[0]!.standing!.takenBack).toBeCloseTo(0.088)
})

test.each<[string, Parameters<typeof told>]>([
  ['an unproven one', [{ verdict: 'unchanged', effect: -0.01 }]],
  ['one of an edited benchmark', [{ ...faster, edited: true }]],
  ['one against a base from before the step', [faster, { base: 9 }]],
  ['one against a base that was not recorded', [faster, { base: -1 }]],
])('nothing is taken back by %s', (_, given) => {
  expect(told(...given)).toBeDefined()
  expect(taken(...given)).toBeNull()
})

test('what the branch knows under another name, or not at all, is not spoken of', () => {
  expect(told({ verdict: 'new' })).toBeUndefined()
  const renamed = row({ benchmark: 'a' })
  const known = { history: history([trend('a', [step(10, 12)])]), runs: [], base: BASE }
  const rows = (['renamed', 'looks-renamed'] as const).map((code) => ({
    ...renamed,
    notes: [{ code, from: 'b', entry: '' }],
  }))
  expect(withStanding(assessment(rows), known).rows.map(({ standing }) => standing)).toEqual([
    undefined,
    undefined,
  ])
})
