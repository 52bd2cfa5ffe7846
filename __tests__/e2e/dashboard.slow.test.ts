import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DashboardIndex } from '../../src/dashboard/format.ts'
import { GitHubStage } from './github-stage.ts'

// Result files, so that nothing is measured.

let stage: GitHubStage
beforeEach(async () => {
  stage = await GitHubStage.start()
})
afterEach(() => stage?.stop())

const results = (value: number, more: (workspace: string) => void = () => {}) => {
  return (workspace: string) => {
    mkdirSync(join(workspace, 'out'))
    writeFileSync(join(workspace, 'out/s.json'), JSON.stringify([{ name: 'parse', unit: 'ms', value }]))
    more(workspace)
  }
}
const inputs = { results: 'out/*.json', dashboard: 'site' }
const config = (url: string) => ({
  'benchgate.yml': `version: 1\nbudgets: [{ match: '**', metric: time, max: 500 ms }]\nreport: { dashboard-url: ${url} }\n`,
})

test('a push writes the dashboard of all that is recorded, its own run with it', async () => {
  const shas = [1, 2].map((n) =>
    stage.commit('main', { ...config('https://octo.github.io/p/'), n: `${n}` }, `c${n}`),
  )
  // In their order, each in a job of its own.
  let last: Awaited<ReturnType<typeof stage.push>> | null = null
  for (const [i, sha] of shas.entries())
    last = await stage.run({
      eventName: 'push',
      ref: 'refs/heads/main',
      sha,
      event: { ref: 'refs/heads/main' },
      inputs,
      before: results(400 + i),
    })
  const { outcome, outputs, log, workspace } = last as Awaited<ReturnType<typeof stage.run>>
  expect(outcome, log).toBe('success')
  expect(outputs['dashboard']).toBe(join(workspace, 'site'))
  expect(log).toContain('dashboard: 2 commits, 4 files in site')
  const index = JSON.parse(readFileSync(join(workspace, 'site/index.json'), 'utf8')) as DashboardIndex
  expect(index.commits.map(({ sha, subject }) => [sha, subject])).toEqual(
    shas.map((sha, i) => [sha, `c${i + 1}`]),
  )
  // The server of this test is not on https.
  expect(index).toMatchObject({ repository: 'octo/project', url: null, branch: 'main', key: 'default' })
  expect(index.trends).toMatchObject([
    { name: 'parse', points: 2, newest: 1, budget: { max: { fail: 500e6 } }, status: 'steady' },
  ])
  expect(readFileSync(join(workspace, 'site/index.html'), 'utf8')).toMatch(/^<!doctype html>/)
})

test.each([
  [
    'is full of something else',
    (workspace: string) => {
      mkdirSync(join(workspace, 'site'))
      writeFileSync(join(workspace, 'site/notes.md'), 'mine')
    },
    'cannot be written: it is not empty, and holds no dashboard. Name another directory.',
  ],
  [
    'lies behind a link',
    (workspace: string) => symlinkSync(join(workspace, '..'), join(workspace, 'site')),
    '"site" lies behind a link that leaves the workspace. Name a folder of the workspace.',
  ],
])('a place that %s is a warning: the run is stored, and the step passes', async (_, prepare, why) => {
  stage.commit('main', {}, 'c1')
  const result = await stage.push('main', { inputs, before: results(400, prepare) })
  expect(result.outcome, result.log).toBe('success')
  expect(result.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('The dashboard was not written. ') },
  ])
  expect(result.annotations[0]!.message).toContain(why)
  expect(result.outputs['dashboard']).toBe('')
  expect(stage.storedFiles().filter((path) => path.startsWith('runs/'))).toHaveLength(1)
})

test("a comment leads to the dashboard that base's config names, and writes none", async () => {
  stage.commit('main', config("'https://octo.github.io/p/{key}/'"), 'base')
  stage.commit('topic', config('https://evil.example/'), 'change')
  const result = await stage.pullRequest(stage.propose(1, 'topic'), {
    inputs: { ...inputs, key: 'node-22' },
    before: results(600),
  })
  expect(result.outputs['outcome'], result.log).toBe('fail')
  expect(result.outputs['dashboard']).toBe('')
  const [comment] = stage.api.comments
  const chart = '[`parse`](https://octo.github.io/p/node-22/#/b/'
  for (const text of [comment!.body, result.summary, stage.api.checkRuns.at(-1)!.output!.summary!]) {
    expect(text).toContain(' · [dashboard](https://octo.github.io/p/node-22/)')
    expect(text).toContain(chart)
    expect(text).not.toContain('evil.example')
  }
})
