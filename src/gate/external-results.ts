import { conditionsOf } from '../model/conditions.ts'
import { UserError } from '../errors.ts'
import { Catalog } from '../measure/catalog.ts'
import { PAIRS_PER_BLOCK } from '../model/comparison.ts'
import { nameText, normalName } from '../model/benchmark.ts'
import type { Config } from '../model/config.ts'
import {
  type BenchmarkFailure,
  type Evidence,
  EVIDENCE_SCHEMA,
  MAX_MESSAGE,
  type RoundBlock,
  type Survey,
} from '../model/evidence.ts'
import type { IngestedBenchmark, MetricData } from '../model/result-file.ts'
import type { ExecutionStats } from '../model/sample.ts'
import { type SideName, SIDES } from '../model/side.ts'
import { entryOf } from '../ingest/forms/entry.ts'
import { plural } from '../report/quantity.ts'
import { type NamedResults, rawMetrics } from './read-results.ts'

/** Result files as a gate sees them: the benchmarks of each side, and what each file says about them. */
export interface ReadSides {
  survey: Survey
  /** For each side, one entry a file: the values of its benchmarks by metric. */
  values: Record<SideName, Map<string, Record<string, number>>[]>
  /** For each side, the data of a benchmark's metric in all files, in the order of the files. */
  data: Record<SideName, Map<string, Map<string, MetricData[]>>>
  /**
   * For each side, why a benchmark has no value in some of the files that name it; `excluded`: in all of
   * them.
   */
  failures: Record<SideName, Map<string, BenchmarkFailure>>
}

const MAX_WARNINGS = 100
/** Characters of a suite, which is a path or the name of a tool. */
const MAX_SUITE = 2_000

/**
 * Reads the files of both sides. Several files of a side are several runs of the same benchmarks; a benchmark
 * that one file lacks is known from the others. Throws a UserError where the files hold nothing that can be
 * compared, or too many benchmarks.
 */
export function readSides(
  sides: Record<SideName, readonly NamedResults[]>,
  { metrics }: Pick<Config, 'metrics'>,
): ReadSides {
  const catalog = new Catalog(metrics)
  const suites = new Map<string, string>()
  const read = {
    base: readSide('base', sides.base, catalog, suites),
    head: readSide('head', sides.head, catalog, suites),
  }
  const { benchmarks } = catalog
  for (const [id, { metrics: known }] of benchmarks) {
    if (known.length > 0 || SIDES.some((side) => read[side].failed.has(id))) continue
    // The benchmark ran, but the meaning of its numbers is unknown. A warning says what the config file
    // lacks.
    benchmarks.delete(id)
    for (const side of SIDES) read[side].failures.delete(id)
  }
  if (benchmarks.size === 0) {
    const [why = 'every benchmark was skipped'] = catalog.warnings
    throw new UserError(
      'no-benchmarks',
      `the result files hold nothing to compare: ${why}`,
      'Run `benchgate ingest` to see all that is in them.',
    )
  }
  for (const suite of new Set([...benchmarks.values()].map((benchmark) => benchmark.suite)))
    catalog.assumeSame(suite)
  const ofFiles = warningsOf([...sides.base, ...sides.head])
  const { base, head } = read
  return {
    survey: {
      benchmarks: [...benchmarks.values()],
      failures: [],
      lateErrors: [],
      indivisible: [],
      warnings: listed([...catalog.warnings, ...ofFiles]),
    },
    values: { base: base.values, head: head.values },
    data: { base: base.data, head: head.data },
    failures: { base: base.failures, head: head.failures },
  }
}

/**
 * Reads the files of one side and adds their benchmarks and metrics to the catalog. `failed` holds what the
 * tools report as failed, and `suites` the suite of each name so far.
 */
function readSide(
  side: SideName,
  files: readonly NamedResults[],
  catalog: Catalog,
  suites: Map<string, string>,
) {
  const values: ReadSides['values'][SideName] = []
  const data: ReadSides['data'][SideName] = new Map()
  const failures: ReadSides['failures'][SideName] = new Map()
  const failed = new Set<string>()
  const named = new Map<string, number>()
  for (const { file } of files) {
    const ofFile = new Map<string, Record<string, number>>()
    values.push(ofFile)
    for (const benchmark of file.benchmarks) {
      if (benchmark.status === 'skipped') continue
      const { occurrence } = benchmark
      const name = normalName(benchmark.key)
      const local = nameText(name, occurrence)
      // The same benchmark may come from a file at another place, and its key tells it apart already.
      const suite = suites.get(local) ?? (benchmark.suite ?? file.tool).slice(0, MAX_SUITE)
      suites.set(local, suite)
      const key = { suite, name, occurrence }
      const place = { file: null, line: null, hash: benchmark.version ?? '' }
      const id = catalog.register({ ...key, source: 'command', side }, place)
      named.set(id, (named.get(id) ?? 0) + 1)
      const found = catalog.values(id, side, benchmark.metrics.flatMap(rawMetrics))
      if (benchmark.status === 'failed') failed.add(id)
      catalog.foresee(id, benchmark.measures)
      if (Object.keys(found).length === 0) noteFailure(failures, id, benchmark)
      else ofFile.set(id, found)
      collect(data, id, benchmark, found)
    }
  }
  for (const [id, failure] of failures) {
    const of = named.get(id)!
    failures.set(id, { ...failure, of, excluded: failure.processes === of })
  }
  return { values, data, failures, failed }
}

