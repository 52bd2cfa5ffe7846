import type { Hypothesis, Look, Progress } from '../compare/sequential.ts'
import type { Subject } from '../judge/row.ts'
import type { CheckoutOptions } from '../checkout/checkout.ts'
import type { NodeBinary } from '../measure/node-on-path.ts'
import type { SideName } from '../measure/schedule.ts'
import type { Ledger } from '../measure/ledger.ts'
import type { Session } from '../measure/session.ts'
import type { Assessment } from '../model/assessment.ts'
import { type Limits, PAIRS_PER_BLOCK } from '../model/comparison.ts'
import type { BaseRef, CommandConfig, Config } from '../model/config.ts'
import type { Host } from '../model/host.ts'
import type { BenchmarkFailure, Evidence, RoundBlock, Survey } from '../model/evidence.ts'
import type { Random } from '../stats/random.ts'

/** False discovery rate over all benchmarks and metrics of one gate. */
export const Q = 0.05

/** What the pipeline is given of the world: everything that is not a function of its input. */
export interface World {
  /** File of the worker entry that measuring processes preload. */
  workerFile: string
  /** What runs the suites; this program's own Node unless another is given. */
  node?: NodeBinary
  env: NodeJS.ProcessEnv
  /** What the service says that runs this job. */
  host: Host
  clock: () => Date
  signal: AbortSignal
  onProgress: (progress: ProgressReport) => void
  /** Hands over what removes the checkouts at once, for a program that cannot wait for the orderly way. */
  onCheckouts?: (remove: () => void) => void
  /** For git alone, above all what opens the remote. */
  gitSettings?: CheckoutOptions['gitSettings']
  /** Keeps installed dependencies between jobs; absent: nothing is kept. */
  dependencyCache?: CheckoutOptions['dependencyCache']
}

export type ProgressReport =
  | { kind: 'preparing'; text: string }
  | { kind: 'start'; base: string; head: string; benchmarks: number }
  | { kind: 'measuring'; stage: string; undecided: number; fraction: number; leftMs: number }

export interface GateRequest {
  /** `record` measures every benchmark, budgeted or not, and at most warns. */
  command: Assessment['command']
  /** Directory that the config and the suites are relative to. */
  project: string
  config: Config
  base: BaseRef
  /** Base's own suites, commands, set-up line and arguments of node, where they are not those of `config`. */
  onBase?: { suites: string[]; commands: CommandConfig[]; setup: string | null; nodeArgs: string[] } | null
  /** True: a base that cannot be prepared leaves head to be measured alone, in place of an error. */
  baseMayFail?: boolean
  head: { kind: 'working-tree' } | { kind: 'ref'; ref: string }
  /** Only benchmarks whose id matches this glob. */
  filter: string | null
  seed: string
  /** Discarded time at the start of each benchmark and process; the default unless a study asks for another. */
  warmupMs?: number
}

/** What judging asks of a request: nothing of where and how it is measured. */
export type JudgeRequest = Pick<GateRequest, 'command' | 'config' | 'filter' | 'seed'>

/** One benchmark and metric under judgement. */
export interface Target extends Subject {
  key: string
  /** Where the benchmark is registered. */
  presence: 'both' | 'head' | 'base'
  limits: Limits
  /** Absent where no change is limited, or where it needs no test because the metric is deterministic. */
  hypothesis: Hypothesis | null
}

/** What was measured of the targets, and what the looks at it decided: everything that judging needs. */
export interface Findings {
  request: JudgeRequest
  survey: Survey
  targets: Target[]
  looks: Look[]
  /** Longest comparison that is planned, in pairs of processes. */
  maxPairs: number
  /** Result files of head in place of measurements; null: Benchgate measured. */
  results: Evidence['results']
  /** Why base could not be prepared; null: it could. */
  baseFailure: string | null
  failures: Record<SideName, ReadonlyMap<string, BenchmarkFailure>>
  /** Completed blocks by benchmark, without those of the confirm stage. */
  measured: Map<string, RoundBlock[]>
  confirmed: Map<string, RoundBlock[]>
  progress: Map<string, Progress>
  stoppedBy: Assessment['summary']['stoppedBy']
}

/** Everything that one gate knows while it measures. */
export interface Gate extends Findings {
  request: GateRequest
  world: World
  session: Session
  ledger: Ledger
  random: Random
  /** Keys of targets that are open and not worth more time. */
  givenUp: Set<string>
  /** Suites that are commands. */
  commands: ReadonlySet<string>
  /** Those among them whose checkouts cannot change places. */
  builtInPlace: ReadonlySet<string>
  /** Time after which no further block starts, on performance.now(). */
  deadline: number
}

export const firstBlocks = ({ measured }: Findings, { benchmark }: Target): RoundBlock[] =>
  measured.get(benchmark) ?? []
export const freshBlocks = ({ confirmed }: Findings, { benchmark }: Target): RoundBlock[] =>
  confirmed.get(benchmark) ?? []

/**
 * Why no further process can say anything of a target on a side: its suite fails, it ended or threw in too many, or threw in
 * every one. Null while it can.
 */
export function failureOn(state: Findings, { benchmark, suite }: Target, side: SideName): string | null {
  const whole = suiteFailure(state, suite, side)
  // A base that fails later on takes nothing back of what both sides have shown.
  if (whole && !(side === 'base' && wasCompared(state, benchmark)))
    return `On ${side} ${suite} ${whole.message}`
  const own = state.failures[side].get(benchmark)
  if (!own) return null
  const everyTime = own.processes >= PAIRS_PER_BLOCK && !state.measured.has(benchmark)
  return own.excluded || everyTime
    ? failureWords(own, side, state.results === null ? 'processes' : 'result files')
    : null
}

const suiteFailure = ({ survey }: Findings, suite: string, side: SideName) =>
  survey.failures.find((failure) => failure.suite === suite && failure.side === side)

const wasCompared = ({ measured }: Findings, benchmark: string): boolean =>
  measured.get(benchmark)?.some(({ base, head }) => base.length > 0 && head.length > 0) === true

/** How often a benchmark failed on a side, and why. */
export function failureWords(
  { processes, of, message }: BenchmarkFailure,
  side: SideName,
  noun: 'processes' | 'result files',
): string {
  const often = noun === 'result files' && of === 1 ? '' : ` in ${processes} of ${of} ${noun}`
  return `On ${side} it failed${often}: ${message}`
}

/** Where a target can still be measured: on head alone when base has failed it, nowhere when head has. */
export function measurableOn(state: Findings, target: Target): 'both' | 'head' | 'nowhere' {
  if (target.presence === 'base' || failureOn(state, target, 'head') !== null) return 'nowhere'
  // Head alone would add nothing to a comparison that base cannot go on with.
  if (suiteFailure(state, target.suite, 'base') && wasCompared(state, target.benchmark)) return 'nowhere'
  if (target.presence === 'head' || failureOn(state, target, 'base') !== null) return 'head'
  return 'both'
}
