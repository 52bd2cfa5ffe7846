import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { invariant } from '../errors.ts'
import { runProcess } from '../process/run-process.ts'
import { forMessage } from '../report/text/for-message.ts'

const TIME_LIMIT_MS = 60_000
/**
 * A failure that took longer than this closes the cache: @actions/cache tries an ailing service for half a
 * minute each time.
 */
const PATIENCE_MS = 5_000
const SHOWN_CHARACTERS = 300

/** What src/github/cache-process.ts is asked for; `path` is relative to the runner's temporary directory. */
export type CacheRequest =
  | { kind: 'restore'; path: string; key: string; prefixes: readonly string[] }
  | { kind: 'save'; path: string; key: string }

/** What it answers: the key that was restored or saved, null where there was none. */
export type CacheReply =
  | { kind: 'done'; key: string | null }
  | { kind: 'unavailable' | 'failed'; why: string }

export interface CacheOptions {
  /** The environment of the action as the runner set it. */
  env: NodeJS.ProcessEnv
  /** Sentences for people: what the cache did not do, and why. */
  onNotice: (text: string) => void
  /** Ends what is under way; what was asked for then is null or false, without a notice. */
  signal?: AbortSignal
  /** For each restore and save; 60 s by default. */
  timeLimitMs?: number
}

export interface Cache {
  /** The directory of that name that can be restored and saved, the same one in every job. */
  place(name: string): string
  /**
   * Fills one of those directories with what was saved under `key`, else with the newest whose key starts
   * with a prefix. Resolves with the key found, or with null; then the directory does not exist.
   */
  restore(
    directory: string,
    wanted: { key: string; prefixes: readonly string[] },
  ): Promise<{ key: string } | null>
  /** Saves one of those directories under a key that is not taken; true when it is stored. */
  save(directory: string, key: string): Promise<boolean>
}

interface Ended {
  reply: CacheReply | null
  /** What it printed last to explain a failure. */
  complaint: string | null
  how: string
}

/**
 * Opens the cache of the job's repository, or null where the runner offers none. A cache that is broken, slow
 * or read-only costs time only: at most the limit for each call, and a notice. Nothing here ever throws for
 * it.
 *
 * An archive is unpacked by `tar -P` and may write anywhere: a job that publishes for forks (report mode)
 * must never open it.
 *
 * The work is done in a process of its own, for three reasons. @actions/cache cannot be stopped, and a
 * transfer that goes on after its limit would disturb the measurements and change the directory later. It
 * reports a cache that is merely ill as an error annotation. And with Azure's SDK it is several times larger
 * than the rest of the action.
 */
export function openCache(o: CacheOptions): Cache | null {
  const temporary = o.env['RUNNER_TEMP']
  const service = o.env['ACTIONS_RESULTS_URL'] || o.env['ACTIONS_CACHE_URL']
  if (!temporary || !service || !o.env['ACTIONS_RUNTIME_TOKEN']) return null
  const parent = join(temporary, 'benchgate')
  let closed = false

  const pathOf = (directory: string): string => {
    invariant(directory === join(parent, basename(directory)), `${directory} is no place of the cache`)
    return `benchgate/${basename(directory)}`
  }

  /** The key that was restored or saved; null after a notice, or where there is nothing to say. */
  async function ask(request: CacheRequest): Promise<string | null> {
    if (closed || o.signal?.aborted) return null
    const startedAt = performance.now()
    const { reply, complaint, how } = await askProcess(request, temporary!, o).catch((error: Error) => ({
      reply: null,
      complaint: null,
      how: error.message,
    }))
    if (o.signal?.aborted) return null
    if (reply?.kind === 'unavailable') {
      closed = true
      return null
    }
    if (reply?.kind === 'done' && reply.key !== null) return reply.key
    // Not to find anything is no failure.
    if (reply?.kind === 'done' && request.kind === 'restore' && complaint === null) return null
    const said = reply?.kind === 'failed' ? reply.why : complaint || 'the cache did not say why'
    const why = reply === null ? [how, complaint].filter(Boolean).join(': ') : said
    closed = performance.now() - startedAt > PATIENCE_MS
    tell(request, why)
    return null
  }

  function tell(request: CacheRequest, why: string): void {
    const what = request.kind === 'restore' ? 'restored' : 'saved'
    const after = closed ? '. The cache is not asked again in this job' : ''
    o.onNotice(`${basename(request.path)} was not ${what}: ${withoutSecrets(why)}${after}`)
  }

  return {
    place: (name) => join(parent, name),
    async restore(directory, { key, prefixes }) {
      const request: CacheRequest = { kind: 'restore', path: pathOf(directory), key, prefixes }
      await rm(directory, { recursive: true, force: true })
      const found = await ask(request)
      if (found !== null && existsSync(directory)) return { key: found }
      if (found !== null) tell(request, `${found} holds something else`)
      // What a broken archive or an ended process left of it.
      await rm(directory, { recursive: true, force: true })
      return null
    },
    async save(directory, key) {
      return (await ask({ kind: 'save', path: pathOf(directory), key })) !== null
    },
  }
}

