import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { measuringProcess } from './measuring-process.ts'

// Most of these processes wait, so that several go on side by side.

const scratch = mkdtempSync(join(tmpdir(), 'benchgate-open-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A suite in a directory of its own. */
function suite(source: string, name = 'a.bench.mjs'): string {
  const file = join(mkdtempSync(join(scratch, 'suite-')), name)
  writeFileSync(file, source)
  return file
}

const OPEN = 'setInterval(() => {}, 50)'
const MITATA = `import { bench, run } from 'mitata'`
const PAUSE = (ms: number) => `await new Promise((resolve) => setTimeout(resolve, ${ms}))`
const orderly = { type: 'end', running: null, pending: 0, metricProblems: [] }

const HANDLES = {
  timer: OPEN,
  server: `(await import('node:net')).createServer(() => {}).listen(0, '127.0.0.1')`,
  socket: `const { connect, createServer } = await import('node:net')
const server = createServer((peer) => peer.resume()).listen(0, '127.0.0.1', () => connect(server.address().port))`,
  'worker thread': `new (await import('node:worker_threads')).Worker('for (;;);', { eval: true })`,
  'child process': `(await import('node:child_process')).spawn(process.execPath, ['-e', 'process.stdin.resume()'])`,
}

describe.concurrent.each(Object.entries(HANDLES))('a %s that stays open', (_name, open) => {
  const source = `${MITATA}
${open}
process.on('exit', () => console.log('exit handler'))
bench('a', () => Math.sqrt(2))
try {
  await run()
} finally {
  ${PAUSE(300)}
  console.log('torn down')
}
`

  test.each([
    { mode: 'list', only: null, event: 'registered' },
    { mode: 'calibrate', only: ['a'], event: 'result' },
    { mode: 'measure', only: ['a'], event: 'result' },
  ] as const)('does not hold up the end: $mode', async ({ event, ...plan }) => {
    const said = await measuringProcess(suite(source), plan)
    expect(said.ids(event)).toEqual(['a'])
    expect(said.events.slice(-2)).toEqual([{ type: 'done' }, orderly])
    expect(said).toMatchObject({ code: 0, stdout: 'torn down\nexit handler\n' })
  })
})

describe.concurrent('beside an open handle', () => {
  test('a suite need not call run()', async () => {
    const said = await measuringProcess(suite(`${MITATA}\n${OPEN}\nbench('a', () => 1)\n`), { only: ['a'] })
    expect(said.ids('result')).toEqual(['a'])
    expect(said.events.at(-1)).toEqual(orderly)
  })

  // Longer than an idle process is waited for.
  test.each([
    {
      how: 'at top level',
      source: `bench('a', () => 1)\nawait run()\n${PAUSE(1_500)}\nbench('b', () => 1)\nawait run()`,
      ids: ['a', 'b'],
    },
    {
      how: 'in a function that nothing awaits',
      source: `void (async () => { bench('a', () => 1); await run(); ${PAUSE(1_500)}; bench('b', () => 1); await run() })()`,
      ids: ['a', 'b'],
    },
    {
      how: 'for the first time',
      source: `setTimeout(() => { bench('b', () => 1); void run() }, 1_500)`,
      ids: ['b'],
    },
  ])('benchmarks may be registered late, $how', async ({ source, ids }) => {
    const file = suite(`${MITATA}\n${OPEN}\n${source}\n`)
    expect((await measuringProcess(file, { mode: 'list' })).ids('registered')).toEqual(ids)
    const said = await measuringProcess(file, { only: ['b'] })
    expect(said.ids('result')).toEqual(['b'])
    expect(said.events.at(-1)).toEqual(orderly)
  })

  // As where other work has all of the processor: no timer fires on time, and those of the worker may come first.
  test.each([
    { what: 'registers more', next: `bench('b', () => 1); void run()`, only: ['b'], ids: ['b'], stdout: '' },
    { what: 'cleans up', next: `console.log('torn down')`, only: ['a'], ids: ['a'], stdout: 'torn down\n' },
  ])('a process that stands still is not taken for idle: it $what', async ({ next, only, ids, stdout }) => {
    const source = `${MITATA}
${OPEN}
bench('a', () => 1)
await run()
setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500), 50)
setTimeout(() => { ${next} }, 120)
`
    const said = await measuringProcess(suite(source), { only })
    expect(said.ids('result')).toEqual(ids)
    expect(said.events.at(-1)).toEqual(orderly)
    expect(said.stdout).toBe(stdout)
  })

  test('a CommonJS suite may clean up after run() in a function', async () => {
    const source = `const { bench, run } = require('mitata')
${OPEN}
bench('a', () => 1)
run().then(async () => { ${PAUSE(300)}; console.log('torn down') })
`
    const said = await measuringProcess(suite(source, 'a.bench.cjs'), { only: ['a'] })
    expect(said.events.at(-1)).toEqual(orderly)
    expect(said.stdout).toBe('torn down\n')
  })

  test.each([
    { what: 'top-level code never ends', source: 'await new Promise(() => {})' },
    { what: 'ever more is registered', source: `setInterval(() => { bench('b', () => 1); void run() }, 20)` },
    { what: 'timers stand still', source: 'globalThis.setTimeout = () => {}; await 0' },
  ])('the end comes although $what', async ({ source }) => {
    const said = await measuringProcess(
      suite(`${MITATA}\n${OPEN}\nbench('a', () => 1)\nawait run()\n${source}\n`),
      {
        only: ['a'],
      },
    )
    expect(said.ids('result')).toEqual(['a'])
    expect(said.events.at(-1)).toEqual(orderly)
    expect(said.code).toBe(0)
  })

  test('a benchmark that is not registered any more is not waited for', async () => {
    const said = await measuringProcess(suite(`${MITATA}\n${OPEN}\nbench('a', () => 1)\nawait run()\n`), {
      only: ['a', 'gone'],
    })
    expect(said.ids('result')).toEqual(['a'])
    expect(said.of('done')).toEqual([])
    expect(said.events.at(-1)).toEqual(orderly)
  })

  test('an error behind run() comes with its place', async () => {
    const source = `${MITATA}\n${OPEN}\nbench('a', () => 1)\nawait run()\nthrow new Error('no teardown')\n`
    const file = suite(source)
    const said = await measuringProcess(file, { only: ['a'] })
    expect(said.ids('result')).toEqual(['a'])
    expect(said.of('error')).toMatchObject([{ id: null, message: 'no teardown' }])
    expect(said.events.at(-1)).toEqual(orderly)
    expect(said.code).toBe(1)
  })
})
