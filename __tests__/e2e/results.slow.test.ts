import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Evidence, evidenceSchema } from '../../src/model/evidence.ts'
import { type Run, runSchema } from '../../src/model/stored-run.ts'
import type { StepResult } from './doubles/runner.ts'
import { GitHubStage, READER, readWorkspace } from './github-stage.ts'

// A repository whose workflow runs its own tools and hands over what they wrote. BENCHGATE_TRANSCRIPT=file keeps what was said.

const CONFIG = `version: 1
budgets:
  - { match: '{api,sort}', metric: time, max-regression: 10% }
  - { match: bundle, metric: size, max-regression: 5%, max: 2 MB }
`
const INPUTS = { results: 'out/*.json\nk6/summary.json' }
const TOKEN = 'sk_live_of_somebody_s_setup'

interface Measured {
  /** Milliseconds; undefined: the benchmark is gone. */
  api?: number
  sort?: number
  /** Bytes. */
  bundle?: number
  /** Share of failed requests. */
  failing?: number
  files?: Record<string, string>
}

/** What the tools of an earlier step leave behind. */
function tools({ api = 100, sort = 5, bundle = 1_000_000, failing = 0, files = {} }: Measured = {}) {
  const written = {
    'out/bench.json': JSON.stringify([
      { name: 'api', value: api, unit: 'ms' },
      ...(sort > 0 ? [{ name: 'sort', value: sort, unit: 'ms' }] : []),
    ]),
    'out/size.json': JSON.stringify([{ name: 'bundle', passed: true, size: bundle }]),
    'k6/summary.json': JSON.stringify({
      setup_data: { token: TOKEN },
      state: { testRunDurationMs: 10_000 },
      metrics: {
        http_req_duration: { type: 'trend', contains: 'time', values: { med: 20, avg: 22, 'p(95)': 40 } },
        http_req_failed: {
          type: 'rate',
          contains: 'default',
          values: { rate: failing, passes: 1000 * failing, fails: 1000 * (1 - failing) },
        },
      },
    }),
    ...files,
  }
  return (workspace: string) => {
    for (const [name, text] of Object.entries(written)) {
      mkdirSync(dirname(join(workspace, name)), { recursive: true })
      writeFileSync(join(workspace, name), text)
    }
  }
}

let stage: GitHubStage
beforeAll(async () => {
  stage = await GitHubStage.start()
})
afterAll(() => stage?.stop())

const said: string[] = []
function tell(title: string, result: StepResult, pull?: number): void {
  const comments = stage.api.comments.filter((comment) => pull === undefined || comment.pull === pull)
  const text = [
    `\n===== ${title}: step ${result.outcome}`,
    result.log,
    JSON.stringify(result.outputs),
    ...result.annotations.map((a) => `${a.level} ${a.title ?? ''}: ${a.message}`),
    ...stage.api.checkRuns
      .slice(-1)
      .map((run) => `check run: ${run.conclusion}, ${JSON.stringify(run.output)}`),
    ...comments.map((comment) => `comment on #${comment.pull}:\n${comment.body}`),
    `summary:\n${result.summary}`,
  ].join('\n')
  said.push(text)
  const file = process.env['BENCHGATE_TRANSCRIPT']
  if (file !== undefined) appendFileSync(file, `${text}\n`)
}

const bodyOf = (number: number) => stage.api.comments.find(({ pull }) => pull === number)?.body ?? ''
const stored = (): Run[] =>
  stage
    .storedFiles()
    .filter((file) => file.startsWith('runs/'))
    .map((file) => runSchema.parse(JSON.parse(stage.hosted.git('show', `benchgate:${file}`))))

async function push(title: string, measured: Measured = {}) {
  stage.commit('main', { 'NOTES.md': title }, title)
  const result = await stage.push('main', { inputs: INPUTS, before: tools(measured) })
  tell(title, result)
  return result
}

async function propose(
  number: number,
  title: string,
  measured: Measured,
  {
    files = { 'CHANGE.md': title },
    inputs = INPUTS,
  }: { files?: Record<string, string>; inputs?: Record<string, string> } = {},
) {
  stage.commit(`change-${number}`, files, title)
  const pull = stage.propose(number, `change-${number}`)
  const result = await stage.pullRequest(pull, { inputs, before: tools(measured) })
  tell(title, result, number)
  return result
}

