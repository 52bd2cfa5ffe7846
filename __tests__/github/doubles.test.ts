import { expect, test } from 'vitest'
import { readAssignments, readOutput } from '../e2e/doubles/runner.ts'
import { startSandbox } from './sandbox.ts'

// A double that lets everything pass proves nothing about those who use it.

test.each<[string, string, string, object | undefined, string]>([
  ['an unknown address', 'POST', '/repos/octo/project/issues/7/coments', { body: 'x' }, 'no operation'],
  [
    'a number that is none',
    'POST',
    '/repos/octo/project/issues/seven/comments',
    { body: 'x' },
    'issue_number',
  ],
  ['a body of another type', 'POST', '/repos/octo/project/issues/7/comments', { body: 5 }, 'must be string'],
  ['no body', 'POST', '/repos/octo/project/issues/7/comments', undefined, 'body is missing'],
  [
    'an unknown property',
    'POST',
    '/repos/octo/project/issues/7/comments',
    { body: 'x', boddy: 1 },
    'unknown property boddy',
  ],
  [
    'an unknown parameter',
    'GET',
    '/repos/octo/project/pulls?heads=a',
    undefined,
    'unknown query parameter heads',
  ],
  ['a state that is none', 'GET', '/repos/octo/project/pulls?state=opened', undefined, 'state'],
  [
    'a since that is no time',
    'GET',
    '/repos/octo/project/issues/7/comments?since=yesterday',
    undefined,
    'since',
  ],
  [
    'a body where none belongs',
    'DELETE',
    '/repos/octo/project/issues/comments/7',
    { x: 1 },
    'nobody asked for',
  ],
  [
    '51 annotations',
    'POST',
    '/repos/octo/project/check-runs',
    {
      name: 'x',
      head_sha: 'y',
      output: {
        title: 't',
        summary: 's',
        annotations: Array.from({ length: 51 }, () => ({
          path: 'a',
          start_line: 1,
          end_line: 1,
          annotation_level: 'failure',
          message: 'm',
        })),
      },
    },
    'must NOT have more than 50 items',
  ],
  [
    'a conclusion that is none',
    'POST',
    '/repos/octo/project/check-runs',
    { name: 'x', head_sha: 'y', status: 'completed', conclusion: 'failed' },
    'conclusion',
  ],
])('%s is noticed', async (_what, method, path, body, problem) => {
  const { api } = await startSandbox()
  await fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: 'token job' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const found = api.violations.splice(0)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(problem)
})

test.each<[string, string, Record<string, unknown>, string]>([
  ['an unknown field', 'query { viewerr { login } }', {}, "doesn't exist"],
  ['no selection', 'query ($ids: [ID!]!) { nodes(ids: $ids) }', { ids: [] }, 'selections'],
  ['a missing variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {}, 'not given'],
  [
    'a variable of another type',
    'query ($ids: [String!]!) { nodes(ids: $ids) { id } }',
    { ids: [] },
    'is wanted',
  ],
  ['an undeclared variable', 'query { nodes(ids: $ids) { id } }', { ids: [] }, 'not declared'],
  [
    'a fragment of another kind',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Ref { target } } }',
    { ids: [] },
    'never',
  ],
])('GraphQL with %s is noticed', async (_what, query, variables, problem) => {
  const { api } = await startSandbox()
  await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { authorization: 'token job' },
    body: JSON.stringify({ query, variables }),
  })
  expect(api.violations.splice(0)).toEqual([expect.stringContaining(problem)])
})

test('the runner reads both spellings of a command, and stops where it is told to', () => {
  const read = readOutput(
    [
      'text',
      '::error file=a%2Cb.ts,line=3,title=t%3A1::one%0Atwo%25',
      '  ::warning::indented',
      'x ##[add-mask]secret',
      'a secret',
      '::unknown::x',
      '::stop-commands::tok',
      '::error::not this',
      '##[tok]',
      '::notice::again',
      '::set-env name=A::b',
    ].join('\n'),
  )
  expect(read.annotations).toEqual([
    { level: 'error', message: 'one\ntwo%', title: 't:1', file: 'a,b.ts', line: '3' },
    { level: 'warning', message: 'indented' },
    { level: 'notice', message: 'again' },
    { level: 'error', message: 'The `set-env` command is disabled.' },
  ])
  expect(read.failed).toBe(true)
  expect(read.log).toBe('text\na ***\n::unknown::x\n::error::not this')
})

test('assignments as the runner reads them', () => {
  expect(readAssignments('a=b=c\nd<<EOF\n1\n\nf=g\nEOF\n\nh=\n')).toEqual({ a: 'b=c', d: '1\n\nf=g', h: '' })
  expect(() => readAssignments('d<<EOF\n1\n')).toThrow('delimiter not found')
  expect(() => readAssignments('nothing')).toThrow('Invalid format')
})
