import { configWithoutFile, editedSettings, judgedByBase } from '../config/judged-by-base.ts'
import { configAmong, placesOfConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import { filesAtBase } from '../checkout/files-at-base.ts'
import type { Config } from '../model/config.ts'
import type { GateRequest, Runtime } from './request.ts'

/**
 * The same request as a pull request is held to it: by the config file that base has, or by the defaults. `proposed` is head's own
 * config. Throws what resolving base throws.
 */
export async function heldToBase(
  request: GateRequest,
  explicit: string | undefined,
  runtime: Pick<Runtime, 'env' | 'host' | 'signal' | 'gitSettings'>,
): Promise<{ request: GateRequest; baseSha: string; proposed: Config; warnings: string[] }> {
  const { config: own } = request
  const { config, problem, sha: baseSha } = await configOfBase(request, explicit, runtime)
  const base = config ?? configWithoutFile(own)
  const warnings: string[] = []
  if (problem !== null)
    warnings.push(`The config file of base does not count, so its budgets are the defaults: ${problem}`)
  else if (config === null && own.file !== null)
    warnings.push('Base has no config file: its budgets are the defaults')
  warnings.push(...settingsWarning(own, base))
  const onBase = {
    suites: base.suites,
    commands: base.commands,
    setup: base.base.setup,
    nodeArgs: base.measure.nodeArgs,
  }
  return {
    request: { ...withBase(request, base), config: judgedByBase(own, base), onBase },
    baseSha,
    proposed: own,
    warnings,
  }
}

/** What a change edits of the config file beside its budgets, in one sentence; none where it edits nothing. */
export function settingsWarning(own: Config, base: Config): string[] {
  const edited = editedSettings(own, base)
  return edited.length === 0 ? [] : [`This change also edits ${edited.join(', ')} in the config file`]
}

/** What a config names as base stands over the merge base, which is where that config was found. */
function withBase(request: GateRequest, { base: { ref } }: Config): GateRequest {
  return request.base.kind !== 'merge-base' || ref.kind === 'merge-base' ? request : { ...request, base: ref }
}

/** The config that base has in its own file, null where it has none; `problem` says why a file that is there does not count. */
async function configOfBase(
  { project, base, head, config }: GateRequest,
  explicit: string | undefined,
  { env, host, signal, gitSettings = [] }: Pick<Runtime, 'env' | 'host' | 'signal' | 'gitSettings'>,
): Promise<{ config: Config | null; problem: string | null; sha: string }> {
  const options = {
    project,
    base,
    head,
    env,
    host,
    signal,
    gitSettings,
    timeLimitMs: config.measure.timeLimitMs,
  }
  const { files, sha } = await filesAtBase(options, placesOfConfig(explicit))
  try {
    return { config: configAmong(files, explicit), problem: null, sha }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { config: null, problem: error.message, sha }
  }
}
