import { describe, type Ending } from '../../src/compare/describe.ts'
import { CONFIRM_BLOCKS } from '../../src/compare/confirm.ts'
import { planLooks } from '../../src/compare/sequential.ts'
import { needsNarrowing } from '../../src/gate/narrow-changes.ts'
import type { Block } from '../../src/model/comparison.ts'
import { Z95 } from '../../src/stats/change-point.ts'
import { createRandom } from '../../src/stats/random.ts'
import { type GateResult, MAX_PAIRS, Q, runGate, TAU } from './gate.ts'
import { simulatedJob } from './measures.ts'

/** A change from the parent as a push records it. */
interface Link {
  log: number
  /** The standard error that its interval states. */
  error: number
  /** Blocks that the push took, those that confirm a change included. */
  blocks: number
  covered: boolean
}

/** What pushes record of a change; histories draw their links from these. */
export interface Links {
  unchanged: readonly Link[]
  changed: readonly Link[]
}

/** Benchmarks of a suite, one of which is looked at. */
const SUITE = 50

/** `narrow`: measured on until intervals are narrow, as pushes are; else only until they are decided. */
export interface Pushes {
  /** Standard deviation of one process. */
  process: number
  narrow: boolean
}

/** Pushes that change nothing, and pushes that change the benchmark by a factor. */
export function simulatedLinks(o: Pushes, { count, factor }: { count: number; factor: number }): Links {
  const links = (truth: number): Link[] =>
    Array.from({ length: count }, (_, i) => {
      const random = createRandom(`links ${o.process} ${truth} ${i}`)
      const job = simulatedJob(random, 'clean', o.process)
      return recorded(runGate({ random, job, effects: [truth], hypotheses: SUITE })[0]!, truth, o.narrow)
    })
  return { unchanged: links(0), changed: links(Math.log(factor)) }
}

function recorded(gate: GateResult, truth: number, narrow: boolean): Link {
  const { decision } = gate.progress
  if (decision === 'regression' || decision === 'improvement') {
    const { fresh } = gate.confirm(CONFIRM_BLOCKS)
    return linkOf(fresh, 'confirming', { truth, blocks: gate.blocks.length + fresh.length })
  }
  const blocks = [...gate.blocks]
  const ending = gate.stoppedEarly ? 'early' : 'planned'
  for (;;) {
    const link = linkOf(blocks, ending, { truth, blocks: blocks.length })
    if (!narrow || !needsNarrowing(link, blocks.length)) return link
    blocks.push(...gate.confirm(1).fresh)
  }
}

function linkOf(
  measured: readonly Block[],
  ending: Ending,
  { truth, blocks }: { truth: number; blocks: number },
): Link & { low: number; high: number } {
  const { estimate, low, high } = describe(measured, {
    ending,
    hypotheses: SUITE,
    q: Q,
    lastWeight: planLooks(MAX_PAIRS).at(-1)!.weight,
    failLog: Math.log1p(TAU),
  })
  const error = (high - low) / (2 * Z95)
  return { log: estimate, low, high, error, blocks, covered: low <= truth && truth <= high }
}
