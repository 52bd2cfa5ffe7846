import { compileGlob } from '../config/glob.ts'
import type { Config } from '../model/config.ts'
import type { Evidence } from '../model/evidence.ts'

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
  touched: ReadonlySet<string>,
  { suiteFiles }: Pick<Config['measure'], 'suiteFiles'>,
): Evidence {
  const matchers = suiteFiles.map((pattern) => compileGlob(pattern.replace(/^(\.\/)+/, '')))
  if ([...touched].some((path) => matchers.some((matches) => matches(path)))) return evidence
  const untouched = [...suitesFromHead(evidence)].filter((suite) => !touched.has(suite))
  const { survey } = evidence
  const failures = untouched.map((suite) => ({ suite, side: 'head' as const, message: MESSAGE }))
  return { ...evidence, survey: { ...survey, failures: [...survey.failures, ...failures] } }
}
