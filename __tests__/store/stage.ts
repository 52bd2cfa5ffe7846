import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokenSettings } from '../../src/git/variables.ts'
import type { Run } from '../../src/model/stored-run.ts'
import { createRandom } from '../../src/stats/random.ts'
import { FORMAT_FILE, runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts'
import { readHost } from '../../src/github/runner-host.ts'
import {
  type GitServer,
  type GitServerOptions,
  HostedRepository,
  startGitServer,
  type TreeChange,
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
      host: readHost({}),
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
    files: NonNullable<TreeChange['files']>,
    { parent = this.tip(), links = {} }: { parent?: string | null; links?: TreeChange['links'] } = {},
  ): string {
    return this.repository.commit(BRANCH, parent, [{ files, links }])
  }

  /** Puts runs onto the branch past the store, a commit each; returns the last. */
  storeByHand(...runs: Run[]): string {
    const files = runs.map((run) => ({ [runPath(run)]: renderRun(run) }))
    if (this.tip() === null) Object.assign(files[0]!, { [FORMAT_FILE.name]: FORMAT_FILE.text })
    return this.repository.commit(
      BRANCH,
      this.tip(),
      files.map((files) => ({ files })),
    )
  }

  /** The commit that the branch is at on the host, null when there is no branch. */
  tip(): string | null {
    return this.repository.tip(BRANCH)
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
