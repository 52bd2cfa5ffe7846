import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { open, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesAtBase } from '../../src/checkout/files-at-base.ts'
import { effectiveConfig } from '../../src/config/effective-config.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { findConfig } from '../../src/config/load.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { UserError } from '../../src/errors.ts'
import { problemOfOpened } from '../../src/files/project-path.ts'
import { readResultFiles, readResults } from '../../src/gate/read-results.ts'
import { readInput } from '../../src/ingest/read-input.ts'
import { readInputs } from '../../src/github/inputs.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { problemOfFolder, problemOfOutput, removeOutput } from '../../src/measure/command-files.ts'
import { findSuites } from '../../src/measure/suites.ts'
import { sentenceOf } from '../../src/report/view/wording.ts'
import { ScratchRepository } from '../scratch-repository.ts'

// Every path that a config file, an input or a checkout names leads to something of the project.

const ABSOLUTE = 'is an absolute path'
const LEAVES = 'leaves the project'
const IN_GIT = 'lies in `.git`, which belongs to git'

/** Bad paths, and what is said of them. */
const WRITTEN: [path: string, problem: string, remedy: string][] = [
  ['/etc/passwd', ABSOLUTE, 'Write it relative to PLACE.'],
  ['C:/x.json', ABSOLUTE, 'Write it relative to PLACE.'],
  ['~/x.json', ABSOLUTE, 'Write it relative to PLACE.'],
  ['../x.json', LEAVES, 'Write it without `..`, relative to PLACE.'],
  ['a/../../x.json', LEAVES, 'Write it without `..`, relative to PLACE.'],
  ['a\\b.json', 'holds a backslash', 'Separate folders with `/`.'],
  ['.git', IN_GIT, 'Name a place outside of `.git`.'],
  ['.git/config', IN_GIT, 'Name a place outside of `.git`.'],
  ['sub/.GIT/config', IN_GIT, 'Name a place outside of `.git`.'],
  ['.git./config', IN_GIT, 'Name a place outside of `.git`.'],
  ['GIT~1/config', IN_GIT, 'Name a place outside of `.git`.'],
]

const OPTIONS: [option: string, text: (path: string) => string, place: string][] = [
  ['output', (path) => `command: { run: a, output: ${path} }`, 'the working directory'],
  [
    'working-directory of a command',
    (path) => `command: { run: a, working-directory: ${path} }`,
    'the root of the project',
  ],
  ['suites', (path) => `suites: [${path}]`, 'the root of the project'],
  ['measure.suite-files', (path) => `measure: { suite-files: [${path}] }`, 'the root of the project'],
]

describe.each(OPTIONS)('%s of the config file', (_, text, place) => {
  test.each(WRITTEN)('%j %s', (path, problem, remedy) => {
    const result = parseConfig(`version: 1\n${text(`'${path}'`)}`, 'benchgate.yml')
    const problems = 'problems' in result ? result.problems : []
    expect(problems.map((one) => [one.line, one.message, one.remedy])).toEqual([
      [2, `\`${path}\` ${problem}`, remedy.replace('PLACE', place)],
    ])
  })
})

const refusalOf = async (what: () => unknown): Promise<string> => {
  try {
    await what()
  } catch (error) {
    if (error instanceof UserError) return `${error.message} | ${error.remedy}`
    throw error
  }
  return 'nothing was refused'
}

const WITH = 'Correct the step that uses Benchgate in the workflow file, under `with:`.'

describe.each([
  ['results', 'the project', 'working-directory'],
  ['config', 'the project', 'working-directory'],
  ['working-directory', 'the workspace', 'the workspace'],
])('the input %s', (name, root, place) => {
  test.each(WRITTEN)('%j %s', async (path, problem, remedy) => {
    const workspace = '/home/runner/work/project'
    const read = () =>
      readInputs((asked) => (asked === name ? path : ''), { workspace, defaultBranch: 'main' })
    const said = `${problem.replace('the project', root)}. ${remedy.replace('PLACE', place)}`
    expect(await refusalOf(read)).toBe(
      `An input is wrong: ${name}: ${JSON.stringify(path)} ${said} | ${WITH}`,
    )
  })
})

test('a format character does not hide the folder of git', async () => {
  const text = "version: 1\nsuites: ['.g\u200cit/x.js']"
  const result = parseConfig(text, 'benchgate.yml')
  expect('problems' in result && result.problems.map(({ message }) => message)).toEqual([
    '`.g\ufffdit/x.js` holds a control character',
  ])
})

