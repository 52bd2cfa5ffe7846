import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GitHubStage, READER } from './github-stage.ts'

const CONFIG = `version: 1
suites: ['*.bench.mjs']
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
budgets:
  - { match: '**', metric: time, max-regression: 60% }
`
const suite = (rounds = 2000) => `import { bench, run } from 'mitata'
bench('loop', function* () { yield { manual: () => ${rounds} * (1 + 0.01 * Math.random()) } })
await run()
`

let stage: GitHubStage
beforeAll(async () => {
  stage = await GitHubStage.start()
  stage.commit('main', { 'benchgate.yml': CONFIG, 'a.bench.mjs': suite() }, 'Benchmarks')
  stage.commit('topic', { 'words.md': 'words' }, 'Words')
})
afterAll(() => stage?.stop())

const sha = (ref: string) => stage.developer.git('rev-parse', ref)
const stored = () => stage.storedFiles().filter((file) => file.startsWith('runs/'))

describe('events', () => {
  test.each([
    ['a tag', 'push', 'refs/tags/v1', {}, /not the default branch/],
    ['another branch', 'push', 'refs/heads/topic', {}, /not the default branch/],
    ['a branch that is deleted', 'push', 'refs/heads/main', { deleted: true }, /deleted/],
    ['a comment', 'issue_comment', 'refs/heads/main', { action: 'created' }, /asks for nothing/],
  ])('%s has nothing to do, and says so', async (_, eventName, ref, event, reason) => {
    const result = await stage.run({ eventName, ref, sha: sha('main'), event })
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['outcome']).toBe('nothing')
    expect(result.annotations[0]!.message).toMatch(reason)
    expect(result.summary).toMatch(reason)
  })

  test('a closed pull request has nothing to do', async () => {
    const pull = stage.propose(3, 'topic')
    const result = await stage.pullRequest({ ...pull, state: 'closed' })
    expect(result.outputs['outcome']).toBe('nothing')
  })

  test('a schedule and a second attempt record files of their own', async () => {
    const first = await stage.run({
      eventName: 'schedule',
      ref: 'refs/heads/main',
      sha: sha('main'),
      event: { schedule: '0 4 * * 1' },
    })
    expect(first.outcome, first.log).toBe('success')
    const again = await stage.push('main', { env: { GITHUB_RUN_ATTEMPT: '2' } })
    expect(again.outcome, again.log).toBe('success')
    expect(stored()).toHaveLength(2)
    expect(stored().filter((file) => file.endsWith('-2.json'))).toHaveLength(1)
  })

  test('a manual run gates on a branch and records on the default one', async () => {
    const onBranch = await stage.run({
      eventName: 'workflow_dispatch',
      ref: 'refs/heads/topic',
      sha: sha('topic'),
      event: { inputs: null },
    })
    expect(onBranch.outcome, onBranch.log).toBe('success')
    expect(onBranch.summary).toMatch(/against merge-base/)
    expect(onBranch.outputs['report-json']).toMatch(/report\.json$/)
    expect(onBranch.outputs['report-markdown']).toMatch(/report\.md$/)
    expect(onBranch.outputs['report-junit']).toMatch(/report\.xml$/)
    expect(onBranch.outputs['report-openmetrics']).toMatch(/report\.prom$/)
    expect(onBranch.outputs['base-sha']).toBe(sha('main'))
    expect(stored()).toHaveLength(2)
    const onMain = await stage.run({
      eventName: 'workflow_dispatch',
      ref: 'refs/heads/main',
      sha: sha('main'),
      event: { inputs: null },
    })
    expect(onMain.outcome, onMain.log).toBe('success')
    expect(stored()).toHaveLength(3)
  })

  test('a merge group is held against its base', async () => {
    const event = {
      action: 'checks_requested',
      merge_group: {
        head_sha: sha('topic'),
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-3',
        base_sha: sha('main'),
        base_ref: 'refs/heads/main',
      },
    }
    const result = await stage.run({
      eventName: 'merge_group',
      ref: 'refs/heads/gh-readonly-queue/main/pr-3',
      sha: sha('topic'),
      event,
    })
    expect(result.outcome, result.log).toBe('success')
    expect(result.outputs['base-sha']).toBe(sha('main'))
  })

  test('a pull request from Dependabot is measured with its read-only token', async () => {
    const result = await stage.pullRequest(stage.propose(4, 'topic'), {
      token: READER,
      env: { GITHUB_ACTOR: 'dependabot[bot]' },
    })
    expect(result.outcome, result.log).toBe('success')
    expect(result.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
  })

  test('inputs that are wrong are all named', async () => {
    const result = await stage.push('main', {
      inputs: { mode: 'fast', 'fail-on': 'sometimes', shard: '1/2' },
    })
    expect(result.outcome).toBe('failure')
    for (const name of ['mode', 'fail-on', 'shard'])
      expect(result.annotations.at(-1)!.message).toContain(name)
  })
})

