import { expect, test } from 'vitest'
import { eventsOf } from '../../src/history/events.ts'
import type { Step } from '../../src/model/trend.ts'

const commits = Array.from({ length: 40 }, (_, index) => ({ sha: `${index}`.padStart(40, '0') }))
const step = (at: number, from: number, to: number, more: Partial<Step> = {}): Step => ({
  at,
  from,
  to,
  change: { log: 0.1, low: 0.08, high: 0.12 },
  worse: true,
  before: 100,
  after: 110,
  confirmedAt: 25,
  standing: 'standing',
  accepted: null,
  ...more,
})
const events = (...steps: Step[]) =>
  eventsOf(
    steps.map((one) => ({ steps: [one] })),
    commits,
  )

test('an id names a commit of the range, whatever joins later', () => {
  expect(events(step(20, 18, 22), step(21, 20, 21, { confirmedAt: 30 }))).toMatchObject([
    { id: '0000000-slower', at: 20, from: 18, to: 22 },
  ])
  expect(events(step(20, 18, 22), step(20, 19, 20, { confirmedAt: 30 }))).toMatchObject([
    { at: 20, from: 19, to: 20 },
  ])
})

test('of steps that one run confirmed, the one whose place is known best gives the place', () => {
  expect(events(step(20, 18, 22), step(21, 20, 21))).toMatchObject([{ at: 21, from: 20, to: 21 }])
})

test('what stands comes before a larger change that was fixed', () => {
  const fixed = step(20, 19, 20, { change: { log: 2, low: 1.9, high: 2.1 }, standing: 'fixed' })
  expect(events(fixed, step(20, 19, 20))).toMatchObject([
    {
      standing: 'standing',
      members: [
        { trend: 1, step: 0 },
        { trend: 0, step: 0 },
      ],
    },
  ])
})
