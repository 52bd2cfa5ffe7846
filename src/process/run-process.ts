import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Duplex, Readable } from 'node:stream'
import type { Mark } from './mark.ts'

/**
 * How long output may take to end after the process and its group did. Only what left the group can hold it
 * open that long, and then it is not whole: no time says that nothing more is on its way.
 */
const END_LIMIT_MS = 30_000
/** The same of what is only read for people. Whoever left the group may hold it open for ever. */
const LOG_END_LIMIT_MS = 250
/** Of what a process printed, so much is kept to explain how it ended. */
export const TAIL_BYTES = 16 * 1024

/**
 * File descriptor 3 of a process, on which it reads its task and then talks to this one, line by line. Node
 * makes it a pair of sockets, and so it has no name by which another process could open it: what
 * `/proc/PID/fd` lists of a socket cannot be opened, unlike a pipe or a file.
 */
interface Channel {
  /** All that the process can read on it. */
  task: string
  /** False: the line is none that belongs here, and the process is ended. */
  onLine: (line: string) => boolean
  /** Whether the last line has arrived, so that the end of the descriptor need not be waited for. */
  isOver: () => boolean
  /** A process that says nothing on it for this long is ended. */
  stallMs: number
  limitBytes: number
}

export interface ProcessOptions {
  cwd: string
  env: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  timeLimitMs?: number | undefined
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
  /** Also ends what left the group, where it bears this mark, with which no other process may run. */
  mark?: Mark | undefined
}

