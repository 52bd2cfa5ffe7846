import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Assessment } from '../../src/model/assessment.ts'
import { renderJson } from '../../src/report/json.ts'
import { accepted, assessment, row, type RowChange } from '../report/sample.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { inProcess } from './in-process.ts'
import type { Ended } from './program.ts'

const FILE = '.github/benchgate.yml'
const KEPT = '.git/benchgate/report.json'
const interval = { low: 0.151, high: 0.217, level: 0.95 }
const regression = (benchmark: string, change: RowChange = {}) =>
  row({ benchmark, verdict: 'regression', severity: 'fail', effect: 0.183, interval, ...change })

let project: ScratchRepository
let head: string
beforeEach(() => {
  project = new ScratchRepository()
  head = project.commit('start')
})
afterEach(() => project.remove())

const accept = (...args: string[]): Promise<Ended> => inProcess(['accept', ...args], project.directory)
const reportOf = (rows: Assessment['rows'], sha = head) =>
  renderJson(assessment(rows, { head: { label: 'working tree', sha, dirty: true } }))
const keep = (rows: Assessment['rows']) => project.write({ [KEPT]: reportOf(rows) })
const config = () => readFileSync(join(project.directory, FILE), 'utf8')
const entryOf = (more: string) => `  - { match: "parser/large", ${more}, reason: "Surrogate pairs (#412)" }\n`
const REASON = ['--reason', 'Surrogate pairs (#412)']
const NEXT = '\nCommit the file and push: from the next run on, the benchmark passes up to its ceiling.\n'

describe('what the last check found', () => {
  test('its ceiling is proposed, and the file is made', async () => {
    keep([regression('parser/large'), row()])
    const ended = await accept('parser/large', ...REASON)
    const text = `version: 1\naccepted:\n${entryOf('metric: time, up-to: 22%')}`
    expect(ended).toEqual({
      code: 0,
      stdout: `${FILE}:3\n${text.replace(/^/gm, '  + ').replace(/ {2}\+ $/, '')}${NEXT}`,
      stderr: '',
    })
    expect(config()).toBe(text)
    expect(readdirSync(join(project.directory, '.github'))).toEqual(['benchgate.yml'])
  })

  test('several metrics that regressed get an entry each, and --metric chooses one', async () => {
    keep([
      regression('a'),
      regression('a', { metric: 'throughput', unit: 'ops/s', better: 'higher', effect: -0.1 }),
    ])
    const { stdout, stderr } = await accept('a', '--reason', 'why')
    expect(stderr).toBe(
      '2 metrics regressed, and each gets an entry: time, throughput (--metric chooses one)\n',
    )
    expect(stdout).toContain('metric: time, up-to: 22%')
    expect(stdout).toContain('metric: throughput, up-to: 13%')
    const one = await accept('a', '--metric', 'time', '--reason', 'another', '--dry-run')
    expect(one.stdout).toBe(
      `${FILE}:3\n  -   - { match: "a", metric: time, up-to: 22%, reason: "why" }\n  +   - { match: "a", metric: time, up-to: 22%, reason: "another" }\n\nNothing was written (--dry-run).\n`,
    )
    expect(config()).toContain('"why"')
  })

  test('of benchmarks of one name, the one that regressed', async () => {
    keep([regression('a', { suite: 'x.bench.ts' }), row({ benchmark: 'a', suite: 'y.bench.ts' })])
    await accept('a', '--reason', 'why')
    expect(config()).toContain('{ match: "a", suite: "x.bench.ts", metric: time, up-to: 22%, reason: "why" }')
  })

  test('--all: what fails and can be accepted, and a word of the rest', async () => {
    keep([
      regression('a'),
      regression('b', { occurrence: 2 }),
      regression('b', { verdict: 'unchanged', severity: 'pass' }),
      regression('only warns', { severity: 'warn' }),
      row({ benchmark: 'gone', verdict: 'missing', severity: 'fail' }),
    ])
    const { stderr } = await accept('--all', '--reason', 'why')
    expect(stderr).toBe('warning: gone time did not run, and only a regression can be accepted\n')
    expect(config().split('\n').slice(2, -1)).toEqual([
      '  - { match: "a", metric: time, up-to: 22%, reason: "why" }',
      '  - { match: "b", occurrence: 2, metric: time, up-to: 22%, reason: "why" }',
    ])
  })

  test('of another commit: said, and done', async () => {
    const before = head
    keep([regression('a')])
    head = project.commit('next')
    const { code, stderr } = await accept('a', '--reason', 'why')
    expect(code).toBe(0)
    expect(stderr).toBe(
      `warning: The report is from commit ${before.slice(0, 7)}, and ${head.slice(0, 7)} is checked out: the ceiling comes from the report.\n`,
    )
  })

  test('of a project in a folder: each keeps its own', async () => {
    project.write({
      'packages/b/package.json': '{}',
      '.git/benchgate/packages/b/report.json': reportOf([regression('of b')]),
    })
    keep([regression('a')])
    const cwd = join(project.directory, 'packages/b')
    const { stdout } = await inProcess(['accept', 'of b', '--reason', 'why'], cwd)
    expect(stdout).toMatch(/^\.github\/benchgate\.yml:3\n/)
    expect(existsSync(join(cwd, FILE))).toBe(true)
  })
})

