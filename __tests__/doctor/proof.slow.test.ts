import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { globSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { slowCommand } from '../../src/doctor/proof/planted.ts'
import { prove } from '../../src/doctor/proof/prove.ts'
import type { ProgressReport } from '../../src/gate/request.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { HURRY } from '../hurry.ts'
import { ScratchRepository } from '../scratch-repository.ts'

const workerFile = resolve(import.meta.dirname, '../../src/worker.ts')
const AMPLE_MS = 60 * 60_000

/** Benchmarks that say themselves what they take, in ns. */
const suite = (names: readonly string[], body = '1000') => `import { bench, run } from 'mitata'
const near = (ns) => ns * (1 + 0.01 * Math.random())
for (const name of ${JSON.stringify(names)}) bench(name, function* () { yield { manual: () => near(${body}) } })
await run()
`
const configText = (...budgets: string[]) => `version: 1
suites: ["*.bench.mjs"]
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
${budgets.map((rule) => `  - ${rule}\n`).join('')}`
const LIMITED = '{ match: "**", metric: time, max-regression: 20% }'

/** A repository of these files, and a temporary directory of its own. */
function place(files: Record<string, string>) {
  const repository = new ScratchRepository()
  const temporary = mkdtempSync(join(tmpdir(), 'benchgate-proof-'))
  onTestFinished(() => {
    repository.remove()
    rmSync(temporary, { recursive: true, force: true })
  })
  repository.write(files)
  repository.commit('as it is')
  return { repository, temporary }
}

async function proof(
  { repository: { directory: project }, temporary }: ReturnType<typeof place>,
  o: {
    onProgress?: (progress: ProgressReport) => void
    signal?: AbortSignal
    onCheckouts?: (remove: () => void) => void
  } = {},
) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...HURRY, TMPDIR: temporary }
  delete env['RUNNER_TEMP']
  const config = await loadConfig(project)
  return await prove(
    { project, config, seed: 'proof', timeLimitMs: AMPLE_MS },
    {
      workerFile,
      env,
      host: readHost(env),
      clock: () => new Date('2026-08-01T12:00:00Z'),
      signal: o.signal ?? new AbortController().signal,
      onProgress: o.onProgress ?? (() => {}),
      ...(o.onCheckouts && { onCheckouts: o.onCheckouts }),
    },
  )
}

/** Every file of a checkout, its repository included, with what it holds and when it changed. */
const contentOf = (directory: string) =>
  globSync('**', { cwd: directory, exclude: [] })
    .sort()
    .map((path) => {
      const file = join(directory, path)
      const entry = lstatSync(file)
      const content = entry.isFile()
        ? hash('sha256', readFileSync(file))
        : entry.isSymbolicLink()
          ? readlinkSync(file)
          : ''
      return `${path} ${entry.mtimeMs} ${content}`
    })

const withoutTime = (detail: string) => detail.replace(/\d+(\.\d+)? (s|min)\b( \d+ s\b)?/, '… s')

test('a right set-up: what is unchanged passes, what is slower, deleted or broken fails, and nothing is left', async () => {
  const stage = place({
    'benchgate.yml': configText(LIMITED, '{ match: print, metric: time, max-regression: 15% }'),
    'a.bench.mjs': suite(['parse', 'read']),
    'b.bench.mjs': suite(['print'], 'unit * 1000').replace('\n', "\nimport { unit } from 'unit'\n"),
    '.gitignore': 'node_modules\n',
    'package.json': '{ "dependencies": { "unit": "1" } }',
    'node_modules/unit/package.json': '{ "name": "unit", "main": "unit.mjs" }',
    'node_modules/unit/unit.mjs': 'export const unit = 0',
  })
  const { directory } = stage.repository
  // Neither what is installed nor what is not committed may be missing in the copy.
  stage.repository.write({
    'node_modules/unit/unit.mjs': 'export const unit = 1',
    'c.bench.mjs': suite(['write'], '2000'),
  })
  const before = contentOf(directory)
  const results = await proof(stage)
  expect(
    results
      .filter(({ id }) => id !== 'noise')
      .map(({ id, status, detail }) => [id, status, withoutTime(detail)]),
  ).toEqual([
    [
      'proof-unchanged',
      'ok',
      'base and head were the same commit, and the gate passed (4 benchmarks in … s)',
    ],
    [
      'proof-slowdown',
      'ok',
      expect.stringMatching(
        /^\w+ was made 3 times as slow in a scratch copy, and the gate failed \(\d+ % slower, budget (20|15) %\)$/,
      ),
    ],
    [
      'proof-deletion',
      'ok',
      'print was deleted with its suite b.bench.mjs in a scratch copy, and the gate failed, since benchgate.yml:6 names it',
    ],
    [
      'proof-failure',
      'ok',
      expect.stringMatching(/^\w+ was made to throw in a scratch copy, and the gate failed$/),
    ],
    ['proof-reach', 'ok', 'all that were measured can'],
  ])
  const noise = results.filter(({ id }) => id === 'noise')
  expect(noise.map(({ status, detail }) => [status, detail])).toEqual([
    [
      'ok',
      expect.stringMatching(
        /^median noise [AB] \([\d.]+ %\), worst [AB] \([\d.]+ %\) \(\w+\); 32 pairs detect changes of [\d.]+ % or more in the median benchmark, and of [\d.]+ % or more in the worst$/,
      ),
    ],
  ])
  expect(contentOf(directory)).toEqual(before)
  expect(readdirSync(stage.temporary)).toEqual([])
})

