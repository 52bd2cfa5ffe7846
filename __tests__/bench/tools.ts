import type { Report } from '../../src/model/assessment.ts'
import { isThere, repositoryOf, runTool } from '../e2e/tools/run-tool.ts'
import { TOOLS } from '../e2e/tools/tools.ts'
import { median, percent, printTable } from './run-gate.ts'

/** Of one tool and state; confirming may take half of it on top. */
const TIME_LIMIT = '3 min'
const RUNS = 1

type Row = Report['rows'][number]

/** `benchgate check` with real tools: a change that does a tenth more work in one benchmark of three, and one that does nothing. */
export async function tools(): Promise<void> {
  const overview: (string | number)[][] = []
  const details: (string | number)[][] = []
  for (const tool of TOOLS) {
    if (!isThere(tool)) {
      process.stdout.write(`${tool.name} is not installed here.\n`)
      continue
    }
    const isSlowed = ({ benchmark, metric }: Row) =>
      tool.slowed.some((slowed) => slowed.benchmark === benchmark && slowed.metric === metric)
    for (const changed of [true, false]) {
      const repository = repositoryOf(tool, { changed })
      const state = changed ? 'slowed' : 'unchanged'
      try {
        for (let run = 1; run <= RUNS; run++) {
          const { code, report, seconds, stderr } = await runTool(tool, repository, [
            '--time-limit',
            TIME_LIMIT,
          ])
          if (report === null) {
            // A machine that is too busy to build in time is not the end of the other tools.
            process.stdout.write(
              `${tool.name}, ${state}: no report after ${seconds.toFixed(0)} s. ${stderr.trim()}\n\n`,
            )
            continue
          }
          const { summary, rows } = report
          const found = rows.filter(({ verdict }) => verdict === 'regression')
          overview.push([
            tool.name,
            state,
            run,
            code ?? 'none',
            seconds.toFixed(0),
            summary.processes,
            (summary.secondsInBenchmarks / summary.processes).toFixed(2),
            changed ? `${found.filter(isSlowed).length}/${tool.slowed.length}` : '',
            found.filter((row) => !changed || !isSlowed(row)).length,
            rows.filter(({ verdict }) => verdict === 'inconclusive').length,
            percent(median(rows.flatMap(({ sigma, exact }) => (exact || sigma === null ? [] : [sigma]))), 1),
          ])
          details.push(...rows.map((row) => detailOf(tool.name, state, run, row)))
          process.stderr.write(`${overview.at(-1)!.join(' ')}\n`)
        }
      } finally {
        repository.remove()
      }
    }
  }
  process.stdout.write(`## Real tools: a tenth more work in one benchmark, and nothing changed\n\n`)
  printTable(
    [
      'tool',
      'head',
      'run',
      'exit code',
      's',
      'executions',
      's each',
      'found',
      'false alarms',
      'inconclusive',
      'sigma (median)',
    ],
    overview,
  )
  printTable(
    ['tool', 'head', 'run', 'benchmark', 'metric', 'verdict', 'effect', 'interval', 'pairs'],
    details,
  )
}

function detailOf(tool: string, state: string, run: number, row: Row): (string | number)[] {
  const { benchmark, metric, verdict, effect, interval, pairs } = row
  return [
    tool,
    state,
    run,
    benchmark,
    metric,
    verdict,
    effect === null ? '' : percent(effect),
    interval === null ? '' : `${percent(interval.low)} … ${percent(interval.high)}`,
    pairs,
  ]
}
