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
const url = z.url({ protocol: /^https?$/ }).max(2048)

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
  GITHUB_SERVER_URL: url.default('https://github.com'),
  GITHUB_API_URL: url.default('https://api.github.com'),
  GITHUB_GRAPHQL_URL: url.default('https://api.github.com/graphql'),
})

// A fork that was deleted is null.
const repositoryOfHead = z.object({ full_name: fullName }).nullish()

const pullSchema = z.object({
  number: count,
  state: z.enum(['open', 'closed']),
  draft: z.boolean().default(false),
  user: z.object({ login: text }).nullish(),
  head: z.object({ sha, ref: text, repo: repositoryOfHead }),
  base: z.object({ sha, ref: text, repo: z.object({ full_name: fullName }) }),
})

const mergeGroupSchema = z.object({ head_sha: sha, head_ref: text, base_sha: sha, base_ref: text })

const workflowRunSchema = z.object({
  id: count,
  event: text,
  conclusion: text.nullish(),
  head_sha: sha,
  head_branch: text.nullish(),
  head_repository: repositoryOfHead,
  artifacts_url: url,
  pull_requests: z
    .array(z.object({ number: count }))
    .max(1000)
    .nullish(),
})

const eventSchema = z.object({
  action: text.nullish(),
  deleted: z.boolean().nullish(),
  repository: z.object({ default_branch: text.min(1), private: z.boolean() }).nullish(),
  pull_request: z.unknown().optional(),
  merge_group: z.unknown().optional(),
  workflow_run: z.unknown().optional(),
  inputs: z.record(z.string().max(256), z.unknown()).nullish(),
})

interface PullContext {
  number: number
  state: 'open' | 'closed'
  draft: boolean
  headSha: string
  headRef: string
  /** `owner/name`; null when the fork is gone. */
  headRepository: string | null
  baseSha: string
  baseRef: string
  isFork: boolean
}

interface MergeGroupContext {
  headSha: string
  headRef: string
  baseSha: string
  /** A full ref: `refs/heads/main`. */
  baseRef: string
}

/** The workflow run whose end started this one (`on: workflow_run`). */
export interface SourceRun {
  id: number
  /** The event that had started it. */
  event: string
  conclusion: string | null
  headSha: string
  headBranch: string | null
  /** `owner/name`; null when the fork is gone. */
  headRepository: string | null
  artifactsUrl: string
  /** Empty for pull requests from forks. */
  pullNumbers: number[]
}

/** What the runner says about this job and its event. */
export interface Context {
  event: string
  /** What happened: `opened`, `closed`, `completed`... */
  action: string | null
  repository: {
    owner: string
    name: string
    fullName: string
    /** Null where the event does not say. */
    defaultBranch: string | null
    private: boolean | null
  }
  sha: string
  /** A full ref: `refs/heads/main`, `refs/pull/7/merge`, `refs/tags/v1`. */
  ref: string
  /** The branch that `ref` names, if it is one. */
  branch: string | null
  actor: string
  /** True: started by Dependabot, whose token can only read. */
  isDependabot: boolean
  runId: number
  runAttempt: number
  job: string
  workflow: string
  serverUrl: string
  apiUrl: string
  graphqlUrl: string
  runUrl: string
  pull: PullContext | null
  mergeGroup: MergeGroupContext | null
  sourceRun: SourceRun | null
  /** The inputs of a workflow_dispatch, as text. */
  dispatchInputs: Record<string, string>
  /** True: the push deleted its branch or tag. */
  deleted: boolean
}

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
export function readContext(env: NodeJS.ProcessEnv, event: unknown): Context {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [name, env[name] || undefined]),
  )
  const variables = parsed(environmentSchema, given, '')
  const payload = parsed(eventSchema, event, 'the event')
  const name = variables.GITHUB_EVENT_NAME
  const part = (field: 'pull_request' | 'merge_group' | 'workflow_run') => `the event's ${field}`
  const pull = PULL_EVENTS.has(name) ? parsed(pullSchema, payload.pull_request, part('pull_request')) : null
  const group =
    name === 'merge_group' ? parsed(mergeGroupSchema, payload.merge_group, part('merge_group')) : null
  const run =
    name === 'workflow_run' ? parsed(workflowRunSchema, payload.workflow_run, part('workflow_run')) : null
  const [owner, repositoryName] = variables.GITHUB_REPOSITORY.split('/') as [string, string]
  const branch = branchOf(variables.GITHUB_REF)

  return {
    event: name,
    action: payload.action ?? null,
    repository: {
      owner,
      name: repositoryName,
      fullName: variables.GITHUB_REPOSITORY,
      // A schedule runs on the default branch only, and its event may say nothing more.
      defaultBranch: payload.repository?.default_branch ?? (name === 'schedule' ? branch : null),
      private: payload.repository?.private ?? null,
    },
    sha: variables.GITHUB_SHA,
    ref: variables.GITHUB_REF,
    branch,
    actor: variables.GITHUB_ACTOR,
    isDependabot: variables.GITHUB_ACTOR === DEPENDABOT || pull?.user?.login === DEPENDABOT,
    runId: variables.GITHUB_RUN_ID,
    runAttempt: variables.GITHUB_RUN_ATTEMPT,
    job: variables.GITHUB_JOB,
    workflow: variables.GITHUB_WORKFLOW,
    serverUrl: withoutSlash(variables.GITHUB_SERVER_URL),
    apiUrl: withoutSlash(variables.GITHUB_API_URL),
    graphqlUrl: withoutSlash(variables.GITHUB_GRAPHQL_URL),
    runUrl: `${withoutSlash(variables.GITHUB_SERVER_URL)}/${variables.GITHUB_REPOSITORY}/actions/runs/${variables.GITHUB_RUN_ID}`,
    pull: pull && pullContext(pull),
    mergeGroup: group && {
      headSha: group.head_sha,
      headRef: group.head_ref,
      baseSha: group.base_sha,
      baseRef: group.base_ref,
    },
    sourceRun: run && {
      id: run.id,
      event: run.event,
      conclusion: run.conclusion ?? null,
      headSha: run.head_sha,
      headBranch: run.head_branch ?? null,
      headRepository: run.head_repository?.full_name ?? null,
      artifactsUrl: run.artifacts_url,
      pullNumbers: (run.pull_requests ?? []).map((pull) => pull.number),
    },
    dispatchInputs: name === 'workflow_dispatch' ? asText(payload.inputs ?? {}) : {},
    deleted: payload.deleted === true,
  }
}

function pullContext(pull: z.infer<typeof pullSchema>): PullContext {
  const headRepository = pull.head.repo?.full_name ?? null
  return {
    number: pull.number,
    state: pull.state,
    draft: pull.draft,
    headSha: pull.head.sha,
    headRef: pull.head.ref,
    headRepository,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    isFork: headRepository !== pull.base.repo.full_name,
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

const asText = (inputs: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputs)
      .slice(0, 100)
      .map(([name, value]) => [name, typeof value === 'string' ? value : String(value ?? '')]),
  )

const withoutSlash = (address: string): string => address.replace(/\/+$/, '')

const notARunner = (what: string, cause?: unknown): UserError =>
  new UserError(
    'usage',
    `The environment is not that of a GitHub Actions job: ${what}`,
    'Run this as a step of a workflow; elsewhere use the benchgate command.',
    { cause },
  )
