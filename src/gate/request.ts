import type { CheckoutOptions } from '../checkout/checkout.ts'
import type { NodeBinary } from '../measure/node-on-path.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Host } from '../model/host.ts'
import type { BaseRef, CommandConfig, Config } from '../model/config.ts'

/** What a gate is given of the runtime: everything that is not a function of its input. */
export interface Runtime {
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
  /**
   * Discarded time at the start of each benchmark and process; the default unless a study asks for another.
   */
  warmupMs?: number
}

/** What judging asks of a request: nothing of where and how it is measured. */
export type JudgeRequest = Pick<GateRequest, 'command' | 'config' | 'filter'>
