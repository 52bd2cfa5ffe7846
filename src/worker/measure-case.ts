import type { ProcessPlan } from '../measure/protocol.ts'
import { chooseBatch, largerBatch } from './batch.ts'
import type { Case } from './cases.ts'
import { timingStats } from './timing-stats.ts'
import type { B } from './mitata.ts'
import { takeMetrics } from './reported-metrics.ts'
import { type Samples, sample } from './sampling.ts'
import { settledAfterMs } from './settling.ts'

/**
 * Fraction of the warm-up that precedes individually timed calls: the function is warm by then, but its new
 * loop is not.
 */
const TAIL_WARMUP = 0.25
/** So many individually timed calls show how long all of them would take. */
const TRIAL_CALLS = 10

/** Measures one case by the plan. Rejects with what the benchmark throws. */
export async function measureCase(trial: B, { id, args }: Case, plan: ProcessPlan) {
  const deadlineMs = performance.now() + plan.benchmarkLimitMs
  const gc = trial._gc === 'inner' ? 'inner' : trial._gc === false ? 'never' : 'once'
  const given = planned(plan.batches, id)
  const wantedCalls = planned(plan.individualCalls, id) ?? 0
  const isTraced = plan.mode === 'calibrate' && given !== undefined
  const warmupMs = isTraced ? 0 : (planned(plan.warmups, id) ?? plan.warmupMs)
  const windowMs = isTraced ? plan.traceMs : plan.windowMs

  let batch = given ?? (await chooseBatch(trial.f, args, deadlineMs))
  const { tailLimitMs } = plan
  let samples = await window()
  const larger = given === undefined ? largerBatch(samples, batch) : null
  if (larger !== null) {
    batch = larger
    samples = await window()
  }
  // Samples of a single call each also count for the tail.
  const lacksCalls = tailLimitMs !== undefined && batch === 1 && wantedCalls > samples.timesNs.length
  if (lacksCalls && isAffordable(samples)) samples = await window(wantedCalls)
  const reported = takeMetrics()
  const isSingle = batch === 1 || samples.timesItself
  const individualNs = wantedCalls === 0 ? null : isSingle ? samples.timesNs : await individualCalls()
  const settledMs = isTraced && gc !== 'inner' ? settledAfterMs(samples.timesNs, batch) : null
  return {
    batch: isSingle ? 1 : batch,
    stats: timingStats(samples, individualNs),
    samples,
    settledMs,
    reported,
  }

  function window(wanted = batch === 1 && tailLimitMs === undefined ? wantedCalls : 0): Promise<Samples> {
    const minSamples = Math.max(plan.minSamples, wanted)
    return sample(trial.f, args, { batch, warmupMs, windowMs, minSamples, deadlineMs, gc })
  }

  function isAffordable({ sampleMs }: Samples): boolean {
    return wantedCalls * sampleMs <= (tailLimitMs ?? Infinity)
  }

  /** Null where they would take too long. */
  async function individualCalls(): Promise<Float64Array | null> {
    const single = {
      batch: 1,
      warmupMs: TAIL_WARMUP * warmupMs,
      windowMs: 0,
      minSamples: wantedCalls,
      deadlineMs,
      gc,
    } as const
    if (tailLimitMs !== undefined) {
      const trialCalls = await sample(trial.f, args, { ...single, minSamples: TRIAL_CALLS })
      if (!isAffordable(trialCalls)) return null
    }
    return (await sample(trial.f, args, single)).timesNs
  }
}

/** A benchmark may have the name of a property that every object has, such as `constructor`. */
const planned = (values: Record<string, number>, id: string): number | undefined =>
  Object.hasOwn(values, id) ? values[id] : undefined
