import type { IngestedBenchmark, ResultFile } from '../../model/result-file.ts'
import type { Adapter, Input } from '../adapter.ts'
import { benchmarkOf, soundMetrics, summary } from '../benchmark.ts'
import { refusal } from '../forms/json-shape.ts'
import { decimal, linesOf } from '../forms/lines.ts'
import { MAX_BENCHMARKS, withoutTwins } from '../twins.ts'
import { toNanoseconds } from '../../model/units.ts'

/** Reads the tree that `cargo bench` prints with Divan, which has no output for machines; what allocators and counters add is left out. */
export const divan: Adapter = {
  name: 'divan',
  title: 'Divan: `cargo bench`, the table of the console',
  recognises: ({ text, files }) => files === null && HEAD.test(text),
  read,
}

const HEAD = /^\S+ +fastest +│ +slowest +│ +median +│ +mean +│ +samples +│ +iters/m
const MAX_LINE = 10_000
const MAX_DEPTH = 100

function read(input: Input): ResultFile {
  const warnings: string[] = []
  const benchmarks: IngestedBenchmark[] = []
  let suite: string | null = null
  let path: string[] = []
  for (const line of linesOf(input.text)) {
    if (line.length > MAX_LINE) continue
    if (HEAD.test(line)) {
      suite = line.split(/\s/, 1)[0]!
      path = []
      continue
    }
    const branch = suite === null ? null : branchOf(line)
    if (branch === null) continue
    const [first, slowest, median, , count] = branch.rest.split('│').map((cell) => cell.trim())
    const { name, time: fastest } = nameAndTime(first!)
    path = [...path.slice(0, branch.depth), name]
    if (fastest === null) continue
    if (benchmarks.length === MAX_BENCHMARKS)
      throw refusal(input, `it holds more than ${MAX_BENCHMARKS} benchmarks`)
    const high = timeOf(slowest ?? '')
    const data = summary('median', timeOf(median ?? ''), {
      spread: high === null ? null : { kind: 'unknown', low: fastest, high },
      count: decimal(count ?? ''),
    })
    const metrics = soundMetrics(
      path.join('/'),
      [{ id: 'time', unit: 'ns', better: 'lower', data }],
      warnings,
    )
    benchmarks.push(benchmarkOf({ suite, path: path.slice(0, -1), name, metrics }))
  }
  if (benchmarks.length === 0) throw refusal(input, 'no benchmark of Divan is in it')
  return {
    tool: 'Divan',
    version: null,
    environment: {},
    benchmarks: withoutTwins(input, benchmarks, 'give each benchmark a name of its own'),
    warnings,
  }
}

/** How deep a line of the tree hangs, and what is on it; null for lines that only continue another. */
function branchOf(line: string): { depth: number; rest: string } | null {
  let depth = 0
  while (depth < MAX_DEPTH && (line.startsWith('│  ', depth * 3) || line.startsWith('   ', depth * 3)))
    depth++
  const isBranch = line.startsWith('├─ ', depth * 3) || line.startsWith('╰─ ', depth * 3)
  return isBranch ? { depth, rest: line.slice(depth * 3 + 3) } : null
}

/** The name and the fastest time share a cell; a name may hold spaces, a group has no time. */
function nameAndTime(cell: string): { name: string; time: number | null } {
  const words = cell.split(/\s+/)
  const time = timeOf(words.slice(-2).join(' '))
  return time === null || words.length < 3
    ? { name: words.join(' '), time: null }
    : { name: words.slice(0, -2).join(' '), time }
}

function timeOf(cell: string): number | null {
  const [value, unit, ...more] = cell.split(/\s+/)
  const number = decimal(value ?? '')
  return number === null || unit === undefined || more.length > 0 ? null : toNanoseconds(number, unit)
}
