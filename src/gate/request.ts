import type { CheckoutOptions } from '../checkout/checkout.ts'
import type { EffectiveConfig } from '../config/effective-config.ts'
import type { NodeBinary } from '../measure/node-on-path.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Host } from '../model/host.ts'
import type { BaseRef, Config, Target } from '../model/config.ts'
import type { StopRule } from './measure-until.ts'

/** What a gate gets from its runtime: everything that does not depend on its input. */
export interface Runtime {
  /** Path or URL of the worker entry that measuring processes preload. */
  workerFile: string
  /** The Node that runs the suites; this program's own where absent. */
  node?: NodeBinary
  env: NodeJS.ProcessEnv
  /** The service that runs this job. */
  host: Host
  clock: () => Date
  signal: AbortSignal
  onProgress: (progress: ProgressReport) => void
  /**
   * Receives a function that removes the checkouts at once, for a program that cannot wait for orderly
   * removal.
   */
  onCheckouts?: (remove: () => void) => void
  /** Settings for git alone, above all the credentials of the remote. */
  gitSettings?: CheckoutOptions['gitSettings']
  /** Keeps installed dependencies between jobs. Absent: nothing is kept. */
  dependencyCache?: CheckoutOptions['dependencyCache']
}

export type ProgressReport =
  | { kind: 'preparing'; text: string }
  /** A line that stays. */
  | { kind: 'note'; text: string }
  | { kind: 'start'; base: string; head: string; benchmarks: number }
  | { kind: 'measuring'; stage: string; undecided: number; fraction: number; leftMs: number }

export interface GateRequest {
  /** `record` measures every benchmark, with a budget or without, and at most warns. */
  command: Assessment['command']
  /** The directory to which the config's paths and the suites are relative. */
  project: string
  config: Config
  base: BaseRef
  /**
   * Base's own suites, commands, set-up line and node arguments, where they differ from those of `config`.
   */
  onBase?: EffectiveConfig['onBase'] | null
  /** True: where base cannot be prepared, head is measured alone and no error is thrown. */
  baseMayFail?: boolean
  head: { kind: 'working-tree' } | { kind: 'ref'; ref: string }
  /** The benchmarks that are measured; null: all. */
  filter: Target | null
  seed: string
  /** When there are enough blocks, for who judges them by another question than that of a budget. */
  until?: StopRule
  /** Discarded time at the start of each benchmark in each process, in ms; set only by studies. */
  warmupMs?: number
}

/** The part of a request that judging needs: nothing about where and how to measure. */
export type JudgeRequest = Pick<GateRequest, 'command' | 'config' | 'filter'>
