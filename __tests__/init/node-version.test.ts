import { expect, test } from 'vitest'
import { nodeVersion } from '../../src/init/node-version.ts'

const TOO_OLD = (where: string, says: string) => ({
  'node-version': [24, `${where} says ${says}; suites need 22.18 or newer`],
})

test.each([
  ['v24.3.0', { 'node-version-file': '.nvmrc' }],
  ['22', { 'node-version-file': '.nvmrc' }],
  ['22.18', { 'node-version-file': '.nvmrc' }],
  ['lts/*\n', { 'node-version-file': '.nvmrc' }],
  ['22.11.0', TOO_OLD('.nvmrc', '22.11.0')],
  ['v18\n# old', TOO_OLD('.nvmrc', 'v18')],
])('.nvmrc with %j', (text, entry) => {
  expect(nodeVersion({ file: '.nvmrc', text }, []).entry).toEqual(entry)
})

test.each<[object, object]>([
  [{}, { 'node-version': 24 }],
  [{ engines: { node: '>=18' } }, { 'node-version': 24 }],
  [{ engines: { node: '^22.18.0' } }, { 'node-version': 22 }],
  [{ engines: { node: '22.x || 26.x' } }, { 'node-version': 26 }],
  [{ engines: { node: '^18 || ^20 || >=22' } }, { 'node-version': 24 }],
  [{ engines: { node: '^20' } }, TOO_OLD('engines.node', '^20')],
  [{ volta: { node: '22.20.0' }, engines: { node: '>=20' } }, { 'node-version': 22 }],
  [{ devEngines: { runtime: { name: 'node', version: '~26.1' } } }, { 'node-version': 26 }],
  [{ devEngines: { runtime: [{ name: 'bun' }, { name: 'node', version: '22' }] } }, { 'node-version': 22 }],
  [{ engines: { node: 24 } }, { 'node-version': 24 }],
  [{ engines: { node: 'current\n' } }, { 'node-version': 24 }],
  [{ engines: null, devEngines: 'x' }, { 'node-version': 24 }],
])('package.json with %j', (manifest, entry) => {
  expect(nodeVersion(null, [manifest as Record<string, unknown>]).entry).toEqual(entry)
})

test('the project comes before the root above it', () => {
  const range = (node: string) => ({ engines: { node } })
  expect(nodeVersion(null, [range('26'), range('22')]).entry).toEqual({ 'node-version': 26 })
  expect(nodeVersion(null, [{}, range('22')]).entry).toEqual({ 'node-version': 22 })
})
