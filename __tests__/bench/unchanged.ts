import { join } from 'node:path'
import { printTable, runGate } from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'

const RUNS = 20

/** Complete gates of the demo's suites on two checkouts of one commit: whatever is flagged is a false alarm. */
export async function unchanged(): Promise<void> {
  const repository = new ScratchRepository()
  try {
    repository.copy(join(import.meta.dirname, '../../src/demo/base'))
    repository.commit('the demo')
    const rows: (string | number)[][] = []
    let flagged = 0
    for (let run = 1; run <= RUNS; run++) {
      const report = runGate(repository.directory, [
        'compare',
        'HEAD',
        'HEAD',
        '--time-limit',
        '60 s',
        '--seed',
        `unchanged-${run}`,
      ])
      const { verdicts, seconds, secondsInBenchmarks, processes, pairs } = report.summary
      const unsettled = report.rows.filter((row) => row.confirmed === false).length
      if ((verdicts.regression ?? 0) > 0) flagged++
      rows.push([
        run,
        verdicts.regression ?? 0,
        unsettled,
        verdicts.improvement ?? 0,
        verdicts.unchanged ?? 0,
        verdicts['slower-small'] ?? 0,
        verdicts.inconclusive ?? 0,
        pairs,
        processes,
        seconds.toFixed(1),
        secondsInBenchmarks.toFixed(1),
      ])
      process.stderr.write(`unchanged ${run}/${RUNS}: ${rows.at(-1)!.join(' ')}\n`)
    }
    process.stdout.write(`## Unchanged: ${RUNS} runs of compare HEAD HEAD, ${flagged} flagged\n\n`)
    printTable(
      [
        'run',
        'regression',
        'not confirmed',
        'improvement',
        'unchanged',
        'slower-small',
        'inconclusive',
        'pairs (most)',
        'processes',
        's',
        's in benchmarks',
      ],
      rows,
    )
  } finally {
    repository.remove()
  }
}
