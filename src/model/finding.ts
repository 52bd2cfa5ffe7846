import type { Better } from './metric.ts'
import type { SideName } from './side.ts'

/**
 * The data of each finding, by its code. A finding says why a row has its verdict, or what a reader has to
 * know beside the rows. Fractions are shares: .05 is 5 %. Texts may come from outside. Only
 * `report/view/wording.ts` turns a finding into a sentence.
 */
export interface FindingData {
  // About one row, from its budget.
  'change-without-budget': object
  'waiver-ended': { until: string; reason: string }
  'waiver-exceeded': { upTo: number; measured: number; reason: string }
  accepted: { upTo: number; until: string | null; reason: string }
  'limit-broken': object
  'limit-undecided': object
  'limit-broken-in-files': object
  'promise-broken': { needed: number }
  'promise-undecided': { needed: number }
  'not-recurred': { size: number; direction: 'worse' | 'better' }
  'depends-on-neighbours': { size: number; direction: 'worse' | 'better' }
  'not-confirmed': object

  // About one row, from what was measured.
  failed: {
    side: SideName
    processes: number
    of: number
    in: 'processes' | 'result files'
    message: string
  }
  'suite-failed': { side: SideName; suite: string; message: string }
  'fails-on-base-too': object
  'failed-before-registered': { suite: string; message: string }
  'error-rate-rose': { base: number; head: number }
  'error-rate-unknown': object
  'zero-base': object
  'zero-value': object
  /** A clock that measured 0 was too coarse, and so is a rate of 0. */
  'timed-zero': { sides: readonly SideName[]; unit: string }
  'benchmark-edited': { base: string; head: string }
  'no-ratio': object
  'optimised-away': object
  contention: { share: number }
  'no-block': object
  'no-room-for-a-block': object
  'metric-not-reported': { sides: readonly SideName[]; metric: string }
  'metric-not-reported-on-head': { metric: string }
  'too-few-calls': { metric: string; needed: number; base: number; head: number }
  'no-time-for-calls': { metric: string; needed: number }
  'too-few-samples': { needed: number }
  'not-in-files': { metric: string }
  'different-statistics': object
  unsteady: object
  'unknown-spread': object
  'one-run': object

  // About one row, from what it is compared with.
  'nothing-to-compare-with': { why: Finding }
  'stored-run-has-it': { sha: string }
  'own-suites': { why: string }
  'suite-not-on-base': { why: string }
  'occurrences-differ': object
  'looks-renamed': { from: string; entry: string }
  renamed: { from: string }
  'not-in-stored-run': object
  'older-stored-run': { sha: string; nearest: string; elsewhere: string | null }
  'no-stored-value': object
  'stored-unit-differs': object
  'direction-turned': { stored: Better; now: Better }
  'not-compared': { obstacle: string }
  'removed-with-budget': object
  'budget-names-it': { place: string }
  'metric-dropped': { metric: string }
  'nothing-shared': object

  // About one row, where the pull request's own job says what this repository knows otherwise.
  omitted: { sha: string; what: 'benchmark' | 'metric' }
  'fails-on-base-claimed': object
  'fails-on-base-denied': { sha: string }
  'number-missing': { side: SideName; sha: string }
  'from-head-untouched': object
  'edited-in-untouched-suite': object
  'new-in-untouched-suite': object
  'new-in-suite-of-base': object
  'gone-from-untouched-suite': object
  'direction-claimed': { known: Better; claimed: Better }

  // About the whole gate.
  'base-not-measured': { reason: string }
  'parent-not-measured': { reason: string; remedy: string }
  'anchor-not-measured': { reason: string; remedy: string }
  'only-exact-compared': { obstacle: string }
  'results-compared-with-nothing': { obstacle: string }
  'measured-differently': { base: string; head: string; ofCounts: boolean }
  'suite-failure': { suite: string; sides: readonly SideName[]; message: string }
  'late-error': { suite: string; sides: readonly SideName[]; message: string }
  'left-running': { suite: string; side: SideName; programs: readonly string[] }
  'suite-failure-again': { suite: string; side: SideName; message: string }
  'waiver-past': { place: string; match: string; until: string }
  'without-budget': { count: number; of: number; missed: 'measured' | 'judged' }
  'base-config-invalid': { problem: string }
  'base-config-missing': object
  'settings-edited': { settings: readonly string[] }
  'too-few-blocks': { blocks: number; comparisons: number }
  'checkouts-remain': { reason: string }
  'checkout-written': { sides: readonly SideName[]; files: readonly string[] }
  'checkout-too-large': object
  'stored-runs-unreadable': { reason: string; remedy: string }
  'benchmarks-lost': { sha: string; benchmarks: readonly string[] }
  'key-shared': { key: string; jobs: readonly string[]; line: string }
  /** `lines` are the first of those that were removed, and `failure` is why that was not possible. */
  'runner-file-changed': {
    variable: string
    how: 'appended' | 'rewritten' | 'replaced' | 'removed' | 'made-unreadable'
    lines: readonly string[]
    more: number
    failure: string | null
  }
  'run-not-stored': { reason: string; remedy: string; file: string }

  /** What the job that measured says itself: of suites, of its checkouts, of other tools' output. */
  reported: { text: string }
  /**
   * A sentence that another stage wrote: about checkouts, other tools' output, or the branch that stores the
   * runs.
   */
  worded: { text: string }
}

/**
 * One remark of a report beside its numbers. Code that depends on it reads the code and the data, never the
 * sentence.
 */
export type Finding = { [Code in keyof FindingData]: { code: Code } & FindingData[Code] }[keyof FindingData]

/** A finding that holds a sentence of another stage. */
export const worded = (text: string): Finding => ({ code: 'worded', text })
