import * as fc from 'fast-check'
import { ADAPTERS } from '../../src/ingest/registry.ts'
import { edits, mutated, readAs, readBy, seedsOf } from '../ingest/mutations.ts'
import { printTable } from './run-gate.ts'

const INPUTS = 20_000
const SEED = 20_261_121
/** Faults that are shown of each adapter. */
const MAX_SHOWN = 3

/** Files of every adapter changed at random, each read by the adapter and by what finds the adapter. */
export function ingestFuzz(): void {
  const shown: string[] = []
  const rows = ADAPTERS.map((adapter): (string | number)[] => {
    const seeds = seedsOf(adapter)
    if (seeds.length === 0) return [adapter.name, 0, '', '', '', 'no file of it is here']
    const mutations = fc.sample(fc.record({ seed: fc.constantFrom(...seeds), edits }), {
      numRuns: INPUTS,
      seed: SEED,
    })
    let [answers, faulty, slowest] = [0, 0, 0]
    for (const [index, mutation] of mutations.entries()) {
      const changed = mutated(mutation.seed, mutation.edits)
      const [own, any] = [readBy(adapter, changed), readAs(null, changed)]
      if (own.isRead) answers++
      slowest = Math.max(slowest, own.cpuMs, any.cpuMs)
      const faults = [...own.faults, ...any.faults]
      if (faults.length > 0 && faulty++ < MAX_SHOWN)
        shown.push(`${adapter.name}, input ${index} (${mutation.seed.path}): ${faults.join('; ')}`)
    }
    process.stderr.write(`ingest-fuzz ${adapter.name}: ${faulty} faults\n`)
    return [adapter.name, mutations.length, answers, mutations.length - answers, slowest.toFixed(1), faulty]
  })
  process.stdout.write('## Result files changed at random\n\n')
  printTable(['adapter', 'inputs', 'answers', 'refusals', 'slowest (ms of processor time)', 'faults'], rows)
  for (const fault of shown) process.stdout.write(`${fault}\n`)
  if (shown.length > 0) process.exitCode = 1
}
