import { hash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { lstat, rename } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { hostname, platform } from 'node:os'
import { join } from 'node:path'

/** The socket by which a directory's owner shows that it lives. */
const SOCKET = 'owner'
/** The shortest bound of a socket's path among the systems, less its end and a `~`. */
const MAX_PATH_BYTES = 102

function readBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
  } catch {
    return null
  }
}

/**
 * Names the kernel that this process runs on, the same in all of its containers until it is started again.
 * Only its processes can be reached through a socket in a directory that several machines may share. On Linux
 * without `/proc` nothing names it, and every process is taken to be alone.
 */
export const KERNEL = hash(
  'sha256',
  readBootId() ?? (platform() === 'linux' ? randomUUID() : hostname()),
).slice(0, 8)

const socketIn = (directory: string): string | null => {
  const path = join(directory, SOCKET)
  return Buffer.byteLength(path) <= MAX_PATH_BYTES ? path : null
}

/**
 * Shows that this process owns a directory for as long as it lives, to processes that share neither its PIDs
 * nor its network. Null where a socket is not to be had, which the directory is no worse for.
 */
export async function showOwner(directory: string): Promise<Server | null> {
  const path = socketIn(directory)
  if (path === null) return null
  const server = createServer((connection) => connection.destroy())
  try {
    // Between bind and listen a socket refuses, as that of a killed process does. And Node removes the name
    // that it was bound to when it ends, after which nothing would show that nobody owns the directory.
    const unready = `${path}~`
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(unready, resolve))
    server.unref().on('error', () => {})
    await rename(unready, path)
    return server
  } catch {
    server.close()
    return null
  }
}

/** Whether the process that made a directory, on this kernel, still runs; null where nothing shows it. */
export async function hasOwner(directory: string): Promise<boolean | null> {
  const path = socketIn(directory)
  // A connection to anything else would be refused too, whoever put it there.
  if (path === null || !(await lstat(path).catch(() => null))?.isSocket()) return null
  return await new Promise((resolve) => {
    // The kernel answers at once, even for an owner that is stopped.
    const connection = connect(path, () => {
      connection.destroy()
      resolve(true)
    })
    connection.on('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'ECONNREFUSED' ? false : null),
    )
  })
}
