import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeSingle, writeSite } from '../../src/dashboard/write-dashboard.ts'
import { generate, writingOf } from '../dashboard/generate.ts'

// Writes one dashboard of a history that is made of nothing, in a process of its own as `dashboard.ts` starts it, and
// tells what that took.

const { benchmarks, commits, form } = JSON.parse(process.argv[2]!) as {
  benchmarks: number
  commits: number
  form: '--single' | '--out'
}

const directory = mkdtempSync(join(tmpdir(), 'benchgate-bench-dashboard-'))
const page = join(import.meta.dirname, '../../dist/dashboard.html')
const writing = writingOf(generate({ benchmarks, commits }), page)
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
