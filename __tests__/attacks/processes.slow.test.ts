import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { runSuite } from '../../src/measure/suite-process.ts'
import { Mark } from '../../src/process/mark.ts'
import { Sandbox, stopClock, withClock } from '../checkout/sandbox.ts'
import { Stage } from '../e2e/command.ts'
import { HURRY } from '../hurry.ts'

// What the code of a suite may do to its process, to what starts it and to what is measured after it. All of it may lie about
// itself, which no process can be kept from.

/** Before its benchmark a suite does this. */
const suite = (attack: string) => `import { bench, run } from 'mitata'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
const say = (event) => fs.writeSync(3, JSON.stringify(event) + '\\n')
const leave = (o) => {
  const child = spawn('/bin/sleep', ['1000'], { detached: true, ...o })
  child.unref()
  fs.writeFileSync('pid', String(child.pid))
}
${attack}
bench('a', function* () {
  yield { manual: () => 1e6 }
})
await run()
`

/** A clock that goes on by itself reaches any shorter time. */
const MAX_TIMER_MS = 2 ** 31 - 1

/** What one process of a suite comes to, once everything that it left running is gone. */
async function outcomeOf(attack: string) {
  const directory = join(new Sandbox().directory, 'project')
  mkdirSync(directory)
  writeFileSync(join(directory, 'a.bench.mjs'), suite(attack))
  onTestFinished(() => {
    const pid = join(directory, 'pid')
    if (!existsSync(pid)) return
    try {
      process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL')
    } catch {
      // It was ended.
    }
  })
  const { results, death, lateError, leftRunning } = await runSuite({
    suite: 'a.bench.mjs',
    directory,
    plan: {
      mode: 'measure',
      only: ['a'],
      warmups: {},
      traceMs: 0,
      warmupMs: 2,
      windowMs: 3,
      minSamples: 5,
      benchmarkLimitMs: 2_000,
      batches: {},
      individualCalls: {},
    },
    workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
    nodePath: process.execPath,
    nodeArgs: [],
    env: childEnvironments(process.env, readHost(process.env).isOwnVariable).measured,
    mark: new Mark({}),
    stallMs: MAX_TIMER_MS,
    signal: new AbortController().signal,
  })
  const [message = null] = death?.message.split('\n') ?? []
  return { results: [...results.keys()], message, lateError, leftRunning }
}

const measured = { results: ['a'], message: null, lateError: null, leftRunning: [] as string[] }
const failed = (message: string) => ({ results: [], message, lateError: null, leftRunning: [] as string[] })
const LEFT = ['sleep 1000']

describe('one process', () => {
  test.each<[string, string, typeof measured | ReturnType<typeof failed>]>([
    [
      'leaves what has no environment, with all of its descriptors',
      `leave({ stdio: ['ignore', 'inherit', 'inherit', 3], env: {} })`,
      measured,
    ],
    [
      'prints a gigabyte',
      `const mebibyte = Buffer.alloc(2 ** 20, 'x')
for (let i = 0; i < 1024; i++) for (let left = mebibyte.length; left > 0; )
  left -= fs.writeSync(1 + (i & 1), mebibyte, 0, left)`,
      measured,
    ],
    [
      'ends well and measures nothing',
      'process.reallyExit(0)',
      failed('ended with exit code 0 outside any benchmark'),
    ],
    [
      'writes what is no event',
      `fs.writeSync(3, 'garbage\\n')`,
      failed('wrote something else on file descriptor 3 than measurements: "garbage"'),
    ],
    [
      'writes a line that never ends',
      `for (;;) fs.writeSync(3, 'x'.repeat(2 ** 20))`,
      failed('wrote something else on file descriptor 3 than measurements: "more than 64 MiB"'),
    ],
    [
      'says that it is done before it began',
      `say({ type: 'done' })
say({ type: 'end', running: null, pending: 0 })
process.reallyExit(0)`,
      { ...measured, results: [] },
    ],
    [
      'gives itself a time that is none',
      `say({ type: 'result', id: 'a' })`,
      failed(
        String.raw`wrote something else on file descriptor 3 than measurements: "{\"type\":\"result\",\"id\":\"a\"}"`,
      ),
    ],
    [
      'closes descriptor 3',
      'fs.closeSync(3)',
      failed('ended with exit code 1 outside any benchmark; its last words:'),
    ],
    [
      'looks for its plan',
      `if (fs.readFileSync(3).length > 0 || 'BENCHGATE_PLAN' in process.env) process.exit(1)`,
      measured,
    ],
  ])('%s', async (_, attack, outcome) => {
    expect(await outcomeOf(attack)).toEqual(outcome)
  })

  test('leaves what has no environment, with its descriptors, and ends without a word', async () => {
    stopClock()
    const attack = `leave({ stdio: ['ignore', 'ignore', 'ignore', 3], env: {} })\nprocess.reallyExit(0)`
    expect(await withClock(outcomeOf(attack))).toEqual(
      failed('left something running that holds file descriptor 3 open, so that measurements may be missing'),
    )
  })

  test.runIf(process.platform === 'linux').each([
    [
      'spins',
      `spawn('/bin/sh', ['-c', 'while :; do :; done'], { detached: true, stdio: 'ignore' }).unref()`,
      ['sh'],
    ],
    ['holds all of its descriptors', `leave({ stdio: ['ignore', 'inherit', 'inherit', 3] })`, LEFT],
    ['works elsewhere', `leave({ stdio: 'ignore', cwd: '/' })`, LEFT],
  ])('leaves what %s, which is ended', async (_, attack, leftRunning) => {
    expect(await outcomeOf(attack)).toEqual({ ...measured, leftRunning })
  })
})

