import { idOf, keyed } from '../keys.ts'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { drawBlock } from '../../src/measure/block.ts'
import { createRandom } from '../../src/stats/random.ts'
import { isRunning, stopClock, untilEnded, untilThere, withClock } from '../checkout/sandbox.ts'
import { blockOf, byName, command, CommandStage, results, valuesIn } from './command-stage.ts'

/** Why the only side of the only command failed when it was run for the first time. */
async function failure(stage: CommandStage, ...args: Parameters<CommandStage['session']>): Promise<string> {
  const { session } = stage.session([], { ...args[1], base: [], head: args[0] })
  const { failures } = await session.discover()
  expect(failures).toHaveLength(1)
  return failures[0]!.message
}

async function refusal(running: Promise<unknown>): Promise<UserError> {
  const error: unknown = await running.catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

/** A clock that goes on by itself reaches any shorter time. */
const MAX_TIMER_MS = 2 ** 31 - 1

const fourOf = <T extends object>(one: T): T[] => Array.from({ length: 4 }, () => one)

const log = (stage: CommandStage, name = 'log') => readFileSync(stage.path(name), 'utf8').trim().split('\n')

describe('results', () => {
  test('of standard output, one value an execution and metric', async () => {
    const stage = new CommandStage()
    stage.write('base', { 'out.json': results({ a: 100, b: [7, 'ms'] }) })
    stage.write('head', { 'out.json': results({ a: 120, b: [8, 'ms'] }) })
    const { session, suite, catalog, counts } = stage.session([command('cat out.json; echo progress >&2')])
    expect(await session.discover()).toEqual({ failures: [], lateErrors: [], warnings: [] })
    expect(byName(catalog.benchmarks).get('b')).toEqual({
      ...keyed('b', 'cat out.json; echo progress >&2'),
      source: 'command',
      metrics: [{ id: 'time', unit: 'ns', better: 'lower', exact: false, base: true, head: true }],
      base: { file: null, line: null, hash: '' },
      head: { file: null, line: null, hash: '' },
      onBase: null,
    })
    expect(await session.calibrate(suite, { base: [], head: [] }, { base: [], head: [] })).toEqual([])
    const { blocks, failure } = await blockOf(session, suite, ['a', 'b'])
    expect(failure).toBeNull()
    expect(valuesIn(blocks.get('a'), 'base')).toEqual([100, 100, 100, 100])
    expect(valuesIn(blocks.get('a'), 'head')).toEqual([120, 120, 120, 120])
    expect(valuesIn(blocks.get('b'), 'head')).toEqual([8e6, 8e6, 8e6, 8e6])
    // Two to warm up and eight of the block.
    expect(counts.processes).toBe(10)
    expect(counts.msInBenchmarks).toBeGreaterThan(0)
    expect(counts.failures).toEqual({ base: new Map(), head: new Map() })
  })

  test('of other builds, and of what failed on both sides', async () => {
    const stage = new CommandStage()
    const built = (library_build_type: string) =>
      JSON.stringify({
        context: { num_cpus: 1, library_build_type },
        benchmarks: [{ name: 'f', real_time: 1, cpu_time: 1 }],
      })
    stage.write('base', { 'out.json': built('release') }).write('head', { 'out.json': built('debug') })
    const builds = stage.session([command('cat out.json')])
    expect((await builds.session.discover()).warnings).toEqual([
      'cat out.json: base was measured on a release build, head on a debug build',
    ])
    const allocs = JSON.stringify([{ name: 'a', unit: 'allocs/op', value: null }])
    const failing = stage.write('both', { 'out.json': allocs }).session([command('cat out.json')])
    await failing.session.discover()
    expect(byName(failing.catalog.benchmarks).get('a')!.metrics).toEqual([
      { id: 'value', unit: 'count', better: 'lower', exact: false, base: true, head: true },
    ])
  })

  test('of an edited benchmark, by the versions that its tool states', async () => {
    const stage = new CommandStage()
    const versioned = (version: string) =>
      JSON.stringify({
        commit_hash: '1'.repeat(40),
        version: 2,
        result_columns: ['result', 'params', 'version'],
        results: { 'm.time_x': [[1], [], version] },
      })
    stage.write('base', { 'out.json': versioned('aaaa') }).write('head', { 'out.json': versioned('bbbb') })
    const { session, catalog } = stage.session([command('cat out.json')])
    await session.discover()
    const { base, head } = byName(catalog.benchmarks).get('m/time_x')!
    expect([base!.hash, head!.hash]).toEqual(['aaaa', 'bbbb'])
  })

  test('of a file, removed before each execution', async () => {
    const stage = new CommandStage()
    stage.write('both', {
      'from.json': results({ a: 5 }),
      'deep/results.json': 'of long ago',
      'run.sh': 'test -e deep/results.json && exit 9; echo noise; cp from.json deep/results.json',
    })
    const { session, suite } = stage.session([command('sh run.sh', { output: 'deep/results.json' })])
    expect((await session.discover()).failures).toEqual([])
    const { blocks } = await blockOf(session, suite, ['a'])
    expect(valuesIn(blocks.get('a'), 'base')).toEqual([5, 5, 5, 5])
  })

  test('of a folder, removed with all that is in it', async () => {
    const stage = new CommandStage()
    const estimates = JSON.stringify({ mean: { point_estimate: 1 } })
    const sample = JSON.stringify({ sampling_mode: 'Flat', iters: [1, 1, 1, 1], times: [10, 11, 12, 13] })
    const benchmark = JSON.stringify({ group_id: 'g', function_id: 'f', full_id: 'g/f' })
    stage.write('both', {
      'new/sample.json': sample,
      'new/estimates.json': estimates,
      'new/benchmark.json': benchmark,
      'target/criterion/gone/new/sample.json': sample,
      'target/criterion/gone/new/estimates.json': estimates,
      'target/criterion/gone/new/benchmark.json': benchmark.replaceAll('"f"', '"gone"'),
    })
    const run = 'mkdir -p target/criterion/g/f && cp -r new target/criterion/g/f/new'
    const { session, suite, catalog } = stage.session([command(run, { output: 'target/criterion' })])
    expect((await session.discover()).failures).toEqual([])
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['g/f'])
    const { blocks } = await blockOf(session, suite, ['g/f'])
    const [first] = valuesIn(blocks.get('g/f'), 'head')!
    expect(first).toBeGreaterThanOrEqual(10)
    expect(first).toBeLessThan(11)
    expect(valuesIn(blocks.get('g/f'), 'head', 'time.p50')).toEqual(Array(4).fill(11.5))
  })

  test('a command that writes nothing is an error, whatever lay there before', async () => {
    const stage = new CommandStage().write('head', { 'results.json': results({ a: 1 }) })
    const message = await failure(stage, [command('echo done', { output: 'results.json' })])
    expect(message).toMatch(
      /^left no results: cannot read the results in results\.json: there is no such file; /,
    )
    expect(message).toMatch('\n    done')
    expect(message).not.toMatch(stage.root)
  })

  test('where nothing may be removed, what is there of an earlier run is no result either', async () => {
    const stage = new CommandStage().write('head', {
      'results.json': results({ a: 1 }),
      'folder/new.json': results({ a: 1 }),
    })
    const old = new Date(0)
    for (const name of ['results.json', 'folder/new.json', 'folder'])
      utimesSync(stage.path('head', name), old, old)
    const message = await failure(stage, [command('echo done', { output: 'results.json' })], {
      mayRemove: false,
    })
    expect(message).toBe(
      'wrote nothing to results.json: what is there is of an earlier run; its last words:\n    done',
    )
    expect(readFileSync(stage.path('head', 'results.json'), 'utf8')).toBe(results({ a: 1 }))
    expect(await failure(stage, [command('true', { output: 'folder' })], { mayRemove: false })).toMatch(
      'wrote nothing to folder',
    )
    // Writing a file anew leaves its folder as it was.
    const inside = command(`printf '%s' '${results({ b: 2 })}' > folder/new.json`, {
      output: 'folder',
      format: 'custom',
    })
    expect(await failure(stage, [inside], { mayRemove: false })).not.toMatch('wrote nothing')
    const rewrites = command(`printf '%s' '${results({ b: 2 })}' > results.json`, { output: 'results.json' })
    const { session, catalog } = stage.session([], { base: [], head: [rewrites], mayRemove: false })
    expect((await session.discover()).failures).toEqual([])
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['b'])
  })

  test('an output behind a link that leaves the project is neither removed nor read', async () => {
    const stage = new CommandStage()
    mkdirSync(stage.path('elsewhere'))
    writeFileSync(stage.path('elsewhere', 'results.json'), results({ a: 1 }))
    symlinkSync(stage.path('elsewhere'), stage.path('head', 'linked'))
    const message = await failure(stage, [command('touch ran', { output: 'linked/results.json' })])
    expect(message).toBe('has an output, linked/results.json, in a folder that leaves the project')
    expect(existsSync(stage.path('elsewhere', 'results.json'))).toBe(true)
    expect(existsSync(stage.path('head', 'ran'))).toBe(false)
  })

  test('of an output that is a link itself, the link is removed', async () => {
    const stage = new CommandStage()
    writeFileSync(stage.path('kept.json'), 'kept')
    symlinkSync(stage.path('kept.json'), stage.path('head', 'results.json'))
    const { session, catalog } = stage.session([], {
      base: [],
      head: [command(`printf '%s' '${results({ a: 1 })}' > results.json`, { output: 'results.json' })],
    })
    expect((await session.discover()).failures).toEqual([])
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['a'])
    expect(readFileSync(stage.path('kept.json'), 'utf8')).toBe('kept')
  })

  test('an output below a file is an error in words', async () => {
    const stage = new CommandStage().write('head', { file: 'x' })
    expect(await failure(stage, [command('true', { output: 'file/results.json' })])).toMatch(
      /^(has an output, file\/results\.json, of an earlier run that cannot be removed|left no results: )/,
    )
  })

  test('what no format knows is an error that names the formats', async () => {
    const stage = new CommandStage()
    expect(await failure(stage, [command('echo hello')])).toMatch(
      /^left no results: cannot read the results in standard output: no format was recognised; name one with `format:`.*\n {4}hello$/s,
    )
    expect(await failure(stage, [command('true')])).toMatch('standard output: it is empty')
    expect(await failure(stage, [command(`echo '${results({ a: 1 })}'`, { format: 'go' })])).toMatch(
      'standard output: no benchmark of Go is in it',
    )
  })
})

