import { join } from 'node:path'
import { configDigest, resultsDigest } from '../config/digest.ts'
import { UserError } from '../errors.ts'
import { type Finding, worded } from '../model/finding.ts'
import type { StoredRuns } from '../model/baseline.ts'
import { tokenSettings } from '../git/variables.ts'
import { mirrorKey, mirrorPlace } from '../github/cache-keys.ts'
import { commitByApi } from '../github/commit-api.ts'
import { lookUpStored } from '../history/stored-runs.ts'
import type { Context } from '../github/context.ts'
import type { Config } from '../model/config.ts'
import { openStore, type Store } from '../store/store.ts'
import { baselineRefs } from '../gate/baseline-branches.ts'
import type { Job } from './job.ts'

/** The baseline branch of a job's repository. */
interface JobStore {
  store: Store
  /** Puts the mirror into the cache, where it is not there yet. */
  keep: (tip: string | null) => Promise<void>
}

/** A job whose mode is known, and with it whether the baseline branch may come from the cache. */
export interface ModeJob extends Job {
  /** Opened when it is first needed. */
  store: () => Promise<JobStore>
}

interface StoreAccess {
  /** A job that publishes for forks restores nothing from the cache that others may have written. */
  mayCache: boolean
  /** When the branch is given up; the job's own signal where nothing is written to it. */
  signal: AbortSignal
}

export function withStore(job: Job, access: StoreAccess): ModeJob {
  let opened: Promise<JobStore> | undefined
  return { ...job, store: () => (opened ??= open(job, access)) }
}

/**
 * GitHub ends a step that is cancelled or times out with SIGINT to this process, SIGTERM 7.5 s later, and
 * kills it after 2.5 s more. A run takes a second or two to store.
 */
const GRACE_MS = 6_000

/** A signal that gives what was measured the time to be stored, after the job's own. */
export function withGrace(signal: AbortSignal): AbortSignal {
  const late = new AbortController()
  const start = () => void setTimeout(() => late.abort(signal.reason), GRACE_MS).unref()
  if (signal.aborted) start()
  else signal.addEventListener('abort', start, { once: true })
  return late.signal
}

async function open(job: Job, { mayCache, signal }: StoreAccess): Promise<JobStore> {
  const { context, inputs, temporary, env, runtime } = job
  const { githubToken: token, baselineBranch: branch } = inputs
  const remote = `${context.serverUrl}/${context.repository.fullName}.git`
  const place = mirrorPlace(remote, branch)
  const directory = join(temporary, place.name)
  const cache = mayCache ? job.cache() : null
  // No key is asked for exactly: the newest mirror is the nearest, and what it lacks is fetched.
  const restored = await cache?.restore(directory, { key: place.prefix, prefixes: [place.prefix] })
  const store = await openStore({
    remote,
    branch,
    directory,
    settings: token === null ? [] : tokenSettings(context.serverUrl, token),
    env,
    host: runtime.host,
    signal,
    clock: runtime.clock,
    random: Math.random,
    commitByApi: token === null ? null : async (change) => await commitByApi(job.client())(change),
    onProgress: (text) => runtime.onProgress({ kind: 'preparing', text }),
  })
  return {
    store,
    keep: async (tip) => {
      if (tip === null || cache === null) return
      const key = mirrorKey(place, tip)
      if (restored?.key !== key) await cache.save(directory, key)
    },
  }
}

/**
 * The ref whose series is shown beside a change: the branch that it goes to, or the default branch while that
 * one has no runs.
 */
function seriesFor({ pull, mergeGroup, branch, repository }: Context): string[] {
  const target = pull === null ? (mergeGroup?.baseRef ?? headRef(branch)) : headRef(pull.baseRef)
  return [target, headRef(repository.defaultBranch)].filter((ref) => ref !== null)
}

const headRef = (branch: string | null): string | null => (branch === null ? null : `refs/heads/${branch}`)

/**
 * The stored runs that a gate may compare with; null, with the reason added to `warnings`, where they cannot
 * be read.
 */
export async function readStored(
  job: ModeJob,
  config: Config,
  baseSha: string,
  warnings: Finding[],
  digest = configDigest(config),
): Promise<StoredRuns | null> {
  const { context, inputs, runtime } = job
  try {
    const { store } = await job.store()
    const found = await lookUpStored(store, {
      branch: inputs.baselineBranch,
      sha: baseSha,
      key: inputs.key,
      configDigest: digest,
      refs: baselineRefs(config, context.repository.defaultBranch),
      series: seriesFor(context),
      now: runtime.clock(),
    })
    warnings.push(...found.warnings.map(worded))
    return found.stored
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { message: reason, remedy } = error
    warnings.push({ code: 'stored-runs-unreadable', reason, remedy })
    return null
  }
}

/** The stored runs that results may be held against: those that were handed over in the same way. */
export const storedResults: typeof readStored = (job, config, baseSha, warnings) =>
  readStored(job, config, baseSha, warnings, resultsDigest())
