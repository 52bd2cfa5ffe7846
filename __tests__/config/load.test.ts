import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { findConfig, loadConfig } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'

let root: string
let outside: string

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'benchgate-config-'))
  root = path.join(folder, 'project')
  outside = path.join(folder, 'elsewhere.yml')
  await mkdir(path.join(root, '.github'), { recursive: true })
  await writeFile(outside, 'version: 1\n')
})
afterEach(() => rm(path.dirname(root), { recursive: true }))

const put = (file: string, text: string | Uint8Array) => writeFile(path.join(root, file), text)

async function refusal(attempt: Promise<unknown>): Promise<UserError> {
  const error = await attempt.then(
    () => null,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

describe('findConfig', () => {
  it.each(['.github/benchgate.yml', '.github/benchgate.yaml', 'benchgate.yml', 'benchgate.yaml'])(
    'finds %s',
    async (file) => {
      await put(file, 'version: 1\n')
      expect(await findConfig(root)).toEqual({ path: file, text: 'version: 1\n' })
    },
  )

  it('finds nothing where nothing is', async () => {
    expect(await findConfig(root)).toBeNull()
  })

  it('prefers the file that is asked for', async () => {
    await put('.github/benchgate.yml', 'version: 1\n')
    await put('other.yml', 'version: 1 # other\n')
    expect(await findConfig(root, './other.yml')).toEqual({ path: 'other.yml', text: 'version: 1 # other\n' })
    expect(await findConfig(root, path.join(root, 'other.yml'))).toMatchObject({ path: 'other.yml' })
  })

  it('refuses two, and names both', async () => {
    await put('.github/benchgate.yml', '')
    await put('benchgate.yml', '')
    const { message, code } = await refusal(findConfig(root))
    expect(message).toContain('.github/benchgate.yml and benchgate.yml')
    expect(code).toBe('config')
  })

  it('refuses a file that is asked for and missing', async () => {
    expect((await refusal(findConfig(root, 'nowhere.yml'))).message).toContain('nowhere.yml')
  })

  it('refuses what lies outside the project, also behind a link', async () => {
    expect((await refusal(findConfig(root, '../elsewhere.yml'))).message).toBe(
      '../elsewhere.yml leaves the project.',
    )
    await symlink(outside, path.join(root, 'benchgate.yml'))
    expect((await refusal(findConfig(root))).message).toBe(
      'benchgate.yml lies behind a link that leaves the project.',
    )
  })

  it('follows a link that stays inside', async () => {
    await put('real.yml', 'version: 1\n')
    await symlink('real.yml', path.join(root, 'benchgate.yml'))
    expect(await findConfig(root)).toEqual({ path: 'benchgate.yml', text: 'version: 1\n' })
  })

  it('refuses a link to nowhere, a folder, a huge file and other encodings', async () => {
    await symlink('gone.yml', path.join(root, 'a.yml'))
    await mkdir(path.join(root, 'b.yml'))
    await put('c.yml', '#'.repeat(1024 * 1024 + 1))
    await put('d.yml', Uint8Array.of(0xff, 0xfe, 0x41, 0))
    expect((await refusal(findConfig(root, 'a.yml'))).message).toContain('cannot be read')
    expect((await refusal(findConfig(root, 'b.yml'))).message).toContain('is not a file')
    expect((await refusal(findConfig(root, 'c.yml'))).message).toContain('1024 KiB')
    expect((await refusal(findConfig(root, 'd.yml'))).message).toContain('UTF-8')
  })
})

describe('loadConfig', () => {
  it('gives the defaults without a file', async () => {
    expect(await loadConfig(root)).toEqual(DEFAULT_CONFIG)
  })

  it('gives the config of the file', async () => {
    await put('benchgate.yml', 'version: 1\nreport: { comment: never }\n')
    expect(await loadConfig(root)).toEqual({
      ...DEFAULT_CONFIG,
      file: 'benchgate.yml',
      report: { comment: 'never', dashboardUrl: null, issue: false },
    })
  })

  it('throws all problems as one error', async () => {
    await put('benchgate.yml', 'version: 1\nsuits: [a]\nreport: { comment: no }\n')
    const error = await refusal(loadConfig(root))
    expect(error.message).toContain('benchgate.yml:2:1: unknown key `suits`')
    expect(error.message).toContain('benchgate.yml:3:20: `comment` cannot be `no`')
    expect(error.remedy).toBe('Correct these 2 problems in benchgate.yml; nothing was measured.')
    expect(error.exitCode).toBe(2)
  })
})
