import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CheckResult } from '../../src/doctor/check.ts'
import { examineProject } from '../../src/doctor/examination.ts'
import { resultsOf } from '../../src/doctor/section.ts'
import { benchgate } from '../cli/program.ts'
import { CONFIG, FORKS, GATE, READ_ONLY, REPORT, Setup } from './right-setup.ts'

const LINE = 'test -f orders.js || { echo no orders are there >&2; exit 4; }'

/** A mistake, and all that is said then; BASE stands for base's commit. */
interface Mistake {
  name: string
  make: (setup: Setup) => void
  found: Omit<CheckResult, 'title'>
  /** Checks that cannot be made then. */
  skipped?: string[]
}

// The others are in `mistakes.test.ts`.
const MISTAKES: Mistake[] = [
  {
    name: '1: base was not fetched',
    make: (setup) => {
      setup.git('branch', '-q', '-D', 'main')
      setup.git('update-ref', '-d', 'refs/remotes/origin/main')
    },
    found: {
      id: 'base',
      status: 'failure',
      detail:
        'base was not found: No default branch was found to take the merge base with (origin/HEAD, origin/main, origin/master, main, master)',
      remedy:
        'Fetch it: `git fetch origin && git remote set-head origin --auto`. Name the base in base.ref, or tell git the default branch: git remote set-head origin --auto.',
      place: null,
    },
    skipped: ['base-builds'],
  },
  {
    name: '8: a glob of suites that matches nothing',
    make: (setup) => setup.edit(CONFIG, 'benchmarks/**/*.bench.js', 'benchmark/*.bench.js'),
    found: {
      id: 'suites',
      status: 'failure',
      detail: 'no file matches "benchmark/*.bench.js"; the nearest file is benchmarks/orders.bench.js',
      remedy:
        'Set `suites:` to the files that call bench(), or `command:` to the command that runs your own tool.',
      place: '.github/benchgate.yml:2:10',
    },
    skipped: ['benchmarks', 'budgets'],
  },
  {
    name: '9: no benchmark',
    make: (setup) => setup.write({ 'benchmarks/orders.bench.js': 'export const total = () => 1\n' }),
    found: {
      id: 'benchmarks',
      status: 'failure',
      detail:
        'the suites of head hold no benchmark: benchmarks/**/*.bench.js matched files, but none calls bench()',
      remedy: 'Register benchmarks with bench() from mitata, or set `suites:` to the files that do.',
      place: null,
    },
    skipped: ['budgets'],
  },
  {
    name: '10: a config in two places',
    make: (setup) => setup.write({ 'benchgate.yml': 'version: 1\n' }),
    found: {
      id: 'config-file',
      status: 'failure',
      detail: 'There are 2 config files: .github/benchgate.yml and benchgate.yml.',
      remedy: 'Keep one, for example .github/benchgate.yml.',
      place: null,
    },
    skipped: ['timeout', 'suites', 'benchmarks', 'budgets', 'waivers', 'base-builds'],
  },
  {
    name: '11: a budget that matches nothing',
    make: (setup) => setup.edit(CONFIG, "'orders/*'", 'order/total'),
    found: {
      id: 'budgets',
      status: 'failure',
      detail: '`order/total` matches no benchmark; the nearest is `orders/total`',
      remedy: 'Correct the rule or remove it: it protects nothing.',
      place: '.github/benchgate.yml:6:14',
    },
  },
  {
    name: '12: a base that does not build',
    make: (setup) => setup.edit(CONFIG, 'measure:', `base: { setup: '${LINE}' }\nmeasure:`),
    found: {
      id: 'base-builds',
      status: 'failure',
      detail: `base (BASE) does not build: \`${LINE}\` ended with exit code 4:\n  no orders are there`,
      remedy:
        'Run base.setup in a checkout of BASE to see all of it, and correct the line in the configuration, or name another base in base.ref.',
      place: null,
    },
  },
]

/** Without a token, and outside of CI. */
const SKIPPED = ['token', 'branch-rules', 'cache']

