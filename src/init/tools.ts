import { mitata, tinybench, vitest } from './script-tools.ts'
import { criterion, go, googleBenchmark, hyperfine } from './native-tools.ts'
import { benchmarkDotNet, jmhGradle, jmhMaven, pytestBenchmark } from './managed-tools.ts'
import type { Found, Tool } from './found.ts'
import type { Project } from './project.ts'

/** The tools that `init` knows, in the order in which one is preferred. */
export const TOOLS: readonly Tool[] = [
  { name: 'mitata', title: 'mitata', find: mitata },
  { name: 'vitest', title: 'Vitest', find: vitest },
  { name: 'tinybench', title: 'tinybench', find: tinybench },
  { name: 'go', title: 'Go', find: go },
  { name: 'criterion', title: 'Criterion', find: criterion },
  { name: 'pytest-benchmark', title: 'pytest-benchmark', find: pytestBenchmark },
  { name: 'google-benchmark', title: 'Google Benchmark', find: googleBenchmark },
  { name: 'jmh', title: 'JMH (Maven)', find: jmhMaven },
  { name: 'jmh-gradle', title: 'JMH (Gradle)', find: jmhGradle },
  { name: 'benchmarkdotnet', title: 'BenchmarkDotNet', find: benchmarkDotNet },
  { name: 'hyperfine', title: 'hyperfine', find: hyperfine },
]

export type FoundTool = Found & Pick<Tool, 'name' | 'title'>

/** The tools that a project measures with, the preferred one first. */
export async function findTools(project: Project): Promise<FoundTool[]> {
  const found: FoundTool[] = []
  for (const { name, title, find } of TOOLS) {
    const one = await find(project)
    if (one !== null) found.push({ name, title, ...one })
  }
  return found
}
