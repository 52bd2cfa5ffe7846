import { idOf } from '../keys.ts'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import { Catalog } from '../../src/measure/catalog.ts'
import type { ProcessPlan } from '../../src/measure/protocol.ts'
import { joinSessions, UNWATCHED } from '../../src/measure/session.ts'
import { SuiteSession } from '../../src/measure/suite-session.ts'
import { timingOf } from '../../src/model/sample.ts'
import { Mark } from '../../src/process/mark.ts'
import { createRandom } from '../../src/stats/random.ts'
import { LONG_MS, Sandbox } from '../checkout/sandbox.ts'
import { blockOf, command, CommandStage, results, valuesIn } from './command-stage.ts'

const NAMES = ['constructor', '__proto__', 'plain']
const ID = (name: string) => idOf(name, 'a.bench.mjs')
const SUITE = `
import { bench, run } from 'mitata'
for (const name of ${JSON.stringify(NAMES)}) bench(name, () => Math.sqrt(2))
await run()
`

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate suites-')))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A suite on both sides, measured for as short as can be; `heads` is head's version, which base runs too. */
function suiteSession(
  source: string,
  parts: { catalog: Catalog; counts: FailureCounts },
  heads?: string,
  nodeArgs: readonly string[] = [],
) {
  const root = mkdtempSync(join(scratch, 'a suite-'))
  for (const name of ['base', 'head', 'over']) mkdirSync(join(root, name))
  writeFileSync(join(root, 'base', 'a.bench.mjs'), source)
  for (const side of ['head', 'over']) writeFileSync(join(root, side, 'a.bench.mjs'), heads ?? source)
  return new SuiteSession({
    ...parts,
    sides: {
      base: { directory: join(root, 'base') },
      head: { directory: join(root, 'head') },
      overlay: { directory: join(root, 'over') },
    },
    suites: { base: ['a.bench.mjs'], head: ['a.bench.mjs'] },
    edits: new Map(heads === undefined ? [] : [['a.bench.mjs', null]]),
    scratch: root,
    watch: UNWATCHED,
    workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
    nodePath: process.execPath,
    nodeArgs: { base: nodeArgs, head: nodeArgs },
    env: childEnvironments(process.env, readHost(process.env).isOwnVariable).measured,
    mark: new Mark(process.env),
    warmupMs: 2,
    windowMs: 3,
    stallMs: LONG_MS,
    deadline: performance.now() + LONG_MS,
    individualCalls: () => 0,
    random: createRandom('suites').uniform,
    signal: new AbortController().signal,
  })
}

const idsOf = (...names: string[]) => {
  const ids = names.map((name) => idOf(name, 'a.bench.mjs'))
  return { base: ids, head: ids }
}

test('benchmarks may be called as objects call their own things', async () => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const session = suiteSession(SUITE, parts)
  expect(await session.discover()).toEqual({ failures: [], lateErrors: [], warnings: [] })
  expect([...parts.catalog.benchmarks.values()].map(({ name }) => name)).toEqual(NAMES)
  const ids = idsOf(...NAMES)
  expect(await session.calibrate('a.bench.mjs', ids, ids)).toEqual([])
  const { blocks, failure } = await blockOf(session, 'a.bench.mjs', NAMES)
  expect(failure).toBeNull()
  expect([...blocks.keys()]).toEqual(NAMES)
  for (const { base, head } of blocks.values()) {
    expect([...base, ...head].map((stats) => timingOf(stats)!.samples > 0)).toEqual(Array(8).fill(true))
  }
  expect(parts.counts.failures).toEqual({ base: new Map(), head: new Map() })
})

test('files in messages are called as they are in the project', async () => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const missing = "import './dist/index.mjs'"
  const { failures } = await suiteSession(missing, parts).discover()
  expect(failures).toEqual(
    ['base', 'head'].map((side) => ({
      suite: 'a.bench.mjs',
      side,
      message: "failed outside any benchmark: Cannot find module 'dist/index.mjs' imported from a.bench.mjs",
    })),
  )
  const throwing = `
import { readFileSync } from 'node:fs'
import { bench, run } from 'mitata'
bench('reads', () => readFileSync(new URL('data.json', import.meta.url)))
await run()
`
  const session = suiteSession(throwing, parts)
  await session.discover()
  await session.calibrate('a.bench.mjs', { base: [], head: idsOf('reads').head }, { base: [], head: [] })
  expect(parts.counts.failures.head.get(idOf('reads', 'a.bench.mjs'))?.message).toBe(
    "ENOENT: no such file or directory, open 'data.json'",
  )
})

