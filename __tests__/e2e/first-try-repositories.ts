import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ScratchRepository } from '../scratch-repository.ts'

/** A small repository as somebody has it who tries the gate for the first time. */
export interface FirstTry {
  name: string
  /** Its files; the config, if any, is `benchgate.yml`. */
  files: Record<string, string>
  /** What was installed or built in the checkout before, which git ignores. */
  prepare?: (repository: ScratchRepository) => void
  /** Ids of its benchmarks, or the first lines of the error. */
  expected: readonly string[] | string
  /** Its exit code, if not 0, or 3 with an error. */
  code?: number
  /** All warnings, with an ellipsis for what differs from process to process. */
  warnings?: readonly string[]
}

const installed = join(import.meta.dirname, '../../node_modules')

/** Times that a suite states itself, in ns: a verdict is then about numbers that nobody measured. */
const SAYS =
  'const says = (ns) => function* () { yield { manual: () => ns * (1 + 0.001 * Math.random()) } }\n'
/** A suite that registers `body`. */
const suite = (body: string, from = "import { bench, group, run } from 'mitata'") =>
  `${from}\n${SAYS}${body}\nawait run()\n`
/** The same in TypeScript that every Node runs, which has its imports above. */
const typed = (imports: string, body: string) =>
  suite(body, `import { bench, run } from 'mitata'\n${imports}`).replace('(ns)', '(ns: number)')

const PACKAGE = '{ "name": "acme", "private": true, "type": "module" }\n'
const suites = (glob: string, more = '') =>
  `version: 1\nsuites: [${JSON.stringify(glob)}]\nmeasure: { time-per-benchmark: 5 ms${more} }\n`
const base = (files: Record<string, string>, config: string | null = suites('bench/*')) => ({
  '.gitignore': 'node_modules\ndist\n',
  'package.json': PACKAGE,
  ...(config !== null && { 'benchgate.yml': config }),
  ...files,
})

/** Puts a package into a folder of the checkout as an installer does: files of its own. */
function install({ directory }: ScratchRepository, folder: string, name = 'mitata'): void {
  cpSync(join(installed, name), join(directory, folder), { recursive: true })
}

function link({ directory }: ScratchRepository, place: string, to: string): void {
  mkdirSync(dirname(join(directory, place)), { recursive: true })
  symlinkSync(to, join(directory, place))
}

const withMitata = (repository: ScratchRepository) => install(repository, 'node_modules/mitata')
const PNPM_MITATA = 'node_modules/.pnpm/mitata@1.0.34/node_modules/mitata'

/** Two packages, of which `text` uses `core` by its name. */
const WORKSPACES = {
  'packages/core/package.json': '{ "name": "@acme/core", "type": "module", "exports": "./src/index.ts" }\n',
  'packages/core/src/index.ts': 'export const cost = (size: number): number => 10 * size\n',
  'packages/core/bench/core.bench.ts': typed(
    "import { cost } from '../src/index.ts'",
    "bench('cost', says(cost(100)))",
  ),
  'packages/text/package.json': '{ "name": "@acme/text", "dependencies": { "@acme/core": "*" } }\n',
  'packages/text/bench/text.bench.ts': typed(
    "import { cost } from '@acme/core'",
    "bench('split', says(cost(50)))",
  ),
}
const OF_WORKSPACES = [
  'packages/core/bench/core.bench.ts › cost',
  'packages/text/bench/text.bench.ts › split',
]
const inWorkspaces = (more: Record<string, string>) => ({
  ...base({ ...WORKSPACES, ...more }, suites('packages/*/bench/*.bench.ts')),
  'package.json': '{ "name": "acme", "private": true, "type": "module", "workspaces": ["packages/*"] }\n',
})

/** All in `node_modules` of the root, with links to the packages: npm, and yarn with `node-modules`. */
function hoisted(repository: ScratchRepository): void {
  withMitata(repository)
  for (const name of ['core', 'text'])
    link(repository, `node_modules/@acme/${name}`, `../../packages/${name}`)
}

function inPnpmStore(repository: ScratchRepository): void {
  install(repository, PNPM_MITATA)
  for (const name of ['core', 'text'])
    link(repository, `packages/${name}/node_modules/mitata`, `../../../${PNPM_MITATA}`)
  link(repository, 'packages/text/node_modules/@acme/core', '../../../core')
}

