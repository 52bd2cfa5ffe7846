import { randomBytes } from 'node:crypto'
import { describeError } from '../cli/describe-error.ts'
import { gate } from '../gate/gate.ts'
import type { GateRequest, Runtime } from '../gate/request.ts'
import { type AnchorFacts, anchorFacts, isAnchorDue } from '../history/anchor-due.ts'
import type { Assessment } from '../model/assessment.ts'
import type { Anchor } from '../model/config.ts'
import type { Finding } from '../model/finding.ts'
import type { ModeJob } from './job-store.ts'

/** Runs that are read for each recorded commit: it may be recorded twice, or other branches between. */
const RUNS_A_COMMIT = 2

interface AnchorRequest {
  sha: string
  request: GateRequest
  runtime: Runtime
  warnings: Finding[]
}

/**
 * What a recorded commit is like beside the newest release, where its turn has come; null: it has not. Never
 * rejects: what fails is a warning, since the commit itself is measured already. A job that is cancelled has
 * a few seconds to store that, so this answers at once; checkouts are removed meanwhile, and the process does
 * not end before.
 */
export async function measuredAnchor(
  job: ModeJob,
  anchor: Anchor,
  o: AnchorRequest,
): Promise<Assessment | null> {
  const { signal } = job
  const cancelled = Promise.withResolvers<never>()
  const onAbort = () => cancelled.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    signal.throwIfAborted()
    return await Promise.race([measure(job, anchor, o), cancelled.promise])
  } catch (error) {
    const { message, remedy } = signal.aborted ? CANCELLED : describeError(error)
    o.warnings.push({
      code: 'anchor-not-measured',
      reason: message.replace(/\.$/, ''),
      // Words for a gate, whose base is another setting.
      remedy: remedy.replace('another base in base.ref', 'another tag in baseline.anchor'),
    })
    return null
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

const CANCELLED = {
  message: 'the job was cancelled, or timed out, before that was done',
  remedy: 'The next recorded push tries again. If it timed out, raise timeout-minutes of the job.',
}

async function measure(
  job: ModeJob,
  { tag, every }: Anchor,
  { sha, request, runtime }: AnchorRequest,
): Promise<Assessment | null> {
  const { store } = await job.store()
  const runs: AnchorFacts[] = []
  await store.scan({ limit: RUNS_A_COMMIT * every, key: job.inputs.key }, ({ run }) => {
    runs.push(anchorFacts(run))
  })
  if (!isAnchorDue(runs, { ref: job.context.ref, sha, every })) return null
  runtime.onProgress({
    kind: 'note',
    text: `measuring against the newest tag of ${tag} as well, as baseline.anchor asks for`,
  })
  const { assessment } = await gate(
    {
      ...request,
      base: { kind: 'tag', pattern: tag },
      baseMayFail: false,
      seed: randomBytes(4).toString('hex'),
    },
    runtime,
  )
  return assessment
}
