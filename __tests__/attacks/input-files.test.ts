import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { parseEvidence } from '../../src/action/evidence-file.ts'
import { evidenceNames } from '../../src/github/evidence-names.ts'
import { jsonObject } from '../../src/checkout/json-object.ts'
import { installsAll } from '../../src/checkout/lock-contents.ts'
import { readManifests } from '../../src/checkout/manifests.ts'
import { buildLine, installLine } from '../../src/checkout/package-managers.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ConfigError } from '../../src/config/config-error.ts'
import { UserError } from '../../src/errors.ts'
import { Git } from '../../src/git/git.ts'
import { readZipFile } from '../../src/github/zip.ts'
import { bencherRuns } from '../../src/ingest/histories/bencher.ts'
import { gabRuns } from '../../src/ingest/histories/gab.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { readInput } from '../../src/ingest/read-input.ts'
import { runPath } from '../../src/store/paths.ts'
import { parseRun, renderRun } from '../../src/store/run-file.ts'
import { evidence } from '../gate/evidence-sample.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleRun } from '../store/sample-run.ts'

const root = mkdtempSync(join(tmpdir(), 'benchgate-files-'))
afterAll(() => rmSync(root, { recursive: true }))
let folders = 0
function folder(): string {
  const path = join(root, String(folders++))
  mkdirSync(path)
  return path
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const conflict = (text: string) => `<<<<<<< ours\n${text}\n=======\n${text}\n>>>>>>> theirs\n`
const letters = [...'abcdefghi']
/** Nine lists of nine of the list before: half a billion words. */
const BOMB = letters
  .map(
    (name, i) =>
      `${name}: &${name} [${Array(9)
        .fill(i === 0 ? 'x' : `*${letters[i - 1]}`)
        .join(',')}]\n`,
  )
  .join('')

type Change = (text: string) => string | Buffer
const CHANGES = {
  'nothing changed': (text) => text,
  truncated: (text) => text.slice(0, -12),
  empty: () => '',
  'a byte order mark': (text) => `\u{feff}${text}`,
  'UTF-16': utf16,
  'not UTF-8': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]),
  'nested 100,000 deep': () => deep(100_000),
  'a YAML alias bomb': () => BOMB,
  'a merge conflict': conflict,
} satisfies Record<string, Change>
type Changed = keyof typeof CHANGES

interface Kind {
  text: string
  /** The first line of what is said of it; null: it is read. */
  read: (bytes: string | Buffer) => Promise<string | null> | string | null
  said: Record<Changed, string | null>
}

const linesOf = (error: unknown, path: string): string => {
  if (!(error instanceof UserError)) throw error
  return error.message.replaceAll(`${path}/`, '').split('\n')[0]!
}

async function asConfig(bytes: string | Buffer): Promise<string | null> {
  const path = folder()
  writeFileSync(join(path, 'benchgate.yml'), bytes)
  return loadConfig(path).then(
    () => null,
    (error: unknown) => {
      const [first] = error instanceof ConfigError ? error.problems : []
      return first === undefined ? linesOf(error, path) : `${first.line}:${first.column} ${first.message}`
    },
  )
}

async function asResults(bytes: string | Buffer): Promise<string | null> {
  const path = folder()
  writeFileSync(join(path, 'r.json'), bytes)
  try {
    ingest(await readInput(join(path, 'r.json')), 'custom')
    return null
  } catch (error) {
    return linesOf(error, path)
  }
}

function asEvidence(bytes: string | Buffer): string | null {
  try {
    parseEvidence(bytes.toString(), evidenceNames('default'))
    return null
  } catch (error) {
    return linesOf(error, root)
  }
}

function asRun(bytes: string | Buffer): string | null {
  const read = parseRun(Buffer.from(bytes), runPath(sampleRun(1)))
  return 'problem' in read ? read.problem.replace(runPath(sampleRun(1)), 'it') : null
}

const CUT_OFF = 'benchgate-report.json of the measuring job is not JSON; it may have been cut off'
const NO_RUN = 'it was left out: it is not JSON'
const results = (why: string) => `cannot read the results in r.json: ${why}`

