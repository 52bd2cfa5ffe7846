import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import { HURRY } from '../hurry.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { type GitServer, HostedRepository, startGitServer } from './doubles/git-server.ts'
import { ACTIONS_BOT, GitHubApi, type Pull, READ_TOKEN, WRITE_TOKEN } from './doubles/github-api.ts'
import { runStep, type StepResult } from './doubles/runner.ts'

const ROOT = join(import.meta.dirname, '../..')
export const WRITER = 'write-token-of-a-job'
export const READER = 'read-token-of-a-job'

interface Job {
  eventName: string
  event: Record<string, unknown>
  ref: string
  sha: string
  token?: string
  inputs?: Record<string, string>
  env?: Record<string, string>
  /** The folder of another action; this one without it. */
  action?: string
  /** Commits that the checkout gets; null: no checkout at all. */
  depth?: number | null
  /** What earlier steps of the job do in the checkout. */
  before?: (workspace: string) => void
  timeLimitMs?: number
  /** When somebody cancels the job. */
  cancelled?: Promise<unknown>
}

/**
 * A repository on GitHub, as far as a workflow sees it: git over HTTP, the API, and jobs that check out as actions/checkout does
 * (depth 1, no credentials left behind) and run the committed dist as a runner would.
 */
export class GitHubStage {
  readonly directory: string
  /** Where somebody develops. */
  readonly developer = new ScratchRepository()
  readonly hosted: HostedRepository
  readonly server: GitServer
  readonly api: GitHubApi
  /** Where jobs find the git server. */
  readonly serverUrl: string
  readonly #env: Record<string, string>
  #runs = 8_000

  private constructor(
    hosted: HostedRepository,
    server: GitServer,
    api: GitHubApi,
    o: { directory: string; host: string; env: Record<string, string> },
  ) {
    this.hosted = hosted
    this.server = server
    this.api = api
    this.directory = o.directory
    this.#env = o.env
    this.serverUrl = server.url.replace('127.0.0.1', o.host)
  }

  /**
   * `host` is what jobs call the git server. @actions/cache wants github.com or a host below .localhost. git finds those on every
   * machine, Node on some; it is Node that asks whether a job for a fork could push. `env` is what every job has.
   */
  static async start({
    host = '127.0.0.1',
    env = HURRY as Record<string, string>,
  } = {}): Promise<GitHubStage> {
    const directory = mkdtempSync(join(tmpdir(), 'benchgate-github-'))
    const hosted = new HostedRepository(directory, 'octo/project.git')
    const server = await startGitServer({ root: directory, tokens: { [WRITER]: 'write', [READER]: 'read' } })
    const api = await GitHubApi.start()
    api.tokens.set(WRITER, { ...ACTIONS_BOT, permissions: WRITE_TOKEN })
    api.tokens.set(READER, { ...ACTIONS_BOT, permissions: READ_TOKEN })
    return new GitHubStage(hosted, server, api, { directory, host, env })
  }

  async stop(): Promise<void> {
    await Promise.all([this.server.close(), this.api.stop()])
    this.developer.remove()
    rmSync(this.directory, { recursive: true, force: true })
  }

  /** Commits on a branch and pushes it; the new commit. */
  commit(branch: string, files: Record<string, string>, message: string): string {
    const { developer } = this
    const exists = developer.git('branch', '--list', branch) !== ''
    const isEmpty = developer.git('branch', '--list') === ''
    if (!isEmpty) developer.git('switch', '-q', ...(exists ? [branch] : ['-c', branch, 'main']))
    developer.write(files)
    const sha = developer.commit(message)
    developer.git('push', '-q', '--force', this.hosted.directory, `HEAD:refs/heads/${branch}`)
    return sha
  }

  /** What a push of a branch to GitHub starts. */
  push(branch: string, more: Partial<Job> = {}): Promise<StepResult> {
    const sha = this.developer.git('rev-parse', branch)
    return this.run({
      eventName: 'push',
      ref: `refs/heads/${branch}`,
      sha,
      event: { ref: `refs/heads/${branch}` },
      ...more,
    })
  }

  /** Opens a pull request of a branch onto main, or brings it up to date. */
  propose(number: number, branch: string, repository = 'octo/project'): Pull {
    const { developer } = this
    const [head, base] = [developer.git('rev-parse', branch), developer.git('rev-parse', 'main')]
    const known = this.api.pulls.find((pull) => pull.number === number)
    const pull: Pull = known ?? {
      number,
      state: 'open',
      head: { sha: head, ref: branch, repository },
      base: { sha: base, ref: 'main' },
    }
    pull.head.sha = head
    pull.base.sha = base
    if (!known) this.api.pulls.push(pull)
    // The merge that GitHub makes of a pull request.
    developer.git('switch', '-q', '--detach', 'main')
    developer.git('merge', '-q', '--no-ff', '-m', `Merge ${head} into ${base}`, head)
    developer.git(
      'push',
      '-q',
      '--force',
      this.hosted.directory,
      `HEAD:refs/pull/${number}/merge`,
      `${head}:refs/pull/${number}/head`,
    )
    this.#serveConfig(`refs/pull/${number}/merge`, 'HEAD')
    this.#serveConfig('main', base)
    this.api.mergeBases.set(`main...${base}`, base)
    developer.git('switch', '-q', branch)
    return pull
  }

