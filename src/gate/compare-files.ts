import type { SideName } from '../model/side.ts'
import { conditionsOf, type Difference, differenceOf, editOf } from '../model/conditions.ts'
import { comparisonOfFiles, decideFiles } from '../compare/decide-files.ts'
import { ERROR_RATE, riseOfErrors } from '../compare/error-rise.ts'
import { compareFiles } from '../compare/files.ts'
import { medianOf } from '../compare/own-value.ts'
import { filterOf } from '../config/target.ts'
import { assemble } from '../judge/assemble.ts'
import { refuseNothingMeasured } from './nothing-measured.ts'
import { rowOf } from '../judge/row.ts'
import { type Absence, judge } from '../judge/verdict.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Baseline } from '../model/baseline.ts'
import { type Comparison, NO_LIMITS, nothingCompared, type Obstacle } from '../model/comparison.ts'
import type { Config, Target } from '../model/config.ts'
import type { Benchmark } from '../model/evidence.ts'
import { type Finding, worded } from '../model/finding.ts'
import type { GatedMetric } from '../model/plan.ts'
import { failureOf, measuredBy, type Origin } from './facts.ts'
import { availableOf, gatedMetric, refuseFilter } from './gated-metrics.ts'
import type { NamedResults } from './read-results.ts'
import { readSides, type ReadSides, toolsOf } from './external-results.ts'

interface Sides {
  base: readonly NamedResults[]
  head: readonly NamedResults[]
}

/**
 * Compares result files of two versions. The order and the machines of their measurement are unknown, so no
 * change can fail; a benchmark that failed on head alone does. Throws a UserError where nothing in them can
 * be compared, the filter leaves nothing, or nothing of head has a value.
 */
export function judgeFiles(
  sides: Sides,
  o: Pick<Assessment, 'environment' | 'base' | 'head'> & { config: Config; filter: Target | null },
): Assessment {
  const read = readSides(sides, o.config)
  const { survey } = read
  const gated = survey.benchmarks.filter(filterOf(o.filter)).flatMap((benchmark) => gatedOf(benchmark, read))
  if (gated.length === 0) refuseFilter(o.filter)
  const tools = toolsOf([...sides.base, ...sides.head])
  const origin: Origin = {
    kind: 'files',
    why: '',
    tools,
    base: namesOf(sides.base),
    head: namesOf(sides.head),
  }
  const [baseFiles, headFiles] = [sides.base, sides.head].map((files) => files.map(({ file }) => file))
  const difference = differenceOf(conditionsOf(baseFiles!), conditionsOf(headFiles!))
  const edits = new Map(survey.benchmarks.map(({ id, base, head }) => [id, editOf(base?.hash, head?.hash)]))
  const compared = comparisonsOf(gated, read, (one) =>
    obstacleTo(one, { difference, edit: edits.get(one.benchmark) ?? null }),
  )
  const rows = gated.map((one) => {
    const comparison = compared.get(one.key)
    const input =
      comparison === undefined ? alone(one, read, origin) : { comparison, baseline: filesOf(one, read) }
    const judgement = judge({
      gated: one,
      absence: null,
      ofFiles: false,
      partial: partialOf(one, read, origin),
      today: '',
      ...input,
    })
    return rowOf(one, input.comparison, judgement, o.config.file)
  })
  const onHead = gated.filter(({ presence }) => presence !== 'base')
  refuseNothingMeasured(
    rows,
    onHead.map((one) => ({ benchmark: one.benchmark, values: valuesOf(one, read, 'head') })),
  )
  return assemble(rows, {
    command: 'compare',
    seed: '',
    base: o.base,
    head: o.head,
    environment: o.environment,
    effort: { processes: 0, seconds: 0, secondsInBenchmarks: 0, stoppedBy: 'decided' },
    benchmarks: new Set(gated.map(({ benchmark }) => benchmark)).size,
    warnings: [
      ...(difference === null ? [] : [{ code: 'measured-differently', ...difference } as const]),
      ...survey.warnings.map(worded),
    ],
    budgetChanges: [],
    history: null,
    measuredBy: measuredBy(origin),
    baseline: { kind: 'files', files: origin.base },
  })
}

const namesOf = (files: readonly NamedResults[]): string[] => files.map(({ name }) => name)

/** Every metric that the files report, since comparing one costs no machine time. */
function gatedOf(benchmark: Benchmark, { data }: ReadSides): GatedMetric[] {
  const { id } = benchmark
  const isHeld = (metric: string) => [data.base, data.head].some((side) => side.get(id)?.has(metric))
  const available = availableOf(benchmark)
  // Without the median that is derived from the values of a time: nobody reported it.
  const held = available.filter(({ metric }) => isHeld(metric.id))
  const edited = editOf(benchmark.base?.hash, benchmark.head?.hash) !== null
  return (held.length === 0 ? available : held).map(({ metric, presence }) => ({
    ...gatedMetric(benchmark, { metric, presence, limits: NO_LIMITS, limited: true }),
    edited,
  }))
}

