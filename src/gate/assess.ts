import { whyInsufficient } from '../compare/compare.ts'
import { unmatchedRules, waiverFor } from '../config/budgets.ts'
import { namingRule } from '../config/naming.ts'
import { outcomeOf } from '../judge/outcome.ts'
import { absentRow, comparedRow } from '../judge/row.ts'
import { atMost, judge, judgeLimit, type Judgement } from '../judge/verdict.ts'
import type { SideName } from '../measure/schedule.ts'
import { type Assessment, type BudgetChange, type Row, VERDICTS } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import type { Evidence, Survey } from '../model/evidence.ts'
import type { StoredRun } from '../model/run.ts'
import type { MeasuredBlock } from '../model/sample.ts'
import { comparisonOf } from './comparison.ts'
import { standInRow } from './stand-in.ts'
import { failureOn, type Findings, firstBlocks, freshBlocks, type Target } from './state.ts'
import { earlierValues, type Stored } from './stored.ts'
import { rowBudget } from './targets.ts'

/** No work fits into less than half a cycle of a processor at 3 GHz. */
const ONE_CYCLE_NS = 0.15
/** Below this share of CPU time over wall time a process waited for something else than its own work. */
const BUSY_SHARE = 0.75

/** What an assessment says beside the rows that were measured. */
export interface Surroundings {
  /** ISO date, compared with a waiver's last day. */
  today: string
  stored: Stored | null
  budgetChanges: BudgetChange[]
  /** The config of head, where the change is judged by base's; null: it is judged by its own. */
  proposed: Config | null
}

/** The whole result, from what was measured and what was not. */
export function assess(state: Findings, evidence: Evidence, around: Surroundings): Assessment {
  const { survey, targets } = state
  const { stored } = around
  const rows = [
    ...targets.map((target) => ({
      ...rowOf(state, target, around),
      history: earlierValues(stored, target.benchmark, target.metric),
    })),
    ...silentSuites(state),
  ]
  return {
    schema: 1,
    outcome: outcomeOf(rows),
    command: evidence.command,
    seed: evidence.seed,
    base: evidence.base,
    head: evidence.head,
    environment: evidence.environment,
    summary: {
      benchmarks: new Set(targets.map((target) => target.benchmark)).size,
      verdicts: Object.fromEntries(
        VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
      ) as Assessment['summary']['verdicts'],
      failed: rows.filter((row) => row.severity === 'fail').length,
      warned: rows.filter((row) => row.severity === 'warn').length,
      processes: evidence.processes,
      pairs: Math.max(0, ...rows.map((row) => row.pairs)),
      seconds: evidence.elapsedMs / 1000,
      secondsInBenchmarks: evidence.msInBenchmarks / 1000,
      stoppedBy: evidence.stoppedBy,
    },
    rows,
    warnings: [
      ...evidence.warnings,
      ...survey.warnings,
      ...survey.failures.map(({ suite, side, message }) => `${suite} on ${side}: ${message}`),
      ...survey.lateErrors.map(
        ({ suite, side, message }) => `${suite} on ${side}: an error after its benchmarks were registered: ${message}`,
      ),
      ...(state.request.command === 'check' ? budgetWarnings(state, around.today) : []),
    ],
    budgetChanges: around.budgetChanges,
    history: stored && { branch: stored.branch, runs: stored.runs.length, nearest: nearestOf(stored) },
    standIn: standInOf(state, stored),
  }
}

function nearestOf({ nearest }: Stored): NonNullable<Assessment['history']>['nearest'] {
  if (nearest === null) return null
  return { ...provenance(nearest.run), commitsBefore: nearest.commitsBefore }
}

/** A commit is recorded with or without its parent; a change is not judged without a base. */
const standsIn = ({ baseFailure, request }: Findings): boolean => baseFailure !== null && request.command === 'check'

function unknownToStandIn(target: Target, alone: Row): Row {
  const notes = ['The stored run that stands in for base does not have it.']
  return { ...alone, verdict: 'insufficient', severity: atMost(target.limits, 'warn'), notes }
}

