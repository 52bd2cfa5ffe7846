import { planLooks } from '../compare/sequential.ts'
import type { GatedMetric, Plan } from '../model/plan.ts'
import type { JudgeRequest } from './request.ts'

/**
 * What is judged and at which looks: the same for everyone who has the evidence. The longest comparison has
 * `maxPairs` pairs.
 */
export const planOf = (
  { command }: Pick<JudgeRequest, 'command'>,
  gated: readonly GatedMetric[],
  maxPairs: number,
): Plan => ({
  command,
  gated,
  tested: gated.filter(({ hypothesis }) => hypothesis !== null).length,
  looks: planLooks(maxPairs),
})
