import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import type { GateRequest } from '../gate/state.ts'
import { mergeBase } from '../github/compare.ts'
import type { Revision } from '../model/assessment.ts'
import type { Config } from '../model/config.ts'
import type { Evidence } from '../model/evidence.ts'
import { gate, heldToBase } from '../pipeline.ts'
import { type Job, measuringWorld } from './job.ts'
import { publish, publishFailure } from './publish.ts'
import { readStored } from './stored.ts'

/** What the second workflow picks up, at the root of the workspace's project. */
const EVIDENCE_FILE = 'benchgate-report.json'
const HEAD = { kind: 'working-tree' } as const

/** Measures a change against its base, judges it by base's budgets, and publishes what was found. */
export async function gateJob(job: Job): Promise<void> {
  const own = await loadConfig(job.project, job.configPath)
  const subject = subjectOf(job)
  try {
    const { request, proposed, warnings } = await requestOf(job, own)
    const { config } = request
    const storedFor = (baseSha: string) => readStored(job, config, baseSha, { mayCache: true, warnings })
    const world = await measuringWorld(job)
    const { assessment, evidence } = await gate(request, world, { storedFor, ...(proposed && { proposed }) })
    const head = shown(assessment.head, subject.headSha)
    const complete = { ...assessment, head, warnings: [...assessment.warnings, ...warnings] }
    if (job.context.event === 'pull_request') await keepEvidence(job, { ...evidence, head, warnings: [...evidence.warnings, ...warnings] })
    await publish(job, complete, { ...subject, config })
  } catch (error) {
    if (error instanceof UserError) await publishFailure(job, error, { ...subject, config: own })
    throw error
  }
}

/** People know the commit that was pushed; what was measured may be GitHub's merge of it with base. */
const shown = (head: Revision, sha: string): Revision => ({ ...head, sha, label: head.dirty ? head.label : 'head' })

/** What the result is about: the pull request, and the commit that people see it on. */
function subjectOf({ context }: Job): { pull: number | null; headSha: string } {
  const { pull, sha } = context
  return { pull: pull?.number ?? null, headSha: pull?.headSha ?? sha }
}

async function requestOf(job: Job, own: Config): ReturnType<typeof heldToBase> {
  const { mergeGroup, pull } = job.context
  const request: GateRequest = {
    command: 'check',
    project: job.project,
    config: own,
    base: mergeGroup === null ? { kind: 'merge-base' } : { kind: 'ref', ref: mergeGroup.baseSha },
    baseMayFail: true,
    head: HEAD,
    filter: null,
    seed: randomBytes(4).toString('hex'),
  }
  try {
    return await heldToBase(request, job.configPath, job.world)
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'no-merge-base' || pull === null) throw error
    // The checkout's history does not reach so far back; GitHub's does.
    const sha = await mergeBase(job.client(), pull.baseSha, pull.headSha)
    if (sha === null) throw error
    return await heldToBase({ ...request, base: { kind: 'ref', ref: sha } }, job.configPath, job.world)
  }
}

async function keepEvidence(job: Job, evidence: Evidence): Promise<void> {
  await writeFile(join(job.project, EVIDENCE_FILE), `${JSON.stringify(evidence)}\n`)
}
