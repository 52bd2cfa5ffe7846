import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// What is published, unpacked in a folder without node_modules, above which there are none either.

const directory = mkdtempSync(join(tmpdir(), 'benchgate-packed-'))
const program = join(directory, 'package/dist/cli.js')

beforeAll(() => {
  const root = join(import.meta.dirname, '../..')
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', root, '--json', '--ignore-scripts'], {
      cwd: directory,
      env: { ...process.env, npm_config_cache: join(directory, '.npm') },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  execFileSync('tar', ['-xzf', filename], { cwd: directory })
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('it finds its worker, and measures a suite', () => {
  const project = join(directory, 'project')
  mkdirSync(project)
  writeFileSync(
    join(project, 'one.bench.mjs'),
    `import { bench, run } from 'mitata'\nbench('noop', () => {})\nawait run()\n`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'run', '--quiet'], {
    cwd: project,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/\bnoop\b.*\bns\b/)
})

test('it finds the files of the demo', async () => {
  const scratch = mkdtempSync(join(directory, 'demo-'))
  const child = spawn(process.execPath, [program, 'demo'], {
    cwd: directory,
    env: { ...process.env, TMPDIR: scratch },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const closed = once(child, 'close')
  // Said once the repository is built from them; measuring it would take a minute.
  const [text] = await once(child.stdout, 'data')
  expect(String(text)).toMatch(/^A small shop in a scratch repository/)
  child.kill('SIGINT')
  await closed
})
