import { join } from 'node:path'
import {
  fixed,
  isUndecided,
  median,
  percent,
  percent2,
  printTable,
  range,
  runGate,
  sigmasOf,
  sizeFrom,
} from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'

const RUNS = sizeFrom('RUNS', 20)
/** The most that the median sigma of a quiet gate may be. */
const QUIET = 0.015

interface Gate {
  slower: number
  faster: number
  undecided: number
  notConfirmed: number
  sigma: number
  seconds: number
}

/** Complete gates of the demo's suites on two checkouts of one commit: whatever is flagged is a false alarm. */
export function unchanged(): void {
  const repository = new ScratchRepository()
  try {
    repository.copy(join(import.meta.dirname, '../../src/demo/base'))
    repository.commit('the demo')
    const gates: Gate[] = []
    const rows: (string | number)[][] = []
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
      const gate: Gate = {
        slower: verdicts.regression ?? 0,
        faster: verdicts.improvement ?? 0,
        undecided: report.rows.filter(isUndecided).length,
        notConfirmed: report.rows.filter((row) => row.confirmed === false).length,
        sigma: median(sigmasOf(report.rows)),
        seconds,
      }
      gates.push(gate)
      rows.push([
        run,
        gate.slower,
        gate.faster,
        gate.undecided,
        gate.notConfirmed,
        verdicts.unchanged ?? 0,
        verdicts['slower-small'] ?? 0,
        percent2(gate.sigma),
        pairs,
        processes,
        seconds.toFixed(1),
        secondsInBenchmarks.toFixed(1),
      ])
      process.stderr.write(`unchanged ${run}/${RUNS}: ${rows.at(-1)!.join(' ')}\n`)
    }
    process.stdout.write(`## Unchanged: ${RUNS} runs of compare HEAD HEAD\n\n`)
    const sum = (own: readonly Gate[], figure: 'undecided' | 'notConfirmed') =>
      own.reduce((total, gate) => total + gate[figure], 0)
    const groups: [string, Gate[]][] = [
      ['all', gates],
      [`quiet: median sigma at most ${percent(QUIET)}`, gates.filter(({ sigma }) => sigma <= QUIET)],
    ]
    printTable(
      [
        'gates',
        'number',
        'with a regression',
        'with an improvement',
        'undecided rows',
        'rows not confirmed',
        'median sigma (range)',
        's (range)',
      ],
      groups.map(([name, own]) => [
        name,
        own.length,
        own.filter(({ slower }) => slower > 0).length,
        own.filter(({ faster }) => faster > 0).length,
        sum(own, 'undecided'),
        sum(own, 'notConfirmed'),
        range(
          own.map(({ sigma }) => sigma),
          percent2,
        ),
        range(
          own.map(({ seconds }) => seconds),
          fixed(1),
        ),
      ]),
    )
    printTable(
      [
        'run',
        'regression',
        'improvement',
        'undecided',
        'not confirmed',
        'unchanged',
        'slower-small',
        'median sigma',
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
