import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../../src/stats/random.ts'
import {
  pullRequestOf,
  pushOf,
  recorded,
  repositoryOf,
  type Repository,
  reset,
  run,
  type Size,
  type Tool,
  TOOLS,
  versionOf,
} from './beside-branches.ts'
import { verdicts } from './beside-verdicts.ts'
import { childrenOf, largestBelow, peakOf } from './process-memory.ts'
import { chosen, fixed, median, printTable, range, sizeFrom } from './run-gate.ts'

const SIZES: readonly Size[] = [
  { benchmarks: 10, results: 100 },
  { benchmarks: 300, results: 200 },
  { benchmarks: 2_000, results: 100 },
]
const ROUNDS = sizeFrom('ROUNDS', 5)
/** They take minutes where a branch is large. */
const WRITER_ROUNDS = sizeFrom('WRITER_ROUNDS', 3)
const WRITERS = 8

const PARTS = [
  { name: 'cost', run: cost },
  { name: 'verdicts', run: verdicts },
]

/**
 * This action beside github-action-benchmark, a built checkout of which lies in the folder: what a job pays for one more result and
 * for comparing a pull request, what becomes of results that are pushed at once, and what each says of the same numbers.
 */
export async function beside(folder: string | undefined): Promise<void> {
  if (folder === undefined)
    throw new Error('usage: npm run bench -- beside <folder of a built github-action-benchmark>')
  process.stdout.write(`github-action-benchmark ${versionOf(folder)}, Node ${process.version}\n\n`)
  for (const part of chosen(PARTS)) await part.run(folder)
}

interface Cost {
  seconds: number
  /** Of git alone. */
  fetched: number
  sent: number
  requests: number
  nodeMib: number
  gitMib: number
}
type Job = 'push' | 'pull request'
type Costs = Map<string, Record<Tool, Cost[]>>

async function cost(theirs: string): Promise<void> {
  const costs: Costs = new Map()
  const writers: (string | number)[][] = []
  const random = createRandom('beside')
  for (const size of SIZES) {
    const name = `${size.benchmarks} x ${size.results}`
    process.stderr.write(`beside: the branches of ${name}\n`)
    const repository = await repositoryOf(theirs, size, WRITERS)
    try {
      for (let round = 1; round <= ROUNDS; round++) {
        for (const job of ['push', 'pull request'] as const) {
          for (const tool of random.shuffle(TOOLS)) {
            const taken = await costOf(repository, tool, job, theirs)
            const own = costs.get(`${name}, ${job}`) ?? { ours: [], theirs: [] }
            own[tool].push(taken)
            costs.set(`${name}, ${job}`, own)
            process.stderr.write(`${name} ${round}/${ROUNDS} ${job} ${tool}: ${JSON.stringify(taken)}\n`)
          }
        }
      }
      for (let round = 1; round <= WRITER_ROUNDS; round++) {
        for (const tool of random.shuffle(TOOLS))
          writers.push([name, tool, ...(await writeAtOnce(repository, tool, theirs))])
      }
    } finally {
      await repository.stage.stop()
    }
  }
  printCosts(costs)
  printWriters(writers)
}

