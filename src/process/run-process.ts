import { spawn } from 'node:child_process'

/** How long the pipes of an ended process may still be read; something that it started may hold them open for ever. */
const DRAIN_MS = 250
const TAIL_BYTES = 16 * 1024

export interface CommandOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  timeLimitMs: number
  /** Bytes of standard output to keep from its start; null: only its end matters, and joins `tail`. */
  stdoutLimitBytes: number | null
  /** True: `file` is a line for the shell. */
  shell: boolean
  /** All of standard input; absent: there is none. */
  input?: string | Buffer
}

export interface CommandResult {
  /** Null when a signal ended it. */
  exitCode: number | null
  exitSignal: NodeJS.Signals | null
  stdout: Buffer
  /** The last 16 KiB of standard error (and of standard output, where that is not kept). */
  tail: string
  stopped: 'time-limit' | 'output-limit' | null
}

/** Ends a process and all that it started, as long as they stayed in its group. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // ESRCH: nobody is left in the group, which is what was wanted.
  }
}

/**
 * Runs a program in a process group of its own and waits for its end; the group ends with it, so that a daemon that it
 * left behind neither holds the pipes nor disturbs a measurement. Rejects with the signal's reason on abort and with
 * the system's error when the program cannot be started; everything else is told by the result.
 */
export function runCommand(file: string, args: readonly string[], o: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    o.signal.throwIfAborted()
    const child = spawn(file, args, {
      cwd: o.cwd,
      env: o.env,
      shell: o.shell,
      detached: true,
      stdio: [o.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
    // A program that ends without having read everything is told by its exit code.
    child.stdin?.on('error', () => {}).end(o.input)
    const stdout: Buffer[] = []
    let stdoutBytes = 0
    let tail = Buffer.alloc(0)
    let stopped: CommandResult['stopped'] = null
    let exit: { code: number | null; signal: NodeJS.Signals | null } = { code: null, signal: null }
    let drain: NodeJS.Timeout | undefined

    const stop = (why: CommandResult['stopped']) => {
      stopped ??= why
      killGroup(child.pid)
    }
    const onAbort = () => stop(null)
    const timer = setTimeout(() => stop('time-limit'), o.timeLimitMs)
    o.signal.addEventListener('abort', onAbort, { once: true })

    const addToTail = (chunk: Buffer) => {
      tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES)
    }
    child.stderr!.on('data', addToTail)
    child.stdout!.on('data', (chunk: Buffer) => {
      if (o.stdoutLimitBytes === null) return addToTail(chunk)
      stdoutBytes += chunk.length
      if (stdoutBytes > o.stdoutLimitBytes) return stop('output-limit')
      stdout.push(chunk)
    })

    const release = () => {
      clearTimeout(timer)
      clearTimeout(drain)
      o.signal.removeEventListener('abort', onAbort)
    }
    const finish = () => {
      release()
      child.stdout!.destroy()
      child.stderr!.destroy()
      if (o.signal.aborted) return reject(o.signal.reason)
      resolve({
        exitCode: exit.code,
        exitSignal: exit.signal,
        stdout: Buffer.concat(stdout),
        tail: tail.toString(),
        stopped,
      })
    }
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      exit = { code, signal }
      killGroup(child.pid)
      drain = setTimeout(finish, DRAIN_MS)
    })
    child.once('close', finish)
  })
}
