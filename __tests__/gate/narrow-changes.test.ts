import { expect, test } from 'vitest'
import { takeAllLooks } from '../../src/gate/looks.ts'
import { narrowChanges, needsNarrowing } from '../../src/gate/narrow-changes.ts'
import { createRandom } from '../../src/stats/random.ts'
import { decidedTwice, gateOf, type Planted } from './sampled-gate.ts'

const PLANTED: Record<string, Planted> = {
  quiet: { sigma: 0.001 },
  usual: { sigma: 0.01 },
  small: { effect: 0.02, sigma: 0.01 },
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

test.each([
  [0.008, 1, false],
  [0.009, 1, true],
  [0.009, 3, true],
  [0.009, 4, false],
  // One block does not tell yet. With all four, two would become 1.6 and 1.7 %.
  [0.05, 1, true],
  [0.022, 2, true],
  [0.024, 2, false],
  [Infinity, 2, false],
])('an interval of %d to either side after %d blocks: goes on is %s', (half, blocks, goesOn) => {
  expect(needsNarrowing({ low: 0.01 - half, high: 0.01 + half }, blocks)).toBe(goesOn)
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

test('what was given up gets further blocks too, and stays undecided', async () => {
  const noisy = { a: { sigma: 0.03 }, b: { sigma: 0.03 }, c: { sigma: 0.03 } }
  const { state, facts, run, blocks } = gateOf(noisy, { blockMs: 1e6, timeMs: 5e6 })
  const { progress, givenUp } = await run()
  const given = state.plan.gated.filter(({ key }) => givenUp.has(key))
  expect(given.map(({ name, key }) => [blocks(name), progress.get(key)!.decision])).toEqual([
    [2, 'inconclusive'],
    [1, 'inconclusive'],
  ])
  state.deadline += 1e9
  await narrowChanges(state, progress)
  expect(given.map(({ name }) => blocks(name))).toEqual([2, 2])
  // With the pairs, estimates and p-values of the looks.
  expect(takeAllLooks(state.plan, facts)).toEqual(progress)
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

test('a suite that fails only then has its decisions and a warning, and is not tried again', async () => {
  const gate = gateOf({ usual: { sigma: 0.01 } }, { command: 'record', failsAt: 2 })
  const { decision, stoppedBy } = await gate.run()
  expect([decision('usual'), stoppedBy, gate.blocks('usual'), gate.measured.length]).toEqual([
    'unchanged',
    'decided',
    2,
    3,
  ])
  expect(gate.facts.survey.failures).toEqual([])
  expect(gate.facts.survey.warnings).toEqual(['a.bench.ts on head, when it was measured again: it ended'])
})
