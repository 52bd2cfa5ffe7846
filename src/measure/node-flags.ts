import { runProcess } from '../process/run-process.ts'
import type { NodeBinary } from './node-on-path.ts'

/**
 * With these Node 22.18 to 25 transform what cannot be removed from TypeScript: enums, namespaces, parameter
 * properties. The second flag silences the warning that the first is an experiment.
 */
export const TRANSFORM_TYPES = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning']

const TIME_LIMIT_MS = 10_000

/** Whether this Node knows all of the flags. */
export async function startsWith(
  nodePath: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  const options = { cwd: process.cwd(), env, timeLimitMs: TIME_LIMIT_MS, stdout: 'none' } as const
  const result = await runProcess([nodePath, ...flags, '-e', ''], options).catch(() => null)
  return result?.exitCode === 0
}

/**
 * The flags that this Node knows, with a warning about each other flag. Flags are tried one by one only when
 * Node refuses them together. A Node that cannot start refuses all of them; the measuring processes then
 * report why.
 */
export async function knownFlags(
  node: NodeBinary,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ flags: string[]; warnings: string[] }> {
  const starts = (some: readonly string[]) => startsWith(node.path, some, env)
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
