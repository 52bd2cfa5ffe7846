import { describe, expect, test } from 'vitest'
import { eventIn, newBody, stateIn, withPart } from '../../src/github/issue-body.ts'
import { type EventReport, publishIssues } from '../../src/github/issues.ts'
import { READ_TOKEN, WRITE_TOKEN } from '../e2e/doubles/github-api.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'

const BOT = 'github-actions[bot]'
const EVENT = '4f1c2aa-slower'
const report = (more: Partial<EventReport> = {}): EventReport => ({
  event: EVENT,
  isOf: (event) => event === (more.event ?? EVENT),
  state: 'standing',
  mayOpen: true,
  title: 'a: 12.0 % slower since 4f1c2aa',
  text: 'It is slower.',
  ...more,
})
const publish = (
  { open, notices }: Sandbox,
  events: readonly EventReport[],
  { key = 'default', token }: { key?: string; token?: string } = {},
) =>
  publishIssues(open(token), {
    key,
    events,
    since: '2026-11-01T00:00:00Z',
    onNotice: (text) => notices.push(text),
  })
const start = () => startSandbox({ ...WRITE_TOKEN, issues: 'write' })
const whats = (result: Awaited<ReturnType<typeof publish>>) =>
  result.status === 'written' ? result.done.map(({ what }) => what) : result
const writes = ({ api }: Sandbox) =>
  api.requests.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')
const bodyOf = (text: string, { key = 'default', state = 'standing' } = {}) =>
  `<!-- benchgate:v1 event=${EVENT} -->\n<!-- benchgate:part key=${key} state=${state} -->\n${text}\n<!-- benchgate:end key=${key} -->\n`

test('an event gets one issue, which is brought up to date, closed when it ends, and then left alone', async () => {
  const sandbox = await start()
  const { issues } = sandbox.api
  expect(whats(await publish(sandbox, [report()]))).toEqual(['opened'])
  expect(issues).toMatchObject([{ title: 'a: 12.0 % slower since 4f1c2aa', body: bodyOf('It is slower.') }])

  const before = writes(sandbox).length
  expect(whats(await publish(sandbox, [report()]))).toEqual([])
  expect(writes(sandbox)).toHaveLength(before)

  expect(whats(await publish(sandbox, [report({ text: 'It is 11 % slower.', mayOpen: false })]))).toEqual([
    'updated',
  ])
  expect(issues).toMatchObject([{ state: 'open', body: bodyOf('It is 11 % slower.') }])

  const fixed = report({ state: 'fixed', text: 'Fixed.' })
  expect(whats(await publish(sandbox, [fixed]))).toEqual(['closed'])
  expect(issues).toMatchObject([
    { state: 'closed', stateReason: 'completed', body: bodyOf('Fixed.', { state: 'fixed' }) },
  ])
  expect(whats(await publish(sandbox, [report()]))).toEqual([])

  // Somebody wants it open: it is not closed a second time.
  issues[0]!.state = 'open'
  expect(whats(await publish(sandbox, [{ ...fixed, text: 'Fixed at 5e6f7a8.' }]))).toEqual(['updated'])
  expect(issues).toMatchObject([{ state: 'open' }])
})

test('an accepted one is closed as not planned', async () => {
  const sandbox = await start()
  await publish(sandbox, [report()])
  expect(whats(await publish(sandbox, [report({ state: 'accepted', text: 'Accepted.' })]))).toEqual([
    'closed',
  ])
  expect(sandbox.api.issues).toMatchObject([{ state: 'closed', stateReason: 'not_planned' }])
})

test('one that a person closed stays closed, and no other is opened', async () => {
  const sandbox = await start()
  await publish(sandbox, [report()])
  sandbox.api.issues[0]!.state = 'closed'
  for (const state of ['standing', 'fixed', 'accepted'] as const)
    expect(whats(await publish(sandbox, [report({ state, text: state })]))).toEqual([])
  expect(sandbox.api.issues).toMatchObject([{ state: 'closed', body: bodyOf('It is slower.') }])
})

