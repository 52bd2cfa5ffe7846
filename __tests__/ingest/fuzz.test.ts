import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADAPTERS } from '../../src/ingest/registry.ts'
import { edits, mutated, readAs, readBy, seeds, seedsOf } from './mutations.ts'

/** Mutated inputs of each adapter; `npm run bench -- ingest-fuzz` takes 20,000. */
const RUNS = 300
/** What is slow is no fault here: `pace.timed.test.ts` looks at that. */
const UNTIMED = Infinity

it('has seeds', () => {
  const known = ADAPTERS.filter((adapter) => seedsOf(adapter).length > 0)
  expect(known.length).toBeGreaterThan(15)
})

describe.each(ADAPTERS.map((adapter) => [adapter.name, adapter] as const))('%s', (name, adapter) => {
  it('answers what other tools write', () => {
    for (const seed of seeds) {
      expect(readBy(adapter, seed, UNTIMED).faults, seed.path).toEqual([])
      expect(readAs(name, seed, UNTIMED).faults, seed.path).toEqual([])
    }
  })

  const own = seedsOf(adapter)
  // Some tools' files may not be copied to this repository.
  it.skipIf(own.length === 0)('answers mutated files', () => {
    const mutations = fc.record({ seed: fc.constantFrom(...own, ...(own.length === 0 ? seeds : [])), edits })
    let read = 0
    fc.assert(
      fc.property(mutations, ({ seed, edits }) => {
        const changed = mutated(seed, edits)
        const { faults, isRead } = readBy(adapter, changed, UNTIMED)
        if (isRead) read++
        expect(faults).toEqual([])
        expect(readAs(null, changed, UNTIMED).faults).toEqual([])
      }),
      { numRuns: RUNS },
    )
    // Mutations that are all refused at the door would show nothing.
    expect(read).toBeGreaterThan(RUNS / 40)
  })
})
