import { dirname, resolve } from 'node:path'
import * as core from '@actions/core'
import manifest from '../../package.json' with { type: 'json' }
import { describeError } from '../cli/describe-error.ts'
import { USUAL_COMMITS } from '../dashboard/dashboard.ts'
import { writeSite } from '../dashboard/write-dashboard.ts'
import { UserError } from '../errors.ts'
import { problemInProject } from '../files/project-path.ts'
import { historyOfBranch } from '../gate/history-of-branch.ts'
import type { Config } from '../model/config.ts'
import { plural } from '../report/quantity.ts'
import { forLog } from '../report/text/for-log.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import type { Store } from '../store/store.ts'
import type { Job } from './job.ts'

/**
 * Writes the dashboard where the step asks for one, and returns its path; null: none was written. What goes
 * wrong is a warning, because the run is stored by now. A job that is cancelled has no time for it.
 */
export async function writeDashboard(job: Job, config: Config, store: Store): Promise<string | null> {
  const { inputs, workspace, signal } = job
  if (inputs.dashboard === null || signal.aborted) return null
  try {
    const directory = resolve(workspace, inputs.dashboard)
    await refuseOutside(workspace, directory, inputs.dashboard)
    await write(directory, job, config, store)
    return directory
  } catch (error) {
    if (signal.aborted) return null
    const { message, remedy } = describeError(error)
    core.warning(linesForTerminal(`The dashboard was not written. ${message}. ${remedy}`))
    return null
  }
}

async function write(directory: string, job: Job, config: Config, store: Store): Promise<void> {
  const { context, inputs, runtime, signal } = job
  const { fullName } = context.repository
  const url = `${context.serverUrl}/${fullName}`
  const { history, limitsOf, warnings } = await historyOfBranch(store, {
    key: inputs.key,
    ref: context.ref,
    last: USUAL_COMMITS,
    config,
    now: runtime.clock(),
  })
  for (const warning of warnings) core.info(forLog(warning))
  const { files } = await writeSite(directory, {
    history,
    facts: {
      by: manifest.version,
      writtenAt: runtime.clock().toISOString(),
      repository: fullName,
      url: url.startsWith('https://') ? url : null,
      limitsOf,
    },
    page: job.dashboardPage,
    otherwise: 'name another folder with `dashboard`',
    signal,
  })
  core.info(
    forLog(
      `dashboard: ${plural(history.commits.length, 'commit')}, ${plural(files, 'file')} in ${inputs.dashboard}`,
    ),
  )
}

/** A folder that is not there yet lies where the nearest one above it does. */
async function refuseOutside(workspace: string, directory: string, given: string): Promise<void> {
  for (let at = directory; at !== workspace; at = dirname(at)) {
    const problem = await problemInProject(workspace, at, 'the workspace')
    if (problem !== null)
      throw new UserError('usage', `${JSON.stringify(given)} ${problem}`, 'Name a folder of the workspace.')
  }
}