  /** What `pull_request` starts. */
  pullRequest(pull: Pull, { env, ...more }: Partial<Job> = {}): Promise<StepResult & { workspace: string }> {
    const sha = this.hosted.git('rev-parse', `refs/pull/${pull.number}/merge`)
    const repository = { full_name: 'octo/project' }
    return this.run({
      eventName: 'pull_request',
      ref: `refs/pull/${pull.number}/merge`,
      sha,
      event: {
        action: 'synchronize',
        number: pull.number,
        pull_request: {
          number: pull.number,
          state: pull.state,
          draft: false,
          user: { login: 'someone' },
          head: { sha: pull.head.sha, ref: pull.head.ref, repo: { full_name: pull.head.repository } },
          base: { sha: pull.base.sha, ref: pull.base.ref, repo: repository },
        },
      },
      env: { GITHUB_BASE_REF: pull.base.ref, GITHUB_HEAD_REF: pull.head.ref, ...env },
      ...more,
    })
  }

  /** What the end of a workflow that measured a pull request starts, with the file that it left as its artifact. */
  publish(pull: Pull, evidence: string, more: Partial<Job> = {}): Promise<StepResult> {
    const runId = this.#runs + 1_000_000
    const archive = zipSync({ 'benchgate-report.json': strToU8(evidence) })
    this.api.artifacts.push({ runId, name: 'benchgate-report', archive })
    return this.run({
      eventName: 'workflow_run',
      ref: 'refs/heads/main',
      sha: pull.base.sha,
      depth: null,
      event: {
        action: 'completed',
        workflow_run: {
          id: runId,
          event: 'pull_request',
          conclusion: 'failure',
          head_sha: pull.head.sha,
          head_branch: pull.head.ref,
          head_repository: { full_name: pull.head.repository },
          artifacts_url: `${this.api.url}/repos/octo/project/actions/runs/${runId}/artifacts`,
          pull_requests: [],
        },
      },
      ...more,
    })
  }

  /** One step in a fresh job. The result tells the workspace, which is kept until `stop`. */
  async run(job: Job): Promise<StepResult & { workspace: string }> {
    const { token = WRITER, depth = 1 } = job
    const workspace = mkdtempSync(join(this.directory, 'workspace-'))
    if (depth !== null) await this.#checkout(workspace, job.sha, job.ref, { token, depth })
    job.before?.(workspace)
    this.#runs += 1
    const result = await runStep({
      action: job.action ?? ROOT,
      workspace,
      token,
      eventName: job.eventName,
      event: {
        repository: { default_branch: 'main', private: false, full_name: 'octo/project' },
        ...job.event,
      },
      inputs: job.inputs ?? {},
      ...(job.timeLimitMs !== undefined && { timeLimitMs: job.timeLimitMs }),
      ...(job.cancelled && { cancelled: job.cancelled }),
      env: {
        ...this.#env,
        ...this.api.environment,
        GITHUB_SERVER_URL: this.serverUrl,
        GITHUB_REF: job.ref,
        GITHUB_SHA: job.sha,
        GITHUB_RUN_ID: String(this.#runs),
        ...job.env,
      },
    })
    return { ...result, workspace }
  }

  get lastRunId(): number {
    return this.#runs
  }

  /** The files of the baseline branch. */
  storedFiles(): string[] {
    return this.hosted.files('benchgate')
  }

  /** As actions/checkout does it with `persist-credentials: false`. */
  async #checkout(
    workspace: string,
    sha: string,
    ref: string,
    { token, depth }: { token: string; depth: number },
  ) {
    const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
    // Not in one go: the server answers from this very process.
    const git = (...args: string[]) => promisify(execFile)('git', args, { cwd: workspace })
    mkdirSync(workspace, { recursive: true })
    await git('init', '-q', '-b', 'main')
    await git('remote', 'add', 'origin', `${this.serverUrl}/octo/project.git`)
    const shown = ref
      .replace(/^refs\/heads\//, 'refs/remotes/origin/')
      .replace(/^refs\/pull\//, 'refs/remotes/pull/')
    await git(
      '-c',
      `http.${this.serverUrl}/.extraheader=${header}`,
      'fetch',
      '-q',
      '--no-tags',
      `--depth=${depth}`,
      'origin',
      `+${sha}:${shown}`,
    )
    await git('checkout', '-q', '--force', '--detach', shown)
  }

  /** Lets the API answer for the config file of a revision as a commit has it. */
  #serveConfig(revision: string, sha: string): void {
    for (const path of ['.github/benchgate.yml', 'benchgate.yml']) {
      const exists = this.developer.git('ls-tree', '--name-only', sha, '--', path) !== ''
      this.api.files.delete(`${revision}:${path}`)
      if (exists) this.api.files.set(`${revision}:${path}`, this.developer.git('show', `${sha}:${path}`))
    }
  }
}

/** The text of a file in a job's workspace. */
export const readWorkspace = (result: { workspace: string }, file: string): string =>
  readFileSync(join(result.workspace, file), 'utf8')
