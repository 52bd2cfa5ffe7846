import { ScratchRepository } from '../scratch-repository.ts'

/** A suite of the functions that cases.mjs exports as `cases`. Its own source is the same in every commit. */
export const CASES_SUITE = `import { bench, run } from 'mitata'
import { cases } from './cases.mjs'

// A place that has called several functions inlines none of them: inlined, some settle in either of two speeds.
const call = (once) => once()
for (const other of [() => 0, () => 1, () => 2]) for (let i = 0; i < 1000; i++) call(other)

for (const [name, once] of Object.entries(cases)) {
  if (once.constructor.name === 'AsyncFunction') bench(name, async () => await call(once))
  else bench(name, () => call(once))
}

await run()
`

/** The config file of a study; it is read from the working tree, so that one repository serves several. */
export const configFile = (measure: Record<string, string | boolean>, setup?: string) =>
  `version: 1
suites: ["suite.bench.mjs"]
base: ${JSON.stringify({ ref: 'main', setup })}
measure: ${JSON.stringify(measure)}
`

export interface TwoCommits {
  /** Has the branches `main` and `change`. */
  repository: ScratchRepository
  /** Each commit in a copy of its own, with what is not committed, for a harness beside the gate; their paths have one length. */
  copies: { base: string; head: string }
}

/** Runs a study on two commits, each made of what its function writes, and removes everything. */
export function withTwoCommits(
  writeBase: (repository: ScratchRepository) => void,
  writeHead: (repository: ScratchRepository) => void,
  study: (commits: TwoCommits) => void,
): void {
  const all: ScratchRepository[] = []
  const scratch = () => {
    const repository = new ScratchRepository()
    all.push(repository)
    return repository
  }
  try {
    const repository = scratch()
    const copy = () => {
      const other = scratch()
      other.copy(repository.directory)
      return other.directory
    }
    writeBase(repository)
    repository.commit('base')
    const base = copy()
    repository.git('switch', '-q', '-c', 'change')
    writeHead(repository)
    repository.commit('head')
    study({ repository, copies: { base, head: copy() } })
  } finally {
    for (const repository of all) repository.remove()
  }
}
