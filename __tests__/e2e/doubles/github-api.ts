import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseQuery, type Resolver, select } from './graphql.ts'
import { answerProblem, exampleOf, matchRequest, type MatchedRequest, requestProblems } from './openapi.ts'

/** Who a token belongs to and what it may do, as `permissions:` of a job spells it. */
export interface Identity {
  login: string
  type: 'Bot' | 'User'
  permissions: Partial<
    Record<'actions' | 'checks' | 'contents' | 'issues' | 'pull-requests', 'read' | 'write'>
  >
}

export interface Comment {
  id: number
  pull: number
  author: string
  authorType: 'Bot' | 'User'
  body: string
  updatedAt: string
}

export interface Issue {
  number: number
  state: 'open' | 'closed'
  stateReason: string | null
  title: string
  body: string
  author: string
  authorType: 'Bot' | 'User'
  updatedAt: string
  /** A pull request, which GitHub lists among the issues. */
  isPull?: boolean
}

export interface Pull {
  number: number
  state: 'open' | 'closed'
  head: { sha: string; ref: string; repository: string }
  base: { sha: string; ref: string }
  /** What it adds or edits, by path; none where absent. */
  files?: readonly string[]
  /** Those of `files` that base does not have. */
  added?: readonly string[]
}

export interface CheckRun {
  id: number
  appId: number
  name: string
  headSha: string
  externalId: string | null
  conclusion: string
  output: { title: string; summary: string }
  annotations: Record<string, unknown>[]
}

export interface Artifact {
  runId: number
  name: string
  archive: Uint8Array
  expired?: boolean
  /** What GitHub says about its size; left out: the truth. */
  announcedBytes?: number
}

/** A branch that `createCommitOnBranch` can write to: its commits, the newest last, and what each added. */
export interface Branch {
  commits: { sha: string; message: string; path: string; content: string }[]
}

export interface ApiRequest {
  /** GitHub's name of the operation; `graphql`, `git` and `blob` for what is outside of its description. */
  operation: string
  method: string
  path: string
  query: Record<string, string>
  body: unknown
  token: string | null
}

export type Answer =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
  /** The connection breaks before anything was done, or after it. */
  | { kind: 'reset'; carriedOut?: boolean }
  /** Carried out, but the answer is one of a proxy. */
  | { kind: 'failure after'; status: number }
  /** The answer starts and never ends. */
  | { kind: 'slow' }
  | { kind: 'html'; status?: number }
  | { kind: 'truncated' }
  /** Answers of any length. */
  | { kind: 'flood'; bytes: number }
  /** Something happens first; then all goes on as usual. */
  | { kind: 'meanwhile'; happens: () => void }

export interface Fault {
  when: string | ((request: ApiRequest) => boolean)
  /** Once by default. */
  times?: number
  answer: Answer
}

type Handled = { status: number; body?: unknown; headers?: Record<string, string> }

/** What a job's own token may do when nobody says otherwise, and what it may do for a fork. */
export const WRITE_TOKEN: Identity['permissions'] = {
  actions: 'read',
  checks: 'write',
  contents: 'write',
  'pull-requests': 'write',
}
export const READ_TOKEN: Identity['permissions'] = {
  actions: 'read',
  checks: 'read',
  contents: 'read',
  'pull-requests': 'read',
}
export const ACTIONS_BOT = { login: 'github-actions[bot]', type: 'Bot' } as const

/** Any one of the alternatives is enough. */
const NEEDED: Record<string, [keyof Identity['permissions'], 'read' | 'write'][]> = {
  'actions/download-artifact': [['actions', 'read']],
  'actions/list-workflow-run-artifacts': [['actions', 'read']],
  'checks/create': [['checks', 'write']],
  'checks/update': [['checks', 'write']],
  'checks/list-for-ref': [['checks', 'read']],
  'issues/create': [['issues', 'write']],
  'issues/update': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/list-for-repo': [
    ['issues', 'read'],
    ['pull-requests', 'read'],
  ],
  'issues/create-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/update-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/delete-comment': [
    ['issues', 'write'],
    ['pull-requests', 'write'],
  ],
  'issues/list-comments': [
    ['issues', 'read'],
    ['pull-requests', 'read'],
  ],
  'pulls/list': [['pull-requests', 'read']],
  'pulls/list-files': [['pull-requests', 'read']],
  'repos/compare-commits-with-basehead': [['contents', 'read']],
  'repos/get-content': [['contents', 'read']],
  'repos/get-branch': [['contents', 'read']],
}
/** What every token that sees the repository may do. */
const FREE = new Set(['repos/get-branch-rules'])

