import { z } from 'zod'
import { UserError } from '../errors.ts'
import { tokenSettings } from '../git/variables.ts'
import { ApiError, nullIfMissing } from '../github/api-error.ts'
import { openCache } from '../github/cache.ts'
import { INPUTS } from '../github/inputs.ts'
import { askToPush, readApi, type ReadableRepository } from '../github/read-api.ts'
import { parsedAnswer } from '../github/request-failure.ts'
import { onBranch } from '../store/on-branch.ts'
import { Refused } from '../store/refused.ts'
import { findRemote } from '../store/remote.ts'
import { type Check, failure, type Found, ok, skipped, warning } from './check.ts'
import { type Context, withRepository, withWorkflows } from './context.ts'
import { isExpression, stepsOf, usesOf, type Workflows } from './workflow.ts'

/** For reading the newest run of the baseline branch. */
const BRANCH_LIMIT_MS = 30_000
const MAX_BRANCHES = 5

const GITHUB = { serverUrl: 'https://github.com', apiUrl: 'https://api.github.com' }

const tokenIn = (env: NodeJS.ProcessEnv): string => env['GITHUB_TOKEN'] || env['GH_TOKEN'] || ''

/** What can be asked of GitHub, or why nothing can. */
async function readable(context: Context): Promise<ReadableRepository | string> {
  const { env } = context.runtime
  const token = tokenIn(env)
  if (token === '') return 'neither GITHUB_TOKEN nor GH_TOKEN is set, so GitHub was not asked'
  const serverUrl = env['GITHUB_SERVER_URL'] || GITHUB.serverUrl
  const apiUrl =
    env['GITHUB_API_URL'] || (serverUrl === GITHUB.serverUrl ? GITHUB.apiUrl : `${serverUrl}/api/v3`)
  const fullName = env['GITHUB_REPOSITORY'] || (await nameOnServer(context, new URL(serverUrl).hostname))
  if (fullName === null || !/^[\w.-]+\/[\w.-]+$/.test(fullName))
    return `the remote is not a repository on ${new URL(serverUrl).hostname}`
  return { serverUrl, apiUrl, fullName, token }
}

/** `owner/name` of the remote; null where it is elsewhere. */
async function nameOnServer({ repository, project, runtime }: Context, host: string): Promise<string | null> {
  if (repository instanceof UserError || repository.remote === null) return null
  const { env, signal } = runtime
  const { url } = await findRemote({ project, remote: repository.remote, env, signal })
  const address = /^(?:\w+:\/\/)?(?:[^@/]*@)?([\w.-]+)(?::\d+(?=\/))?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/
  const [, server, name] = address.exec(url) ?? []
  return server === host ? name! : null
}

async function lookAtToken(context: Context): Promise<Found> {
  const repository = await readable(context)
  if (typeof repository === 'string') return skipped(repository)
  const { fullName } = repository
  try {
    // Every token that may see the repository may ask this.
    const { scopes } = await readApi(repository, `/rules/branches/${INPUTS['baseline-branch'].default}`)
    const rights = (await mayPush(repository)) ? 'and push to it' : 'but not push to it'
    return ok(`the token can read ${fullName} ${rights}${scopes ? ` · scopes ${scopes}` : ''}`)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.kind !== 'unauthorized' && error.kind !== 'not-found') return skipped(error.message)
    return failure(
      `GitHub does not accept the token for ${fullName}: ${error.message}`,
      'Set GITHUB_TOKEN to a valid token that can read the repository, or unset it.',
    )
  }
}

async function mayPush(repository: ReadableRepository): Promise<boolean> {
  try {
    await askToPush(repository)
    return true
  } catch (error) {
    const refusals = ['unauthorized', 'forbidden', 'not-found']
    if (error instanceof ApiError && refusals.includes(error.kind)) return false
    throw error
  }
}

/** The branches that steps of the workflows store runs on. */
function baselineBranches(workflows: Workflows): string[] {
  const named = stepsOf(workflows, 'action').map(({ inputs }) => inputs['baseline-branch'] || '')
  const given = named.map((name) =>
    name === '' || isExpression(name) ? INPUTS['baseline-branch'].default : name,
  )
  const branches = given.length === 0 ? [INPUTS['baseline-branch'].default] : given
  return [...new Set(branches)].slice(0, MAX_BRANCHES)
}

const records = (workflows: Workflows): boolean => usesOf(workflows).some(({ mode }) => mode === 'record')

const FIRST_PUSH = ' yet; the first push to the default branch creates it'
const NONE_STORED = ', and no workflow stores runs'

async function lookAtBranch(context: Context): Promise<readonly Found[]> {
  const { repository } = context
  if (repository instanceof UserError || repository.remote === null)
    return [skipped('there is no remote to keep the branch on')]
  const found: Found[] = []
  for (const branch of baselineBranches(context.workflows))
    found.push(await readBranch(context, repository.remote, branch))
  return found
}

