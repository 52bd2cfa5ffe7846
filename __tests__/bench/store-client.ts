import { retention } from '../../src/history/retention.ts'
import { openStore } from '../../src/store/store.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { tokenSettings } from '../../src/git/variables.ts'
import { runAt } from './store-branch.ts'

// One job as `store.ts` starts it, in a process of its own: opens the store, does one thing, and tells what that took.

const { remote, server, directory, work, index, limit } = JSON.parse(process.argv[2]!) as {
  remote: string
  server: string
  directory: string
  work: 'read' | 'append' | 'scan' | 'prune'
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
switch (work) {
  case 'read':
    count = (await store.read(limit)).runs.length
    break
  case 'append':
    count = (await store.append(runAt(index))).attempts
    break
  case 'scan':
    await store.scan({ limit }, () => void count++)
    break
  case 'prune': {
    const keptBefore = await store.keptByPrunes()
    const { add, finish } = retention({ keep: limit, releases: new Map(), keptBefore, now: new Date() })
    await store.scan({ limit: Infinity }, add)
    const { remove, around } = finish()
    count = (await store.remove(remove, around)).removed.length
  }
}
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - startedAt) / 1000,
    count,
    peakMib: process.resourceUsage().maxRSS / 1024,
  }),
)
