import { hasParameters, isGenerator, reportingManual, seeYielded } from './generator.ts'
import { type BenchFunction, measureLoop } from './mitata.ts'
import { type Bounds, type Clock, createRecorder } from './recorder.ts'
import { beginWindow } from './reported-metrics.ts'

export interface Sampling extends Bounds {
  /**
   * Calls per sample. 1 times each call; a larger number is a multiple of 4, the factor by which mitata
   * unrolls its loop.
   */
  batch: number
  /** `once`: before the first sample. `inner`: before every sample. */
  gc: 'never' | 'once' | 'inner'
}

export interface Samples {
  /** Times per call, in the order of time. */
  timesNs: Float64Array
  cpuShare: number
  /** Wall time of a sample, with the garbage collection before it. */
  sampleMs: number
  kind: 'fn' | 'iter' | 'yield'
  /** The benchmark returns its own timings, one a call whatever the batch. */
  timesItself: boolean
  hasParameters: boolean
}

const collectGarbage: () => void = globalThis.gc ?? (() => {})
const UNROLL = 4

/** Measures a benchmark in mitata's loops. Rejects with what the benchmark throws. */
export async function sample(
  f: BenchFunction,
  args: Record<string, unknown>,
  how: Sampling,
  clock?: Clock,
): Promise<Samples> {
  const beforeSample = how.gc === 'inner' ? collectGarbage : null
  const recorder = createRecorder(how, how.batch, beforeSample, beginWindow, clock)
  const seen = { timesItself: false, hasParameters: false }
  const watched = isGenerator(f)
    ? seeYielded(f, (yielded) => {
        seen.hasParameters = hasParameters(yielded)
        const reporting = reportingManual(yielded, recorder.report)
        seen.timesItself = reporting !== null
        return reporting ?? yielded
      })
    : f
  const { kind } = await measureLoop(watched, {
    args,
    now: recorder.now,
    // Called once when the loop begins, after the few calls by which mitata examines the function.
    gc() {
      if (how.gc !== 'never') collectGarbage()
      recorder.begin()
    },
    heap: null,
    inner_gc: false,
    // These values leave it to the recorder to end the loop.
    min_samples: 0,
    min_cpu_time: Number.MAX_VALUE,
    // mitata decides from one or two cold calls whether to batch; these bounds decide it instead.
    ...(how.batch > 1
      ? { warmup_threshold: Infinity, batch_threshold: Infinity }
      : { warmup_threshold: -1, batch_threshold: -1 }),
    batch_samples: how.batch,
    batch_unroll: UNROLL,
  })
  const { timesNs, cpuShare, sampleMs } = recorder.samples()
  if (timesNs.length === 0)
    throw new TypeError('the benchmark never iterated over its state, so nothing was measured')
  return { timesNs, cpuShare, sampleMs, kind, ...seen }
}
