import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse.ts'
import { UserError } from '../../src/errors.ts'
import { gate } from '../../src/gate/gate.ts'
import type { GateRequest } from '../../src/gate/request.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { exitCodeOf } from '../../src/judge/outcome.ts'
import { newWarnings, sentencesOf } from '../../src/report/view/wording.ts'
import { Sandbox, type TestRepository } from '../checkout/sandbox.ts'
import { HURRY } from '../hurry.ts'

// Code that says itself what it takes, in ns: verdicts are about numbers that nobody measured.

const CONFIG = `version: 1
suites: ["*.bench.mjs"]
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: "**", metric: time, max-regression: 30% }
`
const COMMAND = CONFIG.replace('suites: ["*.bench.mjs"]', 'command: { run: node bench.mjs }')
const SUITE = `import { bench, run } from 'mitata'
import { cost } from './lib.mjs'
bench('loop', function* () { yield { manual: () => cost * (1 + 0.01 * Math.random()) } })
await run()
`
/** Prints what a tool prints, as customSmallerIsBetter. */
const TOOL = `import { cost } from './lib.mjs'
console.log(JSON.stringify([{ name: 'loop', unit: 'ns', value: cost * (1 + 0.01 * Math.random()) }]))
`
const FILES = {
  '.gitignore': 'node_modules\n',
  'benchgate.yml': CONFIG,
  'lib.mjs': 'export const cost = 1000\n',
  'a.bench.mjs': SUITE,
  'package.json': '{ "type": "module" }',
  'words.json': '[]',
}
const SLOW = 'export const cost = 3000\n'
const FS = "import * as fs from 'node:fs'\nimport { basename, dirname, join } from 'node:path'\n"

/** A repository whose head has these files, with a package installed. */
function project(head: Record<string, string>, base: Record<string, string> = {}): TestRepository {
  const repository = new Sandbox().repository()
  repository.commit({ ...FILES, ...base })
  repository.git('branch', 'base')
  repository.commit(head)
  repository.write({
    'node_modules/dep/index.js': 'export const n = 1',
    'node_modules/dep/package.json': '{}',
  })
  return repository
}

/** What a gate ends with: its exit code, and the first line of its error or its warnings. */
async function ended(
  repository: TestRepository,
  { config = CONFIG, onBase = null }: { config?: string; onBase?: GateRequest['onBase'] } = {},
) {
  const parsed = parseConfig(config, 'benchgate.yml')
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const env = { ...repository.sandbox.env, ...HURRY }
  const said = await gate(
    {
      command: 'check',
      project: repository.root,
      config: parsed.config,
      base: { kind: 'ref', ref: 'base' },
      onBase,
      head: { kind: 'working-tree' },
      filter: null,
      seed: 'x',
    },
    {
      workerFile: resolve(import.meta.dirname, '../../src/worker.ts'),
      env,
      host: readHost(env),
      clock: () => new Date(0),
      signal: new AbortController().signal,
      onProgress: () => {},
    },
  ).then(
    ({ assessment }) => ({ code: exitCodeOf(assessment), says: sentencesOf(newWarnings(assessment)) }),
    (error: unknown) => {
      if (!(error instanceof UserError)) throw error
      return { code: error.exitCode, says: [error.message.split('\n')[0]] }
    },
  )
  return said
}

const evil = (code: string) => ({
  'lib.mjs': SLOW,
  'a.bench.mjs': `import './evil.mjs'\n${SUITE}`,
  'evil.mjs': FS + code,
})
const OTHERS = `const own = basename(process.cwd())
const others = ['a', 'b', 'c'].filter((name) => name !== own).map((name) => join('..', name)).filter(fs.existsSync)
`
const byHead = (what: string) => [`base's checkout was changed while a.bench.mjs ran on head: ${what}`]

test('without an attack the slowdown is found', async () => {
  expect(await ended(project({ 'lib.mjs': SLOW }))).toEqual({ code: 1, says: [] })
})

