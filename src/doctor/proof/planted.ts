import { posix } from 'node:path'
import { shellWord } from '../../checkout/submodules.ts'
import type { CommandConfig, Config } from '../../model/config.ts'
import type { Files } from './scratch.ts'

/** What is planted into head: files that it alone has, and settings that run them. */
export interface Plant {
  files: Files
  nodeArgs: string[]
  commands: CommandConfig[]
}

/** Beside the project's own files; its code does not know of it. */
const FOLDER = '.benchgate-doctor'

/** The same benchmarks, each made `times` as slow. */
export const slowSuites = (config: Config, workerFile: string, times: number): Plant =>
  preloaded(config, workerFile, `const TIMES = ${times}\n${SLOWING}${HOOK}`)

/** The same benchmarks, each of which throws. */
export const throwingSuites = (config: Config, workerFile: string): Plant =>
  preloaded(config, workerFile, `${THROWING}${HOOK}`)

/** A suite's file is gone, as a change would delete it. */
export const withoutSuite = ({ measure, commands }: Config, suite: string): Plant => ({
  files: { [suite]: null },
  nodeArgs: measure.nodeArgs,
  commands,
})

/** A command is gone. */
export const withoutCommand = ({ measure, commands }: Config, at: number): Plant => ({
  files: {},
  nodeArgs: measure.nodeArgs,
  commands: commands.toSpliced(at, 1),
})

/** The same command, which fails in the end. */
export const failingCommand = ({ measure, commands }: Config, failing: CommandConfig): Plant => ({
  files: {},
  nodeArgs: measure.nodeArgs,
  commands: commands.map((one) => (one === failing ? { ...one, run: `${one.run}\nexit 1` } : one)),
})

/**
 * The module is loaded after the worker, so that it finds the mitata that measures; naming the worker twice
 * loads it once.
 */
function preloaded({ measure, commands }: Config, workerFile: string, text: string): Plant {
  const file = `${FOLDER}/planted.mjs`
  return {
    files: { [file]: text },
    nodeArgs: [...measure.nodeArgs, '--import', workerFile, '--import', `./${file}`],
    commands,
  }
}

/**
 * mitata's constructor calls name() once the function is in its place, and the source that counts is its
 * own.
 */
const HOOK = `import { B } from 'mitata'
const known = new WeakSet()
const { name } = B.prototype
B.prototype.name = function (...given) {
  if (typeof this.f === 'function' && !known.has(this)) {
    known.add(this)
    this.f = planted(this.f)
  }
  return name.apply(this, given)
}
`

/**
 * What each kind of benchmark is called with and returns stays as it is. After each call the process is busy
 * until the call has taken so many times as long; a benchmark that times itself has its answer multiplied.
 */
const SLOWING = `const now = performance.now.bind(performance)
const alike = (f, planted) =>
  Object.defineProperties(planted, { length: { value: f.length }, toString: { value: () => String(f) } })
const busySince = (start) => {
  for (const end = start + TIMES * (now() - start); now() < end; );
}
const slowCall = (f) =>
  alike(f, function (...args) {
    const start = now()
    const returned = f.apply(this, args)
    if (returned instanceof Promise) return returned.then((value) => (busySince(start), value))
    busySince(start)
    return returned
  })
const slowAnswer = (f) =>
  alike(f, function (...args) {
    const returned = f.apply(this, args)
    return returned instanceof Promise ? returned.then((ns) => TIMES * ns) : TIMES * returned
  })
const slowYielded = (yielded) => {
  if (typeof yielded === 'function') return slowCall(yielded)
  if (typeof yielded !== 'object' || yielded === null) return yielded
  const { bench, manual } = yielded
  const timed = bench ?? manual
  if (typeof timed !== 'function') return yielded
  const value = manual ? slowAnswer(timed) : slowCall(timed)
  return Object.create(yielded, { [bench ? 'bench' : 'manual']: { value, enumerable: true } })
}
const slowGenerator = (f) =>
  alike(f, async function* (state) {
    const inner = f(state)
    for (;;) {
      const { done, value } = await inner.next()
      if (done) return slowYielded(value)
      yield slowYielded(value)
    }
  })
const slowState = (state) => {
  let start = null
  const through = (inner) => ({
    next() {
      if (start !== null) busySince(start)
      const next = inner.next()
      start = now()
      return next
    },
  })
  return Object.create(state, {
    [Symbol.iterator]: { value: () => through(state[Symbol.iterator]()) },
    [Symbol.asyncIterator]: { value: () => through(state[Symbol.asyncIterator]()) },
  })
}
const planted = (f) => {
  if (/Generator/.test(f[Symbol.toStringTag])) return slowGenerator(f)
  return f.length === 0 ? slowCall(f) : alike(f, (state) => f(slowState(state)))
}
`

const THROWING = `const planted = (f) => {
  const throwing = () => {
    throw new Error('planted by benchgate doctor')
  }
  return Object.defineProperty(throwing, 'toString', { value: () => String(f) })
}
`

/** The same command, stopped for so much of its time that it takes \`times\` as long. */
export function slowCommand(
  { measure, commands }: Config,
  slow: CommandConfig,
  o: { times: number; node: string },
): Plant {
  const file = `${FOLDER}/stopping.mjs`
  const from = posix.relative(slow.workingDirectory ?? '.', file)
  const run = `${shellWord(o.node)} ${shellWord(from)} ${o.times} ${shellWord(slow.run)}`
  return {
    files: { [file]: STOPPING },
    nodeArgs: measure.nodeArgs,
    commands: commands.map((one) => (one === slow ? { ...one, run } : one)),
  }
}

/**
 * Runs a line in a group of its own, which is stopped again and again, each time for so long as it has run:
 * on a busy machine a timer is late.
 */
const STOPPING = `import { spawn } from 'node:child_process'
const RUNNING_MS = 4
const [, , times, line] = process.argv
const child = spawn(line, { shell: true, detached: true, stdio: 'inherit' })
let since = performance.now()
const signal = (name) => {
  try {
    process.kill(-child.pid, name)
  } catch {
    // It has ended.
  }
}
const stop = () => {
  signal('SIGSTOP')
  timer = setTimeout(go, (performance.now() - since) * (times - 1))
}
const go = () => {
  since = performance.now()
  signal('SIGCONT')
  timer = setTimeout(stop, RUNNING_MS)
}
let timer = setTimeout(stop, RUNNING_MS)
process.on('SIGTERM', () => signal('SIGKILL'))
child.on('exit', (code) => {
  clearTimeout(timer)
  process.exitCode = code ?? 1
})
`
