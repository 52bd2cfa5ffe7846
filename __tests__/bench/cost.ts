import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { median, percent, printTable, runGate } from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { CONFIG_FILE, factorsFile, WORK_FILE } from './workload.ts'

const ROUNDS = 2

/** Fifty benchmarks: every kind of work in several sizes. */
const SUITE = `import { bench, run } from 'mitata'
import { work } from './work.mjs'
const sizes = [10, 20, 30, 40, 50]
let count = 0
for (const size of sizes) {
  for (const [kind, once] of Object.entries(work)) {
    if (count++ >= 50) break
    if (kind === 'promises') bench(kind + ' ' + size, async () => await once(size))
    else bench(kind + ' ' + size, () => once(size))
  }
}
await run()
`

/** Seconds for a gate over fifty unchanged benchmarks beside mitata's own run() once for base and once for head, taking turns. */
export async function cost(): Promise<void> {
  const repository = new ScratchRepository()
  try {
    repository.write({
      'work.mjs': WORK_FILE,
      'suite.bench.mjs': SUITE,
      'plain.mjs': SUITE.replace("'mitata'", JSON.stringify(import.meta.resolve('mitata'))),
      'benchgate.yml': CONFIG_FILE,
      'factors.mjs': factorsFile({}),
    })
    repository.commit('fifty benchmarks')
    const rows: (string | number)[][] = []
    const ratios: number[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      const startedAt = performance.now()
      for (const side of ['base', 'head']) {
        const { status } = spawnSync(
          process.execPath,
          ['--expose-gc', join(repository.directory, 'plain.mjs')],
          { stdio: 'ignore' },
        )
        if (status !== 0) throw new Error(`mitata itself failed for ${side}`)
      }
      const plain = (performance.now() - startedAt) / 1000
      const { summary } = runGate(repository.directory, [
        'compare',
        'HEAD',
        'HEAD',
        '--time-limit',
        '10 min',
        '--seed',
        `cost-${round}`,
      ])
      ratios.push(summary.seconds / plain)
      rows.push([
        round,
        plain.toFixed(1),
        summary.seconds.toFixed(1),
        (summary.seconds / plain).toFixed(2),
        percent(1 - summary.secondsInBenchmarks / summary.seconds),
        summary.processes,
        summary.pairs,
        summary.verdicts.unchanged ?? 0,
        summary.verdicts.regression ?? 0,
      ])
      process.stderr.write(`cost ${rows.at(-1)!.join(' ')}\n`)
    }
    process.stdout.write(
      `## Cost of 50 unchanged benchmarks: ${median(ratios).toFixed(2)} of mitata's own base + head\n\n`,
    )
    printTable(
      [
        'round',
        'mitata run() twice, s',
        'gate, s',
        'ratio',
        'not inside benchmarks',
        'processes',
        'pairs (most)',
        'unchanged',
        'regression',
      ],
      rows,
    )
  } finally {
    repository.remove()
  }
}
