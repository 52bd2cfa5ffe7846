import { expect, test } from 'vitest'
import { idOf, keyed } from '../keys.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { blocksToPlan, type Measuring, measurePlan, type Stage } from '../../src/gate/blocks.ts'
import { confirmChanges } from '../../src/gate/confirm-changes.ts'
import { evidenceOf, type Facts, factsOf } from '../../src/gate/facts.ts'
import { chooseGated } from '../../src/gate/gated-metrics.ts'
import { takeAllLooks } from '../../src/gate/looks.ts'
import { planOf } from '../../src/gate/plan.ts'
import type { GateRequest } from '../../src/gate/request.ts'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import type { Ids, Session } from '../../src/measure/session.ts'
import { PAIRS_PER_BLOCK } from '../../src/model/comparison.ts'
import type { TimingStats } from '../../src/model/sample.ts'
import { createRandom } from '../../src/stats/random.ts'

const SUITE = 'a.bench.ts'
const place = { file: SUITE, line: 1, hash: 'x' }

/** How much slower head is beside its neighbours and alone, and how noisy processes are: all on the log scale. */
interface Planted {
  effect?: number
  alone?: number
  sigma?: number
}

/** A gate whose processes are drawn at random in place of run; it notes what each block held. */
function gateOf(
  planted: Record<string, Planted>,
  o: { blockMs?: number; timeMs?: number; seed?: string } = {},
) {
  const { blockMs = 1, timeMs = 1e9, seed = 'sampling' } = o
  const random = createRandom(seed)
  const ids = Object.keys(planted)
  const measured: { ids: readonly string[]; swapped: boolean }[] = []
  let swapped = false
  const stats = (log: number): TimingStats => {
    const p10 = 1000 * Math.exp(log)
    const { min, mean, p50, p75, max } = { min: p10, mean: p10, p50: p10, p75: p10, max: p10 }
    return { samples: 60, min, mean, p10, p50, p75, max, cpuShare: 1, tail: null }
  }
  const session: Session = {
    discover: async () => ({ failures: [], lateErrors: [], warnings: [] }),
    calibrate: async () => [],
    parts: (_suite, some, all) => (some.head.length === 0 ? [] : [{ ids: some, all }]),
    estimateBlockMs: (_suite, { head }: Ids) => blockMs * head.length,
    indivisible: () => [],
    dropped: () => [],
    measureBlock: async (_suite, { head: some }) => {
      measured.push({ ids: some, swapped })
      // Time goes by as the estimates say, whatever the clock does.
      stage.deadline -= blockMs * some.length
      const block = (id: string) => {
        const { effect = 0, alone = effect, sigma = 0.01 } = planted[id.slice(`${SUITE} › `.length)]!
        const side = (shift: number) =>
          Array.from({ length: PAIRS_PER_BLOCK }, () => stats(shift + sigma * random.normal()))
        return { base: side(0), head: side(some.length === 1 ? alone : effect) }
      }
      return { blocks: new Map(some.map((id) => [id, block(id)])), failure: null }
    },
  }
  const survey = {
    benchmarks: ids.map((id) => ({
      ...keyed(id, SUITE),
      source: 'suite' as const,
      metrics: [],
      base: place,
      head: place,
      onBase: null,
    })),
    failures: [],
    lateErrors: [],
    warnings: [],
    indivisible: [],
  }
  const request: GateRequest = {
    command: 'check',
    project: '.',
    config: DEFAULT_CONFIG,
    base: { kind: 'merge-base' },
    head: { kind: 'working-tree' },
    filter: null,
    seed,
  }
  const counts = new FailureCounts()
  const facts: Facts = {
    origin: { kind: 'paired' },
    survey,
    failures: counts.failures,
    first: new Map(),
    fresh: new Map(),
  }
  const stage: Stage = {
    request,
    runtime: { onProgress: () => {} },
    session,
    random,
    facts,
    commands: new Set(),
    counts: new FailureCounts(),
    deadline: performance.now() + timeMs,
  }
  const gated = chooseGated(request, survey)
  const maxPairs = PAIRS_PER_BLOCK * blocksToPlan(stage, gated)
  const state: Measuring = Object.assign(stage, { plan: planOf(gated, maxPairs) })
  const run = async () => {
    const outcome = await measurePlan(state)
    const swap = async () => void (swapped = true)
    await confirmChanges(state, { progress: outcome.progress, swap, builtInPlace: new Set() })
    return {
      ...outcome,
      decision: (id: string) => outcome.progress.get(`${SUITE} › ${id}\ntime`)!.decision,
    }
  }
  const blocks = (id: string) => facts.first.get(idOf(id, SUITE))!.length
  return { request, state, facts, maxPairs, measured, run, blocks }
}

