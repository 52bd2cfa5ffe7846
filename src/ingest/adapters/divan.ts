import { toNanoseconds } from '../../model/unit.ts'
import { adapter } from '../adapter.ts'
import { linesOf } from '../forms/lines.ts'
import { bounds, summary, time } from '../forms/metrics.ts'
import { decimal } from '../forms/numbers.ts'

const HEAD = /^\S+ +fastest +│ +slowest +│ +median +│ +mean +│ +samples +│ +iters/m
const MAX_DEPTH = 100
const MAX_NAME = 2000

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
    /** A line of the tree without columns: its name goes on in the next one. */
    let open: string | null = null
    for (const line of linesOf(input.text)) {
      if (HEAD.test(line)) {
        suite = line.split(/\s/, 1)[0]!
        path = []
        open = null
        continue
      }
      const written: string = open === null || branchOf(line) !== null ? line : `${open}\n${line}`
      const branch = suite === null ? null : branchOf(written)
      const [first = '', ...cells] = (branch?.rest ?? line).split('│').map((cell) => cell.trim())
      open = null
      if (branch === null) {
        // What allocators and counters add has no samples of its own.
        if (isResult(line.split('│'))) results.unread.add('nameless', line)
        continue
      }
      if (!isResult(cells)) {
        path = [...path.slice(0, branch.depth), first]
        if (cells.length === 0 && branch.rest.length < MAX_NAME) open = written
        continue
      }
      const { name, fastest } = nameAndTime(first)
      path = [...path.slice(0, branch.depth), name]
      const [slowest = '', median = '', , count] = cells
      const place = { suite, path: path.slice(0, -1), name }
      const odd = [fastest, slowest, median].find((cell) => timeOf(cell) === null)
      if (odd !== undefined) results.add(results.unreadable(place, odd.split(/\s+/, 1)[0]))
      else {
        const spread = bounds(timeOf(fastest), timeOf(slowest))
        const data = { spread, count: decimal(count) }
        results.add({ ...place, metrics: [summary(time(), 'median', timeOf(median), data)] })
      }
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

/** Whether cells are those of a result, the last of which are its samples and iterations. */
const isResult = (cells: readonly string[]): boolean => /^\d/.test(cells.at(-2)?.trim() ?? '')

/** The name and the fastest time share a cell; a name may hold spaces. */
function nameAndTime(cell: string): { name: string; fastest: string } {
  const [, name = cell, fastest = ''] = /^([^]*?)\s+(\S+ \S+)$/.exec(cell) ?? []
  return { name, fastest }
}

/** In ns; null for a cell that holds no time. */
function timeOf(cell: string): number | null {
  const [value, unit, ...more] = cell.split(/\s+/)
  const number = decimal(value)
  return number === null || unit === undefined || more.length > 0 ? null : toNanoseconds(number, unit)
}
