import { go } from './go.ts'
import { googleBenchmark } from './google-benchmark.ts'
import { hyperfine } from './hyperfine.ts'
import { pytestBenchmark } from './pytest-benchmark.ts'
import { criterion, libtest } from './rust.ts'
import type { ToolProject } from './tool-project.ts'
import { vitest } from './vitest.ts'

/** The tools that are really run, where they are installed. */
export const TOOLS: readonly ToolProject[] = [
  go,
  hyperfine,
  pytestBenchmark,
  vitest,
  googleBenchmark,
  libtest,
  criterion,
]
