import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tokenSettings } from '../../src/git/variables.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleMetric, sampleRun, shaOf } from '../store/sample-run.ts'
import { READER, StoreStage } from '../store/stage.ts'
import { benchgate as run, type Ended } from './program.ts'

let stage: StoreStage
let checkout: ScratchRepository
beforeEach(async () => {
  stage = await StoreStage.open()
  checkout = new ScratchRepository()
  // The bare repository itself, without the server before it.
  checkout.git('remote', 'add', 'origin', stage.repository.directory)
})
afterEach(async () => {
  checkout.remove()
  await stage.close()
})

/** The command line in the checkout. */
async function benchgate(...args: string[]): Promise<Ended> {
  const temporary = mkdtempSync(join(stage.directory, 'tmp-'))
  const env = { ...stage.environment(), TMPDIR: temporary, NO_COLOR: '1' }
  const ended = await run(args, { cwd: checkout.directory, env })
  expect(readdirSync(temporary)).toEqual([])
  rmSync(temporary, { recursive: true })
  return ended
}

const imported = (...args: string[]) => benchgate('import', 'github-action-benchmark', ...args)

const DAY = 24 * 60 * 60 * 1000
const entry = (commit: string, day: number, benches: object[]) => ({
  commit: { id: shaOf(commit), message: commit, timestamp: '2026-01-01T00:00:00Z' },
  date: Date.UTC(2026, 0, 1) + day * DAY,
  tool: 'cargo',
  benches,
})
const bench = (name: string, value: number) => ({ name, value, unit: 'ns/iter', range: '± 3' })
const write = (entries: object, name = 'data.js') =>
  checkout.write({ [name]: `window.BENCHMARK_DATA = ${JSON.stringify({ lastUpdate: 1, entries }, null, 2)}` })
const RUST = [
  entry('Start', 0, [bench('parse', 1000), bench('print', 5)]),
  entry('Slower', 1, [bench('parse', 1100), bench('print', 5)]),
]

test('a history is imported, imported again without effect, and shown', async () => {
  write({ Rust: RUST })
  const dry = await imported('data.js', '--dry-run')
  const read =
    'data.js, a history of github-action-benchmark\n  2 runs of 2 benchmarks, 2026-01-01 to 2026-01-02, of the branch main\n'
  expect(dry).toEqual({ code: 0, stdout: `${read}nothing was written (--dry-run)\n`, stderr: '' })
  const data = await imported('data.js', '--dry-run', '--json', '-')
  expect({ ...data, stdout: JSON.parse(data.stdout) }).toMatchObject({
    code: 0,
    stderr: dry.stdout,
    stdout: { schema: 1, tool: 'github-action-benchmark', benchmarks: 2, leftOut: [], written: null },
  })
  expect(stage.tip()).toBeNull()

  const first = await imported('data.js')
  const at = stage.tip()!.slice(0, 7)
  expect(first).toEqual({
    code: 0,
    stdout: `${read}2 runs written to benchgate of origin, now at ${at}\n`,
    stderr: '',
  })
  expect(stage.repository.git('log', '--format=%s', 'benchgate')).toBe(
    'Import 2 runs from github-action-benchmark',
  )
  const again = await imported('data.js', '--ref', 'main')
  expect(again.stdout).toBe(`${read}nothing was written: benchgate of origin holds all of them\n`)

  // The other tool went on, and Benchgate began.
  write({ Rust: [...RUST, entry('Faster', 2, [bench('parse', 900)])] })
  expect((await imported('data.js')).stdout).toContain('1 run written to benchgate of origin, now at')
  expect(stage.repository.git('rev-list', '--count', 'benchgate')).toBe('2')
  const measured = sampleRun('measured', {
    benchmarks: [{ id: 'parse', suite: 'parse.bench.ts', metrics: [sampleMetric({ values: [1000] })] }],
  })
  await (await stage.store()).append(measured)

  // What goes on in its series is known by now.
  expect((await imported('data.js')).stdout).toContain(
    '\n  names that this project measures now: 1 of 2; these series go on, the others end here (such as "print")\nnothing was written',
  )

  const history = await benchgate('history', 'parse')
  expect(history.stderr).toBe('')
  const lines = history.stdout.split('\n').filter((line) => line.startsWith('  2026-'))
  expect(lines.map((line) => line.split(/ {2,}/).slice(3).join(' '))).toEqual([
    '1.00 µs imported Start',
    '1.10 µs Slower',
    '900 ns Faster',
    '1.00 µs AMD EPYC 7763 64-Core Processor Change measured',
  ])
  expect(history.stdout).toContain(
    '\n  ┄┄ recorded by another tool from here on: the values above are not comparable ┄┄\n',
  )
  expect(history.stdout).toContain('Imported from github-action-benchmark')
  const json = JSON.parse((await benchgate('history', 'parse', '--json', '-')).stdout) as {
    benchmarks: [{ change: null; points: { importedFrom: string | null; comparable: boolean }[] }]
  }
  expect(json.benchmarks[0].change).toBeNull()
  expect(json.benchmarks[0].points.map((point) => [point.importedFrom, point.comparable])).toEqual([
    ...Array.from({ length: 3 }, () => ['github-action-benchmark', false]),
    [null, true],
  ])
})

