import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Run, runSchema } from '../../src/model/stored-run.ts'
import { runFile } from '../../src/store/append-run.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { WRITE_TOKEN } from './doubles/github-api.ts'
import { GitHubStage, READER, readWorkspace, WRITER } from './github-stage.ts'

// A regression that was merged. Result files, so that nothing is measured: what is tested is who says what of it, and where.

let stage: GitHubStage
beforeEach(async () => {
  stage = await GitHubStage.start()
})
afterEach(() => stage?.stop())

const inputs = { results: 'out/*.json' }
const took = (ms: number) => ({
  inputs,
  before: (workspace: string) => {
    mkdirSync(join(workspace, 'out'))
    writeFileSync(join(workspace, 'out/s.json'), JSON.stringify([{ name: 'parse', unit: 'ms', value: ms }]))
  },
})
const config = (more = '') => ({ 'benchgate.yml': `version: 1\n${more}` })
const rightsOf = (permissions: Record<string, 'read' | 'write'>) => {
  stage.api.tokens.get(WRITER)!.permissions = { ...WRITE_TOKEN, ...permissions }
}
const commits = () => stage.developer.git('rev-list', '--reverse', 'main').split('\n')

/** Pushes commits of main one after the other, of which the last is recorded by a job and the earlier ones look like its run. */
async function record(values: readonly number[]) {
  for (const [i] of values.entries())
    stage.commit('main', { ...config('report: { issue: true }\n'), n: `${i}` }, `Change ${i} (#${400 + i})`)
  const result = await stage.push('main', took(values.at(-1)!))
  const path = stage.storedFiles().find((file) => file.startsWith('runs/'))!
  const template = runSchema.parse(JSON.parse(stage.hosted.git('show', `benchgate:${path}`)))
  const branch = new ScratchRepository()
  branch.git('fetch', '-q', stage.hosted.directory, 'benchgate')
  branch.git('switch', '-q', '-c', 'benchgate', 'FETCH_HEAD')
  const shas = commits()
  const files = values.slice(0, -1).map((value, i) => {
    const file = runFile(runAt(template, { value, i, before: values.length - 1 - i, sha: shas[i]! }))
    return [file.path, file.text] as const
  })
  branch.write(Object.fromEntries(files))
  branch.commit('earlier runs')
  branch.git('push', '-q', stage.hosted.directory, 'benchgate')
  branch.remove()
  return result
}

function runAt(
  template: Run,
  { value, i, before, sha }: { value: number; i: number; before: number; sha: string },
): Run {
  const [benchmark] = template.benchmarks
  const time = new Date(Date.parse(template.run.recordedAt) - before * 3_600_000).toISOString()
  return {
    ...template,
    commit: { sha, parent: null, time, subject: `Change ${i} (#${400 + i})` },
    run: { ...template.run, id: `${7000 + i}`, recordedAt: time },
    benchmarks: [
      { ...benchmark!, metrics: benchmark!.metrics.map((metric) => ({ ...metric, values: [value * 1e6] })) },
    ],
  }
}

const LEVEL = [100, 100.4, 99.8, 100.2, 99.7, 100.1, 100.3, 99.9]
const SLOWER = [112.2, 111.8, 112.1, 111.9, 112.3]

test('a regression of main is on every report until it is accepted, and in one issue', async () => {
  await record([...LEVEL, ...SLOWER])
  const [before, at] = [commits()[LEVEL.length - 1]!.slice(0, 7), commits()[LEVEL.length]!.slice(0, 7)]
  const standing = new RegExp(
    String.raw`\*\*Regressions that \`main\` already has, which change no verdict here\*\*\n- \`parse\`: \`main\` is 1[12]\.\d % slower \(\d+\.\d to \d+\.\d\) than at \S+ \(&#35;\u2060\d+\)\.`,
  )

  // Without the right to write issues the run is stored all the same.
  stage.commit('main', { n: 'a' }, 'No right')
  const refused = await stage.push('main', took(112))
  expect(refused.outcome, refused.log).toBe('success')
  expect(refused.annotations).toEqual([
    {
      level: 'warning',
      title: 'No issue',
      message: expect.stringMatching(
        /^The issue of a regression was not written\. GitHub answered 403 to POST \/repos\/octo\/project\/issues: .*\. Give the job that records the permission `issues: write`, or set `report\.issue` to false in the config file\. The run is stored\.$/,
      ),
    },
  ])
  expect(refused.summary).toMatch(standing)
  expect(stage.storedFiles().filter((file) => file.startsWith('runs/'))).toHaveLength(14)

  rightsOf({ issues: 'write' })
  stage.commit('main', { n: 'b' }, 'The right')
  const [first, second] = [await stage.push('main', took(112.3)), await stage.push('main', took(112.1))]
  expect([first.annotations, second.annotations], first.log).toEqual([[], []])
  expect(stage.api.issues).toMatchObject([{ state: 'open', author: 'github-actions[bot]' }])
  const [issue] = stage.api.issues
  expect(issue!.title).toMatch(new RegExp(`^parse: 1[12]\\.\\d % slower since (about )?${at}$`))
  expect(issue!.body).toContain(`\n\`\`\`sh\nnpx benchgate accept parse --up-to 1`)

  // Who takes it back is told so, and who does not is told what there is.
  stage.commit('faster', { x: '1' }, 'Faster')
  const faster = await stage.pullRequest(stage.propose(1, 'faster'), took(100))
  expect(faster.outputs['outcome'], faster.log).toBe('pass')
  expect(stage.api.comments[0]!.body).toMatch(standing)
  expect(stage.api.comments[0]!.body).toMatch(
    / This change takes (it back|back \d+\.\d of the \d+\.\d %)\.\n/,
  )

  // What a fork measured is judged by this repository, which knows its own branch.
  stage.commit('fork', { y: '1' }, 'From a fork')
  const pull = stage.propose(2, 'fork', 'stranger/project')
  const measured = await stage.pullRequest(pull, { ...took(112), token: READER })
  const published = await stage.publish(pull, readWorkspace(measured, 'benchgate-report.json'), { inputs })
  expect(published.summary, published.log).toMatch(standing)

  // A person accepts it in the config file of main.
  const entry = `accepted: [{ match: parse, metric: time, up-to: 15%, reason: It is right now }]\n`
  stage.commit('main', config(`report: { issue: true }\n${entry}`), 'Accept')
  const accepted = await stage.push('main', took(112))
  expect(accepted.summary, accepted.log).not.toContain('Regressions that')
  expect(stage.api.issues).toMatchObject([{ state: 'closed', stateReason: 'not_planned' }])
  expect(stage.api.issues[0]!.body).toContain('**Accepted**: "It is right now".')
  expect(stage.api.violations).toEqual([])
  expect(before).not.toBe(at)
})

test('a single slow run opens nothing and is nothing to mention', async () => {
  await record([...LEVEL, 100.2, 99.9])
  rightsOf({ issues: 'write' })
  stage.commit('main', { n: 'spike' }, 'A slow machine')
  const spike = await stage.push('main', took(150))
  expect(spike.outcome, spike.log).toBe('success')
  expect(spike.summary).not.toContain('Regressions that')
  expect(stage.api.requestsOf('issues/list-for-repo')).toEqual([])
  expect(stage.api.issues).toEqual([])
})
