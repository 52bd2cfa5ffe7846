import type { Hypothesis, Look, Progress } from '../compare/sequential.ts'
import type { Session, Survey } from '../measure/session.ts'
import type { SideName } from '../measure/schedule.ts'
import type { Subject } from '../judge/row.ts'
import type { Assessment } from '../model/assessment.ts'
import { type Limits, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { BaseRef, Config } from '../model/config.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import type { Random } from '../stats/random.ts'

/** False discovery rate over all benchmarks and metrics of one gate. */
export const Q = 0.05

/** What the pipeline is given of the world: everything that is not a function of its input. */
export interface World {
  /** File of the worker entry that measuring processes preload. */
  workerFile: string
  env: NodeJS.ProcessEnv
  clock: () => Date
  signal: AbortSignal
  onProgress: (progress: ProgressReport) => void
  /** Hands over what removes the checkouts at once, for a program that cannot wait for the orderly way. */
  onCheckouts?: (remove: () => void) => void
}

export type ProgressReport =
  | { kind: 'preparing'; text: string }
  | { kind: 'start'; base: string; head: string; benchmarks: number }
  | { kind: 'measuring'; stage: string; undecided: number; fraction: number; leftMs: number }

export interface GateRequest {
  command: 'check' | 'compare'
  /** Directory that the config and the suites are relative to. */
  project: string
  config: Config
  base: BaseRef
  head: { kind: 'working-tree' } | { kind: 'ref'; ref: string }
  /** Only benchmarks whose id matches this glob. */
  filter: string | null
  seed: string
  /** Discarded time at the start of each benchmark and process; the default unless a study asks for another. */
  warmupMs?: number
}

/** One benchmark and metric under judgement. */
export interface Target extends Subject {
  key: string
  /** Where the benchmark is registered. */
  presence: 'both' | 'head' | 'base'
  limits: Limits
  /** Absent where no change is limited. */
  hypothesis: Hypothesis | null
}

/** Everything that one gate knows while it measures. */
export interface Gate {
  request: GateRequest
  world: World
  session: Session
  random: Random
  survey: Survey
  targets: Target[]
  looks: Look[]
  /** Completed blocks by benchmark, without those of the confirm stage. */
  measured: Map<string, MeasuredBlock[]>
  confirmed: Map<string, MeasuredBlock[]>
  progress: Map<string, Progress>
  /** Time after which no further block starts, on performance.now(). */
  deadline: number
  stoppedBy: Assessment['summary']['stoppedBy']
}

export const firstBlocks = (state: Gate, { benchmark }: Target): MeasuredBlock[] => state.measured.get(benchmark) ?? []
export const freshBlocks = (state: Gate, { benchmark }: Target): MeasuredBlock[] => state.confirmed.get(benchmark) ?? []

/**
 * Why no further process can say anything of a target on a side: its suite fails, it ended or threw in too many, or threw in
 * every one. Null while it can.
 */
export function failureOn(state: Gate, { benchmark, suite }: Target, side: SideName): string | null {
  const whole = state.survey.failures.find((failure) => failure.suite === suite && failure.side === side)
  if (whole) return `On ${side} its suite ${whole.message}`
  const own = state.session.failures[side].get(benchmark)
  if (!own) return null
  const everyTime = own.processes >= PAIRS_PER_BLOCK && !state.measured.has(benchmark)
  return own.excluded || everyTime ? `On ${side} it failed in ${own.processes} of ${own.of} processes: ${own.message}` : null
}

/** Where a target can still be measured: on head alone when base has failed it, nowhere when head has. */
export function measurableOn(state: Gate, target: Target): 'both' | 'head' | 'nowhere' {
  if (target.presence === 'base' || failureOn(state, target, 'head') !== null) return 'nowhere'
  if (target.presence === 'head' || failureOn(state, target, 'base') !== null) return 'head'
  return 'both'
}
