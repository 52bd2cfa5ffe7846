import { createHash, hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type GitSetting, withGitSettings } from '../git/variables.ts'
import { Git } from '../git/git.ts'
import type { Host } from '../model/host.ts'
import { type MirrorState, prepareMirror, REFS } from './mirror-files.ts'
import { withoutCredentials } from '../git/variables.ts'
import { portions } from './portions.ts'
import { kindOf, Refused } from './refused.ts'
import { parseTree, type TreeEntry, treeLines } from './tree.ts'

/** One command; a slow remote sends the newest 200 runs of a large project within this. */
const COMMAND_LIMIT_MS = 10 * 60 * 1000
/** Bytes that git hands over in one go. */
const READ_AT_ONCE_BYTES = 8 * 1024 * 1024

const REMOTE = 'benchgate-store'
const FETCH = ['fetch', '--no-tags', '--no-write-fetch-head', '--no-progress', '--no-prune', '--no-auto-gc']

/** Commits of a machine; the address cannot belong to anyone. */
const IDENTITY = {
  GIT_AUTHOR_NAME: 'Benchgate',
  GIT_AUTHOR_EMAIL: 'benchgate@noreply.invalid',
  GIT_COMMITTER_NAME: 'Benchgate',
  GIT_COMMITTER_EMAIL: 'benchgate@noreply.invalid',
}

export interface MirrorOptions {
  /** A URL, or the absolute path of a repository. */
  remote: string
  /** Without refs/heads/. */
  branch: string
  /** Where the mirror is or will be; the caller keeps or removes it. All else there is removed. */
  directory: string
  /** git configuration for this remote, such as a token, handed over in git's environment alone. */
  settings: readonly GitSetting[]
  env: NodeJS.ProcessEnv
  host: Host
  signal: AbortSignal
}

/** What to leave out of a fetch: every file, or every folder too. */
type Filter = 'blob:none' | 'tree:0'

export interface ObjectInfo {
  sha: string
  type: string
  size: number
}

/** The mirror is of no use: it is damaged, or the remote has to be mirrored in another way. */
export class StartAnew extends Error {
  /** Without filters: this remote does not hand out single objects. */
  readonly whole: boolean

  constructor(message: string, { whole }: { whole: boolean }) {
    super(message)
    this.whole = whole
  }
}

/**
 * A bare repository that holds what was needed of one branch: the newest commit, its folders, some files.
 * What it lacks is asked for by name, all in one request; nothing is fetched behind its back. Credentials are
 * in the environment of git, nowhere else.
 */
export class Mirror {
  readonly #o: MirrorOptions
  readonly #local: Git
  readonly #whole: boolean
  /** False for one that was just made: whatever is wrong with that, another would have too. */
  readonly #reused: boolean
  /** Whether the remote leaves out what it is asked to leave out; null: it was not asked yet. */
  #filters: boolean | null = null

  private constructor(o: MirrorOptions, { reused, whole }: MirrorState) {
    this.#o = o
    this.#reused = reused
    this.#whole = whole
    // Users may have forbidden git to work in bare repositories that it happens to be in; this one is meant.
    this.#local = this.#git([['safe.bareRepository', 'all']])
  }

  /** Opens or makes the directory's mirror: `anew` takes over nothing, `whole` asks for no parts. */
  static async open(o: MirrorOptions, { anew = false, whole = false } = {}): Promise<Mirror> {
    // The address may hold a password, and tokens change with every job.
    const identity = hash('sha256', JSON.stringify([withoutCredentials(o.remote), o.branch]))
    return new Mirror(o, await prepareMirror(o, identity, { anew, whole }))
  }

