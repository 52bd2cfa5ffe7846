import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Sandbox, type TestRepository } from '../checkout/sandbox.ts'

/** A remote with 60 commits on main before a feature branch of 3 leaves, and 40 after it. */
function remote(): { origin: TestRepository; fork: string; feature: string; main: string } {
  const origin = new Sandbox().repository('origin')
  let seconds = 1_600_000_000
  const commits = (branch: string, count: number, from = '') =>
    Array.from({ length: count }, (_, i) => {
      const parent = i === 0 ? from : ''
      return `commit refs/heads/${branch}\ncommitter A <a@example.com> ${++seconds} +0000\ndata 1\nx\n${parent}M 644 inline ${branch}.txt\ndata 1\n${i % 10}\n`
    }).join('')
  origin.import(commits('main', 60) + commits('feature', 3, 'from refs/heads/main\n') + commits('main', 40))
  origin.git('reset', '--quiet', '--hard', 'main')
  return { origin, fork: origin.head('main~40'), feature: origin.head('feature'), main: origin.head() }
}

function shallowClone(origin: TestRepository, ref: string): TestRepository {
  const clone = origin.sandbox.repository('clone')
  clone.git('remote', 'add', 'origin', origin.url)
  clone.git(
    'fetch',
    '--quiet',
    '--no-tags',
    '--depth=1',
    'origin',
    `+${ref}:refs/remotes/${ref.replace(/^refs\/(heads\/)?/, '')}`,
  )
  clone.git('checkout', '--quiet', '--detach', 'FETCH_HEAD')
  return clone
}

test('a merge preview at depth 1 has its first parent fetched, and no more', async () => {
  const { origin, feature, main } = remote()
  origin.git('switch', '--quiet', '--detach', 'main')
  origin.git('merge', '--quiet', '--no-ff', '--message', `Merge ${feature} into ${main}`, 'feature')
  origin.git('update-ref', 'refs/pull/7/merge', 'HEAD')
  origin.git('switch', '--quiet', 'main')
  // The target branch moves on before the job starts: the merge still stands on what it was made from.
  origin.commit()
  const clone = shallowClone(origin, 'refs/pull/7/merge')
  const refs = clone.git('for-each-ref')
  expect((await clone.open()).base.revision).toEqual({ label: 'merge-base', sha: main, dirty: false })
  expect(clone.git('for-each-ref')).toBe(refs)
  // The merge and its first parent.
  const types = clone.git('cat-file', '--batch-all-objects', '--batch-check=%(objecttype)')
  expect(types.match(/^commit$/gm)).toHaveLength(2)
})

test('a branch at depth 1 is deepened until it meets the default branch; no ref moves', async () => {
  const { origin, fork, feature } = remote()
  const clone = shallowClone(origin, 'refs/heads/feature')
  const refs = clone.git('for-each-ref')
  const { base, head } = await clone.open()
  expect(base.revision).toEqual({ label: 'merge-base', sha: fork, dirty: false })
  expect(head.revision.sha).toBe(feature)
  expect(clone.git('for-each-ref')).toBe(refs)
})

test('a local commit that the remote does not know is no obstacle', async () => {
  const { origin, fork } = remote()
  const clone = shallowClone(origin, 'refs/heads/feature')
  clone.commit()
  expect((await clone.open()).base.revision.sha).toBe(fork)
})

test('a merge of the default branch into the branch is not taken for a preview', async () => {
  const { origin, main } = remote()
  origin.git('switch', '--quiet', 'feature')
  origin.git('merge', '--quiet', '--no-ff', '--message', 'Merge main', 'main')
  origin.git('switch', '--quiet', 'main')
  const clone = shallowClone(origin, 'refs/heads/feature')
  expect((await clone.open()).base.revision.sha).toBe(main)
})

test('a push to the default branch at depth 1 has its parent fetched', async () => {
  const { origin } = remote()
  const clone = shallowClone(origin, 'refs/heads/main')
  expect((await clone.open()).base.revision).toEqual({
    label: 'parent (head is on origin/main)',
    sha: origin.head('main~1'),
    dirty: false,
  })
})

test('a branch, a tag and a commit that only the remote has', async () => {
  const { origin, main, fork } = remote()
  origin.git('tag', '--annotate', '--message', 'x', 'v1.0.0', fork)
  const clone = shallowClone(origin, 'refs/heads/feature')
  for (const [ref, sha] of Object.entries({ main, 'v1.0.0': fork, [fork]: fork })) {
    const opened = await clone.open({ base: { kind: 'ref', ref } })
    expect(opened.base.revision).toEqual({ label: ref, sha, dirty: false })
    await opened.remove()
  }
  expect((await clone.refusal({ base: { kind: 'ref', ref: 'nothing' } })).remedy).toMatch('fetch-depth: 0')
})

test('without the remote the message says what to do', async () => {
  const { origin } = remote()
  const clone = shallowClone(origin, 'refs/heads/main')
  rmSync(origin.root, { recursive: true })
  const parent = await clone.refusal()
  expect(parent).toMatchObject({
    code: 'no-merge-base',
    message: /is not in this shallow clone and could not be fetched/,
  })
  expect(parent.remedy).toMatch('fetch-depth: 0')
  clone.git('switch', '--quiet', '--orphan', 'other')
  clone.commit()
  expect(await clone.refusal()).toMatchObject({
    code: 'no-merge-base',
    message: /deepening it did not reach one/,
  })
})
