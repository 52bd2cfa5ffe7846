import { expect, test } from 'vitest'
import { dashboardOf, generate, historyOf } from './generate.ts'

test('the sample of a history is one: the same again, its indexes exist, its columns are equally long', () => {
  const asked = { benchmarks: 30, commits: 80, hostile: true }
  const history = historyOf(generate(asked))
  expect(historyOf(generate(asked))).toEqual(history)
  const { commits, trends, events } = history
  expect(events.length).toBeGreaterThan(3)
  for (const { members, at, from, to } of events) {
    expect(from < at && at <= to && to < commits.length).toBe(true)
    for (const { trend, step } of members) expect(trends[trend]!.steps[step]!.at).toBe(at)
  }
  const { index, benchmark } = dashboardOf(generate(asked))
  expect(index.trends.map(({ name, metric }) => [name, metric])).toEqual(
    trends.map(({ name, metric }) => [name, metric]),
  )
  for (const { trend, at, verdicts, breaks, ...columns } of benchmark(4)) {
    const { points, newest } = index.trends[trend]!
    expect([at.length, at.at(-1)]).toEqual([points, newest])
    for (const column of Object.values(columns)) expect(column).toHaveLength(points)
    for (const [i] of [...verdicts, ...breaks]) expect(i).toBeLessThan(points)
  }
})
