import { describe, expect, test } from 'vitest'
import { type CommentResult, publishComment } from '../../src/github/comment.ts'
import { markerOf } from '../../src/report/text/marker.ts'
import { type Answer, READ_TOKEN } from '../e2e/doubles/github-api.ts'
import type { Part } from '../../src/github/shared-comment.ts'
import { BASE_SHA, SHA, type Sandbox, startSandbox } from './sandbox.ts'

const BOT = 'github-actions[bot]'
const marker = markerOf('default')
const LINE = 'key: ${{ matrix.os }}'
const leg = (name: string) => `${name}.00000000`
interface Options {
  mayCreate?: boolean
  key?: string
  token?: string
  own?: Partial<Part>
  whySuperseded?: () => Promise<string | null>
}
const notices: string[] = []
const publish = (
  sandbox: Sandbox,
  body: string,
  { key = 'default', mayCreate = true, token, own = {}, whySuperseded = async () => null }: Options = {},
) =>
  publishComment(sandbox.open(token), {
    pull: 7,
    key,
    own: { leg: leg('linux'), commit: SHA, conclusion: 'failure', runId: 42, runAttempt: 1, body, ...own },
    line: LINE,
    mayCreate,
    whySuperseded,
    onNotice: (text) => notices.push(text),
  })
const STATE = /\n+<!-- benchgate:jobs [^]*/
/** Without what a comment keeps of its jobs. */
const bodies = ({ api }: Sandbox) => api.comments.map(({ body }) => body.replace(STATE, ''))
const writes = ({ api }: Sandbox) =>
  api.requests.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')

