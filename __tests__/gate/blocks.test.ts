import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { idOf } from '../keys.ts'
import { decidedTwice, gateOf, type Planted, SUITE } from './sampled-gate.ts'

test('a finding is measured again alone, in swapped checkouts, what is worse before what is better', async () => {
  const gate = gateOf({ slow: { effect: 0.2 }, fast: { effect: -0.2 }, same: {} })
  const { decision } = await gate.run()
  expect([decision('slow'), decision('fast'), decision('same')]).toEqual([
    'regression',
    'improvement',
    'unchanged',
  ])
  const again = gate.measured.filter(({ swapped }) => swapped)
  expect(again.flatMap(({ ids }) => ids)).toEqual(
    ['slow', 'slow', 'slow', 'fast', 'fast', 'fast'].map((name) => idOf(name, SUITE)),
  )
  expect([...gate.facts.fresh].map(([id, { length }]) => [id, length])).toEqual([
    [idOf('slow', SUITE), 3],
    [idOf('fast', SUITE), 3],
  ])
})

test('where the time has room, a comparison goes on beyond the usual blocks', async () => {
  const noisy = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, { sigma: 0.07 }]))
  const gate = gateOf(noisy)
  expect(gate.maxPairs).toBe(96)
  const { decision } = await gate.run()
  const most = Math.max(...Object.keys(noisy).map(gate.blocks))
  expect(most).toBeGreaterThan(8)
  const decided = Object.keys(noisy).filter((id) => decision(id) === 'unchanged')
  expect(decided.length).toBeGreaterThanOrEqual(8)
})

test('the usual blocks are planned of suites where the time has no room for more', () => {
  expect(gateOf({ a: {}, b: {} }, { blockMs: 1e6, timeMs: 3e6 }).maxPairs).toBe(32)
})

test('what no look is likely to decide is given up early, and says so', async () => {
  const gate = gateOf({ same: {}, hopeless: { sigma: 1.5 } })
  const { decision, stoppedBy } = await gate.run()
  expect(decision('hopeless')).toBe('inconclusive')
  expect(gate.blocks('hopeless')).toBeLessThan(24)
  expect(stoppedBy).toBe('out-of-reach')
})

test('where the time is short, it goes to what can be decided in it', async () => {
  const far = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`far${i}`, { sigma: 0.12 }]))
  const gate = gateOf({ near: { sigma: 0.025 }, ...far }, { blockMs: 1e6, timeMs: 30e6 })
  const { decision, givenUp } = await gate.run()
  expect(decision('near')).toBe('unchanged')
  // Each of them takes some ten blocks, and after the first round there is time for two dozen in all.
  expect(givenUp.size).toBeGreaterThanOrEqual(2)
  const blocks = Object.keys(far).map(gate.blocks)
  expect(Math.max(...blocks)).toBeGreaterThan(Math.min(...blocks))
})

test('judging the evidence again decides what the gate decided', async () => {
  for (let i = 0; i < 8; i++) {
    const planted: Record<string, Planted> = {}
    const draw = createRandom(`evidence ${i}`)
    for (let k = 0; k < 12; k++) {
      const effect = draw.uniform() < 0.5 ? 0 : 0.1 * draw.normal()
      planted[`b${k}`] = {
        effect,
        alone: draw.uniform() < 0.2 ? 0 : effect,
        sigma: 0.005 + 0.1 * draw.uniform() ** 2,
      }
    }
    const { live, again } = await decidedTwice(gateOf(planted, { seed: `gate ${i}` }))
    expect(again).toEqual(live)
  }
})