const CONFIG = `version: 1
suites: ["*.bench.mjs"]
base: { ref: main }
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets: [{ match: "**", metric: time, max-regression: 30% }]
`
const SUITE = `import { bench, run } from 'mitata'
import { ns } from './lib.mjs'
bench('a', function* () {
  yield { manual: () => ns }
})
await run()
`

/** A check of a change that takes three times as long, and whose code does this when it is loaded. */
async function checked(attack: string) {
  const stage = new Stage(HURRY)
  onTestFinished(() => stage.remove())
  const { repository } = stage
  repository.write({ 'benchgate.yml': CONFIG, 'a.bench.mjs': SUITE, 'lib.mjs': 'export const ns = 1e6\n' })
  repository.commit('base')
  repository.git('switch', '-q', '-c', 'head')
  repository.write({ 'lib.mjs': `import fs from 'node:fs'\nexport const ns = 3e6\n${attack}\n` })
  repository.commit('head')
  const { code, signal, stdout, stderr } = await stage.run('check', '--json', '-')
  const report =
    stdout === '' ? null : (JSON.parse(stdout) as { warnings: string[]; rows: { verdict: string }[] })
  const [said] = stderr.split('\n').filter((line) => /^error|^stopping/.test(line))
  return {
    ended: code ?? signal,
    verdicts: report?.rows.map(({ verdict }) => verdict) ?? [],
    warnings: report?.warnings ?? [],
    said: said ?? null,
    leftovers: stage.leftovers(),
  }
}

const slower = {
  ended: 1,
  verdicts: ['regression'],
  warnings: [] as string[],
  said: null,
  leftovers: [] as string[],
}

describe('a gate whose head', () => {
  test('looks for plans beside its checkout, and puts others in their place', async () => {
    const victim = join(new Sandbox().directory, 'victim')
    writeFileSync(victim, 'precious')
    const attack = `const names = Array.from({ length: 60 }, (_, i) => ['', '-base', '-head'].map((side) => '../plan-' + i + side + '.json')).flat()
for (const name of names.filter((_, i) => i % 2 === 0)) try { fs.mkdirSync(name) } catch {}
for (const name of names) try { fs.symlinkSync(${JSON.stringify(victim)}, name) } catch {}
for (const name of fs.readdirSync('..')) try {
  const plan = JSON.parse(fs.readFileSync('../' + name, 'utf8'))
  fs.writeFileSync('../' + name, JSON.stringify({ ...plan, only: [] }))
} catch {}`
    expect(await checked(attack)).toEqual(slower)
    expect(readFileSync(victim, 'utf8')).toBe('precious')
  })

  test('says that it is done and measures nothing', async () => {
    const events = [
      { type: 'registered', id: 'a', name: 'a', occurrence: 1, file: null, line: null, hash: '' },
      { type: 'done' },
      { type: 'end', running: null, pending: 0 },
    ]
    const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('')
    const attack = `fs.writeSync(3, ${JSON.stringify(lines)})\nprocess.reallyExit(0)`
    expect(await checked(attack)).toEqual({
      ...slower,
      ended: 3,
      verdicts: ['failed'],
    })
  })

  test.runIf(process.platform === 'linux')('leaves something running', async () => {
    const attack = `import { spawn } from 'node:child_process'
spawn('/bin/sh', ['-c', 'while :; do :; done'], { detached: true, stdio: 'ignore' }).unref()`
    expect(await checked(attack)).toEqual({
      ...slower,
      warnings: [
        'a.bench.mjs on head left a process running. It was ended, because it would disturb what is measured next: "sh"',
      ],
    })
  })

  test('asks Node to open the debugger of the gate', async () => {
    const attack = `process.kill(process.ppid, 'SIGUSR1')
const answer = await fetch('http://127.0.0.1:9229/json').then(() => 'open', () => 'closed')
if (answer === 'open') throw new Error('the debugger is open')`
    expect(await checked(attack)).toEqual(slower)
  })

  test('takes its last descriptors from the gate', async () => {
    const attack = `import { spawnSync } from 'node:child_process'
spawnSync('prlimit', ['--pid', String(process.ppid), '--nofile=24:24'])`
    expect(await checked(attack)).toMatchObject({ ended: 3 })
  })

  test('ends the gate', async () => {
    expect(await checked(`process.kill(process.ppid, 'SIGTERM')`)).toEqual({
      ...slower,
      ended: 143,
      verdicts: [],
      said: 'stopping: ending the processes and removing the checkouts',
    })
  })
})
