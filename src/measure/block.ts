import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { SuiteFailure } from '../model/evidence.ts'
import type { MeasuredBlock, ProcessStats } from '../model/sample.ts'
import { SIDES, type SideName } from '../model/side.ts'
import type { BlockOutcome, Ids, OnFraction } from './session.ts'

/** The processes of one block, in the order in which they ran. */
type Ran<Process> = readonly { side: SideName; process: Process }[]

/**
 * A uniformly random arrangement of four base and four head processes. The exactness of the test depends on
 * this draw alone. `random` gives uniform numbers in [0, 1).
 */
export function drawBlock(random: () => number): SideName[] {
  const order: SideName[] = []
  let base = PAIRS_PER_BLOCK
  let head = PAIRS_PER_BLOCK
  while (base + head > 0) {
    // Drawing each side in proportion to its remaining processes makes every arrangement equally likely.
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

/**
 * Runs a block in random order, on the sides that have something to run. Ends with the first process that
 * fails, for which `start` resolves to a message.
 */
export async function runBlock<Process extends object>(
  o: { suite: string; ids: Ids; random: () => number; onFraction: OnFraction },
  start: (side: SideName) => Promise<Process | string>,
): Promise<{ ran: Ran<Process>; failure: null } | { ran: null; failure: SuiteFailure }> {
  const ran: { side: SideName; process: Process }[] = []
  const order = drawBlock(o.random)
  for (const [i, side] of order.entries()) {
    if (o.ids[side].length > 0) {
      const process = await start(side)
      if (typeof process === 'string') {
        return { ran: null, failure: { suite: o.suite, side, message: process } }
      }
      ran.push({ side, process })
    }
    o.onFraction((i + 1) / order.length)
  }
  return { ran, failure: null }
}

/**
 * Keeps what was wanted of one block's processes. A benchmark that any of them lacks is left out, because the
 * test needs every process of a block.
 */
export function collectBlocks<Process>(
  ran: Ran<Process>,
  wanted: Ids,
  statsOf: (process: Process, side: SideName, id: string) => ProcessStats | null,
): Map<string, MeasuredBlock> {
  const blocks = new Map<string, MeasuredBlock>()
  for (const { side, process } of ran) {
    for (const id of wanted[side]) {
      const stats = statsOf(process, side, id)
      if (stats === null) continue
      const block = blocks.get(id) ?? { base: [], head: [] }
      block[side].push(stats)
      blocks.set(id, block)
    }
  }
  for (const [id, block] of blocks) {
    const isWhole = SIDES.every(
      (side) => !wanted[side].includes(id) || block[side].length === PAIRS_PER_BLOCK,
    )
    if (!isWhole) blocks.delete(id)
  }
  return blocks
}

export const noBlocks = (failure: SuiteFailure | null): BlockOutcome => ({ blocks: new Map(), failure })
