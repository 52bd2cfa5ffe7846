import { UserError } from '../errors.ts'
import { lastLines } from '../process/last-words.ts'
import { howItEnded, runProcess } from '../process/run-process.ts'

const INSTALL_COMMAND = String.raw`(npm (ci|clean-install|install|i)|pnpm (install|i)|yarn( install)?|bun (install|i))`
// Flags only: `npm install left-pad` adds a package, and `npm ci && npm run build` builds.
const INSTALL_ONLY = new RegExp(String.raw`^\s*${INSTALL_COMMAND}( +--?[\w@=.,:/-]+)*\s*$`)

/** True for a line that does nothing but install what the lockfile says. */
export function isInstallOnly(line: string): boolean {
  return INSTALL_ONLY.test(line)
}

/** True for a line that begins by deleting node_modules. */
export function startsAfresh(line: string): boolean {
  return /^\s*npm (ci|clean-install)\b/.test(line)
}

/**
 * Runs the user's set-up line in one side, through the shell, and ends every process that it started. Throws
 * a UserError with the end of its output when it fails or does not end in time.
 */
export async function runSetup(o: {
  line: string
  side: { name: 'base' | 'head'; sha: string; directory: string }
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  timeLimitMs: number
}): Promise<void> {
  const result = await runProcess(o.line, {
    cwd: o.side.directory,
    env: o.env,
    signal: o.signal,
    timeLimitMs: Math.max(1, o.timeLimitMs),
    stdout: 'tail',
  })
  if (result.stopped === null && result.exitCode === 0) return
  const how =
    result.stopped === 'time-limit'
      ? `did not end within ${(o.timeLimitMs / 1000).toFixed(1)} s`
      : howItEnded(result)
  const { name, sha } = o.side
  const output = lastLines(result.tail)
  throw new UserError(
    'setup',
    `${name} (${sha.slice(0, 7)}) does not build: \`${o.line}\` ${how}${output === '' ? ' and printed nothing' : `:\n${output}`}`,
    result.stopped === 'time-limit'
      ? 'Raise measure.time-limit, or make base.setup wait for nothing.'
      : `Run base.setup in a checkout of ${sha.slice(0, 7)} to see all of it, and correct the line in the configuration${name === 'base' ? ', or name another base in base.ref' : ''}.`,
  )
}
