import { afterEach, describe, expect, test } from 'vitest'
import type { ScratchRepository } from '../scratch-repository.ts'
import { isThere, repositoryOf, runTool } from './tools/run-tool.ts'
import { TOOLS } from './tools/tools.ts'

// A tool takes some 42 executions: one a side to warm up, one or two blocks of eight, three to confirm. Criterion is compiled for
// half a minute on each side, and what libtest measures takes five seconds each time: those two run in `npm run bench -- tools`.
const TOO_SLOW = ['criterion', 'libtest']

let repository: ScratchRepository
afterEach(() => repository.remove())

describe.each(TOOLS.filter(({ name }) => !TOO_SLOW.includes(name)))('$name', (tool) => {
  test.skipIf(!isThere(tool))('the benchmark that head made slower is found, and no other', async () => {
    repository = repositoryOf(tool, { changed: true })
    const { code, report, stderr } = await runTool(tool, repository, ['--time-limit', '30 min'])
    expect(report, stderr).not.toBeNull()
    const { rows, seed, warnings } = report!
    const told = JSON.stringify({
      seed,
      rows: rows.map(({ benchmark, metric, verdict, effect, sigma }) => ({
        benchmark,
        metric,
        verdict,
        effect,
        sigma,
      })),
    })
    const found = rows.filter(({ verdict }) => verdict === 'regression')
    const names = (of: readonly { benchmark: string; metric: string }[]) =>
      of.map(({ benchmark, metric }) => `${benchmark} ${metric}`).sort()
    expect(names(found), told).toEqual(names(tool.slowed))
    expect([...new Set(rows.map(({ benchmark }) => benchmark))].sort()).toEqual([...tool.benchmarks].sort())
    for (const { benchmark, metric, by } of tool.slowed) {
      const row = found.find((one) => one.benchmark === benchmark && one.metric === metric)!
      expect(row.effect, told).toBeGreaterThan(by - 0.05)
      expect(row.effect, told).toBeLessThan(by + 0.05)
    }
    expect(code).toBe(1)
    expect(warnings).toEqual([])
  })
})
