import { runProcess } from '../process/run-process.ts'
import type { NodeBinary } from './node-on-path.ts'

const TIME_LIMIT_MS = 10_000

/**
 * The flags that this Node knows, each asked for alone only where they are refused together, and a warning
 * about each of the others. A Node that cannot be started refuses all: the measuring processes will say why.
 */
export async function knownFlags(
  node: NodeBinary,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ flags: string[]; warnings: string[] }> {
  const starts = async (some: readonly string[]): Promise<boolean> => {
    const options = { cwd: process.cwd(), env, timeLimitMs: TIME_LIMIT_MS, stdout: 'none' } as const
    const result = await runProcess([node.path, ...some, '-e', ''], options).catch(() => null)
    return result?.exitCode === 0
  }
  if (await starts(flags)) return { flags: [...flags], warnings: [] }
  const known: string[] = []
  for (const flag of flags) if (await starts([...known, flag])) known.push(flag)
  const refused = flags.filter((flag) => !known.includes(flag))
  return {
    flags: known,
    warnings: refused.map(
      (flag) => `Node ${node.version} does not know ${flag}: measured without it, with more noise`,
    ),
  }
}