test.each<[string, Partial<EventReport>]>([
  ['that is over already', { state: 'fixed' }],
  ['that was confirmed long ago', { mayOpen: false }],
])('no issue for an event %s', async (_, more) => {
  const sandbox = await start()
  expect(whats(await publish(sandbox, [report(more)]))).toEqual([])
  expect(sandbox.api.issues).toEqual([])
})

test('a push opens three at most, and the next ones the rest', async () => {
  const sandbox = await start()
  const many = Array.from({ length: 5 }, (_, i) => report({ event: `000000${i}-slower` }))
  expect(whats(await publish(sandbox, many))).toEqual(['opened', 'opened', 'opened'])
  expect(whats(await publish(sandbox, many))).toEqual(['opened', 'opened'])
  expect(whats(await publish(sandbox, many))).toEqual([])
})

test('what others write is not taken for ours, and pull requests are no issues', async () => {
  const sandbox = await start()
  const { api } = sandbox
  api.addIssue({ author: 'stranger', title: 'x', body: bodyOf('A spoof.') })
  api.addIssue({ author: BOT, title: 'x', body: bodyOf('A pull request.'), isPull: true })
  api.addIssue({ author: BOT, title: 'x', body: `It quotes ${bodyOf('ours.')}` })
  expect(whats(await publish(sandbox, [report()]))).toEqual(['opened'])
  expect(api.issues.map(({ body }) => body)).toEqual([
    bodyOf('A spoof.'),
    bodyOf('A pull request.'),
    `It quotes ${bodyOf('ours.')}`,
    bodyOf('It is slower.'),
  ])
})

test('an issue is found on whatever page it is, also where its event was estimated at another commit', async () => {
  const sandbox = await start()
  await publish(sandbox, [report()])
  for (let i = 0; i < 250; i++) sandbox.api.addIssue({ author: 'stranger', title: `${i}`, body: 'a bug' })
  const moved = report({
    event: '5e6f7a8-slower',
    isOf: (event) => [EVENT, '5e6f7a8-slower'].includes(event),
  })
  expect(whats(await publish(sandbox, [{ ...moved, text: 'More is known.' }]))).toEqual(['updated'])
  expect(sandbox.api.issues[0]!.body).toBe(bodyOf('More is known.'))
  expect(sandbox.api.requestsOf('issues/list-for-repo').map(({ query }) => query['page'] ?? '1')).toEqual([
    '1',
    '1',
    '1',
    '2',
    '3',
  ])
})

describe('several at once', () => {
  test('two legs open one each: the oldest stays, and both say so in the end', async () => {
    const sandbox = await start()
    const { api } = sandbox
    api.fault({
      when: 'issues/create',
      answer: {
        kind: 'meanwhile',
        happens: () => void api.addIssue({ author: BOT, title: 'x', body: bodyOf('The other leg.') }),
      },
    })
    await publish(sandbox, [report()])
    expect(api.issues).toMatchObject([
      { number: 1, state: 'open', body: bodyOf('It is slower.') },
      { number: 2, state: 'closed', body: 'Duplicate of #1, which another job opened at the same time.' },
    ])
    await publish(sandbox, [report()])
    expect(api.issues.map(({ state }) => state)).toEqual(['open', 'closed'])
  })

  test('jobs that really run at once leave one open issue', async () => {
    const sandbox = await start()
    await Promise.all(Array.from({ length: 5 }, () => publish(sandbox, [report()])))
    expect(sandbox.api.issues.filter(({ state }) => state === 'open')).toMatchObject([{ number: 1 }])
  })

  test('two keys share an issue, which is closed when both see the end', async () => {
    const sandbox = await start()
    const { issues } = sandbox.api
    await publish(sandbox, [report({ text: 'On Linux.' })], { key: 'linux' })
    await publish(sandbox, [report({ text: 'On macOS.' })], { key: 'macos' })
    const part = (text: string, key: string) => bodyOf(text, { key }).split('\n').slice(1).join('\n')
    const both = `<!-- benchgate:v1 event=${EVENT} -->\n${part('On Linux.', 'linux')}\n${part('On macOS.', 'macos')}`
    expect(issues).toMatchObject([{ body: both }])
    const over = report({ state: 'fixed', text: 'Fixed.' })
    expect(whats(await publish(sandbox, [over], { key: 'linux' }))).toEqual(['updated'])
    // A third one that never saw it has nothing to say of its end.
    expect(whats(await publish(sandbox, [over], { key: 'windows' }))).toEqual([])
    expect(issues).toMatchObject([{ state: 'open' }])
    expect(whats(await publish(sandbox, [over], { key: 'macos' }))).toEqual(['closed'])
    expect(issues).toMatchObject([{ state: 'closed' }])
  })

  test('an answer that is lost opens no second one', async () => {
    const sandbox = await start()
    sandbox.api.fault({ when: 'issues/create', answer: { kind: 'failure after', status: 502 } })
    expect((await publish(sandbox, [report()])).status).toBe('written')
    await publish(sandbox, [report()])
    expect(sandbox.api.issues).toHaveLength(1)
  })
})