export const workspaces: readonly FirstTry[] = [
  {
    name: 'workspaces of npm',
    files: inWorkspaces({
      'package-lock.json': '{ "name": "acme", "lockfileVersion": 3, "packages": {} }\n',
    }),
    prepare: hoisted,
    expected: OF_WORKSPACES,
  },
  {
    name: 'workspaces of pnpm',
    files: inWorkspaces({
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'pnpm-workspace.yaml': "packages: ['packages/*']\n",
    }),
    prepare: inPnpmStore,
    expected: OF_WORKSPACES,
  },
  {
    name: 'workspaces of yarn',
    files: inWorkspaces({
      'yarn.lock': '__metadata:\n  version: 8\n',
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
    }),
    prepare: hoisted,
    expected: OF_WORKSPACES,
  },
]

const SOURCE = { 'src/index.ts': 'export const cost: number = 500\n' }
const WORKER = `import { Worker } from 'node:worker_threads'
new Worker('setInterval(() => {}, 1000)', { eval: true })`
const SERVER = "import { createServer } from 'node:http'\ncreateServer(() => {}).listen(0)"

const packages: readonly FirstTry[] = [
  {
    name: 'a single package, without a config',
    files: base({ 'bench/parse.bench.js': suite("bench('parse', says(500))") }, null),
    prepare: withMitata,
    expected: ['bench/parse.bench.js › parse'],
  },
  {
    name: 'a single package of pnpm',
    files: base({
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'bench/parse.mjs': suite("bench('parse', says(500))"),
    }),
    prepare: (repository) => {
      install(repository, PNPM_MITATA)
      link(repository, 'node_modules/mitata', '.pnpm/mitata@1.0.34/node_modules/mitata')
    },
    expected: ['bench/parse.mjs › parse'],
  },
  ...workspaces,
  {
    name: 'CommonJS',
    files: base({
      'package.json': '{ "name": "acme" }\n',
      'lib/cost.js': 'module.exports = { cost: 500 }\n',
      'bench/a.js': `const { bench, run } = require('mitata')
const { cost } = require('../lib/cost')
${SAYS}bench('parse', says(cost))
run()
`,
    }),
    prepare: withMitata,
    expected: ['bench/a.js › parse'],
  },
]

const typescript: readonly FirstTry[] = [
  {
    name: 'TypeScript without a loader: no extension, `.js` for `.ts`, a folder',
    files: base({
      'src/one.ts': 'export const one: number = 500\n',
      'src/two.ts': 'export const two: number = 500\n',
      'src/more/index.ts': 'export const three: number = 500\n',
      'bench/a.bench.ts': typed(
        "import { one } from '../src/one'\nimport { two } from '../src/two.js'\nimport { three } from '../src/more'",
        "bench('sum', says(one + two + three))",
      ),
    }),
    prepare: withMitata,
    expected: ['bench/a.bench.ts › sum'],
  },
  {
    name: 'as written for Bun: its lockfile, `paths` of tsconfig.json, no extension, no config',
    files: base(
      {
        'bun.lock': '{ "lockfileVersion": 1 }\n',
        'tsconfig.json': `{
  // Bun reads comments
  "compilerOptions": { "module": "Preserve", "moduleResolution": "bundler", "paths": { "@/*": ["./src/*"] } },
}
`,
        'src/cost.ts': "import { size } from '@/size'\nexport const cost: number = 5 * size\n",
        'src/size.ts': 'export const size: number = 100\n',
        'bench/a.bench.ts': typed("import { cost } from '@/cost'", "bench('parse', says(cost))"),
      },
      null,
    ),
    prepare: withMitata,
    expected: ['bench/a.bench.ts › parse'],
  },
  {
    name: 'enums, a namespace and parameter properties',
    files: base({
      'src/kind.ts': `export enum Kind { Short = 100, Long = 500 }
export namespace Of { export const short: number = Kind.Short }
export class Cost { constructor(readonly ns: number) {} }
`,
      'bench/a.ts': typed(
        "import { Cost, Kind, Of } from '../src/kind.ts'",
        "bench('parse', says(new Cost(Kind.Long).ns + Of.short))",
      ),
    }),
    prepare: withMitata,
    expected: ['bench/a.ts › parse'],
  },
  {
    name: 'tsx, which only the checkout of the user has',
    files: base(
      {
        ...SOURCE,
        'src/type.ts': 'export type Cost = number\nexport const own = 500\n',
        'bench/a.ts': typed(
          "import { cost } from '../src'\nimport { Cost, own } from '../src/type'",
          "const all: Cost = cost + own\nbench('parse', says(all))",
        ),
      },
      suites('bench/*', ', node-args: ["--import", "tsx"]'),
    ),
    prepare: (repository) => {
      withMitata(repository)
      link(repository, 'node_modules/tsx', join(installed, 'tsx'))
    },
    expected: ['bench/a.ts › parse'],
    warnings: ['node_modules/tsx leads out of the repository: base and head load the same files there'],
  },
  {
    name: 'jiti, by which a suite loads its sources',
    files: base({
      ...SOURCE,
      'bench/a.mjs': suite(
        "const { cost } = await createJiti(import.meta.url).import('../src/index')\nbench('parse', says(cost))",
        "import { bench, run } from 'mitata'\nimport { createJiti } from 'jiti'",
      ),
    }),
    prepare: (repository) => {
      withMitata(repository)
      install(repository, 'node_modules/jiti', 'jiti')
    },
    expected: ['bench/a.mjs › parse'],
  },
]