const BODY_LIMIT_CHARACTERS = 65_536
/** The app that every token here belongs to. */
const OWN_APP = 1

/**
 * GitHub for one repository, in memory, on a loopback port: REST held against GitHub's own description, the two GraphQL
 * operations, the address that git asks before a push, and the storage behind artifacts. What was asked or answered against the
 * description stands in `violations`.
 */
export class GitHubApi {
  readonly owner = 'octo'
  readonly name = 'project'
  readonly tokens = new Map<string, Identity>()
  readonly pulls: Pull[] = []
  comments: Comment[] = []
  readonly issues: Issue[] = []
  /** Whether the repository has issues at all. */
  hasIssues = true
  readonly checkRuns: CheckRun[] = []
  readonly artifacts: Artifact[] = []
  readonly branches = new Map<string, Branch>()
  /** Texts by `sha:path`; null: something that is no file. */
  readonly files = new Map<string, string | null>()
  /** Types of the rules of a ruleset that apply to a branch, by its name. */
  readonly rules = new Map<string, string[]>()
  /** Names of branches with the older kind of protection. */
  readonly protectedBranches = new Set<string>()
  /** Merge bases by `base...head`. */
  readonly mergeBases = new Map<string, string>()
  readonly violations: string[] = []
  readonly requests: ApiRequest[] = []
  readonly #faults: Fault[] = []
  readonly #server: Server
  #lastId = 1000

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: Error) => {
        this.violations.push(`the double itself: ${error.stack}`)
        response.destroy()
      })
    })
  }

  static async start(): Promise<GitHubApi> {
    const api = new GitHubApi()
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve))
    return api
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The variables by which an action finds it. */
  get environment(): Record<string, string> {
    return {
      GITHUB_SERVER_URL: this.url,
      GITHUB_API_URL: this.url,
      GITHUB_GRAPHQL_URL: `${this.url}/graphql`,
      GITHUB_REPOSITORY: `${this.owner}/${this.name}`,
    }
  }

  /** The next requests that match get this answer. Faults are used up in the order in which they were added. */
  fault(fault: Fault): void {
    this.#faults.push({ times: 1, ...fault })
  }

  /** A check run that stands there already, by whatever app. */
  addCheckRun(run: Omit<CheckRun, 'id' | 'appId' | 'annotations'> & { appId?: number }): CheckRun {
    const added: CheckRun = { id: this.#nextId(), appId: OWN_APP, annotations: [], ...run }
    this.checkRuns.push(added)
    return added
  }

  addComment(comment: { pull: number; author: string; body: string; updatedAt?: string }): Comment {
    const added: Comment = {
      id: this.#nextId(),
      authorType: comment.author.endsWith('[bot]') ? 'Bot' : 'User',
      updatedAt: now(),
      ...comment,
    }
    this.comments.push(added)
    return added
  }

  /** An issue that stands there already, by whomever. */
  addIssue(issue: Pick<Issue, 'author' | 'title' | 'body'> & Partial<Issue>): Issue {
    const added: Issue = {
      number: this.issues.length + 1,
      state: 'open',
      stateReason: null,
      authorType: issue.author.endsWith('[bot]') ? 'Bot' : 'User',
      updatedAt: now(),
      ...issue,
    }
    this.issues.push(added)
    return added
  }

  /** The requests of one operation. */
  requestsOf(operation: string): ApiRequest[] {
    return this.requests.filter((request) => request.operation === operation)
  }

  #nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const address = new URL(incoming.url ?? '/', this.url)
    const method = incoming.method ?? 'GET'
    const text = Buffer.concat(chunks).toString()
    const token = tokenOf(incoming)
    const matched = matchRequest(method, address)
    const request: ApiRequest = {
      operation: matched?.operation ?? operationOutside(address),
      method,
      path: decodeURIComponent(address.pathname),
      query: Object.fromEntries(address.searchParams),
      body: text === '' ? undefined : parsedOrText(text),
      token,
    }
    this.requests.push(request)

    const fault = this.#takeFault(request)
    if (fault?.kind === 'meanwhile') fault.happens()
    else if (fault !== null && !isCarriedOut(fault)) return send(response, fault)
    const handled = this.#handle(request, matched, incoming)
    if (fault !== null && fault.kind !== 'meanwhile') return send(response, fault, handled)
    write(response, handled)
  }

  #takeFault(request: ApiRequest): Answer | null {
    const fault = this.#faults.find(
      ({ when, times }) =>
        times! > 0 && (typeof when === 'string' ? when === request.operation : when(request)),
    )
    if (fault === undefined) return null
    fault.times! -= 1
    return fault.answer
  }

  #handle(request: ApiRequest, matched: MatchedRequest | null, incoming: IncomingMessage): Handled {
    if (request.operation === 'blob') return this.#blob(request, incoming)
    const identity = request.token === null ? undefined : this.tokens.get(request.token)
    if (request.operation === 'git') return gitAnswer(identity)
    if (identity === undefined) {
      return { status: 401, body: { message: 'Bad credentials', documentation_url: DOCS, status: '401' } }
    }
    if (request.operation === 'graphql') return this.#graphql(request, identity)
    if (matched === null) {
      this.violations.push(`${request.method} ${request.path} is no operation that is described`)
      return notFound()
    }
    const problems = requestProblems(matched, request.body)
    this.violations.push(...problems.map((problem) => `${matched.operation}: ${problem}`))
    if (problems.length > 0) return invalid(problems.join('; '))
    if (matched.path['owner'] !== this.owner || matched.path['repo'] !== this.name) return notFound()
    const denied = denial(matched.operation, identity)
    if (denied !== null) return denied
    const handled = this.#operations[matched.operation]!(matched, request.body as never, identity)
    const problem = answerProblem(matched.operation, handled.status, handled.body)
    if (problem !== null)
      this.violations.push(`${matched.operation}: own answer ${handled.status}: ${problem}`)
    return handled
  }

  readonly #operations: Record<
    string,
    (request: MatchedRequest, body: Record<string, any>, identity: Identity) => Handled // oxlint-disable-line typescript/no-explicit-any -- checked against the description before
  > = {
    'issues/list-comments': ({ path, query }) => {
      const since = query['since'] ?? ''
      const all = this.comments
        .filter(
          (comment) =>
            comment.pull === Number(path['issue_number']) && comment.updatedAt >= since.slice(0, 19),
        )
        .sort((a, b) => a.id - b.id)
      const { items, headers } = this.#page(
        all,
        query,
        `/repos/${this.owner}/${this.name}/issues/${path['issue_number']}/comments`,
      )
      return { status: 200, body: items.map((comment) => this.#commentBody(comment)), headers }
    },
    'issues/create-comment': ({ path }, { body }, identity) => {
      const problem = bodyProblem(body)
      if (problem !== null) return problem
      const comment = this.addComment({ pull: Number(path['issue_number']), author: identity.login, body })
      comment.authorType = identity.type
      return { status: 201, body: this.#commentBody(comment) }
    },
    'issues/update-comment': ({ path }, { body }) => {
      const comment = this.comments.find(({ id }) => id === Number(path['comment_id']))
      if (comment === undefined) return notFound()
      const problem = bodyProblem(body)
      if (problem !== null) return problem
      comment.body = body
      comment.updatedAt = now()
      return { status: 200, body: this.#commentBody(comment) }
    },
    'issues/delete-comment': ({ path }) => {
      const index = this.comments.findIndex(({ id }) => id === Number(path['comment_id']))
      if (index < 0) return notFound()
      this.comments.splice(index, 1)
      return { status: 204 }
    },
    'issues/list-for-repo': ({ query }) => {
      const since = query['since'] ?? ''
      const state = query['state'] ?? 'open'
      const all = this.issues.filter(
        (issue) => (state === 'all' || issue.state === state) && issue.updatedAt >= since.slice(0, 19),
      )
      const { items, headers } = this.#page(
        query['direction'] === 'asc' ? all : all.toReversed(),
        query,
        `/repos/${this.owner}/${this.name}/issues`,
      )
      return { status: 200, body: items.map((issue) => this.#issueBody(issue)), headers }
    },
    'issues/create': (_request, { title, body }, identity) => {
      if (!this.hasIssues) return issuesDisabled()
      const problem = bodyProblem(body)
      if (problem !== null) return problem
      const issue = this.addIssue({ title, body, author: identity.login, authorType: identity.type })
      return { status: 201, body: this.#issueBody(issue) }
    },
    'issues/update': ({ path }, { body, state, state_reason }) => {
      if (!this.hasIssues) return issuesDisabled()
      const issue = this.issues.find(({ number }) => number === Number(path['issue_number']))
      if (issue === undefined) return notFound()
      const problem = body === undefined ? null : bodyProblem(body)
      if (problem !== null) return problem
      issue.body = body ?? issue.body
      issue.state = state ?? issue.state
      issue.stateReason = state_reason ?? issue.stateReason
      issue.updatedAt = now()
      return { status: 200, body: this.#issueBody(issue) }
    },
    'checks/create': (_request, body) => {
      const run = this.addCheckRun({
        name: body['name'],
        headSha: body['head_sha'],
        externalId: body['external_id'] ?? null,
        conclusion: body['conclusion'],
        output: { title: body['output'].title, summary: body['output'].summary },
      })
      run.annotations.push(...(body['output'].annotations ?? []))
      return { status: 201, body: this.#checkRunBody(run) }
    },
    'checks/update': ({ path }, body) => {
      const run = this.checkRuns.find(({ id }) => id === Number(path['check_run_id']))
      if (run === undefined) return notFound()
      run.conclusion = body['conclusion'] ?? run.conclusion
      const {
        title = run.output.title,
        summary = run.output.summary,
        annotations = [],
      } = body['output'] ?? {}
      run.output = { title, summary }
      run.annotations.push(...annotations)
      return { status: 200, body: this.#checkRunBody(run) }
    },
    'checks/list-for-ref': ({ path, query }) => {
      const named = this.checkRuns.filter(
        (run) => run.headSha === path['ref'] && (query['check_name'] ?? run.name) === run.name,
      )
      const newest = new Map(named.map((run) => [`${run.appId} ${run.name}`, run]))
      const runs = query['filter'] === 'all' ? named : [...newest.values()]
      const address = `/repos/${this.owner}/${this.name}/commits/${path['ref']}/check-runs`
      const { items, headers } = this.#page(runs, query, address)
      return {
        status: 200,
        body: { total_count: runs.length, check_runs: items.map((run) => this.#checkRunBody(run)) },
        headers,
      }
    },
    'pulls/list': ({ query }) => {
      const pulls = this.pulls.filter((pull) => {
        const label = `${pull.head.repository.split('/')[0]}:${pull.head.ref}`
        const state = query['state'] ?? 'open'
        return (state === 'all' || state === pull.state) && (query['head'] ?? label) === label
      })
      return { status: 200, body: pulls.map((pull) => this.#pullBody(pull)) }
    },
    'pulls/list-files': ({ path, query }) => {
      const number = Number(path['pull_number'])
      const [example] = exampleOf('pulls/list-files') as unknown as [Record<string, unknown>]
      const { files = [], added = [] } = this.pulls.find((pull) => pull.number === number) ?? {}
      const address = `/repos/${this.owner}/${this.name}/pulls/${number}/files`
      const { items, headers } = this.#page(files, query, address)
      return {
        status: 200,
        body: items.map((filename) => ({
          ...example,
          filename,
          status: added.includes(filename) ? 'added' : 'modified',
        })),
        headers,
      }
    },
    'repos/get-content': ({ path, query }) => {
      const name = path['path']!
      const text = this.files.get(`${query['ref']}:${name}`)
      if (text === undefined) return notFound()
      if (text === null) return { status: 200, body: [] }
      const size = Buffer.byteLength(text)
      // GitHub sends no content along beyond a megabyte.
      const inline = size <= 1024 * 1024
      const content = inline
        ? Buffer.from(text)
            .toString('base64')
            .replace(/.{1,60}/g, '$&\n')
        : ''
      const example = exampleOf('repos/get-content')
      return {
        status: 200,
        body: {
          ...example,
          path: name,
          name: name.split('/').at(-1),
          size,
          content,
          encoding: inline ? 'base64' : 'none',
        },
      }
    },
    'repos/get-branch-rules': ({ path }) => ({
      status: 200,
      body: (this.rules.get(path['branch']!) ?? []).map((type) => ({
        type,
        ruleset_source_type: 'Repository',
        ruleset_source: `${this.owner}/${this.name}`,
        ruleset_id: 42,
      })),
    }),
    'repos/get-branch': ({ path }) => {
      const name = path['branch']!
      const isProtected = this.protectedBranches.has(name)
      if (!isProtected && !this.branches.has(name)) return notFound()
      return { status: 200, body: { ...exampleOf('repos/get-branch'), name, protected: isProtected } }
    },
    'repos/compare-commits-with-basehead': ({ path }) => {
      const sha = this.mergeBases.get(path['basehead']!)
      if (sha === undefined) return notFound()
      const example = exampleOf('repos/compare-commits-with-basehead')
      const commit = example['merge_base_commit'] as Record<string, unknown>
      return { status: 200, body: { ...example, merge_base_commit: { ...commit, sha } } }
    },
    'actions/list-workflow-run-artifacts': ({ path, query }) => {
      const [example] = exampleOf('actions/list-workflow-run-artifacts')['artifacts'] as [
        Record<string, unknown>,
      ]
      const artifacts = this.artifacts
        .map((artifact, index) => ({ artifact, id: index + 1 }))
        .filter(
          ({ artifact }) =>
            artifact.runId === Number(path['run_id']) && (query['name'] ?? artifact.name) === artifact.name,
        )
        .map(({ artifact, id }) => ({
          ...example,
          id,
          name: artifact.name,
          size_in_bytes: artifact.announcedBytes ?? artifact.archive.length,
          expired: artifact.expired ?? false,
        }))
      return { status: 200, body: { total_count: artifacts.length, artifacts } }
    },
    'actions/download-artifact': ({ path }) => {
      const artifact = this.artifacts[Number(path['artifact_id']) - 1]
      if (artifact === undefined || artifact.expired) {
        return {
          status: 410,
          body: { message: 'Artifact has expired', documentation_url: DOCS, status: '410' },
        }
      }
      return { status: 302, headers: { location: `${this.url}/blob/${path['artifact_id']}?sig=signed` } }
    },
  }

  #page<T>(all: readonly T[], query: Record<string, string>, path: string) {
    const size = Math.min(100, Number(query['per_page'] ?? 30))
    const page = Number(query['page'] ?? 1)
    const last = Math.ceil(all.length / size)
    const link = (number: number, rel: string) =>
      `<${this.url}${path}?${new URLSearchParams({ ...query, page: String(number) })}>; rel="${rel}"`
    return {
      items: all.slice((page - 1) * size, page * size),
      headers: page < last ? { link: [link(page + 1, 'next'), link(last, 'last')].join(', ') } : {},
    }
  }

  #commentBody(comment: Comment): Record<string, unknown> {
    const example = exampleOf('issues/create-comment', 201)
    return {
      ...example,
      id: comment.id,
      node_id: nodeId(comment),
      html_url: `${this.url}/${this.owner}/${this.name}/pull/${comment.pull}#issuecomment-${comment.id}`,
      body: comment.body,
      updated_at: comment.updatedAt,
      user: { ...(example['user'] as object), login: comment.author, type: comment.authorType },
    }
  }

  #issueBody(issue: Issue): Record<string, unknown> {
    const example = exampleOf('issues/create', 201)
    const { pull_request: pull, ...plain } = example
    return {
      ...plain,
      ...(issue.isPull === true && { pull_request: pull }),
      id: 50_000 + issue.number,
      node_id: issueNodeId(issue),
      number: issue.number,
      html_url: `${this.url}/${this.owner}/${this.name}/issues/${issue.number}`,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      state_reason: issue.stateReason,
      updated_at: issue.updatedAt,
      user: { ...(example['user'] as object), login: issue.author, type: issue.authorType },
    }
  }

  #checkRunBody(run: CheckRun): Record<string, unknown> {
    const example = exampleOf('checks/create', 201)
    return {
      ...example,
      id: run.id,
      name: run.name,
      head_sha: run.headSha,
      external_id: run.externalId,
      conclusion: run.conclusion,
      html_url: `${this.url}/${this.owner}/${this.name}/runs/${run.id}`,
      app: { ...(example['app'] as object), id: run.appId },
      output: { ...(example['output'] as object), ...run.output, annotations_count: run.annotations.length },
    }
  }

  #pullBody(pull: Pull): Record<string, unknown> {
    const [example] = exampleOf('pulls/list') as unknown as [
      Record<string, Record<string, Record<string, unknown>>>,
    ]
    const repository = (fullName: string) => ({ ...example['head']!['repo'], full_name: fullName })
    return {
      ...example,
      // The example's teams are not as the description wants them.
      requested_teams: [],
      number: pull.number,
      state: pull.state,
      head: {
        ...example['head'],
        sha: pull.head.sha,
        ref: pull.head.ref,
        repo: repository(pull.head.repository),
      },
      base: { ...example['base'], ...pull.base, repo: repository(`${this.owner}/${this.name}`) },
    }
  }

  #blob(request: ApiRequest, incoming: IncomingMessage): Handled {
    if (incoming.headers.authorization !== undefined)
      this.violations.push('the token was sent to the storage of artifacts')
    const artifact = this.artifacts[Number(request.path.split('/').at(-1)) - 1]
    if (artifact === undefined) return notFound()
    return { status: 200, body: artifact.archive, headers: { 'content-type': 'application/zip' } }
  }

  #graphql(request: ApiRequest, identity: Identity): Handled {
    const { query, variables } = request.body as { query: string; variables: Record<string, unknown> }
    const errors: Record<string, unknown>[] = []
    try {
      const parsed = parseQuery(query, variables)
      const resolver = this.#resolver(identity, errors)
      return {
        status: 200,
        body: { data: select(parsed.selections, resolver), ...(errors.length > 0 && { errors }) },
      }
    } catch (error) {
      this.violations.push(`graphql: ${(error as Error).message}`)
      return { status: 200, body: { errors: [{ message: (error as Error).message }] } }
    }
  }

  #resolver(identity: Identity, errors: Record<string, unknown>[]): Resolver {
    return {
      nodes: ({ ids }: { ids: string[] }) =>
        ids.map((id) => {
          const comment = this.comments.find((comment) => nodeId(comment) === id)
          if (comment !== undefined) {
            return { __typename: 'IssueComment', id, viewerDidAuthor: comment.author === identity.login }
          }
          const issue = this.issues.find((issue) => issueNodeId(issue) === id)
          if (issue !== undefined)
            return { __typename: 'Issue', id, viewerDidAuthor: issue.author === identity.login }
          errors.push({
            type: 'NOT_FOUND',
            path: ['nodes'],
            message: `Could not resolve to a node with the global id of '${id}'.`,
          })
          return null
        }),
      repository: ({ owner, name }: { owner: string; name: string }) =>
        owner === this.owner && name === this.name
          ? {
              ref: ({ qualifiedName }: { qualifiedName: string }) => {
                const branch = this.branches.get(qualifiedName.replace('refs/heads/', ''))
                return branch && { target: branchTarget(branch) }
              },
            }
          : null,
      createCommitOnBranch: ({ input }: { input: CommitInput }) => {
        const { branchName } = input.branch
        if (identity.permissions.contents !== 'write') {
          errors.push({
            type: 'FORBIDDEN',
            path: ['createCommitOnBranch'],
            message: 'Resource not accessible by integration',
          })
          return null
        }
        const branch = this.branches.get(branchName)
        if (branch === undefined) {
          errors.push({
            type: 'BRANCH_NOT_FOUND',
            path: ['createCommitOnBranch'],
            message: `No branch ${branchName}`,
          })
          return null
        }
        if (branch.commits.at(-1)?.sha !== input.expectedHeadOid) {
          errors.push({
            type: 'STALE_DATA',
            path: ['createCommitOnBranch'],
            message: `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
          })
          return null
        }
        const [addition] = input.fileChanges.additions
        const content = Buffer.from(addition!.contents, 'base64').toString()
        const sha = createHash('sha1')
          .update(`${input.expectedHeadOid}${addition!.path}${content}`)
          .digest('hex')
        branch.commits.push({ sha, message: input.message.headline, path: addition!.path, content })
        return { commit: { oid: sha } }
      },
    }
  }
}

interface CommitInput {
  branch: { repositoryNameWithOwner: string; branchName: string }
  expectedHeadOid: string
  message: { headline: string; body?: string }
  fileChanges: { additions: { path: string; contents: string }[] }
}

const DOCS = 'https://docs.github.com/rest'

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z')

const nodeId = (comment: Comment): string => `IC_${comment.id}`

const issueNodeId = ({ number }: Issue): string => `I_${number}`

const branchTarget = (branch: Branch): Resolver => ({
  __typename: 'Commit',
  oid: branch.commits.at(-1)?.sha,
  history: ({ first, path }: { first: number; path: string }) => ({
    nodes: branch.commits
      .filter((commit) => commit.path === path)
      .reverse()
      .slice(0, first)
      .map(({ sha }) => ({ __typename: 'Commit', oid: sha })),
  }),
})

function operationOutside(address: URL): string {
  if (address.pathname === '/graphql') return 'graphql'
  if (address.pathname.startsWith('/blob/')) return 'blob'
  return address.pathname.endsWith('.git/info/refs') ? 'git' : 'unknown'
}

function tokenOf({ headers }: IncomingMessage): string | null {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ')
  if (/^(token|bearer)$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[1] ?? null
  return null
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function denial(operation: string, { permissions }: Identity): Handled | null {
  const needed = NEEDED[operation] ?? []
  const isAllowed =
    FREE.has(operation) ||
    needed.some(([name, level]) => permissions[name] === 'write' || permissions[name] === level)
  if (isAllowed) return null
  return {
    status: 403,
    headers: {
      'x-accepted-github-permissions': needed
        .map(([name, level]) => `${name.replace('-', '_')}=${level}`)
        .join('; '),
    },
    body: { message: 'Resource not accessible by integration', documentation_url: DOCS, status: '403' },
  }
}

/** What git is told before a push. */
function gitAnswer(identity: Identity | undefined): Handled {
  if (identity === undefined) return { status: 401, body: 'Invalid username or token.' }
  if (identity.permissions.contents !== 'write') {
    return { status: 403, body: `Permission to octo/project.git denied to ${identity.login}.` }
  }
  return {
    status: 200,
    headers: { 'content-type': 'application/x-git-receive-pack-advertisement' },
    body: '001f# service=git-receive-pack\n0000',
  }
}

function bodyProblem(body: string): Handled | null {
  if (body.trim() === '') return invalid('Body cannot be blank')
  if ([...body].length > BODY_LIMIT_CHARACTERS)
    return invalid(`Body is too long (maximum is ${BODY_LIMIT_CHARACTERS} characters)`)
  return null
}

const invalid = (message: string): Handled => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    documentation_url: DOCS,
    errors: [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }],
  },
})

// Not every operation describes it, and every one gives it.
const notFound = (): Handled => ({
  status: 404,
  body: { message: 'Not Found', documentation_url: DOCS, status: '404' },
})

const issuesDisabled = (): Handled => ({
  status: 410,
  body: { message: 'Issues are disabled for this repo', documentation_url: DOCS, status: '410' },
})

const isCarriedOut = (answer: Answer): boolean =>
  answer.kind === 'truncated' ||
  answer.kind === 'failure after' ||
  (answer.kind === 'reset' && answer.carriedOut === true)

function write(response: ServerResponse, { status, body, headers }: Handled): void {
  if (typeof body === 'string' || body instanceof Uint8Array) {
    response.writeHead(status, {
      'content-type': 'text/plain',
      'content-length': Buffer.byteLength(body),
      ...headers,
    })
    response.end(body)
    return
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body === undefined ? '' : JSON.stringify(body))
}

/** An answer that is a fault; `handled` is what would have been said. */
function send(
  response: ServerResponse,
  answer: Exclude<Answer, { kind: 'meanwhile' }>,
  handled?: Handled,
): void {
  const page = '<!DOCTYPE html><html><body><h1>Unicorn!</h1></body></html>'
  const json = { 'content-type': 'application/json; charset=utf-8' }
  switch (answer.kind) {
    case 'status':
      return write(response, {
        status: answer.status,
        headers: answer.headers ?? {},
        body: answer.body ?? { message: 'Fault' },
      })
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'failure after':
      return write(response, { status: answer.status, body: page, headers: { 'content-type': 'text/html' } })
    case 'slow':
      response.writeHead(200, json)
      response.write('[')
      return
    case 'html':
      return write(response, {
        status: answer.status ?? 200,
        body: page,
        headers: { 'content-type': 'text/html' },
      })
    case 'truncated': {
      const text = JSON.stringify(handled?.body ?? {})
      return write(response, {
        status: handled?.status ?? 200,
        body: text.slice(0, text.length / 2),
        headers: json,
      })
    }
    case 'flood':
      response.writeHead(200, json)
      flood(response, answer.bytes)
  }
}

function flood(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, ' ')
  let sent = 0
  const more = () => {
    while (sent < bytes && !response.destroyed) {
      sent += chunk.length
      if (!response.write(chunk)) return
    }
    response.end()
  }
  response.on('drain', more)
  more()
}
