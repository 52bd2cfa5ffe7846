import { whyInsufficient } from '../compare/compare.ts'
import { budgetedMetrics, unmatchedRules, unreportedRules, waiverFor } from '../config/budgets.ts'
import { namingRule } from '../config/naming.ts'
import { outcomeOf } from '../judge/outcome.ts'
import { absentRow, comparedRow } from '../judge/row.ts'
import { atMost, judge, judgeLimit, type Judgement } from '../judge/verdict.ts'
import type { SideName } from '../measure/schedule.ts'
import {
  type Assessment,
  type BudgetChange,
  type Environment,
  type Row,
  VERDICTS,
} from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark, Evidence, Survey } from '../model/evidence.ts'
import type { Stored, StoredRun } from '../model/run.ts'
import { individualCallsFor, isSuiteMetric, suiteMetric } from '../model/metric.ts'
import { type MeasuredBlock, timingOf } from '../model/sample.ts'
import { quantile } from '../stats/quantile.ts'
import { comparisonOf } from './comparison.ts'
import { ERROR_RATE, riseOfErrors } from './error-rise.ts'
import { refuseNothingMeasured } from './nothing-measured.ts'
import { standInRow } from './stand-in.ts'
import { failureOn, failureWords, type Findings, firstBlocks, freshBlocks, type Target } from './state.ts'
import { earlierValues, storedMetric, valuesIn, whyNoStandIn } from './stored.ts'
import { availableOf, primaryOf, rowBudget } from './targets.ts'

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

/** The whole result, from what was measured and what was not. Throws a UserError where not one number of head was measured. */
export function assess(state: Findings, evidence: Evidence, around: Surroundings): Assessment {
  const { survey, targets, request } = state
  const { stored } = around
  const isPaired = evidence.results === null && evidence.baseFailure === null
  const nothingShared = request.command === 'check' && isPaired && isNothingShared(survey)
  const rows = [
    ...targets.map((target) => ({
      ...onOneLine(suspected(rowOf(state, target, evidence.environment, around), target, nothingShared)),
      history: earlierValues(stored, target.benchmark, target.metric.id),
    })),
    ...silentSuites(state).map(onOneLine),
  ]
  // A recorded commit at most warns, and its rows do.
  if (request.command !== 'record') {
    const onHead = targets.filter(({ presence }) => presence !== 'base')
    refuseNothingMeasured(
      rows,
      onHead.map((target) => ({ benchmark: target.benchmark, values: headValues(state, target) })),
    )
  }
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
      pairs: rows.reduce((most, row) => Math.max(most, row.pairs), 0),
      seconds: evidence.elapsedMs / 1000,
      secondsInBenchmarks: evidence.msInBenchmarks / 1000,
      stoppedBy: evidence.stoppedBy,
    },
    rows,
    warnings: distinct([
      ...evidence.warnings,
      ...survey.warnings,
      ...notCompared(state, evidence, stored),
      ...survey.failures.map(({ suite, side, message }) => `${suite} on ${side}: ${message}`),
      ...survey.lateErrors.map(
        ({ suite, side, message }) =>
          `${suite} on ${side}: an error after its benchmarks were registered: ${message}`,
      ),
      ...(state.request.command === 'check' ? budgetWarnings(state, around.today) : []),
    ]),
    budgetChanges: around.budgetChanges,
    history: stored && { branch: stored.branch, runs: stored.runs.length, nearest: nearestOf(stored) },
    results: evidence.results && { tools: evidence.results.tools, base: [], head: evidence.results.files },
    standIn: standInOf(state, stored),
  }
}

/** Every value that a process or a result file of head has, those of the confirm stage included. */
const headValues = (state: Findings, target: Target): number[] =>
  valuesIn(
    target.metric.id,
    [...firstBlocks(state, target), ...freshBlocks(state, target)].flatMap(({ head }) => head),
  )

/** Both sides have benchmarks, and not one has a name that the other knows: a prefix or a group was renamed, and with it all history. */
const isNothingShared = ({ benchmarks }: Survey): boolean =>
  benchmarks.some(({ base }) => base !== null) &&
  benchmarks.some(({ head }) => head !== null) &&
  benchmarks.every(({ base, head }) => base === null || head === null)

