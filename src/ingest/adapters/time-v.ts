import type { IngestedMetric } from '../../model/result-file.ts'
import { adapter } from '../adapter.ts'
import { entryOf } from '../forms/entry.ts'
import { linesOf } from '../forms/lines.ts'
import { MEMORY, type Metric, ofProcesses, time } from '../forms/metrics.ts'
import { decimal } from '../forms/numbers.ts'

const NS_PER_S = 1e9
const BYTES_PER_KBYTE = 1024
const COMMAND = 'Command being timed: '
const USER = 'User time (seconds)'
const SYSTEM = 'System time (seconds)'
const ELAPSED = 'Elapsed (wall clock) time (h:mm:ss or m:ss)'
const MEMORY_LABEL = 'Maximum resident set size (kbytes)'
const SIGNAL = 'Command terminated by signal '

/** One command's report; a label that it lacks is not in `fields`. */
interface Run {
  fields: Map<string, string>
  signal: string | null
}

/** Reads reports of GNU `time -v`; those of one command are processes of one benchmark. */
export const timeV = adapter({
  name: 'time-v',
  title: 'GNU time: /usr/bin/time -v, its standard error',
  tool: 'time -v',
  empty: `no line begins with "${COMMAND.trim()}", as those of GNU time -v do`,

  recognises: ({ text }) => text.includes(COMMAND),

  read(input, results) {
    for (const [name, runs] of runsOf(input.text)) {
      const failure = runs.map(failureOf).find((failure) => failure !== null)
      const odd = runs.flatMap(unreadableIn)[0]
      if (failure !== undefined) results.add({ name, status: 'failed', message: failure })
      else if (odd !== undefined) results.add(results.unreadable({ name }, odd))
      else
        results.add({
          name,
          metrics: metricsOf(runs),
          primary: 'time',
          message: 'its report has no elapsed time',
        })
    }
  },
})

function runsOf(text: string): Map<string, Run[]> {
  const commands = new Map<string, Run[]>()
  let current: Run | null = null
  let signal: string | null = null
  for (const line of linesOf(text)) {
    const trimmed = line.trim()
    if (trimmed.startsWith(SIGNAL)) {
      // It stands above the report, whose exit status is then 0.
      signal = trimmed.slice(SIGNAL.length)
    } else if (trimmed.startsWith(COMMAND)) {
      const command = trimmed.slice(COMMAND.length).replace(/^"|"$/g, '')
      current = { fields: new Map(), signal }
      signal = null
      entryOf(commands, command, (): Run[] => []).push(current)
    } else if (current !== null) {
      // Labels hold colons themselves: "Elapsed (wall clock) time (h:mm:ss or m:ss): 0:00.51".
      const colon = trimmed.lastIndexOf(': ')
      if (colon !== -1) current.fields.set(trimmed.slice(0, colon), trimmed.slice(colon + 2))
    }
  }
  return commands
}

function metricsOf(runs: readonly Run[]): IngestedMetric[] {
  const of = (metric: Metric, valueOf: (run: Run) => number | null) => ofProcesses(metric, runs.map(valueOf))
  return [
    of(time(NS_PER_S), elapsedSeconds),
    of({ ...time(NS_PER_S), id: 'cpu-time' }, cpuSeconds),
    of({ ...MEMORY, factor: BYTES_PER_KBYTE }, (run) => field(run, MEMORY_LABEL)),
  ]
}

function failureOf({ fields, signal }: Run): string | null {
  const status = fields.get('Exit status')
  if (signal !== null) return `it was ended by signal ${signal}`
  return status === undefined || status === '0' ? null : `its exit status was ${status}`
}

/** What is written in the place of a number and is none. */
function unreadableIn(run: Run): string[] {
  const odd = [USER, SYSTEM, MEMORY_LABEL].filter(
    (label) => run.fields.has(label) && field(run, label) === null,
  )
  const labels = run.fields.has(ELAPSED) && elapsedSeconds(run) === null ? [ELAPSED, ...odd] : odd
  return labels.map((label) => run.fields.get(label)!)
}

const field = ({ fields }: Run, label: string): number | null => decimal(fields.get(label))

function cpuSeconds(run: Run): number | null {
  const [user, system] = [field(run, USER), field(run, SYSTEM)]
  return user === null || system === null ? null : user + system
}

function elapsedSeconds({ fields }: Run): number | null {
  const text = fields.get(ELAPSED) ?? ''
  const match = /^(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text)
  if (match === null) return null
  const [, hours = '0', minutes, seconds] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
