import { UserError } from '../../errors.ts'
import type { Runtime } from '../../gate/request.ts'
import type { Config } from '../../model/config.ts'
import { type CheckResult, type Found, failure, skipped, warning } from '../check.ts'
import { chooseDeletion, proveDeletion } from './deletion.ts'
import { noiseOf } from './noise.ts'
import type { Stage } from './trial.ts'
import { MORE_TIME, openScratch } from './scratch.ts'
import { proveFailure, proveSlowdown, reachOf } from './slowdown.ts'
import { candidatesOf, chooseTarget } from './target.ts'
import { measureUnchanged, pairsOf, unchangedIs, withSwitchedOff } from './unchanged.ts'

export interface ProofRequest {
  /** The user's project. */
  project: string
  config: Config
  seed: string
  timeLimitMs: number
}

const TITLES = {
  noise: 'Smallest change that can be detected',
  'proof-unchanged': 'An unchanged copy passes',
  'proof-slowdown': 'A slower benchmark fails',
  'proof-deletion': 'A deleted benchmark fails',
  'proof-failure': 'A failing benchmark fails',
  'proof-reach': 'Which benchmarks can fail',
} as const
type Id = keyof typeof TITLES

const named = (id: Id, found: Found): CheckResult => ({ id, title: TITLES[id], ...found })

/**
 * Proves on the user's own suites and config that the gate fails where it has to, and only there: in a copy
 * of the repository, which is removed in the end. Rejects with the signal's reason, or for a bug.
 */
export async function prove(request: ProofRequest, runtime: Runtime): Promise<CheckResult[]> {
  const { project, config, seed, timeLimitMs } = request
  const deadline = performance.now() + timeLimitMs
  try {
    const scratch = await openScratch(project, runtime, () => deadline - performance.now())
    runtime.onCheckouts?.(scratch.removeSync)
    try {
      return await proveAll({ config, seed, scratch, runtime, deadline })
    } finally {
      // The next gate removes what could not be removed now.
      await scratch.remove().catch(() => {})
    }
  } catch (error) {
    runtime.signal.throwIfAborted()
    if (!(error instanceof UserError)) throw error
    return [named('proof-unchanged', failure(error.message, error.remedy))]
  }
}

async function proveAll(stage: Stage): Promise<CheckResult[]> {
  const unchanged = await orFound(stage, () => measureUnchanged(stage))
  if ('status' in unchanged)
    return [
      named('proof-unchanged', withSwitchedOff(unchanged, stage.config)),
      ...(['noise', 'proof-slowdown', 'proof-deletion', 'proof-failure'] as const).map((id) =>
        named(id, skipped('the unchanged copy could not be measured')),
      ),
    ]
  const { assessment, evidence, config, part } = unchanged
  const candidates = candidatesOf(unchanged, runtimeDay(stage))
  const target = chooseTarget(candidates)
  const deletion = chooseDeletion(config, evidence.survey.benchmarks, part === null)
  const slowdown = await orDoubt(stage, () => proveSlowdown(stage, target))
  const deleted = await orDoubt(stage, () => proveDeletion(stage, deletion))
  const failing = await orDoubt(stage, () => proveFailure(stage, target))
  const withoutBudget = assessment.warnings.find((one) => one.code === 'without-budget') ?? null
  const reach = reachOf(candidates, withoutBudget)
  return [
    ...noiseOf(assessment.rows, pairsOf(stage, unchanged)).map((one) => named('noise', one)),
    named('proof-unchanged', unchangedIs(unchanged)),
    named('proof-slowdown', slowdown),
    named('proof-deletion', deleted),
    named('proof-failure', failing),
    ...(reach === null ? [] : [named('proof-reach', reach)]),
  ]
}

const runtimeDay = ({ runtime }: Stage): string => runtime.clock().toISOString().slice(0, 10)

/** What a part of the proof gives, or what the user can do where it ends with an error. */
async function orFound<T>({ runtime }: Stage, work: () => Promise<T>, as = failure): Promise<T | Found> {
  try {
    return await work()
  } catch (error) {
    runtime.signal.throwIfAborted()
    if (!(error instanceof UserError)) throw error
    const { code, message, remedy } = error
    return code === 'time-limit' ? warning(message, MORE_TIME) : as(message, remedy)
  }
}

/** The same of a planted change: an error of the gate is no pass, and proves nothing either. */
const orDoubt = (stage: Stage, work: () => Promise<Found>): Promise<Found> =>
  orFound(stage, work, (message, remedy) => warning(`this could not be tested: ${message}`, remedy))
