import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { blocksToPlan, type Measuring, measurePlan, type Stage } from '../../src/gate/blocks.ts'
import { confirmChanges } from '../../src/gate/confirm-changes.ts'
import { evidenceOf, type Facts, factsOf } from '../../src/gate/facts.ts'
import { chooseGated } from '../../src/gate/gated-metrics.ts'
import { takeAllLooks } from '../../src/gate/looks.ts'
import { narrowChanges } from '../../src/gate/narrow-changes.ts'
import { planOf } from '../../src/gate/plan.ts'
import type { GateRequest } from '../../src/gate/request.ts'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import type { Ids, Session } from '../../src/measure/session.ts'
import { PAIRS_PER_BLOCK } from '../../src/model/comparison.ts'
import { evidenceSchema } from '../../src/model/evidence.ts'
import type { TimingStats } from '../../src/model/sample.ts'
import { createRandom } from '../../src/stats/random.ts'
import { idOf, keyed } from '../keys.ts'

export const SUITE = 'a.bench.ts'
const place = { file: SUITE, line: 1, hash: 'x' }

/** How much slower head is beside its neighbours and alone, and how noisy processes are: all on the log scale. */
export interface Planted {
  effect?: number
  alone?: number
  sigma?: number
}

/**
 * A gate whose processes are drawn at random in place of run; it notes what each block held. Blocks fail from
 * the index `failsAt` on.
 */
export function gateOf(
  planted: Record<string, Planted>,
  o: {
    command?: GateRequest['command']
    blockMs?: number
    timeMs?: number
    seed?: string
    failsAt?: number
  } = {},
) {
  const { command = 'check', blockMs = 1, timeMs = 1e9, seed = 'sampling', failsAt = Infinity } = o
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
      if (measured.length > failsAt)
        return { blocks: new Map(), failure: { suite: SUITE, side: 'head', message: 'it ended' } }
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
    command,
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
    if (command === 'record') await narrowChanges(state, outcome.progress)
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

/** The decisions of a gate that ran, and those of everybody who only has its evidence. */
export async function decidedTwice(gate: ReturnType<typeof gateOf>) {
  const { request, facts, maxPairs, run } = gate
  const { progress, stoppedBy } = await run()
  const evidence = evidenceSchema.parse(
    evidenceOf(facts, {
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
    }),
  )
  const plan = planOf(chooseGated(request, evidence.survey), evidence.maxPairs)
  const decisions = (of: typeof progress) => [...of].map(([key, { decision }]) => [key, decision])
  return { stoppedBy, live: decisions(progress), again: decisions(takeAllLooks(plan, factsOf(evidence))) }
}
