import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { catch2 } from '../../src/ingest/adapters/catch2.ts'
import { go } from '../../src/ingest/adapters/go.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { libtest } from '../../src/ingest/adapters/libtest.ts'
import { ADAPTERS } from '../../src/ingest/registry.ts'
import { edits, mutated, readAs, readBy, seeds, seedsOf } from './mutations.ts'
import { given, groups } from './reading.ts'

function msOf(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

test.each(ADAPTERS.map((adapter) => [adapter.name, adapter] as const))(
  '%s answers mutated files within a second',
  (_, adapter) => {
    const own = seedsOf(adapter)
    const mutations = fc.record({ seed: fc.constantFrom(...(own.length === 0 ? seeds : own)), edits })
    // The same files in every try.
    for (const { seed, edits } of fc.sample(mutations, { numRuns: 300, seed: 1 })) {
      const changed = mutated(seed, edits)
      expect([...readBy(adapter, changed).faults, ...readAs(null, changed).faults]).toEqual([])
    }
  },
)

test.each(['[', '{"a":'])('%j nested without end is refused at once', (level) => {
  const bytes = level.repeat(100_000)
  for (const format of [null, ...ADAPTERS.map(({ name }) => name)]) {
    const read = () => ingest({ path: 'results', bytes, files: null }, format)
    expect(msOf(() => expect(read).toThrow(UserError))).toBeLessThan(100)
  }
})

test('a large file of Go takes seconds', () => {
  const line = 'BenchmarkParse-2   \t    2403\t     34697 ns/op\t       0 B/op\t       0 allocs/op\n'
  const read = () => groups(go.read(given(line.repeat(100_000))), 'BenchmarkParse')[0]
  expect(msOf(() => expect(read()).toHaveLength(100_000))).toBeLessThan(3000)
})

test.each([
  { line: ' Running ((((((((/'.repeat(500), refused: /: no line `test NAME \.\.\. bench:` is in it; / },
  { line: `test ${' ... bench:'.repeat(800)}`, refused: /: benchmark 1 has a name of 8788 characters, / },
  { line: 'test '.repeat(2000), refused: /: no line `test NAME \.\.\. bench:` is in it; / },
])('lines made to be slow for libtest are not, $refused', ({ line, refused }) => {
  const text = `${line}\n`.repeat(600)
  expect(msOf(() => expect(() => libtest.read(given(text))).toThrow(refused))).toBeLessThan(1000)
})

test('attributes made to be slow for Catch2 are not', () => {
  const cases = `<TestCase ${'x '.repeat(45_000)}>`.repeat(20)
  const text = `<?xml version="1.0"?>\n<Catch2TestRun name="t" catch2-version="3.7.1">${cases}</Catch2TestRun>`
  expect(msOf(() => expect(() => catch2.read(given(text))).toThrow(/did not begin/))).toBeLessThan(1000)
})