/** Where nothing is left under its name, its absence is no edit like any other. */
function suspected(row: Row, { limits }: Target, nothingShared: boolean): Row {
  if (!nothingShared || row.verdict !== 'removed') return row
  const notes = [...row.notes, 'No benchmark of base is there under its name any more: nothing was compared.']
  return { ...row, severity: atMost(limits, 'warn'), notes }
}

/** Last words of a process span lines, which a cell of a table and an item of a list do not. */
const oneLine = (text: string): string => text.replace(/:\s*\n\s*/g, ': ').replace(/\s*\n\s*/g, ' ⏎ ')

const distinct = (warnings: readonly string[]): string[] => [...new Set(warnings.map(oneLine))]

const onOneLine = (row: Row): Row => ({ ...row, notes: row.notes.map(oneLine) })

function nearestOf({ nearest }: Stored): NonNullable<Assessment['history']>['nearest'] {
  if (nearest === null) return null
  return { ...provenance(nearest.run), commitsBefore: nearest.commitsBefore }
}

/** A commit is recorded with or without its parent; a change is not judged without a base. */
const standsIn = ({ baseFailure, request }: Findings): boolean =>
  baseFailure !== null && request.command === 'check'

function unknownToStandIn(state: Findings, target: Target): Row {
  const notes = ['The stored run that stands in for base does not have it.']
  return {
    ...headOnlyRow(state, target, null),
    verdict: 'insufficient',
    severity: atMost(target.limits, 'warn'),
    notes,
  }
}

function standInOf(state: Findings, stored: Stored | null): Assessment['standIn'] {
  if (!standsIn(state) || !stored?.nearest) return null
  return { ...provenance(stored.nearest.run), reason: state.baseFailure!.split('\n')[0]! }
}

/** What a reader of results has to know before anything else: that green may mean that there was nothing to compare with. */
function notCompared(
  { request, results }: Findings,
  { environment }: Evidence,
  stored: Stored | null,
): string[] {
  const obstacle = results === null || request.command !== 'check' ? null : whyNoStandIn(stored, environment)
  if (obstacle === null) return []
  return stored?.nearest
    ? [`Only what is deterministic was compared: ${obstacle}`]
    : [
        `The results were compared with nothing, and only absolute limits were checked: ${obstacle}. ` +
          'A push to the default branch records one.',
      ]
}

const provenance = ({ run }: StoredRun) => ({
  sha: run.commit.sha,
  recordedAt: run.run.recordedAt,
  cpu: run.environment.cpu,
})

function budgetWarnings({ request, results, survey, targets }: Findings, today: string): string[] {
  const { accepted, file } = request.config
  const ids = survey.benchmarks.map(({ id }) => id)
  const gated = new Set(targets.map((target) => target.benchmark))
  const others = ids.filter((id) => !gated.has(id)).length
  const verb = others === 1 ? ['has', 'was'] : ['have', 'were']
  const left = `${verb[0]} no budget and ${verb[1]} not ${results === null ? 'measured' : 'judged'}`
  return [
    ...unmatchedRules(request.config, ids).map(({ message }) => message),
    ...unreportedRules(request.config, survey.benchmarks.map(reportingOf)).map(({ message }) => message),
    ...accepted
      .filter(({ until }) => until !== null && today > until)
      .map(
        ({ line, match, until }) =>
          `${file}:${line}: the waiver for ${JSON.stringify(match)} ended on ${until}`,
      ),
    ...(others > 0 && request.filter === null ? [`${others} of ${ids.length} benchmarks ${left}`] : []),
  ]
}

/** A suite of head that fails before it names a benchmark, and none is known from base: it must not vanish from the report. */
function silentSuites({ survey }: Findings): Row[] {
  const named = new Set(survey.benchmarks.map(({ suite }) => suite))
  return survey.failures
    .filter(({ suite, side }) => side === 'head' && !named.has(suite))
    .map(({ suite, message }) => {
      const subject = {
        benchmark: suite,
        suite,
        metric: suiteMetric('time'),
        budget: null,
        edited: false,
        location: null,
      }
      return absentRow(subject, {
        verdict: 'failed',
        severity: 'fail',
        notes: [`On head ${suite} ${message}`],
      })
    })
}

