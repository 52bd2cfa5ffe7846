import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { loadConfig } from '../../src/config/load.ts'
import { gate } from '../../src/pipeline.ts'
import { median, percent, printTable } from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { CONFIG_FILE, factorsFile, KINDS, SUITE_FILE, WORK_FILE } from './workload.ts'

const WINDOWS = [
  [20, 20],
  [20, 40],
  [40, 60],
  [40, 100],
] as const
const ROUNDS = 4
const workerFile = pathToFileURL(join(import.meta.dirname, '../../dist/worker.js')).href

/** Seconds to decide twelve benchmarks, unchanged and all 5 % slower, by warm-up + window; the windows take turns. */
export async function window(): Promise<void> {
  const repository = new ScratchRepository()
  const results = new Map<
    string,
    { seconds: number[]; pairs: number[]; sigma: number[]; flagged: number; rows: number; open: number }
  >()
  try {
    repository.write({
      'work.mjs': WORK_FILE,
      'suite.bench.mjs': SUITE_FILE,
      'benchgate.yml': CONFIG_FILE,
      'factors.mjs': factorsFile({}),
    })
    repository.commit('base')
    repository.git('switch', '-q', '-c', 'slower')
    repository.write({ 'factors.mjs': factorsFile(Object.fromEntries(KINDS.map((kind) => [kind, 1.05]))) })
    repository.commit('head')
    const config = await loadConfig(repository.directory)
    for (let round = 0; round < ROUNDS; round++) {
      for (const head of ['main', 'slower'] as const) {
        for (const [warmupMs, windowMs] of WINDOWS) {
          const { assessment: report } = await gate(
            {
              command: 'compare',
              project: repository.directory,
              config: {
                ...config,
                measure: { ...config.measure, timePerBenchmarkMs: windowMs, timeLimitMs: 600_000 },
              },
              base: { kind: 'ref', ref: 'main' },
              head: { kind: 'ref', ref: head },
              filter: null,
              seed: `window-${round}-${head}`,
              warmupMs,
            },
            {
              workerFile,
              env: process.env,
              clock: () => new Date(),
              signal: new AbortController().signal,
              onProgress: () => {},
            },
          )
          const key = `${warmupMs} + ${windowMs} ms, ${head === 'main' ? 'unchanged' : '+5 %'}`
          const known = results.get(key) ?? {
            seconds: [],
            pairs: [],
            sigma: [],
            flagged: 0,
            rows: 0,
            open: 0,
          }
          results.set(key, known)
          known.seconds.push(report.summary.seconds)
          known.pairs.push(...report.rows.map((row) => row.pairs))
          known.sigma.push(...report.rows.map((row) => row.sigma ?? Number.NaN))
          known.flagged += report.rows.filter((row) => row.verdict === 'regression').length
          known.open += report.rows.filter((row) => row.verdict === 'inconclusive').length
          known.rows += report.rows.length
          process.stderr.write(`${key}: ${report.summary.seconds.toFixed(1)} s\n`)
        }
      }
    }
    process.stdout.write(
      `## Warm-up + window: ${KINDS.length} benchmarks, ${ROUNDS} rounds, confirm stage included\n\n`,
    )
    printTable(
      [
        'warm-up + window',
        'seconds (median, range)',
        'mean pairs',
        'flagged',
        'inconclusive',
        'median sigma',
      ],
      [...results].map(([key, r]) => [
        key,
        `${median(r.seconds).toFixed(1)} (${Math.min(...r.seconds).toFixed(1)} to ${Math.max(...r.seconds).toFixed(1)})`,
        (r.pairs.reduce((a, b) => a + b, 0) / r.pairs.length).toFixed(1),
        `${r.flagged}/${r.rows}`,
        `${r.open}/${r.rows}`,
        percent(median(r.sigma), 2),
      ]),
    )
  } finally {
    repository.remove()
  }
}
