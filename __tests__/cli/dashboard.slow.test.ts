import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DashboardIndex } from '../../src/dashboard/format.ts'
import type { Run } from '../../src/model/stored-run.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { sampleMetric, sampleRun, shaOf } from '../store/sample-run.ts'
import { StoreStage } from '../store/stage.ts'
import { benchgate as run, type Ended } from './program.ts'

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

/** The command line in the checkout. */
async function dashboard(...args: string[]): Promise<Ended> {
  const temporary = mkdtempSync(join(stage.directory, 'tmp-'))
  const env = { ...stage.environment(), TMPDIR: temporary, NO_COLOR: '1' }
  const ended = await run(['dashboard', '--quiet', ...args], { cwd: checkout.directory, env })
  expect(readdirSync(temporary)).toEqual([])
  rmSync(temporary, { recursive: true })
  return ended
}

const HOSTILE = '</script><script>alert(1)</script>'
/** Of 60 runs the last 20 are slower by a fifth. */
const runAt = (index: number): Run => {
  const values = [0.998, 1, 1.002].map(
    (factor) => factor * (index < 40 ? 1e6 : 1.2e6) * (1 + (index % 3) / 1_000),
  )
  return sampleRun(index, {
    commit: { ...sampleRun(index).commit, subject: `${HOSTILE} ${index}` },
    benchmarks: [
      { id: 'parse', suite: 'a.bench.ts', metrics: [sampleMetric({ values })] },
      ...(index < 30 ? [{ id: HOSTILE, suite: 'a.bench.ts', metrics: [sampleMetric({ values })] }] : []),
    ],
  })
}
const read = (path: string) => readFileSync(join(checkout.directory, path), 'utf8')
const indexOf = (folder: string) => JSON.parse(read(`${folder}/index.json`)) as DashboardIndex

test('stored runs as a file and as a folder, with the limits of the config file', async () => {
  await (await stage.store()).appendAll(Array.from({ length: 60 }, (_, i) => runAt(i)))
  checkout.write({
    'benchgate.yml':
      'version: 1\nbudgets: [{ match: parse, metric: time, max: 1.1 ms, max-regression: 4% }]\n',
  })
  const both = await dashboard('--single', 'report.html', '--out', 'site', '--repository', 'octo/project')
  expect({ ...both, stdout: both.stdout.replaceAll(/[\d.]+ kB/g, '… kB') }).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      'report.html: 2 benchmarks on 60 commits of main, … kB',
      '  open it in a browser',
      'site: 2 benchmarks on 60 commits of main, … kB in 5 files',
      '  publish it on a web server: from the disk a browser loads no data',
      '',
    ].join('\n'),
  })
  const index = indexOf('site')
  expect(index).toMatchObject({
    schema: 1,
    repository: 'octo/project',
    url: null,
    branch: 'main',
    key: 'default',
  })
  expect(index.commits.map(({ sha }) => sha)).toEqual(
    Array.from({ length: 60 }, (_, i) => shaOf(`commit ${i}`)),
  )
  const parse = index.trends.find(({ name }) => name === 'parse')!
  expect(parse).toMatchObject({
    status: 'over-budget',
    points: 60,
    newest: 59,
    budget: { max: { fail: 1.1e6 }, maxRegression: { warn: 0.02, fail: 0.04 }, min: null },
  })
  expect(index.events).toMatchObject([{ worse: true, standing: 'standing' }])
  const page = read('report.html')
  expect(page).not.toContain(HOSTILE)
  expect(page.split('<script>')).toHaveLength(2)
  const [, embedded] = /<script type="application\/json" id="index\.json">([^<]*)<\/script>/.exec(page)!
  expect(JSON.parse(embedded!)).toEqual({ ...index, folder: null, writtenAt: expect.any(String) })

  // Of fewer commits one benchmark is gone, and its file with it.
  checkout.write({ 'site/CNAME': 'bench.example' })
  const later = await dashboard('--out', 'site', '--last', '20', '--url', 'https://example.org/octo/project/')
  expect(later.stdout).toMatch(/^site: 1 benchmark on 20 commits of main, /)
  const { folder } = indexOf('site')
  expect(readdirSync(join(checkout.directory, 'site', folder!, 'benchmarks'))).toEqual(['0.json'])
  expect(read('site/CNAME')).toBe('bench.example')
  expect(indexOf('site')).toMatchObject({ repository: 'project', url: 'https://example.org/octo/project' })
})

test('nothing to show is an error that says why', async () => {
  expect(await dashboard('--single', 'report.html')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('There is no branch benchgate on origin: nothing is recorded yet'),
  })
  await (await stage.store()).append(runAt(0))
  expect(await dashboard('--single', 'report.html', '--key', 'other')).toMatchObject({
    stderr: expect.stringContaining('No run of the key "other" was found among the newest'),
  })
  expect(await dashboard('--single', 'report.html', '--ref', 'v1')).toMatchObject({
    stderr: expect.stringContaining('No run of "v1" and the key "default" was found among the newest'),
  })
  expect(readdirSync(checkout.directory)).toEqual(['.git'])
})
