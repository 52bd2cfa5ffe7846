import { createHash } from 'node:crypto'
import type { Config } from '../model/config.ts'
import { WARMUP_MS } from './defaults.ts'

/** What a stored number of a metric means; another statistic needs another number here. */
const STATISTICS = 1

/** Digest of all settings that change what a stored number means, 16 hexadecimal digits: runs of two digests are not compared. */
export function configDigest({ measure }: Pick<Config, 'measure'>): string {
  const { timePerBenchmarkMs, nodeArgs } = measure
  const meaning = JSON.stringify({ statistics: STATISTICS, warmupMs: WARMUP_MS, timePerBenchmarkMs, nodeArgs })
  return createHash('sha256').update(meaning).digest('hex').slice(0, 16)
}
