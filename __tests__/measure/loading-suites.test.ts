import { idOf } from '../keys.ts'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readHost } from '../../src/github/runner-host.ts'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import { Catalog } from '../../src/measure/catalog.ts'
import { startsWith, TRANSFORM_TYPES } from '../../src/measure/node-flags.ts'
import { UNWATCHED } from '../../src/measure/session.ts'
import { SuiteSession } from '../../src/measure/suite-session.ts'
import { Mark } from '../../src/process/mark.ts'
import { createRandom } from '../../src/stats/random.ts'
import { LONG_MS, Sandbox } from '../checkout/sandbox.ts'

const packages = resolve(import.meta.dirname, '../../node_modules')
const { measured: env } = childEnvironments(process.env, readHost(process.env).isOwnVariable)
const canTransform = await startsWith(process.execPath, TRANSFORM_TYPES, env)

/** A session over two sides of these files, which share the suite `a.ts`. */
function sessionOf(files: Record<'base' | 'head', Record<string, string>>) {
  const root = new Sandbox().directory
  for (const side of ['base', 'head'] as const) {
    for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files[side] })) {
      mkdirSync(dirname(join(root, side, name)), { recursive: true })
      writeFileSync(join(root, side, name), text)
    }
    mkdirSync(join(root, side, 'node_modules'))
    symlinkSync(join(packages, 'mitata'), join(root, side, 'node_modules/mitata'))
  }
  const catalog = new Catalog({})
  const session = new SuiteSession({
    catalog,
    counts: new FailureCounts(),
    sides: { base: { directory: join(root, 'base') }, head: { directory: join(root, 'head') } },
    suites: { base: ['a.ts'], head: ['a.ts'] },
    edits: new Map(),
    scratch: root,
    watch: UNWATCHED,
    workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
    nodePath: process.execPath,
    nodeArgs: { base: [], head: [] },
    env,
    mark: new Mark(process.env),
    warmupMs: 2,
    windowMs: 3,
    stallMs: LONG_MS,
    deadline: performance.now() + LONG_MS,
    individualCalls: () => 0,
    random: createRandom('loading').uniform,
    signal: new AbortController().signal,
  })
  return { catalog, session, root }
}

const SUITE = `import { bench } from 'mitata'
import { Kind } from './kind'
bench('a', (): number => Kind.A)
`

test.runIf(canTransform)(
  'a suite with an enum on one side is transformed on both, and not called edited',
  async () => {
    const { session, catalog } = sessionOf({
      base: { 'a.ts': SUITE, 'kind.ts': 'export const Kind = { A: 1 }' },
      head: { 'a.ts': SUITE, 'kind.ts': 'export enum Kind { A = 1 }' },
    })
    expect(await session.discover()).toEqual({ failures: [], lateErrors: [], warnings: [] })
    const { base, head } = [...catalog.benchmarks.values()][0]!
    expect(base!.hash).toBe(head!.hash)
    expect([base!.line, head!.line]).toEqual([3, 3])
    const id = idOf('a', 'a.ts')
    const ids = { base: [id], head: [id] }
    expect(await session.calibrate('a.ts', ids, ids)).toEqual([])
  },
)

test('syntax that the transform does not help with fails once a side, with its place', async () => {
  const files = { 'a.ts': "import './kind'", 'kind.ts': '\nexport const kind: = 1' }
  const { session } = sessionOf({ base: files, head: files })
  const { failures } = await session.discover()
  expect(failures.map(({ side }) => side)).toEqual(['base', 'head'])
  for (const { message } of failures) {
    expect(message).toMatch(/^failed outside any benchmark, at kind\.ts:2: Unexpected token `=`\. /)
  }
})

test('a package of the workspace may export TypeScript', async () => {
  const files = {
    'a.ts': SUITE.replace('./kind', '@own/kind'),
    'packages/kind/package.json': '{ "name": "@own/kind", "type": "module", "exports": "./index.ts" }',
    'packages/kind/index.ts': "export { Kind } from './kind'",
    'packages/kind/kind.ts': 'export const Kind: { A: number } = { A: 1 }',
  }
  const { session, catalog, root } = sessionOf({ base: files, head: files })
  for (const side of ['base', 'head']) {
    mkdirSync(join(root, side, 'node_modules/@own'))
    symlinkSync('../../packages/kind', join(root, side, 'node_modules/@own/kind'))
  }
  expect(await session.discover()).toEqual({ failures: [], lateErrors: [], warnings: [] })
  expect([...catalog.benchmarks.values()].map(({ name }) => name)).toEqual(['a'])
})

test('a suite that only measures by itself is said to, and not to be empty', async () => {
  const files = { 'a.ts': "import { measure } from 'mitata'\nawait measure(() => 1)" }
  const { session } = sessionOf({ base: files, head: files })
  const sentence = 'a.ts:2 calls measure(), which is not gated: register it with bench(name, f)'
  expect(await session.discover()).toEqual({
    failures: [],
    lateErrors: [],
    warnings: [sentence],
    ungated: [sentence],
  })
})

test('a suite that measures by itself too is warned about', async () => {
  const source =
    "import { bench, measure } from 'mitata'\nawait measure(() => 1)\nawait bench('a', () => 1).run()"
  const { session, catalog } = sessionOf({ base: { 'a.ts': source }, head: { 'a.ts': source } })
  expect(await session.discover()).toEqual({
    failures: [],
    lateErrors: [],
    warnings: ['a.ts:2 calls measure(), which is not gated: register it with bench(name, f)'],
  })
  expect([...catalog.benchmarks.values()].map(({ name }) => name)).toEqual(['a'])
})
