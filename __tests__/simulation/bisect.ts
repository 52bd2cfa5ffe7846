import { changeOf, decideEnds } from '../../src/bisect/decide.ts'
import { type Candidate, type End, ERROR_RATE, nextStep, type Verified } from '../../src/bisect/search.ts'
import { CONFIRM_BLOCKS } from '../../src/compare/confirm.ts'
import { type Block, PAIRS_PER_BLOCK } from '../../src/model/comparison.ts'
import type { Random } from '../../src/stats/random.ts'
import { shiftEstimate, shiftInterval } from '../../src/stats/hodges-lehmann.ts'
import { CONFIRM_SLOTS, JOB_SLOTS, runGate } from './gate.ts'
import { type Scenario, startJob } from './scenarios.ts'

/** A history and the noise of the machine that measures it. */
export interface Simulated {
  random: Random
  scenario: Scenario
  /** Standard deviation of one process's log value. */
  sigma: number
  /** Log values of the commits, the good end first. */
  levels: readonly number[]
  likely?: readonly boolean[]
  /** Commits that cannot be measured. */
  broken?: ReadonlySet<number>
}

export interface Outcome {
  /** Null: the ends do not differ. */
  end: End | null
  /** Commits whose measurement was begun, the ends and the last comparison with the parent left out. */
  probes: number
  /** Gates between a commit and its parent beyond its first one. */
  furtherGates: number
  /** Of all comparisons. */
  blocks: number
}

const SIDES = [...Array(PAIRS_PER_BLOCK).fill('base'), ...Array(PAIRS_PER_BLOCK).fill('head')]
const LEAST = Math.log(1.02)

/** A whole search, as `bisect` makes it. Throws where it does not end. */
export function simulateSearch({ random, scenario, sigma, levels, likely, broken }: Simulated): Outcome {
  const last = levels.length - 1
  let taken = 0
  /** A session measures one commit against another: the same slots, and so the same drift, for both. */
  const session = (base: number, head: number) => {
    const noise = startJob(random, scenario, sigma, JOB_SLOTS + CONFIRM_SLOTS)
    let slot = 0
    return (): Block => {
      taken += 1
      const block = { base: [] as number[], head: [] as number[] }
      for (const side of random.shuffle(SIDES) as ('base' | 'head')[])
        block[side].push(levels[side === 'base' ? base : head]! + noise(slot++))
      return block
    }
  }

  const ends: Block[] = []
  const measureEnds = session(0, last)
  const decided = () => decideEnds(ends, { exact: false, least: LEAST, level: ERROR_RATE })
  while (!decided().isEnough) ends.push(measureEnds())
  if (decided().decision !== 'differ') return { end: null, probes: 0, furtherGates: 0, blocks: taken }

  const candidates = levels.map((_, at): Candidate => ({ likely: likely?.[at] ?? true, cost: 1 }))
  const blocks = new Map<number, Block[]>()
  const verified = new Map<number, Verified[]>()
  const skipped = new Set<number>()
  const known = { total: changeOf(ends), exact: false, blocks, verified, skipped }
  for (let steps = 0; steps < 30 * levels.length; steps++) {
    const next = nextStep(candidates, known)
    if (next.kind === 'end')
      return {
        end: next.end,
        probes: blocks.size + skipped.size,
        furtherGates: [...verified.values()].reduce((sum, gates) => sum + gates.length - 1, 0),
        blocks: taken,
      }
    if (next.kind === 'measure') {
      if (broken?.has(next.at)) {
        skipped.add(next.at)
        continue
      }
      const own: Block[] = []
      const measure = session(next.at, last)
      while (!next.isEnough(own)) own.push(measure())
      blocks.set(next.at, own)
    } else {
      const { old, fresh } = next.bracket.ahead
      const noise = startJob(random, scenario, sigma, JOB_SLOTS + CONFIRM_SLOTS)
      const effect = levels[next.at]! - levels[next.at - 1]!
      const tau = Math.expm1(Math.abs(old - fresh) / 2)
      const [gate] = runGate({ random, job: noise, effects: [effect], hypotheses: 1, tau })
      const { progress, blocks: first, confirm } = gate!
      const isChange = progress.decision === 'regression' || progress.decision === 'improvement'
      const { stands, fresh: again } = isChange ? confirm(CONFIRM_BLOCKS) : { stands: false, fresh: first }
      taken += first.length + (isChange ? again.length : 0)
      const change = { log: shiftEstimate(again), ...shiftInterval(again, 0.025) }
      verified.set(next.at, [...(verified.get(next.at) ?? []), { change, detected: isChange, stands }])
    }
  }
  throw new Error(`a search of ${last} commits does not end`)
}

/** Levels of so many commits with a step of this log size at one of them. */
export const withStep = (commits: number, at: number, size: number): number[] =>
  Array.from({ length: commits + 1 }, (_, i) => (i >= at ? size : 0))
