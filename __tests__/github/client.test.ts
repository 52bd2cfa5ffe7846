import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { ApiError } from '../../src/github/api-error.ts'
import { type Client, openClient } from '../../src/github/client.ts'
import type { Answer } from '../e2e/doubles/github-api.ts'
import { READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { startSandbox } from './sandbox.ts'

const list = async (client: Client) => {
  const { rest } = await client.octokit()
  return (await rest.issues.listComments({ ...client.repository, issue_number: 7 })).data
}
const create = async (client: Client) => {
  const { rest } = await client.octokit()
  return (await rest.issues.createComment({ ...client.repository, issue_number: 7, body: 'x' })).data
}
const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}
const limited = (headers: Record<string, string>, status = 403, message = 'Slow down'): Answer => ({
  kind: 'status',
  status,
  headers,
  body: { message, documentation_url: 'https://docs.github.com' },
})

test.each<[string, Answer, number[]]>([
  ['502', { kind: 'status', status: 502 }, [1000]],
  ['503 with a page of a proxy', { kind: 'html', status: 503 }, [1000]],
  ['a reset connection', { kind: 'reset' }, [1000]],
  ['a page in place of JSON', { kind: 'html' }, [1000]],
  ['JSON that breaks off', { kind: 'truncated' }, [1000]],
  ['429 with retry-after', limited({ 'retry-after': '7' }, 429), [7000]],
  ['403 with retry-after', limited({ 'retry-after': '7' }), [7000]],
  ['a secondary rate limit', limited({}, 403, 'You have exceeded a secondary rate limit.'), [60_000]],
])('%s is tried again', async (_what, answer, waits) => {
  const sandbox = await startSandbox()
  sandbox.api.addComment({ pull: 7, author: 'someone', body: 'hello' })
  sandbox.api.fault({ when: 'issues/list-comments', answer })
  expect(await list(sandbox.open())).toMatchObject([{ body: 'hello' }])
  expect(sandbox.waits).toEqual(waits)
  expect(sandbox.notices).toHaveLength(1)
  expect(sandbox.notices[0]).toMatch(
    /GET \/repos\/octo\/project\/issues\/7\/comments.*Trying again in \d+ s \(2 of 4\)\.$/,
  )
  expect(sandbox.api.requests).toHaveLength(2)
})

test('a limit that is over at a certain time is waited for by the clock of GitHub', async () => {
  const sandbox = await startSandbox()
  const headers = {
    date: 'Sat, 21 Nov 2026 10:00:00 GMT',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Date.parse('2026-11-21T10:00:20Z') / 1000),
  }
  sandbox.api.fault({ when: 'issues/list-comments', answer: limited(headers) })
  await list(sandbox.open())
  expect(sandbox.waits).toEqual([20_000])
})

test('four tries are all, and then the error says what happened', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', times: 9, answer: { kind: 'status', status: 500 } })
  const error = await failure(list(sandbox.open()))
  expect(error.kind).toBe('unavailable')
  expect(error.message).toContain('GitHub answered 500 to GET /repos/octo/project/issues/7/comments')
  expect(error.remedy).toBe(
    'Look at the status of the server and at proxies on the way, and run the job again.',
  )
  expect(sandbox.waits).toEqual([1000, 2000, 4000])
  expect(sandbox.api.requests).toHaveLength(4)
})

test('the page that says how GitHub is holds for github.com alone', async () => {
  const remedyOn = async (serverUrl: string) => {
    const { api } = await startSandbox()
    api.fault({ when: 'issues/list-comments', times: 9, answer: { kind: 'status', status: 500 } })
    const repository = { owner: api.owner, name: api.name, fullName: 'octo/project', defaultBranch: 'main' }
    const context = { repository, serverUrl, apiUrl: api.url, graphqlUrl: `${api.url}/graphql` }
    const client = openClient({ token: 'job', context, onNotice: () => {}, wait: async () => {} })
    return (await failure(list(client))).remedy
  }
  const lookAt = (place: string) => `Look at ${place} and at proxies on the way, and run the job again.`
  expect(await remedyOn('https://github.com')).toBe(lookAt('https://www.githubstatus.com'))
  expect(await remedyOn('https://github.com.example.org')).toBe(lookAt('the status of the server'))
})

test('a minute of waiting is all that one client spends', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', times: 9, answer: limited({ 'retry-after': '25' }) })
  const client = sandbox.open()
  expect((await failure(list(client))).kind).toBe('rate-limited')
  expect(sandbox.waits).toEqual([25_000, 25_000])
  expect((await failure(list(client))).kind).toBe('rate-limited')
  expect(sandbox.waits).toEqual([25_000, 25_000])
})

