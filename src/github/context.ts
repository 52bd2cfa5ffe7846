import { open } from 'node:fs/promises'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { branchOf } from '../git/ref-name.ts'

/** GitHub sends no event of more than 25 MB. */
const EVENT_LIMIT_BYTES = 25 * 1024 * 1024

const text = z.string().max(4096)
const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'is not the id of a commit')
const count = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const fullName = z
  .string()
  .max(256)
  .regex(/^[\w.-]+\/[\w.-]+$/, 'is not of the form owner/name')
const url = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .transform((address) => address.replace(/\/+$/, ''))

const environmentSchema = z.object({
  GITHUB_EVENT_NAME: text.min(1),
  GITHUB_REPOSITORY: fullName,
  GITHUB_SHA: sha,
  GITHUB_REF: text.default(''),
  GITHUB_ACTOR: text.default(''),
  GITHUB_RUN_ID: count,
  GITHUB_RUN_ATTEMPT: count.default(1),
  GITHUB_JOB: text.default(''),
  GITHUB_WORKFLOW: text.default(''),
  RUNNER_OS: text.default(''),
  RUNNER_ARCH: text.default(''),
  GITHUB_SERVER_URL: url.default('https://github.com'),
  GITHUB_API_URL: url.default('https://api.github.com'),
  GITHUB_GRAPHQL_URL: url.default('https://api.github.com/graphql'),
})

// A fork that was deleted is null.
const repositoryOfHead = z.object({ full_name: fullName }).nullish()

const pullSchema = z
  .object({
    number: count,
    state: z.enum(['open', 'closed']),
    user: z.object({ login: text }).nullish(),
    head: z.object({ sha, ref: text, repo: repositoryOfHead }),
    base: z.object({ sha, ref: text, repo: z.object({ full_name: fullName }) }),
  })
  .transform(({ number, state, user, head, base }) => ({
    number,
    state,
    author: user?.login ?? null,
    headSha: head.sha,
    headRef: head.ref,
    /** `owner/name`; null when the fork is gone. */
    headRepository: head.repo?.full_name ?? null,
    baseSha: base.sha,
    baseRef: base.ref,
    isFork: head.repo?.full_name !== base.repo.full_name,
  }))

const mergeGroupSchema = z
  .object({ base_sha: sha, base_ref: text })
  // A full ref: `refs/heads/main`.
  .transform((group) => ({ baseSha: group.base_sha, baseRef: group.base_ref }))

const workflowRunSchema = z
  .object({
    id: count,
    event: text,
    conclusion: text.nullish(),
    head_sha: sha,
    head_branch: text.nullish(),
    head_repository: repositoryOfHead,
  })
  .transform((run) => ({
    id: run.id,
    /** The event that had started it. */
    event: run.event,
    conclusion: run.conclusion ?? null,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? null,
    /** `owner/name`; null when the fork is gone. */
    headRepository: run.head_repository?.full_name ?? null,
  }))

/** The workflow run whose end started this one (`on: workflow_run`). */
export type SourceRun = z.output<typeof workflowRunSchema>

const eventSchema = z.object({
  action: text.nullish(),
  deleted: z.boolean().nullish(),
  repository: z.object({ default_branch: text.min(1) }).nullish(),
  pull_request: z.unknown().optional(),
  merge_group: z.unknown().optional(),
  workflow_run: z.unknown().optional(),
})

/** What the runner says about this job and its event. */
export type Context = ReturnType<typeof readContext>

const PULL_EVENTS = new Set(['pull_request', 'pull_request_target'])
const DEPENDABOT = 'dependabot[bot]'

/** The event that GITHUB_EVENT_PATH holds; UserError when it is missing, too large or no JSON. */
export async function readEvent(env: NodeJS.ProcessEnv): Promise<unknown> {
  const file = env['GITHUB_EVENT_PATH']
  if (!file) throw notARunner('GITHUB_EVENT_PATH is not set')
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      if (size > EVENT_LIMIT_BYTES) throw notARunner(`GITHUB_EVENT_PATH names a file of ${size} bytes`)
      return JSON.parse(await handle.readFile('utf8'))
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw notARunner(`GITHUB_EVENT_PATH cannot be read: ${(error as Error).message}`, error)
  }
}

/** What `env` and the event say; UserError that names the variable or field that is missing or unfit. */
export function readContext(env: NodeJS.ProcessEnv, event: unknown) {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [name, env[name] || undefined]),
  )
  const variables = parsed(environmentSchema, given, '')
  const payload = parsed(eventSchema, event, 'the event')
  const name = variables.GITHUB_EVENT_NAME
  const part = (field: 'pull_request' | 'merge_group' | 'workflow_run') => `the event's ${field}`
  const pull = PULL_EVENTS.has(name) ? parsed(pullSchema, payload.pull_request, part('pull_request')) : null
  const [owner, repositoryName] = variables.GITHUB_REPOSITORY.split('/') as [string, string]
  const branch = branchOf(variables.GITHUB_REF)

  return {
    event: name,
    /** What happened: `opened`, `closed`, `completed`... */
    action: payload.action ?? null,
    repository: {
      owner,
      name: repositoryName,
      fullName: variables.GITHUB_REPOSITORY,
      /**
       * Null where the event does not say. A schedule runs on the default branch only, and its event may say
       * nothing more.
       */
      defaultBranch: payload.repository?.default_branch ?? (name === 'schedule' ? branch : null),
    },
    sha: variables.GITHUB_SHA,
    /** A full ref: `refs/heads/main`, `refs/pull/7/merge`, `refs/tags/v1`. */
    ref: variables.GITHUB_REF,
    /** The branch that `ref` names, if it is one. */
    branch,
    /** True: started by Dependabot, whose token can only read. */
    isDependabot: variables.GITHUB_ACTOR === DEPENDABOT || pull?.author === DEPENDABOT,
    runId: variables.GITHUB_RUN_ID,
    runAttempt: variables.GITHUB_RUN_ATTEMPT,
    job: variables.GITHUB_JOB,
    workflow: variables.GITHUB_WORKFLOW,
    /** What the job runs on: `Linux X64`. */
    system: `${variables.RUNNER_OS} ${variables.RUNNER_ARCH}`.trim(),
    serverUrl: variables.GITHUB_SERVER_URL,
    apiUrl: variables.GITHUB_API_URL,
    graphqlUrl: variables.GITHUB_GRAPHQL_URL,
    runUrl: `${variables.GITHUB_SERVER_URL}/${variables.GITHUB_REPOSITORY}/actions/runs/${variables.GITHUB_RUN_ID}`,
    pull,
    mergeGroup:
      name === 'merge_group' ? parsed(mergeGroupSchema, payload.merge_group, part('merge_group')) : null,
    sourceRun:
      name === 'workflow_run' ? parsed(workflowRunSchema, payload.workflow_run, part('workflow_run')) : null,
    /** True: the push deleted its branch or tag. */
    deleted: payload.deleted === true,
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.slice(0, 5).map((issue) => {
    const path = [what, issue.path.join('.')].filter((part) => part !== '').join(', ')
    return `${path}: ${issue.message}`
  })
  throw notARunner(problems.join('; '))
}

const notARunner = (what: string, cause?: unknown): UserError =>
  new UserError(
    'usage',
    `The environment is not that of a GitHub Actions job: ${what}`,
    'Run this as a step of a workflow; elsewhere use the benchgate command.',
    { cause },
  )
