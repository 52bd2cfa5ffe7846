import * as core from '@actions/core'
import manifest from '../../package.json' with { type: 'json' }
import { loadConfig } from '../config/load.ts'
import { ConfigError } from '../config/problem.ts'
import { UserError } from '../errors.ts'
import { chooseMode, needsPushCheck } from '../github/mode.ts'
import { mayPush } from '../github/push-access.ts'
import { recordedBranches } from './branches.ts'
import { gateJob } from './gate.ts'
import { type Installation, type Job, openJob } from './job.ts'
import { recordJob } from './record.ts'
import { reportJob } from './report.ts'

/** Runs one step: decides what it is to do, does it, and never rejects. What fails the step is said last. */
export async function main(installation: Installation): Promise<void> {
  try {
    const job = await openJob(installation, process.env)
    core.info(`benchgate ${manifest.version} · ${job.context.event} · ${job.context.sha.slice(0, 7)}`)
    await run(job)
  } catch (error) {
    fail(error)
  }
}

async function run(job: Job): Promise<void> {
  const { context, inputs } = job
  const pushAccess = needsPushCheck(context) ? await mayPush(job.client()) : 'no'
  // Only a push may be to a branch that the config names; elsewhere no checkout need be there.
  const config = context.event === 'push' ? await loadConfig(job.project, job.configPath) : null
  const chosen = chooseMode(inputs.mode, context, { mayPush: pushAccess, recordedBranches: recordedBranches(config) })
  switch (chosen.mode) {
    case 'nothing':
      core.notice(`benchgate has nothing to do: ${chosen.reason}`)
      await core.summary.addRaw(`Benchgate had nothing to do: ${chosen.reason}\n`).write()
      core.setOutput('outcome', 'nothing')
      return
    case 'refuse':
      throw new UserError('usage', chosen.reason, chosen.remedy)
    case 'gate':
      return await gateJob(job)
    case 'record':
      return await recordJob(job)
    case 'report':
      return await reportJob(job)
  }
}

function fail(error: unknown): void {
  if (error instanceof ConfigError) {
    for (const { file, line, column, message, remedy } of error.problems.slice(0, 10)) {
      core.error(`${message}. ${remedy}`, { file, startLine: line, startColumn: column, title: 'Benchgate config' })
    }
  }
  if (error instanceof UserError) core.setFailed(`${error.message}\n\n${error.remedy}`)
  else {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    core.setFailed(`This is a bug in benchgate ${manifest.version} on Node ${process.version}. Please report it with these lines:\n\n${detail}`)
  }
}
