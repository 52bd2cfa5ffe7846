import * as core from '@actions/core'
import { gateJob } from './gate-mode.ts'
import type { Job } from './job.ts'
import { putBackRunnerFiles } from './put-back.ts'
import { withGrace, withStore } from './job-store.ts'
import { recordJob } from './record-mode.ts'
import { reportJob } from './report-mode.ts'

const RESULTS_NOT_READ =
  'No file of the input results is read here: a report judges what the measuring job handed over, and the input allows results.'

/** Does what was decided on. Throws a UserError, after it was published where somebody waits for a result. */
export async function runMode(mode: 'gate' | 'record' | 'report', opened: Job): Promise<void> {
  const signal = mode === 'record' ? withGrace(opened.signal) : opened.signal
  const job = withStore(opened, { mayCache: mode !== 'report', signal })
  try {
    switch (mode) {
      case 'gate':
        return await gateJob(job)
      case 'record':
        return await recordJob(job)
      case 'report':
        if (job.inputs.results.length > 0) core.notice(RESULTS_NOT_READ)
        return await reportJob(job)
    }
  } finally {
    // However it ended, and what a process that outlived its measurement added since.
    await putBackRunnerFiles(job)
  }
}