test('a dry run says which way was taken for times of which the tool was told that more is better', async () => {
  const benches = [
    { name: 'a', value: '1249', unit: 'run (ns)' },
    { name: 'b', value: 'n/a', unit: 'ms' },
  ]
  write({ s: [{ ...entry('Start', 0, benches), tool: 'customBiggerIsBetter' }] })
  const { stdout } = await imported('data.js', '--dry-run')
  expect(stdout).toBe(
    [
      'data.js, a history of github-action-benchmark',
      '  1 run of 1 benchmark, 2026-01-01, of the branch main',
      '  less is taken as better in 1 series of times, although they were recorded as customBiggerIsBetter (such as "a")',
      '  left out: 1 of the values: recorded as what is no number (such as "b")',
      'nothing was written (--dry-run)',
      '',
    ].join('\n'),
  )
})

test('what was left out is said, and a metric that is no time is shown', async () => {
  const sizes = [
    {
      ...entry('Start', 0, [{ name: 'app.js', value: 163_211, unit: 'bytes' }]),
      tool: 'customSmallerIsBetter',
    },
    { ...entry('Typo', 1, []), commit: { id: 'abc' } },
  ]
  write({ Sizes: sizes })
  const { stdout } = await imported('data.js', '--ref', 'trunk', '--key', 'sizes')
  expect(stdout).toContain('  1 run of 1 benchmark, 2026-01-01, of the branch trunk, key sizes\n')
  expect(stdout).toContain(
    '  left out: 1 of the recordings: the commit is not named by its full id (such as "abc")\n',
  )
  const history = await benchgate('history', '--key', 'sizes')
  expect(history.stdout).toMatch(/^app\.js · value · 1 commit\n/)
  expect((await benchgate('history', '--key', 'sizes', '--json', '-')).stdout).toContain('"value": 163211,')
})

test('the JSON of bencher perf', async () => {
  const point = (commit: string, value: number) => ({
    iteration: 0,
    start_time: '2026-07-02T12:53:33Z',
    version: { number: 1, hash: shaOf(commit) },
    metric: { value, lower_value: null, upper_value: null },
  })
  const named = (name: string) => ({ name, slug: name })
  const results = [
    {
      branch: named('main'),
      testbed: named('ubuntu'),
      benchmark: named('parse'),
      measure: { ...named('latency'), units: 'nanoseconds (ns)' },
      metrics: [point('a', 88), point('b', 90)],
    },
  ]
  checkout.write({ 'perf.json': JSON.stringify({ project: { name: 'Demo' }, results }) })
  const { code, stdout } = await benchgate('import', 'bencher', 'perf.json')
  expect(code).toBe(0)
  expect(stdout).toContain('2 runs written to benchgate of origin')
  expect(stage.repository.git('log', '--format=%s', 'benchgate')).toBe('Import 2 runs from bencher')
})

