import { expect, test } from 'vitest'
import { filesOfPull, findPull } from '../../src/github/pulls.ts'
import type { Pull } from '../e2e/doubles/github-api.ts'
import { READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { BASE_SHA, SHA, startSandbox } from './sandbox.ts'

const run = { headSha: SHA, headBranch: 'feature', headRepository: 'stranger/project' }
const pull = (number: number, changes: Partial<Pull> = {}, head: Partial<Pull['head']> = {}): Pull => ({
  number,
  state: 'open',
  head: { sha: SHA, ref: 'feature', repository: 'stranger/project', ...head },
  base: { sha: BASE_SHA, ref: 'main' },
  ...changes,
})

test('the pull request of a fork, by commit, branch and repository', async () => {
  const { api, open } = await startSandbox(READ_TOKEN)
  api.pulls.push(
    pull(1, {}, { ref: 'other' }),
    pull(2, {}, { repository: 'octo/project' }),
    // The same owner may have a second fork.
    pull(3, {}, { repository: 'stranger/copy' }),
    pull(4, { state: 'closed' }),
    pull(5),
    pull(6, { base: { sha: SHA, ref: 'release/1' } }),
  )
  expect(await findPull(open(), run)).toEqual({
    status: 'found',
    pulls: [
      { number: 5, baseRef: 'main', baseSha: BASE_SHA },
      { number: 6, baseRef: 'release/1', baseSha: SHA },
    ],
  })
})

test.each<[string, Pull[], typeof run | { headBranch: null } | { headRepository: null }, string]>([
  [
    'moved on meanwhile',
    [pull(5, {}, { sha: 'c'.repeat(40) })],
    run,
    '#5 has moved on from aaaaaaa to ccccccc',
  ],
  ['closed meanwhile', [pull(5, { state: 'closed' })], run, '#5 is closed'],
  ['never was', [], run, 'no pull request proposes aaaaaaa of stranger/project'],
  ['with a branch that is gone', [pull(5)], { headBranch: null }, 'gone'],
  ['with a fork that is gone', [pull(5)], { headRepository: null }, 'gone'],
])('a pull request that %s: none, with the reason', async (_what, pulls, changes, reason) => {
  const { api, open } = await startSandbox()
  api.pulls.push(...pulls)
  expect(await findPull(open(), { ...run, ...changes })).toEqual({
    status: 'none',
    reason: expect.stringContaining(reason),
  })
})

test('a branch with a name that means something in an address', async () => {
  const { api, open } = await startSandbox()
  const ref = 'a&state=closed#x/ü %2F'
  api.pulls.push(pull(5, {}, { ref }))
  expect(await findPull(open(), { ...run, headBranch: ref })).toMatchObject({ status: 'found' })
})

test('the files of a pull request, page after page, and at most as many as GitHub lists', async () => {
  const { api, open } = await startSandbox(READ_TOKEN)
  const files = Array.from({ length: 3_050 }, (_, i) => `src/${i}.ts`)
  const edited = (some: readonly string[]) => new Map(some.map((path) => [path, 'edited']))
  api.pulls.push(pull(5, { files: files.slice(0, 150) }), pull(6, { files }), pull(7))
  api.pulls.push(pull(8, { files: ['a.ts', 'b.ts'], added: ['b.ts'] }))
  expect(await filesOfPull(open(), 5)).toEqual(edited(files.slice(0, 150)))
  expect(await filesOfPull(open(), 6)).toEqual(edited(files.slice(0, 3_000)))
  expect(await filesOfPull(open(), 7)).toEqual(new Map())
  expect(await filesOfPull(open(), 8)).toEqual(
    new Map([
      ['a.ts', 'edited'],
      ['b.ts', 'new'],
    ]),
  )
  expect(api.violations).toEqual([])
})
