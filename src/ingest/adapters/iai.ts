import type { Adapter } from '../adapter.ts'
import { MAX_BENCHMARKS, benchmarkOf, exact, soundMetrics } from '../benchmark.ts'
import { valgrindCount } from '../forms/valgrind-counts.ts'
import { countBlocks, countOf } from '../forms/valgrind-text.ts'
import { refusal } from '../forms/json-shape.ts'

/** Reads what iai prints: counts of instructions and accesses under Valgrind. */
export const iai: Adapter = {
  name: 'iai',
  title: 'iai: text of cargo bench',
  recognises: ({ text }) => /^ +L1 Accesses: +\d/m.test(text),
  read: (input) => {
    const warnings: string[] = []
    const blocks = countBlocks(input.text, MAX_BENCHMARKS + 1)
    if (blocks.length === 0) throw refusal(input, 'it holds no counts of iai')
    if (blocks.length > MAX_BENCHMARKS) throw refusal(input, `it has more than ${MAX_BENCHMARKS} benchmarks`)
    const benchmarks = blocks.map(({ title, counts }) => {
      const drafts = [...counts].flatMap(([label, value]) => {
        const named = valgrindCount(label)
        if (named === null) return []
        const { id, unit, better } = named
        return [{ id, unit, better, data: exact(countOf(value)) }]
      })
      return benchmarkOf({
        name: title,
        metrics: soundMetrics(title, drafts, warnings),
      })
    })
    return { tool: 'iai', version: null, environment: {}, benchmarks, warnings }
  },
}