test('calibration lengthens the warm-up of what settles late, for both sides', async () => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const source = `
import { bench, run } from 'mitata'
for (const name of ['late', 'early']) bench(name, function* () {
  let calls = 0
  yield { manual: () => (name === 'late' && calls++ < 17 ? 2.5e6 : 1.25e6) }
})
await run()
`
  const plans = new Sandbox().temp
  const session = suiteSession(source, parts, undefined, keepingPlans(plans))
  await session.discover()
  const ids = idsOf('late', 'early')
  await session.calibrate('a.bench.mjs', ids, ids)
  const { failure } = await blockOf(session, 'a.bench.mjs', ['late', 'early'])
  expect(failure).toBeNull()
  const texts = readdirSync(plans).map((name) => readFileSync(join(plans, name), 'utf8'))
  const measured = texts.filter((text) => (JSON.parse(text) as ProcessPlan).mode === 'measure')
  expect(measured).toHaveLength(8)
  // Settled after sixteen samples, 40 ms, and a margin of 20: mitata makes one call before.
  expect(new Set(measured)).toEqual(new Set([measured[0]]))
  expect((JSON.parse(measured[0]!) as ProcessPlan).warmups).toEqual({ late: 60, early: 2 })
})

/** Arguments of Node that keep what each process was told on descriptor 3, in a folder. */
function keepingPlans(folder: string): string[] {
  const source = `import fs from 'node:fs'
const { readFileSync } = fs
fs.readFileSync = (file, ...rest) => {
  const text = readFileSync(file, ...rest)
  if (file === 3) fs.writeFileSync(${JSON.stringify(`${folder}/`)} + process.pid, text)
  return text
}`
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`]
}

const named = (benchmarks: string) => `
import { bench, run } from 'mitata'
const isBase = /over$|base$/.test(process.cwd())
const once = () => Math.sqrt(2)
${benchmarks}
await run()
`
const NOT_ALL = 'there it does not register all that it registers on head'

test.each([
  ['runs on both sides', "bench('old', once); bench('new', once)", null, [true, true]],
  [
    'does not load on base',
    "if (isBase) throw new Error('no')\nbench('old', once)",
    'failed outside any benchmark, at a.bench.mjs:5: no',
    [true],
  ],
  ['leaves out what base has', "if (!isBase) bench('old', once)\nbench('new', once)", NOT_ALL, [true, false]],
  [
    'fails on base in what base has',
    "bench('old', () => { if (isBase) throw new Error('no') }); bench('new', once)",
    'no',
    [true, false],
  ],
])('head’s suite that %s', async (_, benchmarks, own, onBase) => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const session = suiteSession(named("bench('old', once); bench('gone', once)"), parts, named(benchmarks))
  expect((await session.discover()).failures).toEqual([])
  const of = (name: string) => parts.catalog.benchmarks.get(ID(name))!
  const ids = [...parts.catalog.benchmarks.values()]
    .filter(({ base, head }) => base && head)
    .map(({ id }) => id)
  expect(await session.calibrate('a.bench.mjs', { base: ids, head: ids }, { base: ids, head: ids })).toEqual(
    [],
  )
  const names = ['old', 'new'].slice(0, onBase.length)
  expect(names.map((name) => of(name).base !== null)).toEqual(onBase)
  expect(names.map((name) => of(name).edit)).toEqual(names.map((name) => ({ onBase: name === 'old', own })))
  expect([of('gone').head, of('gone').base !== null, of('gone').edit]).toEqual([null, true, undefined])
  expect(parts.counts.failures.base).toEqual(new Map())
})

test('what head’s suite adds and base cannot run is new, and the rest is measured', async () => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const heads = named("bench('old', once); bench('new', () => { if (isBase) throw new Error('no') })")
  const session = suiteSession(named("bench('old', once)"), parts, heads)
  await session.discover()
  const ids = ['old', 'new'].map(ID)
  expect(await session.calibrate('a.bench.mjs', { base: ids, head: ids }, { base: ids, head: ids })).toEqual(
    [],
  )
  const { benchmarks } = parts.catalog
  expect(benchmarks.get(ID('new'))).toMatchObject({ base: null, edit: { onBase: false, own: 'no' } })
  expect(benchmarks.get(ID('old'))).toMatchObject({ edit: { onBase: true, own: null } })
  const { blocks, failure } = await blockOf(session, 'a.bench.mjs', ['old'])
  expect([failure, [...blocks.keys()]]).toEqual([null, ['old']])
})

test.each([
  ['both sides', "bench(`run ${process.pid}`, once); bench('a', once)", undefined],
  [
    'a suite that differs',
    "bench(`run ${process.pid}`, once); bench('a', once)",
    "bench(`run ${process.pid}`, once)\nbench('a', once)",
  ],
  [
    'a suite of which another line differs',
    "bench(`was ${process.pid}`, once); bench('a', once)",
    "const more = 1\nbench('a', once); bench(`run ${process.pid}`, once)",
  ],
])('what has another name in every process is taken out, alone: %s', async (_, base, head) => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const session = suiteSession(named(base), parts, head === undefined ? undefined : named(head))
  await session.discover()
  const { benchmarks } = parts.catalog
  const listed = [...benchmarks.values()]
  expect(listed.filter(({ name }) => name !== 'a').map(({ head: on }) => on === null)).toEqual([true, false])
  const onHead = listed.filter((one) => one.head !== null).map(({ id }) => id)
  const ids = { base: [ID('a')], head: onHead }
  expect(await session.calibrate('a.bench.mjs', ids, ids)).toEqual([])
  expect([...benchmarks.keys()]).toEqual([ID('a')])
  expect(session.dropped().toSorted()).toEqual(
    listed
      .map(({ id }) => id)
      .filter((id) => id !== ID('a'))
      .toSorted(),
  )
  const line = head?.startsWith('const') ? 6 : 5
  expect(parts.catalog.warnings.map((warning) => warning.replaceAll(/run \d+/g, 'run 1'))).toEqual([
    `a.bench.mjs:${line}: the name of this benchmark changes from process to process ("run 1", "run 1"): give it a fixed name`,
  ])
  expect(parts.counts.failures).toEqual({ base: new Map(), head: new Map() })
  const { blocks, failure } = await blockOf(session, 'a.bench.mjs', ['a'])
  expect([failure, [...blocks.keys()]]).toEqual([null, ['a']])
})

test('a name that changes after calibration is what the failure says', async () => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const source = named(`import { appendFileSync, statSync } from 'node:fs'
appendFileSync('starts', '.')
bench(statSync('starts').size > 2 ? 'tuesday' : 'monday', once)`)
  const session = suiteSession(source, parts)
  await session.discover()
  const ids = idsOf('monday')
  expect(await session.calibrate('a.bench.mjs', ids, ids)).toEqual([])
  expect([session.dropped(), parts.catalog.warnings]).toEqual([[], []])
  const { blocks } = await blockOf(session, 'a.bench.mjs', ['monday'])
  expect(blocks.size).toBe(0)
  const message =
    'a.bench.mjs:7: the name of this benchmark changes from process to process ("monday", "tuesday"): give it a fixed name'
  expect(parts.counts.failures.head.get(ID('monday'))?.message).toBe(message)
  expect(parts.counts.failures.base.get(ID('monday'))?.message).toBe(message)
})

/** Lists, calibrates and measures one block of a suite with one benchmark; how many processes there were. */
async function measured(source: string) {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const session = suiteSession(source, parts)
  const { failures, lateErrors } = await session.discover()
  const ids = idsOf('a')
  expect(failures).toEqual([])
  expect(await session.calibrate('a.bench.mjs', ids, ids)).toEqual([])
  const { blocks, failure } = await blockOf(session, 'a.bench.mjs', ['a'])
  expect(failure).toBeNull()
  expect([...blocks.keys()]).toEqual(['a'])
  expect(parts.counts.failures).toEqual({ base: new Map(), head: new Map() })
  expect(parts.counts.processes).toBe(12)
  return { lateErrors, warnings: parts.catalog.warnings }
}

const BESIDE_A_TIMER = `import { bench, run } from 'mitata'
setInterval(() => {}, 50)
bench('a', () => Math.sqrt(2))
const { benchmarks } = await run()
`

// What is open is waited for, side by side.

test.concurrent('an open handle is neither a failure nor a word, and no process is started again for it', async () => {
  expect(await measured(BESIDE_A_TIMER)).toEqual({ lateErrors: [], warnings: [] })
})

test.concurrent('code behind run() that fails is said once a suite, with its place, and takes no value away', async () => {
  const message = 'failed after run(), at a.bench.mjs:5: no teardown'
  expect(await measured(`${BESIDE_A_TIMER}throw new Error('no teardown')\n`)).toEqual({
    lateErrors: ['base', 'head'].map((side) => ({ suite: 'a.bench.mjs', side, message })),
    warnings: [],
  })
  // While listing there are no results, and nothing fails.
  const late = await measured(`${BESIDE_A_TIMER}if (benchmarks.length > 0) throw new Error('no teardown')\n`)
  expect(late).toEqual({ lateErrors: [], warnings: [`a.bench.mjs on base ${message}`] })
})

test.concurrent.each([
  ['process.kill(process.pid, "SIGSEGV")', 'was killed by SIGSEGV after run()'],
  ['process.reallyExit(7)', 'ended with exit code 7 after run()'],
])('a process that goes down behind run() has measured all the same: %s', async (end, message) => {
  const { lateErrors } = await measured(`${BESIDE_A_TIMER}${end}\n`)
  expect(lateErrors.map((late) => late.message)).toEqual([message, message])
})

test('a block that failed is not drawn again when time is up', async () => {
  const parts = { catalog: new Catalog({}), counts: new FailureCounts() }
  const source = BESIDE_A_TIMER.replace('Math.sqrt(2)', 'process.exit(1)')
  const session = suiteSession(source, parts)
  await session.discover()
  const ids = idsOf('a')
  const { failure } = await session.measureBlock('a.bench.mjs', ids, ids, {
    onFraction: () => {},
    deadline: 0,
  })
  expect(failure).toMatchObject({
    suite: 'a.bench.mjs',
    message: 'called process.exit(1) in benchmark "a", before its benchmarks had run',
  })
  // Two to list, and the one that failed.
  expect(parts.counts.processes).toBe(3)
})

test('suites and commands stand in one session, each asked for its own', async () => {
  const stage = new CommandStage().write('both', { 'out.json': results({ tool: 7 }) })
  const commands = stage.session([command('cat out.json; exit $(test -e bad && echo 1 || echo 0)')])
  const suites = suiteSession(SUITE, commands)
  const session = joinSessions([
    { suites: ['a.bench.mjs'], session: suites },
    { suites: commands.suites, session: commands.session },
  ])
  stage.write('base', { bad: '' })
  const { failures } = await session.discover()
  expect(failures).toEqual([{ suite: commands.suite, side: 'base', message: 'ended with exit code 1' }])
  expect([...commands.catalog.benchmarks.values()].map(({ name, source }) => [name, source])).toEqual([
    ...NAMES.map((name) => [name, 'suite']),
    ['tool', 'command'],
  ])
  const { blocks } = await blockOf(session, commands.suite, ['tool'], [])
  expect(valuesIn(blocks.get('tool'), 'head')).toEqual([7, 7, 7, 7])
  const ids = { base: [], head: [idOf('tool', commands.suite)] }
  expect(session.estimateBlockMs(commands.suite, ids)).toBeGreaterThan(0)
  expect(await session.calibrate(commands.suite, ids, { base: [], head: [] })).toEqual([])
  // Two to list the suite, two executions, and a block of four.
  expect(commands.counts.processes).toBe(8)
})
