import type { Topic } from '../errors.ts'
import type { Context } from './context.ts'
import type { Inputs } from './inputs.ts'

export type Mode =
  | { mode: 'gate' | 'record' | 'report' }
  /** Not a failure: this event asks for nothing. */
  | { mode: 'nothing'; reason: string }
  /** A failure before anything ran. */
  | { mode: 'refuse'; reason: string; remedy: string; topic: Topic | null }

export interface Rights {
  /** Whether the token can push; only asked for pull requests from forks (see `needsPushCheck`). */
  mayPush: 'yes' | 'no' | 'unknown'
  /** Whether a branch beside the default one is recorded too. */
  recordedBranches: (branch: string) => boolean
}

const TWO_WORKFLOWS =
  'Measure in a workflow on pull_request, and publish from a second one on workflow_run (docs/forks.md).'

/** Events that run trusted code on a branch or tag of this repository. */
const TRUSTED = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release'])

/** True when `chooseMode` has to know whether the token can push: a stranger's code would run beside it. */
export function needsPushCheck(context: Context): boolean {
  return context.event === 'pull_request' && context.pull?.isFork === true
}

/** What to do for this event; `asked` wins over the event where that is no danger. */
export function chooseMode(asked: Inputs['mode'], context: Context, rights: Rights): Mode {
  switch (context.event) {
    case 'pull_request':
      return onPull(asked, context, rights)
    case 'pull_request_target':
      return refuse(
        'pull_request_target runs with a token that can write and with the secrets of this repository, so that no code of a pull request may run beside them.',
        TWO_WORKFLOWS,
        { topic: 'pull-request-target' },
      )
    case 'merge_group':
      if (context.action === 'destroyed') return nothing('the merge group was dissolved')
      return asked === 'auto' || asked === 'gate' ? { mode: 'gate' } : onlyGate(asked, 'A merge group')
    case 'workflow_run':
      return onWorkflowRun(asked, context)
    default:
      return TRUSTED.has(context.event) ? onBranch(asked, context, rights) : onOther(asked, context)
  }
}

function onPull(asked: Inputs['mode'], context: Context, rights: Rights): Mode {
  if (asked === 'record' || asked === 'report') return onlyGate(asked, 'A pull request')
  if (context.action === 'closed' || context.pull?.state === 'closed')
    return nothing('the pull request is closed')
  if (needsPushCheck(context) && rights.mayPush !== 'no') {
    const why =
      rights.mayPush === 'yes'
        ? 'the token of this job can push to it'
        : 'whether the token of this job can push to it could not be found out'
    return refuse(
      `This pull request comes from a fork, and ${why}: its code could take the token.`,
      `Give the job \`permissions: { contents: read }\`. ${TWO_WORKFLOWS}`,
      { topic: 'fork-token' },
    )
  }
  return { mode: 'gate' }
}

function onWorkflowRun(asked: Inputs['mode'], context: Context): Mode {
  if (asked === 'gate' || asked === 'record') {
    return refuse(
      `workflow_run runs with a token that can write and with the secrets of this repository; \`mode: ${asked}\` would run project code beside them.`,
      'Leave mode out: this workflow publishes what the first one measured.',
    )
  }
  if (context.action !== null && context.action !== 'completed') return nothing('the workflow run goes on')
  if (context.sourceRun?.event !== 'pull_request')
    return nothing(
      `the workflow run was for ${context.sourceRun?.event ?? 'nothing'}, not for a pull request`,
    )
  return { mode: 'report' }
}

function onBranch(asked: Inputs['mode'], context: Context, rights: Rights): Mode {
  if (asked === 'report') return reportElsewhere(context)
  if (context.deleted) return nothing(`${context.ref} was deleted`)
  const { branch } = context
  const isRecorded =
    branch !== null && (branch === context.repository.defaultBranch || rights.recordedBranches(branch))
  if (asked === 'gate') return { mode: 'gate' }
  if (asked === 'record') {
    if (isRecorded) return { mode: 'record' }
    return refuse(
      `Baselines are recorded on the default branch (${context.repository.defaultBranch ?? 'unknown here'}) and on branches that the config names; this is ${context.ref}.`,
      'Record on the default branch, or leave mode out.',
    )
  }
  switch (context.event) {
    case 'workflow_dispatch':
      return { mode: isRecorded ? 'record' : 'gate' }
    case 'push':
    case 'schedule':
      if (isRecorded) return { mode: 'record' }
      return nothing(
        `${context.ref} is not the default branch; set \`mode: gate\` to hold it against its merge base`,
      )
    default:
      return nothing(`${context.event} asks for nothing by itself; set \`mode: gate\` or \`mode: record\``)
  }
}

function onOther(asked: Inputs['mode'], context: Context): Mode {
  if (asked === 'auto') return nothing(`${context.event} asks for nothing`)
  if (asked === 'report') return reportElsewhere(context)
  return refuse(
    `\`mode: ${asked}\` is not for the event ${context.event}, which runs with the rights of this repository whoever caused it.`,
    'Use it on pull_request, merge_group, push, schedule or workflow_dispatch.',
  )
}

const onlyGate = (asked: 'record' | 'report', subject: string): Mode =>
  asked === 'record'
    ? refuse(
        `${subject} never writes a baseline, so \`mode: record\` does not fit.`,
        'Leave mode out, and record on pushes to the default branch.',
      )
    : refuse(
        `\`mode: report\` publishes what another workflow measured, and ${subject.toLowerCase()} has no such workflow run.`,
        'Use it in a workflow on workflow_run, or leave mode out.',
      )

const reportElsewhere = (context: Context): Mode =>
  refuse(
    `\`mode: report\` publishes what another workflow measured; ${context.event} comes with no such workflow run.`,
    'Use it in a workflow on workflow_run, or leave mode out.',
  )

const nothing = (reason: string): Mode => ({ mode: 'nothing', reason })
const refuse = (reason: string, remedy: string, { topic = null }: { topic?: Topic | null } = {}): Mode => ({
  mode: 'refuse',
  reason,
  remedy,
  topic,
})
