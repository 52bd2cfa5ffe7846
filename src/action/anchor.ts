import { randomBytes } from 'node:crypto'
import { UserError } from '../errors.ts'
import { gate } from '../gate/gate.ts'
import type { GateRequest, Runtime } from '../gate/request.ts'
import { type AnchorFacts, anchorFacts, isAnchorDue } from '../history/anchor-due.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Anchor } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import type { ModeJob } from './job-store.ts'

/** Runs that are read for each recorded commit: it may be recorded twice, or other branches between. */
const RUNS_A_COMMIT = 2

/**
 * What a recorded commit is like beside the newest release, where its turn has come; null: it has not. What
 * fails is a warning, since the commit itself is measured already.
 */
export async function measuredAnchor(
  job: ModeJob,
  { tag, every }: Anchor,
  o: { sha: string; request: GateRequest; runtime: Runtime; warnings: Finding[] },
): Promise<Assessment | null> {
  const { context, inputs, signal } = job
  try {
    const { store } = await job.store()
    const runs: AnchorFacts[] = []
    await store.scan({ limit: RUNS_A_COMMIT * every, key: inputs.key }, ({ run }) => {
      runs.push(anchorFacts(run))
    })
    if (!isAnchorDue(runs, { ref: context.ref, sha: o.sha, every })) return null
    const request: GateRequest = {
      ...o.request,
      base: { kind: 'tag', pattern: tag },
      baseMayFail: false,
      seed: randomBytes(4).toString('hex'),
    }
    return (await gate(request, o.runtime)).assessment
  } catch (error) {
    if (signal.aborted || !(error instanceof UserError)) throw error
    const reason = error.message.replace(/\.$/, '')
    // Words for a gate, whose base is another setting.
    const remedy = error.remedy.replace('another base in base.ref', 'another tag in baseline.anchor')
    o.warnings.push({ code: 'anchor-not-measured', reason, remedy })
    return null
  }
}
