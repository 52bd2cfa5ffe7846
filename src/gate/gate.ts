import type { Assessment } from '../model/assessment.ts'
import type { StoredRuns } from '../model/baseline.ts'
import type { Config } from '../model/config.ts'
import type { Evidence } from '../model/evidence.ts'
import { judgeEvidence } from './judge.ts'
import { measure, type StoredFor } from './measure.ts'
import type { GateRequest, Runtime } from './request.ts'

/**
 * Measures two versions of a project and judges what changed. `proposed` is head's own config, where the
 * request's is base's: it shows what the change does to the budgets. Throws a UserError where there is
 * nothing at all to report; every other problem is in the assessment.
 */
export async function gate(
  request: GateRequest,
  runtime: Runtime,
  { storedFor, proposed }: { storedFor?: StoredFor; proposed?: Config } = {},
): Promise<{ assessment: Assessment; evidence: Evidence; stored: StoredRuns | null }> {
  const { evidence, stored } = await measure(request, runtime, storedFor)
  return {
    evidence,
    stored,
    assessment: judgeEvidence(evidence, request, { clock: runtime.clock, stored, proposed }),
  }
}
