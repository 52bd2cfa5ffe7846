import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Watch } from '../../src/checkout/watch.ts'
import type { Finding } from '../../src/model/finding.ts'

const LAID = {
  'lib.mjs': 'export const n = 1',
  'src/parse.ts': 'export const n = 1',
  'src/forms/index.js': 'export const n = 1',
  'src/words.json': '[]',
  'bin/tool': '#!/bin/sh',
  'main.go': 'package main',
  'package.json': '{}',
  '.git/HEAD': '0',
  'node_modules/.package-lock.json': '{}',
  'node_modules/dep/package.json': '{}',
  'node_modules/dep/index.js': 'module.exports = 1',
}

/** Two checkouts with the same files, which are watched. */
class Places {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate-seal-')))
  readonly watch: Watch

  constructor({ wholeLooks = false, commandsOnly = false } = {}) {
    onTestFinished(() => rmSync(this.directory, { recursive: true, force: true }))
    for (const side of ['a', 'b'])
      for (const [path, text] of Object.entries(LAID)) this.write(`${side}/${path}`, text)
    symlinkSync('src', this.path('a/link'))
    symlinkSync('.pnpm/linked@1', this.path('a/node_modules/linked'))
    this.watch = new Watch({
      scratch: this.directory,
      sources: async () => new Set(['lib.mjs', 'main.go', 'src/words.json']),
      ignored: async (paths) => new Set(paths.filter((path) => path.startsWith('target'))),
      random: () => (wholeLooks ? 0 : 1),
      signal: new AbortController().signal,
    })
    if (commandsOnly) this.watch.runsSuites = { base: false, head: false }
  }

  async seal(): Promise<this> {
    this.write('own/worker.js', '')
    await this.watch.addOwnCode(this.path('own'))
    this.write('tools/node', 'Node')
    this.watch.addProgram(this.path('tools/node'))
    this.write('ta/tsx-0/1', 'laid')
    this.write('tb/tsx-0/1', 'laid')
    await this.watch.add('base', this.path('a'), this.path('ta'))
    await this.watch.add('head', this.path('b'), this.path('tb'))
    return this
  }

  path(path: string): string {
    return join(this.directory, path)
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.path(path)), { recursive: true })
    writeFileSync(this.path(path), text)
  }

  /** What is said after a process of a side; null: nothing. */
  async afterProcess(side: 'a' | 'b'): Promise<string | null> {
    const what = `x.bench.ts ran on ${side === 'a' ? 'base' : 'head'}`
    return await this.watch.afterProcess(this.path(side), what).then(() => null, messageOf)
  }

  async hold(): Promise<string | Finding[]> {
    return await this.watch.hold().catch(messageOf)
  }
}

const messageOf = (error: unknown): string => (error as Error).message

/** Writes to a file and gives it its old times back, as far as that can be done. */
function rewrite(file: string, text: string): void {
  const { atime, mtime } = statSync(file)
  writeFileSync(file, text)
  utimesSync(file, atime, mtime)
}

const byHead = (what: string) => `base's checkout was changed while x.bench.ts ran on head: ${what}`

