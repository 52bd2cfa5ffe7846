import { expect, test } from 'vitest'
import { keyOf } from '../../../src/ingest/forms/names.ts'

test('a key joins what is there, and parameters in the order of the file', () => {
  expect(keyOf(['suite', null, 'name'], { z: '1', a: '2' })).toBe('suite/name/z=1/a=2')
  expect(keyOf([null, '', 'name'], {})).toBe('name')
})
