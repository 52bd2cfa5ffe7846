import { CONFIRM_BLOCKS } from '../../src/compare/confirm.ts'
import { describe } from '../../src/compare/describe.ts'
import { planLooks } from '../../src/compare/sequential.ts'
import { alignedRankTest, type Sides } from '../../src/stats/aligned-rank.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'
import { CONFIRM_SLOTS, JOB_SLOTS, MAX_PAIRS, Q, TAU, runGate, type GateResult, type Job } from './gate.ts'
import { replayJob, type Recording } from './recordings.ts'
import { startJob, type Scenario } from './scenarios.ts'

/** `hits` of `of` trials. */
export interface Share {
  hits: number
  of: number
}

const SIGMA = 0.03
const SUITE = 50

export function simulatedJob(random: Random, scenario: Scenario, sigma = SIGMA): Job {
  const value = startJob(random, scenario, sigma, JOB_SLOTS + CONFIRM_SLOTS)
  return (slot) => value(slot)
}

const isRegression = ({ progress }: GateResult): boolean => progress.decision === 'regression'

/** Pull requests of a suite that changed nothing, and how many of them are flagged. */
export function flaggedUnchanged(scenario: Scenario, pullRequests: number, seed: string): Share {
  const random = createRandom(`${seed} ${scenario}`)
  let hits = 0
  for (let i = 0; i < pullRequests; i++) {
    const effects = Array<number>(SUITE).fill(0)
    const results = runGate({ random, job: simulatedJob(random, scenario), effects, hypotheses: SUITE })
    if (results.some(isRegression)) hits++
  }
  return { hits, of: pullRequests }
}

/** Exact p-values of unchanged code at `blocks` blocks that are at most each of the levels. */
export function nullCalibration(
  scenario: Scenario,
  tests: number,
  blocks: number,
  levels: readonly number[],
  seed: string,
): Share[] {
  const random = createRandom(`${seed} ${scenario}`)
  const shares = levels.map(() => ({ hits: 0, of: tests }))
  for (let i = 0; i < tests; i++) {
    const job = simulatedJob(random, scenario)
    const data = Array.from({ length: blocks }, (_, block): Sides => {
      const values = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7].map((slot) => job(block * 8 + slot, 0)))
      return { base: values.slice(0, 4), head: values.slice(4) }
    })
    const test = alignedRankTest(data)
    const p = test.tails(test.ranks(0)).upper
    for (const [k, level] of levels.entries()) if (p <= level) shares[k]!.hits++
  }
  return shares
}

export interface Detection {
  detected: Share
  confirmed: Share
  /** Decided `unchanged` (or `improvement`): a slowdown of the fail level was ruled out. */
  passed: Share
  improved: Share
  covered: Share
  meanPairs: number
}

/**
 * One benchmark of fifty has the effect (a fraction; the other 49 weigh on the correction unmeasured): what becomes of
 * it, over `runs` pull requests. Intervals and the confirm stage of `confirmBlocks` are computed when asked for.
 */
export function oneOfFifty(o: {
  scenario: Scenario
  effect: number
  runs: number
  seed: string
  sigma?: number
  confirmBlocks?: number
  intervals?: boolean
}): Detection {
  const random = createRandom(`${o.seed} ${o.scenario} ${o.effect} ${o.sigma ?? SIGMA}`)
  const truth = Math.log1p(o.effect)
  const share = (): Share => ({ hits: 0, of: o.runs })
  const result = {
    detected: share(),
    confirmed: share(),
    passed: share(),
    improved: share(),
    covered: share(),
  }
  let pairs = 0
  for (let i = 0; i < o.runs; i++) {
    const job = simulatedJob(random, o.scenario, o.sigma)
    const gate = runGate({ random, job, effects: [truth], hypotheses: SUITE })[0]!
    const { decision } = gate.progress
    pairs += gate.progress.pairs
    if (decision === 'unchanged' || decision === 'improvement') result.passed.hits++
    if (decision === 'improvement') result.improved.hits++
    if (o.intervals && covers(gate, truth)) result.covered.hits++
    if (decision !== 'regression') continue
    result.detected.hits++
    if (o.confirmBlocks && gate.confirm(o.confirmBlocks).stands) result.confirmed.hits++
  }
  return { ...result, meanPairs: pairs / o.runs }
}

/** Whether the interval that a report shows holds the truth: of a finding, that of the fresh blocks alone. */
function covers({ progress, blocks, stoppedEarly, confirm }: GateResult, truth: number): boolean {
  const failLog = Math.log1p(TAU)
  const isFinding = progress.decision === 'regression' || progress.decision === 'improvement'
  const { low, high } = describe(isFinding ? confirm(CONFIRM_BLOCKS).fresh : blocks, {
    ending: isFinding ? 'confirming' : stoppedEarly ? 'early' : 'planned',
    hypotheses: SUITE,
    q: Q,
    lastWeight: planLooks(MAX_PAIRS).at(-1)!.weight,
    failLog,
  })
  return low <= truth && truth <= high
}

/** Suites of fifty clean benchmarks, the first five of which have the effect: false share of the flagged, true found. */
export function fiveOfFifty(
  effect: number,
  pullRequests: number,
  seed: string,
): { fdr: number; power: Share } {
  const random = createRandom(`${seed} ${effect}`)
  const regressed = 5
  const effects = Array.from({ length: SUITE }, (_, i) => (i < regressed ? Math.log1p(effect) : 0))
  let falseShares = 0
  const power = { hits: 0, of: pullRequests * regressed }
  for (let i = 0; i < pullRequests; i++) {
    const results = runGate({ random, job: simulatedJob(random, 'clean'), effects, hypotheses: SUITE })
    const found = results.slice(0, regressed).filter(isRegression).length
    const wrong = results.slice(regressed).filter(isRegression).length
    power.hits += found
    if (wrong > 0) falseShares += wrong / (wrong + found)
  }
  return { fdr: falseShares / pullRequests, power }
}

/** Replays recorded processes: suites flagged that changed nothing, and one benchmark slowed by `effect` found. */
export function replay(
  recording: Recording,
  effect: number,
  pullRequests: number,
  seed: string,
): { flagged: Share; detected: Share; meanPairs: number } {
  const random = createRandom(seed)
  const suite = recording[0]!.length
  const flagged = { hits: 0, of: pullRequests }
  const detected = { hits: 0, of: pullRequests }
  let pairs = 0
  for (let i = 0; i < pullRequests; i++) {
    const unchanged = Array<number>(suite).fill(0)
    const nothing = runGate({
      random,
      job: replayJob(recording, random),
      effects: unchanged,
      hypotheses: suite,
    })
    if (nothing.some(isRegression)) flagged.hits++
    const slowed = i % suite
    const effects = unchanged.with(slowed, Math.log1p(effect))
    const results = runGate({ random, job: replayJob(recording, random), effects, hypotheses: suite })
    if (isRegression(results[slowed]!)) detected.hits++
    pairs += results[slowed]!.progress.pairs
  }
  return { flagged, detected, meanPairs: pairs / pullRequests }
}
