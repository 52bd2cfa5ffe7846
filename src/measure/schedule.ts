import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { SideName } from '../model/side.ts'

/**
 * A uniformly random arrangement of four base and four head processes. The exactness of the test rests on this draw and on
 * nothing else: `random` gives uniform numbers in [0, 1).
 */
export function drawBlock(random: () => number): SideName[] {
  const order: SideName[] = []
  let base = PAIRS_PER_BLOCK
  let head = PAIRS_PER_BLOCK
  while (base + head > 0) {
    // Choosing a side with the share of what is left makes every arrangement equally likely.
    if (random() * (base + head) < base) {
      order.push('base')
      base--
    } else {
      order.push('head')
      head--
    }
  }
  return order
}