describe('results that the workflow hands over', () => {
  test('before anything is stored: green, and it says that nothing was compared', async () => {
    stage.commit('main', { 'benchgate.yml': CONFIG }, 'Budgets')
    const result = await propose(1, 'No baseline yet', {})
    expect(result.outcome, result.log).toBe('success')
    expect(bodyOf(1)).toBe('')
    expect(result.summary).toContain('🌱 First run: 3 new benchmarks, nothing to compare with yet')
    expect(result.summary).toContain('compared with nothing, and only absolute limits were checked')
    expect(result.summary).not.toMatch(/Welch|against/)
    const [, body] = result.summary.split('How this was measured')
    expect(body).toContain('`out/bench.json`, `out/size.json`, `k6/summary.json`')
  })

  test('are recorded on a push, each metric with its values, and nothing else that the files hold', async () => {
    const result = await push('First results')
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['summary']).toBe('🌱 First run: recorded 4 benchmarks')
    const [run] = stored()
    const values = run!.benchmarks.map(({ id, metrics }) => [
      id,
      metrics.map(({ metric, values }) => [metric, values]),
    ])
    expect(Object.fromEntries(values)).toMatchObject({
      api: [['time', [1e8]]],
      sort: [['time', [5e6]]],
      bundle: [['size', [1_000_000]]],
      http_req_duration: expect.arrayContaining([
        ['time', [2e7]],
        ['error-rate', [0]],
        ['time.p95', [4e7]],
      ]),
    })
  })

  test('a second push is recorded beside the first, and compared with no parent', async () => {
    const result = await push('Second results', { api: 101 })
    expect(result.outcome, result.log).toBe('success')
    expect(stored()).toHaveLength(2)
    expect(new Set(stored().map(({ config }) => config)).size).toBe(1)
    expect(result.outputs['summary']).toBe('🌱 Recorded 4 benchmarks')
  })

  test('half as slow again and a fifth larger: warnings, a green step, and why it is no failure', async () => {
    const result = await propose(2, 'Slower and larger', { api: 152, bundle: 1_200_000 })
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['outcome']).toBe('warn')
    const found = JSON.parse(result.outputs['regressions']!) as { benchmark: string; severity: string }[]
    expect(found.map(({ benchmark, severity }) => [benchmark, severity])).toEqual([
      ['api', 'warn'],
      ['bundle', 'warn'],
    ])
    const body = bodyOf(2)
    expect(body).toMatch(/### ⚠️ 2 benchmarks to look at, none failing/)
    expect(body).toMatch(
      /of another job, from [\d-]+, on .*: not a controlled comparison, so changes only warn/,
    )
    expect(body).toMatch(/bundle.*size.*1\.00 → 1\.20 MB.*20\.0 % more\*\* \(exact\)/)
    expect(body).not.toMatch(/could not be measured|alone ran/)
    expect(stage.api.checkRuns.at(-1)!.conclusion).toBe('neutral')
    expect(stored()).toHaveLength(2)
  })

  test('nothing changed: green, and no comment for it', async () => {
    const result = await propose(3, 'Words only', { api: 103 })
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['outcome']).toBe('pass')
    expect(bodyOf(3)).toBe('')
  })

  test('an absolute limit that is broken is a failure, whatever it is compared with', async () => {
    const result = await propose(4, 'Over the limit', { bundle: 2_100_000 })
    expect(result.outcome, result.log).toBe('failure')
    expect(bodyOf(4)).toMatch(/### ❌ 1 benchmark over budget/)
    expect(bodyOf(4)).toMatch(/1\.00 → 2\.10 MB/)
  })

  test('a benchmark that is gone and that a rule names is a failure; with its rule it may go', async () => {
    const gone = await propose(5, 'No sort', { sort: 0 })
    expect(gone.outcome, gone.log).toBe('success')
    const named = CONFIG.replace("'{api,sort}'", 'api').replace(
      '  - { match: bundle',
      '  - { match: sort, metric: time, max-regression: 10% }\n  - { match: bundle',
    )
    stage.commit('main', { 'benchgate.yml': named }, 'A rule of its own')
    stage.developer.git('switch', '-q', 'change-5')
    stage.developer.git('merge', '-q', '--no-edit', 'main')
    const red = await propose(5, 'Still no sort', { sort: 0 })
    expect(red.outcome, red.log).toBe('failure')
    expect(bodyOf(5)).toMatch(/### 💥 1 benchmark did not run/)
    expect(bodyOf(5)).toMatch(/benchgate\.yml:\d+.*names it, and it did not run/)
    const dropped = named.replace(/.*match: sort.*\n/, '')
    const green = await propose(5, 'Nor its rule', { sort: 0 }, { files: { 'benchgate.yml': dropped } })
    expect(green.outcome, green.log).toBe('success')
    expect(bodyOf(5)).toContain('removes it together with its budget')
  })

  test('times of a load test in which more requests fail are void, and warn', async () => {
    const config = `${CONFIG}  - { match: 'http*', metric: time, max-regression: 10% }\n`
    stage.commit('main', { 'benchgate.yml': config }, 'Hold the load test')
    const result = await propose(6, 'Failing fast', { failing: 0.2 })
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['outcome']).toBe('warn')
    expect(bodyOf(6)).toContain('error rate rose from 0 % to 20 %')
  })

  test.each([
    [10, 'gone', { results: 'nowhere/*.json' }, {}, /no file matches/],
    [
      11,
      'cut off',
      INPUTS,
      { 'out/bench.json': '[{"name": "api", "val' },
      /out\/bench\.json: it begins like JSON/,
    ],
    [12, 'of no tool', INPUTS, { 'out/bench.json': 'good morning' }, /no format was recognised/],
    [
      14,
      'cut off in a secret',
      INPUTS,
      { 'k6/summary.json': `{"setup_data": {"token": "${TOKEN}` },
      /k6\/summary\.json: it begins like JSON/,
    ],
    [
      15,
      'of another tool than was said',
      { ...INPUTS, format: 'hyperfine' },
      {},
      /out\/bench\.json: .*hyperfine/,
    ],
    [13, 'empty', INPUTS, { 'out/size.json': '' }, /out\/size\.json: it is empty/],
  ])('#%i: a result file that is %s is told everywhere, and red', async (number, _, inputs, files, why) => {
    const result = await propose(number, `Broken ${number}`, { files }, { inputs })
    expect(result.outcome, result.log).toBe('failure')
    expect(bodyOf(number)).toMatch(/💥/)
    expect(bodyOf(number)).toMatch(why)
    expect(result.summary).toMatch(why)
    expect(stage.api.checkRuns.at(-1)!.conclusion).toBe('failure')
    expect(result.annotations.at(-1)).toMatchObject({ level: 'error', message: expect.stringMatching(why) })
    expect(bodyOf(number)).not.toContain(stage.directory)
  })

  test('a benchmark that failed is a failure, and keeps its reason', async () => {
    const failing = {
      results: [{ command: 'parse', mean: 0, median: 0, min: 0, max: 0, times: [0, 0], exit_codes: [3, 3] }],
    }
    const result = await propose(16, 'Exit code', { files: { 'out/times.json': JSON.stringify(failing) } })
    expect(result.outcome, result.log).toBe('success')
    const named = CONFIG + '  - { match: parse, metric: time, max-regression: 10% }\n'
    stage.commit('main', { 'benchgate.yml': named }, 'Hold it')
    stage.developer.git('switch', '-q', 'change-16')
    stage.developer.git('merge', '-q', '--no-edit', 'main')
    const held = await propose(16, 'Exit code again', {
      files: { 'out/times.json': JSON.stringify(failing) },
    })
    expect(held.outcome, held.log).toBe('failure')
    expect(bodyOf(16)).toMatch(/### 💥 1 benchmark did not run/)
    expect(bodyOf(16)).toContain('On head it failed: ')
  })

  test('a format without results is refused: it would not be read', async () => {
    const result = await propose(17, 'A format alone', {}, { inputs: { format: 'go' } })
    expect(result.outcome).toBe('failure')
    expect(result.annotations.at(-1)!.message).toContain('format: is for results, and none are given')
  })

  test('a push whose results are broken stores nothing and is red', async () => {
    const before = stored().length
    const result = await push('Broken push', { files: { 'out/bench.json': '{' } })
    expect(result.outcome).toBe('failure')
    expect(result.summary).toContain('💥')
    expect(stored()).toHaveLength(before)
  })
})