describe('without it', () => {
  test('--from a file of CI, with a ceiling and an end of its own', async () => {
    project.write({ 'report.json': reportOf([regression('parser/large')]), [FILE]: 'version: 1 # kept\r\n' })
    chmodSync(join(project.directory, FILE), 0o640)
    await accept(
      'parser/large',
      '--from',
      'report.json',
      '--up-to',
      '30 %',
      '--until',
      '2999-01-01',
      ...REASON,
    )
    expect(config()).toBe(
      'version: 1 # kept\r\naccepted:\r\n  - { match: "parser/large", metric: time, up-to: 30 %, reason: "Surrogate pairs (#412)", until: 2999-01-01 }\r\n',
    )
    expect(statSync(join(project.directory, FILE)).mode & 0o777).toBe(0o640)
  })

  test('--up-to alone, of a name that the last check does not know', async () => {
    keep([row()])
    const { stderr } = await accept('parser/large', '--up-to', '20%', ...REASON)
    expect(stderr).toBe('warning: The last report has no benchmark parser/large\n')
    expect(config()).toContain(entryOf('metric: time, up-to: 20%'))
  })

  test('through a link within the project', async () => {
    project.write({ 'config.yml': 'version: 1\n' })
    symlinkSync('config.yml', join(project.directory, 'benchgate.yml'))
    await accept('parser/large', '--up-to', '20%', ...REASON)
    expect(readFileSync(join(project.directory, 'config.yml'), 'utf8')).toContain(
      entryOf('metric: time, up-to: 20%'),
    )
  })
})

test('--remove: the entries of a benchmark, those that ended, and all', async () => {
  const line = (match: string, until: string) =>
    `  - { match: ${match}, metric: time, up-to: 20%, reason: r${until} }\n`
  const [old, a, b] = [line('c', ', until: 2020-01-01'), line('a', ''), line('"b\\\\*"', '')]
  project.write({ [FILE]: `version: 1\naccepted:\n${old}${a}${b}# end\n` })
  const ended = await accept('--remove', '--expired')
  expect(ended).toEqual({ code: 0, stdout: `${FILE}\n  - ${old}\nCommit the file and push.\n`, stderr: '' })
  await accept('--remove', 'b*')
  expect(config()).toBe(`version: 1\naccepted:\n${a}# end\n`)
  await accept('--remove', '--all')
  expect(config()).toBe('version: 1\n# end\n')
})

