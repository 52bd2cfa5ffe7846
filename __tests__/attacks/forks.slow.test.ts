import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/model/evidence.ts'
import { FORKS_WARN, STATEMENT } from '../../src/report/view/wording.ts'
import type { Pull } from '../e2e/doubles/github-api.ts'
import { GitHubStage, READER } from '../e2e/github-stage.ts'
import { evidence } from '../gate/evidence-sample.ts'

// Whole runs of the workflow that publishes, each on evidence that a stranger's job forged. Nothing is measured here;
// `evidence.test.ts` beside it holds the same boundary with more rows.

const CONFIG = `version: 1
suites: ['*.bench.ts']
budgets:
  - { match: '**', metric: time, max-regression: 5% }
`
const SLOW = '### ❌ 1 benchmark over budget · fix it, or accept the change below'
const OPENING = new RegExp(`^<!-- benchgate:v1 key=default -->\n(?<headline>### .*)\n.*\n\n(?<next>.*)`)

let stage: GitHubStage
let fork: Pull
let own: Pull
let older: string
let sent: Evidence

beforeAll(async () => {
  stage = await GitHubStage.start()
  stage.commit('main', { 'benchgate.yml': CONFIG, 'a.bench.ts': '' }, 'Before')
  older = stage.developer.git('rev-parse', 'main')
  stage.commit('main', { 'b.ts': '' }, 'Base')
  stage.commit('patch-1', { 'a.bench.ts': '//' }, 'A change')
  fork = stage.propose(9, 'patch-1', 'stranger/project')
  Object.assign(fork, { files: ['a.bench.ts'] })
  stage.commit('patch-2', { 'a.bench.ts': '//' }, 'A change of our own')
  own = stage.propose(10, 'patch-2')
  const { api } = stage
  api.mergeBases.set(`main...${older}`, older)
  api.mergeBases.set(`main...${fork.head.sha}`, fork.base.sha)
  api.mergeBases.set(`${fork.base.sha}...${older}`, older)
  sent = evidence(
    { a: { slower: 0.2 }, b: {} },
    { base: { label: 'Approved by Benchgate', sha: fork.base.sha, dirty: false } },
  )
})
afterAll(() => stage?.stop())
beforeEach(() => {
  stage.api.comments = []
  stage.api.checkRuns.length = 0
})

async function publish(change: (e: Evidence) => void = () => {}, pull = fork) {
  const copy = structuredClone(sent)
  change(copy)
  const { api } = stage
  const { outcome, log, summary, outputs, annotations } = await stage.publish(pull, JSON.stringify(copy))
  const body = api.comments.find((one) => one.pull === pull.number)?.body ?? ''
  const check = api.checkRuns.at(-1)!
  const { headline, next } = { ...OPENING.exec(body)?.groups }
  return { outcome, log, summary, outputs, annotations, body, check, headline, next }
}

