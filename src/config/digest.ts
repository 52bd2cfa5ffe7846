import { createHash } from 'node:crypto'
import type { Config } from '../model/config.ts'
import { QUIET_FLAGS, WARMUP_MS } from './defaults.ts'

/**
 * What a stored number of a suite means: another way to warm up or another statistic needs another number.
 */
const STATISTICS = 2

/** Of results that the workflow measured itself: what they mean is nothing that a setting could change. */
export const resultsDigest = (): string => digest({ statistics: 1, results: true })

const digest = (meaning: object): string =>
  createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 16)

/**
 * Digest of all settings that change what a stored number means, 16 hexadecimal digits: runs of two digests
 * are not compared.
 */
export function configDigest({ measure, commands }: Pick<Config, 'measure' | 'commands'>): string {
  const { timePerBenchmarkMs, nodeArgs, nodeThreads } = measure
  // How a tool is built and what its benchmarks are called is not what their numbers mean. Left out where
  // there is no command: the digest of suites alone is to stay what it is.
  const tools = commands.map((tool) => [tool.run, tool.format, tool.output, tool.workingDirectory])
  return digest({
    statistics: STATISTICS,
    warmupMs: WARMUP_MS,
    timePerBenchmarkMs,
    nodeArgs,
    nodeFlags: nodeThreads ? [] : QUIET_FLAGS,
    ...(tools.length > 0 && { tools }),
  })
}
