import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A cache as a job may use it: `refs/heads/main`, `refs/pull/7/merge`. */
export interface CacheScope {
  name: string
  access: 'read' | 'read-write'
}

/** The requests of one restore (lookup, download) and one save (reserve, upload, finalize). */
export type CacheOperation = 'lookup' | 'download' | 'reserve' | 'upload' | 'finalize'

/**
 * What goes wrong: a status in place of the answer; `late`: 401 after six seconds; `reset`: the connection
 * ends; `stall`: no answer ever comes; `html`: a page of some proxy. Of a download also `corrupt`: the length is right and the bytes are not; `truncated`: the connection ends after half.
 */
export type CacheFault = number | 'late' | 'reset' | 'stall' | 'html' | 'corrupt' | 'truncated'

/** More than a job has patience with a cache that fails. */
const LATE_MS = 6_000

interface Entry {
  key: string
  version: string
  scope: string
  /** Null until the upload has been finalized. */
  content: Buffer | null
  /** What was uploaded: whole, or by blocks. */
  uploaded: Buffer | null
  blocks: Map<string, Buffer>
}

export interface CacheServiceOptions {
  /** True: archives lie on a host of Azure, reached through the double as a proxy, so that they are downloaded by its SDK. */
  azure: boolean
}

const MAX_BODY_BYTES = 256 * 1024 * 1024
const MAX_STORED_BYTES = 1024 * 1024 * 1024
const AZURE_HOST = 'benchgate.blob.core.windows.net'

interface TwirpAnswer {
  status: number
  body: Record<string, unknown>
}

const answered = (body: TwirpAnswer['body']): TwirpAnswer => ({ status: 200, body })
const refused = (status: number, code: string, msg: string): TwirpAnswer => ({
  status,
  body: { code, msg },
})

/**
 * GitHub's cache service, second version, as far as @actions/cache uses it: the calls over twirp, and the block blobs to which
 * it uploads and from which it downloads. Tokens are real JWTs whose `ac` claim names the scopes; a key is written once a
 * scope and version and never changes; a prefix finds the newest entry, own scope first. Everything is kept in memory.
 */
export class CacheService {
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  readonly #secret = randomBytes(32)
  readonly #entries: Entry[] = []
  readonly #azure: boolean
  readonly #faults = new Map<CacheOperation, CacheFault>()
  readonly #arrivals = new EventEmitter()
  /** `<method> <call or blob operation>` of every request, in order. */
  readonly requests: string[] = []

  private constructor(o: CacheServiceOptions) {
    this.#azure = o.azure
  }