test.each([
  [
    'no right',
    READ_TOKEN,
    true,
    'forbidden',
    /^GitHub answered 403 to /,
    'Give the job that records the permission `issues: write`, or set `report.issue` to false in the config file.',
  ],
  [
    'no issues at all',
    { ...WRITE_TOKEN, issues: 'write' as const },
    false,
    'failed',
    /^GitHub answered 410 to POST \/repos\/octo\/project\/issues: Issues are disabled for this repo/,
    'Switch issues on in the settings of the repository, or set `report.issue` to false in the config file.',
  ],
] as const)('%s: what to do is said', async (_, permissions, hasIssues, status, reason, remedy) => {
  const sandbox = await startSandbox(permissions)
  sandbox.api.hasIssues = hasIssues
  expect(await publish(sandbox, [report()])).toEqual({
    status,
    reason: expect.stringMatching(reason),
    remedy,
  })
})

describe('the text of an issue', () => {
  const part = { key: 'a.b', state: 'standing', text: 'new' } as const

  test('keeps what people wrote around the parts', () => {
    const body = newBody(EVENT, { ...part, text: 'old' }).replace('<!-- benchgate:part', 'Seen by @me.\n$&')
    expect(withPart(`${body}\nA footnote.`, part)).toBe(`${body.replace('\nold\n', '\nnew\n')}\nA footnote.`)
    expect(withPart(`${body}\nA footnote.`, { ...part, key: 'axb' })).toMatch(
      /\nA footnote\.\n\n<!-- benchgate:part key=axb /,
    )
  })

  test('is found with other line ends, and where the end of a part was deleted', () => {
    const body = newBody(EVENT, part).replaceAll('\n', '\r\n')
    expect([eventIn(body), stateIn(body, 'a.b'), stateIn(body, 'default')]).toEqual([EVENT, 'standing', null])
    const cut = newBody(EVENT, part).replace(/<!-- benchgate:end.*/, '')
    expect(withPart(cut, part)).toContain('state=standing -->\nnew\n<!-- benchgate:end key=a.b -->')
  })

  test('keeps only its state where there is no room for more, and stays as it is without any', () => {
    const large = { ...part, key: 'other', text: 'y'.repeat(2_000) }
    const body = withPart(newBody(EVENT, { ...part, text: 'x'.repeat(64_000) }), large)
    expect(stateIn(body, 'other')).toBe('standing')
    expect(body.endsWith('what this gate measured.\n<!-- benchgate:end key=other -->\n')).toBe(true)
    expect(stateIn(withPart(body, { ...large, state: 'fixed' }), 'other')).toBe('fixed')
    const full = newBody(EVENT, { ...part, text: 'x'.repeat(64_850) })
    expect(withPart(full, large)).toBe(full)
  })
})