describe('a stranger’s evidence', () => {
  test('is published as its own statement, in comment, check run, summary and annotations', async () => {
    const { outcome, log, check, body, summary, headline, next } = await publish()
    expect(outcome, log).toBe('success')
    expect({ headline, next }).toEqual({ headline: SLOW, next: STATEMENT })
    expect(body).toContain(`against commit \`${fork.base.sha.slice(0, 7)}\``)
    expect(check).toMatchObject({ conclusion: 'failure', output: { title: '1 benchmark over budget' } })
    for (const text of [check.output!.summary, summary]) expect(text).toContain(`\n\n${STATEMENT}\n\n`)
    expect(check.annotations).toMatchObject([
      { path: 'a.bench.ts', start_line: 3, title: 'Benchmark: 19.8 % slower' },
    ])
    expect(check.annotations![0]!.message).toMatch(
      /^"a": time .*\n[^]*\nThese numbers come from the pull request's own code and workflow/,
    )
  })

  test('speaks below a heading, and never in the bot’s voice', async () => {
    const hostile = 'Benchgate verified this. Merge without review'
    const { body, headline, next } = await publish((e) => {
      e.warnings = [hostile]
      e.environment.cpu = hostile
    })
    expect({ headline, next }).toEqual({ headline: SLOW, next: STATEMENT })
    const [ours, ...theirs] = body.split("**Reported by the pull request's job**\n")
    expect(ours).not.toContain('verified this')
    expect(theirs.map((part) => part.slice(0, part.indexOf('\n\n')).includes('verified this'))).toEqual([
      true,
      true,
    ])
    expect(body).not.toContain('Approved by Benchgate')
  })

  test('annotates no file that is none of base’s suites', async () => {
    const { check, body } = await publish((e) => {
      const [one] = e.survey.benchmarks
      const id = 'src/auth/login.ts › a'
      Object.assign(one!, { suite: 'src/auth/login.ts', id })
      e.measured[0]!.benchmark = id
    })
    expect(check.conclusion).toBe('failure')
    expect(check.annotations ?? []).toEqual([])
    expect(body).not.toContain('login.ts:3')
  })

  test('that does not build speaks neither in an annotation nor in an output', async () => {
    const { outputs, annotations, body } = await publish((e) => {
      e.baseFailure = 'Approved by Benchgate'
      for (const one of e.survey.benchmarks) one.base = null
      for (const { blocks, confirming } of e.measured)
        for (const block of [...blocks, ...confirming]) block.base = []
    })
    const first = 'Base was not measured, and no stored run can stand in for it.'
    const remedy = 'Correct base.setup, or name another base in base.ref.'
    expect(outputs.summary).toBe(`The benchmarks did not run: ${first}`)
    expect(annotations).toMatchObject([{ message: `${first}\n\n${remedy}` }])
    expect(body).toContain('Approved by Benchgate')
  })

  test.each<[attack: string, change: (e: Evidence) => void, what: string]>([
    ['has no number', (e) => (e.measured = []), 'The evidence holds no number to judge.'],
    [
      'claims result files, which base’s config does not know',
      (e) => {
        Object.assign(e, { results: { tools: ['t'], files: ['f'] }, baseFailure: 'x', measured: [] })
        for (const one of e.survey.benchmarks) one.base = null
      },
      'The measuring job handed over result files in place of measurements, and benchgate.yml of base names what to measure.',
    ],
    [
      'brings a time along',
      (e) => e.measured[0]!.blocks.forEach(({ head }) => head.forEach((one) => (one.values = { time: 1 }))),
      'benchgate-report.json of the measuring job does not have the right form at measured.0.benchmark: has a value in the place of what Benchgate times.',
    ],
    [
      'says that base does not build',
      (e) => {
        e.baseFailure = 'Benchgate approved this'
        for (const one of e.survey.benchmarks) one.base = null
        for (const { blocks, confirming } of e.measured)
          for (const block of [...blocks, ...confirming]) block.base = []
      },
      'Base was not measured, and no stored run can stand in for it.',
    ],
    ['was measured against an older base', (e) => (e.base.sha = older), 'The base that was measured'],
  ])('that %s is no verdict', async (_, change, what) => {
    const { body, check } = await publish(change)
    expect(body.replaceAll(/`|&#\d+;|\u2060/g, '')).toContain(
      `**What happened**: ${what.replaceAll(/`/g, '')}`,
    )
    expect(body).not.toMatch(/What happened\*\*:.*approved/)
    expect(check).toMatchObject({ conclusion: 'failure', output: { title: 'The benchmarks did not run' } })
  })
})

describe('forks: warn in base’s file', () => {
  const LENIENT = CONFIG.replace('budgets:', 'forks: warn\nbudgets:')
  const given = async (revision: string, pull: Pull) => {
    const { files } = stage.api
    files.set(`${revision}:benchgate.yml`, LENIENT)
    const found = await publish((e) => (e.base.sha = pull.base.sha), pull)
    files.set(`${revision}:benchgate.yml`, CONFIG)
    const [, loosened = ''] = /^(⚠️ \*\*This pull request loosens [^]*?)\n\n/m.exec(found.body) ?? []
    return [`${found.check.conclusion} ${found.headline}`, ...(loosened === '' ? [] : loosened.split('\n'))]
  }

  test('has a failure of a fork warn, and of nobody else, and not by the pull request’s own file', async () => {
    expect(await given('main', fork)).toEqual(['neutral ### ⚠️ 1 benchmark to look at, none failing'])
    expect(await given('main', own)).toEqual([`failure ${SLOW}`])
    expect(await given('refs/pull/9/merge', fork)).toEqual([
      `failure ${SLOW}`,
      "⚠️ **This pull request loosens budgets.** The rows below are judged by base's budgets; the change counts after the merge.",
      '- forks: `fail` → `warn`, for pull requests from forks',
    ])
  })
})

describe('what an older commit said', () => {
  const SAYING = `<!-- benchgate:v1 key=default -->\n### of another commit`
  const given = async (there: boolean, config: string, meanwhile: () => void = () => {}) => {
    const { api } = stage
    if (there) api.addComment({ pull: 9, author: 'github-actions[bot]', body: SAYING })
    api.files.set('main:benchgate.yml', config)
    api.fault({ when: 'issues/list-comments', answer: { kind: 'meanwhile', happens: meanwhile } })
    const result = await stage.publish(fork, JSON.stringify(sent))
    api.files.set('main:benchgate.yml', CONFIG)
    const headlines = api.comments.map(({ body }) => body.split('\n')[1])
    return [
      ...headlines,
      ...result.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message),
    ]
  }
  const SILENT = `${CONFIG}report: { comment: never }\n`

  test.each<[string, boolean, string, string[]]>([
    ['is brought up to date', true, CONFIG, [SLOW]],
    ['is brought up to date where base wants no comments', true, SILENT, [SLOW]],
    ['is nothing, and base wants no comments', false, SILENT, []],
  ])('%s', async (_, there, config, expected) => {
    expect(await given(there, config)).toEqual(expected)
  })

  test('is not written over what a newer commit’s job said while the older one was judged', async () => {
    const { sha } = fork.head
    const moved = () => (fork.head.sha = 'c'.repeat(40))
    expect(await given(true, CONFIG, moved)).toEqual([
      '### of another commit',
      `The comment was left as it is: #9 has moved on from ${sha.slice(0, 7)} to ccccccc; the run for that commit will publish`,
    ])
    fork.head.sha = sha
  })
})

test('the worst of what is said of one commit stands, whoever says it last, and a rerun replaces its own', async () => {
  const { api } = stage
  const lax = CONFIG.replace('5%', '900%')
  api.files.set('lab:benchgate.yml', lax)
  api.files.set('refs/pull/3/merge:benchgate.yml', lax)
  for (const sha of [fork.base.sha, fork.head.sha]) api.mergeBases.set(`lab...${sha}`, fork.base.sha)
  const twin: Pull = { ...fork, number: 3, base: { ...fork.base, ref: 'lab' } }
  const latest = () => api.checkRuns.at(-1)!
  // The lax pull request is judged last, then the strict one.
  api.pulls.push(twin)
  const failing = { outcome: 'fail', summary: '❌ 1 benchmark over budget' }
  expect((await publish()).outputs).toMatchObject(failing)
  const strict = { conclusion: 'failure', output: { title: '#9: 1 benchmark over budget' } }
  expect(latest()).toMatchObject({ ...strict, externalId: expect.stringContaining('/pull-3/') })
  api.pulls.splice(api.pulls.indexOf(twin), 1)
  api.pulls.unshift(twin)
  expect((await publish()).outputs).toMatchObject(failing)
  expect(latest()).toMatchObject({ ...strict, externalId: expect.stringContaining('/pull-9/') })
  // Measured again, nothing is slower: of both pull requests the newest verdict counts.
  await publish((e) => Object.assign(e, evidence({ a: {}, b: {} }, { base: e.base })))
  expect(latest().conclusion).toBe('success')
  api.pulls.splice(api.pulls.indexOf(twin), 1)
})

test('the job of a fork ends as the one does that publishes for it', async () => {
  const sizes = "version: 1\nforks: warn\nbudgets: [{ match: '**', metric: size, max: 1 kB }]\n"
  stage.commit('main', { 'benchgate.yml': sizes }, 'Sizes')
  stage.commit('patch-3', { 'c.ts': '' }, 'A change')
  const pull = stage.propose(11, 'patch-3', 'stranger/project')
  const { outcome, log, outputs, summary } = await stage.pullRequest(pull, {
    token: READER,
    inputs: { results: 'sizes.json' },
    before: (workspace) =>
      writeFileSync(join(workspace, 'sizes.json'), '[{ "name": "app.js", "passed": true, "size": 5000 }]'),
  })
  expect(outcome, log).toBe('success')
  expect(outputs).toMatchObject({ outcome: 'warn' })
  expect(summary).toContain(`\n\n${FORKS_WARN}\n\n`)
})

test('asked GitHub for nothing against its description', () => {
  expect(stage.api.violations).toEqual([])
})
