import { compareStored } from '../compare/stored.ts'
import { describeAlone } from '../compare/own-value.ts'
import { budgetChanges } from '../config/budget-changes.ts'
import { budgetedMetrics } from '../config/budgets.ts'
import { namingRule } from '../config/naming.ts'
import { concernedBy } from '../config/target.ts'
import { UserError } from '../errors.ts'
import { nearTo } from '../history/stored-runs.ts'
import { assemble } from '../judge/assemble.ts'
import { refuseNothingMeasured } from './nothing-measured.ts'
import { rowOf } from '../judge/row.ts'
import { type Absence, judge } from '../judge/verdict.ts'
import type { Assessment, ComparedWith, Row } from '../model/assessment.ts'
import type { Baseline, StoredRuns } from '../model/baseline.ts'
import { type Comparison, NO_LIMITS, nothingCompared } from '../model/comparison.ts'
import { type Config, EVERY_NAME } from '../model/config.ts'
import type { Benchmark, Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import { callsNeeded, suiteMetric } from '../model/metric.ts'
import type { GatedMetric, Plan } from '../model/plan.ts'
import type { StoredRun } from '../model/stored-run.ts'
import type { SideName } from '../model/side.ts'
import { baselineOf, earlierValues, runKindOf, storedBase, storedCommit, whyNotStored } from './baselines.ts'
import { type Facts, factsOf, failureOn, failureOf, measuredBy, measuredOf, valuesOn } from './facts.ts'
import { availableOf, chooseGated, gatedMetric, primaryOf } from './gated-metrics.ts'
import { type Decided, pairedComparison, takeAllLooks } from './looks.ts'
import { budgetKeys, isRenamed, looksRenamed, type Moved, movedBenchmarks, shownBeside } from './pairing.ts'
import { planOf } from './plan.ts'
import type { GateRequest, JudgeRequest } from './request.ts'
import { NOTHING_OMITTED, type Omitted, withOmitted, withStored } from './stored-benchmarks.ts'
import { warningsOf } from './warnings.ts'

const CORRECT_BASE = 'Correct base.setup, or name another base in base.ref.'

/** What judging depends on besides the evidence. */
export interface Background {
  clock: () => Date
  stored: StoredRuns | null
  /** Head's config, where the change is judged by base's. It shows what the change does to the budgets. */
  proposed?: Config | undefined
  /** Present where the evidence is the pull request's own statement. */
  stated?: Statement | null
}

/** What evidence is checked against, besides stored runs, if it is the pull request's own statement. */
export interface Statement {
  /** Why a benchmark cannot be on one side only, as the evidence says; null: it can. */
  doubtOf: (benchmark: Benchmark) => Finding | null
  /** Why a benchmark does not count as edited although it says so; null: it may be. */
  editDoubtOf: (benchmark: Benchmark) => Finding | null
  /** Why what it says of a benchmark is false, so that no number of it counts; null: it may be true. */
  refutationOf: (benchmark: Benchmark) => Finding | null
}

/** The input of all rows of one gate. */
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
  /** The benchmarks that head has. */
  onHead: readonly Benchmark[]
  /** New benchmarks that a removed one most likely became, and the removed ones. */
  moved: ReadonlyMap<string, Moved>
  movedAway: ReadonlyMap<string, Benchmark>
  /** Whether both sides have benchmarks, but no name in common. */
  isNothingShared: boolean
  stated: Statement | null
  /** What the statement does not name although the nearest stored run has it. */
  omitted: Omitted
}

/**
 * Judges what was measured, here or in another job. The result depends on the evidence, budgets, stored runs
 * and the date only. Throws a UserError where base is missing and nothing replaces it, and where head has not
 * a single number.
 */
