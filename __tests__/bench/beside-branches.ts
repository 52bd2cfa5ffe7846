import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Run, runSchema } from '../../src/model/stored-run.ts'
import { createRandom } from '../../src/stats/random.ts'
import { FORMAT_FILE, runPath } from '../../src/store/paths.ts'
import { renderRun } from '../../src/store/run-file.ts'
import { GitHubStage, WRITER } from '../e2e/github-stage.ts'

// One repository in which both tools have recorded the same numbers of the same commits, as each would have.

export const TOOLS = ['ours', 'theirs'] as const
export type Tool = (typeof TOOLS)[number]
const BRANCH: Record<Tool, string> = { ours: 'benchgate', theirs: 'gh-pages' }

export interface Size {
  benchmarks: number
  results: number
}

const DATA_FILE = 'dev/bench/data.js'
const DATA_PREFIX = 'window.BENCHMARK_DATA = '
const HOUR_MS = 3600_000

interface Value {
  name: string
  value: number
  unit: string
}
interface Entry {
  commit: { id: string; message: string; timestamp: string; url: string }
  date: number
  benches: Value[]
}
interface Data {
  entries: Record<string, Entry[]>
}

/** What the tool of commit number `index` wrote, one number a benchmark, within 3 % of its usual one. */
function valuesAt(index: number, benchmarks: number): Value[] {
  const random = createRandom(`beside ${index}`).uniform
  return Array.from({ length: benchmarks }, (_, i) => ({
    name: `group ${i % 20}/benchmark number ${i}`,
    value: Number((1234.5 * (i + 1) * (0.97 + 0.06 * random())).toPrecision(8)),
    unit: 'ns',
  }))
}

export interface Repository {
  stage: GitHubStage
  size: Size
  /** Of main, oldest first: those that are recorded, then as many as were asked for that are not. */
  commits: string[]
  /** What each tool's branch is at while nothing more is recorded. */
  tips: Record<Tool, string>
}

export async function repositoryOf(theirs: string, size: Size, unrecorded: number): Promise<Repository> {
  const stage = await GitHubStage.start()
  stage.commit('main', { 'benchgate.yml': 'version: 1\n' }, 'First')
  const more = Array.from(
    { length: size.results + unrecorded - 1 },
    (_, i) =>
      `commit refs/heads/main\n${committer(i + 1)}data 8\nChange x\n${i === 0 ? `from ${head(stage)}\n` : ''}\n`,
  )
  fastImport(stage.developer.directory, more.join(''))
  stage.developer.git('push', '-q', stage.hosted.directory, 'main')
  const commits = stage.developer.git('rev-list', '--reverse', 'main').split('\n')
  stage.commit('change', { 'CHANGE.md': 'Change\n' }, 'Change')
  // Each tool writes the first result itself; the others follow in its form.
  stage.hosted.commit('gh-pages', null, [{ files: { 'README.md': 'Benchmarks\n' } }])
  const repository = { stage, size, commits, tips: { ours: '', theirs: '' } }
  for (const tool of TOOLS) await run(repository, tool, pushOf(repository, tool, 0, theirs))
  await fillOurs(repository)
  await fillTheirs(repository)
  for (const tool of TOOLS) repository.tips[tool] = stage.hosted.tip(BRANCH[tool])!
  // As hosts do now and then.
  stage.hosted.git('repack', '-a', '-d', '-q')
  return repository
}

const head = (stage: GitHubStage): string => stage.developer.git('rev-parse', 'main')
const committer = (i: number) => `committer A <a@example.invalid> ${1_700_000_000 + i} +0000\n`
const timeOf = (index: number) => Date.UTC(2026, 0, 1) + index * HOUR_MS

function fastImport(directory: string, input: string): void {
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: directory, input, stdio: 'pipe' })
}

type Job = Parameters<GitHubStage['run']>[0]

