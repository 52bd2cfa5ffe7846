import { UserError } from '../errors.ts'
import { unmatchedRules } from '../config/budgets.ts'
import { NO_LINE } from '../config/defaults.ts'
import { ConfigError, Source } from '../config/config-error.ts'
import { findConfig } from '../config/load.ts'
import { concernedBy } from '../config/target.ts'
import { type YamlData, readYaml } from '../config/yaml-document.ts'
import { splitNul } from '../git/git.ts'
import { findSuites } from '../measure/suites.ts'
import type { Config } from '../model/config.ts'
import { editDistance } from '../model/edit-distance.ts'
import { formatLevel } from '../report/quantity.ts'
import { forTerminal } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { type Check, failure, type Found, ok, skipped, warning } from './check.ts'
import { type Context, inRepository, orOk, withConfig, withRepository } from './context.ts'

const MAX_NEAREST = 3
const MAX_COMPARED = 2_000

function lookAtConfig(context: Context): Found {
  const { config } = context
  if (!(config instanceof UserError)) {
    const { file } = config
    return ok(file === null ? 'none, so the defaults apply' : inRepository(context, file))
  }
  const problem = config instanceof ConfigError ? config.problems[0]! : null
  if (problem === null) return failure(config.message, config.remedy)
  const place = `${inRepository(context, problem.file)}:${problem.line}:${problem.column}`
  return failure(config.message, config.remedy, place)
}

/** The config file as it is written; null where there is none, or where it cannot be read. */
async function written({ project, configFlag }: Context): Promise<{ file: string; data: YamlData } | null> {
  const found = await findConfig(project, configFlag)
  if (found === null) return null
  const document = readYaml(new Source(found.path, found.text))
  return 'data' in document ? { file: found.path, data: document } : null
}

/** `file:line:column` of a value in the config file. */
function placeIn(
  context: Context,
  file: { file: string; data: YamlData } | null,
  path: readonly PropertyKey[],
): string | null {
  if (file === null) return null
  const { line, column } = file.data.problem({ path, complaint: { message: '', remedy: '' } })
  return `${inRepository(context, file.file)}:${line}:${column}`
}

async function lookAtSuites(context: Context, { suites }: Config): Promise<readonly Found[]> {
  if (suites.length === 0) return [skipped('the config file names commands, and no suites')]
  const file = await written(context)
  const found: Found[] = []
  let count = 0
  for (const [index, pattern] of suites.entries()) {
    const files = await findSuites(context.project, [pattern])
    count += files.length
    if (files.length > 0) continue
    const near = await nearestFiles(context, pattern)
    const meant =
      near.length === 0
        ? ''
        : `; the nearest ${near.length === 1 ? 'file is' : 'files are'} ${near.join(', ')}`
    found.push(
      failure(
        `no file matches ${JSON.stringify(pattern)}${meant}`,
        near.length === 0
          ? 'Run `benchgate init`, which writes a sample suite, or set `command:` to the command that runs your own tool.'
          : file === null
            ? 'Run `benchgate init`, which finds the benchmarks and writes the config file.'
            : 'Set `suites:` to the files that call bench(), or `command:` to the command that runs your own tool.',
        placeIn(context, file, ['suites', index]),
      ),
    )
  }
  return orOk(found, ok(`${count} ${count === 1 ? 'file matches' : 'files match'} ${suites.join(', ')}`))
}

