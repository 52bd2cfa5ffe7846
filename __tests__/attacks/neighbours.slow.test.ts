import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Sandbox, type TestRepository, untilThere } from '../checkout/sandbox.ts'
import { benchgate, type Ended } from '../cli/program.ts'

// Whole gates beside other users of the machine. What they measure says itself what it takes, so that no
// machine is too slow for a verdict. What this machine or user may not do is skipped by its name.

const CONFIG = `version: 1
command: { run: node tool.mjs, format: go }
measure: { time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 10% }
`
const tool = (first: string) => `${first}
console.log('BenchmarkParse-2 1000 ' + (1000 + Math.random()) + ' ns/op')
console.log('PASS')
`

/** A project whose branch `pr` adds this to what is measured. */
function projectOf(sandbox: Sandbox, addition = '', files: Record<string, string> = {}): TestRepository {
  const repository = sandbox.repository()
  repository.commit({ 'benchgate.yml': CONFIG, 'tool.mjs': tool(''), ...files })
  repository.git('switch', '--quiet', '--create', 'pr')
  repository.commit({ 'tool.mjs': tool(addition) })
  return repository
}

interface Started {
  starter?: readonly string[]
  env?: NodeJS.ProcessEnv
}

const check = ({ root, sandbox }: TestRepository, { starter = [], env = {} }: Started = {}) =>
  benchgate(['check', '--quiet', '--base', 'main'], { cwd: root, env: { ...sandbox.env, ...env }, starter })

/** The exit code and what was said of an error, without what changes from run to run. */
function ending(
  { code, stderr }: Ended,
  { sandbox }: TestRepository,
): { code: number | null; said: string[] } {
  const said = stderr
    .replaceAll(sandbox.directory, '…')
    .replaceAll(`file://${sandbox.directory.replaceAll(' ', '%20')}`, '…')
    .replaceAll(/benchgate-[0-9a-f]{8}-\w{6}/g, 'benchgate-*')
    .replaceAll(/\b[0-9a-f]{7,40}\b/g, 'SHA')
  return {
    code,
    said: said
      .trimEnd()
      .split('\n')
      .slice(said.startsWith('error: ') ? 0 : -3),
  }
}

const can = (command: readonly string[]): boolean => spawnSync(command[0]!, command.slice(1)).status === 0
const isRoot = process.getuid?.() === 0

const OTHER_PIDS = ['unshare', '--pid', '--fork', '--mount-proc']
const OWN_MOUNTS = ['unshare', '--mount', 'sh', '-ec']
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
const canMount = isRoot && can([...OWN_MOUNTS, 'mount -t tmpfs -o size=1m none /mnt'])
const canBeNobody =
  isRoot && can([...AS_NOBODY, process.execPath, join(import.meta.dirname, '../../src/cli.ts'), '--version'])

/** As a user to whom nothing of the repository belongs; `trusting`: git takes it all the same. */
function asNobody({ sandbox }: TestRepository, { trusting }: { trusting: boolean }): Started {
  chmodSync(sandbox.directory, 0o755)
  chmodSync(sandbox.temp, 0o777)
  const config = join(sandbox.directory, 'gitconfig')
  writeFileSync(config, trusting ? '[safe]\n\tdirectory = *\n' : '')
  return { starter: AS_NOBODY, env: { HOME: '/nonexistent', GIT_CONFIG_GLOBAL: config } }
}

/** Runs a program after mounting something that nobody else sees. */
const mounting = (line: string): string[] => [...OWN_MOUNTS, `${line}; exec "$@"`, 'sh']

/** What is measured says that it runs, and waits for a file. */
function waiting(sandbox: Sandbox): { addition: string; started: string; go: string } {
  const marks = join(sandbox.directory, 'marks')
  mkdirSync(marks)
  const [started, go] = [join(marks, 'started'), join(marks, 'go')]
  const addition = `import { existsSync, renameSync, watch, writeFileSync } from 'node:fs'
await new Promise((resolve) => {
  const look = () => existsSync('${go}') && (watcher.close(), resolve())
  const watcher = watch('${marks}', look)
  writeFileSync('${marks}/pid', String(process.pid))
  renameSync('${marks}/pid', '${started}')
  look()
})`
  return { addition, started, go }
}

