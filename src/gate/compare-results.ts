import { decideResults } from '../compare/decide-results.ts'
import { compareResults, type ResultComparison } from '../compare/results.ts'
import { compileGlob } from '../config/glob.ts'
import { outcomeOf } from '../judge/outcome.ts'
import { absentRow } from '../judge/row.ts'
import { DEFAULT_MAX_REGRESSION, relativeLevels } from '../judge/verdict.ts'
import { type Assessment, type Row, VERDICTS } from '../model/assessment.ts'
import type { SideName } from '../measure/schedule.ts'
import type { Decision, Limits } from '../model/comparison.ts'
import type { Config } from '../model/config.ts'
import { costToEffect } from '../model/cost.ts'
import type { Benchmark } from '../model/evidence.ts'
import { quantile } from '../stats/quantile.ts'
import { refuseNothingMeasured } from './nothing-measured.ts'
import type { NamedResults } from './read-results.ts'
import { ERROR_RATE, riseOfErrors } from './error-rise.ts'
import { readSides, type ReadSides, toolsOf } from './results.ts'
import { failureWords, type Target } from './state.ts'
import { availableOf, refuseFilter } from './targets.ts'

interface Sides {
  base: readonly NamedResults[]
  head: readonly NamedResults[]
}

/**
 * Result files of two versions against each other. Nobody knows in which order and on which machines they were measured,
 * so that no change can fail; a benchmark that failed on head alone does. Throws a UserError where nothing in them can be
 * compared, the filter leaves nothing, or nothing of head has a value.
 */
export function assessResults(
  sides: Sides,
  o: Pick<Assessment, 'environment' | 'base' | 'head'> & { config: Config; filter: string | null },
): Assessment {
  const read = readSides(sides, o.config)
  const { survey } = read
  const matches = o.filter === null ? () => true : compileGlob(o.filter)
  const targets = survey.benchmarks
    .filter(({ id }) => matches(id))
    .flatMap((benchmark) => targetsOf(benchmark, read))
  if (targets.length === 0) refuseFilter(o.filter)
  const rows = rowsOf(targets, read)
  const onHead = targets.filter(({ presence }) => presence !== 'base')
  refuseNothingMeasured(
    rows,
    onHead.map((target) => ({ benchmark: target.benchmark, values: valuesOf(target, read, 'head') })),
  )
  return {
    schema: 1,
    outcome: outcomeOf(rows),
    command: 'compare',
    seed: '',
    base: o.base,
    head: o.head,
    environment: o.environment,
    summary: {
      benchmarks: new Set(targets.map(({ benchmark }) => benchmark)).size,
      verdicts: Object.fromEntries(
        VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
      ) as Assessment['summary']['verdicts'],
      failed: rows.filter(({ severity }) => severity === 'fail').length,
      warned: rows.filter(({ severity }) => severity === 'warn').length,
      processes: 0,
      pairs: 0,
      seconds: 0,
      secondsInBenchmarks: 0,
      stoppedBy: 'decided',
    },
    rows,
    warnings: survey.warnings,
    budgetChanges: [],
    history: null,
    results: {
      tools: toolsOf([...sides.base, ...sides.head]),
      base: sides.base.map(({ name }) => name),
      head: sides.head.map(({ name }) => name),
    },
    standIn: null,
  }
}

const NO_LIMITS: Limits = { maxRegression: null, max: null, min: null, minImprovement: null, cap: 'fail' }

/** Everything that the files report: comparing it costs no time on a machine. */
function targetsOf(benchmark: Benchmark, { data }: ReadSides): Target[] {
  const { id, suite } = benchmark
  const isHeld = (metric: string) => [data.base, data.head].some((side) => side.get(id)?.has(metric))
  const available = availableOf(benchmark)
  // Not the median that is taken beside a time: nobody reported it.
  const held = available.filter(({ metric }) => isHeld(metric.id))
  return (held.length === 0 ? available : held).map(({ metric, presence }) => ({
    key: JSON.stringify([id, metric.id]),
    benchmark: id,
    suite,
    metric,
    presence,
    limits: NO_LIMITS,
    budget: null,
    edited: false,
    location: null,
    hypothesis: null,
  }))
}

function rowsOf(targets: readonly Target[], read: ReadSides): Row[] {
  const { data } = read
  const compared = targets.flatMap((target) => {
    const { benchmark, metric, limits } = target
    const [base, head] = [data.base, data.head].map((side) => side.get(benchmark)?.get(metric.id) ?? [])
    if (base!.length === 0 || head!.length === 0 || spoiltBy(target, read) !== null) return []
    const { better, unit, exact } = metric
    const comparison = compareResults({ better, unit, exact, base: base!, head: head! })
    return [{ target, comparison, levels: relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION) }]
  })
  const decisions = decideResults(compared)
  const rows = new Map(
    compared.map(({ target, comparison }, i) => [target.key, comparedRow(target, comparison, decisions[i]!)]),
  )
  return targets.map((target) => {
    const row = rows.get(target.key) ?? lonelyRow(target, read)
    return row.verdict === 'failed' ? row : withPartialFailures(row, read)
  })
}

