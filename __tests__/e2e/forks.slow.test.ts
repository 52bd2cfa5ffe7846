import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/model/evidence.ts'
import { idOf } from '../keys.ts'
import type { Pull } from './doubles/github-api.ts'
import { GitHubStage, READER, readWorkspace } from './github-stage.ts'

// Two workflows: one measures what a stranger proposes with a token that can only read, the other publishes.

const CONFIG = `version: 1
suites: ['*.bench.mjs']
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 60% }
`
const suite = (rounds: number) => `import { bench, run } from 'mitata'
bench('loop', function* () { yield { manual: () => ${rounds} * (1 + 0.01 * Math.random()) } })
bench('other', function* () { yield { manual: () => 3000 * (1 + 0.01 * Math.random()) } })
await run()
`

let stage: GitHubStage
let pull: Pull
let report: string

beforeAll(async () => {
  stage = await GitHubStage.start()
  stage.commit('main', { 'benchgate.yml': CONFIG, 'a.bench.mjs': suite(2000) }, 'Benchmarks')
  stage.commit('patch-1', { 'a.bench.mjs': suite(8000) }, 'From a fork')
  pull = stage.propose(9, 'patch-1', 'stranger/project')
})
afterAll(() => stage?.stop())

/** What the end of the measuring workflow starts. */
function publish(text: string | Uint8Array | null, change: { conclusion?: string; headSha?: string } = {}) {
  const runId = stage.lastRunId + 1_000_000 + stage.api.artifacts.length
  if (text !== null) {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    stage.api.artifacts.push({
      runId,
      name: 'benchgate-report',
      archive: zipSync({ 'benchgate-report.json': bytes }),
    })
  }
  return stage.run({
    eventName: 'workflow_run',
    ref: 'refs/heads/main',
    sha: stage.developer.git('rev-parse', 'main'),
    depth: null,
    event: {
      action: 'completed',
      workflow_run: {
        id: runId,
        event: 'pull_request',
        conclusion: change.conclusion ?? 'failure',
        head_sha: change.headSha ?? pull.head.sha,
        head_branch: pull.head.ref,
        head_repository: { full_name: 'stranger/project' },
        artifacts_url: `${stage.api.url}/repos/octo/project/actions/runs/${runId}/artifacts`,
        pull_requests: [],
      },
    },
  })
}
const comments = () => stage.api.comments.filter(({ pull }) => pull === 9)
const clear = () => {
  stage.api.comments = []
  stage.api.checkRuns.length = 0
}