function rowOf(
  state: Findings,
  target: Target,
  environment: Environment,
  { today, stored, proposed }: Surroundings,
): Row {
  if (target.presence === 'base') return removedRow(state, target, proposed)
  const onHead = failureOn(state, target, 'head') ?? failedEverywhere(state, target)
  if (onHead !== null) return failedRow(target, onHead)
  if (standsIn(state) && stored?.nearest != null) {
    return state.results === null
      ? heldToStored(state, target, standInRow(state, target, stored) ?? unknownToStandIn(state, target))
      : resultRow(state, target, stored, environment)
  }
  if (state.results !== null) return withPartialFailure(state, target, headOnlyRow(state, target, null))
  const onBase = failureOn(state, target, 'base')
  if (target.presence === 'head' || onBase !== null)
    return headOnlyRow(state, target, onBase ?? knownToHistory(state, target, stored))
  return pairedRow(state, target, today)
}

/** Why what base was measured without is no news; null: it may be. A benchmark that moved is known to have been there. */
function knownToHistory(state: Findings, target: Target, stored: Stored | null): string | null {
  const run = stored?.nearest?.run
  if (run === undefined || state.baseFailure !== null || benchmarkOf(state, target).movedFrom !== null)
    return null
  const known = storedMetric(run, target.benchmark, target.metric.id)
  if (known === null || known.values.length === 0) return null
  return `Base was measured without it, and the stored run of ${run.run.commit.sha.slice(0, 7)} has it.`
}

/** Its own limits hold whatever it is compared with. */
function heldToStored(state: Findings, target: Target, compared: Row): Row {
  const alone = headOnlyRow(state, target, null)
  const isGraver =
    alone.verdict === 'over-budget' || (alone.severity !== 'pass' && compared.severity === 'pass')
  return isGraver
    ? { ...alone, base: compared.base, effect: compared.effect, interval: compared.interval }
    : compared
}

/** What another job measured, where a stored run is there to hold it against. */
function resultRow(state: Findings, target: Target, stored: Stored, environment: Environment): Row {
  const { benchmark, metric } = target
  const known = storedMetric(stored.nearest!.run, benchmark, metric.id)
  // News of the change, not something that could not be compared.
  if (known === null) return withPartialFailure(state, target, headOnlyRow(state, target, null))
  const obstacle = metric.exact ? null : whyNoStandIn(stored, environment)
  const why =
    obstacle !== null
      ? `It was not compared: ${obstacle}.`
      : known.values.length === 0
        ? 'The stored run has no value of it.'
        : 'The stored run has it in another unit.'
  const compared = obstacle === null ? standInRow(state, target, stored) : null
  const row = compared ?? notComparedRow(state, target, why)
  return withPartialFailure(state, target, heldToStored(state, target, row))
}

function notComparedRow(state: Findings, target: Target, why: string): Row {
  const { head } = comparisonOf(state, target)
  return absentRow(target, { verdict: 'insufficient', severity: 'pass', notes: [why] }, head)
}

/** A benchmark that failed in one of several result files is none that passed. */
function withPartialFailure(state: Findings, { benchmark, limits }: Target, row: Row): Row {
  const failed = failureCount(state, benchmark, 'head')
  if (failed === null) return row
  const severity = row.severity === 'pass' ? atMost(limits, 'warn') : row.severity
  return { ...row, severity, notes: [...row.notes, failed.text] }
}

/** What base does not have is not measured again: a benchmark that failed whenever it ran has failed. */
function failedEverywhere(
  { failures, measured, results }: Findings,
  { benchmark, presence }: Target,
): string | null {
  const own = failures.head.get(benchmark)
  if (own === undefined || presence !== 'head' || measured.has(benchmark) || own.processes < own.of)
    return null
  return failureWords(own, 'head', results === null ? 'processes' : 'result files')
}

