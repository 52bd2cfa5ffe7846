import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { configDigest } from '../config/digest.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { Repository } from '../git/repository.ts'
import { readEnvironment } from '../measure/environment.ts'
import type { Runtime } from '../gate/request.ts'
import type { Config, Target } from '../model/config.ts'
import { MOST_BLOCKS } from '../model/plan.ts'
import { MAX_METRIC_ID, MAX_UNIT } from '../model/metric.ts'

// The measurements of a search, kept in the git directory, so that an interrupted search can continue.

const SCHEMA = 1
/** A thousand measured commits take less. */
const MAX_BYTES = 8 * 1024 * 1024

const sha = z.string().regex(/^[0-9a-f]{40,64}$/)
const number = z.number()
const costs = z.array(number).min(1).max(16)
const blocks = z
  .array(z.strictObject({ base: costs, head: costs }).refine(({ base, head }) => base.length === head.length))
  .max(MOST_BLOCKS)
const change = z.strictObject({ log: number, low: number, high: number })

const state = z
  .strictObject({
    schema: z.literal(SCHEMA),
    question: z.string(),
    machine: z.string(),
    /** Milliseconds since 1970 when the first process of the search was started. */
    startedAt: number,
    /** Seconds that it has taken so far. */
    seconds: number,
    /** What is searched by; null before the ends are measured. */
    subject: z
      .strictObject({
        suite: z.string(),
        name: z.string(),
        occurrence: z.int().positive(),
        source: z.enum(['suite', 'command']),
        metric: z.strictObject({
          id: z.string().max(MAX_METRIC_ID),
          unit: z.string().max(MAX_UNIT),
          better: z.enum(['lower', 'higher']),
          exact: z.boolean(),
        }),
      })
      .nullable(),
    /** Of the good end against the bad end, in log costs. */
    ends: blocks,
    /** Of commits against the bad end, in the order in which they were measured. */
    commits: z.array(z.strictObject({ sha, blocks, seconds: number })),
    /** Of commits against their parents. */
    verified: z.array(
      z.strictObject({ sha, change: change.nullable(), detected: z.boolean(), stands: z.boolean() }),
    ),
    skipped: z.array(z.strictObject({ sha, reason: z.string() })),
  })
  // What is searched by was measured at both ends.
  .refine(({ subject, ends }) => subject === null || ends.length > 0)

export type State = z.infer<typeof state>

/** The question of a search. Another question has another state. */
export interface Question {
  good: string
  bad: string
  filter: Target | null
  metric: string | null
  /** The smallest change that is looked for, as a fraction. */
  least: number
  config: Config
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

function digestOf({ config, ...asked }: Question): string {
  const { suites, base, measure } = config
  return hashOf([asked, configDigest(config), suites, base.setup, measure.suitesFrom, measure.suiteFiles])
}

/** Names machine and Node: numbers are only compared with others that were measured on the same ones. */
function machineOf({ env, host, node }: Runtime): string {
  const { cpu, cores, os, image, node: version } = readEnvironment(env, host, node?.version)
  return hashOf([hostname(), cpu, cores, os, image, version])
}

export interface Kept {
  state: State
  /** Why nothing that was kept is used, although there was something; null: it is, or there was nothing. */
  unused: string | null
  save: () => Promise<void>
}

/** The state of a search as it was left, or a new one. A file that is none is like no file. */
export async function openState(
  { git, prefix }: Pick<Repository, 'git' | 'prefix'>,
  question: Question,
  runtime: Runtime,
  { restart }: { restart: boolean },
): Promise<Kept> {
  const digest = digestOf(question)
  const machine = machineOf(runtime)
  const place = join('benchgate', prefix, 'bisect', `${digest}.json`)
  const file = await git.text('rev-parse', '--path-format=absolute', '--git-path', place)
  const found = restart ? null : await readState(file)
  const isUsed = found !== null && found.question === digest && found.machine === machine
  const kept: State = isUsed
    ? found
    : {
        schema: SCHEMA,
        question: digest,
        machine,
        startedAt: runtime.clock().getTime(),
        seconds: 0,
        subject: null,
        ends: [],
        commits: [],
        verified: [],
        skipped: [],
      }
  return {
    state: kept,
    unused:
      found !== null && !isUsed ? 'the earlier measurements are of another machine or another Node' : null,
    save: () => keep(file, kept),
  }
}

async function readState(file: string): Promise<State | null> {
  try {
    if ((await stat(file)).size > MAX_BYTES) return null
    return state.safeParse(JSON.parse(await readFile(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Where the state cannot be written, the search goes on all the same, but cannot be continued later. */
async function keep(file: string, kept: State): Promise<void> {
  await replaceFile(file, JSON.stringify(kept), { otherwise: 'go without it' }).catch(() => {})
}
