import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchgate } from '../cli/program.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { COMMAND_LINES, START, wordsOf } from './command-lines.ts'

// Commands of the docs that measure nothing, as they stand, one after the other in one repository. Those that
// measure are run by tests of their own in e2e, and the examples of `--help` in cli.

/** Each line, and words of what it prints. */
const LINES = [
  ['ingest results.json', 'parser/large'],
  ['compare --base-results a.json --head-results b.json', 'base from a.json; head from b.json'],
  ['import github-action-benchmark data.js --dry-run', 'nothing was written'],
  ['import github-action-benchmark data.js', '1 run of 1 benchmark'],
  ['history parser/*', 'parser/large'],
  ['history parser/large --last 50', 'parser/large'],
  ['baseline prune --keep 1000 --dry-run', 'kept: 1 of the newest 1,000 commits of each branch'],
  ['baseline verify', 'nothing is wrong'],
  ['baseline export runs.ndjson', '1 run of 1 commit written'],
  ['history --json -', '"benchmark": "parser/large"'],
] as const
const shown = new Set(COMMAND_LINES.map(({ line }) => wordsOf(line.replace(START, '')).join(' ')))

let repository: ScratchRepository
let temporary: string
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'benchgate-docs-'))
  repository = new ScratchRepository()
  const results = (value: number) => JSON.stringify([{ name: 'parser/large', unit: 'ms', value }])
  const bench = { name: 'parser/large', value: 4.2, unit: 'ms' }
  repository.write({
    'results.json': results(4.2),
    'a.json': results(4.2),
    'b.json': results(4.3),
    'data.js': `window.BENCHMARK_DATA = ${JSON.stringify({
      lastUpdate: 1,
      entries: {
        Parser: [
          {
            commit: { id: 'a'.repeat(40), message: 'One', timestamp: '2026-01-01T00:00:00Z' },
            date: Date.UTC(2026, 0, 1),
            tool: 'customSmallerIsBetter',
            benches: [bench],
          },
        ],
      },
    })}`,
  })
  repository.commit('results')
  const origin = join(temporary, 'origin.git')
  repository.git('clone', '--quiet', '--bare', '.', origin)
  repository.git('remote', 'add', 'origin', origin)
})
afterAll(() => {
  repository.remove()
  rmSync(temporary, { recursive: true, force: true })
})

test.each(LINES)('benchgate %s', async (line, words) => {
  const { PATH } = process.env
  const env = { PATH, HOME: temporary, TMPDIR: temporary, NO_COLOR: '1' }
  const { code, stdout, stderr } = await benchgate(line.split(' '), { cwd: repository.directory, env })
  expect(code, stderr).toBe(0)
  expect(stdout).toContain(words)
})

test('they are in the docs', () => {
  const missing = LINES.filter(([line]) => !shown.has(line)).map(([line]) => line)
  expect(missing).toEqual([])
})