const KINDS: Record<string, Kind> = {
  config: {
    text: 'version: 1\nbudgets: [{ match: a, metric: time, max: 5 ms }]\n',
    read: asConfig,
    said: {
      'nothing changed': null,
      truncated: '2:38 a brace `{` above is not closed before this place',
      empty: '1:1 the file is empty',
      'a byte order mark': null,
      'UTF-16': 'benchgate.yml is not a text in UTF-8.',
      'not UTF-8': 'benchgate.yml is not a text in UTF-8.',
      'nested 100,000 deep': '1:1 the file has more than 64000 characters',
      'a YAML alias bomb': '1:1 `version` is missing',
      'a merge conflict': '1:1 a merge conflict starts here',
    },
  },
  'result file': {
    text: '[{ "name": "a", "unit": "ns", "value": 5 }]',
    read: asResults,
    said: {
      'nothing changed': null,
      truncated: results(
        'github-action-benchmark writes JSON, and this is none; it begins like JSON, but it ends in the middle, as a truncated file does',
      ),
      empty: results('it is empty'),
      'a byte order mark': null,
      // As PowerShell writes it.
      'UTF-16': null,
      'not UTF-8': null,
      'nested 100,000 deep': results(
        'github-action-benchmark writes JSON, and this is none; it begins like JSON, but it is nested deeper than 500 levels',
      ),
      'a YAML alias bomb': results('github-action-benchmark writes JSON, and this is none'),
      'a merge conflict': results('it holds a merge conflict, which begins in line 1'),
    },
  },
  evidence: {
    text: JSON.stringify(evidence({ a: {} })),
    read: asEvidence,
    said: {
      'nothing changed': null,
      truncated: CUT_OFF,
      empty: CUT_OFF,
      'a byte order mark': CUT_OFF,
      'UTF-16': CUT_OFF,
      'not UTF-8': CUT_OFF,
      'nested 100,000 deep': 'benchgate-report.json of the measuring job nests deeper than 32 levels',
      'a YAML alias bomb': CUT_OFF,
      'a merge conflict': CUT_OFF,
    },
  },
  'stored run': {
    text: renderRun(sampleRun(1)),
    read: asRun,
    said: {
      'nothing changed': null,
      truncated: NO_RUN,
      empty: NO_RUN,
      'a byte order mark': NO_RUN,
      'UTF-16': NO_RUN,
      'not UTF-8': NO_RUN,
      'nested 100,000 deep': 'it was left out: it nests deeper than 32 levels',
      'a YAML alias bomb': NO_RUN,
      'a merge conflict': NO_RUN,
    },
  },
}

describe.each(Object.entries(KINDS))('a %s with', (_, { text, read, said }) => {
  test.each(Object.entries(said))('%s', async (change, message) => {
    expect(await read(CHANGES[change as Changed](text))).toBe(message)
  })
})

const deepHistory = 'cannot read the results in h: it is nested deeper than 500 levels'
const noData =
  'cannot read the results in h: it is no data.js of github-action-benchmark: window.BENCHMARK_DATA = {…}'
const noPerf = 'cannot read the results in h: it is no JSON of bencher perf'

test.each([
  [gabRuns, `window.BENCHMARK_DATA = ${deep(100_000)}`, deepHistory],
  [gabRuns, conflict('window.BENCHMARK_DATA = {}'), noData],
  [gabRuns, '', noData],
  [bencherRuns, deep(100_000), deepHistory],
  [bencherRuns, conflict('{}'), noPerf],
  [bencherRuns, '', noPerf],
] as const)('a history: %#', (runsOf, text, message) => {
  const target = { ref: 'refs/heads/main', key: 'default', now: new Date(), digest: () => '0'.repeat(64) }
  expect(() => runsOf(text, 'h', target)).toThrow(message)
})

describe('a key that stands there twice', () => {
  test('is a mistake in a config', async () => {
    expect(await asConfig('version: 1\nversion: 1\n')).toBe('2:1 `version` is written twice')
  })

  test('is the last one in JSON, as for every program', async () => {
    expect(await asResults('[{ "name": "a", "unit": "ns", "value": 5, "value": 6 }]')).toBeNull()
    expect(asEvidence(KINDS['evidence']!.text.replace('{', '{"schema":1,'))).toBeNull()
  })
})

test.each([
  ['a config', () => asConfig('version: 2\n'), '1:10 version 2 of this format needs a newer Benchgate'],
  [
    'evidence',
    () => asEvidence(KINDS['evidence']!.text.replace(/"schema":\d+/, '"schema":99')),
    /^benchgate-report\.json of the measuring job was written by a newer Benchgate \(schema 99; this one reads \d+\)$/,
  ],
  [
    'evidence of an older version',
    () => asEvidence(KINDS['evidence']!.text.replace(/"schema":\d+/, '"schema":1')),
    /^benchgate-report\.json of the measuring job was written by an older Benchgate \(schema 1; this one reads \d+\)$/,
  ],
  [
    'a stored run',
    () => asRun(KINDS['stored run']!.text.replace('"schema": 1', '"schema": 2')),
    'it was left out: it was written by a newer Benchgate (schema 2; this one reads 1)',
  ],
] as const)('a newer schema of %s is named', async (_, read, message) => {
  if (typeof message === 'string') expect(await read()).toBe(message)
  else expect(await read()).toMatch(message)
})