describe('a pull request from a fork', () => {
  test('is measured without any right to write, and red', async () => {
    const result = await stage.pullRequest(pull, { token: READER })
    expect(result.outcome, result.log).toBe('failure')
    expect(result.outputs['outcome']).toBe('fail')
    expect(comments()).toEqual([])
    expect(result.summary).toContain('❌')
    report = readWorkspace(result as never, 'benchgate-report.json')
    expect(report).not.toContain(READER)
  })

  test('is published by the second workflow, which judges again', async () => {
    const result = await publish(report)
    expect(result.outcome, result.log).toBe('success')
    expect(comments()).toHaveLength(1)
    expect(comments()[0]!.body).toMatch(/^<!-- benchgate:v1 key=default -->\n### ❌ 1 benchmark over budget/)
    expect(comments()[0]!.body).toContain(pull.head.sha.slice(0, 7))
    expect(stage.api.checkRuns.at(-1)).toMatchObject({ headSha: pull.head.sha, conclusion: 'failure' })
    expect(stage.hosted.git('branch', '--list')).not.toContain('benchgate')
  })

  test('cannot bring a verdict, another pull request or another commit along', async () => {
    clear()
    const evidence = JSON.parse(report) as Evidence
    const lying = { ...evidence, head: { label: 'x', sha: 'f'.repeat(40), dirty: false }, command: 'compare' }
    const result = await publish(JSON.stringify(lying))
    expect(result.outcome, result.log).toBe('success')
    expect(comments()[0]!.body).toContain('### ❌ 1 benchmark over budget')
    expect(comments()[0]!.body).not.toContain('fffffff')

    clear()
    const cheating = await publish(JSON.stringify({ ...evidence, outcome: 'pass' }))
    expect(cheating.outcome).toBe('failure')
    expect(comments()[0]!.body).toContain('💥')
    expect(stage.api.checkRuns.at(-1)?.conclusion).toBe('failure')
  })

  test('writes nothing into the page with the names of its benchmarks', async () => {
    clear()
    const hostile =
      '</details><img src=x onerror=1> @org/team ``` | <!-- benchgate:v1 key=default -->\n::error::x'
    const renamed = report
      .replaceAll('"loop"', JSON.stringify(hostile))
      .replaceAll(JSON.stringify(idOf('loop', 'a.bench.mjs')), JSON.stringify(idOf(hostile, 'a.bench.mjs')))
    const result = await publish(renamed)
    expect(result.outcome, result.log).toBe('success')
    const { body } = comments()[0]!
    expect(body).toContain('### ❌ 1 benchmark over budget')
    expect(body).not.toMatch(/<img|@org\/team|<\/details><img/)
    // The marker at its beginning, and what it keeps of its jobs at its end.
    expect(body.match(/<!-- benchgate:\w+/g)).toEqual(['<!-- benchgate:v1', '<!-- benchgate:jobs'])
    expect(result.annotations.every(({ message }) => message !== 'x')).toBe(true)
  })

  test.each([
    ['no JSON', '{"schema": 1,', /not JSON/],
    ['another form', '[]', /right form/],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), /UTF-8/],
  ])('that leaves %s in the artifact is told to have no result', async (_, text, why) => {
    clear()
    const result = await publish(text)
    expect(result.outcome).toBe('failure')
    expect(comments()[0]!.body).toMatch(why)
  })

  test('whose measuring job left nothing is told so; one that was cancelled is not', async () => {
    clear()
    await publish(null, { conclusion: 'cancelled' })
    expect(comments()).toEqual([])
    const result = await publish(null)
    expect(result.outcome, result.log).toBe('success')
    expect(comments()[0]!.body).toContain('💥')
  })

  test('that has moved on is left to the run of its newer commit', async () => {
    clear()
    const result = await publish(report, { headSha: 'a'.repeat(40) })
    expect(result.outcome).toBe('success')
    expect(comments()).toEqual([])
    expect(result.annotations[0]!.message).toMatch(/moved on/)
  })

  test('is not run at all by a token that can push, nor by pull_request_target', async () => {
    const writable = await stage.pullRequest(pull)
    expect(writable.outcome).toBe('failure')
    expect(writable.annotations.at(-1)!.message).toMatch(/comes from a fork/)
    const target = await stage.pullRequest(pull, { eventName: 'pull_request_target' })
    expect(target.outcome).toBe('failure')
    expect(target.annotations.at(-1)!.message).toContain('pull_request_target')
    for (const { log } of [writable, target]) expect(log).not.toContain('block 1')
  })

  test('is judged by what was measured, however few looks it claims and whatever base it names', async () => {
    clear()
    const evidence = JSON.parse(report) as Evidence
    const firstRound = evidence.measured.map((one) => ({
      ...one,
      blocks: one.blocks.slice(0, 1),
      confirming: [],
    }))
    const cut = await publish(JSON.stringify({ ...evidence, measured: firstRound, stoppedBy: 'decided' }))
    expect(cut.outcome, cut.log).toBe('success')
    expect(stage.api.checkRuns.at(-1)!.conclusion).not.toBe('success')

    clear()
    const elsewhere = { ...evidence, base: { ...evidence.base, sha: pull.head.sha } }
    expect((await publish(JSON.stringify(elsewhere))).outcome).toBe('failure')
    expect(comments()[0]!.body).toMatch(/💥[\s\S]*no commit of main/)
  })

  test.each<[string, (e: Evidence) => void, RegExp]>([
    [
      'claims result files, which base’s config does not know',
      (e) => {
        e.results = { tools: ['t'], files: ['f'] }
        e.baseFailure = 'x'
        for (const one of e.survey.benchmarks) one.base = null
        e.measured = []
      },
      /handed over result files[\s\S]*benchgate\.yml.*of base names what to measure/,
    ],
    [
      'claims that base had no benchmark, and has no number',
      (e) => {
        for (const one of e.survey.benchmarks) one.base = null
        e.measured = []
      },
      /nothing was measured: none of 2 benchmarks/,
    ],
    ['has no number', (e) => (e.measured = []), /nothing was measured/],
  ])('whose evidence %s is no success', async (_, change, why) => {
    clear()
    const evidence = JSON.parse(report) as Evidence
    change(evidence)
    const result = await publish(JSON.stringify(evidence))
    expect(result.outcome).toBe('failure')
    expect(comments()[0]!.body).toMatch(/💥/)
    expect(comments()[0]!.body.replaceAll('`', '')).toMatch(why)
    expect(stage.api.checkRuns.at(-1)!.conclusion).toBe('failure')
  })

  test('does not hide what it broke behind another pull request of the same commit', async () => {
    clear()
    const { api, developer } = stage
    const lax = stage.commit('lab', { 'benchgate.yml': CONFIG.replace('60%', '900%') }, 'Lax budgets')
    for (const revision of ['lab', 'refs/pull/3/merge'])
      api.files.set(`${revision}:benchgate.yml`, developer.git('show', 'lab:benchgate.yml'))
    for (const sha of [pull.base.sha, pull.head.sha]) api.mergeBases.set(`lab...${sha}`, pull.base.sha)
    api.pulls.push({ number: 3, state: 'open', head: { ...pull.head }, base: { sha: lax, ref: 'lab' } })
    const result = await publish(report)
    api.pulls.pop()
    expect(result.outcome, result.log).toBe('success')
    const own = api.checkRuns.map(({ externalId }) => externalId!.split('/'))
    expect(own.map(([, , subject, , conclusion]) => [subject, conclusion])).toEqual([
      ['pull-9', 'failure'],
      ['pull-3', expect.not.stringMatching('failure')],
    ])
    expect(api.checkRuns.at(-1)).toMatchObject({
      conclusion: 'failure',
      output: { title: '#9: 1 benchmark over budget' },
    })
    expect(comments()[0]!.body).toContain('❌')
  })

  test("is told of base's config file what a pull request of the repository is told", async () => {
    const { files } = stage.api
    const told = async (base: string | null, head: string | null) => {
      clear()
      const kept = new Map(files)
      for (const [revision, text] of [
        ['main', base],
        ['refs/pull/9/merge', head],
      ] as const) {
        files.delete(`${revision}:benchgate.yml`)
        if (text !== null) files.set(`${revision}:benchgate.yml`, text)
      }
      const { outcome, log } = await publish(report)
      files.clear()
      for (const [path, text] of kept) files.set(path, text)
      expect(outcome, log).toBe('success')
      expect(comments()[0]!.body).toContain('❌')
      return comments()[0]!.body.replaceAll('`', '')
    }
    const slower = CONFIG.replace('5 ms', '6 ms')
    expect(await told(CONFIG, slower)).toContain('This change also edits measure.time-per-benchmark')
    // The two are no different where neither has a file, and a broken one of base stops nobody.
    expect(await told(null, null)).not.toContain('Base has no config file')
    expect(await told(null, CONFIG)).toContain('Base has no config file: its budgets are the defaults')
    expect(await told('suits: [a]\n', CONFIG)).toContain(
      'The config file of base does not count, so its budgets are the defaults',
    )
  })

  test('never leaves an older verdict standing when publishing fails', async () => {
    clear()
    const old = stage.api.addComment({
      pull: 9,
      author: 'github-actions[bot]',
      body: '<!-- benchgate:v1 key=default -->\n### ✅ No change',
    })
    stage.api.fault({
      when: 'actions/list-workflow-run-artifacts',
      answer: { kind: 'status', status: 404, body: { message: 'Not Found' } },
    })
    expect((await publish(report)).outcome).toBe('failure')
    expect(stage.api.comments.find(({ id }) => id === old.id)!.body).toContain('💥')
  })

  test('asked GitHub for nothing against its description', () => {
    expect(stage.api.violations).toEqual([])
  })
})