export interface ProcessResult {
  /** Null when a signal ended it. */
  exitCode: number | null
  exitSignal: NodeJS.Signals | null
  stdout: Buffer
  /** The last 16 KiB of standard error, and of standard output where that was asked for. */
  tail: string
  /**
   * False: something that left the group still held open what was to be read whole (standard output of which
   * bytes are kept, the channel, messages), so that there may be more than what is here.
   */
  isWhole: boolean
  /** Why it was ended from here; null: it was not. `channel`: it wrote too much, or what it must not. */
  stopped: 'time-limit' | 'output-limit' | 'stall' | 'channel' | null
  /** What left the group and was ended: the program of each and its first argument. */
  leftRunning: string[]
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
 * its end and that of its output; the group ends with it, so that a daemon that it left behind neither holds
 * the pipes nor disturbs a measurement. Its output is captured and never inherited: it may hold workflow
 * commands of untrusted code. Rejects with the signal's reason on abort and with the system's error when the
 * program cannot be started; the result says everything else.
 */
export async function runProcess(
  command: string | readonly string[],
  o: ProcessOptions,
): Promise<ProcessResult> {
  o.signal?.throwIfAborted()
  const child = start(command, o)
  // Where no descriptor is left there are no pipes either, whatever the types say.
  if ((child.stdio as unknown) === undefined) throw (await once(child, 'error'))[0]
  let stopped: ProcessResult['stopped'] = null
  let hasEnded = false
  const stop: Stop = (why) => {
    stopped ??= why
    if (!hasEnded) killGroup(child.pid)
  }
  const aborted = Promise.withResolvers<void>()
  const onAbort = () => {
    stop(null)
    aborted.resolve()
  }
  o.signal?.addEventListener('abort', onAbort, { once: true })
  const limit = o.timeLimitMs === undefined ? undefined : setTimeout(() => stop('time-limit'), o.timeLimitMs)
  const channel = o.channel && listen(child.stdio[3] as Duplex, o.channel, stop)
  if (o.onMessage) child.once('message', o.onMessage)
  // A program may end without having read everything; its exit code says whether that is a failure.
  child.stdin?.on('error', () => {}).end(o.input)
  const printed = capture(child.stdout!, child.stderr!, o.stdout, stop)
  const ends = endsOf(child, o, channel?.over)
  const release = () => {
    clearTimeout(limit)
    clearTimeout(channel?.stall)
  }
  try {
    const ended = await new Promise<Pick<ProcessResult, 'exitCode' | 'exitSignal'>>((resolve, reject) => {
      child.on('error', reject)
      child.once('exit', (exitCode, exitSignal) => resolve({ exitCode, exitSignal }))
    })
    release()
    killGroup(child.pid)
    hasEnded = true
    const leftRunning = o.mark?.endLeftRunning(child.pid!) ?? []
    const isWhole = await within(END_LIMIT_MS, Promise.race([ends.whole, aborted.promise]))
    await within(LOG_END_LIMIT_MS, Promise.race([ends.logs, aborted.promise]))
    o.signal?.throwIfAborted()
    return { ...ended, ...printed(), isWhole, stopped, leftRunning }
  } finally {
    release()
    o.signal?.removeEventListener('abort', onAbort)
    for (const pipe of child.stdio) pipe?.destroy()
  }
}

function start(command: string | readonly string[], o: ProcessOptions): ChildProcess {
  const [file, args] = typeof command === 'string' ? [command, []] : [command[0]!, command.slice(1)]
  return spawn(file, args, {
    cwd: o.cwd,
    env: o.mark === undefined ? o.env : { ...o.env, ...o.mark.variables },
    shell: typeof command === 'string',
    detached: true,
    stdio: [
      o.input === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      ...(o.channel ? (['pipe'] as const) : o.onMessage ? (['ipc'] as const) : []),
    ],
  })
}

/** The ends of what has to be whole, and of what is only read for people. */
function endsOf(
  child: ChildProcess,
  o: ProcessOptions,
  channel: Promise<void> | undefined,
): Record<'whole' | 'logs', Promise<unknown>> {
  const [stdout, stderr] = [endOf(child.stdout!, 'close'), endOf(child.stderr!, 'close')]
  const isKept = typeof o.stdout === 'number'
  const messages = o.onMessage && endOf(child, 'disconnect')
  return {
    whole: Promise.all([isKept ? stdout : null, channel, messages]),
    logs: Promise.all([isKept ? null : stdout, stderr]),
  }
}

const endOf = (source: NodeJS.EventEmitter, event: 'close' | 'disconnect'): Promise<void> =>
  new Promise((resolve) => void source.once(event, () => resolve()))

/**
 * Whether something happened within a time. On a busy machine the time goes by while what was written still
 * waits to be read: once it is up, pipes are asked once more.
 */
async function within(limitMs: number, event: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  // The first runs after the pipes were polled, the second after what they delivered was handed on.
  const late = () => setImmediate(() => setImmediate(() => resolve(false)))
  const timer = setTimeout(late, limitMs)
  void event.then(() => resolve(true))
  const happened = await promise
  clearTimeout(timer)
  return happened
}

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

/**
 * Hands a process its task and reads what it says; returns the timer that ends a silent process, and the end
 * of what it says.
 */
function listen(
  pipe: Duplex,
  { task, onLine, isOver, stallMs, limitBytes }: Channel,
  stop: Stop,
): { stall: NodeJS.Timeout; over: Promise<void> } {
  const stall = setTimeout(() => stop('stall'), stallMs)
  const { promise: over, resolve } = Promise.withResolvers<void>()
  let bytes = 0
  let isOpen = true
  const close = () => {
    isOpen = false
    stop('channel')
  }
  const lines = createInterface({ input: pipe, crlfDelay: Infinity })
  lines.on('line', (line) => {
    if (!isOpen) return
    if (!onLine(line)) return close()
    stall.refresh()
    if (isOver()) resolve()
  })
  pipe.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > limitBytes) close()
  })
  pipe.once('close', resolve)
  // Of a program that does not read its task, how it ends says why. The lines repeat the pipe's errors.
  for (const source of [pipe, lines]) source.on('error', () => {})
  pipe.end(task)
  return { stall, over }
}

/** How a process ended that nobody stopped, as the end of a sentence. */
export const howItEnded = ({
  exitCode,
  exitSignal,
}: Pick<ProcessResult, 'exitCode' | 'exitSignal'>): string =>
  exitCode === null ? `was ended by ${exitSignal}` : `ended with exit code ${exitCode}`