test('a wait of an hour is not begun', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', answer: limited({ 'retry-after': '3600' }) })
  expect((await failure(list(sandbox.open()))).kind).toBe('rate-limited')
  expect(sandbox.waits).toEqual([])
})

test.each<[string, Answer]>([
  ['a reset connection', { kind: 'reset', carriedOut: true }],
  ['502 after it was carried out', { kind: 'failure after', status: 502 }],
  ['an answer that breaks off', { kind: 'truncated' }],
])('after %s nothing is created twice', async (_what, answer) => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/create-comment', answer })
  const error = await failure(create(sandbox.open()))
  expect(error.mayHaveHappened).toBe(true)
  expect(sandbox.api.comments).toHaveLength(1)
})

test('what GitHub refused to begin is created after the wait', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/create-comment', answer: limited({ 'retry-after': '1' }, 429) })
  await create(sandbox.open())
  expect(sandbox.api.comments).toHaveLength(1)
})

test('a missing permission is named as a workflow spells it, and not tried again', async () => {
  const sandbox = await startSandbox(READ_TOKEN)
  const error = await failure(create(sandbox.open()))
  expect(error).toMatchObject({
    kind: 'forbidden',
    mayHaveHappened: false,
  })
  expect(error.message).toContain('Resource not accessible by integration')
  expect(error.remedy).toContain('`issues: write or pull-requests: write`')
  expect(sandbox.api.requests).toHaveLength(1)
})

test.each<[number, string]>([
  [404, 'not-found'],
  [409, 'conflict'],
  [410, 'gone'],
  [422, 'other'],
])('%i is %s, at the first try', async (status, kind) => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', answer: { kind: 'status', status } })
  expect((await failure(list(sandbox.open()))).kind).toBe(kind)
  expect(sandbox.waits).toEqual([])
})

test('a comment that is too long, and a token that is none', async () => {
  const sandbox = await startSandbox()
  const { rest } = await sandbox.open().octokit()
  const body = 'x'.repeat(65_537)
  const tooLong = rest.issues.createComment({ owner: 'octo', repo: 'project', issue_number: 7, body })
  expect((await failure(tooLong)).kind).toBe('too-long')
  const error = await failure(list(sandbox.open('no-token')))
  expect(error.kind).toBe('unauthorized')
  expect(`${error.message} ${error.remedy}`).not.toContain('no-token')
})

test('an answer that never ends is given up', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', times: 4, answer: { kind: 'slow' } })
  const error = await failure(list(sandbox.open('job', { requestMs: 100 })))
  expect(error.kind).toBe('unavailable')
  expect(error.message).toContain('did not answer within 0.1 s')
})

test('an answer that is too long is not read to its end', async () => {
  const sandbox = await startSandbox()
  sandbox.api.fault({ when: 'issues/list-comments', answer: { kind: 'flood', bytes: 1024 ** 3 } })
  const error = await failure(list(sandbox.open('job', { responseBytes: 1024 * 1024 })))
  expect(error.kind).toBe('too-large')
})

test('an answer cut by the connection is no shorter answer', async () => {
  const broken = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('[]', () => response.destroy())
  })
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`
  const sandbox = await startSandbox()
  try {
    const client = sandbox.open()
    const error = await failure(client.get(url, { as: 'nobody', limitBytes: 1000 }))
    expect(error.kind).toBe('unavailable')
    expect(sandbox.waits).toHaveLength(3)
  } finally {
    broken.close()
  }
})

test('a host that is not there is told', async () => {
  const sandbox = await startSandbox()
  const client = sandbox.open()
  await sandbox.api.stop()
  const error = await failure(create(client))
  expect(error.message).toContain('could not be reached (ECONNREFUSED)')
  // Nothing was sent, so that even a creation is tried again.
  expect(sandbox.waits).toHaveLength(3)
})

test('an address of another protocol is not opened, and a page of HTML is quoted in one short line', async () => {
  const sandbox = await startSandbox()
  const client = sandbox.open()
  expect((await failure(client.get('file:///etc/passwd', { as: 'nobody', limitBytes: 10 }))).kind).toBe(
    'other',
  )
  const body = { message: `\u001b[31mred\r\n::error::x ${'y'.repeat(5000)}` }
  sandbox.api.fault({ when: 'issues/list-comments', answer: { kind: 'status', status: 400, body } })
  const { message } = await failure(list(client))
  expect(message.length).toBeLessThan(400)
  expect(message).not.toMatch(/\p{Cc}/u)
})
