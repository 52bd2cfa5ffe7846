/**
 * Measures the gate's error rates and power by simulation and prints one Markdown table.
 *
 *   npm run simulate                  the acceptance figures; exit code 1 when one falls short
 *   npm run simulate -- --quick       the same with fewer runs: rates are rough, and only clear shortfalls count
 *   npm run simulate -- --rows 2,3    these rows alone, and what is simulated with them
 *   npm run simulate -- --history     rows 12, 13 and 15 to 17
 *   npm run simulate -- --peers       our rule beside other tools' rules on the same data
 *   npm run simulate -- --creep       how often series are called creep, and whether forecasts come true;
 *                                     with --histories <folder> also at the times of recorded commits
 *   npm run simulate -- --bisect      searches for the commit that changed a benchmark
 */
import { parseArgs } from 'node:util'
import { BISECT_HEADER, bisectRows } from './bisect-figures.ts'
import { NOISE_NAMES, scoreCreep, scoreFolding, scoreForecasts } from './creep.ts'
import { type Figure, FULL, HISTORY_ROWS, QUICK, type Sizes, takeFigures } from './figures.ts'
import { simulatedJob, type Share } from './measures.ts'
import { scorePeers, type Score } from './peers.ts'
import { readRecording, replayJob } from './recordings.ts'
import { SCENARIOS } from './scenarios.ts'

const percent = ({ hits, of }: Share): string => ((100 * hits) / of).toFixed(1)

const started = performance.now()
function progress(what: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${what}\n`)
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [header, header.map(() => '---'), ...rows].map(tableRow)
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Prints the table and returns whether every figure that could be taken is reached. */
function printFigures(figures: readonly Figure[]): boolean {
  const verdict = (ok: boolean | null): string => (ok === null ? 'skipped' : ok ? 'yes' : '**no**')
  printTable(
    ['#', 'figure', 'required', 'reached', 'ok'],
    figures.map(({ row, figure, required, reached, ok }) => [row, figure, required, reached, verdict(ok)]),
  )
  return figures.every(({ ok }) => ok !== false)
}

function printPeers({ pullRequests }: Sizes): void {
  const effect = 0.05
  const simulated = SCENARIOS.map((scenario) => {
    progress(scenario)
    const job = (random: Parameters<typeof simulatedJob>[0]) => simulatedJob(random, scenario)
    return {
      name: `${scenario}, 50`,
      scores: scorePeers({ job, suite: 50, effect, pullRequests, seed: scenario }),
    }
  })
  const columns: { name: string; scores: Score[] }[] = [...simulated]
  const recording = readRecording('p10')
  if (recording) {
    progress('recorded processes')
    const suite = recording[0]!.length
    const job = (random: Parameters<typeof simulatedJob>[0]) => replayJob(recording, random)
    const scores = scorePeers({ job, suite, effect, pullRequests, seed: 'recorded' })
    columns.push({ name: `recorded p10, ${suite}`, scores })
  } else progress('recorded processes: skipped, no ../shared/data/recordings')

  const names = columns[0]!.scores.map(({ name }) => name)
  printTable(
    ['rule (% of unchanged suites flagged; % of +5 % found)', ...columns.map(({ name }) => name)],
    names.map((name, i) => [
      name,
      ...columns.map(({ scores }) => `${percent(scores[i]!.flagged)}; ${percent(scores[i]!.found)}`),
    ]),
  )
}

function printCreep(runs: number, folder: string | undefined): void {
  progress('creep')
  printTable(
    [
      '60 values (% called creep; with a trend by Mann-Kendall; creep if a step had to be 4 ln n better)',
      ...NOISE_NAMES,
    ],
    scoreCreep(runs).map(({ shape, noises }) => [
      shape,
      ...noises.map(({ creep, trend, lenient }) => [creep, trend, lenient].map(percent).join('; ')),
    ]),
  )
  progress('folding')
  process.stdout.write('\n')
  printTable(
    ['history', '1 %: steps → events (a real step: found → an event)', '3 %'],
    scoreFolding(runs / 10).map(({ history, noises }) => [
      history,
      ...noises.map(
        ({ steps, events, real }) =>
          `${steps.toFixed(1)} → ${events.toFixed(1)}${real === null ? '' : ` (${percent(real.step)} → ${percent(real.event)} %)`}`,
      ),
    ]),
  )
  progress('forecasts')
  process.stdout.write('\n')
  printTable(
    [
      'commits',
      'creeps',
      'noise',
      'shown, %',
      'came true, %',
      'sooner',
      'later',
      'width of the interval / weeks',
    ],
    scoreForecasts(runs, folder).map(({ commits, creeps, sigma, shown, covered, sooner, later, width }) => [
      commits,
      creeps,
      `${100 * sigma} %`,
      percent(shown),
      `${percent(covered)} of ${covered.of}`,
      `${sooner}`,
      `${later}`,
      width.toFixed(2),
    ]),
  )
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    history: { type: 'boolean' },
    rows: { type: 'string' },
    peers: { type: 'boolean' },
    bisect: { type: 'boolean' },
    creep: { type: 'boolean' },
    histories: { type: 'string' },
  },
})
const sizes = values.quick ? QUICK : FULL
if (values.peers) printPeers({ ...sizes, pullRequests: values.quick ? 100 : 1000 })
else if (values.bisect) printTable(BISECT_HEADER, bisectRows(values.quick ? 100 : 1000, progress))
else if (values.creep) printCreep(values.quick ? 100 : 2000, values.histories)
else {
  const rows = values.history ? HISTORY_ROWS : (values.rows?.split(',').map(Number) ?? null)
  if (!printFigures(takeFigures(sizes, rows, progress))) process.exitCode = 1
}
progress('done')