describe('head', () => {
  const cases: [name: string, code: string, says: string[]][] = [
    [
      'gives base its own code',
      `${OTHERS}for (const other of others) fs.copyFileSync('lib.mjs', join(other, 'lib.mjs'))`,
      byHead('lib.mjs (content)'),
    ],
    [
      'gives base its own code, which takes itself back when base has loaded it',
      `${OTHERS}for (const other of others) {
  const file = join(other, 'lib.mjs')
  const [was, times] = [fs.readFileSync(file, 'utf8'), fs.statSync(file)]
  if (was.includes('3000')) continue
  fs.writeFileSync(file, fs.readFileSync('lib.mjs', 'utf8') + \`
import { writeFileSync } from 'node:fs'
writeFileSync(new URL(import.meta.url), \${JSON.stringify(was)})\`)
  fs.utimesSync(file, times.atime, times.mtime)
}`,
      byHead('lib.mjs (content)'),
    ],
    [
      'gives base a package of its own, nearer than the one that is installed',
      `${OTHERS}for (const other of others) fs.cpSync('node_modules/dep', join(other, 'node_modules/near'), { recursive: true })`,
      byHead('node_modules/near (new)'),
    ],
    [
      'leaves compiled code where the loader of base looks for it',
      `for (const name of ['ta', 'tb', 'tc']) {
  const other = join('..', name)
  if (basename(process.env.TMPDIR) !== name) fs.mkdirSync(join(other, 'tsx-0'), { recursive: true })
}`,
      ["base's temporary directory was changed while a.bench.mjs ran on head: tsx-0 (new)"],
    ],
    [
      'removes its own checkout',
      'fs.rmSync(process.cwd(), { recursive: true })',
      ["head's checkout was removed while a.bench.mjs ran on head"],
    ],
    [
      "removes base's checkout",
      `${OTHERS}for (const other of others) fs.rmSync(other, { recursive: true })`,
      ["base's checkout was removed while a.bench.mjs ran on head"],
    ],
    [
      'puts a directory of its own in the place of base’s checkout',
      `${OTHERS}for (const other of others) { fs.rmSync(other, { recursive: true }); fs.cpSync('.', other, { recursive: true }) }`,
      ["base's checkout was replaced while a.bench.mjs ran on head"],
    ],
    [
      'removes all checkouts',
      "for (const name of ['a', 'b', 'c']) fs.rmSync(join('..', name), { recursive: true, force: true })",
      ['the checkouts were removed while a.bench.mjs ran on head'],
    ],
    [
      'makes its own code fast once it runs',
      "fs.writeFileSync('lib.mjs', 'export const cost = 1')",
      // At a look after one of its processes, or at the end.
      [
        expect.stringMatching(
          /^head's checkout was changed while (it was measured|a\.bench\.mjs ran on head): lib\.mjs \(content\)$/,
        ) as string,
      ],
    ],
  ]
  test.each(cases)('%s', async (_name, code, says) => {
    const repository = project(evil(code))
    expect(await ended(repository)).toEqual({ code: 3, says })
    expect(repository.sandbox.leftovers()).toEqual([])
  })

  test('writes into the package that both sides load', async () => {
    const repository = project(evil("fs.writeFileSync('node_modules/dep/index.js', 'export const n = 2')"))
    const { code, says } = await ended(repository)
    expect(code).toBe(3)
    // Packages are looked at after some processes, at random, and at the end: by then any of the three checkouts may have it.
    expect(says[0]).toMatch(
      /^((base|head)'s checkout (with head's suites )?was|the checkouts of (base|head|base and head|head and base) were) changed while .*: node_modules\/dep\/index\.js \(content\)$/,
    )
  })

  test.each([
    [
      'writes into the checkout of base',
      'cp lib.mjs ../a',
      "base's checkout was changed while base.setup ran on head: lib.mjs (content)",
    ],
    [
      'removes the checkout of base',
      'rm -r ../a',
      "base's checkout was removed while base.setup ran on head",
    ],
    [
      'removes what holds the checkouts, and fails',
      'rm -r "$(dirname "$PWD")"; false',
      'the checkouts were removed while they were prepared',
    ],
  ])('%s in its set-up line', async (_name, line, message) => {
    const repository = project({ 'lib.mjs': SLOW })
    const config = `${CONFIG}base: { setup: ${JSON.stringify(line)} }\n`
    const suites = ['*.bench.mjs']
    const onBase = { suites, suitesToReplace: suites, commands: [], setup: null, nodeArgs: [] }
    expect(await ended(repository, { config, onBase })).toEqual({ code: 3, says: [message] })
    expect(repository.sandbox.leftovers()).toEqual([])
  })

  test('writes into the checkout of base in its command', async () => {
    const repository = project(
      {
        'lib.mjs': SLOW,
        'bench.mjs': `${FS}${TOOL}${OTHERS}for (const other of others) fs.copyFileSync('lib.mjs', join(other, 'lib.mjs'))`,
      },
      { 'bench.mjs': TOOL },
    )
    expect(await ended(repository, { config: COMMAND })).toEqual({
      code: 3,
      says: ["base's checkout was changed while node bench.mjs ran on head: lib.mjs (content)"],
    })
  })
})

describe('an honest project stays green', () => {
  const LOADS = `import { createJiti } from '${import.meta.resolve('jiti')}'
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs'
// What bundles at its start, what keeps a cache, what leaves results.
mkdirSync('dist', { recursive: true })
writeFileSync('dist/bundle.mjs', readFileSync('lib.mjs'))
writeFileSync('built.mjs', readFileSync('lib.mjs'))
createJiti(import.meta.url, { fsCache: true })('./part.ts')
writeFileSync('words.json', JSON.stringify([Math.random()]))
`
  const files = {
    'a.bench.mjs':
      LOADS +
      SUITE.replace('./lib.mjs', './dist/bundle.mjs').replace(
        /^import .*bundle.*$/m,
        "const { cost } = await import('./dist/bundle.mjs')",
      ),
    'part.ts': 'export const n: number = 1',
    'built.mjs': FILES['lib.mjs'],
    '.gitignore': 'node_modules\n',
  }

  test('whose suites bundle, cache and leave results', async () => {
    expect(await ended(project({ 'other.txt': '' }, files))).toEqual({
      code: 0,
      says: ['Measuring wrote into the checkouts of base and head: "dist", "words.json"'],
    })
  })

  test('and beside a second gate of the same project', async () => {
    const repository = project({ 'other.txt': '' })
    const green = { code: 0, says: [] }
    expect(await Promise.all([ended(repository), ended(repository)])).toEqual([green, green])
    expect(repository.sandbox.leftovers()).toEqual([])
  })
})
