import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportSchema } from '../../../src/model/assessment.ts'
import { Stage } from '../command.ts'

/** One suite: two sound benchmarks around one that is given by the commit. */
const suite = (odd: string) => `import { bench, run } from 'mitata'
bench('before', () => Math.sqrt(2))
bench('odd', ${odd})
bench('after', () => Math.sqrt(3))
await run()
`
const CONFIG =
  'version: 1\nsuites: ["*.bench.mjs"]\nbase: { ref: main }\nmeasure: { time-per-benchmark: 5 ms, time-limit: 30 min }\n'
/** Wide enough that noise settles nothing here: these tests are about what fails, not about how fast it is. */
const WIDE = `${CONFIG}budgets:\n  - { match: "**", metric: time, max-regression: 900% }\n`
const SOUND = '() => Math.sqrt(5)'

let stage: Stage

beforeEach(() => {
  stage = new Stage()
})
afterEach(() => stage.remove())

/** A base commit with a sound suite and a head commit with another one. */
function headWith(files: Record<string, string>): void {
  stage.repository.write({ 'benchgate.yml': WIDE, 'one.bench.mjs': suite(SOUND) })
  stage.repository.commit('base')
  stage.repository.git('switch', '-q', '-c', 'head')
  stage.repository.write(files)
  stage.repository.commit('head')
}

