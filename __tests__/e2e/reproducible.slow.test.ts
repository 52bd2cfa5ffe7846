import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** What the build neither reads nor writes. */
const LEFT_OUT = new Set(['.git', 'node_modules', '__tests__', 'benchmarks', 'dist'])

/** Digest of every file below a directory, by path. */
function digests(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = files.map((file) => join(file.parentPath, file.name)).sort()
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(directory.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  )
}

test('the committed dist is what the sources build, byte for byte, wherever they lie', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'benchgate-build-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  const copy = join(scratch, 'a folder whose name has another length, and blanks')
  mkdirSync(copy)
  const entries = readdirSync(root).filter((name) => !LEFT_OUT.has(name))
  for (const name of entries) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  // In an environment of its own, too: that of a test says that it is one.
  const env = { PATH: process.env['PATH'] }
  execFileSync(process.execPath, [join('.config', 'build.ts')], { cwd: copy, env, stdio: 'pipe' })

  const built = digests(join(copy, 'dist'))
  expect(Object.keys(built).length).toBeGreaterThan(5)
  expect(digests(join(root, 'dist'))).toEqual(built)
  // What the build writes beside dist is committed, too.
  for (const name of entries.filter((name) => /\.(md|yml)$/.test(name))) {
    expect(readFileSync(join(copy, name), 'utf8'), name).toBe(readFileSync(join(root, name), 'utf8'))
  }
})
