import path from 'node:path'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { problemOfPath } from '../files/project-path.ts'
import { problemOfBranch } from '../git/ref-name.ts'
import { FORMATS } from '../model/formats.ts'

/** Modes of the design that do nothing yet. */
const UNSUPPORTED_MODES = ['shard', 'merge']
/** Inputs of later versions: named in the design, refused until they do something. */
const UNSUPPORTED_INPUTS = ['shard']

const MAX_PATTERNS = 100

/** Where the inputs are to hold. */
export interface InputPlace {
  /** Absolute path of the checkout. */
  workspace: string
  /** The branch that must not become the baseline branch; null where it is unknown. */
  defaultBranch: string | null
}

interface Input {
  description: string
  default: string
  /** What may be given, and what becomes of it. */
  schema: (place: InputPlace) => z.ZodType
}

/**
 * The inputs of the action. action.yml and the table of the docs are generated from here, and `readInputs`
 * reads no others.
 */
export const INPUTS = {
  config: {
    description: 'The config file. Default: .github/benchgate.yml, then benchgate.yml.',
    default: '',
    // Relative to the working directory; null: the usual places.
    schema: () =>
      z
        .string()
        .max(1024)
        .refine((given) => inProject(given) === null, { error: ({ input }) => inProject(String(input))! })
        .transform((given) => given || null),
  },
  'working-directory': {
    description: 'The directory of the project, relative to the workspace.',
    default: '.',
    // Relative to the workspace, with `/`; `.` is the workspace itself.
    schema: ({ workspace }) => pathInside(workspace),
  },
  mode: {
    description: 'auto (by the event), gate, record or report.',
    default: 'auto',
    schema: () =>
      z
        .string()
        .refine((mode) => !UNSUPPORTED_MODES.includes(mode), {
          error: ({ input }) => `is ${quoted(String(input))}, which is not supported yet`,
          abort: true,
        })
        .pipe(choice('auto', 'gate', 'record', 'report')),
  },
  results: {
    description:
      'Result files that an earlier step wrote, instead of measuring: paths or globs, one per line, relative to working-directory. They are compared with the stored runs, which only warns. In report mode no file is read; the input then says that the measuring job may hand over results.',
    default: '',
    // None: Benchgate measures.
    schema: () => patternsInside(),
  },
  format: {
    description: 'The tool that wrote the results. Default: detected from their content.',
    default: '',
    schema: () =>
      z
        .string()
        .refine((name) => name === '' || FORMATS.some((known) => known === name), {
          error: ({ input }) => `is ${quoted(String(input))}, and may be ${FORMATS.join(', ')}`,
        })
        .transform((name) => name || null),
  },
  'github-token': {
    description: 'The token for comment, check run and baseline branch.',
    default: '${{ github.token }}',
    // Null: none was given, so that nothing can be asked of GitHub.
    schema: () =>
      z
        .string()
        .max(4096)
        .regex(/^[\x21-\x7e]*$/, 'holds characters that no token has')
        .transform((token) => token || null),
  },
  'fail-on': {
    description: 'What fails the step: fail (over budget), warn (warnings too) or never.',
    default: 'fail',
    schema: () => choice('fail', 'warn', 'never'),
  },
  comment: {
    description: 'always, on-change, on-failure or never. Default: report.comment of the config file.',
    default: '',
    schema: () =>
      z
        .literal('')
        .transform(() => null)
        .or(choice('always', 'on-change', 'on-failure', 'never')),
  },
  key: {
    description:
      'Tells several gates of one repository apart: each key has its own comment, check run and stored runs.',
    default: 'default',
    schema: () =>
      z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,50}$/, 'may be 1 to 50 letters, digits, dots, dashes and underscores'),
  },
  matrix: {
    description: 'Do not set: tells the legs of a matrix apart.',
    default: '${{ toJSON(matrix) }}',
    // Null: the job has none.
    schema: () =>
      z
        .string()
        .max(100_000)
        .transform((text) => (text === 'null' ? null : text || null)),
  },
  dashboard: {
    description:
      'A folder to write the dashboard to once a run is recorded, relative to the workspace: an empty one, or an earlier dashboard.',
    default: '',
    // Relative to the workspace, with `/`; null: none is written.
    schema: ({ workspace }) =>
      z
        .literal('')
        .transform(() => null)
        .or(pathInside(workspace).refine((folder) => folder !== '.', 'is the workspace itself')),
  },
  'baseline-branch': {
    description: 'The branch that keeps the recorded runs.',
    default: 'benchgate',
    schema: ({ defaultBranch }) =>
      z
        .string()
        .refine(isBranchName, {
          error: ({ input }) => `is ${quoted(String(input))}, which is no name of a branch`,
        })
        .refine((name) => name !== defaultBranch, 'is the default branch, which holds the project itself'),
  },
} as const satisfies Record<string, Input>

