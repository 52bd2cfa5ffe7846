import { confirmChange } from '../../src/compare/confirm.ts'
import { blocksToDecide } from '../../src/compare/outlook.ts'
import { decideLook, planLooks, type Progress } from '../../src/compare/sequential.ts'
import type { Hypothesis } from '../../src/model/plan.ts'
import { type Block, PAIRS_PER_BLOCK } from '../../src/model/comparison.ts'
import type { Random } from '../../src/stats/random.ts'

/** Log value of one benchmark (0, 1, ...) in the process at one slot of a job, both sides running the same code. */
export type Job = (slot: number, benchmark: number) => number

export const Q = 0.05
export const TAU = 0.05
/** The longest plan, of a gate with time to spare. */
export const MAX_PAIRS = 96
const SLOTS_PER_BLOCK = 2 * PAIRS_PER_BLOCK
/** Slots that a job can need: the comparison and then the confirm stage. */
export const JOB_SLOTS = 2 * MAX_PAIRS
export const CONFIRM_SLOTS = 4 * SLOTS_PER_BLOCK

const SIDES = [...Array(PAIRS_PER_BLOCK).fill('base'), ...Array(PAIRS_PER_BLOCK).fill('head')]

export interface GateResult {
  progress: Progress
  blocks: Block[]
  stoppedEarly: boolean
  /** Measures `count` fresh blocks, and whether they confirm the finding. */
  confirm(count: number): { stands: boolean; fresh: Block[] }
}

/**
 * Runs one gate as the pipeline does: blocks in random order, only undecided benchmarks after the first, looks as
 * planned. `effects` holds the log slowdown of head for each measured benchmark; `hypotheses` may exceed their number,
 * the others then weigh on the correction without being measured.
 */
export function runGate(o: {
  random: Random
  job: Job
  effects: readonly number[]
  hypotheses: number
  tau?: number
  maxPairs?: number
}): GateResult[] {
  const { tau = TAU, maxPairs = MAX_PAIRS } = o
  const hypotheses = Array.from({ length: o.hypotheses }, (_, i): Hypothesis => ({
    key: String(i),
    warnLog: Math.log1p(tau / 2),
    failLog: Math.log1p(tau),
  }))
  const blocks = new Map(o.effects.map((_, i) => [String(i), [] as Block[]]))
  let slot = 0
  const measure = (keys: readonly string[]): void => {
    const arrangement: readonly ('base' | 'head')[] = o.random.shuffle(SIDES)
    for (const key of keys) {
      const effect = o.effects[Number(key)]!
      const block = { base: [] as number[], head: [] as number[] }
      for (const [i, side] of arrangement.entries()) {
        block[side].push(o.job(slot + i, Number(key)) + (side === 'head' ? effect : 0))
      }
      blocks.get(key)!.push(block)
    }
    slot += SLOTS_PER_BLOCK
  }

  const looks = planLooks(maxPairs)
  let progress = new Map<string, Progress>()
  const hopeless = new Set<string>()
  let drawn = 0
  for (const [lookIndex, look] of looks.entries()) {
    const undecided = [...blocks.keys()].filter((key) => !progress.get(key)?.decision && !hopeless.has(key))
    if (undecided.length === 0 && hopeless.size === 0) break
    for (; drawn < look.blocks; drawn++) measure(undecided)
    const final = lookIndex === looks.length - 1
    progress = decideLook({ looks, lookIndex, final, q: Q, hypotheses, blocks, progress })
    for (const key of undecided) {
      if (progress.get(key)!.decision !== null) continue
      const hypothesis = hypotheses[Number(key)]!
      const own = blocks.get(key)!
      const { failRuledOut } = progress.get(key)!
      const outlook = {
        blocks: own,
        hypothesis,
        failRuledOut,
        looks,
        lookIndex,
        q: Q,
        hypotheses: o.hypotheses,
      }
      if (blocksToDecide(outlook, Infinity) === null) hopeless.add(key)
    }
  }

  return [...blocks].map(([key, own]) => ({
    progress: progress.get(key)!,
    blocks: [...own],
    stoppedEarly: progress.get(key)!.atBlocks! < looks.at(-1)!.blocks,
    confirm(count) {
      const before = own.length
      for (let i = 0; i < count; i++) measure([key])
      const fresh = own.splice(before)
      const detected = progress.get(key)!.decision === 'improvement' ? 'improvement' : 'regression'
      return {
        fresh,
        stands: confirmChange({ detected, fresh, hypothesis: hypotheses[Number(key)]! }).stands,
      }
    },
  }))
}
