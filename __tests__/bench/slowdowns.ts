import {
  fixed,
  isUndecided,
  median,
  percent,
  percent2,
  printTable,
  quartiles,
  range,
  runGate,
  sigmasOf,
  sizeFrom,
} from './run-gate.ts'
import { PLAIN_LOOP, timeInTurns } from './plain-loop.ts'
import { type TwoCommits, withTwoCommits } from './two-commits.ts'
import { CONFIG_FILE, factorsFile, KINDS, SLOWED, slowerFactors, SUITE_FILE, WORK_FILE } from './workload.ts'

const RUNS = sizeFrom('RUNS', 10)
/** Factors of the work; the environment may set them: `LEVELS=1.03,1.1`. */
const LEVELS = (process.env['LEVELS'] ?? '1.03,1.05,1.1').split(',').map(Number)
const TRUTH_PROCESSES = sizeFrom('PROCESSES', 10)

/** Gates on commits that really do 3, 5 and 10 % more of six of twelve kinds of work, against what that costs in a long run. */
export function slowdowns(): void {
  const overview: (string | number)[][] = []
  for (const level of LEVELS) {
    const slower = factorsFile(slowerFactors(level))
    withTwoCommits(
      (repository) =>
        repository.write({
          'work.mjs': WORK_FILE,
          'suite.bench.mjs': SUITE_FILE,
          'cases.mjs': `export { work as cases } from './work.mjs'\n`,
          'plain-loop.mjs': PLAIN_LOOP,
          'benchgate.yml': CONFIG_FILE,
          'factors.mjs': factorsFile({}),
        }),
      (repository) => repository.write({ 'factors.mjs': slower }),
      (commits) => overview.push(gatesAt(level, commits)),
    )
  }
  process.stdout.write(
    `## All levels: the ${SLOWED.length} slowed benchmarks, and what was flagged of the others\n\n`,
  )
  printTable(
    [
      'more work',
      'found',
      'undecided',
      'wrongly flagged',
      'pairs: median (quartiles)',
      's (range)',
      'sigma: median (quartiles)',
    ],
    overview,
  )
}

/** Prints the table of one level and returns its row among all levels. */
function gatesAt(level: number, { repository, copies }: TwoCommits): (string | number)[] {
  const name = `+${percent(level - 1, 0)}`
  const truth = measureTruth(copies)
  const reports = Array.from({ length: RUNS }, (_, run) => {
    const report = runGate(repository.directory, [
      'compare',
      'main',
      'change',
      '--seed',
      `slower-${level}-${run}`,
    ])
    process.stderr.write(`${name} ${run + 1}/${RUNS}: ${JSON.stringify(report.summary.verdicts)}\n`)
    return report
  })
  const seconds = range(
    reports.map((report) => report.summary.seconds),
    fixed(0),
  )
  process.stdout.write(
    `## ${name} of work in ${SLOWED.length} of ${KINDS.length} benchmarks, ${RUNS} runs, median (range) ${seconds} s a run\n\n`,
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
        percent(median(rows.flatMap(({ effect }) => (effect === null ? [] : [effect])))),
        `${covered.length}/${rows.length}`,
        `${median(rows.map((row) => row.pairs))}, ${Math.max(...rows.map((row) => row.pairs))}`,
        percent2(median(sigmasOf(rows))),
      ]
    }),
  )
  const rows = reports.flatMap((report) => report.rows)
  const slowed = rows.filter((row) => truth.has(row.benchmark))
  const others = rows.filter((row) => !truth.has(row.benchmark))
  return [
    name,
    `${slowed.filter((row) => row.verdict === 'regression').length}/${slowed.length}`,
    slowed.filter(isUndecided).length,
    `${others.filter((row) => row.verdict === 'regression').length} slower, ${others.filter((row) => row.verdict === 'improvement').length} faster of ${others.length}`,
    quartiles(
      slowed.map((row) => row.pairs),
      fixed(0),
    ),
    seconds,
    quartiles(sigmasOf(rows), percent2),
  ]
}

/** The change that the extra work really makes, in alternating processes of a plain loop; error is 1.96 standard errors. */
function measureTruth(copies: TwoCommits['copies']): Map<string, { effect: number; error: number }> {
  const all = timeInTurns(copies, SLOWED, TRUTH_PROCESSES)
  return new Map(
    [...all].map(([kind, ratios]) => {
      // Median and MAD: one process in ten may settle in another mode of the JIT.
      const centre = median(ratios)
      const spread = 1.4826 * median(ratios.map((ratio) => Math.abs(ratio - centre)))
      const error = (1.96 * 1.2533 * spread) / Math.sqrt(ratios.length)
      return [kind, { effect: Math.expm1(centre), error }]
    }),
  )
}