export function judgeEvidence(
  evidence: Evidence,
  { config }: Pick<GateRequest, 'config'>,
  { clock, stored: given, proposed, stated = null }: Background,
): Assessment {
  const stored = nearTo(given, evidence.environment)
  const { facts, omitted } = completed(factsOf(evidence), { stored, config, stated })
  refuseUnlisted(facts, config)
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
    stated,
    omitted,
    ...lookUps(facts, evidence, config),
  }
  const rows = [...plan.gated.map((gated) => judgedRow(judging, gated)), ...silentSuites(judging)].filter(
    // The row of the new benchmark says what it was.
    ({ id, verdict, severity }) => verdict !== 'removed' || severity !== 'pass' || !judging.movedAway.has(id),
  )
  // A recorded commit at most warns, and its rows do that.
  if (command !== 'record') {
    const onHead = plan.gated.filter(({ presence }) => presence !== 'base')
    refuseNothingMeasured(
      rows,
      onHead.map((gated) => ({ benchmark: gated.benchmark, values: valuesOn(facts, gated, 'head') })),
    )
  }
  return assemble(rows, {
    command,
    ...(stated !== null && { statedBy: 'pull-request' }),
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
      proposed === undefined ? [] : budgetChanges(config, proposed, limitedBenchmarks(facts.survey, config)),
    history: stored && { branch: stored.branch, runs: stored.runs.length, nearest: nearestOf(stored) },
    measuredBy: measuredBy(facts.origin),
    baseline: comparedWith(judging),
  })
}

/** The facts together with what only the stored run has, where nothing else can show that it is missing. */
function completed(
  facts: Facts,
  { stored, config, stated }: { stored: StoredRuns | null; config: Config; stated: Statement | null },
): { facts: Facts; omitted: Omitted } {
  if (stated === null || facts.origin.kind === 'files')
    return { facts: withStored(facts, stored), omitted: NOTHING_OMITTED }
  return withOmitted(facts, stored, config)
}

/** Throws a UserError where evidence compares benchmarks of two names and the config does not say so. */
function refuseUnlisted({ survey }: Facts, { renamed, file }: Config): void {
  for (const one of survey.benchmarks) {
    const { onBase } = one
    if (onBase === null || (onBase.suite === one.suite && onBase.name === one.name)) continue
    if (isRenamed(renamed, onBase, one)) continue
    throw new UserError(
      'results',
      `the evidence compares ${JSON.stringify(one.name)} with ${JSON.stringify(onBase.name)} of base, which no entry of \`renamed:\` in ${file ?? 'the config file'} says`,
      'Measure again with the config file of the commit.',
    )
  }
}

/** Throws a UserError for a check whose base could not be prepared, unless a stored run replaces it. */
function refuseWithoutBase({ origin }: Facts, evidence: Evidence, stored: StoredRuns | null): void {
  if (origin.kind !== 'head-alone' || evidence.command !== 'check') return
  const obstacle = whyNotStored(stored, evidence.environment)
  if (obstacle === null) return
  throw new UserError('setup', `${origin.why}\nNothing can stand in for it: ${obstacle}.`, CORRECT_BASE, {
    topic: 'no-base',
  })
}

function lookUps({ survey, origin }: Facts, { command }: Evidence, config: Config) {
  const { benchmarks } = survey
  const moved =
    origin.kind === 'paired' && command === 'check'
      ? movedBenchmarks(benchmarks, config.renamed)
      : new Map<string, Moved>()
  const known = new Map(benchmarks.map((one) => [one.id, one]))
  const movedAway = new Map([...moved].map(([id, { from }]) => [from.id, known.get(id)!]))
  const isOn = (side: SideName) => benchmarks.some((one) => one[side] !== null)
  return {
    benchmarks: known,
    onHead: benchmarks.filter(({ head }) => head !== null),
    moved,
    movedAway,
    // A prefix or a group was renamed, so that no benchmark has a history any more.
    isNothingShared:
      command === 'check' &&
      origin.kind === 'paired' &&
      isOn('base') &&
      isOn('head') &&
      benchmarks.every(({ base, head }) => base === null || head === null) &&
      benchmarks.some(({ id, base }) => base !== null && !movedAway.has(id)),
  }
}

function limitedBenchmarks({ benchmarks }: Facts['survey'], { renamed }: Config) {
  const budgetKey = budgetKeys(benchmarks, renamed)
  return benchmarks.map((benchmark) => ({
    ...benchmark,
    metrics: availableOf(benchmark).map(({ metric }) => metric),
    primary: primaryOf(benchmark),
    before: budgetKey(benchmark),
  }))
}

