/** How far a suite has come, while none of its run() calls is in progress. */
export interface Standing {
  /** Whether everything that the plan names has been measured. False while listing: nobody knows the list. */
  isPlanDone: boolean
  /** Whether the suite has called run(). */
  hasRun: boolean
  /** Whether benchmarks wait for a call of run(). */
  isWaiting: boolean
  /** When the evaluation of the main module ended, its top-level await included. */
  mainEnded: 'not-yet' | 'before-run-returned' | 'after-run-returned'
}

/** For what a suite left behind without awaiting it, such as a server that closes. */
const LEFT_BEHIND_MS = 200
/** For code that awaits run() in a function, where nothing shows whether it has ended. */
const GRACE_MS = 1_000
/** For code that may still register benchmarks, call run() or clean up. */
export const LATE_MS = 5_000

/**
 * How long a suite is waited for whose event loop stays alive, in ms. Then its process is ended, or its
 * benchmarks are run if it has not done so itself. Infinity where it may be on the way to its first benchmark
 * or to the next, so that only the parent process may lose patience.
 */
export function patienceMs({ isPlanDone, hasRun, isWaiting, mainEnded }: Standing): number {
  if (!hasRun) return isWaiting && mainEnded !== 'not-yet' ? LATE_MS : Infinity
  switch (mainEnded) {
    case 'not-yet':
      return isPlanDone ? LATE_MS : Infinity
    case 'before-run-returned':
      return isPlanDone ? GRACE_MS : LATE_MS
    case 'after-run-returned':
      return isPlanDone ? LEFT_BEHIND_MS : GRACE_MS
  }
}

/**
 * How much of the time between two looks at a suite counts as waiting for it. A process that stands still,
 * because the machine is busy or its own code works, is not idle: what is due by then happens only after the
 * look. So however long it stood still, it gets most of the patience.
 */
export const waitedMs = (betweenMs: number, patience: number): number => Math.min(betweenMs, patience / 10)