// `proof/weakness` holds what else lets everything pass.
test('a gate that never fails is a failure, with the line that lets everything pass', async () => {
  const all = 'accepted:\n  - { match: "**", metric: time, up-to: 500%, reason: "all of it" }\n'
  const stage = place({ 'benchgate.yml': configText(LIMITED) + all, 'a.bench.mjs': suite(['parse']) })
  const results = await proof(stage)
  expect(results.find(({ id }) => id === 'proof-slowdown')).toMatchObject({
    status: 'failure',
    detail:
      'parse was made 3 times as slow in a scratch copy, and the gate did not fail: a regression of up to 500 % is accepted',
    place: 'benchgate.yml:7',
  })
  expect(results.some(({ id }) => id === 'proof-reach')).toBe(false)
  expect(readdirSync(stage.temporary)).toEqual([])
})

test('a limit beyond anything is a failure, whatever becomes of a deleted benchmark', async () => {
  const results = await proof(
    place({
      'benchgate.yml': configText('{ match: "**", metric: time, max-regression: 999% }'),
      'a.bench.mjs': suite(['parse', 'print']),
      // What takes longer is not slowed down where something else can be.
      'b.bench.mjs': suite(['write'], '5_000_000'),
    }),
  )
  const of = (wanted: string) => results.find(({ id }) => id === wanted)
  expect(of('proof-slowdown')).toMatchObject({
    status: 'failure',
    detail: expect.stringMatching(
      /^(parse|print) was made 10 times as slow in a scratch copy, and the gate did not fail: `max-regression` of 999 % is no limit$/,
    ) as string,
    place: 'benchgate.yml:5',
  })
  expect(of('proof-deletion')).toMatchObject({
    status: 'ok',
    detail:
      'write was deleted with its suite b.bench.mjs in a scratch copy, and the gate failed once a rule named it; no rule of yours does, so that the deletion of a single benchmark is listed and passes',
  })
})

test('a gate with everything switched off is a failure', async () => {
  const off = configText(LIMITED, '{ match: "**", severity: off }')
  const results = await proof(place({ 'benchgate.yml': off, 'a.bench.mjs': suite(['parse']) }))
  expect(results[0]).toEqual({
    id: 'proof-unchanged',
    title: 'An unchanged copy passes',
    status: 'failure',
    detail:
      'none of the 1 benchmarks has a budget for what it reports, so there is nothing to check: benchgate.yml:6 has `severity: off`',
    remedy: 'Add a rule after it that turns on what you want checked.',
    place: 'benchgate.yml:6',
  })
  expect(results.slice(1).map(({ status, detail }) => `${status}: ${detail}`)).toEqual(
    Array.from({ length: 4 }, () => 'skipped: the unchanged copy could not be measured'),
  )
})

test('Ctrl-C ends it and leaves nothing, and what removes at once removes the copy too', async () => {
  const stage = place({ 'benchgate.yml': configText(LIMITED), 'a.bench.mjs': suite(['parse']) })
  const controller = new AbortController()
  let remove = () => {}
  let left: string[] | null = null
  const ended = proof(stage, {
    signal: controller.signal,
    onCheckouts: (atOnce) => (remove = atOnce),
    onProgress(progress) {
      if (progress.kind !== 'measuring' || !progress.stage.startsWith('a slower benchmark') || left !== null)
        return
      remove()
      left = readdirSync(stage.temporary)
      controller.abort(130)
    },
  })
  await expect(ended).rejects.toBe(130)
  expect(left).toEqual([])
  expect(readdirSync(stage.temporary)).toEqual([])
})

const COMMAND = (text: string) => `version: 1
command: { run: "echo '${text}'", format: go }
measure: { time-limit: 30 min }
budgets:
  - { match: "**", metric: time, max-regression: 50% }
`

test('a command that states its times itself cannot be slowed, and that is said', async () => {
  const lines = 'BenchmarkParse-2 1000 1000 ns/op'
  const results = await proof(place({ 'benchgate.yml': COMMAND(lines), 'a.txt': '' }))
  expect(
    results
      .filter(({ id }) => id !== 'noise')
      .map(({ id, status, detail }) => [id, status, withoutTime(detail)]),
  ).toEqual([
    ['proof-unchanged', 'ok', 'base and head were the same commit, and the gate passed (1 benchmark in … s)'],
    [
      'proof-slowdown',
      'skipped',
      'stopping the command again and again did not change what it reports of BenchmarkParse (no difference, budget 50 %)',
    ],
    [
      'proof-deletion',
      'ok',
      'BenchmarkParse was deleted with its command in a scratch copy, and the gate ended with an error: the commands of head reported no benchmark',
    ],
    ['proof-failure', 'ok', 'BenchmarkParse was made to fail in a scratch copy, and the gate failed'],
    ['proof-reach', 'ok', 'all that were measured can'],
  ])
})

test('a stopped command takes so many times its own time, and ends as it would', async () => {
  const work = `const start = performance.now()
    while (process.cpuUsage().user < 150_000) for (let i = 0; i < 1e4; i++) Math.sqrt(i)
    const { user, system } = process.cpuUsage()
    console.log((performance.now() - start) / ((user + system) / 1000))
    process.exitCode = 3`
  const command = {
    run: 'node work.mjs',
    format: null,
    output: null,
    setup: null,
    workingDirectory: null,
    namePrefix: '',
  }
  const config = { ...DEFAULT_CONFIG, commands: [command] }
  const { files, commands } = slowCommand(config, command, { times: 3, node: process.execPath })
  const { repository } = place({ 'work.mjs': work, ...(files as Record<string, string>) })
  const ended = await promisify(execFile)('sh', ['-c', commands[0]!.run], {
    cwd: repository.directory,
  }).catch((error: { code: number; stdout: string }) => error)
  expect(ended).toMatchObject({ code: 3 })
  // Start-up is not in the time that it measures, but in its processor time.
  expect(Number(ended.stdout)).toBeGreaterThan(1.5)
})
