import { planLooks } from '../compare/sequential.ts'
import { type Assessment } from '../model/assessment.ts'
import {
  type BenchmarkFailure,
  type Evidence,
  EVIDENCE_SCHEMA,
  MAX_MESSAGE,
  type RoundBlock,
} from '../model/evidence.ts'
import { takeLook } from './look.ts'
import type { Findings, Gate, JudgeRequest } from './state.ts'
import { chooseTargets } from './targets.ts'

/** Of one run of the pipeline, beside what the gate itself knows. */
export interface Circumstances {
  base: Assessment['base']
  head: Assessment['head']
  environment: Assessment['environment']
  warnings: readonly string[]
  /** Wall time, set-up included. */
  elapsedMs: number
}

/** What was measured, without what it was taken for. */
export function evidenceOf(gate: Gate, around: Circumstances): Evidence {
  const { command, seed, filter } = gate.request
  const ids = new Set([...gate.measured.keys(), ...gate.confirmed.keys()])
  return {
    schema: EVIDENCE_SCHEMA,
    command,
    seed,
    filter,
    base: around.base,
    head: around.head,
    environment: around.environment,
    survey: {
      ...gate.survey,
      failures: gate.survey.failures.map(shortened),
      lateErrors: gate.survey.lateErrors.map(shortened),
    },
    results: gate.results,
    baseFailure: gate.baseFailure?.slice(0, MAX_MESSAGE) ?? null,
    failures: (['base', 'head'] as const).flatMap((side) =>
      [...gate.failures[side]].map(([benchmark, failure]) => ({ side, benchmark, ...shortened(failure) })),
    ),
    measured: [...ids].map((benchmark) => ({
      benchmark,
      blocks: gate.measured.get(benchmark) ?? [],
      confirming: gate.confirmed.get(benchmark) ?? [],
    })),
    maxPairs: gate.maxPairs,
    stoppedBy: gate.stoppedBy,
    processes: gate.ledger.counts.processes,
    elapsedMs: around.elapsedMs,
    msInBenchmarks: gate.ledger.counts.msInBenchmarks,
    warnings: around.warnings.map((warning) => warning.slice(0, MAX_MESSAGE)),
  }
}

const shortened = <T extends { message: string }>(failure: T): T => ({
  ...failure,
  message: failure.message.slice(0, MAX_MESSAGE),
})

/**
 * Takes every look again, at the same blocks and in the same order: with the budgets that were measured under, this decides what
 * the gate decided. Throws a UserError when nothing in it is to be judged.
 */
export function findingsOf(evidence: Evidence, request: JudgeRequest): Findings {
  const failures = { base: new Map<string, BenchmarkFailure>(), head: new Map<string, BenchmarkFailure>() }
  for (const { side, benchmark, ...failure } of evidence.failures) failures[side].set(benchmark, failure)
  const blocksOf = (stage: 'blocks' | 'confirming') =>
    new Map<string, RoundBlock[]>(
      evidence.measured
        .filter((entry) => entry[stage].length > 0)
        .map((entry) => [entry.benchmark, entry[stage]]),
    )
  const { maxPairs } = evidence
  const looks = planLooks(maxPairs)
  const state: Findings = {
    request,
    survey: evidence.survey,
    targets: chooseTargets(request, evidence.survey),
    looks,
    maxPairs,
    results: evidence.results,
    baseFailure: evidence.baseFailure,
    failures,
    measured: blocksOf('blocks'),
    confirmed: blocksOf('confirming'),
    progress: new Map(),
    stoppedBy: evidence.stoppedBy,
  }
  // How many looks there were follows from the blocks, and the last one decides whatever is open then: what was measured under
  // other budgets may be.
  const rounds = evidence.measured.reduce(
    (most, { blocks }) => Math.max(most, (blocks.at(-1)?.round ?? -1) + 1),
    0,
  )
  const last = looks.findIndex(({ blocks }) => blocks >= rounds)
  const taken = rounds === 0 ? 0 : last === -1 ? looks.length : last + 1
  for (let look = 0; look < taken; look++) takeLook(state, look, look === taken - 1)
  return state
}
