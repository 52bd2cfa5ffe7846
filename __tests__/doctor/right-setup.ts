import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Runtime } from '../../src/gate/request.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { ownNode } from '../../src/measure/node-on-path.ts'

const CHECKOUT = 'actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1'
const SETUP_NODE = 'actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903 # v6.0.0'
const UPLOAD = 'actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0'
const BENCHGATE = `octo/benchgate@${'b'.repeat(40)}`

const HEAD = `name: Benchgate
on:
  pull_request:
  merge_group:
  push:
    branches: [main]
permissions: {}
jobs:`

const STEPS = `    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 24
      - run: npm ci
      - uses: ${BENCHGATE}`

export const GATE = '.github/workflows/benchgate.yml'
export const REPORT = '.github/workflows/benchgate-report.yml'
export const CONFIG = '.github/benchgate.yml'

/** Workflows as the documentation has them: for branches alone, and for forks. */
export const BRANCHES: Readonly<Record<string, string>> = {
  [GATE]: `${HEAD}
  benchgate:
    runs-on: ubuntu-24.04
    timeout-minutes: 45
    permissions:
      contents: write
      pull-requests: write
      checks: write
${STEPS}
`,
}

export const FORKS: Readonly<Record<string, string>> = {
  [GATE]: `${HEAD}
  gate:
    if: github.event_name != 'push'
    runs-on: ubuntu-24.04
    timeout-minutes: 45
    permissions:
      contents: read
${STEPS}
        with:
          comment: never
      - if: always()
        uses: ${UPLOAD}
        with:
          name: benchgate-report
          path: benchgate-report.json
          if-no-files-found: ignore
  record:
    if: github.event_name == 'push'
    runs-on: ubuntu-24.04
    timeout-minutes: 45
    permissions:
      contents: write
${STEPS}
`,
  [REPORT]: `name: Benchgate report
on:
  workflow_run:
    workflows: [Benchgate]
    types: [completed]
permissions: {}
jobs:
  report:
    if: github.event.workflow_run.event == 'pull_request'
    concurrency:
      group: benchgate-report-\${{ github.event.workflow_run.head_branch }}
      cancel-in-progress: false
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      actions: read
      checks: write
      contents: read
      pull-requests: write
    steps:
      - uses: ${BENCHGATE}
`,
}

export const READ_ONLY: Readonly<Record<string, string>> = {
  [GATE]: `name: Benchgate
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  benchgate:
    runs-on: ubuntu-24.04
    timeout-minutes: 45
${STEPS}
        with:
          comment: never
`,
}

const PROJECT = {
  'package.json': '{ "name": "corner-shop", "type": "module", "private": true }\n',
  'benchmarks/orders.bench.js': `import { bench, run } from 'mitata'
bench('orders/total', () => [1, 2, 3].reduce((sum, price) => sum + price, 0))
bench('orders/find', () => ['a', 'b'].indexOf('b'))
await run()
`,
  [CONFIG]: `version: 1
suites: ['benchmarks/**/*.bench.js']
measure:
  time-limit: 10 min
budgets:
  - { match: 'orders/*', metric: time, max-regression: 5% }
`,
}

/** A project with its workflows, two commits on main and one on a branch, and a bare repository as its origin. */
export class Setup {
  readonly directory: string
  readonly project: string

  constructor(workflows: Readonly<Record<string, string>>, { isShared = false } = {}) {
    this.directory = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate-doctor-')))
    if (!isShared) onTestFinished(() => this.remove())
    this.project = join(this.directory, 'project')
    const origin = join(this.directory, 'origin.git')
    mkdirSync(this.project)
    mkdirSync(join(this.directory, 'temp'))
    this.write({ ...PROJECT, ...workflows })
    this.git('init', '-q', '-b', 'main', '--template=')
    this.commit()
    this.git('clone', '-q', '--bare', '--template=', this.project, origin)
    this.write({
      '.git/config': `[remote "origin"]\n\turl = ${origin}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`,
      '.git/refs/remotes/origin/main': `${this.git('rev-parse', 'HEAD')}\n`,
      'orders.js': 'export const orders = []\n',
    })
    this.git('switch', '-q', '-c', 'faster')
    this.commit()
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 })
  }

  get env(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: this.directory,
      TMPDIR: join(this.directory, 'temp'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.invalid',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.invalid',
    }
  }

  runtime(more: NodeJS.ProcessEnv = {}): Runtime {
    const env = { ...this.env, ...more }
    return {
      node: ownNode,
      workerFile: new URL('../../src/worker.ts', import.meta.url).href,
      env,
      host: readHost(env),
      clock: () => new Date('2026-11-28T12:00:00Z'),
      signal: new AbortController().signal,
      onProgress: () => {},
    }
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.project, env: this.env, encoding: 'utf8' }).trim()
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.project, path)), { recursive: true })
      writeFileSync(join(this.project, path), text)
    }
  }

  /** Replaces a text that has to be there, once. */
  edit(path: string, before: string, after: string): void {
    const text = readFileSync(join(this.project, path), 'utf8')
    const at = text.indexOf(before)
    if (at < 0) throw new Error(`${path} does not hold ${before}`)
    writeFileSync(join(this.project, path), `${text.slice(0, at)}${after}${text.slice(at + before.length)}`)
  }

  /** Gives suites the packages of this repository. */
  installMitata(): void {
    const from = join(import.meta.dirname, '../../node_modules/mitata')
    cpSync(from, join(this.project, 'node_modules/mitata'), { recursive: true })
    this.write({ '.gitignore': 'node_modules/\n' })
  }

  commit(): string {
    this.git('add', '-A')
    this.git('commit', '-q', '-m', 'change')
    return this.git('rev-parse', 'HEAD')
  }
}
