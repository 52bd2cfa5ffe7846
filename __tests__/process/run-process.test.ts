import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Mark } from '../../src/process/mark.ts'
import { howItEnded, type ProcessOptions, runProcess, TAIL_BYTES } from '../../src/process/run-process.ts'
import {
  isRunning,
  LONG_MS,
  Sandbox,
  stopClock,
  untilEnded,
  untilThere,
  withClock,
} from '../checkout/sandbox.ts'

function run(command: string | readonly string[], o: Partial<ProcessOptions> = {}) {
  const { env, directory } = new Sandbox()
  return runProcess(command, { cwd: directory, env, timeLimitMs: LONG_MS, stdout: 1_000, ...o })
}

const node = (program: string) => [process.execPath, '-e', program]

const isLinux = process.platform === 'linux'

test('output is kept from its start, and what is said beside it from its end', async () => {
  const { stdout, tail, ...ended } = await run('cat; printf %20000s x >&2; exit 3', { input: 'asked' })
  expect(stdout.toString()).toBe('asked')
  expect(tail).toBe('x'.padStart(TAIL_BYTES))
  expect(ended).toEqual({ exitCode: 3, exitSignal: null, isWhole: true, stopped: null, leftRunning: [] })
  expect(howItEnded(ended)).toBe('ended with exit code 3')
})

test.each([
  ['tail', 'out'],
  ['none', ''],
] as const)('standard output as %s', async (stdout, tail) => {
  expect(await run(['printf', 'out'], { stdout })).toMatchObject({ stdout: Buffer.alloc(0), tail })
})

test('arguments reach a program as they are, without a shell', async () => {
  expect((await run(['printf', '%s', '$HOME; exit 1'])).stdout.toString()).toBe('$HOME; exit 1')
})

test('what prints too much is ended', async () => {
  const result = await run('yes')
  expect(result).toMatchObject({ exitCode: null, exitSignal: 'SIGKILL', stopped: 'output-limit' })
  expect(howItEnded(result)).toBe('was ended by SIGKILL')
})

test('a program that cannot be started rejects', async () => {
  await expect(run(['no-such-program'])).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an abort ends the whole group and rejects with its reason', async () => {
  const { directory } = new Sandbox()
  const controller = new AbortController()
  const { signal } = controller
  const running = run('sleep 1000 & echo $! > pid; echo > there; wait', { cwd: directory, signal })
  await untilThere(join(directory, 'there'))
  controller.abort(new Error('interrupted'))
  await expect(running).rejects.toThrow('interrupted')
  await untilEnded(Number(readFileSync(join(directory, 'pid'), 'utf8')))
  await expect(run(['true'], { signal })).rejects.toThrow('interrupted')
})

test('what a program leaves behind in its group ends with it', async () => {
  const { stdout } = await run('sleep 1000 & echo $!')
  await untilEnded(Number(stdout))
})

test('time runs out', async () => {
  const { directory } = new Sandbox()
  stopClock()
  const running = run('echo > there; sleep 1000', { cwd: directory, timeLimitMs: 5_000 })
  await untilThere(join(directory, 'there'))
  vi.advanceTimersByTime(5_000)
  expect(await running).toMatchObject({ exitSignal: 'SIGKILL', stopped: 'time-limit' })
})

test('a channel is read to its end, and closed on a line that does not belong there', async () => {
  const lines: string[] = []
  const onLine = (line: string) => line !== 'odd' && lines.push(line) > 0
  const channel = { task: '', onLine, isOver: () => false, stallMs: LONG_MS, limitBytes: 1_000 }
  const write = (text: string) => node(`require('fs').writeSync(3, ${JSON.stringify(text)})`)
  expect(await run(write('a\nb'), { channel })).toMatchObject({ exitCode: 0, stopped: null })
  expect(await run(write('c\nodd\nd\n'), { channel })).toMatchObject({ stopped: 'channel' })
  expect(await run(write('e'.repeat(1_001)), { channel })).toMatchObject({ stopped: 'channel' })
  expect(lines).toEqual(['a', 'b', 'c'])
})

test('what a Node sends arrives', async () => {
  const messages: unknown[] = []
  const program = node('process.send({ a: 1 }, () => process.exit(0))')
  await run(program, { onMessage: (message) => messages.push(message) })
  expect(messages).toEqual([{ a: 1 }])
})

