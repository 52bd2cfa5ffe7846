/** Where the time comes from: `now` in ms, `cpuUsage` as of `process`. */
export interface Clock {
  now: () => number
  cpuUsage: typeof process.cpuUsage
}

export const REAL_CLOCK: Clock = { now: performance.now.bind(performance), cpuUsage: process.cpuUsage }

/** When a benchmark's samples count and when they end; times in ms. */
export interface Bounds {
  warmupMs: number
  windowMs: number
  /** Samples wanted even when that takes longer than the window. */
  minSamples: number
  /** On the clock of performance.now(): no sample starts after it, but one is always taken. */
  deadlineMs: number
}

/** A clock that ticks every 40 ns may see no time go by; nothing takes no time. */
const LEAST_NS = 1

/**
 * One array for the life of the process, so that no benchmark meets the garbage of the one before it. When it
 * is full the benchmark ends early: that takes calls of a microsecond, timed one by one.
 */
const record = new Float64Array(2 ** 16)

/**
 * Takes the place of the clock of mitata's loop, which reads it right before and right after each sample.
 * mitata itself returns samples sorted and without their extremes, and cannot be told to stop by wall time;
 * this keeps them in the order of time and ends the loop by answering Infinity.
 */
export function createRecorder(
  bounds: Bounds,
  batch: number,
  beforeSample: (() => void) | null,
  beforeWindow: () => void,
  { now, cpuUsage }: Clock = REAL_CLOCK,
) {
  let isOpen = false
  let beganMs = 0
  let openedMs = 0
  let kept = 0
  let windowBeganMs = 0
  let cpuAtWindow = cpuUsage()
  let cpuShare = 0
  let reportedNs: number | null = null

  function open(): number {
    beforeSample?.()
    // Goes along with warm-up, so that it stays at the start of the first sample that counts.
    if (kept === 0) {
      beforeWindow()
      cpuAtWindow = cpuUsage()
      windowBeganMs = now()
    }
    isOpen = true
    openedMs = now()
    return 1e6 * openedMs
  }

  function close(): number {
    const closedMs = now()
    isOpen = false
    const elapsedMs = closedMs - beganMs
    const isLate = closedMs >= bounds.deadlineMs
    if (elapsedMs <= bounds.warmupMs && !isLate) return 1e6 * closedMs
    record[kept++] = reportedNs ?? Math.max(1e6 * (closedMs - openedMs), LEAST_NS) / batch
    const isEnough = elapsedMs >= bounds.warmupMs + bounds.windowMs && kept >= bounds.minSamples
    if (!isEnough && !isLate && kept < record.length) return 1e6 * closedMs
    const cpu = cpuUsage(cpuAtWindow)
    cpuShare = (cpu.user + cpu.system) / 1e3 / (closedMs - windowBeganMs)
    return Infinity
  }

  return {
    now: () => (isOpen ? close() : open()),
    /** Warm-up counts from here. */
    begin(): void {
      beganMs = now()
    },
    /** A benchmark that times itself reports the time of its last call, which then counts as the sample. */
    report(ns: number): void {
      reportedNs = ns
    },
    /**
     * Times per call in ns, in the order in which they were taken, and CPU time over wall time of that
     * stretch.
     */
    samples: () => ({ timesNs: record.slice(0, kept), cpuShare }),
  }
}