describe('a pull request from a fork that edits a suite', () => {
  const work = (cost: number) => `export const cost = ${cost}\n`
  const loading = (size: number) => `import { bench, run } from 'mitata'
import { cost } from './work.mjs'
bench('loop', function* () { yield { manual: () => ${size} * cost * (1 + 0.01 * Math.random()) } })
await run()
`

  beforeAll(async () => {
    await stage.stop()
    stage = await GitHubStage.start()
    const base = { 'benchgate.yml': CONFIG, 'work.mjs': work(2), 'a.bench.mjs': loading(1000) }
    stage.commit('main', base, 'Benchmarks')
    // Four times as slow, with an eighth of the input.
    stage.commit('patch-2', { 'work.mjs': work(8), 'a.bench.mjs': loading(125) }, 'From a fork')
    pull = stage.propose(12, 'patch-2', 'stranger/project')
  })

  test('is measured, and red', async () => {
    const result = await stage.pullRequest(pull, { token: READER })
    expect(result.outputs['outcome'], result.log).toBe('fail')
    report = readWorkspace(result as never, 'benchgate-report.json')
  })

  test('is judged with its suite on both sides, as it touches that suite', async () => {
    Object.assign(pull, { files: ['work.mjs', 'a.bench.mjs'] })
    expect((await publish(report)).outcome).toBe('success')
    const { body } = stage.api.comments.at(-1)!
    expect(body).toContain('### ❌ 1 benchmark over budget, 1 edited')
    expect(body).toContain('Benchmark from head: both sides ran head’s version of its suite.')
  })

  test('cannot claim that for a suite that it leaves alone', async () => {
    Object.assign(pull, { files: ['work.mjs'] })
    expect((await publish(report)).outcome).toBe('success')
    const { body } = stage.api.comments.at(-1)!
    expect(body).toContain('### 💥 1 benchmark did not run')
    expect(body.replaceAll('`', '')).toContain(
      "The pull request's job says that both sides ran head’s version of its suite, and the pull request does not touch that.",
    )
    expect(stage.api.checkRuns.at(-1)!.conclusion).toBe('failure')
    expect(stage.api.violations).toEqual([])
  })
})