describe('is refused', () => {
  const first = ({ stderr }: Ended) =>
    stderr
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('warning: '))
      .slice(0, 2)
  test.each<[what: string, args: string[], message: string, remedy: string]>([
    [
      'no reason',
      ['parser/large'],
      'error: A reason is missing',
      'Say why it is acceptable, for whoever reviews the change: --reason "Correctness fix (#412)".',
    ],
    [
      'the reason of the printed line',
      ['parser/large', '--reason', '…'],
      'error: A reason is missing',
      'Say why it is acceptable, for whoever reviews the change: --reason "Correctness fix (#412)".',
    ],
    [
      'a mistyped name',
      ['parser/lagre', '--reason', 'r'],
      'error: The report has no benchmark parser/lagre',
      'Did you mean parser/large?',
    ],
    [
      'what is unchanged',
      ['parser/small', '--reason', 'r'],
      'error: parser/small time is unchanged, and only a regression can be accepted',
      'To add an entry anyway, give --up-to 20% without --from.',
    ],
    [
      'a limit of its own',
      ['big', '--reason', 'r'],
      'error: big time breaks max, min or min-improvement, which accepted: cannot lift',
      'Fix it, or change the rule at .github/benchgate.yml:8.',
    ],
    [
      'what is accepted',
      ['f', '--reason', 'r'],
      'error: f time is accepted already, up to 22 % (.github/benchgate.yml:24)',
      'To add an entry anyway, give --up-to 20% without --from.',
    ],
    [
      'what did not run',
      ['gone', '--reason', 'r'],
      'error: gone time did not run, and only a regression can be accepted',
      'Fix it, or take it out of the budgets.',
    ],
    [
      'a metric that it does not have',
      ['parser/large', '--metric', 'bytes', '--reason', 'r'],
      'error: The report has no bytes of parser/large',
      'It has time.',
    ],
    [
      'one of two',
      ['twice', '--reason', 'r'],
      'error: 2 benchmarks named twice regressed',
      'Say which one: --suite benchmarks/parser.bench.ts --occurrence 1, --suite benchmarks/parser.bench.ts --occurrence 2.',
    ],
    [
      'nothing',
      ['--reason', 'r'],
      'error: No benchmark is given',
      'Name one as reports do, such as parser/large, or give --all.',
    ],
    [
      'a name and --all',
      ['a', '--all', '--reason', 'r'],
      'error: Both a benchmark and --all are given',
      'Leave one of them out.',
    ],
    [
      'a name that no glob can say',
      ['*'.repeat(17), '--up-to', '20%', '--reason', 'r'],
      'error: No pattern of the config file can name *****************',
      'A name needs one to 512 characters and at most 16 stars: rename the benchmark.',
    ],
    [
      'an entry below that covers it',
      ['parser/large', '--reason', 'r'],
      'error: .github/benchgate.yml:4: this entry covers the benchmark too and overrides the new one, because it is further down; nothing was written',
      'Change that entry, or move it up.',
    ],
    [
      'a file that is none',
      ['a', '--from', 'none.json', '--reason', 'r'],
      'error: none.json does not exist',
      'Give a file that `benchgate check --json` wrote, or the one that the output `report-json` of the action names.',
    ],
    [
      'a last day that has passed',
      ['a', '--until', '2020-01-01', '--reason', 'r'],
      "error: option '--until <date>' argument '2020-01-01' is invalid. That day has passed.",
      'See `benchgate accept --help`.',
    ],
    [
      'no entry to remove',
      ['--remove', 'parser/lagre'],
      'error: .github/benchgate.yml has no such entry for parser/lagre under accepted:',
      'Did you mean parser/large?',
    ],
  ])('%s', async (_, args, message, remedy) => {
    const text =
      'version: 1\naccepted:\n  - { match: parser/large, metric: time, up-to: 1%, reason: r }\n  - { match: "parser/*", metric: time, up-to: 1%, reason: r }\n'
    project.write({ [FILE]: text })
    keep([
      regression('parser/large'),
      row(),
      row({ benchmark: 'big', verdict: 'over-budget', severity: 'fail' }),
      accepted(false),
      row({ benchmark: 'gone', verdict: 'missing', severity: 'fail' }),
      regression('twice'),
      regression('twice', { occurrence: 2 }),
    ])
    const ended = await accept(...args)
    expect([...first(ended), ''].slice(0, 2)).toEqual([message, remedy])
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(config()).toBe(text)
  })

  test('a report that is none of ours, by what and where', async () => {
    const read = async (text: string) => {
      project.write({ 'r.json': text })
      return first(await accept('a', '--from', 'r.json', '--reason', 'r'))[0]
    }
    const { rows, ...rest } = JSON.parse(reportOf([regression('a')])) as { rows: object[] }
    expect(await read('{')).toMatch(/^error: r\.json is not JSON: /)
    expect(await read('{"schema":1}')).toBe('error: r.json is not a report: it has no rows')
    expect(await read(JSON.stringify({ ...rest, rows, schema: 2 }))).toBe(
      'error: r.json is a report of another version of Benchgate (schema 2)',
    )
    expect(await read(JSON.stringify({ ...rest, rows: [{ ...rows[0], effect: 'x' }] }))).toBe(
      'error: r.json is not a report that this version of Benchgate reads: rows.0.effect: Invalid input: expected number, received string',
    )
    expect(await read('['.repeat(100))).toBe('error: r.json is nested deeper than any report')
  })

  test('no report: what to do, and why none was kept', async () => {
    expect(first(await accept('a', '--reason', 'r'))).toEqual([
      'error: There is no report of a check here',
      'Run `benchgate check` first, or give --from report.json or --up-to 20%.',
    ])
    const outside = dirname(project.directory)
    const ended = await inProcess(['accept', 'a', '--reason', 'r'], outside)
    expect(first(ended)[0]).toBe(
      'error: There is no report of a check here: a check keeps it in the git repository, and this is not one',
    )
  })
})
