import { join } from 'node:path'
import { openRevisions } from '../checkout/open-revisions.ts'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import type { Runtime } from '../gate/request.ts'
import type { Commit } from '../git/refs.ts'
import type { Repository } from '../git/repository.ts'
import type { Config } from '../model/config.ts'
import { type Check, type Found, skipped } from './check.ts'
import { type Rehearsal, rehearse } from './rehearsal.ts'
import { readWorkflows, type Workflows } from './workflow.ts'

/** Everything that checks look at. What could not be had is the error that says why. */
export interface Context {
  runtime: Runtime
  /** The directory that the config's paths are relative to. */
  project: string
  configFlag: string | undefined
  repository: Repository | UserError
  config: Config | UserError
  workflows: Workflows
  /** The commit that head would be compared with; null: head is the first commit. */
  base: () => Promise<Commit | null | UserError>
  /** Both sides checked out and prepared as a gate does, and the benchmarks of head listed. */
  rehearsal: () => Promise<Rehearsal | UserError>
}

export interface ContextOptions {
  runtime: Runtime
  project: string
  configFlag: string | undefined
}

/** What git may take where there is no config with a time limit. */
const GIT_LIMIT_MS = 5 * 60_000

export async function openContext({ runtime, project, configFlag }: ContextOptions): Promise<Context> {
  const config = await orError(loadConfig(project, configFlag))
  const ref = config instanceof UserError ? ({ kind: 'merge-base' } as const) : config.base.ref
  const revisions = await orError(
    openRevisions({
      project,
      base: ref,
      head: { kind: 'working-tree' },
      signal: runtime.signal,
      env: runtime.env,
      host: runtime.host,
      gitSettings: runtime.gitSettings ?? [],
      timeLimitMs: GIT_LIMIT_MS,
    }),
  )
  const repository = revisions instanceof UserError ? revisions : revisions.repository
  const base = once(async () => {
    if (revisions instanceof UserError) return revisions
    const found = await orError(revisions.base())
    return found instanceof UserError && found.code === 'first-commit' ? null : found
  })
  return {
    runtime,
    project,
    configFlag,
    repository,
    config,
    workflows: await readWorkflows(repository instanceof UserError ? project : repository.root),
    base,
    rehearsal: once(async () => {
      if (config instanceof UserError) return config
      const found = await base()
      const hasBase = found !== null && !(found instanceof UserError)
      return await orError(rehearse({ project, config, hasBase }, runtime))
    }),
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => (result ??= work())
}

async function orError<T>(work: Promise<T>): Promise<T | UserError> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

type Look = ReturnType<Check<Context>['look']>

/** A look that needs the config file. */
export const withConfig =
  (look: (context: Context, config: Config) => Look) =>
  (context: Context): Look =>
    context.config instanceof UserError
      ? skipped('the config file has to be right first')
      : look(context, context.config)

/** A look that needs the repository. */
export const withRepository =
  (look: (context: Context, repository: Repository) => Look) =>
  (context: Context): Look =>
    context.repository instanceof UserError
      ? skipped('the repository has to be right first')
      : look(context, context.repository)

/** A look that needs a workflow that uses Benchgate. */
export const withWorkflows =
  (look: (workflows: Workflows, context: Context) => Look) =>
  (context: Context): Look =>
    context.workflows.used.length === 0
      ? skipped('no workflow uses Benchgate')
      : look(context.workflows, context)

/** A file of the project as seen from the root of the repository. */
export const inRepository = ({ repository }: Context, file: string): string =>
  repository instanceof UserError ? file : join(repository.prefix, file).replaceAll('\\', '/')

/** What was found, or that all is well. */
export const orOk = (found: readonly Found[], whenNone: Found): readonly Found[] =>
  found.length === 0 ? [whenNone] : found
