import { compareStored } from '../compare/stored.ts'
import { describeAlone } from '../compare/own-value.ts'
import { budgetChanges } from '../config/budget-changes.ts'
import { budgetedMetrics } from '../config/budgets.ts'
import { namingRule } from '../config/naming.ts'
import { UserError } from '../errors.ts'
import { assemble } from '../judge/assemble.ts'
import { refuseNothingMeasured } from './nothing-measured.ts'
import { rowOf } from '../judge/row.ts'
import { type Absence, judge } from '../judge/verdict.ts'
import type { Assessment, ComparedWith, Row } from '../model/assessment.ts'
import type { Baseline, StoredRuns } from '../model/baseline.ts'
import { type Comparison, NO_LIMITS, nothingCompared } from '../model/comparison.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark, Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { suiteMetric } from '../model/metric.ts'
import type { GatedMetric, Plan } from '../model/plan.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { SideName } from '../model/side.ts'
import { baselineOf, earlierValues, runKindOf, storedBase, whyNotStored } from './baselines.ts'
import { type Facts, factsOf, failureOn, failureOf, headValues, measuredBy, measuredOf } from './facts.ts'
import { availableOf, chooseGated, gatedMetric, primaryOf } from './gated-metrics.ts'
import { type Decided, pairedComparison, takeAllLooks } from './looks.ts'
import { planOf } from './plan.ts'
import type { GateRequest, JudgeRequest } from './request.ts'
import { withStored } from './stored-benchmarks.ts'
import { warningsOf } from './warnings.ts'

const CORRECT_BASE = 'Correct base.setup, or name another base in base.ref.'

/** What judging depends on besides the evidence. */
export interface Background {
  clock: () => Date
  stored: StoredRuns | null
  /** Head's config, where the change is judged by base's. It shows what the change does to the budgets. */
  proposed?: Config | undefined
}

/** What all rows of one gate are made from. */
interface Judging {
  request: JudgeRequest
  evidence: Evidence
  facts: Facts
  plan: Plan
  progress: Decided
  stored: StoredRuns | null
  proposed: Config | null
  today: string
  benchmarks: ReadonlyMap<string, Benchmark>
  /** Ids of the benchmarks that head has. */
  onHead: readonly string[]
  /** Whether both sides have benchmarks, but no name in common. */
  isNothingShared: boolean
}

/**
 * Judges what was measured, here or in another job. The result depends on the evidence, budgets, stored runs
 * and the date only. Throws a UserError where base is missing and nothing replaces it, and where head has not
 * a single number.
 */
export function judgeEvidence(
  evidence: Evidence,
  { config }: Pick<GateRequest, 'config'>,
  { clock, stored, proposed }: Background,
): Assessment {
  const facts = withStored(factsOf(evidence), stored)
  refuseWithoutBase(facts, evidence, stored)
  const { command, filter } = evidence
  const request = { command, filter, config }
  const plan = planOf(chooseGated(request, facts.survey), evidence.maxPairs)
  const judging: Judging = {
    request,
    evidence,
    facts,
    plan,
    progress: takeAllLooks(plan, facts),
    stored,
    proposed: proposed ?? null,
    today: clock().toISOString().slice(0, 10),
    ...lookUps(facts, evidence),
  }
  const rows = [...plan.gated.map((gated) => judgedRow(judging, gated)), ...silentSuites(judging)]
  // A recorded commit at most warns, and its rows do that.
  if (command !== 'record') {
    const onHead = plan.gated.filter(({ presence }) => presence !== 'base')
    refuseNothingMeasured(
      rows,
      onHead.map((gated) => ({ benchmark: gated.benchmark, values: headValues(facts, gated) })),
    )
  }
  return assemble(rows, {
    command,
    seed: evidence.seed,
    base: evidence.base,
    head: evidence.head,
    environment: evidence.environment,
    effort: {
      processes: evidence.processes,
      seconds: evidence.elapsedMs / 1000,
      secondsInBenchmarks: evidence.msInBenchmarks / 1000,
      stoppedBy: evidence.stoppedBy,
    },
    warnings: warningsOf(judging),
    benchmarks: new Set(plan.gated.map(({ benchmark }) => benchmark)).size,
    budgetChanges:
      proposed === undefined
        ? []
        : budgetChanges(config, proposed, facts.survey.benchmarks.map(limitedBenchmark)),
    history: stored && { branch: stored.branch, runs: stored.runs.length, nearest: nearestOf(stored) },
    measuredBy: measuredBy(facts.origin),
    baseline: comparedWith(judging),
  })
}