describe('what lies at a path', () => {
  let root: string
  let project: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'benchgate-paths-'))
    project = join(root, 'project')
    mkdirSync(join(project, '.git'), { recursive: true })
    mkdirSync(join(project, 'inside'))
    mkdirSync(join(root, 'outside'))
    for (const folder of ['outside', 'project/inside', 'project/.git'])
      writeFileSync(join(root, folder, 'x.json'), '[{"name":"secret","unit":"ns","value":5}]')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  /** Bad links, and what is said of them; in `at` lies the path that is asked for. */
  const LINKS: [what: string, target: string, problem: string][] = [
    ['a file outside', '../outside/x.json', 'lies behind a link that leaves the project'],
    ['an absolute path', '/etc/passwd', 'lies behind a link that leaves the project'],
    ['the environment of this process', '/proc/self/environ', 'lies behind a link that leaves the project'],
    ['a device', '/dev/zero', 'lies behind a link that leaves the project'],
    ['a file of git', '.git/x.json', IN_GIT],
  ]

  const RULES: [option: string, refusal: (problem: string) => string, ask: () => Promise<unknown>][] = [
    [
      'output',
      (problem) => `cannot read the results in at.json: it ${problem} | name a file or folder of the project`,
      () => readResults({ path: join(project, 'at.json'), shown: 'at.json', project }, null),
    ],
    [
      'the input results',
      (problem) => `cannot read the results in at.json: it ${problem} | name a file or folder of the project`,
      () => readResultFiles(['at.json'], null, project),
    ],
    [
      'a glob of the input results',
      (problem) => `cannot read the results in at.json: it ${problem} | name a file or folder of the project`,
      () => readResultFiles(['at*'], null, project),
    ],
    [
      'config',
      (problem) => `at.json ${problem}. | Keep the config file in the project, outside of \`.git\`.`,
      () => findConfig(project, 'at.json'),
    ],
    [
      'suites',
      (problem) =>
        `"at.json", which \`suites\` matches, ${problem} | Put the file itself there, or narrow the globs under \`suites:\`.`,
      () => findSuites(project, ['*.json']),
    ],
    [
      'measure.suite-files',
      (problem) =>
        `"at.json", which \`measure.suite-files\` matches, ${problem} | Put the file itself there, or narrow the globs under \`measure.suite-files:\`.`,
      () => findSuites(project, ['*.json'], { key: 'measure.suite-files' }),
    ],
  ]

  describe.each(RULES)('%s', (_, refusal, ask) => {
    test.each(LINKS)('is no link to %s', async (_what, target, problem) => {
      symlinkSync(target, join(project, 'at.json'))
      expect(await refusalOf(ask)).toBe(refusal(problem))
    })

    test('may be a link within the project', async () => {
      symlinkSync('inside/x.json', join(project, 'at.json'))
      expect(await refusalOf(ask)).toBe('nothing was refused')
    })
  })

  test.each([
    ['../outside', 'lies behind a link that leaves the project'],
    ['.git', IN_GIT],
  ])('the folder of a command is no link to %s', async (target, problem) => {
    symlinkSync(target, join(project, 'at'))
    const at = join(project, 'at')
    expect(await problemOfFolder(project, at, 'at')).toBe(`has a working-directory, at, that ${problem}`)
    expect(await problemOfOutput(project, at, 'at')).toBe(`has an output, at, that ${problem}`)
    // A link in the place of an output is removed, and what it leads to is not.
    expect(await removeOutput(project, at, 'at')).toBeNull()
    symlinkSync(target, at)
    expect(await removeOutput(project, join(at, 'x.json'), 'at/x.json')).toBe(
      `has an output, at/x.json, in a folder that ${problem.replace('lies behind a link that ', '')}`,
    )
  })

  test('a pipe is not read', async () => {
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(project, 'at.json')])
    expect(await refusalOf(() => readResultFiles(['at.json'], null, project))).toBe(
      'cannot read the results in at.json: it is neither a file nor a directory | name the file or directory that the tool wrote',
    )
    expect(await refusalOf(() => findSuites(project, ['*.json']))).toBe(
      '"at.json", which `suites` matches, is neither a file nor a folder | Put the file itself there, or narrow the globs under `suites:`.',
    )
    expect(await refusalOf(() => findConfig(project, 'at.json'))).toBe(
      'at.json is not a file. | Put the configuration into a file of that name.',
    )
  })

  test.each([
    ['{..,x}/outside/*.json', 'cannot read the results in ../outside/x.json: it leaves the project'],
    ['{.git,x}/*.json', 'cannot read the results in {.git,x}/*.json: no file matches it'],
    ['**/.gi[t]/*.json', 'cannot read the results in **/.gi[t]/*.json: no file matches it'],
    [
      '{a,b}'.repeat(30),
      'cannot read the results in `{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b…`: the braces of the pattern stand for more than 100 patterns',
    ],
    [
      '*a'.repeat(17),
      'cannot read the results in `*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a`: the pattern has 17 stars, more than 16',
    ],
  ])('a glob that is more than it seems: %s', async (pattern, message) => {
    expect((await refusalOf(() => readResultFiles([pattern], null, project))).split(' | ')[0]).toBe(message)
  })

  test('a suite that base has behind a link is left out, since base cannot be corrected any more', async () => {
    symlinkSync('../outside/x.json', join(project, 'at.json'))
    writeFileSync(join(project, 'own.json'), '')
    expect(await findSuites(project, ['*.json'], { foreign: 'leave-out' })).toEqual(['own.json'])
  })

  test('of a folder of results, what git keeps is not read', async () => {
    const { files } = await readInput(project, { project })
    expect([...files!.keys()]).toEqual(['inside/x.json'])
  })

  test('what was opened counts, and not where its path leads by then', async () => {
    const at = join(project, 'at.json')
    await symlink('../outside/x.json', at)
    const handle = await open(at)
    await rm(at)
    await symlink('inside/x.json', at)
    const problem = await problemOfOpened(project, handle, at)
    await handle.close()
    // Elsewhere only the path can be asked.
    expect(problem).toBe(process.platform === 'linux' ? 'lies behind a link that leaves the project' : null)
  })
})

