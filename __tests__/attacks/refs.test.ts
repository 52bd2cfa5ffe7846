import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseBaseFlag } from '../../src/cli/flags.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { UserError } from '../../src/errors.ts'
import { resolveBase } from '../../src/git/base.ts'
import { resolveRef } from '../../src/git/refs.ts'
import { openRepository, type Repository } from '../../src/git/repository.ts'
import { readInputs } from '../../src/github/inputs.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { checkBranch, checkRemote } from '../../src/store/address.ts'
import { runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import type { Store } from '../../src/store/store.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleRun } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'

const NO_CHARACTER = 'holds a character that no ref can hold'

/** What git would take for an option, a range, another ref or a path, and why it names no revision. */
const NO_REVISIONS: [ref: string, problem: string][] = [
  ['', 'is empty'],
  ['--upload-pack=touch pwned', 'begins with `-`, as no ref can'],
  ['--output=pwned', 'begins with `-`, as no ref can'],
  ['-x', 'begins with `-`, as no ref can'],
  ['+x:y', 'begins with `+`, as no ref can'],
  ['refs/heads/a..b', 'is a range'],
  ['main...topic', 'is a range'],
  ['../../etc/passwd', 'is a range'],
  ['x:y', NO_CHARACTER],
  [':^main', NO_CHARACTER],
  ['HEAD:package.json', NO_CHARACTER],
  [':/change', NO_CHARACTER],
  ['main\nHEAD', NO_CHARACTER],
  ['main\0', NO_CHARACTER],
  ['main\u202e', NO_CHARACTER],
  ['a b', NO_CHARACTER],
  ['a[b', NO_CHARACTER],
  ['a\\b', NO_CHARACTER],
  ['x'.repeat(251), 'is longer than 250 characters'],
]
/** What is left to git, which knows no such ref; no shell reads it. */
const UNKNOWN = ['/etc/passwd', '$(touch${IFS}pwned)', '`touch${IFS}pwned`', ';id', '@{-1}', '^main', 'MAIN']

const quoted = (text: string) => JSON.stringify(text.slice(0, 250))
const shown = <T extends unknown[]>(rows: readonly [string, ...T][]) =>
  rows.map(([text, ...rest]) => [JSON.stringify(text.slice(0, 40)), text, ...rest] as const)

async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof UserError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'nothing was refused'
}

describe('a revision', () => {
  let repository: ScratchRepository
  let opened: Repository
  beforeAll(async () => {
    repository = new ScratchRepository()
    repository.commit('one')
    repository.git('branch', 'Topic')
    repository.commit('two')
    repository.git('branch', 'topic')
    const limits = { signal: new AbortController().signal, remainingMs: () => 600_000 }
    opened = await openRepository(repository.directory, { PATH: process.env['PATH'] }, readHost({}), limits)
  })
  afterAll(() => repository.remove())

  const head = { label: 'HEAD', sha: 'a'.repeat(40), dirty: false }

  /** Each way on which a revision comes in, and what it is called there. */
  const WAYS: Record<string, [what: string, ask: (ref: string) => Promise<unknown>]> = {
    'base.ref, --base': ['base ref', (ref) => resolveBase(opened, { kind: 'ref', ref }, head)],
    '--head': ['head ref', (ref) => resolveRef(opened, ref, 'head ref')],
    'base.ref.tag, --base tag:': [
      'tag pattern',
      (ref) => {
        expect(parseBaseFlag(`tag:${ref}`)).toEqual({ kind: 'tag', pattern: ref })
        return resolveBase(opened, { kind: 'tag', pattern: ref }, head)
      },
    ],
  }

  describe.each(Object.entries(WAYS))('%s', (_, [what, ask]) => {
    test.each(shown(NO_REVISIONS))('%s', async (_, ref, problem) => {
      expect(await refusalOf(() => ask(ref))).toBe(`ref: The ${what} ${quoted(ref)} ${problem}`)
    })
  })

  test.each(shown(NO_REVISIONS.slice(1)))('GITHUB_BASE_REF, %s', async (_, ref, problem) => {
    const host = readHost({ GITHUB_BASE_REF: ref })
    const own = { label: 'HEAD', sha: opened.headSha, dirty: false }
    const message = await refusalOf(() => resolveBase({ ...opened, host }, { kind: 'merge-base' }, own))
    expect(message).toBe(`ref: The pull request's base branch (GITHUB_BASE_REF) ${quoted(ref)} ${problem}`)
  })

  test.each(shown(NO_REVISIONS))('base.ref of a config, %s', (_, ref, problem) => {
    // YAML keeps no control character, whatever it stands for.
    const text = `version: 1\nbase: { ref: ${JSON.stringify(ref)} }\n`
    const result = parseConfig(text, 'benchgate.yml')
    const [first] = 'problems' in result ? result.problems : []
    expect(first?.message.replace(/^.* (?=is |begins |holds )/, '')).toBe(problem)
    expect(first).toMatchObject({ line: 2 })
  })

  test.each(shown(UNKNOWN.map((ref): [string] => [ref])))(
    'git is asked for %s, and nothing else',
    async (_, ref) => {
      expect(await refusalOf(() => resolveRef(opened, ref, 'base ref'))).toBe(
        `ref: ${ref} is no branch, tag or commit of this repository`,
      )
      expect(readdirSync(repository.directory)).toEqual(['.git'])
    },
  )

  test('names that differ in case only are two branches', async () => {
    const shas = await Promise.all(['Topic', 'topic'].map((ref) => resolveRef(opened, ref, 'x')))
    expect(shas).toEqual(['HEAD~1', 'HEAD'].map((ref) => repository.git('rev-parse', ref)))
  })

  test('no attempt left a file', () => {
    expect(readdirSync(repository.directory)).toEqual(['.git'])
    expect(existsSync('pwned')).toBe(false)
  })
})