  #git(settings: readonly GitSetting[]): Git {
    return new Git(this.#o.directory, withGitSettings(this.#o.env, settings), {
      signal: this.#o.signal,
      remainingMs: () => COMMAND_LIMIT_MS,
      host: this.#o.host,
      timeRemedy: 'Look at the network and at the remote, and run the job again.',
    })
  }

  #remote(more: readonly GitSetting[] = []): Git {
    return this.#git([
      ['safe.bareRepository', 'all'],
      ['protocol.version', '2'],
      // Without it a push would go through all folders of the commit that it builds on.
      ['pack.useSparse', 'true'],
      ['push.followTags', 'false'],
      ['push.gpgSign', 'false'],
      ['push.recurseSubmodules', 'no'],
      ...this.#o.settings,
      [`remote.${REMOTE}.url`, this.#o.remote],
      // Known as a partial clone beforehand, or git would write so into the file of settings.
      ...(this.#whole
        ? []
        : ([
            [`remote.${REMOTE}.promisor`, 'true'],
            [`remote.${REMOTE}.partialclonefilter`, 'blob:none'],
          ] as const)),
      ...more,
    ])
  }

  #filter(filter: Filter): string[] {
    return this.#whole ? [] : [`--filter=${filter}`]
  }

  /** The commit that an own ref names, null when it does not exist. */
  async ref(name: keyof typeof REFS): Promise<string | null> {
    return await this.#local.maybe('rev-parse', '--verify', '--quiet', REFS[name])
  }

  async setRef(name: keyof typeof REFS, commit: string): Promise<void> {
    await this.#must(['update-ref', REFS[name], commit])
  }

  /** Fetches the newest commit without its history; null when there is no branch. Throws Refused. */
  async fetchTip(filter: Filter): Promise<string | null> {
    return await this.#fetchBranch('--depth=1', ...this.#filter(filter))
  }

  /** The branch that the remote's HEAD names; null where it names none, or one without commits. */
  async defaultBranch(): Promise<string | null> {
    const answer = await this.#remote().ask('ls-remote', '--symref', REMOTE, 'HEAD')
    if (!answer.ok) throw this.#failure(answer.said)
    return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer.stdout.toString())?.[1] ?? null
  }

  /**
   * The remote's tags with a number and a dot in their names, as `git ls-remote` lists them. Throws Refused.
   */
  async releaseTags(): Promise<string> {
    const answer = await this.#remote().ask('ls-remote', '--tags', REMOTE, 'refs/tags/*[0-9].[0-9]*')
    if (!answer.ok) throw this.#failure(answer.said)
    return answer.stdout.toString()
  }

  /** Fetches all commits with all their folders; null when there is no branch. Throws Refused. */
  async fetchHistory(): Promise<string | null> {
    // git's word for no limit, also where less was fetched before.
    return await this.#fetchBranch('--depth=2147483647', ...this.#filter('blob:none'))
  }

  async #fetchBranch(...options: string[]): Promise<string | null> {
    const refspec = `+refs/heads/${this.#o.branch}:${REFS.tip}`
    const answer = await this.#remote().ask(...FETCH, ...options, REMOTE, refspec)
    if (!answer.ok && kindOf(answer.said) === 'no-branch') return null
    if (!answer.ok) throw this.#failure(answer.said)
    this.#filters = !this.#whole && !answer.said.includes('filtering not recognized')
    return await this.ref('tip')
  }

  /**
   * Fetches a commit and `depth` generations of its history, nothing but commits; false where the remote
   * leaves nothing out and would send all their files too. Throws Refused.
   */
  async fetchCommits(sha: string, depth: number): Promise<boolean> {
    // Only the answer to a fetch of the branch tells.
    if (this.#filters === null) await this.fetchTip('tree:0')
    if (this.#filters !== true) return false
    const answer = await this.#remote().ask(
      ...FETCH,
      `--depth=${depth}`,
      ...this.#filter('tree:0'),
      REMOTE,
      sha,
    )
    if (!answer.ok) throw this.#failure(answer.said)
    return true
  }

  #anew(why: string): StartAnew {
    return new StartAnew(why, { whole: this.#whole })
  }

  /** A sound mirror has no failures that nobody knows; one from elsewhere may be the reason itself. */
  #failure(said: string): Error {
    const refused = new Refused(said)
    return this.#reused && refused.kind === 'unknown' ? this.#anew(said) : refused
  }

  /** Type and size of those objects that are here, in the order they were asked for. */
  async #present(shas: readonly string[]): Promise<ObjectInfo[]> {
    if (shas.length === 0) return []
    const input = `${shas.join('\n')}\n`
    const output = (await this.#must(['cat-file', '--batch-check'], input)).toString()
    return output
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const [sha = '', type = '', size = ''] = line.split(' ')
        return type === 'missing' || size === '' ? [] : [{ sha, type, size: Number(size) }]
      })
  }

  /** Fetches those of the objects that are not here, in one request, and tells about all. Throws Refused. */
  async ensure(shas: readonly string[]): Promise<ObjectInfo[]> {
    const wanted = [...new Set(shas)]
    const present = await this.#present(wanted)
    const known = new Set(present.map(({ sha }) => sha))
    const missing = wanted.filter((sha) => !known.has(sha))
    if (missing.length === 0) return present
    if (this.#whole) throw new StartAnew('objects are missing', { whole: true })
    // What is here is of no help to the remote: these objects are asked for by name.
    const remote = this.#remote([['fetch.negotiationAlgorithm', 'noop']])
    const answer = await remote.run([...FETCH, ...this.#filter('tree:0'), '--stdin', REMOTE], {
      input: `${missing.join('\n')}\n`,
    })
    if (!answer.ok) {
      if (kindOf(answer.said) === 'no-objects') throw new StartAnew(answer.said, { whole: true })
      throw this.#failure(answer.said)
    }
    const complete = await this.#present(wanted)
    // A damaged pack keeps git from storing the same one again.
    if (complete.length < wanted.length) throw this.#anew('objects are missing after they came')
    return complete
  }

  /** The contents of objects that are here, each checked against its id, a few at a time. */
  async *contents(
    objects: readonly ObjectInfo[],
  ): AsyncGenerator<{ sha: string; type: string; bytes: Buffer }> {
    for (const portion of portions(objects, ({ size }) => size, READ_AT_ONCE_BYTES)) {
      const input = `${portion.map(({ sha }) => sha).join('\n')}\n`
      const room = portion.reduce((sum, { size }) => sum + size + 200, 0)
      const output = await this.#must(['cat-file', '--batch'], input, room)
      let at = 0
      for (const { sha, type, size } of portion) {
        const header = `${sha} ${type} ${size}\n`
        const start = at + header.length
        const bytes = output.subarray(start, start + size)
        const isWhole = output.toString('latin1', at, start) === header && bytes.length === size
        // Packs from a cache may hold anything under any name, and git does not look.
        if (!isWhole || idOf(type, bytes, sha.length) !== sha) throw this.#anew(`${sha} is damaged`)
        yield { sha, type, bytes }
        at = start + size + 1
      }
    }
  }

  /** An object that has to be of this type, fetched where it is not here. */
  async #read(sha: string, wanted: 'commit' | 'tree'): Promise<Buffer> {
    for await (const { type, bytes } of this.contents(await this.ensure([sha])))
      if (type === wanted) return bytes
    throw this.#anew(`${sha} is no ${wanted}`)
  }

  /** The entries of a folder by its id. */
  async tree(sha: string): Promise<TreeEntry[]> {
    return parseTree(await this.#read(sha, 'tree'))
  }

  /** The entries of a commit's root folder. */
  async root(commit: string): Promise<TreeEntry[]> {
    const sha = /^tree ([0-9a-f]{40,64})\n/.exec((await this.#read(commit, 'commit')).toString('latin1'))?.[1]
    if (sha === undefined) throw this.#anew(`${commit} has no folder`)
    return await this.tree(sha)
  }

  /** Stores files; resolves with their ids, in the order of the texts. */
  async writeFiles(texts: readonly string[]): Promise<string[]> {
    const parts = texts.flatMap((text, i) => {
      const bytes = Buffer.from(text)
      const mark = `:${i + 1}`
      return [
        Buffer.from(`blob\nmark ${mark}\ndata ${bytes.length}\n`),
        bytes,
        Buffer.from(`\nget-mark ${mark}\n`),
      ]
    })
    const said = await this.#must(
      ['fast-import', '--quiet', '--done'],
      Buffer.concat([...parts, Buffer.from('done\n')]),
    )
    return line(said).split('\n')
  }

  /** A folder of entries that need not be here. */
  async writeTree(entries: readonly TreeEntry[]): Promise<string> {
    return line(await this.#must(['mktree', '-z', '--missing'], treeLines(entries)))
  }

  /** A commit of a root folder with these entries. */
  async commit(c: {
    root: readonly TreeEntry[]
    parent: string | null
    message: string
    at: Date
  }): Promise<{ sha: string; message: string }> {
    const root = await this.writeTree(c.root)
    const date = `@${Math.floor(c.at.getTime() / 1000)} +0000`
    const git = this.#local.in(this.#o.directory, {
      ...IDENTITY,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    })
    const args = ['commit-tree', root, ...(c.parent === null ? [] : ['-p', c.parent]), '-F', '-']
    return { sha: line(await this.#must(args, c.message, undefined, git)), message: c.message }
  }

  /** Moves the branch to a commit, never by force. Throws Refused. */
  async push(commit: string): Promise<void> {
    const answer = await this.#remote().ask(
      'push',
      '--no-progress',
      REMOTE,
      `${commit}:refs/heads/${this.#o.branch}`,
    )
    if (!answer.ok) throw new Refused(answer.said)
  }

  /** A commit and its ancestors that are here, at most `limit`, in git's order, each checked by its id. */
  async commits(sha: string, limit: number): Promise<string[]> {
    const listed = (await this.#must(['rev-list', `--max-count=${limit}`, sha])).toString().trim().split('\n')
    for await (const _ of this.contents(await this.#present(listed)));
    return listed
  }

  /** The messages of a commit and its ancestors that are here, newest first, at most `limit`. */
  async *messages(sha: string, limit: number): AsyncGenerator<string> {
    const listed = await this.commits(sha, limit)
    for await (const { bytes } of this.contents(await this.#present(listed))) {
      const text = bytes.toString()
      yield text.slice(text.indexOf('\n\n') + 2)
    }
  }

  /** Commits whose parents were left out. */
  async boundaries(): Promise<Set<string>> {
    const text = await readFile(join(this.#o.directory, 'shallow'), 'latin1').catch(() => '')
    return new Set(text.split('\n'))
  }

  /** What each commit of a list changes, as `git diff-tree --stdin --raw -z` puts it. */
  async changes(commits: readonly string[]): Promise<Buffer> {
    const args = [
      'diff-tree',
      '--stdin',
      '-r',
      '-m',
      '--root',
      '--no-renames',
      '--raw',
      '-z',
      '--no-abbrev',
      '--always',
    ]
    return await this.#must(args, `${commits.join('\n')}\n`)
  }

  /** Output of a command that works on what is here. */
  async #must(
    args: readonly string[],
    input?: string | Buffer,
    outputLimitBytes?: number,
    git = this.#local,
  ): Promise<Buffer> {
    const answer = await git.run(args, { input, outputLimitBytes })
    if (answer.ok) return answer.stdout
    if (kindOf(answer.said) !== 'disk' && this.#reused) throw this.#anew(answer.said)
    throw kindOf(answer.said) === 'disk' ? new Refused(answer.said) : git.failure(args[0]!, answer)
  }
}

/** The id by which git knows an object; `digits` is the length of ids in that repository. */
export function idOf(type: string, bytes: Buffer, digits: number): string {
  const object = createHash(digits === 64 ? 'sha256' : 'sha1')
  return object.update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}

const line = (output: Buffer): string => output.toString().trim()
