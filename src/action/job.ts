import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import * as core from '@actions/core'
import { onInterrupt } from '../cli/interrupt.ts'
import { progressWords } from '../cli/progress.ts'
import { UserError } from '../errors.ts'
import { problemInProject } from '../files/project-path.ts'
import type { ProgressReport, Runtime } from '../gate/request.ts'
import { credentialsOf, tokenSettings } from '../git/variables.ts'
import { type Cache, openCache } from '../github/cache.ts'
import { type Client, openClient } from '../github/client.ts'
import { type Context, readContext, readEvent } from '../github/context.ts'
import { RunnerFiles } from '../github/runner-files.ts'
import { readHost } from '../github/runner-host.ts'
import { type Inputs, readInputs } from '../github/inputs.ts'
import { forLog } from '../report/text/for-log.ts'
import { nodeOnPath } from '../measure/node-on-path.ts'

/** Where the built files lie that the action needs beside its own code. */
export interface Installation {
  workerFile: string
  dashboardPage: string
}

/**
 * One step as it was started: what was asked for, what happened in the repository, and the ways out of the
 * process.
 */
export interface Job {
  inputs: Inputs
  context: Context
  env: NodeJS.ProcessEnv
  runnerFiles: RunnerFiles
  signal: AbortSignal
  /** GITHUB_WORKSPACE. */
  workspace: string
  /** Absolute path of the project. */
  project: string
  /** The project's path in the repository, '' for its root. */
  prefix: string
  configPath: string | undefined
  /**
   * A directory of this job for everything that outlives a step: reports, the mirror of the baseline branch.
   */
  temporary: string
  /** File of the dashboard's page. */
  dashboardPage: string
  runtime: Runtime
  /** Opened when it is first needed. */
  client: () => Client
  /**
   * The cache of the repository's workflows; null where there is none. A job that publishes for forks must
   * not ask for it.
   */
  cache: () => Cache | null
}

/** Reads what the runner hands over. Throws a UserError for what is wrong with it. */
export async function openJob(
  { workerFile, dashboardPage }: Installation,
  env: NodeJS.ProcessEnv,
): Promise<Job> {
  const runnerFiles = await RunnerFiles.note(env)
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? process.cwd())
  const context = readContext(env, await readEvent(env))
  const inputs = readInputs(core.getInput, { workspace, defaultBranch: context.repository.defaultBranch })
  const { githubToken: token } = inputs
  if (token !== null) {
    core.setSecret(token)
    core.setSecret(credentialsOf(token))
  }
  const project = resolve(workspace, inputs.workingDirectory)
  await refuseForeign(workspace, project, inputs.workingDirectory)
  const temporary = join(env['RUNNER_TEMP'] || tmpdir(), 'benchgate')
  await mkdir(temporary, { recursive: true })
  const { signal, atOnce } = onInterrupt()
  let client: Client | null = null
  let cache: Cache | null | undefined
  return {
    inputs,
    context,
    env,
    runnerFiles,
    signal,
    workspace,
    project,
    prefix: relative(workspace, project),
    configPath: inputs.config ?? undefined,
    temporary,
    dashboardPage,
    runtime: {
      workerFile,
      env,
      host: readHost(env),
      clock: () => new Date(),
      signal,
      onProgress: progressLog(),
      onCheckouts: atOnce,
      gitSettings: token === null ? [] : tokenSettings(context.serverUrl, token),
    },
    client: () =>
      (client ??= openClient({
        token: needed(token),
        context,
        onNotice: (text) => core.info(forLog(text)),
      })),
    cache: () =>
      cache === undefined
        ? (cache = openCache({ env, signal, onNotice: (text) => core.info(forLog(text)) }))
        : cache,
  }
}

async function refuseForeign(workspace: string, project: string, given: string): Promise<void> {
  const problem = await problemInProject(workspace, project, 'the workspace')
  if (problem === null) return
  throw new UserError(
    'usage',
    `An input is wrong: working-directory: ${JSON.stringify(given)} ${problem}`,
    'Name a folder of the checkout.',
    { topic: 'input' },
  )
}

function needed(token: string | null): string {
  if (token !== null) return token
  throw new UserError(
    'usage',
    'The input github-token is empty',
    'Leave it out, or give it a token that can read this repository.',
  )
}

/** What measuring needs beside the job: the project's own Node, and the cache of installed dependencies. */
export async function measuringRuntime({ env, runtime, cache }: Job): Promise<Runtime> {
  const node = await nodeOnPath(env)
  if (node === null)
    core.info(
      `no Node of 22.18 or newer is on PATH: measuring with ${process.version}, which the runner brought`,
    )
  const kept = cache()
  const dependencyCache = kept && {
    directory: kept.place('modules'),
    restore: async (key: string, directory: string) =>
      (await kept.restore(directory, { key, prefixes: [] })) !== null,
    save: async (key: string, directory: string) => void (await kept.save(directory, key)),
  }
  return { ...runtime, dependencyCache, ...(node !== null && { node }) }
}

/** A log of stages: one line when a stage begins, since a log cannot be redrawn. */
function progressLog(): (progress: ProgressReport) => void {
  let last = ''
  return (progress) => {
    const line = progressWords(progress)
    if (line !== last) core.info(forLog(line))
    last = line
  }
}