test.skipIf(!isRoot || !can([...OTHER_PIDS, 'true']))(
  'a gate in another PID namespace leaves the directory of a living one alone',
  async () => {
    const sandbox = new Sandbox()
    const { addition, started, go } = waiting(sandbox)
    const running = check(projectOf(sandbox, addition))
    await untilThere(started)
    const held = sandbox.leftovers()
    expect(held).toHaveLength(1)

    const beside = projectOf(new Sandbox())
    const second = await check(beside, { starter: OTHER_PIDS, env: { TMPDIR: sandbox.temp } })
    expect(second).toMatchObject({ code: 0 })
    expect(sandbox.leftovers()).toEqual(held)
    writeFileSync(go, '')
    expect(await running).toMatchObject({ code: 0 })
    expect(sandbox.leftovers()).toEqual([])
  },
)

test('what a gate left when it was killed goes with the next one', async () => {
  const args = ['check', '--base', 'main']
  const sandbox = new Sandbox()
  const { addition, started, go } = waiting(sandbox)
  const { root } = projectOf(sandbox, addition)
  const ownPid = join(sandbox.directory, 'pid')
  const starter = ['sh', '-c', `echo $$ > '${ownPid}'; exec "$@"`, 'sh']
  const running = benchgate(args, { cwd: root, env: sandbox.env, starter })
  await untilThere(started)
  for (const file of [ownPid, started]) process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL')
  expect(await running).toMatchObject({ code: null })
  expect(sandbox.leftovers()).toHaveLength(1)
  writeFileSync(go, '')
  expect(await benchgate(args, { cwd: root, env: sandbox.env })).toMatchObject({ code: 0 })
  expect(sandbox.leftovers()).toEqual([])
})

test.each([
  [
    'folders deeper than a path may be long',
    `import { mkdirSync, writeFileSync } from 'node:fs'
const name = 'd'.repeat(200)
for (let i = 0; i < 40; i++) {
  mkdirSync(name, { recursive: true })
  process.chdir(name)
  writeFileSync('file', '')
}`,
  ],
  [
    'folders without permissions',
    `import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const name = 'closed-' + process.pid
mkdirSync(name + '/below/further', { recursive: true })
writeFileSync(name + '/below/file', '')
for (const closed of ['/below', '']) chmodSync(name + closed, 0)`,
  ],
])('measured code that leaves %s leaves nothing', async (_, addition) => {
  const repository = projectOf(new Sandbox(), addition)
  // To root, modes are nothing.
  const started = canBeNobody ? asNobody(repository, { trusting: true }) : {}
  const { code, stdout } = await check(repository, started)
  expect({ code, warned: stdout.includes('removed') }).toEqual({ code: 0, warned: false })
  expect(repository.sandbox.leftovers()).toEqual([])
})

const incompressible = () => randomBytes(1_000_000).toString('hex')
const FULL = 'no space is left on …/temp, the disk of …/temp/benchgate-*'
const MAKE_ROOM = 'Free some space there, or point RUNNER_TEMP or TMPDIR to another disk.'

test.skipIf(!canMount).each([
  {
    name: 'when git checks base out',
    project: () => projectOf(new Sandbox(), '', { data: incompressible() }),
    said: [`error: git checkout of SHA failed in …/temp/benchgate-*/a: ${FULL}/a`, '', MAKE_ROOM],
  },
  {
    name: 'when node_modules are copied',
    project: () => {
      const repository = projectOf(new Sandbox(), '', { 'package.json': '{}', '.gitignore': 'node_modules' })
      return repository.write({ 'node_modules/a/data': incompressible() })
    },
    said: [`error: The checkouts could not be made: ${FULL}/a/node_modules/a`, '', MAKE_ROOM],
  },
  {
    name: 'when a set-up line builds',
    project: () =>
      projectOf(new Sandbox(), '', {
        'benchgate.yml': `${CONFIG}base: { setup: cat /dev/zero > zeros }\n`,
      }),
    said: [
      'error: base (SHA) does not build, because a disk is full: `cat /dev/zero > zeros` ended with exit code 1:',
      '  cat: write error: No space left on device',
      '',
      'See with `df -h` and `df -i` which one it is, and free some space there. The checkouts lie in …/temp/benchgate-*, where TMPDIR points.',
    ],
  },
  {
    name: 'of which no inode is left',
    project: () => projectOf(new Sandbox()),
    options: 'nr_inodes=1',
    said: [
      'error: The checkouts could not be made: no more files fit on …/temp',
      '',
      'Remove files there, since its inodes are used up, or point RUNNER_TEMP or TMPDIR to another disk.',
    ],
  },
])('a full disk, $name', async ({ project, options = 'size=1m', said }) => {
  const repository = project()
  const starter = mounting(`mount -t tmpfs -o ${options} none "$TMPDIR"`)
  const env = { XDG_CACHE_HOME: join(repository.sandbox.temp, 'cache') }
  expect(ending(await check(repository, { starter, env }), repository)).toEqual({ code: 3, said })
})

