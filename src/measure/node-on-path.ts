import { isTooOld } from '../model/oldest-node.ts'
import { runProcess } from '../process/run-process.ts'

/** The Node that measuring processes run on. */
export interface NodeBinary {
  path: string
  /** With its `v`, as process.version. */
  version: string
}

const TIME_LIMIT_MS = 10_000
const MAX_ANSWER_BYTES = 64 * 1024

export const ownNode: NodeBinary = { path: process.execPath, version: process.version }

/**
 * The project's Node: the one on PATH, which a workflow sets up, rather than the one that the runner brings
 * for actions. Its real path is returned, so that all processes of a gate use the same one. Null when there
 * is none that is new enough.
 */
export async function nodeOnPath(env: NodeJS.ProcessEnv): Promise<NodeBinary | null> {
  const question = 'console.log(JSON.stringify([process.execPath, process.version]))'
  try {
    const { stdout, isWhole } = await runProcess(['node', '-e', question], {
      cwd: process.cwd(),
      env,
      timeLimitMs: TIME_LIMIT_MS,
      stdout: MAX_ANSWER_BYTES,
    })
    if (!isWhole) return null
    const [path, version] = JSON.parse(stdout.toString()) as [string, string]
    return isTooOld(version) ? null : { path, version }
  } catch {
    // Something is called node but cannot be measured with.
    return null
  }
}