/** What the files warn of, each sentence once with the first file that holds it. */
function warningsOf(results: readonly NamedResults[]): string[] {
  const names = new Map<string, Set<string>>()
  for (const { name, file } of results)
    for (const warning of file.warnings) entryOf(names, warning, () => new Set<string>()).add(name)
  return [...names].map(([warning, files]) => {
    const [first] = files
    const more = files.size > 1 ? ` and ${plural(files.size - 1, 'more file')}` : ''
    return `${first}${more}: ${warning}`
  })
}

function listed(warnings: readonly string[]): string[] {
  const shown = [...new Set(warnings)].slice(0, MAX_WARNINGS).map((warning) => warning.slice(0, MAX_MESSAGE))
  const more = new Set(warnings).size - shown.length
  return more > 0 ? [...shown, `and ${more} more warnings of the result files`] : shown
}

function noteFailure(
  failures: Map<string, BenchmarkFailure>,
  id: string,
  { status, message }: IngestedBenchmark,
): void {
  const why =
    status === 'failed'
      ? (message ?? 'its tool says that it failed')
      : 'nothing that it reports can be compared'
  const { processes = 0, message: first = why } = failures.get(id) ?? {}
  failures.set(id, {
    message: first.slice(0, MAX_MESSAGE),
    processes: processes + 1,
    of: 0,
    excluded: false,
  })
}

/**
 * Keeps the data of metrics that have a value. A metric without one has another unit than before, or cannot
 * be compared.
 */
function collect(
  data: Map<string, Map<string, MetricData[]>>,
  id: string,
  { metrics }: IngestedBenchmark,
  values: Record<string, number>,
): void {
  const ofBenchmark = data.get(id) ?? new Map<string, MetricData[]>()
  data.set(id, ofBenchmark)
  for (const metric of metrics) {
    if (Object.hasOwn(values, metric.id))
      ofBenchmark.set(metric.id, [...(ofBenchmark.get(metric.id) ?? []), metric.data])
  }
}

/** Characters of a tool's name and version. */
const MAX_TOOL = 200
/** The name of the form that belongs to no tool. */
const NO_TOOL = 'custom'

/** The tools that wrote the files, each with its version where that is known. */
export const toolsOf = (files: readonly NamedResults[]): string[] => [
  ...new Set(
    files.flatMap(({ file: { tool, version } }) =>
      tool === NO_TOOL ? [] : `${tool} ${version ?? ''}`.trim().slice(0, MAX_TOOL),
    ),
  ),
]

/**
 * Turns result files of head into evidence: each file is one process, and base was not measured. Whoever
 * judges the evidence decides what replaces base. Throws a UserError as `readSides` does.
 */
export function resultsEvidence(
  files: readonly NamedResults[],
  o: Pick<Evidence, 'command' | 'seed' | 'base' | 'head' | 'environment'> & { config: Config },
): Evidence {
  const { survey, values, failures } = readSides({ base: [], head: files }, o.config)
  return {
    schema: EVIDENCE_SCHEMA,
    command: o.command,
    seed: o.seed,
    filter: null,
    base: o.base,
    head: o.head,
    environment: { ...o.environment, measuredOn: conditionsOf(files.map(({ file }) => file)) },
    survey,
    results: { tools: toolsOf(files), files: files.map(({ name }) => name.slice(0, MAX_MESSAGE)) },
    baseFailure: 'Only the results of this commit were handed over.',
    failures: [...failures.head].map(([benchmark, failure]) => ({ side: 'head', benchmark, ...failure })),
    measured: survey.benchmarks.map(({ id }) => ({
      benchmark: id,
      blocks: blocksOf(values.head, id),
      confirming: [],
    })),
    maxPairs: PAIRS_PER_BLOCK,
    stoppedBy: 'decided',
    processes: 0,
    elapsedMs: 0,
    msInBenchmarks: 0,
    warnings: [],
  }
}

/** A benchmark's values in the files that have it, four a block. Their order has no meaning. */
function blocksOf(files: readonly Map<string, Record<string, number>>[], id: string): RoundBlock[] {
  const processes = files.flatMap((file): ExecutionStats[] => {
    const values = file.get(id)
    return values === undefined ? [] : [{ values }]
  })
  const count = Math.ceil(processes.length / PAIRS_PER_BLOCK)
  return Array.from({ length: count }, (_, round) => ({
    round,
    base: [],
    head: processes.slice(round * PAIRS_PER_BLOCK, (round + 1) * PAIRS_PER_BLOCK),
  }))
}
