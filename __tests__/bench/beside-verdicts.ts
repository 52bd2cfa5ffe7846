import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Report } from '../../src/model/assessment.ts'
import { createRandom } from '../../src/stats/random.ts'
import { runStep } from '../e2e/doubles/runner.ts'
import { ScratchRepository } from '../scratch-repository.ts'
import { isFlagged, printTable, runGate, sizeFrom } from './run-gate.ts'
import { withTwoCommits } from './two-commits.ts'
import { CONFIG_FILE, factorsFile, KINDS, SLOWED, slowerFactors, SUITE_FILE, WORK_FILE } from './workload.ts'

const LEVELS = [1, 1.05, 1.1, 1.5]
/** Comparisons of result files a level, and gates of unchanged commits. */
const COMPARED = sizeFrom('COMPARED', 50)
/** Gates a level of planted work. */
const RUNS = sizeFrom('RUNS', 5)
/** Of a workflow that runs its benchmarks several times. */
const FILES = 8
const THRESHOLDS = ['200%', '110%']
const PROCESS_LIMIT_MS = 120_000

/** As people time their functions by hand: one process, a warm-up, and the mean of what follows, in the format that both tools read. */
const HARNESS = `import { work } from './work.mjs'

const results = []
for (const [name, once] of Object.entries(work)) {
  let kept
  const during = async (ms) => {
    const start = performance.now()
    let calls = 0
    let now = start
    do {
      for (let i = 0; i < 20; i++) kept = name === 'promises' ? await once() : once()
      calls += 20
      now = performance.now()
    } while (now - start < ms)
    return ((now - start) / calls) * 1e6
  }
  await during(50)
  results.push({ name, value: await during(200), unit: 'ns' })
  globalThis.kept = kept
}
console.log(JSON.stringify(results))
`

interface Value {
  name: string
  value: number
  unit: string
}
/** What each round's process wrote, by level. */
type Measured = ReadonlyMap<number, readonly Value[][]>
/** The benchmarks that a tool calls slower or, where it does, faster. */
type Rule = (base: readonly Value[][], head: readonly Value[][]) => Promise<readonly string[]>

interface Answers {
  rule: string
  /** By level, one list of names a comparison. */
  flagged: Map<number, (readonly string[])[]>
}

/** What is said of real processes that do 5, 10 and 50 % more of half of their work, and of those that do not. */
export async function verdicts(theirs: string): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-beside-'))
  try {
    const measured = await measure()
    const answers: Answers[] = []
    for (const threshold of THRESHOLDS)
      answers.push(
        await compare(
          `github-action-benchmark, 1 number against the last, ${threshold}`,
          measured,
          1,
          (base, head) => theirAlerts({ theirs, directory, threshold }, base[0]!, head[0]!),
        ),
      )
    for (const files of [1, FILES])
      answers.push(
        await compare(`Benchgate, result files, ${files} a side`, measured, files, (base, head) =>
          ourFindings(directory, base, head),
        ),
      )
    answers.push(gates())
    print(answers)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** In each round a process of each level, in random order, so that whatever else the machine does meets all of them. */
async function measure(): Promise<Measured> {
  const random = createRandom('beside')
  const repositories = LEVELS.map((level) => {
    const repository = new ScratchRepository()
    repository.write({
      'work.mjs': WORK_FILE,
      'harness.mjs': HARNESS,
      'factors.mjs': factorsFile(slowerFactors(level)),
    })
    return { level, repository, values: [] as Value[][] }
  })
  try {
    const rounds = COMPARED + 2 * FILES - 1
    for (let round = 1; round <= rounds; round++) {
      for (const { repository, values } of random.shuffle(repositories)) {
        const { stdout } = await promisify(execFile)(process.execPath, ['harness.mjs'], {
          cwd: repository.directory,
          timeout: PROCESS_LIMIT_MS,
        })
        values.push(JSON.parse(stdout) as Value[])
      }
      process.stderr.write(`beside: processes ${round}/${rounds}\n`)
    }
    return new Map(repositories.map(({ level, values }) => [level, values]))
  } finally {
    for (const { repository } of repositories) repository.remove()
  }
}

/** A rule on the stored results of some rounds and those of the rounds that follow, which do more work. */
async function compare(rule: string, measured: Measured, files: number, says: Rule): Promise<Answers> {
  const flagged: Answers['flagged'] = new Map()
  for (const level of LEVELS) {
    const all: (readonly string[])[] = []
    for (let i = 0; i < COMPARED; i++) {
      const base = measured.get(1)!.slice(i, i + files)
      const head = measured.get(level)!.slice(i + files, i + 2 * files)
      all.push(await says(base, head))
    }
    flagged.set(level, all)
    process.stderr.write(`${rule}, ${level}: ${all.flat().length} flagged\n`)
  }
  return { rule, flagged }
}

/** The whole action, which keeps its data in a file here. */
async function theirAlerts(
  { theirs, directory, threshold }: { theirs: string; directory: string; threshold: string },
  base: readonly Value[],
  head: readonly Value[],
): Promise<string[]> {
  const commit = (id: string) => ({ id, message: 'x', timestamp: '', url: '', author: {}, committer: {} })
  const entry = { commit: commit('a'.repeat(40)), date: 0, tool: 'customSmallerIsBetter', benches: base }
  const data = { lastUpdate: 0, repoUrl: '', entries: { Benchmark: [entry] } }
  writeFileSync(join(directory, 'data.json'), JSON.stringify(data))
  writeFileSync(join(directory, 'results.json'), JSON.stringify(head))
  const step = await runStep({
    action: theirs,
    workspace: directory,
    token: '',
    eventName: 'push',
    event: { head_commit: commit('b'.repeat(40)), repository: { full_name: 'o/r' } },
    inputs: {
      tool: 'customSmallerIsBetter',
      'output-file-path': 'results.json',
      'external-data-json-path': 'data.json',
      'fail-on-alert': 'true',
      'alert-threshold': threshold,
    },
    env: { GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'b'.repeat(40), GITHUB_REF: 'refs/heads/main' },
  })
  const told = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)
  const names = [...told.join('\n').matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]!)
  if ((step.outcome === 'failure') !== names.length > 0)
    throw new Error(`it failed and named nothing:\n${step.log}\n${told.join('\n')}`)
  return names
}