/** Throws a UserError for a check whose base could not be prepared, unless a stored run replaces it. */
function refuseWithoutBase({ origin }: Facts, evidence: Evidence, stored: StoredRuns | null): void {
  if (origin.kind !== 'head-alone' || evidence.command !== 'check') return
  const obstacle = whyNotStored(stored, evidence.environment)
  if (obstacle === null) return
  throw new UserError('setup', `${origin.why}\nNothing can stand in for it: ${obstacle}.`, CORRECT_BASE)
}

function lookUps({ survey, origin }: Facts, { command }: Evidence) {
  const { benchmarks } = survey
  const isOn = (side: SideName) => benchmarks.some((one) => one[side] !== null)
  return {
    benchmarks: new Map(benchmarks.map((one) => [one.id, one])),
    onHead: benchmarks.filter(({ head }) => head !== null).map(({ id }) => id),
    // A prefix or a group was renamed, so that no benchmark has a history any more.
    isNothingShared:
      command === 'check' &&
      origin.kind === 'paired' &&
      isOn('base') &&
      isOn('head') &&
      benchmarks.every(({ base, head }) => base === null || head === null),
  }
}

const limitedBenchmark = (benchmark: Benchmark) => ({
  id: benchmark.id,
  metrics: availableOf(benchmark).map(({ metric }) => metric),
  primary: primaryOf(benchmark),
})

function judgedRow(judging: Judging, gated: GatedMetric): Row {
  const { request, facts, stored, evidence, today } = judging
  const absence = absenceOf(judging, gated)
  const baseline = baselineOf(facts, gated, judging.benchmarks.get(gated.benchmark)!, {
    command: request.command,
    stored,
    environment: evidence.environment,
  })
  const comparison = absence === null ? compared(judging, gated, baseline) : nothingCompared(gated.metric)
  const ofFiles = facts.origin.kind === 'files'
  const judgement = judge({
    gated,
    baseline,
    comparison,
    absence,
    ofFiles,
    partial:
      baseline.kind === 'paired' || ofFiles ? partialFailures(facts, gated) : { base: null, head: null },
    today,
  })
  return {
    ...rowOf(gated, comparison, judgement, request.config.file),
    history: stored === null || gated.edited ? [] : earlierValues(stored, gated),
  }
}

function compared(
  { plan, facts, progress, evidence }: Judging,
  gated: GatedMetric,
  baseline: Baseline,
): Comparison {
  const timeUp = evidence.stoppedBy === 'time-limit'
  const head = { ofFiles: facts.origin.kind === 'files', timeUp }
  switch (baseline.kind) {
    case 'paired':
      return pairedComparison(plan, facts, gated, { progress, timeUp })
    case 'none':
      return describeAlone(gated.metric, measuredOf(facts, gated), head, baseline.why)
    case 'files':
      throw new Error('bug in benchgate: evidence holds files of one side')
    default:
      return compareStored(gated, baseline, measuredOf(facts, gated), head)
  }
}

/** In how many processes or files of each side a benchmark failed, while others have a value of it. */
function partialFailures(
  { failures, origin }: Facts,
  { benchmark }: GatedMetric,
): Record<SideName, Finding | null> {
  const of = (side: SideName): Finding | null => {
    const failure = failures[side].get(benchmark)
    return failure === undefined ? null : failureOf(failure, side, origin)
  }
  return { base: of('base'), head: of('head') }
}

function absenceOf(judging: Judging, gated: GatedMetric): Absence | null {
  const { facts } = judging
  const failure = failureOn(facts, gated, 'head') ?? failedEverywhere(facts, gated)
  if (failure !== null) return { kind: 'failed', findings: [failure], onBaseToo: false }
  if (gated.presence !== 'base') return null
  const late = facts.survey.lateErrors.find(({ suite, side }) => suite === gated.suite && side === 'head')
  if (late !== undefined) {
    const { suite, message } = late
    return {
      kind: 'failed',
      findings: [{ code: 'failed-before-registered', suite, message }],
      onBaseToo: false,
    }
  }
  const benchmark = judging.benchmarks.get(gated.benchmark)!
  return benchmark.head === null ? goneBenchmark(judging, gated) : goneMetric(judging, gated, benchmark)
}