/** Why the two sides of a metric are not alike enough to be compared; null: they are. */
function obstacleTo(
  { metric }: GatedMetric,
  { difference, edit }: { difference: Difference | null; edit: Finding | null },
): Obstacle | null {
  if (edit !== null) return { findings: [edit], severity: 'warn' }
  if (difference === null || (metric.exact && !difference.ofCounts)) return null
  const { base, head } = difference
  const why = {
    code: 'not-compared',
    obstacle: `base was measured on ${base}, head on ${head}`,
  } as const
  return { findings: [why], severity: 'pass' }
}

const filesOf = (
  { benchmark, metric }: GatedMetric,
  { data }: ReadSides,
): Extract<Baseline, { kind: 'files' }> => ({
  kind: 'files',
  base: data.base.get(benchmark)?.get(metric.id) ?? [],
  head: data.head.get(benchmark)?.get(metric.id) ?? [],
})

/** The comparisons of all metrics that both sides have, by key. They are decided as one family. */
function comparisonsOf(
  gated: readonly GatedMetric[],
  read: ReadSides,
  obstacleOf: (one: GatedMetric) => Obstacle | null,
): Map<string, Comparison> {
  const compared = gated.flatMap((one) => {
    const files = filesOf(one, read)
    if (files.base.length === 0 || files.head.length === 0 || errorRise(one, read) !== null) return []
    const obstacle = obstacleOf(one)
    return [{ one, obstacle, comparison: compareFiles({ ...one.metric, ...files }), levels: one.levels }]
  })
  const comparable = compared.filter(({ obstacle }) => obstacle === null)
  const decisions = decideFiles(comparable)
  return new Map([
    ...compared.map(({ one, obstacle }) => [one.key, listed(one, read, obstacle)] as const),
    ...comparable.map(
      ({ one, comparison }, i) => [one.key, comparisonOfFiles(comparison, decisions[i]!)] as const,
    ),
  ])
}

/** The values of both sides, which are not compared. */
const listed = (one: GatedMetric, read: ReadSides, obstacle: Obstacle | null): Comparison => ({
  ...nothingCompared(one.metric),
  base: { value: medianOf(valuesOf(one, read, 'base')), p50: null },
  head: { value: medianOf(valuesOf(one, read, 'head')), p50: null },
  obstacle,
})

/** Why the times of a load test are void; null: they are not. */
function errorRise({ benchmark, metric }: GatedMetric, { values }: ReadSides): Finding | null {
  const rates = (side: SideName) => values[side].flatMap((file) => file.get(benchmark)?.[ERROR_RATE] ?? [])
  return riseOfErrors(metric, { base: rates('base'), head: rates('head') })
}

/** A metric that one side alone reports, or that neither reports although both name its benchmark. */
function alone(
  gated: GatedMetric,
  read: ReadSides,
  origin: Origin,
): { baseline: Baseline; comparison: Comparison; absence?: Absence } {
  const { presence, benchmark, metric } = gated
  const nothing = nothingCompared(metric)
  const base = { value: medianOf(valuesOf(gated, read, 'base')), p50: null }
  const head = { value: medianOf(valuesOf(gated, read, 'head')), p50: null }
  const voidBy = errorRise(gated, read)
  if (voidBy !== null)
    return { baseline: filesOf(gated, read), comparison: { ...nothing, base, head, voidBy } }
  const baseline = { kind: 'none', why: null } as const
  const failed = failuresOf(gated, read, origin, true)
  if (failed.head !== null) {
    const findings = [failed.base, failed.head].filter((one) => one !== null)
    return {
      baseline,
      comparison: nothing,
      absence: { kind: 'failed', findings, onBaseToo: failed.base !== null },
    }
  }
  if (failed.base !== null) {
    const why = { code: 'nothing-to-compare-with', why: failed.base } as const
    const obstacle: Obstacle = { findings: [why], severity: 'pass' }
    return { baseline, comparison: { ...nothing, head, obstacle } }
  }
  if (presence !== 'base') return { baseline, comparison: { ...nothing, head } }
  // Head still names the benchmark but no longer reports this metric.
  const isNamed = read.values.head.some((file) => file.has(benchmark))
  const findings = isNamed ? [{ code: 'metric-dropped', metric: metric.id } as const] : []
  return {
    baseline,
    comparison: { ...nothing, base },
    absence: { kind: 'gone', findings, named: false, dropped: false, suspicions: [] },
  }
}

const partialOf = (gated: GatedMetric, read: ReadSides, origin: Origin) =>
  failuresOf(gated, read, origin, false)

/** In which files of a side a benchmark failed: in all that name it (`excluded`), or in some. */
function failuresOf(
  { benchmark }: GatedMetric,
  { failures }: ReadSides,
  origin: Origin,
  excluded: boolean,
): Record<SideName, Finding | null> {
  const of = (side: SideName): Finding | null => {
    const failure = failures[side].get(benchmark)
    return failure?.excluded === excluded ? failureOf(failure, side, origin) : null
  }
  return { base: of('base'), head: of('head') }
}

/** The values of a side, one for each file that has one. */
const valuesOf = ({ benchmark, metric }: GatedMetric, { values }: ReadSides, side: SideName): number[] =>
  values[side].flatMap((file) => file.get(benchmark)?.[metric.id] ?? [])
