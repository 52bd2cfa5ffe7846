import { unmatchedRules, unreportedRules } from '../config/budgets.ts'
import type { StoredRuns } from '../model/baseline.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Plan } from '../model/plan.ts'
import { whyNotStored } from './baselines.ts'
import type { Facts } from './facts.ts'
import { availableOf, primaryOf } from './gated-metrics.ts'
import type { JudgeRequest } from './request.ts'

interface Judged {
  request: JudgeRequest
  evidence: Evidence
  facts: Facts
  plan: Plan
  stored: StoredRuns | null
  today: string
}

/** What a reader has to know beside the rows, in sentences. */
export function warningsOf(judged: Judged): string[] {
  const { evidence, facts, request } = judged
  const { failures, lateErrors, warnings } = facts.survey
  return [
    ...evidence.warnings,
    ...warnings,
    ...notCompared(judged),
    ...failures.map(({ suite, side, message }) => `${suite} on ${side}: ${message}`),
    ...lateErrors.map(
      ({ suite, side, message }) =>
        `${suite} on ${side}: an error after its benchmarks were registered: ${message}`,
    ),
    ...(request.command === 'check' ? budgetWarnings(judged) : []),
  ]
}

/** What a reader of results has to know before anything else: that green may mean that there was nothing to compare with. */
function notCompared({ facts, evidence, stored, request }: Judged): string[] {
  if (facts.origin.kind !== 'files' || request.command !== 'check') return []
  const obstacle = whyNotStored(stored, evidence.environment)
  if (obstacle === null) return []
  return stored?.nearest
    ? [`Only what is deterministic was compared: ${obstacle}`]
    : [
        `The results were compared with nothing, and only absolute limits were checked: ${obstacle}. ` +
          'A push to the default branch records one.',
      ]
}

function budgetWarnings({ request, facts, plan, today }: Judged): string[] {
  const { config, filter } = request
  const { benchmarks } = facts.survey
  const ids = benchmarks.map(({ id }) => id)
  const gated = new Set(plan.gated.map(({ benchmark }) => benchmark))
  const others = ids.filter((id) => !gated.has(id)).length
  const verb = others === 1 ? ['has', 'was'] : ['have', 'were']
  const left = `${verb[0]} no budget and ${verb[1]} not ${facts.origin.kind === 'files' ? 'judged' : 'measured'}`
  const reporting = benchmarks.map((benchmark) => ({
    id: benchmark.id,
    metrics: availableOf(benchmark).map(({ metric }) => metric.id),
    primary: primaryOf(benchmark),
  }))
  return [
    ...unmatchedRules(config, ids).map(({ message }) => message),
    ...unreportedRules(config, reporting).map(({ message }) => message),
    ...config.accepted
      .filter(({ until }) => until !== null && today > until)
      .map(
        ({ line, match, until }) =>
          `${config.file}:${line}: the waiver for ${JSON.stringify(match)} ended on ${until}`,
      ),
    ...(others > 0 && filter === null ? [`${others} of ${ids.length} benchmarks ${left}`] : []),
  ]
}
