import { describe, expect, test } from 'vitest'
import type { Annotation } from '../../src/model/annotation.ts'
import { type CheckRunRequest, publishCheckRun } from '../../src/github/check-run.ts'
import { externalIdOf, verdictIn } from '../../src/github/check-verdicts.ts'
import { legOf } from '../../src/github/legs.ts'
import { type Answer, type CheckRun, type GitHubApi, READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { HOSTILE_NAMES, SHA, startSandbox } from './sandbox.ts'

const LEG = { workflow: 'Benchgate', job: 'bench', matrix: null, system: 'Linux X64' }
const request: CheckRunRequest = {
  key: 'default',
  subject: 'pull-9',
  leg: legOf(LEG),
  runId: 42,
  runAttempt: 1,
  headSha: SHA,
  conclusion: 'failure',
  title: '2 benchmarks over budget',
  summary: '| a |\n|-|',
  detailsUrl: 'https://github.com/octo/project/actions/runs/42',
  annotations: [],
}
const annotation = (name: string): Annotation => ({
  level: 'error',
  title: name,
  message: name,
  file: 'bench/parser.bench.ts',
  line: 3,
})

test('a completed check run with its annotations in portions of fifty', async () => {
  const { api, open } = await startSandbox()
  const annotations = Array.from({ length: 120 }, (_, index) => annotation(`benchmark ${index}`))
  const result = await publishCheckRun(open(), { ...request, annotations })
  expect(result).toEqual({ status: 'created', url: expect.stringContaining('/runs/'), sharing: [] })
  expect(api.checkRuns).toHaveLength(1)
  expect(api.checkRuns[0]).toMatchObject({
    name: 'benchgate',
    headSha: SHA,
    conclusion: 'failure',
    externalId: expect.stringMatching(/^v2\/default\/pull-9\/bench-Linux-X64\.[0-9a-f]{8}\/failure\/42\/1$/),
    output: { title: request.title, summary: request.summary },
  })
  expect(api.checkRuns[0]!.annotations.map(({ title }) => title)).toEqual(
    annotations.map(({ title }) => title),
  )
  expect(api.requestsOf('checks/update')).toHaveLength(2)
})

test('a key is part of the name; what is too long is cut, and a thousand annotations are not sent', async () => {
  const { api, open } = await startSandbox()
  const annotations = Array.from({ length: 1000 }, (_, index) => annotation(`${index}${'😀'.repeat(5000)}`))
  await publishCheckRun(open(), { ...request, key: 'node-24', summary: '😀'.repeat(100_000), annotations })
  expect(api.checkRuns[0]).toMatchObject({ name: 'benchgate (node-24)' })
  expect(api.checkRuns[0]!.output.summary.length).toBeLessThanOrEqual(65_535)
  expect(api.checkRuns[0]!.annotations).toHaveLength(200)
})

test('hostile names arrive as they are, and what has no file is left to the summary', async () => {
  const { api, open } = await startSandbox()
  const annotations = HOSTILE_NAMES.slice(0, 20).map(annotation)
  await publishCheckRun(open(), {
    ...request,
    annotations: [{ ...annotation('nowhere'), file: null }, ...annotations],
  })
  expect(api.checkRuns[0]!.annotations).toHaveLength(20)
})

test.each<[string, Answer, number]>([
  ['carried out', { kind: 'reset', carriedOut: true }, 1],
  ['not carried out', { kind: 'reset' }, 2],
])('an answer that was lost, %s, leaves one check run', async (_what, answer, requests) => {
  const { api, open } = await startSandbox()
  // A check run of an earlier attempt is another one.
  await publishCheckRun(open(), { ...request, runAttempt: 9 })
  api.fault({ when: 'checks/create', answer })
  expect(await publishCheckRun(open(), request)).toMatchObject({ status: 'created' })
  expect(api.checkRuns.filter(({ externalId }) => externalId?.endsWith('/42/1'))).toHaveLength(1)
  expect(api.requestsOf('checks/create')).toHaveLength(1 + requests)
})

test('a token that can only read', async () => {
  const { open } = await startSandbox(READ_TOKEN)
  expect(await publishCheckRun(open(), request)).toEqual({
    status: 'forbidden',
    reason: expect.stringContaining('403'),
    remedy: expect.stringContaining('checks: write'),
  })
})

describe('one commit that is judged more than once', () => {
  const strict = request
  const lax: CheckRunRequest = {
    ...request,
    subject: 'pull-3',
    runId: 43,
    conclusion: 'success',
    title: 'No change in 2 benchmarks',
    summary: 'Nothing found.',
  }
  const fixed: CheckRunRequest = { ...strict, runAttempt: 2, conclusion: 'success', title: 'No change' }
  /** What branch protection sees. */
  const shown = (api: GitHubApi): CheckRun => api.checkRuns.at(-1)!
  const plant = (api: GitHubApi, change: Partial<CheckRun>) =>
    api.addCheckRun({
      name: 'benchgate',
      headSha: SHA,
      externalId: null,
      conclusion: 'failure',
      output: { title: 'Planted', summary: '' },
      ...change,
    })
  const planted = (subject: CheckRunRequest['subject'], conclusion: CheckRunRequest['conclusion']) =>
    externalIdOf({ ...lax, subject, conclusion, leg: lax.leg })

  test.each([
    ['last', [strict, lax]],
    ['first', [lax, strict]],
  ])('a better verdict of another pull request that comes %s does not count', async (_, order) => {
    const { api, open } = await startSandbox()
    for (const one of order) await publishCheckRun(open(), one)
    expect(shown(api)).toMatchObject({
      conclusion: 'failure',
      output: { title: '#9: 2 benchmarks over budget' },
    })
    const { summary } = shown(api).output
    expect(summary).toMatch(/judged more than once, and the worst verdict stands/)
    expect(summary).toContain(`[#9](${api.url}/octo/project/pull/9): failure`)
    expect(summary).toContain(`[#3](${api.url}/octo/project/pull/3): success`)
    expect(summary.endsWith(order.at(-1)!.summary)).toBe(true)
  })

  test('a rerun that fixes it takes its own earlier verdict back, and nothing sticks', async () => {
    const { api, open } = await startSandbox()
    for (const one of [strict, lax, fixed]) await publishCheckRun(open(), one)
    expect(shown(api)).toMatchObject({ conclusion: 'success', output: { title: '#9: No change' } })
    // The lax one's check run said failure only for the sake of the other.
    await publishCheckRun(open(), { ...fixed, runId: 50, runAttempt: 1 })
    expect(shown(api).conclusion).toBe('success')
    await publishCheckRun(open(), { ...lax, runId: 51, conclusion: 'neutral' })
    expect(shown(api)).toMatchObject({
      conclusion: 'neutral',
      output: { title: '#3: No change in 2 benchmarks' },
    })
  })

  test('the newest of its own counts also when it is worse', async () => {
    const { api, open } = await startSandbox()
    for (const one of [lax, fixed, { ...strict, runAttempt: 3 }, { ...lax, runId: 60 }])
      await publishCheckRun(open(), one)
    expect(shown(api)).toMatchObject({
      conclusion: 'failure',
      output: { title: '#9: 2 benchmarks over budget' },
    })
  })

  test('two jobs do not replace each other, and are told apart; another attempt of one does', async () => {
    const { api, open } = await startSandbox()
    const mac = {
      ...strict,
      leg: legOf({ ...LEG, job: 'mac' }),
      conclusion: 'success' as const,
      title: 'No change',
    }
    for (const one of [strict, mac]) await publishCheckRun(open(), one)
    expect(shown(api).conclusion).toBe('failure')
    expect(shown(api).output.summary).toMatch(
      /job `bench-Linux-X64`: failure[^]*job `mac-Linux-X64`: success \(below\)/,
    )
    await publishCheckRun(open(), fixed)
    expect(shown(api).conclusion).toBe('success')
  })

  test('a merge group and a recorded commit have verdicts of their own; a key has check runs of its own', async () => {
    const { api, open } = await startSandbox()
    await publishCheckRun(open(), { ...strict, subject: 'merge-group' })
    await publishCheckRun(open(), { ...lax, subject: 'record' })
    expect(shown(api)).toMatchObject({
      conclusion: 'failure',
      output: { title: 'Merge group: 2 benchmarks over budget' },
    })
    await publishCheckRun(open(), { ...lax, key: 'node-24' })
    expect(shown(api)).toMatchObject({ conclusion: 'success', output: { title: lax.title } })
  })

  const TOO_MANY = {
    conclusion: 'failure',
    output: {
      title: 'Too many check runs on this commit',
      summary: `aaaaaaa has 1000 check runs called benchgate or more, and one of them may be worse. Push a new commit, which has none.\n\n${lax.summary}`,
    },
  }
  test.each([
    [
      'a failure is said',
      1000,
      strict,
      { conclusion: 'failure', output: { title: strict.title, summary: strict.summary } },
    ],
    ['what would pass fails', 1000, lax, TOO_MANY],
    ['what would pass fails, though they were too many only afterwards', 999, lax, TOO_MANY],
  ])('of a commit with too many check runs %s', async (_, count, own, expected) => {
    const { api, open } = await startSandbox()
    for (let i = 0; i < count; i++)
      plant(api, {
        externalId: externalIdOf({ ...strict, conclusion: 'success', runId: 7001 + i }),
        conclusion: 'success',
      })
    expect(await publishCheckRun(open(), own)).toMatchObject({ status: 'created', sharing: [] })
    expect(api.checkRuns).toHaveLength(count + 1)
    expect(shown(api)).toMatchObject(expected)
  })

  test('of two that are published at once, the later one sees the other', async () => {
    const { api, open } = await startSandbox()
    api.fault({
      when: 'checks/create',
      answer: {
        kind: 'meanwhile',
        happens: () => plant(api, { externalId: planted('pull-8', 'failure') }),
      },
    })
    await publishCheckRun(open(), { ...lax, annotations: Array.from({ length: 60 }, () => annotation('x')) })
    expect(shown(api)).toMatchObject({ conclusion: 'failure', output: { title: '#8: Planted' } })
    expect(shown(api).annotations).toHaveLength(60)
    expect(shown(api).output.summary).toContain(lax.summary)
  })

  test('what another app put there, older check runs and foreign ones are no verdicts', async () => {
    const { api, open } = await startSandbox()
    plant(api, { appId: 7, externalId: planted('pull-8', 'failure') })
    plant(api, { externalId: 'default/42/1' })
    plant(api, { externalId: null })
    plant(api, { externalId: planted('pull-8', 'failure').replace('default', 'other') })
    plant(api, { name: 'tests', externalId: planted('pull-8', 'failure') })
    await publishCheckRun(open(), lax)
    expect(shown(api)).toMatchObject({ conclusion: 'success', output: { title: lax.title } })
  })

  test('the words of a check run that spoke of another pull request are not taken for its own', async () => {
    const { api, open } = await startSandbox()
    plant(api, {
      externalId: planted('pull-8', 'neutral'),
      conclusion: 'failure',
      output: { title: '#4: Gone', summary: '' },
    })
    await publishCheckRun(open(), lax)
    expect(shown(api)).toMatchObject({ conclusion: 'neutral', output: { title: '#8: neutral' } })
  })

  test('a verdict on a later page counts', async () => {
    const { api, open } = await startSandbox()
    plant(api, { externalId: planted('pull-8', 'failure') })
    for (let i = 0; i < 120; i += 1) plant(api, { externalId: planted('pull-7', 'success') })
    await publishCheckRun(open(), lax)
    expect(shown(api).conclusion).toBe('failure')
  })

  test('verdicts that cannot be listed leave what stands there', async () => {
    const { api, open } = await startSandbox()
    await publishCheckRun(open(), strict)
    api.fault({ when: 'checks/list-for-ref', times: 9, answer: { kind: 'status', status: 502 } })
    expect(await publishCheckRun(open(), lax)).toMatchObject({ status: 'failed' })
    expect(api.checkRuns).toHaveLength(1)
  })
})

test('what an external id says is read back, and nothing else is', () => {
  const leg = legOf({ ...LEG, workflow: 'Bench / mark', job: '../`x`'.repeat(40) })
  const verdict = {
    key: 'node-24',
    subject: 'pull-12',
    leg,
    conclusion: 'neutral',
    runId: 9,
    runAttempt: 2,
  } as const
  expect(verdictIn(externalIdOf(verdict))).toEqual(verdict)
  expect(externalIdOf({ ...verdict, key: 'k'.repeat(50), runId: 1e14 }).length).toBeLessThan(180)
  for (const other of [
    null,
    '',
    'default/42/1',
    'v2/default/pull-0/a.b/failure/1/1',
    `${externalIdOf(verdict)}/1`,
  ])
    expect(verdictIn(other)).toBeNull()
})
