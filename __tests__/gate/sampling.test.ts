import { expect, test } from 'vitest'
import { planLooks } from '../../src/compare/sequential.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { evidenceOf, findingsOf } from '../../src/gate/evidence.ts'
import { blocksToPlan, confirmFindings, takeLooks } from '../../src/gate/sampling.ts'
import type { Gate } from '../../src/gate/state.ts'
import { chooseTargets } from '../../src/gate/targets.ts'
import { readHost } from '../../src/github/host.ts'
import { createLedger } from '../../src/measure/ledger.ts'
import type { Ids, Session } from '../../src/measure/session.ts'
import { PAIRS_PER_BLOCK } from '../../src/model/comparison.ts'
import type { ForkStats } from '../../src/model/sample.ts'
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
  const stats = (log: number): ForkStats => {
    const p10 = 1000 * Math.exp(log)
    const { min, mean, p50, p75, max } = { min: p10, mean: p10, p50: p10, p75: p10, max: p10 }
    return { samples: 60, min, mean, p10, p50, p75, max, cpuShare: 1, tail: null }
  }
  const session: Session = {
    survey: async () => ({ failures: [], lateErrors: [], warnings: [] }),
    pilot: async () => [],
    parts: (_suite, some, all) => (some.head.length === 0 ? [] : [{ ids: some, all }]),
    estimateBlockMs: (_suite, { head }: Ids) => blockMs * head.length,
    indivisible: () => [],
    measureBlock: async (_suite, { head: some }) => {
      measured.push({ ids: some, swapped })
      // Time goes by as the estimates say, whatever the clock does.
      state.deadline -= blockMs * some.length
      const block = (id: string) => {
        const { effect = 0, alone = effect, sigma = 0.01 } = planted[id]!
        const side = (shift: number) =>
          Array.from({ length: PAIRS_PER_BLOCK }, () => stats(shift + sigma * random.normal()))
        return { base: side(0), head: side(some.length === 1 ? alone : effect) }
      }
      return { blocks: new Map(some.map((id) => [id, block(id)])), failure: null }
    },
  }
  const survey = {
    benchmarks: ids.map((id) => ({
      id,
      suite: SUITE,
      source: 'suite' as const,
      metrics: [],
      base: place,
      head: place,
      movedFrom: null,
    })),
    failures: [],
    lateErrors: [],
    warnings: [],
    indivisible: [],
  }
  const request: Gate['request'] = {
    command: 'check',
    project: '.',
    config: DEFAULT_CONFIG,
    base: { kind: 'merge-base' },
    head: { kind: 'working-tree' },
    filter: null,
    seed,
  }
  const ledger = createLedger()
  const state: Gate = {
    request,
    world: {
      workerFile: '',
      env: {},
      host: readHost({}),
      clock: () => new Date(0),
      signal: new AbortController().signal,
      onProgress: () => {},
    },
    session,
    ledger,
    random,
    survey,
    targets: chooseTargets(request, survey),
    looks: [],
    maxPairs: 0,
    givenUp: new Set(),
    commands: new Set(),
    builtInPlace: new Set(),
    results: null,
    baseFailure: null,
    failures: ledger.failures,
    measured: new Map(),
    confirmed: new Map(),
    progress: new Map(),
    deadline: performance.now() + timeMs,
    stoppedBy: 'decided',
  }
  state.maxPairs = PAIRS_PER_BLOCK * blocksToPlan(state)
  state.looks = planLooks(state.maxPairs)
  const run = async () => {
    await takeLooks(state)
    await confirmFindings(state, async () => void (swapped = true))
  }
  const decision = (id: string) => state.progress.get(`${id}\ntime`)!.decision
  const blocks = (id: string) => state.measured.get(id)!.length
  return { state, measured, run, decision, blocks }
}

test('a finding is measured again alone, in swapped checkouts, what is worse before what is better', async () => {
  const gate = gateOf({ slow: { effect: 0.2 }, fast: { effect: -0.2 }, same: {} })
  await gate.run()
  expect([gate.decision('slow'), gate.decision('fast'), gate.decision('same')]).toEqual([
    'regression',
    'improvement',
    'unchanged',
  ])
  const again = gate.measured.filter(({ swapped }) => swapped)
  expect(again.map(({ ids }) => ids)).toEqual([['slow'], ['slow'], ['slow'], ['fast'], ['fast'], ['fast']])
  expect([...gate.state.confirmed].map(([id, { length }]) => [id, length])).toEqual([
    ['slow', 3],
    ['fast', 3],
  ])
})

test('where the time has room, a comparison goes on beyond the usual blocks', async () => {
  const noisy = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, { sigma: 0.07 }]))
  const gate = gateOf(noisy)
  expect(gate.state.maxPairs).toBe(96)
  await gate.run()
  const most = Math.max(...Object.keys(noisy).map(gate.blocks))
  expect(most).toBeGreaterThan(8)
  const decided = Object.keys(noisy).filter((id) => gate.decision(id) === 'unchanged')
  expect(decided.length).toBeGreaterThanOrEqual(8)
})

test('the usual blocks are planned of suites where the time has no room for more', () => {
  expect(gateOf({ a: {}, b: {} }, { blockMs: 1e6, timeMs: 3e6 }).state.maxPairs).toBe(32)
})

test('what no look is likely to decide is given up early, and says so', async () => {
  const gate = gateOf({ same: {}, hopeless: { sigma: 1.5 } })
  await gate.run()
  expect(gate.decision('hopeless')).toBe('inconclusive')
  expect(gate.blocks('hopeless')).toBeLessThan(24)
  expect(gate.state.stoppedBy).toBe('out-of-reach')
})

test('where the time is short, it goes to what can be decided in it', async () => {
  const far = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`far${i}`, { sigma: 0.12 }]))
  const gate = gateOf({ near: { sigma: 0.025 }, ...far }, { blockMs: 1e6, timeMs: 30e6 })
  await gate.run()
  expect(gate.decision('near')).toBe('unchanged')
  // Each of them takes some ten blocks, and after the first round there is time for two dozen in all.
  expect(gate.state.givenUp.size).toBeGreaterThanOrEqual(2)
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
    const { state, run } = gateOf(planted, { seed: `gate ${i}` })
    await run()
    const evidence = evidenceOf(state, {
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
      warnings: [],
      elapsedMs: 1,
    })
    const again = findingsOf(evidence, state.request)
    const decisions = (progress: Gate['progress']) =>
      [...progress].map(([key, { decision }]) => [key, decision])
    expect(decisions(again.progress)).toEqual(decisions(state.progress))
  }
})