/** Longer than what a socket holds, so that it is handed over in parts. */
const LONG_TASK = 'x'.repeat(8 * 2 ** 20)

/** A clock that goes on by itself reaches any shorter time. */
const MAX_TIMER_MS = 2 ** 31 - 1

const quiet = { onLine: () => true, isOver: () => false, stallMs: LONG_MS, limitBytes: 1_000 }

test('a task is read whole before anything is said', async () => {
  const lines: string[] = []
  const onLine = (line: string) => lines.push(line) > 0
  const channel = { ...quiet, task: LONG_TASK, onLine }
  const program = node(
    `const fs = require('fs'); fs.writeSync(3, fs.readFileSync(3, 'utf8').length + ' ' + fs.readFileSync(3).length)`,
  )
  expect(await run(program, { channel })).toMatchObject({ exitCode: 0, isWhole: true, stopped: null })
  expect(lines).toEqual([`${LONG_TASK.length} 0`])
})

test('a task that nobody reads is no failure of this process', async () => {
  const channel = { ...quiet, task: LONG_TASK }
  expect(await run(['false'], { channel })).toMatchObject({ exitCode: 1, isWhole: true })
  await expect(run(['no-such-program'], { channel })).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(run(['true'], { channel, cwd: '/no/such/folder' })).rejects.toMatchObject({ code: 'ENOENT' })
})

test.runIf(isLinux)('a channel cannot be opened by a path', async () => {
  const open = (path: string) =>
    `try { require('fs').openSync('${path}', 'r+'); console.log('opened') } catch (error) { console.log(error.code) }`
  const programs = ['/proc/self/fd/1', '/proc/self/fd/2', '/proc/self/fd/3'].map(open).join('\n')
  const { stdout } = await run(node(programs), { channel: { ...quiet, task: '' } })
  expect(stdout.toString()).toBe('ENXIO\nENXIO\nENXIO\n')
})

/** Leaves a process outside its group that holds this descriptor of its own open, and says its number last. */
const leaving = (descriptor: number, env = '{}') =>
  node(`const stdio = ['ignore', 'ignore', 'ignore', 'ignore']
stdio[${descriptor}] = ${descriptor}
const child = require('child_process').spawn('/bin/sleep', ['1000'], { detached: true, stdio, env: ${env} })
child.unref()
console.log('said')
console.error(child.pid)`)

/** Runs it with a clock that goes on by itself; what it left ends with the test. */
async function untilLeft(command: readonly string[], o: Partial<ProcessOptions>) {
  stopClock()
  const result = await withClock(run(command, { timeLimitMs: undefined, ...o }))
  const left = Number(/(\d+)\n$/.exec(result.tail)![1])
  onTestFinished(() => void process.kill(left, 'SIGKILL'))
  expect(isRunning(left)).toBe(true)
  return result
}

test('output that something else holds open is not whole, whatever there is of it', async () => {
  const result = await untilLeft(leaving(1), {})
  expect(result).toMatchObject({ exitCode: 0, isWhole: false, stopped: null, leftRunning: [] })
  expect(result.stdout.toString()).toBe('said\n')
})

test('a log is waited for, and taken as it is', async () => {
  const result = await untilLeft(leaving(1), { stdout: 'tail' })
  expect(result).toMatchObject({ exitCode: 0, isWhole: true })
  expect(result.tail).toContain('said\n')
})

test.each([
  [true, 'after its last line'],
  [false, 'before its last line'],
])('a channel that something else holds open is whole: %s, %s', async (isOver) => {
  const channel = { ...quiet, task: '', isOver: () => isOver, stallMs: MAX_TIMER_MS }
  const program = leaving(3)
  program[2] += "; require('fs').writeSync(3, 'a line\\n')"
  expect(await untilLeft(program, { channel })).toMatchObject({ exitCode: 0, isWhole: isOver })
})

test.runIf(isLinux)('what left the group and bears the mark is ended, so that output is whole', async () => {
  const mark = new Mark({})
  const result = await run(leaving(1, 'process.env'), { mark })
  expect(result).toMatchObject({ exitCode: 0, isWhole: true, leftRunning: ['sleep 1000'] })
  await untilEnded(Number(result.tail))
})

test.runIf(isLinux)('what was given another environment is left alone', async () => {
  const result = await untilLeft(leaving(1), { mark: new Mark({}) })
  expect(result).toMatchObject({ exitCode: 0, isWhole: false, leftRunning: [] })
})
