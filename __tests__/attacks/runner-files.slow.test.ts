import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli } from '../e2e/command.ts'
import { GitHubStage, readWorkspace } from '../e2e/github-stage.ts'
import { RUNNER_FILES } from '../../src/github/runner-host.ts'
import { ScratchRepository } from '../scratch-repository.ts'

// Code of a pull request finds the files of the runner as an attacker does, and the action as a step of a workflow is what
// meets it. All ways to change a file are in runner-files.test.ts.

const CONFIG = `version: 1
measure: { time-limit: 40 min }
command: { run: sh bench.sh, output: out.json }
`
const RESULT = `echo '[{"name":"loop","unit":"ns","value":1000}]' > out.json`

/** For each file of the runner, from the environment of the process that measures. */
const found = (attack: string): string => `
if [ ! -e "$MARKS/done" ]; then
  touch "$MARKS/done"
  pid=$$
  until grep -qz '^GITHUB_ENV=' /proc/$pid/environ; do pid=$(sed -n 's/^PPid:[^0-9]*//p' /proc/$pid/status); done
  tr '\\0' '\\n' < /proc/$pid/environ | grep -E '^(${RUNNER_FILES.join('|')})=' > "$MARKS/files"
  while IFS='=' read -r name file; do
    ${attack}
  done < "$MARKS/files"
fi
`

const EVIL = 'printf "EVIL=1\\noutcome=pass\\n" >> "$file"'
const said = (name: string, how: string, removed = '; removed: "EVIL=1", "outcome=pass"') =>
  `While code of the project ran, ${name}, which the runner reads after this step, was ${how}. It was put back${removed}`

let stage: GitHubStage
let marks: string
beforeAll(async () => {
  stage = await GitHubStage.start()
  marks = join(stage.directory, 'marks')
  stage.commit('main', { '.github/benchgate.yml': CONFIG, 'bench.sh': RESULT }, 'Benchmarks')
})
afterAll(() => stage.stop())

async function attacked(number: number, bench: string, env: Record<string, string> = {}) {
  rmSync(marks, { recursive: true, force: true })
  mkdirSync(marks)
  stage.commit(`patch-${number}`, { 'bench.sh': bench }, 'Attack')
  const pull = stage.propose(number, `patch-${number}`)
  return await stage.pullRequest(pull, { env: { MARKS: marks, ...env } })
}

const SORTED = [...RUNNER_FILES].sort()

const NAMES_OF_OUTPUTS = [
  'base-sha',
  'comment-url',
  'dashboard',
  'improvements',
  'outcome',
  'regressions',
  'report-json',
  'report-junit',
  'report-markdown',
  'report-openmetrics',
  'run-file',
  'summary',
]

/** Whether nothing but this program's own words is left. */
function expectOwn(result: Awaited<ReturnType<typeof attacked>>): void {
  expect(Object.keys(result.outputs).sort()).toEqual(NAMES_OF_OUTPUTS)
  expect([result.env, result.state, result.path]).toEqual([{}, {}, ''])
  expect(result.summary).not.toMatch(/^(EVIL=1|outcome=pass)$/m)
  expect(result.summary).toMatch(/^### /)
}

const warnings = (result: Awaited<ReturnType<typeof attacked>>) =>
  result.annotations
    .filter(({ level, message }) => level === 'warning' && message.includes('code of the project'))
    .map(({ message }) => message)
    .sort()

describe.each<[how: string, attack: string, how: string, removed?: string]>([
  ['appended to', EVIL, 'appended to'],
  ['rewritten', 'printf "EVIL=1\\noutcome=pass\\n" > "$file"', 'appended to'],
  ['replaced by a link', 'rm "$file"; ln -s "$MARKS/foreign" "$file"', 'replaced', ''],
  ['replaced by a folder', 'rm "$file"; mkdir "$file"', 'replaced', ''],
  ['removed', 'rm "$file"', 'removed', ''],
])('files of the runner that are %s', (_, attack, how, removed) => {
  test('are put back, and it is said', async () => {
    const result = await attacked(1, `${found(attack)}${RESULT}`)
    const all = SORTED.map((name) => said(name, how, removed))
    expect([result.code, result.outputs['outcome'], warnings(result)]).toEqual([0, 'pass', all])
    expectOwn(result)
    expect(existsSync(join(marks, 'foreign'))).toBe(false)
    const report = JSON.parse(readWorkspace(result, 'benchgate-report.json'))
    expect(report.schema).toBeDefined()
    expect(result.summary).toContain('GITHUB&#95;PATH')
  })
})

test('lines of a log command are shown and not obeyed', async () => {
  const attack = `printf '::error::forged\\n##[error]forged\\nX=1\\nY=1\\n' >> "$file"`
  const result = await attacked(2, `${found(attack)}${RESULT}`)
  expect(result.annotations.filter(({ level }) => level === 'error')).toEqual([])
  expect(result.log).toContain('GITHUB_ENV held:\n: :error::forged\n# #[error]forged\nX=1\n')
  expect(warnings(result)[0]).toBe(
    said(
      'GITHUB_ENV',
      'appended to',
      '; removed: "::error::forged", "# #[error]forged", "X=1" and 1 line more',
    ),
  )
  expectOwn(result)
})

test('what a process that outlived its measurement adds while the report is published goes, too', async () => {
  stage.api.fault({
    when: 'checks/create',
    answer: {
      kind: 'meanwhile',
      happens: () => {
        for (const line of readFileSync(join(marks, 'files'), 'utf8').trim().split('\n'))
          appendFileSync(line.split('=')[1]!, 'EVIL=1\noutcome=pass\n')
      },
    },
  })
  const result = await attacked(3, `${found(':')}${RESULT}`)
  expect([result.code, warnings(result)]).toEqual([0, SORTED.map((name) => said(name, 'appended to'))])
  expectOwn(result)
})

test('a job that is cancelled by the code that it measures leaves nothing of it', async () => {
  const result = await attacked(4, `${found(EVIL)}kill -TERM $pid; sleep 600`)
  expect(result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
    'Cancelled: nothing was judged',
  ])
  expect(warnings(result)).toEqual(SORTED.map((name) => said(name, 'appended to')))
  expect([result.code, result.outputs, result.env, result.path, result.summary]).toEqual([1, {}, {}, '', ''])
})

