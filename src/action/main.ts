import { posix } from 'node:path'
import * as core from '@actions/core'
import manifest from '../../package.json' with { type: 'json' }
import { loadConfig } from '../config/load.ts'
import { ConfigError } from '../config/config-error.ts'
import { UserError } from '../errors.ts'
import { setNothing } from '../github/action-outputs.ts'
import { chooseMode, needsPushCheck } from '../github/mode.ts'
import { mayPush } from '../github/push-access.ts'
import { appendSummary } from '../github/step-summary.ts'
import { forMarkdown } from '../report/text/for-markdown.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { recordedBranches } from '../gate/baseline-branches.ts'
import { type Installation, type Job, openJob } from './job.ts'
import { describeError } from '../cli/describe-error.ts'
import { readMore } from '../cli/read-more.ts'
import { docsOfAction } from '../github/runner-host.ts'
import { firstLine, StatedError } from './stated-error.ts'

/** The runner shows ten; one is left for what the step ends with. */
const MAX_ANNOTATIONS = 9

/** Runs one step: decides what it is to do, does it, and never rejects. What fails the step is said last. */
export async function main(installation: Installation): Promise<void> {
  let job: Job | null = null
  try {
    job = await openJob(installation, process.env)
    core.info(`benchgate ${manifest.version} · ${job.context.event} · ${job.context.sha.slice(0, 7)}`)
    await run(job)
  } catch (error) {
    if (job?.signal.aborted) core.setFailed('Cancelled: nothing was judged')
    else fail(error, job?.prefix ?? '')
  }
}

async function run(job: Job): Promise<void> {
  const { context, inputs } = job
  const pushAccess = needsPushCheck(context) ? await mayPush(job.client()) : 'no'
  // Only these may be for a branch that the config names; elsewhere no checkout need be there.
  const named = context.event === 'push' || context.event === 'workflow_dispatch'
  const config = named ? await loadConfig(job.project, job.configPath) : null
  const chosen = chooseMode(inputs.mode, context, {
    mayPush: pushAccess,
    recordedBranches: recordedBranches(config),
  })
  switch (chosen.mode) {
    case 'nothing':
      core.notice(`benchgate has nothing to do: ${chosen.reason}`)
      await appendSummary(
        job.runnerFiles,
        `Benchgate had nothing to do: ${forMarkdown(outside('sentence', chosen.reason))}\n`,
      )
      await setNothing(job.runnerFiles)
      return
    case 'refuse':
      throw new UserError('usage', chosen.reason, chosen.remedy, { topic: chosen.topic })
    default: {
      // Most of the code; where there is nothing to do, reading it would be most of the time.
      const { runMode } = await import('./modes.ts')
      return await runMode(chosen.mode, job)
    }
  }
}

function fail(error: unknown, prefix: string): void {
  if (error instanceof ConfigError) {
    for (const { file, line, column, message, remedy } of error.problems.slice(0, MAX_ANNOTATIONS)) {
      const place = { file: posix.join(prefix, file), startLine: line, startColumn: column }
      core.error(linesForTerminal(`${message}. ${remedy}`), { ...place, title: 'Benchgate config' })
    }
  }
  const { message: whole, remedy, topic } = describeError(error)
  // Below its first line a pull request's own job may speak; where this is shown, nothing says so.
  const message = error instanceof StatedError ? firstLine(whole) : whole
  const more = topic === null ? '' : `\n${readMore(topic, docsOfAction(process.env))}`
  core.setFailed(linesForTerminal(`${message}\n\n${remedy}${more}`))
}
