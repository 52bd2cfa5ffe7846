import { mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { normalQuantile } from '../../src/stats/normal.ts'
import { createRandom } from '../../src/stats/random.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleMetric, sampleRun } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'
import { parse } from './command-line.ts'
import { inProcess } from './in-process.ts'

let stage: StoreStage
let checkout: ScratchRepository
beforeEach(async () => {
  stage = await StoreStage.open()
  checkout = new ScratchRepository()
  checkout.git('remote', 'add', 'origin', stage.repository.directory)
})
afterEach(async () => {
  checkout.remove()
  await stage.close()
})

const suggest = (...args: string[]) =>
  inProcess(['budgets', 'suggest', ...args], checkout.directory, {
    ...stage.environment(),
    TMPDIR: mkdtempSync(join(stage.directory, 'tmp-')),
    NO_COLOR: '1',
  })

function record(count: number): void {
  const { uniform } = createRandom('suggest')
  const runs = Array.from({ length: count }, (_, index) => {
    const log = 0.01 * normalQuantile(uniform())
    const change = { effect: Math.expm1(log), log, low: log - 0.005, high: log + 0.005, pairs: 32 }
    return sampleRun(index, {
      benchmarks: [
        { id: 'a', suite: 'a.bench.ts', metrics: [sampleMetric({ change, verdict: 'unchanged' })] },
      ],
    })
  })
  stage.storeByHand(...runs)
}

test('from the stored runs, as text and as JSON', async () => {
  record(12)
  const { code, stdout, stderr } = await suggest('--at-most', '5%', '--json', 'suggestion.json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [, first] = stdout.split('\n')
  expect(first).toMatch(/^a +[\d.]+ % +[\d.]+ % +[\d.]+ % {2}12 unchanged runs, each against its parent$/)
  const written = JSON.parse(readFileSync(join(checkout.directory, 'suggestion.json'), 'utf8'))
  expect(written).toMatchObject({ schema: 1, atMost: 0.05, method: 'student', runs: 12, metric: 'primary' })
  const [rule] = written.rules
  expect(stdout).toContain(
    `budgets:\n  - { match: "**", metric: primary, max-regression: ${Math.round(1000 * rule.level) / 10}% }\n`,
  )
})

// Here it ends at once, since there is no commit that could be measured.
test.each([
  ['nothing is recorded', 0, 'there is no branch benchgate on origin'],
  ['too little is', 3, 'the branch benchgate on origin has too few runs of unchanged benchmarks'],
])('where %s, a measurement is announced', async (_, count, why) => {
  if (count > 0) record(count)
  const { code, stdout, stderr } = await suggest()
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr.split('\n')[0]).toBe(`${why}: HEAD is measured against itself now`)
})

test.each([
  [
    ['--key', 'none'],
    'No run of the key "none" was found among the newest on the branch benchgate of origin',
  ],
  [
    ['--ref', 'v1'],
    'No run of "v1" and the key "default" was found among the newest on the branch benchgate of origin',
  ],
  [['--branch', 'none'], 'There is no branch none on origin: nothing is recorded yet'],
])('%j that nothing is recorded of is an error, and nothing is measured in its place', async (flags, why) => {
  record(3)
  const { code, stdout, stderr } = await suggest(...flags)
  expect({ code, stdout, first: stderr.split('\n')[0] }).toEqual({
    code: 3,
    stdout: '',
    first: `error: ${why}`,
  })
})

test.each(['0%', '1', '51%', '-1%', 'x'])('--at-most %s is refused', async (share) => {
  expect((await parse(['budgets', 'suggest', '--at-most', share]))!.stderr.split('\n')[0]).toBe(
    `error: option '--at-most <share>' argument '${share}' is invalid. Give a percentage above 0 % and up to 50 %, such as 1%.`,
  )
})
