import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Run, runSchema } from '../../src/model/stored-run.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { HURRY } from '../hurry.ts'
import { Stage } from './command.ts'
import { GitHubStage } from './github-stage.ts'

let stage: GitHubStage
let reader: Stage
beforeEach(async () => {
  stage = await GitHubStage.start()
  reader = new Stage(HURRY)
})
afterEach(async () => {
  reader.remove()
  await stage?.stop()
})

const NAME = 'größe'
const LINE = 'cat sizes.json'
const CONFIG = `version: 1
suites: ["bench/*.mjs"]
command: { run: ${LINE}, format: size-limit, name-prefix: package/ }
measure: { time-per-benchmark: 5 ms }
`
const suite = (...names: string[]) => `import { bench, run } from 'mitata'
const says = function* () { yield { manual: () => 1000 * (1 + 0.001 * Math.random()) } }
${names.map((name) => `bench('${name}', says)`).join('\n')}
await run()
`

const storedRuns = () =>
  stage
    .storedFiles()
    .filter((file) => file.startsWith('runs/'))
    .map((path) => runSchema.parse(JSON.parse(stage.hosted.git('show', `benchgate:${path}`))))
const keysOf = ({ benchmarks }: Run) => benchmarks.map(({ id, suite }) => [id, suite])

/** Replaces the stored run by what a version wrote that knew no occurrences, no form of Unicode and no prefix. */
function writeAsBefore(): void {
  const branch = new ScratchRepository()
  branch.git('fetch', '-q', stage.hosted.directory, 'benchgate')
  branch.git('switch', '-q', '-c', 'benchgate', 'FETCH_HEAD')
  const path = stage.storedFiles().find((file) => file.startsWith('runs/'))!
  const [run] = storedRuns()
  const benchmarks = run!.benchmarks.map(({ id, suite, metrics }) => ({
    id: id.normalize('NFD'),
    suite: suite.endsWith('.mjs') ? suite : LINE,
    metrics,
  }))
  branch.write({ [path]: `${JSON.stringify({ ...run, benchmarks })}\n` })
  branch.commit('as an earlier version stored it')
  branch.git('push', '-q', '--force', stage.hosted.directory, 'benchgate')
  branch.remove()
}

test('runs that an earlier version stored are read, joined, and recorded upon', async () => {
  stage.commit(
    'main',
    {
      'benchgate.yml': CONFIG,
      'bench/a.mjs': suite(NAME.normalize('NFC'), 'parse'),
      'sizes.json': JSON.stringify([{ name: 'bundle', passed: true, size: 2000 }]),
    },
    'before',
  )
  const first = await stage.push('main')
  expect(first.outcome, first.log).toBe('success')
  writeAsBefore()

  stage.commit('main', { 'bench/b.mjs': suite('parse') }, 'after')
  const second = await stage.push('main')
  expect(second.outcome, second.log).toBe('success')
  expect(second.annotations).toEqual([])
  expect(storedRuns().map(keysOf)).toEqual([
    [
      [NAME.normalize('NFD'), 'bench/a.mjs'],
      ['parse', 'bench/a.mjs'],
      ['package/bundle', LINE],
    ],
    [
      [NAME.normalize('NFC'), 'bench/a.mjs'],
      ['parse', 'bench/a.mjs'],
      ['parse', 'bench/b.mjs'],
      ['package/bundle', 'package'],
    ],
  ])

  reader.repository.git('fetch', '-q', stage.developer.directory, 'main:refs/remotes/origin/main')
  const history = async (glob: string) => {
    const { code, stdout, stderr } = await reader.run('history', glob, '--remote', stage.hosted.directory)
    expect([code, stderr]).toEqual([0, ''])
    return stdout
  }
  // Two values, the earlier one among them, in the order in which they are drawn.
  expect((await history(NAME)).split('\n')[0]).toBe(`${NAME} · time · 2 commits`)
  expect((await history('package/bundle')).split('\n')[0]).toBe('package/bundle · size · 2 commits')
  const lines = (await history('parse')).split('\n').slice(0, 2)
  expect(
    lines.map((line) =>
      /^(parse · \w) +([▁-█]+) /
        .exec(line)
        ?.slice(1)
        .map((text, i) => (i === 0 ? text : text.length)),
    ),
  ).toEqual([
    ['parse · a', 2],
    ['parse · b', 1],
  ])
})
