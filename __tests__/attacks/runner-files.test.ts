import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeOwnFile } from '../../src/files/own-file.ts'
import { RunnerFiles } from '../../src/github/runner-files.ts'
import { RUNNER_FILES } from '../../src/github/runner-host.ts'
import { sentenceOf } from '../../src/report/view/wording.ts'

// Measured code finds the files of the runner in /proc and may do to them what this program may do.

let scratch: string
let env: Record<string, string>
/** A file of somebody else, which a link may lead to. */
let foreign: string

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'benchgate-runner-files-'))
  mkdirSync(join(scratch, 'files'))
  env = Object.fromEntries(RUNNER_FILES.map((name) => [name, join(scratch, 'files', name)]))
  for (const path of Object.values(env)) writeFileSync(path, 'BEFORE=1\n', { mode: 0o640 })
  foreign = join(scratch, 'bashrc')
  writeFileSync(foreign, 'untouched\n')
})
afterEach(() => {
  // As root, nothing of this would be needed.
  chmodSync(join(scratch, 'files'), 0o700)
  rmSync(scratch, { recursive: true, force: true })
})

const begin = (name: string) =>
  `While code of the project ran, ${name}, which the runner reads after this step, was`

const ATTACKS: [how: string, attack: (path: string) => void, said: string][] = [
  [
    'appends',
    (path) => appendFileSync(path, 'PATH=/evil\noutcome=pass\n'),
    'appended to. It was put back; removed: "PATH=/evil", "outcome=pass"',
  ],
  [
    'appends much',
    (path) => appendFileSync(path, 'PATH=/evil\n'.repeat(1000)),
    'appended to. It was put back; removed: "PATH=/evil", "PATH=/evil", "PATH=/evil" and 997 lines more',
  ],
  [
    'appends a line of a megabyte, and what steers a log',
    (path) => appendFileSync(path, `::error::\u001b[2J${'x'.repeat(2 ** 20)}`),
    `appended to. It was put back; removed: "::error::\\u001b[2J${'x'.repeat(67)}"`,
  ],
  ['truncates', (path) => truncateSync(path), 'rewritten. It was put back'],
  [
    'rewrites',
    (path) => writeFileSync(path, 'AFTER=2\nX=1\n'),
    'rewritten. It was put back; removed: "AFTER=2", "X=1"',
  ],
  ['removes', (path) => rmSync(path), 'removed. It was put back'],
  [
    'writes anew',
    (path) => {
      writeFileSync(`${path}.new`, 'BEFORE=1\nX=1\n')
      renameSync(`${path}.new`, path)
    },
    'replaced. It was put back; removed: "X=1"',
  ],
  [
    'puts a link in its place',
    (path) => {
      rmSync(path)
      symlinkSync(foreign, path)
    },
    'replaced. It was put back',
  ],
  [
    'puts a link to nothing in its place',
    (path) => {
      rmSync(path)
      symlinkSync(join(scratch, 'nothing'), path)
    },
    'replaced. It was put back',
  ],
  [
    'puts another name of a file in its place',
    (path) => {
      rmSync(path)
      linkSync(foreign, path)
    },
    'replaced. It was put back; removed: "untouched"',
  ],
  [
    'puts a folder in its place',
    (path) => {
      rmSync(path)
      mkdirSync(path)
      writeFileSync(join(path, 'x'), '')
    },
    'replaced. It was put back',
  ],
  ['takes the right to read it', (path) => chmodSync(path, 0), 'made unreadable. It was put back'],
  ['removes its folder', (path) => rmSync(dirname(path), { recursive: true }), 'removed. It was put back'],
  [
    'puts a file in the place of its folder',
    (path) => {
      rmSync(dirname(path), { recursive: true })
      writeFileSync(dirname(path), '')
    },
    'replaced. It was put back',
  ],
]

describe.each(RUNNER_FILES)('code that finds %s', (name) => {
  test.each(ATTACKS)('%s', async (_how, attack, said) => {
    const path = env[name]!
    const files = await RunnerFiles.note({ [name]: path })
    await files.append(name, 'OURS=1\n')
    attack(path)
    const changes = await files.putBack()
    expect(changes.map((change) => sentenceOf({ code: 'runner-file-changed', ...change }))).toEqual([
      `${begin(name)} ${said}`,
    ])
    // One that outlived its measurement does it again, before and after what is said at the end.
    attack(path)
    await files.append(name, 'LAST=1\n')
    attack(path)
    expect(await files.putBack()).toHaveLength(2)
    expect([lstatSync(path).isFile(), lstatSync(path).mode & 0o777]).toEqual([true, 0o640])
    expect(readFileSync(path, 'utf8')).toBe('BEFORE=1\nOURS=1\nLAST=1\n')
    expect(readFileSync(foreign, 'utf8')).toBe('untouched\n')
    expect(existsSync(join(scratch, 'nothing'))).toBe(false)
    expect(await files.putBack()).toEqual([])
  })
})