const names: readonly FirstTry[] = [
  {
    name: 'one name in two suites',
    files: base({
      'bench/a.mjs': suite("bench('parse', says(500))"),
      'bench/b.mjs': suite("bench('parse', says(900))"),
    }),
    prepare: withMitata,
    expected: ['bench/a.mjs › parse', 'bench/b.mjs › parse'],
  },
  {
    name: 'one name twice in a suite',
    files: base({ 'bench/a.mjs': suite("bench('parse', says(500))\nbench('parse', says(900))") }),
    prepare: withMitata,
    expected: ['bench/a.mjs › parse', 'bench/a.mjs › parse #2'],
    warnings: [
      'bench/a.mjs uses a name for several benchmarks, which are told apart by their order: "parse" (2)',
    ],
  },
  {
    name: 'a warm-up of one name in every file',
    files: base({
      'bench/a.mjs': suite("bench('noop', says(1))\nbench('parse', says(500))"),
      'bench/b.mjs': suite("bench('noop', says(1))\nbench('print', says(500))"),
      'bench/c.mjs': suite("bench('noop', says(1))\nbench('sort', says(500))"),
    }),
    prepare: withMitata,
    expected: [
      'bench/a.mjs › noop',
      'bench/a.mjs › parse',
      'bench/b.mjs › noop',
      'bench/b.mjs › print',
      'bench/c.mjs › noop',
      'bench/c.mjs › sort',
    ],
  },
  {
    name: 'a name with the date in it',
    files: base({
      'bench/a.mjs': suite('bench(`run of ${new Date().toISOString()}`, says(9))\nbench("parse", says(500))'),
    }),
    prepare: withMitata,
    expected: ['bench/a.mjs › parse'],
    warnings: [
      'bench/a.mjs:3: the name of this benchmark changes from process to process ("run of …", "run of …"): give it a fixed name',
    ],
  },
  {
    name: 'random names only',
    files: base({
      'bench/a.mjs': suite('bench(`run of ${crypto.randomUUID()}`, says(9))'),
    }),
    prepare: withMitata,
    expected: `error: the suites of head hold no benchmark with a fixed name:
bench/a.mjs:3: the name of this benchmark changes from process to process ("run of …", "run of …"): give it a fixed name`,
  },
  {
    name: 'groups that nobody awaits',
    files: base({
      'bench/a.mjs': suite(`const wait = (ms) => new Promise((done) => setTimeout(done, ms))
group('slow', async () => { await wait(20); bench('copy', says(500)) })
group('plain', () => { bench('copy', says(900)) })
group('later', async () => { await wait(1); bench('copy', says(700)) })`),
    }),
    prepare: withMitata,
    expected: ['bench/a.mjs › later/copy', 'bench/a.mjs › plain/copy', 'bench/a.mjs › slow/copy'],
  },
  {
    name: 'both forms of Unicode, with a rule in the other one',
    files: base(
      {
        'bench/a.mjs': suite(
          `bench('${'größe'.normalize('NFD')}', says(500))\nbench('${'café'.normalize('NFC')}', says(500))`,
        ),
      },
      `${suites('bench/*')}budgets:
  - { match: '${'größe'.normalize('NFC')}', metric: time, max-regression: 5% }
  - { match: '${'café'.normalize('NFD')}', metric: time, max-regression: 5% }
`,
    ),
    prepare: withMitata,
    expected: [`bench/a.mjs › ${'café'.normalize('NFC')}`, `bench/a.mjs › ${'größe'.normalize('NFC')}`],
  },
]

