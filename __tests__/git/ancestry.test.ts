import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
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
    label: 'parent, since head is on origin/main',
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

test('a commit that the remote lost is not blamed on the network', async () => {
  const { origin } = remote()
  const clone = shallowClone(origin, 'refs/heads/main')
  const empty = origin.sandbox.repository('empty')
  clone.git('remote', 'set-url', 'origin', empty.url)
  const [sha, parent] = [clone.head(), origin.head('main~1')].map((id) => id.slice(0, 7))
  const refusal = await clone.refusal()
  expect(refusal.message).toBe(
    `The parent ${parent} of ${sha} is not in this shallow clone and could not be fetched`,
  )
  expect(refusal.remedy).toBe(
    'Fetch the history (with actions/checkout: fetch-depth: 0), or name another base in base.ref.',
  )
})

describe('a remote that cannot be reached comes first in the message', () => {
  /** A clone of the feature branch at depth 1, and a server that refuses whatever it is asked for. */
  async function cutOff(ref = 'refs/heads/feature') {
    const { origin, main, feature } = remote()
    const clone = shallowClone(origin, ref)
    const server = createServer((_, response) => void response.writeHead(403).end('blocked'))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
    clone.git('remote', 'set-url', 'origin', `http://user:secret@${address}/o/r.git`)
    const first = `git fetch of http://${address}/o/r.git failed: unable to access 'http://${address}/o/r.git/': The requested URL returned error: 403`
    return { clone, address, first, main, feature }
  }

  test('where the default branch is not there', async () => {
    const { clone, first } = await cutOff()
    expect(await clone.refusal()).toMatchObject({
      code: 'no-merge-base',
      message: `${first}\nThis clone does not hold its default branch, which is the base.`,
      remedy:
        'Make the remote reachable from here (network, proxy, credentials), fetch the history beforehand (with actions/checkout: fetch-depth: 0), or name another base in base.ref.',
    })
  })

  test('where CI names the target branch, behind a proxy that refuses', async () => {
    const { clone, address } = await cutOff()
    clone.git('remote', 'set-url', 'origin', 'http://host.invalid/o/r.git')
    const env = { ...clone.sandbox.env, http_proxy: `http://${address}`, GITHUB_BASE_REF: 'main' }
    expect((await clone.refusal({ env })).message).toBe(
      "git fetch of http://host.invalid/o/r.git failed: unable to access 'http://host.invalid/o/r.git/': The requested URL returned error: 403\nThis clone does not hold the target branch main, which is the base.",
    )
  })

  test('where the clone knows origin/main, but not where the two met', async () => {
    const { clone, first, main, feature } = await cutOff()
    clone.git(
      'fetch',
      '--quiet',
      '--depth=1',
      clone.sandbox.directory + '/origin',
      '+main:refs/remotes/origin/main',
    )
    expect((await clone.refusal()).message).toBe(
      `${first}\nworking tree (${feature.slice(0, 7)}) and origin/main (${main.slice(0, 7)}) have no common ancestor in this shallow clone.`,
    )
  })

  test('where the parent is not there', async () => {
    const { clone, first, main } = await cutOff('refs/heads/main')
    const { message } = await clone.refusal()
    expect(message.split('\n')[0]).toBe(first)
    expect(message.split('\n')[1]).toMatch(
      new RegExp(`^The parent [0-9a-f]{7} of ${main.slice(0, 7)} is not in this shallow clone\\.$`),
    )
  })

  test('where base.ref names something else', async () => {
    const { clone, first } = await cutOff()
    for (const ref of ['v1.0.0', '1'.repeat(40)]) {
      const refusal = await clone.refusal({ base: { kind: 'ref', ref } })
      expect(refusal).toMatchObject({ code: 'ref', message: `${first}\n${ref} is not in this clone.` })
    }
  })

  test('by its path', async () => {
    const { clone } = await cutOff()
    clone.git('remote', 'set-url', 'origin', '/nowhere/at all')
    expect((await clone.refusal()).message.split('\n')[0]).toBe(
      "git fetch of /nowhere/at all failed: '/nowhere/at all' does not appear to be a git repository; Could not read from remote repository.",
    )
  })
})

test('histories without a common commit', async () => {
  const { origin } = remote()
  const clone = shallowClone(origin, 'refs/heads/main')
  clone.git('switch', '--quiet', '--orphan', 'other')
  clone.commit()
  const { message } = await clone.refusal()
  expect(message).toMatch(
    /^working tree \([0-9a-f]{7}\) and origin\/main \([0-9a-f]{7}\) have no common ancestor\. This clone is shallow, and deepening it did not reach one\.$/,
  )
})