/** The program stands beside this file, as source or as bundle. */
function processFile(): string {
  const here = import.meta.url
  return fileURLToPath(new URL(here.endsWith('.ts') ? './cache-process.ts' : './action-cache.js', here))
}

async function askProcess(request: CacheRequest, temporary: string, o: CacheOptions): Promise<Ended> {
  await mkdir(join(temporary, 'benchgate'), { recursive: true })
  // Archives lie in a directory of their own, so that those of a process that was ended go with it.
  const scratch = await mkdtemp(join(temporary, 'benchgate', 'archive-'))
  const timeLimitMs = o.timeLimitMs ?? TIME_LIMIT_MS
  let reply: CacheReply | null = null
  try {
    const result = await runProcess([process.execPath, processFile(), JSON.stringify(request)], {
      cwd: temporary,
      env: {
        ...o.env,
        RUNNER_TEMP: scratch,
        // Paths in the archive are relative to it, and with that the same on each machine.
        GITHUB_WORKSPACE: temporary,
        // It would list every file of every archive.
        RUNNER_DEBUG: undefined,
      },
      stdout: 'tail',
      timeLimitMs,
      signal: o.signal,
      onMessage: (message) => {
        reply = message as CacheReply
      },
    })
    const how =
      result.stopped === 'time-limit'
        ? `it did not come to an end within ${timeLimitMs / 1000} s`
        : `its process ended with ${result.exitSignal ?? `exit code ${result.exitCode}`}`
    return { reply, complaint: lastComplaint(result.tail), how }
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Where @actions/cache says that something went wrong: as a command to the runner, or plainly. */
const COMPLAINTS = [
  /^::(?:warning|error)(?: [^:]*)?::(?:Failed to (?:restore|save): ?)?(.*)$/,
  /^Failed to (?:restore|save): ?(.*)$/,
  /^Cache (?:restore|save) skipped: (.*)$/,
  /^Attempt \d+ of \d+ failed with error: (.*)$/,
]

/**
 * The last reason that @actions/cache printed, '' for one without words: it returns the same for "nothing
 * found" and "could not".
 */
function lastComplaint(output: string): string | null {
  for (const line of output.split('\n').reverse()) {
    for (const pattern of COMPLAINTS) {
      const reason = pattern.exec(line)?.[1]
      if (reason !== undefined) return reason
    }
  }
  return null
}

/** The first line of a reason, without the secrets that signed addresses carry. */
function withoutSecrets(text: string): string {
  const [line = ''] = text.replaceAll('%25', '%').split(/%0D|%0A|\r|\n/)
  return forMessage(line.replace(/(https?:\/\/[^\s?]+)\?\S*/g, '$1'), SHOWN_CHARACTERS).replace(/\.$/, '')
}
