import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { listFiles } from '../../src/init/list-files.ts'
import { benchgate, type Ended } from '../cli/program.ts'
import { workflowProblems } from '../workflow-problems.ts'
import { type FixtureProject, PROJECTS, writeProject } from './fixture-projects.ts'

const ACTION = `owner/benchgate@${'0'.repeat(40)}`
const scratch = mkdtempSync(join(tmpdir(), 'benchgate-init-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A PATH on which there is a shell, git and Node, and no tool that measures. */
const bare = join(scratch, 'bin')
beforeAll(() => {
  mkdirSync(bare)
  symlinkSync(process.execPath, join(bare, 'node'))
  for (const program of ['git', 'sh', 'mkdir', 'cp', 'find'])
    symlinkSync(
      spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim(),
      join(bare, program),
    )
})

const environment = (path: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: path,
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
})

/** A project in a repository of its own, with a first commit. */
function commit(project: FixtureProject): { root: string; directory: string } {
  const root = mkdtempSync(join(scratch, 'project-'))
  const directory = writeProject(project, root)
  git(root, 'add', '-A')
  git(root, 'commit', '-q', '--allow-empty', '-m', 'begin')
  project.prepare?.(directory)
  return { root, directory }
}

function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    env: environment(process.env['PATH']!),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

async function textsIn(root: string): Promise<Record<string, string>> {
  const files = (await listFiles(root, null)).filter((file) => !file.startsWith('.git/'))
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

const init = (cwd: string, ...more: string[]): Promise<Ended> =>
  benchgate(['init', '--yes', '--action', ACTION, ...more], { cwd, env: environment(bare) })

describe.each(PROJECTS)('$name', (project) => {
  let root: string
  let directory: string
  let first: Ended
  beforeAll(async () => {
    ;({ root, directory } = commit(project))
    const before = await textsIn(root)
    const dry = await init(directory, '--dry-run')
    expect([dry.code, dry.stderr]).toEqual([0, ''])
    expect(await textsIn(root)).toEqual(before)
    first = await init(directory)
  })

  test('what it writes are a config and a workflow', async () => {
    expect([first.code, first.stderr]).toEqual([0, ''])
    const config = await loadConfig(directory)
    expect(config.file).toBe(project.within === undefined ? '.github/benchgate.yml' : 'benchgate.yml')
    const path = '.github/workflows/benchgate.yml'
    expect(await workflowProblems(readFileSync(join(root, path), 'utf8'), path)).toEqual([])
    const measured = /^Measured  (.*)$/m.exec(first.stdout)![1]!
    if (project.tool === 'mitata') expect(measured).toMatch(/^\S+ \(\S+\.bench\.m?[jt]s\): [\d.]+ [nµm]s$/)
    else
      expect(measured).toMatch(/^nothing: .* is not installed here \(`.*` fails\); the workflow sets it up$/)
  })

  test('again: everything is kept, whatever is in it', async () => {
    const before = await textsIn(root)
    const again = await init(directory)
    expect([again.code, again.stderr]).toEqual([0, ''])
    expect(again.stdout).not.toContain('\nWrote')
    expect(again.stdout.match(/ {2}as it is$/gm)).toHaveLength(2)
    expect(await textsIn(root)).toEqual(before)
  })

  const isThere = project.tool === 'mitata' || (project.probe && isInstalled(project.probe))
  test.skipIf(!isThere)('check gives a verdict at once', async () => {
    git(root, 'add', '-A')
    git(root, 'commit', '-q', '-m', 'Add Benchgate')
    spawnSync('sh', ['-c', 'echo one > NOTES.txt'], { cwd: directory })
    // npm among others: what a set-up line calls.
    const path = project.tool === 'mitata' ? process.env['PATH']! : `/usr/bin:${process.env['PATH']}`
    const { code, stdout, stderr } = await benchgate(['check', '--quiet', '--time-limit', '20 min'], {
      cwd: directory,
      env: environment(path),
    })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^✔ No change in \d benchmarks?\.$/m)
    expect(code).toBe(0)
    expect(relative(root, directory)).toBe(project.within ?? '')
  })
})

function isInstalled(probe: string): boolean {
  const env = environment(`/usr/bin:${process.env['PATH']}`)
  return spawnSync('sh', ['-c', probe], { env, timeout: 20_000 }).status === 0
}
