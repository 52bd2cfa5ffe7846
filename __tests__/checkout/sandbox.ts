import { strict as assert } from 'node:assert'
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { openCheckouts, type CheckoutOptions, type Checkouts } from '../../src/checkout/checkout.ts'

/** One set-up line for both sides is all that these tests need. */
type OpenOptions = Partial<Omit<CheckoutOptions, 'setup'>> & { setup?: string | null }

/** Longer than any machine takes for what a test waits for. */
export const LONG_MS = 10 * 60_000

/** A user's machine in a temporary directory: repositories, a home, a place for scratch directories. */
export class Sandbox {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate test-')))
  readonly temp = join(this.directory, 'temp')
  readonly env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: join(this.directory, 'home'),
    TMPDIR: this.temp,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  }

  constructor() {
    mkdirSync(this.temp)
    mkdirSync(join(this.directory, 'home'))
    onTestFinished(() => rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 }))
  }

  /** A new repository on branch main, without a commit. */
  repository(name = 'project', ...init: string[]): TestRepository {
    const root = join(this.directory, name)
    mkdirSync(root, { recursive: true })
    const repository = new TestRepository(this, root)
    repository.git('init', '--quiet', '--template=', '--initial-branch=main', ...init)
    return repository
  }

  /** What lies where scratch directories are made. */
  leftovers(): string[] {
    return readdirSync(this.temp)
  }
}

export class TestRepository {
  readonly sandbox: Sandbox
  readonly root: string
  #commits = 0

  constructor(sandbox: Sandbox, root: string) {
    this.sandbox = sandbox
    this.root = root
  }

  get url(): string {
    return `file://${this.root.replaceAll(' ', '%20')}`
  }

  git(...args: string[]): string {
    const options: ExecFileSyncOptions = {
      cwd: this.root,
      env: this.sandbox.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }
    return execFileSync('git', args, options).toString().trimEnd()
  }

  /** Many commits at once, in the format of git-fast-import. */
  import(stream: string): void {
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.root, env: this.sandbox.env, input: stream })
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts)
  }

  write(files: Record<string, string>): this {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(this.path(path)), { recursive: true })
      writeFileSync(this.path(path), content)
    }
    return this
  }

  /** Commits everything, a new line in `log.txt` included; returns the commit's id. */
  commit(files: Record<string, string> = {}, message = 'change'): string {
    // Commits of one second are ordered by their dates all the same.
    const date = `${1_700_000_000 + ++this.#commits} +0000`
    Object.assign(this.sandbox.env, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
    this.write({ 'log.txt': `${this.#commits}\n`, ...files })
    this.git('add', '--all')
    this.git('commit', '--quiet', '--message', message)
    return this.#read('HEAD')
  }

  head(ref = 'HEAD'): string {
    return this.git('rev-parse', `${ref}^{commit}`)
  }

  /** What a ref file holds, without starting git. */
  #read(ref: string): string {
    const text = readFileSync(this.path('.git', ref), 'utf8').trim()
    return text.startsWith('ref: ') ? this.#read(text.slice('ref: '.length)) : text
  }

  worktrees(): string {
    return this.git('worktree', 'list', '--porcelain')
  }

  /** Opens checkouts of this repository, which are removed after the test. */
  async open({ setup = null, env = this.sandbox.env, ...o }: OpenOptions = {}): Promise<Checkouts> {
    const checkouts = await openCheckouts({
      project: this.root,
      base: { kind: 'merge-base' },
      head: { kind: 'working-tree' },
      setup: { base: setup, head: setup },
      baseMayFail: false,
      dependencyCache: null,
      onProgress: () => {},
      signal: new AbortController().signal,
      env,
      host: readHost(env),
      gitSettings: [],
      timeLimitMs: LONG_MS,
      ...o,
    })
    onTestFinished(() => checkouts.remove())
    return checkouts
  }

  /** The UserError that opening ends with. */
  async refusal(o: OpenOptions = {}): Promise<UserError> {
    const error: unknown = await this.open(o).then(
      () => new Error('the checkouts were opened'),
      (error: unknown) => error,
    )
    if (error instanceof UserError) return error
    throw error
  }
}

/** Every file below a directory with what would show that it was touched. */
export function snapshot(directory: string): Record<string, string> {
  const seen: Record<string, string> = {}
  const open = [directory]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name)
      const { mtimeNs, mode, ino } = lstatSync(path, { bigint: true })
      if (entry.isDirectory()) {
        seen[relative(directory, path)] = `${mtimeNs} ${mode}`
        open.push(path)
      } else {
        const content = entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path)
        const hash = createHash('sha256').update(content).digest('hex')
        seen[relative(directory, path)] = `${mtimeNs} ${mode} ${ino} ${hash}`
      }
    }
  }
  return seen
}

/** True while a process runs; a zombie that nobody waits for does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Resolves when a process has ended: the kernel takes a moment to carry a SIGKILL out. */
export const untilEnded = (pid: number): Promise<void> =>
  vi.waitFor(() => assert(!isRunning(pid), `process ${pid} still runs`), { timeout: LONG_MS })

/** Resolves when there is a file in a folder that exists. */
export function untilThere(path: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!existsSync(path)) return
      watcher.close()
      resolve()
    }
    const watcher = watch(dirname(path), look)
    look()
  })
}

/** From here on this process's timers and performance.now() stand still, until `vi.advanceTimersByTime` moves them; others' go on. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
}

/** What a promise resolves to, while the clock that stopClock() stopped goes on by itself, in small steps. */
export async function withClock<T>(promise: Promise<T>): Promise<T> {
  const over = promise.then(
    () => true,
    () => true,
  )
  const turn = () => new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))
  while (!(await Promise.race([over, turn()]))) vi.advanceTimersByTime(100)
  return promise
}
