import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { isInstallOnly, runSetup, startsAfresh } from '../../src/checkout/setup.ts'
import { isRunning, LONG_MS, Sandbox, stopClock, untilEnded, untilThere } from './sandbox.ts'

async function setup(
  line: string,
  o: { timeLimitMs?: number; signal?: AbortSignal; sandbox?: Sandbox } = {},
) {
  const sandbox = o.sandbox ?? new Sandbox()
  await runSetup({
    line,
    side: { name: 'base', sha: '91be03d000', directory: sandbox.directory },
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

test('a failure shows the last lines of what was printed, and nothing that moves a cursor', async () => {
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
