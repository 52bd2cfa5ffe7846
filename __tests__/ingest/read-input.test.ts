import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { readInput } from '../../src/ingest/read-input.ts'

const root = mkdtempSync(join(tmpdir(), 'benchgate-read-'))
afterAll(() => rmSync(root, { recursive: true }))

function folder(name: string, files: Record<string, string>): string {
  const path = join(root, name)
  mkdirSync(path)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  return path
}

describe('a file', () => {
  it('is read as it is', async () => {
    const path = join(folder('one', { 'r.json': '[{"name":"x","unit":"ns","value":1}]' }), 'r.json')
    const input = await readInput(path)
    expect(input).toMatchObject({ path, files: null })
    expect(ingest(input, null).benchmarks).toHaveLength(1)
  })

  it('is missed with its name', async () => {
    await expect(readInput(join(root, 'none.json'))).rejects.toThrow('none.json: there is no such file')
    await expect(readInput(join(root, 'none.json'))).rejects.toBeInstanceOf(UserError)
    await expect(readInput(join(root, 'one/r.json/x'))).rejects.toThrow('no directory')
  })

  it('has at most so many bytes', async () => {
    const path = join(folder('large', { 'r.json': 'x'.repeat(2 ** 20 + 1) }), 'r.json')
    await expect(readInput(path, { limits: { bytes: 2 ** 20, files: 9 } })).rejects.toThrow(
      'larger than 1 MiB',
    )
    expect((await readInput(path, { limits: { bytes: 2 ** 20 + 1, files: 9 } })).bytes).toHaveLength(
      2 ** 20 + 1,
    )
  })

  it('is no pipe and no device', async () => {
    const pipe = join(root, 'pipe')
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', pipe])
    await expect(readInput(pipe)).rejects.toThrow('neither a file nor a directory')
    await expect(readInput('/dev/zero')).rejects.toThrow('neither a file nor a directory')
  })

  it('whose size the system does not tell is bounded too', async () => {
    await expect(readInput('/proc/self/maps', { limits: { bytes: 100, files: 9 } })).rejects.toThrow('larger')
    expect((await readInput('/proc/self/maps')).bytes.length).toBeGreaterThan(100)
  })
})

describe('a directory', () => {
  it('gives its text files by path, without byte order mark, pictures and pages', async () => {
    const path = folder('tree', {
      'b/new/x.json': '\u{feff}{}',
      'a.csv': 'a',
      'report/index.html': '<p>',
      'noise.json': '\0',
      README: 'r',
    })
    symlinkSync(join(path, 'a.csv'), join(path, 'b/again.csv'))
    symlinkSync(path, join(path, 'b/circle'))
    const { files } = await readInput(path)
    expect(Object.fromEntries(files ?? [])).toEqual({
      'b/new/x.json': '{}',
      'a.csv': 'a',
      'b/again.csv': 'a',
      README: 'r',
    })
  })

  it('may not be left by a link', async () => {
    const path = folder('leaving', { 'r.json': '1' })
    symlinkSync('/etc/hostname', join(path, 'out.json'))
    await expect(readInput(path)).rejects.toThrow('out.json is a symbolic link that leaves it')
    const sibling = folder('leaving-too', { 'r.json': '1' })
    const inside = folder('inside', {})
    symlinkSync(sibling, join(inside, 'x'))
    await expect(readInput(inside)).rejects.toThrow('leaves it')
  })

  it('has at most so many files and bytes', async () => {
    const path = folder('many', { 'a.json': '1234', 'b.json': '1234', 'c.json': '1234' })
    await expect(readInput(path, { limits: { bytes: 99, files: 2 } })).rejects.toThrow('more than 2 files')
    await expect(readInput(path, { limits: { bytes: 10, files: 9 } })).rejects.toThrow('larger than')
    expect((await readInput(path, { limits: { bytes: 12, files: 3 } })).files?.size).toBe(3)
  })

  it('is not walked without end', async () => {
    const path = folder('deep', { [`${'d/'.repeat(60)}x.json`]: '1' })
    await expect(readInput(path)).rejects.toThrow('nested deeper than 50 folders')
  })
})