describe('where and with what it runs', () => {
  test('in its working directory, of each side', async () => {
    const stage = new CommandStage()
    stage.write('base', { 'packages/a/out.json': results({ a: 1 }) })
    stage.write('head', { 'packages/a/out.json': results({ a: 2 }) })
    const { session, suite } = stage.session([command('cat out.json', { workingDirectory: 'packages/a' })])
    expect((await session.discover()).failures).toEqual([])
    expect(suite).toBe('packages/a: cat out.json')
    const { blocks } = await blockOf(session, suite, ['a'])
    expect([valuesIn(blocks.get('a'), 'base')![0], valuesIn(blocks.get('a'), 'head')![0]]).toEqual([1, 2])
  })

  test('a folder that is missing, a file, or elsewhere is told in words', async () => {
    const stage = new CommandStage().write('head', { file: '' })
    symlinkSync(stage.root, stage.path('head', 'out'))
    const inFolder = (workingDirectory: string) => failure(stage, [command('true', { workingDirectory })])
    expect(await inFolder('nowhere')).toBe('has no folder nowhere, its working-directory')
    expect(await inFolder('file')).toBe('has a working-directory, file, that is no folder')
    expect(await inFolder('out')).toBe(
      'has a working-directory, out, that lies behind a link that leaves the project',
    )
  })

  test('names get their prefix, and prefixes keep commands apart', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const { session, catalog, suites } = stage.session([
      command('cat out.json'),
      command('cat  out.json', { namePrefix: 'again/' }),
    ])
    await session.discover()
    expect([...byName(catalog.benchmarks)].map(([id, { suite }]) => [id, suite])).toEqual([
      ['a', suites[0]],
      ['again/a', suites[1]],
    ])
    expect(new Set(suites).size).toBe(2)
    const { blocks } = await blockOf(session, suites[1]!, ['again/a'])
    expect([...blocks.keys()]).toEqual(['again/a'])
  })

  test('one name from two commands is two benchmarks, each of its command', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const { session, catalog } = stage.session([command('cat out.json'), command('cat ./out.json')])
    await session.discover()
    expect([...catalog.benchmarks.keys()]).toEqual(['cat out.json › a', 'cat ./out.json › a'])
  })

  test('measured code gets no token; a set-up line keeps those of registries', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const env = {
      PATH: process.env['PATH'],
      GITHUB_TOKEN: 'secret',
      'INPUT_GITHUB-TOKEN': 'secret',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      NODE_AUTH_TOKEN: 'registry',
      MINE: 'mine',
    }
    const { session } = stage.session(
      [command('env > ran.env; cat out.json', { setup: 'env > built.env' })],
      { env },
    )
    expect((await session.discover()).failures).toEqual([])
    const seen = (name: string) => readFileSync(stage.path('head', name), 'utf8')
    expect(seen('ran.env')).not.toMatch(/secret|registry/)
    expect(seen('ran.env')).toMatch('MINE=mine')
    expect(seen('built.env')).not.toMatch('secret')
    expect(seen('built.env')).toMatch('NODE_AUTH_TOKEN=registry')
  })

  test('a line of several lines, and nothing on standard input', async () => {
    const stage = new CommandStage().write('head', { 'out.json': results({ a: 1 }) })
    const { session } = stage.session([], { base: [], head: [command('cd .\ncat\ncat out.json')] })
    expect((await session.discover()).failures).toEqual([])
  })
})

