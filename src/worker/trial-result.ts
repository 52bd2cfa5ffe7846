import type { Case } from './cases.ts'
import { B, flags } from './mitata.ts'
import type { Samples } from './sampling.ts'

/** One case in the result of run(). */
export interface RunResult {
  name: string
  args: Record<string, unknown>
  stats: ReturnType<typeof trialStats> | undefined
  error: unknown
}

/** The result of one bench() call in the form that mitata's run() returns. */
export function trialResult(trial: B, runs: RunResult[]) {
  const count = Object.keys(trial._args).length
  return {
    runs,
    kind: count === 0 ? 'static' : count === 1 ? 'args' : 'multi-args',
    args: trial._args,
    alias: trial._name,
    group: trial._group,
    baseline: (trial.flags & flags.baseline) !== 0,
    style: { highlight: trial._highlight, compact: (trial.flags & flags.compact) !== 0 },
  }
}

export function runResult({ name, args }: Case, samples: Samples, batch: number): RunResult {
  return { name, args, stats: trialStats(samples.kind, Array.from(samples.timesNs), batch), error: undefined }
}

/**
 * The context of mitata's result, in which nothing is measured: mitata spends seconds on the machine's noise
 * before the first benchmark.
 */
export function runContext() {
  const unmeasured = trialStats('fn', [0], 1)
  return {
    now: Date.now(),
    arch: `${process.arch}-${process.platform}`,
    version: process.versions.node,
    runtime: 'node',
    cpu: { name: null, freq: 0 },
    noop: { fn: unmeasured, iter: { ...unmeasured, kind: 'iter' }, fn_gc: unmeasured },
  }
}

function trialStats(kind: Samples['kind'], timesNs: number[], batch: number) {
  const samples = timesNs.sort((a, b) => a - b)
  const at = (share: number) => samples[Math.trunc(share * (samples.length - 1))]!
  return {
    kind,
    debug: '',
    ticks: samples.length * batch,
    samples,
    min: at(0),
    max: at(1),
    avg: samples.reduce((sum, ns) => sum + ns, 0) / samples.length,
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p99: at(0.99),
    p999: at(0.999),
  }
}
