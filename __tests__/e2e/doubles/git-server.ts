import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

// git itself behind HTTP: `git http-backend` (the program that servers run as CGI), on loopback, with tokens. What it does not
// cover: GitHub's own front end (rate limits, time-outs, rewritten errors), SSH, and objects that the server has collected.

export interface GitServerOptions {
  /** Directory that holds the repositories. */
  root: string
  /** What each token may do. */
  tokens: Readonly<Record<string, 'read' | 'write'>>
  /** Answer in protocol version 2, as every large host does; else in version 0. */
  version2?: boolean
}

interface Exchange {
  method: string
  /** Path with its query. */
  path: string
  status: number
  bytesIn: number
  bytesOut: number
}

export interface GitServer {
  url: string
  /** All that was asked for, in the order of the answers. */
  exchanges: Exchange[]
  /** Called after each answer. */
  onExchange: (exchange: Exchange) => void | Promise<void>
  /** Called before a push is handed to git; a status is the answer in git's place. */
  beforeReceive: () => number | null
  close(): Promise<void>
}

const backend = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')

const PRE_RECEIVE = `#!/bin/sh
cat > /dev/null
if test -f refuse; then cat refuse >&2; exit 1; fi
`
// One line an accepted update: old id, new id, ref.
const POST_RECEIVE = `#!/bin/sh
cat >> updates
`

const settings = (filters: boolean) => `[core]
	repositoryformatversion = 0
	bare = true
[http]
	receivepack = true
[receive]
	denyNonFastForwards = true
	autogc = false
[uploadpack]
	allowFilter = ${filters}
[gc]
	auto = 0
`

/** Files and symbolic links that a commit adds or changes, by path. */
export interface TreeChange {
  /** By path; null: deleted. */
  files?: Readonly<Record<string, string | Buffer | null>>
  links?: Readonly<Record<string, string>>
}

/** A bare repository as a host keeps it, made by this class and served by \`startGitServer\`. */
export class HostedRepository {
  readonly directory: string

  constructor(root: string, name: string, { filters = true }: { filters?: boolean } = {}) {
    this.directory = join(root, name)
    // What `git init` and a `git config` for each setting would write, without starting them.
    for (const folder of ['hooks', 'objects/pack', 'refs/heads'])
      mkdirSync(join(this.directory, folder), { recursive: true })
    writeFileSync(join(this.directory, 'HEAD'), 'ref: refs/heads/main\n')
    writeFileSync(join(this.directory, 'config'), settings(filters))
    for (const [hook, script] of Object.entries({
      'pre-receive': PRE_RECEIVE,
      'post-receive': POST_RECEIVE,
    })) {
      const file = join(this.directory, 'hooks', hook)
      writeFileSync(file, script)
      chmodSync(file, 0o755)
    }
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.directory,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  }

  /** The commit that a branch is at, null when there is none. */
  tip(branch: string): string | null {
    const file = join(this.directory, 'refs/heads', branch)
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  }

  /** Puts one commit after the other onto a branch, in one process; returns the last. Past every rule, as an administrator can. */
  commit(branch: string, parent: string | null, commits: readonly TreeChange[]): string {
    const data = (content: string | Buffer) => [
      Buffer.from(`data ${Buffer.byteLength(content)}\n`),
      Buffer.from(content),
      Buffer.from('\n'),
    ]
    const put = (mode: string, files: TreeChange['files'] = {}) =>
      Object.entries(files).flatMap(([path, content]) =>
        content === null
          ? [Buffer.from(`D ${path}\n`)]
          : [Buffer.from(`M ${mode} inline ${path}\n`), ...data(content)],
      )
    const committer = `committer A <a@example.invalid> ${Math.floor(Date.now() / 1000)} +0000\n`
    const input = commits.flatMap(({ files, links }, i) => [
      Buffer.from(`commit refs/heads/${branch}\nmark :${i + 1}\n${committer}`),
      ...data('By hand'),
      Buffer.from(i === 0 && parent !== null ? `from ${parent}\n` : ''),
      ...put('100644', files),
      ...put('120000', links),
    ])
    input.push(Buffer.from(`get-mark :${commits.length}\ndone\n`))
    const args = ['fast-import', '--quiet', '--done', '--force']
    return execFileSync('git', args, {
      cwd: this.directory,
      input: Buffer.concat(input),
      encoding: 'utf8',
    }).trim()
  }