test('created, left alone while it says the same, edited in place, one for each key', async () => {
  const sandbox = await startSandbox()
  const created = await publish(sandbox, 'red')
  expect(created).toEqual({
    status: 'created',
    url: expect.stringContaining('/pull/7#issuecomment-'),
    sharing: [],
  })
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

test.each([
  ['no comment', null, true],
  ['no comment that it may create', null, false],
  ['that of the newer commit', `${marker}\nred`, true],
])('a run whose commit is no longer proposed writes nothing over %s', async (_, there, mayCreate) => {
  const sandbox = await startSandbox()
  // The newer commit's job writes between the look of this one and its writing.
  const whySuperseded = async () => {
    if (there !== null) sandbox.api.addComment({ pull: 7, author: BOT, body: there })
    return '#7 has moved on'
  }
  expect(await publish(sandbox, 'green', { mayCreate, whySuperseded })).toEqual(
    mayCreate ? { status: 'superseded', reason: '#7 has moved on' } : { status: 'not-needed' },
  )
  expect(bodies(sandbox)).toEqual(there === null ? [] : [there])
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
  expect(mine.body.replace(STATE, '')).toBe(`${marker}\nnew`)
})

test('3,000 comments are read to the last, and a hundred spoofs among them', async () => {
  const sandbox = await startSandbox()
  for (let index = 0; index < 3000; index += 1) {
    const body = index % 30 === 0 ? `${marker}\nspoof` : 'noise'
    sandbox.api.addComment({ pull: 7, author: 'someone', body, updatedAt: '2020-01-01T00:00:00Z' })
  }
  expect(await publish(sandbox, 'red')).toMatchObject({ status: 'created' })
  // Looking again after writing reads only what was written since.
  expect(sandbox.api.requestsOf('issues/list-comments')).toHaveLength(31)
  expect(await publish(sandbox, 'green')).toMatchObject({ status: 'updated' })
  expect(sandbox.api.requestsOf('issues/list-comments')).toHaveLength(63)
  expect(bodies(sandbox).at(-1)).toBe(`${marker}\ngreen`)
  expect(sandbox.api.comments.filter(({ author }) => author === BOT)).toHaveLength(1)
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
  const results = await Promise.all(
    ['a', 'b', 'c', 'd'].map((body, i) => publish(sandbox, body, { own: { runId: 100 + i } })),
  )
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
  expect(result).toMatchObject({
    status: 'updated',
    url: expect.stringContaining(`#issuecomment-${oldest.id}`),
  })
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

describe('GraphQL out of reach', () => {
  const NOWHERE = { when: 'graphql', times: 50, answer: { kind: 'status', status: 404 } } as const
  const outOfReach = async () => {
    const sandbox = await startSandbox()
    sandbox.api.fault(NOWHERE)
    notices.length = 0
    return sandbox
  }

  test('the comment of GITHUB_TOKEN is brought up to date all the same, and the log says how', async () => {
    const sandbox = await outOfReach()
    const old = sandbox.api.addComment({ pull: 7, author: BOT, body: `${marker}\nred` })
    expect(await publish(sandbox, 'green', { own: { conclusion: 'success' } })).toMatchObject({
      status: 'updated',
      url: expect.stringContaining(`#issuecomment-${old.id}`),
    })
    expect(bodies(sandbox)).toEqual([`${marker}\ngreen`])
    expect(notices).toEqual([
      `GraphQL did not say which comments this token wrote; those of ${BOT} are taken for them. GitHub answered 404 to POST /graphql: Fault`,
    ])
  })

  test('a marker that someone else wrote is not taken for ours', async () => {
    const sandbox = await outOfReach()
    const authors = ['mallory', 'github-actions', 'other-app[bot]', 'github-actions[bot]x']
    for (const author of authors) sandbox.api.addComment({ pull: 7, author, body: `${marker}\nspoof` })
    expect(await publish(sandbox, 'red', { mayCreate: false })).toEqual({ status: 'not-needed' })
    expect(await publish(sandbox, 'red')).toMatchObject({ status: 'created' })
    expect(await publish(sandbox, 'redder')).toMatchObject({ status: 'updated' })
    expect(bodies(sandbox)).toEqual([...authors.map(() => `${marker}\nspoof`), `${marker}\nredder`])
  })

  test('a token of a person is known by what it creates: its older comment stays, and no other is touched', async () => {
    const sandbox = await outOfReach()
    sandbox.api.tokens.set('mine', { login: 'me', type: 'User', permissions: { issues: 'write' } })
    sandbox.api.addComment({ pull: 7, author: 'mallory', body: `${marker}\nspoof` })
    sandbox.api.addComment({
      pull: 7,
      author: 'me',
      body: `${marker}\nold`,
      updatedAt: '2020-01-01T00:00:00Z',
    })
    expect(await publish(sandbox, 'new', { token: 'mine' })).toMatchObject({ status: 'updated' })
    expect(bodies(sandbox)).toEqual([`${marker}\nspoof`, `${marker}\nnew`])
  })
})

describe('legs that share a key', () => {
  const [linux, mac] = [leg('bench-ubuntu'), leg('bench-macos')]
  const red: Partial<Part> = { leg: linux, conclusion: 'failure' }
  const green: Partial<Part> = { leg: mac, conclusion: 'success' }
  const text = ({ api }: Sandbox) => api.comments.map(({ body }) => body).join('\n====\n')
  const run = (sandbox: Sandbox) => `${sandbox.api.url}/octo/project/actions/runs/42`

  test.each([
    ['last', [red, green]],
    ['first', [green, red]],
  ])('the worst stands, when the better one ends %s', async (_, order) => {
    const sandbox = await startSandbox()
    const told = []
    for (const own of order) told.push(await publish(sandbox, `### ${own.conclusion}`, { own }))
    expect(told[0]).toMatchObject({ sharing: [] })
    expect(told[1]).toMatchObject({ sharing: [order[0]!.leg] })
    expect(text(sandbox)).toBe(
      `${marker}
### failure

<!-- benchgate:jobs v1 ${SHA} ${linux} ${linux}/failure/42/1 ${mac}/success/42/1 -->
**2 jobs judged this commit under the key \`default\`, and the worst verdict stands:**

- \`bench-ubuntu\`: failure ([run](${run(sandbox)}))
- \`bench-macos\`: success ([run](${run(sandbox)}))

Give each its own comment, check run and stored runs, in its step's \`with:\`: \`${LINE}\`
`,
    )
  })

  test('another attempt replaces its own verdict alone; an earlier one that ends late nothing', async () => {
    const sandbox = await startSandbox()
    await publish(sandbox, 'red', { own: red })
    await publish(sandbox, 'green', { own: green })
    await publish(sandbox, 'better', { own: { ...red, conclusion: 'success', runAttempt: 2 } })
    expect(text(sandbox)).not.toMatch(/failure|\bred\b/)
    await publish(sandbox, 'late', { own: red })
    expect(text(sandbox)).not.toMatch(/failure|late/)
  })

  test('a worse leg whose words are gone is said first', async () => {
    const sandbox = await startSandbox()
    const also = { ...red, leg: leg('arm') }
    await publish(sandbox, 'of arm', { own: also })
    await publish(sandbox, 'of ubuntu', { own: red })
    await publish(sandbox, 'fine now', { own: { ...also, conclusion: 'success', runAttempt: 2 } })
    const heading = `${marker}\n### ❌ Another job found more:\n\n- \`bench-ubuntu\`: failure ([run](${run(sandbox)}))`
    expect(text(sandbox)).toContain(heading)
    expect(text(sandbox)).toContain('\nfine now\n')
    await publish(sandbox, 'repaired', { own: { ...red, conclusion: 'success', runAttempt: 2 } })
    expect(text(sandbox)).not.toContain('Another job')
  })

  test('a new commit begins anew, as a comment of an older version does', async () => {
    const sandbox = await startSandbox()
    await publish(sandbox, 'red', { own: red })
    const next = { ...green, commit: BASE_SHA }
    expect(await publish(sandbox, 'green', { own: next })).toMatchObject({ sharing: [] })
    expect(text(sandbox)).not.toContain('red')
    expect(text(sandbox)).not.toContain('jobs judged')
  })

  test('legs that end at once end with one comment that says the worst', async () => {
    const sandbox = await startSandbox()
    const legs = ['a', 'b', 'c'].map((name, i) => ({
      leg: leg(name),
      conclusion: i === 1 ? ('failure' as const) : ('success' as const),
    }))
    // The others appear when this one has looked and decided to create.
    const happens = () =>
      sandbox.api.addComment({
        pull: 7,
        author: BOT,
        body: `${marker}\nof b\n\n<!-- benchgate:jobs v1 ${SHA} b.00000000 b.00000000/failure/42/1 -->\n`,
      })
    sandbox.api.fault({ when: 'issues/create-comment', answer: { kind: 'meanwhile', happens } })
    await publish(sandbox, 'of a', { own: legs[0]! })
    await publish(sandbox, 'of c', { own: legs[2]! })
    expect(sandbox.api.comments).toHaveLength(1)
    expect(bodies(sandbox)).toEqual([`${marker}\nof b`])
    expect(text(sandbox)).toMatch(/3 jobs judged[^]*`b`: failure[^]*`a`: success[^]*`c`: success/)
  })

  test('hundreds of legs leave room for the report', async () => {
    const sandbox = await startSandbox()
    const body = 'x'.repeat(60_000)
    await publish(sandbox, body, { own: red })
    for (let i = 0; i < 40; i += 1)
      await publish(sandbox, 'fine', { own: { ...green, leg: leg(`${'m'.repeat(60)}${i}`), runId: 1e14 } })
    expect(sandbox.api.comments[0]!.body.length).toBeLessThan(65_536)
    expect(text(sandbox)).toContain('- and 10 more')
    expect(text(sandbox)).toContain(body)
  })
})