describe('what a process of head does in the checkout of base', () => {
  const cases: [name: string, act: (o: Places) => void, said: string | null][] = [
    ['nothing', () => {}, null],
    ['writes other code', (o) => o.write('a/lib.mjs', 'export const n = 2'), byHead('lib.mjs (content)')],
    [
      'writes other code of one size, and sets the times back',
      (o) => rewrite(o.path('a/lib.mjs'), 'export const n = 2'),
      byHead('lib.mjs (content)'),
    ],
    [
      'writes code and takes it back',
      (o) => {
        o.write('a/lib.mjs', 'export const n = 2')
        rewrite(o.path('a/lib.mjs'), LAID['lib.mjs'])
      },
      byHead('lib.mjs (written to)'),
    ],
    ['writes data', (o) => o.write('a/src/words.json', '[1]'), byHead('src/words.json (content)')],
    ['adds a file', (o) => o.write('a/src/parse.js', ''), byHead('src/parse.js (new)')],
    [
      'adds a file and removes it',
      (o) => {
        o.write('a/src/parse.js', '')
        rmSync(o.path('a/src/parse.js'))
      },
      byHead('src (written to)'),
    ],
    ['adds a package', (o) => o.write('a/node_modules/near/index.js', ''), byHead('node_modules/near (new)')],
    ['removes a file', (o) => rmSync(o.path('a/src/parse.ts')), byHead('src/parse.ts (removed)')],
    [
      'puts a link in the place of a file',
      (o) => {
        rmSync(o.path('a/lib.mjs'))
        symlinkSync('../b/lib.mjs', o.path('a/lib.mjs'))
      },
      byHead('lib.mjs (type)'),
    ],
    [
      'puts a pipe in the place of a file, which nobody writes to',
      (o) => {
        rmSync(o.path('a/lib.mjs'))
        execFileSync('sh', ['-c', 'mkfifo lib.mjs'], { cwd: o.path('a') })
      },
      byHead('lib.mjs (type)'),
    ],
    [
      'lets a link lead elsewhere',
      (o) => {
        rmSync(o.path('a/link'))
        symlinkSync('bin', o.path('a/link'))
      },
      byHead('link (target)'),
    ],
    [
      'makes a file executable',
      (o) => chmodSync(o.path('a/lib.mjs'), 0o755),
      byHead('lib.mjs (permissions)'),
    ],
    [
      'puts a directory in the place of another',
      (o) => {
        renameSync(o.path('a/src'), o.path('a/was'))
        o.write('a/src/parse.ts', 'export const n = 2')
      },
      byHead('was (new), src/forms (removed), src/parse.ts (content), and 2 more'),
    ],
    ['edits its repository', (o) => o.write('a/.git/config', 'x'), byHead('.git/config (new)')],
    [
      'removes everything',
      (o) => rmSync(o.path('a'), { recursive: true }),
      "base's checkout was removed while x.bench.ts ran on head",
    ],
    [
      'puts another directory in its place',
      (o) => {
        renameSync(o.path('a'), o.path('was'))
        o.write('a/lib.mjs', LAID['lib.mjs'])
      },
      "base's checkout was replaced while x.bench.ts ran on head",
    ],
    [
      'gives a file a name that is hard to read',
      (o) => o.write('a/\u001b[2Jx.js', ''),
      byHead(String.raw`"\u001b[2Jx.js" (new)`),
    ],
    [
      'writes into the code that measures',
      (o) => o.write('own/worker.js', 'x'),
      "benchgate's own files were changed while x.bench.ts ran on head: worker.js (content)",
    ],
    [
      'installs a package above the checkouts',
      (o) => o.write('node_modules/dep/index.js', ''),
      'node_modules was put beside the checkouts while x.bench.ts ran on head',
    ],
    [
      'says above the checkouts what their files are',
      (o) => o.write('package.json', ''),
      'package.json was put beside the checkouts while x.bench.ts ran on head',
    ],
    [
      'writes into a cache',
      (o) => o.write('a/node_modules/.cache/x', ''),
      byHead('node_modules/.cache (new)'),
    ],
    [
      'writes where a build tool keeps its state, of which no suite needs any',
      (o) => o.write('a/.turbo/x.mjs', ''),
      byHead('.turbo (new)'),
    ],
  ]
  test.each(cases)('%s', async (_name, act, said) => {
    const places = new Places()
    mkdirSync(places.path('a/.gradle'))
    await places.seal()
    act(places)
    expect(await places.afterProcess('b')).toBe(said)
  })
})

