import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readRange } from '../../src/bisect/range.ts'
import { openState } from '../../src/bisect/state.ts'
import { DEFAULT_CONFIG } from '../../src/config/defaults.ts'
import { openRepository } from '../../src/git/repository.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { ScratchRepository } from '../scratch-repository.ts'

function place() {
  const repository = new ScratchRepository()
  onTestFinished(() => repository.remove())
  return repository
}

const open = ({ directory }: ScratchRepository) =>
  openRepository(directory, process.env, readHost({}), {
    signal: new AbortController().signal,
    remainingMs: () => 60_000,
  })

const rangeOf = async (repository: ScratchRepository, good: string, bad: string) =>
  readRange(await open(repository), { good, bad })

const short = (sha: string) => sha.slice(0, 7)

test('first parents, with what is known of each commit', async () => {
  const repository = place()
  repository.write({ 'a.mjs': '1' })
  const good = repository.commit('Begin')
  repository.write({ 'README.md': '1', 'parser.test.mjs': '1' })
  repository.commit('Docs (#7)')
  repository.commit('Nothing')
  repository.git('switch', '-q', '-c', 'side')
  repository.write({ 'b.mjs': '1' })
  const aside = repository.commit('Aside')
  repository.git('switch', '-q', 'main')
  repository.write({ 'package-lock.json': '{}' })
  repository.commit('Lock')
  repository.git('merge', '-q', '--no-ff', '-m', 'Merge pull request #12 from a/b', 'side')
  const bad = repository.commit('Nothing again')
  const { commits, empty } = await rangeOf(repository, good, 'main')
  expect(commits).toMatchObject([
    { subject: 'Begin', pull: null, isMerge: false, likely: true, sameDependencies: false },
    { subject: 'Docs (#7)', pull: 7, isMerge: false, likely: false, sameDependencies: false },
    { subject: 'Lock', pull: null, isMerge: false, likely: true, sameDependencies: true },
    {
      subject: 'Merge pull request #12 from a/b',
      pull: 12,
      isMerge: true,
      likely: true,
      sameDependencies: true,
    },
  ])
  expect(empty).toBe(2)

  await expect(rangeOf(repository, aside, 'main')).rejects.toThrow(
    `${aside} came into main by a merge, and bisect follows first parents, where a merge is one commit`,
  )
  await expect(rangeOf(repository, 'main', good)).rejects.toThrow(
    `${good} (${short(good)}) lies before main (${short(bad)})`,
  )
  await expect(rangeOf(repository, 'main', bad)).rejects.toThrow(
    `main (${short(bad)}) and ${bad} (${short(bad)}) are the same commit: there is nothing between them`,
  )
  await expect(rangeOf(repository, 'main~1', 'main')).rejects.toThrow(
    'no commit between main~1 and main changes a file',
  )
  repository.git('switch', '-q', '--orphan', 'other')
  const other = repository.commit('Other')
  await expect(rangeOf(repository, 'other', 'main')).rejects.toThrow(
    `other (${short(other)}) is no ancestor of main (${short(bad)})`,
  )
})

test('what was measured is kept by question and machine', async () => {
  const repository = place()
  const good = repository.commit('Begin')
  const { git, prefix } = await open(repository)
  const question = { good, bad: good, filter: null, metric: null, least: 0.02, config: DEFAULT_CONFIG }
  const runtime = (version: string) =>
    ({
      env: {},
      host: readHost({}),
      clock: () => new Date(0),
      node: { version, path: 'node' },
    }) as unknown as Parameters<typeof openState>[2]
  const opened = (o: { version?: string; restart?: boolean; metric?: string } = {}) =>
    openState({ git, prefix }, { ...question, metric: o.metric ?? null }, runtime(o.version ?? 'v24.0.0'), {
      restart: o.restart ?? false,
    })
  const first = await opened()
  first.state.skipped.push({ sha: good, reason: 'it does not build' })
  await first.save()
  expect((await opened()).state).toEqual(first.state)
  expect((await opened({ restart: true })).state.skipped).toEqual([])
  expect(await opened({ metric: 'heap' })).toMatchObject({ state: { skipped: [] }, unused: null })
  expect(await opened({ version: 'v26.0.0' })).toMatchObject({
    state: { skipped: [] },
    unused: 'the earlier measurements are of another machine or another Node',
  })
  // What cannot be kept or read is measured again.
  rmSync(join(repository.directory, '.git/benchgate'), { recursive: true })
  expect((await opened()).state.skipped).toEqual([])
})