describe('a file of 200 MB and more, of which no byte is read', () => {
  /** As long as it says, and without a byte on the disk. */
  function sparse(name: string, bytes: number): string {
    const path = folder()
    writeFileSync(join(path, name), '')
    truncateSync(join(path, name), bytes)
    return path
  }

  test('a config', async () => {
    await expect(loadConfig(sparse('benchgate.yml', 200e6))).rejects.toThrow(
      /^benchgate\.yml has more than 1024 KiB, the most that Benchgate reads\.$/,
    )
  })

  test('a result file, and a folder of them', async () => {
    const path = sparse('r.json', 300e6)
    for (const named of [join(path, 'r.json'), path]) {
      await expect(readInput(named)).rejects.toThrow('r.json: it is larger than 256 MiB')
    }
  })

  test('a lockfile', async () => {
    const repository = new ScratchRepository()
    try {
      repository.write({ 'package-lock.json': '', 'package.json': '{}' })
      truncateSync(join(repository.directory, 'package-lock.json'), 200e6)
      const { digests } = await manifestsOf(repository)
      expect([...digests.keys()]).toEqual(['package.json'])
    } finally {
      repository.remove()
    }
  })
})

const manifestsOf = (repository: ScratchRepository) =>
  readManifests(
    new Git(repository.directory, process.env, {
      signal: new AbortController().signal,
      remainingMs: () => 600_000,
    }),
    repository.directory,
    '',
  )

describe('manifests and lockfiles, which the change under judgement wrote', () => {
  const NO_MANIFESTS = [
    '',
    '5',
    '"scripts"',
    'null',
    '[]',
    '{ "scripts": ',
    '{ "scripts": "install" }',
    '{ "scripts": 5, "workspaces": "x", "dependencies": [] }',
    '{ "main": 5, "exports": null, "packageManager": {} }',
    `{ "dependencies": ${deep(100_000)} }`,
    `{ "packages": ${deep(100_000)} }`,
    '{ "packages": { "": null, "node_modules/a": 5 } }',
    '{ "__proto__": { "scripts": { "install": "x" } } }',
    conflict('{}'),
    '\0',
  ]

  test('whatever is in them, they are read or passed over', async () => {
    const repository = new ScratchRepository()
    try {
      repository.write({ 'a/x.js': '' })
      for (const text of NO_MANIFESTS) {
        repository.write({ 'package.json': text, 'package-lock.json': text, 'a/package.json': text })
        const { hasInstallScripts } = await manifestsOf(repository)
        expect([text.slice(0, 40), hasInstallScripts]).toEqual([text.slice(0, 40), false])
        const directories = [repository.directory, repository.directory]
        expect(installLine(directories)).toBe('npm ci')
        expect(buildLine('a/x.js', directories)).toBeNull()
      }
    } finally {
      repository.remove()
    }
  })

  test('a byte order mark does not hide what a package manager reads', () => {
    expect(jsonObject('\u{feff}{ "scripts": { "install": "x" } }')).toEqual({ scripts: { install: 'x' } })
  })

  test.each<[string, string, string]>([
    ['pnpm-lock.yaml', 'an alias bomb', BOMB],
    ['pnpm-lock.yaml', 'an alias', 'a: &a { b: 1 }\nc: *a\n'],
    ['pnpm-lock.yaml', 'brackets', '['.repeat(100_000)],
    ['pnpm-lock.yaml', 'braces', '{a: '.repeat(100_000)],
    ['yarn.lock', 'anchors', '&a '.repeat(100_000)],
    ['yarn.lock', 'tags', '!a '.repeat(100_000)],
    ['yarn.lock', 'one line', `a: "${'x'.repeat(1_000_000)}"`],
    ['package.json', 'levels', `{"dependencies":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`],
    ['package-lock.json', 'no packages', '{}'],
    ['bun.lock', 'no list', '{ "workspaces": {}, "packages": { "a": 5 } }'],
  ])('a %s with %s shares no installation', (name, _, text) => {
    expect(installsAll(name, text, text)).toBe(false)
  })

  // The library compares each key with each other one where it looks for duplicates: hours for a megabyte. So it
  // does not look.
  test('a key that stands there twice is no mistake in a lockfile', () => {
    expect(installsAll('pnpm-lock.yaml', 'a: 1\na: 2\n', 'a: 1\na: 2\n')).toBe(true)
  })
})

