import { idOf } from '../keys.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Facts, factsOf } from '../../src/gate/facts.ts'
import { chooseGated } from '../../src/gate/gated-metrics.ts'
import { type Decided, pairedComparison, takeAllLooks, takeLook } from '../../src/gate/looks.ts'
import { planOf } from '../../src/gate/plan.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { Plan } from '../../src/model/plan.ts'
import { config, evidence, type Planted } from './evidence-sample.ts'

function lookedAt(from: Evidence): { plan: Plan; facts: Facts } {
  const facts = factsOf(from)
  const { command, filter, survey, maxPairs } = from
  return {
    facts,
    plan: planOf(chooseGated({ command, filter, config: config() }, survey), maxPairs),
  }
}

const decisions = (progress: Decided) =>
  Object.fromEntries([...progress].map(([key, { decision }]) => [key, decision]))

const planted = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.record<Planted>({
    slower: fc.constantFrom(-0.3, 0, 0.03, 0.3),
    sigma: fc.constantFrom(0.001, 0.02, 0.1),
  }),
  { minKeys: 1 },
)

describe('taking every look again', () => {
  test('decides what was decided look by look while measuring', () => {
    fc.assert(
      fc.property(planted, (benchmarks) => {
        const { plan, facts } = lookedAt(evidence(benchmarks))
        // Four blocks, so the first four looks; each saw only the rounds before it.
        let progress: Decided = new Map()
        for (let lookIndex = 0; lookIndex < 4; lookIndex++)
          progress = takeLook(plan, facts, progress, { lookIndex, final: lookIndex === 3 })
        expect(takeAllLooks(plan, facts)).toEqual(progress)
      }),
      { numRuns: 30 },
    )
  })

  test('leaves nothing open that has a block, and decides nothing that has none', () => {
    const from = evidence({ slow: { slower: 0.3 }, noisy: { slower: 0.045, sigma: 0.1 }, unmeasured: {} })
    from.measured = from.measured.filter(({ benchmark }) => benchmark !== idOf('unmeasured'))
    const { plan, facts } = lookedAt(from)
    const keyOf = (id: string) => plan.gated.find(({ name }) => name === id)!.key
    expect(decisions(takeAllLooks(plan, facts))).toEqual({
      [keyOf('slow')]: 'regression',
      [keyOf('noisy')]: 'inconclusive',
      [keyOf('unmeasured')]: null,
    })
  })

  test('of blocks that hold no sample of a side decides nothing', () => {
    const from = evidence({ a: { slower: 0.3 } })
    for (const { head } of from.measured[0]!.blocks)
      for (const stats of head) Object.assign(stats, { samples: 2 })
    const { plan, facts } = lookedAt(from)
    expect(Object.values(decisions(takeAllLooks(plan, facts)))).toEqual([null])
  })

  test('looks at no confirming block', () => {
    const { plan, facts } = lookedAt(evidence({ a: { slower: 0.3 } }))
    const before = takeAllLooks(plan, facts)
    facts.fresh.clear()
    expect(takeAllLooks(plan, facts)).toEqual(before)
  })
})

describe('what found a change', () => {
  const hadNeighbours = (from: Evidence) => {
    const { plan, facts } = lookedAt(from)
    const progress = takeAllLooks(plan, facts)
    return pairedComparison(plan, facts, plan.gated[0]!, { progress, timeUp: false }).first!.hadNeighbours
  }
  const two = () => evidence({ slow: { slower: 0.3 }, same: {} })

  test('had neighbours in a suite of several', () => {
    expect(hadNeighbours(two())).toBe(true)
    expect(hadNeighbours(evidence({ slow: { slower: 0.3 } }))).toBe(false)
  })

  test('had none in a suite of its own or in one that is never split', () => {
    const apart = two()
    apart.survey.benchmarks[1]!.suite = 'b.bench.ts'
    expect(hadNeighbours(apart)).toBe(false)
    const whole = two()
    whole.survey.indivisible = ['a.bench.ts']
    expect(hadNeighbours(whole)).toBe(false)
  })
})
