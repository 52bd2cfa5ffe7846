import { expect, test } from 'vitest'
import { keyLine, legName, legOf } from '../../src/github/legs.ts'

const JOB = { workflow: 'Benchmarks', job: 'bench', matrix: null, system: 'Linux X64' }
const matrix = JSON.stringify({ os: 'ubuntu-latest', node: 24, fast: true, include: { deep: 1 }, 'a b': 1 })

test('legs differ by workflow, job, matrix and system, and by nothing else', () => {
  const legs = [
    JOB,
    { ...JOB, workflow: 'Nightly' },
    { ...JOB, job: 'other' },
    { ...JOB, system: 'macOS ARM64' },
    { ...JOB, matrix },
    { ...JOB, matrix: matrix.replace('24', '22') },
    // Of the same name: what no expression can name tells them apart all the same.
    { ...JOB, matrix: matrix.replace('"deep":1', '"deep":2') },
  ]
  expect(new Set(legs.map(legOf)).size).toBe(legs.length)
  expect(legOf({ ...JOB, matrix })).toBe(legOf({ ...JOB, matrix }))
})

const SYSTEM_LINE = 'key: ${{ github.job }}-${{ runner.os }}'

test.each([
  [matrix, 'bench-ubuntu-latest-24-true', 'key: ${{ matrix.os }}-${{ matrix.node }}-${{ matrix.fast }}'],
  [null, 'bench-Linux-X64', SYSTEM_LINE],
  ['[1, 2]', 'bench-Linux-X64', SYSTEM_LINE],
  ['no JSON', 'bench-Linux-X64', SYSTEM_LINE],
  ['{"os":"-->\\n::error::x"}', 'bench-error-x', 'key: ${{ matrix.os }}'],
  [JSON.stringify({ os: 'x'.repeat(100) }), `bench-${'x'.repeat(54)}`, 'key: ${{ matrix.os }}'],
])('a matrix of %s is called %s', (given, name, line) => {
  const leg = { ...JOB, matrix: given }
  expect(legOf(leg)).toMatch(/^[\w.-]{1,80}$/)
  expect(legName(legOf(leg))).toBe(name)
  expect(keyLine(leg)).toBe(line)
})
