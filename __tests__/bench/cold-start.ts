import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { createRandom } from '../../src/stats/random.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { fixed, printTable, quartiles } from './run-gate.ts'

const ROUNDS = 20
const TIME_LIMIT_MS = 120_000
const ACTION = join(import.meta.dirname, '../../dist/action.js')

/** The clock stops when a suite is first evaluated: what a measuring process loads before that is part of the start. */
const SUITE = `import { linkSync, writeFileSync } from 'node:fs'
import { bench, run } from 'mitata'
const file = process.env.COLD_START_FILE
writeFileSync(file + process.pid, String(performance.timeOrigin + performance.now()))
try {
  linkSync(file + process.pid, file)
} catch {
  // Another process was the first.
}
bench('nothing', () => 0)
await run()
`

interface Program {
  name: string
  /** Milliseconds from its start to its end, or to the moment that it is about. */
  measure: () => Promise<number>
}

const now = () => performance.timeOrigin + performance.now()

/** Milliseconds from the start of the action to its first measuring process, beside an empty script and @actions/core alone. */
export async function coldStart(): Promise<void> {
  const repository = new ScratchRepository()
  const scratch = mkdtempSync(join(tmpdir(), 'benchgate-cold-start-'))
  try {
    repository.write({
      'suite.bench.mjs': SUITE,
      'benchgate.yml': 'version: 1\nsuites: ["suite.bench.mjs"]\nbase: { ref: main }\n',
    })
    repository.commit('base')
    repository.git('switch', '-q', '-c', 'change')
    const sha = repository.commit('head')
    writeFileSync(join(scratch, 'empty.js'), '')
    await bundleCore(join(scratch, 'core.js'))

    const place = { repository: repository.directory, scratch, sha }
    const programs: Program[] = [
      { name: 'an empty script', measure: () => timeToEnd(join(scratch, 'empty.js'), {}) },
      { name: '@actions/core alone, bundled', measure: () => timeToEnd(join(scratch, 'core.js'), {}) },
      {
        name: 'dist/action.js with nothing to do',
        measure: () => timeToEnd(ACTION, jobEnvironment(place, 'push')),
      },
      {
        name: 'dist/action.js to its first measuring process',
        measure: () => timeToFirstProcess(jobEnvironment(place, 'workflow_dispatch'), scratch),
      },
    ]
    const times = await interleaved(programs)
    const empty = times.get(programs[0]!.name)!
    process.stdout.write(`## Cold start: median of ${ROUNDS} runs in random order\n\n`)
    printTable(
      ['program', 'ms (quartiles)', 'times the empty script (quartiles)'],
      programs.map(({ name }) => {
        const own = times.get(name)!
        const ratios = own.map((time, round) => time / empty[round]!)
        return [name, quartiles(own, fixed(0)), quartiles(ratios, fixed(2))]
      }),
    )
  } finally {
    repository.remove()
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Every program once a round, so that a ratio is one of neighbours; a first round is thrown away. */
async function interleaved(programs: readonly Program[]): Promise<Map<string, number[]>> {
  const random = createRandom('cold-start')
  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, measure } of random.shuffle(programs)) {
      const time = await measure()
      if (round > 0) times.get(name)!.push(time)
    }
    process.stderr.write(`cold-start ${round}/${ROUNDS}\n`)
  }
  return times
}

async function bundleCore(file: string): Promise<void> {
  const entry = `${file}.entry.js`
  writeFileSync(entry, `import { info } from '${import.meta.resolve('@actions/core')}'\ninfo('started')\n`)
  const bundler = await rolldown({ input: entry, platform: 'node' })
  await bundler.write({ file, format: 'esm' })
}

/** A job whose checkout is the scratch repository: a push of a tag asks for nothing, workflow_dispatch for a gate. */
function jobEnvironment(
  place: { repository: string; scratch: string; sha: string },
  event: 'push' | 'workflow_dispatch',
): NodeJS.ProcessEnv {
  const file = (name: string, text: string) => {
    writeFileSync(join(place.scratch, name), text)
    return join(place.scratch, name)
  }
  const temporary = join(place.scratch, 'temp')
  mkdirSync(temporary, { recursive: true })
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file(
      'event.json',
      JSON.stringify({ repository: { default_branch: 'main', private: false } }),
    ),
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_REF: event === 'push' ? 'refs/tags/v1' : 'refs/heads/change',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_RUN_ID: '1',
    // Nobody listens there: what is stored is looked for in vain, and at once.
    GITHUB_SERVER_URL: 'http://127.0.0.1:9',
    GITHUB_SHA: place.sha,
    GITHUB_WORKSPACE: place.repository,
    RUNNER_TEMP: temporary,
  }
}

function start(program: string, env: NodeJS.ProcessEnv): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT_MS,
  })
  let output = ''
  const keep = (text: string) => {
    output = (output + text).slice(-16 * 1024)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  return { child, output: () => output }
}

async function timeToEnd(program: string, env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = now()
  const { child, output } = start(program, env)
  const [code] = (await once(child, 'exit')) as [number | null]
  const time = now() - startedAt
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output()}`)
  return time
}

/** From the start of the action to the first evaluation of a suite; the action is ended then. */
async function timeToFirstProcess(env: NodeJS.ProcessEnv, scratch: string): Promise<number> {
  const stamps = mkdtempSync(join(scratch, 'stamp-'))
  const file = join(stamps, 'stamp')
  const watcher = watch(stamps)
  try {
    const startedAt = now()
    const { child, output } = start(ACTION, { ...env, COLD_START_FILE: file })
    const ended = once(child, 'close')
    while (!existsSync(file) && child.exitCode === null && child.signalCode === null) {
      await Promise.race([once(watcher, 'change'), ended])
    }
    if (!existsSync(file)) throw new Error(`no process measured anything:\n${output()}`)
    child.kill('SIGTERM')
    await ended
    return Number(readFileSync(file, 'utf8')) - startedAt
  } finally {
    watcher.close()
  }
}
