import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** How long an ended process's pipes may be silent; what it started may hold them open for ever. */
const DRAIN_MS = 250
/** A process with a channel may have left measurements in it, which are worth a longer wait. */
const CHANNEL_DRAIN_MS = 1_000
/** Of what a process printed, so much is kept to explain how it ended. */
export const TAIL_BYTES = 16 * 1024

/** File descriptor 3 of a process, on which it talks to this one, line by line. */
interface Channel {
  /** False: the line is none that belongs here, and the process is ended. */
  onLine: (line: string) => boolean
  /** A process that says nothing on it for this long is ended. */
  stallMs: number
  limitBytes: number
}

export interface ProcessOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  timeLimitMs?: number
  /**
   * Bytes of standard output to keep from its start; `tail`: only its end matters, and joins the tail;
   * `none`: nothing of it.
   */
  stdout: number | 'tail' | 'none'
  /** All of standard input; absent: there is none. */
  input?: string | Buffer | undefined
  channel?: Channel
  /** Receives what the process, another Node, sends by process.send(). */
  onMessage?: (message: unknown) => void
}

export interface ProcessResult {
  /** Null when a signal ended it. */
  exitCode: number | null
  exitSignal: NodeJS.Signals | null
  stdout: Buffer
  /** The last 16 KiB of standard error, and of standard output where that was asked for. */
  tail: string
  /** Why it was ended from here; null: it was not. `channel`: it wrote too much, or what it must not. */
  stopped: 'time-limit' | 'output-limit' | 'stall' | 'channel' | null
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
 * Runs a program with its arguments, or a line through the shell, in a process group of its own and waits for
 * its end; the group ends with it, so that a daemon that it left behind neither holds the pipes nor disturbs
 * a measurement. Its output is captured and never inherited: it may hold workflow commands of untrusted code.
 * Rejects with the signal's reason on abort and with the system's error when the program cannot be started;
 * the result says everything else.
 */
export async function runProcess(
  command: string | readonly string[],
  o: ProcessOptions,
): Promise<ProcessResult> {
  o.signal?.throwIfAborted()
  const [file, args] = typeof command === 'string' ? [command, []] : [command[0]!, command.slice(1)]
  const child = spawn(file, args, {
    cwd: o.cwd,
    env: o.env,
    shell: typeof command === 'string',
    detached: true,
    stdio: [
      o.input === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      ...(o.channel ? (['pipe'] as const) : o.onMessage ? (['ipc'] as const) : []),
    ],
  })
  let stopped: ProcessResult['stopped'] = null
  const stop: Stop = (why) => {
    stopped ??= why
    killGroup(child.pid)
  }
  const onAbort = () => stop(null)
  o.signal?.addEventListener('abort', onAbort, { once: true })
  const limit = o.timeLimitMs === undefined ? undefined : setTimeout(() => stop('time-limit'), o.timeLimitMs)
  const stall = o.channel && listen(child.stdio[3] as Readable, o.channel, stop)
  if (o.onMessage) child.once('message', o.onMessage)
  // A program may end without having read everything; its exit code says whether that is a failure.
  child.stdin?.on('error', () => {}).end(o.input)
  const printed = capture(child.stdout!, child.stderr!, o.stdout, stop)

  let stopDraining = () => {}
  const release = () => {
    clearTimeout(limit)
    clearTimeout(stall)
    o.signal?.removeEventListener('abort', onAbort)
  }
  try {
    const ended = await new Promise<Pick<ProcessResult, 'exitCode' | 'exitSignal'>>((resolve, reject) => {
      child.on('error', reject)
      child.once('exit', (exitCode, exitSignal) => {
        release()
        killGroup(child.pid)
        stopDraining = whenSilent(child.stdio, o.channel ? CHANNEL_DRAIN_MS : DRAIN_MS, () =>
          resolve({ exitCode, exitSignal }),
        )
      })
      child.once('close', (exitCode, exitSignal) => resolve({ exitCode, exitSignal }))
    })
    o.signal?.throwIfAborted()
    return { ...ended, ...printed(), stopped }
  } finally {
    release()
    stopDraining()
    for (const pipe of child.stdio) pipe?.destroy()
  }
}

/**
 * Calls back once no pipe has delivered anything for so long, at the latest after MAX_SILENCES times as long.
 * On a busy machine time goes by while what was written still waits to be read: after the time is up, pipes
 * are asked once more. The returned function gives up waiting.
 */
function whenSilent(
  pipes: readonly (Readable | Writable | null | undefined)[],
  silenceMs: number,
  callback: () => void,
): () => void {
  let hasSpoken = false
  let isOver = false
  let silences = 0
  const timer = setTimeout(() => {
    // The first runs after the pipes were polled, the second after what they delivered was handed on.
    setImmediate(() =>
      setImmediate(() => {
        if (isOver) return
        silences++
        if (!hasSpoken || silences === MAX_SILENCES) return callback()
        hasSpoken = false
        timer.refresh()
      }),
    )
  }, silenceMs)
  const note = () => void (hasSpoken = true)
  for (const pipe of pipes) pipe?.on('data', note)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}

/** Who goes on printing through pipes of an ended process is not waited for. */
const MAX_SILENCES = 40

type Stop = (why: ProcessResult['stopped']) => void

/** Reads what a process prints; the returned function says what was kept of it. */
function capture(
  stdout: Readable,
  stderr: Readable,
  wanted: ProcessOptions['stdout'],
  stop: Stop,
): () => Pick<ProcessResult, 'stdout' | 'tail'> {
  const kept: Buffer[] = []
  let bytes = 0
  let tail = Buffer.alloc(0)
  const addToTail = (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES)
  }
  stderr.on('data', addToTail)
  stdout.on('data', (chunk: Buffer) => {
    if (wanted === 'none') return
    if (wanted === 'tail') return addToTail(chunk)
    bytes += chunk.length
    if (bytes > wanted) return stop('output-limit')
    kept.push(chunk)
  })
  return () => ({ stdout: Buffer.concat(kept), tail: tail.toString() })
}

/** Reads a channel to its end; returns the timer that ends a silent process. */
function listen(pipe: Readable, { onLine, stallMs, limitBytes }: Channel, stop: Stop): NodeJS.Timeout {
  const stall = setTimeout(() => stop('stall'), stallMs)
  let bytes = 0
  let isOpen = true
  const close = () => {
    isOpen = false
    stop('channel')
  }
  createInterface({ input: pipe, crlfDelay: Infinity }).on('line', (line) => {
    if (!isOpen) return
    if (!onLine(line)) return close()
    stall.refresh()
  })
  pipe.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > limitBytes) close()
  })
  return stall
}

/** How a process ended that nobody stopped, as the end of a sentence. */
export const howItEnded = ({
  exitCode,
  exitSignal,
}: Pick<ProcessResult, 'exitCode' | 'exitSignal'>): string =>
  exitCode === null ? `was ended by ${exitSignal}` : `ended with exit code ${exitCode}`
