import { expect, test } from 'vitest'
import { readContext } from '../../src/github/context.ts'
import { chooseMode, needsPushCheck } from '../../src/github/mode.ts'
import { ENV, events } from './events.ts'

const contextOf = (key: keyof typeof events) => {
  const { name, env, event } = events[key]
  return readContext({ ...ENV, GITHUB_EVENT_NAME: name, ...env }, event)
}
const rights = { mayPush: 'no', recordedBranches: (branch: string) => branch.startsWith('release/') } as const

/** What each event leads to in each mode. */
const table: Record<keyof typeof events, Record<'auto' | 'gate' | 'record' | 'report', string>> = {
  pull: { auto: 'gate', gate: 'gate', record: 'refuse', report: 'refuse' },
  forkPull: { auto: 'gate', gate: 'gate', record: 'refuse', report: 'refuse' },
  rerun: { auto: 'gate', gate: 'gate', record: 'refuse', report: 'refuse' },
  dependabot: { auto: 'gate', gate: 'gate', record: 'refuse', report: 'refuse' },
  closedPull: { auto: 'nothing', gate: 'nothing', record: 'refuse', report: 'refuse' },
  pullTarget: { auto: 'refuse', gate: 'refuse', record: 'refuse', report: 'refuse' },
  mergeGroup: { auto: 'gate', gate: 'gate', record: 'refuse', report: 'refuse' },
  pushToMain: { auto: 'record', gate: 'gate', record: 'record', report: 'refuse' },
  pushToBranch: { auto: 'nothing', gate: 'gate', record: 'refuse', report: 'refuse' },
  pushToRelease: { auto: 'record', gate: 'gate', record: 'record', report: 'refuse' },
  tagPush: { auto: 'nothing', gate: 'gate', record: 'refuse', report: 'refuse' },
  branchDeleted: { auto: 'nothing', gate: 'nothing', record: 'nothing', report: 'refuse' },
  schedule: { auto: 'record', gate: 'gate', record: 'record', report: 'refuse' },
  dispatchOnMain: { auto: 'record', gate: 'gate', record: 'record', report: 'refuse' },
  dispatchOnBranch: { auto: 'gate', gate: 'gate', record: 'refuse', report: 'refuse' },
  forkRun: { auto: 'report', gate: 'refuse', record: 'refuse', report: 'report' },
  pushRun: { auto: 'nothing', gate: 'refuse', record: 'refuse', report: 'nothing' },
  requestedRun: { auto: 'nothing', gate: 'refuse', record: 'refuse', report: 'nothing' },
  comment: { auto: 'nothing', gate: 'refuse', record: 'refuse', report: 'refuse' },
  release: { auto: 'nothing', gate: 'gate', record: 'refuse', report: 'refuse' },
}

const cases = Object.entries(table).flatMap(([event, modes]) =>
  Object.entries(modes).map(([asked, expected]) => [event, asked, expected] as const),
)

test.each(cases)('%s with mode %s: %s', (event, asked, expected) => {
  const chosen = chooseMode(asked as 'auto', contextOf(event as 'pull'), rights)
  expect(chosen.mode).toBe(expected)
  if ('reason' in chosen) expect(chosen.reason.length).toBeGreaterThan(10)
  if ('remedy' in chosen) expect(chosen.remedy).toMatch(/\.$/)
})

test('only a fork is asked for what its token can do', () => {
  expect(needsPushCheck(contextOf('forkPull'))).toBe(true)
  expect(needsPushCheck(contextOf('pull'))).toBe(false)
})

test('a push elsewhere says how to be gated', () => {
  for (const event of ['pushToBranch', 'tagPush'] as const) {
    expect(chooseMode('auto', contextOf(event), rights)).toMatchObject({
      reason: expect.stringContaining('mode: gate'),
    })
  }
})
