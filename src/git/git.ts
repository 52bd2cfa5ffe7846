import { stripVTControlCharacters } from 'node:util'
import { explainFull, pointElsewhere } from '../files/explain-disk.ts'
import { UserError } from '../errors.ts'
import type { Host } from '../model/host.ts'
import { explainFailure, remedyFor, saidHere } from './remedies.ts'
import { pointsGitElsewhere } from './variables.ts'
import { runProcess } from '../process/run-process.ts'
import { forMessage } from '../report/text/for-message.ts'

/** Names of files are all that is read in bulk: 64 MiB hold a million of them. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024

const SETTINGS = [
  // Hooks are code of the repository that nobody asked to run.
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  // Nothing may go on in the background while benchmarks run.
  'gc.auto=0',
  'maintenance.auto=false',
  'fetch.writeCommitGraph=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'advice.graftFileDeprecated=false',
]

export interface GitLimits {
  signal: AbortSignal
  /** Milliseconds that are left of the caller's time. */
  remainingMs: () => number
  /** What to do when that was too little; absent: raise measure.time-limit. */
  timeRemedy?: string
  /** What users call things there, where the caller knows what runs the job. */
  host?: Host
}

export interface GitAnswer {
  ok: boolean
  stdout: Buffer
  /** What git said last, for people. */
  complaint: string
  /** The end of all that it said, for who has to tell one refusal from another. */
  said: string
}

/** The environment for git: it must ask nobody, translate nothing, take no lock that it can do without. */
function gitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !pointsGitElsewhere(name)))
  return {
    ...own,
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    // Without it, `git status` would write the refreshed index of the user's checkout.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
  }
}

/** git, run in one directory with the user's configuration but without hooks, prompts and a shell. */
export class Git {
  readonly directory: string
  readonly #env: NodeJS.ProcessEnv
  readonly #limits: GitLimits

  constructor(directory: string, env: NodeJS.ProcessEnv, limits: GitLimits) {
    this.directory = directory
    this.#env = gitEnvironment(env)
    this.#limits = limits
  }

  /** This git in another directory, with more variables where wanted. */
  in(directory: string, more: NodeJS.ProcessEnv = {}): Git {
    return new Git(directory, { ...this.#env, ...more }, this.#limits)
  }

  /** What git answers, whatever its exit code; a UserError when it does not start or does not end. */
  ask(...args: string[]): Promise<GitAnswer> {
    return this.run(args)
  }

  /** ask() for a command that reads standard input, or whose output has a bound of its own. */
  async run(
    args: readonly string[],
    o: { input?: string | Buffer | undefined; outputLimitBytes?: number | undefined } = {},
  ): Promise<GitAnswer> {
    const settings = SETTINGS.flatMap((setting) => ['-c', setting])
    const result = await runProcess(['git', ...settings, ...args], {
      cwd: this.directory,
      env: this.#env,
      signal: this.#limits.signal,
      timeLimitMs: Math.max(1, this.#limits.remainingMs()),
      stdout: o.outputLimitBytes ?? OUTPUT_LIMIT_BYTES,
      input: o.input,
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      throw new UserError(
        'git',
        `git could not be started in ${this.directory}`,
        'Install git 2.31 or newer, make sure that it is on PATH and that the directory exists.',
        { cause: error },
      )
    })
    if (result.stopped === 'time-limit') {
      throw new UserError(
        'git',
        `git ${args[0]} did not end within the time limit`,
        this.#limits.timeRemedy ?? 'Raise measure.time-limit.',
      )
    }
    if (result.stopped === 'output-limit') {
      throw new UserError(
        'git',
        `git ${args[0]} named more files than Benchgate reads (64 MiB of names)`,
        'Ignore generated files in .gitignore.',
      )
    }
    if (!result.isWhole) {
      throw new UserError(
        'git',
        `git ${args[0]} ended, and its output did not: another program holds it open`,
        'Look for what git starts and leaves running, such as a credential helper, and let it close its standard output.',
      )
    }
    const said = stripVTControlCharacters(result.tail).trim()
    const lines = said.split('\n')
    const telling = lines.findLast((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? ''
    return { ok: result.exitCode === 0, stdout: result.stdout, complaint: forMessage(telling, 500), said }
  }

  /** The UserError for an answer that is no answer. */
  failure(command: string, answer: GitAnswer): UserError {
    const { directory } = this
    const what = `git ${command} failed in ${directory}`
    const known = this.explain(answer)
    const line = known === null ? answer.complaint : forMessage(known.line, 500)
    const otherwise = pointElsewhere(this.#limits.host?.temporaryVariables ?? 'TMPDIR')
    return (
      explainFull(saidHere(answer.said), { what, directory, otherwise }) ??
      new UserError(
        'git',
        `${what}: ${line || 'it did not say why'}`,
        known?.remedy ?? remedyFor(answer.complaint, directory, this.#limits.host),
      )
    )
  }

  /** Why git failed on this machine and what to do, where it says anything that is known. */
  explain({ said }: GitAnswer): ReturnType<typeof explainFailure> {
    return explainFailure(said, this.directory, this.#limits.host)
  }

  /** Standard output of a command that has to succeed, as it came. */
  async bytes(...args: string[]): Promise<Buffer> {
    const answer = await this.ask(...args)
    if (answer.ok) return answer.stdout
    throw this.failure(args[0]!, answer)
  }

  /** Standard output of a command that has to succeed, without its last line end. */
  async text(...args: string[]): Promise<string> {
    return withoutLineEnd(await this.bytes(...args))
  }

  /** Standard output of a command that may say no, without its last line end; null when it does. */
  async maybe(...args: string[]): Promise<string | null> {
    const answer = await this.ask(...args)
    return answer.ok ? withoutLineEnd(answer.stdout) : null
  }
}

// Only one line end goes: a directory's own name may end with another.
function withoutLineEnd(output: Buffer): string {
  return output.toString().replace(/\n$/, '')
}

/** The parts of a NUL-separated list. */
export function splitNul(output: Buffer): string[] {
  return output
    .toString()
    .split('\0')
    .filter((part) => part !== '')
}
