import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ApiError } from '../../src/github/api-error.ts'
import { type ArtifactLimits, readArtifactFile } from '../../src/github/artifact.ts'
import type { Client } from '../../src/github/client.ts'
import { startSandbox } from './sandbox.ts'

const zip = (text: string | Uint8Array, file = 'benchgate-report.json') =>
  zipSync({ [file]: typeof text === 'string' ? new TextEncoder().encode(text) : text })
const read = (client: Client, limits: Partial<ArtifactLimits> = {}) =>
  readArtifactFile(client, { runId: 99, name: 'benchgate', file: 'benchgate-report.json', limits })

test('the newest artifact of the run and name', async () => {
  const { api, open } = await startSandbox()
  api.artifacts.push(
    { runId: 98, name: 'benchgate', archive: zip('another run') },
    { runId: 99, name: 'benchgate', archive: zip('first attempt') },
    { runId: 99, name: 'benchgate', archive: zip('second attempt') },
    { runId: 99, name: 'benchgate-2', archive: zip('another name') },
  )
  expect(await read(open())).toEqual({ status: 'found', text: 'second attempt' })
})

test('none, an expired one, one that expires meanwhile', async () => {
  const { api, open } = await startSandbox()
  expect(await read(open())).toEqual({
    status: 'missing',
    reason: 'the workflow run 99 left no artifact benchgate',
  })
  api.artifacts.push({ runId: 99, name: 'benchgate', archive: zip('x'), expired: true })
  expect(await read(open())).toMatchObject({ status: 'unfit', reason: expect.stringContaining('expired') })
  api.artifacts.push({ runId: 99, name: 'benchgate', archive: zip('x') })
  const happens = () => void (api.artifacts[1]!.expired = true)
  api.fault({ when: 'actions/download-artifact', answer: { kind: 'meanwhile', happens } })
  expect(await read(open())).toMatchObject({ status: 'unfit', reason: expect.stringContaining('expired') })
})

test('one that is too large is not downloaded, and one that lies about it not to its end', async () => {
  const { api, open } = await startSandbox()
  const limits = { archiveBytes: 100_000 }
  const archive = zip(crypto.getRandomValues(new Uint8Array(60_000)))
  api.artifacts.push({ runId: 99, name: 'benchgate', archive, announcedBytes: 100_001 })
  expect(await read(open(), limits)).toMatchObject({
    status: 'unfit',
    reason: expect.stringContaining('100001 bytes'),
  })
  expect(api.requestsOf('blob')).toEqual([])
  api.artifacts[0]!.announcedBytes = 10
  api.fault({ when: 'blob', answer: { kind: 'flood', bytes: 1024 ** 3 } })
  expect(await read(open(), limits)).toMatchObject({
    status: 'unfit',
    reason: expect.stringContaining('more than 100000'),
  })
})

test('a bomb, a wrong file, no archive, no text', async () => {
  const { api, open } = await startSandbox()
  const reasonFor = async (archive: Uint8Array) => {
    api.artifacts.push({ runId: 99, name: 'benchgate', archive })
    const file = await read(open())
    return file.status === 'unfit' ? file.reason : file.status
  }
  expect(await reasonFor(zip(new Uint8Array(33 * 1024 * 1024)))).toContain('more than 33554432 bytes')
  expect(await reasonFor(zip('{}', 'other.json'))).toContain('holds 0 files')
  expect(await reasonFor(new TextEncoder().encode('{}'))).toContain('no ZIP archive')
  expect(await reasonFor(zip(new Uint8Array([0x7b, 0xff, 0x7d])))).toContain('not UTF-8')
})

test('a storage that fails for good is an error that can be shown', async () => {
  const { api, open, waits } = await startSandbox()
  api.artifacts.push({ runId: 99, name: 'benchgate', archive: zip('{}') })
  api.fault({ when: 'blob', times: 2, answer: { kind: 'status', status: 503 } })
  expect(await read(open())).toEqual({ status: 'found', text: '{}' })
  expect(waits).toHaveLength(2)
  api.fault({ when: 'blob', times: 4, answer: { kind: 'reset' } })
  await expect(read(open())).rejects.toThrow(ApiError)
})
