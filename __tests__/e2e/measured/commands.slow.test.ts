import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from '../command.ts'
import { CONFIG, slowerStage } from './slower-stage.ts'

let stage: Stage
beforeAll(() => {
  stage = slowerStage()
})
afterAll(() => stage.remove())

test('--budgets base holds a change to the budgets before it, and says what it does to them', async () => {
  stage.repository.write({ 'benchgate.yml': CONFIG.replace('20%', '900%') })
  const own = await stage.run('check')
  const asPullRequest = await stage.run('check', '--budgets', 'base')
  stage.repository.write({ 'benchgate.yml': CONFIG })
  expect(own.code, own.stdout).toBe(0)
  expect(asPullRequest.code, asPullRequest.stderr).toBe(1)
  expect(asPullRequest.stdout).toMatch(/20%.*900%/)
})

test('compare needs no budgets, says what changed and passes', async () => {
  const { code, stdout, stderr } = await stage.run('compare', 'main', 'slower')
  expect(code, stderr).toBe(0)
  expect(stdout).toMatch(/loop\/long .* slower/)
  expect(stdout).not.toMatch(/budget/)
})
