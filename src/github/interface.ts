interface InputDescription {
  description: string
  default: string
}

/** The inputs of action.yml; it and the README's table are generated from here, and `readInputs` reads no others. */
export const INPUTS = {
  config: {
    description: 'The config file. Left out: .github/benchgate.yml, then benchgate.yml.',
    default: '',
  },
  'working-directory': {
    description: 'The directory of the project, relative to the workspace.',
    default: '.',
  },
  mode: {
    description: 'auto (by the event), gate, record or report.',
    default: 'auto',
  },
  results: {
    description:
      'Result files that an earlier step of the workflow wrote, in place of measuring: paths or globs, one a line, relative to working-directory. They are held against the stored runs, which at most warns. In report mode none is read: the measuring job may then have handed over results.',
    default: '',
  },
  format: {
    description: 'The tool that wrote the results. Left out: their content decides.',
    default: '',
  },
  'github-token': {
    description: 'The token for comment, check run and baseline branch.',
    default: '${{ github.token }}',
  },
  'fail-on': {
    description: 'What fails the step: fail (over budget), warn (warnings too) or never.',
    default: 'fail',
  },
  comment: {
    description: 'always, on-change, on-failure or never. Left out: report.comment of the config file.',
    default: '',
  },
  key: {
    description:
      'Tells several gates of one repository apart: each key has its own comment, check run and stored runs.',
    default: 'default',
  },
  'baseline-branch': {
    description: 'The branch that keeps the recorded runs.',
    default: 'benchgate',
  },
} as const satisfies Record<string, InputDescription>

/** Inputs of later versions: named in the design, refused until they do something. */
export const UNSUPPORTED_INPUTS = ['shard'] as const

/** The outputs of action.yml. */
export const OUTPUTS = {
  outcome: { description: 'pass, warn or fail; nothing where there was nothing to do.' },
  regressions: { description: 'The benchmarks that got worse beyond their budget, as a JSON array.' },
  improvements: { description: 'The benchmarks that got better, as a JSON array.' },
  summary: { description: 'The headline of the report, one line.' },
  'report-json': { description: 'Path of the report as JSON.' },
  'report-markdown': { description: 'Path of the report as Markdown.' },
  'comment-url': { description: 'The comment on the pull request, where there is one.' },
  'base-sha': { description: 'The commit that was measured against.' },
  'run-file': { description: 'Path of the recorded run, where it could not be stored on the branch.' },
} as const satisfies Record<string, { description: string }>

export type InputName = keyof typeof INPUTS
export type OutputName = keyof typeof OUTPUTS
