import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from '../command.ts'
import { CONFIG, slowerStage } from './slower-stage.ts'

let stage: Stage
beforeAll(() => {
  stage = slowerStage()
})
afterAll(() => stage.remove())

test('the printed way to accept works', async () => {
  const check = await stage.run('check')
  const [, name] = /Accept: npx benchgate accept (\S+) --reason "…" {2}Rule: benchgate\.yml:6\n$/.exec(
    check.stdout,
  )!
  // Its ceiling is that of the report which the check kept.
  const first = await stage.run('accept', name!, '--reason', 'a reason')
  expect(first.code, first.stderr).toBe(0)
  expect(first.stdout).toMatch(
    /^benchgate\.yml:\d+\n {2}\+ accepted:\n.*match: "loop\/long", metric: time, up-to: \d+%/,
  )
  // Another measurement may differ by more than that, on whatever machine this is.
  await stage.run('accept', name!, '--up-to', '400%', '--reason', 'a reason')
  const second = await stage.run('check')
  expect(second.code, second.stdout).toBe(0)
  expect(second.stdout).toMatch(/accepted/)
  stage.repository.write({ 'benchgate.yml': CONFIG })
})

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