async function readBranch(
  { project, runtime, workflows }: Context,
  remote: string,
  branch: string,
): Promise<Found> {
  const { env, host, clock } = runtime
  const token = env['GITHUB_ACTIONS'] === 'true' ? tokenIn(env) : ''
  const limit = AbortSignal.timeout(BRANCH_LIMIT_MS)
  try {
    const options = {
      project,
      remote,
      branch,
      env,
      host,
      clock,
      signal: AbortSignal.any([runtime.signal, limit]),
      onProgress: (text: string) => runtime.onProgress({ kind: 'preparing', text }),
      settings: token === '' ? [] : tokenSettings(env['GITHUB_SERVER_URL'] || GITHUB.serverUrl, token),
    }
    const { tip, runs, warnings } = await onBranch(options, (store) => store.read(1))
    if (warnings.length > 0)
      return warning(warnings[0]!, `Check the branch ${branch}, and who can write to it.`)
    if (tip === null)
      return ok(`${branch} is not on ${remote}${records(workflows) ? FIRST_PUSH : NONE_STORED}`)
    const [newest] = runs
    return newest === undefined
      ? ok(`${branch} is on ${remote}, and holds no run yet`)
      : ok(`${branch} is on ${remote}; its newest run is of ${newest.run.commit.sha.slice(0, 7)}`)
  } catch (error) {
    if (limit.aborted && !runtime.signal.aborted)
      return skipped(`${remote} did not answer within ${BRANCH_LIMIT_MS / 1000} s`)
    if (!(error instanceof UserError)) throw error
    // Without a network everything else can be looked at all the same.
    if (error.cause instanceof Refused && error.cause.kind === 'unreachable') return skipped(error.message)
    return warning(error.message, error.remedy)
  }
}

/** Rules that forbid a plain push of a new commit, as they are called in a repository's settings. */
const FORBIDDING: Readonly<Record<string, string>> = {
  update: 'Restrict updates',
  pull_request: 'Require a pull request before merging',
  required_status_checks: 'Require status checks to pass',
  merge_queue: 'Require merge queue',
  required_deployments: 'Require deployments to succeed',
  workflows: 'Require workflows to pass before merging',
  code_scanning: 'Require code scanning results',
}
/** Rules that only a branch that is there already gets past. */
const FORBIDDING_CREATION: Readonly<Record<string, string>> = {
  creation: 'Restrict creations',
  // On a branch that is there, GitHub itself signs what is added through its API.
  required_signatures: 'Require signed commits',
}

const rulesSchema = z.array(z.object({ type: z.string().max(100) })).max(1000)
const branchSchema = z.object({ protected: z.boolean() })

async function lookAtRules(workflows: Workflows, context: Context): Promise<readonly Found[]> {
  if (!records(workflows)) return [skipped('no workflow stores runs')]
  const repository = await readable(context)
  if (typeof repository === 'string') return [skipped(repository)]
  const found: Found[] = []
  for (const branch of baselineBranches(workflows)) {
    try {
      found.push(await rulesOf(repository, branch))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      found.push(skipped(error.message))
    }
  }
  return found
}

async function rulesOf(repository: ReadableRepository, branch: string): Promise<Found> {
  const name = encodeURIComponent(branch)
  const answer = await readApi(repository, `/rules/branches/${name}`)
  const rules = parsedAnswer(rulesSchema, answer.data, `the rules of ${branch}`)
  const known = await nullIfMissing(readApi(repository, `/branches/${name}`))
  const forbidding = known === null ? { ...FORBIDDING, ...FORBIDDING_CREATION } : FORBIDDING
  const names = [...new Set(rules.map(({ type }) => forbidding[type]).filter((rule) => rule !== undefined))]
  if (names.length > 0)
    return failure(
      `a rule protects the branch \`${branch}\`, so no run can be stored: ${names.join(', ')}`,
      `Exclude \`${branch}\` from the rule (Settings, Rules). Rules against deletion and force pushes can stay.`,
    )
  const isProtected =
    known !== null && parsedAnswer(branchSchema, known.data, `the branch ${branch}`).protected
  if (isProtected && rules.length === 0)
    return warning(
      `the branch \`${branch}\` is protected, and this token cannot see whether it accepts pushes`,
      'Check its protection (Settings, Branches): it may forbid deletion and force pushes, but not require pull requests or checks.',
    )
  return ok(
    rules.length === 0 ? `no rule forbids pushes to ${branch}` : `its rules allow pushes to ${branch}`,
  )
}

function lookAtCache({ runtime: { env } }: Context): Found {
  if (env['GITHUB_ACTIONS'] !== 'true') return skipped('only jobs of GitHub Actions have one')
  return openCache({ env, onNotice: () => {} }) === null
    ? skipped('only actions can use it, not a step with `run:`')
    : ok('available')
}

export const GITHUB_CHECKS: readonly Check<Context>[] = [
  { id: 'token', title: 'token', look: lookAtToken },
  { id: 'baseline-branch', title: 'baseline branch', look: withRepository(lookAtBranch) },
  { id: 'branch-rules', title: 'branch rules', look: withWorkflows(lookAtRules) },
  { id: 'cache', title: 'cache', look: lookAtCache },
]
