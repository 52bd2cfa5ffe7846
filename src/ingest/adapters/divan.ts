import { toNanoseconds } from '../../model/unit.ts'
import { adapter } from '../adapter.ts'
import { decimal, linesOf } from '../forms/lines.ts'
import { bounds, summary, time } from '../forms/metrics.ts'

const HEAD = /^\S+ +fastest +│ +slowest +│ +median +│ +mean +│ +samples +│ +iters/m
const MAX_DEPTH = 100

/**
 * Reads the tree that `cargo bench` prints with Divan, which has no output for machines; what allocators and
 * counters add is left out.
 */
export const divan = adapter({
  name: 'divan',
  title: 'Divan: `cargo bench`, the table of the console',
  tool: 'Divan',
  empty: 'no benchmark of Divan is in it',
  twins: 'give each benchmark a name of its own',
  recognises: ({ text }) => HEAD.test(text),

  read(input, results) {
    let suite: string | null = null
    let path: string[] = []
    for (const line of linesOf(input.text)) {
      if (HEAD.test(line)) {
        suite = line.split(/\s/, 1)[0]!
        path = []
        continue
      }
      const branch = suite === null ? null : branchOf(line)
      if (branch === null) continue
      const [first, slowest, median, , count] = branch.rest.split('│').map((cell) => cell.trim())
      const { name, fastest } = nameAndTime(first!)
      path = [...path.slice(0, branch.depth), name]
      if (fastest === null) continue
      const spread = bounds(fastest, timeOf(slowest ?? ''))
      const metric = summary(time(), 'median', timeOf(median ?? ''), { spread, count: decimal(count) })
      results.add({ suite, path: path.slice(0, -1), name, metrics: [metric] })
    }
  },
})

/** How deep a line of the tree hangs, and what is on it; null for lines that only continue another. */
function branchOf(line: string): { depth: number; rest: string } | null {
  let depth = 0
  while (depth < MAX_DEPTH && (line.startsWith('│  ', depth * 3) || line.startsWith('   ', depth * 3)))
    depth++
  const isBranch = line.startsWith('├─ ', depth * 3) || line.startsWith('╰─ ', depth * 3)
  return isBranch ? { depth, rest: line.slice(depth * 3 + 3) } : null
}

/** The name and the fastest time share a cell; a name may hold spaces, a group has no time. */
function nameAndTime(cell: string): { name: string; fastest: number | null } {
  const words = cell.split(/\s+/)
  const fastest = timeOf(words.slice(-2).join(' '))
  return fastest === null || words.length < 3
    ? { name: words.join(' '), fastest: null }
    : { name: words.slice(0, -2).join(' '), fastest }
}

/** In ns; null for a cell that holds no time. */
function timeOf(cell: string): number | null {
  const [value, unit, ...more] = cell.split(/\s+/)
  const number = decimal(value)
  return number === null || unit === undefined || more.length > 0 ? null : toNanoseconds(number, unit)
}