describe('what the processes of a side may do in its own checkout', () => {
  const own = (what: string) => `base's checkout was changed while it was measured: ${what}`
  const wrote = (...files: string[]): Finding[] => [{ code: 'checkout-written', sides: ['base'], files }]
  type Row = [
    name: string,
    act: (o: Places) => void,
    said: string | Finding[],
    ofCommands: string | Finding[],
  ]
  const cases: Row[] = [
    ['nothing', () => {}, [], []],
    ['write the code that is there again', (o) => o.write('a/lib.mjs', LAID['lib.mjs']), [], []],
    [
      'write other code',
      (o) => o.write('a/lib.mjs', 'x'),
      own('lib.mjs (content)'),
      own('lib.mjs (content)'),
    ],
    [
      'write what a build wrote',
      (o) => o.write('a/src/parse.ts', 'x'),
      own('src/parse.ts (content)'),
      wrote('src/parse.ts'),
    ],
    [
      'write code of another language',
      (o) => o.write('a/main.go', 'x'),
      wrote('main.go'),
      own('main.go (content)'),
    ],
    [
      'write results',
      (o) => o.write('a/src/words.json', 'x'),
      wrote('src/words.json'),
      wrote('src/words.json'),
    ],
    ['remove code', (o) => rmSync(o.path('a/lib.mjs')), own('lib.mjs (removed)'), own('lib.mjs (removed)')],
    [
      'write into a package',
      (o) => o.write('a/node_modules/dep/index.js', 'x'),
      own('node_modules/dep/index.js (content)'),
      own('node_modules/dep/index.js (content)'),
    ],
    [
      'add to a package what is loaded in the place of another file',
      (o) => o.write('a/node_modules/dep/index.mjs', 'x'),
      own('node_modules/dep/index.mjs (new)'),
      own('node_modules/dep/index.mjs (new)'),
    ],
    [
      'link another version of a package',
      (o) => {
        rmSync(o.path('a/node_modules/linked'))
        symlinkSync('.pnpm/linked@2', o.path('a/node_modules/linked'))
      },
      own('node_modules/linked (target)'),
      own('node_modules/linked (target)'),
    ],
    [
      'add what a package loads where it is there',
      (o) => o.write('a/node_modules/dep/native.node', 'x'),
      own('node_modules/dep/native.node (new)'),
      wrote('node_modules/dep/native.node'),
    ],
    [
      'write what resolves packages without node_modules',
      (o) => o.write('a/.pnp.cjs', ''),
      own('.pnp.cjs (new)'),
      wrote('.pnp.cjs'),
    ],
    [
      'let a package manager note its work',
      (o) => o.write('a/node_modules/.package-lock.json', '{ }'),
      wrote('node_modules/.package-lock.json'),
      wrote('node_modules/.package-lock.json'),
    ],
    [
      'install a package',
      (o) => o.write('a/node_modules/near/index.js', 'x'),
      own('node_modules/near (new)'),
      wrote('node_modules/near'),
    ],
    [
      'install a package nearer to the code',
      (o) => o.write('a/src/node_modules/dep/index.js', 'x'),
      own('src/node_modules (new)'),
      wrote('src/node_modules'),
    ],
    [
      'say what a package loads',
      (o) => o.write('a/src/package.json', '{}'),
      own('src/package.json (new)'),
      wrote('src/package.json'),
    ],
    [
      'say how code is compiled',
      (o) => o.write('a/tsconfig.json', '{}'),
      own('tsconfig.json (new)'),
      wrote('tsconfig.json'),
    ],
    [
      'compile beside the source',
      (o) => o.write('a/src/parse.js', ''),
      own('src/parse.js (new)'),
      wrote('src/parse.js'),
    ],
    [
      'put a file before a directory',
      (o) => o.write('a/src/forms.js', ''),
      own('src/forms.js (new)'),
      wrote('src/forms.js'),
    ],
    [
      'put a directory behind a file',
      (o) => o.write('a/src/parse/index.js', ''),
      own('src/parse (new)'),
      wrote('src/parse'),
    ],
    ['write results beside a suite', (o) => o.write('a/lib.json', ''), wrote('lib.json'), wrote('lib.json')],
    [
      'bundle into a directory of its own',
      (o) => o.write('a/dist/package.json', ''),
      wrote('dist'),
      wrote('dist'),
    ],
    ['build what git ignores', (o) => o.write('a/target/x/index.js', ''), [], []],
    ['fill the caches of tools', (o) => o.write('a/node_modules/.vite/deps/package.json', ''), [], []],
    [
      'fill caches where nothing is installed',
      (o) => o.write('a/src/node_modules/.cache/x', ''),
      wrote('src/node_modules'),
      wrote('src/node_modules'),
    ],
    ['commit something', (o) => o.write('a/.git/HEAD', '1'), [], []],
  ]
  test.each(cases)('%s', async (_name, act, said, ofCommands) => {
    for (const [commandsOnly, expected] of [
      [false, said],
      [true, ofCommands],
    ] as const) {
      const places = await new Places({ commandsOnly }).seal()
      act(places)
      expect(await places.afterProcess('a')).toBeNull()
      // What its own side did is no business of the other.
      expect(await places.afterProcess('b')).toBeNull()
      expect(await places.hold()).toEqual(expected)
    }
  })
})