  static async start(o: CacheServiceOptions = { azure: false }): Promise<CacheService> {
    const service = new CacheService(o)
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve))
    return service
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  /**
   * What the runner puts into the environment of a job that may use these scopes. The server's own host has to be one that
   * @actions/cache takes for GitHub's (`GITHUB_SERVER_URL` unset, or a host below .localhost), else it asks for the first version.
   */
  env(...scopes: CacheScope[]): NodeJS.ProcessEnv {
    return {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: this.url,
      ACTIONS_RUNTIME_TOKEN: this.token(scopes),
      ...(this.#azure ? { HTTP_PROXY: this.url, NO_PROXY: '127.0.0.1' } : {}),
    }
  }

  /** A runtime token for these scopes. */
  token(scopes: readonly CacheScope[]): string {
    const ac = scopes.map(({ name, access }) => ({ Scope: name, Permission: access === 'read' ? 1 : 3 }))
    const parts = [
      { alg: 'HS256', typ: 'JWT' },
      { ac: JSON.stringify(ac), jti: randomUUID() },
    ]
    const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${signed}.${this.#sign(signed)}`
  }

  /** Lets all requests of one kind go wrong from now on; null heals them. */
  fault(operation: CacheOperation, fault: CacheFault | null): void {
    if (fault === null) this.#faults.delete(operation)
    else this.#faults.set(operation, fault)
  }

  /** Keys that a restore can find, oldest first. */
  get keys(): string[] {
    return this.#entries.filter(({ content }) => content !== null).map(({ key }) => key)
  }

  /** Waits for the next request of this kind, as `requests` names it. */
  async seen(request: string): Promise<void> {
    await once(this.#arrivals, request)
  }

  #note(request: string): void {
    this.requests.push(request)
    this.#arrivals.emit(request)
  }

  /** Puts another archive in the place of a stored one, which is what a job that was taken over can do to its own scope. */
  replace(key: string, content: Buffer): void {
    const entry = this.#entries.find((entry) => entry.key === key && entry.content !== null)
    if (entry === undefined) throw new Error(`nothing is stored under ${key}`)
    entry.content = content
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url')
  }

  #scopesOf(request: IncomingMessage): CacheScope[] | null {
    const [, signed, signature = ''] =
      /^Bearer ([\w-]+\.[\w-]+)\.([\w-]+)$/.exec(request.headers.authorization ?? '') ?? []
    if (signed === undefined) return null
    const expected = Buffer.from(this.#sign(signed))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    const { ac } = JSON.parse(Buffer.from(signed.split('.')[1]!, 'base64url').toString()) as { ac: string }
    return (JSON.parse(ac) as { Scope: string; Permission: number }[]).map(({ Scope, Permission }) => ({
      name: Scope,
      access: Permission === 1 ? 'read' : 'read-write',
    }))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Through a proxy, the whole address is asked for.
    const url = new URL(request.url ?? '/', this.url)
    const body = await readBody(request)
    if (body === null) return void response.writeHead(413).end()
    const call = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1]
    if (call !== undefined) return this.#serveCall(call, request, body, response)
    const blob = /^\/cache\/(\d+)$/.exec(url.pathname)?.[1]
    if (blob !== undefined && (!this.#azure || url.hostname === AZURE_HOST)) {
      return this.#serveBlob(Number(blob), url, request, body, response)
    }
    this.#note(`${request.method} ${url.hostname}${url.pathname}`)
    response.writeHead(404).end()
  }

  /** True when a fault took the place of the answer. */
  #failed(operation: CacheOperation, response: ServerResponse): boolean {
    const fault = this.#faults.get(operation)
    if (fault === undefined || fault === 'corrupt' || fault === 'truncated') return false
    if (fault === 'reset') response.socket?.resetAndDestroy()
    else if (fault === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in</body></html>')
    } else if (fault !== 'stall') {
      const refuse = (status: number) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify({ code: 'unavailable', msg: 'the double was told to fail' }))
      if (fault === 'late') setTimeout(refuse, LATE_MS, 401)
      else refuse(fault)
    }
    return true
  }

  #serveCall(call: string, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    this.#note(`${request.method} ${call}`)
    const operations = {
      GetCacheEntryDownloadURL: 'lookup',
      CreateCacheEntry: 'reserve',
      FinalizeCacheEntryUpload: 'finalize',
    } as const
    const operation = operations[call as keyof typeof operations]
    if (operation !== undefined && this.#failed(operation, response)) return
    const scopes = this.#scopesOf(request)
    let answer: TwirpAnswer
    if (operation === undefined) answer = refused(404, 'bad_route', `no route ${call}`)
    else if (scopes === null) answer = refused(401, 'unauthenticated', 'the token is not one of this service')
    else if (request.headers['content-type'] !== 'application/json') {
      answer = refused(400, 'malformed', 'the content type is not JSON')
    } else answer = this.#answer(operation, scopes, JSON.parse(body.toString()) as Record<string, unknown>)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  }

  #answer(
    operation: 'lookup' | 'reserve' | 'finalize',
    scopes: readonly CacheScope[],
    asked: Record<string, unknown>,
  ): TwirpAnswer {
    const key = String(asked['key'])
    const version = String(asked['version'])
    if (operation === 'lookup') {
      const prefixes = (asked['restore_keys'] ?? []) as string[]
      if (scopes.length === 0) {
        return refused(403, 'permission_denied', 'cache read denied: the token has no readable scopes')
      }
      const entry = this.#find([key, ...prefixes], version, scopes)
      if (entry === null) return answered({ ok: false, signed_download_url: '', matched_key: '' })
      return answered({
        ok: true,
        signed_download_url: this.#signedUrl(entry, 'read'),
        matched_key: entry.key,
      })
    }
    const scope = scopes.find(({ access }) => access === 'read-write')?.name
    if (scope === undefined) {
      return answered({
        ok: false,
        signed_upload_url: '',
        message: 'cache write denied: the token is read-only',
      })
    }
    const known = this.#entries.find(
      (entry) => entry.key === key && entry.version === version && entry.scope === scope,
    )
    if (operation === 'reserve') {
      if (known !== undefined) {
        return refused(
          409,
          'already_exists',
          'cache entry with the same key, version, and scope already exists',
        )
      }
      const entry = { key, version, scope, content: null, uploaded: null, blocks: new Map() }
      this.#entries.push(entry)
      return answered({ ok: true, signed_upload_url: this.#signedUrl(entry, 'write') })
    }
    if (known === undefined || known.uploaded?.length !== Number(asked['size_bytes'])) {
      return answered({
        ok: false,
        entry_id: '0',
        message: 'the size of the upload is not the one that was announced',
      })
    }
    known.content = known.uploaded
    // Newest last, by the time from which it can be found.
    this.#entries.push(...this.#entries.splice(this.#entries.indexOf(known), 1))
    this.#evict()
    return answered({ ok: true, entry_id: String(this.#entries.length) })
  }

  /** The entry of a lookup: in the job's own scope first; there the exact key, then prefixes in their order, newest first. */
  #find(keys: readonly string[], version: string, scopes: readonly CacheScope[]): Entry | null {
    for (const { name } of scopes) {
      const newestFirst = this.#entries
        .filter((entry) => entry.scope === name && entry.version === version && entry.content !== null)
        .toReversed()
      const exact = newestFirst.find((entry) => entry.key === keys[0])
      if (exact !== undefined) return exact
      for (const prefix of keys) {
        const found = newestFirst.find((entry) => entry.key.startsWith(prefix))
        if (found !== undefined) return found
      }
    }
    return null
  }

  #evict(): void {
    let stored = this.#entries.reduce((sum, { content }) => sum + (content?.length ?? 0), 0)
    while (stored > MAX_STORED_BYTES) stored -= this.#entries.shift()?.content?.length ?? 0
  }

  readonly #numbers = new Map<Entry, number>()

  #signedUrl(entry: Entry, may: 'read' | 'write'): string {
    let number = this.#numbers.get(entry)
    if (number === undefined) this.#numbers.set(entry, (number = this.#numbers.size + 1))
    const host = this.#azure ? `http://${AZURE_HOST}/` : this.url
    return `${host}cache/${number}?sig=${this.#sign(`${may} ${number}`)}`
  }

  #serveBlob(
    number: number,
    url: URL,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): void {
    const part = url.searchParams.get('comp')
    const operation = request.method === 'PUT' ? 'upload' : 'download'
    this.#note(`${request.method} ${part ?? 'blob'}`)
    if (this.#failed(operation, response)) return
    const entry = [...this.#numbers].find(([, of]) => of === number)?.[0]
    const headers = {
      'x-ms-request-id': randomUUID(),
      'x-ms-version': String(request.headers['x-ms-version'] ?? '2024-11-04'),
      etag: '"0x1"',
      'last-modified': new Date().toUTCString(),
    }
    const may = operation === 'upload' ? 'write' : 'read'
    if (url.searchParams.get('sig') !== this.#sign(`${may} ${number}`) || entry === undefined) {
      return void response.writeHead(403, { ...headers, 'x-ms-error-code': 'AuthenticationFailed' }).end()
    }
    if (operation === 'upload') {
      if (!storeUpload(entry, part, url, request, body)) {
        return void response.writeHead(400, { ...headers, 'x-ms-error-code': 'InvalidHeaderValue' }).end()
      }
      return void response.writeHead(201, { ...headers, 'x-ms-request-server-encrypted': 'true' }).end()
    }
    if (entry.content === null) {
      return void response.writeHead(404, { ...headers, 'x-ms-error-code': 'BlobNotFound' }).end()
    }
    this.#sendBlob(entry.content, headers, request, response)
  }

  #sendBlob(
    content: Buffer,
    headers: Record<string, string>,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const fault = this.#faults.get('download')
    const bytes = fault === 'corrupt' ? content.map((byte, i) => (i < 8 ? byte : byte ^ 0x55)) : content
    const range = /^bytes=(\d+)-(\d*)$/.exec(
      String(request.headers['x-ms-range'] ?? request.headers.range ?? ''),
    )
    const start = Number(range?.[1] ?? 0)
    const end = Math.min(Number(range?.[2] || bytes.length - 1), bytes.length - 1)
    const wanted = bytes.subarray(start, end + 1)
    response.writeHead(range === null ? 200 : 206, {
      ...headers,
      'content-type': 'application/octet-stream',
      'content-length': wanted.length,
      'accept-ranges': 'bytes',
      'x-ms-blob-type': 'BlockBlob',
      ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${bytes.length}` }),
    })
    if (request.method === 'HEAD') response.end()
    else if (fault === 'truncated') {
      response.write(wanted.subarray(0, wanted.length >> 1), () => response.destroy())
    } else response.end(wanted)
  }
}

/** Takes a whole blob, one block of it, or the list that makes blocks a blob; false for a request that Azure would refuse. */
function storeUpload(
  entry: Entry,
  part: string | null,
  url: URL,
  request: IncomingMessage,
  body: Buffer,
): boolean {
  if (part === 'block') {
    entry.blocks.set(url.searchParams.get('blockid') ?? '', body)
    return true
  }
  if (part === 'blocklist') {
    const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map((match) => match[1]!)
    const blocks = ids.map((id) => entry.blocks.get(id))
    if (!blocks.every((block) => block !== undefined)) return false
    entry.uploaded = Buffer.concat(blocks)
    return true
  }
  if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return false
  entry.uploaded = body
  return true
}

/** The body of a request; null when it is too long to be kept. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > MAX_BODY_BYTES) return null
      chunks.push(chunk)
    }
  } catch {
    // The client went away, and waits for no answer.
    return null
  }
  return Buffer.concat(chunks)
}
