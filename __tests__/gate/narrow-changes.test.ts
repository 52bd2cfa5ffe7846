import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { idOf } from '../keys.ts'
import { decidedTwice, gateOf, type Planted, SUITE } from './sampled-gate.ts'

const PLANTED: Record<string, Planted> = {
  quiet: { sigma: 0.001 },
  usual: { sigma: 0.015 },
  small: { effect: 0.02, sigma: 0.015 },
  slow: { effect: 0.3, sigma: 0.005 },
  fast: { effect: -0.3, sigma: 0.005 },
}
const blocksOf = (gate: ReturnType<typeof gateOf>) =>
  Object.fromEntries(Object.keys(PLANTED).map((name) => [name, gate.blocks(name)]))

test('a recorded change is measured on until its interval is narrow, a proposed one until it is decided', async () => {
  const [recorded, proposed] = [gateOf(PLANTED, { command: 'record' }), gateOf(PLANTED)]
  await recorded.run()
  await proposed.run()
  const before = blocksOf(proposed)
  expect(before['usual']).toBeLessThan(4)
  // Of a change that is measured again, the fresh blocks are recorded.
  expect(blocksOf(recorded)).toEqual({ ...before, quiet: 1, usual: 4, small: Math.max(4, before['small']!) })
})

test('blocks that only narrow an interval decide nothing, here and where the evidence is judged again', async () => {
  for (let i = 0; i < 4; i++) {
    const planted: Record<string, Planted> = {}
    const draw = createRandom(`recorded ${i}`)
    for (let k = 0; k < 6; k++)
      planted[`b${k}`] = {
        effect: draw.uniform() < 0.5 ? 0 : 0.06 * draw.normal(),
        sigma: 0.002 + 0.08 * draw.uniform() ** 2,
      }
    const seed = `gate ${i}`
    const recorded = gateOf(planted, { command: 'record', seed })
    const { live, again, stoppedBy } = await decidedTwice(recorded)
    const proposed = await decidedTwice(gateOf(planted, { seed }))
    expect(again).toEqual(live)
    expect({ live, stoppedBy }).toEqual({ live: proposed.live, stoppedBy: proposed.stoppedBy })
  }
})

test('what was given up gets the blocks too, and stays undecided', async () => {
  const planted = { same: { sigma: 0.001 }, far: { sigma: 0.12 } }
  // The comparison would take some ten blocks, and after the first there is time for six.
  const gate = gateOf(planted, { command: 'record', blockMs: 1e6, timeMs: 8e6 })
  const { live, again, stoppedBy } = await decidedTwice(gate)
  expect(gate.measured.map(({ ids }) => ids.length)).toEqual([2, 1, 1, 1])
  expect(again).toEqual(live)
  expect(live).toContainEqual([`${idOf('far', SUITE)}\ntime`, 'inconclusive'])
  expect(stoppedBy).toBe('out-of-reach')
})

test('it takes only the time that is left, and is no reason to say that time was up', async () => {
  const usual = Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`b${i}`, { sigma: 0.012 }]))
  // A round of all four takes four of these units: there is time for two rounds.
  const gate = gateOf(usual, { command: 'record', blockMs: 1e6, timeMs: 9e6 })
  const { decision, stoppedBy } = await gate.run()
  expect(Object.keys(usual).map((name) => [gate.blocks(name), decision(name)])).toEqual(
    Object.keys(usual).map(() => [2, 'unchanged']),
  )
  expect(stoppedBy).toBe('decided')
})
