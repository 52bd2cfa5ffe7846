import type { Obstacle } from './comparison.ts'
import type { Finding } from './finding.ts'
import type { MetricData } from './result-file.ts'
import type { StoredMetric, StoredRun } from './stored-run.ts'

/** The runs that a gate may look back at: all of one branch, and all measured in the same way. */
export interface StoredRuns {
  /** The branch that stores them. */
  branch: string
  /** Newest first. */
  runs: readonly StoredRun[]
  /** The run of base itself, or of the nearest ancestor that has one. */
  nearest: AncestorRun | null
  /** Further runs of base and its ancestors, the nearest first: one bad push must not hide what they have. */
  older: readonly AncestorRun[]
}

/** A run of base or of an ancestor; `commitsBefore` base, null where that is unknown. */
export interface AncestorRun {
  run: StoredRun
  commitsBefore: number | null
}

/** A run of another job in the place of base: chosen by how near it is, or ... */
export type RunKind = 'stored'

/**
 * What head's values of one benchmark and metric are compared with.
 * `paired`: base, measured beside head; its blocks are in the evidence.
 * `stored`: a run of another job. `metric` is null where that run lacks it, `obstacle` says why the two may
 * not be compared, and `earlier` holds medians of the runs before it on the same model of processor, oldest
 * first, in the metric's unit.
 * `files`: result files of base and of head, one entry a file.
 * `none`: nothing. `why` is null where the benchmark is new, which is no defect.
 */
export type Baseline =
  | { kind: 'paired' }
  | RunBaseline
  | { kind: 'files'; base: readonly MetricData[]; head: readonly MetricData[] }
  | { kind: 'none'; why: Finding | null }

export interface RunBaseline {
  kind: RunKind
  metric: StoredMetric | null
  errorRates: readonly number[]
  earlier: readonly number[]
  obstacle: Obstacle | null
  /** What sets this run apart from the one that the other rows are compared with. */
  basis: readonly Finding[]
}