const ENDS = 'begins or ends with a sign that a branch must not'
const HOLDS = 'holds something that a branch name must not'

describe('the baseline branch', () => {
  const NO_BRANCHES: [branch: string, problem: string][] = [
    ['', 'is empty'],
    ['-x', ENDS],
    ['--upload-pack=x', ENDS],
    ['../../etc/passwd', ENDS],
    ['/absolute', ENDS],
    ['ends/', ENDS],
    ['ends.', ENDS],
    ['.a/b', ENDS],
    ['a..b', HOLDS],
    ['+x:y', HOLDS],
    ['x:y', HOLDS],
    ['a//b', HOLDS],
    ['a/.b', HOLDS],
    ['a.lock', HOLDS],
    ['a.lock/b', HOLDS],
    ['a b', HOLDS],
    ['a\nb', HOLDS],
    ['a\0b', HOLDS],
    ['a~1', HOLDS],
    ['a^', HOLDS],
    ['a?', HOLDS],
    ['a*', HOLDS],
    ['a[b', HOLDS],
    ['a\\b', HOLDS],
    ['a@{1}', HOLDS],
    ['@', 'is what git calls something else'],
    ['HEAD', 'is what git calls something else'],
    ['refs/heads/a..b', 'is what git calls something else'],
    ['x'.repeat(201), 'has more than 200 characters'],
  ]

  test.each(shown(NO_BRANCHES))('--branch, %s', async (_, branch, problem) => {
    expect(await refusalOf(() => checkBranch(branch))).toBe(
      `store: The baseline branch ${JSON.stringify(branch.slice(0, 200))} ${problem}`,
    )
  })

  // Left out, it is the default.
  test.each(shown(NO_BRANCHES.slice(1)))('the input baseline-branch, %s', async (_, branch) => {
    const place = { workspace: '/w', defaultBranch: 'main' }
    const given = JSON.stringify(branch.length > 100 ? `${branch.slice(0, 100)}…` : branch)
    expect(
      await refusalOf(() => readInputs((name) => (name === 'baseline-branch' ? branch : ''), place)),
    ).toBe(`usage: An input is wrong: baseline-branch: is ${given}, which is no name of a branch`)
  })

  test('is not the default branch', async () => {
    const place = { workspace: '/w', defaultBranch: 'main' }
    expect(
      await refusalOf(() => readInputs((name) => (name === 'baseline-branch' ? 'main' : ''), place)),
    ).toBe('usage: An input is wrong: baseline-branch: is the default branch, which holds the project itself')
  })
})

test.each(
  shown([
    ['', 'is empty'],
    ['--upload-pack=x', 'begins with a hyphen'],
    ['-x', 'begins with a hyphen'],
    ['https://host/\nx', 'holds a control character'],
    ['ext::sh -c id', 'asks for a transport program'],
    ['fd::3', 'asks for a transport program'],
    ['https://host/'.padEnd(2_001, 'x'), 'has more than 2000 characters'],
  ] as [string, string][]),
)('a remote, %s', async (_, remote, problem) => {
  expect(await refusalOf(() => checkRemote(remote))).toBe(
    `store: The remote ${JSON.stringify(remote.slice(0, 200))} ${problem}`,
  )
})

