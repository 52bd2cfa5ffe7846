import { readResultFiles } from '../gate/read-results.ts'
import { resultsEvidence } from '../gate/external-results.ts'
import { readEnvironment } from '../measure/environment.ts'
import type { Config } from '../model/config.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Job } from './job.ts'

/**
 * Result files that earlier steps of the workflow wrote, as what a gate or a record would have measured.
 * Throws a UserError.
 */
export async function evidenceOfResults(
  { inputs, project, env, runtime }: Job,
  o: Pick<Evidence, 'command' | 'base' | 'head'> & { config: Config },
): Promise<Evidence> {
  const files = await readResultFiles(inputs.results, inputs.format, project)
  // Nothing is drawn at random where nothing is measured.
  return resultsEvidence(files, { ...o, seed: '', environment: readEnvironment(env, runtime.host) })
}