describe('setup', () => {
  test('runs once a side before the first execution, however many commands share it', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const setup = 'echo "$PWD" >> ../log; touch built'
    const { session, suites } = stage.session([
      command('test -e built && cat out.json', { setup }),
      command('test -e built && cat  out.json', { setup, namePrefix: 'b/' }),
    ])
    expect((await session.discover()).failures).toEqual([])
    await blockOf(session, suites[0]!, ['a'])
    expect(log(stage)).toEqual([stage.path('base'), stage.path('head')])
  })

  test.each(['base', 'head'] as const)('that fails on %s leaves the other side measured', async (side) => {
    const stage = new CommandStage()
      .write('both', { 'out.json': results({ a: 1 }) })
      .write(side, { broken: '' })
    const setup = 'if test -e broken; then echo compiling; echo "error: no such crate" >&2; exit 101; fi'
    const { session, suite, suites, catalog } = stage.session([
      command('touch ran; cat out.json', { setup }),
      command('touch ran; cat  out.json', { setup, namePrefix: 'b/' }),
    ])
    const { failures } = await session.discover()
    expect(failures.map((one) => [one.suite, one.side])).toEqual(suites.map((one) => [one, side]))
    expect(failures[0]!.message).toMatch(/^does not build: `if test .*` ended with exit code 101:\n/)
    expect(failures[0]!.message).toMatch('\n  error: no such crate')
    expect(existsSync(stage.path(side, 'ran'))).toBe(false)
    const other = side === 'base' ? 'head' : 'base'
    expect(byName(catalog.benchmarks).get('a')?.[other]).not.toBeNull()
    expect(byName(catalog.benchmarks).get('a')?.[side]).toBeNull()
    const alone = side === 'base' ? await blockOf(session, suite, ['a'], []) : null
    if (alone)
      expect(alone.blocks.get('a')).toMatchObject({ base: [], head: fourOf({ values: { time: 1 } }) })
  })

  test('that takes all the time is the time limit’s affair, not an execution’s', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    stopClock()
    const setup = 'echo building; touch ready; exec sleep 300'
    const { session, suite } = stage.session([command('cat out.json', { setup })], {
      deadline: performance.now() + 300,
    })
    const refused = refusal(session.discover())
    await untilThere(stage.path('base', 'ready'))
    vi.advanceTimersByTime(301)
    const error = await refused
    expect(error.code).toBe('time-limit')
    expect(error.message).toBe(
      `the time limit was used up before anything was measured: the set-up of ${suite} took 0.3 s of it, and the set-up of ${suite} on head was next`,
    )
    const late = failure(stage, [command('cat out.json', { setup })], { deadline: performance.now() + 1500 })
    await untilThere(stage.path('head', 'ready'))
    vi.advanceTimersByTime(1501)
    expect(await late).toBe(`does not build: \`${setup}\` did not end within measure.time-limit:\n  building`)
  })
})

