import { stripVTControlCharacters } from 'node:util'
import { dirname } from 'node:path'
import { saysFull } from '../files/explain-disk.ts'
import { UserError } from '../errors.ts'
import { holds, managerByLockfile, MANAGERS } from './package-managers.ts'
import { inProject, reasonAfter } from '../process/last-words.ts'
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

/** Installations that fail without a lockfile. */
const NEEDS_LOCKFILE =
  /\b(npm (?:ci|clean-install)|(?:pnpm|yarn|bun) (?:install|i)\b[^&|;]*--(?:frozen-lockfile|immutable))\b/

/** That a side has the lockfile of another package manager than the line needs, and what to do. */
function lockfileMismatch(
  line: string,
  side: SetupSide,
  user: readonly string[],
): { reason: string; remedy: string } | null {
  const name = NEEDS_LOCKFILE.exec(line)?.[1]!.split(' ')[0]
  const needed = MANAGERS.find((manager) => manager.name === name)
  const directories = [side.directory, side.root]
  if (needed === undefined || holds(directories, needed.locks)) return null
  const other = managerByLockfile(directories)
  const [missing] = needed.locks
  if (other === null) {
    const either = `if test -f ${missing}; then ${needed.line}; else ${name} install; fi`
    return {
      reason: `has no ${missing}`,
      remedy: `Commit the lockfile, or let base.setup install without one, for example \`base: { setup: ${holds(user, needed.locks) ? either : `${name} install`} }\`.`,
    }
  }
  const found = other.locks.find((lock) => holds(directories, [lock]))!
  const either = `if test -f ${found}; then ${other.line}; else ${needed.line}; fi`
  return {
    reason: `has ${found}, and no ${missing}`,
    remedy: `Set base.setup to a line that installs ${holds(user, needed.locks) ? 'both sides' : 'from it'}, for example \`base: { setup: ${holds(user, needed.locks) ? either : other.line} }\`.`,
  }
}

/** The script of a package that a package manager ran and that failed, as the end of a sentence. */
function failedScript(printed: string): string {
  const bun = /^error: (?:(\S+) script from|script) "([^"]+)" exited/m.exec(printed)
  if (bun !== null) return ` in the script \`${bun[1] ?? bun[2]}\``
  const failure = /^(npm (?:error|ERR!) (?:code \d|Lifecycle script)|\s?ELIFECYCLE)/m.exec(printed)
  if (failure === null) return ''
  const dependency = /^npm (?:error|ERR!) path .*\/node_modules\/((?:@[^/]+\/)?[^/\s]+)$/m.exec(printed)
  if (dependency !== null) return ` in an install script of ${dependency[1]}`
  // `> name@1.0.0 prepare`, to which pnpm adds the directory, and a line with the command.
  const announced = printed.slice(0, failure.index).matchAll(/^> (?:\S+@\S* )?([\w:.-]+)(?: \/.*)?\n> /gm)
  const script = [...announced].at(-1)
  return script === undefined ? '' : ` in the script \`${script[1]}\``
}

interface SetupSide {
  name: 'base' | 'head'
  sha: string
  root: string
  directory: string
}

/**
 * Runs the user's set-up line in one side, through the shell, and ends every process that it started. Throws
 * a UserError with the reason when it fails or does not end in time. `user` are the
 * directories of the user's project and repository.
 */
export async function runSetup(o: {
  line: string
  side: SetupSide
  user: readonly string[]
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  timeLimitMs: number
}): Promise<void> {
  const { line, side } = o
  const result = await runProcess(line, {
    cwd: side.directory,
    env: o.env,
    signal: o.signal,
    timeLimitMs: Math.max(1, o.timeLimitMs),
    stdout: 'tail',
  })
  if (result.stopped === null && result.exitCode === 0) return
  const who = `${side.name} (${side.sha.slice(0, 7)})`
  const tail = stripVTControlCharacters(result.tail)
  const output = reasonAfter(inProject(tail, side.directory, side.root))
  if (result.stopped === 'time-limit') {
    const limit = `${(o.timeLimitMs / 1000).toFixed(1)} s`
    throw new UserError(
      'setup',
      `${who} does not build: \`${line}\` did not end within ${limit}${output}`,
      'Raise measure.time-limit, or make base.setup wait for nothing.',
      { topic: 'setup' },
    )
  }
  const how = howItEnded(result)
  const mismatch = lockfileMismatch(line, side, o.user)
  if (mismatch !== null) {
    throw new UserError('setup', `${who} ${mismatch.reason}: \`${line}\` ${how}${output}`, mismatch.remedy)
  }
  if (saysFull(tail)) {
    throw new UserError(
      'disk',
      `${who} does not build, because a disk is full: \`${line}\` ${how}${output}`,
      `See with \`df -h\` and \`df -i\` which one it is, and free some space there. The checkouts lie in ${dirname(side.root)}, where TMPDIR points.`,
    )
  }
  const another = side.name === 'base' ? ', or name another base in base.ref' : ''
  throw new UserError(
    'setup',
    `${who} does not build: \`${line}\` ${how}${failedScript(tail)}${output}`,
    `Run base.setup in a checkout of ${side.sha.slice(0, 7)} to see all of it, and correct the line in the configuration${another}.`,
    { topic: 'setup' },
  )
}
