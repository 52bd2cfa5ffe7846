import { readFileSync } from 'node:fs'

// From /proc, so Linux; elsewhere nothing is found.

/** The processes that this one has started, those of other threads left out. */
export function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** Peak memory of a process in MiB; 0 when it is gone. */
export function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Time of a process on a processor, in s, at Linux's 100 ticks a second; 0 when it is gone. */
export function cpuSecondsOf(pid: number): number {
  try {
    // The name of the program, in parentheses, may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

/** Peak memory, in MiB, of the largest process that this one has started, itself or through others. */
export const largestBelow = (pid: number): number =>
  Math.max(0, ...childrenOf(pid).map((child) => Math.max(peakOf(child), largestBelow(child))))
