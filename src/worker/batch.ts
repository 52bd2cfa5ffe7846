import { quantile } from '../stats/quantile.ts'
import type { BenchFunction } from './mitata.ts'
import { type Clock, REAL_CLOCK } from './recorder.ts'
import { type Samples, sample } from './sampling.ts'

const BATCH_NS = 500_000
const SMALLEST_BATCH = 4
const MAX_BATCH = 2 ** 22
/**
 * mitata's own batch size: it prepares the parameters of all calls in advance, which have to fit in memory.
 */
const MAX_BATCH_WITH_PARAMETERS = 4_096
/** A batch is large enough unless it should be more than this many times as large. */
const TOLERANCE = 2

/**
 * One round of calibration: enough samples for a quantile, unless the benchmark is slow or the machine busy.
 */
const ROUND = { warmupMs: 3, windowMs: 7, minSamples: 40, gc: 'never' } as const
const ROUND_LIMIT_MS = 50
/** Few, because each round runs a generator's set-up again. */
const MAX_ROUNDS = 5

/**
 * Calls per sample that make a sample last about half a millisecond: 1, or a power of two from 4 on, so that
 * small differences between two calibrations rarely change it. Takes about 20 ms, or a few calls of a slow
 * benchmark.
 */
export async function chooseBatch(
  f: BenchFunction,
  args: Record<string, unknown>,
  deadlineMs: number,
  clock: Clock = REAL_CLOCK,
): Promise<number> {
  // A call of a nanosecond is too short for the clock, and a cold call takes a hundred times as long. Each
  // round therefore tries the batch that the last one proposed.
  let batch = 1
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const roundDeadlineMs = Math.min(deadlineMs, clock.now() + ROUND_LIMIT_MS)
    const samples = await sample(f, args, { ...ROUND, batch, deadlineMs: roundDeadlineMs }, clock)
    const better = fittingBatch(samples)
    if (better <= TOLERANCE * batch) return better
    batch = better
  }
  return batch
}

/**
 * The batch for a benchmark that turned out faster than in its calibration: on a busy machine the optimising
 * compiler may not finish within twenty milliseconds. Null when the batch that was used is large enough.
 */
export function largerBatch(samples: Samples, batch: number): number | null {
  const better = fittingBatch(samples)
  return better > TOLERANCE * batch ? better : null
}

function fittingBatch({ timesNs, timesItself, hasParameters }: Samples): number {
  // A low quantile, as in the comparison, so that other load on the machine does not influence the batch.
  const callNs = quantile([...timesNs], 0.1)
  if (timesItself || callNs >= BATCH_NS / 2) return 1
  const nearest = 2 ** Math.round(Math.log2(BATCH_NS / callNs))
  return Math.min(Math.max(nearest, SMALLEST_BATCH), hasParameters ? MAX_BATCH_WITH_PARAMETERS : MAX_BATCH)
}
