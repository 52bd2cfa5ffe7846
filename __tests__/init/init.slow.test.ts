import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  benchgate(['init', '--yes', '--quiet', '--action', ACTION, ...more], { cwd, env: environment(bare) })

describe.each(PROJECTS)('$name', (project) => {
  let root: string
  let directory: string
  beforeAll(() => {
    ;({ root, directory } = commit(project))
  })

  test('a dry run shows the files, and writes none', async () => {
    const before = await textsIn(root)
    const { code, stdout, stderr } = await init(directory, '--dry-run')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`\n--- .github/workflows/benchgate.yml\nname: Benchgate\n`)
    expect(await textsIn(root)).toEqual(before)
  })

  test('what it writes are a config and a workflow', async () => {
    const first = await init(directory)
    expect([first.code, first.stderr]).toEqual([0, ''])
    const config = await loadConfig(directory)
    expect(config.file).toBe(project.within === undefined ? '.github/benchgate.yml' : 'benchgate.yml')
    const path = '.github/workflows/benchgate.yml'
    expect(await workflowProblems(readFileSync(join(root, path), 'utf8'), path)).toEqual([])
    const measured = /^Measured  (.*)$/m.exec(first.stdout)![1]!
    if (project.tool === 'mitata') expect(measured).toMatch(/^\S+ \(\S+\.bench\.m?[jt]s\): [\d.]+ [nµm]s$/)
    else
      expect(measured).toMatch(
        /^nothing, because .* is not installed here \(`.*` fails\); the workflow sets it up$/,
      )
  })

  test('again: everything is kept, whatever is in it', async () => {
    const before = await textsIn(root)
    const again = await init(directory)
    expect([again.code, again.stderr]).toEqual([0, ''])
    expect(again.stdout).not.toContain('\nWrote')
    expect(again.stdout.match(/ {2}unchanged$/gm)).toHaveLength(2)
    expect(await textsIn(root)).toEqual(before)
  })

  if (project.tool === 'mitata') verdictAtOnce()
  else toolAtOnce()

  function toolAtOnce() {
    const path = pathFor(project)
    // A whole gate by these lines is `e2e/tools.real`.
    test.skipIf(path === undefined)(`${project.tool}, where it is installed, runs at once`, async () => {
      const env = environment(path!)
      const { code, stdout } = await benchgate(['init', '--yes'], { cwd: directory, env })
      expect(stdout).toMatch(
        /^ {10}(?:the only benchmark|one of \d benchmarks) of this command, in [\d.]+ s: measuring works here$/m,
      )
      expect(code).toBe(0)
    })
  }

  function verdictAtOnce() {
    test('check gives a verdict at once', async () => {
      git(root, 'add', '-A')
      git(root, 'commit', '-q', '-m', 'Add Benchgate')
      spawnSync('sh', ['-c', 'echo one > NOTES.txt'], { cwd: directory })
      const { code, stdout, stderr } = await benchgate(['check', '--quiet', '--time-limit', '20 min'], {
        cwd: directory,
        env: environment(process.env['PATH']!),
      })
      expect(stderr).toBe('')
      expect(stdout).toMatch(/^benchgate check · base \w+ \(.*\) → working tree · \d benchmarks?$/m)
      // What the sample takes is really measured, and may be found slower by chance.
      const isStated = project.files['package.json'] !== undefined
      if (isStated) expect(stdout).toMatch(/^✔ No change in \d benchmarks?\.$/m)
      expect(isStated ? [0] : [0, 1]).toContain(code)
    })
  }
})

test('without an action: a workflow that is there is kept, and a missing one is asked for', async () => {
  const { root, directory } = commit(PROJECTS.find(({ tool }) => tool !== 'mitata')!)
  const again = async () => {
    const { code, stdout } = await benchgate(['init', '--yes'], { cwd: directory, env: environment(bare) })
    return [code, /^Missing.*$/m.exec(stdout)?.[0], /^.*workflows\/benchgate\.yml +unchanged$/m.test(stdout)]
  }
  const missing =
    'Missing   .github/workflows/benchgate.yml: this Benchgate does not know its own repository on GitHub.'
  expect(await again()).toEqual([0, missing, false])
  mkdirSync(join(root, '.github/workflows'))
  writeFileSync(join(root, '.github/workflows/benchgate.yml'), 'name: Own\n')
  expect(await again()).toEqual([0, undefined, true])
})

test('what cannot be measured here: the files stay, and exit code 3 says so, in a repository or not', async () => {
  const library = PROJECTS.find(({ within }) => within !== undefined)!
  const { directory } = commit({ ...library, prepare: () => {} })
  const unbuilt = await init(directory)
  expect([unbuilt.code, unbuilt.stderr]).toEqual([3, ''])
  expect(unbuilt.stdout).toContain(
    '\nNot measured: bench/size.bench.ts on head needs dist/size.js, which git ignores and nothing has written\n\nRun `npm ci && npm run build` first. The files were written; `npx benchgate run` tries again.\n',
  )
  expect((await loadConfig(directory)).base.setup).toBe('npm ci && npm run build')
  const plain = mkdtempSync(join(scratch, 'plain-'))
  writeFileSync(join(plain, 'a.bench.mjs'), library.files['bench/size.bench.ts']!)
  const outside = await init(plain)
  expect([outside.code, outside.stderr]).toEqual([3, ''])
  expect(outside.stdout).toMatch(/^Not measured: a\.bench\.mjs on head .*Cannot find module '.*size\.js'/m)
})

/** The PATH on which a project's tool is found; undefined: on none. Debian keeps some with its own interpreter. */
function pathFor({ probe }: FixtureProject): string | undefined {
  const own = process.env['PATH']!
  return [own, `/usr/bin:${own}`].find(
    (path) =>
      probe && spawnSync('sh', ['-c', probe], { env: environment(path), timeout: 20_000 }).status === 0,
  )
}
