import { invariant } from '../errors.ts'
import { type Block, type Decision, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { type Hypothesis, type Look, USUAL_BLOCKS } from '../model/plan.ts'
import { alignedRankTest } from '../stats/aligned-rank.ts'
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts'
import { shiftEstimate } from '../stats/hodges-lehmann.ts'
import { checkBlocks } from './check-blocks.ts'

/** Arrangements of one block. The reciprocal is the smallest p-value that one block can give. */
const ARRANGEMENTS = 70

/** False discovery rate over all benchmarks and metrics of one gate. */
export const Q = 0.05

// Chosen by simulation. The first look can only rule a slowdown out: one block never proves a change at a
// corrected level, and its beta lies just above the 1/70 that one block can show. The second look has enough
// weight for two blocks to prove a large slowdown in a suite of up to 61 (q w / m > 70^-2). The weight saved
// for the last look detects changes in noisy benchmarks.
const LOOKS: readonly Look[] = [
  { blocks: 1, weight: 0, beta: 0.0145 },
  { blocks: 2, weight: 0.25, beta: 0.012 },
  { blocks: 3, weight: 0.1, beta: 0.008 },
  { blocks: 4, weight: 0.12, beta: 0.006 },
  { blocks: 5, weight: 0.12, beta: 0.004 },
  { blocks: 6, weight: 0.15, beta: 0.003 },
  { blocks: USUAL_BLOCKS, weight: 0.26, beta: 0.0025 },
]
const PASS_LEVEL = 0.05

/** With fewer blocks no test can reject at this level, whatever the values are. */
export const blocksToReject = (level: number): number =>
  Math.ceil(Math.log(1 / level) / Math.log(ARRANGEMENTS) - 1e-9)

/**
 * One-sided p up to which a head that looks faster is worth another look. Chosen by simulation (process sigma
 * 3 %): .06 measures unchanged code for 8.8 pairs instead of 8.5 and proves 74 % of 5 % improvements; .1
 * would cost 9.0 pairs.
 */
const PROMISING = 0.06

/**
 * The looks of a comparison of at most `maxPairs` (at least 4) pairs, the last one at `maxPairs` rounded down
 * to whole blocks. Fewer than 32 pairs take the first rows of the default table, scaled to the same sums.
 * More pairs add looks at 48, 64, 96, 128, ... pairs, which share the weight and beta of the default last
 * look: each takes half of what is left, so that the looks before it decide as they do in a short comparison.
 */
export function planLooks(maxPairs: number): Look[] {
  const maxBlocks = Math.floor(maxPairs / PAIRS_PER_BLOCK)
  invariant(maxBlocks >= 1 && Number.isFinite(maxBlocks), `${maxPairs} pairs do not fill one block`)
  const looks: Look[] = []
  for (let i = 0; looks.at(-1)?.blocks !== maxBlocks; i++) {
    looks.push({ ...tableRow(i), blocks: Math.min(tableRow(i).blocks, maxBlocks) })
  }
  const shared = looks.slice(LOOKS.length - 1)
  for (const [i, look] of shared.entries()) {
    const part = 0.5 ** Math.min(i + 1, shared.length - 1)
    look.weight *= part
    look.beta *= part
  }
  const weightSum = sum(looks.map(({ weight }) => weight))
  const betaSum = sum(looks.map(({ beta }) => beta))
  return looks.map(({ blocks, weight, beta }) => ({
    blocks,
    // A single look takes all the weight.
    weight: weightSum === 0 ? 1 : weight / weightSum,
    beta: (beta / betaSum) * PASS_LEVEL,
  }))
}

/** A row of the default table, which continues at 1.5 and 1.33 times the blocks of the row before. */
function tableRow(index: number): Look {
  const known = LOOKS[index]
  if (known) return known
  const beyond = index - LOOKS.length
  return { ...LOOKS.at(-1)!, blocks: (beyond % 2 === 0 ? 12 : 16) * 2 ** (beyond >> 1) }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/**
 * What is known of one hypothesis after a look. Estimate and pairs are those of its last look that had data.
 */
export interface Progress {
  key: string
  /**
   * Repeated p-values within (0, 1]: the minimum over the looks of the exact p divided by the look's weight.
   */
  pWorse: number
  pBetter: number
  decision: Decision | null
  /** Blocks of this hypothesis when it was decided. */
  atBlocks: number | null
  /** Log cost, positive is worse; null before the first block. */
  estimate: number | null
  pairs: number
  /** A slowdown of the fail level was ruled out at one of the looks. */
  failRuledOut: boolean
}

interface LookInput {
  looks: readonly Look[]
  /** Index into `looks` of the look that is being taken. */
  lookIndex: number
  /** No later look will come: what is still undecided after this one becomes inconclusive. */
  final: boolean
  /** False discovery rate within (0, 1). */
  q: number
  /** Every hypothesis that was fixed before the start, stopped ones included. */
  hypotheses: readonly Hypothesis[]
  /** All blocks so far by hypothesis key, in log costs. */
  blocks: ReadonlyMap<string, readonly Block[]>
  /** What the look before this one returned; empty at the first. */
  progress: ReadonlyMap<string, Progress>
}

/** What one look adds to a hypothesis that was undecided before it. */
interface LookResult {
  hypothesis: Hypothesis
  estimate: number
  failRuledOut: boolean
  /** Faster by the floor or more, and unlikely by chance: an improvement that a later look may prove. */
  looksBetter: boolean
  blocks: number
}

/**
 * Takes one look: tests every undecided hypothesis on its blocks, controls the false discovery rate over all
 * of them, and decides what can be decided (rules: `decide`). Returns the progress of every hypothesis; that
 * of a decided one is unchanged. A hypothesis without blocks stays undecided with p = 1, even at the final
 * look, because there is nothing to judge.
 */
export function decideLook(input: LookInput): Map<string, Progress> {
  const { looks, lookIndex, final, q, hypotheses, blocks } = input
  const look = looks[lookIndex]
  invariant(look, `look ${lookIndex} is not planned`)
  const weight = spendableWeights(looks, q, hypotheses.length)[lookIndex]!

  const progress = new Map<string, Progress>()
  const results: LookResult[] = []
  for (const hypothesis of hypotheses) {
    const { key } = hypothesis
    const before = input.progress.get(key) ?? notYetMeasured(key)
    const own = blocks.get(key) ?? []
    const isOpen = before.decision === null && own.length > 0
    const next = isOpen ? testAgain(hypothesis, own, before, { ...look, weight }) : null
    progress.set(key, next?.progress ?? before)
    if (next !== null) results.push(next.result)
  }

  // Over all hypotheses, decided ones included: the family was fixed before the start.
  const worse = rejected(progress, q, ({ pWorse }) => pWorse)
  const better = rejected(progress, q, ({ pBetter }) => pBetter)
  for (const item of results) {
    const { key } = item.hypothesis
    const decision = decide(item, { worse: worse.has(key), better: better.has(key), final })
    if (decision) Object.assign(progress.get(key)!, { decision, atBlocks: item.blocks })
  }
  return progress
}

/** Tests one open hypothesis on all its blocks so far. */
function testAgain(
  hypothesis: Hypothesis,
  blocks: readonly Block[],
  before: Progress,
  { weight, beta }: Pick<Look, 'weight' | 'beta'>,
): { progress: Progress; result: LookResult } {
  const { key } = hypothesis
  checkBlocks(key, blocks)
  const pairs = blocks.reduce((sum, { base, head }) => sum + Math.min(base.length, head.length), 0)
  // No test without new blocks. Which hypotheses get none depends on the data, and a second test of the same
  // blocks would be one look more than was planned. Rejections of other hypotheses may still make this one
  // rejected.
  if (pairs === before.pairs) {
    const { failRuledOut } = before
    const estimate = before.estimate!
    const result = { hypothesis, estimate, failRuledOut, looksBetter: false, blocks: blocks.length }
    return { progress: { ...before }, result }
  }
  const test = alignedRankTest(blocks)
  const p = test.tails(test.ranks(0))
  const estimate = shiftEstimate(blocks)
  const failRuledOut = before.failRuledOut || test.rejects(test.ranks(hypothesis.failLog), 'lower', beta)
  const looksBetter = estimate <= -hypothesis.warnLog && p.lower <= PROMISING
  return {
    progress: {
      key,
      pWorse: spent(before.pWorse, p.upper, weight),
      pBetter: spent(before.pBetter, p.lower, weight),
      decision: null,
      atBlocks: null,
      estimate,
      pairs,
      failRuledOut,
    },
    result: { hypothesis, estimate, failRuledOut, looksBetter, blocks: blocks.length },
  }
}

/**
 * The stop rule for one hypothesis, in this order. Proven worse by at least the floor: regression. A slowdown
 * of the fail level ruled out: slower-small if proven worse nevertheless, improvement if proven better by at
 * least the floor, otherwise unchanged. Neither: undecided, or inconclusive at the final look.
 */
function decide(
  { hypothesis: { warnLog }, estimate, failRuledOut, looksBetter }: LookResult,
  { worse, better, final }: { worse: boolean; better: boolean; final: boolean },
): Decision | null {
  if (worse && estimate >= warnLog) return 'regression'
  if (failRuledOut) {
    if (worse) return 'slower-small'
    if (better && estimate <= -warnLog) return 'improvement'
    // One block rules a slowdown out long before any test can prove an improvement. Stopping there would call
    // every large improvement unchanged, so one that looks likely is measured on until it is proven or no
    // longer looks likely.
    if (!looksBetter || final) return 'unchanged'
  }
  return final ? 'inconclusive' : null
}

const notYetMeasured = (key: string): Progress => ({
  key,
  pWorse: 1,
  pBetter: 1,
  decision: null,
  atBlocks: null,
  estimate: null,
  pairs: 0,
  failRuledOut: false,
})

/**
 * The repeated p-value after one more look. Dividing by weights that sum to 1 keeps it a p-value
 * (Bonferroni).
 */
function spent(before: number, p: number, weight: number): number {
  return weight > 0 ? Math.min(before, p / weight) : before
}

/**
 * The looks' weights after each look that cannot reject anything has passed its weight to the next. With m
 * hypotheses the strictest threshold is q w / m, and b blocks give no p-value below 70^-b. This depends on
 * the plan only, so it is fixed before the first measurement.
 */
export function spendableWeights(looks: readonly Look[], q: number, hypotheses: number): number[] {
  let carried = 0
  return looks.map(({ blocks, weight }, i) => {
    const available = weight + carried
    const useless = (q * available) / hypotheses < ARRANGEMENTS ** -blocks
    carried = useless && i < looks.length - 1 ? available : 0
    return carried > 0 ? 0 : available
  })
}

function rejected(
  progress: ReadonlyMap<string, Progress>,
  q: number,
  pValue: (progress: Progress) => number,
): Set<string> {
  const all = [...progress.values()]
  const rejections = benjaminiHochberg(all.map(pValue), q)
  return new Set(all.filter((_, i) => rejections[i]).map(({ key }) => key))
}
