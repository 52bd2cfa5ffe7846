import { expect, test } from 'vitest'
import { questionOfEvent } from '../../src/bisect/event.ts'
import type { History } from '../../src/model/trend.ts'

const trend = (name: string) => ({ name, suite: 'a.bench.mjs', occurrence: 1, metric: 'time' })
const history = {
  commits: ['a', 'b', 'c', 'd'].map((letter) => ({ sha: letter.repeat(40) })),
  trends: [trend('small'), trend('large')],
  events: [
    {
      id: 'ccccccc-slower',
      from: 1,
      to: 3,
      members: [
        { trend: 1, step: 0 },
        { trend: 0, step: 0 },
      ],
    },
  ],
} as unknown as History

test('the range of an event, and what changed most in it', () => {
  expect(questionOfEvent(history, 'ccccccc-slower', null)).toEqual({
    good: 'b'.repeat(40),
    bad: 'd'.repeat(40),
    filter: { match: 'large', suite: 'a.bench.mjs', occurrence: 1 },
    metric: 'time',
  })
  expect(questionOfEvent(history, 'ccccccc-slower', { match: 's*' }).filter.match).toBe('small')
})

test('an event that is not there', () => {
  const refusal = (id: string, filter: { match: string } | null = null, of = history) => {
    try {
      return questionOfEvent(of, id, filter)
    } catch (error) {
      const { message, remedy } = error as Error & { remedy: string }
      return [message, remedy]
    }
  }
  expect(refusal('ccccccc-faster')).toEqual([
    'the stored history has no event "ccccccc-faster"',
    'Did you mean ccccccc-slower? The newest are ccccccc-slower.',
  ])
  expect(refusal('x', null, { ...history, events: [] })).toEqual([
    'the stored history has no event "x"',
    'It has none at all: look further back with --last, or name two refs instead.',
  ])
  expect(refusal('ccccccc-slower', { match: 'nothing' })).toEqual([
    'no benchmark of the event ccccccc-slower matches',
    'Leave --benchmark out for the one that changed most.',
  ])
})
