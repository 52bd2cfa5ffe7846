import { posix } from 'node:path'
import type { GitSetting } from '../../git/environment.ts'
import { withGitSettings } from '../../git/environment.ts'
import type { BaseRef } from '../../model/config.ts'
import type { CheckoutOptions } from './checkout.ts'
import { resolveBase, resolveHead } from './refs.ts'
import { openRepository } from './repository.ts'
import { readUncommitted } from './uncommitted.ts'

/** Far above any config. */
const MAX_BYTES = 1024 * 1024

/**
 * The commit that a gate would take for base, and those of some files of the project that it holds: regular ones, as text, by
 * the path that was asked for. Throws what resolving base throws.
 */
export async function filesAtBase(
  o: Pick<CheckoutOptions, 'project' | 'head' | 'env' | 'signal' | 'timeLimitMs'> & {
    base: BaseRef
    gitSettings: readonly GitSetting[]
  },
  paths: readonly string[],
): Promise<{ sha: string; files: Map<string, string> }> {
  const deadline = performance.now() + o.timeLimitMs
  const env = withGitSettings(o.env, o.gitSettings)
  const repository = await openRepository(o.project, env, {
    signal: o.signal,
    remainingMs: () => deadline - performance.now(),
  })
  const dirty = o.head.kind === 'working-tree' && (await readUncommitted(repository)).paths.length > 0
  const { sha } = await resolveBase(repository, o.base, await resolveHead(repository, o.head, dirty), o.env)
  const files = new Map<string, string>()
  for (const path of paths) {
    const entry = await repository.git.maybe('ls-tree', sha, '--', posix.join(repository.prefix, path))
    const blob = /^100(?:644|755) blob ([0-9a-f]{40,64})\t/.exec(entry ?? '')?.[1]
    if (blob === undefined) continue
    if (Number(await repository.git.text('cat-file', '-s', blob)) > MAX_BYTES) continue
    files.set(path, (await repository.git.bytes('cat-file', 'blob', blob)).toString())
  }
  return { sha, files }
}
