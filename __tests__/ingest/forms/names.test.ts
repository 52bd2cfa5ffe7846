import { expect, test } from 'vitest'
import { keyOf, paramsOf, suiteNames } from '../../../src/ingest/forms/names.ts'

test('a key joins what is there, and parameters in the order of the file', () => {
  expect(keyOf(['suite', null, 'name'], { z: '1', a: '2' })).toBe('suite/name/z=1/a=2')
  expect(keyOf([null, '', 'name'])).toBe('name')
})

test('parameters are texts', () => {
  expect(paramsOf({ a: 'x', b: 2, c: [1], d: undefined })).toEqual({
    a: 'x',
    b: '2',
    c: '[1]',
    d: 'undefined',
  })
  expect(Object.entries(paramsOf(JSON.parse('{"__proto__":1}')))).toEqual([['__proto__', '1']])
  for (const none of [null, undefined, 'x', [1]]) expect(paramsOf(none)).toEqual({})
})

test('a suite is called by its file, with as many folders as tell it from the others', () => {
  const names = suiteNames(['file:///base/a/x.ts', '/base/b/x.ts', 'C:\\base\\y.ts'])
  expect([...names.values()].sort()).toEqual(['a/x.ts', 'b/x.ts', 'y.ts'])
})
