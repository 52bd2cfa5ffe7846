import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type ProcessEvent, type ProcessPlan, processEvent } from '../../src/measure/protocol.ts'

const root = resolve(import.meta.dirname, '../..')
export const fixtures = resolve(root, '__tests__/fixtures/worker')

/** Small windows: what the tests look at are events, counts and order, not precision. The limit is one that no machine needs. */
const PLAN: ProcessPlan = {
  mode: 'measure',
  warmups: {},
  warmupMs: 3,
  traceMs: 50,
  windowMs: 4,
  minSamples: 5,
  benchmarkLimitMs: 300_000,
  only: null,
  batches: {},
  individualCalls: {},
}

type Event<T extends ProcessEvent['type']> = Extract<ProcessEvent, { type: T }>

export interface Said {
  events: ProcessEvent[]
  of: <T extends ProcessEvent['type']>(type: T) => Event<T>[]
  /** Ids of the events of one type, in order. */
  ids: (type: 'registered' | 'start' | 'result' | 'error') => (string | null)[]
  code: number | null
  stdout: string
  stderr: string
}

/**
 * Starts the worker from its source with one suite, a name among the fixtures or an absolute path, and returns all that it
 * said; every event has passed the schema that the parent process checks it with.
 */
export async function measuringProcess(
  suite: string,
  plan: Partial<ProcessPlan> = {},
  nodeArgs: readonly string[] = [],
): Promise<Said> {
  const worker = join(root, 'src/worker.ts')
  const args = ['--expose-gc', ...nodeArgs, '--import', worker, resolve(fixtures, suite)]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, BENCHGATE_PLAN: '3' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const channel = child.stdio[3] as Duplex
  channel.end(JSON.stringify({ ...PLAN, ...plan }))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [lines, stdout, stderr] = await Promise.all(
    [channel, child.stdout!, child.stderr!].map((stream) => text(stream)),
  )
  const events = lines!
    .trim()
    .split('\n')
    .map((line) => processEvent.parse(JSON.parse(line)))
  const of = <T extends ProcessEvent['type']>(type: T) =>
    events.filter((event): event is Event<T> => event.type === type)
  return {
    events,
    of,
    ids: (type) => of(type).map((event) => event.id),
    code: await code,
    stdout: stdout!,
    stderr: stderr!,
  }
}
