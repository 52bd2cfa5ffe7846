/**
 * Measures the gate's error rates and power by simulation and prints one Markdown table.
 *
 *   npm run simulate                  the acceptance figures; exit code 1 when one falls short
 *   npm run simulate -- --quick       the same with fewer runs: rates are rough, and only clear shortfalls count
 *   npm run simulate -- --peers       our rule beside other tools' rules on the same data
 *   npm run simulate -- --bisect      searches for the commit that changed a benchmark
 */
import { parseArgs } from 'node:util'
import { BISECT_HEADER, bisectRows } from './bisect-figures.ts'
import { FULL, QUICK, takeFigures, type Sizes } from './figures.ts'
import { simulatedJob, type Share } from './measures.ts'
import { scorePeers, type Score } from './peers.ts'
import { readRecording, replayJob } from './recordings.ts'
import { SCENARIOS } from './scenarios.ts'

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
function printFigures(sizes: Sizes): boolean {
  const figures = takeFigures(sizes, progress)
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

  const percent = ({ hits, of }: Share): string => ((100 * hits) / of).toFixed(1)
  const names = columns[0]!.scores.map(({ name }) => name)
  printTable(
    ['rule (% of unchanged suites flagged; % of +5 % found)', ...columns.map(({ name }) => name)],
    names.map((name, i) => [
      name,
      ...columns.map(({ scores }) => `${percent(scores[i]!.flagged)}; ${percent(scores[i]!.found)}`),
    ]),
  )
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, peers: { type: 'boolean' }, bisect: { type: 'boolean' } },
})
const sizes = values.quick ? QUICK : FULL
if (values.peers) printPeers({ ...sizes, pullRequests: values.quick ? 100 : 1000 })
else if (values.bisect) printTable(BISECT_HEADER, bisectRows(values.quick ? 100 : 1000, progress))
else if (!printFigures(sizes)) process.exitCode = 1
progress('done')