test.each(MISTAKES)('$name', async ({ make, found, skipped = [] }) => {
  const setup = new Setup(FORKS)
  const base = setup.git('rev-parse', 'main').slice(0, 7)
  make(setup)
  const options = { project: setup.project, configFlag: undefined, runtime: setup.runtime() }
  const results = resultsOf(await examineProject(options, null)).filter(({ id }) => id !== 'machine')
  const said = results.filter(({ status }) => status === 'warning' || status === 'failure')
  const text = JSON.stringify(said.map(({ title: _title, ...one }) => one)).replaceAll(base, 'BASE')
  expect(JSON.parse(text)).toEqual([found])
  const left = results.filter(({ status }) => status === 'skipped').map(({ id }) => id)
  expect(left.toSorted()).toEqual([...SKIPPED, ...skipped].toSorted())
})

/** What is printed, without what the machine says of itself. */
const printed = (text: string): string[] => text.slice(text.indexOf('Repository')).split('\n')

test('the command, on a right set-up', async () => {
  const setup = new Setup(READ_ONLY)
  const before = setup.git('status', '--porcelain', '--ignored')
  const { code, stdout, stderr } = await benchgate(['doctor', '--no-proof', '--quiet'], {
    cwd: setup.project,
    env: setup.env,
  })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const base = setup.git('rev-parse', 'main').slice(0, 7)
  const [repository] = printed(stdout).join(' ').replaceAll(/\s+/g, ' ').split(' Workflows')
  expect(repository).toBe(
    `Repository ✔ repository ${setup.project} · remote origin · with its whole history ✔ base ${base} (merge-base)`,
  )
  expect(printed(stdout).slice(-10)).toEqual([
    'Project',
    '  ✔ config file  .github/benchgate.yml',
    '  ✔ suites       1 file matches benchmarks/**/*.bench.js',
    "  ✔ benchmarks   2 benchmarks found in head's checkout",
    '  ✔ budgets      the rule matches a benchmark',
    '  ✔ accepted     nothing is accepted',
    '  ✔ base builds  base and head were checked out, with their dependencies',
    '',
    expect.stringMatching(/^(✔ No problems found|⚠ No problems found, but 1 warning) · 3 checks skipped\.$/),
    '',
  ])
  expect(setup.git('status', '--porcelain', '--ignored')).toBe(before)
  expect(readdirSync(join(setup.directory, 'temp'))).toEqual([])
})

test('the command in a job: exit code, summary, annotations and JSON', async () => {
  const setup = new Setup(FORKS)
  setup.edit(GATE, 'node-version: 24', 'node-version: 20')
  setup.edit(REPORT, 'b'.repeat(40), 'v1')
  const summary = join(setup.directory, 'summary.md')
  writeFileSync(summary, '')
  const env = { ...setup.env, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
  const { code, stdout } = await benchgate(['doctor', '--no-proof', '--ci', '--json', '../doctor.json'], {
    cwd: setup.project,
    env,
  })
  expect(code).toBe(2)
  expect(stdout.split('\n').filter((line) => line.startsWith('::'))).toEqual([
    '::error title=Benchgate doctor%3A Node in CI,file=.github/workflows/benchgate.yml,line=21::the job `gate` sets up Node 20, which is too old to run suites. Set `node-version: 24`, or another version from 22.18 on.',
    '::warning title=Benchgate doctor%3A pinned actions,file=.github/workflows/benchgate-report.yml,line=21::`octo/benchgate@v1` is a tag or branch, which can be moved to other code. Pin it to a full commit id, with the tag in a comment: `git ls-remote https://github.com/octo/benchgate v1` prints it.',
  ])
  const markdown = readFileSync(summary, 'utf8')
  expect(markdown).toMatch(/^### ✘ 1 problem found · \d warnings? · 3 checks skipped\n/)
  expect(markdown).toContain(
    '- ✘ **Node in CI**: the job `gate` sets up Node 20, which is too old to run suites<br>\n' +
      '  at `.github/workflows/benchgate.yml:21:25`<br>\n' +
      '  → Set `node-version: 24`, or another version from 22.18 on.\n',
  )
  expect(JSON.parse(readFileSync(join(setup.directory, 'doctor.json'), 'utf8'))).toMatchObject({
    schema: 1,
    outcome: 'fail',
    sections: [
      { title: 'Machine' },
      { title: 'Repository' },
      { title: 'Workflows' },
      { title: 'GitHub' },
      { title: 'Project' },
    ],
  })
})
