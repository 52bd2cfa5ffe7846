import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { Git } from '../git/git.ts'
import { keyOfStored } from '../history/series.ts'
import { reportSchema } from '../model/assessment.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import { onBranch } from './branch.ts'
import type { Installation } from './add-command.ts'
import { withRuntime } from './measuring.ts'
import type { RunFlags } from './read-runs.ts'

/** Of a report: 20,000 rows take less. */
const MAX_BYTES = 64 * 1024 * 1024
/** For one command on a few files. */
const GIT_LIMIT_MS = 60_000
/** Stored runs that are read: a run lists every benchmark, unless a tool swallowed one. */
const RUNS = 5

/** The benchmarks of a project as they were last seen, without measuring anything. */
export interface KnownBenchmarks {
  benchmarks: BenchmarkKey[]
  /** `report`: of the last check here; `runs`: stored; null: nothing is known. */
  from: 'report' | 'runs' | null
}

/** From the last local report, else from the newest stored runs; what cannot be read is not known. */
export async function knownBenchmarks(
  project: string,
  flags: Omit<RunFlags, 'last'> & { quiet?: boolean },
  installation: Installation,
): Promise<KnownBenchmarks> {
  const reported = await benchmarksOfReport(project)
  if (reported.length > 0) return { benchmarks: reported, from: 'report' }
  try {
    const { runs } = await withRuntime(flags, installation, (runtime) =>
      onBranch(flags, runtime, (store) => store.read(RUNS, flags.key)),
    )
    const newest = runs.find(({ run }) => run.imported === undefined)
    if (newest !== undefined) return { benchmarks: newest.run.benchmarks.map(keyOfStored), from: 'runs' }
  } catch (error) {
    // A project without a remote is explained all the same.
    if (!(error instanceof UserError)) throw error
  }
  return { benchmarks: [], from: null }
}

async function benchmarksOfReport(project: string): Promise<BenchmarkKey[]> {
  const git = new Git(project, process.env, {
    signal: new AbortController().signal,
    remainingMs: () => GIT_LIMIT_MS,
    timeRemedy: 'Try again.',
  })
  const prefix = await git.maybe('rev-parse', '--show-prefix')
  if (prefix === null) return []
  const inGit = join('benchgate', prefix, 'report.json')
  const place = await git.maybe('rev-parse', '--path-format=absolute', '--git-path', inGit)
  const known = place === null ? null : await stat(place).catch(() => null)
  if (!known?.isFile() || known.size > MAX_BYTES) return []
  const { data } = reportSchema.safeParse(jsonOrNull(await readFile(place!, 'utf8')))
  const keys = (data?.rows ?? []).map(({ suite, benchmark, occurrence }) => ({
    suite,
    name: benchmark,
    occurrence,
  }))
  return [...new Map(keys.map((key) => [keyText(key), key])).values()]
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