describe('what leaves its group and holds standard output open', () => {
  /** Starts it with the environment of its own or with none, and notes its number. */
  const LEAVE = `const { spawn } = require('child_process')
const env = process.argv[2] === 'unmarked' ? {} : process.env
const child = spawn('/bin/sleep', ['1000'], { detached: true, stdio: ['ignore', 'inherit', 'ignore'], env })
require('fs').writeFileSync('pid', String(child.pid))
child.unref()
`
  const staged = () => new CommandStage().write('head', { 'leave.cjs': LEAVE, 'out.json': results({ a: 1 }) })
  const pidIn = (stage: CommandStage) => Number(readFileSync(stage.path('head', 'pid'), 'utf8'))
  const leave = `${process.execPath} leave.cjs`
  const endLater = (stage: CommandStage) => onTestFinished(() => void process.kill(pidIn(stage), 'SIGKILL'))

  test.runIf(process.platform === 'linux')('is ended, and noted of the first execution', async () => {
    const stage = staged()
    const head = [command(`${leave}; cat out.json`)]
    const { session, suite, counts, catalog } = stage.session([], { base: [], head })
    expect(await session.discover()).toEqual({ failures: [], lateErrors: [], warnings: [] })
    await untilEnded(pidIn(stage))
    await blockOf(session, suite, ['a'], [])
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['a'])
    expect([...counts.leftRunning.values()]).toEqual([{ suite, side: 'head', programs: ['sleep 1000'] }])
  })

  test('makes results on standard output no results, where it cannot be found', async () => {
    const stage = staged()
    endLater(stage)
    stopClock()
    const message = failure(stage, [command(`${leave} unmarked; cat out.json`)], {
      executionLimitMs: MAX_TIMER_MS,
      deadline: Infinity,
    })
    expect(await withClock(message)).toBe(
      'ended, and its output did not: something that it left running holds it open. Let it end what it starts, or write a file that `output` names',
    )
  })

  test('is nothing to results in a file', async () => {
    const stage = staged()
    endLater(stage)
    const head = [command(`${leave} unmarked; cp out.json results.json`, { output: 'results.json' })]
    const { session, catalog } = stage.session([], { base: [], head })
    expect((await session.discover()).failures).toEqual([])
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['a'])
  })

  test('is left alone where a set-up line started it, such as a database', async () => {
    const stage = staged()
    endLater(stage)
    const { session, counts } = stage.session([], {
      base: [],
      head: [command('cat out.json', { setup: leave })],
    })
    expect((await session.discover()).failures).toEqual([])
    expect(isRunning(pidIn(stage))).toBe(true)
    expect(counts.leftRunning.size).toBe(0)
  })
})

