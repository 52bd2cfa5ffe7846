import { describe, expect, test } from 'vitest'
import { labelsOf } from '../../../src/report/view/labels.ts'

const key = (suite: string, name = 'noop', occurrence = 1) => ({ suite, name, occurrence })
const labelled = (...suites: string[]) => {
  const keys = suites.map((suite) => key(suite))
  const label = labelsOf(keys)
  return keys.map(label)
}

describe('what people read of a benchmark', () => {
  test('the name alone where no other suite has it, with a number where the suite has it again', () => {
    const keys = [key('a.bench.ts'), key('a.bench.ts', 'noop', 2), key('b.bench.ts', 'other')]
    const label = labelsOf(keys)
    expect(keys.map(label)).toEqual(['noop', 'noop #2', 'other'])
  })

  test('as few of the last parts of the path as tell its suite from the others', () => {
    expect(labelled('core/parse.bench.ts', 'core/print.bench.ts')).toEqual(['noop · parse', 'noop · print'])
    expect(labelled('a/x/parse.bench.ts', 'b/x/parse.bench.ts', 'b/y/parse.bench.ts')).toEqual([
      'noop · a/x/parse',
      'noop · b/x/parse',
      'noop · y/parse',
    ])
  })

  test('the whole path where it is the end of another one, and the ending where only that differs', () => {
    expect(labelled('parse.bench.ts', 'a/parse.bench.ts')).toEqual(['noop · parse', 'noop · a/parse'])
    expect(labelled('parse.bench.ts', 'parse.bench.js')).toEqual([
      'noop · parse.bench.ts',
      'noop · parse.bench.js',
    ])
  })

  // Comparing each with each would take minutes.
  test('of 20,000 suites that have one name', () => {
    const suites = Array.from({ length: 20_000 }, (_, i) => `packages/${i}/test/parse.bench.ts`)
    expect(labelled(...suites).at(-1)).toBe('noop · 19999/test/parse')
  })
})
