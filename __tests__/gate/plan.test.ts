import { expect, test } from 'vitest'
import { planLooks } from '../../src/compare/sequential.ts'
import { chooseGated } from '../../src/gate/gated-metrics.ts'
import { planOf } from '../../src/gate/plan.ts'
import { type Evidence, evidenceSchema } from '../../src/model/evidence.ts'
import { config, evidence } from './evidence-sample.ts'

const planned = ({ command, filter, survey, maxPairs }: Evidence, budgets = '') =>
  planOf(chooseGated({ command, filter, config: config(budgets) }, survey), maxPairs)

test('counts the hypotheses alone: what only one side has is judged and not tested', () => {
  const plan = planned(evidence({ a: {}, b: {}, young: { sides: 'head' }, gone: { sides: 'base' } }))
  expect(plan.gated.map(({ name }) => name)).toEqual(['a', 'b', 'young', 'gone'])
  expect(plan.tested).toBe(2)
})

test('a limit of head’s own value is no hypothesis', () => {
  const plan = planned(evidence({ a: {} }), 'budgets: [{ match: "**", metric: time, max: 1 s }]')
  expect(plan).toMatchObject({ tested: 0, gated: [{ name: 'a', hypothesis: null }] })
})

test('its looks follow from the pairs of the longest comparison, and from nothing that was measured', () => {
  for (const maxPairs of [4, 16, 32, 64]) {
    const { looks } = planned(evidence({ a: {} }, { maxPairs }))
    expect(looks).toEqual(planLooks(maxPairs))
    expect(looks.at(-1)!.blocks).toBe(maxPairs / 4)
  }
  expect(planned(evidence({ a: { slower: 0.5 } }))).toEqual(planned(evidence({ a: {} }, { measured: [] })))
})

test('is the same for whoever has the evidence', () => {
  const sent = evidence({ a: {}, b: { slower: 0.2 } }, { maxPairs: 16 })
  expect(planned(evidenceSchema.parse(JSON.parse(JSON.stringify(sent))))).toEqual(planned(sent))
})
