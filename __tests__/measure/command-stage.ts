import { idOf } from '../keys.ts'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { childEnvironments } from '../../src/checkout/child-environment.ts'
import { readHost } from '../../src/github/runner-host.ts'
import { readResults } from '../../src/gate/read-results.ts'
import { type CommandSessionOptions, CommandSession } from '../../src/measure/command-session.ts'
import { pairCommands } from '../../src/measure/commands.ts'
import { FailureCounts } from '../../src/measure/failure-counts.ts'
import { Catalog } from '../../src/measure/catalog.ts'
import { type Session, UNWATCHED } from '../../src/measure/session.ts'
import type { CommandConfig } from '../../src/model/config.ts'
import type { MeasuredBlock } from '../../src/model/sample.ts'
import type { SideName } from '../../src/model/side.ts'
import { Mark } from '../../src/process/mark.ts'
import { createRandom } from '../../src/stats/random.ts'
import { LONG_MS } from '../checkout/sandbox.ts'

export const command = (run: string, more: Partial<CommandConfig> = {}): CommandConfig => ({
  run,
  format: null,
  output: null,
  setup: null,
  workingDirectory: null,
  namePrefix: '',
  ...more,
})

/** What a tool prints that knows one number a benchmark: by name, a time in ns or a value with its unit. */
export const results = (values: Record<string, number | [value: number, unit: string]>): string =>
  JSON.stringify(
    Object.entries(values).map(([name, given]) => {
      const [value, unit] = Array.isArray(given) ? given : [given, 'ns']
      return { name, value, unit }
    }),
  )

type Given = Partial<Omit<CommandSessionOptions, 'commands' | 'environments'>> & {
  env?: NodeJS.ProcessEnv
  base?: readonly CommandConfig[]
  head?: readonly CommandConfig[]
  metrics?: ConstructorParameters<typeof Catalog>[0]
}

/** Two checkouts in a temporary directory, and what measures commands in them. */
export class CommandStage {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'benchgate command-')))

  constructor() {
    for (const side of ['base', 'head']) mkdirSync(join(this.root, side))
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true, maxRetries: 5 }))
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts)
  }

  /** Files of one side, or of both. */
  write(side: SideName | 'both', files: Record<string, string>): this {
    for (const one of side === 'both' ? ['base', 'head'] : [side]) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(this.path(one, name)), { recursive: true })
        writeFileSync(this.path(one, name), content)
      }
    }
    return this
  }

  /** `commands` runs the same on both sides. */
  session(
    commands: readonly CommandConfig[],
    { base, head, metrics, env = { PATH: process.env['PATH'] }, ...given }: Given = {},
  ) {
    const catalog = new Catalog(metrics ?? {})
    const counts = new FailureCounts()
    const pairs = pairCommands(base ?? commands, head ?? commands)
    const session: Session = new CommandSession({
      commands: pairs,
      sides: { base: { directory: this.path('base') }, head: { directory: this.path('head') } },
      catalog,
      counts,
      readResults,
      environments: childEnvironments(env, readHost(env).isOwnVariable),
      mark: new Mark(env),
      random: createRandom('commands').uniform,
      deadline: performance.now() + LONG_MS,
      executionLimitMs: LONG_MS,
      mayRemove: true,
      watch: UNWATCHED,
      onProgress: () => {},
      signal: new AbortController().signal,
      ...given,
    })
    return { session, catalog, counts, suite: pairs[0]!.suite, suites: pairs.map(({ suite }) => suite) }
  }
}

/** One block of these benchmarks on both sides. */
export async function blockOf(session: Session, suite: string, names: readonly string[], onBase = names) {
  const base = onBase.map((name) => idOf(name, suite))
  const head = names.map((name) => idOf(name, suite))
  const options = { onFraction: () => {}, deadline: Infinity }
  const { blocks, failure } = await session.measureBlock(suite, { base, head }, { base, head }, options)
  return { blocks: byName(blocks), failure }
}

/** What is known by id, by name: the benchmarks of a stage have one suite, or other names. */
export const byName = <Value>(values: ReadonlyMap<string, Value>): Map<string, Value> =>
  new Map([...values].map(([id, value]) => [id.slice(id.lastIndexOf(' › ') + 3), value]))

/** A metric of a block's processes. */
export const valuesIn = (block: MeasuredBlock | undefined, side: SideName, metric = 'time') =>
  block?.[side].map(({ values }) => values?.[metric])
