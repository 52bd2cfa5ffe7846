import { compileGlob } from '../config/glob.ts'
import { branchOf } from '../git/ref-name.ts'
import type { Config } from '../model/config.ts'

/** Which branches, beside the default one, the config has recorded. */
export function recordedBranches(config: Config | null): (branch: string) => boolean {
  const matches = (config?.baseline.branches ?? []).map((glob) => compileGlob(glob))
  return (branch) => matches.some((match) => match(branch))
}

/** Which refs' runs are a baseline: those of the default branch, and of branches that the config names. */
export function baselineRefs(config: Config, defaultBranch: string | null): (ref: string) => boolean {
  const isRecorded = recordedBranches(config)
  return (ref) => {
    const branch = branchOf(ref)
    return branch !== null && (branch === defaultBranch || isRecorded(branch))
  }
}