/** Why the times of a load test say nothing; null: they do. */
function spoiltBy({ benchmark, metric }: Target, { values }: ReadSides): string | null {
  const rates = (side: SideName) => values[side].flatMap((file) => file.get(benchmark)?.[ERROR_RATE] ?? [])
  return riseOfErrors(metric, { base: rates('base'), head: rates('head') })
}

/** What one side alone reports, or neither although both name it. */
function lonelyRow(target: Target, read: ReadSides): Row {
  const { presence, benchmark, metric } = target
  const failures = { base: read.failures.base.get(benchmark), head: read.failures.head.get(benchmark) }
  const said = (side: SideName) => failureWords(failures[side]!, side, 'result files')
  const spoilt = spoiltBy(target, read)
  if (spoilt !== null) return spoiltRow(target, read, spoilt)
  // A benchmark that failed on base already is nothing that the change broke.
  if (failures.head?.excluded && failures.base?.excluded) {
    return absentRow(target, { verdict: 'failed', severity: 'warn', notes: [said('base'), said('head')] })
  }
  if (failures.head?.excluded)
    return absentRow(target, { verdict: 'failed', severity: 'fail', notes: [said('head')] })
  const head = { value: middleOf(target, read, 'head'), p50: null }
  if (failures.base?.excluded) {
    const notes = [`Nothing to compare with. ${said('base')}`]
    return absentRow(target, { verdict: 'insufficient', severity: 'pass', notes }, head)
  }
  if (presence === 'base') {
    // Head still names the benchmark and says less of it.
    const isNamed = read.values.head.some((file) => file.has(benchmark))
    const notes = isNamed ? [`Base reports ${metric.id} of it, and head does not.`] : []
    const base = { value: middleOf(target, read, 'base'), p50: null }
    return { ...absentRow(target, { verdict: 'removed', severity: 'pass', notes }), base }
  }
  return absentRow(target, { verdict: 'new', severity: 'pass', notes: [] }, head)
}

function spoiltRow(target: Target, read: ReadSides, why: string): Row {
  const [base, head] = (['base', 'head'] as const).map((side) => ({
    value: middleOf(target, read, side),
    p50: null,
  }))
  return { ...absentRow(target, { verdict: 'failed', severity: 'warn', notes: [why] }, head), base: base! }
}

/** One value a file that has it. */
const valuesOf = ({ benchmark, metric }: Target, { values }: ReadSides, side: SideName): number[] =>
  values[side].flatMap((file) => file.get(benchmark)?.[metric.id] ?? [])

/** The median over the files of a side; null where none has a value. */
function middleOf(target: Target, read: ReadSides, side: SideName): number | null {
  const found = valuesOf(target, read, side)
  return found.length === 0 ? null : quantile(found, 0.5)
}

/** What failed in some files of a side is told beside what the others say; new on head, it is to be looked at. */
function withPartialFailures(row: Row, { failures }: ReadSides): Row {
  const partial = (side: SideName) => {
    const failure = failures[side].get(row.benchmark)
    return failure === undefined || failure.excluded ? null : failureWords(failure, side, 'result files')
  }
  const [base, head] = [partial('base'), partial('head')]
  const notes = [base, head].filter((note) => note !== null)
  if (notes.length === 0) return row
  const isWorse = head !== null && base === null && row.severity === 'pass'
  return { ...row, notes: [...row.notes, ...notes], severity: isWorse ? 'warn' : row.severity }
}

function comparedRow(
  target: Target,
  comparison: ResultComparison,
  { decision, p }: { decision: Decision | null; p: number | null },
): Row {
  const { better } = target.metric
  const { baseValue, headValue, notes } = comparison
  const row: Row = {
    ...absentRow(target, {
      verdict: decision ?? 'insufficient',
      severity: decision === 'regression' ? 'warn' : 'pass',
      notes,
    }),
    base: { value: baseValue, p50: null },
    head: { value: headValue, p50: null },
    exact: comparison.kind === 'exact' || (comparison.kind === 'incomparable' && comparison.exact),
    p,
  }
  switch (comparison.kind) {
    case 'incomparable':
      return comparison.why === 'zero' && baseValue === 0 && headValue === 0
        ? { ...row, verdict: 'unchanged', effect: 0 }
        : row
    case 'unknown-spread':
      return { ...row, effect: costToEffect(better, comparison.estimate) }
    case 'exact':
    case 'groups':
    case 'summary': {
      const ends = [costToEffect(better, comparison.low), costToEffect(better, comparison.high)]
      return {
        ...row,
        effect: costToEffect(better, comparison.estimate),
        interval: { low: Math.min(...ends), high: Math.max(...ends), level: 0.95 },
      }
    }
  }
}
