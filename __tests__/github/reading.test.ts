import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { mergeBase } from '../../src/github/merge-base.ts'
import { readFileAt } from '../../src/github/file.ts'
import { mayPush } from '../../src/github/push-access.ts'
import { READ_TOKEN } from '../e2e/doubles/github-api.ts'
import { BASE_SHA, SHA, startSandbox } from './sandbox.ts'

const PATH = '.github/benchgate.yml'

test('a file at a commit, without a checkout', async () => {
  const { api, open } = await startSandbox(READ_TOKEN)
  const text = `version: 1 # ü 😀\n${'x'.repeat(5000)}`
  api.files.set(`${BASE_SHA}:${PATH}`, text)
  api.files.set(`${BASE_SHA}:empty.yml`, '')
  expect(await readFileAt(open(), BASE_SHA, PATH)).toBe(text)
  expect(await readFileAt(open(), BASE_SHA, 'empty.yml')).toBe('')
  expect(await readFileAt(open(), SHA, PATH)).toBeNull()
})

test('a folder, a file of 2 MB and paths that leave the repository are refused', async () => {
  const { api, open } = await startSandbox()
  api.files.set(`${SHA}:folder`, null)
  api.files.set(`${SHA}:large.yml`, 'x'.repeat(2_000_000))
  await expect(readFileAt(open(), SHA, 'folder')).rejects.toThrow('is not a file')
  await expect(readFileAt(open(), SHA, 'large.yml')).rejects.toThrow('has 2000000 bytes')
  for (const path of ['../x', 'a/../../x', '/etc/passwd', '', 'a\0b']) {
    await expect(readFileAt(open(), SHA, path)).rejects.toThrow(UserError)
  }
})

test('the merge base of two commits, or null', async () => {
  const { api, open } = await startSandbox(READ_TOKEN)
  api.mergeBases.set(`${BASE_SHA}...${SHA}`, 'c'.repeat(40))
  expect(await mergeBase(open(), BASE_SHA, SHA)).toBe('c'.repeat(40))
  expect(await mergeBase(open(), SHA, BASE_SHA)).toBeNull()
})

test('whether a token can push is asked without pushing', async () => {
  const { api, open, waits } = await startSandbox()
  api.tokens.set('reader', { login: 'github-actions[bot]', type: 'Bot', permissions: READ_TOKEN })
  expect(await mayPush(open())).toBe('yes')
  expect(await mayPush(open('reader'))).toBe('no')
  expect(await mayPush(open('none'))).toBe('no')
  expect(api.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET'])
  api.fault({ when: 'git', times: 4, answer: { kind: 'status', status: 502 } })
  expect(await mayPush(open())).toBe('unknown')
  expect(waits).toHaveLength(3)
})