describe('executions that fail', () => {
  test('tell how they ended and what they wrote to standard error last', async () => {
    const stage = new CommandStage()
    const lines = 'for i in $(seq 1 9); do echo "line $i" >&2; done; echo results'
    expect(await failure(stage, [command(`${lines}; exit 3`)])).toBe(
      'ended with exit code 3; its last words:\n    line 5\n    line 6\n    line 7\n    line 8\n    line 9',
    )
    expect(await failure(stage, [command('echo "panic: index out of range"; exit 2')])).toBe(
      'ended with exit code 2; its last words:\n    panic: index out of range',
    )
    expect(await failure(stage, [command('exit 1')])).toBe('ended with exit code 1')
    expect(await failure(stage, [command('kill -SEGV $$')])).toBe('was ended by SIGSEGV')
    expect(await failure(stage, [command('no-such-tool')])).toMatch(
      /^ended with exit code 127; .*no-such-tool/s,
    )
  })

  test('a good exit code with a failing command in front of a pipe is judged by its results', async () => {
    const stage = new CommandStage()
    expect(await failure(stage, [command('echo broken >&2; false | cat')])).toMatch(
      /^left no results: .*it is empty.*\n {4}broken$/s,
    )
  })

  test('what hangs is ended with its children at the limit, and the message says which limit', async () => {
    const stage = new CommandStage()
    stopClock()
    const run = 'sleep 300 & echo $! > pid; echo waiting >&2; mv pid ready; wait'
    const ending = failure(stage, [command(run)], { executionLimitMs: 1200 })
    await untilThere(stage.path('head', 'ready'))
    vi.advanceTimersByTime(1200)
    const message = await ending
    vi.useRealTimers()
    expect(message).toMatch(
      /^did not end within 1\.2 s: raise measure\.time-limit, of which an execution may take an eighteenth/,
    )
    expect(message).toMatch('\n    waiting')
    const pid = Number(readFileSync(stage.path('head', 'ready'), 'utf8'))
    await untilEnded(pid)
  })

  test('children that are left behind are ended, and do not hold an execution up', async () => {
    const stage = new CommandStage().write('head', { 'out.json': results({ a: 1 }) })
    const { session, catalog } = stage.session([], {
      base: [],
      head: [command('sleep 300 & echo $! > pid; cat out.json')],
    })
    expect((await session.discover()).failures).toEqual([])
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['a'])
    const pid = Number(readFileSync(stage.path('head', 'pid'), 'utf8'))
    await untilEnded(pid)
  })

  test('more than 64 MiB of output is none', async () => {
    const stage = new CommandStage()
    const message = await failure(stage, [command('echo begun >&2; exec head -c 70000000 /dev/zero')])
    expect(message).toMatch(
      /^printed more than 64 MiB: let it write a summary, or a file that `output` names/,
    )
  })

  test('an output file spares what is printed from that limit', async () => {
    const stage = new CommandStage().write('head', { 'from.json': results({ a: 1 }) })
    const run = 'head -c 70000000 /dev/zero; cp from.json results.json'
    const { session } = stage.session([], { base: [], head: [command(run, { output: 'results.json' })] })
    expect((await session.discover()).failures).toEqual([])
  })

  test('an abort ends what runs, and is no failure', async () => {
    const stage = new CommandStage()
    const controller = new AbortController()
    const run = 'echo $$ > pid; mv pid ready; exec sleep 300'
    const { session } = stage.session([command(run)], { signal: controller.signal })
    const running = session.discover()
    await untilThere(stage.path('base', 'ready'))
    controller.abort(new Error('interrupted'))
    await expect(running).rejects.toThrow('interrupted')
    const pid = Number(readFileSync(stage.path('base', 'ready'), 'utf8'))
    await untilEnded(pid)
    expect(existsSync(stage.path('head', 'ready'))).toBe(false)
  })

  test('nothing starts after the time limit', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const { session, suite } = stage.session([command('touch ran; cat out.json')], {
      deadline: performance.now() - 1,
    })
    const error = await refusal(session.discover())
    expect(error.code).toBe('time-limit')
    expect(error.message).toMatch(`${suite} on base was next`)
    expect(existsSync(stage.path('base', 'ran'))).toBe(false)
  })
})

