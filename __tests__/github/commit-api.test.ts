import { expect, test } from 'vitest'
import { ApiError } from '../../src/github/api-error.ts'
import { commitByApi } from '../../src/github/commit-api.ts'
import { type Answer, type Branch, READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { type Sandbox, SHA, startSandbox } from './sandbox.ts'

const change = {
  branch: 'benchgate',
  expectedHeadSha: SHA,
  message: 'Record 4f1c2aa\n\nRun 42',
  path: 'runs/2026-11/20T101530Z-4f1c2aa9d0e1-42-1.json',
  content: '{"schema": 1, "ü": "😀"}\n',
}
const branchOf = ({ api }: Sandbox): Branch => {
  const branch: Branch = { commits: [{ sha: SHA, message: 'start', path: 'benchgate.json', content: '{}' }] }
  api.branches.set('benchgate', branch)
  return branch
}

test('a file is added on top of the expected head', async () => {
  const sandbox = await startSandbox()
  const branch = branchOf(sandbox)
  const sha = await commitByApi(sandbox.open())(change)
  expect(branch.commits.at(-1)).toEqual({
    sha,
    message: 'Record 4f1c2aa',
    path: change.path,
    content: change.content,
  })
})

test('a branch that has moved on is told apart from every other failure', async () => {
  const sandbox = await startSandbox()
  const branch = branchOf(sandbox)
  branch.commits.push({ sha: 'c'.repeat(40), message: 'theirs', path: 'runs/x.json', content: '' })
  expect(await commitByApi(sandbox.open())(change)).toBeNull()
  expect(branch.commits).toHaveLength(2)
})

test.each<[string, Answer]>([
  ['carried out, then reset', { kind: 'reset', carriedOut: true }],
  ['carried out, then 502', { kind: 'failure after', status: 502 }],
  ['carried out, unreadable', { kind: 'truncated' }],
  ['reset before', { kind: 'reset' }],
])('an answer that was lost (%s) leaves one commit', async (_what, answer) => {
  const sandbox = await startSandbox()
  const branch = branchOf(sandbox)
  sandbox.api.fault({ when: 'graphql', answer })
  const sha = await commitByApi(sandbox.open())(change)
  expect(branch.commits.map((commit) => commit.sha)).toEqual([SHA, sha])
})

test('a lost answer and another writer since: still our commit', async () => {
  const sandbox = await startSandbox()
  const branch = branchOf(sandbox)
  sandbox.api.fault({ when: 'graphql', answer: { kind: 'reset', carriedOut: true } })
  const happens = () =>
    branch.commits.push({ sha: 'd'.repeat(40), message: 'theirs', path: 'runs/x.json', content: '' })
  sandbox.api.fault({ when: 'graphql', answer: { kind: 'meanwhile', happens } })
  const sha = await commitByApi(sandbox.open())(change)
  expect(branch.commits.map((commit) => commit.sha)).toEqual([SHA, sha, 'd'.repeat(40)])
})

test('no branch, and no right to write', async () => {
  const sandbox = await startSandbox(READ_TOKEN)
  await expect(commitByApi(sandbox.open())(change)).rejects.toThrow(ApiError)
  branchOf(sandbox)
  await expect(commitByApi(sandbox.open())(change)).rejects.toMatchObject({ kind: 'forbidden' })
})
