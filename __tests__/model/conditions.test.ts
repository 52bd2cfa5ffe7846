import { expect, test } from 'vitest'
import { conditionsOf, differenceOf } from '../../src/model/conditions.ts'
import type { ResultFile } from '../../src/model/result-file.ts'

const file = (
  environment: Record<string, string>,
  tool = 't',
  version: string | null = null,
): ResultFile => ({
  tool,
  version,
  environment,
  benchmarks: [],
  warnings: [],
})
const difference = (base: ResultFile[], head: ResultFile[]) =>
  differenceOf(conditionsOf(base), conditionsOf(head))

test('words of the tools mean the same conditions', () => {
  expect(conditionsOf([file({ cpu: 'C', goarch: 'amd64', goos: 'linux', GOMAXPROCS: '8' }, 'Go')])).toEqual({
    Go: { processor: 'C', architecture: 'amd64', system: 'linux' },
  })
  expect(
    conditionsOf([
      file(
        { ProcessorName: 'C', Architecture: 'X64', OsVersion: 'Ubuntu', Configuration: 'RELEASE' },
        'N',
        '1',
      ),
    ]),
  ).toEqual({
    N: { processor: 'C', architecture: 'X64', system: 'Ubuntu', build: 'RELEASE', version: '1' },
  })
  // The name of a host is another one in each job.
  expect(conditionsOf([file({ machine: 'fv-az1' }, 'asv'), file({ machine: 'x86_64' }, 'p')])).toEqual({
    asv: {},
    p: { architecture: 'x86_64' },
  })
})

test('all that differs is said, that of each tool by itself', () => {
  expect(
    difference([file({ cpu: 'One', python: '3.12.1' })], [file({ cpu: 'Two', python: '3.13.0' })]),
  ).toEqual({
    base: 'One and Python 3.12.1',
    head: 'Two and Python 3.13.0',
    ofCounts: false,
  })
  expect(difference([file({ cpu: 'One' }, 'a')], [file({ cpu: 'Two' }, 'b')])).toBeNull()
  expect(difference([file({ jdk: '17.0.9' })], [file({ jdk: '17.0.10' })])).toBeNull()
  expect(difference([file({}, 't', 'v1.8.0')], [file({}, 't', 'v1.9.0')])).toMatchObject({
    base: 't v1.8.0',
    head: 't v1.9.0',
  })
})

test('of several files all count', () => {
  const [one, two] = ['One', 'Two'].map((cpu) => file({ cpu }))
  expect(difference([one!, two!], [two!, one!])).toBeNull()
  expect(difference([one!, two!], [two!])).toMatchObject({ base: 'One or Two', head: 'Two' })
})

test('what a file says is data, and is cut', () => {
  expect(conditionsOf([file(JSON.parse('{"__proto__":"x","constructor":"y"}') as never)])).toEqual({ t: {} })
  expect(differenceOf({}, { constructor: { name: 'x' }, __proto__: { a: 'b' } } as never)).toBeNull()
  const long = conditionsOf([file({ cpu: 'x'.repeat(10_000) }, 'y'.repeat(10_000))])
  expect(JSON.stringify(long).length).toBeLessThan(500)
})
