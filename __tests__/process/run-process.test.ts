import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { howItEnded, type ProcessOptions, runProcess, TAIL_BYTES } from '../../src/process/run-process.ts'
import { LONG_MS, Sandbox, stopClock, untilEnded, untilThere } from '../checkout/sandbox.ts'

function run(command: string | readonly string[], o: Partial<ProcessOptions> = {}) {
  const { env, directory } = new Sandbox()
  return runProcess(command, { cwd: directory, env, timeLimitMs: LONG_MS, stdout: 1_000, ...o })
}

const node = (program: string) => [process.execPath, '-e', program]

test('output is kept from its start, and what is said beside it from its end', async () => {
  const { stdout, tail, ...ended } = await run('cat; printf %20000s x >&2; exit 3', { input: 'asked' })
  expect(stdout.toString()).toBe('asked')
  expect(tail).toBe('x'.padStart(TAIL_BYTES))
  expect(ended).toEqual({ exitCode: 3, exitSignal: null, stopped: null })
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
  const channel = { onLine, stallMs: LONG_MS, limitBytes: 1_000 }
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