/** The message of the row of the odd benchmark, after a check that nothing is left behind and that its neighbours were measured. */
async function noteOfOdd(code: number, ...flags: string[]): Promise<string> {
  const ended = await stage.run('check', '--json', '-', ...flags)
  expect(stage.leftovers()).toEqual([])
  expect(ended.stdout, ended.stderr).toMatch(/^\{/)
  expect(ended.code, ended.stderr).toBe(code)
  const rows = (
    JSON.parse(ended.stdout) as {
      rows: { benchmark: string; verdict: string; notes: string[]; pairs: number }[]
    }
  ).rows
  const odd = rows.find((row) => row.benchmark === 'odd')!
  expect(odd.verdict).toBe('failed')
  for (const row of rows) if (row !== odd) expect(row.pairs, row.benchmark).toBeGreaterThanOrEqual(4)
  return odd.notes.join('\n')
}

test('a benchmark that throws', async () => {
  headWith({ 'one.bench.mjs': suite(`() => { throw new TypeError('no such word') }`) })
  expect(await noteOfOdd(3)).toContain('no such word')
})

test('a benchmark that crashes its process', async () => {
  headWith({ 'one.bench.mjs': suite(`() => process.kill(process.pid, 'SIGSEGV')`) })
  expect(await noteOfOdd(3)).toMatch(/killed by SIGSEGV in benchmark "odd"/)
})

test('a benchmark that calls process.exit', async () => {
  headWith({ 'one.bench.mjs': suite('() => process.exit(0)') })
  expect(await noteOfOdd(3)).toMatch(/called process\.exit\(0\) in benchmark "odd"/)
})

test('a benchmark that runs out of memory', async () => {
  const hungry = `() => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)) }`
  headWith({
    'one.bench.mjs': suite(hungry),
    'benchgate.yml': `${CONFIG.replace('30 min }', '30 min, node-args: ["--max-old-space-size=40"] }')}`,
  })
  expect(await noteOfOdd(3)).toMatch(/ran out of memory in benchmark "odd"/)
})

test('a benchmark that awaits what never comes', async () => {
  headWith({ 'one.bench.mjs': suite('() => new Promise(() => {})') })
  expect(await noteOfOdd(3)).toMatch(/never settled in benchmark "odd"/)
})

test('a suite that fails on head: its benchmarks did not run', async () => {
  headWith({ 'one.bench.mjs': `import './gone.mjs'\n${suite(SOUND)}` })
  const { code, stdout } = await stage.run('check')
  expect(code).toBe(3)
  expect(stdout).toMatch(/did not run/i)
  expect(stdout).toContain('gone.mjs')
  expect(stage.leftovers()).toEqual([])
})

test.each(['check', 'compare'] as const)(
  '%s: a head with zero benchmarks is an error, not a pass',
  async (command) => {
    headWith({ 'one.bench.mjs': 'export {}\n' })
    const { code, stderr } = await stage.run(command, ...(command === 'compare' ? ['main', 'head'] : []))
    expect(code).toBe(3)
    expect(stderr).toMatch(/hold no benchmark/)
    expect(stage.leftovers()).toEqual([])
  },
)

test('nor do zero benchmarks on both sides pass', async () => {
  headWith({ 'one.bench.mjs': 'export {}\n' })
  stage.repository.git('branch', '-f', 'main', 'head')
  const { code, stderr } = await stage.run('check')
  expect(code).toBe(3)
  expect(stderr).toMatch(/hold no benchmark/)
  expect(stage.leftovers()).toEqual([])
})

test('a glob that matches no suite', async () => {
  headWith({ 'benchgate.yml': CONFIG.replace('*.bench.mjs', 'perf/*.mjs') })
  const { code, stderr } = await stage.run('check')
  expect(code).toBe(2)
  expect(stderr).toContain('perf/*.mjs')
  expect(stage.leftovers()).toEqual([])
})

test('a base that does not build', async () => {
  headWith({
    'benchgate.yml': CONFIG.replace('ref: main', `ref: main, setup: "node build.mjs"`),
    'build.mjs': '// builds',
  })
  const { code, stderr } = await stage.run('check')
  expect(code).toBe(3)
  expect(stderr).toMatch(/base/)
  expect(stderr).toContain('node build.mjs')
  expect(stderr).toContain('Cannot find module')
  expect(stage.leftovers()).toEqual([])
})

test('a dirty working tree is measured as it is, and left as it is', async () => {
  headWith({ 'note.txt': 'committed' })
  stage.repository.write({
    'one.bench.mjs': suite(`() => { throw new Error('not committed yet') }`),
    'new.txt': 'untracked',
  })
  const before = stage.repository.git('status', '--porcelain=v2')
  expect(await noteOfOdd(3)).toContain('not committed yet')
  expect(stage.repository.git('status', '--porcelain=v2')).toBe(before)
})

test('a missing merge base', async () => {
  stage.repository.write({
    'benchgate.yml': 'version: 1\nsuites: ["*.bench.mjs"]\n',
    'one.bench.mjs': suite(SOUND),
  })
  stage.repository.commit('main')
  stage.repository.git('switch', '-q', '--orphan', 'elsewhere')
  stage.repository.write({
    'benchgate.yml': 'version: 1\nsuites: ["*.bench.mjs"]\n',
    'one.bench.mjs': suite(SOUND),
  })
  stage.repository.commit('unrelated')
  const { code, stderr } = await stage.run('check')
  expect(code).toBe(2)
  expect(stderr).toMatch(/no (common ancestor|merge base)|share no/i)
  expect(stage.leftovers()).toEqual([])
})

test('a budgeted benchmark that is gone fails; an unbudgeted one is listed', async () => {
  headWith({
    'benchgate.yml': `${WIDE}  - { match: "odd", metric: time, max-regression: 900% }\n`,
    'one.bench.mjs': `import { bench, run } from 'mitata'\nbench('before', () => Math.sqrt(2))\nawait run()\n`,
  })
  const { code, stdout } = await stage.run('check', '--json', '-')
  const rows = (JSON.parse(stdout) as { rows: { benchmark: string; verdict: string }[] }).rows
  expect(Object.fromEntries(rows.map(({ benchmark, verdict }) => [benchmark, verdict]))).toMatchObject({
    odd: 'missing',
    after: 'removed',
  })
  expect(code).toBe(3)
})

/** The rows of a check by benchmark, with its exit code. */
async function checkRows(...flags: string[]) {
  const { code, stdout, stderr } = await stage.run('check', '--json', '-', ...flags)
  expect(stdout, stderr).toMatch(/^\{/)
  expect(stage.leftovers()).toEqual([])
  const report = reportSchema.parse(JSON.parse(stdout))
  return { code, report, rows: new Map(report.rows.map((row) => [row.benchmark, row])) }
}

test('two bad benchmarks do not take their suite with them', async () => {
  const killer = `() => process.kill(process.pid, 'SIGKILL')`
  headWith({ 'one.bench.mjs': suite(killer).replace('() => Math.sqrt(3)', killer) })
  const { code, rows } = await checkRows()
  expect(code).toBe(3)
  expect(['odd', 'after'].map((id) => rows.get(id)!.verdict)).toEqual(['failed', 'failed'])
  expect(rows.get('before')!.pairs).toBeGreaterThanOrEqual(4)
})

test('a benchmark that throws in some processes of head only is not a pass', async () => {
  // Real work, the same on both sides: the batch that base chooses must suit head too.
  const work = 'let sum = 0; for (let i = 0; i < 2000; i++) sum += Math.sqrt(i * sum); return sum'
  const count = join(stage.repository.directory, '.git/count')
  const everyThird = `process.getBuiltinModule('fs').appendFileSync(${JSON.stringify(count)}, 'x')
const mine = process.getBuiltinModule('fs').statSync(${JSON.stringify(count)}).size
`
  headWith({
    'one.bench.mjs': `${everyThird}${suite(`() => { if (mine % 3 === 0) throw new Error('now and then'); ${work} }`)}`,
  })
  stage.repository.git('switch', '-q', 'main')
  stage.repository.write({ 'one.bench.mjs': suite(`() => { ${work} }`) })
  stage.repository.commit('the same work')
  stage.repository.git('switch', '-q', 'head')
  const { rows } = await checkRows()
  const odd = rows.get('odd')!
  expect(odd.severity).not.toBe('pass')
  expect(odd.notes.join()).toMatch(/failed in \d+ of \d+ processes: now and then/)
})

test('a new benchmark is held to its own limit', async () => {
  headWith({
    'benchgate.yml': `${WIDE}  - { match: "slow", metric: time, max: 1 ms }\n`,
    'two.bench.mjs': `import { bench, run } from 'mitata'
bench('slow', () => { for (const end = performance.now() + 3; performance.now() < end; ); })
await run()
`,
  })
  const { code, rows } = await checkRows()
  expect(code).toBe(1)
  expect(rows.get('slow')).toMatchObject({
    verdict: 'over-budget',
    severity: 'fail',
    budget: { where: 'benchgate.yml:7' },
  })
})

test('head is held to its own limit where base cannot be measured', async () => {
  const busy = '() => { for (const end = performance.now() + 3; performance.now() < end; ); }'
  stage.repository.write({
    'benchgate.yml': `${WIDE}  - { match: "odd", metric: time, max: 1 ms }\n`,
    'one.bench.mjs': suite(`() => { throw new Error('base is broken') }`),
  })
  stage.repository.commit('base')
  stage.repository.git('switch', '-q', '-c', 'head')
  stage.repository.write({ 'one.bench.mjs': suite(busy) })
  stage.repository.commit('head')
  const { code, rows } = await checkRows()
  expect(code).toBe(1)
  expect(rows.get('odd')).toMatchObject({ verdict: 'over-budget', severity: 'fail' })
})

test('a new suite that cannot be loaded fails beside a sound one', async () => {
  headWith({ 'two.bench.mjs': `import './gone.mjs'\n` })
  const { code, rows } = await checkRows()
  expect(code).toBe(3)
  expect(rows.get('two.bench.mjs')).toMatchObject({ verdict: 'failed', severity: 'fail' })
  expect(rows.get('odd')!.pairs).toBeGreaterThanOrEqual(4)
})

test('budgets that match nothing check nothing, and say so', async () => {
  headWith({
    'benchgate.yml': `${CONFIG}budgets:\n  - { match: "parsr/*", metric: time, max-regression: 5% }\n`,
  })
  const { code, stderr } = await stage.run('check')
  expect(code).toBe(3)
  expect(stderr).toContain('none of the 3 benchmarks has a budget')
})

test('a time limit without room for one block is not a pass', async () => {
  const slowToLoad = `for (const end = performance.now() + 1500; performance.now() < end; );\n`
  headWith({ 'one.bench.mjs': `${slowToLoad}${suite(SOUND)}` })
  const { code, stderr } = await stage.run('check', '--time-limit', '1 s')
  expect(code).toBe(3)
  expect(stderr).toContain('time limit')
  expect(stage.leftovers()).toEqual([])
})

test('a benchmark that moved to another suite is not compared, and warns', async () => {
  headWith({
    'one.bench.mjs': `import { bench, run } from 'mitata'\nbench('before', () => Math.sqrt(2))\nawait run()\n`,
    'two.bench.mjs': `import { bench, run } from 'mitata'\nbench('odd', ${SOUND})\nawait run()\n`,
  })
  const { code, rows } = await checkRows()
  expect(code).toBe(0)
  expect(rows.get('odd')).toMatchObject({ verdict: 'insufficient', severity: 'warn' })
  expect(rows.get('odd')!.notes.join()).toContain('one.bench.mjs')
  expect(rows.get('after')!.verdict).toBe('removed')
})

test('what a suite leaves open neither fails nor is mentioned, and what fails after run() is said once', async () => {
  const open = 'setInterval(() => {}, 50)\n'
  headWith({ 'one.bench.mjs': `${open}${suite(SOUND)}` })
  const quiet = await checkRows()
  expect(quiet.code).toBe(0)
  expect(quiet.report.warnings).toEqual([])
  for (const row of quiet.rows.values()) expect(row.pairs).toBeGreaterThanOrEqual(4)
  stage.repository.write({ 'one.bench.mjs': `${open}${suite(SOUND)}throw new Error('no teardown')\n` })
  const late = await checkRows()
  expect(late.report.warnings).toEqual([
    'one.bench.mjs on head failed after run(), at one.bench.mjs:7: no teardown',
  ])
  for (const row of late.rows.values()) expect(row.pairs).toBeGreaterThanOrEqual(4)
})

test('a benchmark that needs its neighbour is measured beside it', async () => {
  headWith({})
  const dependent = `import { bench, run } from 'mitata'
let made
bench('before', () => { made = [1, 2, 3] })
bench('odd', () => made.length)
await run()
`
  stage.repository.write({ 'one.bench.mjs': dependent })
  stage.repository.commit('dependent')
  stage.repository.git('branch', '-f', 'main', 'head')
  const { code, rows } = await checkRows('--filter', 'odd')
  expect(code).toBe(0)
  expect(rows.get('odd')!.pairs).toBeGreaterThanOrEqual(4)
})

test('what a benchmark prints is neither taken for a failure nor for a command', async () => {
  headWith({
    'one.bench.mjs': `console.error('Allocation failed, falling back')\nconsole.log('::error::x')\n${suite(SOUND)}`,
  })
  const { code, stdout } = await stage.run('check')
  expect(code, stdout).toBe(0)
  expect(stdout).not.toContain('::error::')
})

/** Runs for 50 ms, and shows that it runs by a file. */
const SEEN = `() => {
  process.getBuiltinModule('fs').writeFileSync('seen', '')
  for (const end = performance.now() + 50; performance.now() < end; );
}`

test.each(['run', 'check'])('Ctrl-C ends %s with 130, its processes and its checkouts', async (command) => {
  headWith({ 'one.bench.mjs': suite(SEEN) })
  const running = untilSeen(command === 'run' ? stage.repository.directory : stage.temporary)
  const { child, ended } = stage.start([command])
  await running
  child.kill('SIGINT')
  const { code, stderr } = await ended
  // What is measured was said, where that had begun.
  expect(stderr.replace('main → working tree · 3 benchmarks\n', '')).toBe(
    '\nstopping: ending the processes and removing the checkouts\n',
  )
  expect(code).toBe(130)
  expect(stage.leftovers()).toEqual([])
})

/** Resolves when a benchmark of SEEN, which has to be started later, runs somewhere in a folder. */
async function untilSeen(folder: string): Promise<void> {
  for await (const event of watch(folder, { recursive: true })) {
    if (event.filename?.endsWith('seen')) return
  }
}