describe('a block', () => {
  test('is four executions a side, in the order that was drawn', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const { session, suite } = stage.session([command('basename "$PWD" >> ../log; cat out.json')], {
      random: createRandom('an order').uniform,
    })
    await session.discover()
    rmSync(stage.path('log'))
    const fractions: number[] = []
    const ids = { base: [idOf('a', suite)], head: [idOf('a', suite)] }
    for (let i = 0; i < 3; i++)
      await session.measureBlock(suite, ids, ids, {
        onFraction: (fraction) => fractions.push(fraction),
        deadline: Infinity,
      })
    const { uniform } = createRandom('an order')
    const drawn = [0, 1, 2].flatMap(() => drawBlock(uniform))
    expect(log(stage)).toEqual(drawn)
    expect(fractions.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => n / 8))
  })

  test('of head alone is four executions, and base has none', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const { session, suite, counts } = stage.session([command('basename "$PWD" >> ../log; cat out.json')])
    await session.discover()
    const { blocks } = await blockOf(session, suite, ['a'], [])
    expect(log(stage).slice(2)).toEqual(Array(4).fill('head'))
    expect(blocks.get('a')).toEqual({ base: [], head: fourOf({ values: { time: 1 } }) })
    expect(counts.processes).toBe(6)
  })

  test('is one part with all its benchmarks, or none', () => {
    const { session, suite } = new CommandStage().session([command('true')])
    const ids = { base: ['a', 'b'], head: ['a', 'b', 'new'] }
    expect(session.parts(suite, ids, ids)).toEqual([{ ids, all: ids }])
    expect(session.parts(suite, { base: [], head: [] }, ids)).toEqual([])
  })

  test('is estimated by what the last executions of the sides that it needs took', async () => {
    const stage = new CommandStage().write('both', { 'out.json': results({ a: 1 }) })
    const { session, suite, counts } = stage.session([command('cat out.json')], {
      random: createRandom('an order').uniform,
    })
    const ids = { base: [idOf('a', suite)], head: [idOf('a', suite)] }
    expect(session.estimateBlockMs(suite, ids)).toBe(0)
    await session.discover()
    expect(session.estimateBlockMs(suite, ids)).toBeCloseTo(4 * counts.msInBenchmarks, 6)
    const order = drawBlock(createRandom('an order').uniform)
    const last = { base: 0, head: 0 }
    let before = counts.msInBenchmarks
    await session.measureBlock(suite, ids, ids, {
      onFraction: () => {
        last[order.shift()!] = counts.msInBenchmarks - before
        before = counts.msInBenchmarks
      },
      deadline: Infinity,
    })
    expect(session.estimateBlockMs(suite, ids)).toBeCloseTo(4 * (last.base + last.head), 6)
    expect(session.estimateBlockMs(suite, { base: [], head: ['a'] })).toBeCloseTo(4 * last.head, 6)
    expect(session.estimateBlockMs(suite, { base: [], head: [] })).toBe(0)
  })

  /** Fails in those of all executions that `when` names, counted from 1 over both sides. */
  const failingAt = (stage: CommandStage, when: string) =>
    stage.write('both', {
      'out.json': results({ a: 1 }),
      'run.sh': `echo x >> ../log; n=$(wc -l < ../log); case $n in ${when}) echo "boom $n" >&2; exit 1;; esac; cat out.json`,
    })

  test('is drawn again when an execution fails', async () => {
    const stage = failingAt(new CommandStage(), '5')
    const { session, suite, counts } = stage.session([command('sh run.sh')])
    expect((await session.discover()).failures).toEqual([])
    const { blocks, failure } = await blockOf(session, suite, ['a'])
    expect(failure).toBeNull()
    expect(valuesIn(blocks.get('a'), 'head')).toHaveLength(4)
    // Two to warm up, three of the first draw, eight of the second.
    expect(log(stage)).toHaveLength(13)
    expect(counts.processes).toBe(13)
  })

  test('is given up when it fails again', async () => {
    const stage = failingAt(new CommandStage(), '5|8')
    const { session, suite } = stage.session([command('sh run.sh')])
    await session.discover()
    const { blocks, failure } = await blockOf(session, suite, ['a'])
    expect(blocks.size).toBe(0)
    expect(failure).toMatchObject({ suite, message: 'ended with exit code 1; its last words:\n    boom 8' })
    expect(log(stage)).toHaveLength(8)
  })

  test('whose checkouts were swapped runs in the new places', async () => {
    const stage = new CommandStage()
    stage.write('base', { 'out.json': results({ a: 1 }) }).write('head', { 'out.json': results({ a: 2 }) })
    const sides = { base: { directory: stage.path('base') }, head: { directory: stage.path('head') } }
    const { session, suite } = stage.session([command('cat out.json')], { sides })
    await session.discover()
    ;[sides.base.directory, sides.head.directory] = [sides.head.directory, sides.base.directory]
    const { blocks } = await blockOf(session, suite, ['a'])
    expect(valuesIn(blocks.get('a'), 'base')).toEqual([2, 2, 2, 2])
  })
})

