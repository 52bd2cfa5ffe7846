import { compileGlob } from '../config/glob.ts'
import type { Config } from '../model/config.ts'
import type { Benchmark, Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'

/** What a pull request touches, by paths in the project. */
export type Touched = ReadonlyMap<string, 'new' | 'edited'>

const MESSAGE = 'was measured from head on both sides, and the pull request does not touch it'

/** Suites whose evidence says that both sides ran head's version of them. */
export const suitesFromHead = ({ survey }: Evidence): Set<string> =>
  new Set(survey.benchmarks.filter(({ edit }) => edit?.own === null).map(({ suite }) => suite))

/**
 * The evidence of a job that is not trusted, held against the files that the pull request touches (relative
 * to the project). A suite that it leaves alone, and all files of the suites too, is the same on both sides:
 * measured in any other way it has failed.
 */
export function heldToFiles(
  evidence: Evidence,
  touched: Touched,
  { suiteFiles }: Pick<Config['measure'], 'suiteFiles'>,
): Evidence {
  if ([...touched.keys()].some(matcherOf(suiteFiles))) return evidence
  const untouched = [...suitesFromHead(evidence)].filter((suite) => !touched.has(suite))
  const { survey } = evidence
  const failures = untouched.map((suite) => ({ suite, side: 'head' as const, message: MESSAGE }))
  return { ...evidence, survey: { ...survey, failures: [...survey.failures, ...failures] } }
}

/**
 * Why a benchmark of a suite cannot be new or removed, as the evidence says, by the files that the pull
 * request touches; null: it can.
 */
export function doubtsOf(
  { survey: { benchmarks } }: Evidence,
  touched: Touched,
  { suiteFiles }: Pick<Config['measure'], 'suiteFiles'>,
): (benchmark: Benchmark) => Finding | null {
  if ([...touched.keys()].some(matcherOf(suiteFiles))) return () => null
  const onBase = new Set(benchmarks.flatMap(({ suite, base }) => (base === null ? [] : [suite])))
  return ({ suite, source, base, head }) => {
    if (source !== 'suite' || (base !== null && head !== null)) return null
    const change = touched.get(suite)
    if (change === undefined)
      return { code: head === null ? 'gone-from-untouched-suite' : 'new-in-untouched-suite' }
    return base === null && change === 'edited' && !onBase.has(suite)
      ? { code: 'new-in-suite-of-base' }
      : null
  }
}

/** Whether some evidence calls a benchmark of a suite new or removed. */
export const hasOneSided = ({ survey: { benchmarks } }: Evidence): boolean =>
  benchmarks.some(({ source, base, head }) => source === 'suite' && (base === null || head === null))

/** Whether a path in the project matches one of several globs. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => compileGlob(pattern.replace(/^(\.\/)+/, '')))
  return (path) => matchers.some((matches) => matches(path))
}