test('a gate that ends with an error leaves nothing of it', async () => {
  stage.commit('main', { 'bench.sh': 'exit 1' }, 'Broken')
  const result = await attacked(5, `${found(EVIL)}exit 1`)
  expect([result.code, result.outputs['outcome']]).toEqual([1, 'fail'])
  expect(result.outputs['summary']).toMatch(/^The benchmarks did not run: /)
  expect(warnings(result)).toEqual(SORTED.map((name) => said(name, 'appended to')))
  expectOwn(result)
})

test('the command line in a step of a workflow puts them back, too, and prints into the one that the step redirects', async () => {
  const project = new ScratchRepository()
  project.write({ 'benchgate.yml': CONFIG, 'bench.sh': RESULT })
  project.commit('Benchmarks')
  project.write({ 'bench.sh': `${found(EVIL)}${RESULT}` })
  rmSync(marks, { recursive: true, force: true })
  mkdirSync(marks)
  const files = Object.fromEntries(RUNNER_FILES.map((name) => [name, join(marks, name)]))
  for (const file of Object.values(files)) writeFileSync(file, 'A=1\n')
  const summary = openSync(files['GITHUB_STEP_SUMMARY']!, 'a')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '--quiet'], {
    cwd: project.directory,
    env: { ...process.env, ...files, MARKS: marks },
    stdio: ['ignore', summary, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(summary)
  project.remove()
  expect([status, stderr]).toEqual([
    0,
    RUNNER_FILES.map((name) => `warning: ${said(name, 'appended to')}\n`).join(''),
  ])
  for (const name of RUNNER_FILES.filter((one) => one !== 'GITHUB_STEP_SUMMARY'))
    expect(readFileSync(files[name]!, 'utf8')).toBe('A=1\n')
  expect(readFileSync(files['GITHUB_STEP_SUMMARY']!, 'utf8')).toMatch(/^A=1\n[^]*\n✔ /)
  expect(readFileSync(files['GITHUB_STEP_SUMMARY']!, 'utf8')).not.toContain('EVIL')
})

test.each([
  ['linked', 'An input is wrong: working-directory: "linked" lies behind a link that leaves the workspace'],
  [
    'linked/x',
    'An input is wrong: working-directory: "linked/x" lies behind a link that leaves the workspace',
  ],
  [
    '.git',
    'An input is wrong: working-directory: ".git" lies in `.git`, which belongs to git. Name a place outside of `.git`.',
  ],
  ['git', 'An input is wrong: working-directory: "git" lies in `.git`, which belongs to git'],
])('the input working-directory may not be %s', async (given, message) => {
  stage.commit('folders', { 'real/x': '' }, 'Folders')
  const pull = stage.propose(6, 'folders')
  const result = await stage.pullRequest(pull, {
    inputs: { 'working-directory': given },
    before: (workspace) => {
      mkdirSync(join(stage.directory, 'outside', 'x'), { recursive: true })
      for (const [name, target] of [
        ['linked', join(stage.directory, 'outside')],
        ['git', '.git'],
      ] as const)
        symlinkSync(target, join(workspace, name))
    },
  })
  expect(result.code).toBe(1)
  expect(result.annotations.map((one) => one.message.split('\n')[0])).toEqual([message])
  expect(result.annotations[0]!.message.split('\n').at(-1)).toMatch(
    /^Read more: (\S+\/)?docs\/troubleshooting\.md#an-input-is-wrong-$/,
  )
})
