import { compileGlob } from '../config/glob.ts'
import type { EffectiveConfig } from '../config/effective-config.ts'
import { UserError } from '../errors.ts'
import { originOf } from '../gate/facts.ts'
import { isEdited } from '../gate/gated-metrics.ts'
import { pairCommands } from '../measure/commands.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark, Evidence } from '../model/evidence.ts'
import type { Statement } from '../gate/judge.ts'

/** What a pull request touches, by paths in the project. */
export type Touched = ReadonlyMap<string, 'new' | 'edited'>

/** Suites whose evidence says that both sides ran head's version of them. */
export const suitesFromHead = ({ survey }: Evidence): Set<string> =>
  new Set(survey.benchmarks.filter(({ edit }) => edit?.own === null).map(({ suite }) => suite))

/**
 * What the files that a pull request touches say of the claims in its evidence. A suite that it leaves alone,
 * and all files of the suites too, is the same on both sides: it cannot come from head, and no benchmark of
 * it is new, removed or edited.
 */
export function statementOn(
  evidence: Evidence,
  touched: Touched,
  { suiteFiles }: Pick<Config['measure'], 'suiteFiles'>,
): Statement {
  if ([...touched.keys()].some(matcherOf(suiteFiles))) return NOTHING_KNOWN
  const { benchmarks } = evidence.survey
  const fromHead = suitesFromHead(evidence)
  const onBase = new Set(benchmarks.flatMap(({ suite, base }) => (base === null ? [] : [suite])))
  return {
    refutationOf: ({ suite }) =>
      fromHead.has(suite) && !touched.has(suite) ? { code: 'from-head-untouched' } : null,
    // Not false: its function may be one that the suite imports, and a set-up line may write the suite.
    editDoubtOf: ({ suite, source }) =>
      source === 'suite' && !touched.has(suite) ? { code: 'edited-in-untouched-suite' } : null,
    doubtOf: ({ suite, source, base, head }) => {
      if (source !== 'suite' || (base !== null && head !== null)) return null
      const change = touched.get(suite)
      if (change === undefined)
        return { code: head === null ? 'gone-from-untouched-suite' : 'new-in-untouched-suite' }
      const isFresh = base === null && change === 'edited' && !onBase.has(suite)
      return isFresh ? { code: 'new-in-suite-of-base' } : null
    },
  }
}

/**
 * Throws a UserError for evidence that calls a benchmark one of a command where no config file has a command,
 * or where its suite is a file: of commands nobody can say what is new and what is gone.
 */
export function refuseClaimedCommands(
  evidence: Evidence,
  { config, onBase }: Pick<EffectiveConfig, 'config' | 'onBase'>,
): void {
  if (originOf(evidence).kind === 'files') return
  const commands = [config.commands, onBase.commands].flatMap((own) => pairCommands([], own))
  const known = new Set(commands.map(({ suite }) => suite))
  const isSuite = matcherOf([...config.suites, ...onBase.suites])
  const isFalse = ({ source, suite }: Benchmark) =>
    source === 'command' && (known.size === 0 || (isSuite(suite) && !known.has(suite)))
  if (!evidence.survey.benchmarks.some(isFalse)) return
  throw new UserError(
    'usage',
    `The evidence holds benchmarks of a command, and ${known.size === 0 ? 'neither config file has one' : 'they are in a file that is a suite'}`,
    'Measure again with the config file of the commit.',
  )
}

/** Where nothing but the stored runs is known. */
export const NOTHING_KNOWN: Statement = {
  doubtOf: () => null,
  editDoubtOf: () => null,
  refutationOf: () => null,
}

/** Whether some evidence calls a benchmark of a suite new, removed or edited. */
export const hasClaims = ({ survey: { benchmarks } }: Evidence): boolean =>
  benchmarks.some(
    (one) => one.source === 'suite' && (one.base === null || one.head === null || isEdited(one)),
  )

/** Whether a path in the project matches one of several globs. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => compileGlob(pattern.replace(/^(\.\/)+/, '')))
  return (path) => matchers.some((matches) => matches(path))
}
