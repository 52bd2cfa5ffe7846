import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderJson } from '../../src/report/json.ts'
import { assessment, row } from '../report/sample.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleRun } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'
import { inProcess } from './in-process.ts'

let stage: StoreStage
let checkout: ScratchRepository
beforeEach(async () => {
  stage = await StoreStage.open()
  checkout = new ScratchRepository()
})
afterEach(async () => {
  checkout.remove()
  await stage.close()
})

/** What `budgets explain` knows of benchmarks, by its JSON. */
async function known(directory = checkout.directory): Promise<unknown> {
  const env = { ...stage.environment(), TMPDIR: stage.directory }
  const { code, stdout, stderr } = await inProcess(['budgets', 'explain', '--json', '-'], directory, env)
  expect(code, stderr).toBe(0)
  const { knownFrom, benchmarks } = JSON.parse(stdout) as {
    knownFrom: unknown
    benchmarks: { name: string }[]
  }
  return { knownFrom, names: benchmarks.map(({ name }) => name) }
}

test('nothing is known of a project without a remote', async () => {
  expect(await known()).toEqual({ knownFrom: null, names: [] })
})

test('the newest stored run, and before it the report of the last check', async () => {
  checkout.git('remote', 'add', 'origin', stage.repository.directory)
  stage.storeByHand(sampleRun(0))
  expect(await known()).toEqual({ knownFrom: 'runs', names: ['parser/large'] })

  const folder = join(checkout.directory, '.git/benchgate')
  mkdirSync(folder)
  writeFileSync(join(folder, 'report.json'), '{ "half a rep')
  expect(await known()).toEqual({ knownFrom: 'runs', names: ['parser/large'] })
  const rows = [
    row({ benchmark: 'a' }),
    row({ benchmark: 'a', metric: 'throughput' }),
    row({ benchmark: 'b' }),
  ]
  writeFileSync(join(folder, 'report.json'), renderJson(assessment(rows)))
  expect(await known()).toEqual({ knownFrom: 'report', names: ['a', 'b'] })

  // A project in a folder of the repository has a report of its own.
  mkdirSync(join(checkout.directory, 'packages/one'), { recursive: true })
  expect(await known(join(checkout.directory, 'packages/one'))).toEqual({
    knownFrom: 'runs',
    names: ['parser/large'],
  })
})
