import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { isInstallOnly, runSetup, startsAfresh } from '../../src/checkout/setup.ts'
import { isRunning, LONG_MS, Sandbox, stopClock, untilEnded, untilThere } from './sandbox.ts'

async function setup(
  line: string,
  o: { timeLimitMs?: number; signal?: AbortSignal; sandbox?: Sandbox; user?: string } = {},
) {
  const sandbox = o.sandbox ?? new Sandbox()
  await runSetup({
    line,
    side: { name: 'base', sha: '91be03d000', root: sandbox.directory, directory: sandbox.directory },
    user: [o.user ?? sandbox.directory],
    env: sandbox.env,
    signal: o.signal ?? new AbortController().signal,
    timeLimitMs: o.timeLimitMs ?? LONG_MS,
  })
}

async function failure(...args: Parameters<typeof setup>): Promise<UserError> {
  const error: unknown = await setup(...args).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

test('runs through the shell, in the side', async () => {
  const sandbox = new Sandbox()
  await setup('pwd > out && echo "$HOME" >> out', { sandbox })
  const home = sandbox.env['HOME']
  expect(readFileSync(join(sandbox.directory, 'out'), 'utf8')).toBe(`${sandbox.directory}\n${home}\n`)
})

test('gets no token of the job, but those of registries', async () => {
  const repository = new Sandbox().repository()
  repository.commit()
  const env = { ...repository.sandbox.env, GITHUB_TOKEN: 'secret', NODE_AUTH_TOKEN: 'registry' }
  const { base } = await repository.open({
    env,
    base: { kind: 'ref', ref: 'HEAD' },
    setup: 'echo "$GITHUB_TOKEN-$NODE_AUTH_TOKEN" > out',
  })
  expect(readFileSync(join(base.directory, 'out'), 'utf8')).toBe('-registry\n')
})

test('a failure shows the end of a long output, and nothing that moves a cursor', async () => {
  const error = await failure(
    String.raw`for i in $(seq 1 50000); do echo "line $i"; done; printf '\033[31mred\033[0m\a\n' >&2; exit 3`,
  )
  expect(error.code).toBe('setup')
  expect(error.message).toMatch(/^base \(91be03d\) does not build: `for i .*` ended with exit code 3:\n/)
  // Two pipes: which of the last lines came last is not known.
  expect(error.message).toMatch('\n  line 50000')
  expect(error.message).toMatch('\n  red')
  expect(error.message.split('\n')).toHaveLength(21)
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(error.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  expect(error.remedy).toMatch('Run base.setup in a checkout of 91be03d')
})

/** A project on disk, with npm kept off the network. */
function project(files: Record<string, string>): Sandbox {
  const sandbox = new Sandbox()
  for (const [path, text] of Object.entries(files)) writeFileSync(join(sandbox.directory, path), text)
  Object.assign(sandbox.env, { npm_config_offline: 'true', npm_config_update_notifier: 'false' })
  return sandbox
}
const PACKAGE = {
  'package.json': '{ "name": "demo", "version": "1.0.0", "dependencies": { "left-pad": "1.3.0" } }',
}

test('the lockfile of another package manager, in the words of npm', async () => {
  const sandbox = project({ ...PACKAGE, 'pnpm-lock.yaml': '' })
  const { message, remedy } = await failure('npm ci', { sandbox })
  const [first, ...words] = message.split('\n')
  expect(first).toBe(
    'base (91be03d) has pnpm-lock.yaml, and no package-lock.json: `npm ci` ended with exit code 1:',
  )
  expect(words.join('\n')).toMatch(/npm (error|ERR!) .*can only install with an existing package-lock\.json/)
  expect(words.join('\n')).not.toMatch(/Options:|--dry-run|aliases|complete log/)
  expect(remedy).toBe(
    'Set base.setup to a line that installs from it, for example `base: { setup: pnpm install --frozen-lockfile }`.',
  )
})

test('a line that suits the lockfile of the other side', async () => {
  const user = project({ 'package-lock.json': '{}' }).directory
  const sandbox = project({ ...PACKAGE, 'yarn.lock': '' })
  const { message, remedy } = await failure('echo installing && npm ci --ignore-scripts && false', {
    sandbox,
    user,
  })
  expect(message.split('\n')[0]).toBe(
    'base (91be03d) has yarn.lock, and no package-lock.json: `echo installing && npm ci --ignore-scripts && false` ended with exit code 1:',
  )
  expect(remedy).toBe(
    'Set base.setup to a line that installs both sides, for example `base: { setup: if test -f yarn.lock; then yarn install --immutable; else npm ci; fi }`.',
  )
})

test('no lockfile at all', async () => {
  const { message, remedy } = await failure('npm ci', { sandbox: project(PACKAGE) })
  expect(message.split('\n')[0]).toBe(
    'base (91be03d) has no package-lock.json: `npm ci` ended with exit code 1:',
  )
  expect(remedy).toBe(
    'Commit the lockfile, or let base.setup install without one, for example `base: { setup: npm install }`.',
  )
})

test('a script of the project that npm runs, with files as they are called in the project', async () => {
  const scripts = { prepare: 'node build.mjs' }
  const sandbox = project({
    'package.json': JSON.stringify({ name: 'demo', version: '1.0.0', scripts }),
    'package-lock.json': JSON.stringify({ name: 'demo', lockfileVersion: 3, packages: { '': {} } }),
    'build.mjs': "throw new Error('no compiler in ' + import.meta.url)",
  })
  const { message } = await failure('npm ci', { sandbox })
  expect(message.split('\n')[0]).toBe(
    'base (91be03d) does not build: `npm ci` ended with exit code 1 in the script `prepare`:',
  )
  expect(message).toContain('\n  Error: no compiler in build.mjs\n')
  expect(message).not.toContain(sandbox.directory)
})

test.each([
  [
    'pnpm',
    '> demo@1.0.0 prepare /somewhere/a\n> false\n\n ELIFECYCLE  Command failed with exit code 1.',
    ' in the script `prepare`',
  ],
  [
    'pnpm, without a name',
    '> build\n> x\n> prepare /a\n> false\n ELIFECYCLE  Command failed.',
    ' in the script `prepare`',
  ],
  ['bun install', '$ false\nerror: prepare script from "demo" exited with 1', ' in the script `prepare`'],
  ['bun run', '$ false\nerror: script "build" exited with code 127', ' in the script `build`'],
  [
    'npm, of a dependency',
    'npm error code 4\nnpm error path /x/node_modules/@a/dep\nnpm error command failed',
    ' in an install script of @a/dep',
  ],
  ['npm 6', '> demo@1.0.0 prepare\n> false\n\nnpm ERR! code 1\nnpm ERR! path /x', ' in the script `prepare`'],
  ['npm, without a script', '> demo@1.0.0 build\n> true\n\nnpm error code ETARGET', ''],
  ['another program', '> demo@1.0.0 build\n> true\n\nboom', ''],
])('the script that failed, in the words of %s', async (_, output, named) => {
  const sandbox = project({ output })
  expect((await failure('cat output; exit 1', { sandbox })).message.split('\n')[0]).toBe(
    `base (91be03d) does not build: \`cat output; exit 1\` ended with exit code 1${named}:`,
  )
})

test('a silent failure, an end by signal, a program that does not exist', async () => {
  expect((await failure('exit 1')).message).toBe(
    'base (91be03d) does not build: `exit 1` ended with exit code 1 and printed nothing',
  )
  expect((await failure('kill -TERM $$')).message).toMatch('was ended by SIGTERM')
  expect((await failure('no-such-program-here')).message).toMatch('ended with exit code 127:\n')
})

test('a line that hangs ends with its children when the time is over', async () => {
  const sandbox = new Sandbox()
  stopClock()
  const ending = failure('sleep 300 & echo $! > pid; mv pid ready; wait', { timeLimitMs: 500, sandbox })
  await untilThere(join(sandbox.directory, 'ready'))
  vi.advanceTimersByTime(500)
  const error = await ending
  vi.useRealTimers()
  expect(error.message).toMatch('did not end within 0.5 s')
  expect(error.remedy).toMatch('measure.time-limit')
  const pid = Number(readFileSync(join(sandbox.directory, 'ready'), 'utf8'))
  await untilEnded(pid)
})

test('a daemon that it leaves behind is ended, and does not hold the run up', async () => {
  const sandbox = new Sandbox()
  await setup('sleep 300 & echo $! > pid', { sandbox })
  const pid = Number(readFileSync(join(sandbox.directory, 'pid'), 'utf8'))
  await untilEnded(pid)
})

test('one that left the group holds the pipes open, and does not hold the run up either', async () => {
  const sandbox = new Sandbox()
  await setup(
    `setsid sh -c 'echo $$ > pid; mv pid ready; exec sleep 300' & until test -e ready; do :; done`,
    { sandbox },
  )
  const pid = Number(readFileSync(join(sandbox.directory, 'ready'), 'utf8'))
  expect(isRunning(pid)).toBe(true)
  process.kill(pid, 'SIGKILL')
})

test('an abort ends it', async () => {
  const sandbox = new Sandbox()
  const controller = new AbortController()
  const running = setup('echo x > started; sleep 300', { signal: controller.signal, sandbox })
  controller.abort(new Error('interrupted'))
  await expect(running).rejects.toThrow('interrupted')
  await expect(setup('touch never', { signal: controller.signal, sandbox })).rejects.toThrow('interrupted')
  expect(existsSync(join(sandbox.directory, 'never'))).toBe(false)
})

test('tells an install from a line that does more', () => {
  const installs = [
    'npm ci',
    ' npm install ',
    'npm i --ignore-scripts',
    'npm ci --omit=dev --no-audit',
    'pnpm install --frozen-lockfile',
    'yarn',
    'yarn install --immutable',
    'bun install',
  ]
  const more = [
    'npm ci && npm run build',
    'npm ci; make',
    'npm install left-pad',
    'npm run install',
    'npm ci > log',
    'npm ci\nmake',
    'yarn build',
    'make',
    '',
    'npm ci $(make)',
  ]
  expect([...installs, ...more].filter(isInstallOnly)).toEqual(installs)
  expect(startsAfresh('npm ci && npm run build')).toBe(true)
  expect(startsAfresh('npm install && npm run build')).toBe(false)
})
