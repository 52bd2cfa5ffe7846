import { spawnSync } from 'node:child_process'

const TIME_LIMIT_MS = 60_000

/**
 * Times one of the functions that cases.mjs exports as `cases`, in a process of its own with nothing of Benchgate or mitata in it:
 * warm-up, then batches of about half a millisecond, whose 10th percentile it prints in ns a call.
 */
export const PLAIN_LOOP = `import { cases } from './cases.mjs'

const once = cases[process.argv[2]]
let kept
const inTurn = (n, once) => {
  const start = performance.now()
  for (let i = 0; i < n; i++) kept = once()
  return (performance.now() - start) / n
}
const awaited = async (n, once) => {
  const start = performance.now()
  for (let i = 0; i < n; i++) kept = await once()
  return (performance.now() - start) / n
}
const loop = typeof once()?.then === 'function' ? awaited : inTurn
// A loop that has called several functions inlines none of them: inlined, some settle in either of two speeds.
for (const other of [() => 0, () => 1, () => 2]) await loop(1000, other)
const time = (n) => loop(n, once)

let call = Infinity
const warm = performance.now() + 150
for (let n = 1; performance.now() < warm; n = Math.min(2 * n, Math.ceil(0.5 / call))) call = await time(n)
const n = Math.max(1, Math.round(0.5 / call))
const times = []
const end = performance.now() + 350
while (performance.now() < end) times.push(await time(n))
times.sort((a, b) => a - b)
globalThis.kept = kept
console.log(times[Math.floor(times.length / 10)] * 1e6)
`

/**
 * Log ratios, head by base, of the time of each case in two directories that hold \`plain-loop.mjs\`: of as many pairs of processes
 * as asked for, the sides taking turns in going first.
 */
export function timeInTurns(
  directories: { base: string; head: string },
  cases: readonly string[],
  processes: number,
): Map<string, number[]> {
  const timeOf = (side: keyof typeof directories, name: string) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['plain-loop.mjs', name], {
      cwd: directories[side],
      encoding: 'utf8',
      timeout: TIME_LIMIT_MS,
    })
    if (!(Number(stdout) > 0)) throw new Error(`the plain loop failed for ${name} of ${side}:\n${stderr}`)
    return Math.log(Number(stdout))
  }
  const ratios = new Map(cases.map((name) => [name, [] as number[]]))
  for (let i = 0; i < processes; i++) {
    for (const [name, own] of ratios) {
      if (i % 2 === 0) {
        const base = timeOf('base', name)
        own.push(timeOf('head', name) - base)
      } else {
        own.push(timeOf('head', name) - timeOf('base', name))
      }
    }
    process.stderr.write(`plain loop ${i + 1}/${processes}\n`)
  }
  return ratios
}
