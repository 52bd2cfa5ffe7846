import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Answer, bisect, type Searched } from '../../src/bisect/bisect.ts'
import { renderTerminal } from '../../src/bisect/terminal.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { ProgressReport } from '../../src/gate/request.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { HURRY } from '../hurry.ts'
import { ScratchRepository } from '../scratch-repository.ts'

const workerFile = resolve(import.meta.dirname, '../../src/worker.ts')

const CONFIG = `version: 1
suites: ["*.bench.mjs"]
measure: { time-per-benchmark: 5 ms, time-limit: 30 min }
`
/** Benchmarks that say themselves what they take, in ns. */
const SUITE = `import { bench, run } from 'mitata'
import { speed } from './speed.mjs'
const near = (ns) => ns * (1 + 0.004 * Math.random())
bench('work', function* () { yield { manual: () => near(speed) } })
bench('other', function* () { yield { manual: () => near(500) } })
await run()
`
const speed = (ns: number, more = '') => ({ 'speed.mjs': `export const speed = ${ns}\n${more}` })

function place() {
  const repository = new ScratchRepository()
  const temporary = mkdtempSync(join(tmpdir(), 'benchgate-bisect-'))
  onTestFinished(() => {
    repository.remove()
    rmSync(temporary, { recursive: true, force: true })
  })
  return { repository, temporary }
}

async function search(
  { repository: { directory: project }, temporary }: ReturnType<typeof place>,
  range: { good: string; bad: string },
  o: { signal?: AbortSignal; onNote?: (text: string) => void; onWork?: () => void } = {},
): Promise<Answer> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...HURRY, TMPDIR: temporary }
  delete env['RUNNER_TEMP']
  const question = { filter: null, metric: null, least: 0.02, seed: 'bisect', restart: false }
  return await bisect(
    { ...range, ...question, project, config: await loadConfig(project) },
    {
      workerFile,
      env,
      host: readHost(env),
      clock: () => new Date('2026-08-01T12:00:00Z'),
      signal: o.signal ?? new AbortController().signal,
      onProgress: (report: ProgressReport) => {
        if (report.kind === 'note') o.onNote?.(report.text)
        else o.onWork?.()
      },
    },
  )
}

/** The answer as it is printed, without times and the digits of what was measured. */
const printed = (answer: Answer): string =>
  renderTerminal(answer, { color: false, width: 100 })
    .replace(/(?<=\bin )\d[^.,]*(\.\d+)?[^.,]*(?=[.,])/, '…')
    .replace(/\b\d+\.\d+\b/g, '#')

test('a range with a commit that does not run and a younger suite: interrupted, continued and kept', async () => {
  const stage = place()
  const { repository } = stage
  repository.write({ 'benchgate.yml': CONFIG, 'package.json': '{ "type": "module" }\n', ...speed(1000) })
  const good = repository.commit('Begin')
  repository.write({ 'other.mjs': '' })
  repository.commit('Something else')
  repository.write({ 'speed.mjs': 'export const speed = (\n' })
  const broken = repository.commit('Half of it')
  repository.write(speed(1000, '// more\n'))
  repository.commit('The other half')
  repository.write({ 'README.md': 'Read me.\n' })
  repository.commit('Docs')
  repository.write({ 'work.bench.mjs': SUITE, ...speed(1100) })
  const culprit = repository.commit('Careful with \u001b[31m and ::error:: (#412)')
  repository.write({ 'other.mjs': '// other\n' })
  repository.commit('And so on')
  repository.write({ 'other.mjs': '// another\n' })
  const bad = repository.commit('The end')

  const controller = new AbortController()
  const notes: string[] = []
  const interrupted = search(
    stage,
    { good, bad },
    {
      signal: controller.signal,
      onNote: (text) => {
        notes.push(text)
        if (/ like /.test(text)) controller.abort(130)
      },
    },
  )
  await expect(interrupted).rejects.toBe(130)
  expect(notes.at(-1)).toMatch(/^[0-9a-f]{7} {2}.* like [0-9a-f]{7}$/)

  const answer = (await search(stage, { good, bad })) as Searched
  expect(answer.reused).toBeGreaterThan(0)
  expect(answer).toMatchObject({ kind: 'searched', end: { kind: 'named' }, verified: { stands: true } })
  expect(answer.end.kind === 'named' && answer.range.commits[answer.end.at]).toMatchObject({
    sha: culprit,
    pull: 412,
  })
  expect(answer.verified?.change?.log).toBeCloseTo(Math.log(1.1), 1)
  const text = printed(answer)
  expect(text).toContain(`✘ ${culprit.slice(0, 7)} (#412) is # % slower than its parent (# to #)
  Careful with  [31m and ::error:: (#412)`)
  for (const { at } of answer.skipped) expect(answer.range.commits[at]!.sha).toBe(broken)

  // Asked again, it knows the answer.
  let work = 0
  const again = (await search(stage, { good, bad }, { onWork: () => work++ })) as Searched
  expect(again.end).toEqual(answer.end)
  expect(again.judged).toEqual(answer.judged)
  expect(work).toBe(0)
  expect(readdirSync(stage.temporary)).toEqual([])
  expect(repository.git('status', '--porcelain')).toBe('')
})

test('a range in which nothing changed is not searched', async () => {
  const stage = place()
  const { repository } = stage
  repository.write({ 'benchgate.yml': CONFIG, 'work.bench.mjs': SUITE, ...speed(1000) })
  const good = repository.commit('Begin')
  repository.write(speed(1000, '// faster\n'))
  repository.commit('Faster')
  repository.write(speed(1000, '// much faster\n'))
  const bad = repository.commit('Much faster')
  const answer = await search(stage, { good, bad })
  expect(printed(answer)).toMatch(
    /^benchgate bisect · [0-9a-f]{7} → [0-9a-f]{7} · 2 commits\n\nNo change of 2 % or more between [0-9a-f]{7} and [0-9a-f]{7}:\n {2}work {2}/,
  )
})