describe('what goes wrong', () => {
  test('a config file with mistakes is annotated where they are', async () => {
    stage.commit(
      'bad-config',
      { 'benchgate.yml': 'version: 1\nbudgest: []\nreport: { comment: allways }\n' },
      'Bad config',
    )
    const result = await stage.pullRequest(stage.propose(10, 'bad-config'))
    expect(result.outcome).toBe('failure')
    expect(result.annotations.filter(({ file }) => file === 'benchgate.yml').map(({ line }) => line)).toEqual(
      ['2', '3'],
    )
  })

  test('a change without any benchmark is red, and says so in the comment', async () => {
    stage.commit('none', { 'a.bench.mjs': 'export {}\n' }, 'No benchmark')
    const result = await stage.pullRequest(stage.propose(11, 'none'))
    expect(result.outcome).toBe('failure')
    const [comment] = stage.api.comments.filter(({ pull }) => pull === 11)
    expect(comment!.body).toMatch(/💥[\s\S]*hold no benchmark/)
    expect(stage.api.checkRuns.at(-1)!.conclusion).toBe('failure')
  })

  test('a job that may not comment says which permission it lacks, and its outcome is the same', async () => {
    const result = await stage.pullRequest(stage.propose(12, 'topic'), {
      token: READER,
      inputs: { comment: 'always' },
    })
    expect(result.outcome, result.log).toBe('success')
    expect(result.annotations.map(({ message }) => message).join()).toMatch(/pull-requests.*write/)
    expect(result.summary).toContain('benchgate')
  })

  test.skipIf(!existsSync('/dev/full'))(
    'a summary that the disk does not take is a warning, and the outcome is the same',
    async () => {
      const result = await stage.pullRequest(stage.propose(16, 'topic'), {
        env: { GITHUB_STEP_SUMMARY: '/dev/full' },
      })
      expect(result.outcome, result.log).toBe('success')
      expect(result.annotations.map(({ message }) => message)).toContain(
        'The job summary was not written: ENOSPC: no space left on device, write',
      )
      expect(stage.api.checkRuns.at(-1)!.conclusion).toBe('success')
    },
  )

  test.each([
    [
      'protected',
      'remote: error: GH006: Protected branch update failed for refs/heads/benchgate.\n',
      /protect/i,
    ],
    [
      'under a rule',
      'remote: error: GH013: Repository rule violations found for refs/heads/benchgate.\n',
      /rule/i,
    ],
  ])('a baseline branch that is %s costs a warning, and the run is kept in a file', async (_, text, why) => {
    stage.hosted.refuse(text)
    const before = stored().length
    const result = await stage.push('main')
    stage.hosted.refuse(null)
    expect(result.outcome, result.log).toBe('success')
    expect(result.annotations.map(({ message }) => message).join('\n')).toMatch(why)
    expect(stored()).toHaveLength(before)
    expect(result.outputs['run-file']).toMatch(/\.json$/)
    expect(result.log).not.toMatch(/benchgate.*bug/)
  })

  test('a token that may not push costs a warning as well', async () => {
    const result = await stage.push('main', { token: READER })
    expect(result.outcome, result.log).toBe('success')
    expect(result.annotations.map(({ message }) => message).join('\n')).toContain('contents: write')
  })

  test('a stored file that is broken is named and passed over', async () => {
    const { developer, hosted } = stage
    developer.git('fetch', '-q', hosted.directory, 'benchgate')
    developer.git('switch', '-q', '--detach', 'FETCH_HEAD')
    developer.write({ 'runs/2031-01/20310101T000000Z-aaaaaaaaaaaa-1-1.json': '{"schema": 1,' })
    developer.commit('By hand')
    developer.git('push', '-q', hosted.directory, 'HEAD:refs/heads/benchgate')
    developer.git('switch', '-q', 'topic')
    const result = await stage.pullRequest(stage.propose(13, 'topic'))
    expect(result.outcome, result.log).toBe('success')
    expect(result.summary).toContain('20310101T000000Z')
  })

  test('a base that does not build: the stored run stands in and at most warns; without one it is red', async () => {
    const broken = `${CONFIG}base: { setup: 'test ! -e broken' }\n`
    const files = { 'benchgate.yml': broken, broken: 'yes' }
    stage.commit('main', { 'benchgate.yml': `${CONFIG}base: { setup: 'true' }\n` }, 'A set-up line')
    await stage.push('main')
    stage.commit('main', { ...files }, 'Broken')
    stage.developer.git('switch', '-q', '-c', 'mended')
    stage.developer.git('rm', '-q', 'broken')
    stage.commit('mended', { 'a.bench.mjs': suite(20_000) }, 'Mended, and ten times slower')
    const pull = stage.propose(14, 'mended')
    const standIn = await stage.pullRequest(pull)
    expect(standIn.outputs['outcome'], standIn.log).toBe('warn')
    expect(standIn.summary).toMatch(/not a controlled comparison/)
    stage.hosted.setBranch('benchgate', null)
    const alone = await stage.pullRequest(pull)
    expect(alone.outcome).toBe('failure')
    expect(alone.annotations.at(-1)!.message).toMatch(/does not build[\s\S]*stand in/)
  })

  test('GitHub was asked nothing against its description', () => {
    expect(stage.api.violations).toEqual([])
  })
})