/** What both tools are told of a push: the inputs that their READMEs give, and a file of results that lies there. */
export function pushOf({ commits, size }: Repository, tool: Tool, index: number, theirs: string): Job {
  const id = commits[index]!
  const person = { name: 'Somebody', username: 'somebody', email: 'somebody@example.invalid' }
  const url = `https://github.com/octo/project/commit/${id}`
  const timestamp = new Date(timeOf(index)).toISOString()
  return {
    eventName: 'push',
    ref: 'refs/heads/main',
    sha: id,
    event: {
      ref: 'refs/heads/main',
      head_commit: { id, message: 'Change', timestamp, url, author: person, committer: person },
      repository: REPOSITORY,
    },
    ...stepOf(tool, theirs, { 'auto-push': 'true' }),
    before: (workspace) => writeResults(workspace, valuesAt(index, size.benchmarks)),
  }
}

/** The same for a pull request, whose results are compared and not stored. */
export function pullRequestOf({ stage, size, commits }: Repository, tool: Tool, theirs: string): Job {
  const pull = stage.propose(1, 'change')
  const sha = stage.hosted.git('rev-parse', 'refs/pull/1/merge')
  const repo = { ...REPOSITORY, updated_at: new Date().toISOString() }
  return {
    eventName: 'pull_request',
    ref: 'refs/pull/1/merge',
    sha,
    event: {
      action: 'synchronize',
      number: 1,
      pull_request: {
        ...pull,
        title: 'Change',
        html_url: 'https://github.com/octo/project/pull/1',
        draft: false,
        user: { login: 'somebody' },
        head: { sha: pull.head.sha, ref: pull.head.ref, user: { login: 'somebody' }, repo },
        base: { sha: pull.base.sha, ref: 'main', repo },
      },
      repository: REPOSITORY,
    },
    env: { GITHUB_BASE_REF: 'main', GITHUB_HEAD_REF: 'change' },
    ...stepOf(tool, theirs, {}),
    before: (workspace) => writeResults(workspace, valuesAt(commits.length, size.benchmarks)),
  }
}

const REPOSITORY = {
  default_branch: 'main',
  private: false,
  full_name: 'octo/project',
  html_url: 'https://github.com/octo/project',
}
const RESULTS = 'results.json'

const stepOf = (tool: Tool, theirs: string, more: Record<string, string>): Partial<Job> =>
  tool === 'ours'
    ? { inputs: { results: RESULTS } }
    : {
        action: theirs,
        inputs: {
          tool: 'customSmallerIsBetter',
          'output-file-path': RESULTS,
          'github-token': '${{ github.token }}',
          'fail-on-alert': 'true',
          'comment-on-alert': 'true',
          ...more,
        },
      }

const writeResults = (workspace: string, values: readonly Value[]): void =>
  writeFileSync(join(workspace, RESULTS), JSON.stringify(values))

/** Runs a job, and throws when its step fails. `started` is called once the checkout is there. */
export async function run(
  repository: Pick<Repository, 'stage'>,
  tool: Tool,
  job: Job,
  started: () => void = () => {},
): ReturnType<GitHubStage['run']> {
  const { stage } = repository
  const before = (workspace: string) => {
    job.before?.(workspace)
    // It fetches from and pushes to https://github.com, whatever the server is.
    const login = `x-access-token:${WRITER}@`
    const key = `url.${stage.serverUrl.replace('//', `//${login}`)}/.insteadOf`
    if (tool === 'theirs')
      execFileSync('git', ['config', key, `https://${login}github.com/`], { cwd: workspace })
    started()
  }
  return stage.run({ ...job, before })
}

async function fillOurs({ stage, size, commits }: Repository): Promise<void> {
  const { hosted } = stage
  const path = hosted.files('benchgate').find((path) => path.startsWith('runs/'))!
  const first = runSchema.parse(JSON.parse(hosted.git('show', `benchgate:${path}`)))
  hosted.setBranch('benchgate', null)
  await importCommits(stage, 'benchgate', size.results, null, (i) => {
    const run = runLike(first, commits, i, size.benchmarks)
    return [
      ...(i === 0 ? [[FORMAT_FILE.name, FORMAT_FILE.text] as const] : []),
      [runPath(run), renderRun(run)] as const,
    ]
  })
}

