import * as core from '@actions/core'
import { gateJob } from './gate.ts'
import type { Job } from './job.ts'
import { recordJob } from './record.ts'
import { reportJob } from './report.ts'

const RESULTS_NOT_USED = 'The input results was not used: a report reads what the measuring job handed over.'

/** Does what was decided on. Throws a UserError, after it was published where somebody waits for a result. */
export async function runMode(mode: 'gate' | 'record' | 'report', job: Job): Promise<void> {
  switch (mode) {
    case 'gate':
      return await gateJob(job)
    case 'record':
      return await recordJob(job)
    case 'report':
      if (job.inputs.results.length > 0) core.notice(RESULTS_NOT_USED)
      return await reportJob(job)
  }
}