async function costOf(repository: Repository, tool: Tool, job: Job, theirs: string): Promise<Cost> {
  const { server } = repository.stage
  const main = join(tool === 'ours' ? '' : theirs, tool === 'ours' ? 'dist/action.js' : 'dist/src/index.js')
  let [startedAt, from, nodeMib, gitMib] = [0, 0, 0, 0]
  const watch = setInterval(() => {
    for (const child of childrenOf(process.pid)) {
      if (!commandOf(child).includes(main)) continue
      nodeMib = Math.max(nodeMib, peakOf(child))
      gitMib = Math.max(gitMib, largestBelow(child))
    }
  }, 5)
  const start = () => {
    startedAt = performance.now()
    from = server.exchanges.length
  }
  try {
    const index = repository.size.results
    const step =
      job === 'push' ? pushOf(repository, tool, index, theirs) : pullRequestOf(repository, tool, theirs)
    const result = await run(repository, tool, step, start)
    const seconds = (performance.now() - startedAt) / 1000
    if (result.outcome !== 'success') throw new Error(`${tool}, ${job}:\n${result.log}`)
    if (recorded(repository, tool).has(repository.commits[index]!) !== (job === 'push'))
      throw new Error(`${tool}, ${job}: the result is not where it should be:\n${result.log}`)
    const exchanges = server.exchanges.slice(from)
    const sum = (of: 'bytesIn' | 'bytesOut') => exchanges.reduce((total, exchange) => total + exchange[of], 0)
    const requests = exchanges.length
    return { seconds, fetched: sum('bytesOut'), sent: sum('bytesIn'), requests, nodeMib, gitMib }
  } finally {
    clearInterval(watch)
    reset(repository, tool)
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Jobs of as many commits, whose steps begin at the same time. */
async function writeAtOnce(
  repository: Repository,
  tool: Tool,
  theirs: string,
): Promise<[lost: number, failed: number, lostInGreen: number, seconds: number]> {
  const indices = Array.from({ length: WRITERS }, (_, i) => repository.size.results + i)
  const startedAt = performance.now()
  const results = await Promise.all(
    indices.map((index) => run(repository, tool, pushOf(repository, tool, index, theirs))),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const there = recorded(repository, tool)
  const isLost = (i: number) => !there.has(repository.commits[indices[i]!]!)
  const lost = indices.filter((_, i) => isLost(i)).length
  const failed = results.filter(({ outcome }) => outcome === 'failure').length
  const lostInGreen = results.filter(({ outcome }, i) => outcome === 'success' && isLost(i)).length
  reset(repository, tool)
  process.stderr.write(
    `${tool}: ${WRITERS} at once, ${lost} lost, ${failed} failed, ${seconds.toFixed(1)} s\n`,
  )
  return [lost, failed, lostInGreen, seconds]
}

const NAMES: Record<Tool, string> = { ours: 'Benchgate', theirs: 'github-action-benchmark' }

function printCosts(costs: Costs): void {
  process.stdout.write(
    `## One step, ${ROUNDS} times each in random order: median (least to most); git's bytes fetched and sent\n\n`,
  )
  const rows = [...costs].flatMap(([name, both]) =>
    TOOLS.map((tool) => {
      const of = (key: keyof Cost) => both[tool].map((one) => one[key])
      const ratios = both[tool].map(({ seconds }, i) => seconds / both.ours[i]!.seconds)
      return [
        name,
        NAMES[tool],
        range(of('seconds'), fixed(2)),
        tool === 'ours' ? '' : range(ratios, fixed(1)),
        (median(of('fetched')) / 1000).toFixed(0),
        (median(of('sent')) / 1000).toFixed(0),
        median(of('requests')),
        range(of('nodeMib'), fixed(0)),
        median(of('gitMib')).toFixed(0),
      ]
    }),
  )
  printTable(
    [
      'benchmarks x results, job',
      'tool',
      's',
      'times Benchgate',
      'fetched, kB',
      'sent, kB',
      'requests',
      'node, MiB',
      'git, MiB',
    ],
    rows,
  )
}

function printWriters(rows: readonly (string | number)[][]): void {
  process.stdout.write(`## ${WRITERS} jobs that push at once, ${WRITER_ROUNDS} times\n\n`)
  printTable(
    [
      'benchmarks x results',
      'tool',
      'results lost',
      'steps failed',
      'lost in a green step',
      's until all ended',
    ],
    SIZES.flatMap(({ benchmarks, results }) =>
      TOOLS.map((tool) => {
        const name = `${benchmarks} x ${results}`
        const own = rows.filter((row) => row[0] === name && row[1] === tool) as [string, Tool, ...number[]][]
        const sum = (column: number) => own.reduce((total, row) => total + (row[column] as number), 0)
        const all = WRITERS * own.length
        const seconds = own.map((row) => row[5] as number)
        return [
          name,
          NAMES[tool],
          `${sum(2)} of ${all}`,
          `${sum(3)} of ${all}`,
          sum(4),
          range(seconds, fixed(1)),
        ]
      }),
    ),
  )
}
