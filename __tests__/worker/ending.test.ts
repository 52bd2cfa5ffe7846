import { describe, expect, test } from 'vitest'
import { measuringProcess } from './measuring-process.ts'

const orderly = { type: 'end', running: null, pending: 0, metricProblems: [] }

describe('run()', () => {
  test('need not be called', async () => {
    const said = await measuringProcess('never-runs.ts')
    expect(said.ids('result')).toEqual(['a', 'b'])
    expect(said.events.at(-1)).toEqual(orderly)
    expect(said.code).toBe(0)
    expect((await measuringProcess('never-runs.ts', { mode: 'list' })).ids('registered')).toEqual(['a', 'b'])
  })

  test('may be called several times, and what follows it is run', async () => {
    const said = await measuringProcess('runs-twice.ts')
    expect(said.ids('result')).toEqual(['first/a', 'b'])
    expect(said.events.at(-1)).toEqual(orderly)
    expect(said.stdout).toBe('[["a"],[],["b"]]\n"no plan"\n')
  })

  test('filters, observes, throws and prints nothing', async () => {
    const said = await measuringProcess('run-options.ts')
    expect(said.ids('registered')).toEqual(['wanted', 'wanted too'])
    expect(said.ids('error')).toEqual(['wanted'])
    expect(said.ids('result')).toEqual(['wanted too'])
    expect(said.stdout).toBe('wanted, wanted too; seen last\n')
    expect(said.events.at(-1)).toEqual(orderly)
  })
})

test('a benchmark that throws is one error, and the others go on', async () => {
  const said = await measuringProcess('errors.ts')
  const messages = Object.fromEntries(said.of('error').map(({ id, message }) => [id, message]))
  expect(messages).toEqual({
    throws: 'too far',
    rejects: 'refused',
    'throws text': 'threw just text',
    'throws nothing': 'threw undefined',
    'generator/set-up': 'no set-up',
    'generator/yields twice': 'expected generator to yield once',
    'generator/yields nothing': 'expected benchmarkable yield from generator',
    'generator/manual without a time':
      'a manual benchmark returns the time of its call in ns, above 0; this one returned NaN',
    'never iterates': 'the benchmark never iterated over its state, so nothing was measured',
    'throws later': 'enough',
  })
  expect(said.of('error')).toHaveLength(10)
  expect(said.ids('result')).toEqual(['fine'])
  expect(said).toMatchObject({ code: 0, stdout: '1\n', stderr: '' })
  expect(said.events.at(-1)).toEqual(orderly)
})

describe('a process that ends early says where it was', () => {
  test('an error at import', async () => {
    const said = await measuringProcess('fails-at-import.ts')
    expect(said.of('error')).toMatchObject([{ id: null, message: 'no database' }])
    expect(said.events.at(-1)).toEqual({ ...orderly, pending: 1 })
    expect(said.code).toBe(1)
    expect(said.stderr).toContain('no database')
  })

  test('process.exit in a benchmark', async () => {
    const said = await measuringProcess('exits-in-benchmark.ts')
    expect(said.ids('result')).toEqual(['a'])
    expect(said.events.at(-1)).toEqual({ ...orderly, running: 'leaves', pending: 2 })
    expect(said.code).toBe(3)
  })

  test('process.exit before run()', async () => {
    const said = await measuringProcess('exits-before-run.ts')
    expect(said.events.slice(1)).toEqual([{ ...orderly, pending: 2 }])
    const one = await measuringProcess('exits-before-run.ts', { only: ['b'] })
    expect(one.events.slice(1)).toEqual([{ ...orderly, pending: 1 }])
  })

  test('process.exit after run() is an orderly end', async () => {
    const said = await measuringProcess('exits-after-run.ts')
    expect(said.ids('result')).toEqual(['a'])
    expect(said.events.at(-1)).toEqual(orderly)
  })

  test('a rejection that nobody handles', async () => {
    const said = await measuringProcess('rejects-unhandled.ts')
    expect(said.of('error')).toMatchObject([{ id: 'leaves a rejection', message: 'left behind' }])
    expect(said.events.at(-1)).toEqual({ ...orderly, running: 'leaves a rejection', pending: 1 })
    expect(said.code).toBe(1)
  })

  test.each([
    { suite: 'never-settles.ts', results: ['a'] },
    { suite: 'never-settles.cjs', results: [] },
  ])('a promise that never settles, $suite', async ({ suite, results }) => {
    const said = await measuringProcess(suite)
    expect(said.ids('result')).toEqual(results)
    expect(said.events.at(-1)).toEqual({ ...orderly, running: 'waits', pending: 1 })
    expect(said.code).toBe(13)
  })
})
