import { unmatchedRules, unreportedRules } from '../config/budgets.ts'
import type { FailureCounts } from '../measure/failure-counts.ts'
import type { StoredRuns } from '../model/baseline.ts'
import type { Evidence, SuiteFailure } from '../model/evidence.ts'
import { type Finding, worded } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import { whyNotStored } from './baselines.ts'
import { type Facts, valuesOn } from './facts.ts'
import { availableOf, primaryOf } from './gated-metrics.ts'
import type { JudgeRequest } from './request.ts'
import { findStored } from '../history/series.ts'
import { SIDES } from '../model/side.ts'
import { sentenceOf } from '../report/view/wording.ts'

interface Judged {
  request: JudgeRequest
  evidence: Evidence
  facts: Facts
  plan: Plan
  stored: StoredRuns | null
  today: string
}

/** What a reader has to know besides the rows. */
export function warningsOf(judged: Judged): Finding[] {
  const { evidence, facts, request } = judged
  const { failures, lateErrors, warnings } = facts.survey
  return [
    ...[...evidence.warnings, ...warnings].map((text): Finding => ({ code: 'reported', text })),
    ...notCompared(judged),
    ...oncePerSuite(failures).map((failure) => ({ code: 'suite-failure', ...failure }) as const),
    ...oncePerSuite(lateErrors).map((failure) => ({ code: 'late-error', ...failure }) as const),
    ...(request.command === 'check' ? budgetWarnings(judged) : []),
    ...(request.command === 'record' ? lostBenchmarks(judged) : []),
  ]
}

/** What suites and commands left running. */
export const leftRunning = (counts: Pick<FailureCounts, 'leftRunning'>): string[] =>
  [...counts.leftRunning.values()].map((one) => sentenceOf({ code: 'left-running', ...one }))

/** What is wrong with suites, with both sides in one where they agree. */
function oncePerSuite(failures: readonly SuiteFailure[]) {
  const alike = Map.groupBy(failures, ({ suite, message }) => JSON.stringify([suite, message]))
  return [...alike.values()].map((some) => {
    const { suite, message } = some[0]!
    return { suite, sides: SIDES.filter((side) => some.some((one) => one.side === side)), message }
  })
}

/** What a reader of results has to know first: green may mean that there was nothing to compare with. */
function notCompared({ facts, evidence, stored, request }: Judged): Finding[] {
  if (facts.origin.kind !== 'files' || request.command !== 'check') return []
  const obstacle = whyNotStored(stored, evidence.environment)
  if (obstacle === null) return []
  return [{ code: stored?.nearest ? 'only-exact-compared' : 'results-compared-with-nothing', obstacle }]
}

/** A recorded commit is on its branch already, so that nothing else would notice what it lost. */
function lostBenchmarks({ facts, plan, stored }: Judged): Finding[] {
  const nearest = stored?.nearest?.run.run
  if (nearest === undefined) return []
  const valued = new Set(
    plan.gated.flatMap((one) => (valuesOn(facts, one, 'head').length > 0 ? [findStored(nearest, one)] : [])),
  )
  const lost = nearest.benchmarks
    .filter((one) => one.metrics.some(({ values }) => values.length > 0) && !valued.has(one))
    .map(({ id }) => id)
  return lost.length === 0 ? [] : [{ code: 'benchmarks-lost', sha: nearest.commit.sha, benchmarks: lost }]
}

function budgetWarnings({ request, facts, plan, today }: Judged): Finding[] {
  const { config, filter } = request
  const { benchmarks } = facts.survey
  const gated = new Set(plan.gated.map(({ benchmark }) => benchmark))
  const others = benchmarks.filter(({ id }) => !gated.has(id)).length
  const reporting = benchmarks.map((benchmark) => ({
    ...benchmark,
    metrics: availableOf(benchmark).map(({ metric }) => metric.id),
    primary: primaryOf(benchmark),
  }))
  // A rule may also concern what base calls a benchmark that the change renames.
  const known = benchmarks.flatMap((one) => (one.onBase === null ? [one] : [one, one.onBase]))
  const missed = facts.origin.kind === 'files' ? 'judged' : 'measured'
  return [
    ...[...unmatchedRules(config, known), ...unreportedRules(config, reporting)].map(({ message }) =>
      worded(message),
    ),
    ...config.accepted.flatMap(({ line, match, until }) =>
      until !== null && today > until
        ? [{ code: 'waiver-past', place: `${config.file}:${line}`, match, until } as const]
        : [],
    ),
    ...(others > 0 && filter === null
      ? [{ code: 'without-budget', count: others, of: benchmarks.length, missed } as const]
      : []),
  ]
}