const failedRow = (target: Target, reason: string): Row =>
  absentRow(target, { verdict: 'failed', severity: atMost(target.limits, 'fail'), notes: [reason] })

function pairedRow(state: Findings, target: Target, today: string): Row {
  const { benchmark, limits, metric } = target
  const { command, config } = state.request
  const reporter = benchmarkOf(state, target)
  const measured = [...firstBlocks(state, target), ...freshBlocks(state, target)]
  const comparison = comparisonOf(state, target)
  const waiver = command !== 'compare' ? waiverFor(config, benchmark, metric.id, primaryOf(reporter)) : null
  const judgement = judge({ metric, limits, comparison, waiver, today })
  const notes = [...judgement.notes]
  let { severity } = judgement

  if (judgement.verdict === 'insufficient') {
    const why = whyInsufficient(metric, measured)
    notes.push(measured.length === 0 ? unmeasured(state) : why.text)
    // A head too slow to be timed as often as base must not thereby escape its budget.
    if (why.onHeadAlone) severity = atMost(limits, 'fail')
  }
  const isFinding = judgement.verdict === 'regression' || comparison.decision === 'improvement'
  if (isFinding && comparison.confirmed === null && !metric.exact) {
    notes.push('It could not be measured again to confirm it.')
  }
  const spoilt = riseOfErrors(metric, {
    base: valuesIn(
      ERROR_RATE,
      measured.flatMap((block) => block.base),
    ),
    head: valuesIn(
      ERROR_RATE,
      measured.flatMap((block) => block.head),
    ),
  })
  if (spoilt !== null) return failedRow(target, spoilt)
  const failed = failureCount(state, benchmark, 'head')
  const failedOnBase = failureCount(state, benchmark, 'base')
  for (const failure of [failed, failedOnBase]) if (failure) notes.push(failure.text)
  if (failed && !failedOnBase && severity === 'pass') severity = atMost(limits, 'warn')
  if (comparison.base.value === 0 && comparison.head.value !== 0 && comparison.pairs > 0) {
    notes.push('Base measured 0, so there is no ratio.')
  }
  notes.push(...doubts(measured, comparison.head.value, target))

  const budget = target.budget && rowBudget(config, reporter, metric.id, judgement.limit)
  return comparedRow({ ...target, budget }, comparison, { ...judgement, severity, notes }, config.file)
}

function failureCount(state: Findings, benchmark: string, side: SideName): { text: string } | null {
  const failure = state.failures[side].get(benchmark)
  return failure
    ? { text: failureWords(failure, side, state.results === null ? 'processes' : 'result files') }
    : null
}

/** What a reader should know of numbers that are not what they seem. */
function doubts(measured: readonly MeasuredBlock[], headValue: number | null, { metric }: Target): string[] {
  const notes: string[] = []
  // What a benchmark reports of itself is no matter of time.
  if (!isSuiteMetric(metric.id)) return notes
  const timings = measured
    .flatMap((block) => [...block.base, ...block.head])
    .flatMap((stats) => timingOf(stats) ?? [])
  if (timings.length > 0 && metric.unit === 'ns' && headValue !== null && headValue < ONE_CYCLE_NS) {
    notes.push(
      'One call takes less than a processor cycle: its work was optimised away. Return the result or keep it.',
    )
  }
  const shares = timings.map(({ cpuShare }) => cpuShare)
  const middle = shares.sort((a, b) => a - b)[shares.length >> 1]
  if (middle !== undefined && middle < BUSY_SHARE) {
    notes.push(`Contention or I/O: CPU time is ${Math.round(100 * middle)} % of wall time.`)
  }
  return notes
}

const byIdOf = new WeakMap<Survey, Map<string, Benchmark>>()

function benchmarkOf({ survey }: Findings, { benchmark }: Target): Benchmark {
  let byId = byIdOf.get(survey)
  if (byId === undefined) byIdOf.set(survey, (byId = new Map(survey.benchmarks.map((one) => [one.id, one]))))
  return byId.get(benchmark)!
}

