import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { UserError } from '../../src/errors.ts'
import { judgeFiles } from '../../src/gate/compare-files.ts'
import { readResultFiles } from '../../src/gate/read-results.ts'
import { understand } from '../../src/ingest/ingest.ts'
import { readInput } from '../../src/ingest/read-input.ts'
import { ADAPTERS } from '../../src/ingest/registry.ts'
import { readEnvironment } from '../../src/measure/environment.ts'
import type { Row } from '../../src/model/assessment.ts'
import type { Config } from '../../src/model/config.ts'
import type { IngestedMetric } from '../../src/model/result-file.ts'
import { SHARED, hasShared } from '../ingest/real-files.ts'
import { largeFiles } from './ingest-large.ts'
import { percent, printTable } from './run-gate.ts'

/** Names of metrics that a cell shows. */
const MAX_IDS = 6

/** What is understood of every real file, what comparing its pairs says, and what a file of 50 MB costs. */
export async function ingest(): Promise<void> {
  if (hasShared) {
    await everyFile()
    await everyPair()
  } else
    process.stdout.write(`no files of other tools in ${SHARED}: set BENCHGATE_SHARED to their folder\n\n`)
  largeFiles()
}

/** Files of each tool's folder, and folders that are one input as one. */
function inputs(): string[] {
  const folders = readdirSync(SHARED, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => [
    ...readdirSync(join(SHARED, name)).map((file) => `${name}/${file}`),
    // The directory as asv writes it, beside the files in it.
    ...(name === 'asv' ? [name] : []),
  ])
}

async function everyFile(): Promise<void> {
  const rows: (string | number)[][] = []
  const metricsOf = new Map<string, Set<string>>(ADAPTERS.map(({ name }) => [name, new Set()]))
  let refused = 0
  for (const name of inputs()) {
    try {
      const { adapter, file } = understand(await readInput(join(SHARED, name)), null)
      const metrics = file.benchmarks.flatMap(({ metrics }) => metrics)
      for (const metric of metrics) metricsOf.get(adapter)!.add(sense(metric))
      const ids = [...new Set(metrics.map(({ id }) => id))]
      const more = ids.length - MAX_IDS
      const shown = [...ids.slice(0, MAX_IDS), ...(more > 0 ? [`${more} more`] : [])].join(', ')
      rows.push([name, adapter, file.benchmarks.length, cell(shown), file.warnings.length])
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused++
      rows.push([name, cell(error.message.replaceAll(`${SHARED}/`, '')), '', '', ''])
    }
  }
  process.stdout.write(`## ${rows.length} real files: ${rows.length - refused} read, ${refused} refused\n\n`)
  printTable(['file', 'adapter, or why it is refused', 'benchmarks', 'metrics', 'warnings'], rows)
  process.stdout.write('## What each adapter found in them: metric, unit, the better direction\n\n')
  printTable(
    ['adapter', 'metrics'],
    [...metricsOf].map(([adapter, metrics]) => [adapter, cell([...metrics].join('; '))]),
  )
}

function sense({ id, unit, better, data }: IngestedMetric): string {
  const exact = data.kind === 'exact' ? ', exact' : ''
  return `${id}: ${unit === '' ? 'no unit' : unit}, ${better ?? 'a config has to say'}${exact}`
}

const cell = (text: string): string => text.split('\n', 1)[0]!.replaceAll('|', '\\|')

/** What was made 15 % slower in `b`; of servers every request. */
const SLOWED = /parse|spin|^lib$/i
const SERVERS: ReadonlySet<string> = new Set(['artillery', 'autocannon', 'locust'])
/** Two reports of one page, and nothing was made slower. */
const UNCHANGED: ReadonlySet<string> = new Set(['lighthouse'])

/** OpenMetrics says of nothing which way is better, as a config then has to. */
const CONFIG: Config = {
  ...DEFAULT_CONFIG,
  metrics: { time: { better: 'lower' }, value: { better: 'lower' } },
}

async function everyPair(): Promise<void> {
  const slowed: (string | number)[][] = []
  const others: string[][] = []
  for (const a of inputs()) {
    const b = a.replace(/(?<=[/_-])a(?=[-_.]|$)/, 'b')
    if (a === b || !existsSync(join(SHARED, b))) continue
    const rows = await rowsOf(a, b)
    if (rows === null) continue
    for (const [benchmark, metrics] of Map.groupBy(rows, (row) => row.benchmark)) {
      const [first] = metrics
      if (isSlowed(a, first!)) slowed.push([a, cell(benchmark), ...figures(first!)])
    }
    const flagged = rows.filter((row) => !isSlowed(a, row) && FLAGGED.has(row.verdict))
    for (const row of flagged) others.push([a, cell(row.benchmark), ...figures(row)])
  }
  process.stdout.write('## Every pair: what is slower in b\n\n')
  const head = ['pair', 'benchmark', 'metric', 'head / base', '95 % interval', 'verdict']
  printTable(head, slowed)
  process.stdout.write('## Every pair: metrics of unchanged benchmarks that were called slower or faster\n\n')
  printTable(head, others)
}

const FLAGGED: ReadonlySet<Row['verdict']> = new Set(['regression', 'slower-small', 'improvement'])

function isSlowed(input: string, { benchmark }: Row): boolean {
  const tool = input.slice(0, input.indexOf('/'))
  if (SERVERS.has(tool)) return true
  // Some files, packages and groups are named after the parser too.
  const own = benchmark.replace(
    /^((parse\.bench\.ts|example\.com\/parsebench|test_parse\.py|parser)\/)+/i,
    '',
  )
  return !UNCHANGED.has(tool) && SLOWED.test(own)
}

/** Null where no adapter reads them. */
async function rowsOf(a: string, b: string): Promise<Row[] | null> {
  try {
    const [base, head] = [
      await readResultFiles([join(SHARED, a)], null),
      await readResultFiles([join(SHARED, b)], null),
    ]
    const revision = (label: string) => ({ label, sha: null, dirty: false })
    const environment = readEnvironment(process.env, { image: null, system: null })
    const o = { environment, base: revision('a'), head: revision('b'), config: CONFIG, filter: null }
    return judgeFiles({ base, head }, o).rows
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

function figures({ metric, base, head, interval, verdict }: Row): string[] {
  const ratio = base.value === null || head.value === null ? null : head.value / base.value
  return [
    cell(metric),
    ratio === null ? '' : ratio.toFixed(3),
    interval === null ? '' : `${percent(interval.low)} to ${percent(interval.high)}`,
    verdict,
  ]
}
