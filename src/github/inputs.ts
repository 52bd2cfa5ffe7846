import path from 'node:path'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { problemOfBranch } from '../git/ref-name.ts'
import { FORMATS } from '../model/formats.ts'
import { type InputName, INPUTS, UNSUPPORTED_INPUTS } from './interface.ts'

/** Modes of the design that do nothing yet. */
const UNSUPPORTED_MODES = ['shard', 'merge']

const MAX_PATTERNS = 100

export interface Inputs {
  /** Relative to the working directory; null: the usual places. */
  config: string | null
  /** Relative to the workspace, with `/`; `.` is the workspace itself. */
  workingDirectory: string
  mode: 'auto' | 'gate' | 'record' | 'report'
  /** Null: none was given, so that nothing can be asked of GitHub. */
  githubToken: string | null
  /** Paths or globs of result files, relative to the project; none: Benchgate measures. */
  results: string[]
  /** Name of an adapter; null: the content decides. */
  format: string | null
  failOn: 'fail' | 'warn' | 'never'
  /** Null: what the config file says. */
  comment: 'always' | 'on-change' | 'on-failure' | 'never' | null
  key: string
  baselineBranch: string
}

const choice = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, {
    error: ({ input }) => `is ${quoted(String(input))}, and may be ${values.join(', ')}`,
  })

const pathInside = (workspace: string) =>
  z.string().transform((given, check) => {
    const relative = path.relative(workspace, path.resolve(workspace, given))
    const leaves = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
    if (!leaves && !/[\0\r\n]/.test(given) && !given.startsWith('-'))
      return relative.split(path.sep).join('/') || '.'
    check.addIssue({ code: 'custom', message: `is ${quoted(given)}, which is no path inside the workspace` })
    return z.NEVER
  })

const schemaFor = ({ workspace, defaultBranch }: InputPlace) =>
  z.object({
    config: z
      .string()
      .max(1024)
      .refine((given) => !/[\0\r\n]/.test(given), 'holds a line end or NUL')
      .refine(
        (given) => !isAbsoluteOrLeaves(given),
        'is no path inside the project; it is relative to working-directory',
      )
      .transform((given) => given || null),
    'working-directory': pathInside(workspace),
    mode: z
      .string()
      .refine((mode) => !UNSUPPORTED_MODES.includes(mode), {
        error: ({ input }) => `is ${quoted(String(input))}, which is not supported yet`,
        abort: true,
      })
      .pipe(choice('auto', 'gate', 'record', 'report')),
    results: z.string().transform((given, check) => {
      const patterns = given
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const wrong =
        patterns.length > MAX_PATTERNS
          ? 'too many'
          : patterns.find((one) => one.includes('\0') || isAbsoluteOrLeaves(one))
      if (wrong === undefined) return patterns
      const message =
        patterns.length > MAX_PATTERNS
          ? `holds more than ${MAX_PATTERNS} lines`
          : `holds ${quoted(wrong)}, which is no path inside the project; it is relative to working-directory`
      check.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
    format: z
      .string()
      .refine((name) => name === '' || FORMATS.some((known) => known === name), {
        error: ({ input }) => `is ${quoted(String(input))}, and may be ${FORMATS.join(', ')}`,
      })
      .transform((name) => name || null),
    'github-token': z
      .string()
      .max(4096)
      .regex(/^[\x21-\x7e]*$/, 'holds characters that no token has')
      .transform((token) => token || null),
    'fail-on': choice('fail', 'warn', 'never'),
    comment: z
      .literal('')
      .transform(() => null)
      .or(choice('always', 'on-change', 'on-failure', 'never')),
    key: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,50}$/, 'may be 1 to 50 letters, digits, dots, dashes and underscores'),
    'baseline-branch': z
      .string()
      .refine(isBranchName, {
        error: ({ input }) => `is ${quoted(String(input))}, which is no name of a branch`,
      })
      .refine((name) => name !== defaultBranch, 'is the default branch, which holds the project itself'),
  } satisfies Record<InputName, z.ZodType>)

/** Where the inputs are to hold. */
export interface InputPlace {
  /** Absolute path of the checkout. */
  workspace: string
  /** The branch that must not become the baseline branch; null where it is unknown. */
  defaultBranch: string | null
}

/**
 * The action's inputs, read through `getInput` of @actions/core. Throws one UserError that names every input that is wrong.
 */
export function readInputs(getInput: (name: string) => string, place: InputPlace): Inputs {
  const names = Object.keys(INPUTS) as InputName[]
  // A composite action or a reusable workflow may pass an empty text on where nothing was said.
  const given = Object.fromEntries(names.map((name) => [name, getInput(name) || defaultOf(name)]))
  const result = schemaFor(place).safeParse(given)
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => describe(issue)),
    ...(given['format'] !== '' && given['results'] === ''
      ? ['format: is for results, and none are given']
      : []),
    ...UNSUPPORTED_INPUTS.filter((name) => getInput(name) !== '').map(
      (name) => `${name}: is not supported yet`,
    ),
  ]
  if (result.success && problems.length === 0) {
    const { data } = result
    return {
      config: data.config,
      workingDirectory: data['working-directory'],
      mode: data.mode,
      results: data.results,
      format: data.format,
      githubToken: data['github-token'],
      failOn: data['fail-on'],
      comment: data.comment,
      key: data.key,
      baselineBranch: data['baseline-branch'],
    }
  }
  throw new UserError(
    'usage',
    problems.length === 1
      ? `An input is wrong: ${problems[0]}`
      : `${problems.length} inputs are wrong:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    'Correct the step that uses Benchgate in the workflow file, under `with:`.',
  )
}

// The token's default is an expression that only the runner can evaluate.
const defaultOf = (name: InputName): string => (name === 'github-token' ? '' : INPUTS[name].default)

function describe(issue: z.core.$ZodIssue): string {
  // Of an alternative, the last is the one that says what may be given.
  const telling = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : issue
  return `${issue.path.join('.')}: ${telling?.message ?? issue.message}`
}

const isAbsoluteOrLeaves = (given: string): boolean =>
  path.isAbsolute(given) || path.normalize(given).split(path.sep)[0] === '..'

/** What is a branch for git, in plain characters, and for no reader something else. */
const isBranchName = (name: string): boolean =>
  problemOfBranch(name) === null && /^[\w./+-]+$/.test(name) && name !== 'HEAD' && !name.startsWith('refs/')

const quoted = (given: string): string =>
  JSON.stringify(given.length > 100 ? `${given.slice(0, 100)}…` : given)
