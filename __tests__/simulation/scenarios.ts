import type { Random } from '../../src/stats/random.ts'

/** Kinds of noise that real runners show (statistics, acceptance figures). */
export const SCENARIOS = ['clean', 'spike', 'drift', 'jit', 'mixed'] as const
export type Scenario = (typeof SCENARIOS)[number]

interface Noise {
  /** Share of process values that are hit by a spike of 1.2 to 3 times. */
  spikes: number
  /** Whether the machine drifts under all benchmarks of a job together. */
  drifts: boolean
  /** Log distance between the two modes that a process's JIT settles in, and the share of the slower one. */
  modeGap: number
  modeShare: number
}

const NOISE: Record<Scenario, Noise> = {
  clean: { spikes: 0, drifts: false, modeGap: 0, modeShare: 0 },
  spike: { spikes: 0.05, drifts: false, modeGap: 0, modeShare: 0 },
  drift: { spikes: 0, drifts: true, modeGap: 0, modeShare: 0 },
  jit: { spikes: 0, drifts: false, modeGap: Math.log(1.08), modeShare: 0.5 },
  mixed: { spikes: 0.02, drifts: true, modeGap: Math.log(1.04), modeShare: 0.3 },
}

/** Stationary AR(1) drift, phi .95, and in half of the jobs a step of 15 % up or down at a random slot. */
function driftPath(random: Random, sigma: number, slots: number): number[] {
  const sd = Math.max(sigma, 0.02)
  const phi = 0.95
  const stepAt = random.uniform() < 0.5 ? random.integer(slots) : slots
  const step = random.uniform() < 0.5 ? Math.log(1.15) : -Math.log(1.15)
  let level = sd * random.normal()
  return Array.from({ length: slots }, (_, slot) => {
    if (slot > 0) level = phi * level + Math.sqrt(1 - phi * phi) * sd * random.normal()
    return level + (slot >= stepAt ? step : 0)
  })
}

/**
 * The noise of one job's machine: a function that gives the log value of one benchmark in the process at one slot
 * (0 <= slot < slots). Drift is common to all benchmarks of the slot; everything else is drawn anew.
 */
export function startJob(
  random: Random,
  scenario: Scenario,
  sigma: number,
  slots: number,
): (slot: number) => number {
  const { spikes, drifts, modeGap, modeShare } = NOISE[scenario]
  const drift = drifts ? driftPath(random, sigma, slots) : null
  return (slot) => {
    let value = sigma * random.normal() + (drift ? drift[slot]! : 0)
    if (spikes > 0 && random.uniform() < spikes) value += Math.log(1.2 + 1.8 * random.uniform())
    if (modeGap > 0 && random.uniform() < modeShare) value += modeGap
    return value
  }
}
