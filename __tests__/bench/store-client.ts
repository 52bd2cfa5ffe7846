import { openStore } from '../../src/store/store.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { tokenSettings } from '../../src/git/variables.ts'
import { runAt } from './store-branch.ts'

// One job as `store.ts` starts it, in a process of its own: opens the store, reads or appends, and tells what that took.

const { remote, server, directory, work, index, limit } = JSON.parse(process.argv[2]!) as {
  remote: string
  server: string
  directory: string
  work: 'read' | 'append'
  /** Of the run to append. */
  index: number
  limit: number
}

const store = await openStore({
  remote,
  branch: 'benchgate',
  directory,
  settings: tokenSettings(server, process.env['BENCH_TOKEN']!),
  env: process.env,
  signal: new AbortController().signal,
  clock: () => new Date(),
  host: readHost({}),
  random: Math.random,
  commitByApi: null,
  onProgress: () => {},
})
const startedAt = performance.now()
let count = 0
if (work === 'read') count = (await store.read(limit)).runs.length
else count = (await store.append(runAt(index))).attempts
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - startedAt) / 1000,
    count,
    peakMib: process.resourceUsage().maxRSS / 1024,
  }),
)
