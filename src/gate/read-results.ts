import { quoted } from '../config/config-error.ts'
import { checkGlob } from '../config/glob.ts'
import { ingest } from '../ingest/ingest.ts'
import { leftoversAmong } from '../ingest/forms/leftovers.ts'
import { isGlob, matchingPaths, readInput } from '../ingest/read-input.ts'
import { UserError } from '../errors.ts'
import { conditionsOf } from '../model/conditions.ts'
import type { ReadResults, ToolBenchmark } from '../measure/command-execution.ts'
import type { MeasuredValue } from '../model/metric.ts'
import { MAX_RESULT_FILES } from '../model/evidence.ts'
import type { IngestedBenchmark, IngestedMetric, MetricData, ResultFile } from '../model/result-file.ts'
import { isTimed, unitOf } from '../model/unit.ts'
import { quantile } from '../stats/quantile.ts'

/** Values from which on a median says something that the low quantile does not. */
const MIN_FOR_MEDIAN = 3

/**
 * Reads what a tool left after one execution, with one value a metric: an execution is one process of a
 * block.
 */
export const readResults: ReadResults = async (from, format) => {
  const raw =
    'path' in from ? await readShown(from) : { path: 'standard output', bytes: from.text, files: null }
  const file = ingest(raw, format)
  return {
    benchmarks: file.benchmarks.filter(({ status }) => status !== 'skipped').map(toolBenchmark),
    warnings: file.warnings,
    conditions: conditionsOf([file]),
  }
}

/** Reads a file or folder. `shown` is the name by which people know it. */
async function readShown({ path, shown, project }: { path: string; shown: string; project: string | null }) {
  try {
    return { ...(await readInput(path, { project })), path: shown }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(error.code, error.message.replaceAll(path, shown), error.remedy, {
      cause: error,
      topic: error.topic,
    })
  }
}

/** A result file and the name by which people know it. */
export interface NamedResults {
  name: string
  file: ResultFile
}

/**
 * The results at these paths or matching these globs, each file or folder by itself, in the order given and
 * by name within a glob. They must lie in `project`, to which the paths are relative; null: a person named
 * them, relative to where they are. Throws a UserError where one cannot be read, a pattern matches nothing,
 * or there are too many.
 */
export async function readResultFiles(
  patterns: readonly string[],
  format: string | null,
  project: string | null = null,
): Promise<NamedResults[]> {
  const paths = new Map<string, string>()
  for (const pattern of patterns) {
    refuseUnfit(pattern)
    for (const { path, shown } of await matchingPaths(pattern, project, MAX_RESULT_FILES))
      paths.set(path, shown)
  }
  if (paths.size > MAX_RESULT_FILES) {
    throw new UserError(
      'results',
      `there are more than ${MAX_RESULT_FILES} result files`,
      'Name them more narrowly.',
    )
  }
  const results: NamedResults[] = []
  const times = new Map<string, number>()
  for (const [path, shown] of paths) {
    const raw = await readShown({ path, shown, project })
    const time = raw.times?.get('')
    if (time !== undefined) times.set(shown, time)
    results.push({ name: shown, file: ingest(raw, format) })
  }
  return results.map((one) => withLeftovers(one, leftoversAmong(times, [...times.keys()])))
}

/** By the rule for globs of the config file: a few braces stand for more paths than can be looked for. */
function refuseUnfit(pattern: string): void {
  const unfit = isGlob(pattern) ? checkGlob(pattern) : null
  if (unfit === null) return
  const message = `cannot read the results in ${quoted(pattern)}: ${unfit.message}`
  throw new UserError('results', message, unfit.remedy, { topic: 'results' })
}

/** A file that is hours older than the others of its side warns of that. */
const withLeftovers = ({ name, file }: NamedResults, leftovers: ReadonlySet<string>): NamedResults => ({
  name,
  file: leftovers.has(name) ? { ...file, warnings: [...file.warnings, OLDER] } : file,
})

const OLDER =
  'it is hours older than the newest of these files. Left over from another run? Remove it before the run.'

function toolBenchmark({
  key,
  occurrence,
  status,
  message,
  metrics,
  measures,
  version,
}: IngestedBenchmark): ToolBenchmark {
  return {
    name: key,
    occurrence,
    ...(version && { version }),
    ...(measures && { measures }),
    failure: status === 'ok' ? null : (message ?? 'its tool says that it failed'),
    metrics: metrics.flatMap(rawMetrics),
  }
}

/** The value of one metric in an execution or a file, in its own unit; beside a time also its median. */
export function rawMetrics({ id, unit, better, data }: IngestedMetric): MeasuredValue[] {
  const metric = { id, unit, better, exact: data.kind === 'exact' }
  const middle = id === 'time' ? medianOf(data) : null
  return [
    { ...metric, value: valueOf(data, { unit, better }) },
    ...(middle === null ? [] : [{ ...metric, id: 'time.p50', value: middle }]),
  ]
}

/**
 * The number that represents an execution. For samples it is, in each group, the 10th percentile of times and
 * the 90th of rates, the ends that other load on the machine affects last, and the median of everything else;
 * then the median of the groups.
 */
function valueOf(data: MetricData, { unit, better }: Pick<IngestedMetric, 'unit' | 'better'>): number {
  switch (data.kind) {
    case 'exact':
      return data.value
    case 'summary':
      return data.centre
    case 'samples': {
      const share = shareOf(unit, better)
      return quantile(
        data.groups.map((group) => quantile(group, share)),
        0.5,
      )
    }
  }
}

function shareOf(unit: string, better: IngestedMetric['better']): number {
  if (!isTimed(unit)) return 0.5
  return (better ?? unitOf(unit).better) === 'lower' ? 0.1 : 0.9
}

function medianOf(data: MetricData): number | null {
  if (data.kind !== 'samples' || data.groups.every(({ length }) => length < MIN_FOR_MEDIAN)) return null
  return quantile(
    data.groups.map((group) => quantile(group, 0.5)),
    0.5,
  )
}
