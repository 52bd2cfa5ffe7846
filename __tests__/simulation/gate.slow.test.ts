import { describe, expect, test } from 'vitest'
import { CONFIRM_BLOCKS } from '../../src/compare/confirm.ts'
import { createRandom } from '../../src/stats/random.ts'
import { rateLimits } from './binomial.ts'
import { runGate } from './gate.ts'
import {
  fiveOfFifty,
  flaggedUnchanged,
  nullCalibration,
  oneOfFifty,
  replay,
  simulatedJob,
  type Share,
} from './measures.ts'
import { scorePeers } from './peers.ts'
import { readRecording } from './recordings.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'

/*
 * Short versions of `npm run simulate` with fixed seeds. A rate passes when its own 99.9 % limit (one-sided, binomial)
 * does not contradict the required one, so that a rate which truly meets it fails once in a thousand seeds at most. The
 * first test is sized to fail the other way round too: it knows the rate that the design spends.
 */
const CONFIDENCE = 0.999
const atMost = (share: Share, limit: number): void =>
  expect(rateLimits(share, CONFIDENCE).low, `${share.hits} of ${share.of}`).toBeLessThanOrEqual(limit)
const atLeast = (share: Share, limit: number): void =>
  expect(rateLimits(share, CONFIDENCE).high, `${share.hits} of ${share.of}`).toBeGreaterThanOrEqual(limit)

test('a lone unchanged benchmark is proven worse in at most 5 % of pull requests, over all looks together', () => {
  // With one hypothesis nothing hides behind the correction: spending every look at q instead of its weight would
  // give 6 to 12 %, q doubled 7 %. A fail level out of reach keeps every run going to the last look.
  const random = createRandom('spending')
  const share = { hits: 0, of: 8000 }
  for (let i = 0; i < share.of; i++) {
    const job = simulatedJob(random, 'clean')
    const { progress } = runGate({ random, job, effects: [0], hypotheses: 1, tau: 1e-6, maxPairs: 32 })[0]!
    if (progress.decision === 'regression' || progress.decision === 'slower-small') share.hits++
  }
  expect(rateLimits(share, CONFIDENCE).high).toBeLessThanOrEqual(0.05)
  // Nor is the error rate left unspent: a test that never rejects would pass the line above.
  expect(rateLimits(share, CONFIDENCE).low).toBeGreaterThan(0.02)
})

test.each(['clean', 'jit'] as const)(
  'unchanged suites of fifty, %s: at most one in twenty flagged',
  (scenario) => {
    atMost(flaggedUnchanged(scenario, 50, 'short'), 0.05)
  },
)

test.each(SCENARIOS)('p-values of unchanged code are calibrated, %s', (scenario) => {
  const [small, large] = nullCalibration(scenario, 4000, 4, [0.01, 0.1], 'short')
  atMost(small!, 0.01)
  atMost(large!, 0.1)
  atLeast(small!, 0.0085)
  atLeast(large!, 0.095)
})

describe('a 5 % slowdown of one of fifty', () => {
  const least: Record<Scenario, number> = { clean: 0.95, spike: 0.86, drift: 0.9, jit: 0.38, mixed: 0.75 }
  test.each(SCENARIOS)('%s: detected as often as required, rarely passed as unchanged', (scenario) => {
    const runs = 1000
    const found = oneOfFifty({ scenario, effect: 0.05, runs, seed: 'short', confirmBlocks: CONFIRM_BLOCKS })
    atLeast(found.detected, least[scenario])
    atMost(found.passed, 0.05)
    if (scenario !== 'clean') return
    atLeast(found.confirmed, 0.9)
    // Standard deviation of a run's pairs is about 7.
    expect(found.meanPairs).toBeLessThan(17.5)
  })

  test.each(SCENARIOS)('%s: a slowdown twice as large is hardly ever missed', (scenario) => {
    atLeast(oneOfFifty({ scenario, effect: 0.1, runs: 200, seed: 'short' }).detected, 0.99)
  })

  test.each([0, 0.05, 0.1])('the interval covers an effect of %d at the stop', (effect) => {
    const { covered } = oneOfFifty({ scenario: 'clean', effect, runs: 400, seed: 'short', intervals: true })
    atLeast(covered, 0.935)
    expect(rateLimits(covered, CONFIDENCE).low).toBeGreaterThan(0.89)
  })
})

test('unchanged benchmarks are let go early', () => {
  const pairs = (sigma: number): number =>
    oneOfFifty({ scenario: 'clean', effect: 0, sigma, runs: 2000, seed: 'short' }).meanPairs
  expect(pairs(0.01)).toBeLessThanOrEqual(4.2)
  expect(pairs(0.03)).toBeLessThanOrEqual(9)
})

test.each([
  [-0.05, 0.01, 0.98],
  [-0.1, 0.03, 0.97],
  [-0.5, 0.03, 0.99],
])('an improvement of %d at sigma %d is called one', (effect, sigma, least) => {
  atLeast(oneOfFifty({ scenario: 'clean', effect, sigma, runs: 500, seed: 'short' }).improved, least)
})

test('five of fifty 10 % slower: few false discoveries, nearly all found', () => {
  const { fdr, power } = fiveOfFifty(0.1, 60, 'short')
  expect(fdr).toBeLessThanOrEqual(0.05)
  atLeast(power, 0.98)
})

const recording = readRecording('p10')
test.skipIf(!recording)('recorded processes replayed (needs ../shared/data/recordings)', () => {
  const { flagged, detected, meanPairs } = replay(recording!, 0.05, 300, 'short')
  atMost(flagged, 0.05)
  atLeast(detected, 0.9)
  expect(meanPairs).toBeLessThanOrEqual(12)
})

test('a rule without a correction flags most unchanged suites, so the simulation can tell', () => {
  const job = (random: Parameters<typeof simulatedJob>[0]) => simulatedJob(random, 'clean')
  const scores = scorePeers({ job, suite: 50, effect: 0.05, pullRequests: 100, seed: 'short' })
  const welch = scores.find(({ name }) => name.startsWith('Welch'))!
  // 1 - .975^50 = .72.
  atLeast(welch.flagged, 0.72)
  expect(rateLimits(welch.flagged, CONFIDENCE).low).toBeGreaterThan(0.5)
  atMost(scores.at(-1)!.flagged, 0.05)
})
