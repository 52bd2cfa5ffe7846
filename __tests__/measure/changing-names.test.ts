import { expect, test } from 'vitest'
import { changingNames } from '../../src/measure/changing-names.ts'

const HASH = ''
/** Benchmarks by id, `name@line`; a name without a line was registered nowhere in the project. */
const processOf = (...written: string[]) =>
  new Map(
    written.map((text) => {
      const [name = '', line] = text.split('@')
      const place =
        line === undefined
          ? { file: null, line: null, hash: HASH }
          : { file: 'bench/a.mjs', line: Number(line), hash: HASH }
      return [name, { name, place }]
    }),
  )
const found = (listed: string[], later: string[], alsoKnown: string[] = []) => {
  const before = processOf(...listed)
  return changingNames(before, new Set([...before.keys(), ...alsoKnown]), processOf(...later))
}
const said = (before: string, after: string, line = 3) =>
  `bench/a.mjs:${line}: the name of this benchmark changes from process to process ("${before}", "${after}"): give it a fixed name`

test('a name changes where its call registers another one later', () => {
  expect(found(['run 17:01@3', 'b@4'], ['run 17:02@3', 'b@4'])).toEqual(
    new Map([['run 17:01', said('run 17:01', 'run 17:02')]]),
  )
})

test('the names of one call are said in one sentence, and those that stay stay', () => {
  const sentence = said('x 1', 'x 8')
  expect(found(['x 1@3', 'y 1@3', 'z@3'], ['x 8@3', 'y 8@3', 'z@3'])).toEqual(
    new Map([
      ['x 1', sentence],
      ['y 1', sentence],
    ]),
  )
})

test.each([
  ['is merely gone', ['a@3', 'b@4'], ['b@4']],
  ['is gone while another call registers something new', ['a@3'], ['b@4']],
  ['is there, beside a new one of the same call', ['a@3'], ['a@3', 'b@3']],
  ['was registered in no file of the project', ['a'], ['b']],
])('a name does not change that %s', (_, listed, later) => {
  expect(found(listed, later)).toEqual(new Map())
})

test('what the other side has is no new name', () => {
  expect(found(['a@3'], ['b@3'], ['b'])).toEqual(new Map())
})

test('long names are shortened', () => {
  const [before, after] = ['a', 'b'].map((letter) => letter.repeat(70)) as [string, string]
  const shown = (name: string) => `${name.slice(0, 60)}…`
  expect(found([`${before}@3`], [`${after}@3`])).toEqual(
    new Map([[before, said(shown(before), shown(after))]]),
  )
})
