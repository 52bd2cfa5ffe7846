import { filesAtBase } from '../checkout/files-at-base.ts'
import { effectiveConfig } from '../config/effective-config.ts'
import { placesOfConfig } from '../config/load.ts'
import type { Finding } from '../model/finding.ts'
import type { Config } from '../model/config.ts'
import type { GateRequest, Runtime } from './request.ts'

/**
 * The request under the rules that a pull request is held to: base's config file, or the defaults. `proposed`
 * is head's own config. Throws what resolving base throws.
 */
export async function heldToBase(
  request: GateRequest,
  explicit: string | undefined,
  { env, host, signal, gitSettings = [] }: Pick<Runtime, 'env' | 'host' | 'signal' | 'gitSettings'>,
): Promise<{ request: GateRequest; baseSha: string; proposed: Config; warnings: Finding[] }> {
  const { project, head, config: own } = request
  const { timeLimitMs } = own.measure
  const options = { project, base: request.base, head, env, host, signal, gitSettings, timeLimitMs }
  const { files, sha: baseSha } = await filesAtBase(options, placesOfConfig(explicit))
  const { config, proposed, onBase, warnings } = effectiveConfig(own, files, explicit)
  // A ref in the config replaces the merge base, where that config was found.
  const base = request.base.kind === 'merge-base' ? config.base.ref : request.base
  return { request: { ...request, base, config, onBase }, baseSha, proposed, warnings }
}
