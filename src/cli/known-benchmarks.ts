import { UserError } from '../errors.ts'
import { keyOfStored } from '../history/series.ts'
import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import { onBranch } from './branch.ts'
import type { Installation } from './add-command.ts'
import { readKeptReport } from './last-report.ts'
import { withRuntime } from './measuring.ts'
import type { RunFlags } from './read-runs.ts'

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
  const rows = await readKeptReport(project).then(
    (report) => report.rows,
    (error: unknown) => {
      if (error instanceof UserError) return []
      throw error
    },
  )
  const keys = rows.map(({ suite, benchmark, occurrence }) => ({ suite, name: benchmark, occurrence }))
  return [...new Map(keys.map((key) => [keyText(key), key])).values()]
}
