import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScratchRepository } from '../scratch-repository.ts'

export const cli = join(import.meta.dirname, '../../dist/cli.js')

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/**
 * A scratch repository with a temporary directory of its own, in which the built command line is run; what it leaves behind
 * can be seen.
 */
export class Stage {
  readonly repository = new ScratchRepository()
  readonly temporary = mkdtempSync(join(tmpdir(), 'benchgate-stage-'))
  readonly #env: Record<string, string>

  constructor(env: Record<string, string> = {}) {
    this.#env = env
  }

  start(
    args: readonly string[],
    cwd = this.repository.directory,
  ): { child: ChildProcess; ended: Promise<Ended> } {
    const env = { ...process.env, ...this.#env, TMPDIR: this.temporary, NO_COLOR: '1' }
    delete (env as NodeJS.ProcessEnv)['RUNNER_TEMP']
    const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
    const ended = new Promise<Ended>((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, ...output })),
    )
    return { child, ended }
  }

  run(...args: string[]): Promise<Ended> {
    return this.start(args).ended
  }

  /** What the command left: directories in its temporary folder, git's records of worktrees, processes that name either. */
  leftovers(): string[] {
    const worktrees = this.repository.git('worktree', 'list', '--porcelain').split('\n\n').slice(1)
    return [...readdirSync(this.temporary), ...worktrees, ...processesNaming(this.temporary)]
  }

  remove(): void {
    this.repository.remove()
    rmSync(this.temporary, { recursive: true, force: true })
  }
}

/** Running processes whose directory or arguments lie in a place (Linux; elsewhere none is found). */
function processesNaming(place: string): string[] {
  let ids: string[]
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
  return ids.flatMap((id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
      const environment = readFileSync(`/proc/${id}/environ`, 'utf8')
      return command.includes(place) || environment.includes(place) ? [`${id} ${command}`] : []
    } catch {
      return []
    }
  })
}
