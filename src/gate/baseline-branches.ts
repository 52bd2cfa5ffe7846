import { compileGlob } from '../config/glob.ts'
import { branchOf } from '../git/ref-name.ts'
import type { Config } from '../model/config.ts'

/** Matches the branches, besides the default one, whose pushes the config has recorded. */
export function recordedBranches(config: Config | null): (branch: string) => boolean {
  const matches = (config?.baseline.branches ?? []).map((glob) => compileGlob(glob))
  return (branch) => matches.some((match) => match(branch))
}

/**
 * Matches the refs whose runs count as baselines: the default branch, and the branches that the config names.
 */
export function baselineRefs(config: Config, defaultBranch: string | null): (ref: string) => boolean {
  const isRecorded = recordedBranches(config)
  return (ref) => {
    const branch = branchOf(ref)
    return branch !== null && (branch === defaultBranch || isRecorded(branch))
  }
}
