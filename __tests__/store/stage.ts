import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { tokenSettings } from '../../src/git/environment.ts'
import { createRandom } from '../../src/stats/random.ts'
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts'
import {
  type GitServer,
  type GitServerOptions,
  HostedRepository,
  startGitServer,
} from '../e2e/doubles/git-server.ts'

const BRANCH = 'benchgate'
const WRITER = 'token-that-writes'
export const READER = 'token-that-reads'

/** A host with one repository, `owner/project.git`, and stores that talk to it as jobs on different machines would. */
export class StoreStage {
  readonly directory: string
  readonly repository: HostedRepository
  readonly server: GitServer
  #stores = 0

  private constructor(directory: string, repository: HostedRepository, server: GitServer) {
    this.directory = directory
    this.repository = repository
    this.server = server
  }

  static async open({
    filters = true,
    version2 = true,
  }: { filters?: boolean } & Pick<GitServerOptions, 'version2'> = {}) {
    const directory = mkdtempSync(join(tmpdir(), 'benchgate-store-'))
    const root = join(directory, 'host')
    const repository = new HostedRepository(root, 'owner/project.git', { filters })
    const server = await startGitServer({ root, version2, tokens: { [WRITER]: 'write', [READER]: 'read' } })
    return new StoreStage(directory, repository, server)
  }

  get remote(): string {
    return `${this.server.url}/owner/project.git`
  }

  /** A directory for a mirror that nobody uses yet. */
  newDirectory(): string {
    return join(this.directory, `mirror-${this.#stores++}`)
  }

  store({ token = WRITER, ...more }: Partial<StoreOptions> & { token?: string | null } = {}): Promise<Store> {
    return openStore({
      remote: this.remote,
      branch: BRANCH,
      directory: this.newDirectory(),
      settings: token === null ? [] : tokenSettings(this.server.url, token),
      env: this.environment(),
      signal: new AbortController().signal,
      clock: () => new Date(Date.UTC(2026, 10, 20, 12)),
      random: createRandom(`writer ${this.#stores}`).uniform,
      commitByApi: null,
      onProgress: () => {},
      ...more,
    })
  }

  /** Without the settings of whoever runs the tests. */
  environment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: this.directory, GIT_CONFIG_NOSYSTEM: '1' }
  }

  /** Commits files on the branch as somebody with a clone would; returns the commit. */
  commitByHand(
    files: Record<string, string | Buffer>,
    { parent = this.tip(), links = {} as Record<string, string> } = {},
  ): string {
    const work = mkdtempSync(join(this.directory, 'by-hand-'))
    const git = (...args: string[]) =>
      this.repository.git(
        `--work-tree=${work}`,
        '-c',
        'user.name=A',
        '-c',
        'user.email=a@example.invalid',
        ...args,
      )
    if (parent === null) this.repository.git('read-tree', '--empty')
    else this.repository.git('read-tree', parent)
    for (const [path, content] of Object.entries(files)) {
      const file = join(work, 'content')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      const sha = this.repository.git('hash-object', '-w', file)
      this.repository.git('update-index', '--add', '--cacheinfo', `100644,${sha},${path}`)
    }
    for (const [path, target] of Object.entries(links)) {
      const file = join(work, 'content')
      writeFileSync(file, target)
      const sha = this.repository.git('hash-object', '-w', file)
      this.repository.git('update-index', '--add', '--cacheinfo', `120000,${sha},${path}`)
    }
    const tree = this.repository.git('write-tree')
    const commit = git('commit-tree', tree, ...(parent === null ? [] : ['-p', parent]), '-m', 'By hand')
    this.repository.git('update-ref', `refs/heads/${BRANCH}`, commit)
    return commit
  }

  /** The commit that the branch is at on the host, null when there is no branch. */
  tip(): string | null {
    return this.repository.git('for-each-ref', '--format=%(objectname)', `refs/heads/${BRANCH}`) || null
  }

  files(revision = BRANCH): string[] {
    return this.repository.files(revision)
  }

  async close(): Promise<void> {
    await this.server.close()
    rmSync(this.directory, { recursive: true, force: true })
  }

  /** Names of everything that lies in the directory of this stage. */
  leftovers(): string[] {
    return readdirSync(this.directory)
  }
}