function standInOf(state: Findings, stored: Stored | null): Assessment['standIn'] {
  if (!standsIn(state) || !stored?.nearest) return null
  return { ...provenance(stored.nearest.run), reason: state.baseFailure!.split('\n')[0]! }
}

const provenance = ({ run }: StoredRun) => ({
  sha: run.commit.sha,
  recordedAt: run.run.recordedAt,
  cpu: run.environment.cpu,
})

function budgetWarnings({ request, survey, targets }: Findings, today: string): string[] {
  const { accepted, file } = request.config
  const ids = survey.benchmarks.map(({ id }) => id)
  const gated = new Set(targets.map((target) => target.benchmark))
  const others = ids.filter((id) => !gated.has(id)).length
  return [
    ...unmatchedRules(request.config, ids).map(({ message }) => message),
    ...accepted
      .filter(({ until }) => until !== null && today > until)
      .map(({ line, match, until }) => `${file}:${line}: the waiver for ${JSON.stringify(match)} ended on ${until}`),
    ...(others > 0 && request.filter === null
      ? [`${others} of ${ids.length} benchmarks have no budget and were not measured`]
      : []),
  ]
}

/** A suite of head that fails before it names a benchmark, and none is known from base: it must not vanish from the report. */
function silentSuites({ survey }: Findings): Row[] {
  const named = new Set(survey.benchmarks.map(({ suite }) => suite))
  return survey.failures
    .filter(({ suite, side }) => side === 'head' && !named.has(suite))
    .map(({ suite, message }) => {
      const subject = { benchmark: suite, suite, metric: 'time', budget: null, edited: false, location: null } as const
      return absentRow(subject, { verdict: 'failed', severity: 'fail', notes: [`On head its suite ${message}`] })
    })
}

function rowOf(state: Findings, target: Target, { today, stored, proposed }: Surroundings): Row {
  if (target.presence === 'base') return removedRow(state, target, proposed)
  const onHead = failureOn(state, target, 'head')
  if (onHead !== null) return failedRow(target, onHead)
  if (standsIn(state) && stored !== null) {
    const alone = headOnlyRow(state, target, null)
    // Its own limits hold whatever it is compared with.
    if (alone.verdict === 'over-budget') return alone
    return standInRow(state, target, stored) ?? unknownToStandIn(target, alone)
  }
  const onBase = failureOn(state, target, 'base')
  if (target.presence === 'head' || onBase !== null) return headOnlyRow(state, target, onBase)
  return pairedRow(state, target, today)
}

const failedRow = (target: Target, reason: string): Row =>
  absentRow(target, { verdict: 'failed', severity: atMost(target.limits, 'fail'), notes: [reason] })

function pairedRow(state: Findings, target: Target, today: string): Row {
  const { benchmark, limits, metric } = target
  const { command, config } = state.request
  const measured = [...firstBlocks(state, target), ...freshBlocks(state, target)]
  const comparison = comparisonOf(state, target)
  const waiver = command !== 'compare' ? waiverFor(config, benchmark, metric) : null
  const judgement = judge({ metric, limits, comparison, waiver, today })
  const notes = [...judgement.notes]
  let { severity } = judgement

  if (judgement.verdict === 'insufficient') {
    const why = whyInsufficient(metric, measured)
    const outOfTime = measured.length === 0 && state.stoppedBy === 'time-limit'
    notes.push(outOfTime ? 'The time limit left no room for a whole block of processes.' : why.text)
    // A head too slow to be timed as often as base must not thereby escape its budget.
    if (why.onHeadAlone) severity = atMost(limits, 'fail')
  }
  if (judgement.verdict === 'regression' && comparison.confirmed === null) {
    notes.push('It could not be measured again to confirm it.')
  }
  const failed = failureCount(state, benchmark, 'head')
  const failedOnBase = failureCount(state, benchmark, 'base')
  for (const failure of [failed, failedOnBase]) if (failure) notes.push(failure.text)
  if (failed && !failedOnBase && severity === 'pass') severity = atMost(limits, 'warn')
  notes.push(...doubts(measured, comparison.head.value, metric))

  const budget = target.budget && rowBudget(config, benchmark, metric, judgement.limit)
  return comparedRow({ ...target, budget }, comparison, { ...judgement, severity, notes }, config.file)
}

