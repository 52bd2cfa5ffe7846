import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeSingle, writeSite, type Writing } from '../../src/dashboard/write-dashboard.ts'
import type { Trend } from '../../src/model/trend.ts'
import { generate, historyOf } from '../dashboard/generate.ts'

// Writes one dashboard of a history that is made of nothing, in a process of its own as `dashboard.ts` starts it, and
// tells what that took.

const { benchmarks, commits, form } = JSON.parse(process.argv[2]!) as {
  benchmarks: number
  commits: number
  form: '--single' | '--out'
}

const generated = generate({ benchmarks, commits })
/** Trends as history/ has them: points are made for whoever asks. */
const trends = Array.from({ length: benchmarks }, (_, benchmark) =>
  generated.trends(benchmark).map((trend, i) => {
    const points = { get: () => generated.trends(benchmark)[i]!.points, enumerable: true }
    return Object.defineProperty({ ...trend }, 'points', points) as Trend
  }),
).flat()
const history = { ...historyOf({ ...generated, benchmarks: 0 }), trends, events: generated.events(trends) }
const directory = mkdtempSync(join(tmpdir(), 'benchgate-bench-dashboard-'))
const writing: Writing = {
  history,
  facts: {
    by: '0.1.0',
    writtenAt: '2026-11-29T10:00:00.000Z',
    repository: null,
    url: null,
    limitsOf: () => ({ maxRegression: { warn: 0.025, fail: 0.05 }, max: null, min: null }),
  },
  page: join(import.meta.dirname, '../../dist/dashboard.html'),
  otherwise: 'name another place',
  signal: new AbortController().signal,
}
try {
  const place = join(directory, 'x')
  const { files, bytes } = await (form === '--single' ? writeSingle : writeSite)(place, writing)
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stdout.write(
    JSON.stringify({ files, bytes, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMib: maxRSS / 1024 }),
  )
} finally {
  rmSync(directory, { recursive: true })
}
