import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { median, percent, printTable, runGate } from './run-gate.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { CONFIG_FILE, factorsFile, type Kind, KINDS, SUITE_FILE, WORK_FILE } from './workload.ts'

const RUNS = 10
const LEVELS = [1.03, 1.05, 1.1]
const SLOWED: Kind[] = ['integers', 'strings', 'map', 'sort', 'json', 'bigint']
const TRUTH_PROCESSES = 10

/** Times one kind of work in a process of its own, with nothing of Benchgate or mitata in it; prints ns a call. */
const TRUTH_FILE = `import { work } from './work.mjs'
const once = work[process.argv[2]]
const time = (n) => { const t = performance.now(); for (let i = 0; i < n; i++) once(); return (performance.now() - t) * 1e6 / n }
let n = 1
while (time(n) * n < 1e6) n *= 2
for (const end = performance.now() + 150; performance.now() < end; ) time(n)
const times = []
for (const end = performance.now() + 350; performance.now() < end; ) times.push(time(n))
times.sort((a, b) => a - b)
console.log(times[Math.floor(times.length / 10)])
`

/** Gates on commits that really do 3, 5 and 10 % more of six of twelve kinds of work, against what that costs in a long run. */
export async function slowdowns(): Promise<void> {
  for (const level of LEVELS) {
    const repository = new ScratchRepository()
    try {
      repository.write({
        'work.mjs': WORK_FILE,
        'suite.bench.mjs': SUITE_FILE,
        'truth.mjs': TRUTH_FILE,
        'benchgate.yml': CONFIG_FILE,
        'factors.mjs': factorsFile({}),
      })
      repository.commit('base')
      repository.git('switch', '-q', '-c', 'slower')
      repository.write({
        'factors.mjs': factorsFile(Object.fromEntries(SLOWED.map((kind) => [kind, level]))),
      })
      repository.commit('head')
      const truth = measureTruth(repository, level)
      const reports = Array.from({ length: RUNS }, (_, run) => {
        const report = runGate(repository.directory, [
          'compare',
          'main',
          'slower',
          '--seed',
          `slower-${level}-${run}`,
        ])
        process.stderr.write(
          `+${percent(level - 1, 0)} ${run + 1}/${RUNS}: ${JSON.stringify(report.summary.verdicts)}\n`,
        )
        return report
      })
      const seconds = reports.map((report) => report.summary.seconds)
      process.stdout.write(
        `## +${percent(level - 1, 0)} of work in ${SLOWED.length} of ${KINDS.length} benchmarks, ${RUNS} runs, median ${median(seconds).toFixed(0)} s a run (${Math.min(...seconds).toFixed(0)} to ${Math.max(...seconds).toFixed(0)})\n\n`,
      )
      printTable(
        [
          'benchmark',
          'true change (long run)',
          'found',
          'fail level reached',
          'median effect',
          'truth inside interval',
          'pairs (median, most)',
          'sigma',
        ],
        KINDS.map((kind) => {
          const rows = reports.flatMap((report) => report.rows.filter((row) => row.benchmark === kind))
          const actual = truth.get(kind)
          const found = rows.filter((row) => row.verdict === 'regression')
          const covered = rows.filter(
            (row) =>
              row.interval &&
              row.interval.low <= (actual?.effect ?? 0) &&
              (actual?.effect ?? 0) <= row.interval.high,
          )
          return [
            kind,
            actual ? `${percent(actual.effect)} ± ${percent(actual.error)}` : 'none',
            `${found.length}/${rows.length}`,
            `${found.filter((row) => row.effect! >= 0.05).length}/${rows.length}`,
            percent(median(rows.map((row) => row.effect ?? Number.NaN))),
            `${covered.length}/${rows.length}`,
            `${median(rows.map((row) => row.pairs))}, ${Math.max(...rows.map((row) => row.pairs))}`,
            percent(median(rows.map((row) => row.sigma ?? Number.NaN)), 2),
          ]
        }),
      )
    } finally {
      repository.remove()
    }
  }
}

/** The change that the extra work really makes: alternating processes of a plain loop; error is 1.96 standard errors. */
function measureTruth(
  repository: ScratchRepository,
  level: number,
): Map<Kind, { effect: number; error: number }> {
  const factors = {
    main: factorsFile({}),
    slower: factorsFile(Object.fromEntries(SLOWED.map((kind) => [kind, level]))),
  }
  const truth = new Map<Kind, { effect: number; error: number }>()
  for (const kind of SLOWED) {
    const ratios: number[] = []
    for (let i = 0; i < TRUTH_PROCESSES; i++) {
      const one = (side: keyof typeof factors) => {
        repository.write({ 'factors.mjs': factors[side] })
        const { stdout } = spawnSync(process.execPath, [join(repository.directory, 'truth.mjs'), kind], {
          encoding: 'utf8',
        })
        return Number(stdout)
      }
      const order = i % 2 === 0 ? (['main', 'slower'] as const) : (['slower', 'main'] as const)
      const times = Object.fromEntries(order.map((side) => [side, one(side)]))
      ratios.push(Math.log(times['slower']! / times['main']!))
    }
    // Median and MAD: one process in ten may settle in another mode of the JIT.
    const centre = median(ratios)
    const spread = 1.4826 * median(ratios.map((ratio) => Math.abs(ratio - centre)))
    truth.set(kind, {
      effect: Math.expm1(centre),
      error: (1.96 * 1.2533 * spread) / Math.sqrt(ratios.length),
    })
  }
  repository.git('checkout', '-q', '--', 'factors.mjs')
  return truth
}