test('what nobody changed stays the same file, which a shell that redirects goes on with', async () => {
  const files = await RunnerFiles.note(env)
  const before = RUNNER_FILES.map((name) => statSync(env[name]!).ino)
  await files.append('GITHUB_OUTPUT', 'a=1\n')
  appendFileSync(env['GITHUB_ENV']!, 'X=1\n')
  await files.putBack()
  expect(RUNNER_FILES.map((name) => statSync(env[name]!).ino)).toEqual(before)
  expect(readFileSync(env['GITHUB_OUTPUT']!, 'utf8')).toBe('BEFORE=1\na=1\n')
})

test('what cannot be put back is said, and nothing more is written there', async () => {
  const path = env['GITHUB_ENV']!
  const files = await RunnerFiles.note({ GITHUB_ENV: path })
  rmSync(scratch, { recursive: true })
  writeFileSync(scratch, '')
  await files.append('GITHUB_ENV', 'OURS=1\n')
  const changes = await files.putBack()
  rmSync(scratch)
  mkdirSync(join(scratch, 'files'), { recursive: true })
  const said = `${begin('GITHUB_ENV')} replaced, and cannot be put back (ENOTDIR): later steps of the job are not to be trusted`
  expect(changes.map((change) => sentenceOf({ code: 'runner-file-changed', ...change }))).toEqual([
    said,
    said,
  ])
})

test('two variables may name one file', async () => {
  const path = env['GITHUB_ENV']!
  const files = await RunnerFiles.note({ GITHUB_ENV: path, GITHUB_OUTPUT: path })
  await files.append('GITHUB_OUTPUT', 'a=1\n')
  expect(await files.putBack()).toEqual([])
  expect(readFileSync(path, 'utf8')).toBe('BEFORE=1\na=1\n')
})

test('a runner that has no such files, or others than files, is left as it is', async () => {
  expect(await (await RunnerFiles.note({})).putBack()).toEqual([])
  const elsewhere = { GITHUB_ENV: '', GITHUB_STEP_SUMMARY: '/dev/null', GITHUB_OUTPUT: '/nowhere/x' }
  const files = await RunnerFiles.note(elsewhere)
  await files.append('GITHUB_STEP_SUMMARY', 'x')
  expect(RUNNER_FILES.map((name) => files.size(name))).toEqual([0, null, null, null, 0])
  expect(await files.putBack()).toEqual([])
})

test('a file that the runner would not take anyway is not kept in memory', async () => {
  writeFileSync(env['GITHUB_ENV']!, 'x'.repeat(5 * 2 ** 20))
  const files = await RunnerFiles.note(env)
  appendFileSync(env['GITHUB_ENV']!, 'x')
  expect(await files.putBack()).toEqual([])
})

describe('a file of our own, whose name measured code knows', () => {
  test.each<[string, (path: string) => void]>([
    ['is a link', (path) => symlinkSync(foreign, path)],
    ['is another name of a file', (path) => linkSync(foreign, path)],
    ['is a folder', (path) => mkdirSync(join(path, 'x'), { recursive: true })],
    [
      'lies in a link',
      (path) => {
        rmSync(dirname(path), { recursive: true })
        symlinkSync(scratch, dirname(path))
      },
    ],
    ['lies in nothing', (path) => rmSync(dirname(path), { recursive: true })],
  ])('%s: is written anew', async (_, attack) => {
    const path = join(scratch, 'own', 'bashrc')
    mkdirSync(dirname(path))
    attack(path)
    await writeOwnFile(path, 'report', 'point it elsewhere')
    expect([lstatSync(path).isFile(), readFileSync(path, 'utf8')]).toEqual([true, 'report'])
    expect(lstatSync(dirname(path)).isDirectory()).toBe(true)
    expect(readFileSync(foreign, 'utf8')).toBe('untouched\n')
  })
})