const mitata: readonly FirstTry[] = [
  {
    name: 'mitata under an alias and by a path',
    files: base({
      'bench/alias.mjs': suite("bench('parse', says(500))", "import { bench, run } from 'fast-bench'"),
      'bench/path.mjs': suite(
        "bench('parse', says(500))",
        "import { bench, run } from '../node_modules/mitata/src/main.mjs'",
      ),
    }),
    prepare: (repository) => {
      withMitata(repository)
      install(repository, 'node_modules/fast-bench')
    },
    expected: ['bench/alias.mjs › parse', 'bench/path.mjs › parse'],
  },
  {
    name: 'what mitata 0.1 has',
    files: base({
      'bench/old.mjs': suite(
        "group({ name: 'clone', summary: false }, () => { baseline('assign', says(500)); bench('spread', says(900)) })",
        "import { baseline, bench, group, run } from 'mitata'",
      ),
    }),
    prepare: withMitata,
    expected: ['bench/old.mjs › clone/assign', 'bench/old.mjs › clone/spread'],
  },
  {
    name: 'measure() alone',
    files: base({
      'bench/lib.mjs': "import { measure } from 'mitata/src/lib.mjs'\nawait measure(() => 'a'.repeat(50))\n",
    }),
    prepare: withMitata,
    expected: `error: the suites of head hold no benchmark:
bench/lib.mjs:2 calls measure(), which is not gated: register it with bench(name, f)`,
  },
  {
    name: 'nothing that is called a suite',
    files: base({ 'test/speed.mjs': suite("bench('parse', says(500))") }, null),
    prepare: withMitata,
    code: 2,
    expected: 'error: no file of head matches suites: **/*.bench.{ts,mts,cts,js,mjs,cjs}',
  },
]

const surroundings: readonly FirstTry[] = [
  {
    name: 'a timer, a server and a worker that are left open',
    files: base({
      'bench/server.mjs': suite(`${SERVER}\nbench('request', says(500))`),
      'bench/timer.mjs': suite("setInterval(() => {}, 50)\nbench('tick', says(500))"),
      'bench/worker.mjs': suite(`${WORKER}\nbench('post', says(500))`),
    }),
    prepare: withMitata,
    expected: ['bench/server.mjs › request', 'bench/timer.mjs › tick', 'bench/worker.mjs › post'],
  },
  ...['setup: node build.mjs', null].map((setup) => ({
    name: `built files ${setup === null ? 'without' : 'with'} the line that builds them`,
    files: base(
      {
        'package.json': '{ "name": "acme", "type": "module", "scripts": { "build": "node build.mjs" } }\n',
        'build.mjs':
          "import { mkdirSync, writeFileSync } from 'node:fs'\nmkdirSync('dist', { recursive: true })\nwriteFileSync('dist/index.mjs', 'export const cost = 500\\n')\n",
        'bench/a.mjs': suite(
          "bench('parse', says(cost))",
          "import { bench, run } from 'mitata'\nimport { cost } from '../dist/index.mjs'",
        ),
      },
      `${suites('bench/*')}${setup === null ? '' : `base: { ${setup} }\n`}`,
    ),
    prepare: (repository: ScratchRepository) => {
      withMitata(repository)
      repository.write({ 'dist/index.mjs': 'export const cost = 500\n' })
    },
    expected:
      setup === null
        ? 'error: bench/a.mjs on head needs dist/index.mjs, which git ignores: your checkout has it, and the measured one does not'
        : ['bench/a.mjs › parse'],
  })),
  ...['setup: git -c protocol.file.allow=always submodule update --init vendor/lib', null].map((setup) => ({
    name: `a submodule ${setup === null ? 'without' : 'with'} the line that checks it out`,
    files: base(
      {
        'bench/a.mjs': suite(
          "bench('parse', says(cost))",
          "import { bench, run } from 'mitata'\nimport { cost } from '../vendor/lib/index.mjs'",
        ),
      },
      `${suites('bench/*')}${setup === null ? '' : `base: { ${setup} }\n`}`,
    ),
    prepare: (repository: ScratchRepository) => {
      withMitata(repository)
      addSubmodule(repository)
    },
    expected:
      setup === null
        ? 'error: bench/a.mjs on head needs vendor/lib/index.mjs of the submodule vendor/lib, which is not checked out'
        : ['bench/a.mjs › parse'],
  })),
]

/** A repository of its own in a folder that git ignores, and a submodule of it. */
function addSubmodule(repository: ScratchRepository): void {
  repository.write({ 'node_modules/lib/index.mjs': 'export const cost = 500\n' })
  const own = (...args: string[]) => repository.git('-C', 'node_modules/lib', ...args)
  own('init', '-q')
  own('add', 'index.mjs')
  own('commit', '-q', '-m', 'lib')
  const address = join(repository.directory, 'node_modules/lib')
  repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', address, 'vendor/lib')
}

export const firstTries: readonly FirstTry[] = [
  ...packages,
  ...typescript,
  ...names,
  ...mitata,
  ...surroundings,
]
