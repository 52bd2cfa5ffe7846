import { decideResults } from '../compare/decide-results.ts'
import { compareResults, type ResultComparison } from '../compare/results.ts'
import { compileGlob } from '../config/glob.ts'
import { outcomeOf } from '../judge/outcome.ts'
import { absentRow } from '../judge/row.ts'
import { DEFAULT_MAX_REGRESSION, relativeLevels } from '../judge/verdict.ts'
import { type Assessment, type Row, VERDICTS } from '../model/assessment.ts'
import type { Decision, Limits } from '../model/comparison.ts'
import type { Config } from '../model/config.ts'
import { costToEffect } from '../model/cost.ts'
import type { Benchmark } from '../model/evidence.ts'
import type { NamedResults } from './read-results.ts'
import { readSides, type ReadSides, toolsOf } from './results.ts'
import type { Target } from './state.ts'
import { availableOf, refuseFilter } from './targets.ts'

interface Sides {
  base: readonly NamedResults[]
  head: readonly NamedResults[]
}

/**
 * Result files of two versions against each other. Nobody knows in which order and on which machines they were measured, so that
 * nothing of it can fail; throws a UserError where they hold nothing, or two benchmarks of one name.
 */
export function assessResults(
  sides: Sides,
  o: Pick<Assessment, 'environment' | 'base' | 'head'> & { config: Config; filter: string | null },
): Assessment {
  const read = readSides(sides, o.config)
  const { survey } = read
  const matches = o.filter === null ? () => true : compileGlob(o.filter)
  const targets = survey.benchmarks.filter(({ id }) => matches(id)).flatMap((benchmark) => targetsOf(benchmark, read))
  if (targets.length === 0) refuseFilter(o.filter)
  const rows = rowsOf(targets, read)
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

function rowsOf(targets: readonly Target[], { data }: ReadSides): Row[] {
  const compared = targets.flatMap((target) => {
    const { benchmark, metric, limits } = target
    const [base, head] = [data.base, data.head].map((side) => side.get(benchmark)?.get(metric.id) ?? [])
    if (base!.length === 0 || head!.length === 0) return []
    const { better, unit, exact } = metric
    const comparison = compareResults({ better, unit, exact, base: base!, head: head! })
    return [{ target, comparison, levels: relativeLevels(metric, limits, DEFAULT_MAX_REGRESSION) }]
  })
  const decisions = decideResults(compared)
  const rows = new Map(
    compared.map(({ target, comparison }, i) => [target.key, comparedRow(target, comparison, decisions[i]!)]),
  )
  return targets.map((target) => rows.get(target.key) ?? lonelyRow(target, data))
}

/** What one side alone reports, or neither although both name it. */
function lonelyRow(target: Target, { base, head }: ReadSides['data']): Row {
  const { presence, benchmark, metric } = target
  if (presence === 'both') {
    const has = (side: typeof base) => side.get(benchmark)?.has(metric.id) === true
    const where = has(base) ? 'Head holds' : has(head) ? 'Base holds' : 'Neither side holds'
    // A benchmark that failed on base already is nothing that the change broke.
    return absentRow(target, { verdict: 'failed', severity: has(base) ? 'fail' : 'warn', notes: [`${where} no value of it.`] })
  }
  return absentRow(target, { verdict: presence === 'head' ? 'new' : 'removed', severity: 'pass', notes: [] })
}

function comparedRow(
  target: Target,
  comparison: ResultComparison,
  { decision, p }: { decision: Decision | null; p: number | null },
): Row {
  const { better } = target.metric
  const { baseValue, headValue, notes } = comparison
  const row: Row = {
    ...absentRow(target, { verdict: decision ?? 'insufficient', severity: decision === 'regression' ? 'warn' : 'pass', notes }),
    base: { value: baseValue, p50: null },
    head: { value: headValue, p50: null },
    exact: comparison.kind === 'exact' || (comparison.kind === 'incomparable' && comparison.exact),
    p,
  }
  switch (comparison.kind) {
    case 'incomparable':
      return comparison.why === 'zero' && baseValue === 0 && headValue === 0 ? { ...row, verdict: 'unchanged', effect: 0 } : row
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
