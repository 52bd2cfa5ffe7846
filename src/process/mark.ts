import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs'
import { basename } from 'node:path'

const VARIABLE = 'BENCHGATE_GATE'
/** Processes that start others faster than they are ended are given up on until the next time. */
const MAX_ROUNDS = 20
const SHOWN_LENGTH = 80

interface Found {
  pid: number
  group: number
  /** In ticks since the system started, which tells processes of one number apart. */
  startedAt: number
  program: string
}

/**
 * A mark on processes by which what they leave running is found, wherever it went: a variable of their
 * environment, which their children inherit. It is looked up in `/proc`, so that where there is none, or that
 * of other processes, nothing is found. A process that was given another environment is not found either:
 * from then on nothing says whose it is, and a guess would end other people's processes.
 */
export class Mark {
  /** As long for every process, because they must not differ in it. */
  readonly variables: NodeJS.ProcessEnv
  readonly #token = randomBytes(16).toString('hex')
  /** Nothing that bears the mark is older than this process. Null: there is no `/proc` to look into. */
  readonly #since = ownStart()

  /** `env` is that of this process, which may bear the mark of another one that has to find all of this. */
  constructor(env: NodeJS.ProcessEnv) {
    this.variables = { [VARIABLE]: `${env[VARIABLE] ?? ''}${this.#token}` }
  }

  /**
   * Ends all that bear the mark. Returns what was not in this group, which has been ended before, each as its
   * program and first argument.
   */
  endLeftRunning(group: number): string[] {
    const ended = new Map<string, Found>()
    // What one of them started meanwhile is found in the next round.
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const found = this.#find().filter((one) => !ended.has(`${one.pid} ${one.startedAt}`))
      if (found.length === 0) break
      for (const one of found) {
        ended.set(`${one.pid} ${one.startedAt}`, one)
        // Also what is in the group: it may have joined it since.
        end(one.pid)
      }
    }
    return [...ended.values()].filter((one) => one.group !== group).map(({ program }) => program)
  }

  #find(): Found[] {
    const since = this.#since
    if (since === null) return []
    return readdirSync('/proc').flatMap((name): Found[] => {
      const stat = /^\d+$/.test(name) ? statOf(name) : null
      if (stat === null || stat.startedAt < since) return []
      if (!read(name, 'environ').includes(this.#token)) return []
      return [{ pid: Number(name), ...stat, program: programOf(name) }]
    })
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, or is another user's by now.
  }
}

/** A program and what it runs, such as `node server.js`; further arguments may hold secrets. */
function programOf(pid: string): string {
  const [program = '', first = '-'] = read(pid, 'cmdline').toString().split('\0')
  const argument = first.startsWith('-') ? '' : ` ${first}`
  return `${basename(program)}${argument}`.trim().slice(0, SHOWN_LENGTH)
}

/** A file of a process, empty where it has ended or is another user's. */
function read(pid: string, name: string): Buffer {
  try {
    return readFileSync(`/proc/${pid}/${name}`)
  } catch {
    return Buffer.alloc(0)
  }
}

/** See proc_pid_stat(5). The second field, a name in parentheses, may hold anything. */
function statOf(pid: string): { group: number; startedAt: number } | null {
  const text = beginningOf(`/proc/${pid}/stat`)
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [group, startedAt] = [Number(fields[2]), Number(fields[19])]
  return fields.length < 20 ? null : { group, startedAt }
}

/** Longer than any `stat`: a name has 15 bytes, and 50 numbers follow it. */
const buffer = Buffer.alloc(4_096)

/** The first bytes of a file; empty where there is none. In half the time of readFileSync(). */
function beginningOf(path: string): string {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    return buffer.toString('latin1', 0, readSync(file, buffer))
  } catch {
    return ''
  } finally {
    if (file !== null) closeSync(file)
  }
}

function ownStart(): number | null {
  try {
    // In a container, /proc may be that of other process numbers.
    return readlinkSync('/proc/self') === String(process.pid) ? statOf('self')!.startedAt : null
  } catch {
    return null
  }
}