test('code that head’s process puts into a package of base, and base’s takes back, is found by a whole look', async () => {
  const places = await new Places({ wholeLooks: true }).seal()
  expect(await places.afterProcess('a')).toBeNull()
  places.write('a/node_modules/dep/index.js', 'module.exports = 2')
  expect(await places.afterProcess('b')).toBe(byHead('node_modules/dep/index.js (content)'))
})

test('code that base has loaded from a changed package by then is found by a whole look, too', async () => {
  const places = await new Places({ wholeLooks: true }).seal()
  places.write('a/node_modules/dep/index.js', 'module.exports = 2')
  expect(await places.afterProcess('b')).toBeNull()
  expect(await places.afterProcess('a')).toBe(
    "base's checkout was changed while x.bench.ts ran on base: node_modules/dep/index.js (content)",
  )
})

test.each<[string, (file: string) => void]>([
  ['rewritten', (file) => rewrite(file, readFileSync(file, 'utf8'))],
  [
    'replaced',
    (file) => {
      const { atime, mtime } = statSync(file)
      copyFileSync(file, `${file}.new`)
      utimesSync(`${file}.new`, atime, mtime)
      renameSync(`${file}.new`, file)
    },
  ],
])(
  'a file of a package that was %s, and has its content and its times again, is not what was there',
  async (_how, act) => {
    const places = await new Places().seal()
    act(places.path('a/node_modules/dep/index.js'))
    expect(await places.hold()).toBe(
      "base's checkout was changed while it was measured: node_modules/dep/index.js (written to)",
    )
  },
)

test('the Node that runs suites is the one that ran them so far', async () => {
  const places = await new Places().seal()
  places.write('tools/node', 'a wrapper')
  expect(await places.afterProcess('b')).toBe(
    `${places.path('tools/node')} was replaced while x.bench.ts ran on head`,
  )
})

test('a server of a build tool may go on where commands run', async () => {
  const places = await new Places({ commandsOnly: true }).seal()
  places.write('a/.gradle/x.lock', '')
  expect(await places.afterProcess('b')).toBeNull()
})

test('many files of data do not push code out of sight', async () => {
  const places = new Places()
  mkdirSync(places.path('a/data'))
  for (let i = 0; i < 20_100; i++) writeFileSync(places.path(`a/data/${i}.txt`), '')
  places.write('a/src/very/deep/core.mjs', 'export const n = 1')
  await places.seal()
  places.write('a/src/very/deep/core.mjs', 'export const n = 2')
  expect(await places.afterProcess('b')).toBe(byHead('src/very/deep/core.mjs (content)'))
})

test.each(['src/__pycache__/x.pyc', 'node_modules/.cache/jiti/x.mjs', 'target/release/x'])(
  'what a process of base left in %s must not come from one of head',
  async (path) => {
    const places = await new Places().seal()
    places.write(`a/${path}`, 'own')
    expect(await places.afterProcess('a')).toBeNull()
    expect(await places.afterProcess('b')).toBeNull()
    places.write(`a/${path}`, 'foreign')
    expect(await places.afterProcess('b')).toBe(byHead(`${path} (content)`))
  },
)