test('what is hostile does nothing: scripts are refused, names and numbers are data', async () => {
  const good = `window.BENCHMARK_DATA = ${JSON.stringify({ entries: { Rust: RUST } })}`
  const mark = join(checkout.directory, 'run-me')
  const script = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`
  for (const text of [
    `${good};\n${script}`,
    `${script};\n${good}`,
    `window.BENCHMARK_DATA = (() => { ${script}; return ${good.slice(24)} })()`,
    '</script><script>',
  ]) {
    checkout.write({ 'evil.js': text })
    const { code, stdout, stderr } = await imported('evil.js')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: cannot read the results in evil\.js: /)
  }
  const names = [
    '__proto__',
    '</script><script>alert(1)</script>',
    '\u001b[31mred',
    '##[error]x',
    '::error::y',
  ]
  const entries = names.map((name, i) => [
    name,
    [entry(name, i, [bench(name, 5), bench('big', 1), bench('x'.repeat(10_000), 1)])],
  ])
  const text = JSON.stringify({ entries: Object.fromEntries([['x', []], ...entries]) })
    .replace('"x":[]', '"__proto__":[]')
    .replaceAll('"name":"big","value":1', '"name":"big","value":1e309')
  checkout.write({ 'names.js': `window.BENCHMARK_DATA = ${text};` })
  const { code, stdout, stderr } = await imported('names.js')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('left out: 4 of the values: recorded as null or as more than a number can hold')
  expect(stdout).toContain('left out: 1 of the suites: called __proto__')
  const history = await benchgate('history', '--last', '10')
  expect(history.code).toBe(0)
  for (const output of [stdout, history.stdout]) {
    expect(output).not.toContain('\u001b')
    expect(output).not.toContain('##[')
    expect(output).not.toMatch(/^::/m)
  }
  expect(readdirSync(checkout.directory)).not.toContain('run-me')
})

test.each([
  ['no such file', 'none.js', 2, ['cannot read the results in none.js: there is no such file']],
  ['a directory', '.', 2, ['it is a directory', 'Name its data.js']],
  ['something else', 'package.json', 2, ['it is not what github-action-benchmark writes']],
  ['a picture', 'picture.js', 2, ['it is no text']],
  [
    'a history without an entry',
    'empty.js',
    2,
    ['there is nothing to import in empty.js: it records nothing'],
  ],
  [
    'nothing that can be used',
    'useless.js',
    2,
    ['1 of the recordings: the commit is not named by its full id'],
  ],
  [
    'an unknown remote',
    'data.js --remote upstream',
    3,
    ['There is no remote "upstream"', 'Choose one of origin'],
  ],
  ['a hostile branch', 'data.js --branch --upload-pack=x', 3, ['The baseline branch']],
  ['a tag for a branch', 'data.js --ref refs/tags/v1', 2, ['Give the name of a branch']],
  ['a key with a slash', 'data.js --key a/b', 2, ['Give letters, digits']],
])('an error: %s', async (_, args, exitCode, texts) => {
  write({ Rust: RUST })
  write({ Rust: [] }, 'empty.js')
  write({ Rust: [{ ...RUST[0], commit: { id: 'main' } }] }, 'useless.js')
  checkout.write({ 'package.json': '{"name": "x"}' })
  writeFileSync(join(checkout.directory, 'picture.js'), Buffer.from([0x89, 0x50, 0, 0, 1]))
  const { code, stderr } = await imported(...args.split(' '))
  expect(code).toBe(exitCode)
  for (const text of texts) expect(stderr).toContain(text)
  expect(stage.tip()).toBeNull()
})

test('a tool that is not known', async () => {
  const { code, stderr } = await benchgate('import', 'codspeed', 'data.js')
  expect(code).toBe(2)
  expect(stderr).toContain('Allowed choices are github-action-benchmark, bencher')
})

test('a protected branch, and a token that may only read', async () => {
  write({ Rust: RUST })
  stage.repository.refuse('error: GH006: Protected branch update failed for refs/heads/benchgate.\n')
  const refused = await imported('data.js')
  expect(refused.code).toBe(3)
  expect(refused.stderr).toContain('a rule of the repository forbids the push')
  expect(refused.stderr).toContain('Exempt the branch benchgate')
  checkout.git('remote', 'set-url', 'origin', stage.remote)
  for (const [key, value] of tokenSettings(stage.server.url, READER))
    checkout.git('config', '--add', key, value)
  const denied = await imported('data.js')
  expect(denied.code).toBe(3)
  expect(denied.stderr).toContain('the token may not write')
  expect(stage.tip()).toBeNull()
})