/** A benchmark that base does not have is not tried again, so one that failed in every process has failed. */
function failedEverywhere(
  { failures, first, origin }: Facts,
  { benchmark, presence }: GatedMetric,
): Finding | null {
  const own = failures.head.get(benchmark)
  if (own === undefined || presence !== 'head' || first.has(benchmark) || own.processes < own.of) return null
  return failureOf(own, 'head', origin)
}

/** A benchmark that is gone from head is an ordinary edit, unless a budget names it: absence is no pass. */
function goneBenchmark(
  { request, proposed, onHead, isNothingShared }: Judging,
  { benchmark }: GatedMetric,
): Absence {
  const { config, command } = request
  const rule = command === 'compare' ? null : namingRule(config, benchmark, onHead)
  const dropped = rule !== null && proposed !== null && namingRule(proposed, benchmark, onHead) === null
  const isMissing = rule !== null && !dropped
  return {
    kind: 'gone',
    findings: isMissing ? [{ code: 'budget-names-it', place: `${config.file}:${rule.line}` }] : [],
    named: rule !== null,
    dropped,
    isSuspect: isNothingShared,
  }
}

/**
 * Head still has the benchmark but no longer reports this metric. A budget on a metric that is gone must not
 * pass, because nothing could break it any more.
 */
function goneMetric({ request, proposed }: Judging, gated: GatedMetric, benchmark: Benchmark): Absence {
  const { metric, budget } = gated
  const named = request.command === 'check' && budget !== null
  const isLimitedBy = (config: Config): boolean =>
    budgetedMetrics(config, benchmark.id, [metric.id], primaryOf(benchmark)).includes(metric.id)
  const findings = named ? [{ code: 'metric-dropped', metric: metric.id } as const] : []
  const dropped = named && proposed !== null && !isLimitedBy(proposed)
  return { kind: 'gone', findings, named, dropped, isSuspect: false }
}

/**
 * A row for each suite of head that fails before it names a benchmark, and of which base has none either.
 * Otherwise it would vanish from the report.
 */
function silentSuites({ facts: { survey }, request, today }: Judging): Row[] {
  const named = new Set(survey.benchmarks.map(({ suite }) => suite))
  const failed = survey.failures.filter(({ suite, side }) => side === 'head' && !named.has(suite))
  return failed.map(({ suite, message }) => {
    const gated = gatedMetric({
      id: suite,
      suite,
      metric: suiteMetric('time'),
      presence: 'head',
      limits: NO_LIMITS,
      limited: false,
    })
    const comparison = nothingCompared(gated.metric)
    const judgement = judge({
      gated,
      baseline: { kind: 'none', why: null },
      comparison,
      absence: {
        kind: 'failed',
        findings: [{ code: 'suite-failed', side: 'head', suite, message }],
        onBaseToo: false,
      },
      ofFiles: false,
      partial: { base: null, head: null },
      today,
    })
    return rowOf(gated, comparison, judgement, request.config.file)
  })
}

function nearestOf({ nearest }: StoredRuns): NonNullable<Assessment['history']>['nearest'] {
  return nearest && { ...descriptionOf(nearest.run), commitsBefore: nearest.commitsBefore }
}

function comparedWith({ facts, request: { command }, stored, evidence }: Judging): ComparedWith {
  const { origin } = facts
  if (origin.kind === 'paired') return { kind: 'paired' }
  const run = storedBase(facts, { command, stored, environment: evidence.environment })
  return run === null
    ? { kind: 'none' }
    : { kind: runKindOf(stored), ...descriptionOf(run), reason: origin.why.split('\n')[0]! }
}

const descriptionOf = ({ run }: StoredRun) => ({
  sha: run.commit.sha,
  recordedAt: run.run.recordedAt,
  cpu: run.environment.cpu,
})
