import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createRandom } from '../../src/stats/random.ts'
import {
  buildsToCompare,
  fixed,
  isUndecided,
  percent,
  percent2,
  printTable,
  quartiles,
  range,
  runGate,
  sigmasOf,
  sizeFrom,
} from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { CONFIG_FILE, factorsFile, WORK_FILE } from './workload.ts'

const ROUNDS = sizeFrom('ROUNDS', 2)
const PLAIN_LIMIT_MS = 10 * 60_000

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

/** Seconds for a gate over fifty unchanged benchmarks, by build, beside mitata's own run() once for base and once for head, taking turns. */
export function cost(): void {
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
    const all = buildsToCompare()
    const random = createRandom('cost')
    const rows: (string | number)[][] = []
    const ratios = new Map(all.map(({ name }) => [name, [] as number[]]))
    for (let round = 1; round <= ROUNDS; round++) {
      const plain = secondsOfMitata(repository)
      for (const build of random.shuffle(all)) {
        const { summary, rows: compared } = runGate(
          repository.directory,
          ['compare', 'HEAD', 'HEAD', '--time-limit', '10 min', '--seed', `cost-${round}`],
          build,
        )
        ratios.get(build.name)!.push(summary.seconds / plain)
        rows.push([
          round,
          build.name,
          plain.toFixed(1),
          summary.seconds.toFixed(1),
          (summary.seconds / plain).toFixed(2),
          percent(1 - summary.secondsInBenchmarks / summary.seconds),
          quartiles(sigmasOf(compared), percent2),
          summary.processes,
          summary.pairs,
          summary.verdicts.unchanged ?? 0,
          compared.filter(isUndecided).length,
          summary.verdicts.regression ?? 0,
          summary.verdicts.improvement ?? 0,
        ])
        process.stderr.write(`cost ${rows.at(-1)!.join(' ')}\n`)
      }
    }
    const found = [...ratios].map(([name, own]) => `${name} build ${range(own, fixed(2))}`)
    process.stdout.write(
      `## Cost of 50 unchanged benchmarks, by mitata's own base + head: ${found.join(', ')}\n\n`,
    )
    printTable(
      [
        'round',
        'build',
        'mitata run() twice, s',
        'gate, s',
        'ratio',
        'not inside benchmarks',
        'sigma: median (quartiles)',
        'processes',
        'pairs (most)',
        'unchanged',
        'undecided',
        'regression',
        'improvement',
      ],
      rows,
    )
  } finally {
    repository.remove()
  }
}

function secondsOfMitata(repository: ScratchRepository): number {
  const startedAt = performance.now()
  for (const side of ['base', 'head']) {
    const { status } = spawnSync(process.execPath, ['--expose-gc', join(repository.directory, 'plain.mjs')], {
      stdio: 'ignore',
      timeout: PLAIN_LIMIT_MS,
    })
    if (status !== 0) throw new Error(`mitata itself failed for ${side}`)
  }
  return (performance.now() - startedAt) / 1000
}
