import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse.ts'
import { UserError } from '../../src/errors.ts'
import { measure } from '../../src/gate/measure.ts'
import type { Runtime } from '../../src/gate/request.ts'
import { measureOne } from '../../src/gate/run.ts'
import { discover, type SessionParts } from '../../src/gate/sessions.ts'
import { readHost } from '../../src/github/runner-host.ts'
import type { Config } from '../../src/model/config.ts'
import { LONG_MS, Sandbox, type TestRepository } from '../checkout/sandbox.ts'

const SUITE = "import { bench, run } from 'mitata'\nbench('a', () => Math.sqrt(2))\nawait run()\n"

/** A project whose suite imports what `npm run build` writes. */
function unbuilt(): TestRepository {
  const repository = new Sandbox().repository()
  repository.commit({
    '.gitignore': 'dist\n',
    'package.json': '{ "scripts": { "build": "node build.mjs" } }',
    'package-lock.json': '{}',
    'bench/a.bench.mjs': `import '../dist/index.mjs'\n${SUITE}`,
  })
  repository.commit()
  return repository
}

function configOf(setup?: string): Config {
  const text = `version: 1\nsuites: ["bench/*.mjs"]\nmeasure: { time-per-benchmark: 10 ms, time-limit: 30 min }\n`
  const parsed = parseConfig(
    setup === undefined ? text : `${text}base: { setup: ${setup} }\n`,
    'benchgate.yml',
  )
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.config
}

const runtimeOf = ({ sandbox: { env } }: TestRepository): Runtime => ({
  workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
  env,
  host: readHost(env),
  clock: () => new Date(0),
  signal: new AbortController().signal,
  onProgress: () => {},
})

async function refusalOf(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

test('a gate names what the build writes, and the line that builds', async () => {
  const repository = unbuilt()
  repository.write({ 'dist/index.mjs': '' })
  const request = {
    command: 'check',
    project: repository.root,
    base: { kind: 'merge-base' },
    head: { kind: 'working-tree' },
    filter: null,
    seed: 'x',
  } as const
  const runtime = runtimeOf(repository)
  expect(await refusalOf(measure({ ...request, config: configOf() }, runtime, undefined))).toMatchObject({
    code: 'suite',
    message:
      'bench/a.bench.mjs on head needs dist/index.mjs, which git ignores: your checkout has it, and the measured one does not',
    remedy: 'Set `base: { setup: npm ci && npm run build }`.',
  })
  expect(repository.sandbox.leftovers()).toEqual([])
})

/** What a session of both suites is opened with. */
const partsOf = (
  repository: TestRepository,
  checkouts: Awaited<ReturnType<TestRepository['open']>>,
): SessionParts => ({
  sides: checkouts,
  suites: { base: ['bench/a.bench.mjs'], head: ['bench/a.bench.mjs', 'bench/b.bench.mjs'] },
  edits: new Map(),
  commands: [],
  nodeArgs: { base: [], head: [] },
  scratch: checkouts.scratch,
  watch: checkouts.watch,
  project: repository.root,
  setup: { base: 'make', head: null },
  mayRemove: true,
  warmupMs: 1,
  deadline: performance.now() + LONG_MS,
  individualCalls: () => 0,
  random: () => 0,
})

test('beside a suite that can be measured it is a failure among others, with what to do about it', async () => {
  const repository = unbuilt()
  repository.commit({ 'bench/b.bench.mjs': SUITE })
  const checkouts = await repository.open()
  const { survey } = await discover(configOf(), runtimeOf(repository), partsOf(repository, checkouts))
  expect(survey.failures).toEqual(
    [
      ['base', 'make'],
      ['head', 'npm ci'],
    ].map(([side, install]) => ({
      suite: 'bench/a.bench.mjs',
      side,
      message: `needs dist/index.mjs, which git ignores and nothing has written. Set \`base: { setup: ${install} && npm run build }\`.`,
    })),
  )
})

test('a time limit that the set-up used up', async () => {
  const repository = unbuilt()
  const checkouts = await repository.open()
  const parts = { ...partsOf(repository, checkouts), deadline: performance.now() - 1 }
  expect((await refusalOf(discover(configOf(), runtimeOf(repository), parts))).message).toBe(
    'the time limit was used up before anything was measured: preparing base and head took 1800 s of it, and bench/a.bench.mjs on base was next',
  )
})

test('`run` measures the checkout itself, which no set-up line prepares', async () => {
  const repository = unbuilt()
  const run = measureOne(
    { project: repository.root, config: configOf('npm ci'), filter: null, seed: 'x' },
    runtimeOf(repository),
  )
  expect(await refusalOf(run)).toMatchObject({
    code: 'suite',
    message: 'bench/a.bench.mjs on head needs dist/index.mjs, which git ignores and nothing has written',
    remedy: 'Run `npm run build` first.',
  })
})

test('a file that a benchmark lacks only while it runs is named, with the line that writes it', async () => {
  const repository = new Sandbox().repository()
  const reading =
    "import { readFileSync } from 'node:fs'\nimport { bench, run } from 'mitata'\n" +
    "bench('b', () => readFileSync('data/b.json').length)\nawait run()\n"
  repository.commit({ '.gitignore': 'data\n', 'bench/a.bench.mjs': reading })
  repository.commit()
  const request = { project: repository.root, filter: null, seed: 'x' }
  const said =
    'needs data/b.json, which git ignores and nothing has written. Let base.setup write data/b.json, or commit it.'
  const alone = await measureOne({ ...request, config: configOf() }, runtimeOf(repository))
  expect(alone.warnings).toEqual([`bench/a.bench.mjs › b: ${said}`])
  const both = {
    ...request,
    command: 'check',
    base: { kind: 'merge-base' },
    head: { kind: 'working-tree' },
    warmupMs: 1,
  } as const
  const { evidence } = await measure({ ...both, config: configOf() }, runtimeOf(repository), undefined)
  expect(evidence.failures.map(({ side, message }) => [side, message])).toEqual([
    ['base', said],
    ['head', said],
  ])
})
