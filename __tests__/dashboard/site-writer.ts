import { writeSite } from '../../src/dashboard/write-dashboard.ts'
import { generate, writingOf } from './generate.ts'

// Writes a dashboard into a folder, again and again, as a process of its own. With `stuck` it never gets beyond its last
// benchmark, and says when it is there.

const { site, page, benchmarks, commits, times, stuck } = JSON.parse(process.argv[2]!) as {
  site: string
  page: string
  benchmarks: number
  commits: number
  times: number
  stuck: boolean
}

const writing = writingOf(generate({ benchmarks, commits }), page)
if (stuck) {
  Object.defineProperty(writing.history.trends.at(-1)!, 'points', {
    get() {
      process.stdout.write('stuck\n')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
  })
}
for (let i = 0; i < times; i++) await writeSite(site, writing)
