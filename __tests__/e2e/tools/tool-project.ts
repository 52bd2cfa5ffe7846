/** A project measured by a tool of its own, and a change to it that makes one of its benchmarks slower. */
export interface ToolProject {
  /** Of its config, `fixtures/config/tools/<name>.yml`, which docs/tools shows. */
  name: string
  /** Exits with 0 where the tool is there to be run, in a shell. */
  probe: string
  /** In front of PATH, for a tool that a system keeps apart from what comes first on it. */
  path?: string
  /** True: the project imports Vitest, of this repository's dependencies. */
  needsVitest?: boolean
  base: Record<string, string>
  /** Files that head changes; everything else stays. */
  head: Record<string, string>
  /** All benchmarks, by the id that the report gives them. */
  benchmarks: string[]
  /** What head makes worse, and by how much: the fraction of extra work. */
  slowed: { benchmark: string; metric: string; by: number }[]
}
