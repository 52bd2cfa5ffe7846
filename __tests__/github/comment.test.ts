import { expect, test } from 'vitest'
import { type CommentResult, publishComment } from '../../src/github/comment.ts'
import { markerOf } from '../../src/report/text/marker.ts'
import { type Answer, READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'

const BOT = 'github-actions[bot]'
const marker = markerOf('default')
const publish = (
  sandbox: Sandbox,
  body: string,
  options: { mayCreate?: boolean; key?: string; token?: string } = {},
) =>
  publishComment(sandbox.open(options.token), {
    pull: 7,
    key: options.key ?? 'default',
    body,
    mayCreate: options.mayCreate ?? true,
  })
const bodies = ({ api }: Sandbox) => api.comments.map(({ body }) => body)
const writes = ({ api }: Sandbox) =>
  api.requests.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')

test('created, left alone while it says the same, edited in place, one for each key', async () => {
  const sandbox = await startSandbox()
  const created = await publish(sandbox, 'red')
  expect(created).toEqual({ status: 'created', url: expect.stringContaining('/pull/7#issuecomment-') })
  expect(bodies(sandbox)).toEqual([`${marker}\nred`])

  const writesBefore = writes(sandbox).length
  expect(await publish(sandbox, `${marker}\nred\n`)).toEqual({ ...created, status: 'unchanged' })
  expect(writes(sandbox)).toHaveLength(writesBefore)

  expect(await publish(sandbox, 'green', { mayCreate: false })).toEqual({ ...created, status: 'updated' })
  expect(bodies(sandbox)).toEqual([`${marker}\ngreen`])

  expect(await publish(sandbox, 'other', { key: 'default2' })).toMatchObject({ status: 'created' })
  expect(bodies(sandbox)).toEqual([`${marker}\ngreen`, `${markerOf('default2')}\nother`])
})

test('nothing to say and no comment yet: nothing is written', async () => {
  const sandbox = await startSandbox()
  expect(await publish(sandbox, 'all is well', { mayCreate: false })).toEqual({ status: 'not-needed' })
  expect(sandbox.api.comments).toEqual([])
})

test('a marker that someone else wrote is not taken for ours', async () => {
  const sandbox = await startSandbox()
  const spoof = sandbox.api.addComment({ pull: 7, author: 'mallory', body: `${marker}\nall is well` })
  sandbox.api.addComment({ pull: 7, author: 'other-app[bot]', body: `${marker}\nmine` })
  sandbox.api.addComment({ pull: 7, author: BOT, body: `quoting: ${marker}` })
  expect(await publish(sandbox, 'red')).toMatchObject({ status: 'created' })
  expect(spoof.body).toBe(`${marker}\nall is well`)
  expect(sandbox.api.comments).toHaveLength(4)
  expect(await publish(sandbox, 'redder')).toMatchObject({ status: 'updated' })
  expect(bodies(sandbox).at(-1)).toBe(`${marker}\nredder`)
  expect(sandbox.api.comments).toHaveLength(4)
})

test('a token of a person finds the comment of that person', async () => {
  const sandbox = await startSandbox()
  sandbox.api.tokens.set('mine', { login: 'me', type: 'User', permissions: { issues: 'write' } })
  sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nof the job's token` })
  const mine = sandbox.api.addComment({ pull: 7, author: 'me', body: `${marker}\nold` })
  expect(await publish(sandbox, 'new', { token: 'mine' })).toMatchObject({ status: 'updated' })
  expect(mine.body).toBe(`${marker}\nnew`)
})

test('3,000 comments are read to the last, and a hundred spoofs among them', async () => {
  const sandbox = await startSandbox()
  for (let index = 0; index < 3000; index += 1) {
    const body = index % 30 === 0 ? `${marker}\nspoof` : 'noise'
    sandbox.api.addComment({ pull: 7, author: 'someone', body, updatedAt: '2020-01-01T00:00:00Z' })
  }
  expect(await publish(sandbox, 'red')).toMatchObject({ status: 'created' })
  // Looking again after creating reads only what was written since.
  expect(sandbox.api.requestsOf('issues/list-comments')).toHaveLength(31)
  expect(await publish(sandbox, 'green')).toMatchObject({ status: 'updated' })
  expect(sandbox.api.requestsOf('issues/list-comments')).toHaveLength(62)
  expect(sandbox.api.comments.filter(({ author }) => author === BOT)).toMatchObject([
    { body: `${marker}\ngreen` },
  ])
})

test('deleted between list and update: created anew, or left alone where that is not wanted', async () => {
  const sandbox = await startSandbox()
  for (const mayCreate of [true, false]) {
    sandbox.api.comments = []
    sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nold` })
    const answer: Answer = { kind: 'meanwhile', happens: () => (sandbox.api.comments = []) }
    sandbox.api.fault({ when: 'issues/update-comment', answer })
    const result = await publish(sandbox, 'new', { mayCreate })
    expect(result.status).toBe(mayCreate ? 'created' : 'not-needed')
    expect(bodies(sandbox)).toEqual(mayCreate ? [`${marker}\nnew`] : [])
  }
})

test('deleted between list and the question whose it is', async () => {
  const sandbox = await startSandbox()
  sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nold` })
  sandbox.api.fault({
    when: 'graphql',
    answer: { kind: 'meanwhile', happens: () => (sandbox.api.comments = []) },
  })
  expect(await publish(sandbox, 'new')).toMatchObject({ status: 'created' })
  expect(bodies(sandbox)).toEqual([`${marker}\nnew`])
})