test('a finding is measured again alone, in swapped checkouts, what is worse before what is better', async () => {
  const gate = gateOf({ slow: { effect: 0.2 }, fast: { effect: -0.2 }, same: {} })
  const { decision } = await gate.run()
  expect([decision('slow'), decision('fast'), decision('same')]).toEqual([
    'regression',
    'improvement',
    'unchanged',
  ])
  const again = gate.measured.filter(({ swapped }) => swapped)
  expect(again.flatMap(({ ids }) => ids)).toEqual(
    ['slow', 'slow', 'slow', 'fast', 'fast', 'fast'].map((name) => idOf(name, SUITE)),
  )
  expect([...gate.facts.fresh].map(([id, { length }]) => [id, length])).toEqual([
    [idOf('slow', SUITE), 3],
    [idOf('fast', SUITE), 3],
  ])
})

test('where the time has room, a comparison goes on beyond the usual blocks', async () => {
  const noisy = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, { sigma: 0.07 }]))
  const gate = gateOf(noisy)
  expect(gate.maxPairs).toBe(96)
  const { decision } = await gate.run()
  const most = Math.max(...Object.keys(noisy).map(gate.blocks))
  expect(most).toBeGreaterThan(8)
  const decided = Object.keys(noisy).filter((id) => decision(id) === 'unchanged')
  expect(decided.length).toBeGreaterThanOrEqual(8)
})

test('the usual blocks are planned of suites where the time has no room for more', () => {
  expect(gateOf({ a: {}, b: {} }, { blockMs: 1e6, timeMs: 3e6 }).maxPairs).toBe(32)
})

test('what no look is likely to decide is given up early, and says so', async () => {
  const gate = gateOf({ same: {}, hopeless: { sigma: 1.5 } })
  const { decision, stoppedBy } = await gate.run()
  expect(decision('hopeless')).toBe('inconclusive')
  expect(gate.blocks('hopeless')).toBeLessThan(24)
  expect(stoppedBy).toBe('out-of-reach')
})

test('where the time is short, it goes to what can be decided in it', async () => {
  const far = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`far${i}`, { sigma: 0.12 }]))
  const gate = gateOf({ near: { sigma: 0.025 }, ...far }, { blockMs: 1e6, timeMs: 30e6 })
  const { decision, givenUp } = await gate.run()
  expect(decision('near')).toBe('unchanged')
  // Each of them takes some ten blocks, and after the first round there is time for two dozen in all.
  expect(givenUp.size).toBeGreaterThanOrEqual(2)
  const blocks = Object.keys(far).map(gate.blocks)
  expect(Math.max(...blocks)).toBeGreaterThan(Math.min(...blocks))
})

test('judging the evidence again decides what the gate decided', async () => {
  for (let i = 0; i < 8; i++) {
    const planted: Record<string, Planted> = {}
    const draw = createRandom(`evidence ${i}`)
    for (let k = 0; k < 12; k++) {
      const effect = draw.uniform() < 0.5 ? 0 : 0.1 * draw.normal()
      planted[`b${k}`] = {
        effect,
        alone: draw.uniform() < 0.2 ? 0 : effect,
        sigma: 0.005 + 0.1 * draw.uniform() ** 2,
      }
    }
    const { request, facts, maxPairs, run } = gateOf(planted, { seed: `gate ${i}` })
    const { progress, stoppedBy } = await run()
    const evidence = evidenceOf(facts, {
      command: request.command,
      seed: request.seed,
      filter: request.filter,
      base: { label: 'merge-base', sha: null, dirty: false },
      head: { label: 'head', sha: null, dirty: false },
      environment: {
        cpu: '',
        cores: 1,
        os: '',
        image: null,
        node: '',
        nodeFlags: [],
        mitata: '',
        loadAverage: 0,
        ci: false,
      },
      maxPairs,
      stoppedBy,
      processes: 0,
      elapsedMs: 1,
      msInBenchmarks: 1,
      warnings: [],
    })
    const plan = planOf(chooseGated(request, evidence.survey), evidence.maxPairs)
    const again = takeAllLooks(plan, factsOf(evidence))
    const decisions = (of: typeof again) => [...of].map(([key, { decision }]) => [key, decision])
    expect(decisions(again)).toEqual(decisions(progress))
  }
})