function failureCount(state: Findings, benchmark: string, side: SideName): { text: string } | null {
  const failure = state.failures[side].get(benchmark)
  return failure
    ? { text: `On ${side} it failed in ${failure.processes} of ${failure.of} processes: ${failure.message}` }
    : null
}

/** What a reader should know of numbers that are not what they seem. */
function doubts(measured: readonly MeasuredBlock[], headValue: number | null, metric: Row['metric']): string[] {
  const notes: string[] = []
  if (metric !== 'throughput' && headValue !== null && headValue < ONE_CYCLE_NS) {
    notes.push('One call takes less than a processor cycle: its work was optimised away. Return the result or keep it.')
  }
  const shares = measured.flatMap((block) => [...block.base, ...block.head]).map(({ cpuShare }) => cpuShare)
  const middle = shares.sort((a, b) => a - b)[shares.length >> 1]
  if (middle !== undefined && middle < BUSY_SHARE) {
    notes.push(`Contention or I/O: CPU time is ${Math.round(100 * middle)} % of wall time.`)
  }
  return notes
}

const headIdsOf = new WeakMap<Survey, string[]>()

/** One list a survey: it is asked for with every benchmark that is gone. */
function idsOnHead(survey: Survey): string[] {
  let ids = headIdsOf.get(survey)
  if (ids === undefined) {
    ids = survey.benchmarks.filter(({ head }) => head !== null).map(({ id }) => id)
    headIdsOf.set(survey, ids)
  }
  return ids
}

/** Gone from head: an edit like any other, unless a budget names it. Absence is not a pass. */
function removedRow(state: Findings, target: Target, proposed: Config | null): Row {
  const { request, survey } = state
  const failure = failureOn(state, target, 'head')
  if (failure !== null) return failedRow(target, failure)
  const late = survey.lateErrors.find(({ suite, side }) => suite === target.suite && side === 'head')
  if (late) return failedRow(target, `On head its suite failed before it was registered: ${late.message}`)
  const headIds = idsOnHead(survey)
  const rule = request.command !== 'compare' ? namingRule(request.config, target.benchmark, headIds) : null
  if (rule === null) return absentRow(target, { verdict: 'removed', severity: 'pass', notes: [] })
  if (proposed !== null && namingRule(proposed, target.benchmark, headIds) === null) {
    return absentRow(target, {
      verdict: 'removed',
      severity: atMost(target.limits, 'warn'),
      notes: ['This change removes it together with its budget.'],
    })
  }
  const place = `${request.config.file}:${rule.line}`
  return absentRow(target, {
    verdict: 'missing',
    severity: atMost(target.limits, 'fail'),
    notes: [`The budget at ${place} names it, and it did not run. Remove the rule with the benchmark.`],
  })
}

/** Measured on head alone: nothing to compare with, but its own limits hold. */
function headOnlyRow(state: Findings, target: Target, onBase: string | null): Row {
  const comparison = comparisonOf(state, target)
  const { movedFrom } = state.survey.benchmarks.find(({ id }) => id === target.benchmark)!
  const warning = onBase ?? (movedFrom === null ? null : `On base it stands in ${movedFrom}: among other neighbours it is another benchmark.`)
  const finding: Pick<Judgement, 'verdict' | 'severity' | 'notes'> =
    warning === null
      ? { verdict: 'new', severity: 'pass', notes: [] }
      : { verdict: 'insufficient', severity: atMost(target.limits, 'warn'), notes: [`Nothing to compare with. ${warning}`] }
  const broken = judgeLimit({ limits: target.limits, comparison })
  const judged = broken?.verdict === 'over-budget' ? broken : null
  const budget = target.budget && rowBudget(state.request.config, target.benchmark, target.metric, judged?.limit ?? null)
  const { verdict, severity, notes } = judged ?? finding
  return absentRow({ ...target, budget }, { verdict, severity, notes }, comparison.head)
}
