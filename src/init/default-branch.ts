import type { Git } from '../git/git.ts'

/** Without any branch and without a setting, what GitHub calls it. */
const USUAL = 'main'

/**
 * The branch that changes are merged into: what the remote says, else a branch of a usual name, else the one
 * that is checked out, else what git would call a new one.
 */
export async function defaultBranchOf(git: Git, isRepository: boolean): Promise<string> {
  const configured = (await git.maybe('config', '--get', 'init.defaultBranch')) || null
  if (!isRepository) return configured ?? USUAL
  const ofRemote = await git.maybe('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')
  if (ofRemote !== null) return ofRemote.replace(/^origin\//, '')
  for (const name of [configured, USUAL, 'master']) {
    if (name === null) continue
    for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`])
      if ((await git.maybe('rev-parse', '--verify', '--quiet', ref)) !== null) return name
  }
  return (await git.maybe('symbolic-ref', '--quiet', '--short', 'HEAD')) ?? configured ?? USUAL
}
