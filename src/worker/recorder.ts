/** Source of time: `now` in ms, `cpuUsage` as in `process`. */
export interface Clock {
  now: () => number
  cpuUsage: typeof process.cpuUsage
}

export const REAL_CLOCK: Clock = { now: performance.now.bind(performance), cpuUsage: process.cpuUsage }

/** When samples start to count and when they end; times in ms. */
export interface Bounds {
  warmupMs: number
  windowMs: number
  /** Samples wanted even if they take longer than the window. */
  minSamples: number
  /** On the clock of performance.now(): no sample starts after it, but one is always taken. */
  deadlineMs: number
}

/**
 * The least time of a sample: a clock that ticks every 40 ns may show no difference, but nothing takes no
 * time.
 */
const LEAST_NS = 1

/**
 * One array for the life of the process, so that no benchmark runs into the garbage of the one before it.
 * When it is full the benchmark ends early, which takes calls of about a microsecond, timed one by one.
 */
const record = new Float64Array(2 ** 16)

/**
 * Replaces the clock of mitata's loop, which reads it right before and right after each sample. mitata itself
 * returns samples sorted and without their extremes, and has no way to stop by wall time. The recorder keeps
 * samples in the order of time and ends the loop by returning Infinity.
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
  let sampleMs = 0
  let reportedNs: number | null = null

  function open(): number {
    beforeSample?.()
    // Repeated during warm-up, so that the last call is at the start of the first sample that counts.
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
    sampleMs = (closedMs - windowBeganMs) / kept
    return Infinity
  }

  return {
    now: () => (isOpen ? close() : open()),
    /** Warm-up starts here. */
    begin(): void {
      beganMs = now()
    },
    /** Records the time that a benchmark says itself its last call took, which then is the sample. */
    report(ns: number): void {
      reportedNs = ns
    },
    /** Times per call in ns, in order; CPU time over wall time; wall time of a sample with its gc. */
    samples: () => ({ timesNs: record.slice(0, kept), cpuShare, sampleMs }),
  }
}
