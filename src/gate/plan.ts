import { planLooks } from '../compare/sequential.ts'
import type { GatedMetric, Plan } from '../model/plan.ts'

/**
 * What is judged and at which looks: the same for everyone who has the evidence. The longest comparison has
 * `maxPairs` pairs.
 */
export const planOf = (gated: readonly GatedMetric[], maxPairs: number): Plan => ({
  gated,
  tested: gated.filter(({ hypothesis }) => hypothesis !== null).length,
  looks: planLooks(maxPairs),
})