describe('what lies on the baseline branch', () => {
  let stage: StoreStage
  beforeAll(async () => {
    stage = await StoreStage.open()
  })
  afterAll(() => stage.close())
  const at = (minute: number) => runPath(sampleRun(minute))
  const read = async (store?: Store) => {
    const { runs, warnings } = await (store ?? (await stage.store())).read(10)
    return { paths: runs.map(({ path }) => path), warnings }
  }
  /** A tree as git writes none. */
  const treeOf = (...lines: string[]) =>
    execFileSync('git', ['mktree'], {
      cwd: stage.repository.directory,
      input: `${lines.join('\n')}\n`,
      encoding: 'utf8',
    }).trim()
  const literalTree = (entries: [mode: string, name: string, sha: string][]) =>
    execFileSync('git', ['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], {
      cwd: stage.repository.directory,
      input: Buffer.concat(
        entries.map(([mode, name, sha]) =>
          Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(sha, 'hex')]),
        ),
      ),
      encoding: 'utf8',
    }).trim()

  test('a link in the place of a run, or of a folder of runs, is not followed', async () => {
    stage.commitByHand(
      { 'benchgate.json': '{"schema": 1}\n', [at(1)]: renderRun(sampleRun(1)) },
      {
        links: {
          [at(2)]: '/etc/passwd',
          [at(3)]: at(1).slice('runs/2026-11/'.length),
          'runs/2026-12': '2026-11',
        },
      },
    )
    expect(await read()).toEqual({
      paths: [at(1)],
      warnings: [
        'runs/2026-12 was left out: it is not a folder',
        `${JSON.stringify(at(2))} and 1 more there left out: not a run's file`,
      ],
    })
  })

  test('a folder with `..` leads nowhere', async () => {
    const blob = stage.repository.git('rev-parse', `benchgate:${at(1)}`)
    const month = literalTree([
      ['100644', '..', blob],
      ['100644', '../../../etc/cron.d/x', blob],
      ['100644', at(1).slice('runs/2026-11/'.length), blob],
    ])
    const runs = treeOf(`040000 tree ${month}\t2026-11`)
    const root = treeOf(
      `100644 blob ${stage.repository.git('rev-parse', 'benchgate:benchgate.json')}\tbenchgate.json`,
      `040000 tree ${runs}\truns`,
    )
    const commit = stage.repository.git(
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@b',
      'commit-tree',
      root,
      '-m',
      'x',
    )
    stage.repository.setBranch('benchgate', commit)
    const { paths, warnings } = await read()
    expect(paths).toEqual([at(1)])
    expect(warnings).toEqual([`"runs/2026-11/.." and 1 more there left out: not a run's file`])
  })

  test('runs whose names differ in case only are two runs', async () => {
    const [lower, upper] = ['abc', 'ABC'].map((id) => sampleRun(5, { run: { ...sampleRun(5).run, id } }))
    stage.repository.setBranch('benchgate', null)
    stage.storeByHand(lower!, upper!)
    expect((await read()).paths).toEqual([lower!, upper!].map(runPath))
  })

  test('a branch that is none of ours loses nothing: runs come beside what it holds', async () => {
    stage.repository.setBranch('benchgate', null)
    const foreign = stage.commitByHand({ 'index.html': '<h1>Pages</h1>' }, { parent: null })
    const store = await stage.store()
    expect(await read(store)).toEqual({ paths: [], warnings: [] })
    await store.append(sampleRun(1))
    expect(stage.files()).toEqual(['index.html', at(1)])
    expect(stage.repository.git('rev-parse', 'benchgate~1')).toBe(foreign)
  })

  test.each<[string, Record<string, string>, string, string]>([
    [
      'whose runs are a file',
      { runs: 'x' },
      'runs was left out: it is not a folder',
      'On the branch benchgate, runs is not a folder',
    ],
    [
      'of another program with such a file',
      { 'benchgate.json': '[]' },
      "The stored runs were left out: its benchgate.json is not one of Benchgate's",
      "Nothing can be written to the branch benchgate: its benchgate.json is not one of Benchgate's",
    ],
    [
      'of a newer version',
      { 'benchgate.json': '{"schema": 2}' },
      'The stored runs were left out: it was written by a newer Benchgate (format 2; this one knows 1)',
      'Nothing can be written to the branch benchgate: it was written by a newer Benchgate (format 2; this one knows 1)',
    ],
  ])('a branch %s is left alone', async (_, files, warning, message) => {
    stage.repository.setBranch('benchgate', null)
    const tip = stage.commitByHand(files, { parent: null })
    const store = await stage.store()
    expect(await read(store)).toEqual({ paths: [], warnings: [warning] })
    expect(await refusalOf(() => store.append(sampleRun(1)))).toBe(`store: ${message}`)
    expect(stage.tip()).toBe(tip)
  })
})
