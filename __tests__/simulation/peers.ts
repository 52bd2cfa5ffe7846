import { mean, sampleVariance } from 'simple-statistics'
import { alignedRankTest } from '../../src/stats/aligned-rank.ts'
import { incompleteBeta } from '../../src/stats/incomplete-beta.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'
import { JOB_SLOTS, runGate, type Job } from './gate.ts'
import type { Share } from './measures.ts'

/** Two-sided level of the peers' tests; a rule flags a benchmark when head is the slower side. */
const LEVEL = 0.05

/** Exact two-sided Mann-Whitney test: the aligned rank test on one block is the rank sum test. */
function mannWhitneySlower(base: readonly number[], head: readonly number[]): boolean {
  const test = alignedRankTest([{ base, head }])
  return test.rejects(test.ranks(0), 'upper', LEVEL / 2)
}

/**
 * Welch's t-test on the values themselves, as tools apply it. Tail of Student's t by the incomplete beta function
 * (M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 26.7.1).
 */
function welchSlower(base: readonly number[], head: readonly number[]): boolean {
  const variances = [base, head].map((values) => sampleVariance(values) / values.length) as [number, number]
  const squared = (variances[0] + variances[1]) ** 2
  const freedom = squared / (variances[0] ** 2 / (base.length - 1) + variances[1] ** 2 / (head.length - 1))
  const t = (mean(head) - mean(base)) / Math.sqrt(variances[0] + variances[1])
  return t > 0 && incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) <= LEVEL
}

interface Rule {
  name: string
  /** Processes a side. */
  processes: number
  interleaved: boolean
  slower: (base: readonly number[], head: readonly number[]) => boolean
}

const ratio =
  (limit: number): Rule['slower'] =>
  (base, head) =>
    head[0]! / base[0]! > limit

const RULES: readonly Rule[] = [
  { name: 'ratio 200 %, 1 + 1', processes: 1, interleaved: false, slower: ratio(2) },
  { name: 'ratio 110 %, 1 + 1', processes: 1, interleaved: false, slower: ratio(1.1) },
  {
    name: 'Mann-Whitney .05, 10 + 10, one side after the other',
    processes: 10,
    interleaved: false,
    slower: mannWhitneySlower,
  },
  {
    name: 'Mann-Whitney .05, 10 + 10, interleaved',
    processes: 10,
    interleaved: true,
    slower: mannWhitneySlower,
  },
  {
    name: 'Welch t .05, 10 + 10, one side after the other',
    processes: 10,
    interleaved: false,
    slower: welchSlower,
  },
  { name: 'Welch t .05, 10 + 10, interleaved', processes: 10, interleaved: true, slower: welchSlower },
]

export interface Score {
  name: string
  flagged: Share
  found: Share
}

/** Which benchmarks of one job a rule calls slower; the first one has the log effect on head. */
function judge(rule: Rule, job: Job, suite: number, effect: number): boolean[] {
  return Array.from({ length: suite }, (_, benchmark) => {
    const base: number[] = []
    const head: number[] = []
    for (let slot = 0; slot < 2 * rule.processes; slot++) {
      const isHead = rule.interleaved ? slot % 2 === 1 : slot >= rule.processes
      const value = job(slot, benchmark) + (isHead && benchmark === 0 ? effect : 0)
      ;(isHead ? head : base).push(Math.exp(value))
    }
    return rule.slower(base, head)
  })
}

/**
 * Every rule on `pullRequests` jobs twice: how many suites in which nothing changed are flagged, and how often a
 * slowdown by `effect` (a fraction) of the first benchmark is found. Ours comes last.
 */
export function scorePeers(o: {
  job: (random: Random) => Job
  suite: number
  effect: number
  pullRequests: number
  seed: string
}): Score[] {
  const effect = Math.log1p(o.effect)
  const score = (name: string, flags: (random: Random, effect: number) => boolean[]): Score => {
    const random = createRandom(`${o.seed} ${name}`)
    const flagged = { hits: 0, of: o.pullRequests }
    const found = { hits: 0, of: o.pullRequests }
    for (let i = 0; i < o.pullRequests; i++) {
      if (flags(random, 0).includes(true)) flagged.hits++
      if (flags(random, effect)[0]) found.hits++
    }
    return { name, flagged, found }
  }
  const peers = RULES.map((rule) =>
    score(rule.name, (random, effect) => judge(rule, o.job(random), o.suite, effect)),
  )
  const ours = score(`Benchgate, ${JOB_SLOTS / 2} pairs at most`, (random, effect) =>
    runGate({
      random,
      job: o.job(random),
      effects: Array<number>(o.suite).fill(0).with(0, effect),
      hypotheses: o.suite,
    }).map(({ progress }) => progress.decision === 'regression'),
  )
  return [...peers, ours]
}
