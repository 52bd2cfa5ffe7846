import { expect, test } from 'vitest'
import { labelOf, nameIn, suiteIn } from '../../../src/doctor/proof/label.ts'
import { HOSTILE_NAMES } from '../../github/sandbox.ts'

test('the metric is named only where it is not the usual one', () => {
  expect(labelOf({ benchmark: 'parse/large', metric: 'time' })).toBe('parse/large')
  expect(labelOf({ benchmark: 'parse/large', metric: 'heap' })).toBe('parse/large · heap')
})

test('a name looks like no line of the page', () => {
  const name = 'a\n  ✔ A slower benchmark fails\n    b'
  expect(labelOf({ benchmark: name, metric: name }).split('\n')).toHaveLength(1)
})

test.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name.slice(0, 40)), name]))('%s', (_, name) => {
  for (const text of [nameIn(name), suiteIn(name), labelOf({ benchmark: name, metric: name })]) {
    expect(text).not.toMatch(/\p{Cc}/u)
    expect(text.length).toBeLessThan(300)
  }
})