describe('results of a fork', () => {
  let evidence: Evidence
  const publish = async (text: string, inputs: Record<string, string> = {}) => {
    stage.api.comments = []
    const pull = stage.api.pulls.find(({ number }) => number === 20)!
    const result = await stage.publish(pull, text, { inputs })
    tell('published', result, 20)
    return result
  }

  test('are measured without rights, and published against the stored results', async () => {
    stage.commit('fork', { 'FORK.md': 'words' }, 'From a fork')
    const pull = stage.propose(20, 'fork', 'stranger/project')
    const measured = await stage.pullRequest(pull, {
      token: READER,
      inputs: INPUTS,
      before: tools({ api: 160, bundle: 1_200_000 }),
    })
    tell('fork', measured, 20)
    expect(measured.outcome, measured.log).toBe('success')
    expect(bodyOf(20)).toBe('')
    const text = readWorkspace(measured, 'benchgate-report.json')
    said.push(text)
    evidence = evidenceSchema.parse(JSON.parse(text))
    const result = await publish(text)
    expect(result.outcome, result.log).toBe('success')
    expect(bodyOf(20)).toMatch(/### ⚠️ 2 benchmarks to look at/)
    expect(bodyOf(20)).toContain('20.0 % more')
  })

  test.each<[string, (e: Evidence) => unknown, RegExp]>([
    ['half blocks of its own measuring', (e) => ({ ...e, results: null }), /half a block/],
    ['no reason for the missing base', (e) => ({ ...e, baseFailure: null }), /head alone have a base/],
    ['a base', (e) => withBase(e), /has measurements/],
    ['a benchmark that base has', (e) => namingBase(e), /head alone have a base/],
    [
      'more files than are read',
      (e) => ({ ...e, results: { tools: [], files: Array(128).fill('a.json') } }),
      /results\.files/,
    ],
    [
      'more values than files',
      (e) => ({ ...e, results: { tools: [], files: ['a.json'] }, measured: doubled(e) }),
      /more results/,
    ],
  ])('with %s are refused', async (_, change, why) => {
    const result = await publish(JSON.stringify(change(evidence)))
    expect(result.outcome).toBe('failure')
    expect(bodyOf(20)).toMatch(/💥/)
    expect(bodyOf(20)).toMatch(why)
  })

  test('cannot choose what they are compared with, nor write into the page', async () => {
    const hostile = '</details><img src=x> @org/team\n::error::x'
    const results = { tools: [hostile], files: [hostile, ...evidence.results!.files] }
    const result = await publish(JSON.stringify({ ...evidence, results }))
    expect(result.outcome, result.log).toBe('success')
    expect(bodyOf(20)).not.toMatch(/<img|@org\/team/)
    expect(result.annotations.every(({ message }) => message !== 'x')).toBe(true)
  })

  test('report mode reads no result files, and says so where it is given some', async () => {
    const result = await publish(JSON.stringify(evidence), INPUTS)
    expect(result.outcome, result.log).toBe('success')
    expect(
      result.annotations.some(({ message }) => /No file of the input results is read/.test(message)),
    ).toBe(true)
  })
})

test('what a load test was set up with is nowhere', () => {
  expect(said.join('\n')).toContain('http_req_duration')
  expect(said.join('\n')).not.toContain(TOKEN)
  for (const file of stage.storedFiles())
    expect(stage.hosted.git('show', `benchgate:${file}`)).not.toContain(TOKEN)
  expect(JSON.stringify([stage.api.comments, stage.api.checkRuns])).not.toContain(TOKEN)
  expect(stage.api.violations).toEqual([])
})

const doubled = ({ measured }: Evidence) =>
  measured.map((one) => ({
    ...one,
    blocks: one.blocks.map((block) => ({ ...block, head: [...block.head, ...block.head] })),
  }))
const withBase = (e: Evidence) => ({
  ...e,
  measured: e.measured.map((one) => ({
    ...one,
    blocks: one.blocks.map((block) => ({ ...block, base: block.head })),
  })),
})
const namingBase = (e: Evidence) => ({
  ...e,
  survey: { ...e.survey, benchmarks: e.survey.benchmarks.map((one) => ({ ...one, base: one.head })) },
})