/** The run of another commit as that of the first was stored. */
function runLike(first: Run, commits: readonly string[], index: number, benchmarks: number): Run {
  const time = new Date(timeOf(index)).toISOString()
  const values = new Map(valuesAt(index, benchmarks).map(({ name, value }) => [name, value]))
  return {
    ...first,
    commit: { ...first.commit, sha: commits[index]!, parent: commits[index - 1] ?? null, time },
    run: { ...first.run, id: String(10_000 + index), recordedAt: time },
    benchmarks: first.benchmarks.map((benchmark) => ({
      ...benchmark,
      metrics: benchmark.metrics.map((metric) => ({ ...metric, values: [values.get(benchmark.id)!] })),
    })),
  }
}

async function fillTheirs({ stage, size, commits }: Repository): Promise<void> {
  const first = dataOf(stage).entries['Benchmark']![0]!
  const written = stage.hosted.git('show', `gh-pages:${DATA_FILE}`)
  const start = JSON.stringify(first, null, 2).replaceAll('\n', '\n      ')
  const at = written.indexOf(start)
  if (at === -1) throw new Error('its data.js has another form: look at it again')
  const [opening, closing] = [written.slice(0, at), written.slice(at + start.length)]
  let entries = start
  const tip = stage.hosted.tip('gh-pages')!
  await importCommits(stage, 'gh-pages', size.results - 1, tip, (i) => {
    const index = i + 1
    const commit = {
      ...first.commit,
      id: commits[index]!,
      timestamp: new Date(timeOf(index)).toISOString(),
      url: `https://github.com/octo/project/commit/${commits[index]}`,
    }
    const entry = { ...first, commit, date: timeOf(index), benches: valuesAt(index, size.benchmarks) }
    entries += `,\n      ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n      ')}`
    return [[DATA_FILE, opening + entries + closing] as const]
  })
}

/** Puts commits onto a branch of the host, each with some files. */
async function importCommits(
  stage: GitHubStage,
  branch: string,
  count: number,
  parent: string | null,
  filesOf: (index: number) => (readonly [path: string, text: string])[],
): Promise<void> {
  const importer = spawn('git', ['fast-import', '--quiet'], {
    cwd: stage.hosted.directory,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const closed = once(importer, 'close')
  for (let i = 0; i < count; i++) {
    const from = i === 0 && parent !== null ? `from ${parent}\n` : ''
    const files = filesOf(i).map(
      ([path, text]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
    )
    const text = `commit refs/heads/${branch}\n${committer(i)}data 3\nrun\n${from}${files.join('')}\n`
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain')
  }
  importer.stdin.end()
  const [code] = (await closed) as [number]
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}

function dataOf(stage: GitHubStage): Data {
  const text = stage.hosted.git('show', `gh-pages:${DATA_FILE}`)
  return JSON.parse(text.slice(DATA_PREFIX.length)) as Data
}

/** The commits that a tool's branch has results of. */
export function recorded({ stage, commits }: Repository, tool: Tool): Set<string> {
  if (tool === 'theirs') return new Set(dataOf(stage).entries['Benchmark']!.map(({ commit }) => commit.id))
  const files = stage.hosted.files(BRANCH.ours)
  return new Set(commits.filter((id) => files.some((path) => path.includes(id.slice(0, 12)))))
}

/** Takes back what was recorded since the branches were filled. */
export function reset({ stage, tips }: Repository, tool: Tool): void {
  stage.hosted.setBranch(BRANCH[tool], tips[tool])
}

/** The commit that the built action in a folder is of, for the heading; throws when it is not built. */
export function versionOf(theirs: string): string {
  const { name } = JSON.parse(readFileSync(join(theirs, 'package.json'), 'utf8')) as { name: string }
  if (name !== 'github-action-benchmark') throw new Error(`${theirs} is not github-action-benchmark`)
  readFileSync(join(theirs, 'dist/src/index.js'))
  return execFileSync('git', ['describe', '--tags', '--always'], { cwd: theirs, encoding: 'utf8' }).trim()
}