/** A clone without the history that `main` is in, so that git has to write into it. */
function shallow(sandbox = new Sandbox()): TestRepository {
  const origin = projectOf(sandbox)
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.git('branch', '--quiet', '--force', 'main', 'HEAD~1')
  const clone = sandbox.repository('clone')
  clone.git('remote', 'add', 'origin', origin.url)
  clone.git('fetch', '--quiet', '--depth=1', 'origin', 'pr')
  clone.git('switch', '--quiet', '--create', 'pr', 'FETCH_HEAD')
  return clone
}

test('an index.lock that another git has left does not matter: nothing is written there', async () => {
  const repository = projectOf(new Sandbox())
  repository.write({ '.git/index.lock': '' })
  expect(await check(repository)).toMatchObject({ code: 0 })
})

/** What a gate says that could not write what it fetched. */
const unfetched = (why: string, remedy: string) => ({
  code: 2,
  said: [`error: git fetch of ${why}`, 'main is not in this clone.', '', remedy],
})
const BEFOREHAND = 'or fetch what is needed beforehand (with actions/checkout: fetch-depth: 0).'

test('a lock in the way of a fetch', async () => {
  const repository = shallow()
  repository.write({ '.git/shallow.lock': '' })
  expect(ending(await check(repository), repository)).toEqual(
    unfetched(
      "…/project failed: Unable to create '…/clone/.git/shallow.lock': File exists.",
      "Wait until no git works there. Where none does, one that was killed has left the file: rm '…/clone/.git/shallow.lock'",
    ),
  )
})

test.skipIf(!canMount)('a `.git` that is mounted read-only', async () => {
  const repository = shallow()
  const starter = mounting('mount --bind .git .git; mount -o remount,ro,bind .git')
  expect(ending(await check(repository, { starter }), repository)).toEqual(
    unfetched(
      "…/project failed: Unable to create '…/clone/.git/shallow.lock': Read-only file system",
      `Mount …/clone/.git writable, since git keeps there what it fetches, ${BEFOREHAND}`,
    ),
  )
})

test.skipIf(!canMount)('a `.git` on a full disk', async () => {
  const repository = shallow()
  const starter = mounting(
    'cp -r .git ../copy; mount -t tmpfs -o size=200k none .git; cp -r ../copy/. .git; cat /dev/zero > .git/fill 2> ../full || true',
  )
  expect(ending(await check(repository, { starter }), repository)).toEqual(
    unfetched('…/project failed: no space is left on …/clone/.git', `Free some space there, ${BEFOREHAND}`),
  )
})

test.skipIf(!canBeNobody)('a checkout of another user', async () => {
  const repository = shallow()
  expect(ending(await check(repository, asNobody(repository, { trusting: false })), repository)).toEqual({
    code: 2,
    said: [
      "error: git rev-parse failed in …/clone: fatal: detected dubious ownership in repository at '…/clone'",
      '',
      "Make user 65534 the owner of …/clone, or tell git that you trust it: git config --global --add safe.directory '…/clone'",
    ],
  })
})

test.skipIf(!canBeNobody)('a checkout of another user that git trusts', async () => {
  const repository = shallow()
  expect(ending(await check(repository, asNobody(repository, { trusting: true })), repository)).toEqual(
    unfetched(
      "…/project failed: Unable to create '…/clone/.git/shallow.lock': Permission denied",
      `Let user 65534 read and write there (chown -R 65534 '…/clone/.git'), ${BEFOREHAND}`,
    ),
  )
})