function judgedRow(judging: Judging, gated: GatedMetric): Row {
  const { request, facts, stored, stated, evidence, today } = judging
  const absence = absenceOf(judging, gated)
  const given = baselineOf(facts, gated, judging.benchmarks.get(gated.benchmark)!, {
    command: request.command,
    stored,
    environment: evidence.environment,
    moved: judging.moved,
    claims: stated && { doubtOf: stated.doubtOf, metrics: request.config.metrics },
  })
  const isOnBoth = absence === null && gated.presence === 'both' && facts.origin.kind === 'paired'
  const missing = isOnBoth ? missingNumber(judging, gated, 'base') : null
  const baseline: Baseline =
    missing !== null && given.kind === 'paired' ? { kind: 'none', why: missing } : given
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
  const row = rowOf(gated, comparison, judgement, request.config.file)
  const unedited = row.edited ? (stated?.editDoubtOf(judging.benchmarks.get(gated.benchmark)!) ?? null) : null
  return {
    ...row,
    edited: row.edited && unedited === null,
    notes: [
      ...row.notes,
      ...[given.kind === 'paired' ? null : missing, absence === null ? unedited : null].filter(
        (note) => note !== null,
      ),
      ...renameOf(judging, gated),
    ],
    history: stored === null || gated.edited ? [] : earlierValues(stored, gated),
  }
}

