import type { Evidence } from '../../src/model/evidence.ts'
import { idOf, keyed } from '../keys.ts'
import { parseConfig } from '../../src/config/parse.ts'
import type { TimingStats } from '../../src/model/sample.ts'
import { createRandom } from '../../src/stats/random.ts'

export const ENVIRONMENT = {
  cpu: 'a CPU',
  cores: 2,
  os: 'an OS',
  image: null,
  node: 'v24.0.0',
  nodeFlags: [],
  mitata: '1.0.34',
  loadAverage: 0.1,
  ci: true,
}
export const place = { file: 'a.bench.ts', line: 3, hash: 'x' }

/**
 * One benchmark: how much slower head is, also where it is measured again alone, and how noisy its
 * processes are.
 */
export interface Planted {
  slower?: number
  alone?: number
  sigma?: number
  sides?: 'both' | 'head' | 'base'
}

/** What a gate would have measured of these, with a fixed seed. */
export function evidence(benchmarks: Record<string, Planted>, change: Partial<Evidence> = {}): Evidence {
  const random = createRandom('evidence')
  const process = (value: number, sigma: number): TimingStats => {
    // Twelve uniform numbers are as good as normal here.
    const noise = Array.from({ length: 12 }, random.uniform).reduce((a, b) => a + b, -6) * sigma
    const p10 = value * Math.exp(noise)
    return {
      samples: 60,
      min: p10 * 0.98,
      mean: p10 * 1.03,
      p10,
      p50: p10 * 1.02,
      p75: p10 * 1.05,
      max: p10 * 1.4,
      cpuShare: 1,
      tail: null,
    }
  }
  const block = ({ slower = 0, sigma = 0.005, sides = 'both' }: Planted, round: number) => ({
    round,
    base: sides === 'both' ? Array.from({ length: 4 }, () => process(1000, sigma)) : [],
    head: sides === 'base' ? [] : Array.from({ length: 4 }, () => process(1000 * (1 + slower), sigma)),
  })
  const ids = Object.keys(benchmarks)
  return {
    schema: 3,
    command: 'check',
    seed: 's',
    filter: null,
    base: { label: 'merge-base', sha: 'a'.repeat(40), dirty: false },
    head: { label: 'working tree', sha: 'b'.repeat(40), dirty: false },
    environment: ENVIRONMENT,
    survey: {
      benchmarks: ids.map((id) => {
        const sides = benchmarks[id]!.sides ?? 'both'
        const own = { ...place, hash: id }
        const [base, head] = [sides === 'head' ? null : own, sides === 'base' ? null : own]
        return { ...keyed(id), source: 'suite', metrics: [], base, head, onBase: null }
      }),
      failures: [],
      lateErrors: [],
      indivisible: [],
      warnings: [],
    },
    results: null,
    baseFailure: null,
    failures: [],
    measured: ids
      .filter((id) => benchmarks[id]!.sides !== 'base')
      .map((benchmark) => ({
        benchmark: idOf(benchmark),
        blocks: [0, 1, 2, 3].map((round) => block(benchmarks[benchmark]!, round)),
        confirming: benchmarks[benchmark]!.slower
          ? [0, 1, 2].map((round) => {
              const own = benchmarks[benchmark]!
              return block({ ...own, slower: own.alone ?? own.slower! }, round)
            })
          : [],
      })),
    maxPairs: 32,
    stoppedBy: 'decided',
    processes: 64,
    elapsedMs: 60_000,
    msInBenchmarks: 50_000,
    warnings: [],
    ...change,
  }
}

/** A config file with this text. */
export function config(text = '') {
  const result = parseConfig(`version: 1\n${text}`, 'benchgate.yml')
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.config
}
