import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { changeOf, historyFrom, runWith } from './sample-history.ts'

/** Values of as many commits, 1 % of noise, on a level that changes. */
function noisy(count: number, levelAt: (index: number) => number, { seed = 'values', noise = 0.01 } = {}) {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, i) => levelAt(i) * Math.exp(noise * random.normal()))
}

test('a lasting step is a change point, with its size, its range and its event', () => {
  const values = noisy(60, (i) => (i < 40 ? 100 : 110))
  const history = historyFrom(values.map((value, i) => runWith(i, { values: [value] })))
  const [trend] = history.trends
  expect(trend!.steps).toHaveLength(1)
  const [step] = trend!.steps
  expect(step).toMatchObject({ at: 40, from: 38, to: 41, worse: true, standing: 'standing', accepted: null })
  expect(step!.confirmedAt).toBeLessThanOrEqual(45)
  expect(step!.change.low).toBeLessThan(Math.log(1.1))
  expect(step!.change.high).toBeGreaterThan(Math.log(1.1))
  expect(history.events).toEqual([
    {
      id: `${history.commits[40]!.sha.slice(0, 7)}-slower`,
      worse: true,
      at: 40,
      from: 38,
      to: 41,
      members: [{ trend: 0, step: 0 }],
      standing: 'standing',
      accepted: null,
    },
  ])
})

test('of 20 histories with one value that nothing confirms none has an event', () => {
  for (let seed = 0; seed < 20; seed++) {
    const values = noisy(60, (i) => (i === 30 + seed ? 150 : 100), { seed: `spike ${seed}`, noise: 0.005 })
    expect(historyFrom(values.map((value, i) => runWith(i, { values: [value] }))).events).toEqual([])
    const links = values.map((_, i) => changeOf(i === 30 + seed ? 0.3 : i === 31 + seed ? -0.3 : 0))
    const linked = historyFrom(values.map((value, i) => runWith(i, { values: [value], change: links[i]! })))
    expect(linked.events).toEqual([])
  }
})

test('a change that was measured against the parent is a step at that very commit', () => {
  const values = noisy(30, (i) => (i < 20 ? 100 : 103), { noise: 0.1 })
  const random = createRandom('links')
  const history = historyFrom(
    values.map((value, i) =>
      runWith(i, { values: [value], change: changeOf((i === 20 ? 0.03 : 0) + 0.005 * random.normal()) }),
    ),
  )
  expect(history.trends[0]!.steps).toMatchObject([{ at: 20, from: 19, to: 20, confirmedAt: 22, worse: true }])
  const { level } = history.trends[0]!.points[29]!
  expect(level!.high / level!.low).toBeLessThan(1.2)
})
