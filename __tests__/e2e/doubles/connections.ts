import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

// Two things in one file: what a test imports, and what a process under test loads before anything else (`--import`). There it
// writes down every host that Node connects to or looks up, in that process and in the Node processes that it starts. Programs
// that are not Node (git) are not seen; theirs is the address that they are given.

/** Not one of BENCHGATE_…, which a measuring process does not inherit. */
const FILE = 'RECORDED_CONNECTIONS'

/** Variables with which a Node process, and all that it starts, writes its connections to a file. */
export function recordConnections(file: string, env: NodeJS.ProcessEnv = {}): Record<string, string> {
  const options = [env['NODE_OPTIONS'], `--import=${import.meta.url}`].filter(Boolean).join(' ')
  return { NODE_OPTIONS: options, [FILE]: file }
}

/** What was recorded, each once and in order: `connect host:port`, `lookup host`, `datagram host:port`, `socket path`. */
export function recordedConnections(file: string): string[] {
  if (!existsSync(file)) return []
  return [...new Set(readFileSync(file, 'utf8').split('\n'))].filter((line) => line !== '').sort()
}

function listen(file: string): void {
  const note = (what: string) => appendFileSync(file, `${what}\n`)

  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    note(targetOf(args))
    return Reflect.apply(connect, this, args) as net.Socket
  } as typeof connect

  for (const where of [dns, dns.promises] as Record<string, unknown>[]) {
    for (const name of Object.keys(where).filter((name) => /^(lookup|resolve)/.test(name))) {
      const original = where[name]
      if (typeof original !== 'function') continue
      where[name] = function (this: unknown, ...args: unknown[]) {
        note(`lookup ${String(args[0])}`)
        return Reflect.apply(original, this, args) as unknown
      }
    }
  }

  const { send } = dgram.Socket.prototype
  dgram.Socket.prototype.send = function (this: dgram.Socket, ...args: unknown[]) {
    const address = args.find((arg, i) => i > 0 && typeof arg === 'string')
    note(`datagram ${typeof address === 'string' ? address : 'connected'}`)
    Reflect.apply(send, this, args)
  } as typeof send
  syncBuiltinESMExports()
}

/** `connect(port, host)`, `connect(path)`, `connect(options)`, and the array that Node itself makes of them. */
function targetOf(args: readonly unknown[]): string {
  const [first, second] = args
  if (Array.isArray(first)) return targetOf(first)
  if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first as { path?: string | null; host?: string; port?: number }
    return path == null ? `connect ${host ?? 'localhost'}:${port}` : `socket ${path}`
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return `socket ${first}`
  return `connect ${typeof second === 'string' ? second : 'localhost'}:${String(first)}`
}

const file = process.env[FILE]
if (file !== undefined) listen(file)