  /** Refuses every push with this text, as a rule of the host does; null: takes them again. */
  refuse(text: string | null): void {
    const file = join(this.directory, 'refuse')
    if (text === null) rmSync(file, { force: true })
    else writeFileSync(file, text)
  }

  /** Accepted pushes in their order; a zero id stands for no branch. */
  updates(): { before: string; after: string; ref: string }[] {
    const file = join(this.directory, 'updates')
    if (!existsSync(file)) return []
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    return lines.map((line) => {
      const [before = '', after = '', ref = ''] = line.split(' ')
      return { before, after, ref }
    })
  }

  /** Moves or deletes a branch on the host itself, past every rule, as an administrator can; returns where it was. */
  setBranch(branch: string, sha: string | null): string {
    const ref = `refs/heads/${branch}`
    // A push may come in between: what is told to have been there has to be what was replaced.
    for (let i = 0; i < 50; i++) {
      const before = this.git('for-each-ref', '--format=%(objectname)', ref) || '0'.repeat(40)
      try {
        this.git('update-ref', ...(sha === null ? ['-d', ref, before] : [ref, sha, before]))
        return before
      } catch {
        continue
      }
    }
    throw new Error(`${ref} would not stand still`)
  }

  files(revision: string): string[] {
    return this.git('ls-tree', '-r', '--name-only', revision).split('\n')
  }
}

/** Serves all repositories below `root` on loopback. */
export async function startGitServer({
  root,
  tokens,
  version2 = true,
}: GitServerOptions): Promise<GitServer> {
  const exchanges: Exchange[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const exchange: Exchange = {
      method: request.method ?? '',
      path: request.url ?? '',
      status: 0,
      bytesIn: 0,
      bytesOut: 0,
    }
    const body = await bytesOf(request)
    exchange.bytesIn = body.length
    const send = async (status: number, headers: Record<string, string>, body: string | Buffer) => {
      exchange.status = status
      exchange.bytesOut = Buffer.byteLength(body)
      exchanges.push(exchange)
      await served.onExchange(exchange)
      response.writeHead(status, headers).end(body)
    }
    const writes =
      url.pathname.endsWith('/git-receive-pack') || url.searchParams.get('service') === 'git-receive-pack'
    const right = rightOf(request.headers.authorization, tokens)
    if (right === null)
      return await send(401, { 'www-authenticate': 'Basic realm="GitHub"' }, 'Authentication required')
    if (writes && right === 'read') {
      return await send(403, { 'content-type': 'text/plain' }, 'Write access to repository not granted.\n')
    }
    if (!existsSync(join(root, /^\/([\w./-]+?\.git)\//.exec(url.pathname)?.[1] ?? 'none'))) {
      return await send(404, { 'content-type': 'text/plain' }, 'Repository not found.\n')
    }
    const failure = writes && request.method === 'POST' ? served.beforeReceive() : null
    if (failure !== null) return await send(failure, { 'content-type': 'text/plain' }, 'Not now.\n')
    const done = await runBackend({ request, url, body, root, version2 })
    await send(done.status, done.headers, done.body)
  }

  const served: GitServer = {
    url: '',
    exchanges,
    onExchange: () => {},
    beforeReceive: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return served
}

function rightOf(
  authorization: string | undefined,
  tokens: GitServerOptions['tokens'],
): 'read' | 'write' | null {
  const encoded = /^basic (.+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return null
  const [user, token = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return user === 'x-access-token' && Object.hasOwn(tokens, token) ? tokens[token]! : null
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** One request through CGI (RFC 3875). */
async function runBackend({
  request,
  url,
  body,
  root,
  version2,
}: {
  request: IncomingMessage
  url: URL
  body: Buffer
  root: string
  version2: boolean
}): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const child = spawn(backend, [], {
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'x-access-token',
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(request.headers['content-encoding'] ?? ''),
      ...(version2 ? { GIT_PROTOCOL: String(request.headers['git-protocol'] ?? '') } : {}),
      CONTENT_LENGTH: String(body.length),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // git closes its input as soon as it has read what it needs.
  child.stdin.on('error', () => {})
  child.stdin.end(body)
  const output = await bytesOf(child.stdout)
  const end = output.indexOf('\r\n\r\n')
  const headers: Record<string, string> = {}
  let status = 200
  for (const line of output.subarray(0, end).toString().split('\r\n')) {
    const colon = line.indexOf(': ')
    const [name, value] = [line.slice(0, colon), line.slice(colon + 2)]
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10)
    else headers[name] = value
  }
  return { status, headers, body: output.subarray(end + 4) }
}
