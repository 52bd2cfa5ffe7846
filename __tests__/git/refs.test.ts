import { mkdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'
import { openCheckouts } from '../../src/checkout/checkout.ts'
import { UserError } from '../../src/errors.ts'
import { LONG_MS, Sandbox, type TestRepository } from '../checkout/sandbox.ts'

/** main with two commits, feature with two of its own, main one further. */
function branched(): { repository: TestRepository; fork: string; feature: string; main: string } {
  const repository = new Sandbox().repository()
  repository.commit()
  const fork = repository.commit()
  repository.git('switch', '--quiet', '--create', 'feature')
  repository.commit()
  const feature = repository.commit()
  repository.git('switch', '--quiet', 'main')
  const main = repository.commit()
  repository.git('switch', '--quiet', 'feature')
  return { repository, fork, feature, main }
}

describe('merge-base', () => {
  test('is where a feature branch left the local default branch', async () => {
    const { repository, fork, feature } = branched()
    const { base, head } = await repository.open()
    expect(base.revision).toEqual({ label: 'merge-base', sha: fork, dirty: false })
    expect(head.revision).toEqual({ label: 'working tree', sha: feature, dirty: false })
  })

  test("prefers the remote's default branch, whatever it is called", async () => {
    const { repository, main } = branched()
    const clone = repository.sandbox.repository('clone')
    repository.git('branch', '--move', 'main', 'trunk')
    repository.git('switch', '--quiet', 'trunk')
    clone.git('remote', 'add', 'origin', repository.url)
    clone.git('fetch', '--quiet', 'origin')
    clone.git('remote', 'set-head', 'origin', '--auto')
    clone.git('switch', '--quiet', '--create', 'work', 'origin/trunk')
    // A local main that has nothing to do with it.
    clone.git('branch', 'main', 'origin/feature')
    clone.commit()
    expect((await clone.open()).base.revision).toMatchObject({ label: 'merge-base', sha: main })
  })

  test("is taken with a pull request's own target where CI names it", async () => {
    const { repository, feature } = branched()
    const clone = repository.sandbox.repository('clone')
    clone.git('remote', 'add', 'origin', repository.url)
    clone.git('fetch', '--quiet', 'origin')
    clone.git('switch', '--quiet', '--create', 'work', 'origin/feature')
    clone.commit()
    const env = { ...repository.sandbox.env, GITHUB_BASE_REF: 'feature' }
    expect((await clone.open({ env })).base.revision.sha).toBe(feature)
  })

  test('of a clean default branch is the parent, of a dirty one HEAD', async () => {
    const { repository, main, fork } = branched()
    repository.git('switch', '--quiet', 'main')
    const clean = await repository.open()
    expect(clean.base.revision).toEqual({ label: 'parent, since head is on main', sha: fork, dirty: false })
    await clean.remove()
    repository.write({ 'log.txt': 'edited' })
    const dirty = await repository.open()
    expect(dirty.base.revision).toEqual({
      label: 'HEAD, below the uncommitted changes',
      sha: main,
      dirty: false,
    })
    expect(dirty.head.revision).toEqual({ label: 'working tree', sha: main, dirty: true })
  })

  test('of the merge that GitHub previews is its first parent, in a full clone too', async () => {
    const { repository, main, feature } = branched()
    repository.git('switch', '--quiet', '--detach', 'main')
    repository.git(
      'merge',
      '--quiet',
      '--strategy=ours',
      '--no-ff',
      '--message',
      `Merge ${feature} into ${main}`,
      'feature',
    )
    // The branch that the pull request wants to go to is none of the usual ones.
    repository.git('branch', '--force', 'main', 'main~2')
    expect((await repository.open()).base.revision).toMatchObject({ label: 'merge-base', sha: main })
  })

  test('does not exist between unrelated histories', async () => {
    const { repository } = branched()
    repository.git('switch', '--quiet', '--orphan', 'other')
    const head = repository.commit()
    const error = await repository.refusal()
    expect(error.code).toBe('no-merge-base')
    expect(error.message).toMatch(`working tree (${head.slice(0, 7)}) and main (`)
    expect(error.message).toMatch('have no common ancestor')
    expect(error.remedy).toMatch('base.ref')
  })

  test('needs a default branch', async () => {
    const { repository } = branched()
    repository.git('branch', '--move', 'main', 'trunk')
    expect(await repository.refusal()).toMatchObject({ code: 'no-merge-base', message: /No default branch/ })
  })
})

describe('other bases', () => {
  test('parent: first parent of a clean head or ref, HEAD below changes', async () => {
    const { repository, feature } = branched()
    const parent = repository.head('HEAD~1')
    const clean = await repository.open({ base: { kind: 'parent' } })
    expect(clean.base.revision).toEqual({ label: 'parent', sha: parent, dirty: false })
    repository.write({ 'new.txt': '' })
    const dirty = await repository.open({ base: { kind: 'parent' } })
    expect(dirty.base.revision).toMatchObject({ label: 'HEAD, below the uncommitted changes', sha: feature })
    const ref = await repository.open({ base: { kind: 'parent' }, head: { kind: 'ref', ref: 'feature' } })
    expect(ref.base.revision.sha).toBe(parent)
    expect(ref.head.revision).toEqual({ label: 'feature', sha: feature, dirty: false })
  })

  test('parent of a first commit', async () => {
    const repository = new Sandbox().repository()
    repository.commit()
    expect(await repository.refusal({ base: { kind: 'parent' } })).toMatchObject({
      code: 'first-commit',
      message: /is the first commit of the repository/,
      remedy:
        'Change a file, or commit again: then this commit is the base. Or name another base in base.ref.',
    })
  })

  test('ref: branches, tags, abbreviations, expressions; a name that only the remote has', async () => {
    const { repository, main, fork, feature } = branched()
    repository.git('tag', '--annotate', '--message', 'x', 'v1.0.0', fork)
    for (const [ref, sha] of Object.entries({
      main,
      'v1.0.0': fork,
      [main.slice(0, 8)]: main,
      'feature~2': fork,
      'HEAD^{}': feature,
    })) {
      const opened = await repository.open({ base: { kind: 'ref', ref } })
      expect(opened.base.revision).toEqual({ label: ref, sha, dirty: false })
      await opened.remove()
    }
    const clone = repository.sandbox.repository('clone')
    clone.git('remote', 'add', 'origin', repository.url)
    clone.git('fetch', '--quiet', 'origin')
    clone.git('switch', '--quiet', 'feature')
    expect((await clone.open({ base: { kind: 'ref', ref: 'main' } })).base.revision.sha).toBe(main)
  })

  test('tag: the newest that matches and can be reached, not the one on a clean head', async () => {
    const repository = new Sandbox().repository()
    repository.commit()
    repository.git('tag', 'v1.9.0')
    const wanted = repository.commit()
    repository.git('tag', 'v1.10.0')
    repository.commit()
    repository.git('tag', 'other')
    repository.git('switch', '--quiet', '--create', 'elsewhere')
    repository.commit()
    repository.git('tag', 'v9.0.0')
    repository.git('switch', '--quiet', 'main')
    const head = repository.commit()
    repository.git('tag', 'v2.0.0')
    const base = { kind: 'tag', pattern: 'v*' } as const
    expect((await repository.open({ base })).base.revision).toEqual({
      label: 'v1.10.0',
      sha: wanted,
      dirty: false,
    })
    repository.write({ 'new.txt': '' })
    expect((await repository.open({ base })).base.revision).toEqual({
      label: 'v2.0.0',
      sha: head,
      dirty: false,
    })
    expect(await repository.refusal({ base: { kind: 'tag', pattern: 'w*' } })).toMatchObject({
      code: 'ref',
      message: /^No tag that matches w\* can be reached from working tree/,
    })
    repository.commit()
    repository.git('tag', 'w1')
    expect(
      await repository.refusal({ base: { kind: 'tag', pattern: 'w*' }, head: { kind: 'ref', ref: 'HEAD' } }),
    ).toMatchObject({
      code: 'ref',
      message: /^No tag that matches w\*, other than its own w1, can be reached from HEAD \([0-9a-f]{7}\)$/,
    })
  })

  test('one commit on both sides is said to be just that', async () => {
    const { repository } = branched()
    const { warnings } = await repository.open({ base: { kind: 'ref', ref: 'HEAD' } })
    expect(warnings).toEqual([
      expect.stringMatching(/^base and head are the same commit, [0-9a-f]{7}: only noise/),
    ])
  })
})

describe('mistakes', () => {
  test('a name that is nearly that of a branch or tag', async () => {
    const { repository } = branched()
    repository.git('tag', 'v1.2.0')
    const branch = await repository.refusal({ base: { kind: 'ref', ref: 'mian' } })
    expect(branch).toMatchObject({
      code: 'ref',
      message: 'mian is no branch, tag or commit of this repository',
    })
    expect(branch.remedy).toBe('Did you mean main?')
    const tag = await repository.refusal({ head: { kind: 'ref', ref: 'v1.20' } })
    expect(tag.remedy).toBe('Did you mean v1.2.0?')
    expect((await repository.refusal({ base: { kind: 'ref', ref: 'nothing-like-it' } })).remedy).toMatch(
      'git branch -a',
    )
  })

  test('no repository, no commit, a bare repository', async () => {
    const sandbox = new Sandbox()
    const plain = `${sandbox.directory}/plain`
    mkdirSync(plain)
    const empty = sandbox.repository('empty')
    const refused = async (project: string) => {
      const error: unknown = await empty.open({ project }).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(UserError)
      return error as UserError
    }
    expect(await refused(plain)).toMatchObject({
      code: 'git',
      message: `${plain} is not in a git repository`,
    })
    expect(await refused(empty.root)).toMatchObject({
      code: 'git',
      message: `${empty.root} has no commit yet`,
    })
    expect(await refused(empty.path('.git'))).toMatchObject({
      code: 'git',
      message: /must be run in a work tree/,
    })
    expect(await refused(`${sandbox.directory}/missing`)).toMatchObject({
      code: 'git',
      message: /could not be started/,
    })
  })

  test('variables of a git hook do not lead to another repository', async () => {
    const { repository, fork } = branched()
    const other = repository.sandbox.repository('other')
    const env = {
      ...repository.sandbox.env,
      GIT_DIR: other.path('.git'),
      GIT_INDEX_FILE: 'nowhere',
      GIT_WORK_TREE: '/',
    }
    const opened = await openCheckouts({
      project: repository.root,
      base: { kind: 'merge-base' },
      head: { kind: 'working-tree' },
      setup: { base: null, head: null },
      baseMayFail: false,
      dependencyCache: null,
      onProgress: () => {},
      signal: new AbortController().signal,
      env,
      host: readHost({}),
      gitSettings: [],
      timeLimitMs: LONG_MS,
    })
    expect(opened.base.revision.sha).toBe(fork)
    await opened.remove()
  })
})