describe('an artifact', () => {
  const limits = { entries: 10, fileBytes: 1024 * 1024 }
  const bytes = (text: string) => new TextEncoder().encode(text)
  const zip = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files, { level: 9 }))
  const said = (archive: Buffer) => {
    const file = readZipFile(archive, 'report.json', limits)
    return file.ok ? file.bytes.toString() : file.reason
  }
  const edited = (archive: Buffer, edit: (copy: Buffer, entryAt: number, endAt: number) => void) => {
    const copy = Buffer.from(archive)
    const endAt = copy.length - 22
    edit(copy, copy.readUInt32LE(endAt + 16), endAt)
    return copy
  }
  const ZEROS = new Uint8Array(16 * 1024 * 1024)
  const BOMBS = zip({ 'report.json': ZEROS })
  const TOO_LARGE = 'holds a report.json of more than 1048576 bytes'
  const DAMAGED_TABLE = 'has a damaged table of contents'
  const whole = zip({ 'report.json': bytes('{"a": [1, 2, 3, 4, 5, 6, 7, 8]}'.repeat(50)) })

  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'is no ZIP archive, or breaks off'],
    ['plain JSON', Buffer.from('{"schema": 1}'), 'is no ZIP archive, or breaks off'],
    ['no file', zip({}), 'holds 0 files of the name report.json, not one'],
    ['another file', zip({ 'other.json': bytes('{}') }), 'holds 0 files of the name report.json, not one'],
    [
      'too many files',
      zip(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}`, bytes('x')]))),
      'holds 11 files; 10 is the most that Benchgate looks at',
    ],
    ['a bomb', BOMBS, TOO_LARGE],
    [
      'a bomb that says it is small',
      edited(BOMBS, (copy, at) => copy.writeUInt32LE(100, at + 24)),
      TOO_LARGE,
    ],
    // It is not unpacked.
    ['a bomb beside the file', zip({ bomb: ZEROS, 'report.json': bytes('{}') }), '{}'],
    ...['../report.json', 'a/../../x', '/etc/passwd', 'C:\\x', 'a\\..\\x', '\\x', 'a\0b'].map(
      (name): [string, Buffer, string] => [
        JSON.stringify(name),
        zip({ 'report.json': bytes('{}'), [name]: bytes('x') }),
        'names a path that leads out of a folder',
      ],
    ),
    // Nothing is written to a disk, so that a link is the text of its target.
    [
      'a link',
      edited(zip({ 'report.json': bytes('/etc/passwd') }), (copy, at) => {
        copy.writeUInt16LE(0x0314, at + 4)
        copy.writeUInt32LE(0o120777 * 0x10000, at + 38)
      }),
      '/etc/passwd',
    ],
    ['another checksum', edited(whole, (copy, at) => copy.writeUInt32LE(1, at + 16)), 'is damaged'],
    ['a shorter length', edited(whole, (copy, at) => copy.writeUInt32LE(1, at + 24)), 'is damaged'],
    ['a longer length', edited(whole, (copy, at) => copy.writeUInt32LE(999, at + 24)), 'is damaged'],
    ['an offset outside', edited(whole, (copy, at) => copy.writeUInt32LE(0xfffffff0, at + 42)), 'is damaged'],
    [
      'a packed length outside',
      edited(whole, (copy, at) => copy.writeUInt32LE(0xfffffff0, at + 20)),
      'breaks off',
    ],
    ['a name outside', edited(whole, (copy, at) => copy.writeUInt16LE(0xffff, at + 28)), DAMAGED_TABLE],
    [
      'more entries than there are',
      edited(whole, (copy, _, end) => copy.writeUInt16LE(9, end + 10)),
      DAMAGED_TABLE,
    ],
    [
      'a table outside',
      edited(whole, (copy, _, end) => copy.writeUInt32LE(0xffffffff, end + 16)),
      DAMAGED_TABLE,
    ],
    ['an encrypted file', edited(whole, (copy, at) => copy.writeUInt16LE(1, at + 8)), 'is encrypted'],
    [
      'an unknown method',
      edited(whole, (copy, at) => copy.writeUInt16LE(93, at + 10)),
      'is packed in a way that Benchgate does not know',
    ],
    ['damaged data', edited(whole, (copy) => copy.fill(0xff, 41, 60)), 'is damaged'],
  ])('with %s', (_, archive, message) => {
    expect(said(archive)).toBe(message)
  })
})