describe('one benchmark among others', () => {
  /** A reader of its own: which benchmark failed is then as plain as can be. */
  const readResults = async (from: { text: Buffer } | { path: string }) => {
    const lines = 'text' in from ? from.text.toString().trim().split('\n') : []
    return {
      benchmarks: lines.map((line) => {
        const [id = '', value] = line.split(' ')
        return value === 'failed'
          ? { name: id!, occurrence: 1, failure: 'it threw', metrics: [] }
          : {
              name: id!,
              occurrence: 1,
              failure: null,
              metrics: [{ id: 'time', value: Number(value), unit: 'ns', better: null, exact: false }],
            }
      }),
      warnings: Array.from({ length: 13 }, (_, i) => `warning ${i}`),
    }
  }
  const numbered = (stage: CommandStage, body: string) =>
    stage.write('both', { 'run.sh': `echo x >> log; n=$(wc -l < log); echo "steady 1"; ${body}` })

  test('that fails in one execution is left out of that block alone, and counted', async () => {
    const stage = numbered(new CommandStage(), 'if test $n = 3; then echo "a failed"; else echo "a 7"; fi')
    const { session, suite, counts } = stage.session([command('sh run.sh')], { readResults })
    await session.discover()
    const first = await blockOf(session, suite, ['steady', 'a'])
    expect([...first.blocks.keys()]).toEqual(['steady'])
    const second = await blockOf(session, suite, ['steady', 'a'])
    expect(valuesIn(second.blocks.get('a'), 'head')).toEqual([7, 7, 7, 7])
    // One to warm up and eight since.
    expect(byName(counts.failures.head).get('a')).toEqual({
      message: 'it threw',
      processes: 1,
      of: 9,
      excluded: false,
    })
  })

  test('that fails in every execution has the metrics of the side where it works', async () => {
    const stage = numbered(new CommandStage(), 'if test -e bad; then echo "a failed"; else echo "a 7"; fi')
    stage.write('head', { bad: '' })
    const { session, suite, counts, catalog } = stage.session([command('sh run.sh')], { readResults })
    await session.discover()
    expect(byName(catalog.benchmarks).get('a')?.metrics).toMatchObject([
      { id: 'time', base: true, head: true },
    ])
    const { blocks } = await blockOf(session, suite, ['steady', 'a'])
    expect([...blocks.keys()]).toEqual(['steady'])
    expect(byName(counts.failures.head).get('a')).toMatchObject({ processes: 5, of: 5 })
    expect(counts.failures.base.size).toBe(0)
  })

  test('that is not in the results any more has failed', async () => {
    const stage = numbered(new CommandStage(), 'if test $n -lt 4; then echo "a 7"; fi')
    const { session, suite, counts } = stage.session([command('sh run.sh')], { readResults })
    await session.discover()
    const { blocks } = await blockOf(session, suite, ['steady', 'a'])
    expect([...blocks.keys()]).toEqual(['steady'])
    expect(byName(counts.failures.base).get('a')).toEqual({
      message: 'it was not in the results, though it was before',
      processes: 2,
      of: 5,
      excluded: false,
    })
  })

  test('that appears later is no benchmark', async () => {
    const stage = numbered(new CommandStage(), 'if test $n -gt 1; then echo "late 7"; fi')
    const { session, suite, counts, catalog } = stage.session([command('sh run.sh')], { readResults })
    await session.discover()
    expect([...(await blockOf(session, suite, ['steady'])).blocks.keys()]).toEqual(['steady'])
    expect(byName(catalog.benchmarks).has('late')).toBe(false)
    expect(counts.failures.head.size).toBe(0)
  })

  test('may be called as objects call their own things', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const stage = numbered(new CommandStage(), names.map((name) => `echo "${name} 7"`).join('; '))
    const { session, suite, catalog } = stage.session([command('sh run.sh')], { readResults })
    await session.discover()
    expect([...byName(catalog.benchmarks).keys()]).toEqual(['steady', ...names])
    const { blocks } = await blockOf(session, suite, names)
    expect([...blocks.keys()]).toEqual(names)
    for (const name of names) expect(valuesIn(blocks.get(name), 'base')).toEqual([7, 7, 7, 7])
  })

  test('warnings of the reader are passed on, those of head and not without end', async () => {
    const stage = numbered(new CommandStage(), ':')
    const { session, suite } = stage.session([command('sh run.sh')], { readResults })
    const { warnings } = await session.discover()
    expect(warnings).toHaveLength(11)
    expect(warnings[0]).toBe(`${suite}: warning 0`)
    expect(warnings.at(-1)).toBe(`${suite}: and 3 more warnings`)
  })

  test('a fault of the reader is no failure of the command', async () => {
    const { session } = new CommandStage().session([command('true')], {
      readResults: () => Promise.reject(new Error('a bug')),
    })
    await expect(session.discover()).rejects.toThrow('a bug')
  })
})

