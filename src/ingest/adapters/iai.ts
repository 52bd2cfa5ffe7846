import { adapter } from '../adapter.ts'
import { benchmarkOf, countBlocks } from '../forms/valgrind.ts'

/** Reads what iai prints: counts of instructions and accesses under Valgrind. */
export const iai = adapter({
  name: 'iai',
  title: 'iai: text of cargo bench',
  empty: 'it holds no counts of iai',
  recognises: ({ text }) => /^ +L1 Accesses: +\d/m.test(text),
  read(input, results) {
    for (const block of countBlocks(input.text))
      results.add(benchmarkOf({ name: block.title }, block, results))
  },
})