describe('the config file of base', () => {
  const repository = new ScratchRepository()
  afterAll(() => repository.remove())

  const CASES: [what: string, links: Record<string, string>, outcome: string][] = [
    ['a link', { 'benchgate.yml': 'real/benchgate.yml' }, 'version: 1\n'],
    ['a link to a link', { 'benchgate.yml': 'a.yml', 'a.yml': 'real/benchgate.yml' }, 'version: 1\n'],
    ['in a folder that is a link', { '.github': 'real' }, 'version: 1\n'],
    [
      'a link out of the repository',
      { 'benchgate.yml': '../x.yml' },
      'is a link that leaves the repository.',
    ],
    ['a link to a device', { 'benchgate.yml': '/dev/stdin' }, 'is a link that leaves the repository.'],
    ['a link into .git', { 'benchgate.yml': '.git/config' }, 'is a link to nothing.'],
    ['a link to nothing', { 'benchgate.yml': 'gone.yml' }, 'is a link to nothing.'],
    ['a link in a circle', { 'benchgate.yml': 'benchgate.yml' }, 'is a link in a circle.'],
    ['a folder', { 'benchgate.yml': 'real' }, 'is not a file.'],
  ]

  test.each(CASES)('is %s', async (_, links, outcome) => {
    rmSync(join(repository.directory, '.github'), { force: true })
    rmSync(join(repository.directory, 'benchgate.yml'), { force: true })
    rmSync(join(repository.directory, 'a.yml'), { force: true })
    repository.write({ 'real/benchgate.yml': 'version: 1\n' })
    for (const [place, target] of Object.entries(links)) {
      mkdirSync(dirname(join(repository.directory, place)), { recursive: true })
      symlinkSync(target, join(repository.directory, place))
    }
    const sha = repository.commit('Config')
    const { files } = await filesAtBase(
      {
        project: repository.directory,
        base: { kind: 'ref', ref: 'HEAD' },
        head: { kind: 'working-tree' },
        env: process.env,
        host: readHost({}),
        signal: new AbortController().signal,
        gitSettings: [],
        timeLimitMs: 600_000,
      },
      ['.github/benchgate.yml', 'benchgate.yml'],
    )
    const [[path, found] = []] = files
    if (!(found instanceof UserError)) return expect([files.size, found]).toEqual([1, outcome])
    const said = `${path} at ${sha.slice(0, 7)} ${outcome}`
    expect(`${found.message} ${found.remedy}`).toBe(`${said} Put the file itself there.`)
    const { warnings } = effectiveConfig(DEFAULT_CONFIG, files, undefined)
    expect(warnings.map(sentenceOf)).toEqual([
      `The config file of base does not count, so its budgets are the defaults: ${said}`,
    ])
  })
})