type InputName = keyof typeof INPUTS
type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name

/** What was given, under the names of the inputs in camel case. */
export type Inputs = {
  [Name in InputName as CamelCase<Name>]: z.output<ReturnType<(typeof INPUTS)[Name]['schema']>>
}

const choice = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, {
    error: ({ input }) => `is ${quoted(String(input))}, and may be ${values.join(', ')}`,
  })

/** What is wrong with a path or glob of an input, relative to `place`; null: nothing. */
function wrongPath(given: string, place: string, root?: string): string | null {
  const found = problemOfPath(path.posix.normalize(given), place, root)
  return found && `${quoted(given)} ${found.problem}. ${found.remedy}`
}

const inProject = (given: string): string | null => wrongPath(given, 'working-directory')

const pathInside = (workspace: string) =>
  z.string().transform((given, check) => {
    // A workflow may name it below `${{ github.workspace }}`.
    const inside = path.relative(workspace, path.resolve(workspace, given)).split(path.sep).join('/')
    const message = given.startsWith('-')
      ? `${quoted(given)} begins with a dash`
      : wrongPath(
          path.isAbsolute(given) && !/^\.\.(\/|$)/.test(inside) ? inside : given,
          'the workspace',
          'the workspace',
        )
    if (message === null) return inside || '.'
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const patternsInside = () =>
  z.string().transform((given, check) => {
    const patterns = given
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const message =
      patterns.length > MAX_PATTERNS
        ? `holds more than ${MAX_PATTERNS} lines`
        : (patterns.map(inProject).find((wrong) => wrong !== null) ?? null)
    if (message === null) return patterns
    check.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/**
 * The action's inputs, read through `getInput` of @actions/core. Throws one UserError that names every input
 * that is wrong.
 */
export function readInputs(getInput: (name: string) => string, place: InputPlace): Inputs {
  const table: [string, Input][] = Object.entries(INPUTS)
  const given = Object.fromEntries(
    // An expression only the runner can evaluate. A composite action or a reusable workflow may pass an empty
    // text on where nothing was said.
    table.map(([name, input]) => [
      name,
      getInput(name) || (input.default.startsWith('${{') ? '' : input.default),
    ]),
  )
  const schema = z.object(Object.fromEntries(table.map(([name, input]) => [name, input.schema(place)])))
  const result = schema.safeParse(given)
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => describe(issue)),
    ...(given['format'] !== '' && given['results'] === ''
      ? ['format: is for results, and none are given']
      : []),
    ...UNSUPPORTED_INPUTS.filter((name) => getInput(name) !== '').map(
      (name) => `${name}: is not supported yet`,
    ),
  ]
  if (result.success && problems.length === 0)
    return Object.fromEntries(
      Object.entries(result.data).map(([name, value]) => [camelCase(name), value]),
    ) as Inputs
  throw new UserError(
    'usage',
    problems.length === 1
      ? `An input is wrong: ${problems[0]}`
      : `${problems.length} inputs are wrong:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    'Correct the step that uses Benchgate in the workflow file, under `with:`.',
    { topic: 'input' },
  )
}

/** What is wrong with a value that a workflow gives one input; null: nothing, or there is no such input. */
export function problemOfInput(name: string, given: string, place: InputPlace): string | null {
  if (UNSUPPORTED_INPUTS.includes(name)) return `${name}: is not supported yet`
  const schema = Object.hasOwn(INPUTS, name) ? INPUTS[name as InputName].schema(place) : null
  const [issue] = given === '' ? [] : (schema?.safeParse(given).error?.issues ?? [])
  return issue === undefined ? null : describe({ ...issue, path: [name] })
}

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

function describe(issue: z.core.$ZodIssue): string {
  // Of an alternative, the last is the one that says what may be given.
  const telling = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : issue
  return `${issue.path.join('.')}: ${telling?.message ?? issue.message}`
}

/** What is a branch for git, in plain characters. */
const isBranchName = (name: string): boolean => problemOfBranch(name) === null && /^[\w./+-]+$/.test(name)

const quoted = (given: string): string =>
  JSON.stringify(given.length > 100 ? `${given.slice(0, 100)}…` : given)
