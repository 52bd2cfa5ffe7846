import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Random } from '../../src/stats/random.ts'
import type { Job } from './gate.ts'

/** Optional folder with the design's data, beside the project; figures that need it say so when it is absent. */
const RECORDINGS = new URL('../../../shared/data/recordings/aa2.jsonl.gz', import.meta.url)

export type RecordedMetric = 'p10' | 'p50' | 'avg'

/** Processes in the order in which they ran, each with the log values of its benchmarks. */
export type Recording = number[][]

/** Reads the recorded processes of unchanged code; null when the folder is absent. */
export function readRecording(metric: RecordedMetric): Recording | null {
  if (!existsSync(RECORDINGS)) return null
  const lines = gunzipSync(readFileSync(RECORDINGS)).toString('utf8').trim().split('\n')
  return lines.map((line) => {
    const { out } = JSON.parse(line) as { out: Record<string, Record<RecordedMetric, number>> }
    return Object.values(out).map((values) => Math.log(values[metric]))
  })
}

/** A job that replays the recorded processes in their order from a random one on, so that drift stays drift. */
export function replayJob(recording: Recording, random: Random): Job {
  const start = random.integer(recording.length)
  return (slot, benchmark) => recording[(start + slot) % recording.length]![benchmark]!
}