const reportingOf = (benchmark: Benchmark) => ({
  id: benchmark.id,
  metrics: availableOf(benchmark).map(({ metric }) => metric.id),
  primary: primaryOf(benchmark),
})

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
  if (late)
    return failedRow(target, `On head ${target.suite} failed before it was registered: ${late.message}`)
  const reporter = benchmarkOf(state, target)
  if (reporter.head !== null) return silentRow(state, target, proposed)
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

/** Head still has the benchmark and no longer reports this of it. A budget that nothing can break any more is not kept. */
function silentRow(state: Findings, target: Target, proposed: Config | null): Row {
  const { benchmark, budget, limits, metric } = target
  if (state.request.command !== 'check' || budget === null)
    return absentRow(target, { verdict: 'removed', severity: 'pass', notes: [] })
  const isDropped =
    proposed !== null &&
    !budgetedMetrics(proposed, benchmark, [metric.id], primaryOf(benchmarkOf(state, target))).includes(
      metric.id,
    )
  const notes = [`Base reports ${metric.id} of it, and head does not.`]
  return isDropped
    ? absentRow(target, {
        verdict: 'removed',
        severity: atMost(limits, 'warn'),
        notes: [...notes, 'This change removes it together with its budget.'],
      })
    : absentRow(target, { verdict: 'missing', severity: atMost(limits, 'fail'), notes })
}

const BEYOND_IN_FILES = 'What the result files say is beyond the limit.'

/** Measured on head alone: nothing to compare with, but its own limits hold. `why` says that this is to be looked at; null: it is new. */
function headOnlyRow(state: Findings, target: Target, why: string | null): Row {
  const compared = comparisonOf(state, target)
  const values = headValues(state, target)
  // Each result file may hold another part of what there is.
  const isPart = state.results !== null && compared.head.value === null && values.length > 0
  const comparison = isPart
    ? { ...compared, head: { ...compared.head, value: quantile(values, 0.5) } }
    : compared
  const reporter = benchmarkOf(state, target)
  const { movedFrom, source } = reporter
  const warning =
    why ??
    (movedFrom === null
      ? null
      : source === 'command'
        ? 'On base another command reports it.'
        : `On base it stands in ${movedFrom}: among other neighbours it is another benchmark.`)
  const lack = comparison.head.value === null ? whyNoValue(state, target) : null
  const obstacles = [...(warning === null ? [] : [`Nothing to compare with. ${warning}`]), ...(lack ?? [])]
  const finding: Pick<Judgement, 'verdict' | 'severity' | 'notes'> =
    obstacles.length === 0
      ? { verdict: 'new', severity: 'pass', notes: [] }
      : { verdict: 'insufficient', severity: atMost(target.limits, 'warn'), notes: obstacles }
  const broken = judgeLimit({ limits: target.limits, comparison })
  // Of processes there can be too few to say; of result files there will never be more.
  const isJudged = broken?.verdict === 'over-budget' || (state.results !== null && lack === null)
  const judged = isJudged ? broken : null
  const budget =
    target.budget && rowBudget(state.request.config, reporter, target.metric.id, judged?.limit ?? null)
  const { verdict, severity } = judged ?? finding
  const notes =
    verdict === 'over-budget' && state.results !== null ? [BEYOND_IN_FILES] : (judged ?? finding).notes
  return absentRow({ ...target, budget }, { verdict, severity, notes }, comparison.head)
}

/** Why nothing was measured of what head has, in sentences. */
function whyNoValue(state: Findings, target: Target): string[] {
  const { id } = target.metric
  if (state.results !== null) return [`The result files have no ${id} of it.`]
  if (firstBlocks(state, target).length === 0 && freshBlocks(state, target).length === 0)
    return [unmeasured(state)]
  const calls = individualCallsFor(id)
  return [
    calls > 0
      ? `${id} needs ${calls} calls timed one by one in each process, and there was no time for them.`
      : `Some of its processes on head reported no ${id}.`,
  ]
}

const unmeasured = ({ stoppedBy }: Findings): string =>
  stoppedBy === 'time-limit'
    ? 'The time limit left no room for a whole block of processes.'
    : 'No block of processes was completed for it.'