/** Files of the project that a glob may have meant: those called after benchmarks, if there are any. */
async function nearestFiles({ repository, project }: Context, pattern: string): Promise<string[]> {
  if (repository instanceof UserError) return []
  const git = repository.git.in(project)
  const listed = splitNul(await git.bytes('ls-files', '-z', '--cached', '--others', '--exclude-standard'))
  const code = listed.filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith('.d.ts'))
  const telling = code.filter((file) => /bench|perf/i.test(file))
  const candidates = (telling.length > 0 ? telling : code).slice(0, MAX_COMPARED)
  return candidates
    .map((file) => ({ file, distance: editDistance(pattern, file) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAREST)
    .map(({ file }) => file)
}

async function lookAtBenchmarks(context: Context, { suites }: Config): Promise<readonly Found[]> {
  const found = await context.rehearsal()
  if (found instanceof UserError) return [failure(found.message, found.remedy)]
  const { benchmarks, failures } = found
  if (benchmarks instanceof UserError) {
    // Files that git ignores match in the user's checkout alone.
    const isMissing =
      benchmarks.code === 'no-suites' && (await findSuites(context.project, suites)).length === 0
    return [isMissing ? skipped('there is no suite') : failure(benchmarks.message, benchmarks.remedy)]
  }
  const count = benchmarks.length
  return orOk(
    failures.map((message) => failure(message, 'Run the suite by itself with node, and fix the error.')),
    ok(`${count} ${count === 1 ? 'benchmark' : 'benchmarks'} found in head's checkout`),
  )
}

async function lookAtBudgets(context: Context, config: Config): Promise<readonly Found[]> {
  const rehearsed = await context.rehearsal()
  if (rehearsed instanceof UserError || rehearsed.benchmarks instanceof UserError)
    return [skipped('the benchmarks could not be listed')]
  const file = await written(context)
  const { budgets, accepted } = config
  const found = unmatchedRules(config, rehearsed.benchmarks).map(({ list, line, message }) => {
    const [what = ''] = message.split(`${config.file}:${line}: `).slice(1)
    const place = placeIn(context, file, [list, indexAtLine(file, list, line), 'match'])
    return failure(what, 'Correct the rule or remove it: it protects nothing.', place)
  })
  const count = [...budgets, ...accepted].filter(({ line }) => line !== NO_LINE).length
  const all = count === 1 ? 'the rule matches a benchmark' : `each of the ${count} rules matches a benchmark`
  return orOk(found, ok(count === 0 ? 'no rules: every benchmark may get 5 % slower' : all))
}

/** Entries of `accepted:` that let everything become slower, for good. */
async function lookAtWaivers(context: Context, { accepted }: Config): Promise<readonly Found[]> {
  if (accepted.length === 0) return [ok('nothing is accepted')]
  const rehearsed = await context.rehearsal()
  if (rehearsed instanceof UserError || rehearsed.benchmarks instanceof UserError)
    return [skipped('no benchmarks were listed that an entry could match')]
  const { benchmarks } = rehearsed
  const file = await written(context)
  const wide = accepted.filter(
    (waiver) => waiver.until === null && benchmarks.length > 1 && benchmarks.every(concernedBy(waiver)),
  )
  const found = wide.map(({ line, upTo, metric }) =>
    warning(
      `every benchmark may get up to ${formatLevel(upTo)} worse in ${forTerminal(outside('metric', metric))}, without an end`,
      'Accept what regressed by its name, or give the entry a last day: `until:`.',
      placeIn(context, file, ['accepted', indexAtLine(file, 'accepted', line), 'match']),
    ),
  )
  return orOk(found, ok('none covers everything for good'))
}

/** The place in a list of the config file of the rule that begins on a line. */
function indexAtLine(file: { data: YamlData } | null, list: string, line: number): number {
  const rules = (file?.data.data as Record<string, unknown> | undefined)?.[list]
  return Array.isArray(rules) ? rules.findIndex((_, index) => file!.data.lineOf([list, index]) === line) : -1
}

export const CONFIG_CHECKS: readonly Check<Context>[] = [
  { id: 'config-file', title: 'config file', look: lookAtConfig },
  { id: 'suites', title: 'suites', look: withConfig(lookAtSuites) },
  { id: 'benchmarks', title: 'benchmarks', look: withRepository(withConfig(lookAtBenchmarks)) },
  { id: 'budgets', title: 'budgets', look: withConfig(lookAtBudgets) },
  { id: 'waivers', title: 'accepted', look: withConfig(lookAtWaivers) },
]