test('files that another gate links and unlinks are what they were; writing through any link is found', async () => {
  const places = new Places({ wholeLooks: true })
  const shared = ['node_modules/dep/index.js', 'src/parse.ts']
  for (const path of shared) {
    rmSync(places.path(`b/${path}`))
    linkSync(places.path(`a/${path}`), places.path(`b/${path}`))
  }
  await places.seal()
  for (const path of shared) {
    linkSync(places.path(`a/${path}`), places.path('elsewhere.js'))
    unlinkSync(places.path('elsewhere.js'))
  }
  expect(await places.afterProcess('a')).toBeNull()
  expect(await places.afterProcess('b')).toBeNull()
  expect(await places.hold()).toEqual([])
  rewrite(places.path('b/src/parse.ts'), 'export const n = 2')
  expect(await places.afterProcess('b')).toBe(byHead('src/parse.ts (content)'))
})

test('what a set-up line writes into its own checkout is what is measured then', async () => {
  const places = await new Places().seal()
  const setUp = (side: 'a' | 'b', line: () => void) =>
    places.watch
      .aroundSetUp(places.path(side), `the set-up of x ran on ${side}`, async () => line())
      .then(() => null, messageOf)
  expect(
    await setUp('a', () => {
      places.write('a/src/parse.ts', 'built')
      places.write('a/src/made/index.js', 'built')
      places.write('a/node_modules/dep/index.js', 'built')
      rmSync(places.path('a/bin'), { recursive: true })
    }),
  ).toBeNull()
  expect(await places.hold()).toEqual([])
  expect(await places.afterProcess('b')).toBeNull()
  expect(await setUp('b', () => places.write('a/node_modules/dep/index.js', 'other'))).toBe(
    "base's checkout was changed while the set-up of x ran on b: node_modules/dep/index.js (content)",
  )
  // Nor does a later line of base make it base's own.
  expect(await setUp('a', () => {})).toBe(
    "base's checkout was changed while it was measured: node_modules/dep/index.js (content)",
  )
})

test('a checkout that changes places is the same one', async () => {
  const places = await new Places().seal()
  renameSync(places.path('a'), places.path('x'))
  renameSync(places.path('b'), places.path('a'))
  renameSync(places.path('x'), places.path('b'))
  places.watch.moved({ base: places.path('b'), head: places.path('a'), overlay: '' })
  expect(await places.afterProcess('a')).toBeNull()
  expect(await places.hold()).toEqual([])
  places.write('b/lib.mjs', 'x')
  expect(await places.watch.afterProcess(places.path('a'), 'x.bench.ts ran on head').catch(messageOf)).toBe(
    byHead('lib.mjs (content)'),
  )
})

test('files that each process of a side names otherwise are its own', async () => {
  const places = await new Places().seal()
  for (const name of ['1', '2', '3']) {
    rmSync(places.path('a/tmp'), { recursive: true, force: true })
    places.write(`a/tmp/${name}.js`, name)
    expect(await places.afterProcess('a')).toBeNull()
    expect(await places.afterProcess('b')).toBeNull()
  }
  places.write('a/tmp/2.js', '2')
  expect(await places.afterProcess('b')).toBe(byHead('tmp/2.js (new)'))
})

test('code that both sides wrote is said of both', async () => {
  const places = await new Places().seal()
  for (const side of ['a', 'b'] as const) {
    places.write(`${side}/lib.mjs`, 'x')
    expect(await places.afterProcess(side)).toBeNull()
  }
  expect(await places.hold()).toBe(
    'the checkouts of base and head were changed while they were measured: lib.mjs (content)',
  )
})

test('what loaders keep among the temporary files of a side is not for the other to write', async () => {
  const places = await new Places().seal()
  places.write('ta/tsx-0/2', 'compiled')
  places.write('ta/tsx-0/1', 'compiled anew')
  expect(await places.afterProcess('a')).toBeNull()
  places.write('ta/notes', 'of nobody’s code')
  expect(await places.afterProcess('b')).toBeNull()
  places.write('ta/tsx-0/2', 'something else')
  expect(await places.afterProcess('b')).toBe(
    "base's temporary directory was changed while x.bench.ts ran on head: tsx-0/2 (content)",
  )
})
