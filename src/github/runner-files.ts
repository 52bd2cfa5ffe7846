import { constants, type Stats } from 'node:fs'
import { appendFile, type FileHandle, lstat, mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FindingData } from '../model/finding.ts'
import { RUNNER_FILES, type RunnerFile } from './runner-host.ts'

/** The runner takes less of each of them from one step. */
const LIMIT_BYTES = 4 * 1024 * 1024
/** Of what was added, so much is looked at, and so much is shown. */
const ADDED_BYTES = 64 * 1024
const SHOWN_LINES = 3
const SHOWN_CHARACTERS = 200

/** How appending fails where something else is in the place of a file, or of its folder. */
const REPLACED = new Set(['ELOOP', 'ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES'])

type Change = FindingData['runner-file-changed']

/** What has to be in a file, and which file it is. */
interface Guarded {
  path: string
  content: Buffer
  mode: number
  dev: number
  ino: number
}

/**
 * The files by which a step sets the environment, the PATH, outputs and the summary. Measured code finds them
 * in `/proc`, and later steps obey what stands there. So what belongs in them is kept here: what was there
 * when the step began, and what this program adds. Everything else is removed again.
 */
export class RunnerFiles {
  readonly #files: ReadonlyMap<RunnerFile, Guarded>
  readonly #env: NodeJS.ProcessEnv
  #changes: Change[] = []

  private constructor(env: NodeJS.ProcessEnv, files: ReadonlyMap<RunnerFile, Guarded>) {
    this.#env = env
    this.#files = files
  }

  /** Notes what is in the files, before any code of the project runs. */
  static async note(env: NodeJS.ProcessEnv): Promise<RunnerFiles> {
    const files = new Map<RunnerFile, Guarded>()
    for (const variable of RUNNER_FILES) {
      const path = env[variable]
      const known = [...files.values()].find((file) => file.path === path)
      const guarded = known ?? (path ? await noted(path).catch(() => null) : null)
      if (guarded !== null) files.set(variable, guarded)
    }
    return new RunnerFiles(env, files)
  }

  /** Bytes of a file as far as they belong there; null: this runner has no such file. */
  size(variable: RunnerFile): number | null {
    return this.#files.get(variable)?.content.length ?? (this.#env[variable] ? 0 : null)
  }

  /** Adds to a file what this program has to say. */
  async append(variable: RunnerFile, text: string): Promise<void> {
    const file = this.#files.get(variable)
    const path = this.#env[variable]
    if (file === undefined) return path ? await appendFile(path, text) : undefined
    await this.#check(variable, file)
    file.content = Buffer.concat([file.content, Buffer.from(text)])
    const flag = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW
    // Should it have been replaced in this moment, the last check writes it anew.
    await appendFile(file.path, text, { flag }).catch((error: NodeJS.ErrnoException) => {
      if (!REPLACED.has(error.code ?? '')) throw error
    })
  }

  /** Puts back what was changed; what was changed since this was last asked. */
  async putBack(): Promise<Change[]> {
    for (const [variable, file] of this.#files) await this.#check(variable, file)
    return this.#changes.splice(0)
  }

  async #check(variable: RunnerFile, file: Guarded): Promise<void> {
    const found = await changeOf(file)
    if (found === null) return
    const { how, added } = found
    const failure = await writeBack(file, how).then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    )
    // What belongs there is not shown: it may be a secret that an earlier command of the step set.
    const own = new Set(linesOf(file.content))
    const lines = linesOf(added).filter((line) => !own.has(line))
    const shown = lines.slice(0, SHOWN_LINES).map((line) => line.slice(0, SHOWN_CHARACTERS))
    this.#changes.push({ variable, how, lines: shown, more: lines.length - shown.length, failure })
  }
}

const linesOf = (text: Buffer): string[] =>
  text
    .toString()
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')

/** Null where it cannot be guarded: it is no plain file, or too large. */
async function noted(path: string): Promise<Guarded | null> {
  const handle = await open(
    path,
    constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK,
  )
  try {
    const status = await handle.stat()
    if (!status.isFile() || status.size > LIMIT_BYTES) return null
    return { path, content: await handle.readFile(), ...identityOf(status) }
  } finally {
    await handle.close()
  }
}

const identityOf = ({ dev, ino, mode }: Stats) => ({ dev, ino, mode: mode & 0o777 })

/** What is wrong with a file, and what stands in it beside what belongs there; null: nothing. */
async function changeOf(file: Guarded): Promise<{ how: Change['how']; added: Buffer } | null> {
  const { path, content } = file
  const nothing = Buffer.alloc(0)
  let handle: FileHandle
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { how: 'removed', added: nothing }
    const isThere = await lstat(path)
      .then((entry) => entry.isFile())
      .catch(() => false)
    return { how: isThere ? 'made-unreadable' : 'replaced', added: nothing }
  }
  try {
    const status = await handle.stat()
    if (!status.isFile()) return { how: 'replaced', added: nothing }
    const { bytesRead, buffer } = await handle.read({
      buffer: Buffer.alloc(content.length + ADDED_BYTES),
      position: 0,
    })
    const now = buffer.subarray(0, bytesRead)
    const isKept = now.subarray(0, content.length).equals(content)
    const added = isKept ? now.subarray(content.length) : now
    const { dev, ino, mode } = identityOf(status)
    if (dev !== file.dev || ino !== file.ino) return { how: 'replaced', added }
    if (!isKept) return { how: 'rewritten', added }
    if (added.length > 0) return { how: 'appended', added }
    return mode === file.mode ? null : { how: 'made-unreadable', added }
  } finally {
    await handle.close()
  }
}

/** Gives a file the content that belongs there, through no link. */
async function writeBack(file: Guarded, how: Change['how']): Promise<void> {
  // In place where it is the same file, for a step with `benchgate check >> "$GITHUB_STEP_SUMMARY"`: the
  // command line prints after this, and the shell has opened that file.
  const isSame = how === 'appended' || how === 'rewritten'
  const same = isSame ? await openSame(file).catch(() => null) : null
  const handle = same ?? (await openAnew(file))
  try {
    await handle.truncate(0)
    await handle.write(file.content, 0, file.content.length, 0)
    await handle.chmod(file.mode)
    Object.assign(file, identityOf(await handle.stat()))
  } finally {
    await handle.close()
  }
}

async function openSame({ path, dev, ino }: Guarded): Promise<FileHandle | null> {
  const handle = await open(path, constants.O_RDWR | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  const status = await handle.stat()
  if (status.dev === dev && status.ino === ino) return handle
  await handle.close()
  return null
}

async function openAnew({ path }: Guarded): Promise<FileHandle> {
  const folder = await stat(dirname(path)).catch(() => null)
  if (folder?.isDirectory() === false) await rm(dirname(path))
  await mkdir(dirname(path), { recursive: true })
  await rm(path, { recursive: true, force: true })
  return await open(path, 'wx')
}
