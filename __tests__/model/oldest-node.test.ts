import { expect, test } from 'vitest'
import { isTooOld } from '../../src/model/oldest-node.ts'

test.each([
  '20',
  '20.x',
  'v20',
  '18.20.4',
  '^20',
  '~20.1',
  '22.10',
  '22.17.1',
  'v22.4.0',
  '~22.4',
  '=22.4.0',
  'lts/iron',
  'lts/Hydrogen',
  ' 16 ',
])('%s is too old', (version) => {
  expect(isTooOld(version)).toBe(true)
})

test.each([
  '22',
  '22.x',
  '22.18',
  '22.18.0',
  'v24',
  '24.1.0',
  '^22.4',
  '^22.4.0',
  '>=20',
  '>=18 <23',
  '20 || 24',
  'lts/*',
  'lts/jod',
  'lts/-1',
  'latest',
  'node',
  'current',
  '',
  '24.0.0-nightly',
  '*',
])('%s is not', (version) => {
  expect(isTooOld(version)).toBe(false)
})
