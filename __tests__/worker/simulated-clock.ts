import type { Clock } from '../../src/worker/recorder.ts'

/** A clock that stands still but for what a test does with it. */
export function simulatedClock() {
  let nowMs = 500
  let cpuMs = 0
  const clock: Clock = {
    now: () => nowMs,
    cpuUsage: (since) => ({ user: 1e3 * cpuMs - (since?.user ?? 0), system: 0 }),
  }
  return {
    clock,
    /** Takes processor time, in ms. */
    work(ms: number) {
      nowMs += ms
      cpuMs += ms
    },
    /** Takes none. */
    wait(ms: number) {
      nowMs += ms
    },
  }
}
