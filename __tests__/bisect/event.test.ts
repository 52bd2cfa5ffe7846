import { expect, test } from 'vitest'
import { questionOfEvent } from '../../src/bisect/event.ts'
import type { History } from '../../src/model/trend.ts'

const trend = (name: string, metric = 'time') => ({ name, suite: 'a.bench.mjs', occurrence: 1, metric })
const all = { filter: null, metric: null }
const history = {
  commits: ['a', 'b', 'c', 'd'].map((letter) => ({ sha: letter.repeat(40) })),
  trends: [trend('small'), trend('large'), trend('large', 'heap')],
  events: [
    {
      id: 'ccccccc-slower',
      from: 1,
      to: 3,
      members: [
        { trend: 1, step: 0 },
        { trend: 0, step: 0 },
        { trend: 2, step: 0 },
      ],
    },
  ],
} as unknown as History

test('the range of an event, and what changed most in it', () => {
  expect(questionOfEvent(history, 'ccccccc-slower', all)).toEqual({
    good: 'b'.repeat(40),
    bad: 'd'.repeat(40),
    filter: { match: 'large', suite: 'a.bench.mjs', occurrence: 1 },
    metric: 'time',
  })
  const chosen = (o: Partial<Parameters<typeof questionOfEvent>[2]>) => {
    const { filter, metric } = questionOfEvent(history, 'ccccccc-slower', { ...all, ...o })
    return [filter.match, metric]
  }
  expect(chosen({ filter: { match: 's*' } })).toEqual(['small', 'time'])
  expect(chosen({ metric: 'heap' })).toEqual(['large', 'heap'])
})

test('an event that is not there', () => {
  const refusal = (id: string, o: Partial<typeof all> | { filter: { match: string } } = {}, of = history) => {
    try {
      return questionOfEvent(of, id, { ...all, ...o })
    } catch (error) {
      const { message, remedy } = error as Error & { remedy: string }
      return [message, remedy]
    }
  }
  expect(refusal('ccccccc-faster')).toEqual([
    'the stored history has no event "ccccccc-faster"',
    'Did you mean ccccccc-slower? The newest are ccccccc-slower.',
  ])
  expect(refusal('x', {}, { ...history, events: [] })).toEqual([
    'the stored history has no event "x"',
    'It has none at all: look further back with --last, or name two refs instead.',
  ])
  expect(refusal('ccccccc-slower', { filter: { match: 'nothing' } })).toEqual([
    'no benchmark of the event ccccccc-slower matches',
    'Leave --benchmark and --metric out for the one that changed most.',
  ])
})
