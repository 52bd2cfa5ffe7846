import { expect, test } from 'vitest'
import { readContext } from '../../src/github/context.ts'
import { chooseMode, type Rights } from '../../src/github/mode.ts'
import { ENV, events } from '../github/events.ts'

type Asked = 'auto' | 'gate' | 'record' | 'report'

function chosen(event: keyof typeof events, asked: Asked, mayPush: Rights['mayPush']): string {
  const { name, env, event: payload } = events[event]
  const context = readContext({ ...ENV, GITHUB_EVENT_NAME: name, ...env }, payload)
  const mode = chooseMode(asked, context, { mayPush, recordedBranches: (branch) => branch === 'release' })
  return 'reason' in mode ? `${mode.mode}: ${mode.reason}` : mode.mode
}

const WRITES =
  'pull_request_target runs with a token that can write and with the secrets of this repository, so that no code of a pull request may run beside them.'
const reporting = (mode: string) =>
  `refuse: workflow_run runs with a token that can write and with the secrets of this repository; \`mode: ${mode}\` would run project code beside them.`

// Which event leads to what is github/mode; here stands what is said where nothing runs.
test.each<[keyof typeof events, Asked, Rights['mayPush'], string]>([
  ['forkPull', 'auto', 'no', 'gate'],
  [
    'forkPull',
    'gate',
    'yes',
    'refuse: This pull request comes from a fork, and the token of this job can push to it: its code could take the token.',
  ],
  [
    'forkPull',
    'auto',
    'unknown',
    'refuse: This pull request comes from a fork, and whether the token of this job can push to it could not be found out: its code could take the token.',
  ],
  ['dependabot', 'auto', 'no', 'gate'],
  ['rerun', 'auto', 'no', 'gate'],
  ['closedPull', 'auto', 'no', 'nothing: the pull request is closed'],
  ['pullTarget', 'auto', 'no', `refuse: ${WRITES}`],
  ['pullTarget', 'gate', 'no', `refuse: ${WRITES}`],
  ['pullTarget', 'report', 'no', `refuse: ${WRITES}`],
  ['pull', 'record', 'no', 'refuse: A pull request never writes a baseline, so `mode: record` does not fit.'],
  ['mergeGroup', 'auto', 'no', 'gate'],
  [
    'mergeGroup',
    'record',
    'no',
    'refuse: A merge group never writes a baseline, so `mode: record` does not fit.',
  ],
  ['forkRun', 'auto', 'no', 'report'],
  ['forkRun', 'gate', 'no', reporting('gate')],
  ['forkRun', 'record', 'no', reporting('record')],
  ['pushRun', 'auto', 'no', 'nothing: the workflow run was for push, not for a pull request'],
  [
    'tagPush',
    'auto',
    'no',
    'nothing: refs/tags/v1 is not the default branch; set `mode: gate` to hold it against its merge base',
  ],
  [
    'tagPush',
    'record',
    'no',
    'refuse: Baselines are recorded on the default branch (main) and on branches that the config names; this is refs/tags/v1.',
  ],
  ['branchDeleted', 'record', 'no', 'nothing: refs/heads/main was deleted'],
  ['schedule', 'auto', 'no', 'record'],
  ['dispatchOnBranch', 'auto', 'no', 'gate'],
  [
    'dispatchOnBranch',
    'record',
    'no',
    'refuse: Baselines are recorded on the default branch (main) and on branches that the config names; this is refs/heads/feature.',
  ],
  ['comment', 'auto', 'no', 'nothing: issue_comment asks for nothing'],
  [
    'comment',
    'gate',
    'no',
    'refuse: `mode: gate` is not for the event issue_comment, which runs with the rights of this repository whoever caused it.',
  ],
  [
    'release',
    'auto',
    'no',
    'nothing: release asks for nothing by itself; set `mode: gate` or `mode: record`',
  ],
])('%s with mode %s, where the token may push: %s', (event, asked, mayPush, expected) => {
  expect(chosen(event, asked, mayPush)).toBe(expected)
})