const worse = (rows: Report['rows']): string[] =>
  rows
    .filter(isFlagged)
    .map(({ benchmark, verdict }) => (verdict === 'regression' ? benchmark : `-${benchmark}`))

async function ourFindings(
  directory: string,
  base: readonly Value[][],
  head: readonly Value[][],
): Promise<string[]> {
  const files = { base, head }
  const args = (['base', 'head'] as const).flatMap((side) =>
    files[side].flatMap((values, i) => {
      const file = `${side}-${i}.json`
      writeFileSync(join(directory, file), JSON.stringify(values))
      return [`--${side}-results`, file]
    }),
  )
  return worse(runGate(directory, ['compare', ...args]).rows)
}

/** Gates on commits, which start processes of their own. */
function gates(): Answers {
  const flagged: Answers['flagged'] = new Map()
  for (const level of LEVELS) {
    withTwoCommits(
      (repository) =>
        repository.write({
          'work.mjs': WORK_FILE,
          'suite.bench.mjs': SUITE_FILE,
          'benchgate.yml': CONFIG_FILE,
          'factors.mjs': factorsFile({}),
        }),
      (repository) => repository.write({ 'factors.mjs': factorsFile(slowerFactors(level)), x: `${level}` }),
      ({ repository }) => {
        const runs = level === 1 ? COMPARED : RUNS
        const all = Array.from({ length: runs }, (_, run) => {
          const args = ['compare', 'main', 'change', '--seed', `beside-${level}-${run}`]
          const { rows, summary } = runGate(repository.directory, args)
          process.stderr.write(`gate ${level} ${run + 1}/${runs}: ${JSON.stringify(summary.verdicts)}\n`)
          return worse(rows)
        })
        flagged.set(level, all)
      },
    )
  }
  return { rule: 'Benchgate, the gate on processes of its own', flagged }
}

function print(answers: readonly Answers[]): void {
  process.stdout.write(
    `## ${KINDS.length} benchmarks, of which ${SLOWED.length} do more work: runs, rows found, and rows wrongly flagged\n\n`,
  )
  const isSlowed = (name: string) => (SLOWED as readonly string[]).includes(name)
  printTable(
    [
      'rule',
      'unchanged: runs with a false alarm',
      ...LEVELS.slice(1).map((level) => `+${Math.round(100 * (level - 1))} %: found; wrongly flagged of all`),
    ],
    answers.map(({ rule, flagged }) => {
      const unchanged = flagged.get(1)!
      const slower = unchanged.filter((names) => names.some((name) => !name.startsWith('-'))).length
      const faster = unchanged.filter((names) => names.some((name) => name.startsWith('-'))).length
      return [
        rule,
        `${slower} of ${unchanged.length}${faster > 0 ? ` (${faster} called faster)` : ''}`,
        ...LEVELS.slice(1).map((level) => {
          const all = flagged.get(level)!
          const found = all.flat().filter(isSlowed).length
          // Of the others as slower, and of all as faster.
          const wrong = all.flat().length - found
          return `${found} of ${all.length * SLOWED.length}; ${wrong} of ${all.length * KINDS.length}`
        }),
      ]
    }),
  )
}
