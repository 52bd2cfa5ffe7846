import { join } from 'node:path'
import * as core from '@actions/core'
import { configDigest, resultsDigest } from '../config/digest.ts'
import { UserError } from '../errors.ts'
import type { Stored } from '../gate/stored.ts'
import { tokenSettings } from '../git/environment.ts'
import { mirrorKey, mirrorPlace } from '../github/cache-keys.ts'
import { commitByApi } from '../github/commit-api.ts'
import { forLog } from '../report/text/for-log.ts'
import { nearestBaseline } from '../history/baseline.ts'
import type { Context } from '../github/context.ts'
import type { Config } from '../model/config.ts'
import type { StoredRun } from '../model/run.ts'
import { openStore, type Store } from '../store/store.ts'
import { baselineRefs } from './branches.ts'
import type { Job } from './job.ts'

/** Stored runs that a gate looks back at. */
const RUNS_READ = 200
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1000
/** Commits before base among which its nearest stored run is looked for. */
const ANCESTORS_READ = 500

interface JobStore {
  store: Store
  /** Puts the mirror into the cache, where it is not there yet. */
  keep: (tip: string | null) => Promise<void>
}

const opened = new WeakMap<Job, Promise<JobStore>>()

/**
 * The baseline branch of this repository, opened once a job. The mirror comes from the cache where `mayCache`: a job that publishes
 * for forks restores nothing that others may have written.
 */
export function openJobStore(job: Job, options: { mayCache: boolean }): Promise<JobStore> {
  let store = opened.get(job)
  if (store === undefined) opened.set(job, (store = open(job, options)))
  return store
}

async function open(job: Job, { mayCache }: { mayCache: boolean }): Promise<JobStore> {
  const { context, inputs, temporary, env, signal, world } = job
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
    signal,
    clock: world.clock,
    random: Math.random,
    commitByApi: token === null ? null : async (change) => await commitByApi(job.client())(change),
    onProgress: (text) => core.info(forLog(text)),
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

/** The series of the branch that the change goes to, or of the default branch while that one has none. */
function ofBranch(
  runs: readonly StoredRun[],
  { pull, mergeGroup, branch, repository }: Context,
): readonly StoredRun[] {
  const target =
    pull === null ? (mergeGroup?.baseRef ?? `refs/heads/${branch}`) : `refs/heads/${pull.baseRef}`
  const own = runs.filter(({ run }) => run.ref === target)
  return own.length > 0 ? own : runs.filter(({ run }) => run.ref === `refs/heads/${repository.defaultBranch}`)
}

/** What the branch says that a gate may use. What goes wrong is a sentence in `warnings` and no runs, never an error. */
export async function readStored(
  job: Job,
  config: Config,
  baseSha: string,
  options: { mayCache: boolean; warnings: string[]; digest?: string },
): Promise<Stored | null> {
  const { context, inputs } = job
  try {
    const { store } = await openJobStore(job, options)
    const { runs, tip, warnings } = await store.read(RUNS_READ, inputs.key)
    options.warnings.push(...warnings)
    if (tip === null) return null
    const refs = baselineRefs(config, context.repository.defaultBranch)
    const digest = options.digest ?? configDigest(config)
    // A clock that was ahead must not make its runs the newest for ever.
    const latest = new Date(job.world.clock().getTime() + CLOCK_TOLERANCE_MS).toISOString()
    const usable = runs.filter(
      ({ run }) =>
        refs(run.ref) && run.config === digest && run.run.key === inputs.key && run.run.recordedAt <= latest,
    )
    const ancestors = await store.ancestors(baseSha, ANCESTORS_READ)
    const { nearest } = nearestBaseline({ runs: usable, ancestors, configDigest: digest, refs })
    return { branch: inputs.baselineBranch, runs: ofBranch(usable, context), nearest }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    options.warnings.push(`The stored runs could not be read: ${error.message} ${error.remedy}`)
    return null
  }
}

/** The stored runs that results may be held against: those that were handed over in the same way. */
export const storedResults = (
  job: Job,
  config: Config,
  baseSha: string,
  options: { mayCache: boolean; warnings: string[] },
): Promise<Stored | null> => readStored(job, config, baseSha, { ...options, digest: resultsDigest() })