describe('what a load test logged in with', () => {
  const TOKEN = 'tok-3f9a1c'
  /** A summary of k6 as its script's handleSummary is given it, with what its setup() returned. */
  const summary = (setup: unknown, indent?: number) =>
    JSON.stringify(
      {
        ...JSON.parse(
          readFileSync(new URL('../fixtures/formats/k6/handle-summary.json', import.meta.url), 'utf8'),
        ),
        setup_data: setup,
      },
      null,
      indent,
    )
  const log4k6 = 'time="1" level=error msg="thresholds on metrics have been crossed"'
  const SETUPS = {
    'a member': { token: TOKEN },
    'a text alone': TOKEN,
    'a list': [TOKEN, 'x', [TOKEN]],
    'a number among others': [[1, 2], Number('31337313')],
    'JSON in a text': JSON.stringify({ token: TOKEN }),
    'a long text': TOKEN.repeat(4000),
    'a text of lines': `-----BEGIN KEY-----\n${TOKEN}\n-----END KEY-----`,
  }
  const shapes = Object.entries(SETUPS).flatMap(([name, setup]) =>
    [0, 2].map((indent) => [`${name}, indented by ${indent}`, summary(setup, indent)] as const),
  )
  const ends = [
    ['whole', (text: string) => text],
    // Cut off inside of what setup() returned.
    ['truncated', (text: string) => text.slice(0, -8)],
  ] as const

  test.each(shapes)('%s is in no message and in nothing that is kept', async (_, text) => {
    const stage = new CommandStage()
    for (const [how, change] of ends) {
      const name = `${how}.json`
      stage.write('both', { [name]: change(text) })
      const runs = [
        // k6 ends with 99 where a threshold was crossed.
        command(`cat ${name}; echo '${log4k6}' >&2; exit 99`),
        command(`cat ${name}; exit 99`),
        command(`cat ${name} >&2; exit 99`),
        command(`cat ${name}; echo done; exit 99`),
        command(`cat ${name}; kill -KILL $$`),
        command(`cat ${name}; cat ${name} >&2; cp ${name} results.json; exit 99`, { output: 'results.json' }),
        command(`cat ${name}; echo '${log4k6}' >&2`, { format: 'go' }),
        command(`cat ${name} >&2; cp ${name} results.json`, { output: 'results.json', format: 'vitest' }),
        command(`cat ${name}`),
        command(`cp ${name} results.json`, { output: 'results.json' }),
      ]
      for (const run of runs) {
        const { session, catalog, counts } = stage.session([], { base: [], head: [run] })
        const said = JSON.stringify([
          await session.discover(),
          [...catalog.benchmarks],
          catalog.warnings,
          [...counts.failures.head],
        ])
        expect(said, run.run).not.toMatch(/tok-3f9a1c|31337313|BEGIN KEY/)
      }
    }
  })

  test('leaves what is said beside it', async () => {
    const stage = new CommandStage().write('head', { 'summary.json': summary({ token: TOKEN }, 2) })
    expect(
      await failure(stage, [command(`echo running; cat summary.json; echo; echo crossed; exit 99`)]),
    ).toBe('ended with exit code 99; its last words:\n    running\n    crossed')
    expect(await failure(stage, [command(`cat summary.json; echo '${log4k6}' >&2; exit 99`)])).toBe(
      `ended with exit code 99; its last words:\n    ${log4k6}`,
    )
  })
})
