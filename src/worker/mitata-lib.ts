import * as lib from 'mitata/src/lib.mjs'
import { callSite, placeOf } from './call-site.ts'
import { casesOf } from './cases.ts'
import { send } from './channel.ts'
import { B, type BenchFunction } from './mitata.ts'
import { plan } from './read-plan.ts'
import { trialResult } from './trial-result.ts'

type Options = Record<string, unknown>
type Measure = (f: BenchFunction, options?: Options) => Promise<never>

/** One call to warm up and one to measure: enough for a suite that reads the result. */
const SHORTEST = { min_cpu_time: 0, min_samples: 1, max_samples: 1, warmup_threshold: 0, gc: false } as const

/**
 * A loop of mitata that a suite calls itself. What it measures has no name and is not compared, so that it
 * gets no time, and the parent process is told.
 */
const short = (call: string, loop: unknown): Measure =>
  function (f, options = {}) {
    sayUngated(call, callSite())
    return (loop as Measure)(f, { ...options, ...SHORTEST })
  }

export const measure: Measure = short('measure()', lib.measure)

B.prototype.run = async function (this: B, mayThrow = false) {
  sayUngated('run() of a benchmark', callSite())
  const runs = []
  for (const { name, args } of casesOf({ trial: this, groups: [], site: null }, new Map())) {
    try {
      const stats = await (lib.measure as unknown as Measure)(this.f, { args, ...SHORTEST })
      runs.push({ name, args, stats, error: undefined })
    } catch (error) {
      if (mayThrow) throw error
      runs.push({ name, args, stats: undefined, error })
    }
  }
  return trialResult(this, runs) as never
}

/** The names of mitata's inner module. */
export const mitataLib: object = {
  ...lib,
  measure,
  fn: short('fn()', lib.fn),
  iter: short('iter()', lib.iter),
  generator: short('generator()', lib.generator),
}

let isSaid = plan === null

function sayUngated(call: string, site: ReturnType<typeof callSite>): void {
  if (isSaid) return
  isSaid = true
  send({ type: 'ungated', call, place: site === null ? null : placeOf(site) })
}