test('two jobs that create at once end with one comment', async () => {
  const sandbox = await startSandbox()
  // The other job's comment appears when this one has looked and decided to create.
  const answer: Answer = {
    kind: 'meanwhile',
    happens: () => sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\ntheirs` }),
  }
  sandbox.api.fault({ when: 'issues/create-comment', answer })
  expect(await publish(sandbox, 'ours')).toMatchObject({ status: 'updated' })
  expect(bodies(sandbox)).toEqual([`${marker}\nours`])

  sandbox.api.comments = []
  const results = await Promise.all(['a', 'b', 'c', 'd'].map((body) => publish(sandbox, body)))
  expect(sandbox.api.comments).toHaveLength(1)
  expect(
    results.map(({ status }) => status).filter((status) => status === 'failed' || status === 'forbidden'),
  ).toEqual([])
})

test('what is left of an earlier race is cleared away: the oldest stays', async () => {
  const sandbox = await startSandbox()
  const oldest = sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\n1` })
  sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\n2` })
  sandbox.api.addComment({ pull: 7, author: 'mallory', body: `${marker}\nspoof` })
  const result = await publish(sandbox, '3')
  expect(result).toEqual({ status: 'updated', url: expect.stringContaining(`#issuecomment-${oldest.id}`) })
  expect(bodies(sandbox)).toEqual([`${marker}\n3`, `${marker}\nspoof`])
})

test.each<[string, Answer, number]>([
  ['carried out', { kind: 'reset', carriedOut: true }, 1],
  ['carried out, but 502', { kind: 'failure after', status: 502 }, 1],
  ['carried out, but unreadable', { kind: 'truncated' }, 1],
  ['not carried out', { kind: 'reset' }, 2],
])('a creation whose answer was lost, %s, leaves one comment', async (_what, answer, requests) => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/create-comment', answer })
  expect(await publish(sandbox, 'red')).toHaveProperty('url')
  expect(bodies(sandbox)).toEqual([`${marker}\nred`])
  expect(sandbox.api.requestsOf('issues/create-comment')).toHaveLength(requests)
})

test('a token that can only read: the missing permission, and nothing thrown', async () => {
  const sandbox = await startSandbox(READ_TOKEN)
  const expected: CommentResult = {
    status: 'forbidden',
    reason: expect.stringContaining('Resource not accessible by integration'),
    remedy: expect.stringContaining('pull-requests: write'),
  }
  expect(await publish(sandbox, 'red')).toEqual(expected)
  sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nold` })
  expect(await publish(sandbox, 'red')).toEqual(expected)
})

test('GitHub down, a text that is too long, a shape that nobody described: failed, with a reason', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', times: 4, answer: { kind: 'status', status: 503 } })
  expect(await publish(sandbox, 'x')).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('503'),
  })
  expect(await publish(sandbox, 'x'.repeat(70_000))).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('too long'),
  })
  const answer: Answer = { kind: 'status', status: 200, body: { comments: [] } }
  sandbox.api.fault({ when: 'issues/list-comments', answer })
  expect(await publish(sandbox, 'x')).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('description'),
  })
  expect(sandbox.api.comments).toEqual([])
})

test('someone who deletes it each time does not keep the job busy for ever', async () => {
  const sandbox = await startSandbox()
  sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nold` })
  const happens = () => {
    sandbox.api.comments = []
    sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nanother` })
  }
  sandbox.api.fault({ when: 'issues/update-comment', times: 50, answer: { kind: 'meanwhile', happens } })
  expect(await publish(sandbox, 'new')).toMatchObject({ status: 'failed' })
  expect(sandbox.api.requests.length).toBeLessThan(30)
})
