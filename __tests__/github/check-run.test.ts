import { expect, test } from 'vitest'
import type { Annotation } from '../../src/github/annotations.ts'
import { type CheckRunRequest, publishCheckRun } from '../../src/github/check-run.ts'
import { type Answer, READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { HOSTILE_NAMES, SHA, startSandbox } from './sandbox.ts'

const request: CheckRunRequest = {
  key: 'default',
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
  expect(result).toEqual({ status: 'created', url: expect.stringContaining('/runs/') })
  expect(api.checkRuns).toHaveLength(1)
  expect(api.checkRuns[0]).toMatchObject({
    name: 'benchgate',
    headSha: SHA,
    conclusion: 'failure',
    externalId: 'default/42/1',
  })
  expect(api.checkRuns[0]!.annotations.map(({ title }) => title)).toEqual(
    annotations.map(({ title }) => title),
  )
  expect(api.requests).toHaveLength(3)
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
  expect(api.checkRuns.filter(({ externalId }) => externalId === 'default/42/1')).toHaveLength(1)
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