/** What a row says of the name that its benchmark had, where its comparison does not say it. */
function renameOf({ benchmarks, moved, request }: Judging, { benchmark: id }: GatedMetric): Finding[] {
  const benchmark = benchmarks.get(id)!
  const { onBase } = benchmark
  if (onBase !== null && (onBase.name !== benchmark.name || onBase.suite !== benchmark.suite))
    return [{ code: 'renamed', from: shownBeside(onBase, benchmark) }]
  const found = moved.get(id)
  if (found === undefined || (found.isSure && benchmark.base === null)) return []
  return isRenamed(request.config.renamed, found.from, benchmark)
    ? [{ code: 'renamed', from: shownBeside(found.from, benchmark) }]
    : [looksRenamed(found.from, benchmark)]
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
  const { facts, stated } = judging
  const refuted = stated?.refutationOf(judging.benchmarks.get(gated.benchmark)!) ?? null
  if (refuted !== null) return failedOnHead(refuted, null)
  const failure = failureOn(facts, gated, 'head') ?? failedEverywhere(facts, gated)
  if (failure !== null)
    return failedOnHead(failure, isBrokenOnBaseToo(judging, gated) ? alikeOnBase(judging, gated) : null)
  if (gated.presence !== 'base') {
    const missing = missingNumber(judging, gated, 'head')
    return missing === null ? null : failedOnHead(missing, null)
  }
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

const failedOnHead = (failure: Finding, onBase: Finding | null): Absence => ({
  kind: 'failed',
  findings: onBase === null ? [failure] : [failure, onBase],
  onBaseToo: onBase !== null && onBase.code !== 'fails-on-base-denied',
})

/** The text where base fails like head. A statement that it does is not believed against a stored value. */
function alikeOnBase({ stated, stored }: Judging, gated: GatedMetric | null): Finding {
  if (stated === null) return { code: 'fails-on-base-too' }
  const sha = gated === null ? null : storedCommit(stored, gated)
  return sha === null ? { code: 'fails-on-base-claimed' } : { code: 'fails-on-base-denied', sha }
}

/**
 * That a statement leaves out a number which the nearest stored run has; null: it does not. Calls that are
 * timed one by one may find no time.
 */
function missingNumber(
  { stated, stored, facts }: Judging,
  gated: GatedMetric,
  side: SideName,
): Finding | null {
  if (stated === null || facts.origin.kind === 'files' || callsNeeded(gated.metric.id) > 0) return null
  if (valuesOn(facts, gated, side).length > 0) return null
  const sha = storedCommit(stored, gated)
  return sha === null ? null : { code: 'number-missing', side, sha }
}

/**
 * Whether base fails like head, so that the change did not break the benchmark. A benchmark that a rule names
 * must run nevertheless: absence is not a pass.
 */
function isBrokenOnBaseToo({ facts, request, onHead }: Judging, gated: GatedMetric): boolean {
  return (
    gated.presence !== 'head' &&
    failureOn(facts, gated, 'base') !== null &&
    (request.command !== 'check' || namingRule(request.config, gated, onHead) === null)
  )
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
  { request, proposed, onHead, movedAway, isNothingShared, stated, omitted, benchmarks }: Judging,
  gated: GatedMetric,
): Absence {
  const { config, command } = request
  const rule = command === 'compare' ? null : namingRule(config, gated, onHead)
  const successor = movedAway.get(gated.benchmark)
  // A rule that also names what the benchmark became has not lost it.
  const isKnown = successor !== undefined && isRenamed(config.renamed, gated, successor)
  if (rule !== null && successor !== undefined && (isKnown || concernedBy(rule)(successor)))
    return { kind: 'gone', findings: [], named: false, dropped: false, suspicions: [] }
  const dropped = rule !== null && proposed !== null && namingRule(proposed, gated, onHead) === null
  const isMissing = rule !== null && !dropped
  const doubt = omitted.get(gated.benchmark) ?? stated?.doubtOf(benchmarks.get(gated.benchmark)!) ?? null
  return {
    kind: 'gone',
    findings: isMissing ? [{ code: 'budget-names-it', place: `${config.file}:${rule.line}` }] : [],
    named: rule !== null,
    dropped,
    suspicions: [
      ...(doubt === null ? [] : [doubt]),
      ...(isNothingShared && !isMissing ? [{ code: 'nothing-shared' } as const] : []),
    ],
  }
}

/**
 * Head still has the benchmark but no longer reports this metric. A budget on a metric that is gone must not
 * pass, because nothing could break it any more.
 */
function goneMetric(
  { request, proposed, omitted }: Judging,
  gated: GatedMetric,
  benchmark: Benchmark,
): Absence {
  const { metric, budget } = gated
  const doubt = omitted.get(gated.key)
  const named = request.command === 'check' && budget !== null
  const isLimitedBy = (config: Config): boolean =>
    budgetedMetrics(config, benchmark, [metric.id], primaryOf(benchmark)).includes(metric.id)
  const findings = named ? [{ code: 'metric-dropped', metric: metric.id } as const] : []
  const dropped = named && proposed !== null && !isLimitedBy(proposed)
  return { kind: 'gone', findings, named, dropped, suspicions: doubt === undefined ? [] : [doubt] }
}

/**
 * A row for each suite of head that fails before it names a benchmark, and of which base has none either.
 * Otherwise it would vanish from the report. One that fails on base too is no fault of the change, and one
 * whose benchmarks are all switched off is not asked for.
 */
function silentSuites(judging: Judging): Row[] {
  const { facts, request, today } = judging
  const { survey } = facts
  const named = new Set(survey.benchmarks.map(({ suite }) => suite))
  const onBase = new Set(survey.failures.flatMap(({ suite, side }) => (side === 'base' ? [suite] : [])))
  const failed = survey.failures.filter(
    ({ suite, side }) => side === 'head' && !named.has(suite) && !isSwitchedOff(request, suite),
  )
  return failed.map(({ suite, message }) => {
    const gated = gatedMetric(
      { suite, name: suite, occurrence: 1 },
      { metric: suiteMetric('time'), presence: 'head', limits: NO_LIMITS, limited: false },
    )
    const comparison = nothingCompared(gated.metric)
    const judgement = judge({
      gated,
      baseline: { kind: 'none', why: null },
      comparison,
      absence: failedOnHead(
        { code: 'suite-failed', side: 'head', suite, message },
        onBase.has(suite) ? alikeOnBase(judging, null) : null,
      ),
      ofFiles: false,
      partial: { base: null, head: null },
      today,
    })
    return rowOf(gated, comparison, judgement, request.config.file)
  })
}

/** Whether a rule for all benchmarks of a suite switches them off, and no later one switches any on. */
function isSwitchedOff({ command, config }: JudgeRequest, suite: string): boolean {
  const rule = config.budgets.findLast(
    ({ match, occurrence, severity, metric, ...rule }) =>
      severity !== undefined &&
      metric === null &&
      match === EVERY_NAME &&
      occurrence === undefined &&
      concernedBy({ ...rule, match })({ suite, name: '', occurrence: 1 }),
  )
  return command === 'check' && rule?.severity === 'off'
}

function nearestOf({ nearest }: StoredRuns): NonNullable<Assessment['history']>['nearest'] {
  return nearest && { ...descriptionOf(nearest.run), commitsBefore: nearest.commitsBefore }
}

function comparedWith({ facts, request: { command }, stored }: Judging): ComparedWith {
  const { origin } = facts
  if (origin.kind === 'paired') return { kind: 'paired' }
  const run = storedBase(facts, { command, stored })
  return run === null
    ? { kind: 'none' }
    : { kind: runKindOf(stored), ...descriptionOf(run), reason: origin.why.split('\n')[0]! }
}

const descriptionOf = ({ run }: StoredRun) => ({
  sha: run.commit.sha,
  recordedAt: run.run.recordedAt,
  cpu: run.environment.cpu,
})
