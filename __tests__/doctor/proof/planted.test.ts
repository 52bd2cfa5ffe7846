import { B } from 'mitata'
import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../../src/config/defaults.ts'
import { slowCommand, slowSuites, throwingSuites } from '../../../src/doctor/proof/planted.ts'

const FILE = '.benchgate-doctor/planted.mjs'
/** ms, moved by the benchmarks of this test and by each look at it. */
let time = 0
const LOOK = 0.001
const clock = { now: () => (time += LOOK) }
const works = (ms: number) => void (time += ms)

/** mitata's class with the planted module in effect. */
function plantedB(text: string): typeof B {
  const own = class extends B {}
  const rest = text.replace("import { B } from 'mitata'\n", '')
  expect(rest).not.toContain('import')
  // oxlint-disable-next-line no-implied-eval -- the text is the module that is planted
  new Function('B', 'performance', rest)(own, clock)
  return own
}

// oxlint-disable-next-line typescript/no-explicit-any -- a benchmark may be any function
type F = (...args: any[]) => any
const slow = (f: F): F =>
  (new (plantedB(slowSuites(DEFAULT_CONFIG, 'worker.js', 3).files[FILE]!))('a', f) as unknown as { f: F }).f

/** How long work takes on the clock of this file, in ms. */
async function took(work: () => unknown): Promise<number> {
  const start = time
  await work()
  return time - start
}
const NEAR_30 = [30, 30.1] as const
const within = (ms: number, [least, most]: readonly [number, number]) => {
  expect(ms).toBeGreaterThanOrEqual(least)
  expect(ms).toBeLessThan(most)
}

describe('a benchmark that takes 10 ms takes 30', () => {
  test('as a function', async () => {
    const f = slow(() => (works(10), 'result'))
    within(await took(() => expect(f()).toBe('result')), NEAR_30)
  })

  test('as an async function', async () => {
    const f = slow(async () => {
      await Promise.resolve()
      works(10)
      return 'result'
    })
    within(await took(async () => expect(await f()).toBe('result')), NEAR_30)
    expect(f()).toBeInstanceOf(Promise)
  })

  test('as a function that iterates over its state, whose set-up is not slowed', async () => {
    let counted = 0
    const f = slow((state: Iterable<void> & { get: (name: string) => number }) => {
      works(1000)
      for (const _ of state) {
        works(state.get('ms'))
        counted++
      }
    })
    expect(f.length).toBe(1)
    const given = { next: () => ({ done: counted === 2, value: undefined }) }
    const state = { [Symbol.iterator]: () => given, [Symbol.asyncIterator]: () => given, get: () => 10 }
    within(await took(() => f(state)), [1060, 1060.2])
  })

  test('as what a generator yields, whose set-up is not slowed', async () => {
    const f = slow(function* () {
      works(1000)
      yield () => works(10)
      works(500)
    })
    const generator = f({})
    const { value } = await generator.next()
    within(await took(() => value()), NEAR_30)
    expect(await generator.next()).toEqual({ done: true, value: undefined })
  })

  test('as what a generator yields together with parameters, which are not slowed', async () => {
    const f = slow(function* () {
      yield { 0: () => (works(1000), 7), bench: (parameter: number) => (works(10), parameter) }
    })
    const { value } = await f({}).next()
    expect(value.bench.length).toBe(1)
    within(await took(() => expect(value[0]()).toBe(7)), [1000, 1000.1])
    within(await took(() => expect(value.bench(5)).toBe(5)), NEAR_30)
  })
})

test.each([
  ['manual', { manual: () => 10 }],
  ['with the function beside it', { manual: true, bench: () => 10 }],
  ['async', { manual: async () => 10 }],
])('a benchmark that times itself says three times as much: %s', async (_, yielded) => {
  const f = slow(function* () {
    yield yielded
  })
  const { value } = await f({}).next()
  expect(await (value.bench ?? value.manual)()).toBe(30)
})

test('a planted function has the source of the function that it stands for', () => {
  const own = () => works(1)
  const text = throwingSuites(DEFAULT_CONFIG, 'worker.js').files[FILE]!
  const thrown = (new (plantedB(text))('a', own) as unknown as { f: F }).f
  expect([String(slow(own)), String(thrown)]).toEqual([String(own), String(own)])
  expect(() => thrown()).toThrow('planted by benchgate doctor')
})

test('a benchmark is slowed once, however often it is named', () => {
  const planted = plantedB(slowSuites(DEFAULT_CONFIG, 'worker.js', 3).files[FILE]!)
  const trial = new planted('a', () => works(10))
  const { f } = trial as unknown as { f: F }
  expect((trial.name('b') as unknown as { f: F }).f).toBe(f)
})

test('the module is loaded after the user’s own loaders and after the worker, which makes mitata its own', () => {
  const config = { ...DEFAULT_CONFIG, measure: { ...DEFAULT_CONFIG.measure, nodeArgs: ['--import', 'tsx'] } }
  expect(slowSuites(config, 'file:///worker.js', 3).nodeArgs).toEqual([
    '--import',
    'tsx',
    '--import',
    'file:///worker.js',
    '--import',
    './.benchgate-doctor/planted.mjs',
  ])
})

test('a command is stopped by a program of head, found from its folder', () => {
  const command = { run: "go test -bench 'A b'", format: 'go', output: null, setup: null, namePrefix: '' }
  const inFolder = { ...command, workingDirectory: 'go/pkg' }
  const config = { ...DEFAULT_CONFIG, commands: [{ ...command, workingDirectory: null }, inFolder] }
  expect(slowCommand(config, inFolder, { times: 3, node: '/usr/bin/node' }).commands).toEqual([
    config.commands[0],
    {
      ...inFolder,
      run: String.raw`/usr/bin/node ../../.benchgate-doctor/stopping.mjs 3 'go test -bench '\''A b'\'''`,
    },
  ])
})
