import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GitHubStage, readWorkspace } from '../e2e/github-stage.ts'
import { chosen, printTable, sizeFrom } from './run-gate.ts'

/** The most that a time limit of 40 minutes takes with its confirm stage and what stands around both. */
const STEP_LIMIT_MS = 90 * 60_000

interface Shape {
  name: string
  suites: number
  /** In each suite. */
  benchmarks: number
  timeLimit: string
}

const SHAPES: Shape[] = [
  {
    name: 'many benchmarks',
    suites: sizeFrom('SUITES', 50),
    benchmarks: sizeFrom('BENCHMARKS', 40),
    timeLimit: '40 min',
  },
  { name: 'many suites', suites: sizeFrom('SUITES', 300), benchmarks: 1, timeLimit: '15 min' },
]

/** Every tenth benchmark takes twice the time on head. */
const lib = (factor: number) => `export function work(size) {
  let sum = 0
  for (let round = 0; round < (size % 10 === 0 ? ${factor} : 1); round++)
    for (let i = 0; i < 200 + size; i++) sum += Math.sqrt(i * sum + 1)
  return sum
}
`
const suite = (number: number, { benchmarks }: Shape) => `import { bench, group, run } from 'mitata'
import { work } from '../src/work.mjs'
group('part ${number}', () => {
  for (let i = 0; i < ${benchmarks}; i++) bench('work of size ' + (${number * benchmarks} + i), () => work(${number * benchmarks} + i))
})
await run()
`

/** Writes the largest resident set of the action, in KiB, when it ends; other processes inherit it and are left alone. */
const probe = (file: string) => `import { writeFileSync } from 'node:fs'
if (process.argv[1]?.endsWith('/dist/action.js'))
  process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))
`

/** Seconds, memory and the sizes of what is published for gates of many benchmarks and of many suites. */
export async function large(): Promise<void> {
  const rows = []
  for (const shape of chosen(SHAPES)) rows.push(await gateOf(shape))
  process.stdout.write(
    '## Large suites: one pull request through the action, every tenth benchmark twice as slow\n\n',
  )
  printTable(
    [
      'suites',
      'benchmarks',
      's',
      'action, MiB',
      'comment, bytes',
      'summary, bytes',
      'evidence, MB',
      'headline',
    ],
    rows,
  )
}

async function gateOf(shape: Shape): Promise<(string | number)[]> {
  const stage = await GitHubStage.start()
  const scratch = mkdtempSync(join(tmpdir(), 'benchgate-large-'))
  try {
    const suites = Array.from({ length: shape.suites }, (_, number) => number)
    const files = Object.fromEntries(
      suites.map((number) => [`bench/part-${number}.bench.mjs`, suite(number, shape)]),
    )
    const config = `version: 1\nsuites: ['bench/*.bench.mjs']\nmeasure: { time-limit: ${shape.timeLimit} }\n`
    stage.commit('main', { ...files, 'benchgate.yml': config, 'src/work.mjs': lib(1) }, 'Base')
    stage.commit('change', { 'src/work.mjs': lib(2) }, 'Slower')
    const peak = join(scratch, 'peak')
    writeFileSync(join(scratch, 'probe.mjs'), probe(peak))
    const startedAt = performance.now()
    const result = await stage.pullRequest(stage.propose(1, 'change'), {
      env: { NODE_OPTIONS: `--import ${join(scratch, 'probe.mjs')}` },
      timeLimitMs: STEP_LIMIT_MS,
    })
    const seconds = (performance.now() - startedAt) / 1000
    const comment = stage.api.comments.at(-1)?.body ?? ''
    return [
      shape.suites,
      shape.suites * shape.benchmarks,
      seconds.toFixed(0),
      (Number(readFileSync(peak, 'utf8')) / 1024).toFixed(0),
      Buffer.byteLength(comment),
      Buffer.byteLength(result.summary),
      (Buffer.byteLength(readWorkspace(result, 'benchgate-report.json')) / 1e6).toFixed(1),
      result.outputs['summary'] ?? result.log.slice(-300),
    ]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    await stage.stop()
  }
}
